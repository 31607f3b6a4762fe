"""What is asked of the organisation: the late stipend, ideas, and the coordinator's answers, some of them late."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, Told, caregivers, told

_FIELDS = ("sort", "theme", "words", "released", "named")


@dataclass(frozen=True)
class Answering:
    """The coordinator answers what came up to him by then."""

    book: Book
    request: str
    fields: dict[str, str]

    def happen(self) -> None:
        if questions.find_one(self.book, "request", self.request):
            named("answer_request")(self.book, id=self.request, **self.fields)


@dataclass(frozen=True)
class TellingWhoAsked:
    """Who asked hears the answer, if it has come back."""

    book: Book
    request: str

    def happen(self) -> None:
        found = questions.find_one(self.book, "request", self.request)
        if found and found["replied_on"]:
            named("tell_answer")(self.book, id=self.request)


def tell_week(telling: Telling, week: int) -> None:
    for each in telling.of_week(told("requests")["asked"], week):
        _ask(telling, week, each)


def _ask(telling: Telling, week: int, each: Told) -> None:
    """Ask it, and remember what comes back."""
    day = telling.calendar.day(each["day"])
    if day > telling.calendar.today:
        return
    book = telling.desk(each.get("team") or _team(each["who"]), week)
    given = {name: each[name] for name in _FIELDS if name in each}
    whose = {"caregiver": telling.people[each["who"]]} if "who" in each else {"team": own_team(book)}
    wish = named("ask_organisation")(book, day=day, **whose, **given).record
    request = clock.kin(wish, questions.get(book, "asking", wish).scope)
    if answer := each.get("answer"):
        fields = {"state": answer["state"], "answer": answer["words"]}
        telling.later(answer["day"], Answering(telling.books.coordinator, request, fields))
    if "told" in each:
        telling.later(each["told"], TellingWhoAsked(book, request))


def _team(name: str) -> str:
    return next(str(each["team"]) for each in caregivers() if each["given_names"] == name)
