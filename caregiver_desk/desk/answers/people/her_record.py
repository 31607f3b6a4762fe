"""What a caregiver is shown of her own record: all that the two of them wrote about her, and nobody else.

Decision. Built from the declarations, so that nothing about her is left out because nobody thought of it. What is left
out by rule: words that are their author's alone, the reasons of a vetting, and of visits and homes whatever is about
the family: a home stands there by its code. Of visits the last four weeks are shown, and each to which a word was said.
Of other people no name is looked up, only that of a group: where a field points at somebody else, it is not shown;
where words name somebody else, that name is masked, as in her own pack.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.wellbeing.answers import as_read
from caregiver_desk.desk.answers.supervision.together import item_by_item
from caregiver_desk.desk.answers.telling import doubts, joined, tell
from caregiver_desk.practice.spoken import value, worded_in
from caregiver_desk.records import otherwise
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.records.wellbeing.questionnaires import QUESTIONNAIRE_ANSWERS
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.looked import in_days, who_looked, whose_book
from caregiver_desk.reports.masking import Masks
from caregiver_desk.store import histories, questions, rising
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, later, say

Masked = Callable[[str], str]
OURS = frozenset({Audience.OPEN, Audience.TEAM, Audience.WORDS, Audience.PAIR})
_OF_A_HOME = frozenset({Audience.OPEN, Audience.PAIR})  # its words are the family's
OF_FAMILIES = frozenset({"visit", "assignment"})
ABOUT_OTHERS = frozenset({*OF_FAMILIES, "vetting", "supervision"})
LIES_AHEAD = frozenset({("check_in", CheckInState.PLANNED.value), ("observation", ObservationState.AGREED.value)})
LATELY = timedelta(28)
RUBRIC = "rubric"  # in which version it was written: it shows in its words
CALLED = {  # as she reads it
    "Why they left": later("Why you left"),
    "How they travel": later("How you travel"),
    "In their own words": later("In your own words"),
    "They see it otherwise": later("You see it otherwise"),
    "What they asked to bring": later("What you asked to bring"),
}
TURNED = {  # who is meant, from where she sits
    ("promise", "owner"): {"supervisor": later("your supervisor"), "caregiver": later("you")},
    ("stressor", "said_by"): {"herself": later("you"), "supervisor": later("your supervisor")},
}


@dataclass(frozen=True)
class Heard:
    """What she can say something to: what the two keep of her, a visit, a home; and what she has said to it.

    `agreed` also where there is nothing for two to agree to.
    """

    id: str
    agreed: bool
    otherwise: str


@dataclass(frozen=True)
class Written:
    """One record about her: when, what it is, and what stands in it, field by field."""

    day: date | None
    title: str
    lines: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...] = ()  # that it stands in two versions, or that its day is uncertain
    says: Heard | None = None


def her_record(book: Book, caregiver: str) -> tuple[Written, ...]:
    """All of it, the newest first; what changed in her work leads, and who she is stands at the end."""
    kinds = [kind for kind in KINDS.values() if kind.about and kind.when and kind.name not in ABOUT_OTHERS]
    found = [
        leaf for kind in kinds for leaf in questions.listing(book, kind.name, {kind.about: caregiver}, limit=EVERY)
    ]
    found = [_in_its_words(book, each) for each in rising.seen_as_one(book, found)]
    timeless = histories.timeless(book, [each.id for each in found])
    shown = sorted(found, key=lambda leaf: (str(leaf[KINDS[leaf.kind].when] or ""), leaf.id), reverse=True)
    herself = questions.find_one(book, "person", caregiver)
    masks: Masked = Masks(book, herself) if herself else str
    known = [Written(None, say("Who you are"), tuple(_lines(herself, str)))] if herself else []
    changed = item_by_item(book, caregiver)
    course = [Written(None, say("What was seen on visits together, over time"), changed)] if changed else []
    ours = {each.id for each in questions.listing(book, "supervision", {"supervisor": book.person}, limit=EVERY)}
    names = {caregiver: "", **_names_of_groups(book, found, masks)}
    written = (_written(each, names, timeless, ours, masks) for each in shown)
    return (*course, *written, *_of_homes(book, caregiver, masks), *known)


def _names_of_groups(book: Book, found: Iterable[Leaf], masks: Masked) -> dict[str, str]:
    """What the groups are called that she came to; somebody's name in one is masked."""
    groups = sorted({str(each["circle"]) for each in found if "circle" in KINDS[each.kind].fields and each["circle"]})
    called = questions.names_of(book, groups)
    return {each: masks(called[each]) if each in called else say("a group") for each in groups}


