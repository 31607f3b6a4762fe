"""Words of another language that are brought in."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotWords(Refused):
    code = "not-words"
    sentence = later(
        "This file holds no words of a language ({reason}). Nothing was changed. `words TAG --out FILE` writes one to "
        "fill in."
    )
