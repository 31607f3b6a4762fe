"""What a home is told and asked before anything is written of it: on one paper, to be read aloud and answered.

Decision. It says first that they may say no, to all of it or to a part, and that help does not hang on it beyond what
cannot be done without a word written down. Who answers is an adult who may; the answer is signed, given by thumbprint,
or said before a witness. Only the code of the home stands on it, and it is answered in the home's own language.
"""

from __future__ import annotations

from caregiver_desk.records.visits.households import HOUSEHOLD, How, Purpose
from caregiver_desk.reports.document import BOX, DOT, ROOM, Document, Line, Section
from caregiver_desk.reports.people.notice import REGULATOR, answering
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

TOLD = (
    later("Somebody from the team would like to visit your home, and to come again."),
    later("A few things are written down: when somebody came, and what was agreed. It helps us keep what we promise."),
    later("You may say no to all of it, or to a part. You may change your mind on any day."),
    later("If you say no, somebody may still help you in an emergency."),
    later("You may ask what is written of your home, and ask that it is put right."),
    later("If a child or somebody frail may be hurt, the law asks us to tell, even if you say no."),
)
ASKED = {
    Purpose.RECORDS: later("That visits are written down: when, and what was done"),
    Purpose.MEMBERS: later("That it is written down who lives here"),
    Purpose.REFERRALS: later("That we ask others to help you, and tell them what they need"),
    Purpose.OBSERVED: later("That now and then a second person comes along, to see how we work"),
}
_BY = {
    How.SIGNED: later("It was signed"),
    How.THUMBPRINT: later("It was given by thumbprint"),
    How.WITNESSED: later("It was said before a witness"),
}


def consent_on_paper(book: Book, household: str) -> Document:
    """For one home, by its code; without one, for any."""
    code = str(questions.get(book, HOUSEHOLD.name, household)["code"] or "") if household else ""
    return Document(
        say("May we visit you?"),
        (say("Home: {code}", code=code or "." * 20), say("Please read this aloud, and give time to ask.")),
        (
            Section(say("What we tell you"), tuple(Line("", f"{DOT} {say(each)}") for each in TOLD)),
            Section(say("Who answers for it"), (*answering(book), Line("", say(REGULATOR)))),
            Section(say("What you say yes to"), tuple(_to_tick(say(each)) for each in ASKED.values())),
            Section(say("Your answer"), tuple(_answer())),
        ),
    )


def _answer() -> list[Line]:
    written = (
        say("Who answered (an adult)"),
        say("Signed, or thumbprint"),
        say("Witness, if there was one"),
        say("Day"),
    )
    ticked = (say("Yes, to what is ticked above"), say("No"), *(say(_BY[each]) for each in How))
    return [*map(_to_tick, ticked), *(Line(each, ROOM) for each in written)]


def _to_tick(words: str) -> Line:
    return Line("", f"{BOX} {words}")
