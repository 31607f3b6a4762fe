"""Figures and papers: `figures` on the screen, `report` for whoever asks for one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.insight.areas import areas_of
from caregiver_desk.acts.insight.figures import Figure, exact, sees_only_told, told
from caregiver_desk.acts.insight.freezing import area_of, over
from caregiver_desk.acts.insight.own import chosen, sets
from caregiver_desk.acts.insight.saying import in_words, split_words
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.records import tell_outcome
from caregiver_desk.cli.rights import AsPdf, need_folder
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.spans import Grain, Span
from caregiver_desk.records.people.people import TEAM
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.imprint import Imprint, imprint
from caregiver_desk.reports.insight.before_after import before_and_after
from caregiver_desk.reports.insight.counted_from import counted_from
from caregiver_desk.reports.insight.report import Report, as_csv, as_document, as_facts, report
from caregiver_desk.store import access, looks, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

acts.load()


class Behind(NamedTuple):
    """Whose records are asked for: of these figures, over these days, in a team or ("") in all of them."""

    indicators: Mapping[str, Indicator]
    span: Span
    team: str


class Whose(NamedTuple):
    """Whose figures: of a team or an area, or ("") of all; and what these, and the areas one step down, are called."""

    place: str
    called: Mapping[str, str]


def figures(arguments: argparse.Namespace) -> int:
    """The figures of some days: as they are for whoever listens to the team, as they may be told for a coordinator."""
    span = _span(arguments.period)
    with open_book(arguments) as book:
        if arguments.sets:
            return _sets(arguments, book)
        found = chosen(book, arguments.figures)
        only_told = arguments.told or sees_only_told(book)
        whose = _whose(arguments, book, only_told=only_told)
        if arguments.before or arguments.after:
            return _before_and_after(arguments, book, found, whose.place)
        progress(_of_what(arguments, span, only_told=only_told))
        if arguments.records:
            return _records(arguments, book, Behind(found, span, whose.place), only_told=only_told)
        seen = told(book, found, span, [*whose.called]) if only_told else exact(book, found, span, whose.place)
    for each in seen:
        indicator, name = found[each.code], _part(each, whose)
        days = "" if each.span == span else f" ({spans.said(each.span)})"
        title = f"      {name}" if name else f"{each.code}  {say(indicator.title)}{days}"
        facts = {
            "code": each.code,
            "place": whose.called.get(each.place, ""),
            "split": each.split,
            "of": each.of,
            "per": each.per,
            "first": each.first.isoformat(),
        }
        facts |= {"last": each.last.isoformat(), "not_told": each.why.name.lower() if each.why else None}
        tell(arguments, facts, f"{title}: {in_words(indicator, each)}")
    return 0


def _whose(arguments: argparse.Namespace, book: Book, *, only_told: bool) -> Whose:
    if arguments.team and only_told:
        raise NotUnderstood(field="--team", reason=say("what may be told is told of the whole site"))
    if arguments.team:
        team = meant(book, TEAM, arguments.team)
        return Whose(team, {team: arguments.team})
    area = _area(arguments, book)
    found = areas_of(book).within(area) if only_told else []
    return Whose(area, {area: arguments.area} | {each.id: each.name for each in found})


def _area(arguments: argparse.Namespace, book: Book) -> str:
    return area_of(book, meant(book, REGION, arguments.area)).id if arguments.area else ""


def _part(figure: Figure, whose: Whose) -> str:
    """What of the whole it is: a group, or an area one step down."""
    if figure.place != whose.place:
        return whose.called[figure.place]
    return split_words(figure) if figure.split else ""


def _of_what(arguments: argparse.Namespace, span: Span, *, only_told: bool) -> str:
    if only_told:
        place = arguments.area or say("the whole site")
        return say("{days}, {place}, as far as it may be told:", days=spans.said(span), place=place)
    return say("{days}, {place}, as it is:", days=spans.said(span), place=arguments.team or say("all teams"))


def _records(arguments: argparse.Namespace, book: Book, behind: Behind, *, only_told: bool) -> int:
    """What the figures were counted from, one by one: a look at each of whom it tells."""
    if only_told:
        raise NotUnderstood(field="--records", reason=say("they are for whoever listens to the team"))
    for code in behind.indicators:
        counted = counted_from(book, code, behind.span, behind.team)
        looks.looked(book, What.LISTED, counted.about)
        for words, lines in counted.sides:
            progress(f"{code}  {words}:")
            for each in lines or ():
                facts = {"code": code, "counts": words, "kind": each.kind, "id": each.id, "name": each.name}
                tell(arguments, facts, f"      {each.name}  {each.quiet}")
    return 0


def _before_and_after(arguments: argparse.Namespace, book: Book, found: Mapping[str, Indicator], team: str) -> int:
    if not (arguments.before and arguments.after):
        raise NotUnderstood(field="--before", reason=say("it is laid beside other days: name both with --after"))
    days = _span(arguments.before), _span(arguments.after)
    for each in before_and_after(book, found, *days, team, only_told=arguments.told):
        code = each.indicator.code
        sides = {"before": each.before, "after": each.after}
        facts = {f"{side}_{name}": getattr(one, name) for side, one in sides.items() for name in ("of", "per")}
        facts |= {f"{side}_not_told": one.why.name.lower() if one.why else None for side, one in sides.items()}
        words = f"{code}  {say(each.indicator.title)}: {each.words}. {each.cannot_tell}"
        tell(arguments, {"code": code, **facts, "cannot_tell": each.cannot_tell}, words)
    return 0


def indicator(arguments: argparse.Namespace) -> int:
    """What a figure counts, of what, what becomes of it as a target, and what it cannot tell; or bring a site's own."""
    with open_book(arguments) as book:
        if arguments.bring:
            tell_outcome(arguments, named("bring_indicators")(book, told=_text(arguments.bring)))
            return 0
        found = chosen(book, arguments.code)
    for code, each in found.items():
        tell(arguments, {"code": code, **_facts(each)}, _explained(code, each))
    return 0


