"""Three families of trouble, and a sentence for each.

Decision. `Refused` is your input or a rule of practice; `Blocked` is the world (a passphrase, a disk, a file that
is not for you); `Broken` is ours. Each class has one stable `code`, which is the message key, the help anchor and,
through its family, the exit status of the command line. A sentence says what happened, what is safe, and what to
do next; its facts are numbers, ids and names of fields, never a private word.

Consequence. Whoever catches a `Problem` can show it as it is. Errors of SQLAlchemy, the cipher, age or the operating
system never leave the room that uses them.
"""

from __future__ import annotations

from typing import ClassVar

from caregiver_desk.wording import later, say


class Problem(Exception):  # noqa: N818 - a refusal is not an error, and people say problem
    """Anything that stops an act. `str()` is the sentence for the person, in her language."""

    code: ClassVar[str] = ""
    exit_status: ClassVar[int] = 1
    sentence: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        return say(self.sentence, **self.facts)


class Refused(Problem):
    """Your input, or a rule of practice. Nothing was stored."""

    exit_status = 1


class Blocked(Problem):
    """The world is in the way. Nothing was harmed."""

    exit_status = 3


class Broken(Problem):
    """A fault of ours. The book is as it was before."""

    code = "broken"
    exit_status = 70
    sentence = later(
        "Something went wrong inside Caregiver Desk ({where}). Your book is as it was before. "
        "Please try again; if it happens twice, send us the word “{where}”."
    )


# --- Refused -------------------------------------------------------------------------------------------------


class NotFilledIn(Refused):
    code = "not-filled-in"
    sentence = later("{fields} is still needed. Nothing was saved yet and what you typed is kept.")


class NotUnderstood(Refused):
    code = "not-understood"
    sentence = later("{field}: {reason}. Nothing was saved yet and what you typed is kept.")


class UnknownField(Refused):
    code = "unknown-field"
    sentence = later("There is no field “{field}” in {kind}. Nothing was saved.")


class NoSuchKind(Refused):
    code = "no-such-kind"
    sentence = later("There is no kind of record called “{kind}”. Known: {known}.")


class NoSuchRecord(Refused):
    code = "no-such-record"
    sentence = later("This book has no {kind} with the id {record}. Nothing was changed.")


class NoSuchAct(Refused):
    code = "no-such-act"
    sentence = later("There is no act called “{act}”. `do --list` shows them all.")


class NotYours(Refused):
    code = "not-yours"
    sentence = later("This needs the role of {role}. Ask your {role} to do it. Nothing was changed.")


class NothingToUndo(Refused):
    code = "nothing-to-undo"
    sentence = later("There is nothing left to undo here. Nothing was changed.")


class ChangedSince(Refused):
    code = "changed-since"
    sentence = later("This was changed again since then, so it cannot be undone in one step. Nothing was changed.")


class NoConflict(Refused):
    code = "no-conflict"
    sentence = later("{field} of this record has only one current value. There is nothing to settle.")


class ErasedForGood(Refused):
    code = "erased-for-good"
    sentence = later("A coordinator erased this record. Its words are gone everywhere and cannot be brought back.")


class NotAskedFor(Refused):
    code = "not-asked-for"
    sentence = later("Nobody has asked to erase this record. Nothing was changed.")


class NoFork(Refused):
    code = "no-fork"
    sentence = later("This book knows of only one branch of laptop {laptop}. There is nothing to keep or to leave.")


class NotEnrolled(Refused):
    code = "not-enrolled"
    sentence = later("{name} was not let write there by an enrolment, so there is none to end. Nothing was changed.")


class NotYourBranch(Refused):
    code = "not-your-branch"
    sentence = later("Only the owner of a laptop says which branch of it is kept. Nothing was changed; ask her.")


class NotYourself(Refused):
    code = "not-yourself"
    sentence = later("Nobody can lock out her own laptop. Nothing was changed. Ask another coordinator.")


class NotAnswered(Refused):
    code = "not-answered"
    sentence = later(
        "Before a coordinator's book begins, three things are named: the responsible organisation, its information"
        " officer, and what the records are kept for. They stand on every notice. Nothing was made."
    )


class NoSuchPartner(Refused):
    code = "no-such-partner"
    sentence = later("No partner is called “{name}”. Pair with a contact card first.")


