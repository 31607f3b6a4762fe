"""Tries the built package where nothing else is: a bare Debian, an ordinary person, and no network.

Context. A program that was built where it was written finds on that machine all that it forgot to bring.

Decision. `debootstrap` makes the smallest Debian in `build/`; each try is in a copy of it, in name spaces of its own,
so nothing of it stays mounted and no step reaches a network once the package is there. What the README shows as the
main job is run as it stands there; then come pictures, papers, under Xvfb the first window and a bundle that the system
itself opens, a first use by ear and by keys (`first_use.py`), and the removal.

Consequence. It needs root and, the first time, a network. Each step says what it tried, and the first that fails ends
it. Pictures of the window stay in `build/seen/` for whoever wants to look.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from dev import ROOT, call, stop, tell

BUILD = ROOT / "build"
BARE, ROOM, SEEN = BUILD / "bare", BUILD / "room", BUILD / "seen"
SUITE = "bookworm"
HOME = ROOM / "home" / "nomvula"
TOOLS = "xvfb xauth xdotool scrot bash"  # to look at the window with; the program needs none of them
DESKTOP = "libglib2.0-bin shared-mime-info desktop-file-utils"  # by which a desktop knows whose a file is
EARS = "matchbox-window-manager dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi"  # what a first use is heard by
NEEDED = {"debootstrap": "debootstrap", "unshare": "util-linux", "chroot": "coreutils"}
PERSON = "1000:1000"
PASSPHRASE = "river candle basket mountain seven"

WAITING = """
until_holds() { for look in $(seq 300); do "$@" && return; sleep 0.2; done; echo "never: $*"; exit 1; }
work_of() { tr ' ' '\\n' < /proc/$1/stat | sed -n '14,15p' | paste -sd' '; }
work_of_all() { for each in $1 $(cat /proc/$1/task/*/children); do work_of $each; done 2>&1 || true; }
did_nothing() { before=$(work_of_all $1); sleep 1; [ "$before" = "$(work_of_all $1)" ]; }
other_window() {
    window=$(xdotool search --onlyvisible --name '^Caregiver Desk$' | grep -vx "$1" | head -1)
    [ "$window" ]
}
comes_after() {
    until_holds other_window "$1"
    program=$(xdotool getwindowpid $window)
    until_holds did_nothing $program
}
tell() { echo "ticks at the $1: $(work_of $program)"; grep VmRSS /proc/$program/status; }
"""
FIRST = f"""{WAITING}
caregiver-desk &
comes_after nothing
scrot -o first.png
kill $program
"""
WINDOW = f"""{WAITING}
gio open "$(ls *.caredesk | head -1)"
comes_after nothing
tell door
scrot -o door.png
xdotool type --delay 5 '{PASSPHRASE}'
xdotool key Return
comes_after $window
tell desk
scrot -o desk.png
xdotool key ctrl+l
comes_after $window
scrot -o locked.png
kill $program
"""


def bare() -> None:
    lacking = [package for tool, package in NEEDED.items() if not shutil.which(tool)]
    if lacking or os.geteuid() != 0:
        stop(f"This needs root, and {', '.join(NEEDED)} (apt-get install {' '.join(lacking or NEEDED.values())}).")
    if not BARE.is_dir():
        tell("Making a bare Debian. This needs some minutes, and the network.")
        making = BUILD / "bare-begun"
        shutil.rmtree(making, ignore_errors=True)
        if call("debootstrap", "--variant=minbase", SUITE, making):
            stop("The bare Debian could not be made; the reason stands above.")
        making.rename(BARE)
    shutil.rmtree(ROOM, ignore_errors=True)
    call("cp", "-a", BARE, ROOM)


def inside(script: str, *, online: bool = False, person: str = "", **facts: str) -> str:
    """What a script says in the room. Without a network, unless it is to have one."""
    apart = ["unshare", "--mount", *([] if online else ["--net"])]
    known = {"HOME": "/home/nomvula" if person else "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    known |= {"CAREGIVER_DESK_HOME": "/home/nomvula/kept"} | facts
    who = [f"--userspec={person}"] if person else []
    words = ["env", "-i", *(f"{name}={value}" for name, value in known.items())]
    enter = shlex.join(["chroot", *who, str(ROOM), *words, "bash", "-euc", f"cd; {script}"])
    mount = f"mount -t proc proc {ROOM}/proc; mount --rbind /dev {ROOM}/dev; {enter}"
    done = subprocess.run([*apart, "sh", "-euc", mount], capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"{done.stdout}\n{done.stderr}\nThis did not end well:\n{script}", 1)
    return done.stdout + done.stderr


def step(sentence: str, script: str, want: str = "", **facts: str) -> str:
    """A thing somebody does, and a word that must be in the answer."""
    said = inside(script, person=PERSON, **facts)
    if not re.search(want, said):
        stop(f"{said}\nThis does not say “{want}”: {sentence}", 1)
    tell(f"  {sentence}")
    return said


def install(package: Path) -> None:
    shutil.copy(package, ROOM / "root" / "desk.deb")
    shutil.copytree("/etc/apt/apt.conf.d", ROOM / "etc" / "apt" / "apt.conf.d", dirs_exist_ok=True)
    shutil.copy("/etc/resolv.conf", ROOM / "etc" / "resolv.conf")
    apt = "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends"
    facts = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    inside(
        f"apt-get update; {apt} {TOOLS} {DESKTOP} {EARS}; {apt} ./desk.deb; useradd -m -u 1000 nomvula",
        online=True,
        **facts,
    )
    (HOME / "samples").mkdir()
    for sample in (ROOT / "tests" / "samples").glob("north-*.csv"):
        shutil.copy(sample, HOME / "samples")
    tell("  the package is there, with what it asks of the system and nothing else of ours")


def work() -> None:
    """The commands: the main job of the README, and what needs a part that might have been forgotten."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    main_job = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)[0]
    step("it says its version", "caregiver-desk --version; caregiver-desk-cli --version", "caregiver-desk [0-9.]+")
    job = {"DESK": "caregiver-desk-cli", "SAMPLES": "/home/nomvula/samples"}
    step("the main job of the README is done", f"mkdir job; cd job; {main_job}", "All is well", **job)
    desk = "caregiver-desk-cli --book job/nomvula --passphrase-file job/passphrase"
    step("a report is a PDF", f"{desk} report --period 2026-Q1 --out . --format pdf; head -c 5 *.pdf", "%PDF-")
    sheet = f"{desk} spreadsheet visit --out visits.xlsx; head -c 2 visits.xlsx"
    step("visits are a spreadsheet", sheet, "PK")
    card = f"{desk} card --picture card.png; {desk.replace('nomvula', 'fhatuwani')} pair card.png --words '' || true"
    step("a card is read from its picture", card, "words")
    hub = "caregiver-desk-cli new --book postgresql://127.0.0.1:1/caredesk --name Z --role coordinator --organisation O"
    asked = f"{hub} --officer T --purposes p --passphrase-file job/passphrase 2>&1 || true"
    step("the driver of a hub is there", asked, "does not answer|no answer|cannot be reached|away")
    server = "--at sftp://127.0.0.1:1/box --user n --password-file job/passphrase"
    step("a server of files would be spoken to", f"{desk} mailbox {server} 2>&1 || true", "does not answer")


def screen(script: str) -> str:
    """The same, where there is a screen."""
    return f"xvfb-run -a -s '-screen 0 1366x768x24' bash -euc {shlex.quote(script)}"


def look() -> None:
    """The desk: pictures without a screen, and a window with one."""
    step("pictures of every page", "caregiver-desk demo --week 3 --tour tour | tail -1", "pictures in")
    papers = "mkdir papers; caregiver-desk handouts --out papers; head -qc 5 papers/*.pdf"
    step("papers of a rehearsal", papers, "%PDF-")
    step("the first window is there, without a book", screen(FIRST), CAREGIVER_DESK_HOME="/home/nomvula/none")
    begin = f"echo '{PASSPHRASE}' > p; caregiver-desk new --name Nomvula --passphrase-file p; find kept -name book.db"
    step("a book in its usual place", begin, "book.db")
    bundle = "caregiver-desk-cli --book job/fhatuwani --passphrase-file job/passphrase bundle --to Nomvula --out ."
    step("a bundle to open", f"{bundle}; ls", "[.]caredesk")
    kind = "gio info -a standard::content-type *.caredesk; gio mime application/vnd.caregiver-desk.bundle"
    whose = "(?s)caregiver-desk[.]bundle.*caregiver-desk[.]desktop"
    step("the system knows what a bundle is, and whose", kind, whose)
    own = {"CAREGIVER_DESK_BOOK": "/home/nomvula/job/nomvula"}
    opened = "a bundle opened by the system brings the desk, which unlocks, shows what it would change, and locks"
    told = step(opened, screen(WINDOW), "VmRSS", **own)
    tell("".join(f"    {line}\n" for line in told.splitlines() if re.match("ticks|VmRSS", line)).rstrip())


def begin_without_a_word() -> None:
    """A first use by ear and by keys, for which nothing is there but what the program says."""
    for script in ("first_use.py", "by_ear.py"):
        shutil.copy(ROOT / "packaging" / script, HOME)
    coordinator = "caregiver-desk-cli --book job/fhatuwani --passphrase-file job/passphrase"
    words = 'python3 -c \'import json, sys; print(json.load(sys.stdin)["words"], end="")\' > table/words'
    table = f"mkdir table seen; cp samples/* table; {coordinator} card --out table/fhatuwani.card --json | {words}"
    step("a table with two spreadsheets and a coordinator’s card", f"{table}; cat table/words", "[a-z]+ [a-z]+")
    begun = "a first use by ear and keys: a book, a week, a check-in, a concern, a bundle, and no detour"
    use = "python3 first_use.py --seen seen table caregiver-desk"
    told = step(begun, use, "keys beside words", CAREGIVER_DESK_HOME="/home/nomvula/first", XDG_RUNTIME_DIR="/tmp")  # noqa: S108
    tell("".join(f"    {line}" for line in told.splitlines() if "keys beside words" in line))


def keep_pictures() -> None:
    SEEN.mkdir(exist_ok=True)
    tour = sorted((HOME / "tour").glob("today-*.png"))
    for picture in [*HOME.glob("*.png"), *(HOME / "seen").glob("*.png"), *tour]:
        shutil.copy(picture, SEEN)


def remove() -> None:
    """The program goes; what she wrote stays, to the byte."""
    sums = "find . -name book.db -o -name keys.json | sort | xargs sha256sum"
    before = inside(sums, person=PERSON)
    inside("dpkg --purge caregiver-desk; ! test -e /usr/lib/caregiver-desk; ! command -v caregiver-desk")
    if not before or inside(sums, person=PERSON) != before:
        stop("Removing the program changed a book.", 1)
    tell("  the program is gone, and every book is where it was")


def main(packages: list[str]) -> int:
    if len(packages) != 1:
        stop("There must be one package in dist/ to try: `python3 packaging/package.py linux` makes it.")
    bare()
    install(Path(packages[0]))
    work()
    look()
    begin_without_a_word()
    keep_pictures()
    remove()
    tell("All is well.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
