"""The smallest worlds in which a meaning that looks good enough breaks a law: found by chance, then made short.

L1 coordinates, reads all, and unless a world says otherwise founded every scope; each other laptop writes where it
reads, and all have heard so, but a stranger writes there without the right. The first record is r1. Whatever a world
leaves open is said by the step: a `cut` that loses one line only is searched for.
"""

from __future__ import annotations

from itertools import count, permutations
from typing import Any

from worlds import AUDIENCES, DAY, FIRST_SECOND, HOUR, Laptop, Step, World, left_out

Told = tuple[str, dict[str, Any]]


def do(verb: str, laptop: str, **what: Any) -> Told:
    return verb, {"laptop": laptop, **what}


def send(sender: str, receiver: str, cut: int = 0, copies: int = 1) -> Told:
    return "exchange", {"sender": sender, "receiver": receiver, "cut": cut, "copies": copies}


def losing(line: str, *keeping: str) -> int:
    """A cut that loses one line and keeps others."""
    return next(cut for cut in count(50, 100) if left_out(cut, line) and not any(left_out(cut, one) for one in keeping))


def world(
    reads: dict[str, str],
    *told: Told,
    founder: str = "L1",
    leaders: str = "L1",
    stranger: str = "",
    twin: str = "",
) -> World:
    laptops = [
        Laptop(one, one in leaders.split(), AUDIENCES, tuple(scopes.split()), 2, 0, heedless=one in stranger.split())
        for one, scopes in reads.items()
    ]
    writers = [one for one in laptops[1:] if not one.coordinator and not one.heedless]
    enrolments = [do("enrol", "L1", whom=one.label, scope=scope) for one in writers for scope in one.scopes]
    news = [send("L1", one.label) for one in laptops[1:]]
    everything = [send(*pair) for pair in permutations([*reads, *twin.split()], 2)] * 3
    steps = [Step(FIRST_SECOND + n * HOUR, *one) for n, one in enumerate((*enrolments, *news, *told, *everything))]
    return World(0, tuple(laptops), dict.fromkeys(laptops[0].scopes, founder), tuple(steps), ())


def create(laptop: str, **fields: Any) -> Told:
    return do("create", laptop, record="r1", scope="S0", fields=fields)


def edit(laptop: str, field: str, value: str) -> Told:
    return do("edit", laptop, pick=0, field=field, value=value)


def another(laptop: str, record: str, scope: str = "S0", **fields: Any) -> Told:
    return do("create", laptop, record=record, scope=scope, fields=fields)


def same(laptop: str, one: int = 0, other: int = 1) -> Told:
    return do("same", laptop, pick=one, other=other)


def not_same(laptop: str, one: int = 0, other: int = 1) -> Told:
    return do("not_same", laptop, pick=one, other=other)


def hand_over(scope: str) -> Told:
    return do("hand_over", "L1", pick=0, scope=scope)


