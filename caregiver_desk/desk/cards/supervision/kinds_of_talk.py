"""Of the kinds of talk a form offers those that can be held with whom is named; what would be refused is not seen.

Nobody named yet, or not known yet: own supervision waits until it is known that it can be.
"""

from __future__ import annotations

from functools import partial

from caregiver_desk.acts.supervision.supervision import supervises
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.work import Lane
from caregiver_desk.records.supervision.supervision import CHECK_IN, CheckInType

WHO, KIND = "caregiver", "type"


def heed_kinds(form: Form, lane: Lane) -> None:
    """Let the kinds of a talk follow who is named; of any other form nothing is heeded."""
    if form.kind is CHECK_IN and {WHO, KIND} <= form.rows.keys():
        form.rows[WHO].asks().changed.connect(partial(_follow, form, lane))
        _follow(form, lane)


def _follow(form: Form, lane: Lane) -> None:
    _offer(form, own=False)
    if who := _named(form):
        lane.ask(partial(supervises, person=who), then=partial(_known, form, who), owner=form)


def _named(form: Form) -> str:
    return str(form.rows[WHO].asks().value() or "")


def _known(form: Form, who: str, own: bool) -> None:
    """Nothing, where somebody else was named while this was asked."""
    if who == _named(form):
        _offer(form, own=own)


def _offer(form: Form, *, own: bool) -> None:
    kinds = form.rows[KIND].editor
    if isinstance(kinds, Choice):
        kinds.leave_out(*(() if own else (CheckInType.OWN,)))
