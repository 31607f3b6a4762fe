"""What a sender can write in the manifest and the tips, duly signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from caregiver_desk import clock
from caregiver_desk.clock import LATEST
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream
from caregiver_desk.store import signing
from caregiver_desk.store.tips import sign as sign_tip
from caregiver_desk.sync import organisation, trust
from caregiver_desk.sync.bundle import LINES, MANIFEST, TIPS

from .cards import stranger
from .case import Case, Make, altered, later, refused
from .hand import Inside, Json, Run
from .meeting import Meeting

NO = ("not-a-bundle", "seal-broken", "incomplete", "too-large")
SURROGATE = b'"\\ud800"'
DEEP = b"[" * 100_000
WRONG = {
    "format": [[], [1], "1.0", None, [1, "0"]],
    "needs": ["", None, [1]],
    "bundle": [1, None, []],
    "laptop": [7, None],
    "person": [{}, True],
    "to": ["age1", None, [1], {}],
    "made": ["2026", -1, LATEST + 1, 1.5, None, True, 10**30],
    "old_after": [-1, 2**63, [], 10**400],
    "profile": [0, None],
    "fictional": [1, "true", None],
    "received": [{}, [1], [{"laptop": 1}], [{"laptop": "", "scope": "", "audience": "", "spans": [[0, 1, ""]]}]],
    "height": [-1, 2**54, "9"],
    "yours": [[], ["", -1], ["", "1"], "x"],
    "certificates": [[1], "x", [""] * 65, ["x" * 20_000]],
    "trust": [1, None, "x" * 2_000_000],
}  # fmt: skip


def spelt(alter: Callable[[bytes], bytes]) -> Make:
    """The manifest's text in other letters, and signed so."""

    def make(met: Meeting) -> bytes:
        members = met.hand.members(later(met))
        return met.hand.seal(met.hand.under(alter(members[MANIFEST]), members[TIPS], members[LINES]))

    return make


def key_of(name: str, value: bytes) -> Make:
    """One more key in front."""
    return spelt(lambda text: b'{"%s":%s,' % (name.encode(), value) + text[1:])


def spellings() -> Iterator[Case]:
    yield refused("a manifest that is empty", spelt(lambda _: b""), *NO)
    yield refused("a manifest that is a list", spelt(lambda _: b"[]"), *NO)
    yield refused("a manifest that is a number", spelt(lambda _: b"1"), *NO)
    yield refused("a manifest cut off", spelt(lambda text: text[:-1]), *NO)
    yield refused("a manifest in UTF-16", spelt(lambda text: text.decode().encode("utf-16")), *NO)
    yield refused("a manifest with a mark in front", spelt(lambda text: b"\xef\xbb\xbf" + text), *NO)
    yield refused("a manifest with blanks between", spelt(lambda text: text.replace(b":", b": ")), *NO)
    yield refused("a manifest with a line end behind", spelt(lambda text: text + b"\n"), *NO)
    yield refused("a manifest with a remark", spelt(lambda text: b"/* hello */" + text), *NO)
    yield refused("a comma too many in the manifest", spelt(lambda text: text[:-1] + b",}"), *NO)
    yield refused(
        "letters of the manifest spelt otherwise", spelt(lambda t: t.replace(b'"needs"', b'"\\u006eeeds"')), *NO
    )
    yield refused(
        "bytes that are no text in the manifest", spelt(lambda t: t.replace(b"later", b"\xff")[:-1] + b"\xff"), *NO
    )
    yield refused("no text in a value of the manifest", key_of("bundle", b'"\xff\xfe"'), *NO)
    yield refused("no text in a key that is passed over", key_of("mood", b'"\xff\xfe"'), *NO)
    yield refused("half a letter in the manifest", key_of("mood", SURROGATE), *NO)
    yield refused("half a letter for a name", spelt(lambda t: t.replace(b'"own', SURROGATE[:-1] + b"own")
                                                    .replace(b'"coord', SURROGATE[:-1] + b"coord")), *NO)  # fmt: skip
    for name, value in (
        ("NaN", b"NaN"),
        ("Infinity", b"-Infinity"),
        ("1e999", b"1e999"),
        ("a hundred thousand digits", b"9" * 10**5),
    ):
        yield refused(
            f"{name} for a number of the manifest",
            spelt(lambda t, v=value: t.replace(b'"plain":', b'"plain":' + v)),
            *NO,
        )  # type: ignore[misc]
        yield refused(f"{name} in a key that is passed over", key_of("mood", value), *NO)
    yield refused("a manifest nested a hundred thousand deep", key_of("mood", DEEP), *NO)
    yield refused("a closed nest in the manifest", key_of("mood", DEEP + b"]" * 100_000), *NO)
    yield refused("a key of the manifest twice", key_of("fictional", b"false"), *NO)
    yield refused("a key of the manifest twice alike", key_of("fictional", b"true"), *NO)