def _in_its_words(book: Book, leaf: Leaf) -> Leaf:
    """What was answered to a questionnaire, as it was asked."""
    return as_read(book, leaf) if leaf.kind == QUESTIONNAIRE_ANSWERS.name else leaf


def _of_homes(book: Book, caregiver: str, masks: Masked) -> Iterator[Written]:
    """Visits of late and homes on her list, each by the code of the home, and whatever she said something to before."""
    since = (clock.today() - LATELY).isoformat()
    visits = questions.listing(book, "visit", {"caregiver": caregiver}, limit=EVERY, days=(since, questions.LAST_DAY))
    said = questions.facts(book, "visit", [otherwise.FIELD], {"caregiver": caregiver})
    earlier = {record for record, words in said if words} - {each.id for each in visits}
    visits += questions.pointing_at(book, "visit", "id", sorted(earlier)) if earlier else []
    lists = questions.listing(book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    found = [*visits, *(each for each in lists if each["until"] is None or each[otherwise.FIELD])]
    homes = questions.pointing_at(book, "household", "id", sorted({str(each["household"]) for each in found}))
    codes = {each.id: str(each["code"] or "") for each in homes}
    for each in found:
        title = joined(say(KINDS[each.kind].label).capitalize(), codes.get(str(each["household"]), ""))
        day = str(each[KINDS[each.kind].when] or "")
        told = tuple(_lines(each, masks))
        heard = Heard(each.id, agreed=True, otherwise=str(each[otherwise.FIELD] or ""))
        yield Written(date.fromisoformat(day) if day else None, title, told, says=heard)


def looked_at(book: Book, caregiver: str) -> Written:
    """Who has looked at it, and when."""
    opens = (say("Who opens this book"), say("only {owner}", owner=whose_book(book)))
    return Written(
        None, say("Who has looked"), (opens, *((each.words, in_days(each)) for each in who_looked(book, caregiver)))
    )


def on_paper(head: tuple[str, str], record: Iterable[Written]) -> Document:
    """The same for paper, in the same order."""
    title, told = head
    return Document(title, (told,), tuple(map(_section, record)))


def _section(written: Written) -> Section:
    named = (written.title, full_day(written.day) if written.day else "", *written.doubts)
    return Section(say(" · ").join(filter(None, named)), tuple(Line(*each) for each in written.lines))


def _written(
    leaf: Leaf, names: Mapping[str, str], timeless: frozenset[str], ours: Collection[str], masks: Masked
) -> Written:
    told = tell(leaf, names, timeless)
    sort, *named = told.title.split(" · ")
    parts = [sort, *map(masks, named)]
    lines = tuple((label, words) for label, words in _lines(leaf, masks) if words not in parts)
    return Written(told.day, " · ".join(parts), lines, doubts(leaf, timeless), _heard(leaf, ours))


def _heard(leaf: Leaf, ours: Collection[str]) -> Heard | None:
    """She says something to what whoever turns the record round wrote of her, once it has come about."""
    lies_ahead = (leaf.kind, leaf["state"]) in LIES_AHEAD
    if otherwise.FIELD not in KINDS[leaf.kind].fields or leaf["supervision"] not in ours or lies_ahead:
        return None
    agreed = bool(leaf["agreed_on"]) or leaf["state"] != CheckInState.HELD.value
    return Heard(leaf.id, agreed, str(leaf[otherwise.FIELD] or ""))


def _lines(leaf: Leaf, masks: Masked) -> Iterator[tuple[str, str]]:
    kind = KINDS[leaf.kind]
    for name, field in kind.fields.items():
        if (
            name != kind.when
            and not _goes_without_saying(leaf, name)
            and _is_shown(leaf.kind, field)
            and leaf[name] not in (None, "", frozenset())
        ):
            turned = TURNED.get((leaf.kind, name), {}).get(str(leaf[name]))
            words = say(turned) if turned else value(field, leaf[name], {}, worded_in(leaf.values))
            yield say(CALLED.get(field.label, field.label)), masks(words) if _is_free(field) else words


def _goes_without_saying(leaf: Leaf, name: str) -> bool:
    """That a talk was held, and a promise kept, is what its title says by its day."""
    return name == "state" and leaf[name] in {"held", "done"}


def _is_shown(kind: str, field: Field) -> bool:
    ours = _OF_A_HOME if kind in OF_FAMILIES and field.name != otherwise.FIELD else OURS
    return field.audience in ours and not field.shown.refers and field.shown.typed and field.name != RUBRIC


def _is_free(field: Field) -> bool:
    """Words of somebody's own, in which others may be named."""
    return field.base is str and not field.choices
