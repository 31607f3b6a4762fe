"""The commands and their arguments, and the one way in which trouble is told."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from caregiver_desk import __version__
from caregiver_desk.cli import streams
from caregiver_desk.errors import Broken, Interrupted, Problem

BOOK = "CAREGIVER_DESK_BOOK"
OTHERWISE = "call everybody otherwise: a number from 1 (0: as the story has them)"
BOOKS = "whose book: the supervisor’s (north), her colleague’s as it was left in week 19 (south), or the coordinator’s"
ROLES = ("supervisor", "coordinator", "trainer", "protection lead")
LEAST_PART = 64  # KB: what every part holds beside its lines must fit
WITH_QUESTIONNAIRES = ("bring", "list", "show", "ready", "answer", "read", "stop")
Command = Callable[[argparse.Namespace], int]


def run(given: Sequence[str], windows: Mapping[str, Command]) -> int:
    """Carry out one command line and say its exit status. `windows` are the commands that open one."""
    defaults = argparse.Namespace(book=_default(BOOK), passphrase_file=None, json=False, today=None)
    arguments = parser().parse_args(given, defaults)
    try:
        return int((windows.get(arguments.does) or _command(arguments.does))(arguments))
    except Problem as problem:
        streams.complain(problem)
        return problem.exit_status
    except KeyboardInterrupt:
        streams.complain(Interrupted())
        return Interrupted.exit_status
    except BrokenPipeError:
        return streams.leave()
    except Exception as fault:
        if os.environ.get("CAREGIVER_DESK_TRACEBACK"):
            raise
        streams.complain(Broken(where=type(fault).__name__))
        return Broken.exit_status


def _command(place: str) -> Command:
    """The function a command names as `module:function`; imported only now."""
    module, _, function = place.partition(":")
    with _nothing_to_tidy():
        return getattr(import_module(f"caregiver_desk.cli.{module}"), function)  # type: ignore[no-any-return]


@contextmanager
def _nothing_to_tidy() -> Iterator[None]:
    """What is imported stays: looking through it for what could go is a fifth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def parser(*, acts: Sequence[str] | None = None, kinds: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The whole command line; the names of acts and kinds are only given where a shell is to complete them."""
    whole = argparse.ArgumentParser(
        prog="caregiver-desk",
        description="An offline, encrypted record book for supervisors of community caregivers."
        " Without a command it opens the desk.",
        parents=[_everywhere()],
    )
    whole.add_argument("--version", action="version", version=f"caregiver-desk {__version__}")
    whole.set_defaults(does="desk")
    commands = whole.add_subparsers(metavar="COMMAND")
    for add in (
        _windows, _books, _exchange, _returns, _insight, _rights, _questionnaires, _leaving, _neighbours, _training,
        _shells,
    ):  # fmt: skip
        add(commands)
    _records(commands, acts, kinds)
    return whole


def _everywhere() -> argparse.ArgumentParser:
    """What may stand before the command or after it."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--book", type=Path, metavar="BOOK", help=f"the book’s folder or sign (or ${BOOK})")
    shared.add_argument("--passphrase-file", type=Path, metavar="FILE", help="read the passphrase from its first line")
    shared.add_argument("--json", action="store_true", help="one JSON object a line on standard output")
    shared.add_argument(
        "--today", type=_day, metavar="DATE", help="what day it is, where this laptop’s clock is in doubt"
    )
    return shared


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-03-02") from None


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no month such as 2026-02") from None


def _span(text: str) -> Any:
    from caregiver_desk.practice.spans import span

    try:
        return span(text)
    except ValueError as trouble:
        raise argparse.ArgumentTypeError(str(trouble)) from None


