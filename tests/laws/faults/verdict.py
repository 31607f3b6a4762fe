"""What must be true after a fault, whatever was being done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from faults.crew import Outcome
from faults.place import NEW

Told = Sequence[Sequence[str]]


def wrong(told: Told, done: Outcome, seen: Outcome) -> list[str]:
    """What is wrong after a job during which something happened, in words; nothing if all is well.

    `told` is what the book says before the job and after each of its steps.
    """
    looked = seen.first("looked")
    if not looked:
        return [f"the book does not open: {seen.said}"]
    checks = {
        f"the check found {looked['found']}": bool(looked["found"]),
        "it says what it never said": looked["told"] not in told,
        "what was said to be saved is lost": looked["told"] in told[: len(done.steps)]
        and looked["told"] not in told[len(done.steps) :],
        "a later step is there without its turn": looked["told"] in told[len(done.steps) + 2 :]
        and looked["told"] not in told[: len(done.steps) + 2],
        "no backup is left": not looked["kept"],
        f"half of {looked['half']} is visible": bool(looked["half"]),
        "the new passphrase was said to hold": "passphrase" in done.steps and looked["passphrase"] != NEW,
        **_promised(done.steps, looked),
        **_said(done),
    }
    return [words for words, holds in checks.items() if holds]


def _promised(steps: Sequence[str], looked: dict[str, Any]) -> dict[str, bool]:
    """Files that were said to be written, by the last word of their step."""
    named = [step.split()[-1] for step in steps if step.startswith(("exported", "kept", "copied"))]
    return {f"{name} was said to be written": not any(name in file for file in looked["files"]) for name in named}


def _said(done: Outcome) -> dict[str, bool]:
    """She is told a sentence, and never that nothing is wrong."""
    trouble, ended = done.first("problem"), done.first("end")
    return {
        f"it ended in a traceback: {done.first('traceback').get('text')}": bool(done.first("traceback")),
        f"it was called a fault of ours: {trouble.get('sentence')}": trouble.get("code") == "broken",
        "it ended without a word": not (done.killed or trouble or ended),
    }
