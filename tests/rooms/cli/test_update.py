"""A new version of the program from a stick: nothing is believed but the seal of its makers."""

from __future__ import annotations

import argparse
import errno
import hashlib
import json
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Never

import pytest

from caregiver_desk import __version__
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import InstallerNotStarted
from caregiver_desk.store import room, safely
from caregiver_desk.store.lock import held
from caregiver_desk.sync import releases, replacing

Make = Callable[..., Path]
Ask = Callable[..., tuple[int, str, str]]
PROGRAM = b"the next program"


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the makers' secret key, and of one of somebody else; this program believes the first."""
    for name in ("makers", "others"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    believed = tmp_path / "release.keys"
    believed.write_text(f"# whose\nrelease {(tmp_path / 'makers.pub').read_text()}")
    monkeypatch.setattr(releases, "KEYS", believed)
    return tmp_path


@pytest.fixture
def stick(keys: Path) -> Make:
    """`stick("9.0")`: a list of that version, its seal, and the program that it names; as the makers make it."""

    def make(version: str, *, by: str = "makers", use: str = releases.NAMESPACE, more: str = "") -> Path:
        folder = keys / "stick"
        folder.mkdir()
        name = releases.names(version)[-1]
        (folder / name).write_bytes(PROGRAM)
        listed = folder / f"caregiver-desk-{version}.sums"
        listed.write_text(f"# caregiver-desk {version}\n{hashlib.sha256(PROGRAM).hexdigest()}  {name}\n{more}")
        words = ["ssh-keygen", "-q", "-Y", "sign", "-n", use, "-f", str(keys / by), str(listed)]
        subprocess.run(words, check=True, capture_output=True)
        return listed

    return make


@pytest.fixture
def ask(home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:  # noqa: ARG001
    """`ask(file)`: exit status, answer, and what was said beside it."""

    def carry_out(file: Path, *words: str) -> tuple[int, str, str]:
        status = run(["update", str(file), *words], {})
        said = capsys.readouterr()
        return status, said.out, said.err

    return carry_out


def test_what_the_makers_sealed_is_copied_here_and_she_is_told_what_to_do(stick: Make, ask: Ask, home: Path):
    status, out, _ = ask(stick("9.0"), "--json")

    program = Path(json.loads(out)["file"])
    assert status == 0
    assert program.is_relative_to(home)
    assert program.read_bytes() == PROGRAM


def test_the_sentence_names_the_copy_that_was_checked_and_not_the_stick(stick: Make, ask: Ask, home: Path):
    _, out, _ = ask(stick("9.0"))

    assert out.startswith("Version 9.0 is from the makers of this program. Close the desk, then ")
    assert str(home) in out
    assert "stick" not in out


def test_stock_tools_believe_the_same_list(stick: Make, keys: Path):
    listed = stick("9.0")
    verify = ["ssh-keygen", "-Y", "verify", "-f", str(keys / "release.keys"), "-I", "release"]
    verify += ["-n", releases.NAMESPACE, "-s", f"{listed}.sig"]

    assert subprocess.run(verify, input=listed.read_bytes(), check=False, capture_output=True).returncode == 0
    assert subprocess.run(["sha256sum", "--strict", "-c", listed.name], cwd=listed.parent, check=False).returncode == 0


@pytest.mark.parametrize("version", ["0.0.9", __version__, f"{__version__}.0"])
def test_an_older_version_or_the_same_one_is_refused(stick: Make, ask: Ask, version: str):
    status, out, told = ask(stick(version))

    assert (status, out) == (1, "")
    assert f"This is version {version}, and the program here is {__version__}." in told


def test_a_seal_of_somebody_else_is_refused(stick: Make, ask: Ask):
    assert "did not seal this" in ask(stick("9.0", by="others"))[2]


def test_a_seal_of_the_makers_for_another_use_is_refused(stick: Make, ask: Ask):
    assert "did not seal this" in ask(stick("9.0", use="file"))[2]


def test_a_list_without_a_seal_is_refused(stick: Make, ask: Ask):
    listed = stick("9.0")
    listed.with_name(f"{listed.name}.sig").unlink()

    assert "did not seal this" in ask(listed)[2]


@pytest.mark.parametrize("byte", range(0, 80, 7))
def test_a_list_that_was_altered_by_one_bit_is_refused(stick: Make, ask: Ask, byte: int):
    listed = stick("9.0")
    told = bytearray(listed.read_bytes())
    told[byte] ^= 1
    listed.write_bytes(told)

    assert "did not seal this" in ask(listed)[2]


def test_a_program_that_is_not_what_was_sealed_is_not_kept(stick: Make, ask: Ask, home: Path):
    listed = stick("9.0")
    (listed.parent / releases.names("9.0")[-1]).write_bytes(b"another program!")

    status, _, told = ask(listed)

    assert status == 3
    assert "is not as its makers sealed it" in told
    assert list(home.rglob("update/*")) == []


def test_a_program_that_was_left_behind_is_asked_for_by_name(stick: Make, ask: Ask):
    listed = stick("9.0")
    (listed.parent / releases.names("9.0")[-1]).unlink()

    assert f"There is no file “{releases.names('9.0')[-1]}”" in ask(listed)[2]


def test_a_version_for_other_laptops_is_refused(stick: Make, ask: Ask, monkeypatch: pytest.MonkeyPatch):
    listed = stick("9.0")
    monkeypatch.setattr(releases.platform, "machine", lambda: "riscv64")

    assert "Version 9.0 brings nothing for this kind of laptop." in ask(listed)[2]


@pytest.mark.parametrize("more", ["../evil\n", f"{'0' * 64}  ../caregiver-desk-x\n", "# caregiver-desk 9.1\n", "\n"])
def test_a_list_with_anything_else_in_it_is_refused_also_if_it_is_sealed(stick: Make, ask: Ask, more: str):
    assert "is no list of a new version" in ask(stick("9.0", more=more))[2]


@pytest.mark.parametrize("wrong", ["", "# caregiver-desk 9\n", "0" * 70_000])
def test_a_file_that_is_no_list_is_refused(stick: Make, ask: Ask, keys: Path, wrong: str):
    listed = stick("9.0")
    listed.write_text(wrong)
    seal = listed.with_name(f"{listed.name}.sig")
    seal.unlink()
    sign = ["ssh-keygen", "-q", "-Y", "sign", "-n", releases.NAMESPACE, "-f", str(keys / "makers"), str(listed)]
    subprocess.run(sign, check=True, capture_output=True)

    assert "is no list of a new version" in ask(listed)[2]


def test_a_program_that_knows_no_makers_takes_no_update(stick: Make, ask: Ask):
    listed = stick("9.0")
    releases.KEYS.write_text("# nobody yet\n")

    status, _, told = ask(listed)
    assert status == 3
    assert "has no key of its makers" in told


def test_what_an_earlier_update_left_is_gone_after_the_next(stick: Make, ask: Ask, home: Path):
    listed = stick("9.0")
    ask(listed)
    left = next(home.rglob(releases.names("9.0")[-1])).with_name("older.deb")
    left.write_bytes(b"")

    ask(listed)
    assert not left.exists()


def test_a_stick_that_fails_while_it_is_copied_is_told_as_such_and_leaves_nothing(stick: Make, ask: Ask, home: Path):
    listed = stick("9.0")
    program = listed.with_name(releases.names("9.0")[-1])
    program.unlink()
    program.symlink_to("/proc/self/mem")  # is there, and each read of it fails as a drive does

    status, out, told = ask(listed)

    assert (status, out) == (3, "")
    assert "This cannot be read (the drive reports a fault). Nothing was changed." in told
    assert list(home.rglob("update/*")) == []


def test_without_room_nothing_is_copied_and_a_disk_that_fills_up_meanwhile_keeps_nothing_half_written(
    stick: Make, ask: Ask, home: Path, monkeypatch: pytest.MonkeyPatch
):
    listed = stick("9.0")
    with monkeypatch.context() as full:
        full.setattr(room, "_free", lambda _: len(PROGRAM) - 1)
        assert "1 MB are lacking. Nothing was changed." in ask(listed)[2]

    def fill(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as filling:
        filling.setattr(safely, "_to_disk", fill)
        assert "The disk is full" in ask(listed)[2]
    assert list(home.rglob("update/*")) == []
    assert ask(listed)[0] == 0


def test_a_copy_goes_once_it_is_this_program_and_so_does_what_was_broken_off(
    stick: Make, ask: Ask, home: Path, monkeypatch: pytest.MonkeyPatch
):
    releases.let_go()  # where nothing was fetched yet
    ask(listed := stick("9.0"))
    (fetched,) = home.rglob("update/*")
    broken_off = fetched.with_name(".0123456789abcdef")
    broken_off.write_bytes(PROGRAM)

    with held(fetched.parent.with_suffix(".lock")) or BytesIO():  # by another desk
        releases.let_go()
        assert broken_off.exists()
        assert "copied on this laptop already" in ask(listed)[2]
    releases.let_go()
    assert list(home.rglob("update/*")) == [fetched]

    monkeypatch.setattr(releases, "__version__", "9.0.0")
    with monkeypatch.context() as failing:
        failing.setattr(Path, "iterdir", fails)
        releases.let_go()  # no desk stays closed for that
    releases.let_go()
    assert list(home.rglob("update/*")) == []


def fails(_: Path) -> Never:
    raise PermissionError(13, "EACCES")


def test_an_installer_that_cannot_be_started_is_said_in_words(tmp_path: Path):
    with pytest.raises(InstallerNotStarted, match="Nothing was changed"):
        replacing.begin(tmp_path / "taken-away.exe")


def test_files_alone_on_the_line_open_the_desk_with_them():
    seen: list[argparse.Namespace] = []

    def desk(arguments: argparse.Namespace) -> int:
        seen.append(arguments)
        return 0

    for words in (["From Nomvula.CAREDESK", "my.card"], ["desk", "it.caredesk"], [], ["desk"]):
        assert run(words, {"desk": desk}) == 0
    files = [["From Nomvula.CAREDESK", "my.card"], ["it.caredesk"], [], []]
    assert [[str(file) for file in each.files] for each in seen] == files
