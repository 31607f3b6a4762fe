"""What weighs on a caregiver, and how she is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, wished
from caregiver_desk.acts.supervision.pairs import Pair, pair_of, pair_with
from caregiver_desk.acts.wellbeing.danger import danger_heeded, gravest, offered_at_once, ring_said
from caregiver_desk.acts.wellbeing.support import offer_support
from caregiver_desk.errors import NotFilledIn, NotUnderstood, UnknownField
from caregiver_desk.practice.due import CARRIED
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.practice.wellbeing.letting_know import lets_organisation_know, theme_in
from caregiver_desk.practice.wellbeing.wellbeing import FIELD_OF
from caregiver_desk.records.reported import Source
from caregiver_desk.records.wellbeing.checks import WELLBEING_CHECK, Item
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.wellbeing import (
    STRESSOR,
    FollowUpCode,
    MayKnow,
    SaidBy,
    StressorCode,
    StressorDraft,
    StressorState,
)
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def agreed_to_be_kept(wish: Wish) -> None:
    """What weighs on her is kept with her yes only."""
    if wish["agreed"] is False:
        label = say(STRESSOR.fields["agreed"].label)
        raise NotUnderstood(field=label, reason=say("without their yes only the offer of support is kept"))


def unchanged_with_its_reason(wish: Wish) -> None:
    if wish["state"] == StressorState.NOT_CHANGED and "state" in wish.changed and not wish["why_not"]:
        raise NotFilledIn(fields=say(STRESSOR.fields["why_not"].label))


def said_or_unsaid(wish: Wish) -> None:
    """Nobody answers a question and prefers not to."""
    both = [item for item in Item if item in wish["unsaid"] and wish[FIELD_OF[item]] is not None]
    if both:
        label = say(WELLBEING_CHECK.fields[FIELD_OF[both[0]]].label)
        reason = say("there is an answer to “{question}”; keep one of the two", question=label)
        raise NotUnderstood(field=say(WELLBEING_CHECK.fields["unsaid"].label), reason=reason)


class Weighing(BaseModel):
    """What is said at a talk of each thing that weighs: by a code, or by one that was spoken of before."""

    model_config = ConfigDict(extra="forbid")

    code: StressorCode | None = None
    stressor: str | None = None
    severity: int = Field(ge=0, le=4)


keep(STRESSOR, "wellbeing", agreed_to_be_kept, unchanged_with_its_reason, heed=danger_heeded)
keep(WELLBEING_CHECK, "wellbeing", said_or_unsaid, heed=danger_heeded)


@act("Record what weighs on them", subject="wellbeing")
def record_burden(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    codes: frozenset[StressorCode],
    severity: int,
    since: date | None = None,
    said_by: SaidBy = SaidBy.SELF,
    source: Source | None = None,
    acute: bool | None = None,
    happened: date | None = None,
    household: str | None = None,
    agreed: bool = True,
    may_know: MayKnow = MayKnow.US,
    danger: frozenset[Danger] = frozenset(),
    only_told: str | None = None,
) -> Outcome:
    """A stressor, if she agrees to its being recorded; if not, only that support was offered.

    Whether something has just happened is taken from what such a burden mostly means, unless it is said. A danger says
    whom to ring, and offers what is offered in such danger with it. Where the organisation may know of it, the facts
    name the theme of a wish that may be asked; nothing is.
    """
    if not agreed:
        code = gravest(danger) or FollowUpCode.SUPPORT_CONVERSATION
        return _ringing(book, danger, offer_support(book, caregiver=caregiver, code=code, due=clock.today()))
    told = {"codes": codes, "severity": severity, "since": since, "said_by": said_by, "source": source}
    event = happened is not None or None if acute is None else acute
    pair = pair_with(book, caregiver)
    told |= {"acute": event, "happened": happened, "household": household}
    burden = _burden(pair, {**told, "may_know": may_know, "danger": danger, "only_told": only_told})
    changes = [burden, *offered_at_once(book, pair, danger)]
    saved = pair.save(book, "record_burden", changes, say("Saved. It is on the agenda of the next check-in."))
    return _ringing(book, danger, replace(saved, facts=_leads_on({"codes": codes, "may_know": may_know})))


def _leads_on(told: Mapping[str, Any]) -> dict[str, Any]:
    """What usually helps with it, and the theme of a wish where the organisation may know of it."""
    asks = {"may_ask": theme_in(told)} if lets_organisation_know(told) else {}
    return {"usual": list(taxonomy.responses(told["codes"])), **asks}


def _ringing(book: Book, dangers: Iterable[str], done: Outcome) -> Outcome:
    """What was done, and whom to ring where somebody is in danger."""
    return replace(done, sentence=f"{done.sentence} {ring_said(book, dangers)}".strip())


def _burden(pair: Pair, told: Mapping[str, Any]) -> Change:
    """A new stressor. What such a one mostly means says whether something has just happened, where nobody does."""
    draft = cast("StressorDraft", pair.draft(STRESSOR, told))
    if draft.acute is None:
        draft = draft.model_copy(update={"acute": taxonomy.usually_acute(draft.codes)})
    return new_in(pair.scope, STRESSOR, draft)


def weighing(book: Book, pair: Pair, day: date, told: Iterable[Mapping[str, Any]]) -> Iterator[Change]:
    """What was said at a talk to weigh, each with its severity: by a code, or by a `stressor` of this pair.

    What stands under that code alone is said anew and not doubled. Raises UnknownField, NotFilledIn, NotUnderstood,
    NoSuchRecord or NotYourPair.
    """
    carried, named = _carried(book, pair), set[str]()
    for number, given in enumerate(told, 1):
        each = {name: value for name, value in given.items() if value is not None}
        if unknown := each.keys() - Weighing.model_fields:
            fields = {"field": ", ".join(sorted(unknown)), "known": ", ".join(Weighing.model_fields)}
            raise UnknownField(kind=say(STRESSOR.label), **fields)
        if "code" in each and "stressor" in each:
            reason = say("entry {number} names a code and a stressor; name one of them", number=number)
            raise NotUnderstood(field=say(STRESSOR.fields["codes"].label), reason=reason)
        if "code" in each and str(each["code"]) not in set(StressorCode):
            reason = say("entry {number} has none of the codes; `why stressor.codes` tells them", number=number)
            raise NotUnderstood(field=say(STRESSOR.fields["codes"].label), reason=reason)
        leaf = _standing(book, pair, each["stressor"]) if "stressor" in each else carried.get(str(each.get("code")))
        which = leaf.id if leaf else str(each.get("code"))
        if which in named:
            raise NotUnderstood(field=say(STRESSOR.fields["codes"].label), reason=say("one of them is named twice"))
        named.add(which)
        yield from _weighed(book, pair, day, each, leaf)


def _weighed(book: Book, pair: Pair, day: date, told: Mapping[str, Any], leaf: Leaf | None) -> Iterator[Change]:
    severity = {"severity": told["severity"]} if "severity" in told else {}
    if leaf is None:
        codes = {"codes": [told["code"]]} if "code" in told else {}
        yield _burden(pair, {"since": day, **codes, **severity})
    elif not severity:
        raise NotFilledIn(fields=say(STRESSOR.fields["severity"].label))
    elif (change := edit(book, leaf, severity)).fields:
        yield change


def _carried(book: Book, pair: Pair) -> dict[str, Leaf]:
    """What this pair has spoken of before and is not done with, by its code, where it has one code alone."""
    leaves = questions.listing(book, "stressor", {"supervision": pair.link, "state": CARRIED}, limit=EVERY)
    return {str(min(each["codes"])): each for each in leaves if len(each["codes"] or ()) == 1}


def _standing(book: Book, pair: Pair, stressor: object) -> Leaf:
    """A stressor of these two. Raises NoSuchRecord, NotYourPair, or NotUnderstood where it weighs on somebody else."""
    leaf = questions.get(book, "stressor", str(stressor))
    pair_of(book, leaf, pair.caregiver)
    return leaf


@act("Ask how they are", subject="wellbeing")
def ask_how_she_is(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    day: date,
    load: int | None = None,
    energy: int | None = None,
    somebody: bool | None = None,
    good: str | None = None,
    unsaid: frozenset[Item] = frozenset(),
    danger: frozenset[Danger] = frozenset(),
    only_told: str | None = None,
) -> Outcome:
    """Her own four answers. Every one may be left out, and to prefer not to say is an answer."""
    answers: dict[str, Any] = {"load": load, "energy": energy, "somebody": somebody, "good": good, "unsaid": unsaid}
    answers |= {"danger": danger, "only_told": only_told}
    pair = pair_with(book, caregiver)
    draft = pair.draft(WELLBEING_CHECK, {"day": day, **answers})
    said_or_unsaid(wished(book, draft))
    asked = [new_in(pair.scope, WELLBEING_CHECK, draft), *offered_at_once(book, pair, danger)]
    saved = pair.save(book, "ask_how_she_is", asked, say("Saved, for the two of you only."))
    return _ringing(book, danger, saved)