def manifests() -> Iterator[Case]:
    for name, values in WRONG.items():
        for value in values:
            yield refused(f"{str(value)[:20]!r} for {name} in the manifest", said(**{name: value}), *NO)
    yield refused("a manifest of another time of the format", said(format=[2, 0]), "bundle-newer")
    yield refused("a format of minus one", said(format=[-1, 0]), "bundle-newer", *NO)
    yield refused("a manifest that needs what is not known", said(needs=["<script>"]), "bundle-newer")
    yield refused("a manifest for nobody", said(to=[]), "not-for-you")
    yield refused("a manifest for somebody else", said(to=["age1" + "q" * 58]), "not-for-you")
    yield refused("a real book's manifest", said(fictional=False), "fictional-mixed")
    yield refused(
        "a laptop that is not hers", altered(lambda i, met: i.saying(laptop=met.other.laptop)), "unknown-sender"
    )
    yield refused(
        "the reader's own laptop for the sender",
        altered(lambda i, m: i.saying(laptop=m.reader.laptop)),
        "unknown-sender",
    )
    yield refused("a laptop called by HTML", said(laptop="<b>hers</b>"), "unknown-sender")
    yield refused("more lines said than there are", spelt(lambda t: t.replace(b'"lines":3', b'"lines":99')), *NO)
    yield refused("no lines said, though there are some", spelt(lambda t: t.replace(b'"lines":3', b'"lines":0')), *NO)
    yield refused("a size of nought", spelt(lambda t: t.replace(b'"plain":', b'"plain":-')), *NO)
    yield refused("a size that would fill the disk", spelt(lambda t: t.replace(b'"plain":', b'"plain":99999999')), *NO)
    yield refused(
        "members under the manifest's own name", spelt(lambda t: t.replace(b"tips.jsonl", b"manifest.json")), *NO
    )
    yield refused("members named by a way up", spelt(lambda t: t.replace(b"tips.jsonl", b"../../x.jsonl")), *NO)
    yield refused("no members named", spelt(_without_members), *NO)
    yield refused("a member named twice, once with another hash", spelt(_a_member_twice), *NO)
    yield refused("three hundred reaches of one stream", said(received=[_heard(300)]), *NO)


def harmless() -> Iterator[Case]:
    """What a manifest may say without any harm: it is taken in, and only the lines speak."""
    for made in (0, 1, LATEST):
        yield Case(f"made at {made} seconds", said(made=made, old_after=0))
    yield Case("HTML and formulas for names", said(bundle="<img src=x>", profile="=1+1", person="<script>"))
    yield Case("noughts in names", said(bundle="\0", profile="\0", person="\0", access="\0", trust="\0"))
    yield Case("a name of a hundred thousand letters", said(bundle="x" * 100_000))
    yield Case("a height beyond belief", said(height=2**53))
    yield Case(
        "a reader who is said to have come further", altered(lambda i, m: i.saying(yours=[m.reader.laptop, 2**53]))
    )
    yield Case(
        "more known of the reader than she wrote", altered(lambda i, m: i.saying(received=[_heard(9, m.reader.laptop)]))
    )
    yield Case("reaches that end before they begin", said(received=[_heard(9) | {"spans": [[9, 1, "0" * 26]] * 9}]))
    yield Case("blanks without end", said(received=[_heard(9) | {"blank": [[1, 2**53]] * 256}]))
    yield Case("an audience of HTML", said(received=[_heard(1) | {"audience": "<b>", "scope": "=1+1"}]))
    for name, told in (
        ("a number that no list has", "9" * 1_000_000),
        ("a word", "seven"),
        ("digits of another script", "٧"),
        ("a nest", "[" * 100_000),
        ("a list without its seal", '{"list":1,"organisation":"Lesedi Ridge"}'),
        ("a list of a newer program", '{"list":9}\n'),
    ):
        yield Case(f"for the organisation's list {name}", said(trust=told))
    yield Case("the list of a root that nobody knows", said(trust=_list_of_a_stranger()))
    for name, text in (
        ("nothing", ""),
        ("letters", "ssh-ed25519-cert-v01@openssh.com AAAA"),
        ("another script", "ssh-ed25519-cert-v01@openssh.com ٧"),
        ("a bare key", signing.public_key(signing.new_signing_seed())),
    ):
        yield Case(f"for a certificate {name}", said(certificates=[text] * 64))
    yield Case("keys of a later minor", said(mood={"how": ["good"]}, format=[1, 9]))


