"""What would be too large for its reader is made in parts; each is whole in itself."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import TooLarge
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.shapes import LONGEST_TEXT
from caregiver_desk.records.sharing.standing import control_stream
from caregiver_desk.store import agreement, checking, ledger, partners, questions, sending
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.receipts import Reach, Told
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival
from caregiver_desk.sync import bundle, carriers, exchange, limits, lines, making, trust
from caregiver_desk.sync.making import Made
from caregiver_desk.sync.opener import Opener

Meet = Callable[[Book, Book], None]
Take = Callable[[Book, Iterable[Made]], None]
SHARED = frozenset({Audience.OPEN, Audience.TEAM})


@pytest.fixture
def owed(pair: tuple[Book, Book]) -> Partner:
    """Forty households and a statement of Nomvula's, of which her coordinator has heard nothing."""
    nomvula, fhatuwani = pair
    for number in range(40):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{number}", level=2)
    ACTS["enrol"](nomvula, laptop=fhatuwani.laptop, scope=nomvula.site)
    return partners.known(nomvula)[0]


@pytest.fixture
def take(home: Path, opener: Opener) -> Take:
    """Open bundles in a book, one after the other."""

    def carry(reader: Book, made: Iterable[Made]) -> None:
        for each in made:
            assert exchange.open_bundle(reader, carriers.drop(home, each.bundle, each.sealed), opener) is not None

    return carry


def told(book: Book) -> list[str]:
    return list(agreement.state(book, SHARED))


@pytest.mark.parametrize(("name", "most"), [("COUNT", 15), ("LINES", 3_000), ("FILE", 9_700), ("TIPS", 1_100)])
def test_what_its_reader_would_refuse_is_made_in_parts_that_she_takes(
    pair: tuple[Book, Book], owed: Partner, monkeypatch: pytest.MonkeyPatch, name: str, most: int
):
    nomvula, fhatuwani = pair
    assert len(making.make(nomvula, owed)) == 1

    monkeypatch.setattr(limits, name, most)
    made = making.make(nomvula, owed)

    assert 2 <= len(made) <= 8
    assert len({each.bundle for each in made}) == len(made)
    for each in made:
        bundle.unseal(each.sealed, identity=fhatuwani.vault.keys.reading)


@pytest.mark.parametrize("name", ["COUNT", "TIPS", "MANIFEST"])
def test_what_was_made_under_wider_limits_is_refused(
    pair: tuple[Book, Book], owed: Partner, monkeypatch: pytest.MonkeyPatch, name: str
):
    nomvula, fhatuwani = pair
    (made,) = making.make(nomvula, owed)

    monkeypatch.setattr(limits, name, 30)
    with pytest.raises(TooLarge):
        bundle.unseal(made.sealed, identity=fhatuwani.vault.keys.reading)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_parts_say_the_same_in_any_order_as_one_would(
    pair: tuple[Book, Book], owed: Partner, take: Take, monkeypatch: pytest.MonkeyPatch, order: tuple[int, ...]
):
    nomvula, fhatuwani = pair
    monkeypatch.setattr(limits, "COUNT", 22)
    made = making.make(nomvula, owed)
    assert len(made) == len(order)

    take(fhatuwani, [made[place] for place in order])

    assert set(told(nomvula)) <= set(told(fhatuwani))
    assert sending.holes(fhatuwani) == {}
    assert checking.check(fhatuwani) == []


@pytest.mark.parametrize("lost", range(3))
def test_a_part_that_is_lost_is_made_good_by_the_next_bundle(
    pair: tuple[Book, Book], owed: Partner, take: Take, monkeypatch: pytest.MonkeyPatch, lost: int
):
    nomvula, fhatuwani = pair
    monkeypatch.setattr(limits, "COUNT", 22)
    made = making.make(nomvula, owed)
    take(fhatuwani, made[:lost] + made[lost + 1 :])
    assert not set(told(nomvula)) <= set(told(fhatuwani))

    take(nomvula, making.make(fhatuwani, partners.known(fhatuwani)[0]))
    take(fhatuwani, making.make(nomvula, owed))

    assert set(told(nomvula)) <= set(told(fhatuwani))
    assert sending.holes(fhatuwani) == {}


def test_all_statements_ride_in_every_part(pair: tuple[Book, Book], owed: Partner, monkeypatch: pytest.MonkeyPatch):
    nomvula, _ = pair
    monkeypatch.setattr(limits, "COUNT", 15)

    for made in making.make(nomvula, owed):
        assert made.stretches[0].stream == journal.Stream(nomvula.laptop, "", Audience.CONTROL)


