"""Where help can be found, and who was pointed to it."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import Wish, keep, new, tell, wished
from caregiver_desk.acts.visits.households import allowed
from caregiver_desk.errors import ReferralNotAgreedTo
from caregiver_desk.practice.visits import consent, services
from caregiver_desk.records.visits.households import Purpose
from caregiver_desk.records.visits.referrals import REFERRAL, SERVICE, Ground, ReferralDraft, ServiceDraft, ServiceKind
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, say


def agreed_to_referrals(wish: Wish) -> None:
    """Nobody is referred against her word, but where the law asks for it or a child may be in danger.

    A referral that was made before may always be closed: its state, and the day of the answer.
    """
    more = [name for name in consent.beyond(consent.LEAST_OF_A_REFERRAL, wish.filled) if name in wish.changed]
    service = questions.find_one(wish.book, "service", str(wish["service"]))
    to = ServiceKind(service["sort"]) if service and service["sort"] else None
    if not more or consent.never_stopped(Ground(wish["ground"] or Ground.CONSENT), to):
        return
    day = clock.today() if wish.record else wish.day("day")
    if not allowed(wish.book, str(wish["household"]), day or clock.today(), Purpose.REFERRALS):
        raise ReferralNotAgreedTo(duty=say(Ground.LEGAL_DUTY), ground=say(REFERRAL.fields["ground"].label))


keep(SERVICE, "referrals")
keep(REFERRAL, "referrals", agreed_to_referrals, verbs=("change", "withdraw"))


@act("Add the national numbers", subject="referrals")
def add_national_numbers(book: Book) -> Outcome:
    """Childline, the police and the others that the whole country shares, as far as they are not here yet."""
    known = {_digits(str(each["phone"])) for each in questions.listing(book, "service", limit=EVERY)}
    missing = [each for each in services.national() if _digits(each["phone"]) not in known]
    if not missing:
        return Outcome(say("All of them are here already."))
    changes = [new(book, SERVICE, understood(ServiceDraft, each)) for each in missing]
    saved = ledger.append(book, "add_national_numbers", changes)
    years = {str(each["verified"].year) for each in missing}
    words = "{number} added, last verified in {years}. Ring it once before anybody relies on it."
    many = "{number} added, last verified in {years}. Ring each once before anybody relies on it."
    return tell(saved, count(words, many, len(missing), years=", ".join(sorted(years))), "")


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())


@act("Record referral", subject="referrals")
def record_referral(book: Book, *, referral: ReferralDraft) -> Outcome:
    """Somebody was pointed to a service. Says where its number is old enough to be checked first."""
    change = new(book, REFERRAL, referral)
    agreed_to_referrals(wished(book, referral))
    saved = ledger.append(book, "record_referral", [change])
    return tell(saved, _said(book, referral.service), change.record)


def _said(book: Book, service: str) -> str:
    known = questions.find_one(book, "service", service)
    verified = date.fromisoformat(known["verified"]) if known and known["verified"] else None
    if known and known["phone"] and services.to_check(verified, clock.today()):
        return say("Saved. Check this number before anybody relies on it: it was not verified for six months.")
    return say("Saved.")
