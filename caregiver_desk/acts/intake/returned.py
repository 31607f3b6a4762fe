"""The rows to be mended, written as a file that can be mended and brought in again.

A sheet goes back as it came: a table in the hand of the sheet, a workbook as a workbook. In a workbook every cell is
text, so that opening and saving it changes no phone number and no day.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from caregiver_desk.acts.intake import table
from caregiver_desk.acts.intake.table import WORKBOOK, Hand

TEXT = Hand("utf-8-sig", ";")

_NO_LETTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OF_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OF_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WIDE = '<col min="1" max="200" width="22" style="1" customWidth="1"/>'
_FRAME = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_OF_PACKAGES}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_OF_PACKAGES}/relationships">'
    f'<Relationship Id="r1" Type="{_OF_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_OF_PACKAGES}/relationships">'
    f'<Relationship Id="r1" Type="{_OF_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OF_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OF_OFFICE}">'
    '<sheets><sheet name="To mend" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/styles.xml": f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    "</styleSheet>",
}


def suffix(hand: Hand) -> str:
    """What the name of such a file ends in."""
    return ".xlsx" if hand == WORKBOOK else ".csv"


def rows_in(hand: Hand, path: Path, rows: Iterable[Sequence[str]]) -> bytes:
    """These rows in the hand of the sheet, or in the one that the name of the file asks for."""
    if path.suffix.lower() == ".xlsx":
        return workbook(rows)
    return table.write(rows, TEXT if hand == WORKBOOK else hand)


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """These rows as the only sheet of a workbook, every cell as text."""
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    sheet = f'{_XML}<worksheet xmlns="{_MAIN}"><cols>{_WIDE}</cols><sheetData>{lines}</sheetData></worksheet>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in {**_FRAME, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _cell(text: str) -> str:
    plain = escape(_NO_LETTER.sub("", text))
    return f'<c t="inlineStr" s="1"><is><t xml:space="preserve">{plain}</t></is></c>'
