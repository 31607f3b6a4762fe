"""Who takes part in a process: who leads it, who may read it, and what help came before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk.acts.fairness.inside import about_of, hand_of, process_of
from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.keeping import Wish, period, whose
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.errors import AboutThem, AlreadyDecided, LineManagerOnly, NotAReader, NotYourProcess, OpenerGives
from caregiver_desk.practice.fairness.processes import OPEN_STILL, Part, before
from caregiver_desk.practice.people.meant import is_called, may_mean
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.fairness.processes import Sort
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.records.wellbeing.responses import PLAN_RESPONSE
from caregiver_desk.store import authors, partners, questions
from caregiver_desk.store.authors import Author
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync.profiles import profile_for
from caregiver_desk.wording import known_day, say


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


def is_held_by(book: Book, process: Leaf, person: str, name: str) -> bool:
    """Whether somebody has it in hand: to whom it was handed over, by key or by name; else whoever opened it."""
    cards, key = authors.cards(book), str(process["holder"] or "")
    if key in cards:
        return book.shown(cards[key]) == person
    handed = str(process["handed_to"] or "")
    return is_called(name, handed) if handed else person == hand_of(book, process).opener


def manages(book: Book, caregiver: str, partner: Partner) -> bool:
    """Whether a partner is the line manager, by their card or by the name under which that one is known here."""
    manager = line_manager_of(book, caregiver)
    return manager is not None and (
        manager == book.shown(partner.person) or is_called(name_of(book, manager), partner.name)
    )


def leads(book: Book, process: Leaf, about: Leaf | None) -> bool:
    """Whether this book's owner leads it: who holds it, while they are the line manager.

    Who is that no longer has it in hand until it is handed over, and leads it no more. In a book that never knew of any
    line of theirs, nobody can say that they are not. A grievance is led by whom it was given to, and by whoever wrote
    it down until it was given to them.
    """
    owner, name = book.shown(book.person), own_name(book)
    if sort_of(about) is Sort.GRIEVANCE:
        named = about is not None and is_called(name, str(about["goes_to"] or ""))
        return named or is_held_by(book, process, owner, name)
    return is_held_by(book, process, owner, name) and _manages_still(book, process, owner, name)


def _manages_still(book: Book, process: Leaf, owner: str, name: str) -> bool:
    """Whether the holder is the line manager.

    Where none is known here, who opened it is not: they were. To whom it was handed over is, unless a link of theirs
    that held on that day has ended.
    """
    caregiver = str(process["caregiver"])
    manager = line_manager_of(book, caregiver)
    if manager is not None:
        return manager == owner or is_called(name, name_of(book, manager))
    if not process["handed_on"]:
        return False
    asked = {"caregiver": caregiver, "supervisor": owner, "purpose": LinkPurpose.LINE}
    handed = date.fromisoformat(str(process["handed_on"]))
    return not any(period(each).holds(handed) for each in questions.listing(book, "supervision", asked, limit=EVERY))


def need_to_lead(book: Book, process: Leaf) -> None:
    """Raises NotYourProcess."""
    if not leads(book, process, about_of(book, process.id)):
        raise NotYourProcess


def need_to_give(book: Book, process: Leaf) -> None:
    """Raises NotYourProcess for who neither leads it, nor has it in hand still, nor opened it."""
    owner = book.shown(book.person)
    if owner != hand_of(book, process).opener and not is_held_by(book, process, owner, own_name(book)):
        need_to_lead(book, process)


def need_to_let_in(book: Book, process: Leaf) -> None:
    """Raises OpenerGives where nobody would hear this book's owner on who reads it."""
    if not standing_of(book).may_let_in(book.key, process.scope):
        raise OpenerGives(name=str(process["opened_name"] or say("the one")))


def may_give(book: Book, process: Leaf) -> bool:
    """Whether this book's owner may let others read it."""
    try:
        need_to_give(book, process)
        need_to_let_in(book, process)
    except (NotYourProcess, OpenerGives):
        return False
    return True


