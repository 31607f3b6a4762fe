"""`python -m caregiver_desk`: the command line, the two commands of it that open a window, and those that paint paper.

The command line and the desk do not know each other; this is the one place that knows both. Without a screen it says so
before Qt is asked, because Qt itself aborts there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_desk import faults, settings, wording
from caregiver_desk.cli import streams
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import CannotRead, LanguageNotKnown, NoDisplay, NoWindow
from caregiver_desk.wording import count, say

if TYPE_CHECKING:
    from caregiver_desk.reports.imprint import Imprint
    from caregiver_desk.reports.papers import Told


def main() -> int:
    streams.mend()
    faults.leave_no_memory_behind()
    wording.look_also_in(settings.words_folder)
    try:
        return streams.finish(run(sys.argv[1:], WITH_QT))
    except SystemExit as ended:  # the command line was not understood, or its help was asked for
        return streams.finish(int(ended.code or 0))


def desk(arguments: argparse.Namespace) -> int:
    """The desk on one's own book: the first window at once, everything else while the passphrase is typed."""
    _need_display()
    _need_qt()
    from caregiver_desk.cli.session import named
    from caregiver_desk.desk.app import come_in

    return come_in(named(arguments), arguments.files)


def demo(arguments: argparse.Namespace) -> int:
    """The desk on a fictional programme that is gone when the window closes."""
    if arguments.tour is None:
        _need_display()
    elif not _display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _need_qt()
    if arguments.tour is not None:
        _need_room(arguments.tour)
    _need_exercises(arguments.exercises)
    _hear(arguments.language, *filter(None, [arguments.exercises]))
    with tempfile.TemporaryDirectory(prefix="caregiver-desk-") as place:
        return _rehearse(arguments, Path(place))


def as_pdf(told: Told, imprint: Imprint) -> bytes:
    """A paper, painted by the desk. It opens no window and needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _need_qt()
    from caregiver_desk.desk import app
    from caregiver_desk.desk.sheets import papers

    app.application()
    return papers.as_pdf(told, imprint)


def pack(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import rights

    return rights.pack(arguments, as_pdf)


def year(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import rights

    return rights.year(arguments, as_pdf)


def lost_laptop(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import rights

    return rights.lost_laptop(arguments, as_pdf)


def meeting(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import growth

    return growth.meeting(arguments, as_pdf)


def learning(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import training

    return training.learning(arguments, as_pdf)


def report(arguments: argparse.Namespace) -> int:
    from caregiver_desk.cli import papers

    return papers.report(arguments, as_pdf)


def handouts(arguments: argparse.Namespace) -> int:
    """Papers for a rehearsal; they open no window and need no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _need_qt()
    from caregiver_desk.cli.rights import need_folder
    from caregiver_desk.desk import app
    from caregiver_desk.trainer import names

    need_folder(arguments.out)
    _hear(arguments.language)
    names.wear(arguments.names)
    for place in app.handouts(arguments.certificates, arguments.course, arguments.out):
        streams.put(str(place))
    return 0


WITH_QT = {
    "desk": desk,
    "demo": demo,
    "handouts": handouts,
    "rights:pack": pack,
    "rights:lost_laptop": lost_laptop,
    "rights:year": year,
    "papers:report": report,
    "training:learning": learning,
    "growth:meeting": meeting,
}


def _rehearse(arguments: argparse.Namespace, place: Path) -> int:
    from caregiver_desk.desk import app
    from caregiver_desk.sync.opener import Opener
    from caregiver_desk.trainer import names
    from caregiver_desk.trainer.care import warning
    from caregiver_desk.trainer.rehearsal import Rehearsal

    with closing(Opener()) as opener, closing(Rehearsal(place, opener, arguments.weeks, arguments.seed)) as rehearsal:
        if hard := warning(arguments.week):
            print(hard, file=sys.stderr)
        print(
            count(
                "Telling {number} week of a fictional programme …",
                "Telling {number} weeks of a fictional programme …",
                min(arguments.weeks, arguments.week),
            ),
            file=sys.stderr,
        )
        names.wear(arguments.names)
        rehearsal.tell(arguments.week, _say_week)
        if arguments.tour is None:
            return app.rehearse(rehearsal, arguments.whose, arguments.exercises)
        pictures = app.tour(rehearsal.laptop(arguments.whose), opener, arguments.tour)
        told = count(
            "{number} picture in {folder}", "{number} pictures in {folder}", len(pictures), folder=arguments.tour
        )
        streams.put(told)
        return 0


def _say_week(week: int, weeks: int) -> None:
    """One line that counts, where somebody is watching."""
    if sys.stderr.isatty():
        last = "\n" if week == weeks else ""
        print("\r" + say("week {week} of {weeks}", week=week, weeks=weeks), end=last, file=sys.stderr, flush=True)


def _need_display() -> None:
    if not _display():
        raise NoDisplay


def _need_qt() -> None:
    """Raises NoWindow where a library of the system is lacking that Qt loads."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as lacking:
        raise NoWindow(library=str(lacking).partition(":")[0]) from None


def _hear(language: str, *folders: Path) -> None:
    """Read exercises in this language, ours or those of a folder. Raises LanguageNotKnown."""
    from caregiver_desk.trainer import languages
    from caregiver_desk.trainer.exercises.shelf import forms

    known = forms(*folders)
    if language not in known:
        raise LanguageNotKnown(
            language=language, known=", ".join(f"{tag} ({form.name})" for tag, form in known.items())
        )
    languages.hear(language)


def _need_exercises(folder: Path | None) -> None:
    """Before a long story is told for them. Raises CannotRead."""
    if folder and not folder.is_dir():
        raise CannotRead(reason=say("there is no such folder"))


def _need_room(folder: Path) -> None:
    """Before a long story is told for its pictures. Raises CannotWrite."""
    from caregiver_desk.store import safely

    safely.folder(folder)
    probe = safely.beside(folder / "probe")
    safely.write(probe, b"")
    probe.unlink()


def _display() -> bool:
    """Whether Qt would find a screen; asked here because Qt itself aborts where there is none."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
