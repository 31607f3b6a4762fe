"""Visits together: once a quarter each in the ordinary course, and those of the story on their day."""

from __future__ import annotations

from datetime import date
from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.records.supervision.observation import Item
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import AT_WORK, TEAMS, WORKING_DAYS, Telling, Told, caregivers, listed, told

_QUARTER = 13  # weeks
_NOT_FIELDS = ("who", "day", "all_own", "all_seen", "seen", "unspoken")


def tell_week(telling: Telling, week: int) -> None:
    """Those of the story, and whoever's turn it is."""
    teams = {each["given_names"]: each["team"] for each in caregivers()}
    story = list(telling.of_week(told("observation")["visits"], week))
    for each in story:
        _tell(telling, telling.desk(teams[each["who"]], week), each)
    named_by_story = {each["who"] for each in told("observation")["visits"]}
    for team in TEAMS:
        book = telling.desk(team, week)
        working = {each["person"] for each in listed(book, "engagement", role="caregiver") if each["state"] in AT_WORK}
        for place, each in enumerate(caregivers()):
            turn = each["team"] == team and (week + place) % _QUARTER == 0 and each["given_names"] not in named_by_story
            if turn and telling.people[each["given_names"]] in working:
                _ordinary(telling, book, each["given_names"], telling.calendar.day([week, place % WORKING_DAYS]))


def _tell(telling: Telling, book: Book, each: Told) -> None:
    day = telling.calendar.day(each["day"])
    words = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    words |= {f"own_{item}": each["all_own"] for item in Item if "all_own" in each}
    words |= {f"seen_{item}": each["all_seen"] for item in Item if "all_seen" in each}
    words |= {f"seen_{item}": level for item, level in each.get("seen", {}).items()}
    if "asked" in words and "unspoken" not in each:
        words["spoken_on"] = day
    _make(telling, book, each["who"], day, words)


def _ordinary(telling: Telling, book: Book, who: str, day: date) -> None:
    chance, drawn = telling.chance("together", who, day.isoformat()), told("observation")["ordinary"]
    words = {f"{side}_{item}": chance.choice(drawn["levels"]) for side in ("own", "seen") for item in Item}
    words |= {name: chance.choice(drawn[from_]) for name, from_ in _DRAWN.items()}
    _make(telling, book, who, day, {**words, "spoken_on": day})


_DRAWN = {"asked": "asked", "strength": "strengths", "to_try": "to_try", "answer": "answers"}


def _make(telling: Telling, book: Book, who: str, day: date, words: dict[str, Any]) -> None:
    """In the first of the homes that are hers now; nothing that lies ahead of us."""
    if day > telling.calendar.today:
        return
    caregiver = telling.people[who]
    hers = [each for each in listed(book, "assignment", caregiver=caregiver) if each["until"] is None]
    home = {"household": str(hers[0]["household"])} if hers else {}
    named("visit_together")(book, caregiver=caregiver, day=day, words={**home, **words})
