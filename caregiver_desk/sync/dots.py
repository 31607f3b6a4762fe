"""A contact card as a picture: a square of dots that a phone takes from a screen or from paper.

Context. Two people who meet have phones in their hands, and often no stick. A card is under a kilobyte of text.

Decision. The dots hold the card's file byte for byte, so its eight words are the same. `segno` draws them. Reading is
another matter: a picture is a foreign file, and is read in the worker process only. Its bytes are counted before it is
read, its measures before its pixels; only PNG and JPEG are read, with Pillow, and `zxing-cpp` finds the dots. Qt reads
pictures too, but the command line and the worker must do without it.

Consequences. What is found is a card like any other, and is believed no sooner. Two different cards in one picture are
refused: nobody can say which was meant. The libraries are brought in only where a picture is made or read.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from caregiver_desk.errors import CardTooLong, NoCardInPicture, NotAPicture, PictureTooLarge, SeveralCards
from caregiver_desk.sync import limits
from caregiver_desk.sync.files import read_at_most

if TYPE_CHECKING:
    from PIL import Image

SUFFIX: Final = ".png"
PATTERNS: Final = "*.png *.jpg *.jpeg"
BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
CARD_BEGINNING: Final = b'{"version":'
_KINDS: Final = ("PNG", "JPEG")
_UNREADABLE: Final = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, struct.error, zlib.error)
_DOT, _QUIET = 8, 4  # pixels a dot; dots of white around
_CARE: Final = ("m", "l")  # how much of the dots may be soiled: 15 in 100, or 7 where a card says more


def drawn(card: bytes) -> bytes:
    """A PNG of a card's file. Raises CardTooLong."""
    from segno import DataOverflowError, make_qr

    for care in _CARE:
        try:
            code = make_qr(card, error=care, mode="byte", boost_error=False)
        except DataOverflowError:
            continue
        out = io.BytesIO()
        code.save(out, kind="png", scale=_DOT, border=_QUIET)
        return out.getvalue()
    raise CardTooLong


def found(path: str) -> bytes:
    """The card in a picture. Raises NotAPicture, PictureTooLarge, NoCardInPicture or SeveralCards."""
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    width, height, pixels = _grey(_bytes(path))
    shown = memoryview(pixels).cast("B", (height, width))
    texts = {each.bytes for each in read_barcodes(shown, formats=BarcodeFormats([BarcodeFormat.QRCode]))}
    cards = [text for text in texts if text.startswith(CARD_BEGINNING)]
    if len(cards) > 1:
        raise SeveralCards
    if not cards:
        raise NoCardInPicture
    return cards[0]


def _bytes(path: str) -> bytes:
    try:
        data = read_at_most(path, limits.PICTURE)
    except OSError:
        raise NotAPicture from None
    if len(data) > limits.PICTURE:
        raise PictureTooLarge
    return data


def _grey(data: bytes) -> tuple[int, int, bytes]:
    """How wide and high it is, and a byte a pixel."""
    with _opened(data) as picture:
        if picture.width * picture.height > limits.PIXELS:
            raise PictureTooLarge
        grey = picture.convert("L")
        return grey.width, grey.height, grey.tobytes()


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the one bound is ours
    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            yield picture
    except _UNREADABLE:
        raise NotAPicture from None
