"""What the world is in the way of: a passphrase, a disk, a file that is not for you. Nothing was harmed."""

from __future__ import annotations

from caregiver_desk.errors.problem import Problem
from caregiver_desk.wording import later


class Blocked(Problem):
    """The world is in the way. Nothing was harmed."""

    exit_status = 3


class NoBook(Blocked):
    code = "no-book"
    sentence = later(
        "There is no book at {place}. Nothing was made. Look whether the name is right; if there is none yet, "
        "begin one (`new` on the command line)."
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
        "This book is damaged and was not opened, so that nothing more is lost. Bring the newest backup back "
        "(`restore` on the command line, “Bring a backup back” at the door)."
    )


class KeyFileDamaged(Blocked):
    code = "key-file-damaged"
    sentence = later(
        "The key file beside this book is damaged. The book is unharmed. Every backup has a copy of the key file: "
        "bring the newest back (`restore` on the command line)."
    )


class CannotRead(Blocked):
    code = "cannot-read"
    sentence = later("This cannot be read ({reason}). Nothing was changed.")


class CannotWrite(Blocked):
    code = "cannot-write"
    sentence = later("Nothing can be written there ({reason}). What was there before is unharmed.")


class DiskFull(Blocked):
    code = "disk-full"
    sentence = later("The disk is full, so this was not saved. All that was saved before is safe. Make some space.")


class NoRoomForCopy(Blocked):
    code = "no-room-for-copy"
    sentence = later(
        "The disk has no room for the second copy that this needs: {megabytes} MB are lacking. Nothing was changed. "
        "Make some space, then try again."
    )


class KeyChangeCutOff(Blocked):
    code = "key-change-cut-off"
    sentence = later(
        "The drive failed while the book got its new key. Nothing is lost. Close the program and open the book again "
        "(with the new passphrase, if you chose one): that finishes it."
    )


class BackupDamaged(Blocked):
    code = "backup-damaged"
    sentence = later(
        "This backup is damaged, or not of this book, so it was not brought back. Nothing was changed. "
        "Choose an earlier one."
    )


class NoBackup(Blocked):
    code = "no-backup"
    sentence = later(
        "No backup was found at {place}. Nothing was changed. Name the stick, the folder or the file: `restore PLACE` "
        "on the command line, “A backup on a stick” at the door."
    )


class NotABundle(Blocked):
    code = "not-a-bundle"
    sentence = later("This file is not a Caregiver Desk bundle. Nothing was changed.")


class NoSuchFile(Blocked):
    code = "no-such-file"
    sentence = later("There is no file “{file}”. Nothing was changed. Look whether the stick is in, and at the name.")


class NoBundles(Blocked):
    code = "no-bundles"
    sentence = later(
        "There is no bundle in “{folder}”. Nothing was changed. Look whether it is the right stick or folder."
    )


class NotAFile(Blocked):
    code = "not-a-file"
    sentence = later("“{file}” is no file that can be opened. Nothing was changed. Name the file itself.")


class CardNotBundle(Blocked):
    code = "card-not-bundle"
    sentence = later(
        "This is a contact card, not a bundle. Nothing was changed. It makes somebody a partner: `pair` on the command "
        "line, or “Open a card” on the sharing page."
    )


class ListNotBundle(Blocked):
    code = "list-not-bundle"
    sentence = later(
        "This is the list of an organisation, not a bundle. Nothing was changed. It says who coordinates: `pair` on "
        "the command line, or “Open a card” on the sharing page."
    )


class BundleNotCard(Blocked):
    code = "bundle-not-card"
    sentence = later(
        "This is a bundle, not a contact card. Nothing was changed. Open it with `open` on the command line, or on the "
        "sharing page."
    )