def test_for_a_small_stick_it_is_made_in_parts_none_larger_than_it_holds(
    pair: tuple[Book, Book], owed: Partner, take: Take
):
    nomvula, fhatuwani = pair
    for number in range(200):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"H-{number}", ward=str(number))
    (whole,) = making.make(nomvula, owed)
    at_most = len(whole.sealed) * 2 // 3

    made = making.make(nomvula, owed, at_most=at_most)
    take(fhatuwani, made)

    assert len(made) > 1
    assert all(len(each.sealed) <= at_most for each in made)
    assert set(told(nomvula)) <= set(told(fhatuwani))
    assert sending.holes(fhatuwani) == {}


@pytest.fixture
def relayed(
    pair: tuple[Book, Book], owed: Partner, make_book: Callable[..., Book], introduced: Meet, take: Take
) -> tuple[Book, Book]:
    """A coordinator who had Nomvula's lines in two bundles, under two tips of hers, and another who had none."""
    nomvula, fhatuwani = pair
    take(fhatuwani, making.make(nomvula, owed))
    for number in range(30):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HHH-{number}")
    take(fhatuwani, making.make(nomvula, owed))
    mpho = make_book("Mpho Lekalakala", "coordinator")
    introduced(fhatuwani, mpho)
    return fhatuwani, mpho


def test_anothers_lines_are_cut_where_she_signed(
    relayed: tuple[Book, Book], take: Take, monkeypatch: pytest.MonkeyPatch
):
    fhatuwani, mpho = relayed
    monkeypatch.setattr(limits, "COUNT", 60)

    made = making.make(fhatuwani, trust.partner_named(fhatuwani, "Mpho"))
    take(mpho, made)

    assert len(made) > 1
    assert len(questions.listing(mpho, "household")) == 70
    assert checking.check(mpho) == []


def test_anothers_lines_that_cannot_be_cut_are_refused_in_words(
    relayed: tuple[Book, Book], monkeypatch: pytest.MonkeyPatch
):
    fhatuwani, _ = relayed
    monkeypatch.setattr(limits, "COUNT", 20)

    with pytest.raises(TooLarge):
        making.make(fhatuwani, trust.partner_named(fhatuwani, "Mpho"))


@pytest.mark.parametrize("place", range(3))
def test_a_line_that_is_too_long_is_neither_made_nor_read_wherever_it_stands(
    monkeypatch: pytest.MonkeyPatch, place: int
):
    stream = journal.Stream("l", "s", Audience.OPEN)
    bodies = [b"x" * (300 if number == place else 30) for number in range(3)]
    tip = bundle.Tip(*stream, 1, 3, "", "", "")
    packed = lines.pack([(tip, bodies)])

    monkeypatch.setattr(limits, "LINE", 299)

    with pytest.raises(TooLarge):
        lines.pack([(tip, bodies)])
    with pytest.raises(TooLarge):
        list(next(lines.check([tip], packed.compressed, packed.plain))[1])


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_longest_line_that_can_be_saved_may_travel(kind: str):
    for audience in Audience:
        texts = [each for each in KINDS[kind].fields.values() if each.audience == audience and each.base is str]
        fields: dict[str, journal.Scalar] = {each.name: "\x01" * (each.most or LONGEST_TEXT) for each in texts}
        line = Line(salt=clock.new_salt(), at=clock.now(), by="", kind=kind, record="", fields=fields)
        assert len(journal.write(line)) < limits.LINE


def unsigned_line(book: Book, author: Book) -> None:
    """A line of the author's with a blanked one after it that nothing here explains, so that no tip fits its end."""
    with book.reading() as cursor:
        held = [(stream, span) for _, stream, (span,) in sending.held(cursor) if stream.laptop == author.laptop]
    stream, span = next((stream, span) for stream, span in held if stream.audience == Audience.OPEN)
    sent = [Sent(b"a line", journal.digest(b"a line")), Sent(None, journal.digest(b"blanked"))]
    *_, running = accumulate((each.digest for each in sent), journal.running, initial=span.running)
    unheard = [Told(control_stream("a laptop"), [Reach(1, 1, "")])]
    run = Run(stream, author.key, Span(span.high + 1, span.high + 2, span.running, running), "", sent)
    ledger.receive(book, Arrival("", "", author.laptop, 0, unheard), [run])


def test_what_was_signed_goes_although_later_lines_were_not(
    pair: tuple[Book, Book], relayed: tuple[Book, Book], take: Take
):
    fhatuwani, mpho = relayed
    partner = trust.partner_named(fhatuwani, "Mpho")
    owed = making.undelivered(fhatuwani, partner)
    unsigned_line(fhatuwani, author=pair[0])

    made = making.make(fhatuwani, partner)
    assert sum(each.contents.lines for each in made) == making.undelivered(fhatuwani, partner) == owed
    take(mpho, made)
    assert len(questions.listing(mpho, "household")) == 70
