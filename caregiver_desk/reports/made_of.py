"""What this program is made of, and under which licences.

Decision. A package brings the page that `packaging/program/inside.py` wrote when it was built, from what lies in it.
Where the program runs from source the same is told of what is installed: all that the project asks for, and what that
asks for in turn. Whether something is asked for on this system is seen by whether it is here.

Consequence. Texts are those that came along. Where a wheel holds the work of others and brings no text of theirs, as
those of Qt and of SQLCipher do, it stands in `resources/licences`.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final, NamedTuple

from caregiver_desk import __version__
from caregiver_desk.wording import RESOURCES

PAGE: Final = RESOURCES / "licences.txt"  # in a package alone
_OURS: Final = "caregiver-desk"
_BESIDE: Final = {"pyside6-essentials": "qt", "shiboken6": "qt", "sqlcipher3": "sqlcipher", "zstandard": "zstandard"}
_UNTOLD: Final = {"pyrage": "MIT", "segno": "BSD-3-Clause", "sqlcipher3": "Zlib"}  # that say it in their text alone
_TEXT: Final = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
_NEED: Final = re.compile(r"([\w.-]+)\s*(?:\[([\w\s,.-]+)\])?")
_EXTRA: Final = re.compile(r"""extra == ["']([\w.-]+)["']""")
_RULE: Final = f"\n{'=' * 100}\n"


class Part(NamedTuple):
    """One thing that somebody made: its licence in a word, and the text that came with it."""

    name: str
    version: str
    licence: str
    text: str


def parts() -> list[Part]:
    """The program itself first, then whatever others made, by name."""
    ours, *others = read(PAGE.read_text(encoding="utf-8")) if PAGE.is_file() else _from_source()
    return [ours, *sorted(others, key=lambda each: each.name.lower())]


def _from_source() -> list[Part]:
    found = installed([f"{_OURS}[hub,sftp]"])
    ours = found.pop(_OURS, None)
    return [our_own(of(ours).text if ours else ""), python(), *map(of, found.values())]


def narrowed(told: Iterable[Part], words: str) -> list[Part]:
    """Those whose name, licence or text has each of these words."""
    wanted = words.casefold().split()
    return [each for each in told if all(word in "\n".join(each).casefold() for word in wanted)]


# --- As a page ---------------------------------------------------------------------------------------------------


def page(told: Iterable[Part]) -> str:
    """All of it in one text, ours first."""
    head = "Caregiver Desk is free under the licence that follows. It holds the work of others, named below."
    written = [f"{each.name} {each.version}\n{each.licence}\n\n{each.text.strip()}" for each in told]
    return _RULE.join([head, *written]).rstrip() + "\n"


def read(text: str) -> list[Part]:
    """The parts of such a page."""
    return [_part(written) for written in text.split(_RULE)[1:]]


def _part(written: str) -> Part:
    first, licence, *rest = written.split("\n")
    name, _, version = first.rpartition(" ")
    return Part(name, version, licence, "\n".join(rest).strip())


# --- What is installed -------------------------------------------------------------------------------------------


def installed(needs: Iterable[str]) -> dict[str, Distribution]:
    """Everything that these needs bring along here, by name."""
    found: dict[str, Distribution] = {}
    waiting, seen = [*needs], set[str]()
    while waiting:
        need = waiting.pop().partition(";")[0].strip()
        if need in seen or not (asked := _NEED.match(need)) or not (one := _here(asked[1])):
            continue
        seen.add(need)
        found[plain(one.name)] = one
        waiting += [line for line in one.requires or () if _is_asked(line, asked[2] or "")]
    return dict(sorted(found.items()))


def _here(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _is_asked(line: str, extras: str) -> bool:
    """What is asked for by an extra counts where that extra is wanted."""
    extra = _EXTRA.search(line)
    return extra is None or plain(extra[1]) in {plain(each.strip()) for each in extras.split(",")}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def our_own(text: str) -> Part:
    return Part("Caregiver Desk", __version__, "MIT", text)


def python() -> Part:
    places = [Path(os.__file__).parent, Path(sys.base_prefix), Path("/usr/share/doc/python3")]
    texts = [place / name for place in places for name in ("LICENSE.txt", "copyright")]
    return Part("CPython", platform.python_version(), "PSF-2.0", _text([path for path in texts if path.is_file()][:1]))


def of(one: Distribution) -> Part:
    told = [*one.metadata.get_all("License-Expression", []), *one.metadata.get_all("License", []), ""]
    licence = _UNTOLD.get(plain(one.name), told[0].strip().split("\n")[0])
    return Part(one.name, one.version, licence, _text(_texts(one)))


def _texts(one: Distribution) -> list[Path]:
    named = [file for file in one.files or () if ".dist-info" in str(file) and _TEXT.search(file.name)]
    brought = [place for place in (Path(str(one.locate_file(file))) for file in named) if place.is_file()]
    beside = _BESIDE.get(plain(one.name))
    return [*brought, *(sorted((RESOURCES / "licences" / beside).iterdir()) if beside else ())]


def _text(places: Iterable[Path]) -> str:
    return "\n\n".join(place.read_text(encoding="utf-8", errors="replace") for place in places)
