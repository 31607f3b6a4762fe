"""What everybody is told of what is kept about them: what, why, who reads it, how long, and what they may ask.

Decision. What is written down is said in plain words, a line for each part of their work; for each audience that
a record about somebody may have, who reads it (a test holds that none is left out); how long comes from the times that
hold here. Who answers for it stands first. It is made in the language that is asked for, as far as there are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.times import times_of
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import ANSWERS, SITE
from caregiver_desk.reports import kept
from caregiver_desk.reports.document import DOT, ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import capital, later, say

READERS = (  # which audiences, what that is, and who reads it
    ({Audience.OPEN}, later("Codes, dates and counts"), later("The laptops of the programme. They name nobody.")),
    (
        {Audience.TEAM},
        later("Facts of the team"),
        later("Your supervisor, the coordinator, whoever takes over the team."),
    ),
    (
        {Audience.CONTACT, Audience.WORDS},
        later("Names, places, notes"),
        later("Your supervisor, and laptops that they are shared with."),
    ),
    ({Audience.PAIR}, later("What the two of you say"), later("Only the two of you.")),
    ({Audience.PROTECTION}, later("Concerns"), later("Your supervisor and the protection lead.")),
    ({Audience.PROCESS}, later("Formal steps"), later("Those who take part in them, you among them.")),
)
WRITTEN = (  # what it is, why, and a kind of record that is kept as long as any of it
    (later("Who you are"), later("Name and phone, and whom to tell if something happens."), ""),
    (later("Your work"), later("Team, homes and visits: so that nobody has too much."), "visit"),
    (later("Check-ins and promises"), later("When you were heard; who promised what, so that it is done."), "check_in"),
    (later("Visits together"), later("What was seen, for learning. It is never added up."), "observation"),
    (later("How you are"), later("What weighs on you: so that help comes in time."), "stressor"),
    (later("Learning"), later("Courses and goals: so that you can show them, also elsewhere."), "training"),
    (later("Hard things"), later("What you lived through or reported: so that somebody acts."), "safety_incident"),
)
RIGHTS = (
    later("You may see it on any day, and have it on paper. What is wrong is put right, or your word is added."),
    later("You may ask who has looked at it, and who received it."),
    later("You may object, and ask that it is removed. If the law asks us to keep it, we say so."),
    later("What the two of you say stays with the two of you, unless somebody is in danger."),
    later("No machine decides about you. Numbers never rank you."),
)
REGULATOR = later("If you are not heard, you may complain to the Information Regulator: inforegulator.org.za.")


def notice_on_paper(book: Book, person: str) -> Document:
    """For somebody by name; without one, for anybody."""
    name = questions.names_of(book, [person])[person] if person else ""
    return Document(
        say("What is kept about you"),
        (say("For {name}. You keep this paper: ask whatever is not clear.", name=name or "." * 30),),
        (
            Section(say("Who answers for it"), tuple(answering(book))),
            Section(
                say("What is written down, and why"),
                tuple(Line(say(what), say(why)) for what, why, _ in WRITTEN),
            ),
            Section(say("Who reads it"), tuple(Line(say(what), say(who)) for _, what, who in READERS)),
            Section(say("How long it is kept"), tuple(_times(book))),
            Section(say("What you may ask"), (*_rights(), *_names(name))),
        ),
    )


def _rights() -> Iterator[Line]:
    yield from (Line("", f"{DOT} {say(each)}") for each in (*RIGHTS, REGULATOR))


def _names(name: str) -> Iterator[Line]:
    yield from (Line(each, ROOM) for each in (say("Told by, and day"), name or say("Told to")))


def answering(book: Book) -> Iterator[Line]:
    """The organisation, whom to ask, and what for, as the site said it; room to write where it did not."""
    site = questions.own_site(book)
    for name in ANSWERS:
        yield Line(say(SITE.fields[name].label), str((site and site[name]) or ROOM))


def _times(book: Book) -> Iterator[Line]:
    """The same time is said once, with everything that it holds for."""
    times = {each.rule.kind: kept.how_long(each) for each in times_of(book)}
    by_time: dict[str, list[str]] = {}
    for what, _, kind in WRITTEN:
        if kind in times:
            by_time.setdefault(times[kind], []).append(say(what))
    for till, those in by_time.items():
        told = say("{what}: {time}", what=capital(", ".join(those).lower()), time=till)
        yield Line("", f"{DOT} {told}")
