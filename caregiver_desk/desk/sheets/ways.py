"""Where an act is begun: on a page built for it, at once, with a file, or on a sheet made from its declaration."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_desk.acts.act import ACTS, Act
from caregiver_desk.desk.sheets.intake.intake import KIND_OF
from caregiver_desk.records.concerns.concerns import CONCERN_STEP
from caregiver_desk.records.customs import CLOSURE, POLICY
from caregiver_desk.records.fairness.exit_talks import EXIT_TALK
from caregiver_desk.records.fairness.processes import CAPABILITY, CONDUCT, GRIEVANCE, PROBATION
from caregiver_desk.records.growth.courses import ROLE_ASKED
from caregiver_desk.records.growth.mentoring import MENTOR_SESSION, MENTORING
from caregiver_desk.records.growth.plans import OWN_STEP, ROAD_PLAN
from caregiver_desk.records.growth.stepping import STEPPING_IN
from caregiver_desk.records.growth.training import COHORT, TRAINING
from caregiver_desk.records.growth.transfers import KNOWN_MOVE, MOVE_INTEREST
from caregiver_desk.records.insight.planning import PLAN_ITEM
from caregiver_desk.records.insight.reports import FROZEN_REPORT
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ENGAGEMENT
from caregiver_desk.records.record import Draft, Kind
from caregiver_desk.records.sharing.returns import MONTHLY_RETURN
from caregiver_desk.records.supervision.agreement import AGREEMENT
from caregiver_desk.records.supervision.bringing import TO_BRING
from caregiver_desk.records.supervision.groups import CIRCLE
from caregiver_desk.records.supervision.observation import OBSERVATION
from caregiver_desk.records.supervision.requests import ASKING
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.records.visits.safety import LONE_VISIT_PLAN, SAFETY_INCIDENT
from caregiver_desk.records.wellbeing.responses import PLAN_RESPONSE
from caregiver_desk.records.wellbeing.self_care import SELF_CARE
from caregiver_desk.records.wellbeing.strain import SUPPORT_NEED
from caregiver_desk.records.wellbeing.wellbeing import STRESSOR
from caregiver_desk.wording import later

PAGES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "hold_check_in": ("supervision", {}),
    "hold_session": ("team", {"form": "session"}),
    "record_visit": ("visits", {}),
    "record_round": ("week", {}),
    "record_burden": ("wellbeing", {"form": "stressor"}),
    "offer_support": ("wellbeing", {"form": "follow_up"}),
    "ask_how_she_is": ("wellbeing", {"form": "wellbeing_check"}),
    "open_plan": ("wellbeing", {"form": "support_plan"}),
    "note_concern": ("concerns", {"form": "danger"}),
}


LOAD = "share_out_anew"  # done in the sheet of all lists
DAILY_SHEETS = ("hard_event", "visit_together", "plan_lone_visits")
SHEET_OF_ITS_OWN = (*DAILY_SHEETS, "say_own_view", "ask_questionnaire")  # opened in the window
WORRY = "note_worry"  # on a sheet of its own, whose first line leads to a concern
DAILY = (
    *PAGES, "plan_check_in", "ask_to_bring", *DAILY_SHEETS, "add_caregiver", "record_household",
)  # fmt: skip
FIRST = (*PAGES, *DAILY_SHEETS, "undo", "add_caregiver", "record_household", "assign_household", LOAD, *KIND_OF)
SIGNS = {"week": "table", "concerns": "alert"}
ICONS = (
    {name: SIGNS.get(subject, subject) for name, (subject, _) in PAGES.items()}
    | {
        "undo": "undo",
        "add_caregiver": "person",
        "plan_check_in": "supervision",
        "ask_to_bring": "supervision",
        "visit_together": "eye",
        "hard_event": "alert",
        "plan_lone_visits": "clock",
        "record_household": "home",
        LOAD: "table",
        "record_circle": "team",
        "record_expectations": "team",
    }
    | dict.fromkeys(KIND_OF, "table")
)


@dataclass(frozen=True)
class Asking:
    """What a sheet asks for an act that takes no draft: fields of a kind, and which of their days lie ahead."""

    kind: Kind
    fields: tuple[str, ...]
    ahead: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)  # where a field is called otherwise here


_TERMS = (
    "caregiver", "day", "they_want", "they_bring", "you_want", "you_bring", "how_often", "length", "place", "written",
    "limits", "disagree", "cancelling", "policy", "state", "how_agreed", "agreed_on", "copy_with", "review_on",
)  # fmt: skip
_CAUSES = ("organisation", "found_organisation", "work", "found_work", "personal", "found_personal")
SHEETS: Mapping[str, Asking] = {
    "plan_check_in": Asking(CHECK_IN, ("caregiver", "day", "type"), frozenset({"day"})),
    "ask_organisation": Asking(
        ASKING, ("caregiver", "sort", "theme", "words", "released", "named", "reply_by"), frozenset({"reply_by"})
    ),
    "step_in": Asking(
        STEPPING_IN, ("team", "person", "sort", "since", "until", "concerns", "words"), frozenset({"since", "until"})
    ),
    "plan_from_figure": Asking(PLAN_ITEM, ("team", "what", "due", "who", "code", "period"), frozenset({"due"})),
    "freeze_report": Asking(FROZEN_REPORT, ("period", "chosen", "team", "explained")),
    "make_monthly_return": Asking(MONTHLY_RETURN, ("month", "team")),
    "add_concern_step": Asking(
        CONCERN_STEP,
        ("concern", "sort", "day", "at", "told_to", "reference", "done_by", "next_check", "proof"),
        frozenset({"next_check"}),
    ),
    "close_concern": Asking(CONCERN_STEP, ("concern", "done_by", "second", "reason", "believed")),
    "decide_not_to_report": Asking(CONCERN_STEP, ("concern", "done_by", "second", "reason")),
    "keep_as_information": Asking(CONCERN_STEP, ("concern", "done_by", "second", "reason")),
    "record_concern_in_error": Asking(CONCERN_STEP, ("concern", "done_by", "second", "reason")),
    "write_agreement": Asking(AGREEMENT, _TERMS),
    "renew_agreement": Asking(AGREEMENT, ("caregiver",)),
    "decide_support": Asking(SUPPORT_NEED, ("caregiver", "state", "their_view", "dismissed")),
    "plan_self_care": Asking(SELF_CARE, ("caregiver", "one", "two", "three", "review_on")),
    "arrange_part": Asking(PLAN_RESPONSE, ("caregiver", "response", "since", "until", "homes", "hours")),
    "plan_visit_together": Asking(OBSERVATION, ("caregiver", "day", "household", "asked"), frozenset({"day"})),
    "begin_shared_set": Asking(CIRCLE, ("team", "name", "since"), frozenset({"since"})),
    "close_site": Asking(CLOSURE, ("since", "until", "why"), frozenset({"since", "until"})),
    "name_policy": Asking(POLICY, ("name", "version", "since", "kept_at"), frozenset({"since"})),
    "note_incident": Asking(
        SAFETY_INCIDENT, ("caregiver", "sort", "day", "household", "area", "injured", "police", "support")
    ),
    "plan_lone_visits": Asking(
        LONE_VISIT_PLAN,
        ("caregiver", "day", "route", "back_by", "act_by", "rings", "code_word", "actions"),
        frozenset({"day"}),
    ),
    "offer_remembrance": Asking(STRESSOR, ("caregiver",)),
    "miss_check_in": Asking(CHECK_IN, ("caregiver", "day", "not_held", "next_day")),
    "move_check_in": Asking(CHECK_IN, ("caregiver", "not_held", "next_day")),
    "begin_plan": Asking(ROAD_PLAN, ("person", "sort", "since", "guide"), frozenset({"since"})),
    "add_own_step": Asking(OWN_STEP, ("sort", "step", "what", "days", "instead_of")),
    "become_supervisor": Asking(ENGAGEMENT, ("person", "team", "since"), frozenset({"since"})),
    "hold_exit_talk": Asking(EXIT_TALK, ("person", "reasons", "words", "known", "day")),
    "ask_to_bring": Asking(TO_BRING, ("caregiver", "what")),
    "record_cohort": Asking(
        COHORT,
        (
            "course", "name", "since", "until", "facilitator", "facilitator_number", "assessor", "assessor_number",
            "moderator", "moderator_number",
        ),
        frozenset({"since", "until"}),
    ),
    "record_training": Asking(
        TRAINING,
        (
            "person", "course", "since", "until", "result", "certificate", "seen", "title", "provider",
            "accreditation", "nqf_level", "credits", "unit_standards",
        ),
    ),
    "require_course": Asking(ROLE_ASKED, ("role", "course")),
    "open_probation": Asking(PROBATION, ("caregiver", "since", "until", "adviser", "called"), frozenset({"until"})),
    "open_capability": Asking(CAPABILITY, ("caregiver", "adviser", "not_met", "expectations", *_CAUSES, "called")),
    "open_conduct": Asking(CONDUCT, ("caregiver", "said", "rule", "adviser", "called")),
    "raise_grievance": Asking(GRIEVANCE, ("caregiver", "said", "against", "goes_to", "adviser", "called")),
    "begin_mentoring": Asking(
        MENTORING, ("caregiver", "mentor", "sort", "purpose", "since", "review_on"), frozenset({"since", "review_on"})
    ),
    "note_mentor_session": Asking(MENTOR_SESSION, ("caregiver", "day", "topic", "both_agree", "more")),
    "record_move_interest": Asking(MOVE_INTEREST, ("person", "to_team", "to_role", "words", "day")),
    "tell_their_team": Asking(KNOWN_MOVE, ("person",)),
    "accept_transfer": Asking(
        ENGAGEMENT, ("person", "team", "since"), frozenset({"since"}),
        {"person": later("Who"), "team": later("To which team"), "since": later("From")},
    ),
}  # fmt: skip
FREEZE_OF_AN_AREA = Asking(FROZEN_REPORT, ("period", "chosen", "region", "explained"))
# what is to be known before it is filled in, by act
FIRST_OF_ALL = {
    "hold_appraisal": later("A fine practitioner is not assumed to be a fine supervisor."),
    "step_in": later("They need a laptop with this desk, and their card known here: first pair under Sharing."),
    "tell_their_team": later(
        "Only with their yes: their team hears where they would like to go, and none of their words."
    ),
    "accept_transfer": later("From that day they work in the other team. Their homes wait until somebody has them."),
}
IN_THE_HAND_BUILT = frozenset(
    f"record_{kind}"
    for kind in (
        "check_in",
        "stressor",
        "follow_up",
        "promise",
        "to_bring",
        "wellbeing_check",
        "support_plan",
        "support_need",
        "self_care",
        "plan_response",
        "observation",
        "agreement",
        "safety_incident",
        "lone_visit_plan",
        "circle_session",
        "circle_member",
        "circle_decision",
        "attendance",
        "learning_turn",
        "asking",
        "road_step",
        "practical_task",
        "development_item",
        "learning_goal",
        "goal_review",
        "specialism",
        "appraisal",
    )
)


def asking(act: Act) -> Asking | None:
    """What a sheet asks for this act; None where it needs a page of its own."""
    kind, told = kind_filled_by(act), next(iter(act.drafts.values()), Draft)
    typed = [name for name, each in kind.fields.items() if each.shown.typed] if kind else []
    asked = tuple(name for name in typed if name in told.model_fields)
    return SHEETS.get(act.name) or (Asking(kind, asked) if kind else None)


def kind_filled_by(act: Act) -> Kind | None:
    """The kind whose draft, or what is told of it, an act takes, if it takes one and demands nothing else."""
    drafts = list(act.drafts.values())
    return next((kind for kind in KINDS.values() if drafts and issubclass(kind.draft, drafts[0])), None)


def at_once(act: Act) -> bool:
    """Whether an act can be done without asking anything."""
    given = list(inspect.signature(act.does).parameters.values())[1:]
    return all(each.default is not inspect.Parameter.empty for each in given)


def beginnable(role: str) -> list[Act]:
    """The acts that somebody in this role can begin from anywhere, those of every day first."""
    hers = [act for act in ACTS.values() if act.role in {"", role} and act.name not in IN_THE_HAND_BUILT]
    placed = {*PAGES, *KIND_OF, *SHEET_OF_ITS_OWN, LOAD, WORRY}
    found = [act for act in hers if act.name in placed or at_once(act) or asking(act)]
    return sorted(found, key=lambda act: FIRST.index(act.name) if act.name in FIRST else len(FIRST))
