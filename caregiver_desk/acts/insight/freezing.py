"""Freezing a report: what was handed over stays as it was, and what changed since is told beside it.

A late sheet is welcome, and it changes a figure. Nobody has to guess which of two papers is right: the frozen one says
when it was frozen, and what came in later is named by how many records of which kind.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.insight import kept
from caregiver_desk.acts.insight.areas import areas_of
from caregiver_desk.acts.insight.figures import Figure, handed, sees_only_told
from caregiver_desk.acts.insight.own import USUAL, known
from caregiver_desk.acts.insight.own import chosen as the_chosen
from caregiver_desk.acts.keeping import keep, new_in, scope_to_write, tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood, NotYours
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.telling import FEW
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.insight.reports import FROZEN_REPORT
from caregiver_desk.records.people.people import TEAM, Role
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

keep(FROZEN_REPORT, "insight", verbs=("withdraw",))
_COUNTED = ("visit", "check_in", "promise", "request", "referral", "observation")


class Changed(NamedTuple):
    """A figure as it was frozen and as it would be told now."""

    then: Figure
    now: Figure


@act("Freeze a report", subject="insight")
def freeze_report(
    book: Book,
    *,
    period: str,
    chosen: str = USUAL,
    team: str = "",
    region: str = "",
    explained: Annotated[str, Field(max_length=2_000)] = "",
) -> Outcome:
    """Keep the figures of a month, a quarter or a year as they are told today; `chosen` is a set, or codes.

    Those of a team live where the team does: no other team reads them. Who does not speak for the site freezes those of
    their own team; a coordinator also those of an area. Raises NotUnderstood for days that are not over, or that are no
    month, quarter or year.
    """
    span, there = over(period), place_of(book, team, region)
    told_now = handed(book, the_chosen(book, chosen), span, there.id if there else "")
    given = {
        "period": period, "made": clock.today(), "chosen": chosen, "height": _height(book),
        "figures": kept.as_text(told_now), "explained": explained or None,
        **({there.kind: there.id} if there else {}),
    }  # fmt: skip
    scope = scope_to_write(book, there) if there and is_of_team(there) else book.site
    change = new_in(scope, FROZEN_REPORT, understood(FROZEN_REPORT.draft, given))
    saved = ledger.append(book, "freeze_report", [change])
    return tell(saved, say("Frozen: {days}. What comes in later is told apart.", days=spans.said(span)), change.record)


def place_of(book: Book, team: str = "", region: str = "") -> Leaf | None:
    """The team or the area of which whose book it is makes a paper; None for all that they speak for.

    A coordinator makes none of a team, and nobody else one of an area: raises NotUnderstood, or NotYours.
    """
    if team and sees_only_told(book):
        raise NotUnderstood(field=say("team"), reason=say("what may be told is told of the whole site"))
    if region:
        return area_of(book, region)
    if not team and (sees_only_told(book) or may_say(book)):
        return None
    return questions.get(book, "team", team or own_team(book))


def area_of(book: Book, region: str) -> Leaf:
    """An area of which figures are told. Raises NotYours."""
    if not sees_only_told(book):
        raise NotYours(role=Role.COORDINATOR)
    return questions.get(book, REGION.name, region)


def is_of_team(place: Leaf) -> bool:
    """Whether a paper is of one team, and so for its own eyes."""
    return place.kind == TEAM.name


def over(period: str) -> Span:
    """The whole months that somebody names, if they are over. Raises NotUnderstood."""
    span = spans.named(period)
    if span is None or not spans.are_whole(span, spans.Grain.MONTH):
        reason = say("a month (2026-02), a quarter (2026-Q1) or a year (2026, or 2026/27 from April), please")
        raise NotUnderstood(field=say("period"), reason=reason)
    if span.last >= clock.today():
        raise NotUnderstood(field=say("period"), reason=say("these days are not over yet"))
    return span


def frozen(book: Book, span: Span, place: str, chosen: str) -> list[Leaf]:
    """The reports of these figures, days and this place that were frozen, the newest first."""
    found = questions.listing(book, FROZEN_REPORT.name, {"chosen": chosen}, limit=EVERY)
    return [each for each in found if spans.named(str(each["period"])) == span and _place(each) == place]


def _place(leaf: Leaf) -> str:
    return str(leaf["team"] or leaf["region"] or "")


def changed_since(book: Book, leaf: Leaf) -> list[Changed]:
    """The figures of a frozen report that would be told otherwise now, whatever the set holds by now."""
    span = spans.named(str(leaf["period"]))
    if span is None:
        return []
    then, held = kept.from_text(str(leaf["figures"] or "")), known(book)
    indicators = {each.code: held[each.code] for each in then if each.code in held}
    now = {_which(each): each for each in handed(book, indicators, span, _place(leaf))}
    return [
        Changed(each, now[_which(each)]) for each in then if _which(each) in now and not _same(each, now[_which(each)])
    ]


def may_stand_together(then: Figure, now: Figure) -> bool:
    """Whether two tellings of a figure may be read side by side: what lies between them is none, or five and more."""
    if then.why or now.why:
        return False
    between = [(now.of or 0) - (then.of or 0), (now.per or 0) - (then.per or 0)]
    return all(not each or abs(each) >= FEW for each in [*between, between[1] - between[0]])


def came_later(book: Book, leaf: Leaf) -> dict[str, int]:
    """How many records of these days and this place were written, or changed, since it was frozen here; by kind.

    Nothing is said of a report that another laptop froze: what came later there may have been here before.
    """
    span = spans.named(str(leaf["period"]))
    if span is None or histories.history(book, leaf.kind, leaf.id)[-1].laptop != book.laptop:
        return {}
    later = questions.touched_since(book, int(leaf["height"] or 0))
    scopes = _scopes_of(book, leaf)
    found = {
        kind: sum(
            each.id in later
            for scope in scopes
            for each in questions.listing(book, kind, days=span.days, limit=EVERY, scope=scope)
        )
        for kind in _COUNTED
    }
    return {kind: number for kind, number in found.items() if number}


def _scopes_of(book: Book, leaf: Leaf) -> list[str]:
    """Where the records of its place live, as it is today; empty words for anywhere."""
    if not _place(leaf):
        return [""]
    areas, region = areas_of(book), str(leaf["region"] or "")
    teams = areas[region].teams if region and region in areas else filter(None, [leaf["team"]])
    return [each.scope for each in questions.pointing_at(book, TEAM.name, "id", sorted(teams))]


def _which(figure: Figure) -> tuple[str, str, str]:
    return figure.code, figure.place, figure.split


def _same(one: Figure, other: Figure) -> bool:
    return (one.of, one.per, one.why) == (other.of, other.per, other.why)


def _height(book: Book) -> int:
    with book.reading() as cursor:
        return book.height(cursor)
