"""What people install: recipes that agree with each other, and licences that are known. Nothing is built here."""

from __future__ import annotations

import configparser
import json
import plistlib
import re
import subprocess
import sys
import tarfile
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

import package
import pytest
from PIL import Image
from program import archives, icons, inside, needs, start, trimming
from program.archives import Release

from caregiver_desk import __version__, settings
from caregiver_desk.cli.asked.program import BUNDLE
from caregiver_desk.reports import made_of
from caregiver_desk.sync import opener, releases

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MADE = Release("1.2", 1_700_000_000, "x86_64")
NSIS = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def wheels() -> dict[str, Distribution]:
    return made_of.installed(needs.asked())


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder as the builder leaves it: two programs, and what they load."""
    folder = tmp_path / "built"
    (folder / "_internal").mkdir(parents=True)
    for name in ("caregiver-desk", "caregiver-desk-cli"):
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o700)
    (folder / "_internal" / "library.so.1").write_bytes(b"a library")
    (folder / "_internal" / "library.so").symlink_to("library.so.1")
    (folder / "licences.txt").write_text("MIT\n")
    return folder


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    icons = tmp_path / "icons"
    icons.mkdir()
    (icons / "48.png").write_bytes(b"a picture")
    return archives.share(PACKAGING / "linux", icons, tmp_path / "share", MADE)


def test_an_unknown_verb_is_answered_in_a_sentence_and_no_verb_shows_them_all():
    words = [sys.executable, str(PACKAGING / "package.py")]
    wrong = subprocess.run([*words, "dance"], capture_output=True, text=True, check=False)
    shown = subprocess.run(words, capture_output=True, text=True, check=False)

    assert wrong.returncode == 2
    assert wrong.stderr.startswith("That is not understood. Nothing was done.")
    assert all(f"package.py {verb}" in shown.stdout for verb in ("linux", "windows", "macos", "smoke", "sign"))


@pytest.mark.parametrize("system", [name for name, here in package.SYSTEMS.items() if here != sys.platform])
def test_what_is_for_another_system_is_not_built_here(system: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        package.package(system)
    assert "PyInstaller cannot build for another system" in capsys.readouterr().err


# --- The started program -----------------------------------------------------------------------------------------


def test_the_built_program_answers_to_the_words_by_which_the_desk_starts_its_worker_and_itself():
    from caregiver_desk.desk.safe import locking

    assert opener.COMMAND[1:] == (*start.ASKED, start.WORKER)
    assert locking.COMMAND[1:] == (*start.ASKED, start.DESK)


def test_the_start_of_the_built_program_says_its_version_also_by_those_words():
    for words in (["--version"], [*start.ASKED, start.DESK, "--version"]):
        script = [sys.executable, str(PACKAGING / "program" / "start.py"), *words]
        said = subprocess.run(
            script, capture_output=True, text=True, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
        )
        assert said.stdout == f"caregiver-desk {__version__}\n"


def test_the_version_is_the_one_that_the_program_says():
    assert package.version() == __version__


# --- What is left out --------------------------------------------------------------------------------------------


def test_no_part_of_qt_that_the_desk_imports_is_left_out():
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "caregiver_desk" / "desk").rglob("*.py"))
    imported = {f"PySide6.{part}" for part in re.findall(r"PySide6(?:\.| import )(Qt\w+)", sources)}

    assert "PySide6.QtNetwork" in imported
    assert imported & set(trimming.MODULES) == set()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "caregiver_desk/resources/wording/zu.po",
        "caregiver_desk/resources/fonts/Inter-Regular.ttf",
    ],
)
def test_what_the_desk_needs_stays(name: str):
    assert trimming.stays(name)


def test_a_library_goes_with_the_last_file_that_loads_it():
    loads = {"theme": ["libgtk.so.3"], "/gtk": ["libpango.so.1"], "/pango": [], "/window": ["libxcb.so.1"], "/xcb": []}
    entries = [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "theme", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/window", "BINARY"),
        ("libgtk.so.3", "/gtk", "BINARY"),
        ("libpango.so.1", "/pango", "BINARY"),
        ("libxcb.so.1", "/xcb", "BINARY"),
    ]

    assert [name for name, _, _ in trimming.trimmed(entries, loads.__getitem__)] == [entries[1][0], "libxcb.so.1"]


# --- Linux -------------------------------------------------------------------------------------------------------


def test_the_menu_opens_bundles_with_the_desk_and_both_name_the_same_kind_of_file():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "caregiver-desk.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    (kind,) = ET.parse(PACKAGING / "linux" / "caregiver-desk.xml").getroot().findall(f"{MIME}mime-type")  # noqa: S314

    checked = ["desktop-file-validate", str(PACKAGING / "linux" / "caregiver-desk.desktop")]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
    assert told["Name"] == settings.NAME
    assert told["Exec"] == "caregiver-desk %F"
    assert told["MimeType"] == f"{kind.get('type')};"
    assert [glob.get("pattern") for glob in kind.findall(f"{MIME}glob")] == [f"*{BUNDLE}"]


def test_a_folder_is_packed_into_the_same_bytes_whenever_that_is_done(program: Path, shared: Path, tmp_path: Path):
    first = archives.tarball(program, shared, tmp_path, MADE)
    before = first.read_bytes()
    (program / "licences.txt").touch()
    (program / "caregiver-desk").chmod(0o755)

    assert archives.tarball(program, shared, tmp_path, MADE).read_bytes() == before
    with tarfile.open(first) as tar:
        entries = {entry.name.removeprefix(f"{MADE.name}/"): entry for entry in tar}
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries.values()} == {(0, "root", MADE.moment)}
    assert entries["caregiver-desk"].mode == 0o755
    assert entries["licences.txt"].mode == 0o644
    assert entries["_internal/library.so"].linkname == "library.so.1"
    assert "share/icons/hicolor/48x48/apps/caregiver-desk.png" in entries


def test_a_package_for_debian_has_the_same_bytes_each_time_and_no_script(program: Path, shared: Path, tmp_path: Path):
    control = PACKAGING / "linux" / "control"
    first = archives.debian(program, shared, control, tmp_path / "tree", tmp_path, MADE)
    before = first.read_bytes()
    assert f"{MADE.moment}".encode() in before[:64]  # and not the second at which it was packed
    (program / "licences.txt").touch()

    assert archives.debian(program, shared, control, tmp_path / "tree", tmp_path, MADE).read_bytes() == before
    told = subprocess.run(["dpkg-deb", "--info", str(first)], capture_output=True, text=True, check=True).stdout
    fields = dict(re.findall(r"^ ([A-Z][\w-]+): (.*)$", told, re.MULTILINE))
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("caregiver-desk", "1.2", "amd64")
    assert re.match(r"libc6 \(>= 2\.\d+\), ", fields["Depends"])
    assert not re.search(r"@[A-Z]+@|postinst|prerm", told)


# --- Windows and Mac ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The icons, as a build paints them."""
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, str(PACKAGING / "program" / "icons.py"), str(folder)], check=True)
    return folder


