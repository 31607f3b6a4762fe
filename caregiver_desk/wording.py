"""Every word shown to a person passes through here, so that it can be shown in her language.

Placeholders are named (`{name}`), plurals are real plurals, and nothing is glued together from pieces:
a translator sees whole sentences. A language is one PO file in `resources/wording`, called by its tag and read as it
stands, so that one can be added or mended without a new program; what it does not say is said in English. Its header
names who speaks it and read it through (`X-Reviewed-By`).
"""

from __future__ import annotations

import gettext
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"
REVIEWED = "x-reviewed-by"

ENGLISH = "en"
NARROW = "\u202f"  # a space between the digits of a large number
NAMES = {  # of each tag, as its speakers write it down
    "af": "Afrikaans", "en": "English", "nr": "isiNdebele", "xh": "isiXhosa", "zu": "isiZulu", "nso": "Sepedi",
    "st": "Sesotho", "tn": "Setswana", "ss": "siSwati", "ve": "Tshivenḓa", "ts": "Xitsonga",
}  # fmt: skip

SHIPPED = RESOURCES / "wording"

_brought: Callable[[], Path] | None = None
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_meanwhile: ContextVar[gettext.NullTranslations | None] = ContextVar("meanwhile", default=None)


def speak(language: str) -> None:
    """Use the catalogue of `language` (an IETF tag such as `ve`) from now on; English where it has none."""
    global _catalogue  # noqa: PLW0603 - one language at a time
    _catalogue = _of(language or ENGLISH)


def languages() -> list[str]:
    """The tags of all that can be spoken, English first, the others by their names."""
    tags = {file.stem for shelf in _shelves() for file in shelf.glob("*.po")}
    return [ENGLISH, *sorted(tags - {ENGLISH}, key=name_of)]


def look_also_in(folder: Callable[[], Path] | None) -> None:
    """What stands in this folder goes before what is shipped. It is asked for once a language is spoken."""
    global _brought  # noqa: PLW0603 - one such folder on a machine
    _brought = folder


def _shelves() -> list[Path]:
    return [SHIPPED, _brought()] if _brought else [SHIPPED]


def name_of(tag: str) -> str:
    return NAMES.get(tag, tag)


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """A paper in somebody's own language, while the desk goes on in that of whoever sits at it.

    A tag, or a language by its name; English where there are no words in it.
    """
    before = _meanwhile.set(_of(tag_of(language)) if language else None)
    try:
        yield
    finally:
        _meanwhile.reset(before)


def tag_of(language: str) -> str:
    """The tag of a language that somebody named; what is not known is taken to be one."""
    asked = fold(language.strip())
    return next((tag for tag, name in NAMES.items() if fold(name) == asked), language.strip())


def has_words(language: str) -> bool:
    """Whether anything can be said in it."""
    return _is_english(language) or isinstance(_of(tag_of(language)), gettext.GNUTranslations)


def is_reviewed(language: str) -> bool:
    """Whether somebody who speaks it has read its words."""
    return _is_english(language) or bool(_of(tag_of(language)).info().get(REVIEWED))


def _is_english(language: str) -> bool:
    return tag_of(language).partition("-")[0] == ENGLISH


def files(language: str) -> list[Path]:
    """The words of a language: what is shipped, then what was brought in and goes before it."""
    tag = tag_of(language).partition("-")[0]
    places = (shelf / f"{''.join(filter(str.isalnum, tag))}.po" for shelf in _shelves())
    return [file for file in places if file.is_file()]


def _of(tag: str) -> gettext.NullTranslations:
    """What was brought in on this machine goes before what is shipped."""
    return _layered(tuple((file, file.stat().st_mtime_ns) for file in files(tag)))


@cache
def _layered(files: tuple[tuple[Path, int], ...]) -> gettext.NullTranslations:
    told = gettext.NullTranslations()
    for file, _ in files:
        before, told = told, _read(file)
        told.add_fallback(before)
    return told


def _read(file: Path) -> gettext.NullTranslations:
    """One that cannot be read has no words. What was made ready from it (`.mo`) is read in a tenth of the time."""
    ready = file.with_suffix(".mo")
    try:
        if ready.is_file() and ready.stat().st_mtime >= file.stat().st_mtime:
            return gettext.GNUTranslations(BytesIO(ready.read_bytes()))
        import polib  # only where another language is spoken

        return gettext.GNUTranslations(BytesIO(polib.pofile(str(file)).to_binary()))
    except (OSError, ValueError):
        return gettext.NullTranslations()


class _Words(gettext.NullTranslations):
    """Some sentences of another language; for any other, what was spoken before."""

    def __init__(self, sentences: Mapping[str, str], before: gettext.NullTranslations) -> None:
        super().__init__()
        self._sentences, self._before = sentences, before

    def gettext(self, message: str) -> str:
        return self._sentences.get(message) or self._before.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._sentences.get(msgid1 if n == 1 else msgid2) or self._before.ngettext(msgid1, msgid2, n)


@contextmanager
def in_words(sentences: Mapping[str, str]) -> Iterator[None]:
    """Say these sentences, by their English, in other words meanwhile: on a paper in a language of its own."""
    before = _meanwhile.set(_Words(sentences, _meanwhile.get() or _catalogue))
    try:
        yield
    finally:
        _meanwhile.reset(before)


def say(sentence: str, **facts: object) -> str:
    """The sentence in her language, its named places filled."""
    return _filled((_meanwhile.get() or _catalogue).gettext(sentence), sentence, facts)


def count(one: str, many: str, number: int, /, **facts: object) -> str:
    """The right plural form for a number, which both forms may name as `{number}`."""
    words = (_meanwhile.get() or _catalogue).ngettext(one, many, number)
    return _filled(words, one if number == 1 else many, {"number": digits(number), **facts})


def digits(number: int) -> str:
    """How many, as it is written here: 100 000, in groups that stay on one line."""
    return f"{number:,}".replace(",", NARROW)


def capital(words: str) -> str:
    """With a capital where they begin; names within stay as they are."""
    return words[:1].upper() + words[1:]


def _filled(told: str, english: str, facts: Mapping[str, object]) -> str:
    """With its places filled; where a translator wrote a place that there is not, in English."""
    try:
        return told.format(**facts)
    except (LookupError, ValueError):
        return english.format(**facts)


def composed(text: str) -> str:
    """The same letters in their one form: `ṱ` may come as one sign or as a `t` and its mark, and looks the same."""
    return unicodedata.normalize("NFC", text)


def fold(words: str) -> str:
    """Words without accents and capitals, for finding them."""
    if words.isascii():  # as most are, and every letter is asked otherwise
        return words.lower()
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def later(sentence: str) -> str:
    """Mark a sentence for the catalogue where it is declared; it is translated where it is said."""
    return sentence


MONTHS = (
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"),
    later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec"),
)  # fmt: skip

DAYS = (later("Mon"), later("Tue"), later("Wed"), later("Thu"), later("Fri"), later("Sat"), later("Sun"))


def day_of_week(day: date) -> str:
    """In as few letters as one knows it by: Thu."""
    return say(DAYS[day.weekday()])


def full_day(day: date) -> str:
    """A day as it is written everywhere: 3 Mar 2026."""
    return say("{day} {month} {year}", day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)


def known_day(day: date | None) -> str:
    """The same of a day that may not have come with its record."""
    return full_day(day) if day else say("a day that is not known here")


def month_and_year(day: date) -> str:
    """The month of a day as it is written everywhere: Mar 2026."""
    return say("{month} {year}", month=say(MONTHS[day.month - 1]), year=day.year)
