"""Who takes part in a process: who leads it, who may read it, and what help came before."""

from __future__ import annotations

from datetime import date

from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.keeping import Wish
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.errors import AboutThem, LineManagerOnly, NotAReader, NotYourProcess, OpenerGives
from caregiver_desk.practice.concerns.concerns import is_one
from caregiver_desk.practice.fairness.processes import Part, before
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.fairness.processes import ABOUT, PROCESS, Sort
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.wellbeing.responses import PLAN_RESPONSE
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync.profiles import profile_for
from caregiver_desk.wording import full_day, say


def process_of(book: Book, process: str) -> Leaf:
    """Raises NoSuchRecord."""
    return questions.get(book, PROCESS.name, process)


def about_of(book: Book, process: str) -> Leaf | None:
    """The record that says what a process is about; None where it has not come here."""
    found = (questions.listing(book, kind.name, {"process": process}, limit=1) for kind in ABOUT.values())
    return next((leaves[0] for leaves in found if leaves), None)


def sort_of(about: Leaf | None) -> Sort | None:
    return Sort(about.kind) if about else None


def own_name(book: Book) -> str:
    """What the owner of this book is called."""
    return questions.names_of(book, [book.person]).get(book.person, "")


def need_line_manager(book: Book, caregiver: str) -> None:
    """Raises LineManagerOnly for anybody but the line manager of this caregiver."""
    manager = line_manager_of(book, caregiver)
    if manager != book.shown(book.person):
        names = questions.names_of(book, [manager] if manager else [])
        raise LineManagerOnly(name=names.get(manager or "", say("whoever is named as line manager")))


def name_of(book: Book, person: str) -> str:
    """What somebody is called, here or on their card; empty where neither is known."""
    cards = (each.name for each in partners.known(book) if book.shown(each.person) == person)
    return questions.names_of(book, [person]).get(person, "") or next(cards, "")


def is_held_by(process: Leaf, person: str, name: str) -> bool:
    """Whether somebody has it in hand: by name to whom it was handed over, else whoever opened it."""
    handed = str(process["handed_to"] or "")
    return is_one(name, handed) if handed else bool(person == process["opened_by"])


def manages(book: Book, caregiver: str, partner: Partner) -> bool:
    """Whether a partner is the line manager, by their card or by the name under which that one is known here."""
    manager = line_manager_of(book, caregiver)
    return manager is not None and (
        manager == book.shown(partner.person) or is_one(name_of(book, manager), partner.name)
    )


def leads(book: Book, process: Leaf, about: Leaf | None) -> bool:
    """Whether this book's owner leads it: the line manager, also a new one; of a grievance whom it was given to."""
    owner = book.shown(book.person)
    if sort_of(about) is Sort.GRIEVANCE:
        named = str(about["goes_to"]) if about else ""
        return bool(process["opened_by"] == owner) or is_one(own_name(book), named)
    held = is_held_by(process, owner, own_name(book))
    return held or owner == line_manager_of(book, str(process["caregiver"]))


def need_to_lead(book: Book, process: Leaf) -> None:
    """Raises NotYourProcess."""
    if not leads(book, process, about_of(book, process.id)):
        raise NotYourProcess


def need_to_give(book: Book, process: Leaf) -> None:
    """Raises NotYourProcess for who neither leads nor opened it."""
    if book.shown(book.person) != process["opened_by"]:
        need_to_lead(book, process)


def need_to_let_in(book: Book, process: Leaf) -> None:
    """Raises OpenerGives where nobody would hear this book's owner on who reads it."""
    if not standing_of(book).may_let_in(book.key, process.scope):
        raise OpenerGives(name=name_of(book, str(process["opened_by"])) or say("the one"))


def may_give(book: Book, process: Leaf) -> bool:
    """Whether this book's owner may let others read it."""
    try:
        need_to_give(book, process)
        need_to_let_in(book, process)
    except (NotYourProcess, OpenerGives):
        return False
    return True


def by_who_leads(wish: Wish) -> None:
    """The rule that whoever leads writes what stands in it."""
    need_to_lead(wish.book, process_of(wish.book, str(wish["process"] or wish.record)))


def is_theirs(book: Book, process: Leaf) -> bool:
    """Whether this is the book of the caregiver whom it is about."""
    return bool(book.shown(book.person) == process["caregiver"])


def need_reader(book: Book, process: Leaf, partner: Partner) -> None:
    """Raises NotAReader for whoever takes no part in it, and AboutThem for whom a grievance is about."""
    need_may_read(book, process, partner)
    if not _takes_part(book, process, about_of(book, process.id), partner):
        raise NotAReader(name=partner.name)


def need_may_read(book: Book, process: Leaf, partner: Partner) -> None:
    """Raises NotAReader for a role that reads no process at all, and AboutThem for whom a grievance is about."""
    about = about_of(book, process.id)
    if about is not None and about["against"] and is_one(partner.name, str(about["against"])):
        raise AboutThem(name=partner.name)
    may = profile_for(partner, book.key)
    if partner.role == Role.TRAINER or Audience.PROCESS not in may.let_in | may.audiences:
        raise NotAReader(name=partner.name)


def may_read(book: Book, process: Leaf, partner: Partner) -> bool:
    """Whether this partner takes part in it."""
    try:
        need_reader(book, process, partner)
    except (AboutThem, NotAReader):
        return False
    return True


def _takes_part(book: Book, process: Leaf, about: Leaf | None, partner: Partner) -> bool:
    person, caregiver = book.shown(partner.person), str(process["caregiver"])
    if person == caregiver or is_one(partner.name, str((about and about["adviser"]) or "")):
        return True
    if about is not None and about["goes_to"]:
        return is_one(partner.name, str(about["goes_to"]))
    return manages(book, caregiver, partner)


def support_before(book: Book, caregiver: str, day: date) -> list[Part]:
    """What was arranged to help somebody by this day, as far as this book knows: what, and its days. Never why."""
    found = questions.listing(book, PLAN_RESPONSE.name, {"caregiver": caregiver}, limit=EVERY)
    return before([_part(each) for each in found], day)


def _part(leaf: Leaf) -> Part:
    days = (date.fromisoformat(str(leaf[name])) if leaf[name] else None for name in ("since", "until"))
    return Part(value(PLAN_RESPONSE.fields["response"], leaf["response"], {}), *days)


def in_words(parts: list[Part]) -> str:
    """One part of help a line, with its days."""
    return "\n".join(
        say("{what}: {since} to {until}", what=each.what, since=_day(each.since), until=_day(each.until))
        for each in parts
    )


def _day(day: date | None) -> str:
    return full_day(day) if day else say("a day that is not known here")