A_PRIVATE_NOTE_MOVES_TWICE = world(
    {"L1": "S0 S1 S2", "L2": "S1 S2", "L3": "S0 S2"},
    create("L1", secret="one."),
    hand_over("S1"),
    edit("L1", "secret", "two."),
    send("L1", "L2"),
    edit("L2", "secret", "three."),
    hand_over("S2"),
    send("L1", "L2"),
    edit("L2", "secret", "four."),
)
AN_EDIT_MEETS_A_HAND_OVER = world(
    {"L1": "S0 S1", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    hand_over("S1"),
    edit("L2", "colour", "blue"),
)
A_QUARREL_IS_HANDED_OVER = world(
    {"L1": "S0 S1", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    edit("L1", "colour", "green"),
    edit("L2", "colour", "blue"),
    send("L2", "L1"),
    hand_over("S1"),
)
THE_MIDDLE_OF_THREE_IS_MISSING = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    send("L1", "L2"),
    edit("L1", "colour", "green"),
    edit("L1", "colour", "blue"),
    send("L1", "L2", losing("L1.0|S0|open|2", "L1.0|S0|open|3")),
)
THE_MIDDLE_OF_THREE_IS_LOST = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    do("back_up", "L1"),
    edit("L1", "colour", "green"),
    edit("L1", "colour", "blue"),
    send("L1", "L2", losing("L1.0|S0|open|2", "L1.0|S0|open|1", "L1.0|S0|open|3")),
    do("restore", "L1", pick=0),
)
ONE_WITHDRAWS_AND_ONE_REINSTATES = world(
    {"L1": "S0", "L2": "S0", "L3": "S0"},
    create("L1", colour="red"),
    send("L1", "L3"),
    do("withdraw", "L1", pick=0),
    send("L1", "L2"),
    do("reinstate", "L2", pick=0),
    do("withdraw", "L3", pick=0),
)
WITHDRAWN_AND_THEN_REVOKED = world(
    {"L1": "S0", "L2": "S0", "L3": "S0"},
    create("L1", colour="red"),
    send("L1", "L2"),
    edit("L2", "colour", "blue"),
    send("L2", "L3"),
    do("withdraw", "L3", pick=0),
    do("revoke", "L1", whom="L2", back=0),
)
AN_ERASURE_IS_LOST = world(
    {"L1": "S0", "L2": "S0"},
    do("back_up", "L1"),
    create("L1", story="word."),
    do("erase", "L1", pick=0),
    send("L1", "L2", losing("L1.0||control|2", "L1.0|S0|words|1")),
    do("restore", "L1", pick=0),
)
A_THIEF_GOES_BACK_TO_A_BACKUP = world(
    {"L1": "S0", "L2": "S0"},
    do("back_up", "L2"),
    do("revoke", "L1", whom="L2", back=0),
    do("restore", "L2", pick=0),
    create("L2", colour="red"),
    founder="L2",
)
A_THIEF_SIGNS_ANOTHER_FIRST_LINE = world(
    {"L1": "S0", "L2": "S0"},
    ("copy", {"laptop": "L2", "label": "L3"}),
    create("L2", colour="red"),
    send("L2", "L1"),
    do("revoke", "L1", whom="L2", back=0),
    do("create", "L3", record="r2", scope="S0", fields={"colour": "blue"}),
    founder="L2",
    twin="L3",
)
A_STRANGER_WRITES = world({"L1": "S0", "L2": "S0"}, create("L2", colour="red"), stranger="L2")
A_STRANGER_IS_WELCOMED = world(
    {"L1": "S0", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    do("enrol", "L1", whom="L2", scope="S0"),
    stranger="L2",
)
A_WRITER_RESTORES_HER_BOOK = world(
    {"L1": "S0", "L2": "S0"},
    do("enrol", "L1", whom="L2", scope="S0"),
    do("back_up", "L2"),
    do("restore", "L2", pick=0),
    create("L2", colour="red"),
    stranger="L2",
)
A_STRANGER_WHO_ASKED_TO_ERASE_IS_WELCOMED = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    send("L1", "L2"),
    do("erase", "L2", pick=0),
    send("L2", "L1"),
    do("enrol", "L1", whom="L2", scope="S0"),
    stranger="L2",
)
A_SUPERVISOR_LEAVES = world(
    {"L1": "S0", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    do("dismiss", "L1", whom="L2", scope="S0"),
    edit("L2", "colour", "blue"),
)
A_PRIVATE_NOTE_STAYS_BEHIND = world(
    {"L1": "S0 S1", "L2": "S0"},
    create("L1", colour="red", secret="word."),
    hand_over("S1"),
)
AN_UNDO_AFTER_A_HAND_OVER = world(
    {"L1": "S0 S1", "L2": "S0"},
    do("set_clock", "L2", offset=DAY),
    create("L2", colour="red"),
    send("L2", "L1"),
    hand_over("S1"),
    edit("L1", "colour", "blue"),
    edit("L1", "colour", "green"),
    do("undo", "L1", pick=1),
)
A_SETTLEMENT_IS_TAKEN_BACK = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    send("L1", "L2"),
    edit("L1", "colour", "blue"),
    edit("L2", "colour", "green"),
    send("L2", "L1"),
    do("settle", "L1", pick=0, choice=0),
    do("undo", "L1", pick=0),
)
A_BOOK_IS_RESTORED = world(
    {"L1": "S0", "L2": "S0"},
    do("back_up", "L2"),
    create("L1", colour="red"),
    send("L1", "L2"),
    send("L2", "L1"),
    do("restore", "L2", pick=0),
)
A_RECEIPT_IS_LATE = world(
    {"L1": "S0", "L2": "S0"},
    send("L2", "L1", copies=0),
    create("L1", colour="red"),
    send("L1", "L2"),
    send("L2", "L1"),
    ("replay", {"receiver": "L1", "pick": 0}),
    send("L1", "L2"),
)
AN_ENROLMENT_CAME_WITH_AN_IMPORT_SET_ASIDE = world(
    {"L1": "S0", "L2": "S0", "L3": "S0"},
    do("enrol", "L2", whom="L3", scope="S0"),
    create("L3", colour="red"),
    send("L3", "L2"),
    send("L2", "L1"),
    do("set_aside", "L1", pick=0),
    do("dismiss", "L1", whom="L3", scope="S0"),
    founder="L2",
    stranger="L3",
)
A_VICTIM_KEEPS_HER_NOTES = world(
    {"L1": "S0", "L2": "S0"},
    do("revoke", "L1", whom="L2", back=0),
    create("L2", colour="red", secret="word."),
    founder="L2",
)

