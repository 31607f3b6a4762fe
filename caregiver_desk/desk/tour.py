"""Pictures of the desk: every page and sheet, light and dark, on a small screen and a smaller one with large text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.begin import Begin
from caregiver_desk.desk.door.door import Door
from caregiver_desk.desk.door.recover import Recover
from caregiver_desk.desk.door.ring import Ring
from caregiver_desk.desk.door.sheet_once import SheetOnce
from caregiver_desk.desk.frame.opening import window_for
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.gallery import gallery
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.sheets.why import explain_field
from caregiver_desk.desk.work import Lane
from caregiver_desk.records.supervision.supervision import PromiseState
from caregiver_desk.settings import Look, Shelved
from caregiver_desk.store import questions, safely, slots
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync.opener import Opener
from caregiver_desk.wording import say

SCREENS = ((1366, 768, 100), (1024, 768, 150))
LOOKS = ("light", "dark")
LAYERS = 4  # a page is laid out from within: words that wrap make their card higher, and that its column
UNMANAGED = "propagateSizeHints"
OWN_SHEETS = ("change_passphrase", "renew_sheet", "change_key")
SPREADSHEET = (
    "Surname, Name;Cell no.;Year of birth;Home language;Start date;Remarks",
    "Dube, Nokuthula;0825550101;1991;siSwati;03/02/2019;",
    "Maluleke, Tintswalo;0825550102;1999;isiZulu;01/12/2025;mentor agreed",
    "Deep rural;;;;;",
    "Sithole, Nandi;0835550104;1996;Tshivenda;31/02/2021;walks far",
)


def take(app: QApplication, book: Book, opener: Opener, folder: Path) -> list[Path]:
    """Take them all into a folder; the look and text size that were worn are worn again afterwards."""
    safely.folder(folder)
    with _quiet():
        return [*_taken(app, book, opener, folder)]


@contextmanager
def _quiet() -> Iterator[None]:
    """Where there is no screen, every window is said to be managed by nobody; a reader takes that for a fault."""

    def hear(_sort: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if UNMANAGED not in words:
            sys.stderr.write(f"{words}\n")

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _taken(app: QApplication, book: Book, opener: Opener, folder: Path) -> Iterator[Path]:
    for look in LOOKS:
        for width, height, text in SCREENS:
            theme.wear(app, Look(look, text))
            yield _gallery(width, folder, f"{look}-{width}-{text}")
            yield from _door((width, height), folder, f"{look}-{width}-{text}")
            yield from _round(window_for(book, opener), (width, height), folder, f"{look}-{width}-{text}")
    theme.wear(app)


def _gallery(width: int, folder: Path, name: str) -> Path:
    """Every part in every state, as high as it is."""
    shown = gallery()
    shown.setFixedWidth(width)
    shown.resize(width, max(shown.heightForWidth(width), shown.sizeHint().height()))
    return _picture(shown, folder / f"gallery-{name}.png")


def _door(size: tuple[int, int], folder: Path, name: str) -> Iterator[Path]:
    """What stands before the desk: a key that opens nothing, and signs of books that are not there."""
    door = Door([Shelved(Path(sign), sign) for sign in ("candle", "maize", "river")], Path("maize"))
    door.resize(*size)
    door.show()
    steps: dict[str, Callable[[], object]] = {
        "unlock": lambda: None,
        "ring": lambda: door.show_step(Ring(door)),
        "begin": lambda: door.show_step(Begin(door)),
        "recover": lambda: door.show_step(Recover(door)),
        "bring_back": lambda: door.bring_back(Path("maize")),
        "recovery_sheet": lambda: door.show_step(SheetOnce(door, door.close, slots.fresh_identity(), "maize")),
    }
    for step, show in steps.items():
        show()
        door.resize(*size)
        _rest(door.lane)
        yield _picture(door, folder / f"{step}-{name}.png")
    door.close()
    door.deleteLater()


def _round(window: Window, size: tuple[int, int], folder: Path, name: str) -> Iterator[Path]:
    window.resize(*size)
    window.show()
    rest(window)
    for subject in window.pages:
        window.go(subject)
        rest(window)
        if subject == "supervision":
            _begin_a_talk(window)
        yield _picture(window, folder / f"{subject}-{name}.png")
    with TemporaryDirectory(prefix="caregiver-desk-") as place:
        for sheet, show in _sheets(window, Path(place)).items():
            show()
            rest(window)
            for dialog in _open_dialogs(window):
                yield _picture(dialog, folder / f"{sheet}-{name}.png")
                dialog.done(QDialog.DialogCode.Rejected)  # also one that no Esc takes away
                rest(window)
    window.close()
    window.deleteLater()


def _sheets(window: Window, place: Path) -> dict[str, Callable[[], object]]:
    """What stands over the window at times."""
    from caregiver_desk.desk.sheets.decided_sheet import DecidedSheet
    from caregiver_desk.desk.sheets.growth.own_year import show_own_year
    from caregiver_desk.desk.sheets.history_sheet import show_history
    from caregiver_desk.desk.sheets.intake.sheet import look_at_sheet
    from caregiver_desk.desk.sheets.numbers_sheet import show_numbers
    from caregiver_desk.desk.sheets.people.placing import show_placing
    from caregiver_desk.desk.sheets.sharing.organisation import OrganisationSheet
    from caregiver_desk.desk.sheets.sharing.returns import ReturnsSheet
    from caregiver_desk.desk.sheets.sharing.twice import TwiceSheet
    from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
    from caregiver_desk.desk.sheets.times_sheet import show_times
    from caregiver_desk.desk.sheets.visits.load import show_load
    from caregiver_desk.desk.sheets.visits.number_list import NumberSheet
    from caregiver_desk.desk.sheets.words_sheet import show_words
    from caregiver_desk.reports.visits.number_lists import every_list

    path = place / "caregivers of the north.csv"
    path.write_text("\n".join(SPREADSHEET), encoding="utf-8")
    hands = window.hands
    return {
        "palette": window.open_palette,
        "add_caregiver": lambda: hands.dialogs.show(act_sheet(window, hands, "add_caregiver")),
        "change_visit": lambda: hands.lane.ask(
            lambda book: questions.listing(book, "visit", limit=1),
            then=lambda visits: open_record(window, hands, "visit", visits[0].id),
            owner=window,
        ),
        "intake": lambda: look_at_sheet(window, hands, "", path),
        "plan_check_in": lambda: hands.dialogs.show(act_sheet(window, hands, "plan_check_in")),
        "ask_organisation": lambda: hands.dialogs.show(act_sheet(window, hands, "ask_organisation")),
        "change_promise": lambda: _press(window, "today", say("Change")),
        "list_of_numbers": lambda: hands.lane.ask(
            every_list,
            then=lambda lists: hands.dialogs.show(NumberSheet(window, hands, lists[0].caregiver)),
            owner=window,
        ),
        "print_week": lambda: _press(window, "week", say("Print sheets")),
        "agreement": lambda: _press(window, "people", say("Agreement")),
        "together": lambda: _press(window, "people", say("Visit together")),
        "event": lambda: _press(window, "people", say("Hard event")),
        "goes_alone": lambda: _press(window, "people", say("Plan a round alone")),
        "session": lambda: _press(window, "team", say("Record")),
        "members": lambda: _press(window, "team", say("Who belongs")),
        "turned_round": lambda: _press(window, "people", say("Show them their record")),
        "lost": lambda: _press(window, "sharing", say("Lost or stolen?")),
        "exchange": lambda: _press(window, "sharing", say("Exchange in this room")),
        "my_card": lambda: _press(window, "sharing", say("My card")),
        "year": lambda: show_own_year(window, hands, ""),
        "pack": lambda: _press(window, "people", say("A copy for them")),
        "history": lambda: hands.lane.ask(
            _most_written_of,
            then=lambda found: show_history(window, hands, "household", *found),
            owner=window,
        ),
        "why": lambda: _ask_why(window),
        "need": lambda: _press(window, "people", say("Support now?")),
        "moving": lambda: _press(window, "people", say("Moves or leaves")),
        "decided": lambda: hands.dialogs.show(DecidedSheet(window, hands)),
        "times": lambda: show_times(window, hands),
        "numbers": lambda: show_numbers(window, hands),
        "our_words": lambda: show_words(window, hands),
        "load": lambda: show_load(window, hands, window.go),
        "placing": lambda: show_placing(window, hands, window.go, lambda: None),
        "twice": lambda: hands.dialogs.show(TwiceSheet(window, hands)),
        "returns": lambda: hands.dialogs.show(ReturnsSheet(window, hands)),
        "organisation": lambda: hands.dialogs.show(OrganisationSheet(window, hands)),
        **{name: partial(safekeeping.DOINGS[name].does, window) for name in OWN_SHEETS},
    }


def _most_written_of(book: Book) -> tuple[str, str]:
    """A household of which two said otherwise, or any, and its name."""
    disputed = [each.id for each in questions.disputed(book) if each.kind == "household"]
    home = [*disputed, *(each.id for each in questions.listing(book, "household", limit=1))][0]
    return home, questions.names_of(book, [home])[home]


def _begin_a_talk(window: Window) -> None:
    """With whoever made a promise: what is open between the two stands beside it."""

    def go(promises: Sequence[Leaf]) -> None:
        for each in promises:
            window.go("supervision", {"caregiver": each["caregiver"]})

    window.hands.lane.ask(
        lambda book: questions.listing(book, "promise", {"state": PromiseState.OPEN}, limit=1), then=go, owner=window
    )
    rest(window)


def _press(window: Window, subject: str, words: str) -> None:
    """Go to a page, and press a button that it shows. In some weeks of the story it has none: no sheet stands there."""
    window.go(subject)
    rest(window)
    shown = (each for each in window.findChildren(QAbstractButton) if each.text() == words and each.isVisible())
    for button in islice(shown, 1):
        button.click()


def _ask_why(window: Window) -> None:
    """As F1 does, in the first field of a visit."""
    window.go("visits")
    rest(window)
    window.activateWindow()
    QApplication.processEvents()
    explain_field(window, window.hands)


def _open_dialogs(window: Window) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def rest(window: Window) -> None:
    """Until the window has nothing more to do and everything is painted."""
    _rest(window.hands.lane)


def _rest(lane: Lane) -> None:
    QApplication.processEvents()
    while lane.busy:
        loop = QEventLoop()
        lane.rested.connect(loop.quit)
        loop.exec()
        lane.rested.disconnect(loop.quit)
        QApplication.processEvents()
    for _ in range(LAYERS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def _picture(widget: QWidget, path: Path) -> Path:
    png = QBuffer()
    widget.grab().save(png, "PNG")
    safely.write(path, bytes(png.data().data()))
    return path
