"""What is taken back with a line, and what an undo says in its place. Pure.

Context. Somebody who undoes her last save wants to undo the one before it next. By then the field holds a line of the
first undo, and a rule that takes back only what is still current would find every older save changed since.

Decision. An undo that says what the line said in whose place the undone one stood is nobody's later word: it says that
line again, and goes with it. Who takes back her side of a quarrel gives way to the other side; the value that both of
them had replaced is not brought back against it. Who takes back a settlement brings back all that it settled, each
value in a line of its own that names the settlement alone: the quarrel stands again.

Consequences. Saves are taken back one after another, as far as nobody else changed what they left. Where the others say
the same as she did, nothing is left to take back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from caregiver_desk.records.folding import Web
from caregiver_desk.records.journal import WITHDRAWN, Held, Scalar


def before(web: Web, line: Held, field: str) -> Sequence[Held] | None:
    """The lines in whose place a line stands, the one to display first; None where what it names is not here."""
    named = {tag for tag, _ in web.named(line, field)}
    held = [web.held[tag] for tag in named if tag in web.held]
    here = [each for each in held if each.counts and field in each.line.fields]
    if len(here) > 1:
        here = sorted(web.unreplaced(here, field), key=web.display_order, reverse=True)
    return None if named and not here else here


def meant(web: Web, line: Held, field: str) -> Iterator[Held | None]:
    """A line, the one that it says again as an undo, and so on; None at the end where it says that there was none."""
    said: Held | None = line
    while said:
        yield said
        undone = web.held.get(said.line.undoes)
        earlier = before(web, undone, field) if undone and field in undone.line.fields else None
        again = next((each for each in earlier or () if each.value(field) == said.value(field)), None)
        if earlier is None or (again is None and (earlier or said.line.fields[field] is not None)):
            return
        said = again
    yield None


def saying(web: Web, tag: str, field: str) -> list[Held]:
    """The current lines that are this one, or that say it again as an undo."""
    return [head for head in web.current(field) if any(each and each.tag == tag for each in meant(web, head, field))]


def comes_from(web: Web, tags: Collection[str]) -> bool:
    """Whether all that is current are these lines, what says them again, and what says that there was none."""
    said = (meant(web, head, field) for field in web.fields for head in web.current(field))
    return all(any(each is None or each.tag in tags for each in chain) for chain in said)


def brought_back(web: Web, tag: str, together: Collection[str]) -> list[dict[str, Scalar]]:
    """What comes in the place of a line that is taken back: fields and their values, a line for each version of them.

    Of the fields that are still as it left them; `together` are the lines of the save that it is one of.
    """
    stood = {field: _without(web, tag, field, together) for field in web.held[tag].line.fields}
    return [
        {field: values[number] for field, values in stood.items() if number < len(values)}
        for number in range(max(map(len, stood.values()), default=0))
    ]


def _without(web: Web, tag: str, field: str, together: Collection[str]) -> list[Scalar]:
    """The values that a field takes without this line, the first to display; none where it stays as it is."""
    if not saying(web, tag, field):
        return []
    mine, undone = [head for each in together for head in saying(web, each, field)], web.held[tag]
    others = [head for head in web.current(field) if head not in mine and field != WITHDRAWN]
    if others:
        return [others[0].line.fields[field]] if others[0].value(field) != undone.value(field) else []
    earlier = before(web, undone, field)
    if earlier is None:
        return []
    apart = {each.value(field): each.line.fields[field] for each in earlier}
    return list(apart.values()) or [None]