def said(**changes: Any) -> Make:
    return altered(lambda inside, _: inside.saying(**changes))


def _heard(spans: int, laptop: str = "x" * 22) -> Json:
    told = [[number, number, "0" * 26] for number in range(1, spans + 1)]
    return {"laptop": laptop, "scope": "x" * 22, "audience": "open", "spans": told}


def _list_of_a_stranger() -> str:
    """Duly signed, and naming nobody the reader knows."""
    card, _ = trust.read_card(stranger().card())
    return organisation.begin("Lesedi Ridge Care", card, fictional=True).told


def _without_members(text: bytes) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(text) | {"members": []})


def _a_member_twice(text: bytes) -> bytes:
    manifest = msgspec.json.decode(text)
    first = manifest["members"][0] | {"sha256": "0" * 64}
    return msgspec.json.encode(manifest | {"members": [first, *manifest["members"]]})


# --- tips


def tips_spelt(alter: Callable[[bytes], bytes]) -> Make:
    """The tips in other letters; the manifest names them so."""

    def make(met: Meeting) -> bytes:
        members = met.hand.members(later(met))
        return met.hand.seal(met.hand.again(members, tips=alter(members[TIPS])))

    return make


def tip_said(**changes: Any) -> Make:
    """One tip's words changed after they were signed."""
    return tips_spelt(lambda text: msgspec.json.encode(msgspec.json.decode(text) | changes) + b"\n")


def tips() -> Iterator[Case]:
    for name, alter in (
        ("nothing", lambda _: b""),
        ("an empty line", lambda text: text + b"\n"),
        ("other line ends", lambda text: text.replace(b"\n", b"\r\n")),
        ("no last line end", lambda text: text[:-1]),
        ("a list", lambda _: b"[]\n"),
        ("blanks", lambda text: text.replace(b",", b", ")),
        ("no text", lambda text: text.replace(b'"open"', b'"\xff"')),
        ("half a letter", lambda text: text.replace(b'"open"', SURROGATE)),
        ("NaN", lambda text: text.replace(b'"low":11', b'"low":NaN')),
        ("a number with a fraction", lambda text: text.replace(b'"low":11', b'"low":11.0')),
        ("a key twice", lambda text: text.replace(b'"low":11', b'"low":1,"low":11')),
        ("a nest without end", lambda text: text[:-2] + b',"mood":' + DEEP + b"\n"),
        ("no text in a later key", lambda text: text[:-2] + b',"mood":"\xff"}\n'),
        ("the same tip twice", lambda text: text * 2),
    ):
        yield refused(f"{name} in the tips", tips_spelt(alter), *NO)
    for name, value in {
        "low": 0, "high": 2**53 + 1, "ahead": "0" * 64, "running": "0" * 64, "audience": "<b>", "scope": "x",
        "laptop": "", "signature": "AAAA",
    }.items():  # fmt: skip
        yield refused(f"{value!r} for {name} of a tip", tip_said(**{name: value}), *NO)
    yield Case("a later minor's key in a tip", tips_spelt(lambda text: text[:-2] + b',"mood":"good"}\n'))


