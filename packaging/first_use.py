"""The first use of the program, as a script has it that hears and does not see: by the keys, and by what it is told.

She begins a book, brings in the people and homes that she has in spreadsheets, types a week from paper, holds a
check-in with a promise, notes a concern, meets her coordinator and makes a bundle; then she locks, and comes back. What
she presses is on the screen by its words, or one of the keys that the screen tells. How many keys it took is told; more
than the limit is a failure.

    first_use.py [--again] [--seen FOLDER] TABLE PROGRAM [WORDS …]

TABLE holds `north-caregivers.csv`, `north-households.csv`, `fhatuwani.card`, and `words`, the eight of that card.
`--again` is a day with a book that is there, of which she knows the keys that the screen tells.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from by_ear import INSIDE, Listener, Lost, on_a_stage

PASSPHRASE = "river candle basket mountain seven"
MOST = 160  # keys beside words
FRIDAY = 4  # days that come before it


def begin(she: Listener) -> None:
    she.hear("Your name")
    she.write("Nomvula Shezi").go_to("Passphrase").write(PASSPHRASE)
    she.go_to("Once more").write(PASSPHRASE).look("begin")
    she.press("Return").hear("Your recovery sheet")
    she.look("recovery-sheet")
    she.choose("Save as PDF").hear("dialog")
    she.press("Return").hear("Saved as recovery-sheet-")
    she.back()
    she.choose("Open my desk").hear("Go to caregivers")
    she.look("today")


def bring_in(she: Listener, sheet: Path, label: str) -> None:
    she.choose("Bring in a spreadsheet").hear("File name:")
    she.write(str(sheet)).press("Return").hear(label)
    she.look("spreadsheet")
    she.press("space").hear("brought in")
    she.choose("Done").back()


def today(she: Listener, what: str) -> None:
    """What comes next stands on Today, and has the keys there."""
    she.press("alt+1").hear(what)
    she.look("next")
    she.press("space")


def a_week(she: Listener) -> None:
    """The last week that is over: two homes on each day but Friday, by their numbers as they stand on the screen."""
    she.hear("free")
    she.choose("The week before", "shift+Tab").hear("Week sheet of")
    told = [line for line in she.see("HH-00").splitlines() if "HH-" in line]
    numbers = [line.split()[0].replace("-", "") for line in told]
    she.look("week")
    for _ in range(FRIDAY):
        for number in numbers[:2]:
            she.type(number).hear("1 visit saved.")
        day = she.stand_on("free")
        she.press("Tab").stand_on("free", but=day)
    she.look("week-typed")


def a_check_in(she: Listener, name: str) -> None:
    she.hear("Caregiver, text")
    she.type(name).go_to("Held on").look("check-in")
    she.go_to("Time given").type("45").go_to("How are you").write("tired but well")
    she.go_to("Promise 1: What").write("ask about the stipend").go_to("Promise 1: By when").type("+7").stands("+7")
    she.look("check-in-filled")
    she.press("ctrl+Return").hear("Check-in saved.")


def a_concern(she: Listener) -> None:
    she.press("alt+9").hear("danger")
    she.press("Right").hear("no,")
    she.press("space").go_to("hurt in body").press("space").go_to("a child").press("space")
    she.go_to("What was seen").write("bruises on both arms").look("concern")
    she.press("ctrl+Return").hear("Who was told")
    she.look("concern-saved")
    she.press("Escape").back()


def a_partner(she: Listener, table: Path) -> None:
    she.hear("Sharing")
    she.choose("Open a card").hear("File name:")
    she.write(str(table / "fhatuwani.card")).press("Return").hear("eight words")
    she.look("card")
    she.write((table / "words").read_text()).press("Return").hear("Paired with")
    she.back()


def a_bundle(she: Listener) -> None:
    she.hear("Sharing")
    she.choose("Make a bundle").hear("dialog")
    she.look("bundle")
    she.choose("Choose the stick").hear("dialog")
    she.press("Return").hear(".caredesk")
    she.back()


def unlock(she: Listener) -> None:
    she.hear("Passphrase")
    she.write(PASSPHRASE).press("Return").hear("panel")


def use(she: Listener, table: Path) -> None:
    begin(she)
    she.press("space").hear("Add a caregiver")
    bring_in(she, table / "north-caregivers.csv", "Bring in 5")
    today(she, "Bring in the homes")
    she.hear("Add a household")
    bring_in(she, table / "north-households.csv", "Bring in 4")
    today(she, "Type a week from paper")
    a_week(she)
    today(she, "Hold a check-in")
    a_check_in(she, "rof")
    a_concern(she)
    today(she, "Meet a partner")
    a_partner(she, table)
    today(she, "Make the first bundle")
    a_bundle(she)
    she.press("ctrl+l")
    unlock(she)


def a_day(she: Listener, _table: Path) -> None:
    unlock(she)
    she.press("alt+3")
    a_week(she)
    she.press("alt+6")
    a_check_in(she, "sib")
    a_concern(she)
    she.press("alt+equal")
    a_bundle(she)


def main(words: list[str]) -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("table", type=Path)
    asked.add_argument("--again", action="store_true")
    asked.add_argument("--seen", type=Path)
    asked.add_argument("program", nargs=argparse.REMAINDER)
    told = asked.parse_args(words)
    she = Listener(told.seen)
    desk = subprocess.Popen(told.program)
    try:
        (a_day if told.again else use)(she, told.table.resolve())
    except Lost as problem:
        print("\n".join(she.said))
        print(problem)
        return 1
    finally:
        desk.terminate()
        desk.wait()
    print("\n".join(she.said))
    print(f"{she.keys} keys beside words, of {MOST}")
    return int(she.keys > MOST)


if __name__ == "__main__":
    if INSIDE not in os.environ:
        sys.exit(on_a_stage())
    sys.exit(main(sys.argv[1:]))
