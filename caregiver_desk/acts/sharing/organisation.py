"""What the holder of an organisation's root does: say who coordinates. And what everybody does: take that in.

The root is a file under a passphrase of its own (see sync/organisation). It is opened, signs the next list, and is
sealed again, so that it always holds the last list it signed: a root that was kept from an older day would sign a
number twice, and is refused where this book knows a newer list. None of this can be undone; the next list says better.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.sharing.sharing import ends_known, standing_of
from caregiver_desk.errors import (
    FileInTheWay,
    NoSuchCoordinator,
    NotACoordinator,
    NotYours,
    OlderRoot,
    OrganisationBegun,
    WordsDiffer,
)
from caregiver_desk.practice.people.names import folded
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.organisation import Coordinator, End, Ended, TrustList
from caregiver_desk.store import organisation, partners, sending, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.organisation import LISTED, Adopted
from caregiver_desk.store.partners import PARTNERS, Partner
from caregiver_desk.sync import organisation as roots
from caregiver_desk.sync import trust
from caregiver_desk.sync.organisation import Root
from caregiver_desk.sync.recognising import take_list
from caregiver_desk.sync.words import same_words
from caregiver_desk.wording import count, say


def begin_organisation(
    book: Book, path: Path, passphrase: str, *, name: str, card: bytes, anew: bool = False
) -> Outcome:
    """Make the root of an organisation in a new file, and its first list, which names the owner of this book.

    `card` is this laptop's own; `anew`, where the root of the list that is here was lost. Raises NotYours for who is no
    coordinator, OrganisationBegun and FileInTheWay.
    """
    _coordinators_only(book)
    held = newest_list(book)
    if held and not anew:
        raise OrganisationBegun(organisation=held.organisation)
    if path.exists():
        raise FileInTheWay(file=path.name)
    own, _ = trust.read_card(card)
    return _sign(book, path, passphrase, roots.begin(name, own, fictional=book.fictional))


def name_coordinator(book: Book, path: Path, passphrase: str, *, card: bytes, heard: str) -> Outcome:
    """The next list names the owner of this card too.

    Raises NotACoordinator, WordsDiffer, NotACard, NotARoot, OlderRoot or RootStaysShut.
    """
    _coordinators_only(book)
    named, words = trust.read_card(card)
    if named.role != Role.COORDINATOR:
        raise NotACoordinator(name=named.name, role=named.role)
    if not same_words(heard, words):
        raise WordsDiffer
    root = _opened(book, path, passphrase)
    return _sign(book, path, passphrase, roots.sign_anew(root, roots.named_too(root.list, named)))


def end_coordinator(book: Book, path: Path, passphrase: str, *, name: str) -> Outcome:
    """The next list ends this coordinator: what she wrote counts as far as it is known here, and nothing from then on.

    Raises NoSuchCoordinator, NotARoot, OlderRoot or RootStaysShut.
    """
    _coordinators_only(book)
    root = _opened(book, path, passphrase)
    gone = _called(root.list, name)
    ends = tuple(End(mark, *end) for mark, end in _ends(book, gone.key).items() if end.number)
    rest = tuple(each for each in root.list.coordinators if each.key != gone.key)
    ended = (*root.list.ended, Ended(gone.key, gone.name, ends))
    told = replace(root.list, coordinators=rest, ended=ended)
    return _sign(book, path, passphrase, roots.sign_anew(root, told))


def accept_organisation(book: Book, data: bytes, *, heard: str) -> Outcome:
    """Believe this list, and whatever its root signs later: the eight words on the organisation's sheet fit it.

    Raises WordsDiffer, NotAList, ListNewer or FictionalMixed.
    """
    told = roots.read_list(data)
    roots.refuse_mixed(told, fictional=book.fictional)
    if not same_words(heard, roots.root_words(told)):
        raise WordsDiffer
    return _take(book, told, data.replace(b"\r\n", b"\n").decode())


@act("Exchange with a coordinator on the list", subject="sharing")
def meet_coordinator(book: Book, *, name: str) -> Outcome:
    """Somebody whom the list of the organisation names becomes a partner; no words need comparing.

    Raises NoSuchCoordinator.
    """
    told = newest_list(book)
    found = _called(told, name) if told else None
    if found is None or found.key == book.key:
        raise NoSuchCoordinator(name=name, known="")
    who = (found.key, found.laptop, found.reader, found.person, found.name)
    partners.keep(book, Partner(*who, Role.COORDINATOR, LISTED, clock.now()))
    undoing.note(book, "meet_coordinator")
    return Outcome(say("You can make bundles for {name}.", name=found.name), frozenset({PARTNERS}))


def newest_list(book: Book) -> TrustList | None:
    """The list that holds here, or none."""
    with book.reading() as cursor:
        return organisation.newest(cursor)


def is_listed(book: Book, key: str) -> bool:
    """Whether the list that holds here names whoever signs with this key: her words need not be compared."""
    told = newest_list(book)
    return told is not None and told.coordinator(key) is not None


def list_file(book: Book) -> bytes:
    """The list as a file, to be handed on; empty where there is none."""
    with book.reading() as cursor:
        return organisation.text(cursor).encode()


def _coordinators_only(book: Book) -> None:
    if book.role != Role.COORDINATOR:
        raise NotYours(role=Role.COORDINATOR)


def _opened(book: Book, path: Path, passphrase: str) -> Root:
    """The root, unless this book knows a later list than it signed last."""
    root = roots.open_root(path, passphrase)
    roots.refuse_mixed(root.list, fictional=book.fictional)
    held = newest_list(book)
    if held and held.root == root.list.root and held.version > root.list.version:
        raise OlderRoot(ours=held.version, theirs=root.list.version)
    return root


def _ends(book: Book, key: str) -> Mapping[str, sending.End]:
    """How far she counts: as far as she is known, and if she was locked out before, no further than that said."""
    said, known = standing_of(book).last.get(clock.mark(key)), ends_known(book, key)
    if said is None:
        return known
    return {
        mark: end if end.number <= said[mark] else sending.End(said[mark], "")
        for mark, end in known.items()
        if mark in said
    }


def _called(told: TrustList, name: str) -> Coordinator:
    asked = folded(name)
    found = [each for each in told.coordinators if name == each.laptop or folded(each.name) == asked]
    if len(found) != 1:
        raise NoSuchCoordinator(
            name=name, known=", ".join(f"{each.name} ({each.laptop})" for each in told.coordinators)
        )
    return found[0]


def _sign(book: Book, path: Path, passphrase: str, root: Root) -> Outcome:
    """Seal the root first: a list that is out while its root is not kept would be signed twice."""
    roots.save_root(path, root, passphrase)
    return _take(book, root.list, root.told)


def _take(book: Book, told: TrustList, data: str) -> Outcome:
    adopted, _ = take_list(book, told, data, sure=True)
    undoing.note(book, "accept_organisation")
    return Outcome(_SAID[adopted](told), frozenset({*KINDS, PARTNERS}), facts={"version": told.version})


def _new(told: TrustList) -> str:
    who = count("{number} coordinator", "{number} coordinators", len(told.coordinators))
    return say("{organisation}: list {version}, {who}.", organisation=told.organisation, version=told.version, who=who)


_SAID: dict[Adopted, Callable[[TrustList], str]] = {
    Adopted.NEW: _new,
    Adopted.SAME: lambda _: say("You have this list already. Nothing was changed."),
    Adopted.OLDER: lambda _: say("You have a later list than this one. Nothing was changed."),
    Adopted.TWO_OF_ONE_NUMBER: lambda _: say(
        "You have another list of the same number: the root was used twice. Nothing was changed. Ask who keeps it."
    ),
}
