"""The editor that a declaration asks for, and what it gives."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_desk import clock
from caregiver_desk.desk.answers import names
from caregiver_desk.desk.parts import fields, finding, long_words
from caregiver_desk.desk.parts.editors import editor_for
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.records.record import Kind
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, STRESSOR


@pytest.mark.parametrize(
    ("kind", "name", "editor"),
    [
        (VISIT, "household", finding.Pick),
        (VISIT, "day", fields.Day),
        (VISIT, "minutes", fields.Number),
        (VISIT, "outcome", fields.Choice),
        (VISIT, "purposes", fields.Several),
        (VISIT, "children_seen", fields.Choice),
        (VISIT, "note", long_words.LongWords),
        (STRESSOR, "codes", finding.PickSeveral),
        (STRESSOR, "severity", fields.Choice),
        (FOLLOW_UP, "code", finding.Pick),
    ],
)
def test_a_field_has_the_editor_of_its_declaration(kind: Kind, name: str, editor: type) -> None:
    assert type(editor_for(kind.fields[name])) is editor


@pytest.mark.parametrize("kind", [VISIT, STRESSOR, FOLLOW_UP])
def test_a_form_gives_back_what_was_put_into_it(kind: Kind) -> None:
    form = Form(kind, kind.fields)
    ids = {name: "one" for name, field in kind.fields.items() if field.shown.refers}
    for name in ids:
        form.offer(name, {"one": "Somebody"})
    values = {"day": clock.today(), "minutes": 30, "purposes": frozenset({"crisis"}), "codes": frozenset({"W1"})}
    chosen = {name: value for name, value in {**values, "severity": 3, "code": "F2"}.items() if name in kind.fields}

    form.put({**ids, **chosen})

    assert form.values() == {**ids, **chosen}


@pytest.mark.parametrize("typed", ["0", "601", "ten", "1.5", "-1"])
def test_a_number_out_of_its_range_is_a_fault_in_words(typed: str) -> None:
    editor = fields.Number(1, 600)
    editor.setText(typed)

    assert editor.fault() == "A whole number from 1 to 600, please."


def test_a_day_shows_what_was_understood() -> None:
    editor = fields.Day(fields.Looks.BACK)

    editor.line.setText("yesterday")

    assert editor.value() == clock.today() - timedelta(1)


def test_a_name_is_found_without_its_accents() -> None:
    editor = finding.Pick({"a": "Ṱhohoyanḓou", "b": "Giyani"})

    editor.setText("thohoyandou")
    editor.settle()

    assert editor.value() == "a"


def test_a_name_that_two_people_bear_is_asked() -> None:
    editor = finding.Pick(names.named_options([("a", "Grace M"), ("b", "Grace M")]))

    editor.setText("grace")
    editor.settle()

    assert editor.value() is None
    assert "2 fit" in editor.fault()


def test_what_is_chosen_from_the_words_on_offer_leaves_the_line_free_for_the_next(qtbot: QtBot) -> None:
    editor = finding.PickSeveral({"a": "Anna Khoza", "b": "Anna Dube"}, most=None, hint="")
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    QApplication.processEvents()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "anna")
    QApplication.processEvents()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.activePopupWidget(), key)
    QApplication.processEvents()

    assert (editor.value(), editor.line.text(), editor.fault()) == (frozenset({"b"}), "", "")


def test_arrows_go_from_chip_to_chip_also_where_nothing_must_be_chosen(qtbot: QtBot) -> None:
    choice = fields.Choice([(each, str(each)) for each in range(3)], required=False)
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(choice.window().focusWidget(), key)

    assert choice.value() == 2
