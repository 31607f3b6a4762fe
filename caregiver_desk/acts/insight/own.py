"""Which figures a site looks at, and those that it counts in its own way.

Decision. Whoever speaks for the site says them, as its numbers are said (`acts/customs.py`). A file in the form of
`resources/indicators` brings many at once: funders hand such files round. All of it is understood before any of it is
kept, and what is not is refused by code, place and reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.insight.asking import check, check_needs
from caregiver_desk.acts.insight.reach import as_shipped_ones
from caregiver_desk.acts.keeping import new_in, scope_to_write, tell
from caregiver_desk.errors import NotUnderstood, UnknownField
from caregiver_desk.practice.insight import indicators
from caregiver_desk.practice.insight.indicators import Indicator, IndicatorSet
from caregiver_desk.records.insight.own import SITE_INDICATOR, SITE_SET
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.record import Kind
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say

USUAL = "usual"


def known(book: Book) -> dict[str, Indicator]:
    """Every indicator of this book by its code; one of its site's takes the place of a shipped one.

    One that this program does not understand came from a newer one, and is left out.
    """
    own = (_of(leaf) for leaf in _standing(book, SITE_INDICATOR))
    return indicators.shipped() | {each.code: each for each in own if each}


def sets(book: Book) -> dict[str, IndicatorSet]:
    """The sets of this book by name. A site that says the usual ones anew says which are seen first.

    A figure that this program does not understand is left out of them.
    """
    found = known(book)
    own = (_set_of(leaf, found.keys()) for leaf in _standing(book, SITE_SET))
    return indicators.sets() | {each.name: each for each in own if each}


def chosen(book: Book, names: str = USUAL) -> dict[str, Indicator]:
    """The indicators of a set, or of codes written one after the other. Raises NotUnderstood for what there is not."""
    held, found = sets(book), known(book)
    written = names.replace(",", " ").split()
    codes = held[names].codes if names in held else tuple(code if code in found else code.upper() for code in written)
    if missing := [code for code in codes if code not in found]:
        known_sets = ", ".join(held)
        reason = say("{missing} is neither a set ({sets}) nor a code", missing=", ".join(missing), sets=known_sets)
        raise NotUnderstood(field=say("which figures"), reason=reason)
    return {code: found[code] for code in codes}


@act("Bring figures of our own", subject="insight")
def bring_indicators(book: Book, *, told: str) -> Outcome:
    """Indicators and sets from a text in the form of the data: tables by code, sets under `sets`.

    Raises NotUnderstood for anything in it that is not understood, NotYours for who does not speak for the site; then
    nothing is kept.
    """
    given = _read(told)
    named = _tables(given.pop("sets", {}))
    given.pop("version", None)
    fresh = {code: _understood(code, words) for code, words in given.items()}
    changes = [each for code, words in given.items() for each in _said(book, code, words)]
    codes = known(book).keys() | fresh.keys()
    changes += [each for name, words in named.items() for each in _set(book, name, words, codes)]
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    saved = ledger.append(book, "bring_indicators", changes)
    return tell(saved, " ".join(_what_came(len(given), len(named))), "")


def _what_came(figures: int, own_sets: int) -> Iterator[str]:
    if figures:
        one, many = "{number} figure of your own is counted now.", "{number} figures of your own are counted now."
        yield count(one, many, figures)
    if own_sets:
        one, many = "{number} set of your own is known now.", "{number} sets of your own are known now."
        yield count(one, many, own_sets)


@act("Look at other figures", subject="insight")
def choose_indicators(book: Book, *, codes: list[str], name: str = USUAL, title: str = "") -> Outcome:
    """Which figures are seen together, and in which order; without a name, those that are seen first.

    Raises NotUnderstood for a code that there is not, NotYours for who does not speak for the site.
    """
    held = sets(book).get(name)
    words = {"title": title or (held.title if held else name), "codes": codes}
    changes = list(_set(book, name, words, known(book).keys()))
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    return tell(ledger.append(book, "choose_indicators", changes), say("From now on these are seen together."), "")


@act("Count a figure as it was shipped", subject="insight")
def drop_indicator(book: Book, *, code: str) -> Outcome:
    """What the site said of this code holds no more. Raises NotYours."""
    found = [leaf for site in sites_of(book) for leaf in _in(book, site, SITE_INDICATOR, "code", code)]
    if not found:
        return Outcome(say("This is what holds already. Nothing was changed."))
    changes = [Change(leaf.kind, leaf.id, scope_to_write(book, leaf), {WITHDRAWN: True}) for leaf in found]
    return tell(ledger.append(book, "drop_indicator", changes), say("It is counted as it was shipped."), "")


def _read(told: str) -> dict[str, Any]:
    try:
        return tomllib.loads(told)
    except tomllib.TOMLDecodeError as error:
        raise NotUnderstood(field=say("the text"), reason=str(error)) from error


def _tables(given: Any) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise NotUnderstood(field="sets", reason=say("a table for each set, please: [sets.name]"))
    return given


def _understood(code: str, words: Any) -> Indicator:
    """Raises NotUnderstood with the code and the place in it."""
    try:
        return _sound(indicators.understood(code, words))
    except (msgspec.ValidationError, TypeError) as error:
        raise NotUnderstood(field=code, reason=str(error)) from error
    except (NotUnderstood, UnknownField) as error:
        raise NotUnderstood(field=f"{code}, {error.facts['field']}", reason=_reason(error)) from error


def _sound(indicator: Indicator) -> Indicator:
    """What asks only for what there is, as far as it may be told. Raises NotUnderstood or UnknownField."""
    for question in filter(None, (indicator.of, indicator.per, *indicator.apart)):
        check(question)
    check_needs(indicator.needs)
    return as_shipped_ones(indicator)


def _reason(error: NotUnderstood | UnknownField) -> str:
    return str(error.facts.get("reason") or say("there is no such field; known are: {known}", **error.facts))


def _said(book: Book, code: str, words: Mapping[str, Any]) -> Iterator[Change]:
    text = msgspec.json.encode(words).decode()
    yield from _each_site(book, SITE_INDICATOR, {"code": code, "told": text}, "code")


def _set(book: Book, name: str, words: Any, known_codes: Collection[str]) -> Iterator[Change]:
    try:
        found = indicators.understood_set(name, words)
    except (msgspec.ValidationError, TypeError) as error:
        raise NotUnderstood(field=name, reason=str(error)) from error
    if missing := [each for each in found.codes if each not in known_codes]:
        raise NotUnderstood(field=name, reason=say("there is no figure {missing}", missing=", ".join(missing)))
    yield from _each_site(
        book, SITE_SET, {"name": name, "title": found.title, "codes": " ".join(dict.fromkeys(found.codes))}, "name"
    )


def _set_of(leaf: Leaf, known_codes: Collection[str]) -> IndicatorSet | None:
    codes = [each for each in str(leaf["codes"] or "").split() if each in known_codes]
    try:
        return indicators.understood_set(str(leaf["name"]), {"title": leaf["title"], "codes": codes}) if codes else None
    except msgspec.ValidationError:
        return None


def _each_site(book: Book, kind: Kind, told: Mapping[str, str], by: str) -> Iterator[Change]:
    """One record a site says it: changed where it is there, new where it is not."""
    stamped = {**told, "day": clock.today(), "said_by": book.person}
    for site in sites_of(book):
        found = _in(book, site, kind, by, told[by])
        if not found:
            yield new_in(site.scope, kind, understood(kind.draft, {"site": site.id, **stamped}))
        for leaf in found:
            if any(leaf[name] != value for name, value in told.items()):
                fields = {**told, "day": clock.today().isoformat()}
                yield Change(leaf.kind, leaf.id, scope_to_write(book, leaf), fields)


def _in(book: Book, site: Leaf, kind: Kind, by: str, value: str) -> list[Leaf]:
    return questions.listing(book, kind.name, {by: value}, limit=EVERY, scope=site.scope)


def _standing(book: Book, kind: Kind) -> list[Leaf]:
    """What the site of this book says, the oldest first; of two that differ neither is believed."""
    found = questions.listing(book, kind.name, limit=EVERY, scope=book.site)
    return [leaf for leaf in reversed(found) if not leaf.quarrels]


def _of(leaf: Leaf) -> Indicator | None:
    try:
        return _sound(indicators.understood(str(leaf["code"]), msgspec.json.decode(str(leaf["told"] or ""))))
    except (msgspec.MsgspecError, NotUnderstood, UnknownField, TypeError):
        return None
