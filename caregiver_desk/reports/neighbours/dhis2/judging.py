"""What a mapping says, asked key by key; what is wrong is gathered with its line and never raised on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import may_leave
from caregiver_desk.reports.neighbours.dhis2.lines import Fault, Place, Written
from caregiver_desk.reports.neighbours.dhis2.periods import SORTS
from caregiver_desk.wording import say

E = TypeVar("E", bound=StrEnum)
UID = re.compile(r"[A-Za-z][A-Za-z0-9]{10}")
LONGEST_CODE = 50  # letters, as DHIS2 has it


class Judge:
    """The answers of a file, and its faults."""

    def __init__(self, written: Written, indicators: Mapping[str, Indicator]) -> None:
        self._written, self._indicators = written, indicators
        self.faults: list[Fault] = []

    def _fault(self, place: Place, words: str) -> None:
        self.faults.append(Fault(self._written.line(place), self._of_figure(place, words)))

    def _of_figure(self, place: Place, words: str) -> str:
        """The words, with the figure that the line belongs to, where it names one that there is."""
        code = self._table(place).get("indicator") if place.table == "values" else None
        return say("{code}: {words}", code=code, words=words) if code in self._indicators else words

    def _table(self, place: Place) -> Mapping[str, Any]:
        """The table of a place; an empty one where it is not there or is none."""
        told: Any = self._written.told
        for name in filter(None, place.table.split(".")):
            told = told.get(name, {}) if isinstance(told, dict) else {}
        if isinstance(told, list):
            told = told[place.number] if place.number < len(told) else {}
        return told if isinstance(told, dict) else {}

    def keys(self, place: Place) -> list[str]:
        return list(self._table(place))

    def many(self, table: str) -> range:
        """The numbers of the tables of this name; one at the least is wanted."""
        *above, last = table.split(".")
        told = self._table(Place(".".join(above))).get(last, [])
        if not isinstance(told, list) or not told:
            self._fault(Place(table), say("there is no [[{table}]] in it", table=table))
            return range(0)
        return range(len(told))

    def known_keys(self, place: Place, known: Collection[str]) -> None:
        for key in self._table(place).keys() - set(known):
            self._fault(place._replace(key=key), say("“{key}” says nothing here", key=key))

    def lacks(self, place: Place) -> None:
        self._fault(place, say("“{key}” is missing", key=place.key))

    def _text(self, place: Place, *, needed: bool) -> str:
        told = self._table(place).get(place.key, "")
        if not isinstance(told, str):
            self._fault(place, say("“{key}” has to be words between quotation marks", key=place.key))
            return ""
        if needed and not told.strip():
            self.lacks(place)
        return told.strip()

    def one_of(self, place: Place, known: type[E], usual: E) -> E:
        told = self._text(place, needed=False)
        if told and told not in list(known):
            names = ", ".join(known)
            self._fault(place, say("“{told}” is none of these: {names}", told=told, names=names))
            return usual
        return known(told) if told else usual

    def sort(self, place: Place) -> str:
        """The sort of period that a data set wants; any, where none is said."""
        told = self._text(place, needed=False)
        if told and told not in SORTS:
            self._fault(place, say("“{told}” is none of these: {names}", told=told, names=", ".join(SORTS)))
        return told

    def name(self, place: Place, scheme: StrEnum, *, needed: bool = True) -> str:
        """What something is called there, by code or UID; a table of both, or empty where that may be."""
        told = self._table(place).get(place.key, {})
        if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
            self._fault(place, say('“{key}” has to be {{ code = "…", uid = "…" }}', key=place.key))
            return ""
        for key in told.keys() - {"code", "uid"}:
            self._fault(place, say("“{key}” says nothing here", key=key))
        return self._sound(place, str(told.get(scheme, "")).strip(), scheme, needed=needed)

    def _sound(self, place: Place, told: str, scheme: str, *, needed: bool) -> str:
        if not told and needed:
            self._fault(place, say("“{key}” has no {scheme}", key=place.key, scheme=scheme))
        elif told and scheme == "uid" and not UID.fullmatch(told):
            self._fault(place, say("“{told}” is no UID: eleven letters and figures, the first a letter", told=told))
        elif len(told) > LONGEST_CODE:
            self._fault(place, say("a code has at most {most} letters", most=LONGEST_CODE))
        return told

    def uid(self, place: Place) -> str:
        told = self._text(place, needed=True)
        return self._sound(place, told, "uid", needed=False)

    def no_such_place(self, place: Place, known: list[str], *, twice: bool) -> None:
        if twice:
            self._fault(place, say("two teams or areas are called “{key}”", key=place.key))
        else:
            names = ", ".join(known)
            words = say("there is no team or area “{key}” here; there are: {names}", key=place.key, names=names)
            self._fault(place, words)

    def each_once(self, places: Mapping[str, str], place: Place) -> None:
        for unit, many in Counter(places.values()).items():
            if unit and many > 1:
                self._fault(place, say("“{unit}” stands for two places", unit=unit))

    def twice(self, place: Place) -> None:
        self._fault(place, say("one more number is given with this data element and combination"))

    def figure(self, place: Place, *, per: bool) -> tuple[str, str]:
        """An indicator that there is, and a group of it; which groups there are, only its records can tell."""
        code = self._text(place._replace(key="indicator"), needed=True)
        split = self._text(place._replace(key="split"), needed=False)
        known = self._indicators.get(code)
        if code and known is None:
            self._fault(place._replace(key="indicator"), say("there is no figure “{code}”", code=code))
        elif known and split and not known.split:
            self._fault(place._replace(key="split"), say("told as a whole only"))
        elif known and per and known.per is None:
            self._fault(place._replace(key="part"), say("a number alone, of nothing"))
        return code, split

    def field(self, place: Place, kind: str) -> str:
        """A field that may leave without asking, and holds no id of ours."""
        told, place = self._text(place._replace(key="field"), needed=True), place._replace(key="field")
        known = [each.name for each in may_leave(KINDS[kind]) if not each.shown.refers]
        if told and told not in known:
            names = ", ".join(known)
            words = say("“{told}” may not go there, or is no field; these may: {names}", told=told, names=names)
            self._fault(place, words)
            return ""
        return told

    def answers(self, place: Place, kind: str) -> dict[str, str]:
        """What answers are called there. One that our field never gives is a slip."""
        told, name = self._table(place).get("answers", {}), str(self._table(place).get("field", ""))
        declared = KINDS[kind].fields.get(name)
        if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
            self._fault(place._replace(key="answers"), say("“answers” has to be a table of words"))
            return {}
        given = set(declared.choices) if declared and declared.choices else {"true", "false"}
        for answer in sorted(told.keys() - given):
            self._fault(place._replace(key="answers"), say("{field} is never “{answer}”", field=name, answer=answer))
        return dict(told)
