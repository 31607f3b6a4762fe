"""A capability framework from a file, and two views of each statement beside each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.framework import capabilities_of, in_force, of_version, versions_spoken_in
from caregiver_desk.errors import NoFramework, NotUnderstood, NotYours, TheirViewFirst
from caregiver_desk.practice.growth.framework import shipped, written
from caregiver_desk.records.growth.framework import ForWhom
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]
Sheet = Callable[..., Path]
ROWS = (
    "group,code,words",
    "level,a,beginning",
    "level,b,sure",
    "Doors,knock,Knocks and waits",
    "Doors,leave,Leaves well",
)


def said(book: Book, act: str, caregiver: str, **levels: str) -> None:
    ACTS[f"say_{act}_view"](book, caregiver=caregiver, levels=levels)


def test_sys_37_a_framework_is_loaded_from_a_table_or_a_file_and_undone(book: Book, sheet: Sheet):
    ACTS["load_framework"](book, path=str(sheet(*ROWS)))
    assert [each.code for each in in_force(book, ForWhom.CAREGIVER).statements] == ["knock", "leave"]
    ours = in_force(book, ForWhom.CAREGIVER)
    toml = sheet(written(ours), name="again.toml")
    assert ACTS["load_framework"](book, path=str(toml)).undo == 0  # it is the same version
    assert in_force(book, ForWhom.SUPERVISOR) == shipped(ForWhom.SUPERVISOR)
    ACTS["undo"](book)
    assert in_force(book, ForWhom.CAREGIVER) == shipped(ForWhom.CAREGIVER)


def test_sys_37_a_file_that_is_none_loads_nothing(book: Book, sheet: Sheet, tmp_path: Path):
    (tmp_path / "picture.toml").write_bytes(b"\xff\xfe\x00")
    for path in (sheet("one,two", "a,b"), sheet("name = 1", name="x.toml"), tmp_path / "picture.toml", tmp_path):
        with pytest.raises(NoFramework):
            ACTS["load_framework"](book, path=str(path))
    assert questions.listing(book, "framework") == []


def test_sys_37_their_view_comes_first_and_both_are_kept_side_by_side(book: Book, caregiver: str):
    with pytest.raises(TheirViewFirst):
        said(book, "seen", caregiver, listening="alone")
    said(book, "own", caregiver, listening="with-support", child="alone")
    said(book, "seen", caregiver, listening="alone")

    told = capabilities_of(book, caregiver)
    assert told.own == {"listening": "with-support", "child": "alone"}
    assert told.seen == {"listening": "alone"}
    assert (told.own_on, told.seen_on) == (clock.today(), clock.today())
    with pytest.raises(NotUnderstood):
        said(book, "own", caregiver, listening="excellent")
    with pytest.raises(NotUnderstood):
        said(book, "own", caregiver, singing="alone")


def test_sys_37_a_view_is_changed_on_its_day_and_said_anew_on_another(book: Book, caregiver: str):
    said(book, "own", caregiver, listening="beginning")
    said(book, "own", caregiver, listening="with-support")
    assert questions.count(book, "capability_view") == 1
    clock.shift(timedelta(200))
    said(book, "own", caregiver, listening="alone", child="alone")

    assert questions.count(book, "capability_view") == 3
    assert capabilities_of(book, caregiver).own["listening"] == "alone"


def test_sys_20_what_was_said_is_read_in_the_version_it_was_said_in(book: Book, caregiver: str, sheet: Sheet):
    before = in_force(book, ForWhom.CAREGIVER)
    said(book, "own", caregiver, listening="alone")
    ACTS["load_framework"](book, path=str(sheet(*ROWS)))

    assert capabilities_of(book, caregiver).own == {}
    assert versions_spoken_in(book, caregiver) == [before.version]
    assert capabilities_of(book, caregiver, before.version).own == {"listening": "alone"}
    assert of_version(book, before.version) == before


def test_sys_20_a_coordinator_loads_it_for_every_laptop_of_the_site_and_nobody_else_does(
    pair: tuple[Book, Book], sheet: Sheet, send: Send
):
    hers, office = pair
    send(hers, office)
    with pytest.raises(NotYours):
        ACTS["load_framework"](hers, path=str(sheet(*ROWS)))
    ACTS["load_framework"](office, path=str(sheet(*ROWS)))
    send(office, hers)

    assert in_force(hers, ForWhom.CAREGIVER) == in_force(office, ForWhom.CAREGIVER)
    assert [each.code for each in in_force(hers, ForWhom.CAREGIVER).levels] == ["a", "b"]


def test_sys_37_no_view_ever_leaves_for_a_coordinator(pair: tuple[Book, Book], send: Send):
    caregiver = ACTS["add_caregiver"](pair[0], given_names="Sibongile").record
    said(pair[0], "own", caregiver, listening="alone")
    send(*pair)
    assert questions.listing(pair[1], "capability_view") == []
