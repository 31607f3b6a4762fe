"""What was noticed in homes, who was told, and how it ended."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.store import questions
from caregiver_desk.trainer.story import Settling, Telling, Told, listed, told

_NOT_FIELDS = ("team", "day", "raised", "heard", "steps", "closed")


def begin(telling: Telling) -> None:
    """The site asks sooner who has a concern than we suggest, and names a lead; nobody has read the rules yet."""
    book = telling.books.north
    site = questions.own_site(book)
    if site:
        sooner = {"code": "CP9B", "within": 5, "day": telling.calendar.day([1, 0])}
        named("record_duty_review")(book, site=site.id, **sooner)
        day = telling.calendar.day([1, 0])
        named("record_safeguarding_lead")(book, site=site.id, day=day, **told("concerns")["lead"])


def tell_week(telling: Telling, week: int) -> None:
    """What was noticed in this week, and what was done about what was noticed before."""
    for each in telling.of_week(told("concerns")["concerns"], week):
        _note(telling, week, each)
    for each in told("concerns")["concerns"]:
        if each["about"] in telling.concerns:
            _go_on(telling, week, each)


def _note(telling: Telling, week: int, each: Told) -> None:
    book, day = telling.desk(each["team"], week), telling.calendar.day
    fields = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
    raised = {"caregiver": telling.people[each["raised"]]} if "raised" in each else {}
    made = named("note_concern")(book, **fields, noticed=day(each["day"]), **raised).record
    telling.concerns[each["about"]] = made
    if "heard" in each:
        (offer,) = listed(book, "follow_up", **raised, code="F2", state="offered")
        heard = {"state": "done", "done_on": day(each["heard"])}
        telling.later(each["heard"], Settling(book, "follow_up", offer.id, heard))


def _go_on(telling: Telling, week: int, each: Told) -> None:
    book, concern = telling.desk(each["team"], week), telling.concerns[each["about"]]
    for step in telling.of_week(each["steps"], week):
        named("add_concern_step")(book, concern=concern, **{**step, "day": telling.calendar.day(step["day"])})
    for closed in telling.of_week([each["closed"]] if "closed" in each else [], week):
        said = {name: value for name, value in closed.items() if name != "day"}
        named("close_concern")(book, concern=concern, **said)
