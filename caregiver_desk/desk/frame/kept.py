"""What was kept, said in one line when the desk is opened again: after a lock, on another day, after a power cut."""

from __future__ import annotations

from caregiver_desk.wording import count, say


def what_was_kept(begun: int, *, cut_off: bool) -> str:
    """`begun` is how much was half typed. Nothing, where nothing was and the desk was closed as one closes it."""
    if cut_off and begun:
        one = "Cut off last time. All is kept, and {number} thing you had begun."
        many = "Cut off last time. All is kept, and {number} things you had begun."
        return count(one, many, begun)
    if cut_off:
        return say("Cut off last time. All that was saved is kept.")
    return count("Kept: {number} thing you had begun.", "Kept: {number} things you had begun.", begun) if begun else ""