class SeveralPartners(Refused):
    code = "several-partners"
    sentence = later(
        "“{name}” can be several partners: {known}. Nothing was changed. Write the whole name, or the laptop's id."
    )


class WordsLacking(Refused):
    code = "words-lacking"
    sentence = later(
        "The eight words are still needed, so this card was not accepted. Nothing was changed. "
        "Phone {name}, ask for the words of the card, and give them with --words."
    )


class NoSuchImport(Refused):
    code = "no-such-import"
    sentence = later("No bundle was opened under the name {bundle}. Nothing was changed.")


class WordsDiffer(Refused):
    code = "words-differ"
    sentence = later(
        "The eight words are not the same, so this card was not accepted. Nothing was changed. "
        "Ask for the card again and compare the words by voice."
    )


class NoColumns(Refused):
    code = "no-columns"
    sentence = later(
        "No column of this sheet could be matched with {kind}. Nothing was brought in. "
        "Columns found: {columns}. Fields known: {known}."
    )


class OtherSheet(Refused):
    code = "other-sheet"
    sentence = later(
        "The columns of this sheet are those of {other}, not of {kind}. Nothing was brought in. "
        "Bring it in as {other} (`import {other}` on the command line), or say which column is which."
    )


class Stopped(Refused):
    code = "stopped"
    sentence = later("Stopped, as you wished. Nothing was changed.")


class NotFictional(Refused):
    code = "not-fictional"
    sentence = later("A rehearsal is told only in a fictional book, and this one is not. Nothing was written.")


class WeakPassphrase(Refused):
    code = "weak-passphrase"
    sentence = later(
        "This passphrase can be guessed too easily. Use at least four unrelated words or {least} characters. "
        "Nothing was changed."
    )


class SheetMistyped(Refused):
    code = "sheet-mistyped"
    sentence = later("{part} is not as it is printed on the recovery sheet. Nothing was changed. Type it again.")


class NotAgreedTo(Refused):
    code = "not-agreed-to"
    sentence = later(
        "This household did not agree to it, so {fields} is not kept; what harms a child may always be reported. "
        "Nothing was saved and what you typed is kept."
    )


class NotCleared(Refused):
    code = "not-cleared"
    sentence = later(
        "Her vetting is {status}. Record the check that was made; or a coordinator assigns homes to her, with a reason "
        "that she writes down. Nothing was saved."
    )


class NumberTaken(Refused):
    code = "number-taken"
    sentence = later(
        "Number {number} stands for another home on her list, now or within a year; {free} is free. Nothing was saved."
    )


class TwoLines(Refused):
    code = "two-lines"
    sentence = later(
        "She has a line supervisor in these days already. End that link first, or choose another purpose. "
        "Nothing was saved."
    )


class NoWritePath(Refused):
    code = "lives-elsewhere"
    sentence = later("This record is kept by another team now. Nothing was changed; ask your coordinator.")


# --- Blocked -------------------------------------------------------------------------------------------------


class NoBook(Blocked):
    code = "no-book"
    sentence = later("There is no book at this place. Nothing was made. Begin one (`new` on the command line).")


class SeveralBooks(Blocked):
    code = "several-books"
    sentence = later("There are several books on this laptop. None was opened. Say whose: --book with its sign.")


class BookThere(Blocked):
    code = "book-there"
    sentence = later("There is a book at this place already. It was not touched. Choose another place.")


class WrongPassphrase(Blocked):
    code = "wrong-passphrase"
    exit_status = 4
    sentence = later("This is not the passphrase of this book. Nothing was changed. Try again.")


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
        "This book is damaged and was not opened, so that nothing more is lost. Restore the newest backup."
    )


class KeyFileDamaged(Blocked):
    code = "key-file-damaged"
    sentence = later("The key file beside this book is damaged. The book is unharmed. Restore the key file.")


class CannotRead(Blocked):
    code = "cannot-read"
    sentence = later("This cannot be read ({reason}). Nothing was changed.")


class CannotWrite(Blocked):
    code = "cannot-write"
    sentence = later("Nothing can be written there ({reason}). What was there before is unharmed.")


class DiskFull(Blocked):
    code = "disk-full"
    sentence = later("The disk is full, so this was not saved. All that was saved before is safe. Make some space.")


