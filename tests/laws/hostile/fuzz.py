"""Let a coverage-guided fuzzer at a reader: `python -m tests.laws.hostile.fuzz [READER ...] [--seconds N]`.

Without a name every reader has its turn. What makes one raise something that is no refusal of ours is kept in
`tests/samples/hostile/READER/`, where a test replays it for ever; `--keep` adds the smallest files by which most of the
reader was reached. Each runs in a process of its own, since a find ends it.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .readers import READERS, SAMPLES

_LIMITS = ("-max_len=16384", "-timeout=10", "-rss_limit_mb=1500", "-verbosity=0", "-print_final_stats=1")
LARGEST_KEPT = 2_048


def main(words: list[str]) -> int:
    asked_for = argparse.ArgumentParser(prog="python -m tests.laws.hostile.fuzz")
    asked_for.add_argument("readers", nargs="*", metavar="READER", help=", ".join(READERS))
    asked_for.add_argument("--seconds", type=int, default=120, help="for each reader (120)")
    asked_for.add_argument("--keep", type=int, default=0, metavar="N", help="keep N files that reached most")
    told = asked_for.parse_args(words)
    if unknown := set(told.readers) - set(READERS):
        asked_for.error(f"there is no reader called {min(unknown)}")
    try:
        import atheris  # noqa: F401
    except ImportError:
        print("The fuzzer is not installed here: `pip install atheris` brings it.", file=sys.stderr)  # noqa: T201
        return 3
    return max(_turn(name, told.seconds, told.keep) for name in told.readers or READERS)


def _turn(name: str, seconds: int, keep: int) -> int:
    """One reader's turn; 1 if something was found."""
    with tempfile.TemporaryDirectory() as place:
        corpus, finds = Path(place) / "corpus", Path(place) / "finds"
        corpus.mkdir()
        finds.mkdir()
        for sample in (SAMPLES / name).glob("*"):
            shutil.copy(sample, corpus / sample.name)
        done = subprocess.run(
            [sys.executable, "-c", _ALONE, name, str(corpus), f"-artifact_prefix={finds}/", *_LIMITS,
             f"-max_total_time={seconds}"],
            check=False, stderr=subprocess.PIPE, text=True, errors="replace",
        )  # fmt: skip
        found = sorted(finds.iterdir())
        runs = done.stderr.partition("number_of_executed_units:")[2].split()
        print(f"{name}: {runs[0] if runs else '?'} runs, {len(found)} found")  # noqa: T201
        if found or done.returncode:
            print(done.stderr[-3000:])  # noqa: T201
        _keep(name, [*found, *_furthest(corpus, keep)])
    return int(bool(found or done.returncode))


def _furthest(corpus: Path, keep: int) -> list[Path]:
    """The smallest files of each way in which a reader ends; those that go far are the ones a fuzzer kept last."""
    small = [each for each in corpus.iterdir() if each.stat().st_size <= LARGEST_KEPT]
    return sorted(small, key=lambda each: each.stat().st_mtime, reverse=True)[:keep]


def _keep(name: str, files: list[Path]) -> None:
    folder = SAMPLES / name
    folder.mkdir(parents=True, exist_ok=True)
    for each in files:
        data = each.read_bytes()
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


_ALONE = """
import sys, atheris
with atheris.instrument_imports(include=["caregiver_desk"]):
    from tests.laws.hostile.readers import READERS, asked
reader = READERS[sys.argv.pop(1)]
atheris.Setup(sys.argv, lambda data: (asked(reader, data), None)[1])
atheris.Fuzz()
"""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
