"""People who know each other: partners whose words were read aloud, caregivers who were asked about."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import trust


def introduce(one: Book, other: Book, name: str) -> Partner:
    """`one` accepts the card of the other, its words read aloud."""
    card = trust.my_card(other, name)
    return trust.pair(one, card, heard=" ".join(trust.read_card(card)[1]))


def clear(book: Book, caregiver: str) -> None:
    """The register was asked about her, and nothing stands there."""
    register = "child protection register, asked by us"
    ACTS["record_vetting"](book, person=caregiver, sort=register, submitted=clock.today(), result="cleared")
