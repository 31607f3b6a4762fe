"""Records: do, show, find, history, why, state."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS, Act, Outcome, named
from caregiver_desk.acts.asking import wanted_of
from caregiver_desk.acts.kept_back import is_kept_back, need_not_kept_back
from caregiver_desk.acts.times import suggested_times
from caregiver_desk.cli.meant import meant, refers_of, with_ids
from caregiver_desk.cli.session import moment, open_book, progress, read_json, tell, tell_none
from caregiver_desk.cli.streams import put
from caregiver_desk.errors import NoSuchKind, NotUnderstood, Problem, UnknownField
from caregiver_desk.practice import spoken
from caregiver_desk.practice.needed import need_of
from caregiver_desk.practice.readers import read_by
from caregiver_desk.practice.spoken import Names, value, worded_in
from caregiver_desk.records.journal import WITHDRAWN, Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind, drafted, known_fields, without_none
from caregiver_desk.records.wanted import wanted
from caregiver_desk.reports.kept import as_long_as
from caregiver_desk.store import access, agreement, histories, looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Entry
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import count, say

acts.load()


def do(arguments: argparse.Namespace) -> int:
    """One act, or a file of them, or the list of all; or what an act asks for."""
    if arguments.help:
        return _explain(arguments)
    if arguments.list or not (arguments.act or arguments.batch):
        return _list_acts(arguments)
    with open_book(arguments) as book:
        if arguments.act:
            _do_one(arguments, book, named(arguments.act), _object(arguments.arguments))
        else:
            _do_all(arguments, book)
    return 0


def _do_one(arguments: argparse.Namespace, book: Book, act: Act, given: dict[str, Any]) -> None:
    tell_outcome(arguments, act(book, **with_ids(book, act, given)))


def _do_all(arguments: argparse.Namespace, book: Book) -> None:
    """Line by line; where one is refused, how far it came is said before why."""
    for done, (line, text) in enumerate(_lines(arguments.batch)):
        try:
            given = _object(text)
            _do_one(arguments, book, named(str(given.pop("act", ""))), given)
        except Problem:
            one = "Stopped at line {line}. {number} act before it was done and stays."
            many = "Stopped at line {line}. {number} acts before it were done and stay."
            progress(count(one, many, done, line=line))
            raise


def _list_acts(arguments: argparse.Namespace) -> int:
    for act in sorted(ACTS.values(), key=lambda act: (act.subject, act.name)):
        facts = {"act": act.name, "label": act.label, "subject": act.subject, "role": act.role, "schema": act.schema()}
        tell(arguments, facts, f"{act.name:24} {act.label}")
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    """What an act does and asks for, argument by argument; without an act, how the command is used."""
    if not arguments.act:
        put(arguments.helps().rstrip())
        return 0
    act = named(arguments.act)
    does = " ".join((act.does.__doc__ or "").partition("Raises")[0].split())
    lines = [f"{act.name}: {say(act.label)}", *([does] if does else []), *(f"  {each}" for each in _asked_by(act))]
    tell(arguments, {"act": act.name, "label": act.label, "does": does, "schema": act.schema()}, "\n".join(lines))
    return 0


def _asked_by(act: Act) -> Iterator[str]:
    """Each argument by its key: what it takes, and whether it must be there."""
    schema, refers, own = act.schema(), refers_of(act), act.own
    told = {name: field for draft in act.drafts.values() for name, field in drafted(draft).fields.items()}
    for name in schema["properties"]:
        if field := told.get(name):
            takes = _named_so(field.shown.refers) or wanted(field)
            words = say("{key}: {label}, {wanted}", key=name, label=say(field.label), wanted=takes)
        else:
            names_one = without_none(own[name]) in {str, list[str]}
            takes = (_named_so(refers.get(name, "")) if names_one else "") or wanted_of(name, own[name])
            words = say("{key}: {wanted}", key=name, wanted=takes)
        yield say("{words} (needed)", words=words) if name in schema["required"] else words


def _named_so(refers: str) -> str:
    """A record is named by its name where it has one."""
    kind = KINDS.get(refers)
    return say("{kind}, by name or id", kind=say(kind.label)) if kind and kind.named else ""


def _lines(batch: Path) -> list[tuple[int, str]]:
    """The lines of a file that say something, with their numbers."""
    try:
        lines = batch.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise NotUnderstood(field=say("File"), reason=say("it cannot be read")) from None
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _object(text: str) -> dict[str, Any]:
    value = read_json(text)
    if not isinstance(value, dict):
        raise NotUnderstood(field=say("Arguments"), reason=say("a JSON object is needed"))
    return value


def tell_outcome(arguments: argparse.Namespace, outcome: Outcome) -> None:
    facts = {"sentence": outcome.sentence, "record": outcome.record, "undo": outcome.undo, "touched": outcome.touched}
    tell(arguments, {**facts, **outcome.facts}, f"{outcome.sentence}  {outcome.record}".rstrip())


def show(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        if arguments.id:
            leaf = questions.get(book, arguments.kind, arguments.id)
            need_not_kept_back(book, leaf)
            looks.looked(book, What.OPENED, looks.whom([leaf]))
            _tell_leaf(arguments, book, leaf)
            return 0
        where = dict(_condition(book, arguments.kind, each) for each in arguments.where)
        found = _tell_all(arguments, book, where)
    tell_none(arguments, say("There is no such record in this book."), told=found)
    return 0


def _tell_all(arguments: argparse.Namespace, book: Book, where: dict[str, Any]) -> int:
    """Print them, and say in the access log whom they are about, also where nobody reads to the end."""
    found, people = 0, set[str]()
    try:
        for leaf in _every(book, arguments.kind, where):
            people |= looks.whom([leaf])
            _tell_leaf(arguments, book, leaf)
            found += 1
    finally:
        looks.looked(book, What.LISTED, people)
    return found


_ASKED_AS: dict[Any, Callable[[str], Any]] = {
    int: int,
    date: lambda words: date.fromisoformat(words).isoformat(),
    bool: {"true": True, "yes": True, "false": False, "no": False}.__getitem__,
}


def _condition(book: Book, kind: str, text: str) -> tuple[str, Any]:
    name, sign, value = text.partition("=")
    if not sign:
        raise NotUnderstood(field="--where", reason=say("write FIELD=VALUE, such as state=open"))
    declared = questions.kind_named(kind).fields.get(name)
    if declared is None:
        raise UnknownField(field=name, kind=kind, known=known_fields(questions.kind_named(kind)))
    if declared.shown.refers:
        return name, meant(book, KINDS[declared.shown.refers], value)
    try:
        return name, (declared.choices or _ASKED_AS.get(declared.base, str))(value)
    except (ValueError, KeyError):
        raise NotUnderstood(field=declared.label, reason=wanted(declared)) from None


def _every(book: Book, kind: str, where: dict[str, Any]) -> Iterator[Leaf]:
    """Page after page, newest first."""
    when = questions.kind_named(kind).when
    before = None
    while page := questions.listing(book, kind, where, before=before):
        yield from (each for each in page if not is_kept_back(book, each))
        last = page[-1]
        before = (last[when] if when else "", last.id)


def _tell_leaf(arguments: argparse.Namespace, book: Book, leaf: Leaf) -> None:
    kind = questions.kind_named(leaf.kind)
    facts = {"kind": leaf.kind, "id": leaf.id, **leaf.values}
    if leaf.quarrels:
        facts["conflicts"] = list(leaf.quarrels)
    called = {} if arguments.json else _called(book, kind, leaf.values.items())
    odd = {name.partition("/")[0] for name in leaf.quarrels}
    marks = {name: f" ({say('two versions')})" for name in odd}
    told = {name: value(kind.fields[name], leaf[name], called, worded_in(leaf.values)) for name in leaf.values}
    words = (f"{say(kind.fields[name].label)}: {said}{marks.get(name, '')}" for name, said in told.items())
    tell(arguments, facts, f"{leaf.id}  {'  '.join(words)}")


def find(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        found = questions.find(book, " ".join(arguments.words))
    for leaf in found:
        name = questions.call(questions.kind_named(leaf.kind), leaf.values)
        tell(arguments, {"kind": leaf.kind, "id": leaf.id, "name": name}, f"{leaf.id}  {leaf.kind:12} {name}")
    tell_none(arguments, say("Nothing in this book is called so."), told=len(found))
    return 0


def history(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        kind = questions.kind_of(book, arguments.id)
        need_not_kept_back(book, questions.get(book, kind.name, arguments.id))
        looks.looked(book, What.HISTORY, looks.whom_of(book, kind.name, arguments.id))
        entries = histories.history(book, kind.name, arguments.id)
        called = trust.names_of_writers(book, [entry.by for entry in entries])
        named = _called(book, kind, (field for entry in entries for field in entry.fields.items()))
        leaf = questions.find_one(book, kind.name, arguments.id)
        worded = worded_in(leaf.values) if leaf else ""
        for entry in entries:
            words = "  ".join(_said(kind, field, named, worded) for field in entry.fields.items())
            sentence = f"{moment(entry.at)}  {called.get(entry.by, entry.by)}  {words}{_standing(entry)}"
            tell(arguments, msgspec.to_builtins(entry), sentence)
    return 0


def _standing(entry: Entry) -> str:
    """What a line is beside what it says: an undo, a settlement, something that does not count."""
    several = len(entry.replaces) > 1 and not entry.undoes and not entry.origin
    told = {say("an undo"): entry.undoes, say("in place of several"): several, say("set aside"): not entry.counts}
    marks = ", ".join(words for words, holds in told.items() if holds)
    return f"  ({marks})" if marks else ""


def _said(kind: Kind, written: tuple[str, Any], named: Names, worded: str) -> str:
    """What one line says of a field; of one that holds several codes, which came or went."""
    name, stored = written
    field, _, code = name.partition("/")
    if name == WITHDRAWN:
        return say("taken out") if stored else say("brought back")
    if field not in kind.fields:
        return f"{field}: {stored}"
    declared = kind.fields[field]
    if not code:
        return f"{say(declared.label)}: {value(declared, stored, named, worded) or say('nothing')}"
    words = value(declared, [code], named, worded)
    sign = say("with {what}", what=words) if stored else say("without {what}", what=words)
    return f"{say(declared.label)}: {sign}"


def _called(book: Book, kind: Kind, fields: Iterable[tuple[str, Any]]) -> Names:
    """Everybody and everything that these fields name; what has no name of its own is called by its id."""
    referring = {name for name, field in kind.fields.items() if field.shown.refers}
    ids = {str(stored) for name, stored in fields if stored and name in referring}
    return {each: each for each in ids} | questions.names_of(book, sorted(ids))


def why(arguments: argparse.Namespace) -> int:
    """Why we ask, field by field: the same table that the forms show."""
    kind_name, _, field_name = arguments.field.partition(".")
    found = [
        (kind, declared)
        for kind in KINDS.values()
        for declared in kind.fields.values()
        if (kind_name == kind.name and field_name in {"", declared.name})
        or (not field_name and declared.name == kind_name)
    ]
    if not found and kind_name in KINDS:
        raise UnknownField(field=field_name, kind=kind_name, known=known_fields(KINDS[kind_name]))
    if not found:
        raise NoSuchKind(kind=arguments.field, known=", ".join(sorted(KINDS)))
    times = suggested_times()
    for kind, declared in found:
        sentence = f"{kind.name}.{declared.name} ({declared.audience}): {declared.shown.why}"
        codes = [] if kind_name in KINDS and not field_name else [*_codes(declared).items()]
        wide = max((len(code) for code, _ in codes), default=0) + 2
        lines = (f"  {code}" if code == words else f"  {code:{wide}}{words}" for code, words in codes)
        readers = [f"  {read_by(declared)}"]
        scale = [f"  {say(declared.shown.unit)}"] if declared.shown.unit else []
        need = need_of(kind.name, declared.name)
        needed = [f"  {say('needed ({sort}): {words}', sort=say(need.sort), words=need.words)}"] if need else []
        kept = [f"  {as_long_as(kind.name, times)}"]
        told = _why(kind, declared) | {"kept": as_long_as(kind.name, times)}
        tell(arguments, told, "\n".join([sentence, *readers, *kept, *scale, *needed, *lines]))
    return 0


def _codes(declared: Field) -> dict[str, str]:
    """The codes that a field can hold, with their words."""
    return {str(code): spoken.words(code) for code in declared.choices or ()}


def _why(kind: Kind, declared: Field) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "field": declared.name,
        "label": declared.label,
        "why": declared.shown.why,
        "audience": declared.audience,
        "required": declared.required,
        "needed": need.words if (need := need_of(kind.name, declared.name)) else "",
        "codes": _codes(declared),
        "unit": declared.shown.unit,
    }


def state(arguments: argparse.Namespace) -> int:
    audiences = agreement.EVERYONE
    if arguments.audience:
        try:
            audiences = frozenset(Audience(name.strip()) for name in arguments.audience.split(","))
        except ValueError:
            raise NotUnderstood(field=say("Audience"), reason=", ".join(Audience)) from None
    with open_book(arguments) as book:
        told = list(agreement.state(book, audiences))
        access.note(book, What.EXPORTED, many=len(told))
        for line in told:
            put(line)
    return 0
