"""What the world is in the way of: a disk, a file, a screen. Nothing was harmed. Here is what no one subject owns."""

from __future__ import annotations

from caregiver_desk.errors.problem import Problem
from caregiver_desk.wording import later


class Blocked(Problem):
    """The world is in the way. Nothing was harmed."""

    exit_status = 3


class CannotRead(Blocked):
    code = "cannot-read"
    sentence = later("This cannot be read ({reason}). Nothing was changed.")


class CannotWrite(Blocked):
    code = "cannot-write"
    sentence = later("Nothing can be written there ({reason}). What was there before is unharmed.")


class DiskFull(Blocked):
    code = "disk-full"
    sentence = later("The disk is full, so this was not saved. All that was saved before is safe. Make some space.")


class NoSuchFile(Blocked):
    code = "no-such-file"
    sentence = later("There is no file “{file}”. Nothing was changed. Look whether the stick is in, and at the name.")


class NotAFile(Blocked):
    code = "not-a-file"
    sentence = later("“{file}” is no file that can be opened. Nothing was changed. Name the file itself.")


class NoTerminal(Blocked):
    code = "no-terminal"
    sentence = later(
        "There is no terminal here to ask for a passphrase. Nothing was changed. Put it into a file and name that: "
        "{option} FILE."
    )


class NothingTyped(Blocked):
    code = "nothing-typed"
    sentence = later("No passphrase was typed. Nothing was changed.")


class CannotPrint(Blocked):
    code = "cannot-print"
    sentence = later("Not all could be printed: the place it goes to takes no more. What was saved is safe.")


class NoWindow(Blocked):
    code = "no-window"
    sentence = later(
        "The window cannot open: this machine lacks a library ({library}). Nothing was changed. `packaging/dev.py "
        "run` brings it, or says how."
    )


class NoDisplay(Blocked):
    code = "no-display"
    sentence = later(
        "There is no screen here, so no window can open. Nothing was changed. `demo --tour FOLDER` makes pictures of "
        "it; `--help` lists the rest."
    )
