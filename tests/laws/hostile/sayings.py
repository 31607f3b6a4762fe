"""What a sender can write in her lines, duly numbered and signed: each is judged alone, and the honest ones stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from caregiver_desk import clock
from caregiver_desk.clock import LATEST

from .case import Case, Make, altered, later, refused
from .hand import Json
from .meeting import Meeting

HTML = '<img src="file:///etc/passwd" onerror=alert(1)><b>HH</b>'
FORMULA = '=HYPERLINK("http://x","y")+cmd|\'/C calc\'!A0'


def line(met: Meeting, **changes: Any) -> Json:
    """A sound line that begins a household in her team, but for these keys."""
    scope = later(met).runs[0].tip["scope"]
    about = {"salt": clock.new_salt(), "at": 1, "by": met.hostile.person, "kind": "household"}
    return about | {"record": clock.new_record(scope), "fields": {"code": "HH-900"}} | changes


def one_more(body: Callable[[Meeting], bytes]) -> Make:
    """The honest bundle and one line behind."""
    return altered(lambda inside, met: inside.and_lines(body(met)))


def worded(**changes: Any) -> Make:
    return one_more(lambda met: msgspec.json.encode(line(met, **changes)))


def spelt(alter: Callable[[bytes], bytes]) -> Make:
    return one_more(lambda met: alter(msgspec.json.encode(line(met))))


def valued(name: str, value: bytes) -> Make:
    """A line whose one field has a value in these very letters."""
    return one_more(lambda met: _with_value(met, name, value))


def _with_value(met: Meeting, name: str, value: bytes) -> bytes:
    return msgspec.json.encode(line(met, fields={name: 0})).replace(b'":0}', b'":' + value + b"}")


def spellings() -> Iterator[Case]:
    for name, alter in (
        ("an empty line", lambda _: b""),
        ("words", lambda _: b"hello"),
        ("a line that is a number", lambda _: b"1"),
        ("a line that is a list", lambda _: b"[]"),
        ("a line that is null", lambda _: b"null"),
        ("a line cut off", lambda body: body[:-9]),
        ("a line with a mark in front", lambda body: b"\xef\xbb\xbf" + body),
        ("a line in UTF-16", lambda body: body.decode().encode("utf-16-le").replace(b"\n", b"")),
        ("a nought in a line", lambda body: body + b"\0"),
        ("a line with a return behind", lambda body: body + b"\r"),
        ("a line with blanks", lambda body: body.replace(b":", b": ")),
        ("a remark in a line", lambda body: body + b"//"),
        ("a key of a line twice", lambda body: body.replace(b'"at":1', b'"at":2,"at":1')),
        ("a field twice", lambda body: body.replace(b'{"code"', b'{"code":"HH-1","code"')),
        ("keys in another order", lambda body: json.dumps(dict(reversed(json.loads(body).items()))).encode()),
        ("a letter spelt by its number", lambda body: body.replace(b"household", b"househol\\u0064")),
        ("a line nested without end", lambda _: b"[" * 100_000),
        ("bytes that are no text", lambda body: body.replace(b"HH", b"\xff\xfe")),
        ("half a letter in raw bytes", lambda body: body.replace(b"HH", b"\xed\xa0\x80")),
        ("half a letter by its number", lambda body: body.replace(b"HH", b"\\ud800")),
        ("a tag of a later program beside no text", lambda body: body[:-1] + b',"mood":"\xff"}'),
        ("a nest in a later program's key", lambda body: body[:-1] + b',"mood":' + b"[" * 10_000 + b"}"),
    ):
        yield Case(name, spelt(alter), aside=0 if name.startswith(("a tag", "a nest")) else 1)


def numbers() -> Iterator[Case]:
    for name, value in (
        ("NaN", b"NaN"),
        ("Infinity", b"Infinity"),
        ("1e999", b"1e999"),
        ("a fraction", b"1.0"),
        ("minus nought", b"-0"),
        ("nought one", b"01"),
        ("ten thousand digits", b"9" * 10_000),
        ("a list", b"[1]"),
        ("a nest of keys", b'{"a":{"b":1}}'),
    ):
        yield Case(f"{name} for a level", valued("level", value), aside=1)
    for value in (
        b"0",
        b"9",
        b"-1",
        b'"2"',
        b"true",
        b"9007199254740993",
        b"9223372036854775808",
        b"18446744073709551616",
    ):
        yield Case(f"{value.decode()} for a level", valued("level", value))


def values() -> Iterator[Case]:
    for name, fields in (
        ("a line that says nothing", {}),
        ("a nought in a code", {"code": "HH\0"}),
        ("a code of a hundred thousand letters", {"code": "x" * 100_000}),
        ("a number for a code", {"code": 5}),
        ("yes for a code", {"code": True}),
        ("a state that is none", {"state": "<b>"}),
        ("a field that nobody declared", {"dragon": 1}),
        ("a field of another audience", {"nickname": "x"}),
        ("a field with a name of HTML", {"<b>": 1}),
        ("ten thousand fields", {f"f{number:05}": 1 for number in range(10_000)}),
        ("withdrawn for a number", {"withdrawn": 1}),
    ):
        yield Case(name, worded(fields=fields))
    for name, keys in (
        ("a kind that nobody knows", {"kind": "dragon"}),
        ("a kind of HTML", {"kind": "<b>"}),
        ("a version of a later program", {"version": 99}),
        ("a version of nought", {"version": 0}),
        ("a record that is none", {"record": "x"}),
        ("a record of HTML", {"record": HTML[:60]}),
        ("no record", {"record": ""}),
        ("a writer who is nobody", {"by": "x"}),
        ("a writer of HTML", {"by": "<b>"}),
        ("a time before all times", {"at": -1}),
        ("a time after all times", {"at": LATEST + 1}),
        ("a time of thirty digits", {"at": 10**30}),
        ("a salt of nothing", {"salt": ""}),
        ("a name in place of nothing", {"replaces": {"0" * 26: []}}),
        ("a name that is none", {"replaces": {"x": ["code"]}}),
        ("an undo of nonsense", {"undoes": "x"}),
        ("an origin in the far future", {"origin": {"line": "0" * 26, "by": "", "at": LATEST + 1}}),
    ):
        yield Case(name, worded(**keys))


def days() -> Iterator[Case]:
    for value in (
        "",
        "2026-02-30",
        "0000-01-01",
        "10000-01-01",
        "20260101",
        "2026-W01-1",
        "2026-03-02T10:00",
        "soon",
        "٢٠٢٦-٠١-٠١",
    ):
        yield Case(f"{value!r} for the day of a visit", worded(kind="visit", fields={"day": value}))


def as_said() -> Iterator[Case]:
    """What may be said, however odd: it stands there in its very letters, and nothing else is touched."""
    for name, text in (
        ("HTML for a code", HTML),
        ("a formula for a code", FORMULA),
        ("letters that turn the line round", "\u202eHH\u2066"),
        ("line ends in a code", "HH\r\n\t1"),
        ("a code of nothing", ""),
        ("a percent and a brace", "{0} %s {kept}"),
    ):
        yield Case(name, worded(fields={"code": text}), says={"code": text})
    for at in (0, LATEST):
        yield Case(f"a line of {at} seconds", worded(at=at), says={"code": "HH-900"})
    yield Case("a line in somebody else's name", one_more(_in_anothers_name), says={"code": "HH-900"})
    yield Case(
        "a line that leads on from what is not here", worded(replaces={"0" * 26: ["code"]}), says={"code": "HH-900"}
    )
    many = {f"{number:026}": ["code"] for number in range(10_000)}
    yield Case("a line that leads on from ten thousand", worded(replaces=many), says={"code": "HH-900"})
    yield Case(
        "the last day that there is", worded(kind="visit", fields={"day": "9999-12-31"}), says={"day": "9999-12-31"}
    )


def _in_anothers_name(met: Meeting) -> bytes:
    return msgspec.json.encode(line(met, by=met.reader.person))


def foreign() -> Iterator[Case]:
    """What she says of records that are not hers to speak of."""

    def of_record(find: Callable[[Meeting], str], **changes: Any) -> Make:
        return one_more(lambda met: msgspec.json.encode(line(met, record=find(met), **changes)))

    def theirs(kind: str) -> Callable[[Meeting], str]:
        return lambda met: next(record for each, record in met.before().state if each == kind and record in _own(met))

    def _own(met: Meeting) -> set[str]:
        return {record for (_, record), row in met.before().state.items() if row["scope"] == met.reader.site}

    yield Case("another name for the reader's site", of_record(theirs("site"), kind="site", fields={"name": "Mine"}))
    yield Case("the reader withdrawn", of_record(lambda m: m.reader.person, kind="person", fields={"withdrawn": ""}))
    yield Case("a record born elsewhere", of_record(lambda met: clock.new_record(met.reader.site)))


def blanks() -> Iterator[Case]:
    """Blanked lines that nothing explains."""
    yield Case("a blank that nobody ordered", one_more(lambda _: b'{"blank":"' + b"0" * 64 + b'"}'))
    for name, digest in (
        ("large letters", b"A" * 64),
        ("few letters", b"0" * 63),
        ("no digest", b""),
        ("no text", b"\xff" * 64),
    ):
        yield refused(f"a blank of {name}", one_more(lambda _, d=digest: b'{"blank":"' + d + b'"}'), "seal-broken")  # type: ignore[misc]
    yield refused(
        "a blank with a word more", one_more(lambda _: b'{"blank":"' + b"0" * 64 + b'","more":1}'), "seal-broken"
    )


def cases() -> list[Case]:
    return [*spellings(), *numbers(), *values(), *days(), *as_said(), *foreign(), *blanks()]
