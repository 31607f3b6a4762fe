"""What a sheet may hold: for each kind, the fields that its columns can go into, and what words they may use.

Words that titles and cells may use are data (`resources/intake`), so a site adds its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from caregiver_desk.errors import NoSuchKind
from caregiver_desk.practice.people.names import folded
from caregiver_desk.records.people.people import ENGAGEMENT, PERSON
from caregiver_desk.records.record import Kind
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.records.visits.households import ASSIGNMENT, HOUSEHOLD, MEMBER
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.wording import RESOURCES, later, say

SUBMISSION, CORRECTS = "submission", "corrects"  # the number of a filled-in form, and of the one that it corrects
ANSWER = "answer"  # the column of a mended copy in which somebody may write that this is another person
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MEND = later("What to mend")
_IN_BRACKETS = r"[(\[][^)\]]*[)\]]"


@dataclass(frozen=True)
class Target:
    """A field that a column can go into."""

    name: str
    label: str
    base: type


@dataclass(frozen=True)
class Form:
    """What a sheet of this kind may hold. Of each group in `needs` it must have one."""

    kind: Kind
    act: str
    subject: str
    targets: Mapping[str, Target]
    needs: tuple[tuple[str, ...], ...]

    @property
    def from_phones(self) -> bool:
        """Whether such records are filled in on phones as well."""
        return SUBMISSION in self.targets


def _targets(*chosen: Target, **names: tuple[Kind, str]) -> dict[str, Target]:
    declared = [Target(name, kind.fields[own].label, kind.fields[own].base) for name, (kind, own) in names.items()]
    return {each.name: each for each in (*chosen, *declared)}


def _of(kind: Kind, *names: str) -> dict[str, tuple[Kind, str]]:
    return {name: (kind, name) for name in names}


_ANSWER = Target(ANSWER, MEND, str)
_NUMBERED = (
    Target(SUBMISSION, VISIT.fields[SUBMISSION].label, str),
    Target(CORRECTS, later("Number of the form it corrects"), str),
)
_TEAM = Target("team", HOUSEHOLD.fields["team"].label, str)
_DAY_LABELS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"),
    later("Saturday"), later("Sunday"),
)  # fmt: skip

FORMS: dict[str, Form] = {
    "household": Form(
        HOUSEHOLD,
        "bring_in_households",
        "households",
        _targets(
            **_of(HOUSEHOLD, "code", "ward", "level", "state", "enrolled", "nickname", "village", "phone", "safety"),
            caregiver=(ASSIGNMENT, "caregiver"),
            **_of(ASSIGNMENT, "since", "short_number"),
        )
        | {each.name: each for each in (_TEAM, _ANSWER)},
        needs=(("code",),),
    ),
    "person": Form(
        PERSON,
        "bring_in_people",
        "people",
        _targets(
            Target("name", later("Name"), str),
            Target("surname_first", later("Surname and name"), str),
            **_of(PERSON, "given_names", "surname", "known_as", "phone", "birth_year", "language"),
            **_of(ENGAGEMENT, "since", "state", "role", "field_days"),
        )
        | {each.name: each for each in (_TEAM, _ANSWER)},
        needs=(("name", "surname_first", "given_names"),),
    ),
    "member": Form(
        MEMBER,
        "bring_in_members",
        "households",
        _targets(
            Target("name", later("Name"), str),
            Target("surname_first", later("Surname and name"), str),
            _ANSWER,
            **_of(MEMBER, "household", "first_name", "birth_year", "sex", "relation", "primary_carer"),
        ),
        needs=(("household",), ("first_name", "name", "surname_first")),
    ),
    "visit": Form(
        VISIT,
        "bring_in_visits",
        "visits",
        _targets(
            **_of(VISIT, "caregiver", "day", "household", "outcome", "minutes", "purposes", "children_seen"),
            **_of(VISIT, "with_whom", "safety_worry", "note"),
        )
        | {
            each.name: each
            for each in (
                Target("households", later("Several households"), str),
                Target("week", later("Week"), VISIT.fields["day"].base),
                *(Target(name, label, str) for name, label in zip(WEEKDAYS, _DAY_LABELS, strict=True)),
                *_NUMBERED,
                _ANSWER,
            )
        },
        needs=(("caregiver",), ("day", "week"), ("household", "households", *WEEKDAYS)),
    ),
    "check_in": Form(
        CHECK_IN,
        "bring_in_check_ins",
        "supervision",
        _targets(**_of(CHECK_IN, "caregiver", "day", "type", "minutes", "next_day"))
        | {each.name: each for each in (*_NUMBERED, _ANSWER)},
        needs=(("caregiver",), ("day",)),
    ),
}


def form_for(kind: str) -> Form:
    """How a sheet of this kind is read. Raises NoSuchKind."""
    if kind not in FORMS:
        raise NoSuchKind(kind=kind, known=", ".join(sorted(FORMS)))
    return FORMS[kind]


def vocabulary(kind: str) -> dict[str, dict[str, str]]:
    """What words mean: titles under `columns`, words in cells under the field's name."""
    return _vocabulary(kind, say(MEND))


@cache
def _vocabulary(kind: str, mend: str) -> dict[str, dict[str, str]]:
    meanings: dict[str, dict[str, str]] = {"columns": {folded(mend): ANSWER}}
    for path in sorted((RESOURCES / "intake").glob(f"{kind}.*toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for place, words in {"columns": told.get("columns", {}), **told.get("values", {})}.items():
            meanings.setdefault(place, {}).update(
                {folded(word): meant for meant, synonyms in words.items() for word in synonyms}
            )
    return meanings


@cache
def plain_title(text: str) -> str:
    """A title as it is compared: without what stands in brackets."""
    return folded(re.sub(_IN_BRACKETS, " ", text)) or folded(text)


@cache
def ways_of(title: str) -> tuple[str, ...]:
    """How a title may be known: as it stands, without what stands in brackets, and as the end of a path of groups.

    A phone form names a question by the groups that it stands in: `round/visits/household`, or with hyphens.
    """
    ways = [folded(title), plain_title(title)]
    if not any(map(str.isspace, title)):
        parts = re.split("[/-]", title)
        ways += [folded(" ".join(parts[place:])) for place in range(1, len(parts))]
    return tuple(dict.fromkeys(filter(None, ways)))
