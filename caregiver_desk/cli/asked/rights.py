"""Whose record it is: packs, looks, what was decided; and an organisation’s own questionnaires."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, day

WITH_QUESTIONNAIRES = ("bring", "list", "show", "ready", "answer", "read", "stop")


def rights(commands: Any) -> None:
    log = add(commands, "access", "rights:access_log", "when the book was opened, whose record was read, what left it")
    log.add_argument("--about", default="", metavar="ID", help="only what it says of one person or record")

    pack = add(commands, "pack", "rights:pack", "all about one person, for herself: a paper and a file for programs")
    pack.add_argument("person", help="her id, or her name")
    pack.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to put the two files")

    meeting = add(commands, "oversight", "growth:meeting", "the pack for a meeting on oversight")
    meeting.add_argument("--first", type=day, metavar="DATE", help="its first day (default: a year before the last)")
    meeting.add_argument("--last", type=day, metavar="DATE", help="its last day (default: today)")
    meeting.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")
    year = add(commands, "year", "rights:year", "the record of somebody’s own year, on one page")
    year.add_argument("person", help="her id, or her name")
    year.add_argument("--first", type=day, metavar="DATE", help="its first day (default: a year before the last)")
    year.add_argument("--last", type=day, metavar="DATE", help="its last day (default: today)")
    year.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")

    add(
        commands,
        "numbers",
        "numbers:numbers",
        "whom to ring when somebody may be in danger, and the five facts to note",
    )

    lost = add(commands, "lost", "rights:lost_laptop", "a lost laptop: what was on it, about whom, and whom to tell")
    lost.add_argument("laptop", help="its id, the name of the partner whose it is, or me")
    lost.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")

    due = add(
        commands, "retention", "rights:retention", "what was kept as long as it should be; removed only by an act"
    )
    which = due.add_mutually_exclusive_group()
    which.add_argument("--times", action="store_true", help="how long each kind is kept, and who confirmed it")
    which.add_argument("--counts", action="store_true", help="how many there were by month, with what was removed")

    about = "what this site says for itself: numbers with their sources, closures, policy, words"
    ours = add(commands, "customs", "customs:customs", about)
    ours.add_argument("--ours", action="store_true", help="only what is said otherwise than shipped")

    grows = add(commands, "growth", "growth:growth", "how somebody grows; without a name, what was provided to all")
    grows.add_argument("person", nargs="?", default="", help="their id, or their name")

    what = add(commands, "decisions", "rights:decisions", "what was decided, by whom and when, and whether it holds")
    what.add_argument("--about", default="", metavar="ID", help="only about this record, or this person by her name")
    what.add_argument("--by", default="", metavar="NAME", help="only by who is called so")


def questionnaires(commands: Any) -> None:
    about = "your organisation’s own questionnaires, from XLSForm workbooks; none is shipped"
    own = add(commands, "questionnaire", "questionnaires:questionnaire", about)
    own.add_argument("what", choices=WITH_QUESTIONNAIRES, metavar="WHAT", help=", ".join(WITH_QUESTIONNAIRES))
    own.add_argument(
        "which", nargs="?", default="", help="the workbook to bring, a title or an id; to read, the id of answers"
    )
    own.add_argument("--trained", default="", metavar="NAME", help="who is trained to act on its answers")
    own.add_argument("--first", default="", metavar="SERVICE", help="the service that is rung first")
    own.add_argument("--caregiver", default="", metavar="NAME", help="who answers (default: you, for yourself)")
    own.add_argument("--answers", default="", metavar="JSON", help="all answers at once; - reads standard input")
    own.add_argument("--only-told", default="", metavar="NAME", help="who else may be told of a danger")
    own.add_argument("--language", default="", metavar="NAME", help="in which of its languages")
