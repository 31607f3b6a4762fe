"""Pictures that somebody made to do harm end in one plain sentence, and cost no more than a photograph does."""

from __future__ import annotations

import io
import random
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile.case import is_one_clear_sentence
from hostile.gauge import Gauge, WatchedOpener
from PIL import Image

from caregiver_desk.errors import Problem
from caregiver_desk.store.book import Book
from caregiver_desk.sync import dots, limits, opener, trust

MOST = 250_000_000  # bytes: a photograph of 64 megapixels and its grey twin
CARD = dots.CARD_BEGINNING + b"1}\n" + b"x" * 500
UNBOUNDED = """
from caregiver_desk.sync import limits, worker
limits.PIXELS = 2**40
worker.main()"""


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, pixels: bytes, *before: bytes) -> bytes:
    """A picture of black and white that says it is so large."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return dots.BEGINNINGS[0] + head + b"".join(before) + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b"")


def blank(side: int) -> bytes:
    """As large as it says, and small as a file."""
    return png(side, side, bytes((side // 8 + 1) * side))


def jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def text(name: bytes, length: int) -> bytes:
    return chunk(name, b"note\0\0" + zlib.compress(bytes(length), 1))


HONEST = dots.drawn(CARD)
PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {  # each drawn where it is asked for: some take seconds
    "a hundred thousand dots each way": (lambda: png(100_000, 100_000, bytes(100)), "picture-too-large"),
    "as many dots as a number can say": (lambda: png(2**31 - 1, 2**31 - 1, b""), "picture-too-large"),
    "ever so wide": (lambda: png(2**31 - 1, 1, bytes(100)), "picture-too-large"),
    "large and truly there": (lambda: blank(16_000), "picture-too-large"),
    "no width": (lambda: png(0, 10, b""), "not-a-picture"),
    "a file of many megabytes": (lambda: HONEST + bytes(limits.PICTURE), "picture-too-large"),
    "its beginning only": (lambda: dots.BEGINNINGS[0], "not-a-picture"),
    "cut off in the middle": (lambda: HONEST[: len(HONEST) // 2], "not-a-picture"),
    "fewer rows than it says": (lambda: png(4000, 4000, bytes(100)), "not-a-picture"),
    "far more rows than it says": (lambda: png(64, 64, bytes(100_000_000)), "no-card-in-picture"),
    "a note that unpacks to gigabytes": (
        lambda: png(64, 64, bytes(9 * 64), text(b"zTXt", 500_000_000)),
        "not-a-picture",
    ),
    "the beginning of a JPEG and nothing more": (lambda: dots.BEGINNINGS[1] + b"\xe0", "not-a-picture"),
    "a JPEG of noise": (lambda: jpeg(Image.effect_noise((3000, 3000), 90)), "no-card-in-picture"),
    "all black": (lambda: jpeg(Image.new("L", (500, 500))), "no-card-in-picture"),
    "another kind of picture under this beginning": (lambda: dots.BEGINNINGS[1] + b"GIF89a", "not-a-picture"),
    "dots that begin like a card": (lambda: HONEST, "not-a-card"),
}


@pytest.fixture
def watched() -> Iterator[WatchedOpener]:
    worker = WatchedOpener()
    yield worker
    worker.close()


def ends_in(path: Path, worker: opener.Opener) -> Problem:
    """How reading the card in a picture ends."""
    with pytest.raises(Problem) as refused:
        trust.read_card(trust.card_given(path, worker))
    return refused.value


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_ends_in_one_sentence_and_takes_little_memory(
    name: str, watched: WatchedOpener, tmp_path: Path
):
    drawn, code = PICTURES[name]
    path, warm = tmp_path / "card.png", tmp_path / "warm.png"
    path.write_bytes(drawn())
    warm.write_bytes(HONEST)
    watched.card_shown(warm)  # the libraries are brought in before
    gauge = Gauge(watched)

    problem = ends_in(path, watched)

    assert problem.code == code
    assert is_one_clear_sentence(str(problem))
    assert sum(gauge.taken()) <= MOST
    assert watched.card_shown(warm) == CARD


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_without_the_bound_on_dots_the_gauge_notices(
    watched: WatchedOpener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opener, "COMMAND", (sys.executable, "-c", UNBOUNDED))
    (tmp_path / "card.png").write_bytes(PICTURES["large and truly there"][0]())
    gauge = Gauge(watched)

    assert ends_in(tmp_path / "card.png", watched).code == "no-card-in-picture"
    assert sum(gauge.taken()) > MOST


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_with_altered_bytes_shows_the_card_or_ends_in_a_sentence(kind: str, tmp_path: Path, book: Book):
    card, worker, codes = trust.my_card(book, "Nomvula Shezi"), opener.Opener(), set[str]()
    out = io.BytesIO()
    Image.open(io.BytesIO(dots.drawn(card))).convert("L").save(out, kind)
    try:
        for seed in range(150):
            (tmp_path / "card").write_bytes(_altered(out.getvalue(), random.Random(seed)))  # noqa: S311
            codes.add(_code(lambda: trust.card_given(tmp_path / "card", worker), card))
    finally:
        worker.close()

    assert codes <= {"the card", "not-a-picture", "no-card-in-picture", "picture-too-large", "not-a-card"}
    assert {"not-a-picture", "the card"} & codes


def _altered(data: bytes, chance: random.Random) -> bytes:
    altered = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        altered[chance.randrange(3, len(altered))] = chance.randrange(256)
    return bytes(altered[: chance.choice([len(altered), chance.randrange(3, len(altered))])])


def _code(look: Callable[[], bytes], card: bytes) -> str:
    try:
        given = look()
        trust.read_card(given)
    except Problem as problem:
        return problem.code
    assert given == card
    return "the card"
