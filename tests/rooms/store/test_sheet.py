"""The recovery sheet: what is printed, and what a person may type."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

from caregiver_desk.errors import SheetMistyped
from caregiver_desk.store.sheet import read_sheet, sheet_text

IDENTITY = str(x25519.Identity.generate())
LINES = re.findall(r"\d\)  .*", sheet_text(IDENTITY))
TYPED = [line[2:].replace(" ", "") for line in LINES]


def test_the_page_has_four_short_lines_and_the_key_for_a_computer():
    assert len(LINES) == 4
    assert max(map(len, LINES)) <= 26
    assert sheet_text(IDENTITY).splitlines()[-1] == IDENTITY


def test_all_else_on_the_page_is_a_comment():
    assert all(line.startswith("#") for line in sheet_text(IDENTITY).splitlines()[:-1])


@pytest.mark.parametrize(
    "typed",
    [
        sheet_text(IDENTITY),
        IDENTITY,
        IDENTITY.lower(),
        IDENTITY.removeprefix("AGE-SECRET-KEY-1"),
        "\n".join(LINES),
        "\n".join(LINES).replace(")", ""),
        " ".join(TYPED).lower(),
        "-".join("".join(TYPED)),
        "".join(TYPED).replace("0", "O").replace("L", "I"),
    ],
    ids=["page", "long", "lower", "no-prefix", "lines", "no-brackets", "one-line", "dashes", "confused"],
)
def test_the_key_may_be_typed_in_many_ways(typed: str):
    assert read_sheet(typed) == IDENTITY


@given(st.randoms(use_true_random=False))
def test_any_one_slip_is_named_by_its_line(chance: random.Random):
    line = chance.randrange(4)
    place = chance.randrange(len(TYPED[line]))
    other = chance.choice([sign for sign in "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" if sign != TYPED[line][place]])
    typed = [*TYPED]
    typed[line] = typed[line][:place] + other + typed[line][place + 1 :]
    with pytest.raises(SheetMistyped) as refused:
        read_sheet("\n".join(typed))
    assert refused.value.facts["part"] == f"Line {line + 1}"


def test_two_signs_exchanged_are_noticed():
    first = TYPED[0]
    place = next(place for place in range(15) if first[place] != first[place + 1])
    exchanged = first[:place] + first[place + 1] + first[place] + first[place + 2 :]
    with pytest.raises(SheetMistyped, match="Line 1"):
        read_sheet("\n".join([exchanged, *TYPED[1:]]))


def test_two_lines_exchanged_are_noticed():
    with pytest.raises(SheetMistyped, match="Line 1"):
        read_sheet("\n".join([TYPED[1], TYPED[0], *TYPED[2:]]))


@pytest.mark.parametrize(
    "typed",
    ["", "hello", "\n".join(TYPED[:3]), "\n".join(TYPED) + "QQQQ", IDENTITY[:-1] + "?"],
    ids=["nothing", "a-word", "three-lines", "too-much", "long-and-cut"],
)
def test_too_little_and_too_much_is_said_in_words(typed: str):
    with pytest.raises(SheetMistyped) as refused:
        read_sheet(typed)
    assert "as it is printed" in str(refused.value)


def test_a_slip_in_the_long_form_is_noticed_too():
    wrong = IDENTITY[:30] + ("Q" if IDENTITY[30] != "Q" else "P") + IDENTITY[31:]
    with pytest.raises(SheetMistyped):
        read_sheet(wrong)
