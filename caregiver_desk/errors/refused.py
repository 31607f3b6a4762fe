"""What is refused: your input, or by a rule of practice. Nothing was stored."""

from __future__ import annotations

from caregiver_desk.errors.problem import Problem
from caregiver_desk.wording import later


class Refused(Problem):
    """Your input, or a rule of practice. Nothing was stored."""

    exit_status = 1


class NotFilledIn(Refused):
    code = "not-filled-in"
    sentence = later("Still needed: {fields}. {kept}")


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


class YourOwnCard(Refused):
    code = "your-own-card"
    sentence = later(
        "This is your own card. Nothing was changed. Give it to the other person, and open the card that you get."
    )


class NotYourself(Refused):
    code = "not-yourself"
    sentence = later("Nobody can lock out her own laptop. Nothing was changed. Ask another coordinator.")


class NotAnswered(Refused):
    code = "not-answered"
    sentence = later(
        "Before such a book begins, three things are named: the responsible organisation, its information"
        " officer, and what the records are kept for. They stand on every notice. Nothing was made."
    )


class NoSuchPartner(Refused):
    code = "no-such-partner"
    sentence = later(
        "No partner is called “{name}”. Nothing was changed. Write the name as it stands on her card, or pair with her."
    )


class NotACoordinator(Refused):
    code = "not-a-coordinator"
    sentence = later(
        "The card of {name} says {role}, and only who keeps a coordinator’s book can coordinate. Nothing was changed. "
        "Ask for the card of that book."
    )


class OrganisationBegun(Refused):
    code = "organisation-begun"
    sentence = later(
        "This book has the list of {organisation} already. Nothing was changed. If its root is lost, begin anew: "
        "`organisation --begin NAME --anew`; then everybody has to take the new list by its words."
    )


class NoSuchCoordinator(Refused):
    code = "no-such-coordinator"
    sentence = later("The list names no one coordinator “{name}”. Known: {known}. Nothing was changed.")


class FileInTheWay(Refused):
    code = "file-in-the-way"
    sentence = later(
        "There is a file “{file}” already, and it is not written over. Nothing was changed. Choose a name."
    )


class SamePassphrase(Refused):
    code = "same-passphrase"
    sentence = later(
        "This is the present passphrase. Nothing was changed. Choose another: somebody may have seen this one."
    )


class SeveralPartners(Refused):
    code = "several-partners"
    sentence = later(
        "“{name}” can be several partners: {known}. Nothing was changed. Write the whole name; of two with one name, "
        "write the id of the laptop that is meant."
    )


class WordsLacking(Refused):
    code = "words-lacking"
    sentence = later(
        "The eight words are still needed, so this was not accepted. Nothing was changed. "
        "Get them from {name} by another way than the file, such as the phone, and give them with --words."
    )


class NoSuchImport(Refused):
    code = "no-such-import"
    sentence = later("No bundle was opened under the name {bundle}. Nothing was changed.")


class WordsDiffer(Refused):
    code = "words-differ"
    sentence = later(
        "The eight words are not the same, so this was not accepted. Nothing was changed. "
        "Ask for the file again and compare the words by voice."
    )


class NoColumns(Refused):
    code = "no-columns"
    sentence = later(
        "No column of this sheet could be matched with {kind}. Nothing was brought in. "
        "Columns found: {columns}. Fields known: {known}."
    )


class NoSuchColumn(Refused):
    code = "no-such-column"
    sentence = later("This sheet has no column “{title}”. Nothing was brought in. Its columns are: {columns}.")


class OtherSheet(Refused):
    code = "other-sheet"
    sentence = later(
        "The columns of this sheet are those of {other}, not of {kind}. Nothing was brought in. "
        "Bring it in as {other} (`import {other}` on the command line), or say which column is which."
    )


class ColumnMissing(Refused):
    code = "column-missing"
    sentence = later(
        "To bring in {kind}, one column has to say this: {fields}. Nothing was brought in. Say which one it is"
        " (`--column TITLE={field}` on the command line)."
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
        "This household did not agree to more than the minimum. Leave this out: {fields}. What harms a child may always"
        " be reported. {kept}"
    )


class MembersNotAgreedTo(NotAgreedTo):
    code = "members-not-agreed-to"
    sentence = later(
        "This household did not agree that it is kept who lives there. What harms a child may always be reported. "
        "{kept}"
    )


