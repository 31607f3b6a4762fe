"""One script for every machine: `run` opens the desk, `test` proves it, `format` tidies the code, `words` gathers them.

Context. Today's Debian refuses a plain `pip install`, Windows has no `make`, and a small Linux lacks the system
libraries that Qt loads. A newcomer should not have to know any of this.

Decision. The standard library alone makes `.venv`, fills it with the versions of `constraints.txt`, sees whether Qt
loads, and starts. A folder `wheelhouse/` beside `pyproject.toml` takes the place of the network. What the system
lacks is installed where that is allowed (root, with apt); otherwise the one line to run is printed.

Consequences. A stamp in `.venv` makes the second start immediate; deleting `.venv` starts afresh. Whether Qt loads is
seen at every start, which takes a moment, since a library of the system can be removed. Python 3.6 can still read this
file, and so can say what it needs. Exit status: 3 when the machine lacks something, 2 for a verb that is not
understood, else that of the program started.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

LEAST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "dev-stamp"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
WHEELHOUSE = ROOT / "wheelhouse"

USAGE = """python3 packaging/dev.py run [...]    opens the desk on the fictional programme
python3 packaging/dev.py test [...]   checks everything; with arguments, only pytest runs and is given them
python3 packaging/dev.py format       formats the code and mends what can be mended
python3 packaging/dev.py words        gathers what the program says, for whoever says it in another language
On Windows: py packaging\\dev.py ..."""

APT = "apt-get install -y --no-install-recommends"
QT_PACKAGES = (
    "libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libglib2.0-0 libbrotli1 libgssapi-krb5-2"
)
TOOLS = {"age": "age", "ssh-keygen": "openssh-client", "zstd": "zstd", "tar": "tar", "git": "git"}
if sys.platform == "linux":
    TOOLS |= {"strace": "strace", "pdftotext": "poppler-utils", "dpkg-deb": "dpkg", "soffice": "libreoffice-calc-nogui"}
    TOOLS |= {"pg_ctlcluster": "postgresql"}  # whose own programs stand outside the path
    TOOLS |= {"sshd": "openssh-server", "makensis": "nsis", "desktop-file-validate": "desktop-file-utils"}
    TOOLS |= {"Xvfb": "xvfb", "xdotool": "xdotool", "matchbox-window-manager": "matchbox-window-manager"}
    TOOLS |= {"dbus-run-session": "dbus-daemon", "at-spi-bus-launcher": "at-spi2-core gir1.2-atspi-2.0 python3-gi"}
    TOOLS |= {"busctl": "systemd"}  # and logind

# Qt looks for the libraries of the screen only when a window is made, and aborts without them: so they load here.
QT_LOADS = """
import ctypes, os, pathlib, PySide6.QtNetwork, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for plugin in plugins.glob("libqxcb.so") if not os.environ.get("WAYLAND_DISPLAY") else []:
    ctypes.CDLL(str(plugin))
"""
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
SPREAD = ["-n", "2", "--dist", "worksteal"]  # files stay together, so what one begins alike is begun once
CHECKS = (
    ("a file is not formatted; `python3 packaging/dev.py format` mends that.", ["-m", "ruff", "format", "--check"]),
    ("ruff found something to mend.", ["-m", "ruff", "check"]),
    ("mypy found a type that does not fit.", ["-m", "mypy"]),
    ("an import breaks the rules of the house.", ["-c", LINT_IMPORTS]),
)


def tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str, status: int = 3) -> NoReturn:
    tell(sentence)
    sys.exit(status)


if sys.version_info < LEAST:
    stop(f"Caregiver Desk needs Python 3.11 or later; this is {sys.version.split()[0]}. Nothing was changed.")


def call(*words: object) -> int:
    return subprocess.run([str(word) for word in words], cwd=ROOT, check=False).returncode


def complaint(*words: object) -> str:
    """The last line a failing command says; nothing when it succeeds."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, errors="replace", check=False)
    said = (done.stderr or done.stdout).split("\n")
    return next((line for line in reversed(said) if line.strip()), "no reason given") if done.returncode else ""


# --- What the system must have -----------------------------------------------------------------------------------


def apt_line(verb: str) -> str:
    """All that this verb needs of the system, so that there is one line to run and never a second one."""
    venv = [] if importlib.util.find_spec("ensurepip") else ["python{}.{}-venv".format(*sys.version_info)]
    return " ".join([APT, *venv, QT_PACKAGES, *(TOOLS.values() if verb == "test" else [])])


def provide(verb: str, lacking: str) -> None:
    """Bring what is lacking where we may; otherwise say what to do, and stop."""
    if not shutil.which("apt-get"):
        stop(f"This machine lacks {lacking}. Install it with the system's own installer, then start again.")
    if os.geteuid() != 0:
        line = f"sudo apt-get update; sudo {apt_line(verb)}"
        stop(f"This machine lacks {lacking}. Run this one line, then start again:\n\n{line}\n")
    tell(f"This machine lacks {lacking}: installing it with apt.")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    call("apt-get", "update")
    if call(*apt_line(verb).split()):
        stop(f"apt could not install {lacking}; its reason stands above.")


