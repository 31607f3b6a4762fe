"""Mutants drawn from a seed: outer ones alter the sealed file, inner ones what is inside, sealed again.

Of a mutant nobody knows beforehand how it ends. It is judged by what is promised of all: a refusal in one of our
sentences with the book as it was, or a book that is sound, in which only records of altered lines say something else
than the honest bundle would make them say.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
import zstandard

from caregiver_desk.sync import archive, seal
from caregiver_desk.sync.bundle import LINES, MANIFEST, MEMBERS, TIPS

from .case import is_one_clear_sentence
from .hand import Hand, as_line, unpacked
from .meeting import Before, Ended, Meeting, State

ODD = (
    b"null", b"true", b"0", b"-1", b"1.5", b"1e400", b"NaN", b"9007199254740993", b"99999999999999999999", b'""', b"[]",
    b"{}", b'"\\u0000"', b'"\\ud800"', b'"\xff"', b'"<b>x</b>"', b'"=1+1"', b'"../../x"', b"[[[[[[[[[", b'"9999-12-31"',
)  # fmt: skip


class Mutant(NamedTuple):
    """The file, from which honest bundle it comes, and the records about which it may say something else."""

    origin: str
    sealed: bytes
    about: frozenset[str] = frozenset()


def any_bytes(draw: random.Random, data: bytes) -> bytes:
    """A few bytes altered, lost, doubled, moved or put in."""
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        at, more = draw.randrange(len(data) + 1), draw.randrange(1, 40)
        data = draw.choice(_ALTERATIONS)(draw, data, at, at + more)
    return data


_ALTERATIONS: tuple[Callable[[random.Random, bytes, int, int], bytes], ...] = (
    lambda draw, data, at, _: data[:at] + bytes(draw.randrange(256) for _ in data[at : at + 1]) + data[at + 1 :],
    lambda draw, data, at, _: data[:at] + bytes(one ^ 1 << draw.randrange(8) for one in data[at:][:1]) + data[at + 1 :],
    lambda _, data, at, end: data[:at] + data[end:],
    lambda _, data, at, end: data[:end] + data[at:],
    lambda _, data, at, __: data[:at],
    lambda _, data, at, end: data[:at] + data[at:end][::-1] + data[end:],
    lambda draw, data, at, end: data[:at] + draw.randbytes(end - at) + data[at:],
    lambda draw, data, at, end: data[:at] + draw.choice(ODD) + data[end:],
)  # fmt: skip


def any_json(draw: random.Random, text: bytes) -> bytes:
    """One value, or one key, of a JSON text in other letters."""
    places = [at for at, letter in enumerate(text) if letter in b":,[{"]
    if not places:
        return any_bytes(draw, text)
    at = draw.choice(places) + 1
    end = next((each for each in range(at, len(text)) if text[each] in b",]}"), at)
    put = draw.choice((draw.choice(ODD), draw.choice(ODD), text[at:end] * 2, b"", text[at:end] + b"," + text[at:end]))
    return text[:at] + put + text[end:]


def outer(met: Meeting, draw: random.Random) -> Mutant:
    """A file that somebody altered without a key."""
    origin = draw.choice(sorted(met.seeds))
    sealed = met.seeds[origin]
    if draw.random() < 0.1:
        other = met.seeds[draw.choice(sorted(met.seeds))]
        at = draw.randrange(40, len(sealed))  # before that, all begin alike
        return Mutant(origin, sealed[:at] + other[at:])
    if draw.random() < 0.3:  # where it is read most: in its header
        return Mutant(origin, any_bytes(draw, sealed[:200]) + sealed[200:])
    return Mutant(origin, any_bytes(draw, sealed))


def inner(met: Meeting, draw: random.Random) -> Mutant:
    """What a sender made of her own bundle, sealed again with her real keys."""
    origin = draw.choice(("later", "later", "later", "everything", "relayed", "receipt"))
    hand = met.hand_of(met.other) if origin == "relayed" else met.hand
    alter = draw.choice((in_archive, in_manifest, in_tips, in_packing, in_lines, in_lines, in_lines))
    sealed, about = alter(draw, hand, met.seeds[origin])
    return Mutant(origin, sealed, about)


Sealed = tuple[bytes, frozenset[str]]


def in_archive(draw: random.Random, hand: Hand, sealed: bytes) -> Sealed:
    return hand.enclose(any_bytes(draw, archive.pack(list(hand.members_of(sealed).items())))), frozenset()


def in_manifest(draw: random.Random, hand: Hand, sealed: bytes) -> Sealed:
    members = hand.members_of(sealed)
    text = draw.choice((any_bytes, any_json, any_json))(draw, members[MANIFEST])
    return hand.seal(hand.under(text, members[TIPS], members[LINES])), frozenset()


def in_tips(draw: random.Random, hand: Hand, sealed: bytes) -> Sealed:
    members = hand.members_of(sealed)
    tips = draw.choice((any_bytes, any_json))(draw, members[TIPS])
    return hand.seal(hand.again(members, tips=tips)), frozenset()


def in_packing(draw: random.Random, hand: Hand, sealed: bytes) -> Sealed:
    """The compressed bytes, or the text in them, which no tip is signed for."""
    members = hand.members_of(sealed)
    if draw.random() < 0.5:
        return hand.seal(hand.again(members, lines=any_bytes(draw, members[LINES]))), frozenset()
    plain = any_bytes(draw, b"".join(body + b"\n" for body in unpacked(members[LINES])))
    return hand.seal(hand.again(members, lines=zstandard.compress(plain), plain=plain)), frozenset()


def in_lines(draw: random.Random, hand: Hand, sealed: bytes) -> Sealed:
    """One of her lines in other words, for which she signs."""
    inside = hand.inside_of(sealed)
    own = [
        place
        for place, run in enumerate(inside.runs)
        if hand.tip(run) is not run.tip and run.tip["audience"] != "control"
    ]
    if not own:
        return in_manifest(draw, hand, sealed)
    place = draw.choice(own)
    bodies = list(inside.runs[place].bodies)
    at = draw.randrange(len(bodies))
    before = bodies[at]
    bodies[at] = draw.choice((any_bytes, any_json, any_json))(draw, before).replace(b"\n", b"")
    altered = inside.altered(place, bodies=bodies)
    return hand.sealed(altered), frozenset(_records(before) | _records(bodies[at]))


def _records(body: bytes) -> set[str]:
    """Whom a line is about, if it can be read at all."""
    try:
        said = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return set()
    return {str(said["record"])} if isinstance(said, dict) and "record" in said else set()


def complaints(mutant: Mutant, ended: Ended, before: Before, honest: State) -> Iterator[str]:
    """What was promised of every mutant, and is not so of this one."""
    if ended.unsound:
        yield f"the book is not sound: {ended.unsound}"
    expected = before.state if ended.code else honest
    names = expected.keys() | ended.state.keys()
    other = [name for name in names if name[1] not in mutant.about and ended.state.get(name) != expected.get(name)]
    if other:
        yield f"{'refused' if ended.code else 'taken in'}, and it says something else of {other}"
    if ended.code and not is_one_clear_sentence(ended.sentence):
        yield f"not a clear sentence: {ended.sentence}"


def as_it_was_spelt(hand: Hand, sealed: bytes) -> bool:
    """Whether what was taken in is spelt in the one way there is: written anew it gives the same bytes (G10)."""
    plain = seal.decrypt(sealed, identity=hand.identity)
    inside = {name: bytes(each) for name, each in archive.unpack(plain, names=MEMBERS).items()}
    again = archive.pack(list(inside.items()))
    tips = [msgspec.json.decode(line) for line in inside[TIPS].splitlines()]
    return (
        plain == again + bytes(len(plain) - len(again))
        and inside[MANIFEST] == msgspec.json.encode(msgspec.json.decode(inside[MANIFEST]))
        and inside[TIPS] == b"".join(map(as_line, tips))
    )
