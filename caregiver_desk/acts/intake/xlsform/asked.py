"""What a form asks: its lists of choices, and its questions with the groups and conditions round them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from caregiver_desk.acts.intake.xlsform.rows import LONGEST_LINE, Row, labelled
from caregiver_desk.practice.wellbeing.conditions import NotACondition, condition
from caregiver_desk.practice.wellbeing.questionnaire import Choice, Question, Sort
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.wording import say

REFUSED = frozenset({
    "calculation", "choice_filter", "repeat_count", "default", "read_only", "readonly", "trigger", "parameters",
    "entity", "save_to", "audio", "image", "big-image", "video", "media", "body", "bind", "calculate", "relevance",
    "count", "disabled",
})  # fmt: skip
DANGERS = {"harm": Danger.HARM, "not safe": Danger.NOT_SAFE, "attacked": Danger.ASSAULT}
YES, NO = frozenset({"yes", "true", "true()", "1"}), frozenset({"", "no", "false", "false()", "0"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_CODE = re.compile(r"[^\s,]{1,64}")
_SORTS = {
    "text": Sort.TEXT, "string": Sort.TEXT, "integer": Sort.INTEGER, "int": Sort.INTEGER, "decimal": Sort.DECIMAL,
    "date": Sort.DATE, "note": Sort.NOTE,
}  # fmt: skip
_CHOOSES = {
    "select_one": Sort.ONE,
    "select one": Sort.ONE,
    "select_multiple": Sort.SEVERAL,
    "select multiple": Sort.SEVERAL,
}
_BEGINS, _ENDS = {"begin group", "begin_group"}, {"end group", "end_group"}


Lists = Mapping[str, tuple[Choice, ...]]


class Group(NamedTuple):
    """A group that stands open: where it began, what stands above it, and when it is asked."""

    row: Row
    label: Mapping[str, str]
    when: tuple[str, ...]


def choices(rows: list[Row]) -> dict[str, tuple[Choice, ...]]:
    found: dict[str, dict[str, Choice]] = {}
    for row in rows:
        _refuse_what_changes_it(row)
        offered = found.setdefault(row.needs("list_name" if row["list_name"] else "list name", LONGEST_LINE), {})
        name = row.needs("name")
        if not _CODE.fullmatch(name):
            raise row.wrong("name", say("a code without blanks or commas, please"))
        if name in offered:
            raise row.wrong("name", say("“{name}” stands twice in its list", name=name))
        offered[name] = Choice(name, labelled(row))
    return {name: tuple(offered.values()) for name, offered in found.items()}


def _refuse_what_changes_it(row: Row) -> None:
    for title in row.cells:
        if title.partition(":")[0].strip() in REFUSED:
            raise row.wrong(title, say("this column would change what is asked, and is not read here"))


def questions(rows: list[Row], lists: Lists) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    open_groups: list[Group] = []
    for row in rows:
        _refuse_what_changes_it(row)
        sort = " ".join(row.needs("type").split())
        if sort.casefold() in _BEGINS:
            open_groups.append(Group(row, row.called("label"), _condition(row, "relevant", found)))
        elif sort.casefold() in _ENDS:
            if not open_groups:
                raise row.wrong("type", say("no group is open here"))
            open_groups.pop()
        else:
            question = _question(row, sort, open_groups, found, lists)
            found[question.name] = question
    if open_groups:
        raise open_groups[-1].row.wrong("type", say("this group does not end"))
    if not any(each.sort is not Sort.NOTE for each in found.values()):
        raise Row("survey", 2, {}).wrong("type", say("it asks nothing"))
    return tuple(found.values())


def _question(row: Row, sort: str, groups: list[Group], before: Mapping[str, Question], lists: Lists) -> Question:
    meant, offered = _sort(row, sort, lists)
    name = row.needs("name")
    if not _NAME.fullmatch(name):
        raise row.wrong("name", say("a name of letters and numbers that begins with a letter, please"))
    if name in before:
        raise row.wrong("name", say("“{name}” stands twice", name=name))
    risk = _condition(row, "risk", before, own=name)
    if risk and meant is Sort.NOTE:
        raise row.wrong("risk", say("a note has no answer"))
    return Question(
        name=name,
        sort=meant,
        label=labelled(row),
        hint=row.called("hint"),
        group=next((each.label for each in reversed(groups) if each.label), {}),
        choices=offered,
        when=(*(each for group in groups for each in group.when), *_condition(row, "relevant", before)),
        constraint="".join(_condition(row, "constraint", before, own=name)),
        wrong=row.called("constraint_message"),
        required=_required(row),
        risk="".join(risk),
        danger=_danger(row),
    )


def _sort(row: Row, sort: str, lists: Lists) -> tuple[Sort, str]:
    """What a type asks for, and the list it offers."""
    words = sort.casefold()
    if words in _SORTS:
        return _SORTS[words], ""
    for begins, meant in _CHOOSES.items():
        if words.startswith(f"{begins} "):
            offered = sort[len(begins) :].strip()
            if offered not in lists:
                raise row.wrong("type", say("the sheet “choices” has no list “{name}”", name=offered))
            return meant, offered
    raise row.wrong("type", say("“{sort}” is not asked here", sort=sort[:60]))


def _condition(row: Row, title: str, before: Mapping[str, Question], own: str = "") -> tuple[str, ...]:
    """A condition that only looks back: nothing, or the one that stands there."""
    if not row[title]:
        return ()
    try:
        names = condition(row[title]).names
    except NotACondition as why:
        raise row.wrong(title, str(why)) from None
    unknown = next((each for each in sorted(names) if each not in {*before, own}), "")
    if unknown:
        raise row.wrong(title, say("“{name}” is not asked before it", name=unknown))
    return (row[title],)


def _required(row: Row) -> bool:
    words = row["required"].casefold()
    if words not in YES | NO:
        raise row.wrong("required", say("yes or no, please"))
    return words in YES


def _danger(row: Row) -> Danger:
    words = row["danger"].casefold()
    if words and words not in DANGERS:
        raise row.wrong("danger", say("one of {names}", names=", ".join(DANGERS)))
    if words and not row["risk"]:
        raise row.wrong("danger", say("say under “risk” which answer it is"))
    return DANGERS.get(words, Danger.HARM)
