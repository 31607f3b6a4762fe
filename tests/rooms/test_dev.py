from __future__ import annotations

import ast
import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"
PINS = [line for line in (ROOT / "packaging" / "constraints.txt").read_text().splitlines() if line]
Script = dict[str, Any]


@pytest.fixture(scope="module")
def dev() -> Script:
    return runpy.run_path(str(SCRIPT))


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def test_a_python_of_2016_can_still_read_the_script():
    ast.parse(SCRIPT.read_text(encoding="ascii"), feature_version=(3, 6))


def test_an_older_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(SCRIPT))
    assert stopped.value.code == 3
    assert "needs Python 3.11 or later" in capsys.readouterr().err


def test_without_a_verb_the_verbs_are_shown():
    shown = ask()
    assert shown.returncode == 0
    assert all(verb in shown.stdout for verb in ("dev.py run", "dev.py test", "dev.py format"))


def test_an_unknown_verb_is_answered_in_a_sentence():
    answer = ask("dance")
    assert answer.returncode == 2
    assert answer.stderr.startswith("There is no verb 'dance' here.")


def test_all_checks_end_with_pytest_on_two_cores(dev: Script):
    words = [words for _, words in dev["checks"]([])]
    assert [step[1] for step in words[:3]] == ["ruff", "ruff", "mypy"]
    assert words[-1] == ["-m", "pytest", *dev["SPREAD"]]


def test_with_arguments_only_pytest_runs(dev: Script):
    [(_, words)] = dev["checks"](["-k", "words"])
    assert words == ["-m", "pytest", *dev["SPREAD"], "-k", "words"]


@pytest.mark.parametrize("told", [["-n0"], ["-n", "4"], ["--numprocesses=1"]])
def test_the_number_of_cores_is_hers_to_choose(dev: Script, told: list[str]):
    [(_, words)] = dev["checks"](told)
    assert words == ["-m", "pytest", *told]


def test_what_the_tests_start_is_compiled_once_and_a_check_that_fails_ends_that_too(
    dev: Script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    begun: list[subprocess.Popen[bytes]] = []

    def begin(*words: Any, **how: Any) -> subprocess.Popen[bytes]:
        begun.append(subprocess.Popen([sys.executable, *words[0][1:]], **how))
        return begun[-1]

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("HYPOTHESIS_PROFILE", "here")
    monkeypatch.setitem(dev["test"].__globals__, "subprocess", SimpleNamespace(Popen=begin, DEVNULL=subprocess.DEVNULL))
    monkeypatch.setitem(dev["test"].__globals__, "call", lambda *_: 1)
    with pytest.raises(SystemExit):
        dev["test"]([])

    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
    assert [bool(each.returncode) for each in begun] == [True]
    assert "a file is not formatted" in capsys.readouterr().err


def test_only_the_tests_ask_for_the_stock_tools(dev: Script):
    tools = {package for packages in dev["TOOLS"].values() for package in packages.split()}
    assert tools < set(dev["apt_line"]("test").split())
    assert not tools & set(dev["apt_line"]("run").split())


def test_a_failing_command_is_quoted_by_its_last_line(dev: Script):
    said = dev["complaint"](sys.executable, "-c", "raise SystemExit('first\\nlast\\n')")
    assert said == "last"
    assert dev["complaint"](sys.executable, "-c", "print('all is well')") == ""


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt"])
def test_the_stamp_is_another_one_when_the_needs_change(dev: Script, project: Path, changed: str):
    before = dev["stamp"](project)
    assert dev["stamp"](project) == before
    (project / changed).write_text("new")
    assert dev["stamp"](project) != before


def test_the_stamp_is_another_one_when_the_folder_has_moved(dev: Script, project: Path):
    assert dev["stamp"](project) != dev["stamp"](ROOT)


@pytest.mark.parametrize("verb", ["run", "test"])
def test_a_library_that_was_removed_after_the_first_start_is_found_out(
    dev: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: str
):
    names = dev["make_ready"].__globals__
    (tmp_path / "libEGL.so.1").touch()
    (tmp_path / "stamp").write_text(dev["stamp"](ROOT))
    for name, value in {"PYTHON": sys.executable, "STAMP": tmp_path / "stamp", "provide_tools": lambda: None}.items():
        monkeypatch.setitem(names, name, value)
    monkeypatch.setenv("PATH", str(tmp_path))  # there is no apt that could bring it
    dev["make_ready"](verb)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))

    with pytest.raises(SystemExit) as stopped:
        dev["make_ready"](verb)
    assert stopped.value.code == 3
    assert "libEGL.so.1" in capsys.readouterr().err


def test_a_pin_is_a_name_and_a_version_and_never_a_place():
    assert [pin for pin in PINS if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [\w ='!.]+)?", pin)] == []


def test_everything_the_project_needs_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[>=<\[]", need)[0].lower() for need in asked}
    assert names <= {pin.split("==")[0] for pin in PINS}
