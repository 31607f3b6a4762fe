"""Refused in growth and fair process."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class RoadClosed(Refused):
    code = "road-closed"
    sentence = later(
        "Your site has not opened “{road}”. Nothing was saved. Whoever speaks for the site opens it in Settings, or by "
        "“open_road”."
    )


class PlanGoesOn(Refused):
    code = "plan-goes-on"
    sentence = later("They are on this road already. Nothing was saved. Go on with that plan, or end it first.")


class PlanEnded(Refused):
    code = "plan-ended"
    sentence = later("This plan has ended. Nothing was changed. Undo the decision, or begin another plan.")


class CourseNeeded(Refused):
    code = "course-needed"
    sentence = later(
        "{name} has not completed “{course}”, which this role needs here. Nothing was saved. Say why under “{field}” "
        "to go on. No concern waits for it."
    )


class NotOfACourse(Refused):
    code = "not-of-a-course"
    sentence = later("Who takes part in a course is said by its course group. Nothing was saved.")


class NoFramework(Refused):
    code = "no-framework"
    sentence = later(
        "“{file}” is no capability framework: {reason}. Nothing was loaded. Mend the file, or load another."
    )


class TheirViewFirst(Refused):
    code = "their-view-first"
    sentence = later("They speak first of “{statement}”, then you. Nothing was saved. Ask how they see it.")


class NothingToMakeKnown(Refused):
    code = "nothing-to-make-known"
    sentence = later(
        "They have not said that they would like to supervise, so there is nothing to make known. Nothing was saved."
    )


class InterestIsKnown(Refused):
    code = "interest-is-known"
    sentence = later(
        "This interest went up to the coordinator already. Nothing was changed. Take it back first, by "
        "“take_back_interest”."
    )


class BothAgreeFirst(Refused):
    code = "both-agree-first"
    sentence = later(
        "Day and topic are kept of a session; more only where both agree to it. Nothing was saved. Ask them both, or "
        "leave “{field}” empty."
    )


class NotAHundred(Refused):
    code = "not-a-hundred"
    sentence = later("Practice, supervising and learning make {sum} of a hundred. Nothing was saved. Mend one of them.")


class OnlyTheirOwn(Refused):
    code = "only-their-own"
    sentence = later("Only whose role it is sees how its days went. Nothing is shown.")


class TeamKnowsAlready(Refused):
    code = "team-knows-already"
    sentence = later("Their team knows of it already. Nothing was saved.")


class NothingAsked(Refused):
    code = "nothing-asked"
    sentence = later("No wish to go elsewhere is open here for them. Nothing was changed. Note their interest first.")


class NobodyBeside(Refused):
    code = "nobody-beside"
    sentence = later("Nobody walks beside them now, or several do. Nothing was saved. Begin it, or say which.")
