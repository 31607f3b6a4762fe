"""What is taken back with a line, and what an undo says in its place. Pure.

Context. Somebody who undoes her last save wants to undo the one before it next. By then the field holds a line of the
first undo, and a rule that takes back only what is still current would find every older save changed since.

Decision. An undo that says what the line said in whose place the undone one stood is nobody's later word: it says that
line again, and goes with it. Who takes back her side of a quarrel gives way to the other side; the value that both of
them had replaced is not brought back against it.

Consequences. Saves are taken back one after another, as far as nobody else changed what they left. Where the others say
the same as she did, nothing is left to take back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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
        value = _value(said, field)
        if earlier is None or value not in sides(earlier, field):
            return
        said = next((each for each in earlier if _value(each, field) == value), None)
    yield None


def first_said(web: Web, line: Held, field: str) -> Held:
    """The line whose word an undo brought back; any other line itself."""
    return [each for each in meant(web, line, field) if each][-1]


def saying(web: Web, tags: Collection[str], field: str) -> list[Held]:
    """The current lines that are some of these, or that say one of them again as an undo."""
    return [head for head in web.current(field) if any(each and each.tag in tags for each in meant(web, head, field))]


def comes_from(web: Web, tags: Collection[str]) -> bool:
    """Whether all that is current are these lines, what says them again, and what says that there was none."""
    said = (meant(web, head, field) for field in web.fields for head in web.current(field))
    return all(any(each is None or each.tag in tags for each in chain) for chain in said)


def taken_back(web: Web, tag: str, save: Collection[str]) -> list[dict[str, Scalar]]:
    """What the fields of a line become without its save, those that are still as it left them: side by side."""
    return side_by_side({field: _without(web, tag, save, field) for field in web.held[tag].line.fields})


def side_by_side(values: Mapping[str, Sequence[Scalar]]) -> list[dict[str, Scalar]]:
    """What must be written for fields to have these values, each first its value to show: that is written last."""
    most = max(map(len, values.values()), default=0)
    return [
        {field: each[place] for field, each in values.items() if place < len(each)} for place in reversed(range(most))
    ]


def sides(lines: Iterable[Held], field: str) -> list[Scalar]:
    """The different values of lines, in their order; nothing, where there is no line."""
    return list(dict.fromkeys(_value(each, field) for each in lines)) or [None]


def _value(line: Held, field: str) -> Scalar:
    """As it stands in the line: of withdrawals, what they saw."""
    return line.line.fields[field]


def _without(web: Web, tag: str, save: Collection[str], field: str) -> list[Scalar]:
    """The values that a field takes without a save, the one to show first; none where it stays as it is."""
    if not saying(web, {tag}, field):
        return []
    mine, earlier = saying(web, save, field), before(web, web.held[tag], field)
    others = [head for head in web.current(field) if head not in mine and field != WITHDRAWN]
    if not others:
        return [] if earlier is None else sides(earlier, field)
    left = web.unreplaced([*others, *(earlier or ())], field)
    return _beside(others, left, field) or _instead(web.held[tag], others[0], field)


def _beside(others: Sequence[Held], left: Iterable[Held], field: str) -> list[Scalar]:
    """The values of what is left that no others say."""
    said = {_value(each, field) for each in others}
    return [value for value in dict.fromkeys(_value(each, field) for each in left) if value not in said]


def _instead(undone: Held, other: Held, field: str) -> list[Scalar]:
    return [_value(other, field)] if other.value(field) != undone.value(field) else []
