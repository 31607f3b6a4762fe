"""A book itself: begun, opened again, backed up, checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, role

ROLES = ("supervisor", "coordinator", "trainer", "protection lead")


def books(commands: Any) -> None:
    new = add(commands, "new", "books:new", "begin a book")
    new.add_argument("--name", required=True, help="your name")
    new.add_argument(
        "--role", type=role, default="supervisor", choices=ROLES, metavar="ROLE", help=f"one of {', '.join(ROLES)}"
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
    new.add_argument(
        "--password-file", type=Path, metavar="FILE", help="the password of your login at a hub, on its first line"
    )
    hub = add(commands, "hub", "hub:hub", "who runs the hub of this book, and which logins read there for a dashboard")
    hub.add_argument(
        "--let-read", default="", metavar="LOGIN", help="let a login see what may leave of --team or --all"
    )
    hub.add_argument("--team", default="", metavar="TEAM", help="one team of the hub")
    hub.add_argument("--all", action="store_true", help="every team of the hub")
    hub.add_argument("--let-out", default="", metavar="LOGIN", help="from now on it reads nothing")
    hub.add_argument("--door", action="store_true", help="who came in, and who was let in to read or out, and by whom")
    add(commands, "check", "books:check", "check the file, and that the rows are what the journal says")
    backup = add(commands, "backup", "books:backup", "write a verified, encrypted backup now")
    backup.add_argument("--to", type=Path, metavar="DIR", help="put a copy there as well, such as on a stick")
    restore = add(
        commands, "restore", "books:restore", "prove a backup and bring it back; what is replaced is kept aside"
    )
    restore.add_argument("backup", type=Path, nargs="?", help="the backup (default: the newest)")
    restore.add_argument("--sheet", type=Path, metavar="FILE", help="prove whose it is by the recovery sheet instead")
    restore.add_argument("--try", dest="trial", action="store_true", help="only try it: is it whole, what is newer?")
    recover = add(commands, "recover", "books:recover", "set a new passphrase with the recovery sheet")
    recover.add_argument("sheet", type=Path, help="the sheet as a text file")
    another = add(commands, "passphrase", "books:change_passphrase", "set another passphrase")
    another.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help="the new one is its first line")
    sheet = add(commands, "sheet", "books:renew_sheet", "make a new recovery sheet; the old one stops working")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it")
    keys = add(commands, "new-keys", "books:renew_keys", "after a theft: speak with new keys from now on")
    keys.add_argument("--sheet", type=Path, required=True, metavar="FILE", help="where to write the new recovery sheet")
    rekey = add(commands, "rekey", "books:change_key", "another key for the records, a new passphrase and a new sheet")
    rekey.add_argument("--sheet", type=Path, required=True, metavar="FILE", help="where to write the new sheet")
    rekey.add_argument("--new-passphrase-file", type=Path, metavar="FILE", help="the new one is its first line")