def provide_tools() -> None:
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/libexec"])  # where servers stand
    lacking = [tool for tool in TOOLS if not shutil.which(tool, path=places)]
    if lacking:
        provide("test", f"{', '.join(lacking)} (needed by the tests)")


def provide_qt(verb: str) -> None:
    reason = complaint(PYTHON, "-c", QT_LOADS)
    if reason and sys.platform == "linux":
        provide(verb, f"a library that Qt needs ({reason})")
        reason = complaint(PYTHON, "-c", QT_LOADS)
    if reason:
        stop(f"Qt does not load on this machine: {reason}")


# --- What .venv must have ----------------------------------------------------------------------------------------


def stamp(root: Path) -> str:
    """Another one when the place, the Python, or what the project needs has changed."""
    needs = [(root / name).read_bytes() for name in ("pyproject.toml", "packaging/constraints.txt")]
    return hashlib.sha256(b"\0".join([bytes(root), repr(tuple(sys.version_info)).encode(), *needs])).hexdigest()


def make_venv() -> None:
    works = PYTHON.exists() and not complaint(PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {LEAST})")
    if not works and call(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV):
        stop("The folder .venv could not be made; the reason stands above.")


def pip(verb: str) -> list[object]:
    """What installs into `.venv`: its own pip, or the system's pointed at it. Debian may have either, or neither."""
    own, bootstrap = [PYTHON, "-m", "pip"], [PYTHON, "-m", "ensurepip"]
    other = [sys.executable, "-m", "pip", "--python", PYTHON]
    if not complaint(*own, "--version") or not complaint(*bootstrap):
        return own
    if not complaint(*other, "--version"):
        return other
    provide(verb, "pip for this Python")
    reason = complaint(*bootstrap)
    if reason:
        stop(f"pip could not be put into .venv: {reason}")
    return own


def install(verb: str) -> None:
    installer = pip(verb)
    source = ["--no-index", "--find-links", WHEELHOUSE] if WHEELHOUSE.is_dir() else []
    tell("Filling .venv. The first time this needs some minutes and about 150 MB.")
    if call(*installer, "install", *source, "-c", CONSTRAINTS, "-e", ".[dev]"):
        stop("Not everything could be installed; the reason stands above. Without a network, see README.md.")


def make_ready(verb: str) -> None:
    if verb == "test":
        provide_tools()
    if not STAMP.exists() or STAMP.read_text() != stamp(ROOT):
        make_venv()
        install(verb)
        provide_qt(verb)
        STAMP.write_text(stamp(ROOT))
    elif verb != "format":
        provide_qt(verb)


# --- The verbs ---------------------------------------------------------------------------------------------------


def run(rest: list[str]) -> int:
    return subprocess.run([PYTHON, "-m", "caregiver_desk", "demo", *rest], check=False).returncode


def checks(rest: list[str]) -> list[tuple[str, list[str]]]:
    spread = [] if any(word.startswith(("-n", "--numprocesses")) for word in rest) else SPREAD
    pytest = ("a test did not pass, or none was found.", ["-m", "pytest", *spread, *rest])
    return [pytest] if rest else [*CHECKS, pytest]


def prove(steps: list[tuple[str, list[str]]]) -> None:
    for sentence, words in steps:
        status = call(PYTHON, *words)
        if status:
            stop(f"Stopped: {sentence}", status)


@contextmanager
def compiling() -> Iterator[None]:
    """Meanwhile an idle core collects the tests: each is compiled once, and not by every worker for itself."""
    words = [str(PYTHON), "-m", "pytest", "--collect-only", "-qq"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, cwd=ROOT, **quiet) as collecting:
        try:
            yield
        except BaseException:
            collecting.kill()
            raise


def test(rest: list[str]) -> int:
    os.environ.setdefault("HYPOTHESIS_PROFILE", "ci")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program hundreds of times
    *first, tests = checks(rest)
    if first:
        with compiling():
            prove(first)
    prove([tests])
    return 0


def tidy(rest: list[str]) -> int:
    mended = call(PYTHON, "-m", "ruff", "check", "--fix", *rest)
    return call(PYTHON, "-m", "ruff", "format", *rest) or mended


def words(rest: list[str]) -> int:
    return call(PYTHON, "packaging/words.py", *rest)


VERBS = {"run": run, "test": test, "format": tidy, "words": words}


def main(asked: list[str]) -> int:
    if not asked or asked[0] in {"help", "-h", "--help"}:
        print(USAGE)
        return 0
    verb, *rest = asked
    if verb not in VERBS:
        stop(f"There is no verb '{verb}' here. Nothing was done.\n\n{USAGE}", 2)
    make_ready(verb)
    return VERBS[verb](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("Stopped.", 130)
    except OSError as problem:
        stop(f"Stopped: {problem.strerror} ({problem.filename}). Start again when that is mended.")