@whose
def by_who_leads(wish: Wish) -> None:
    """The rule that whoever leads writes what stands in it."""
    need_to_lead(wish.book, process_of(wish.book, str(wish["process"] or wish.record)))


def need_open(book: Book, process: Leaf) -> None:
    """Raises AlreadyDecided: after its end, and after it went on as another, a process stays as it is."""
    about = about_of(book, process.id)
    if about is not None and about["outcome"] not in OPEN_STILL:
        raise AlreadyDecided


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
    if about is not None and is_meant(book, partner.name, str(about["against"] or "")):
        raise AboutThem(name=partner.name)
    may = profile_for(partner, book.key)
    if partner.role == Role.TRAINER or Audience.PROCESS not in may.let_in | may.audiences:
        raise NotAReader(name=partner.name)


def is_meant(book: Book, name: str, words: str) -> bool:
    """Whether these words may mean somebody of this name, by that or any other name under which they are known here."""
    return bool(words and name) and any(may_mean(each, words) for each in {name, *_also_called(book, name)})


def _also_called(book: Book, name: str) -> Iterator[str]:
    """All names of the people here who are called so; of a partner, of the person on their card."""
    cards = {each.person for each in partners.known(book) if is_called(each.name, name)}
    people = [each for each in cards if (questions.find_one(book, "person", each))]
    found = [questions.get(book, "person", each) for each in people] + questions.find(book, name, kinds={"person"})
    for each in found:
        if each.id in cards or is_called(questions.call(KINDS["person"], each.values), name):
            yield " ".join(str(each[part]) for part in ("given_names", "known_as", "surname") if each[part])


def may_read(book: Book, process: Leaf, partner: Partner) -> bool:
    """Whether this partner takes part in it."""
    try:
        need_reader(book, process, partner)
    except (AboutThem, NotAReader):
        return False
    return True


def _takes_part(book: Book, process: Leaf, about: Leaf | None, partner: Partner) -> bool:
    """The caregiver, who advises, and who leads: by their card, or by the whole of their name."""
    if book.shown(partner.person) == process["caregiver"] or is_called(partner.name, adviser_of(about)):
        return True
    if about is not None and about["goes_to"]:
        return is_called(partner.name, str(about["goes_to"]))
    return manages(book, str(process["caregiver"]), partner)


def adviser_of(about: Leaf | None) -> str:
    return str((about and about["adviser"]) or "")


def unnamed_readers(book: Book, process: Leaf, about: Leaf | None) -> list[Partner]:
    """Who was let in, and neither takes part in it as this says, nor ever led it."""
    hand, standing = hand_of(book, process), standing_of(book)
    inside = [each for each in partners.known(book) if standing.is_let_in(each.key, process.scope)]
    led = [each for each in inside if hand.wrote(Author(each.key, book.shown(each.person)))]
    return [each for each in inside if each not in led and not _takes_part(book, process, about, each)]


def support_before(book: Book, caregiver: str, day: date) -> list[Part]:
    """What was arranged to help somebody by this day, as far as this book knows: what, and its days. Never why."""
    found = questions.listing(book, PLAN_RESPONSE.name, {"caregiver": caregiver}, limit=EVERY)
    return before([_part(each) for each in found], day)


def _part(leaf: Leaf) -> Part:
    since, until = (date.fromisoformat(str(leaf[name])) if leaf[name] else None for name in ("since", "until"))
    return Part(value(PLAN_RESPONSE.fields["response"], leaf["response"], {}), since, until, leaf.id)


def taken_from(parts: list[Part]) -> str:
    """The records of that help, as a copy names them."""
    return ",".join(each.record for each in parts)


def in_words(parts: list[Part]) -> str:
    """One part of help a line, with its days."""
    return "\n".join(
        say("{what}: {since} to {until}", what=each.what, since=known_day(each.since), until=known_day(each.until))
        for each in parts
    )
