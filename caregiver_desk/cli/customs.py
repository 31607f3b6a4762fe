"""What a site says for itself, beside what is shipped."""

from __future__ import annotations

import argparse

from caregiver_desk import acts, clock
from caregiver_desk.acts.customs import policy_called, policy_on
from caregiver_desk.acts.norms import Said, closures_of, said_of
from caregiver_desk.acts.worded import words_of
from caregiver_desk.cli.session import open_book, tell
from caregiver_desk.practice.wellbeing.taxonomy import shipped
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say

acts.load()


def customs(arguments: argparse.Namespace) -> int:
    """Numbers with unit, shipped value and source; then closures, the policy, and what is called otherwise."""
    with open_book(arguments) as book:
        for each in said_of(book):
            if not arguments.ours or each.ours is not None or each.differing:
                _tell_number(arguments, each)
        _tell_closures(arguments, book)
        _tell_policy(arguments, book)
        _tell_words(arguments, book)
    return 0


def _tell_number(arguments: argparse.Namespace, each: Said) -> None:
    norm = each.norm
    facts = {"number": norm.name, "holds": each.holds, "shipped": norm.value, "least": norm.least, "most": norm.most}
    facts |= {"source": norm.source, "reason": each.reason, "differing": each.differing}
    words = say("{name}: {words}", name=norm.name, words=norm.sentence(each.holds))
    ours = say("ours; shipped: {value}", value=norm.value)
    differing = say("two were said; the shipped one holds until one is said anew")
    note = differing if each.differing else norm.source if each.ours is None else ours
    tell(arguments, facts, "  ".join(filter(None, (words, note, each.reason))))


def _tell_closures(arguments: argparse.Namespace, book: Book) -> None:
    for leaf, (since, until) in closures_of(book):
        facts = {"closure": leaf.id, "since": since, "until": until, "why": leaf["why"]}
        if since and until:
            days = say("Closed from {since}, open again on {until}.", since=full_day(since), until=full_day(until))
            tell(arguments, facts, "  ".join(filter(None, (days, str(leaf["why"] or "")))))


def _tell_policy(arguments: argparse.Namespace, book: Book) -> None:
    if policy := policy_on(book, clock.today()):
        facts = {"policy": policy["name"], "version": policy["version"], "since": policy["since"]}
        facts |= {"kept_at": policy["kept_at"], "digest": policy["digest"]}
        tell(arguments, facts, say("In force: {policy}", policy=policy_called(policy)))


def _tell_words(arguments: argparse.Namespace, book: Book) -> None:
    spoken = words_of(book)
    for catalogue in Catalogue:
        before = shipped(catalogue)
        for code, words in spoken.of(catalogue).items():
            facts = {"catalogue": catalogue, "code": code, "ours": words, "shipped": before.get(code)}
            facts |= {"version": spoken.current[catalogue]}
            tell(
                arguments,
                facts,
                say("{code}: {words} (shipped: {before})", code=code, words=words, before=before.get(code, "")),
            )
