"""Folders into files that can be handed on: the same bytes for the same folder, whoever packs it and when."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import platform
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

NO_TIME = 1_600_000_000  # where no commit says one
_SHARED = {  # what a Linux desktop looks for, and where
    "caregiver-desk.desktop": "applications/caregiver-desk.desktop",
    "caregiver-desk.xml": "mime/packages/caregiver-desk.xml",
}
_SVG = Path(__file__).resolve().parents[2] / "resources" / "caregiver-desk.svg"
_PIECE = 1 << 20


class Release(NamedTuple):
    """What is packed: its version, the moment that all of it bears, and the machine it is for."""

    version: str
    moment: int
    machine: str

    @property
    def name(self) -> str:
        return f"caregiver-desk-{self.version}-linux-{self.machine}"


# --- Linux -------------------------------------------------------------------------------------------------------


def share(given: Path, icons: Path, place: Path, made: Release) -> Path:
    """What stands in `share` of a system that has installed the desk."""
    shutil.rmtree(place, ignore_errors=True)
    for name, where in _SHARED.items():
        _put(given / name, place / where)
    hicolor = place / "icons" / "hicolor"
    _put(_SVG, hicolor / "scalable" / "apps" / _SVG.name)
    for picture in sorted(icons.glob("*.png")):
        _put(picture, hicolor / f"{picture.stem}x{picture.stem}" / "apps" / "caregiver-desk.png")
    manual = (given / "caregiver-desk.1").read_text().replace("@VERSION@", made.version)
    page = place / "man" / "man1" / "caregiver-desk.1.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(gzip.compress(manual.encode(), mtime=made.moment))
    return place


def tarball(program: Path, shared: Path, out: Path, made: Release) -> Path:
    """The folder as it runs from anywhere, with `share` for whoever wants an entry in the menu."""
    place = out / f"{made.name}.tar.xz"
    of_machine = [{"id": lzma.FILTER_X86}] if made.machine == "x86_64" else []  # a twentieth smaller
    with (
        lzma.open(place, "wb", filters=[*of_machine, {"id": lzma.FILTER_LZMA2, "preset": 9}]) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for folder, name in ((program, made.name), (shared, f"{made.name}/share")):
            _add(tar, folder, name, made.moment)
    return place


def _add(tar: tarfile.TarFile, folder: Path, name: str, moment: int) -> None:
    for path in [folder, *sorted(folder.rglob("*"))]:
        entry = tar.gettarinfo(path, f"{name}/{path.relative_to(folder).as_posix()}".removesuffix("/."))
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime, entry.mode = moment, _mode(path)
        with (path if entry.isreg() else Path(os.devnull)).open("rb") as file:
            tar.addfile(entry, file)


def _mode(path: Path) -> int:
    return 0o755 if path.is_dir() or path.lstat().st_mode & 0o100 else 0o644


def debian(program: Path, shared: Path, control: Path, tree: Path, out: Path, made: Release) -> Path:
    """A package that every Debian and what comes of it installs; its scripts are none."""
    shutil.rmtree(tree, ignore_errors=True)
    usr = tree / "usr"
    shutil.copytree(program, usr / "lib" / "caregiver-desk", symlinks=True)
    shutil.copytree(shared, usr / "share")
    _put(program / "licences.txt", usr / "share" / "doc" / "caregiver-desk" / "copyright")
    (usr / "bin").mkdir()
    for name in ("caregiver-desk", "caregiver-desk-cli"):
        (usr / "bin" / name).symlink_to(f"../lib/caregiver-desk/{name}")
    _say_what_it_is(tree, control, made)
    _settle(tree, made.moment)
    place = out / f"caregiver-desk_{made.version}_{_debian_machine(made)}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build", tree, place]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return place


def _debian_machine(made: Release) -> str:
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(made.machine, made.machine)


def _say_what_it_is(tree: Path, control: Path, made: Release) -> None:
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    told = {
        "@VERSION@": made.version,
        "@MACHINE@": _debian_machine(made),
        "@LIBC@": platform.libc_ver()[1],
        "@KB@": str(sum(path.stat().st_size for path in files) // 1024),
    }
    words = control.read_text()
    for place, value in told.items():
        words = words.replace(place, value)
    sums = "".join(f"{_digest(path, 'md5')}  {path.relative_to(tree).as_posix()}\n" for path in files)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(words)
    (tree / "DEBIAN" / "md5sums").write_text(sums)


def _settle(tree: Path, moment: int) -> None:
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(_mode(path))
        os.utime(path, (moment, moment), follow_symlinks=False)


# --- Windows -----------------------------------------------------------------------------------------------------


def portable(program: Path, starter: Path, out: Path, made: Release) -> Path:
    """The folder, with a starter that keeps the books beside it."""
    place = out / f"caregiver-desk-{made.version}-windows-{made.machine}.zip"
    files = {f"caregiver-desk/{path.relative_to(program).as_posix()}": path for path in program.rglob("*")}
    files["caregiver-desk/Caregiver Desk on this stick.cmd"] = starter
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, path in sorted(files.items()):
            if path.is_file():
                packed.writestr(_entry(name, made.moment), path.read_bytes(), compresslevel=9)
    return place


def _entry(name: str, moment: int) -> zipfile.ZipInfo:
    from datetime import UTC, datetime

    entry = zipfile.ZipInfo(name, datetime.fromtimestamp(moment, UTC).timetuple()[:6])
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


# --- Sums --------------------------------------------------------------------------------------------------------


def sums_of(out: Path, version: str) -> Path:
    return out / f"caregiver-desk-{version}.sums"


def write_sums(out: Path, made: Release, files: list[Path]) -> Path:
    """The list that is signed. `sha256sum -c` reads it; the first line is for `caregiver-desk update`."""
    place = sums_of(out, made.version)
    before = place.read_text().splitlines()[1:] if place.exists() else []
    lines = dict(reversed(line.split("  ", 1)) for line in before)  # what was built on other systems stays
    lines |= {file.name: _digest(file, "sha256") for file in files}
    told = "".join(f"{lines[name]}  {name}\n" for name in sorted(lines))
    place.write_text(f"# caregiver-desk {made.version}\n{told}", newline="\n")
    return place


def _digest(file: Path, how: str) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, how).hexdigest()


def _put(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
