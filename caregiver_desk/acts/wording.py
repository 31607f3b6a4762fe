"""What a site calls things: said anew as a version, never changed; an old record goes on naming the one it names."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.keeping import new_in, tell
from caregiver_desk.acts.worded import words_of
from caregiver_desk.errors import NotUnderstood, UnknownField
from caregiver_desk.practice import site_words
from caregiver_desk.practice.site_words import LONGEST
from caregiver_desk.practice.supervision import observing
from caregiver_desk.practice.wellbeing.taxonomy import shipped
from caregiver_desk.records.customs import WORDING, Catalogue
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say


@act("Say it in our words", subject="customs")
def set_words(book: Book, *, catalogue: Catalogue, words: dict[str, str]) -> Outcome:
    """Call things of one list as your site does: words by code; nothing for what is to be called as shipped.

    What is not named stays as it is. It holds in each site that you know.
    Raises UnknownField, NotUnderstood or NotYours.
    """
    known = shipped(catalogue)
    if unknown := [code for code in words if code not in known]:
        raise UnknownField(field=", ".join(unknown), kind=say(catalogue), known=", ".join(known))
    told = {code: " ".join(said.split()) for code, said in words.items()}
    if any(len(said) > LONGEST for said in told.values()):
        raise NotUnderstood(field=say("Our words"), reason=say("at most {number} letters each", number=LONGEST))
    before = words_of(book).of(catalogue)
    ours = {code: said for code, said in {**before, **told}.items() if said and said != known.get(code)}
    sites = sites_of(book)
    if ours == before:
        return Outcome(say("This is what holds already. Nothing was changed."))
    draft = {"catalogue": catalogue, "words": site_words.written(ours), "version": _version(catalogue, ours)}
    draft |= {"day": clock.today().isoformat(), "said_by": book.person}
    made = [new_in(each.scope, WORDING, understood(WORDING.draft, {"site": each.id, **draft})) for each in sites]
    said = count("{number} thing is called otherwise here.", "{number} things are called otherwise here.", len(ours))
    return tell(ledger.append(book, "set_words", made), said, "")


def _version(catalogue: Catalogue, ours: Mapping[str, str]) -> str:
    return site_words.version_of(ours, observing.current() if catalogue == Catalogue.OBSERVATION else "")
