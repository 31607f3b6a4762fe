"""Whom to ring, and what to note: the card of numbers, as text."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.session import open_book, tell
from caregiver_desk.reports.concerns.ringing import number_card
from caregiver_desk.wording import say


def numbers(arguments: argparse.Namespace) -> int:
    """Names offices, and nobody who is cared for."""
    with open_book(arguments) as book:
        card = number_card(book)
    for each in card.numbers:
        checked = say("{phone}  {name}", phone=each.phone, name=each.name)
        words = say("{told}  (check this number)", told=checked) if each.old else checked
        tell(arguments, {"name": each.name, "phone": each.phone, "check": each.old}, words)
    for place, fact in enumerate(card.facts, 1):
        tell(arguments, {"note": fact}, say("{number}  {fact}", number=place, fact=fact))
    return 0
