"""A form is read as it was written, or refused with the place at which it asks for more than is asked here."""

from __future__ import annotations

from pathlib import Path

import own_form
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from own_form import FORM, Sheets, with_cell

from caregiver_desk.acts.intake import xlsform
from caregiver_desk.errors import NotAQuestionnaire, NotASheet
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire, Sort, read
from caregiver_desk.records.wellbeing.danger import Danger

SAMPLES = Path(__file__).parents[3] / "samples"


def told(path: Path, sheets: Sheets = FORM) -> Questionnaire:
    return xlsform.read(own_form.write(path / "form.xlsx", sheets))


def test_a_form_is_read_with_its_questions_languages_licence_and_caution(tmp_path: Path):
    form = told(tmp_path)

    assert (form.title, form.version, form.owner) == ("The way to work", "3", "Lesedi Ridge")
    assert form.licence == "Made by Lesedi Ridge for its own teams."
    assert form.caution.startswith("It tells how a road was walked.")
    assert form.languages == ("English (en)", "Sesotho (st)")
    assert [(each.name, each.sort) for each in form.questions] == [
        ("before", Sort.NOTE),
        ("dark", Sort.ONE),
        ("alone", Sort.ONE),
        ("hurt", Sort.ONE),
        ("more", Sort.TEXT),
        ("nights", Sort.INTEGER),
        ("helped", Sort.SEVERAL),
        ("since", Sort.DATE),
    ]
    dark, hurt, more = (form.questions[place] for place in (1, 3, 4))
    assert (dark.required, dict(dark.group)["English (en)"]) == (True, "On the road")
    assert (hurt.risk, hurt.danger) == (". = 'yes'", Danger.ASSAULT)
    assert more.when == ("${hurt} = 'yes'",)
    assert form.said(form.offered(dark)[2].label, "Sesotho (st)") == "hangata"
    assert form.language("sesotho") == "Sesotho (st)"


def test_what_was_read_is_written_in_one_way_and_reads_back_as_the_same(tmp_path: Path):
    form = told(tmp_path)

    assert read(form.text) == form
    assert told(tmp_path).digest == form.digest
    other = with_cell("survey", 4, "label::English (en)", "Was it dark?")
    assert told(tmp_path, other).digest != form.digest
    assert read("{}") is None
    assert read("no form at all") is None
    assert read(form.text.replace("${hurt} = 'yes'", "today() > 1")) is None  # of a program that reads more


def test_a_workbook_that_an_office_program_saved_reads_as_the_same_form(tmp_path: Path):
    assert xlsform.read(SAMPLES / "way-to-work.xlsx").digest == told(tmp_path).digest


def test_groups_in_groups_hand_their_conditions_down(tmp_path: Path):
    rows = [
        ("type", "name", "label", "relevant"),
        ("integer", "a", "A?", ""),
        ("begin_group", "one", "One", "${a} > 1"),
        ("begin group", "two", "", "${a} > 2"),
        ("text", "b", "B?", "${a} > 3"),
        ("end group",),
        ("end_group",),
    ]
    b = told(tmp_path, {**FORM, "survey": rows, "scores": []}).questions[-1]

    assert b.when == ("${a} > 1", "${a} > 2", "${a} > 3")
    assert b.group == {"": "One"}


