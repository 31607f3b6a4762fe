"""One command for what people install: `linux`, `windows` and `macos` build it, `smoke` tries it on a bare system.

Context. Whoever keeps a book has no Python, often no network, and seldom the right to install for everybody. What she
is handed must hold all it needs, and whoever hands it on must be able to say what is in it.

Decision. PyInstaller, one folder: one file would write 210 MB to the disk at every start, and is what virus scanners
stop. It is built in an environment that is made for it alone, with the versions of `constraints.txt`. What lies in the
folder is listed from the folder itself: `licences.txt` for people, `sbom.cdx.json` (CycloneDX) for programs. All times
in it are that of the last commit, so two builds of one commit on one system give the same bytes.

Consequences. A program is built on the system it is for; nothing here can build for another one. Linux gets a folder in
a `.tar.xz` and a `.deb`, Windows an installer for one person and a folder to carry, a Mac an image. None is signed for
the system's own gatekeepers; the list of sums can be signed with `ssh-keygen`, and `caregiver-desk update` believes
that alone. Exit status as of `dev.py`.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from dev import CONSTRAINTS, ROOT, WHEELHOUSE, call, stamp, stop, tell
from program import archives, needs
from program.archives import Release

HERE = ROOT / "packaging"
BUILD, DIST = ROOT / "build", ROOT / "dist"
VENV = BUILD / "environment"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PROGRAM, APP = DIST / "caregiver-desk", "Caregiver Desk.app"
TOLD = ("licences.txt", "sbom.cdx.json")  # what is in it, beside it
NAMESPACE = "caregiver-desk-release"
VERSION = re.compile(r'__version__ = "([0-9.]+)"')
ONLY_SOURCE = ["wsgidav"]  # that is handed out as source alone, and is one wheel for every system
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}

USAGE = """python3 packaging/package.py linux         builds what people on Linux install, into dist/
python3 packaging/package.py windows       the same on Windows (py packaging\\package.py windows)
python3 packaging/package.py macos         the same on a Mac
python3 packaging/package.py smoke         tries dist/*.deb on a bare Debian, as root
python3 packaging/package.py sign KEY      signs the list of sums in dist/ with this key of ssh-keygen
python3 packaging/package.py wheelhouse [--windows]
                                           fills wheelhouse/, so that dev.py needs no network"""


def version() -> str:
    found = VERSION.search((ROOT / "caregiver_desk" / "__init__.py").read_text(encoding="utf-8"))
    return found[1] if found else stop("caregiver_desk/__init__.py says no version.")


def moment() -> int:
    """The time that everything in a package bears."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    asked = ["git", "log", "-1", "--format=%ct"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return int(said) if said.strip() else archives.NO_TIME


def release() -> Release:
    return Release(version(), moment(), platform.machine().lower().replace("amd64", "x86_64"))


# --- The environment it is built in ------------------------------------------------------------------------------


def make_environment() -> None:
    seal = VENV / "stamp"
    if seal.exists() and seal.read_text() == stamp(ROOT):
        return
    tell("Filling the environment that the program is built in. This needs some minutes.")
    if call(sys.executable, "-m", "venv", "--clear", VENV) or pip("install", *needs.to_build()):
        stop("Not everything could be installed; the reason stands above.")
    seal.write_text(stamp(ROOT))


def pip(verb: str, *words: str) -> int:
    source = ["--no-index", "--find-links", WHEELHOUSE] if WHEELHOUSE.is_dir() and verb == "install" else []
    return call(PYTHON, "-m", "pip", verb, "-q", "-c", CONSTRAINTS, *source, *words)


# --- What every system has ---------------------------------------------------------------------------------------


def build(made: Release) -> None:
    """The folder with the two programs, and beside them what is in it and under which licences."""
    make_environment()
    for before in (PROGRAM, BUILD / "program"):  # what a builder remembers would change what it makes
        shutil.rmtree(before, ignore_errors=True)
    os.environ |= {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": str(made.moment)}
    os.environ |= {"CAREGIVER_DESK_VERSION": made.version}
    draw = [PYTHON, HERE / "program" / "icons.py", BUILD / "icons"]
    spec = ["--noconfirm", "--log-level", "ERROR", "--distpath", DIST, "--workpath", BUILD]
    tell("Building the program. This needs some minutes.")
    for words in (draw, [PYTHON, "-m", "PyInstaller", *spec, HERE / "program" / "program.spec"]):
        if call(*words):
            stop("The program could not be built; the reason stands above.")
    for told in TOLD:
        shutil.copy(BUILD / "program" / told, PROGRAM)


def finish(made: Release, files: list[Path]) -> None:
    sums = archives.write_sums(DIST, made, files)
    for file in [*files, sums]:
        tell(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1e6:.1f} MB")


# --- One recipe a system -----------------------------------------------------------------------------------------


def linux(made: Release) -> list[Path]:
    share = archives.share(HERE / "linux", BUILD / "icons", BUILD / "share", made)
    files = [archives.tarball(PROGRAM, share, DIST, made)]
    if shutil.which("dpkg-deb"):
        files.append(archives.debian(PROGRAM, share, HERE / "linux" / "control", BUILD / "debian", DIST, made))
    return files


def windows(made: Release) -> list[Path]:
    """An installer for one person, by NSIS, and a folder that is carried and keeps its books beside itself."""
    maker = shutil.which("makensis") or stop("NSIS is lacking: its `makensis` makes the installer. Nothing was packed.")
    setup = DIST / f"caregiver-desk-{made.version}-windows-{made.machine}-setup.exe"
    shutil.copy(BUILD / "icons" / "caregiver-desk.ico", PROGRAM)
    told = {"VERSION": made.version, "PROGRAM": PROGRAM, "SETUP": setup}
    words = [f"-D{name}={value}" for name, value in told.items()]
    if call(maker, "-V2", *words, HERE / "windows" / "installer.nsi"):
        stop("The installer could not be made; the reason stands above.")
    return [setup, archives.portable(PROGRAM, HERE / "windows" / "portable.cmd", DIST, made)]


def macos(made: Release) -> list[Path]:
    """An image with the app in it, which is dragged into Applications. It bears no signature of a known developer."""
    image = DIST / f"caregiver-desk-{made.version}-macos-{made.machine}.dmg"
    shown = BUILD / "image"
    shutil.rmtree(shown, ignore_errors=True)
    shown.mkdir()
    (shown / "Applications").symlink_to("/Applications")
    for told in TOLD:
        shutil.copy(PROGRAM / told, shown)
    copy = ["ditto", DIST / APP, shown / APP]
    make = ["hdiutil", "create", "-ov", "-format", "UDZO", "-volname", "Caregiver Desk", "-srcfolder", shown, image]
    if call(*copy) or call(*make):
        stop("The image could not be made; the reason stands above.")
    return [image]


RECIPES: dict[str, Callable[[Release], list[Path]]] = {"linux": linux, "windows": windows, "macos": macos}


def package(system: str) -> None:
    if sys.platform != SYSTEMS[system]:
        stop(f"What is for {system} is built on {system}: PyInstaller cannot build for another system.")
    made = release()
    build(made)
    finish(made, RECIPES[system](made))


# --- The other verbs ---------------------------------------------------------------------------------------------


def sign(key: str) -> None:
    """With a key whose public half stands in `resources/release.keys`, else no program believes it."""
    sums = archives.sums_of(DIST, version())
    if call("ssh-keygen", "-Y", "sign", "-n", NAMESPACE, "-f", Path(key).absolute(), sums):
        stop("The sums could not be signed; the reason stands above.")


def wheelhouse(words: list[str]) -> None:
    """All that `dev.py` needs, as wheels: for this system, or from here for 64-bit Windows with Python 3.12."""
    make_environment()
    into, wanted = str(WHEELHOUSE), needs.to_develop()
    if "--windows" in words:
        other = ["--platform", "win_amd64", "--python-version", "3.12", "--only-binary", ":all:", "--find-links", into]
        failed = pip("wheel", "--no-deps", "-w", into, *ONLY_SOURCE) or pip(
            "download", "-d", into, *other, *wanted, "colorama"
        )
    else:
        failed = pip("wheel", "-w", into, *wanted)
    if failed:
        stop("Not everything could be fetched; the reason stands above.")
    tell(f"wheelhouse/  {sum(file.stat().st_size for file in WHEELHOUSE.iterdir()) / 1e6:.0f} MB")


def main(words: list[str]) -> int:
    match words:
        case [("linux" | "windows" | "macos") as system]:
            package(system)
        case ["smoke"]:
            return call(sys.executable, HERE / "smoke.py", *sorted(DIST.glob(f"*_{version()}_*.deb")))
        case ["sign", key]:
            sign(key)
        case ["wheelhouse", *rest] if set(rest) <= {"--windows"}:
            wheelhouse(rest)
        case [] | ["help" | "-h" | "--help"]:
            print(USAGE)
        case _:
            stop(f"That is not understood. Nothing was done.\n\n{USAGE}", 2)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("Stopped.", 130)
    except OSError as problem:
        stop(f"Stopped: {problem.strerror} ({problem.filename}). Start again when that is mended.")
