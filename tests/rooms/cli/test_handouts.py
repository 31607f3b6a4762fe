"""Papers for a rehearsal from the command line: with no screen, no book and no passphrase."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KEPT = ("certificates.pdf", "guide.pdf", "keys.pdf", "sheets.pdf")


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "caregiver_desk", "handouts", *words], capture_output=True, text=True, check=False
    )


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    done = run("--out", str(folder), "--certificates", "Nokuthula Dube", "Ṱhoḓea van der Merwe")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_they_are_four_files_whose_names_say_nothing_of_anybody(papers: Path):
    assert sorted(each.name for each in papers.iterdir()) == list(KEPT)


@pytest.mark.parametrize("name", ["guide.pdf", "sheets.pdf", "keys.pdf"])
def test_every_page_of_the_story_says_that_it_is_made_up(papers: Path, name: str):
    pages = [page for page in text_of(papers / name).split("\f") if page.strip()]
    assert pages
    assert all("FICTIONAL" in page for page in pages)


def test_a_certificate_says_who_was_there_and_whose_course_it_is_not_and_nothing_of_how_well(papers: Path):
    first, second = (page for page in text_of(papers / "certificates.pdf").split("\f") if page.strip())
    assert "Nokuthula Dube" in first
    assert "van der Merwe" in second
    assert "This program has nothing to do with it" in " ".join(first.split())
    assert not {"competent", "passed", "points", "keys"} & set(first.casefold().split())


def test_the_poster_names_every_key_of_the_frame(papers: Path):
    told = text_of(papers / "keys.pdf")
    assert "Ctrl K" in told
    assert "F8" in told


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path):
    done = run("--out", str(tmp_path / "nowhere"))
    assert done.returncode != 0
    assert "there is no such folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_they_are_written_in_another_language_and_say_that_no_speaker_has_read_them(tmp_path: Path):
    done = run("--out", str(tmp_path), "--certificates", "Nokuthula Dube", "--language", "af")
    assert (done.returncode, done.stderr) == (0, "")

    told = {each.stem: text_of(each) for each in tmp_path.iterdir()}
    assert "Toneel" in told["sheets"]
    assert "Wat ek wil onthou" in told["sheets"]
    assert "Gids vir die fasiliteerder" in told["guide"]
    assert "Bywoningsertifikaat" in told["certificates"]
    assert "Die toetse van die lessenaar" in told["keys"]
    assert all("Nog nie deur" in " ".join(told[each].split()) for each in ("guide", "sheets"))
    assert all("FICTIONAL" in page for page in told["sheets"].split("\f") if page.strip())


@pytest.mark.parametrize("command", ["handouts", "demo"])
def test_a_language_that_is_not_there_is_refused_and_those_that_are_named(tmp_path: Path, command: str):
    where = "--out" if command == "handouts" else "--tour"
    words = [sys.executable, "-m", "caregiver_desk", command, where, str(tmp_path), "--language", "xx"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "There is no text in “xx”. There are: en (English), af (Afrikaans)." in done.stderr
    assert list(tmp_path.iterdir()) == []
