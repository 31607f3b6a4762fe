"""The sealed file by which books meet: bytes on one side, runs of lines on the other.

    NAME.caredesk       an age file to the X25519 recipients of the people addressed (or to a passphrase)
      manifest.json     what this is, from whom, to whom, what the sender has received; hashes of the other members
      manifest.json.sig SSHSIG by the sender, namespace bundle@caregiver-desk
      tips.jsonl        a line a run: stream, numbers, running digests, the author's signed tip; control runs first
      lines.jsonl.zst   the bodies of all runs, in the order of the tips, a line each; a blanked one {"blank":digest}
      padding           zeros up to the next of some hundred sizes, so that a size tells little

The inner archive is a plain ustar with these names in this order. A line's digest is the SHA-256 of its body; a
stream's running digest after line n is the SHA-256 of the running digest after n - 1 and the digest of n, both as
64 hex letters; before line 1 it is the SHA-256 of "stream LAPTOP SCOPE AUDIENCE" (of statements, which have no scope,
"stream LAPTOP  control", with two spaces). A tip is the text `tip_text` gives,
signed by the author in namespace tip@caregiver-desk. So the whole opens and is checked with age, tar, zstd, sha256sum,
ssh-keygen and a dozen lines of shell, also where a line was blanked.

What is authenticated. The sender signs the manifest, and through its hashes everything inside, for these recipients and
no others. Each author signs her own tips, and through the running digests every line up to there. So who may read a
bundle and passes its lines on in one of hers can leave out a run's beginning and join runs of twenty authors; she can
forge none, and an erased line does not break the chain.

A finder of the file learns that Caregiver Desk was used, roughly how much was sent, and to how many people; no name, no
sender, no address. He cannot read, alter, shorten or re-address it. He can delay it, lose it or hand it over again, and
none of these changes what a book says.

What is not authenticated: that a line was blanked. Whoever relays a line can send its digest alone and say nothing of
an erasure. So an acknowledgement of a blank is none of its body: a receipt names the blanks that no erasure known to
its maker explains (`blank`), whoever holds such a body and knows no erasure of it sends it again, and it fills its
place. Where an erasure is known, a body that comes is dropped.

Versions. `format` and `needs` are read before anything else: another major format, or a feature in `needs` that this
program does not know, is refused whole. Keys that a later minor adds at the end of anything here are passed over.
Everything is spelt in one way: JSON without a blank, no key twice, numbers and letters as an encoder writes them, and
padding of noughts; what is spelt otherwise is refused.
Unknown kinds and fields inside lines are kept, and passed on to whoever may read their audience; lines of an unknown
audience are kept and go to nobody.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import BundleNewer, Incomplete, NotABundle, SealBroken, TooLarge
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Stream, Tag
from caregiver_desk.store import signing
from caregiver_desk.store.receipts import Reach, Told
from caregiver_desk.sync import archive, limits, seal

FORMAT = (1, 0)
GREATEST = 2**53
KNOWN_NEEDS: frozenset[str] = frozenset()
BUNDLE_NAMESPACE = "bundle@caregiver-desk"
MANIFEST, SIGNATURE, TIPS, LINES, PADDING = (
    "manifest.json",
    "manifest.json.sig",
    "tips.jsonl",
    "lines.jsonl.zst",
    "padding",
)
MEMBERS = (MANIFEST, SIGNATURE, TIPS, LINES, PADDING)
SUFFIX = ".caredesk"


Number = Annotated[int, msgspec.Meta(ge=1, le=GREATEST)]
Count = Annotated[int, msgspec.Meta(ge=0, le=GREATEST)]


class Knowledge(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody holds of one stream.

    `spans` of numbers, both ends included, each with the first 26 letters of the running digest at its end. `blank`: of
    these, the lines of which she has no body and knows no erasure that would explain it. A stream that forked is told
    of once for each branch.
    """

    laptop: str
    scope: str
    audience: str
    spans: Annotated[tuple[tuple[Number, Number, Tag], ...], msgspec.Meta(max_length=limits.REACHES)]
    blank: Annotated[tuple[tuple[Number, Number], ...], msgspec.Meta(max_length=limits.BLANKS)] = ()

    @property
    def told(self) -> Told:
        reaches = [Reach(*span) for span in self.spans]
        return Told(Stream(self.laptop, self.scope, self.audience), reaches, self.blank)


class Member(msgspec.Struct, frozen=True):
    name: str
    size: int
    sha256: str


