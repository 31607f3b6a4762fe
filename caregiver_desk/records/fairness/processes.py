"""Formal processes: probation, capability, conduct, grievance. Each stands apart, in a scope of its own.

Context. A process is fair where everybody in it knows who reads it, where what was said before is not said otherwise
later, and where it cannot be seen who has one. Struggle is not misconduct, and neither is a complaint.

Decision. A *process* founds a scope, and every field of all kinds in it is for those who take part: the line manager,
the named adviser, and the caregiver's own copy, each let in by name (acts/fairness/processes). What it is about is one
record in it, of a kind of its own: what is asked of a probation is not asked of conduct. To go on as another sort is a
new process in a new scope with readers of its own, which names the one before and why; that one stays as it is. Support
that was given before stands in it as it stood on the day: what was arranged, with dates, and nothing of why. So do the
words of what had been expected. What is copied is a line of its own that names its records: where one of them is erased
the copy goes, and that there was help stays. Who manages somebody may change: to whom it was handed over, and when,
stands in it.

Consequences. Nothing of it is open, so no bundle, list, sum or return of somebody who was not let in can hold a line.
It stands on no timeline and in no search. Nothing of it is taken out of sight by an undo.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.fairness.worry import LONGEST, OfOrganisation, OfPerson, OfWork
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register


def _told(label: str, why: str, *, refers: str = "", long: bool = False, past: bool = False) -> Shown:
    return Shown(label, why=why, audience=Audience.PROCESS, refers=refers, long=long, past=past)


class Sort(StrEnum):
    """What a process is about; each is a kind of its own (its name here)."""

    PROBATION = "probation"
    CAPABILITY = "capability"
    CONDUCT = "conduct"
    GRIEVANCE = "grievance"


class ProcessDraft(Draft):
    caregiver: Annotated[
        str, _told("Caregiver", "It stands with the person whom the process is about.", refers="person")
    ]
    opened: Annotated[date, _told("Opened on", "What came before is told apart.", past=True)]
    opened_by: Annotated[str, _told("Opened by", "Only the line manager opens one.", refers="person")]
    opened_name: Annotated[str | None, _told("Opened by, as called then", "All have the same name on paper.")] = Column(
        default=None, max_length=120
    )
    caregiver_name: Annotated[
        str | None, _told("Caregiver, as called then", "All have the same name on paper.")
    ] = Column(default=None, max_length=120)  # fmt: skip
    holder: Annotated[str | None, _told("Whose laptop leads it", "A name may be borne by two.")] = Column(
        default=None, max_length=120
    )
    handed_to: Annotated[str | None, _told("Handed over to", "Who manages them goes on with it.")] = Column(
        default=None, max_length=120
    )
    handed_on: Annotated[date | None, _told("Handed over on", "From then on they lead it.", past=True)] = None
    support: Annotated[
        str | None, _told("Support given before", "Help comes before any process.", long=True)
    ] = Column(default=None, max_length=2000)  # fmt: skip
    support_of: Annotated[
        str | None, _told("Records of that support", "Where one of them is erased, its words here go too.")
    ] = Column(default=None, max_length=2000)  # fmt: skip
    supported: Annotated[
        bool | None, _told("There was support before", "That it was given stays, whatever becomes of its words.")
    ] = None  # fmt: skip


class Process(ProcessDraft, Record, table=True):
    """A formal process about one person, and who takes part."""


class OfProcess(Draft):
    """What belongs to one process."""

    process: Annotated[str, _told("Process", "What it belongs to, and who may read it.", refers="process")]
    caregiver: Annotated[
        str, _told("Caregiver", "It stands with the person whom the process is about.", refers="person")
    ]


class Advised(OfProcess):
    """Who advises whoever leads it, and what the site calls it."""

    adviser: Annotated[str | None, _told("Who advises", "Nobody decides about somebody alone.")] = Column(
        default=None, max_length=120
    )
    called: Annotated[str | None, _told("What we call it", "A site has words of its own.")] = Column(
        default=None, max_length=80
    )

    before: Annotated[
        str | None, _told("Went on from", "The one before stays as it is.", refers="process")
    ] = None  # fmt: skip
    reason: Annotated[
        str | None, _told("Why it went on as another", "Struggle is not misconduct.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip


class ProbationEnd(StrEnum):
    CONFIRMED = "confirmed"
    EXTENDED = "extended"
    ENDED = "ended"


class ProbationDraft(Advised):
    since: Annotated[date, _told("From", "Everybody knows when it began.")]
    until: Annotated[date, _told("Until", "On this day it is said how it went.")]
    extended: Annotated[date | None, _told("Extended until", "Extended is a date, not a while.")] = None
    outcome: Annotated[ProbationEnd | None, _told("How it ended", "Nobody is left waiting.")] = None
    outcome_on: Annotated[date | None, _told("Said on", "From then on it holds.", past=True)] = None
    why: Annotated[str | None, _told("Why", "It can be understood later.", long=True)] = Column(
        default=None, max_length=LONGEST
    )
    heard: Annotated[
        str | None, _told("What they say to it", "Nobody is judged unheard.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip
    helped: Annotated[
        str | None, _told("How they were helped", "A parting shows what was tried first.", long=True)
    ] = Column(default=None, max_length=2000)  # fmt: skip
    arranged: Annotated[
        str | None, _told("Support arranged by then", "Copied as it stood on that day.", long=True)
    ] = Column(default=None, max_length=2000)  # fmt: skip
    arranged_of: Annotated[
        str | None, _told("Records of that support", "Where one of them is erased, its words here go too.")
    ] = Column(default=None, max_length=2000)  # fmt: skip
    supported: Annotated[
        bool | None, _told("There was support by then", "That it was given stays, whatever becomes of its words.")
    ] = None  # fmt: skip


class Probation(ProbationDraft, Record, table=True):
    """The first months of somebody's work, with the days on which it is looked at."""


