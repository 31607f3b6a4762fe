"""A shell completes commands, acts and kinds."""

import subprocess
import sys
from pathlib import Path

import pytest


def printed(shell: str) -> str:
    command = [sys.executable, "-m", "caregiver_desk", "completion", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def completed(folder: Path, *typed: str) -> set[str]:
    """What bash itself offers after these words."""
    script = folder / "completion.bash"
    script.write_text(printed("bash"))
    words = " ".join(f"'{word}'" for word in ("caregiver-desk", *typed))
    asks = f"""source '{script}'; COMP_WORDS=({words}); COMP_CWORD={len(typed)}
        $(complete -p caregiver-desk | sed 's/.*-F \\([^ ]*\\).*/\\1/') caregiver-desk '{typed[-1]}' ''
        printf '%s\\n' "${{COMPREPLY[@]}}" """
    return set(subprocess.run(["bash", "-c", asks], capture_output=True, text=True, check=True).stdout.split())


def test_bash_completes_a_command(tmp_path: Path):
    assert completed(tmp_path, "conf") == {"conflicts"}


def test_bash_completes_an_act(tmp_path: Path):
    assert "record_round" in completed(tmp_path, "do", "record_r")


def test_bash_completes_a_kind(tmp_path: Path):
    assert completed(tmp_path, "show", "househ") == {"household"}


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_told_the_acts(shell: str):
    assert "hold_check_in" in printed(shell)
