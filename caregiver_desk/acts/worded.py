"""In whose words a book is shown and written now: what its own site said last, list by list."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caregiver_desk.practice import shipped_words, site_words
from caregiver_desk.practice.site_words import Spoken
from caregiver_desk.practice.supervision import observing
from caregiver_desk.records import worded
from caregiver_desk.records.customs import WORDING, Catalogue
from caregiver_desk.records.record import Draft, Kind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf

LIST_OF = {"check_in": Catalogue.CHECK_INS, "stressor": Catalogue.STRESSORS, "follow_up": Catalogue.FOLLOW_UPS}


class Version(NamedTuple):
    """From which day the site said one list so, and what that version is called."""

    day: date | None
    name: str


def versions_of(book: Book, catalogue: Catalogue) -> list[Version]:
    """Every version of one list, the first that was said first."""
    told = (each for each in _told(book) if each["catalogue"] == catalogue)
    return [Version(date.fromisoformat(each["day"]) if each["day"] else None, str(each["version"])) for each in told]


def _told(book: Book) -> list[Leaf]:
    found = questions.listing(book, WORDING.name, limit=EVERY, scope=book.site)
    return sorted((each for each in found if each["version"]), key=lambda each: (str(each["day"] or ""), each.id))


def words_of(book: Book) -> Spoken:
    """What the own site of this book calls things; of each list what was said last holds."""
    told = _told(book)
    current = {str(each["catalogue"]): str(each["version"]) for each in told}
    versions = {site_words.ours_of(str(each["version"])): site_words.read(str(each["words"] or "")) for each in told}
    return Spoken(current, {ours: words for ours, words in versions.items() if ours})


def rubric_of(book: Book) -> str:
    """The version of the items in which a visit together is written now."""
    return words_of(book).version(Catalogue.OBSERVATION, observing.current())


def version_now(spoken: Spoken, catalogue: Catalogue) -> str:
    """The version of this list that a record is written in; empty where all of it is called as it was shipped first."""
    return spoken.version(catalogue, shipped_words.base(catalogue))


def written_in(spoken: Spoken, kind: Kind, draft: Draft) -> Draft:
    """The draft of a new record of this kind; it names the words it is written in."""
    if worded.FIELD not in kind.fields or getattr(draft, worded.FIELD):
        return draft
    version = version_now(spoken, LIST_OF[kind.name])
    return draft.model_copy(update={worded.FIELD: version}) if version else draft
