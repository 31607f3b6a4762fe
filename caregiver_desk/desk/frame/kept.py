"""What was kept, said in one line when the desk is opened again: after a lock, on another day, after a power cut."""

from __future__ import annotations

from caregiver_desk.wording import count, say


def what_was_kept(begun: int, *, cut_off: bool) -> str:
    """`begun` is how much was half typed. Nothing, where nothing was and the desk was closed as one closes it."""
    here = count("{number} thing you had begun is here.", "{number} things you had begun are here.", begun)
    if cut_off:
        saved = say("The desk was cut off the last time. All that was saved is here.")
        return f"{saved} {here}" if begun else saved
    return here if begun else ""
