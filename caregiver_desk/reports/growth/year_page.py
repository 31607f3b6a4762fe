"""The record of a year in words: one page, whatever there was.

Decision. Whoever reads it is spoken to. Each part shows its newest entries; the room of the page is shared out among
the parts, so that a short one leaves to a long one what it does not need. A long one ends with how many more there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.growth.own_year import Learning, Told, Year
from caregiver_desk.wording import count, full_day, later, say

SIDE_BY_SIDE = later("How you grow, side by side")
PAGE, HEADING, LINE = 600, 36, 14  # points: what lies below the title, a heading with the room above it, a line
WIDE = 58  # letters of a line beside its day
BESIDE = " "  # the label of what stands below another entry and has no day


def as_document(year: Year) -> Document:
    """One page to read, and to take along."""
    under = (
        say("{first} to {last}", first=full_day(year.days.first), last=full_day(year.days.last)),
        say("What was kept of it here. It is yours."),
    )
    grown = tuple(Line(words, str(number)) for number, words in side_by_side(year.learning))
    return Document(called(year), under, (*sections(year), Section(say(SIDE_BY_SIDE), grown)))


def called(year: Year) -> str:
    return say("Your year, {name}", name=year.name)


def sections(year: Year) -> tuple[Section, ...]:
    """Each part of which something is kept, as far as one page has room for it."""
    heard, listened = _heard(year), _listened(year)
    lists = {
        say("You learned"): year.learned,
        say("What somebody saw that you do well"): year.strengths,
        say("Promises that you kept"): year.kept,
        say("You were thanked"): year.thanks,
        say("You were there for all of us"): year.partners,
    }
    lines = len(heard) + len(listened) + len(side_by_side(year.learning))
    headings = 1 + sum(map(bool, (heard, listened, *lists.values())))
    rooms = shared_out((PAGE - HEADING * headings) // LINE - lines, [_high(told) for told in lists.values()])
    told = {say("You were heard"): heard, say("You listened"): listened}
    told |= {title: _entries(each, room) for (title, each), room in zip(lists.items(), rooms, strict=True)}
    parts = tuple(Section(title, tuple(each)) for title, each in told.items() if each)
    return parts or (Section(say("Nothing yet"), (Line("", say("Nothing of these days is kept here yet.")),)),)


def shared_out(room: int, needs: Sequence[int]) -> list[int]:
    """How many lines each part gets: what it needs, or an equal share of what the shorter ones leave."""
    given = [0] * len(needs)
    for place, number in enumerate(sorted(range(len(needs)), key=lambda each: needs[each])):
        given[number] = min(needs[number], room // (len(needs) - place))
        room -= given[number]
    return given


def _high(told: Sequence[Told]) -> int:
    return sum(map(_lines_of, told))


def _lines_of(told: Told) -> int:
    return 1 + len(_words(told)) // WIDE


def _words(told: Told) -> str:
    return say("{words} · {more}", words=told.words, more=told.more) if told.more else told.words


def side_by_side(learning: Learning) -> list[tuple[int, str]]:
    """Each of the four by itself, with what it is; what this book cannot know is left out."""
    told = [
        (learning.months, count("month in this role", "months in this role", learning.months or 0)),
        (learning.courses, count("course", "courses", learning.courses or 0)),
        (learning.reflections, count("reflection held", "reflections held", learning.reflections or 0)),
        (
            learning.observations,
            count("visit together, spoken about", "visits together, spoken about", learning.observations),
        ),
    ]
    return [(number, words) for number, words in told if number is not None]


def _heard(year: Year) -> list[Line]:
    if not year.heard:
        return []
    times = count("{number} time", "{number} times", sum(number for _, number in year.heard))
    last = say("the last time on {day}", day=full_day(year.last_heard)) if year.last_heard else ""
    sorts = say(", ").join(say("{number} {sort}", number=number, sort=sort) for sort, number in year.heard)
    return [Line("", say("{times}, {last}.", times=times, last=last) if last else times), Line("", sorts)]


def _listened(year: Year) -> list[Line]:
    told = []
    if year.listened:
        told.append(count("To others, {number} time.", "To others, {number} times.", year.listened))
    if year.promised:
        one, many = "You kept {number} promise to them.", "You kept {number} promises to them."
        told.append(count(one, many, year.promised))
    return [Line("", words) for words in told]


def _entries(told: Sequence[Told], room: int) -> list[Line]:
    """The newest of them, as far as there is room, and how many more there are."""
    shown = list(told)
    while shown and _high(shown) + (len(shown) < len(told)) > room:
        shown.pop()
    lines = [Line(full_day(each.day) if each.day else BESIDE, _words(each)) for each in shown]
    rest = len(told) - len(shown)
    if rest and shown:
        lines.append(Line(BESIDE, count("and {number} more", "and {number} more", rest)))
    elif rest:
        lines.append(Line("", count("{number} time", "{number} times", rest)))
    return lines


def facts(year: Year) -> dict[str, object]:
    """For programs: the same, part by part."""
    parts = {each.title: [" ".join(filter(str.strip, line)) for line in each.lines] for each in sections(year)}
    return {
        "person": year.person,
        "first": year.days.first.isoformat(),
        "last": year.days.last.isoformat(),
        "side_by_side": year.learning._asdict(),
        "parts": parts,
    }
