"""What a rehearsal refuses."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class LanguageNotKnown(Refused):
    code = "language-not-known"
    sentence = later("There is no text in “{language}”. There are: {known}.")


class ExerciseNotUnderstood(Refused):
    code = "exercise-not-understood"
    sentence = later("{file}, line {line}: {reason}. The exercise is left out; put the line right and look again.")
