"""What happened in some days, as a collection of FHIR R4 resources (4.0.1 and 4.3.0 alike).

Context. Health records are exchanged as FHIR. Its care plans and encounters are about patients or groups of them; a
caregiver is neither, and a talk with somebody is no treatment of them.

Decision. A household is a Group with its Location, a visit an Encounter of that group in which a caregiver takes part.
A talk is a QuestionnaireResponse about a Practitioner, by another; one that lies ahead or was called off an Appointment
that is asked for on a day, since a talk has no hour. Promises, and referrals whose answer is awaited, are Tasks; an
answer of a household a Consent. Where HL7 has a code it is used, else ours under a system of its own. Identifiers are
names that lead back to none of our ids. Homes that said no, or took their word back, are left out whole.

Consequences. Flags, care plans, observations and notes are in no such file: what weighs on somebody, a support plan and
words are for the two in the room. There is no Provenance and no AuditEvent either, for who typed what at which hour
tells of the worker and not of the work. Everything that is referred to is in the file.
"""

from __future__ import annotations
