"""Every file that a fuzzer found or that reached far is read again: none makes a reader raise what is no refusal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hostile.readers import READERS, SAMPLES, asked

FILES = sorted(path for path in SAMPLES.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_reader_refuses_it_in_words_or_writes_it_again_as_it_was(path: Path):
    asked(READERS[path.parent.name], path.read_bytes())


def test_each_reader_has_files_and_takes_what_is_honest():
    assert {path.parent.name for path in FILES} == set(READERS)
    taken = {path.parent.name for path in FILES if not asked(READERS[path.parent.name], path.read_bytes())}
    assert taken >= {
        "tar",
        "manifest",
        "tips",
        "line",
        "age",
        "card",
        "trust_list",
        "certificate",
        "csv",
        "xlsx",
        "xlsform",
        "phone_form",
        "phone_zip",
    }


def test_a_reader_that_raises_anything_else_is_noticed():
    def careless(data: bytes) -> None:
        data.decode("ascii")

    with pytest.raises(UnicodeDecodeError):
        asked(careless, b"\xff")


def test_the_fuzzer_is_one_command_and_says_what_it_can_be_let_at():
    told = subprocess.run(
        [sys.executable, "-m", "tests.laws.hostile.fuzz", "--help"],
        cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True,
    )  # fmt: skip

    assert all(name in told.stdout for name in READERS)
