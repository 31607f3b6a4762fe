"""What is a fault of ours. The book is as it was before."""

from __future__ import annotations

from caregiver_desk.errors.problem import Problem
from caregiver_desk.wording import later


class Broken(Problem):
    """A fault of ours. The book is as it was before."""

    code = "broken"
    exit_status = 70
    sentence = later(
        "Something went wrong inside Caregiver Desk ({where}). Your book is as it was. Try again; if it happens "
        "twice, send us “{where}”."
    )
