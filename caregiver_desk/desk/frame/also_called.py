"""Words that people type where the desk has another: by them it is found as well, after what is called so itself."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_desk.wording import later, say

_IN = later("import excel csv table")

ALSO: Mapping[str, str] = {  # by the name of an act or of a page
    # pages
    "people": later("people workers staff names"),
    "week": later("print paper visits days"),
    "households": later("homes families clients"),
    "supervision": later("talk supervision one-to-one"),
    "team": later("meeting group"),
    "wellbeing": later("care stress follow-up"),
    "concerns": later("danger abuse child police numbers"),
    "growth": later("training courses learning"),
    "insight": later("report figures statistics month"),
    "sharing": later("send receive bundle USB stick coordinator partner conflict"),
    "settings": later("language isiZulu colours dark light letters size big font screen rules holidays"),
    "rehearsal": later("practise practice exercise train learn story"),
    # the book and the laptop
    "lock": later("log out sign off leave close"),
    "change_passphrase": later("password PIN code login"),
    "renew_sheet": later("password forgotten"),
    "renew_keys": later("stolen lost laptop"),
    "back_up": later("backup copy"),
    "back_up_to": later("backup copy USB drive"),
    "try_backup": later("restore check copy"),
    "bring_back": later("restore copy"),
    "lock_after": later("minutes idle"),
    "open_stick": later("USB receive bundle import"),
    "look_round": later("rehearsal practise practice exercise tour train learn"),
    "help": later("how what question keys words"),
    "problem": later("error bug broken fault crash"),
    "new_version": later("update upgrade install"),
    "made_of": later("licences about"),
    "mailbox": later("internet mail network send fetch"),
    "neighbours": later("calendar DHIS2 FHIR export"),
    "spreadsheet": later("export excel csv table"),
    "phone_form": later("mobile KoboToolbox ODK survey"),
    "placing": later("waiting homes nobody"),
    # acts
    "undo": later("take back mistake wrong"),
    "note_concern": later("danger abuse child police ring"),
    "hard_event": later("death died grief violence accident"),
    "record_burden": later("stress tired grief worry"),
    "offer_support": later("help follow-up"),
    "hold_check_in": later("talk supervision one-to-one"),
    "add_caregiver": later("new person worker"),
    "record_household": later("new home family"),
    "record_round": later("print paper sheet"),
    "bring_in_households": _IN,
    "bring_in_people": _IN,
    "bring_in_members": _IN,
    "bring_in_visits": _IN,
    "bring_in_check_ins": _IN,
}


def others(name: str) -> str:
    """What others call it, in her language and in English: of a computer many speak in both."""
    told = ALSO.get(name, "")
    return " ".join(dict.fromkeys((told, say(told)))) if told else ""
