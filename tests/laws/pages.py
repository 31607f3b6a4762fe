"""The pages of a real book in the clear, read by hand, to search them for what should be gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, LOG_HEAD, FRAME_HEAD, SALT = 4096, 80, 32, 24, 16


def pages(folder: Path, key: bytes) -> Iterator[bytes]:
    """Every page of a book and of its log in the clear, also the free ones: AES-256-CBC, read by hand."""
    data, log = (folder / "book.db").read_bytes(), folder / "book.db-wal"
    yield from (_page(data[start : start + PAGE], key, first=start == 0) for start in range(0, len(data), PAGE))
    kept = log.read_bytes()[LOG_HEAD:] if log.exists() else b""
    for start in range(0, len(kept), FRAME_HEAD + PAGE):
        first = kept[start : start + 4] == b"\0\0\0\1"
        yield _page(kept[start + FRAME_HEAD : start + FRAME_HEAD + PAGE], key, first=first)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    vector = page[-RESERVED : -RESERVED + SALT]
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(page[SALT if first else 0 : -RESERVED]) + reader.finalize()
