"""An organisation's own questionnaire, read from an XLSForm workbook.

Context. XLSForm is how the field writes forms: a workbook with the sheets `survey`, `choices` and `settings`. It can
also calculate, fetch, repeat, take pictures and note the place and the second of every answer.

Decision. Only what a talk between two people needs is read: words, whole numbers, numbers, days, one or several of a
list, notes, and groups. Whatever else would change what is asked is refused with its sheet, row and column: a form that
is asked otherwise than it was written is another form. Columns that say only how a form looks are passed over. Four
columns are ours. In `settings`: `licence` and `caution`, which must be there, and `owner`. In `survey`: `risk`, the
condition under which an answer says danger, and `danger`, which of three it says. A sheet `scores` is ours as well: a
row a band, with `score`, `label`, `items`, `from`, `to` and `words`.

Consequence. The same workbook is still read by every other program that reads XLSForms.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from caregiver_desk.acts.intake import table, workbook
from caregiver_desk.acts.intake.xlsform.asked import choices, questions
from caregiver_desk.acts.intake.xlsform.rows import LONGEST_LINE, Row, rows
from caregiver_desk.acts.intake.xlsform.scores import scores
from caregiver_desk.errors import NotAQuestionnaire, NotASheet
from caregiver_desk.practice.wellbeing.questionnaire import LONGEST, Questionnaire
from caregiver_desk.wording import count, say

SURVEY, CHOICES, SETTINGS, SCORES = "survey", "choices", "settings", "scores"


def read(path: Path) -> Questionnaire:
    """The questionnaire in this workbook. Raises NotAQuestionnaire, or NotASheet for what is no workbook."""
    data = table.bytes_of(path)
    if not data.startswith(workbook.MAGIC):
        raise NotASheet(reason=say("a questionnaire is an Excel workbook (.xlsx)"))
    with workbook.opened(data) as book:
        names = {name.strip().casefold(): name for name in book.sheets()}
        for needed in (SURVEY, SETTINGS):
            if needed not in names:
                raise NotAQuestionnaire(place=say("The workbook"), reason=say("it has no sheet “{name}”", name=needed))
        sheets = {
            each: list(rows(book, each, names[each])) for each in (SURVEY, CHOICES, SETTINGS, SCORES) if each in names
        }
    return _questionnaire(sheets)


def _questionnaire(sheets: Mapping[str, list[Row]]) -> Questionnaire:
    settings = _settings(sheets[SETTINGS])
    lists = choices(sheets.get(CHOICES, []))
    asked = questions(sheets[SURVEY], lists)
    told = Questionnaire(
        title=settings.needs("form_title", LONGEST_LINE),
        version=settings["version"][:40],
        owner=settings["owner"][:LONGEST_LINE],
        licence=settings.needs("license" if settings["license"] else "licence", 2_000),
        caution=settings.needs("caution", 2_000),
        languages=_languages(sheets, settings["default_language"]),
        questions=asked,
        choices={name: offered for name, offered in lists.items() if name in {each.choices for each in asked}},
        scores=scores(sheets.get(SCORES, []), {each.name: each for each in asked}, lists),
    )
    if (over := len(told.text) - LONGEST) > 0:
        reason = count("it is {number} letter too long", "it is {number} letters too long", over)
        raise NotAQuestionnaire(place=say("The workbook"), reason=reason)
    return told


def _settings(rows: list[Row]) -> Row:
    if not rows:
        raise Row(SETTINGS, 2, {}).wrong("form_title", say("this must be filled in"))
    return rows[0]


def _languages(sheets: Mapping[str, list[Row]], first: str) -> tuple[str, ...]:
    """Every language in which something is said, the one that the form names first."""
    found = dict.fromkeys(
        language
        for rows in (sheets[SURVEY], sheets.get(CHOICES, []))
        for row in rows
        for language in row.called("label")
    )
    return tuple(dict.fromkeys([*([first] if first in found else []), *found])) or ("",)