def test_the_icons_of_windows_and_mac_hold_every_size_that_is_asked_for(painted: Path):
    with Image.open(painted / "caregiver-desk.ico") as ico, Image.open(painted / "caregiver-desk.icns") as icns:
        assert {wide for wide, _ in ico.info["sizes"]} == {size for size in icons.SIZES if size <= icons.LARGEST_ICO}
        assert {32, 128, 256, 512} <= {wide * scale for wide, _, scale in icns.info["sizes"]}
    assert {file.stem for file in painted.glob("*.png")} == {str(size) for size in icons.SIZES}


def test_the_recipe_for_windows_makes_an_installer_and_a_folder_to_carry(
    program: Path, painted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Compiled over stand-ins by the real NSIS: what it makes cannot be run here."""
    for name, place in {"PROGRAM": program, "DIST": tmp_path, "BUILD": tmp_path / "build"}.items():
        monkeypatch.setattr(package, name, place)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "icons").symlink_to(painted)
    for name in ("caregiver-desk", "caregiver-desk-cli"):
        (program / name).rename(program / f"{name}.exe")

    setup, carried = package.windows(MADE)

    assert setup.name == f"caregiver-desk-1.2-windows-{MADE.machine}-setup.exe"
    assert setup.read_bytes()[:2] == b"MZ"
    assert b"asInvoker" in setup.read_bytes()  # no administrator is asked for
    with zipfile.ZipFile(carried) as packed:
        within = {name.removeprefix("caregiver-desk/") for name in packed.namelist()}
        starter = packed.read("caregiver-desk/Caregiver Desk on this stick.cmd").decode("ascii")
    assert {"caregiver-desk.exe", "caregiver-desk-cli.exe", "caregiver-desk.ico", "licences.txt"} <= within
    assert f"{settings.HOME}=%~dp0books" in starter


def test_the_installer_asks_for_no_right_over_the_machine_and_writes_into_one_account():
    assert "RequestExecutionLevel user" in NSIS
    assert set(re.findall(r"\b(HK\w+)", NSIS)) == {"HKCU"}
    assert f'"${{CLASSES}}\\{BUNDLE}"' in NSIS


def test_the_installer_takes_away_what_it_brought_and_names_no_folder_of_books():
    brought = {"caregiver-desk.exe", "caregiver-desk-cli.exe", "caregiver-desk.ico", "licences.txt", "sbom.cdx.json"}
    code = "\n".join(line for line in NSIS.splitlines() if not line.startswith(";"))

    assert set(re.findall(r'Delete "\$INSTDIR\\([\w.-]+)"', code)) == {*brought, "uninstall.exe"}
    assert re.findall(r"RMDir /r (.*)", code) == ['"$INSTDIR\\_internal"']
    assert "$LOCALAPPDATA\\caregiver-desk" not in code


def test_a_mac_and_the_menu_of_linux_know_the_same_ending():
    told = json.loads((PACKAGING / "macos" / "info.json").read_text(encoding="utf-8"))
    assert plistlib.loads(plistlib.dumps(told)) == told
    (kind,) = told["UTExportedTypeDeclarations"]
    (document,) = told["CFBundleDocumentTypes"]

    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [BUNDLE.removeprefix(".")]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert document["CFBundleTypeIconFile"] in (PACKAGING / "program" / "icons.py").read_text(encoding="utf-8")


# --- What is in it -----------------------------------------------------------------------------------------------


def test_the_bill_of_materials_names_all_that_the_project_asks_for_in_the_version_that_is_pinned(
    wheels: dict[str, Distribution],
):
    bill = inside.bill([inside.wheel(one) for one in wheels.values()], "1.2", MADE.moment)
    told = {inside.plain(each["name"]): each["version"] for each in bill["components"]}
    pins = dict(line.split(" ;")[0].split("==") for line in package.CONSTRAINTS.read_text().splitlines())
    asked = {
        inside.plain(re.split(r"[>=<!\[]", need)[0])
        for need in [*PROJECT["dependencies"], "psycopg-binary", "paramiko", "bcrypt"]
    }

    assert asked <= set(told)
    within = {each["name"] for part in bill["components"] for each in part.get("components", ())}
    assert {"SQLCipher", "SQLite", "OpenSSL", "Zstandard", "ICU"} <= within
    assert {name: version for name, version in told.items() if pins[name] != version} == {}
    assert bill == inside.bill([inside.wheel(one) for one in wheels.values()], "1.2", MADE.moment)


def test_every_licence_is_known_may_be_handed_on_and_comes_with_its_text(wheels: dict[str, Distribution]):
    parts = [made_of.of(one) for one in wheels.values()]

    assert [(part.name, part.licence) for part in parts if not inside.is_usable(part.licence)] == []
    assert [part.name for part in parts if not part.text and part.name != "polib"] == []
    page = made_of.page(parts)
    within = (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "ZETETIC LLC",
        "The OpenSSL Project",
        "Unicode, Inc.",
        "Meta Platforms",
    )
    assert [each for each in within if each not in page] == []


def test_the_page_of_licences_in_a_package_says_what_the_same_program_says_from_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from_source = made_of.parts()
    page = tmp_path / "licences.txt"
    page.write_text(made_of.page(from_source), encoding="utf-8")
    monkeypatch.setattr(made_of, "PAGE", page)

    packed = made_of.parts()
    assert [part[:3] for part in packed] == [part[:3] for part in from_source]
    assert [part.text for part in packed] == [part.text.strip() for part in from_source]
    assert packed[0][:3] == ("Caregiver Desk", __version__, "MIT")
    assert {"PySide6_Essentials", "sqlcipher3", "CPython"} <= {part.name for part in packed}
    assert [part.name for part in made_of.narrowed(packed, "ZLIB gerhard")] == ["sqlcipher3"]


@pytest.mark.parametrize("words", ["GPL-3.0-only", "Proprietary", "", "AGPL-3.0-only OR GPL-3.0-only", "SSPL-1.0"])
def test_a_licence_that_would_bind_the_whole_program_is_not_usable(words: str):
    assert not inside.is_usable(words)


def test_what_the_project_did_not_ask_for_is_found_in_the_program(wheels: dict[str, Distribution]):
    entries = [["_pytest/main.pyc", "", "DATA"], ["polib.pyc", "", "DATA"], ["os.pyc", "", "DATA"]]

    assert inside.strangers(entries, wheels) == ["pytest"]


# --- Sums and the update that believes them ----------------------------------------------------------------------


def test_the_sums_of_a_build_are_a_list_that_an_update_understands_and_other_systems_stay_in_it(tmp_path: Path):
    for name in ("caregiver-desk_1.2_amd64.deb", "caregiver-desk-1.2-windows-x86_64-setup.exe"):
        (tmp_path / name).write_bytes(name.encode())
        listed = archives.write_sums(tmp_path, MADE, [tmp_path / name])

    release = releases._understood(listed, listed.read_bytes())
    assert release.version == "1.2"
    assert sorted(release.sums) == ["caregiver-desk-1.2-windows-x86_64-setup.exe", "caregiver-desk_1.2_amd64.deb"]


def test_what_is_signed_is_signed_for_the_use_that_an_update_asks_for():
    assert package.NAMESPACE == releases.NAMESPACE


def test_a_build_gives_its_files_the_names_by_which_an_update_looks_for_them(
    program: Path, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = MADE._replace(machine=package.release().machine)
    monkeypatch.setattr(releases.shutil, "which", lambda _: None)

    assert archives.tarball(program, shared, tmp_path, made).name in releases.names("1.2")


def test_the_file_of_keys_is_one_that_ssh_keygen_reads_and_names_nobody_until_a_maker_does():
    assert releases.keys() == set()
