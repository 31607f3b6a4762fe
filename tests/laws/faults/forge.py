"""A warm process that has everything loaded, and forks a child for each job, so that thousands of faults take minutes.

It is asked in JSON, a line each, and answers in the same order. A job runs in a forked child, and where a fault is
wanted, that child is held before its first step until the fault is in its way. What the child says goes through a
socket, so that no write of it is a write of the test. Looking at a place happens in a fresh child as well, as if the
program began again. What a passphrase is stretched to is remembered, for it would take most of the time: one salt is
drawn for all slots, and both passphrases are stretched before the first child is forked.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from caregiver_desk.errors import Problem
from caregiver_desk.settings import HOME
from caregiver_desk.store import slots
from faults import after, meddle
from faults.controls import CONTROLS
from faults.jobs import JOBS, Job
from faults.place import NEW, Place, prepared

PR_SET_PTRACER, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)
Say = Callable[..., None]
Asked = dict[str, Any]

slots._stretch = cache(slots._stretch)
slots._fresh_salt = cache(slots._fresh_salt)


def main() -> None:
    for asked in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(asked))) + "\n")
        sys.stdout.flush()


def answer(asked: Asked) -> Any:
    place = Place(Path(asked["place"]))
    os.environ[HOME] = str(place.home)
    job = JOBS.get(asked.get("job", ""))
    match asked["do"]:
        case "prepare":
            prepared(place.root)
            slots.make(slots.fresh_keys(), NEW, slots.FLOOR)
            return None
        case "rehearse":
            assert job
            return rehearsed(job, place)
        case "look":
            assert job
            with job.program(), CONTROLS[asked["without"]]():
                return forked(lambda say: say("looked", **after.look(place, job.whose)), {})
        case _:
            assert job
            return forked(lambda say: work(job, place, asked, say), asked)


def rehearsed(job: Job, place: Place) -> list[list[str]]:
    """What the book says before the first step and after each, undisturbed; it also loads whatever is loaded late."""
    with job.program():
        before = after.told(place, job.whose)
        if job.closed:
            return [before, *(after.told(place, job.whose) for _ in job.steps(None, place))]
        with closing(place.opened(job.whose)) as book:
            return [before, *(after.blind(book) for _ in job.steps(book, place))]


def work(job: Job, place: Place, asked: Asked, say: Say) -> None:
    """The child's part: open what has to be open, let the fault be put in place, and do the job."""
    with job.program(), CONTROLS[asked.get("without", "nothing")]():
        book = None if job.closed else place.opened(job.whose)
        if asked.get("keep"):
            shutil.copytree(place.root, asked["keep"])
        say("ready")
        with meddle.from_within(*asked.get("within", ())) as counted, problems_said(say):
            try:
                for step in job.steps(book, place):
                    say("done", step=step)
            finally:
                if book:
                    book.close()
        say("end", calls=counted())


@contextmanager
def problems_said(say: Say) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        say("problem", code=problem.code, sentence=str(problem))
    except BaseException:  # noqa: BLE001 - whatever it is, it is a finding
        say("traceback", text=traceback.format_exc())


def forked(what: Callable[[Say], None], asked: Asked) -> dict[str, Any]:
    """What a child said, and whether it was killed. Before it is ready no fault is in its way."""
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        ours.close()
        _be_the_child(what, theirs)
    theirs.close()
    tracer, said = None, []
    with ours, ours.makefile("r") as hears:
        for line in hears:
            said.append(json.loads(line))
            if said[-1]["what"] == "ready":
                if asked.get("fault"):
                    tracer = meddle.attached(child, asked["fault"], asked.get("log"))
                    said += [] if tracer else [{"what": "not held"}]
                ours.send(b"!")
    _, status = os.waitpid(child, 0)
    if tracer:
        tracer.communicate()
    return {"said": said, "killed": os.WIFSIGNALED(status)}


def _be_the_child(what: Callable[[Say], None], line: socket.socket) -> NoReturn:
    if sys.platform == "linux":  # else only who began it may hold it
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)

    def say(kind: str, **facts: Any) -> None:
        line.sendall(json.dumps({"what": kind, **facts}).encode() + b"\n")
        if kind == "ready":
            line.recv(1)

    with problems_said(say):
        what(say)
    os._exit(0)


if __name__ == "__main__":
    main()
