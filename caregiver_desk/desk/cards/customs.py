"""Our customs, among the settings: how many numbers and words are the site's own, when it is closed, its policy."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.customs import Closed, Customs
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Hairline, clear, column, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.records.customs import CLOSURE, POLICY, SITE_NORM, WORDING
from caregiver_desk.wording import count, say

CUSTOMS = frozenset({SITE_NORM.name, CLOSURE.name, POLICY.name, WORDING.name})  # kinds of which it tells


class Opens(NamedTuple):
    """What stands over the window to say each of it."""

    numbers: Callable[[], object]
    words: Callable[[], object]
    closure: Callable[[], object]
    policy: Callable[[], object]


class CustomsCard(Card):
    """Three parts, each with its way to say it otherwise where whose desk it is may."""

    def __init__(self, hands: Hands, opens: Opens) -> None:
        self._hands = hands
        self._numbers, self._closed, self._policy = meta(wrap=True), column(gap=theme.SMALL), meta(wrap=True)
        ours = pressed(Small(say("Our numbers")), opens.numbers)
        words = pressed(Small(say("Our words")), opens.words)
        self._close = holding(flow(pressed(Small(say(named("close_site").label)), opens.closure)))
        self._name = holding(flow(pressed(Small(say(named("name_policy").label)), opens.policy)))
        super().__init__(
            heading(say("Our customs")),
            self._numbers,
            holding(flow(ours, words)),
            Hairline(),
            holding(self._closed),
            self._close,
            Hairline(),
            self._policy,
            self._name,
            gap=theme.GAP,
        )

    def show_customs(self, found: Customs) -> None:
        self._numbers.setText(_how_many(found))
        clear(self._closed)
        for each in found.closed:
            self._closed.addWidget(self._closure(each, may_say=found.may_say))
        self._closed.addWidget(meta(say("Public holidays of South Africa are known and do not count."), wrap=True))
        told = say("In force: {policy}", policy=found.policy) if found.policy else say("No policy is named yet.")
        self._policy.setText(told)
        self._close.setVisible(found.may_say)
        self._name.setVisible(found.may_say)

    def _closure(self, closed: Closed, *, may_say: bool) -> QWidget:
        words = body(say("Closed from {days}", days=closed.words), wrap=True)
        if not may_say:
            return beside(words)
        back = pressed(Plain(say("Take back"), icon="undo"), lambda: self._open(closed))
        back.setAccessibleName(say("Take back: {words}", words=closed.words))
        return beside(words, back)

    def _open(self, closed: Closed) -> None:
        act = named("open_site")
        self._hands.lane.do(lambda book: act(book, closure=closed.id), owner=self)


def _how_many(found: Customs) -> str:
    told = [say("All numbers are as shipped.")]
    if found.ours:
        told = [say("{ours} of {numbers} numbers are our own.", ours=found.ours, numbers=found.numbers)]
    if found.called:
        told.append(count("{number} thing is called otherwise.", "{number} things are called otherwise.", found.called))
    if found.differing:
        one, many = "Of {number} two numbers were said.", "Of {number} two numbers each were said."
        told.append(count(one, many, found.differing))
    return " ".join(told)
