"""What each road is, in a sentence for whoever decides whether their site goes it."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_desk.records.growth.roads import Road
from caregiver_desk.wording import later

ABOUT: Mapping[Road, str] = {
    Road.FIRST_YEAR: later("Steps and talks for somebody’s first twelve months."),
    Road.BECOMING_SUPERVISOR: later("A plan of twelve months for a caregiver who becomes a supervisor."),
    Road.MENTORING: later("Somebody with experience goes along with somebody who learns."),
    Road.STEPPING_IN: later("Somebody stands in for a supervisor until a day that was said first."),
    Road.ASPIRING: later("A way to try out leading, with its limits written down."),
    Road.CONSULTING: later("Whoever knows one thing well is asked by other teams; no home is named."),
    Road.TRANSFERS: later("Somebody looks at another team first, and may move to it."),
    Road.PLACEMENTS: later("Students learn with a team for a time."),
    Road.RESEARCH: later("Who asks to study our work, and what came of it."),
    Road.PARTNERSHIPS: later("Who of us sits with which partner, and what they bring."),
    Road.TIME_SPLIT: later("How a role’s time was planned, beside how it was spent."),
}
