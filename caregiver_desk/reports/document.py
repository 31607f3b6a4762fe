"""A document for people: a title, sections, and lines of a label and words. Painted at the desk, or written as text."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import NamedTuple

WIDE = 78  # letters
ROOM = "." * 60  # where somebody writes by hand
BOX, DOT = "☐", "•"  # before words that are ticked, and before one of several


class Line(NamedTuple):
    """A label and what is said under it; without a label a paragraph, without words a heading."""

    label: str
    words: str


class Point(NamedTuple):
    """One month of a figure, or one quarter: what it is called, how high it stands, and what is said of it.

    Without a height there is no number, which is never drawn as none. A share is drawn on its `whole`, so that one of
    six does not stand as high as six; of what has none the highest is the top.
    """

    label: str
    height: float | None
    words: str
    whole: float | None = None


@dataclass(frozen=True)
class Section:
    """Lines below a title; `points` are drawn above them where somebody can draw, and written where nobody can."""

    title: str
    lines: tuple[Line, ...]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Document:
    """`under` stands below the title: days, whose it is, what it is.

    What somebody takes home is one `leaf`, in smaller letters where the words of a language are longer.
    """

    title: str
    under: tuple[str, ...]
    sections: tuple[Section, ...]
    leaf: bool = False


def as_text(document: Document) -> str:
    """The whole of it as plain text, a line of it never longer than a screen is wide."""
    told = [document.title, "=" * len(document.title), *map(_filled, document.under)]
    for section in document.sections:
        told += ["", section.title, "-" * len(section.title)]
        told += [_filled(f"{each.label}: {each.words}") for each in section.points]
        told += map(_line, section.lines)
    return "\n".join(told) + "\n"


def _line(line: Line) -> str:
    if not line.words:
        return f"\n{line.label}"
    return _filled(f"{line.label}: {line.words}" if line.label else line.words)


def _filled(words: str) -> str:
    return textwrap.fill(words, WIDE, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
