"""Each reader of foreign bytes by itself, as the fuzzer and the replay of its finds ask it.

A reader is given bytes and ends in one of our refusals, or takes them; what it takes it must write again as it was
(where there is one way to write it). Anything else that it raises is a find.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from caregiver_desk.acts.intake import files, instances, table
from caregiver_desk.acts.intake import xlsform as forms
from caregiver_desk.errors import Problem
from caregiver_desk.practice.wellbeing import questionnaire
from caregiver_desk.records import journal
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.understanding import as_now, is_newer, misfit
from caregiver_desk.store import signing
from caregiver_desk.sync import archive, bundle, certificates, lines, organisation, seal, trust
from caregiver_desk.sync.bundle import MEMBERS

SAMPLES = Path(__file__).parents[2] / "samples" / "hostile"
IDENTITY = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"


class Otherwise(Exception):  # noqa: N818 - a find, as a refusal is one
    """What was taken is written again as something else."""


def tar(data: bytes) -> None:
    members = archive.unpack(data, names=MEMBERS)
    again = archive.pack([(name, bytes(member)) for name, member in members.items()])
    if again + bytes(len(data) - len(again)) != data:
        raise Otherwise


def manifest(data: bytes) -> None:
    """Its text, once its seal was found to fit."""
    told = bundle._understand(data)
    if bundle._spelt_again(data) != data:
        raise Otherwise
    msgspec.json.encode(told)


def tips(data: bytes) -> None:
    for tip in bundle._tips(data):
        lines.signer(tip)


def line(data: bytes) -> None:
    """A body as it is decoded, judged and kept."""
    said = journal.read(data)
    if said is None:
        journal.read_later(data).encode()
        return
    if journal.write(said) != data:
        raise Otherwise
    for audience in journal.Audience:
        as_now(said, audience)
    if said.kind in KINDS and not is_newer(said):
        misfit(said)


def packed(data: bytes) -> None:
    """Compressed lines, held against a tip that nobody signed: as far as they are split and counted."""
    for text in lines._split(lines._decompress(data, 4096)):
        lines._checked(text)


def sshsig(data: bytes) -> None:
    text = data.decode("ascii", errors="replace")
    signing._raw_signature(text)
    if signing.armoured(signing.blob(text)) != text:
        raise Otherwise
    signing.verify(text, b"message", namespace="bundle@caregiver-desk")


def age(data: bytes) -> None:
    """The guard of the header; behind it the library is asked only where the file is short."""
    seal.wants_passphrase(data)
    seal.decrypt(data, identity=IDENTITY)


def card(data: bytes) -> None:
    told, words = trust.read_card(data)
    text = data.replace(b"\r\n", b"\n").partition(b"\n")[0]
    if msgspec.json.encode(told) != text or not words:
        raise Otherwise


def trust_list(data: bytes) -> None:
    told = organisation.read_list(data)
    if msgspec.json.encode(told) != data.replace(b"\r\n", b"\n").partition(b"\n")[0]:
        raise Otherwise


def certificate(data: bytes) -> None:
    """What is no certificate says nothing; what is one says who it is."""
    for told in certificates.read([data.decode("ascii", errors="replace")]):
        if not told.key or not told.authority:
            raise Otherwise


def csv(data: bytes) -> None:
    _sheet(data)


def xlsx(data: bytes) -> None:
    _sheet(data if data.startswith(b"PK\x03\x04") else b"PK\x03\x04" + data[4:])


def xlsform(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form"
        path.write_bytes(data)
        form = forms.read(path)
    if questionnaire.read(form.text) != form:
        raise Otherwise


def phone_form(data: bytes) -> None:
    """A filled-in form: every row of it is as wide as its titles."""
    told = instances.pages([instances.instance(data)], {"day", "household"}.__contains__)
    if any(len(row.cells) != len(page.titles) for page in told for row in page.rows):
        raise Otherwise


def phone_zip(data: bytes) -> None:
    """A zip of such forms, or of what a server made of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forms.zip"
        path.write_bytes(data if data.startswith(b"PK\x03\x04") else b"PK\x03\x04" + data[4:])
        files.read(path, {"day", "household"}.__contains__)


def _sheet(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet"
        path.write_bytes(data)
        found = table.read(path, {"name", "first name", "code", "level"}.__contains__)
    if found.hand != table.WORKBOOK:
        table.write([row.cells for row in found.rows], found.hand)


READERS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (
        tar,
        manifest,
        tips,
        line,
        packed,
        sshsig,
        age,
        card,
        trust_list,
        certificate,
        csv,
        xlsx,
        xlsform,
        phone_form,
        phone_zip,
    )
}


def asked(reader: Callable[[bytes], None], data: bytes) -> str:
    """The code that a reader refuses these bytes with; empty where it takes them. Whatever else it raises is a find."""
    try:
        reader(data)
    except Problem as problem:
        return problem.code
    return ""
