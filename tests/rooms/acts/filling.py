"""Forms filled in as a phone would, and what a book says of them, as the tests of acts need them."""

from __future__ import annotations

import copy
import uuid
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from pyxform.xls2xform import convert

from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.intake.phones import phone_forms
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

PHONES = Path(__file__).parents[2] / "samples" / "phones"
MONDAY = "2026-03-02"
Answers = Mapping[str, str]
Filled = Callable[..., tuple[str, Path]]
FIRST = {"household": "HH-001", "outcome": "done", "minutes": "45", "purposes": "routine first_visit"}
SECOND = {"household": "2", "outcome": "asked_to_come_another_day", "safety_worry": "yes"}


ROUND = [
    (MONDAY, "HH-001", "done", 45),
    (MONDAY, "HH-002", "nobody home", None),
    ("2026-03-03", "HH-003", "done", 30),
]


def bring(book: Book, path: Path, kind: str = "visits", **given: object) -> Outcome:
    return ACTS[f"bring_in_{kind}"](book, path=path, **given)


def reasons(outcome: Outcome) -> list[str]:
    return [each["why"] for each in outcome.facts["to_mend"]]


def visits(book: Book) -> list[tuple[str, str, str, int | None]]:
    """(day, code, outcome, minutes) of every visit, in order."""
    code = {leaf.id: leaf["code"] for leaf in questions.listing(book, "household")}
    found = questions.listing(book, "visit")
    return sorted((leaf["day"], code[leaf["household"]], leaf["outcome"], leaf["minutes"]) for leaf in found)


def number() -> str:
    return f"uuid:{uuid.UUID(int=next(_counting))}"


_counting = iter(range(10**6, 2 * 10**6))


class Phone:
    """Fills in the XForm that pyxform makes of one of our forms, as a phone would."""

    def __init__(self, form: str, folder: Path) -> None:
        blank = folder / f"{form}.xlsx"
        blank.write_bytes(xlsform.workbook(phone_forms()[form]))
        root = ET.fromstring(convert(str(blank)).xform)  # noqa: S314 - written here
        (self._blank,) = root.iterfind(".//{*}instance/{*}data")

    def fill_in(self, once: Answers, each: Sequence[Answers] = (), corrects: str = "") -> tuple[str, bytes]:
        """A filled-in form, and its number."""
        data, told = copy.deepcopy(self._blank), number()
        (*pattern,) = data.iterfind("{*}visits")
        for group in pattern:
            data.remove(group)
        for answers in each:
            data.append(self._answered(pattern[-1], answers))
        for name, answer in once.items():
            self._put(data, name, answer)
        (meta,) = data.iterfind("{*}meta")
        self._put(meta, "instanceID", told)
        if corrects:
            ET.SubElement(meta, "{http://openrosa.org/xforms}deprecatedID").text = corrects
        return told, ET.tostring(data, encoding="utf-8", xml_declaration=True)

    def _answered(self, pattern: ET.Element, answers: Answers) -> ET.Element:
        group = copy.deepcopy(pattern)
        for name, answer in answers.items():
            self._put(group, name, answer)
        return group

    @staticmethod
    def _put(where: ET.Element, name: str, answer: str) -> None:
        (question,) = where.iterfind(f"{{*}}{name}")
        question.text = answer


def as_zip(folder: Path, made: Path) -> Path:
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"out/{path.relative_to(folder).as_posix()}")
    return made