class ReferralNotAgreedTo(NotAgreedTo):
    code = "referral-not-agreed-to"
    sentence = later(
        "This household did not agree to be referred. If the law asks for this referral, choose “{duty}” under "
        "“{ground}”: then nobody has to agree. {kept}"
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


class CardTooLong(Refused):
    code = "card-too-long"
    sentence = later(
        "Your card holds too much for a picture. Nothing was written. Give it as a file, or say in fewer words what "
        "records are kept for."
    )


class NotAnAddress(Refused):
    code = "not-an-address"
    sentence = later(
        "“{text}” is no address. Nothing was sent. Type it as the other laptop shows it, such as 192.168.1.7."
    )


class NotNear(Refused):
    code = "not-near"
    sentence = later(
        "{address} is not in this room: it belongs to the wide network. Nothing was sent. Type the address that the "
        "other laptop shows."
    )


class TwoLines(Refused):
    code = "two-lines"
    sentence = later(
        "She has a line supervisor in these days already. End that link first, or choose another purpose. "
        "Nothing was saved."
    )


class PlanOpen(Refused):
    code = "plan-open"
    sentence = later("She has a support plan that is open. Go on with that one, or end it first. {kept}")


class LimitsUnsaid(Refused):
    code = "limits-unsaid"
    sentence = later(
        "Some limits of what can stay between you were not acknowledged yet. Say each aloud and mark it. {kept}"
    )


class NothingToRenew(Refused):
    code = "nothing-to-renew"
    sentence = later("No agreement holds with them that could be renewed. Write the first one. {kept}")


class OnlyCounted(Refused):
    code = "only-counted"
    sentence = later(
        "In this group nobody is named: only how many came is kept. Take the names out, and say the number. {kept}"
    )


class NotOfTheSet(Refused):
    code = "not-of-the-set"
    sentence = later(
        "What is brought to this set is for its members, and somebody named here does not belong to it. {kept} "
        "Say first who belongs to it."
    )


class NotYourPair(Refused):
    code = "not-your-pair"
    sentence = later(
        "This is between two people, and you are neither. Nothing was changed. "
        "Only the two people who agreed on it keep, change or close it."
    )


class OpenedByAnother(Refused):
    code = "opened-by-another"
    sentence = later(
        "Nobody has to carry this alone at a screen: your coordinator or a colleague opens it for you, in their own "
        "book, and asks how you are. Ring one of them now. Nothing was stored."
    )


class NobodyLeadsIt(Refused):
    code = "nobody-leads-it"
    sentence = later(
        "Nobody supervises that team, so nobody could read of her. Nothing moved. Hand the team over first."
    )


class NotTheSamePerson(Refused):
    code = "not-the-same-person"
    sentence = later(
        "These two laptops are of two people. Nothing was changed. Choose the new laptop of who lost hers."
    )


class NothingBetween(Refused):
    code = "nothing-between"
    sentence = later("You do not support this person now, so there is nothing to close. Nothing was changed.")


class NoWritePath(Refused):
    code = "lives-elsewhere"
    sentence = later("This record is kept by another team now. Nothing was changed; ask your coordinator.")


class OtherBook(Refused):
    code = "other-book"
    sentence = later(
        "This backup is of another book than the one that stands here. Nothing was changed. Choose a backup of this "
        "book, or bring this one back to a place of its own (--book with a new folder)."
    )


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


class StaysInSight(Refused):
    code = "stays-in-sight"
    sentence = later(
        "A concern is not erased, undone or set aside. Nothing was changed. If it was a mistake, two people mark it as "
        "recorded in error."
    )


class NotReportedYet(Refused):
    code = "not-reported-yet"
    sentence = later(
        "This is closed once it was reported: note who was told. A sexual offence that somebody knows of goes to the "
        "police; any other that was not reported needs two named people and a reason. Nothing was changed."
    )


class TwoPeople(Refused):
    code = "two-people"
    sentence = later("This needs the names of two people and a reason. Nothing was changed.")


class AlreadyOver(Refused):
    code = "already-over"
    sentence = later("This concern is closed. Nothing was changed. If there is news, note a new concern.")


class LeadOnly(Refused):
    code = "lead-only"
    sentence = later("A concern is given to a protection lead and to nobody else. Nothing was changed.")


class TwoToErase(Refused):
    code = "two-to-erase"
    sentence = later(
        "A concern is erased for good by no one alone. Nothing was changed. Name the two people who decided it, and "
        "keep their letter on paper; what was a mistake is marked as one instead."
    )


class LeadIsMeant(Refused):
    code = "lead-is-meant"
    sentence = later(
        "This concern is about {name}, so it is not given to {name}. Nothing was changed. Ring whoever the site names "
        "instead, a social worker or the police, 10111: nobody has to agree first."
    )


class LeadReadsIt(Refused):
    code = "lead-reads-it"
    sentence = later(
        "{name} was given this concern and reads what is added. Nothing was changed. Note a new concern for what is "
        "about {name}, and ring whoever the site names instead."
    )


class NotTheNamedLead(Refused):
    code = "not-the-named-lead"
    sentence = later(
        "A concern about a worker goes to whom the site names: {name}. Nothing was changed. If the name is wrong, put "
        "it right in Settings."
    )


class NotToBeLeft(Refused):
    code = "not-to-be-left"
    sentence = later(
        "This is not left unreported: that needs two named people and a reason, nobody in danger, and no sexual "
        "offence. Nothing was changed. Anyone may report it."
    )


class NotMadeLess(Refused):
    code = "not-made-less"
    sentence = later(
        "What was noted as a sexual offence stays so. Nothing was changed. If it was a mistake, two people mark it as "
        "recorded in error."
    )


class HasGoneUp(Refused):
    code = "has-gone-up"
    sentence = later(
        "This went up to the coordinator in these words. Nothing was changed. Take it back, and ask for something else."
    )