def _period(text: str) -> Any:
    from caregiver_desk.reports.neighbours.dhis2.periods import period

    try:
        return period(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no period such as 2026-02, 2026Q1 or 2026") from None


def _role(text: str) -> str:
    """A role as people write it: `protection` and `protection-lead` are the same one."""
    words = text.replace("-", " ").replace("_", " ").casefold()
    return "protection lead" if words == "protection" else words


def _week(text: str) -> int:
    if text not in {str(week) for week in range(1, 27)}:
        raise argparse.ArgumentTypeError(f"“{text}” is no week of the story: there are 26")
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no number; `open` says it, and so does `open --json`")
    return int(text)


def _size(text: str) -> int:
    if not (text.isdecimal() and int(text) >= LEAST_PART):
        raise argparse.ArgumentTypeError(f"“{text}” is no size: write how many KB, {LEAST_PART} or more")
    return int(text)


def _default(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


def _add(commands: Any, name: str, does: str, about: str, *, helps: bool = True) -> argparse.ArgumentParser:
    """A command; without `helps` it answers `--help` itself."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about, parents=[_everywhere()], add_help=helps
    )
    command.set_defaults(does=does)
    return command


def _windows(commands: Any) -> None:
    demo = _add(commands, "demo", "demo", "open the desk on a throw-away fictional programme")
    demo.add_argument("--tour", type=Path, metavar="FOLDER", help="no window: pictures of every page as PNG files")
    demo.add_argument("--as", dest="whose", default="north", choices=("north", "south", "coordinator"), help=BOOKS)
    demo.add_argument("--weeks", type=int, default=26, help="tell the visits and talks of the last so many weeks (26)")
    demo.add_argument(
        "--week", type=_week, default=26, metavar="N", help="which week of the story is this week, from 1 to 26 (26)"
    )
    demo.add_argument("--seed", type=int, default=7, help="one number, one programme (7)")
    demo.add_argument("--names", type=int, default=0, metavar="SET", help=OTHERWISE)
    demo.add_argument("--exercises", type=Path, metavar="FOLDER", help="exercises of your own, below ours: text files")
    papers = _add(commands, "handouts", "handouts", "papers for a rehearsal: a guide, sheets, the keys, certificates")
    papers.add_argument("--out", type=Path, metavar="FOLDER", required=True, help="write them there as PDF files")
    papers.add_argument("--names", type=int, default=0, metavar="SET", help=OTHERWISE)
    papers.add_argument("--certificates", nargs="+", default=[], metavar="NAME", help="also one for each who was there")
    papers.add_argument("--course", default="", help="what stands on a certificate")
    for command in (demo, papers):
        command.add_argument("--language", default="en", metavar="TAG", help="in which language the exercises are (en)")


def _books(commands: Any) -> None:
    new = _add(commands, "new", "books:new", "begin a book")
    new.add_argument("--name", required=True, help="your name")
    new.add_argument(
        "--role", type=_role, default="supervisor", choices=ROLES, metavar="ROLE", help=f"one of {', '.join(ROLES)}"
    )
    new.add_argument("--site", default="", help="the place of work")
    new.add_argument(
        "--organisation", default="", help="who answers for the records (a coordinator or a trainer names it)"
    )
    new.add_argument("--officer", default="", help="the information officer, whom people ask about their records")
    new.add_argument("--purposes", default="", help="what records are kept for; stands on every notice")
    new.add_argument("--team", default="", help="your team")
    new.add_argument("--sign", default="", metavar="WORD", help="a word to find the book by (default: a random one)")
    new.add_argument(
        "--sheet", type=Path, metavar="FILE", help="where to write the recovery sheet (print it, then delete it)"
    )
    _add(commands, "check", "books:check", "check the file, and that the rows are what the journal says")
    backup = _add(commands, "backup", "books:backup", "write a verified, encrypted backup now")
    backup.add_argument("--to", type=Path, metavar="DIR", help="put a copy there as well, such as on a stick")
    restore = _add(
        commands, "restore", "books:restore", "prove a backup and bring it back; what is replaced is kept aside"
    )
    restore.add_argument("backup", type=Path, nargs="?", help="the backup (default: the newest)")
    restore.add_argument("--sheet", type=Path, metavar="FILE", help="prove whose it is by the recovery sheet instead")
    recover = _add(commands, "recover", "books:recover", "set a new passphrase with the recovery sheet")
    recover.add_argument("sheet", type=Path, help="the sheet as a text file")
    another = _add(commands, "passphrase", "books:change_passphrase", "set another passphrase")
    another.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help="the new one is its first line")
    sheet = _add(commands, "sheet", "books:renew_sheet", "make a new recovery sheet; the old one stops working")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it")
    keys = _add(commands, "new-keys", "books:renew_keys", "after a theft: speak with new keys from now on")
    keys.add_argument("--sheet", type=Path, required=True, metavar="FILE", help="where to write the new recovery sheet")
    rekey = _add(commands, "rekey", "books:change_key", "another key for the records, a new passphrase and a new sheet")
    rekey.add_argument("--sheet", type=Path, required=True, metavar="FILE", help="where to write the new sheet")
    rekey.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help="the new one is its first line")


def _records(commands: Any, acts: Sequence[str] | None, kinds: Sequence[str] | None) -> None:
    do = _add(commands, "do", "records:do", "carry out an act, its arguments given as a JSON object", helps=False)
    do.add_argument("-h", "--help", action="store_true", help="this, or after the name of an act what it asks for")
    do.set_defaults(helps=do.format_help)
    do.add_argument("act", nargs="?", choices=acts, metavar="act", help="the act’s name")
    do.add_argument("arguments", nargs="?", default="{}", help="a JSON object, or - to read it from standard input")
    do.add_argument("--list", action="store_true", help="all acts with the JSON schema of their arguments")
    do.add_argument("--batch", type=Path, metavar="FILE", help='a file with one {"act": …, …} a line')
    show = _add(commands, "show", "records:show", "records of a kind, or one of them")
    show.add_argument("kind", choices=kinds, metavar="kind", help="which records, such as visit")
    show.add_argument("id", nargs="?", help="the id of one of them (default: all)")
    show.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE", help="only those that say this")
    find = _add(commands, "find", "records:find", "people, households and teams by name")
    find.add_argument("words", nargs="+", help="what names begin with")
    history = _add(commands, "history", "records:history", "who wrote what about a record, and when")
    history.add_argument("id", help="the id of the record")
    why = _add(commands, "why", "records:why", "why a field is asked, who may read it, and what its codes mean")
    why.add_argument("field", help="KIND.FIELD, KIND or FIELD")
    state = _add(
        commands, "state", "records:state", "what the book says, one record a line; books that agree print the same"
    )
    state.add_argument("--audience", default="", help="only these audiences, comma-separated: open,team,…")
    _brought(commands)


def _brought(commands: Any) -> None:
    """What other programs wrote, and what phones are given to write it with."""
    bring = _add(commands, "import", "imports:bring_in", "bring in what a spreadsheet, phone forms or a framework hold")
    held = ("people", "households", "members", "visits", "check-ins", "framework")
    bring.add_argument("kind", choices=held, help="what it holds")
    files = "CSV, Excel (.xlsx), a filled-in form (.xml), or a folder or zip of these; a framework is CSV or TOML"
    bring.add_argument("file", type=Path, help=files)
    bring.add_argument("--whom", choices=("caregiver", "supervisor"), default="caregiver", help="whose framework it is")
    bring.add_argument("--column", action="append", default=[], metavar="TITLE=FIELD", help="which column is which")
    bring.add_argument("--dates", default="", metavar="ORDER", help='"day first", "month first" or "year first"')
    bring.add_argument("--sheet", default="", metavar="NAME", help="which sheet of a workbook")
    bring.add_argument("--map", type=Path, metavar="FILE", help="the same three in a TOML file, and what codes mean")
    bring.add_argument("--dry-run", action="store_true", help="only say what would happen")
    bring.add_argument("--duplicates", type=Path, metavar="FILE", help="where to write who stands twice, as a table")
    bring.add_argument("--rest", type=Path, metavar="FILE", help="where to write the rows that need mending")
    form = _add(commands, "xlsform", "phones:write_form", "write a form for phones (XLSForm, for ODK or Kobo)")
    form.add_argument("form", choices=("visits", "check-ins"), help="what it asks for")
    form.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it (.xlsx)")
    form.add_argument("--homes", action="store_true", help="with the codes of homes, to choose from")
    form.add_argument("--names", action="store_true", help="with the names of caregivers, to choose from")


def _exchange(commands: Any) -> None:
    card = _add(commands, "card", "exchange:card", "write this laptop’s contact card, and say its eight words")
    card.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    card.add_argument("--picture", type=Path, metavar="FILE", help="a PNG picture of it, to be shown or printed")
    pair = _add(commands, "pair", "exchange:pair", "accept a partner’s contact card, or the list of your organisation")
    pair.add_argument("file", type=Path, help="the card, a picture of it (PNG or JPEG), or the list")
    pair.add_argument("--words", default="", help="the eight words as your partner read them aloud, or as printed")
    _organisation(commands)
    make = _add(commands, "bundle", "exchange:bundle", "make a sealed bundle of all a partner has not acknowledged")
    make.add_argument("--to", required=True, metavar="NAME", help="the partner, as she is called on her card")
    make.add_argument("--out", type=Path, metavar="FOLDER", help="the stick or folder to put it in")
    make.add_argument("--preview", action="store_true", help="only say what it would hold, and what of it stays here")
    make.add_argument(
        "--at-most",
        type=_size,
        default=48 * 1024,
        metavar="KB",
        help="in parts of at most so many KB, for small sticks",
    )
    make.add_argument("--receipt", action="store_true", help="only say what has arrived here, and carry nothing else")
    opened = _add(commands, "open", "exchange:open_bundles", "open bundles")
    opened.add_argument("files", type=Path, nargs="+", metavar="FILE", help="bundles in any order, or a folder of them")
    opened.add_argument("--preview", action="store_true", help="only say what would happen")
    room = _add(commands, "exchange", "room:exchange", "swap bundles with a partner in this room, by cable or Wi-Fi")
    room.add_argument(
        "--with", dest="partner", required=True, metavar="NAME", help="the partner, who starts it as well"
    )
    room.add_argument("--at", metavar="ADDRESS", help="go to the laptop that waits there (default: wait here)")
    room.add_argument("--number", default="", metavar="N", help="the number that the other laptop shows")
    room.add_argument("--on", action="append", metavar="ADDRESS", help="wait at this address only (default: all local)")
    room.add_argument("--apply", action="store_true", help="take in what comes without asking")
    aside = _add(commands, "aside", "exchange:aside", "set what came with a bundle aside, here only")
    aside.add_argument("arrival", type=_number, help="the number that `open` said")
    aside.add_argument("--back", action="store_true", help="bring it back")
    _add(commands, "conflicts", "exchange:conflicts", "fields with two current values")
    _add(
        commands,
        "to-place",
        "placing:to_place",
        "what was open when a caregiver went, and the act that goes on with it",
    )
    _add(commands, "twice", "twice:twice", "who may stand in the book twice, and why; `do same` joins them")
    _add(commands, "missing", "exchange:missing", "lines that have not arrived although later ones have")
    settle = _add(commands, "settle", "exchange:settle", "give a field in conflict one value")
    settle.add_argument("id", help="the id of the record")
    settle.add_argument("field", help="the field in conflict")
    settle.add_argument("value", help="as JSON, or plain words")
    lock = _add(commands, "lock-out", "exchange:lock_out", "stop listening to a laptop, and to all that has its key")
    lock.add_argument("laptop", help="its id, or the name of the partner whose it is")


def _organisation(commands: Any) -> None:
    about = "who coordinates in your organisation; who holds its root changes that"
    whole = _add(commands, "organisation", "organisation:organisation", about)
    whole.add_argument("--begin", default="", metavar="NAME", help="make the root of an organisation of this name")
    whole.add_argument("--anew", action="store_true", help="with --begin, where the root of the present list is lost")
    whole.add_argument("--add", type=Path, metavar="CARD", help="name one coordinator more, by her card")
    whole.add_argument("--words", default="", help="the eight words of that card, as they were read aloud")
    whole.add_argument("--end", default="", metavar="NAME", help="this coordinator is none from now on")
    whole.add_argument("--root", type=Path, metavar="FILE", help="the root, which signs: keep it on a stick in a safe")
    whole.add_argument(
        "--root-passphrase-file", type=Path, metavar="FILE", help="its own passphrase, in the first line"
    )
    whole.add_argument("--out", type=Path, metavar="FILE", help="write the list there, to hand on with its words")


def _returns(commands: Any) -> None:
    make = _add(commands, "return", "returns:make", "make a month’s return: counts of what weighs, without names")
    make.add_argument("--month", type=_month, required=True, metavar="MONTH", help="a month that is over: 2026-02")
    make.add_argument("--team", default="", metavar="NAME", help="which team (default: yours)")
    make.add_argument("--preview", action="store_true", help="only say what it would hold")
    _add(commands, "returns", "returns:returns", "the monthly returns that are here, team by team")


def _insight(commands: Any) -> None:
    seen = _add(commands, "figures", "insight:figures", "figures of some days, on the screen")
    seen.add_argument("--told", action="store_true", help="as they may be told to others")
    seen.add_argument("--sets", action="store_true", help="which sets of figures there are")
    for side in ("before", "after"):
        seen.add_argument(f"--{side}", metavar="DAYS", default="", help=f"each figure twice: {side}, such as 2026-Q1")
    made = _add(commands, "report", "papers:report", "any paper by its name; without one the report of figures")
    made.add_argument("paper", nargs="?", default="figures", metavar="NAME", help="week, households, pack and so on")
    made.add_argument("about", nargs="?", default="", metavar="WHOM", help="whose: a name, a number or an id")
    made.add_argument("--out", type=Path, metavar="FOLDER", help="write it there; without it, it is shown")
    made.add_argument("--week", type=_day, metavar="DATE", help="of a week sheet: a day in it (today)")
    made.add_argument("--language", default="", metavar="LANGUAGE", help="of a notice or a consent: isiZulu, ve")
    made.add_argument("--without-reporter", action="store_true", help="of a concern: without who noticed it")
    made.add_argument("--format", choices=("pdf", "csv", "txt"), default="pdf", help="what is written (pdf)")
    for command in (seen, made):
        command.add_argument("--period", default="", metavar="DAYS", help="2026-02, 2026-Q1 or 2026 (the last month)")
        command.add_argument("--figures", default="usual", metavar="SET", help="a set, or codes: I01,I05 (usual)")
        command.add_argument("--team", default="", metavar="NAME", help="of one team (all of them)")
    told = _add(commands, "indicator", "insight:indicator", "what a figure counts, and what it cannot tell")
    told.add_argument("code", metavar="CODE", help="I05, several codes, or a set")


def _rights(commands: Any) -> None:
    log = _add(commands, "access", "rights:access_log", "when the book was opened, whose record was read, what left it")
    log.add_argument("--about", default="", metavar="ID", help="only what it says of one person or record")

    pack = _add(commands, "pack", "rights:pack", "all about one person, for herself: a paper and a file for programs")
    pack.add_argument("person", help="her id, or her name")
    pack.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to put the two files")

    meeting = _add(commands, "oversight", "growth:meeting", "the pack for a meeting on oversight")
    meeting.add_argument("--first", type=_day, metavar="DATE", help="its first day (default: a year before the last)")
    meeting.add_argument("--last", type=_day, metavar="DATE", help="its last day (default: today)")
    meeting.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")
    year = _add(commands, "year", "rights:year", "the record of somebody’s own year, on one page")
    year.add_argument("person", help="her id, or her name")
    year.add_argument("--first", type=_day, metavar="DATE", help="its first day (default: a year before the last)")
    year.add_argument("--last", type=_day, metavar="DATE", help="its last day (default: today)")
    year.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")

    _add(
        commands,
        "numbers",
        "numbers:numbers",
        "whom to ring when somebody may be in danger, and the five facts to note",
    )

    lost = _add(commands, "lost", "rights:lost_laptop", "a lost laptop: what was on it, about whom, and whom to tell")
    lost.add_argument("laptop", help="its id, the name of the partner whose it is, or me")
    lost.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")

    due = _add(
        commands, "retention", "rights:retention", "what was kept as long as it should be; removed only by an act"
    )
    which = due.add_mutually_exclusive_group()
    which.add_argument("--times", action="store_true", help="how long each kind is kept, and who confirmed it")
    which.add_argument("--counts", action="store_true", help="how many there were by month, with what was removed")

    about = "what this site says for itself: numbers with their sources, closures, policy, words"
    ours = _add(commands, "customs", "customs:customs", about)
    ours.add_argument("--ours", action="store_true", help="only what is said otherwise than shipped")

    grows = _add(commands, "growth", "growth:growth", "how somebody grows; without a name, what was provided to all")
    grows.add_argument("person", nargs="?", default="", help="their id, or their name")

    what = _add(commands, "decisions", "rights:decisions", "what was decided, by whom and when, and whether it holds")
    what.add_argument("--about", default="", metavar="ID", help="only about this record, or this person by her name")
    what.add_argument("--by", default="", metavar="NAME", help="only by who is called so")


def _questionnaires(commands: Any) -> None:
    about = "your organisation’s own questionnaires, from XLSForm workbooks; none is shipped"
    own = _add(commands, "questionnaire", "questionnaires:questionnaire", about)
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


def _leaving(commands: Any) -> None:
    about = "take records out as a spreadsheet: .xlsx, .csv, a .zip of CSV files, or a folder of them"
    out = _add(commands, "spreadsheet", "spreadsheet:spreadsheet", about)
    out.add_argument("kinds", nargs="+", metavar="KIND", help="which records, such as visit or household")
    out.add_argument("--out", type=Path, metavar="FILE", help="what to write; without it, only what would go is said")
    out.add_argument("--period", type=_span, metavar="DAYS", help="2026-02, 2026-Q1, 2026, or 2026-02-01..2026-03-15")
    out.add_argument(
        "--with",
        dest="wanted",
        action="append",
        default=[],
        choices=("team", "contact", "words"),
        help="what does not go unasked: names of workers (team), names, phones and places (contact), notes (words)",
    )
    told = out.add_mutually_exclusive_group()
    for words, meaning in (("codes", "codes (default)"), ("labels", "words"), ("both", "codes and words")):
        told.add_argument(f"--{words}", dest="words", action="store_const", const=words, help=f"answers as {meaning}")
    out.set_defaults(words="codes")
    out.add_argument("--hxl", action="store_true", help="a row of HXL tags below the titles")
    out.add_argument("--extract", action="store_true", help="for a project: no names, no notes, no days, keys for ids")
    out.add_argument("--purpose", default="", metavar="WORDS", help="what an extract is for; it is kept in the book")
    out.add_argument(
        "--days", choices=("months", "weeks"), default="months", help="what an extract tells of a day (months)"
    )
    signs = (",", ";", "tab")
    out.add_argument("--delimiter", default=",", choices=signs, metavar="SIGN", help="of a CSV file: , or ; or tab")
    out.add_argument("--bom", action="store_true", help="mark a CSV file as UTF-8, for Excel")


def _neighbours(commands: Any) -> None:
    ics = _add(
        commands, "calendar", "neighbours:calendar", "check-ins and promises for the calendar program that you use"
    )
    ics.add_argument("--out", type=Path, metavar="FILE", help="the .ics file; without it, only what would go is said")
    ics.add_argument("--names", action="store_true", help="whole names instead of initials")
    ics.add_argument("--from", dest="first", type=_day, metavar="DAY", help="its first day (default: a month ago)")
    ics.add_argument("--to", dest="last", type=_day, metavar="DAY", help="its last day (default: in a year)")

    fhir = _add(commands, "fhir", "neighbours:fhir", "what happened in some days as FHIR R4, for health records")
    fhir.add_argument("--out", type=Path, metavar="FILE", help="the .json file; without it, only what would go is said")
    fhir.add_argument("--period", type=_span, required=True, metavar="DAYS", help="such as 2026-02 or 2026-Q1")
    fhir.add_argument("--names", action="store_true", help="name workers; homes stay codes")

    dhis2 = _add(commands, "dhis2", "neighbours:dhis2", "figures, or homes and visits, for DHIS2")
    dhis2.add_argument("--new-map", type=Path, metavar="FILE", help="write a mapping (.toml) to fill in, and no more")
    dhis2.add_argument("--map", type=Path, metavar="FILE", help="the mapping that was filled in")
    dhis2.add_argument("--period", type=_period, metavar="PERIOD", help="2026-02, 2026Q1, 2026W7, 2026AprilS1, 2026 …")
    dhis2.add_argument("--out", type=Path, metavar="FILE", help="a .json or .csv file; without it, it is only said")
    dhis2.add_argument("--tracker", action="store_true", help="homes and their visits instead of figures")


def _training(commands: Any) -> None:
    courses = _add(commands, "courses", "training:courses", "the courses of this site, and who has not completed one")
    courses.add_argument("--missing", default="", metavar="COURSE", help="who has not completed it, by its short name")
    courses.add_argument("--team", default="", metavar="NAME", help="only in this team")
    learning = _add(commands, "learning", "training:learning", "what somebody has learned, for another employer")
    learning.add_argument("person", help="their id, or their name")
    learning.add_argument("--out", type=Path, metavar="FOLDER", help="write it there as a paper and as text")


def _shells(commands: Any) -> None:
    completion = _add(commands, "completion", "completion:script", "print what makes a shell complete this program")
    completion.add_argument(
        "shell", choices=("bash", "zsh", "fish"), help='in bash: eval "$(caregiver-desk completion bash)"'
    )
    aid = _add(commands, "aid", "aids:aid", "read a page on listening, grief, boundaries, noticing harm, self-care")
    aid.add_argument("page", nargs="?", default="", metavar="PAGE", help="its name; without one, all of them are named")
    aid.add_argument("--on", type=_day, metavar="DATE", help="as the site of your book said it on that day")