class OtherBook(Refused):
    code = "other-book"
    sentence = later(
        "This backup is of another book than the one that stands here. Nothing was changed. Choose a backup of this "
        "book, or bring this one back to a place of its own (--book with a new folder)."
    )


class BackupDamaged(Blocked):
    code = "backup-damaged"
    sentence = later(
        "This backup is damaged, or not of this book, so it was not brought back. Nothing was changed. "
        "Choose an earlier one."
    )


class NoBackup(Blocked):
    code = "no-backup"
    sentence = later("No backup was found. Nothing was changed.")


class NotABundle(Blocked):
    code = "not-a-bundle"
    sentence = later("This file is not a Caregiver Desk bundle. Nothing was changed.")


class NotForYou(Blocked):
    code = "not-for-you"
    sentence = later(
        "This bundle is sealed for somebody else. Nothing was changed. Phone the sender: something in it may be urgent."
    )


class WrongWords(Blocked):
    code = "wrong-words"
    exit_status = 4
    sentence = later(
        "These are not the words this bundle was sealed with. Nothing was changed. "
        "Ask the sender to read them to you again."
    )


class Incomplete(Blocked):
    code = "incomplete"
    sentence = later(
        "This file was cut off or damaged on its way. Nothing was changed. Copy it again or ask for a new one."
    )


class SealBroken(Blocked):
    code = "seal-broken"
    sentence = later(
        "The seal of this bundle does not fit what is inside ({part}). Nothing was changed. Phone the sender."
    )


class UnknownSender(Blocked):
    code = "unknown-sender"
    sentence = later(
        "This bundle comes from a laptop you have not paired with. Nothing was changed. "
        "Phone the sender: something in it may be urgent."
    )


class Parted(Blocked):
    code = "parted"
    sentence = later(
        "You no longer exchange bundles with {name}. Nothing was changed, and nothing was made. To take it up again,"
        " accept the contact card anew."
    )


class LockedOut(Blocked):
    code = "locked-out"
    sentence = later("{name}'s laptop was locked out, so no bundle is made for it. Nothing was changed.")


class RevokedSender(Blocked):
    code = "revoked-sender"
    sentence = later("This laptop was locked out. Nothing was changed. Phone its owner.")


class TooLarge(Blocked):
    code = "too-large"
    sentence = later("This file is larger than a bundle may be ({part}). Nothing was changed.")


class BundleNewer(Blocked):
    code = "bundle-newer"
    sentence = later("This bundle was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class TookTooLong(Blocked):
    code = "took-too-long"
    sentence = later("Opening this file took too long and was stopped. Nothing was changed.")


class OpeningFailed(Blocked):
    code = "opening-failed"
    sentence = later(
        "This file could not be opened: the part of the program that reads files stopped. Nothing was changed. "
        "Try once more; if it happens again, ask the sender for a new one."
    )


class NotACard(Blocked):
    code = "not-a-card"
    sentence = later("This file is not a contact card, or it was altered. Nothing was changed.")


class CardNewer(Blocked):
    code = "card-newer"
    sentence = later("This card was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class FictionalMixed(Blocked):
    code = "fictional-mixed"
    sentence = later("Real and fictional books do not exchange bundles. Nothing was changed.")


class NotASheet(Blocked):
    code = "not-a-sheet"
    sentence = later("This file could not be read as a table ({reason}). Nothing was brought in.")


class NoTerminal(Blocked):
    code = "no-terminal"
    sentence = later(
        "There is no terminal here to ask for a passphrase. Nothing was changed. Put it into a file and name that: "
        "{option} FILE."
    )


class CannotPrint(Blocked):
    code = "cannot-print"
    sentence = later("Not all could be printed: the place it goes to takes no more. What was saved is safe.")


class NoWindow(Blocked):
    code = "no-window"
    sentence = later(
        "The window cannot open, because this machine lacks a library that it needs ({library}). Nothing was changed. "
        "`packaging/dev.py run` brings it or says how; every other command works without it."
    )


class NoDisplay(Blocked):
    code = "no-display"
    sentence = later(
        "There is no screen here, so the window cannot open. Use `caregiver-desk demo --tour FOLDER` for pictures of "
        "it, or any other command: `caregiver-desk --help` lists them."
    )
