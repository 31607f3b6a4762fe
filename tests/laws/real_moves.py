"""What people do in real books when they move, are entered twice, or go on after a theft (see player).

A record moves as the program's own act moves it. A laptop is replaced as `renew_keys` and `replace_laptop` do it, place
by place in the order of the labels, so that a lost line is the same line in the model.
"""

from __future__ import annotations

import shutil
from dataclasses import replace as with_other
from pathlib import Path
from typing import TYPE_CHECKING

import real_copies
from oracle_player import picked

from caregiver_desk import clock
from caregiver_desk.acts.people import handing_over
from caregiver_desk.acts.sharing import replacing
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.sharing import sameness
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.store import book as books
from caregiver_desk.store import partners, questions, signing, slots

if TYPE_CHECKING:
    from real_player import RealPlayer


def hand_over(player: RealPlayer, laptop: str, pick: int, to: str) -> None:
    with player.program(laptop):
        for record in picked(player.visible(laptop), pick):
            may = laptop in player.leaders_by_key() and player.may_write(laptop, to)
            if not may or player.home(laptop, record) == to:
                return
            leaf = questions.get(player.books[laptop], "pebble", record)
            lives = list(handing_over._lives(player.books[laptop], leaf, to))
            restated = handing_over._restated(player.books[laptop], leaf, to)
            player.append(laptop, *lives, *(each for each in restated if WITHDRAWN not in each.fields))


def hand_over_team(player: RealPlayer, laptop: str, whom: str, scope: str) -> None:
    if laptop in player.leaders_by_key() and player.may_offer(laptop, player.ids[scope]):
        player.enrol(laptop=laptop, whom=whom, scope=scope)
        done = {player.books[whom].key, *(player.books[label].key for label in player.leaders_by_key())}
        for label, book in list(player.books.items()):
            if book.key not in done:
                player.dismiss(laptop=laptop, whom=label, scope=scope)
                done.add(book.key)


# --- who is of one


def compare(player: RealPlayer, laptop: str, pick: int, other: int, *, said: bool) -> None:
    with player.program(laptop):
        seen = player.visible(laptop)
        for one, two in zip(picked(seen, pick), picked(seen, other), strict=True):
            if one != two and may_speak(player, laptop, one, two):
                say_of_two(player, laptop, one, two, said)


def part(player: RealPlayer, laptop: str, pick: int) -> None:
    with player.program(laptop):
        said = player.joined(laptop).verdicts
        for two in picked(sorted(said, key=player.in_order), pick):
            if may_speak(player, laptop, *two):
                say_of_two(player, laptop, *two, None)


def may_speak(player: RealPlayer, label: str, *records: str) -> bool:
    leads = label in player.leaders_by_key() and player.heeded(label)
    return leads or all(player.may_write(label, player.home(label, record)) for record in records)


def say_of_two(player: RealPlayer, label: str, one: str, other: str, said: Scalar) -> None:
    first, second = sameness.pair(one, other)
    player.say(label, Statement.SAMENESS, first, {sameness.SAME + second: said})


# --- who goes on after a theft


def replace(player: RealPlayer, laptop: str, whom: str, pick: int, label: str) -> None:
    if whom in player.leaders_by_key():
        player.clone(laptop=whom, label=label)
        return
    before = picked(player.backups[whom], pick)
    go_on(player, whom, label, before[0][0] if before else real_copies.files_of(player, whom))
    if laptop not in player.leaders_by_key():
        return
    with player.program(laptop):
        standing, key = player.standing(laptop), player.books[whom].key
        might = [name for name in scopes(player) if standing.may_be_written_by(key, player.ids[name])]
    player.revoke(laptop=laptop, whom=whom, back=0)
    for scope in might:
        player.enrol(laptop=laptop, whom=label, scope=scope)
    player.heedless.add(whom)


def scopes(player: RealPlayer) -> list[str]:
    return sorted(label for label in player.ids if label.startswith("S"))


def go_on(player: RealPlayer, whom: str, label: str, place: Path) -> None:
    """From an older book of hers: the old key says where the new one may write, then the new one speaks."""
    real_copies.set_up(player, whom, label)
    again = player.folder / f"{label}-{next(player.files)}"
    shutil.copytree(place, again)
    player.books[label] = player.books[whom]
    real_copies.reopen(player, label, again, renew=True)
    player.label(f"{label}.0", player.books[label].laptop)
    with player.program(label):
        speak_with_another_key(player, label)
    player.generations[label] = 0
    player.name_anew(label)
    for book in (book for other, book in player.books.items() if other != label):
        partners.keep(book, player.partner(label))


def speak_with_another_key(player: RealPlayer, label: str) -> None:
    book = player.books[label]
    keys = with_other(slots.fresh_keys(), store=book.vault.keys.store)
    key, hers = signing.public_key(keys.signing), replacing._hers(book, book.key)
    for scope in (name for name in scopes(player) if player.ids[name] in hers):
        player.say(label, Statement.ENROLMENT, clock.mark(key, player.ids[scope]), {"may": True})
    book.vault = with_other(book.vault, keys=keys)
    books.speak_with(book, key)
