"""How books meet: bundles, partners, the organisation, monthly returns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import above_none, add, month, number, size


def exchange(commands: Any) -> None:
    card = add(commands, "card", "exchange:card", "write this laptop’s contact card, and say its eight words")
    card.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    card.add_argument("--picture", type=Path, metavar="FILE", help="a PNG picture of it, to be shown or printed")
    pair = add(commands, "pair", "exchange:pair", "accept a partner’s contact card, or the list of your organisation")
    pair.add_argument("file", type=Path, help="the card, a picture of it (PNG or JPEG), or the list")
    pair.add_argument("--words", default="", help="the eight words as your partner read them aloud, or as printed")
    organisation(commands)
    make = add(commands, "bundle", "exchange:bundle", "make a sealed bundle of all a partner has not acknowledged")
    make.add_argument("--to", required=True, metavar="NAME", help="the partner, as she is called on her card")
    make.add_argument("--out", type=Path, metavar="FOLDER", help="the stick or folder to put it in")
    make.add_argument("--preview", action="store_true", help="only say what it would hold, and what of it stays here")
    make.add_argument(
        "--at-most",
        type=size,
        default=48 * 1024,
        metavar="KB",
        help="in parts of at most so many KB, for small sticks",
    )
    make.add_argument("--receipt", action="store_true", help="only say what has arrived here, and carry nothing else")
    opened = add(commands, "open", "exchange:open_bundles", "open bundles")
    opened.add_argument("files", type=Path, nargs="+", metavar="FILE", help="bundles in any order, or a folder of them")
    opened.add_argument("--preview", action="store_true", help="only say what would happen")
    room = add(commands, "exchange", "room:exchange", "swap bundles with a partner in this room, by cable or Wi-Fi")
    room.add_argument(
        "--with", dest="partner", required=True, metavar="NAME", help="the partner, who starts it as well"
    )
    room.add_argument("--at", metavar="ADDRESS", help="go to the laptop that waits there (default: wait here)")
    room.add_argument("--number", default="", metavar="N", help="the number that the other laptop shows")
    room.add_argument("--on", action="append", metavar="ADDRESS", help="wait at this address only (default: all local)")
    room.add_argument("--apply", action="store_true", help="take in what comes without asking")
    aside = add(commands, "aside", "exchange:aside", "set what came with a bundle aside, here only")
    aside.add_argument("arrival", type=number, help="the number that `open` said")
    aside.add_argument("--back", action="store_true", help="bring it back")
    add(commands, "conflicts", "exchange:conflicts", "fields with two current values")
    add(
        commands,
        "to-place",
        "placing:to_place",
        "what was open when a caregiver went, and the act that goes on with it",
    )
    add(commands, "twice", "twice:twice", "who may stand in the book twice, and why; `do same` joins them")
    add(commands, "missing", "exchange:missing", "lines that have not arrived although later ones have")
    settle = add(commands, "settle", "exchange:settle", "give a field in conflict one value")
    settle.add_argument("id", help="the id of the record")
    settle.add_argument("field", help="the field in conflict")
    settle.add_argument("value", help="as JSON, or plain words")
    lock = add(commands, "lock-out", "exchange:lock_out", "stop listening to a laptop, and to all that has its key")
    lock.add_argument("laptop", help="its id, or the name of the partner whose it is")


def organisation(commands: Any) -> None:
    about = "who coordinates in your organisation; who holds its root changes that"
    whole = add(commands, "organisation", "organisation:organisation", about)
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


def mailboxes(commands: Any) -> None:
    about = "the mailbox of this book: a shared folder, a web drive (WebDAV), a server for files (SFTP), a bucket (S3)"
    box = add(commands, "mailbox", "mailboxes:mailbox", about)
    where = "a folder, https://HOST/FOLDER (WebDAV), sftp://HOST/FOLDER, or s3+https://ENDPOINT/BUCKET/PREFIX"
    box.add_argument("--at", default="", metavar="ADDRESS", help=where)
    box.add_argument("--user", default="", metavar="NAME", help="who comes there; for S3, the id of the access key")
    word = "the password, of the key if there is one (S3: the secret): the first line of this file"
    box.add_argument("--password-file", type=Path, metavar="FILE", help=word)
    box.add_argument("--key-file", type=Path, metavar="FILE", help="SFTP: a private key that ssh-keygen wrote")
    box.add_argument("--host-key", default="", metavar="SHA256:…", help="SFTP: the server’s key, as ssh-keygen -l says")
    box.add_argument("--region", default="", metavar="NAME", help="S3: where the bucket is (us-east-1)")
    box.add_argument("--most", type=above_none, metavar="MB", help="how much may pass in one round (50)")
    box.add_argument("--forget", action="store_true", help="this book has a mailbox no longer")
    about = "one round: take and open what waits in the mailbox, then put there what partners lack"
    post = add(commands, "post", "post:post", about)
    post.epilog = (
        "Exit status: that of a letter which came in this round and was refused, else 0. What waits for you is named "
        "in every round. A mailbox that does not answer is a trouble as well."
    )
    post.add_argument("--open-all", action="store_true", help="open also what leaves something to a person")
    post.add_argument("--now", action="store_true", help="also where it did not answer a while ago")
    wait = "where it does not answer, try again after 1, 2, 4 … minutes, for so long; for when a link may come"
    post.add_argument("--wait", type=above_none, default=0, metavar="MINUTES", help=wait)
    about = "write what was done, what waits and why there, in the place of the last one; it names partners"
    post.add_argument("--report", type=Path, metavar="FILE", help=about)


def returns(commands: Any) -> None:
    make = add(commands, "return", "returns:make", "make a month’s return: counts of what weighs, without names")
    make.add_argument("--month", type=month, required=True, metavar="MONTH", help="a month that is over: 2026-02")
    make.add_argument("--team", default="", metavar="NAME", help="which team (default: yours)")
    make.add_argument("--preview", action="store_true", help="only say what it would hold")
    add(commands, "returns", "returns:returns", "the monthly returns that are here, team by team")
