"""What weighs on a caregiver, and the support she is offered."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class PlanOpen(Refused):
    code = "plan-open"
    sentence = later("They have a support plan that is open. Go on with that one, or end it first. {kept}")


class OpenedByAnother(Refused):
    code = "opened-by-another"
    sentence = later(
        "Nobody has to carry this alone at a screen: your coordinator or a colleague opens it for you, in their own "
        "book, and asks how you are. Ring one of them now. Nothing was stored."
    )


class NotAQuestionnaire(Refused):
    code = "not-a-questionnaire"
    sentence = later("This form cannot be asked here. {place}: {reason}. Nothing was brought in.")


class NotToBeAsked(Refused):
    code = "not-to-be-asked"
    sentence = later("“{title}” cannot be asked yet: {reason}. Nothing was saved.")


class AnswerDoesNotFit(Refused):
    code = "answer-does-not-fit"
    sentence = later("“{question}”: {reason} Nothing was saved.")
