"""What is in the built program, told from the program: `licences.txt` for people, `sbom.cdx.json` for programs.

Context. Whoever hands the program on hands on the work of eighty others, under their licences, and must be able to say
which versions when a hole is found in one of them.

Decision. Three sources of truth, and no list kept by hand. What the project asks for is followed through the metadata
of what is installed; what the builder took from the system is asked of its package manager, file by file; what a wheel
brings inside itself it says in its own bill of materials, which is taken in whole. A file that belongs to an installed
package which the project never asked for stops the build. A licence that is not known here to be usable does too.

Consequence. Texts are those that came along; PySide6 brings none, so the two that it names stand in `licences/`.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LICENCES = ROOT / "packaging" / "licences"
BUILDERS = ["pyinstaller"]  # of which a small part, that starts the program, goes into it
UNTOLD = {"pyrage": "MIT", "segno": "BSD-3-Clause", "sqlcipher3": "Zlib"}  # that say it in their text alone
OF_QT = ("PySide6_Essentials", "shiboken6")
_USABLE = re.compile(
    r"0BSD|Apache-2\.0|BSD(-[23]-Clause)?|ISC|MIT(-0|-CMU)?|MPL-2\.0|PSF-2\.0|Unlicense|Zlib"
    r"|LGPL-(2\.1|3\.0)-(only|or-later)|GPLv2-or-later with a special exception.*",
    re.IGNORECASE,
)
_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
_RULE = "=" * 100


class Part(NamedTuple):
    """One thing that somebody else made: where it is from, its licence in a word, and the texts that came with it."""

    name: str
    version: str
    licence: str
    source: str  # a package URL
    texts: tuple[str, ...]
    within: tuple[dict[str, Any], ...] = ()


# --- What the project asks for -----------------------------------------------------------------------------------


def asked() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["hub"]]


def wheels(needs: Iterable[str]) -> dict[str, Distribution]:
    """Everything that these needs bring along here, by name."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    waiting = [(Requirement(need), "") for need in needs]
    while waiting:
        need, extra = waiting.pop()
        if need.marker and not need.marker.evaluate({"extra": extra}):
            continue
        one = distribution(need.name)
        fresh = plain(one.name) not in found
        found[plain(one.name)] = one
        inner = [Requirement(line) for line in one.requires or ()]
        waiting += [(each, extra) for each in inner for extra in (need.extras or {""}) if fresh or extra]
    return dict(sorted(found.items()))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(one: Distribution) -> str:
    told = one.metadata.get("License-Expression") or one.metadata.get("License") or ""
    return UNTOLD.get(plain(one.name), told.strip().split("\n")[0])


def is_usable(words: str) -> bool:
    """Whether one of what it offers may go into a program that itself is MIT."""
    return any(_USABLE.fullmatch(word.strip(" ()")) for word in re.split(r" OR ", words))


def _wheel(one: Distribution) -> Part:
    texts = [file for file in one.files or () if ".dist-info" in str(file) and _TEXT.search(file.name)]
    told = [str(one.locate_file(file)) for file in texts]
    if one.name in OF_QT:
        told = [str(place) for place in sorted(LICENCES.iterdir())]
    read = tuple(Path(place).read_text(encoding="utf-8", errors="replace") for place in told if Path(place).is_file())
    where = f"pkg:pypi/{plain(one.name)}@{one.version}"
    return Part(one.name, one.version, licence(one), where, read, tuple(_within(one)))


def _within(one: Distribution) -> Iterator[dict[str, Any]]:
    """What a wheel says of what it holds."""
    for file in sorted(map(str, one.files or ())):
        if "/sboms/" in file and file.endswith(".json"):
            yield from json.loads(Path(str(one.locate_file(file))).read_text(encoding="utf-8")).get("components", [])


# --- What the builder took from the system -----------------------------------------------------------------------


