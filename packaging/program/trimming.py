"""What the built program does without.

Context. Whole, it is 290 MB; half of that is drawing for machines that have no window, picture formats nobody hands
us, symbols for debuggers, and the libraries that only those load.

Decision. What is left out is named here, by module and by the name of a file. A library that was only brought in for
one of them goes with it: whatever nothing loads any more stays away, which is found by asking each file what it loads.
Debugging symbols go from the packages named alone: `strip` breaks libraries that were patched by their builders.

Consequence. The smoke test must use what stays (a window, a print, a picture of a card, a hub's driver), since a file
too few is noticed only by whoever needs it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]  # where it goes, where it stands, what kind of thing it is
Loads = Callable[[str], Iterable[str]]

MODULES = [
    "tkinter", "unittest", "doctest", "pydoc", "lib2to3", "ensurepip", "pip", "setuptools", "numpy", "sqlite3",
    "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql",
    "zstandard.backend_cffi", "zstandard._cffi",
    "PIL._avif", "PIL._webp", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk", "PIL.ImageTk",
    *(f"PySide6.Qt{part}" for part in ("Qml", "Quick", "Sql", "Test", "OpenGL", "Xml", "Designer")),
]  # fmt: skip
_FILES = re.compile(
    r"""plugins/(?:egldeviceintegrations|generic|xcbglintegrations|wayland-graphics-integration-client)/
      | plugins/platforms/(?:lib)?q(?:minimal|minimalegl|linuxfb|eglfs|vnc|vkkhrdisplay|direct2d)\b
      | plugins/imageformats/(?:lib)?q(?:gif|icns|ico|tga|tiff|wbmp|webp|pdf)\b
      | plugins/platformthemes/libqgtk3 | plugins/wayland-shell-integration/lib(?!xdg)
      | plugins/(?:networkinformation/libq(?:glib|connman)|tls|platforminputcontexts/.*virtualkeyboard)
      | (?:^|/)PySide6/(?:Qt/)?translations/ | opengl32sw\.dll | d3dcompiler
      | (?:^|/)libcups\.so  # a machine that prints has it, and its own answers to its own printers
    """,
    re.VERBOSE,
)
_SYMBOLS = re.compile(
    r"(?:^|/)(?:libpython3[^/]*|(?:cryptography|nacl|sqlalchemy|sqlcipher3|zstandard|lib-dynload)/.*)\.so"
)


def stays(name: str) -> bool:
    """Whether a file of this name is part of the program."""
    return _FILES.search(Path(name).as_posix()) is None


def trimmed(entries: Iterable[Entry], loads: Loads) -> list[Entry]:
    """Without what is left out, and without the libraries that only that would load."""
    kept = [entry for entry in entries if stays(entry[0])]
    libraries = {Path(entry[0]).name: entry for entry in kept if entry[2] != "SYMLINK" and _is_library(entry[0])}
    needed, ask = set[str](), [entry for entry in kept if not _is_library(entry[0])]
    while ask:
        fresh = set(loads(ask.pop()[1])) - needed
        needed |= fresh
        ask += [libraries[name] for name in fresh if name in libraries]
    return [entry for entry in kept if not _is_library(entry[0]) or Path(entry[0]).name in needed]


def _is_library(name: str) -> bool:
    """Brought in because something loads it, and by no other name."""
    path = Path(name)
    return path.name.startswith("lib") and ".so." in path.name and not path.name.startswith("libpython")


def loads(source: str) -> list[str]:
    """The libraries that a file asks for by name, where the system can be asked that."""
    told = subprocess.run(["objdump", "-p", source], capture_output=True, text=True, check=False).stdout
    return re.findall(r"NEEDED +(\S+)", told)


def without_symbols(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same, where a smaller copy takes the place of what carries symbols for debuggers."""
    return [
        (name, _smaller(source, folder / name) if _SYMBOLS.search(name) else source, kind)
        for name, source, kind in entries
    ]


def _smaller(source: str, copy: Path) -> str:
    if sys.platform != "linux":
        return source
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    subprocess.run(["strip", "--strip-unneeded", str(copy)], check=True)
    return str(copy)
