"""What a book says, what is written into it, and what other programs wrote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add


def records(commands: Any, acts: Sequence[str] | None, kinds: Sequence[str] | None) -> None:
    do = add(commands, "do", "records:do", "carry out an act, its arguments given as a JSON object", helps=False)
    do.add_argument("-h", "--help", action="store_true", help="this, or after the name of an act what it asks for")
    do.set_defaults(helps=do.format_help)
    do.add_argument("act", nargs="?", choices=acts, metavar="act", help="the act’s name")
    do.add_argument("arguments", nargs="?", default="{}", help="a JSON object, or - to read it from standard input")
    do.add_argument("--list", action="store_true", help="all acts with the JSON schema of their arguments")
    do.add_argument("--batch", type=Path, metavar="FILE", help='a file with one {"act": …, …} a line')
    show = add(commands, "show", "records:show", "records of a kind, or one of them")
    show.add_argument("kind", choices=kinds, metavar="kind", help="which records, such as visit")
    show.add_argument("id", nargs="?", help="the id of one of them (default: all)")
    show.add_argument("--where", action="append", default=[], metavar="FIELD=VALUE", help="only those that say this")
    find = add(commands, "find", "records:find", "people, households and teams by name")
    find.add_argument("words", nargs="+", help="what names begin with")
    history = add(commands, "history", "records:history", "who wrote what about a record, and when")
    history.add_argument("id", help="the id of the record")
    why = add(commands, "why", "records:why", "why a field is asked, who may read it, and what its codes mean")
    why.add_argument("field", help="KIND.FIELD, KIND or FIELD")
    state = add(
        commands, "state", "records:state", "what the book says, one record a line; books that agree print the same"
    )
    state.add_argument("--audience", default="", help="only these audiences, comma-separated: open,team,…")
    brought(commands)


def brought(commands: Any) -> None:
    """What other programs wrote, and what phones are given to write it with."""
    bring = add(commands, "import", "imports:bring_in", "bring in what a spreadsheet, phone forms or a framework hold")
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
    form = add(commands, "xlsform", "phones:write_form", "write a form for phones (XLSForm, for ODK or Kobo)")
    form.add_argument("form", choices=("visits", "check-ins"), help="what it asks for")
    form.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it (.xlsx)")
    form.add_argument("--homes", action="store_true", help="with the codes of homes, to choose from")
    form.add_argument("--names", action="store_true", help="with the names of caregivers, to choose from")
