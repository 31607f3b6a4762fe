"""Whatever file or folder somebody brings, as one table: a spreadsheet, filled-in forms, or an export of them.

Phones keep each filled-in form in a folder of its own, with its pictures; servers hand out zips of CSV files. So a
folder and a zip are looked through for what can be read, pictures and blank forms are passed over, and limits hold for
all of it together.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from caregiver_desk.acts.intake import exports, instances, pages, table, workbook
from caregiver_desk.acts.intake.pages import Page
from caregiver_desk.acts.intake.table import WORKBOOK, Hand, Knows, Table
from caregiver_desk.errors import NotASheet
from caregiver_desk.sync.files import regular
from caregiver_desk.wording import say

MOST_FILES, DEEPEST = 60_000, 8
MOST_READ = 50_000_000
MOST_SIGNS = 600_000  # that begin or end an element, in all filled-in forms together
TEXT = Hand("utf-8-sig", ";")
_READ = {".xml", ".csv"}
_LOOKED_AT, _BEGINNING = 200, 4_096
_CALLED_ALIKE = "submission"
_WORKBOOK_PART = "xl/workbook.xml"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, RuntimeError, ValueError)

Files = Iterable[tuple[str, bytes]]


def read(path: Path, knows: Knows, *, sheet: str = "") -> Table:
    """The table in a file or folder, told apart by content; `knows` a title. Raises NotASheet."""
    if path.is_dir():
        return _of_several(_in_folder(path), knows, sheet)
    data = table.bytes_of(path)
    if instances.looks_like_one(data):
        return _of_one(data, knows, sheet)
    if data.startswith(workbook.MAGIC) and (names := _names(data)) and _WORKBOOK_PART not in names:
        return _of_several(_in_zip(data), knows, sheet)
    if data.startswith(workbook.MAGIC):
        return _of_workbook(data, knows, sheet) or table.understood(data, knows, sheet=sheet)
    return _joined(table.understood(data, knows, sheet=sheet), knows)


def holds_forms(folder: Path) -> bool:
    """Whether one of the first files in a folder begins as a filled-in form does, or as an export."""
    return any(_begins_so(path) for path in islice(_walk(folder), _LOOKED_AT) if path.suffix.lower() in _READ)


def _begins_so(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            begins = file.read(_BEGINNING)
    except OSError:
        return False
    if instances.looks_like_one(begins):
        return b" id=" in begins
    return exports.is_export(re.split('[,;"\r\n]+', begins.decode("utf-8", errors="replace")))


def _of_one(data: bytes, knows: Knows, wanted: str) -> Table:
    found = instances.instance(data)
    if found.is_blank:
        raise NotASheet(reason=say("it is the blank form, not a filled-in one"))
    if found.trouble:
        raise NotASheet(reason=found.trouble)
    return pages.table_of(instances.pages([found], knows), TEXT, knows, wanted)


def _of_several(files: Files, knows: Knows, wanted: str) -> Table:
    """Filled-in forms, or else the pages of an export."""
    filled: list[instances.Instance] = []
    rest: list[tuple[str, bytes]] = []
    signs = 0
    for name, data in files:
        if instances.looks_like_one(data):
            signs += data.count(b"<")
            if signs > MOST_SIGNS:
                raise _too_much()
            filled += _filled(_short(name), data)
        elif name.lower().endswith(".csv"):
            rest.append((name, data))
    if filled:
        return pages.table_of(instances.pages(filled, knows), TEXT, knows, wanted)
    tables = (_page(PurePosixPath(name).stem, table.understood(data, knows)) for name, data in rest)
    found = list(_not_too_many(tables))
    if not found:
        raise NotASheet(reason=say("no filled-in form and no export is in it; name the file itself"))
    return pages.table_of(exports.joined(found, knows), TEXT, knows, wanted)


def _short(name: str) -> str:
    """By what a filled-in form is looked for: its own name, or that of its folder too where all are called alike."""
    path = PurePosixPath(name)
    return "/".join(path.parts[-2:]) if path.stem == _CALLED_ALIKE else path.name


def _filled(name: str, data: bytes) -> Iterator[instances.Instance]:
    """The filled-in form in a file, if it is one; a broken one says that it is."""
    try:
        found = instances.instance(data, name)
    except NotASheet as trouble:
        yield instances.Instance(name, "", b"", str(trouble.facts["reason"]))
        return
    if not found.is_blank:
        yield found


def _page(name: str, found: Table) -> Page:
    return Page(name, found.rows[0].cells if found.rows else (), found.rows[1:])


def _joined(found: Table, knows: Knows) -> Table:
    """A table from a server of filled-in forms in plain columns; any other as it is."""
    if not found.rows or not exports.is_export(found.rows[0].cells):
        return found
    return pages.table_of(exports.joined([_page(found.sheet, found)], knows), found.hand, knows)


def _of_workbook(data: bytes, knows: Knows, wanted: str) -> Table | None:
    """The pages of a workbook that a server of filled-in forms wrote, joined; nothing where it is another one."""
    with workbook.opened(data) as book:
        names = book.sheets()
        heads = [next((cells for _, cells in book.rows(name)), []) for name in names]
        if not any(map(exports.is_export, heads)):
            return None
        found = list(_not_too_many(_page(name, Table(table.limited(book.rows(name)), WORKBOOK)) for name in names))
        return pages.table_of(exports.joined(found, knows), WORKBOOK, knows, wanted)


def _not_too_many(found: Iterable[Page]) -> Iterator[Page]:
    """Pages as they are read, as long as all of them together can be held."""
    cells = 0
    for page in found:
        cells += sum(len(row.cells) for row in page.rows)
        if cells > table.MOST_CELLS:
            raise _too_much()
        yield page


def _walk(folder: Path, depth: int = 0) -> Iterator[Path]:
    """The files in a folder and below, in their order; links are not followed."""
    try:
        inside: Sequence[Path] = sorted(folder.iterdir())
    except OSError:
        raise NotASheet(reason=say("it cannot be opened")) from None
    for path in inside:
        if path.is_symlink() or path.name.startswith("."):
            continue
        if path.is_dir() and depth < DEEPEST:
            yield from _walk(path, depth + 1)
        elif path.is_file():
            yield path


def _in_folder(folder: Path) -> Files:
    left = MOST_READ
    for number, path in enumerate(_walk(folder)):
        if number > MOST_FILES:
            raise _too_much()
        if path.suffix.lower() in _READ:
            data = table.bytes_of(regular(path))
            left -= len(data)
            if left < 0:
                raise _too_much()
            yield path.relative_to(folder).as_posix(), data


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except _UNREADABLE:
        return []


def _in_zip(data: bytes) -> Files:
    left = MOST_READ
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = [each for each in archive.infolist() if PurePosixPath(each.filename).suffix.lower() in _READ]
            if len(inside) > MOST_FILES:
                raise _too_much()
            for each in inside:
                with archive.open(each) as file:
                    told = file.read(left + 1)
                left -= len(told)
                if left < 0:
                    raise _too_much()
                yield each.filename, told
    except _UNREADABLE:
        raise NotASheet(reason=say("this zip is damaged or locked")) from None


def _too_much() -> NotASheet:
    return NotASheet(reason=say("it holds more than can be read at once; bring a part of it"))