class NotForYou(Blocked):
    code = "not-for-you"
    sentence = later(
        "This bundle is sealed for somebody else. Nothing was changed. If it is your own, give it to the one it "
        "is for; if not, phone the sender: something in it may be urgent."
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
    sentence = later("{name}’s laptop was locked out, so no bundle is made for it. Nothing was changed.")


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


class NotAPicture(Blocked):
    code = "not-a-picture"
    sentence = later(
        "This picture is damaged or was cut off, so it could not be read. Nothing was changed. Ask for it once more."
    )


class PictureTooLarge(Blocked):
    code = "picture-too-large"
    sentence = later(
        "This picture is too large to be looked at. Nothing was changed. Take it once more, of the square alone."
    )


class NoCardInPicture(Blocked):
    code = "no-card-in-picture"
    sentence = later(
        "No contact card was found in this picture. Nothing was changed. Take it once more: the whole square, straight "
        "on, in good light."
    )


class SeveralCards(Blocked):
    code = "several-cards"
    sentence = later(
        "There are several contact cards in this picture. Nothing was changed. Take a picture of one of them alone."
    )


class NotAList(Blocked):
    code = "not-a-list"
    sentence = later("This file is not the list of an organisation, or it was altered. Nothing was changed.")


class ListNewer(Blocked):
    code = "list-newer"
    sentence = later("This list was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class NotARoot(Blocked):
    code = "not-a-root"
    sentence = later(
        "This file is not the root of an organisation, or it was altered. Nothing was changed. "
        "Take the copy in the safe."
    )


class RootStaysShut(Blocked):
    code = "root-stays-shut"
    exit_status = 4
    sentence = later(
        "This passphrase does not open the root of the organisation. Nothing was changed. "
        "The root has a passphrase of its own."
    )


class OlderRoot(Blocked):
    code = "older-root"
    sentence = later(
        "This root signed list {theirs} last, and list {ours} is out: it is an older copy. Nothing was changed. "
        "Take the copy that signed list {ours}."
    )


class CardNewer(Blocked):
    code = "card-newer"
    sentence = later("This card was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class FictionalMixed(Blocked):
    code = "fictional-mixed"
    sentence = later("Real and fictional books do not exchange bundles. Nothing was changed.")


class NoRoom(Blocked):
    code = "no-room"
    sentence = later(
        "This laptop is on no local network. Nothing was sent. Plug in the cable or join the same Wi-Fi, then start "
        "once more."
    )


class NobodyCame(Blocked):
    code = "nobody-came"
    sentence = later("Nobody came in time, so the waiting has ended. Nothing was sent. Start once more, both of you.")


class NobodyThere(Blocked):
    code = "nobody-there"
    sentence = later(
        "No laptop waits at {address}. Nothing was sent. Look whether it waits for you, and at its address once more."
    )


class NotRecognised(Blocked):
    code = "not-recognised"
    sentence = later(
        "The laptop there did not prove to be {name}’s with this number. Nothing was sent. Look at the number once "
        "more, and whether it waits for you."
    )


class TooManyKnocks(Blocked):
    code = "too-many-knocks"
    sentence = later(
        "Somebody came several times and did not prove to be {name}, so the waiting has ended. Nothing was sent. "
        "Start once more, with another number."
    )


class CableBroke(Blocked):
    code = "cable-broke"
    sentence = later(
        "The line to the other laptop broke. Nothing was changed, nothing is lost. Start once more: all of it goes "
        "again."
    )


class NotASheet(Blocked):
    code = "not-a-sheet"
    sentence = later("This file could not be read as a table ({reason}). Nothing was brought in.")


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
        "The window cannot open, because this machine lacks a library that it needs ({library}). Nothing was changed. "
        "`packaging/dev.py run` brings it or says how; every other command works without it."
    )


class NoDisplay(Blocked):
    code = "no-display"
    sentence = later(
        "There is no screen here, so the window cannot open. Use `caregiver-desk demo --tour FOLDER` "
        "(`python3 packaging/dev.py run --tour FOLDER`) for pictures of it, or any other command: "
        "`caregiver-desk --help` lists them."
    )
