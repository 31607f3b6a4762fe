"""Thandeka has the North for three weeks, and it ends by itself; somebody outside is asked for advice.

The laptop on which Thandeka works was lent for that time and has no book in the story: its card is all that is seen of
it.
"""

from __future__ import annotations

import msgspec

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import signing, slots
from caregiver_desk.sync import seal, trust
from caregiver_desk.trainer.story import Telling, Told, listed, told


def tell_monday(telling: Telling, week: int) -> None:
    """What the coordinator says: which roads are open, who stands in from today, and that it is over."""
    story = told("stepping")
    if week == story["roads"]["week"]:
        for road in story["roads"]["open"]:
            named("open_road")(telling.books.coordinator, road=road)
    if week == story["acting"]["from"][0]:
        _stand_in(telling, story["acting"])
    if week == story["acting"]["final"][0]:
        _make_final(telling)


def tell_week(telling: Telling, week: int) -> None:
    story, day = told("stepping"), telling.calendar.day
    for each in telling.of_week([{**story["aspiring"], "day": story["aspiring"]["since"]}], week):
        book = telling.desk(each["team"], week)
        said = {"person": telling.people[each["who"]], "team": own_team(book), "most": each["most"]}
        named("record_aspiring")(book, **said, since=day(each["since"]))
    for each in telling.of_week(story["consultations"], week):
        asked = {name: each[name] for name in ("topic", "adviser", "asked", "advice")}
        book, home = telling.desk(each["team"], week), telling.homes[each["home"]]
        named("record_consultation")(book, household=home, day=day(each["day"]), **asked)
    for each in telling.of_week(story["advice"], week):
        asked = {name: each[name] for name in ("adviser", "asked", "advice")}
        if concern := telling.concerns.get(each["about"]):
            book = telling.desk(each["team"], week)
            named("record_concern_advice")(book, concern=concern, day=day(each["day"]), **asked)


def _stand_in(telling: Telling, story: Told) -> None:
    coordinator, north = telling.books.coordinator, telling.books.north
    person = telling.people[story["who"].split()[0]]
    card = _card_of_a_lent_laptop(story["who"], person)
    accept_card(coordinator, card, heard=" ".join(trust.read_card(card)[1]))
    days = {name: telling.calendar.day(story[name]) for name in ("from", "until")}
    said = {"team": own_team(north), "person": person, "words": story["words"]}
    named("step_in")(coordinator, **said, since=days["from"], until=days["until"])


def _make_final(telling: Telling) -> None:
    coordinator = telling.books.coordinator
    for each in listed(coordinator, "stepping_in"):
        named("end_stepping_in")(coordinator, id=each.id)
    named("part_from")(coordinator, partner=told("stepping")["acting"]["who"])


def _card_of_a_lent_laptop(name: str, person: str) -> bytes:
    keys = slots.fresh_keys()
    key, reader = signing.public_key(keys.signing), seal.reading_recipient(keys.reading)
    laptop = clock.new_laptop(key)
    card = trust.Card(trust.CARD_VERSION, name, Role.SUPERVISOR, laptop, person, key, reader, fictional=True)
    text = msgspec.json.encode(card)
    return text + b"\n" + signing.sign(text, seed=keys.signing, namespace=trust.CARD_NAMESPACE).encode()
