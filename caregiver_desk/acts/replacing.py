"""A laptop was lost or stolen: its key is heard no more, and its owner goes on with another.

Context. Whoever has the laptop may one day have its key. A lock-out names that key, and so its owner's restored backup
is out as well: she needs a key that the thief does not have, and the right to write where she wrote before.

Decision. She makes new keys for her book (`renew_keys`) and gives her new card to the coordinator. He compares the
eight words, and one act says the rest: the old key is locked out, and the new one is let in wherever the old one was.

Consequences. What the lost laptop had delivered goes on counting, also what the coordinator never receives, as far as
she told him of it. What it had not delivered is in no backup and in nobody's book, and is lost with it.
"""

from __future__ import annotations

from dataclasses import replace

from caregiver_desk import settings
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.sharing import enrolled, locked_out, standing_of, still_heard
from caregiver_desk.errors import NotTheSamePerson, NotYourself
from caregiver_desk.records.people import Role
from caregiver_desk.store import access, ledger, partners, slots, undoing, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Cost
from caregiver_desk.sync import making, seal, trust
from caregiver_desk.wording import count


def renew_keys(book: Book, passphrase: str, identity: str, *, cost: Cost | None = None) -> None:
    """New keys for a book whose old ones somebody else may have, and a new recovery sheet of this identity.

    Raises WrongPassphrase. The same passphrase opens it, and the old sheet is void. To her partners she is a stranger
    until they accept her new card. Until her coordinator has said more, the old key lets the new one write where it
    might.
    """
    vault.prove(book.vault, passphrase)
    keys = replace(slots.fresh_keys(), store=book.vault.keys.store)
    key = seal.public_key(keys.signing)
    said = [enrolled(key, scope) for scope in _hers(book, book.key)]
    ledger.append(book, "renew_keys", said, undoable=False)
    making.sign_all(book)
    sign = settings.shelved(book.vault.folder).sign
    book.vault = vault.renew(book.vault, keys, passphrase, identity, sign=sign, cost=cost)
    books.speak_with(book, key)
    book.seal()


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
    hers = _hers(book, old.key)
    out = [] if standing_of(book).is_out(old.key) else [locked_out(book, old.key)]
    saved = ledger.append(book, "replace_laptop", [*out, *(enrolled(new.key, scope) for scope in hers)], undoable=False)
    access.note(book, What.LOCKED_OUT, partner=old.key)
    access.note(book, What.ENROLLED, partner=new.key)
    partners.part_from(book, old)
    undoing.note(book, "replace_laptop")
    one = "{name} goes on with a new laptop, in {number} place. The lost one is locked out."
    many = "{name} goes on with a new laptop, in {number} places. The lost one is locked out."
    return Outcome(count(one, many, len(hers), name=new.name), saved.touched)
