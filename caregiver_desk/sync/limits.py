"""Every bound on a file that somebody else made, in one place.

Context. A bundle may come from anyone who knows our public keys, so its size, its counts and its claims are foreign.
Decision. Each bound is a constant here, with its reason, and holds while bytes stream, not after they have arrived.
The yardstick is the largest honest bundle: a million field changes at 35 bytes each in transit. Consequence. What is
beyond a bound is refused by name (`TooLarge`, `TookTooLong`) before it has cost memory or time. Makers ask the same
bounds of what they make, so that no program of ours ever writes a bundle that another must refuse.
"""

from __future__ import annotations

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB

# --- the sealed file -----------------------------------------------------------------------------------------

FILE: Final = 48 * MIB
"""The file as it arrives: 35 MB of lines, the tips, the padding. What age seals never grows when it is opened."""

AGE_HEADER: Final = 16 * KIB
"""Up to the payload: 63 recipients need 7 KiB. Reading a header takes the square of its length."""

AGE_STANZAS: Final = 64
"""Recipients and one stanza of noise. A bundle goes to a handful of people."""

RECIPIENTS: Final = AGE_STANZAS - 1
"""Whom we seal for: the library adds one stanza of noise."""

SCRYPT_LOG_N: Final = 20
"""The work a stranger may ask of a passphrase: a gigabyte for some seconds. Stock age asks for 18, and so do we."""

# --- what is inside ------------------------------------------------------------------------------------------

MANIFEST: Final = 4 * MIB
"""Names, heights and digests of some ten thousand streams, as text."""

SIGNATURE: Final = 4 * KIB
"""The sender's, which takes some 300 bytes."""

TIPS: Final = 16 * MIB
"""Signed heights of relayed streams, some 300 bytes each: fifty thousand of them, quickly checked."""

LINES: Final = 256 * MIB
"""The lines as plain text, never held whole: a million changes take 100 MB of it."""

RUN: Final = 32 * MIB
"""The plain text of one run, which must be held whole where it is compared with what is here: 100,000 lines."""

UNPACKED: Final = 16 * MIB
TIMES: Final = 64
"""What lines may unpack to: so much in any case, and so many times their size. They hold salts, and pack six to one."""

COUNT: Final = 500_000
"""How many lines: more than a million field changes. A slow laptop takes 15 seconds for each hundred thousand."""

LINE: Final = 2 * MIB
"""One saved change, free text and all: fifteen texts of 20,000 letters, if each letter takes six bytes in JSON."""

REACHES: Final = 256
"""How many stretches of held lines a receipt names of one stream or branch; what is left out comes again."""

BRANCHES: Final = 17
"""How many branches of a forked stream a receipt may tell of, its own included: no more are ever kept."""

BLANKS: Final = 256
"""How many stretches of blanked lines a receipt names of one stream; beyond that it names a longer one."""

UNSEEN: Final = 4_096
"""Of how many of her streams a supervisor tells a coordinator the end: two a team and laptop id."""

TRUST_LIST: Final = 1 * MIB
"""An organisation's list: some 350 bytes a coordinator, and of each who ended some 100 a stream."""

ROOT: Final = 2 * TRUST_LIST
"""The sealed root, which holds its last list."""

CERTIFICATES: Final = 64
CERTIFICATE: Final = 16 * KIB
PRINCIPALS: Final = 256
"""What OpenSSH reads of one certificate; a laptop is vouched for by a handful of coordinators."""

ZSTD_WINDOW: Final = 8 * MIB
"""What unpacking must remember: every level up to 19 keeps within it, a bomb asks for more."""

# --- a picture of a card --------------------------------------------------------------------------------------

PICTURE: Final = 24 * MIB
"""The file: the largest photograph that a phone writes takes some 20 MB."""

PIXELS: Final = 64_000_000
"""A phone's 50 megapixels, each taking a byte or three while it is read."""

PICTURE_SECONDS: Final = 30
"""A photograph takes a second or two on a slow laptop."""

# --- the worker that opens it --------------------------------------------------------------------------------

WORKER_MEMORY: Final = 1536 * MIB
"""Address space: the dearest passphrase takes 1 GiB, the file and its plain text twice `FILE`, the rest is room."""

WORKER_SECONDS: Final = 120
"""A million lines take a fraction of it on a slow laptop; nobody waits longer without asking why."""

# --- two laptops in one room ---------------------------------------------------------------------------------

ROOM_WAIT: Final = 5 * 60
"""Seconds that somebody is waited for: the other has an address and a number to type."""

ROOM_KNOCK: Final = 10
"""Seconds to reach the other laptop, and to prove who one is."""

ROOM_KNOCKS: Final = 5
"""Who came with another number, or is not the partner. Of a million numbers, nobody guesses one in five."""

ROOM_SILENT: Final = 30
"""Seconds without a byte, after which the cable is taken to be pulled."""

ROOM_CROSSING: Final = 15 * 60
"""Seconds for all bundles: 8 of the largest take four minutes at 16 Mbit/s."""

ROOM_DECIDING: Final = 15 * 60
"""Seconds that the other may take to look at what came."""

ROOM_BUNDLES: Final = 8
"""At one time; whatever is over goes the next time."""

ROOM_FRAME: Final = 64 * KIB
"""What is sealed as one on the way."""
