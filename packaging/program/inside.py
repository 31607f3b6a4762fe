"""What is in the built program, told from the program: `licences.txt` for people, `sbom.cdx.json` for programs.

Context. Whoever hands the program on hands on the work of eighty others, under their licences, and must be able to say
which versions when a hole is found in one of them.

Decision. Three sources of truth, and no list kept by hand. What the project asks for is followed through the metadata
of what is installed; what the builder took from the system is asked of its package manager, file by file; what a wheel
brings inside itself stands in its own bill of materials, which is taken in whole, or is asked of what is in it. A file
that belongs to an installed package which the project never asked for stops the build. So does a wheel under a licence
that is not known here to be usable; what is the system's comes as the system hands it on.

Consequence. The program brings the same page as a resource, where the desk shows it; see `reports/made_of.py`, which
reads a wheel's licence for both.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple

from program.needs import asked

from caregiver_desk.reports import made_of
from caregiver_desk.reports.made_of import plain

ROOT = Path(__file__).resolve().parents[2]
BILL = "sbom.cdx.json"
BUILDERS = ["pyinstaller"]  # of which a small part, that starts the program, goes into it
_USABLE = re.compile(
    r"0BSD|Apache-2\.0|BSD(-[23]-Clause)?|ISC|MIT(-0|-CMU)?|MPL-2\.0|PSF-2\.0|Unlicense|Zlib"
    r"|LGPL-(2\.1|3\.0)(-only|-or-later)?|GPLv2-or-later with a special exception.*",
    re.IGNORECASE,
)


class Component(NamedTuple):
    """A part of the program, where it is from, and what it says of what it holds itself."""

    part: made_of.Part
    source: str  # a package URL
    within: tuple[dict[str, Any], ...] = ()


# --- What the project asks for -----------------------------------------------------------------------------------


def is_usable(words: str) -> bool:
    """Whether one of what it offers may go into a program that itself is MIT."""
    return any(_USABLE.fullmatch(word.strip(" ()")) for word in re.split(r" OR ", words))


def wheel(one: Distribution) -> Component:
    return Component(made_of.of(one), f"pkg:pypi/{plain(one.name)}@{one.version}", tuple(_within(one)))


def _within(one: Distribution) -> Iterator[dict[str, Any]]:
    """What a wheel says of what it holds; where it says nothing, what it holds says so itself."""
    for file in sorted(map(str, one.files or ())):
        if "/sboms/" in file and file.endswith(".json"):
            yield from json.loads(Path(str(one.locate_file(file))).read_text(encoding="utf-8")).get("components", [])
    for name, version in _UNSAID.get(plain(one.name), dict)().items():
        yield {"type": "library", "name": name, "version": version}


def _of_sqlcipher() -> dict[str, str]:
    from sqlcipher3 import connect, sqlite_version

    with closing(connect(":memory:")) as book:
        book.execute("PRAGMA key = 'any'")
        (cipher,) = book.execute("PRAGMA cipher_version").fetchone()
        (provider,) = book.execute("PRAGMA cipher_provider_version").fetchone()
    return {"SQLCipher": cipher.split()[0], "OpenSSL": provider.split()[1], "SQLite": sqlite_version}


def _of_zstandard() -> dict[str, str]:
    from zstandard import ZSTD_VERSION

    return {"Zstandard": ".".join(map(str, ZSTD_VERSION))}


def _of_qt() -> dict[str, str]:
    import PySide6

    found = [*Path(PySide6.__file__).parent.glob("Qt/lib/libicuuc.so.*")]  # elsewhere the system has its own
    return {"ICU": found[-1].suffix.removeprefix(".")} if found else {}


_UNSAID: dict[str, Callable[[], dict[str, str]]] = {
    "pyside6-essentials": _of_qt,
    "sqlcipher3": _of_sqlcipher,
    "zstandard": _of_zstandard,
}


# --- What the builder took from the system -----------------------------------------------------------------------


def _python() -> Component:
    told = made_of.python()
    return Component(told, f"pkg:generic/python@{told.version}")


def of_system(entries: Iterable[list[str]]) -> list[Component]:
    """The system's packages whose libraries stand in the program."""
    if sys.platform != "linux":
        return []
    places = {source for _, source, _ in entries if re.match(r"(/usr)?/lib", source)}
    return [_debian(name) for name in sorted({_owner(place) for place in places} - {""})]