class UnseenEnd(msgspec.Struct, frozen=True):
    """How far a stream of the sender's goes which its reader never receives.

    Its mark, its last number, and the first 26 letters of the running digest there.
    """

    mark: str
    last: Count
    at: str


Certificates = Annotated[
    tuple[Annotated[str, msgspec.Meta(max_length=limits.CERTIFICATE)], ...],
    msgspec.Meta(max_length=limits.CERTIFICATES),
]
UnseenEnds = Annotated[tuple[UnseenEnd, ...], msgspec.Meta(max_length=limits.UNSEEN)]


class Manifest(msgspec.Struct, frozen=True):
    """What the sender signs. `made` is her wall clock in seconds; `plain` the size of the lines before compression.

    `height` is how much her book had taken in, and `yours` the laptop addressed with the most that its book ever said
    so: a book that has come less far went back to a backup, though nothing else may tell. `access` says how the
    sender's access log ends, and how it ended when bundles were made for the same reader before: "1", the name of the
    log, then number:hash, the newest first (see access_heads). It is empty where no such log was kept or written.
    `unseen` tells a coordinator how far her words and her names of homes go, of which he receives none: where her time
    in a team ends, what she wrote until then goes on counting only if he can name its end. `certificates` say who the
    sender is, or her reader, by the word of coordinators (see certificates). `trust` is the list of the organisation
    as a file (see organisation), or only what it is called where the reader has it; both are empty where none is.
    """

    format: tuple[int, int]
    needs: tuple[str, ...]
    bundle: str
    laptop: str
    person: str
    to: tuple[str, ...]
    made: Annotated[int, msgspec.Meta(ge=0, le=clock.LATEST)]
    old_after: Annotated[int, msgspec.Meta(ge=0, le=clock.LATEST)]
    profile: str
    fictional: bool
    members: tuple[Member, ...]
    lines: int
    plain: int
    received: tuple[Knowledge, ...]
    height: Count
    yours: tuple[str, Count]
    access: str = ""
    certificates: Certificates = ()
    trust: Annotated[str, msgspec.Meta(max_length=limits.TRUST_LIST)] = ""
    unseen: UnseenEnds | msgspec.UnsetType = msgspec.UNSET  # left out where there is none


class Tip(msgspec.Struct, frozen=True):
    """One run of lines, and the author's word for where it ends. `signature` is an SSHSIG without its frame."""

    laptop: str
    scope: str
    audience: str
    low: int
    high: int
    ahead: str
    running: str
    signature: str

    @property
    def stream(self) -> Stream:
        return Stream(self.laptop, self.scope, self.audience)


@dataclass(frozen=True)
class Packed:
    """The inside of a bundle before it is sealed: its tips, and its lines compressed."""

    tips: Sequence[Tip]
    compressed: bytes
    lines: int
    plain: int


_encoder = msgspec.json.Encoder()


def seal_bundle(packed: Packed, manifest: Manifest, *, seed: bytes) -> bytes:
    """The sealed file for the recipients that the manifest names. Raises TooLarge where its reader would."""
    tips = b"".join(_encoder.encode(tip) + b"\n" for tip in packed.tips)
    members = tuple(Member(name, len(data), _sha(data)) for name, data in ((TIPS, tips), (LINES, packed.compressed)))
    text = _encoder.encode(msgspec.structs.replace(manifest, members=members, lines=packed.lines, plain=packed.plain))
    _counted(packed.tips)
    signature = signing.sign(text, seed=seed, namespace=BUNDLE_NAMESPACE).encode()
    inside = {MANIFEST: text, SIGNATURE: signature, TIPS: tips, LINES: packed.compressed}
    _within_limits(inside)
    size = sum(map(len, inside.values()))
    plain = archive.pack([*inside.items(), (PADDING, bytes(padded(size) - size))])
    return seal.encrypt(plain, recipients=manifest.to)


