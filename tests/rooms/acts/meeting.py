"""Two who accept each other's cards, as the tests of acts need them."""

from __future__ import annotations

from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust


def meet(one: Book, other: Book) -> None:
    for book, partner in ((one, other), (other, one)):
        name = questions.names_of(partner, [partner.person])[partner.person]
        card = trust.my_card(partner, name)
        accept_card(book, card, heard=" ".join(trust.read_card(card)[1]))
