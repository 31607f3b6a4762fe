"""Gathers every sentence that the program says, and lays it before those who say it in other languages.

Context. A sentence is marked where it is written (`say`, `count`, `later`), declared (`Shown`, a kind, an act, what a
field may be), or data in `resources`. A translator must meet each once, whole, and know who will read it.

Decision. `template` looks through all three and gives one PO template; what is heard by a caregiver says so, for that
comes first and is read by a mother-tongue reader first. `refresh` writes the template and gives every language in
`resources/wording` its entries in the order of the template: what was said already stays, what nobody says any more
goes. Nothing is guessed for a sentence that changed.

Consequences. A text of data that only looks like a sentence is in it as well, and costs a translator a line. That
nothing is left out is not proven here: the desk is shown in a made-up language by the tests, and what stays English
there was not gathered.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, RESOURCES = ROOT / "caregiver_desk", ROOT / "resources"
WORDING = RESOURCES / "wording"
TEMPLATE = WORDING / "caregiver-desk.pot"
HEARD = "a caregiver reads or hears this"
OF_CAREGIVERS = (
    "reports/people/notice", "reports/people/pack", "reports/visits", "reports/supervision", "reports/wellbeing",
    "reports/concerns/ringing", "records/wellbeing/checks", "records/supervision/agreement",
    "records/supervision/observation", "practice/observation.toml", "practice/surveys.toml", "practice/services.toml",
    "practice/danger.toml",
)  # fmt: skip
SAID = {"say": 1, "later": 1, "count": 2}  # how many of the first arguments are said
DATA = ("practice", "indicators", "aids", "neighbours", "profiles", "help")
ONE, MANY = "one", "words"  # of a number, and of several
GLOSSARY = "words"  # a table whose names are said as well
UNSAID = {"version", "current", "written", "fields", "code", "codes", "phone", "unit_standards", "holds", "form", "hxl"}
SHORT = {
    "no", "little", "mostly", "much", "never", "seldom", "often", "always", "unit", "cost", "hours", "area", "state",
    "names", "incident", "split", "words", "look", "listen", "link",
}  # fmt: skip

Named = Mapping[str, list[ast.expr]]


class Sentence(NamedTuple):
    """What is said, how it is said of many (else empty), and in which rooms of the house."""

    one: str
    many: str
    rooms: tuple[str, ...]


def gathered() -> list[Sentence]:
    """Every sentence once, by the room that says it first."""
    rooms: dict[str, dict[str, None]] = {}
    plural: dict[str, str] = {}
    for room, one, many in chain(_of_code(), _declared(), _of_data()):
        plural[one] = plural.get(one, "") or many
        rooms.setdefault(one, {})[room] = None
    return [Sentence(one, plural[one], tuple(found)) for one, found in rooms.items() if any(map(str.isalpha, one))]


def _of_code() -> Iterator[tuple[str, str, str]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        room = file.relative_to(PACKAGE).with_suffix("").as_posix()
        yield from ((room, one, many) for one, many in _said(ast.parse(file.read_text("utf-8")), {}))


def _said(node: ast.AST, named: Named) -> Iterator[tuple[str, str]]:
    """What is said in a part of the code; `named` is what its function called a sentence before it said it."""
    if isinstance(node, ast.FunctionDef):
        named = _named(node)
    if isinstance(node, ast.Call) and (many := SAID.get(_name(node.func))):
        told = [list(_texts(each, named)) for each in node.args[:many]]
        if _name(node.func) != "count":
            yield from ((text, "") for texts in told for text in texts)
        elif len(told) == many:
            yield from zip(*told, strict=False)
    for inner in ast.iter_child_nodes(node):
        yield from _said(inner, named)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _named(function: ast.FunctionDef) -> Named:
    """What a function calls by a name, each time it does."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        for name, value in _pairs(node) if isinstance(node, ast.Assign) else ():
            found.setdefault(_name(name), []).append(value)
    return found


def _pairs(assigned: ast.Assign) -> Iterable[tuple[ast.expr, ast.expr]]:
    (target, *_), value = assigned.targets, assigned.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return zip(target.elts, value.elts, strict=False)
    return [(target, value)]


def _texts(told: ast.expr, named: Named) -> Iterator[str]:
    """The text that stands here, or each of those of which one is said."""
    if isinstance(told, ast.Constant) and isinstance(told.value, str):
        yield told.value
    for inner in _inner(told, named):
        yield from _texts(inner, {})


