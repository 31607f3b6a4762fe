"""The one table model, and the table."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.tables import RECORD, Heading, RecordTable, Table

HEADINGS = [Heading("Name", lambda row: row[0]), Heading("Number", lambda row: str(row[1]), quiet=True, right=True)]
ROWS = [("Nomvula", 1), ("Mpho", 2)]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = RecordTable(HEADINGS)
    model.set_rows(ROWS)

    qtmodeltester.check(model)


def test_a_row_is_shown_by_its_columns_and_given_back_whole() -> None:
    model = RecordTable(HEADINGS)
    model.set_rows(ROWS)

    assert [model.index(1, column).data() for column in (0, 1)] == ["Mpho", "2"]
    assert model.index(1, 0).data(RECORD) == ("Mpho", 2)


def test_a_further_page_is_asked_for_once_and_added_below() -> None:
    model, asked = RecordTable(HEADINGS), []
    model.wants_more.connect(lambda: asked.append(1))
    model.set_rows(ROWS, more=True)
    parent = model.index(-1, -1)

    model.fetchMore(parent)
    assert not model.canFetchMore(parent)
    model.add_rows([("Grace", 3)])

    assert asked == [1]
    assert model.rows() == [*ROWS, ("Grace", 3)]


def test_a_table_that_was_emptied_hands_on_the_keys(qtbot: QtBot) -> None:
    model, after = RecordTable(HEADINGS), QLineEdit()
    table = Table(model, HEADINGS, "Visits")
    page = holding(column(table, after))
    qtbot.addWidget(page)
    page.show()
    model.set_rows(ROWS)
    table.setFocus()

    model.set_rows(ROWS[:1])
    assert page.focusWidget() is table
    model.set_rows([])
    assert page.focusWidget() is after
