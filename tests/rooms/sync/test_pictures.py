"""A card that is given as a picture is the same card, however the picture was turned, scaled and squeezed."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from caregiver_desk.errors import CardTooLong, NoCardInPicture, NoSuchFile, SeveralCards
from caregiver_desk.store.book import Book
from caregiver_desk.sync import dots, trust
from caregiver_desk.sync.opener import Opener

WHITE = 255
LONG = "ṱḓḽṋṅ" * 40


def on_a_table(picture: Image.Image) -> Image.Image:
    table = Image.linear_gradient("L").resize((2400, 1800))
    table.paste(picture.rotate(7, expand=True, fillcolor=WHITE), (700, 300))
    return table


WAYS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as it is": lambda picture: picture,
    "a little askew": lambda picture: picture.rotate(11, expand=True, fillcolor=WHITE),
    "on its side": lambda picture: picture.rotate(90),
    "on its head and askew": lambda picture: picture.rotate(197, expand=True, fillcolor=WHITE),
    "in a mirror": lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    "small": lambda picture: picture.resize((picture.width * 3 // 8, picture.height * 3 // 8)),
    "large": lambda picture: picture.resize((picture.width * 3, picture.height * 3)),
    "white on black": lambda picture: picture.point(lambda shade: WHITE - shade),
    "on a table": on_a_table,
}


def picture(card: bytes) -> Image.Image:
    return Image.open(io.BytesIO(dots.drawn(card))).convert("L")


@pytest.fixture
def card(book: Book) -> bytes:
    return trust.my_card(book, "Nomvula Shezi")


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("quality", [90, 25])
@pytest.mark.parametrize("way", WAYS)
def test_a_photograph_of_a_card_is_the_card_byte_for_byte(
    way: str, quality: int, card: bytes, opener: Opener, tmp_path: Path
):
    taken = tmp_path / "IMG_2041.JPG"
    WAYS[way](picture(card)).save(taken, "JPEG", quality=quality)

    assert trust.card_given(taken, opener) == card


def test_a_picture_has_the_same_eight_words_as_the_file_whatever_it_is_called(
    card: bytes, opener: Opener, tmp_path: Path
):
    (tmp_path / "holiday.txt").write_bytes(dots.drawn(card))

    given = trust.card_given(tmp_path / "holiday.txt", opener)

    assert trust.read_card(given)[1] == trust.read_card(card)[1]


def test_a_card_that_says_much_in_many_letters_still_fits(opener: Opener, tmp_path: Path):
    (tmp_path / "card.png").write_bytes(dots.drawn(dots.CARD_BEGINNING + LONG.encode() * 4))

    assert opener.card_shown(tmp_path / "card.png").decode().endswith(LONG)


def test_a_card_that_says_too_much_is_given_as_a_file():
    with pytest.raises(CardTooLong, match="Give it as a file"):
        dots.drawn(dots.CARD_BEGINNING + LONG.encode() * 6)


def test_one_card_seen_twice_is_one_card(card: bytes, opener: Opener, tmp_path: Path):
    _side_by_side(card, card, tmp_path / "two.png")

    assert opener.card_shown(tmp_path / "two.png") == card


def test_of_two_cards_in_one_picture_nobody_knows_which_was_meant(
    card: bytes, make_book: Callable[..., Book], opener: Opener, tmp_path: Path
):
    _side_by_side(card, trust.my_card(make_book("Mpho Lekalakala"), "Mpho Lekalakala"), tmp_path / "two.png")

    with pytest.raises(SeveralCards):
        opener.card_shown(tmp_path / "two.png")


def _side_by_side(one: bytes, other: bytes, place: Path) -> None:
    left, right = picture(one), picture(other)
    both = Image.new("L", (left.width + right.width, max(left.height, right.height)), WHITE)
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    both.save(place, "PNG")


def test_dots_that_say_something_else_are_no_card(opener: Opener, tmp_path: Path):
    (tmp_path / "poster.png").write_bytes(dots.drawn(b"https://example.org/"))

    with pytest.raises(NoCardInPicture):
        opener.card_shown(tmp_path / "poster.png")


def test_a_picture_that_is_not_there_is_said_to_be_missing(opener: Opener, tmp_path: Path):
    with pytest.raises(NoSuchFile):
        trust.card_given(tmp_path / "gone.png", opener)


def test_whoever_opens_a_bundle_does_not_wait_for_the_libraries_of_pictures():
    """Only who makes or reads a picture brings them in."""
    told = (
        "import sys; import caregiver_desk.cli.exchange, caregiver_desk.sync.worker;"
        "sys.exit(any(name in sys.modules for name in ('PIL', 'zxingcpp', 'segno', 'ifaddr')))"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
