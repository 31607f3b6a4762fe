"""Our forms as XLSForm workbooks, which ODK and KoboToolbox turn into forms for phones.

Context. Caregivers fill in visits on phones where a programme has them. The form passes through servers that are not
ours, and so do its answers.

Decision. What a form asks is data (`resources/neighbours/forms`); how each question is put follows from the declaration
of the field: its label, why it is asked, its codes, its bounds. Only what is open can be asked, whatever the data say.
Homes and names are typed, unless somebody asks for lists: then the form holds the codes of homes, and by asking the
names of caregivers too, and an answer holds their ids.

Consequences. The version of a form follows from what it asks, so the same form is the same file. Its answers are read
by `acts/intake` under the names that stand here.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.acts.intake.phones import PhoneForm
from caregiver_desk.errors import NotUnderstood, OtherEnding
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.spoken import words
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.leaving import NOTHING_MORE, may_be_asked, may_leave
from caregiver_desk.records.people.people import PERSON, Role
from caregiver_desk.records.record import KINDS, Field, Kind
from caregiver_desk.records.visits.households import HOUSEHOLD, HouseholdState
from caregiver_desk.records.wanted import wanted
from caregiver_desk.reports.tables.workbook import SUFFIX
from caregiver_desk.store import access, looks, questions, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import capital, count, later, say

SURVEY = (
    "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "default",
    "appearance",
)  # fmt: skip
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version")
YES_NO = "yes_no"
SAID = {
    "household": (
        later("The code of {number} home stands in the form, for whoever has it."),
        later("The codes of {number} homes stand in the form, for whoever has it."),
    ),
    "person": (
        later("The name of {number} caregiver stands in the form, for whoever has it."),
        later("The names of {number} caregivers stand in the form, for whoever has it."),
    ),
}
_VISITED = frozenset({HouseholdState.REFERRED, HouseholdState.ACTIVE, HouseholdState.PAUSED})
_ALWAYS_THE_SAME = datetime(2026, 1, 1, tzinfo=UTC)

Lists = Mapping[str, Sequence[tuple[str, str]]]
Line = dict[str, str]
NO_LISTS: Lists = {}


class Sheets(NamedTuple):
    """The three sheets of an XLSForm, line by line."""

    survey: list[Line]
    choices: list[Line]
    settings: list[Line]


def lists_of(book: Book, wanted: frozenset[Audience] = NOTHING_MORE) -> Lists:
    """Every home that is visited by its code, and where names were asked for who works as a caregiver: (id, words)."""
    homes = questions.listing(book, HOUSEHOLD.name, {"state": _VISITED}, limit=EVERY)
    lists = {HOUSEHOLD.name: _in_order((home.id, str(home["code"] or "")) for home in homes)}
    if set(PERSON.named) <= {field.name for field in may_leave(PERSON, wanted)}:
        lists[PERSON.name] = _in_order(_caregivers(book).items())
    return lists


def taken(book: Book, form: PhoneForm, lists: Collection[str]) -> Lists:
    """Those lists that somebody asked for and the form has a use for, by the kind of record."""
    fields = KINDS[form.holds].fields
    asked = {fields[name].shown.refers for name in (*form.asks, *form.each)} & set(lists)
    wanted = frozenset({Audience.TEAM}) if PERSON.name in asked else NOTHING_MORE
    return {kind: named for kind, named in lists_of(book, wanted).items() if kind in asked}


def said_of(lists: Lists) -> list[str]:
    """What then stands in the form, in sentences."""
    return [count(*SAID[kind], len(lists[kind])) for kind in SAID if kind in lists]


def write(form: PhoneForm, out: Path, lists: Lists = NO_LISTS, book: Book | None = None) -> None:
    """Put it into a file; that names went into one stands in the access log. Raises OtherEnding or FileInTheWay."""
    if out.suffix.lower() != SUFFIX:
        raise OtherEnding(file=out.name, endings=SUFFIX)
    safely.write_new(out, workbook(form, lists))
    if book and lists:
        access.note(book, What.EXPORTED, many=sum(map(len, lists.values())))
        looks.looked(book, What.EXPORTED, {person for person, _ in lists.get(PERSON.name, ())})


def _caregivers(book: Book) -> Mapping[str, str]:
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER}, limit=EVERY)
    return questions.names_of(book, [leaf["person"] for leaf in engaged if leaf["state"] not in GONE])


def _in_order(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(named, key=lambda each: each[1])


def sheets(form: PhoneForm, lists: Lists = NO_LISTS) -> Sheets:
    """What an XLSForm of this form says. Raises NotUnderstood where it asks what nobody but two people may read."""
    kind = KINDS[form.holds]
    allowed = {field.name: field for field in may_be_asked(kind)}
    if beyond := [name for name in (*form.asks, *form.each) if name not in allowed]:
        reason = say("a form cannot ask this: {fields}", fields=", ".join(beyond))
        raise NotUnderstood(field=form.title or form.form, reason=reason)
    asked = [allowed[name] for name in (*form.asks, *form.each)]
    survey = list(_survey(form, kind, allowed, lists))
    choices = [line for field in asked for line in _choices(field, lists)]
    told = list({json.dumps(line): line for line in choices}.values())
    return Sheets(survey, told, [_settings(form, survey, told)])


def _settings(form: PhoneForm, survey: list[Line], choices: list[Line]) -> Line:
    said = hashlib.sha256(json.dumps([survey, choices]).encode()).hexdigest()
    return {"form_title": say(form.title), "form_id": form.form, "version": str(int(said[:9], 16))}


def _survey(form: PhoneForm, kind: Kind, fields: Mapping[str, Field], lists: Lists) -> Iterator[Line]:
    yield from (_question(form, kind, fields[name], lists) for name in form.asks)
    if form.each:
        yield {"type": "begin_repeat", "name": form.repeat, "label": say(form.repeat_label)}
        yield from (_question(form, kind, fields[name], lists) for name in form.each)
        yield {"type": "end_repeat"}


def _question(form: PhoneForm, kind: Kind, field: Field, lists: Lists) -> Line:
    """One line of the survey; what is empty is left out."""
    hint = "" if field.shown.refers in lists else form.hints.get(field.name, "")
    line = {
        "type": _type(field, lists),
        "name": field.name,
        "label": say(field.label),
        "hint": say(hint or field.shown.why),
        "required": "yes" if field.required else "",
        "relevant": _relevant(form.relevant.get(field.name, {})),
        "default": _default(kind, field),
        "appearance": "minimal autocomplete" if field.shown.refers in lists else "",
        **_bounds(kind, field),
    }
    return {name: told for name, told in line.items() if told}


def _type(field: Field, lists: Lists) -> str:
    if field.shown.refers in lists:
        return f"select_one {field.shown.refers}"
    if field.choices:
        return f"{'select_multiple' if field.many else 'select_one'} {field.name}"
    return {bool: f"select_one {YES_NO}", date: "date", int: "integer"}.get(field.base, "text")


def _bounds(kind: Kind, field: Field) -> Line:
    """Between what an answer must lie; what happened did so on a day that has come."""
    if field.base is int and field.least is not None and field.most is not None:
        return {"constraint": f". >= {field.least} and . <= {field.most}", "constraint_message": _sentence(field)}
    if field.name == kind.when:
        return {"constraint": ". <= today()", "constraint_message": say("This day has not come yet.")}
    return {}


def _sentence(field: Field) -> str:
    told = wanted(field)
    return f"{capital(told)}."


def _default(kind: Kind, field: Field) -> str:
    if field.name == kind.when:
        return "today()"
    usual = kind.draft.model_fields[field.name].default
    return code_name(usual) if isinstance(usual, StrEnum) else ""


def _relevant(when: Mapping[str, Sequence[str]]) -> str:
    """When a question is asked: where each of these was answered in one of these ways."""
    parts = (
        " or ".join(f"${{{name}}} = '{code_name(code)}'" for code in codes) for name, codes in sorted(when.items())
    )
    return " and ".join(f"({part})" for part in parts)


def _choices(field: Field, lists: Lists) -> Iterator[Line]:
    if field.shown.refers in lists:
        yield from (
            {"list_name": field.shown.refers, "name": id_, "label": told} for id_, told in lists[field.shown.refers]
        )
    elif field.choices:
        yield from (_choice(field.name, code_name(code), words(code)) for code in field.choices)
    elif field.base is bool:
        yield from (_choice(YES_NO, "yes", say("yes")), _choice(YES_NO, "no", say("no")))


def _choice(list_name: str, name: str, told: str) -> Line:
    return {"list_name": list_name, "name": name, "label": capital(told)}


def code_name(code: str) -> str:
    """A code as an answer holds it: without blanks, which set several answers apart."""
    return re.sub("[^0-9A-Za-z]+", "_", code).strip("_")


def workbook(form: PhoneForm, lists: Lists = NO_LISTS) -> bytes:
    """The XLSForm of this form (.xlsx)."""
    from xlsxwriter import Workbook  # only where a form is made

    made, told = io.BytesIO(), sheets(form, lists)
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _ALWAYS_THE_SAME})
        for name, columns, lines in zip(Sheets._fields, (SURVEY, CHOICES, SETTINGS), told, strict=True):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns)
            for number, line in enumerate(lines, 1):
                for place, column in enumerate(columns):
                    sheet.write_string(number, place, line.get(column, ""))
    return made.getvalue()
