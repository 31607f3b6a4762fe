"""Sharing: card, pair, bundle, open, aside, conflicts, settle, lock-out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from caregiver_desk import acts
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.sharing import together
from caregiver_desk.acts.sharing.organisation import accept_organisation, is_listed
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.cli.returns import say_missing
from caregiver_desk.cli.session import at_terminal, open_book, progress, tell, tell_none, typed
from caregiver_desk.errors import CannotWrite, NotUnderstood, Problem, WordsLacking
from caregiver_desk.records.record import Kind
from caregiver_desk.store import branches, histories, looks, partners, questions, safely, sending
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Entry
from caregiver_desk.store.unheard import given_up, unheard
from caregiver_desk.sync import carriers, dots, limits, making, organisation, stick, trust
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.contents import RECEIPT, Contents, in_a_line, private
from caregiver_desk.sync.exchange import LISTS, Looked, log_broken
from caregiver_desk.sync.files import is_folder
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import heard, is_receipt
from caregiver_desk.sync.stick import One
from caregiver_desk.wording import count, say

acts.load()
Told = tuple[dict[str, Any], str]  # an answer as facts, and in words


def card(arguments: argparse.Namespace) -> int:
    """Write it as a file, as a picture, or as both."""
    if not (arguments.out or arguments.picture):
        raise NotUnderstood(field="--out", reason=say("name the file, or the picture with --picture"))
    with open_book(arguments) as book:
        name = questions.call(questions.kind_named("person"), questions.get(book, "person", book.person).values)
        data = trust.my_card(book, name)
    picture = dots.drawn(data) if arguments.picture else b""
    for path, written in ((arguments.out, data), (arguments.picture, picture)):
        if path:
            safely.write_new(path, written)
    words = " ".join(trust.read_card(data)[1])
    facts = {"card": arguments.out, "picture": arguments.picture}
    told = {name: str(path) for name, path in facts.items() if path}
    tell(arguments, {**told, "words": words}, say("Your eight words: {words}", words=words))
    return 0


def pair(arguments: argparse.Namespace) -> int:
    if organisation.is_list(arguments.file):
        return _believe(arguments)
    with closing(Opener()) as opener:
        data = trust.card_given(arguments.file, opener)
    shown, _ = trust.read_card(data)
    with open_book(arguments) as book:
        heard = arguments.words or ("" if is_listed(book, shown.key) else _heard(shown.name))
        paired = accept_card(book, data, heard=heard)
    sentence = say("{said} Role: {role}.", said=paired.sentence, role=paired.facts["role"])
    tell(arguments, dict(paired.facts), sentence)
    return 0


def _believe(arguments: argparse.Namespace) -> int:
    """The list of an organisation, by the words on its sheet."""
    data = organisation.list_in(arguments.file)
    told = organisation.read_list(data)
    heard = arguments.words or typed(say("The eight words on the sheet of {name}: ", name=told.organisation))
    if not heard:
        raise WordsLacking(name=told.organisation)
    with open_book(arguments) as book:
        return _told(arguments, accept_organisation(book, data, heard=heard))


def _heard(name: str) -> str:
    """The words that were read aloud, asked for at the terminal. Raises WordsLacking."""
    if at_terminal():
        progress(say("Phone {name}. Ask for the eight words of the card, and type what you hear.", name=name))
    if heard := typed(say("Eight words: ")):
        return heard
    raise WordsLacking(name=name)


def bundle(arguments: argparse.Namespace) -> int:
    if arguments.preview:
        return _preview(arguments)
    if arguments.out is None:
        raise NotUnderstood(field="--out", reason=say("name the folder for the bundle"))
    if not arguments.out.is_dir():
        is_file = arguments.out.exists() or arguments.out.suffix == SUFFIX
        raise CannotWrite(
            reason=say("name a folder, the bundle names itself") if is_file else say("there is no such folder")
        )
    with open_book(arguments) as book:
        partner = trust.partner_named(book, arguments.to)
        if not arguments.receipt:
            say_missing(book, partner)
        at_most = arguments.at_most * limits.KIB
        for made in (
            [making.receipt(book, partner)] if arguments.receipt else making.make(book, partner, at_most=at_most)
        ):
            path = carriers.drop(arguments.out, made.bundle, made.sealed)
            facts = {"file": str(path), "to": partner.name, **_numbers(made.contents), "bytes": len(made.sealed)}
            told = in_a_line(made.contents)
            tell(arguments, facts, say("{file}: {told}, for {to}.", file=path, told=told, to=partner.name))
    return 0


def _preview(arguments: argparse.Namespace) -> int:
    """What the bundle would hold, and whether anything private; nothing is written."""
    with open_book(arguments) as book:
        partner = trust.partner_named(book, arguments.to)
        held = RECEIPT if arguments.receipt else making.look(book, partner)
        if not arguments.receipt:
            say_missing(book, partner)
    told = say("For {to}: {told}. {private}", to=partner.name, told=in_a_line(held), private=private(held))
    tell(arguments, {"to": partner.name, **_numbers(held)}, told)
    return 0


def _numbers(held: Contents) -> dict[str, Any]:
    numbers = {"lines": held.lines, "records": held.records, "people": held.people}
    return {**numbers, "kinds": dict(held.kinds), "audiences": sorted(held.audiences)}


def open_bundles(arguments: argparse.Namespace) -> int:
    """Each file by itself: what is wrong with one does not stop the others. Exit status of the last refusal."""
    status, opener = 0, Opener()
    files, empty = _bundles(arguments.files)
    try:
        with open_book(arguments) as book, _taken(arguments, book, files, opener) as found:
            for one in chain(empty, found):
                status = told_of(arguments, book, one, preview=arguments.preview) or status
    finally:
        opener.close()
    return status


@contextmanager
def _taken(arguments: argparse.Namespace, book: Book, files: Sequence[Path], opener: Opener) -> Iterator[Iterable[One]]:
    if arguments.preview:
        with stick.looked_at(book, files, opener) as found:
            yield found
    else:
        yield stick.take_in(book, files, opener)


def _bundles(named: Sequence[Path]) -> tuple[list[Path], list[One]]:
    """These files and the bundles of these folders, and the folders without any. What else lies there is left alone."""
    files: list[Path] = []
    empty: list[One] = []
    for path in named:
        try:
            files += _in_folder(path) if is_folder(path) else [path]
        except Problem as problem:
            empty.append(One(path, refused=problem))
    return files, empty


def _in_folder(folder: Path) -> Sequence[Path]:
    found = stick.bundles_in(folder)
    words = count("{number} bundle in {folder}", "{number} bundles in {folder}", len(found.bundles), folder=folder)
    others = count("{number} other file was left alone", "{number} other files were left alone", found.others)
    progress(say("{bundles}; {others}.", bundles=words, others=others))
    return found.bundles


def told_of(arguments: argparse.Namespace, book: Book, one: One, *, preview: bool) -> int:
    """Say what became of a file, or would; the exit status of a refusal."""
    tell(arguments, *answer_of(book, one, preview=preview))
    return one.refused.exit_status if one.refused else 0


def answer_of(book: Book, one: One, *, preview: bool) -> Told:
    """What became of a file, or would: as facts, and in words."""
    if one.refused:
        words = one.refused.at_a_prompt()
        refused = {"file": str(one.path), "refused": one.refused.code, "sentence": words}
        return refused, f"{one.path.name}: {words}"
    if one.looked is None:
        again = {"file": str(one.path), "repeated": True}
        return again, say("{file}: opened before. Nothing changed.", file=one.path.name)
    return _facts(one.path, one.looked), _sentence(book, one.path, one.looked, preview=preview)


def _facts(path: Path, looked: Looked) -> dict[str, Any]:
    facts = {
        "file": str(path),
        "from": looked.sender.name,
        "laptop": looked.manifest.laptop,
        **looked.received.summary(),
    }
    kinds = {each.kind: each.number for each in looked.received.posted.by_kind()}
    told = {"kinds": kinds, "receipt": is_receipt(looked), "log_goes_on": looked.log_goes_on}
    return {**facts, **told, "arrival": looked.received.arrival, "forks": len(looked.received.forks), "old": looked.old}


def _sentence(book: Book, path: Path, looked: Looked, *, preview: bool) -> str:
    if is_receipt(looked):
        read = say("A receipt of {name}. It changes no record.", name=looked.sender.name)
        return " ".join([f"{path.name}: {read if preview else heard(book, looked)}", *_of_its_log(looked)])
    facts = {"file": path.name, "sender": looked.sender.name, **looked.received.summary()}
    if preview:
        told = say(
            "{file} from {sender}, if opened: {new} new, {changed} changed, {same} the same, {needs_you} need you,"
            " {aside} set aside.",
            **facts,
        )
        return " ".join([told, *_of_its_log(looked)])
    told = say(
        "{file} from {sender}: {new} new, {changed} changed, {same} the same, {needs_you} need you, {aside} set aside.",
        **facts,
    )
    settle = say("See what needs you with: conflicts.") if looked.received.summary().get("needs_you") else ""
    aside_words = say("To set it aside: aside {number}", number=looked.received.arrival)
    return " ".join(part for part in (told, settle, aside_words, *_of_its_log(looked)) if part)


def _of_its_log(looked: Looked) -> list[str]:
    """What has to be said of the sender beside her lines: a list that came along, a log that does not go on."""
    of_its_list = [say(LISTS[looked.list])] if looked.list in LISTS else []
    return [*of_its_list, *([] if looked.log_goes_on else [log_broken(looked.sender.name)])]


def aside(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        status = _told(
            arguments, named("bring_back" if arguments.back else "set_aside")(book, arrival=arguments.arrival)
        )
    if not arguments.back and not arguments.json:
        progress(say("To bring it back: aside {number} --back", number=arguments.arrival))
    return status


def conflicts(arguments: argparse.Namespace) -> int:
    """Fields with two values, what is wrong together, copied books, and what was written without the right."""
    with open_book(arguments) as book:
        looks.looked(book, What.LISTED, looks.whom(leaf for leaf in questions.disputed(book) if leaf.quarrels))
        told = [*_quarrels(book), *_findings(book), *_forks(book), *_unheard(book), *_given_up(book)]
    for facts, sentence in told:
        tell(arguments, facts, sentence)
    tell_none(arguments, say("Nothing is in conflict."), told=len(told))
    if told and not arguments.json:
        progress(say("To settle a field with two values: settle ID FIELD VALUE. The rest is mended by changing it."))
    return 0


def _quarrels(book: Book) -> Iterator[Told]:
    for conflict in histories.conflicts(book):
        values = [option.fields[conflict.field] for option in conflict.options]
        called = trust.names_of_writers(book, [option.by for option in conflict.options])
        said = " | ".join(_said(option, conflict.field, called) for option in conflict.options)
        facts = {"kind": conflict.kind, "id": conflict.record, "field": conflict.field, "values": values}
        yield facts, f"{conflict.record}  {conflict.kind}.{conflict.field}  {said}"


def _findings(book: Book) -> Iterator[Told]:
    found = together.found(book)
    for finding, words in zip(found, together.told(book, found), strict=True):
        facts = {"kind": finding.kind, "id": finding.record, "finding": finding.code}
        yield facts, f"{finding.record}  {finding.kind}  {words}"


def _forks(book: Book) -> Iterator[Told]:
    for fork in branches.forks(book):
        told = say(
            "{laptop}  The book of this laptop was copied, and both copies were written in. What they wrote since "
            "is set aside until its owner keeps a branch (do keep_branch).",
            laptop=fork.laptop,
        )
        yield {"fork": fork.laptop, "mine": fork.mine, "records": fork.records}, told


def _unheard(book: Book) -> Iterator[Told]:
    called = {each.key: each.name for each in partners.known(book)}
    places = questions.places(book)
    for each in unheard(book):
        facts = {"laptop": each.laptop, "scope": each.scope, "records": each.records}
        name = called.get(each.key, each.laptop)
        told = say(
            "{name} wrote of {number} in {place}, where another writes now. It is kept and not shown. To let it count: "
            "do let_count '{arguments}'",
            name=name,
            number=count("{number} record", "{number} records", each.records),
            place=places.get(each.scope, say("another team")),
            arguments=json.dumps({"laptop": each.laptop, "scope": each.scope}),
        )
        yield {"unheard": name, **facts}, told


def _given_up(book: Book) -> Iterator[Told]:
    gone = given_up(book)
    for leaf in questions.listing(book, "team"):
        if leaf.scope in gone:
            told = say("{team} has another supervisor now. What you wrote until then counts.", team=leaf["name"])
            yield {"given_up": leaf["name"], "team": leaf.id}, told


def _said(option: Entry, field: str, called: Mapping[str, str]) -> str:
    uncertain = "" if option.at else f" ({say('date uncertain')})"
    return f"{called.get(option.by, option.by)}: {option.fields[field]}{uncertain}"


def missing(arguments: argparse.Namespace) -> int:
    """The holes in what has arrived, and whom to ask."""
    with open_book(arguments) as book:
        called = {partner.laptop: partner.name for partner in partners.known(book)}
        holes = [(stream, *hole) for stream, found in sending.holes(book).items() for hole in found]
    for stream, low, high in holes:
        who = called.get(stream.laptop, stream.laptop)
        facts = {"laptop": stream.laptop, "audience": str(stream.audience), "low": low, "high": high}
        tell(
            arguments,
            facts,
            say("Lines {low}–{high} of {who} have not arrived: ask for them.", low=low, high=high, who=who),
        )
    tell_none(arguments, say("Nothing is missing of what has arrived."), told=len(holes))
    return 0


def settle(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        kind = questions.kind_of(book, arguments.id)
        value = _value(kind, arguments.field, arguments.value)
        return _told(
            arguments, named("settle")(book, kind=kind.name, id=arguments.id, field=arguments.field, value=value)
        )


def _value(kind: Kind, field: str, text: str) -> Any:
    """A number or a yes where the field holds one, and words as they are typed everywhere else."""
    declared = kind.fields.get(field.partition("/")[0])
    if declared is None or (declared.base not in {int, bool} and not declared.many and text != "null"):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def lock_out(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        return _told(arguments, named("lock_out")(book, laptop=arguments.laptop))


def _told(arguments: argparse.Namespace, outcome: Outcome) -> int:
    tell(arguments, {"sentence": outcome.sentence, "touched": outcome.touched, "undo": outcome.undo}, outcome.sentence)
    return 0
