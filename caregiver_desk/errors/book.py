"""A book and its keys: opening it, its passphrase, its recovery sheet, its backups."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotAnswered(Refused):
    code = "not-answered"
    sentence = later(
        "Three things are named first: the organisation, its information officer, and what the records are for. "
        "Nothing was made."
    )


class SamePassphrase(Refused):
    code = "same-passphrase"
    sentence = later(
        "This is the present passphrase. Nothing was changed. Choose another: somebody may have seen this one."
    )


class WeakPassphrase(Refused):
    code = "weak-passphrase"
    sentence = later(
        "This passphrase can be guessed too easily. Use at least four unrelated words or {least} characters. "
        "Nothing was changed."
    )


class SheetMistyped(Refused):
    code = "sheet-mistyped"
    sentence = later("{part} is not as it is printed on the recovery sheet. Nothing was changed. Type it again.")


class OtherBook(Refused):
    code = "other-book"
    sentence = later(
        "This backup is of another book. Nothing was changed. Choose a backup of this one, or bring it back to a new "
        "place."
    )


class NoBook(Blocked):
    code = "no-book"
    sentence = later(
        "There is no book at {place}. Nothing was made. Look whether the name is right, or begin one (`new`)."
    )


class SeveralBooks(Blocked):
    code = "several-books"
    sentence = later("There are several books on this laptop. None was opened. Say whose: --book with its sign.")


class BookThere(Blocked):
    code = "book-there"
    sentence = later("There is a book at this place already. It was not touched. Choose another place.")


class WrongPassphrase(Blocked):
    code = "wrong-passphrase"
    exit_status = 4
    sentence = later(
        "This is not the passphrase of this book. Nothing was changed. Try again, or set another with the recovery "
        "sheet."
    )


class WrongSheet(Blocked):
    code = "wrong-sheet"
    exit_status = 4
    sentence = later("This recovery sheet is not the one of this book. Nothing was changed. Look for its own sheet.")


class BookInUse(Blocked):
    code = "book-in-use"
    sentence = later("This book is open in another window. Close it there first. Nothing was changed.")


class BookNewer(Blocked):
    code = "book-newer"
    sentence = later("This book was used with a newer Caregiver Desk. It was not touched. Update the program first.")


class BookDamaged(Blocked):
    code = "book-damaged"
    sentence = later(
        "This book is damaged and was not opened, so that nothing more is lost. Bring the newest backup back."
    )


class KeyFileDamaged(Blocked):
    code = "key-file-damaged"
    sentence = later(
        "The key file beside this book is damaged; the book is unharmed. Every backup has a copy: bring the newest "
        "back."
    )


class NoRoomForCopy(Blocked):
    code = "no-room-for-copy"
    sentence = later(
        "The disk has no room for the second copy that this needs: {megabytes} MB are lacking. Nothing was changed. "
        "Make some space, then try again."
    )


class NoRoomForBackup(Blocked):
    code = "no-room-for-backup"
    sentence = later(
        "This laptop has no room for a backup: {megabytes} MB are lacking. Nothing was written; all that you saved is "
        "safe. Make some space."
    )


class NoRoomThere(Blocked):
    code = "no-room-there"
    sentence = later(
        "A copy has no room there: {megabytes} MB are lacking. Nothing was written; your book is safe. "
        "Choose another place, or make some space."
    )


class KeyChangeCutOff(Blocked):
    code = "key-change-cut-off"
    sentence = later(
        "The drive failed while the book got its new key. Nothing is lost. Close the program and open the book again:"
        " that finishes it."
    )


class BackupDamaged(Blocked):
    code = "backup-damaged"
    sentence = later(
        "This backup is damaged, or not of this book, and cannot be brought back. Nothing was changed. "
        "Choose an earlier one."
    )


class OlderSecret(Blocked):
    code = "older-secret"
    sentence = later(
        "This copy opens by the passphrase or sheet of its day. Nothing was changed. Make a new copy: it opens by the "
        "present one."
    )


class NoBackup(Blocked):
    code = "no-backup"
    sentence = later("No backup was found at {place}. Nothing was changed. Name the stick, the folder or the file.")
