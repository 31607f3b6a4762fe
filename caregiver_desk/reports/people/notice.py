"""What everybody is told of what is kept about them: what, why, who reads it, how long, and what they may ask.

Decision. What is written down is said in plain words, a line for each part of their work; who reads it comes from the
declared audiences, and how long it is kept from the times that hold here, so that it says what is so. Who answers for
it stands first, where the site has said so. It is made in the language that is asked for, as far as there are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.times import times_of
from caregiver_desk.practice.readers import READ_ABOUT_HER
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ANSWERS, PERSON, SITE
from caregiver_desk.reports import kept
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

ROOM = "." * 60
_PARTS = {
    Audience.OPEN: later("Codes, dates and counts"),
    Audience.TEAM: later("Facts of the team"),
    Audience.CONTACT: later("Names, phones and places"),
    Audience.WORDS: later("Ordinary notes"),
    Audience.PAIR: later("What the two of you say to each other"),
    Audience.PROTECTION: later("Concerns"),
}
WRITTEN = {
    later("Who you are"): later("Your name and phone, and whom to tell if something happens to you."),
    later("Your work"): later("Your team, your homes and your visits: so that nobody has too much of it."),
    later("Check-ins and promises"): later("When you were heard and who promised what: so that it is done."),
    later("Visits together"): later("What was seen of your work, for learning. It is never added up."),
    later("How you are"): later("What weighs on you and what was offered: so that help comes in time."),
    later("Learning"): later("Courses and goals: so that you can show them, also elsewhere."),
    later("Concerns and dangers"): later("What you reported or lived through: so that somebody acts on it."),
}
RIGHTS = (
    later("You may see what is written about you, on any day, and have it on paper."),
    later("If something is wrong, say so: it is put right, or your word is added."),
    later("You may ask who has looked at it, and who received it."),
    later("You may object, and ask that it is removed. What the law asks us to keep, we tell you with the reason."),
    later("What you and your supervisor say to each other stays between the two of you, but for danger to somebody."),
    later("No machine decides anything about you. Numbers never rank you."),
)
REGULATOR = later(
    "You may complain to the Information Regulator of South Africa: its address stands on inforegulator.org.za."
)


def notice_on_paper(book: Book, person: str) -> Document:
    """For somebody by name; without one, for anybody."""
    name = questions.names_of(book, [person])[person] if person else ""
    return Document(
        say("What is kept about you"),
        (say("For {name}", name=name or ROOM), say("You keep this paper. Ask whatever is not clear.")),
        (
            Section(say("Who answers for it"), tuple(answering(book))),
            Section(
                say("What is written down, and why"), tuple(Line(say(what), say(why)) for what, why in WRITTEN.items())
            ),
            Section(say("Who reads it"), tuple(_readers())),
            Section(say("How long it is kept"), tuple(_times(book))),
            Section(say("What you may ask"), tuple(Line("", say("• {words}", words=say(each))) for each in RIGHTS)),
            Section(say("If you are not heard"), (Line("", say(REGULATOR)),)),
            Section(say("Name and day"), (Line(say("Told by"), ROOM), Line(name or say("Told to"), ROOM))),
        ),
    )


def answering(book: Book) -> Iterator[Line]:
    """The organisation, whom to ask, and what for, as the site said it; room to write where it did not."""
    site = questions.own_site(book)
    for name in ANSWERS:
        yield Line(say(SITE.fields[name].label), str((site and site[name]) or ROOM))


def _readers() -> Iterator[Line]:
    for audience, part in _PARTS.items():
        yield Line(say(part), say("{readers}.", readers=_beginning(say(READ_ABOUT_HER[audience]))))


def _times(book: Book) -> Iterator[Line]:
    """The same time is said once, with everything that it holds for."""
    by_time: dict[str, list[str]] = {}
    for each in times_of(book):
        kind = KINDS[each.rule.kind]
        if kind is PERSON or (kind.about and kind.fields[kind.about].shown.refers == PERSON.name):
            by_time.setdefault(kept.how_long(each), []).append(say(kind.plural))
    for till, kinds in by_time.items():
        yield Line(_beginning(till), _beginning(", ".join(kinds)))


def _beginning(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