def _owner(place: str) -> str:
    other = place.removeprefix("/usr") if place.startswith("/usr") else f"/usr{place}"
    told = [_asked_of("dpkg-query", "-S", path) for path in (place, other, os.path.realpath(place))]
    return next((words.partition(":")[0] for words in told if words), "")


def _debian(name: str) -> Component:
    version = _asked_of("dpkg-query", "-W", "-f", "${Version}", name)
    place = Path("/usr/share/doc") / name / "copyright"
    text = place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""
    told = dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    part = made_of.Part(name, version, " AND ".join(told) or "see its text", text)
    return Component(part, f"pkg:deb/debian/{name}@{version}")


def _asked_of(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


# --- Whether anything is in it that nobody asked for -------------------------------------------------------------


@cache
def _owners() -> dict[str, str]:
    """Whose each installed file is, as what was installed wrote down: a hundred thousand of them where one develops."""
    found: dict[str, str] = {}
    for one in distributions():
        files = (line.partition(",")[0] for line in (one.read_text("RECORD") or "").splitlines())
        found |= dict.fromkeys(files, plain(one.name))
    return found


def strangers(entries: Iterable[list[str]], known: Iterable[str]) -> list[str]:
    """Packages with a file in the program that the project did not ask for."""
    names = {_owners().get(goes.replace(".pyc", ".py"), "") for goes, _, _ in entries}
    return sorted(names - {"", "caregiver-desk", *known})


# --- The two tellings --------------------------------------------------------------------------------------------


def bill(found: Iterable[Component], version: str, moment: int) -> dict[str, Any]:
    """CycloneDX 1.6."""
    ours = {"type": "application", "name": "caregiver-desk", "version": version, "licenses": _as_licence("MIT")}
    components = [_told(each) for each in found]
    whole = json.dumps([ours, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, whole)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": ours,
        },
        "components": components,
    }


def _told(each: Component) -> dict[str, Any]:
    name, version, licence, _ = each.part
    told = {"type": "library", "name": name, "version": version, "bom-ref": each.source, "purl": each.source}
    inner = [{key: value for key, value in part.items() if key in _TOLD} for part in each.within]
    return told | {"licenses": _as_licence(licence)} | ({"components": inner} if inner else {})


_TOLD = {"type", "name", "version", "purl", "licenses"}


def _as_licence(words: str) -> list[dict[str, Any]]:
    return [{"license": {"name": words}}]


def tell(entries: Iterable[list[str]], folder: Path) -> str:
    """Write both into a folder; what stands in the way is answered."""
    entries = list(entries)
    found = made_of.installed(asked())
    if odd := strangers(entries, [*found, *BUILDERS]):
        return f"In the program is what the project does not ask for: {', '.join(odd)}."
    inside = [_python(), *map(wheel, [*found.values(), *map(distribution, BUILDERS)])]
    if unknown := [f"{name} ({licence})" for (name, _, licence, _), *_ in inside if not is_usable(licence)]:
        return f"It is not known here whether these may be handed on: {', '.join(unknown)}."
    inside += of_system(entries)
    told = bill(inside, os.environ["CAREGIVER_DESK_VERSION"], int(os.environ["SOURCE_DATE_EPOCH"]))
    (folder / BILL).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    own = made_of.our_own((ROOT / "LICENSE").read_text(encoding="utf-8"))
    written = made_of.page([own, *(each.part for each in inside)])
    (folder / made_of.PAGE.name).write_text(written, encoding="utf-8")
    return ""
