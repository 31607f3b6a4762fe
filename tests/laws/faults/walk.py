"""Walking through the faults that a job can meet: all of them, or an even part that is another one in every run."""

from __future__ import annotations

import random
from collections.abc import Sequence

from faults import FULL, meddle
from faults.crew import Crew
from faults.meddle import Fault, Met
from faults.place import Place
from faults.verdict import wrong

PAGES = "pwrite64"  # pages of the database: by far the most
SOME = 2
SLOW = ("passphrase", "rekey", "new keys", "take in", "export", "begin")  # whole files are written, or worked through


class Walk:
    """A job, what the book says at each of its steps, and the calls at which something can happen."""

    def __init__(self, crew: Crew, job: str, *, within: bool = False, without: str = "nothing") -> None:
        self.crew, self.job, self.told, self.without = crew, job, crew.rehearse(job), without
        self._met = calls(crew, job, crew.place, within=within, without=without)

    def kills_at(self, call: str) -> list[Fault]:
        """A kill at each call of this sort."""
        return [Fault("KILL", each.call, each.number) for each in self._met if call and each.call == call]

    def refusals(self, error: str, near: str) -> list[Fault]:
        """This error at each call that makes something here."""
        making = [each for each in self._met if near in each.line and ("O_CREAT" in each.line or each.call == "mkdir")]
        return [Fault(error, each.call, each.number) for each in making]

    def faults(self, what: str, *, ever: bool = False, some: int = SOME) -> list[Fault]:
        """All of them in full size, else some of the pages and twice as many of all other calls."""
        met = [each for each in self._met if not _harmless(what, each)]
        pages, others = ([each for each in met if (each.call == PAGES) is pages] for pages in (True, False))
        some = max(1, some // 2) if self.job in SLOW else some
        names = [each for each in others if each.call == "rename" and what == "KILL"]  # where half could be seen
        chosen = met if FULL else [*_part(pages, some), *_part(others, 2 * some), *names]
        return [Fault(what, each.call, each.number, ever) for each in chosen]

    def through(self, faults: Sequence[Fault], *, again: bool = False) -> dict[str, list[str]]:
        """What was wrong after each; with `again`, a kill also meets the first opening after it."""
        found = {str(fault): self._after(fault, again=again) for fault in faults}
        return {fault: words for fault, words in found.items() if words}

    def _after(self, fault: Fault, *, again: bool) -> list[str]:
        with self.crew.copy() as place:
            done = self.crew.work(place, self.job, fault, without=self.without)
            second = self._killed_again(place) if again else ""
            found = wrong(self.told, done, self.crew.look(place, self.job, without=self.without))
            return [f"{words} {second}".strip() for words in found]

    def _killed_again(self, place: Place) -> str:
        """Kill the opening that follows at one of its calls, and say at which."""
        opens = "update" if self.job == "update" else "reopen"
        met = random.choice(calls(self.crew, opens, place))  # noqa: S311
        fault = Fault("KILL", met.call, met.number)
        assert self.crew.work(place, opens, fault).killed
        return f"(then {fault})"


def calls(crew: Crew, job: str, place: Place, *, within: bool = False, without: str = "nothing") -> list[Met]:
    """The calls at which something can happen, found by doing the job in a copy of this place."""
    with crew.copy(place) as copy:
        if crew.holds and not within:
            crew.work(copy, job, without=without, **meddle.recording(), log=str(crew.folder / "log"))
            return list(meddle.met(crew.folder / "log", str(copy.root)))
        print("faults come from within the process")  # noqa: T201 - never without a word
        number = crew.work(copy, job, without=without, within=["COUNT", 0]).first("end")["calls"]
        return [Met("", each + 1, "") for each in range(number)]


def _harmless(what: str, met: Met) -> bool:
    """A full disk stops nobody from opening what is there."""
    return what == "ENOSPC" and met.call == "openat" and "O_CREAT" not in met.line


def _part(of: Sequence[Met], most: int) -> Sequence[Met]:
    step = max(1, -(-len(of) // most))
    return of[random.randrange(step) :: step]  # noqa: S311 - another part in every run
