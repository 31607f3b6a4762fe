"""Who reads a field, as it is said to people: beside a form, and in the pack that somebody gets of her own record.

It is said of a field's audience; which audiences travel to whom is said by the profiles and shown before a bundle is
made.
"""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Field
from caregiver_desk.wording import later, say

READ_BY: Mapping[Audience, str] = {
    Audience.OPEN: later("You, and whoever you share bundles with: it names nobody."),
    Audience.TEAM: later("You, your coordinator, and whoever takes over the team."),
    Audience.CONTACT: later("You, and whoever you share names and places with."),
    Audience.WORDS: later("You, and whoever you choose to share ordinary notes with."),
    Audience.PROTECTION: later("You, and the protection lead you seal the concern to."),
    Audience.PAIR: later("The two of you only. It never goes into a bundle for anybody else."),
    Audience.SELF: later("Only you. It goes into no bundle but one for your own other laptop."),
    Audience.PROCESS: later("Those who take part in this process."),
    Audience.CONTROL: later("Every laptop in the programme: it holds codes and no words."),
}
A_NUMBER = later("You. Whoever you share bundles with sees a number, and the name only if you share names.")

PARTS: Mapping[Audience, str] = {  # what is read by them
    Audience.OPEN: later("codes, dates and counts"),
    Audience.TEAM: later("facts of the team and names of its workers"),
    Audience.CONTACT: later("names, phones and places"),
    Audience.WORDS: later("ordinary notes"),
    Audience.PROTECTION: later("concerns"),
    Audience.PAIR: later("what two people said to each other"),
    Audience.SELF: later("notes for oneself"),
    Audience.PROCESS: later("formal process"),
    Audience.CONTROL: later("statements about laptops"),
}

READ_ABOUT_HER: Mapping[Audience, str] = {  # the same, as it is said to the person whom it is about
    Audience.OPEN: later("your supervisor, and the laptops of the programme: codes and dates, no names"),
    Audience.TEAM: later("your supervisor, the coordinator, and who takes over the team"),
    Audience.CONTACT: later("your supervisor, and laptops with which names and places are shared"),
    Audience.WORDS: later("your supervisor, and laptops with which ordinary notes are shared"),
    Audience.PAIR: later("only the two of you"),
    Audience.PROCESS: later("those who take part in this process, you among them"),
    Audience.PROTECTION: later("the protection lead"),
    Audience.SELF: later("its author alone"),
    Audience.CONTROL: later("every laptop of the programme: codes and no words"),
}


def read_by(field: Field) -> str:
    """Of its audience; what refers to somebody travels as a number. A field may say it in words of its own."""
    if field.shown.readers:
        return say(field.shown.readers)
    names = field.audience is Audience.OPEN and field.shown.refers == "person"
    return say(A_NUMBER if names else READ_BY[field.audience])
