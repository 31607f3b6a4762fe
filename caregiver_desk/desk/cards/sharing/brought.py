"""What several bundles would do or did: sums, a line a sender, and what was refused or left alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.stick import FromOne, Told, besides, in_words
from caregiver_desk.desk.cards.sharing.preview import COUNTS
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Hairline, column
from caregiver_desk.desk.parts.marks import Avatar, Icon, figure
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import count, say

NAMED = 50  # refused files that are told one by one


def brought_figures(told: Told) -> list[QWidget]:
    counts = told.counts()
    return [figure(counts[name], say(words)) for name, words in COUNTS]


def brought_parts(told: Told) -> list[QWidget]:
    """A line a sender; then what was refused; then what was left alone."""
    parts: list[QWidget] = []
    for each in told.senders:
        words = column(body(each.sender.name, weight=theme.MEDIUM), meta(_of(each), wrap=True), gap=1)
        parts += [beside(words, first=[Avatar(each.sender.name)]), Hairline()]
    if told.refused:
        parts.append(heading(say("Refused, and nothing was changed")))
    for name, why in told.refused[:NAMED]:
        words = column(body(name, wrap=True), meta(why, wrap=True), gap=1)
        parts += [beside(words, first=[Icon("alert", "amber")]), Hairline()]
    if (more := len(told.refused) - NAMED) > 0:
        parts.append(meta(count("and {number} more", "and {number} more", more)))
    return parts + [meta(words, wrap=True) for words in besides(told)]


def _of(each: FromOne) -> str:
    old = say("one is an old file; a newer one may be on its way") if each.old else ""
    return say(" · ").join(part for part in (in_words(each), old) if part)
