"""A laptop was lost or stolen: its key is heard no more, and its owner goes on with another.

Context. Whoever has the laptop may one day have its key. A lock-out names that key, and so its owner's restored backup
is out as well: she needs a key that the thief does not have, and the right to write where she wrote before.

Decision. She makes new keys for her book (`renew_keys`): those to speak and to read by, and that of the records, which
an old backup with an old sheet may have given away. She gives her new card to the coordinator. He compares the eight
words, and one act says the rest: the old key is locked out, and the new one is let in wherever the old one was. Who
only fears that somebody saw how her book opens changes the key of its records alone (`change_key`).

Consequences. What the lost laptop had delivered goes on counting, also what the coordinator never receives, as far as
she told him of it. What it had not delivered is in no backup and in nobody's book, and is lost with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from caregiver_desk import settings
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.sharing.sharing import enrolled, locked_out, standing_of, still_heard
from caregiver_desk.errors import KeyChangeCutOff, NotTheSamePerson, NotYourself, Problem, SamePassphrase
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access, ledger, partners, rekeying, signing, slots, undoing, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.rekeying import Told, nobody
from caregiver_desk.store.slots import Cost, Keys
from caregiver_desk.sync import making, trust
from caregiver_desk.wording import count, say


def renew_keys(book: Book, passphrase: str, identity: str, *, cost: Cost | None = None, told: Told = nobody) -> None:
    """New keys for a book whose old ones somebody else may have, and a new recovery sheet of this identity.

    Raises WrongPassphrase, NoRoomForCopy or KeyChangeCutOff. The same passphrase opens it, and the old sheet is void.
    To her partners she is a stranger until they accept her new card. Until her coordinator has said more, the old key
    lets the new one write where it might.
    """
    vault.prove(book.vault, passphrase)
    rekeying.need_room(book.vault)
    keys = book.vault.keys.renewed()
    key = signing.public_key(keys.signing)
    said = [enrolled(key, scope) for scope in _hers(book, book.key)]
    ledger.append(book, "renew_keys", said, undoable=False)
    making.sign_all(book)
    try:
        _change(book, keys, passphrase, identity, cost, told)
    except KeyChangeCutOff:  # the next opening finishes it
        raise
    except BaseException:
        with suppress(Problem):
            _take_back(book, keys, said)
        raise
    books.speak_with(book, key)
    book.seal()


def _take_back(book: Book, keys: Keys, said: Iterable[Change]) -> None:
    """Nobody holds keys that were never taken into use, so nobody may write with them."""
    if book.vault.keys != keys:
        taken_back = [replace(each, fields={WITHDRAWN: True}) for each in said]
        ledger.append(book, "renew_keys", taken_back, undoable=False)


def change_key(
    book: Book, present: str, passphrase: str, identity: str, *, cost: Cost | None = None, told: Told = nobody
) -> Outcome:
    """Another key for the records, a new passphrase, and a new recovery sheet of this identity; the voice stays.

    For who fears that somebody has seen what opens the book. Raises WrongPassphrase, WeakPassphrase, SamePassphrase,
    NoRoomForCopy, or KeyChangeCutOff, after which the book is closed.
    """
    vault.prove(book.vault, present)
    if passphrase == present:
        raise SamePassphrase
    _change(book, book.vault.keys.with_another_store_key(), passphrase, identity, cost, told)
    said = say("The book has another key. Only the new passphrase and the new sheet open it. Tear up the old sheet.")
    return Outcome(f"{said} {backups_said(book)}")


def backups_said(book: Book) -> str:
    """What became of the backups that the old key opens."""
    if rekeying.owed(book):
        return say("Backups under the old key are still beside it; they are replaced at the next opening.")
    return say("A new backup is beside it, and those of before are gone; copies elsewhere open as before.")


def _change(book: Book, keys: Keys, passphrase: str, identity: str, cost: Cost | None, told: Told) -> None:
    sign = settings.shelved(book.vault.folder).sign
    key_file, _ = slots.make(keys, passphrase, cost or slots.fitting_cost(), sign, identity)
    rekeying.change_key(book, keys, key_file, told)


def _hers(book: Book, key: str) -> list[str]:
    """The scopes known here in which this key may write."""
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
    return sorted(scope for scope in hearing.scopes() if scope and hearing.standing.may_be_written_by(key, scope))


@act("Replace a lost laptop", subject="sharing", role=Role.COORDINATOR)
def replace_laptop(book: Book, *, lost: str, by: str) -> Outcome:
    """Lock out the partner `lost`, and let the partner `by` write wherever she might; both by their laptops' ids.

    Raises NoSuchPartner, SeveralPartners, NotYourself, NotTheSamePerson, LockedOut or Parted.
    """
    old, new = trust.partner_named(book, lost), trust.partner_named(book, by)
    if old.key in {book.key, new.key}:
        raise NotYourself
    if (book.shown(old.person), old.role) != (book.shown(new.person), new.role):
        raise NotTheSamePerson
    still_heard(book, new)
    hers, said = _hers(book, old.key), standing_of(book)
    rights = [enrolled(new.key, each, said.until(old.key, each), sorted(said.lent_for(old.key, each))) for each in hers]
    out = [] if standing_of(book).is_out(old.key) else [locked_out(book, old.key)]
    saved = ledger.append(book, "replace_laptop", [*out, *rights], undoable=False)
    access.note(book, What.LOCKED_OUT, partner=old.key)
    access.note(book, What.ENROLLED, partner=new.key)
    partners.part_from(book, old)
    undoing.note(book, "replace_laptop")
    one = "{name} goes on with a new laptop, in {number} place. The lost one is locked out."
    many = "{name} goes on with a new laptop, in {number} places. The lost one is locked out."
    return Outcome(count(one, many, len(hers), name=new.name), saved.touched)
