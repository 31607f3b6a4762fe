"""A day's work in one process, as another program may watch it: commands first, then the desk with two of its pages."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.acts import opening
from caregiver_desk.cli.commands import run
from caregiver_desk.desk.app import application
from caregiver_desk.desk.frame.opening import window_for
from caregiver_desk.desk.tour import rest
from caregiver_desk.sync.opener import Opener

COMMANDS = (
    ("do", "add_caregiver", '{"given_names": "Thandi"}'),
    ("report", "--period", "2026-03"),
    ("bundle", "--to", "Fhatuwani Mudau", "--out", "."),
)


def main(book: str) -> None:
    for words in COMMANDS:
        assert run(["--book", book, "--passphrase-file", "passphrase", *words], WITH_QT) == 0, words
    word = Path("passphrase").read_text(encoding="utf-8").strip()
    application()
    with closing(Opener()) as opener, closing(opening.open_book(Path(book), word)) as opened:
        window = window_for(opened, opener)
        window.show()
        for subject in ("today", "sharing"):
            window.go(subject)
            rest(window)
        window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
