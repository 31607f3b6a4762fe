"""What is refused: your input, or by a rule of practice. Nothing was stored. Here is what no one subject owns."""

from __future__ import annotations

from caregiver_desk.errors.problem import NOT_SAVED, Problem
from caregiver_desk.wording import later, say


class Refused(Problem):
    """Your input, or a rule of practice. Nothing was stored."""

    exit_status = 1


class NotFilledIn(Refused):
    code = "not-filled-in"
    sentence = later("Still needed: {fields}. {kept}")
    keyed = later("Still needed: {fields} (write {keys}). {kept}")

    def at_a_prompt(self) -> str:
        """With the names by which they are written there, where those differ from their words."""
        keys = self.facts.get("keys")
        return say(self.keyed, kept=say(NOT_SAVED), **self.facts) if keys else super().at_a_prompt()


class NotUnderstood(Refused):
    code = "not-understood"
    sentence = later("{field}: {reason}. {kept}")


class UnknownField(Refused):
    code = "unknown-field"
    sentence = later("There is no field “{field}” in {kind}. Known: {known}. Nothing was changed.")


class NoSuchKind(Refused):
    code = "no-such-kind"
    sentence = later("There is no kind of record called “{kind}”. Known: {known}.")


class NoSuchRecord(Refused):
    code = "no-such-record"
    sentence = later(
        "This book has no {kind} with the id {record}. Nothing was changed. On the command line, `find` with a name "
        "says the id."
    )


class NoSuchAct(Refused):
    code = "no-such-act"
    sentence = later("There is no act called “{act}”. `do --list` shows them all.")


class NotYours(Refused):
    code = "not-yours"
    sentence = later("This needs the role of {role}. Ask your {role} to do it. Nothing was changed.")


class NothingToUndo(Refused):
    code = "nothing-to-undo"
    sentence = later("There is nothing left to undo here. Nothing was changed.")


class UndoStays(Refused):
    code = "undo-stays"
    sentence = later(
        "The last thing done here was “{act}”, and undo does not take that back. Nothing was changed. {instead}"
    )


class ChangedSince(Refused):
    code = "changed-since"
    sentence = later("This was changed again since then, so it cannot be undone in one step. Nothing was changed.")


class NoConflict(Refused):
    code = "no-conflict"
    sentence = later(
        "{field} of this record has only one current value. There is nothing to settle: somebody may have done it just "
        "now."
    )


class ErasedForGood(Refused):
    code = "erased-for-good"
    sentence = later("A coordinator erased this record. Its words are gone everywhere and cannot be brought back.")


class NotAskedFor(Refused):
    code = "not-asked-for"
    sentence = later("Nobody has asked to erase this record. Nothing was changed.")


class FileInTheWay(Refused):
    code = "file-in-the-way"
    sentence = later(
        "There is a file “{file}” already, and it is not written over. Nothing was changed. Choose a name."
    )


class Stopped(Refused):
    code = "stopped"
    sentence = later("Stopped, as you wished. Nothing was changed.")


class Interrupted(Refused):
    code = "interrupted"
    exit_status = 130
    sentence = later("Stopped, as you wished. What was said to be done stays; nothing else was changed.")


class NotFictional(Refused):
    code = "not-fictional"
    sentence = later("A rehearsal is told only in a fictional book, and this one is not. Nothing was written.")


class NoWritePath(Refused):
    code = "lives-elsewhere"
    sentence = later("This record is kept by another team now. Nothing was changed; ask your coordinator.")


class NotDue(Refused):
    code = "not-due"
    sentence = later(
        "Of these records {number} may not be removed now: their time has not ended, or they are only to be reviewed. "
        "Nothing was removed."
    )


class NotConfirmed(Refused):
    code = "not-confirmed"
    sentence = later(
        "How long these records are kept is only suggested: {kinds}. A coordinator confirms the times first, in the "
        "settings. Nothing was removed."
    )
