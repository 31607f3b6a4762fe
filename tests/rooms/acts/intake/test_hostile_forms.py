"""Files that are no filled-in forms, or want to do harm: each ends in a sentence, and nothing is brought in."""

from __future__ import annotations

import re
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from filling import FIRST, PHONES, Filled, as_zip, bring, visits
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.acts import intake
from caregiver_desk.acts.intake import files
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.errors import NotASheet
from caregiver_desk.store.book import Book

LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x id="f"><day>&b;</day></x>'
REFUSED = {
    "entities": (LAUGHS, "it declares a document type"),
    "an outside entity": (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "it declares a document type"),
    "a document type in UTF-16": (LAUGHS.decode().encode("utf-16"), "it declares a document type"),
    "too deep": (b"<a>" * 60 + b"</a>" * 60, "more than a form that people fill in"),
    "too many": (b"<a>" + b"<b/>" * 30_000 + b"</a>", "more than a form that people fill in"),
    "too large": (b"<a>" + b"x" * 3_000_000 + b"</a>", "never larger than 2 MB"),
    "cut off": (b"<a><b>", "damaged in line 1"),
    "letters that are none": (b"<a>\xff\xfe</a>", "damaged in line 1"),
    "a blank form": ((PHONES / "collect" / "round-blank.xml").read_bytes(), "the blank form"),
    "an encrypted form": (
        (PHONES / "collect" / "Round_2026-03-04_08-00-00" / "submission.xml").read_bytes(),
        "this form is encrypted",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_filled_in_form_says_why_and_nothing_is_brought_in(north: Book, tmp_path: Path, name: str):
    data, why = REFUSED[name]
    (tmp_path / "form.xml").write_bytes(data)

    with pytest.raises(NotASheet, match=why):
        bring(north, tmp_path / "form.xml")
    assert visits(north) == []


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "a blank form"])
def test_beside_others_it_is_a_line_that_waits_and_the_others_come_in(
    north: Book, filled: Filled, tmp_path: Path, name: str
):
    folder = tmp_path / "instances"
    (folder / "bad").mkdir(parents=True)
    same_form = REFUSED[name][0].replace(b"household_round", b"caregiver_desk_visits")
    (folder / "bad" / "form.xml").write_bytes(same_form)
    shutil.copy(filled(FIRST)[1], folder / "good.xml")

    plan = intake.preview(north, "visit", folder)

    assert len(plan.of(Verdict.NEW)) == 1
    assert [each.row.within for each in plan.of(Verdict.REFUSED)] == ["form.xml"]
    assert re.search(REFUSED[name][1], plan.of(Verdict.REFUSED)[0].why)


def test_a_folder_or_zip_with_nothing_to_read_says_so(north: Book, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "photo.jpg").write_bytes(b"\xff\xd8")
    for path in (tmp_path / "empty", as_zip(tmp_path / "empty", tmp_path / "empty.zip")):
        with pytest.raises(NotASheet, match="no filled-in form and no export is in it"):
            bring(north, path)


def test_a_zip_that_unpacks_to_more_than_fits_is_refused(tmp_path: Path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<a>" + b" " * (files.MOST_READ + 1))

    with pytest.raises(NotASheet, match="more than can be read at once"):
        files.read(bomb, bool)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"<", b"<?xml version='1.0'?><a>", b"PK\x03\x04", b"_uuid,KEY\n"])
)
def test_any_bytes_end_in_a_table_or_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, beginning: bytes
):
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(beginning + data)

    with suppress(NotASheet):
        files.read(path, {"day", "household"}.__contains__)


XML = st.recursive(
    st.sampled_from(["", "x", "1", "2026-03-02", "uuid:1"]),
    lambda inside: st.lists(
        st.tuples(st.sampled_from(["a", "visits", "meta", "instanceID", "day"]), inside), max_size=4
    ),
    max_leaves=12,
)


def written(told: Any) -> str:
    if isinstance(told, str):
        return told
    return "".join(f"<{name}>{written(inside)}</{name}>" for name, inside in told)


@given(st.lists(XML, min_size=1, max_size=4))
def test_filled_in_forms_of_any_shape_end_in_rows_as_wide_as_their_titles(
    tmp_path_factory: pytest.TempPathFactory, shapes: list[Any]
):
    folder = tmp_path_factory.mktemp("shapes")
    for place, told in enumerate(shapes):
        (folder / f"{place}.xml").write_text(f'<data id="f">{written(told)}</data>', encoding="utf-8")

    table = files.read(folder, {"day", "visits/day"}.__contains__)

    assert len(table.rows) > len(shapes)
    assert {len(row.cells) for row in table.rows} == {len(table.rows[0].cells)}