class CapabilityEnd(StrEnum):
    SUPPORT = "support instead"
    MET = "expectations are met"
    CHANGE = "other work was found"
    PARTING = "parted"
    CONVERTED = "went on as conduct"
    IN_ERROR = "opened in error"


class ConductEnd(StrEnum):
    NOTHING = "nothing to answer for"
    WARNING = "told in writing"
    CHANGE = "other work was found"
    PARTING = "parted"
    CONVERTED = "went on as capability"
    IN_ERROR = "opened in error"


class GrievanceEnd(StrEnum):
    MENDED = "put right"
    NOT_UPHELD = "not upheld"
    WITHDRAWN = "taken back by the caregiver"
    IN_ERROR = "noted in error"


class Ended(Advised):
    """How a process ended, and whether they were heard."""

    outcome_on: Annotated[date | None, _told("Said on", "From then on it holds.", past=True)] = None
    why: Annotated[str | None, _told("Why", "It can be understood later.", long=True)] = Column(
        default=None, max_length=LONGEST
    )
    heard: Annotated[
        str | None, _told("What they say to it", "Nobody is judged unheard.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip


class CapabilityDraft(Ended):
    outcome: Annotated[CapabilityEnd | None, _told("How it ended", "Nobody is left waiting.")] = None
    adviser: Annotated[str, _told("Who advises", "Nobody decides about somebody alone.")] = Column(max_length=120)
    not_met: Annotated[str, _told("Expectations not met", "They must know which, to meet them.", long=True)] = Column(
        max_length=LONGEST
    )
    expectations: Annotated[
        str | None, _told("The list it was said in", "What was expected was said before.", refers="expectations")
    ] = None
    expected: Annotated[
        str | None, _told("What had been expected", "As it was said then: no later list changes it.", long=True)
    ] = Column(default=None, max_length=4400)  # fmt: skip
    organisation: Annotated[
        frozenset[OfOrganisation], _told("Organisation: looked at", "What we do comes before what they do.")
    ] = Column(default=frozenset(), sa_type=Elements)
    found_organisation: Annotated[
        str | None, _told("What we checked there", "What was looked at counts, not what somebody guesses.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip
    work: Annotated[frozenset[OfWork], _told("Work and its load: looked at", "Nobody can do two people's work.")] = (
        Column(default=frozenset(), sa_type=Elements)
    )
    found_work: Annotated[
        str | None, _told("What we checked about it", "The lists and the ways tell.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip
    personal: Annotated[
        frozenset[OfPerson], _told("Person and skills: looked at", "What can be learned is learned with help.")
    ] = Column(default=frozenset(), sa_type=Elements)
    found_personal: Annotated[
        str | None, _told("What we checked together", "They know best what is hard for them.", long=True)
    ] = Column(default=None, max_length=LONGEST)  # fmt: skip


class Capability(CapabilityDraft, Record, table=True):
    """Somebody struggles with the work in spite of help; what is expected is said, with time and more help."""


class ConductDraft(Ended):
    outcome: Annotated[ConductEnd | None, _told("How it ended", "Nobody is left waiting.")] = None
    said: Annotated[str, _told("What is said to have happened", "They must know it, to answer.", long=True)] = Column(
        max_length=LONGEST
    )
    rule: Annotated[str | None, _told("Which rule", "It must have been known before.")] = Column(
        default=None, max_length=200
    )


class Conduct(ConductDraft, Record, table=True):
    """Somebody is said to have broken a rule."""


class GrievanceDraft(Ended):
    outcome: Annotated[GrievanceEnd | None, _told("How it ended", "Nobody is left waiting.")] = None
    said: Annotated[str, _told("What it is about", "In their own words.", long=True)] = Column(max_length=LONGEST)
    against: Annotated[str, _told("About whom or what", "Whom it is about does not decide it.")] = Column(
        max_length=120
    )
    goes_to: Annotated[str, _told("Goes to", "The caregiver chooses who reads it, and nobody else does.")] = Column(
        max_length=120
    )


class Grievance(GrievanceDraft, Record, table=True):
    """Somebody complains, to a person whom they chose."""


class ProcessStageDraft(OfProcess):
    called: Annotated[str, _told("Step", "In the words of the site.")] = Column(max_length=80)
    target: Annotated[date | None, _told("By", "A process that drags on is not fair.")] = None
    day: Annotated[date | None, _told("Held on", "What was agreed was done.", past=True)] = None
    content: Annotated[str | None, _told("What was said", "Both have the same words.", long=True)] = Column(
        default=None, max_length=2000
    )
    response: Annotated[str | None, _told("What they say to it", "Nobody is judged unheard.", long=True)] = Column(
        default=None, max_length=2000
    )
    agrees: Annotated[bool | None, _told("They agree", "To disagree is an answer too.")] = None
    companion: Annotated[str | None, _told("Who came with them", "Nobody has to come alone.")] = Column(
        default=None, max_length=120
    )


class ProcessStage(ProcessStageDraft, Record, table=True):
    """One step of a process: planned, then held; of a probation a review."""


class ProcessEvidenceDraft(OfProcess):
    stage: Annotated[
        str | None, _told("For which review", "What came after it is told apart.", refers="process_stage")
    ] = None
    day: Annotated[date, _told("On which day it was", "A fact has a day.", past=True)]
    words: Annotated[str, _told("What was seen", "What happened, in one or two lines.", long=True)] = Column(
        max_length=500
    )
    written: Annotated[date, _told("Written on", "What was added later says so.")]


class ProcessEvidence(ProcessEvidenceDraft, Record, table=True):
    """Something that was seen, good or not yet, for a review."""


class ChronologyEntryDraft(OfProcess):
    day: Annotated[date, _told("Day", "Things stand in the order in which they were.")]
    fact: Annotated[str, _told("Fact", "One or two lines; the record has the rest.")] = Column(max_length=280)
    matters: Annotated[str | None, _told("Why it matters", "A fact alone decides nothing.")] = Column(
        default=None, max_length=280
    )
    source_kind: Annotated[str, _told("Taken from", "So that it can be looked up.")] = Column(max_length=40)
    source: Annotated[str, _told("Record", "So that it can be looked up.")] = Column(max_length=64)
    copy_of: Annotated[str, _told("As it stood", "Later changes do not change it.", long=True)] = Column(
        max_length=4000
    )
    recorded_by: Annotated[str | None, _told("Recorded by", "Who can say how it was.")] = Column(
        default=None, max_length=120
    )
    recorded_on: Annotated[date | None, _told("Recorded on", "What was written late says so.")] = None
    added: Annotated[date, _told("Added on", "It shows what was known when it was chosen.")]


class ChronologyEntry(ChronologyEntryDraft, Record, table=True):
    """One fact, linked to the record from which it was taken, with a copy of how that stood."""


PROCESS = register(
    Kind(
        "process", "process", "processes", ProcessDraft, Process,
        home=Kind.OWN, about="caregiver", copies="support_of", copied=("support",),
    )
)  # fmt: skip


def _of_process(
    name: str,
    label: str,
    plural: str,
    draft: type[OfProcess],
    table: type[Record],
    *,
    copies: str = "",
    copied: tuple[str, ...] = (),
) -> Kind:
    kind = Kind(name, label, plural, draft, table, home="process", about="caregiver", part=True)
    return register(replace(kind, copies=copies, copied=copied))


PROBATION = _of_process(
    "probation", "probation", "probations", ProbationDraft, Probation, copies="arranged_of", copied=("arranged",)
)
CAPABILITY = _of_process(
    "capability", "capability (support) process", "capability (support) processes", CapabilityDraft, Capability,
    copies="expectations", copied=("expected",),
)  # fmt: skip
CONDUCT = _of_process("conduct", "conduct process", "conduct processes", ConductDraft, Conduct)
GRIEVANCE = _of_process("grievance", "grievance", "grievances", GrievanceDraft, Grievance)
PROCESS_STAGE = _of_process("process_stage", "step of a process", "steps of processes", ProcessStageDraft, ProcessStage)
PROCESS_EVIDENCE = _of_process(
    "process_evidence", "note for a review", "notes for reviews", ProcessEvidenceDraft, ProcessEvidence
)
CHRONOLOGY_ENTRY = _of_process(
    "chronology_entry", "line of a chronology", "lines of chronologies", ChronologyEntryDraft, ChronologyEntry,
    copies="source",
)  # fmt: skip
ABOUT = {Sort.PROBATION: PROBATION, Sort.CAPABILITY: CAPABILITY, Sort.CONDUCT: CONDUCT, Sort.GRIEVANCE: GRIEVANCE}
IN_PROCESS = (PROCESS, *ABOUT.values(), PROCESS_STAGE, PROCESS_EVIDENCE, CHRONOLOGY_ENTRY)
