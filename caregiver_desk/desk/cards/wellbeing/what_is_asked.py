"""What the page of support asks: its forms, each with its kind, its fields in order, and the act that keeps it."""

from __future__ import annotations

from caregiver_desk.records.wellbeing.checks import WELLBEING_CHECK
from caregiver_desk.records.wellbeing.responses import PLAN_RESPONSE
from caregiver_desk.records.wellbeing.self_care import SELF_CARE
from caregiver_desk.records.wellbeing.support_plans import SUPPORT_PLAN
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, STRESSOR
from caregiver_desk.wording import later

BURDEN = ("caregiver", "codes", "severity", "since", "danger", "only_told", "said_by", "acute", "may_know", "agreed")
OFFER = ("caregiver", "code", "due", "service")
CHECK = ("caregiver", "day", "load", "energy", "somebody", "danger", "only_told", "good", "unsaid")
PLAN = (
    "caregiver", "opened", "agreed", "aims", "their_view", "your_view", "you_agree",
    "senior", "senior_view", "senior_agrees",
)  # fmt: skip
PART = ("caregiver", "response", "since", "until", "homes", "hours")
CARE = ("caregiver", "one", "two", "three", "review_on")
FORMS = {
    "stressor": (later("What weighs on them"), STRESSOR, BURDEN, "record_burden"),
    "follow_up": (later("Offer support"), FOLLOW_UP, OFFER, "offer_support"),
    "wellbeing_check": (later("How they are"), WELLBEING_CHECK, CHECK, "ask_how_she_is"),
    "support_plan": (later("Support plan"), SUPPORT_PLAN, PLAN, "open_plan"),
    "plan_response": (later("Part of a plan"), PLAN_RESPONSE, PART, "arrange_part"),
    "self_care": (later("Self-care"), SELF_CARE, CARE, "plan_self_care"),
}
DAYS = ("day", "opened", "since")
NEEDED = ("agreed",)  # by her word, never by leaving a field alone
