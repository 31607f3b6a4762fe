"""A form that an organisation might bring, made up for these tests, and how a workbook of it is written."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str]]
Sheets = Mapping[str, Rows]

SURVEY: Rows = (
    (
        "type", "name", "label::English (en)", "label::Sesotho (st)", "hint::English (en)", "required", "relevant",
        "constraint", "constraint_message::English (en)", "risk", "danger",
    ),
    ("note", "before", "A few questions about your way to work.", "Dipotso di se kae ka tsela ya hao."),
    ("begin group", "road", "On the road", "Tseleng"),
    ("select_one often", "dark", "How often did you walk home in the dark?", "O tsamaile lefifing hakae?", "", "yes"),
    ("select_one often", "alone", "How often did you go alone where you would rather not?", "O ile o le mong hakae?"),
    ("end group",),
    ("select_one yes_no", "hurt", "Did anybody hurt you on the way?", "Na motho o o utlwisitse bohloko?", "", "", "",
     "", "", ". = 'yes'", "attacked"),
    ("text", "more", "What would you like us to know?", "O batla re tsebe eng?", "As much as you like.", "",
     "${hurt} = 'yes'"),
    ("integer", "nights", "On how many nights of the week did you sleep badly?", "Ke masiu a makae?", "", "", "",
     ". >= 0 and . <= 7", "A week has seven nights."),
    ("select_multiple helps", "helped", "What helped?", "Ke eng e thusitseng?"),
    ("date", "since", "Since when?", "Ho tloha neng?", "", "", "selected(${helped}, 'bus') or ${nights} > 3"),
)  # fmt: skip
CHOICES: Rows = (
    ("list_name", "name", "label::English (en)", "label::Sesotho (st)"),
    ("often", "0", "never", "le kgale"),
    ("often", "1", "sometimes", "ka nako tse ding"),
    ("often", "2", "often", "hangata"),
    ("yes_no", "yes", "yes", "e"),
    ("yes_no", "no", "no", "tjhe"),
    ("helps", "bus", "the bus", "bese"),
    ("helps", "friend", "walking with a friend", "motswalle"),
)
SETTINGS: Rows = (
    ("form_title", "form_id", "version", "default_language", "owner", "licence", "caution"),
    (
        "The way to work", "way", "3", "English (en)", "Lesedi Ridge", "Made by Lesedi Ridge for its own teams.",
        "It tells how a road was walked. It cannot tell how somebody is.",
    ),
)  # fmt: skip
SCORES: Rows = (
    ("score", "label", "items", "from", "to", "words"),
    ("road", "The road", "dark alone", "0", "1", "The road was kind."),
    ("road", "", "", "2", "4", "The road weighs. Speak of walking together."),
)
FORM: Sheets = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS, "scores": SCORES}
HARMLESS: Sheets = {**FORM, "survey": [row[:9] for row in SURVEY]}


SAYS = ("label", "hint", "constraint_message", "words", "licence", "caution", "form_title", "owner")


def marked(word: str) -> Sheets:
    """The form with this word at the end of everything that it says."""
    return {name: [rows[0], *(_marked(rows[0], row, word) for row in rows[1:])] for name, rows in FORM.items()}


def _marked(titles: Sequence[str], row: Sequence[str], word: str) -> list[str]:
    says = (bool(cell) and title.partition("::")[0] in SAYS for title, cell in zip(titles, row, strict=False))
    return [f"{cell} {word}" if here else cell for cell, here in zip(row, says, strict=False)]


def with_cell(sheet: str, row: int, title: str, words: str) -> Sheets:
    """The form with other words in one cell, its row counted as the spreadsheet counts it."""
    rows = [list(each) for each in FORM[sheet]]
    titles = rows[0]
    if title not in titles:
        titles.append(title)
    place = titles.index(title)
    rows[row - 1] += [""] * (place + 1 - len(rows[row - 1]))
    rows[row - 1][place] = words
    return {**FORM, sheet: rows}


def write(path: Path, sheets: Sheets = FORM) -> Path:
    """An .xlsx workbook with these sheets."""
    numbered = {name: f"sheet{number}" for number, name in enumerate(sheets, 1)}
    named = "".join(f'<sheet name="{name}" sheetId="1" r:id="{part}"/>' for name, part in numbered.items())
    related = "".join(
        f'<Relationship Id="{part}" Type="worksheet" Target="worksheets/{part}.xml"/>' for part in numbered.values()
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="r"><sheets>{named}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{related}</Relationships>")
        for name, rows in sheets.items():
            cells = "".join(_row(number, row) for number, row in enumerate(rows, 1))
            archive.writestr(
                f"xl/worksheets/{numbered[name]}.xml", f"<worksheet><sheetData>{cells}</sheetData></worksheet>"
            )
    return path


def _row(number: int, cells: Sequence[str]) -> str:
    told = "".join(f'<c t="inlineStr"><is><t>{escape(each)}</t></is></c>' for each in cells)
    return f'<row r="{number}">{told}</row>'
