"""The words of a language as a file: handed to whoever speaks it, and taken back.

Context. Who speaks a language well is a teacher or a nurse more often than somebody with tools for translators, and a
site calls things otherwise than we do.

Decision. One file holds every sentence, what a caregiver reads or hears first, with what the language says already: a
table that any spreadsheet program opens, or a PO file for those who have such tools. What comes back is looked at
sentence by sentence. One that we do not say, or with other places to fill than ours has, is left out and named; the
rest is kept on this laptop, beside the books, and goes before what is shipped. An empty cell says nothing new.

Consequences. It is nothing private and part of no book: a colleague takes the same file. A new program that says a
sentence otherwise says it in English until somebody translates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caregiver_desk import settings, wording
from caregiver_desk.acts.intake import table
from caregiver_desk.acts.intake.table import Hand
from caregiver_desk.errors import NotASheet, NotWords
from caregiver_desk.store import safely
from caregiver_desk.wording import fold, later, say

if TYPE_CHECKING:
    from polib import POEntry, POFile

TEMPLATE = "caregiver-desk.pot"
PO, TABLE = ".po", ".csv"
LARGEST = 20_000_000  # bytes
OURS, OURS_OF_MANY = later("English"), later("English, of many")
SAID, SAID_OF_MANY, READ = later("In your language"), later("In your language, of many"), later("Who reads it")
_PLACES = re.compile(r"\{(\w+)\}")
_PLURALS = "Plural-Forms"
_ONE_AND_MANY = "nplurals=2; plural=(n != 1);"  # of a language that came without a word on it


class Said(NamedTuple):
    """An English sentence, and how a language says it: of one or in general, and of many."""

    english: str
    one: str
    many: str = ""


@dataclass(frozen=True)
class Taken:
    """What came of a file: how many sentences it says anew, and the English of those that do not fit."""

    said: int
    misfits: tuple[str, ...]


def hand_out(tag: str, path: Path) -> int:
    """Write all sentences for this language; how many it does not say yet. Raises NotWords for another kind of file."""
    asked = _asked(tag)
    if path.suffix.lower() == PO:
        safely.write_new(path, str(asked).encode())
    elif path.suffix.lower() == TABLE:
        safely.write_new(path, table.write(_rows(asked), Hand("utf-8-sig", ";")))
    else:
        raise NotWords(reason=say("its name ends in neither {po} nor {table}", po=PO, table=TABLE))
    return sum(not each.translated() for each in asked)


def take_in(tag: str, path: Path) -> Taken:
    """Keep what a file says in this language, beside the books of this laptop. Raises NotWords or CannotRead."""
    file = _asked(tag)
    asked = {each.msgid: each for each in file}
    told = [each for each in _told(path) if each.one and not _is_known(each, asked.get(each.english))]
    misfits = tuple(each.english for each in told if not _fits(each, asked.get(each.english)))
    fitting = [each for each in told if each.english not in misfits]
    if fitting:
        _keep(tag, fitting, asked, file.metadata)
    return Taken(len(fitting), misfits)


def own_file(tag: str) -> Path:
    """Where the words that were taken in stand."""
    return settings.words_folder() / f"{tag}{PO}"


def _asked(tag: str) -> POFile:
    """Every sentence, with what the language says of it on this laptop."""
    import polib

    told = [polib.pofile(str(file)) for file in wording.files(tag)]
    said = {each.msgid: each for file in told for each in file if each.translated()}
    asked = polib.pofile(str(wording.SHIPPED / TEMPLATE))
    asked.metadata = _head(tag, told)
    for each in asked:
        if known := said.get(each.msgid):
            each.msgstr, each.msgstr_plural = known.msgstr, dict(known.msgstr_plural)
    return asked


def _head(tag: str, told: Iterable[POFile]) -> dict[str, str]:
    """Of a file in this language; it counts as what there is of it does."""
    plurals = (file.metadata[_PLURALS] for file in told if _PLURALS in file.metadata)
    return {
        "Content-Type": "text/plain; charset=UTF-8",
        "Language": tag,
        _PLURALS: next(plurals, _ONE_AND_MANY),
    }


def _rows(asked: Iterable[POEntry]) -> Iterator[list[str]]:
    yield [say(each) for each in (OURS, OURS_OF_MANY, SAID, SAID_OF_MANY, READ)]
    for each in asked:
        one, many = each.msgstr_plural.values() if each.msgid_plural else (each.msgstr, "")
        yield [each.msgid, each.msgid_plural, one, many, say("a caregiver") if each.comment else ""]


def _told(path: Path) -> Iterator[Said]:
    if path.suffix.lower() == PO:
        return _of_po(path)
    return _of_table(path)


def _of_po(path: Path) -> Iterator[Said]:
    import polib

    with safely.reading():
        data = path.read_bytes()
    try:
        file = polib.pofile(data.decode("utf-8-sig")) if len(data) <= LARGEST else None
    except (OSError, ValueError):
        file = None
    if not file:
        raise NotWords(reason=say("it is no PO file in UTF-8"))
    for each in file:
        forms = list(each.msgstr_plural.values()) if each.msgid_plural else [each.msgstr]
        yield Said(each.msgid, forms[0], forms[-1] if each.msgid_plural else "")


def _of_table(path: Path) -> Iterator[Said]:
    titles = {fold(words): each for each in (OURS, SAID, SAID_OF_MANY) for words in (each, say(each))}
    try:
        rows = table.read(path, lambda title: fold(title) in titles).rows
    except NotASheet as trouble:
        raise NotWords(reason=str(trouble.facts["reason"])) from None
    head = rows[0].cells if rows else ()
    places = {titles[fold(title)]: place for place, title in enumerate(head) if fold(title) in titles}
    if not {OURS, SAID} <= places.keys():
        raise NotWords(reason=say("it has no columns “{english}” and “{said}”", english=say(OURS), said=say(SAID)))
    for row in rows[1:]:
        cells = dict(enumerate(row.cells))
        yield Said(*(cells.get(places.get(each, -1), "") for each in (OURS, SAID, SAID_OF_MANY)))


def _is_known(said: Said, asked: POEntry | None) -> bool:
    """Whether the language says it so already."""
    if asked is None:
        return False
    if asked.msgid_plural:
        return list(asked.msgstr_plural.values()) == [said.one, said.many]
    return bool(asked.msgstr == said.one)


def _fits(said: Said, asked: POEntry | None) -> bool:
    """Whether we say this, and the places to fill are those of ours."""
    if asked is None:
        return False
    wanted = _places(asked.msgid) | _places(asked.msgid_plural)
    forms = [said.one, said.many] if asked.msgid_plural else [said.one]
    return all(form and _places(asked.msgid) <= _places(form) <= wanted for form in forms)


def _places(text: str) -> set[str]:
    return set(_PLACES.findall(text))


def _keep(tag: str, told: Iterable[Said], asked: dict[str, POEntry], head: dict[str, str]) -> None:
    """Beside what was taken in before, and whole or not at all."""
    import polib

    kept = polib.POFile(wrapwidth=120)
    kept.metadata = head
    before = {each.msgid: each for each in polib.pofile(str(own_file(tag)))} if own_file(tag).is_file() else {}
    for each in told:
        before[each.english] = _filled(asked[each.english], each)
    kept.extend(before.values())
    safely.folder(settings.words_folder())
    safely.write(own_file(tag), str(kept).encode())


def _filled(asked: POEntry, said: Said) -> POEntry:
    if asked.msgid_plural:
        asked.msgstr_plural = {0: said.one, 1: said.many}
    else:
        asked.msgstr = said.one
    return asked