@pytest.mark.parametrize(
    ("sheet", "row", "title", "words", "why"),
    [
        ("survey", 2, "type", "geopoint", "“geopoint” is not asked here"),
        ("survey", 2, "type", "start", "“start” is not asked here"),
        ("survey", 3, "type", "begin repeat", "“begin repeat” is not asked here"),
        ("survey", 4, "type", "select_one seldom", "no list “seldom”"),
        ("survey", 4, "type", "select_one often or_other", "no list “often or_other”"),
        ("survey", 4, "calculation", "1 + 1", "would change what is asked"),
        ("survey", 4, "relevance", "${before} = ''", "would change what is asked"),
        ("survey", 4, "bind::relevant", "${before} = ''", "would change what is asked"),
        ("survey", 4, "bind:constraint", ". > 1", "would change what is asked"),
        ("survey", 4, "disabled", "yes", "would change what is asked"),
        ("survey", 4, "default", "0", "would change what is asked"),
        ("survey", 4, "media::image::English (en)", "a.png", "would change what is asked"),
        ("survey", 4, "name", "", "must be filled in"),
        ("survey", 4, "name", "1st", "begins with a letter"),
        ("survey", 5, "name", "dark", "“dark” stands twice"),
        ("survey", 8, "relevant", "${since} = ''", "“since” is not asked before it"),
        ("survey", 8, "relevant", "count(${hurt}) > 1", "“count” is not read there"),
        ("survey", 8, "relevant", "${hurt} =", "ends too early"),
        ("survey", 9, "constraint", "regex(., '[a-z]')", "“regex” is not read there"),
        ("survey", 9, "required", "perhaps", "yes or no"),
        ("survey", 2, "risk", ". = 'yes'", "a note has no answer"),
        ("survey", 4, "danger", "harm", "say under “risk”"),
        ("survey", 7, "danger", "great", "one of harm, not safe, attacked"),
        ("survey", 3, "type", "end group", "no group is open here"),
        ("survey", 6, "type", "begin group", "does not end"),
        ("choices", 3, "name", "0", "stands twice in its list"),
        ("choices", 3, "name", "one two", "a code without blanks"),
        ("choices", 3, "image", "a.png", "would change what is asked"),
        ("settings", 2, "licence", "", "must be filled in"),
        ("settings", 2, "caution", "", "must be filled in"),
        ("settings", 2, "form_title", "", "must be filled in"),
        ("scores", 2, "items", "dark light", "no question is called “light”"),
        ("scores", 2, "items", "dark helped", "none of its codes is one"),
        ("scores", 2, "from", "few", "a whole number"),
        ("scores", 2, "to", "-1", "less than what stands under “from”"),
        ("scores", 3, "from", "1", "begins before the row above it ends"),
        ("scores", 3, "words", "", "must be filled in"),
        ("scores", 3, "score", "", "must be filled in"),
    ],
)
def test_what_is_not_asked_here_is_refused_with_its_sheet_row_and_column(
    sheet: str, row: int, title: str, words: str, why: str, tmp_path: Path
):
    with pytest.raises(NotAQuestionnaire) as refusal:
        told(tmp_path, with_cell(sheet, row, title, words))

    said = str(refusal.value)
    assert why in said
    assert f"Sheet “{sheet}”, row {row}, column “" in said
    assert "Nothing was brought in." in said


def test_a_workbook_without_its_sheets_says_which_is_missing(tmp_path: Path):
    with pytest.raises(NotAQuestionnaire, match="no sheet “survey”"):
        told(tmp_path, {"settings": FORM["settings"]})
    with pytest.raises(NotAQuestionnaire, match="no sheet “settings”"):
        told(tmp_path, {"survey": FORM["survey"]})


def test_a_form_that_asks_nothing_or_too_much_is_refused(tmp_path: Path):
    with pytest.raises(NotAQuestionnaire, match="it asks nothing"):
        told(tmp_path, {**FORM, "survey": FORM["survey"][:2], "scores": []})
    many = [FORM["survey"][0], *(("text", f"q{number}", f"Why {number}? {'very ' * 40}") for number in range(100))]
    with pytest.raises(NotAQuestionnaire, match="letters too long"):
        told(tmp_path, {**FORM, "survey": many, "scores": []})
    more = [FORM["survey"][0], *(("text", f"q{number}", "Why?") for number in range(1_001))]
    with pytest.raises(NotAQuestionnaire, match="more than 1000 rows"):
        told(tmp_path, {**FORM, "survey": more, "scores": []})


def test_how_a_form_looks_and_sheets_of_its_owner_are_passed_over(tmp_path: Path):
    rows = with_cell("survey", 4, "appearance", "minimal")
    assert told(tmp_path, {**rows, "old choices": [("anything",)]}).digest == told(tmp_path).digest


PLACES = [
    (sheet, row, place) for sheet, rows in FORM.items() for row, cells in enumerate(rows) for place in range(len(cells))
]
WORDS = st.sampled_from(
    ["", "0", "yes", "begin group", "select_one helps", "${hurt} = 'yes'", ". > 1", "label", "=1+1"]
)


def read_or_refused(path: Path, sheets: Sheets) -> Questionnaire | str:
    try:
        return told(path, sheets)
    except (NotAQuestionnaire, NotASheet) as refusal:
        return str(refusal)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=st.lists(st.tuples(st.sampled_from(PLACES), WORDS | st.text(max_size=12)), min_size=1, max_size=4))
def test_whatever_stands_in_its_cells_it_is_read_back_as_it_was_or_refused_in_words(
    changed: list[tuple[tuple[str, int, int], str]], tmp_path: Path
):
    sheets = {name: [list(row) for row in rows] for name, rows in FORM.items()}
    for (sheet, row, place), words in changed:
        sheets[sheet][row][place] = "".join(sign for sign in words if sign.isprintable())

    form = read_or_refused(tmp_path, sheets)

    if isinstance(form, str):
        assert "Nothing was brought in." in form
    else:
        assert read(form.text) == form
        assert len(answering.results(form, {each.name: "1" for each in form.questions})) == len(form.scores)


def test_what_is_no_workbook_is_no_questionnaire(tmp_path: Path):
    (tmp_path / "form.csv").write_text("type,name,label\n")
    with pytest.raises(NotASheet, match=r"\.xlsx"):
        xlsform.read(tmp_path / "form.csv")
