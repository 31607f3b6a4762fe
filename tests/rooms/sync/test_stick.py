"""A stick with many bundles: one look that is exact, every order the same, and what is wrong stops nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import permutations
from pathlib import Path

import pytest

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import DiskFull, NoSuchFile, NotABundle, Stopped
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, arrivals, backups, checking, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.sync import carriers, exchange, making, stick
from caregiver_desk.sync.opener import Opener

acts.load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def household(book: Book, code: str) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code).record


def bundle(sender: Book, receiver: Book, folder: Path) -> Path:
    """A bundle of what is not acknowledged; the next one repeats it and adds to it."""
    partner = next(each for each in partners.known(sender) if each.key == receiver.key)
    (made,) = making.make(sender, partner)
    return carriers.drop(folder, made.bundle, made.sealed)


def three(sender: Book, receiver: Book, folder: Path) -> list[Path]:
    """Three bundles, each of which builds on the one before."""
    made, home = [], household(sender, "HH-000")
    for number in range(3):
        ACTS["change_household"](sender, id=home, fields={"level": number + 1})
        home = household(sender, f"HH-10{number}")
        made.append(bundle(sender, receiver, folder))
    return made


def told(book: Book) -> list[str]:
    return list(agreement.state(book, agreement.EVERYONE))


def summaries(found: list[stick.One]) -> list[dict[str, int] | None]:
    return [each.looked.received.summary() if each.looked else None for each in found]


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_a_look_is_exact_in_any_order_and_changes_nothing(
    pair: tuple[Book, Book], folder: Path, opener: Opener, order: tuple[int, ...]
):
    nomvula, fhatuwani = pair
    made = three(nomvula, fhatuwani, folder)
    files, before = [made[number] for number in order], told(fhatuwani)

    with stick.looked_at(fhatuwani, files, opener) as seen:
        inside = told(fhatuwani)
    assert (told(fhatuwani), arrivals.opened(fhatuwani)) == (before, [])
    done = list(stick.take_in(fhatuwani, files, opener))

    assert (summaries(seen), inside) == (summaries(done), told(fhatuwani))
    assert set(agreement.state(nomvula, frozenset({"open", "team"}))) <= set(told(fhatuwani))  # type: ignore[arg-type]
    assert questions.count(fhatuwani, "household") == 4
    assert checking.check(fhatuwani) == []


def test_what_is_no_bundle_by_its_name_is_left_alone(pair: tuple[Book, Book], folder: Path):
    nomvula, fhatuwani = pair
    household(nomvula, "HH-001")
    made = bundle(nomvula, fhatuwani, folder)
    for name in ("autorun.inf", "photos.exe", "._x.caredesk", "letter.docx"):
        (folder / name).write_bytes(b"MZ")
    (folder / "more").mkdir()
    (folder / "more" / "deep.caredesk").write_bytes(b"x")
    made.rename(made.with_suffix(".CAREDESK"))

    found = stick.bundles_in(folder)

    assert (found.bundles, found.others) == ((made.with_suffix(".CAREDESK"),), 4)


def test_a_folder_that_is_gone_is_said(tmp_path: Path):
    with pytest.raises(NoSuchFile, match="pulled"):
        stick.bundles_in(tmp_path / "pulled")


def test_one_that_is_refused_stops_no_other(pair: tuple[Book, Book], folder: Path, opener: Opener):
    nomvula, fhatuwani = pair
    household(nomvula, "HH-001")
    good = bundle(nomvula, fhatuwani, folder)
    bad, gone = folder / "0.caredesk", folder / "pulled.caredesk"
    bad.write_bytes(b"no bundle")

    found = list(stick.take_in(fhatuwani, [bad, gone, good, good], opener))

    assert [type(each.refused) for each in found[:2]] == [NotABundle, NoSuchFile]
    assert found[2].looked is not None
    assert (found[3].looked, found[3].refused) == (None, None)  # opened before
    assert questions.count(fhatuwani, "household") == 1


def test_who_stops_keeps_what_was_taken_in_and_a_look_that_is_stopped_leaves_nothing(
    pair: tuple[Book, Book], folder: Path, opener: Opener
):
    nomvula, fhatuwani = pair
    files = three(nomvula, fhatuwani, folder)

    def stops(done: int, _of: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped), stick.looked_at(fhatuwani, files, opener, stops):
        pass
    assert arrivals.opened(fhatuwani) == []

    assert len(list(stick.take_in(fhatuwani, files, opener, stops))) == 2
    assert len(arrivals.opened(fhatuwani)) == 2
    assert checking.check(fhatuwani) == []


def test_how_far_it_has_come_is_told_of_every_file(pair: tuple[Book, Book], folder: Path, opener: Opener):
    nomvula, fhatuwani = pair
    heard: list[tuple[int, int]] = []

    with stick.looked_at(fhatuwani, three(nomvula, fhatuwani, folder), opener, lambda *far: heard.append(far)):
        pass

    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_full_disk_stops_all_and_what_was_taken_in_stays(
    pair: tuple[Book, Book], folder: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    files = three(nomvula, fhatuwani, folder)
    real = exchange.open_bundle

    def full(book: Book, path: Path, opener: Opener, *, keep: bool = True) -> exchange.Looked | None:
        if path == files[1]:
            raise DiskFull
        return real(book, path, opener, keep=keep)

    monkeypatch.setattr(exchange, "open_bundle", full)
    with pytest.raises(DiskFull):
        list(stick.take_in(fhatuwani, files, opener))
    assert len(arrivals.opened(fhatuwani)) == 1


def test_what_is_tried_leaves_nothing_outside_the_book_either(pair: tuple[Book, Book], folder: Path, opener: Opener):
    """The mark beside the books says how far this one has come: a look must not move it."""
    nomvula, fhatuwani = pair
    files, laptop = three(nomvula, fhatuwani, folder), fhatuwani.laptop
    marks = {place: place.read_bytes() for place in _marks()}

    with stick.looked_at(fhatuwani, files, opener):
        pass

    assert ({place: place.read_bytes() for place in _marks()}, fhatuwani.laptop) == (marks, laptop)
    household(fhatuwani, "HH-900")
    assert checking.check(fhatuwani) == []


def _marks() -> list[Path]:
    from caregiver_desk import settings

    return sorted(each for each in settings.state_folder().rglob("*") if each.is_file())


def test_before_anything_comes_in_a_lasting_book_is_backed_up_once(
    home: Path, introduced: Callable[[Book, Book], None], folder: Path, opener: Opener
):
    told = {"site": "Lesedi", "team": "North", "cost": FLOOR, "organisation": "o", "officer": "o", "purposes": "p"}
    with ExitStack() as closing_both:
        made = [
            opening.new_book(home / name, "four unrelated quiet words", name=name, role=role, **told)[0]  # type: ignore[arg-type]
            for name, role in (("Nomvula", Role.SUPERVISOR), ("Fhatuwani", Role.COORDINATOR))
        ]
        for each in made:
            closing_both.enter_context(closing(each))
        nomvula, fhatuwani = made
        introduced(nomvula, fhatuwani)

        for each in three(nomvula, fhatuwani, folder):
            list(stick.take_in(fhatuwani, [each], opener))

        (kept,) = backups.backups(fhatuwani.vault.folder)
        assert kept.is_dir()
