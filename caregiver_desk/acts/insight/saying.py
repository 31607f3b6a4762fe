"""A figure in words: how many of how many, or why it is not told. A share is never told without its whole."""

from __future__ import annotations

from caregiver_desk.acts.insight.figures import Figure
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.wellbeing.taxonomy import group_words
from caregiver_desk.records.wellbeing.wellbeing import StressorGroup
from caregiver_desk.wording import say


def in_words(indicator: Indicator, figure: Figure) -> str:
    """`22 of 24`, `5.2 (832 in 160)`, `110`, or what is told in place of a number."""
    if figure.why:
        return _not_told(figure, figure.why)
    if figure.of is None:
        return say("nothing to count in these days")
    if figure.per is None:
        return str(figure.of)
    if indicator.rate:
        return say("{rate} ({of} in {per})", rate=rate(indicator, figure), of=figure.of, per=figure.per)
    return say("{of} of {per}", of=figure.of, per=figure.per)


def split_words(figure: Figure) -> str:
    """The group of a split as people say it."""
    if len(figure.split) == 1 and figure.split in set(StressorGroup):
        return group_words(StressorGroup(figure.split))
    return say("need {level}", level=figure.split) if figure.split.isdigit() else say(figure.split)


def rate(indicator: Indicator, figure: Figure) -> str:
    """So many for every one, ten or hundred; one digit beyond the point."""
    return f"{(figure.of or 0) / figure.per * indicator.each:.1f}" if figure.per else ""


def _not_told(figure: Figure, why: Why) -> str:
    if why is Why.PARTLY and (figure.least or figure.per):
        return _least(figure)
    if why in (Why.FEW, Why.ALL_BUT_FEW, Why.SOME, Why.UNKNOWN):
        return say(why.value)
    return say("not told: {why}", why=say(why.value))


def _least(figure: Figure) -> str:
    if figure.per is None:
        return say("at least {least}", least=figure.least)
    return say("{least} of {per}, as far as it may be told", least=figure.least, per=figure.per)
