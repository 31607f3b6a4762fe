"""Contact cards: as files, as pictures, and the words that are compared aloud."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class YourOwnCard(Refused):
    code = "your-own-card"
    sentence = later(
        "This is your own card. Nothing was changed. Give it to the other person, and open the card that you get."
    )


class WordsLacking(Refused):
    code = "words-lacking"
    sentence = later(
        "The eight words are still needed. Nothing was changed. Get them from {name} by another way, such as the "
        "phone (--words)."
    )


class WordsDiffer(Refused):
    code = "words-differ"
    sentence = later(
        "The eight words are not the same, so this was not accepted. Nothing was changed. Ask for the file again, and"
        " compare by voice."
    )


class CardTooLong(Refused):
    code = "card-too-long"
    sentence = later(
        "Your card holds too much for a picture. Nothing was written. Give it as a file, or say the purposes in fewer"
        " words."
    )


class CardNotBundle(Blocked):
    code = "card-not-bundle"
    sentence = later(
        "This is a contact card, not a bundle. Nothing was changed. Open it with “Open a card” or `pair`: it makes "
        "somebody a partner."
    )


class BundleNotCard(Blocked):
    code = "bundle-not-card"
    sentence = later(
        "This is a bundle, not a contact card. Nothing was changed. Open it with `open` on the command line, or on the "
        "sharing page."
    )


class NotACard(Blocked):
    code = "not-a-card"
    sentence = later("This file is not a contact card, or it was altered. Nothing was changed.")


class CardNewer(Blocked):
    code = "card-newer"
    sentence = later("This card was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class NotAPicture(Blocked):
    code = "not-a-picture"
    sentence = later(
        "This picture is damaged or was cut off, so it could not be read. Nothing was changed. Ask for it once more."
    )


class PictureTooLarge(Blocked):
    code = "picture-too-large"
    sentence = later(
        "This picture is too large to be looked at. Nothing was changed. Take it once more, of the square alone."
    )


class NoCardInPicture(Blocked):
    code = "no-card-in-picture"
    sentence = later(
        "No contact card was found in this picture. Nothing was changed. Take it once more: the whole square, straight "
        "on, in good light."
    )


class SeveralCards(Blocked):
    code = "several-cards"
    sentence = later(
        "There are several contact cards in this picture. Nothing was changed. Take a picture of one of them alone."
    )