def padded(size: int) -> int:
    """The next larger of the sizes that bundles have: steps of at most one part in twenty, never under 4 KiB."""
    step = max(256, 1 << max(0, size.bit_length() - 5))
    return max(4096, -(-size // step) * step)


@dataclass(frozen=True)
class Unsealed:
    """A bundle whose seals fit: its manifest, who signed it, its tips, and its lines still compressed."""

    manifest: Manifest
    key: str
    tips: tuple[Tip, ...]
    compressed: bytes | memoryview


def unseal(sealed: bytes, *, identity: str) -> Unsealed:
    """Decrypt, unpack and check the sender's seal; nothing is decompressed or believed before that. Raises Blocked."""
    inside = _unpacked(seal.decrypt(sealed, identity=identity))
    text = bytes(inside[MANIFEST])
    key = signing.verify(bytes(inside[SIGNATURE]).decode("ascii", errors="replace"), text, namespace=BUNDLE_NAMESPACE)
    manifest = _understand(text)
    for member in manifest.members:
        data = inside.get(member.name)
        if data is None or len(data) != member.size or _sha(data) != member.sha256:
            raise SealBroken(part=member.name)
    tips = tuple(_tips(bytes(inside[TIPS])))
    if manifest.lines != _counted(tips):
        raise SealBroken(part=MANIFEST)
    return Unsealed(manifest, key, tips, inside[LINES])


def _unpacked(plain: bytes) -> dict[str, memoryview]:
    """The members, none too large to be read. Padding is noughts: what would be in it nobody has named."""
    inside = archive.unpack(plain, names=MEMBERS)
    _within_limits(inside)
    if not _is_nought(inside[PADDING]):
        raise NotABundle(part=PADDING)
    return inside


def _is_nought(padding: memoryview) -> bool:
    """Asked piece by piece: padding is as large as somebody likes."""
    pieces = (bytes(padding[start : start + limits.MIB]) for start in range(0, len(padding), limits.MIB))
    return not any(piece.strip(b"\0") for piece in pieces)


def _within_limits(members: Mapping[str, bytes | memoryview]) -> None:
    """What is asked alike of a bundle that is made and of one that came. Raises TooLarge."""
    for part, most in ((MANIFEST, limits.MANIFEST), (SIGNATURE, limits.SIGNATURE), (TIPS, limits.TIPS)):
        if len(members[part]) > most:
            raise TooLarge(part=part)


def _counted(tips: Iterable[Tip]) -> int:
    """How many lines these tips tell of. Raises TooLarge, as does the maker."""
    lines = sum(tip.high - tip.low + 1 for tip in tips)
    if lines > limits.COUNT:
        raise TooLarge(part=LINES)
    return lines


def _understand(text: bytes) -> Manifest:
    try:
        if msgspec.json.decode(text, type=_Versioned).format[0] != FORMAT[0]:
            raise BundleNewer
        if not KNOWN_NEEDS.issuperset(msgspec.json.decode(text, type=_Needing).needs):
            raise BundleNewer
        manifest = msgspec.json.decode(text, type=Manifest)
        if _spelt_again(text) != text:
            raise NotABundle
    except journal.UNREADABLE:
        raise NotABundle from None
    if max(_reaches(manifest).values(), default=0) > limits.REACHES * limits.BRANCHES:
        raise TooLarge(part=MANIFEST)
    if sorted(member.name for member in manifest.members) != sorted((TIPS, LINES)):
        raise SealBroken(part=MANIFEST)
    return manifest


def _reaches(manifest: Manifest) -> Counter[Stream]:
    """How many stretches are told of each stream: each is looked for in the journal of who reads it."""
    told = Counter[Stream]()
    for known in manifest.received:
        told[Stream(known.laptop, known.scope, known.audience)] += len(known.spans)
    return told


def _spelt_again(text: bytes) -> bytes:
    """JSON as an encoder writes it, with keys of a later minor wherever they are: no blank, no key twice."""
    return _encoder.encode(msgspec.json.decode(text))


class _Versioned(msgspec.Struct):
    format: Annotated[tuple[int, ...], msgspec.Meta(min_length=1)]


class _Needing(msgspec.Struct):
    needs: tuple[str, ...] = ()


def _tips(text: bytes) -> Iterator[Tip]:
    decoder = msgspec.json.Decoder(Tip)
    *each, rest = text.split(b"\n")
    if rest:
        raise Incomplete
    for line in each:
        try:
            tip = decoder.decode(line)
            known = _encoder.encode(tip)
            spelt = line == known or (line.startswith(known[:-1]) and line == _spelt_again(line))
        except journal.UNREADABLE:
            raise NotABundle from None
        if not spelt or not _is_sound(tip):  # a later minor adds keys behind
            raise SealBroken(part=TIPS)
        yield tip


def _is_sound(tip: Tip) -> bool:
    """Whether its numbers and names can be those of a stream; only statements have no scope."""
    bare = tip.scope == "" if tip.audience == Audience.CONTROL else len(tip.scope) == clock.ID_LENGTH
    return bare and 1 <= tip.low <= tip.high <= GREATEST and len(tip.laptop) == clock.ID_LENGTH


def _sha(data: bytes | memoryview) -> str:
    return hashlib.sha256(data).hexdigest()
