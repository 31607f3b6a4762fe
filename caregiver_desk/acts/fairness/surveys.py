"""Asking a group without asking anybody's name: a box is set up, sheets are put in, and it is opened before all.

Decision. Somebody of the group, not the owner of the laptop, thinks of a word when the box is set up, and says it again
when it is opened: until then nobody reads a sheet, and who owns the laptop never does alone. With fewer than five it is
not opened at all. Opened, it is counted in memory, what may be told becomes one record, and the sheets are
burned with their key. There is no act that shows a sheet, takes one back or tells how it stands.

Consequence. A group that does not trust the laptop can choose a keeper it trusts. One who owns it and makes up the word
alone could open the box alone; no program can see who typed.
"""

from __future__ import annotations

import base64
import secrets

import msgspec

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import new, scope_to_write, tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import (
    BoxIsFull,
    BoxNotHere,
    BoxStaysShut,
    NotFilledIn,
    NotThisSurvey,
    NotUnderstood,
    TooFewSheets,
    WrongWords,
)
from caregiver_desk.practice.fairness.surveys import Asked, Sheet, as_text, figures, is_sound, survey
from caregiver_desk.records.fairness.surveys import FELT_SUPPORT, SURVEY, SurveySort
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.returns import LEAST
from caregiver_desk.store import boxes, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.boxes import Box
from caregiver_desk.sync import seal
from caregiver_desk.wording import fold, say

ROOM = 2048  # bytes of a sheet before it is sealed, so that all look alike
MOST = 200  # sheets; no more people sit together, and a box is written whole each time
SHORTEST = 8  # letters of a word that nobody guesses while they wait


@act("Set up a box for answers", subject="fairness")
def set_up_box(book: Book, *, sort: SurveySort, word: str, team: str = "") -> Outcome:
    """A survey begins. The word is thought of by somebody of the group, who says it again when the box is opened.

    Raises NoWritePath for a team that is not yours, and NotUnderstood for a word that is soon guessed.
    """
    if len(word.strip()) < SHORTEST:
        raise NotUnderstood(field="word", reason=say("eight letters or more, please"))
    hers = questions.get(book, "team", team or own_team(book))
    scope_to_write(book, hers)
    identity = seal.new_reading_identity()
    box = Box(
        id=secrets.token_hex(8),
        sort=sort,
        version=survey(sort).version,
        team=hers.id,
        begun=clock.today().isoformat(),
        recipient=seal.reading_recipient(identity),
        secret=_text(seal.encrypt_with_passphrase(identity.encode(), passphrase=word)),
    )
    boxes.set_up(book, box)
    return Outcome(say("The box stands. Hand the laptop round."), record=box.id)


@act("Put a sheet into the box", subject="fairness")
def put_in_box(book: Book, *, box: str, answers: dict[str, str]) -> Outcome:
    """What one person answers, by question; what is left out is not said. It is not undone, and nobody can look it up.

    The box is named by its sign, or by its team. Raises BoxNotHere, BoxIsFull, NotThisSurvey, or NotFilledIn for an
    empty sheet.
    """
    held = _box(book, box)
    if len(held.sheets) >= MOST:
        raise BoxIsFull(most=MOST)
    if not is_sound(asked(held), answers):
        raise NotThisSurvey
    if not any(answers.values()):
        raise NotFilledIn(fields=say("an answer"))
    plain = msgspec.json.encode(answers).ljust(ROOM)
    boxes.put_in(book, held.id, _text(seal.encrypt(plain, recipients=[held.recipient])))
    return Outcome(say("It is in the box. Thank you."))


@act("Open the box", subject="fairness")
def open_box(book: Book, *, box: str, word: str) -> Outcome:
    """Count what lies in it, keep what may be told, and burn the rest. It stands as it is: no undo brings a sheet back.

    Raises BoxNotHere, BoxStaysShut, or TooFewSheets with fewer than five; then it stays as it was.
    """
    held = _box(book, box)
    sheets = _read(held, word)
    if len(sheets) < LEAST:
        raise TooFewSheets
    outcome = keep_result(book, held.team, asked(held), sheets)
    boxes.burn(book, held.id)
    return outcome


def keep_result(book: Book, team: str, asked: Asked, sheets: list[Sheet]) -> Outcome:
    """Keep what may be told of these sheets, as one record."""
    kind, told = _result(team, asked, sheets)
    change = new(book, kind, understood(kind.draft, told))
    saved = ledger.append(book, "open_box", [change], undoable=False)
    return tell(saved, say("Opened and counted. The sheets are burned."), change.record)


@act("Burn the box", subject="fairness")
def burn_box(book: Book, *, box: str) -> Outcome:
    """Nobody reads what lies in it. Raises BoxNotHere."""
    boxes.burn(book, _box(book, box).id)
    return Outcome(say("Burned, and nobody has read it."))


def asked(box: Box) -> Asked:
    return survey(SurveySort(box.sort), box.version)


def _box(book: Book, box: str) -> Box:
    """By its sign, or the only one of the team of this name. Raises BoxNotHere, or NotUnderstood for several."""
    standing = boxes.every(book)
    teams = questions.names_of(book, [each.team for each in standing])
    found = [each for each in standing if box == each.id or fold(box) in {each.team, fold(teams.get(each.team, ""))}]
    if not found:
        raise BoxNotHere
    if len(found) > 1:
        told = "; ".join(say("{box} ({sort})", box=each.id, sort=say(each.sort)) for each in found)
        raise NotUnderstood(field="box", reason=say("more than one stands for this team: {boxes}", boxes=told))
    return found[0]


def _read(box: Box, word: str) -> list[Sheet]:
    try:
        identity = seal.decrypt_with_passphrase(_bytes(box.secret), passphrase=word).decode()
    except WrongWords:
        raise BoxStaysShut from None
    opened = (seal.decrypt(_bytes(each), identity=identity) for each in box.sheets)
    return [msgspec.json.decode(each, type=dict[str, str]) for each in opened]


def _result(team: str, asked: Asked, sheets: list[Sheet]) -> tuple[Kind, dict[str, object]]:
    """The record of what may be told. How support feels is for its giver alone."""
    told = {
        "team": team,
        "day": clock.today(),
        "version": asked.version,
        "answered": len(sheets),
        "figures": as_text(figures(asked, sheets)),
    }
    if asked.sort == SurveySort.SUPPORT:
        return FELT_SUPPORT, told
    return SURVEY, told | {"sort": asked.sort}


def _text(sealed: bytes) -> str:
    return base64.b64encode(sealed).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