def _python() -> Part:
    place = Path(os.__file__).parent / "LICENSE.txt"
    places = [place, Path(sys.base_prefix) / "LICENSE.txt", Path("/usr/share/doc/python3/copyright")]
    texts = tuple(path.read_text(encoding="utf-8", errors="replace") for path in places if path.is_file())[:1]
    version = platform.python_version()
    return Part("CPython", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def of_system(entries: Iterable[list[str]]) -> list[Part]:
    """The system's packages whose libraries stand in the program."""
    if sys.platform != "linux":
        return []
    places = {source for _, source, _ in entries if re.match(r"(/usr)?/lib", source)}
    return [_debian(name) for name in sorted({_owner(place) for place in places} - {""})]


def _owner(place: str) -> str:
    other = place.removeprefix("/usr") if place.startswith("/usr") else f"/usr{place}"
    told = [_asked_of("dpkg-query", "-S", path) for path in (place, other, os.path.realpath(place))]
    return next((words.partition(":")[0] for words in told if words), "")


def _debian(name: str) -> Part:
    version = _asked_of("dpkg-query", "-W", "-f", "${Version}", name)
    place = Path("/usr/share/doc") / name / "copyright"
    text = place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""
    told = dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    return Part(name, version, " AND ".join(told) or "see its text", f"pkg:deb/debian/{name}@{version}", (text,))


def _asked_of(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


# --- Whether anything is in it that nobody asked for -------------------------------------------------------------


@cache
def _owners() -> dict[str, str]:
    return {str(file): plain(one.name) for one in distributions() for file in one.files or ()}


def strangers(entries: Iterable[list[str]], known: Iterable[str]) -> list[str]:
    """Packages with a file in the program that the project did not ask for."""
    names = {_owners().get(goes.replace(".pyc", ".py"), "") for goes, _, _ in entries}
    return sorted(names - {"", "caregiver-desk", *known})


# --- The two tellings --------------------------------------------------------------------------------------------


def bill(parts: Iterable[Part], version: str, moment: int) -> dict[str, Any]:
    """CycloneDX 1.6."""
    ours = {"type": "application", "name": "caregiver-desk", "version": version, "licenses": _as_licence("MIT")}
    components = [_component(part) for part in parts]
    told = json.dumps([ours, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, told)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": ours,
        },
        "components": components,
    }


def _component(part: Part) -> dict[str, Any]:
    told = {"type": "library", "name": part.name, "version": part.version, "bom-ref": part.source, "purl": part.source}
    inner = [{key: value for key, value in each.items() if key in _TOLD} for each in part.within]
    return told | {"licenses": _as_licence(part.licence)} | ({"components": inner} if inner else {})


_TOLD = {"type", "name", "version", "purl", "licenses"}


def _as_licence(words: str) -> list[dict[str, Any]]:
    return [{"license": {"name": words}}]


def page(parts: Iterable[Part], own: str) -> str:
    """All licences in one text, ours first."""
    told = [f"{part.name} {part.version}\n{part.licence}\n\n" + "\n\n".join(part.texts) for part in parts]
    head = "Caregiver Desk is free under the licence that follows. It holds the work of others, named below.\n\n"
    return f"\n{_RULE}\n".join([head + own, *told]).rstrip() + "\n"


def main(listed: Path, program: Path) -> str:
    """Write both beside the program; what stands in the way is answered."""
    entries = json.loads(listed.read_text())
    found = wheels(asked())
    if odd := strangers(entries, [*found, *BUILDERS]):
        return f"In the program is what the project does not ask for: {', '.join(odd)}."
    parts = [_python(), *map(_wheel, [*found.values(), *map(distribution, BUILDERS)])]
    if unknown := [f"{part.name} ({part.licence})" for part in parts if not is_usable(part.licence)]:
        return f"It is not known here whether these may be handed on: {', '.join(unknown)}."
    parts += of_system(entries)
    told = bill(parts, os.environ["CAREGIVER_DESK_VERSION"], int(os.environ["SOURCE_DATE_EPOCH"]))
    (program / "sbom.cdx.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (program / "licences.txt").write_text(page(parts, own), encoding="utf-8")
    return ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])) or 0)
