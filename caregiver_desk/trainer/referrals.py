"""Where help can be found, and who was pointed to it."""

from __future__ import annotations

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Settling, Telling, Told, listed, told

_NOT_FIELDS = ("of", "verified", "again")
_FIELDS = ("way", "agreed_by", "note", "source")


def begin(telling: Telling) -> None:
    """The directory of each team; somebody rings a number again later."""
    for each in told("referrals")["services"]:
        book, verified = telling.desk(each["of"], 1), telling.calendar.day(each["verified"])
        fields = {name: value for name, value in each.items() if name not in _NOT_FIELDS}
        made = named("record_service")(book, **fields, verified=verified).record
        telling.services[each["name"]] = made
        if "again" in each:
            rung = Settling(book, "service", made, {"verified": telling.calendar.day(each["again"])})
            telling.later(each["again"], rung)


def tell_week(telling: Telling, week: int) -> None:
    """Who was pointed somewhere in this week."""
    for each in telling.of_week(told("referrals")["referrals"], week):
        _refer(telling, telling.desk(each["team"], week), each)


def _refer(telling: Telling, book: Book, each: Told) -> None:
    home, day = telling.homes[each["home"]], telling.calendar.day
    fields = {name: each[name] for name in _FIELDS if name in each}
    if "member" in each:
        fields["member"] = listed(book, "member", household=home, first_name=each["member"])[0].id
    whom = {"household": home, "service": telling.services[each["service"]], "day": day(each["day"])}
    made = named("record_referral")(book, **whom, **fields).record
    if "ends" in each:
        came = {"state": each["ends"]["state"], "feedback": day(each["ends"]["day"])}
        telling.later(each["ends"]["day"], Settling(book, "referral", made, came))