# --- forged authorship, replays, forks, holes


def of_run(alter: Callable[[Run, Meeting], Run]) -> Make:
    def make(met: Meeting) -> bytes:
        inside = later(met)
        return met.hand.sealed(inside.with_runs(alter(inside.runs[0], met)))

    return make


def streams() -> Iterator[Case]:
    yield refused(
        "a run under the reader's laptop", of_run(lambda run, met: _in_name_of(run, met.reader.laptop, met)), *NO
    )
    yield refused(
        "a run under another author's laptop", of_run(lambda run, met: _in_name_of(run, met.other.laptop, met)), *NO
    )
    yield refused("a run under nobody's laptop", of_run(lambda run, met: _in_name_of(run, "x" * 22, met)), *NO)
    yield refused("a beginning that leads on from something else", of_run(
        lambda run, _: run._replace(tip=run.tip | {"low": 1})), *NO)  # fmt: skip
    yield refused("numbers from one to the end of the world", tip_said(low=1, high=2**53), "too-large", *NO)
    yield Case("the same run twice", altered(lambda inside, _: inside.with_runs(*inside.runs * 2)))
    yield Case("a run in two halves", altered(_in_halves))
    yield Case("the same lines once more, and nothing new", _the_first_again, honest=False)
    yield Case("two lines under one number", altered(_forked), honest=False)
    yield Case("a line behind a hole", altered(_behind_a_hole))
    yield Case("lines at the end of the world", altered(lambda i, m: _behind_a_hole(i, m, 2**53 - 2)))
    yield Case("the lines of a team that the reader founded", of_run(_in_scope_of_the_reader), honest=False)
    yield Case("her lines among the statements", of_run(_among_statements), honest=False)
    yield Case(
        "an audience that nobody knows",
        of_run(lambda run, _: run._replace(tip=_begun(run, audience="dragon"))),
        honest=False,
    )


def _in_name_of(run: Run, laptop: str, met: Meeting) -> Run:
    """Signed by the sender for a laptop that is not hers."""
    stream = Stream(laptop, run.tip["scope"], run.tip["audience"])
    signature = sign_tip(stream, run.tip["high"], run.tip["running"], met.hand.seed)
    return run._replace(tip=run.tip | {"laptop": laptop, "signature": signature})


def _begun(run: Run, **stream: str) -> Json:
    """The tip of a stream of its own, from its first line."""
    about = run.tip | {"low": 1} | stream
    return about | {"ahead": journal.beginning(Stream(about["laptop"], about["scope"], about["audience"]))}


def _in_scope_of_the_reader(run: Run, met: Meeting) -> Run:
    return run._replace(tip=_begun(run, scope=met.reader.site))


def _among_statements(run: Run, met: Meeting) -> Run:  # noqa: ARG001 - as the others
    return run._replace(tip=_begun(run, scope="", audience="control"))


def _in_halves(inside: Inside, met: Meeting) -> Inside:
    (run,) = inside.runs
    first = run._replace(bodies=run.bodies[:1])
    signed = met.hand.tip(first)
    return inside.with_runs(
        first, Run(run.tip | {"low": run.tip["low"] + 1, "ahead": signed["running"]}, run.bodies[1:])
    )


def _the_first_again(met: Meeting) -> bytes:
    inside = met.hand.inside_of(met.seeds["first"])
    return met.hand.sealed(inside.saying(bundle=clock.new_salt()))


def _forked(inside: Inside, met: Meeting) -> Inside:  # noqa: ARG001 - as the others
    (run,) = inside.runs
    return inside.with_runs(run, run._replace(bodies=[b"another line under its number", *run.bodies[1:]]))


def _behind_a_hole(inside: Inside, met: Meeting, low: int = 500) -> Inside:  # noqa: ARG001 - as the others
    (run,) = inside.runs
    return inside.with_runs(run, Run(run.tip | {"low": low, "ahead": "0" * 64}, [b"who knows what", b"more"]))


def cases() -> list[Case]:
    return [*spellings(), *manifests(), *harmless(), *tips(), *streams()]