ONE_WAS_ENTERED_TWICE = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red", place="here."),
    another("L2", "r2", colour="blue", story="word."),
    send("L2", "L1"),
    same("L1"),
)
ONE_SAYS_SAME_AND_ONE_SAYS_NOT = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    send("L1", "L2"),
    same("L1"),
    not_same("L2"),
    leaders="L1 L2",
)
A_CHAIN_LEADS_TO_ONE_WHO_IS_ANOTHER = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    another("L1", "r3", colour="green"),
    send("L1", "L2"),
    not_same("L1", 0, 2),
    same("L1", 0, 1),
    same("L2", 1, 2),
    leaders="L1 L2",
)
A_CHAIN_LEADS_TO_ONE_OF_WHOM_TWO_DISAGREE = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    another("L1", "r3", colour="green"),
    send("L1", "L2"),
    same("L1", 0, 1),
    same("L1", 0, 1),  # of the third: the second stands with the first
    not_same("L2", 0, 1),
    same("L2", 1, 2),
    leaders="L1 L2",
)
A_STRANGER_SAYS_THEY_ARE_ONE = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    send("L1", "L2"),
    same("L2"),
    stranger="L2",
)
THEY_MOVE_TOGETHER_AND_ARE_PARTED_THERE = world(
    {"L1": "S0 S1", "L2": "S1"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue", story="word."),
    same("L1"),
    edit("L1", "colour", "green"),
    hand_over("S1"),
    do("part", "L1", pick=0),
)
ONE_OF_TWO_MOVES_AND_ONE_IS_ERASED = world(
    {"L1": "S0 S1", "L2": "S0 S1"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue", story="word."),
    send("L1", "L2"),
    same("L1"),
    do("hand_over", "L2", pick=1, scope="S1"),
    send("L2", "L1"),
    edit("L1", "place", "there."),
    do("erase", "L2", pick=0),
    leaders="L1 L2",
)
A_SETTLEMENT_OF_TWO_THAT_ARE_ONE_IS_TAKEN_BACK = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    same("L1"),
    do("settle", "L1", pick=0, choice=0),
    do("undo", "L1", pick=2),
    do("part", "L1", pick=0),
)
ONE_TEAM_IS_HANDED_TO_TWO = world(
    {"L1": "S0", "L2": "S0", "L3": "S0", "L4": "S0"},
    do("hand_over_team", "L1", whom="L2", scope="S0"),
    do("hand_over_team", "L4", whom="L3", scope="S0"),
    create("L2", colour="red"),
    another("L3", "r2", colour="blue"),
    leaders="L1 L4",
    stranger="L2 L3",
)
ONE_OF_TWO_MOVERS_IS_LOCKED_OUT = world(
    {"L1": "S0", "L2": "S0", "L3": "S0", "L4": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    send("L2", "L4"),
    do("hand_over_team", "L1", whom="L3", scope="S0"),
    edit("L2", "colour", "green"),
    do("hand_over_team", "L4", whom="L2", scope="S0"),
    do("revoke", "L1", whom="L4", back=0),
    edit("L2", "colour", "blue"),
    leaders="L1 L4",
    stranger="L3",
    founder="L2",
)
ONE_RECORD_IS_HANDED_TO_TWO_PLACES = world(
    {"L1": "S0 S1 S2", "L2": "S0 S1 S2"},
    create("L1", colour="red"),
    send("L1", "L2"),
    hand_over("S1"),
    do("hand_over", "L2", pick=0, scope="S2"),
    edit("L1", "colour", "blue"),
    edit("L2", "colour", "green"),
    leaders="L1 L2",
)
A_RIGHT_ENDS_AND_IS_GIVEN_AGAIN = world(
    {"L1": "S0", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    do("dismiss", "L1", whom="L2", scope="S0"),
    edit("L2", "colour", "blue"),
    do("enrol", "L1", whom="L2", scope="S0"),
    send("L1", "L2"),
    edit("L2", "place", "here."),
)
A_LAPTOP_IS_REPLACED = world(
    {"L1": "S0", "L2": "S0"},
    create("L2", colour="red"),
    send("L2", "L1"),
    do("back_up", "L2"),
    edit("L2", "colour", "blue"),
    do("replace", "L1", whom="L2", pick=0, label="L3"),
    edit("L2", "colour", "green"),
    do("edit", "L3", pick=0, field="place", value="here."),
    founder="L2",
    twin="L3",
)
A_WORD_THAT_NOBODY_HEARD_IS_HEARD_AGAIN = world(
    {"L1": "S0", "L2": "S0"},
    create("L1", colour="red"),
    another("L1", "r2", colour="blue"),
    send("L1", "L2"),
    do("revoke", "L1", whom="L2", back=0),
    not_same("L2"),
    send("L2", "L1"),
    same("L1"),
    do("lift", "L1", whom="L2"),
    leaders="L1 L2",
)
