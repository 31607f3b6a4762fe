"""Loading a capability framework, and what two people say of each of its statements.

Decision. Each side has an act and a day of its own. Whose work it is speaks first: the other's view of a statement is
kept once theirs is there. On one day a view is changed; on another it is a new one, and the one before stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.keeping import edit, new_in, tell
from caregiver_desk.acts.supervision.pairs import Pair, pair_with
from caregiver_desk.errors import NoFramework, NotUnderstood, TheirViewFirst
from caregiver_desk.practice.growth import framework
from caregiver_desk.practice.growth.framework import Framework, NotRead, shipped
from caregiver_desk.records.growth.framework import CAPABILITY_VIEW, FRAMEWORK, ForWhom, Side
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say


@act("Load a capability framework", subject="growth")
def load_framework(book: Book, *, path: Path, whom: ForWhom = ForWhom.CAREGIVER) -> Outcome:
    """Statements and levels from a TOML file or a table (CSV); they hold for your site from today on.

    What was said in other words stays in them. Raises NoFramework or NotYours.
    """
    told = read_file(path)
    sites = [each for each in sites_of(book) if not _holds(book, each, whom, told)]
    if not sites:
        return Outcome(say("This is what holds already. Nothing was changed."))
    said: dict[str, Any] = {"whom": whom, "name": told.name, "version": told.version, "words": framework.written(told)}
    said |= {"day": clock.today(), "said_by": book.person}
    made = [new_in(each.scope, FRAMEWORK, understood(FRAMEWORK.draft, {"site": each.id, **said})) for each in sites]
    words = count("{name}: {number} statement.", "{name}: {number} statements.", len(told.statements), name=told.name)
    return tell(ledger.append(book, "load_framework", made), words, made[0].record if len(made) == 1 else "")


def read_file(path: Path) -> Framework:
    """The framework in a file. Raises NoFramework."""
    read = framework.read_table if path.suffix.casefold() == ".csv" else framework.read
    try:
        return read(path.read_text(encoding="utf-8-sig"), path.stem[:80])
    except NotRead as why:
        raise NoFramework(file=path.name, reason=str(why)) from None
    except (OSError, UnicodeDecodeError):
        raise NoFramework(file=path.name, reason=say("it cannot be read as text")) from None


def _holds(book: Book, site: Leaf, whom: ForWhom, told: Framework) -> bool:
    return in_force(book, whom, site.scope).version == told.version


def in_force(book: Book, whom: ForWhom, scope: str = "") -> Framework:
    """The framework in which a view is written now: what the site loaded last, else what is shipped."""
    found = questions.listing(book, FRAMEWORK.name, {"whom": whom}, limit=EVERY, scope=scope or book.site)
    told = max(found, key=lambda each: (str(each["day"] or ""), each.id), default=None)
    return (_read(told) if told else None) or shipped(whom)


def of_version(book: Book, version: str) -> Framework | None:
    """The framework of this version; None where it was never seen here."""
    ours = {each.version: each for each in map(shipped, ForWhom)}
    if version in ours:
        return ours[version]
    found = questions.listing(book, FRAMEWORK.name, {"version": version}, limit=EVERY, scope=book.site)
    return next((told for each in found if (told := _read(each))), None)


def _read(leaf: Leaf) -> Framework | None:
    """What a record keeps. What is not written as we write it says nothing."""
    try:
        return framework.read(str(leaf["words"] or ""))
    except NotRead:
        return None


class Said(NamedTuple):
    """What both sides say of a framework: the level of each statement that was spoken of, and the day of the last."""

    framework: Framework
    own: Mapping[str, str]
    seen: Mapping[str, str]
    own_on: date | None = None
    seen_on: date | None = None


def capabilities_of(book: Book, caregiver: str, version: str = "") -> Said:
    """What was said last of each statement, in this version or the one in force for somebody in this role."""
    told = (of_version(book, version) if version else None) or in_force(book, whom_of(book, caregiver))
    views = questions.listing(
        book, CAPABILITY_VIEW.name, {"caregiver": caregiver, "framework": told.version}, limit=EVERY
    )
    levels: dict[Side, dict[str, str]] = {side: {} for side in Side}
    days: dict[Side, date] = {}
    for each in sorted(views, key=lambda each: (str(each["day"] or ""), each.id)):
        side = Side(each["side"] or Side.OWN)
        levels[side][str(each["statement"])] = str(each["level"])
        if each["day"]:
            days[side] = date.fromisoformat(str(each["day"]))
    return Said(told, levels[Side.OWN], levels[Side.SEEN], days.get(Side.OWN), days.get(Side.SEEN))


def versions_spoken_in(book: Book, caregiver: str) -> list[str]:
    """The versions in which something was said of somebody, the newest first."""
    views = questions.listing(book, CAPABILITY_VIEW.name, {"caregiver": caregiver}, limit=EVERY)
    told = sorted(views, key=lambda each: (str(each["day"] or ""), each.id), reverse=True)
    return list(dict.fromkeys(str(each["framework"]) for each in told))


def whom_of(book: Book, person: str) -> ForWhom:
    works = questions.listing(book, "engagement", {"person": person, "role": Role.SUPERVISOR.value}, limit=EVERY)
    return ForWhom.SUPERVISOR if any(not each["until"] for each in works) else ForWhom.CAREGIVER


@act("They say how they see their work", subject="growth")
def say_own_view(
    book: Book, *, caregiver: str, levels: dict[str, str], day: date | None = None, framework: str = ""
) -> Outcome:
    """Their own view, statement by statement: levels by code. Raises NotUnderstood."""
    return _say(book, caregiver, Side.OWN, levels, day, framework)


@act("Say how you see their work", subject="growth")
def say_seen_view(
    book: Book, *, caregiver: str, levels: dict[str, str], day: date | None = None, framework: str = ""
) -> Outcome:
    """Your view, of statements of which they spoke themselves. Raises TheirViewFirst or NotUnderstood."""
    return _say(book, caregiver, Side.SEEN, levels, day, framework)


def _say(book: Book, caregiver: str, side: Side, levels: Mapping[str, str], day: date | None, version: str) -> Outcome:
    said, when = capabilities_of(book, caregiver, version), day or clock.today()
    _known(said.framework, levels)
    if side == Side.SEEN and (unsaid := [each for each in levels if each not in said.own]):
        raise TheirViewFirst(statement=_words(said.framework, unsaid[0]))
    pair = pair_with(book, caregiver)
    made = list(_views(book, pair, side, said.framework, levels, when))
    if not made:
        return Outcome(say("Nothing was different, so nothing was saved."))
    act_name = "say_own_view" if side == Side.OWN else "say_seen_view"
    return pair.save(book, act_name, made, say("Saved, for the two of you only. Nothing is added up."))


def _known(told: Framework, levels: Mapping[str, str]) -> None:
    statements, known = {each.code for each in told.statements}, {each.code for each in told.levels}
    if any(each not in statements for each in levels):
        reason = say("one of {names}", names=", ".join(each.code for each in told.statements))
        raise NotUnderstood(field=say(CAPABILITY_VIEW.fields["statement"].label), reason=reason)
    if any(each not in known for each in levels.values()):
        reason = say("one of {names}", names=", ".join(each.code for each in told.levels))
        raise NotUnderstood(field=say(CAPABILITY_VIEW.fields["level"].label), reason=reason)


def _words(told: Framework, code: str) -> str:
    return next(each.words for each in told.statements if each.code == code)


def _views(
    book: Book, pair: Pair, side: Side, told: Framework, levels: Mapping[str, str], day: date
) -> Iterator[Change]:
    """What has to be written: on one day a view is changed, on another it is said anew where it is another."""
    where = {"supervision": pair.link, "framework": told.version, "side": side}
    before = questions.listing(book, CAPABILITY_VIEW.name, where, limit=EVERY)
    last = {str(each["statement"]): each for each in sorted(before, key=lambda each: (str(each["day"]), each.id))}
    for code, level in levels.items():
        view = last.get(code)
        if view and view["day"] == day.isoformat():
            changed = edit(book, view, {"level": level})
            if changed.fields:
                yield changed
        elif not view or view["level"] != level:
            fields = {"framework": told.version, "statement": code, "side": side, "level": level, "day": day}
            yield pair.new(CAPABILITY_VIEW, fields)