def _text(file: Path) -> str:
    with safely.reading():
        data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUnderstood(field=file.name, reason=say("save it as UTF-8, please")) from error


def report_on(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """The report of a month, a quarter or a year: on the screen, or written into a folder."""
    if arguments.out:
        need_folder(arguments.out)
    span = over(arguments.period) if arguments.period else spans.before(Grain.MONTH, clock.today())
    with open_book(arguments) as book:
        team = meant(book, TEAM, arguments.team) if arguments.team else ""
        made, below = report(book, span, arguments.figures, team, _area(arguments, book)), imprint(book)
        access.note(book, What.EXPORTED if arguments.out else What.LISTED)
    for words in made.look:
        progress(say("Look at this first: {words}", words=words))
    if arguments.out is None:
        _show(arguments, made)
        return 0
    name = safely.free(
        arguments.out, say("report").lower(), f" {arguments.period or span.days[0][:7]}", f".{arguments.format}"
    )
    safely.write(name, _written(made, arguments.format, as_pdf, below))
    tell(arguments, {"file": str(name)}, say("{file}. It is not encrypted, and names nobody.", file=name))
    return 0


def _written(made: Report, form: str, as_pdf: AsPdf, below: Imprint) -> bytes:
    if form == "pdf":
        return as_pdf(as_document(made), below)
    return as_csv(made).encode("utf-8-sig") if form == "csv" else as_text(as_document(made)).encode()


def _show(arguments: argparse.Namespace, made: Report) -> None:
    if not arguments.json:
        tell(arguments, {}, as_text(as_document(made)).rstrip())
    for each in as_facts(made) if arguments.json else ():
        tell(arguments, each, "")


def _span(period: str) -> Span:
    span = spans.named(period) if period else spans.before(Grain.MONTH, clock.today())
    if span is None:
        reason = say("2026-02, 2026-Q1, 2026 or 2026-02-01..2026-03-15, please")
        raise NotUnderstood(field=say("period"), reason=reason)
    return span


def _sets(arguments: argparse.Namespace, book: Book) -> int:
    for name, each in sets(book).items():
        facts = {"name": name, "title": say(each.title), "codes": list(each.codes)}
        tell(arguments, facts, f"{name}: {say(each.title)} ({', '.join(each.codes)})")
    return 0


def _facts(each: Indicator) -> Mapping[str, Any]:
    return {
        "title": say(each.title),
        "means": say(each.means),
        "of": say(each.of_words),
        "per": say(each.per_words) if each.per_words else None,
        "sort": each.sort.name.lower(),
        "harm": each.harm.name.lower(),
        "cannot_tell": say(each.cannot_tell),
        "source": each.source,
    }


def _explained(code: str, each: Indicator) -> str:
    lines = [
        f"{code}  {say(each.title)}",
        say(each.means),
        say("How many: {words}", words=say(each.of_words)),
        *([say("Of how many: {words}", words=say(each.per_words))] if each.per_words else []),
        f"{say(each.sort.value)}; {say(each.harm.value)}",
        say("It cannot tell {words}.", words=say(each.cannot_tell)),
        say("From: {source}", source=each.source),
    ]
    return "\n  ".join(lines)
