"""Courses and groups; and what shells complete."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, day


def training(commands: Any) -> None:
    courses = add(commands, "courses", "training:courses", "the courses of this site, and who has not completed one")
    courses.add_argument("--missing", default="", metavar="COURSE", help="who has not completed it, by its short name")
    courses.add_argument("--team", default="", metavar="NAME", help="only in this team")
    learning = add(commands, "learning", "training:learning", "what somebody has learned, for another employer")
    learning.add_argument("person", help="their id, or their name")
    learning.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")


def shells(commands: Any) -> None:
    completion = add(commands, "completion", "completion:script", "print what makes a shell complete this program")
    completion.add_argument(
        "shell", choices=("bash", "zsh", "fish"), help='in bash: eval "$(caregiver-desk completion bash)"'
    )
    words = add(
        commands, "words", "translating:words", "what the program says, for whoever says it in another language"
    )
    words.add_argument("language", nargs="?", default="", metavar="LANGUAGE", help="isiZulu, or its tag: zu")
    way = words.add_mutually_exclusive_group()
    way.add_argument("--out", type=Path, metavar="FILE", help="write all sentences to fill in: a .csv or a .po file")
    way.add_argument("--take", type=Path, metavar="FILE", help="take in what was filled in (.csv, .xlsx or .po)")
    aid = add(commands, "aid", "aids:aid", "read a page on listening, grief, boundaries, noticing harm, self-care")
    aid.add_argument("page", nargs="?", default="", metavar="PAGE", help="its name; without one, all of them are named")
    aid.add_argument("--on", type=day, metavar="DATE", help="as the site of your book said it on that day")