def _inner(told: ast.expr, named: Named) -> Iterable[ast.expr]:
    if isinstance(told, ast.Name):
        return named.get(told.id, ())
    if isinstance(told, ast.IfExp):
        return told.body, told.orelse
    return told.values if isinstance(told, ast.BoolOp) else ()


def _declared() -> Iterator[tuple[str, str, str]]:
    """What kinds and acts are called, and their fields, with all that a field may be."""
    from caregiver_desk import acts
    from caregiver_desk.acts.act import ACTS
    from caregiver_desk.records.kinds import KINDS

    acts.load()
    for _, act in sorted(ACTS.items()):
        yield f"acts/{act.subject}", act.label, ""
    for _, kind in sorted(KINDS.items()):
        room = kind.draft.__module__.partition(".")[2].replace(".", "/")
        yield from ((room, text, "") for text in (kind.label, kind.plural))
        for field in kind.fields.values():
            shown = field.shown
            yield from ((room, text, "") for text in (shown.label, shown.why, shown.unit, shown.readers))
            yield from ((room, each.value, "") for each in field.choices or ())


def _of_data() -> Iterator[tuple[str, str, str]]:
    for file in sorted(each for part in DATA for each in (RESOURCES / part).rglob("*.toml")):
        room = file.relative_to(RESOURCES).as_posix()
        yield from ((room, *said) for said in _sentences(tomllib.loads(file.read_text("utf-8")), ""))


def _sentences(told: object, key: str) -> Iterator[tuple[str, str]]:
    """Each with its plural, where the table gives it as `one` beside its `words`."""
    if isinstance(told, Mapping):
        yield from ((str(each), "") for each in (told if key == GLOSSARY else ()))
        if told.keys() >= {ONE, MANY}:
            yield told[ONE], told[MANY]
            told = {name: inner for name, inner in told.items() if name not in {ONE, MANY}}
        for name, inner in told.items():
            yield from _sentences(inner, str(name))
    elif isinstance(told, list):
        for inner in told:
            yield from _sentences(inner, key)
    elif isinstance(told, str) and key not in UNSAID and (key in SHORT or " " in told or told[:1].isupper()):
        yield told, ""


def template(sentences: Iterable[Sentence]) -> polib.POFile:
    """A PO template; what a caregiver reads or hears stands first."""
    made = _file({"Content-Type": "text/plain; charset=UTF-8", "Language": ""})
    made.extend(sorted(map(_entry, sentences), key=lambda each: not each.comment))
    return made


def _file(metadata: Mapping[str, str]) -> polib.POFile:
    made = polib.POFile(wrapwidth=120)
    made.metadata = dict(metadata)
    return made


def _entry(sentence: Sentence) -> polib.POEntry:
    heard = any(room.startswith(OF_CAREGIVERS) for room in sentence.rooms)
    return polib.POEntry(
        msgid=sentence.one,
        msgid_plural=sentence.many,
        msgstr_plural={0: "", 1: ""} if sentence.many else {},
        comment=HEARD if heard else "",
        occurrences=[(room, "") for room in sentence.rooms[:3]],
    )


def renewed(language: polib.POFile, asked: polib.POFile) -> polib.POFile:
    """A language in the order of the template: what was said already stays, what nobody says any more goes.

    Asked is what a caregiver reads or hears; the rest stands in the template, for whoever wants to say it too.
    """
    said = {entry.msgid: entry for entry in language}
    made = _file(language.metadata)
    made.header = language.header
    answers = (_answered(entry, said.get(entry.msgid)) for entry in asked)
    made.extend(each for each in answers if each.comment or each.translated())
    return made


def _answered(asked: polib.POEntry, said: polib.POEntry | None) -> polib.POEntry:
    """What is asked, with what this language says already."""
    answer = copy(asked)
    if said is not None and said.msgid_plural == asked.msgid_plural:
        answer.msgstr, answer.msgstr_plural, answer.flags = said.msgstr, dict(said.msgstr_plural), said.flags
    return answer


def refresh() -> None:
    """Write the template, and every language anew in its order."""
    asked = template(gathered())
    asked.save(str(TEMPLATE))
    for file in WORDING.glob("*.po"):
        renewed(polib.pofile(str(file), wrapwidth=120), asked).save(str(file))


def compiled() -> None:
    """Beside each language, the form in which it is read at once."""
    for file in WORDING.glob("*.po"):
        polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))


if __name__ == "__main__":
    refresh()
    compiled()
