"""Filled-in forms as phones write them: one small XML file each (an instance of an XForm).

Context. An instance says which form it is (`id`), answers in groups, and repeats a group for each time it was answered.
Nothing in it says which groups could repeat, and it comes from anywhere: XML can name entities without end and nest
without end.

Decision. It is read by the event parser of the standard library, which builds only what is counted: a document type is
refused as such, and with it every entity; so is a file that is too large, too deep, or of too many elements. Of many
files one at a time is taken apart. A group that stands twice in any of those that came together is a repeat, and each
of its answers becomes a row, with all that stands above it. Of several repeats side by side the one is read of which
most titles are known.

Consequences. Titles are paths (`visits/household`). What is encrypted is told so, and nothing of it is guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from caregiver_desk.acts.intake.pages import Page, laid_out
from caregiver_desk.acts.intake.table import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Knows, Row
from caregiver_desk.errors import NotASheet
from caregiver_desk.wording import say

LARGEST = 2_000_000
MOST_ELEMENTS, DEEPEST = 20_000, 40
MOST_REPEATS, MOST_FORMS = 100, 100
_TEMPLATE = "http://openrosa.org/javarosa template"
_IN_UTF_16 = (b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_BLANK_FORMS = {"html", "xform"}


@dataclass(slots=True)
class Element:
    """One element: its name without its space, its own words, and what stands in it."""

    name: str
    attributes: dict[str, str]
    words: str = ""
    inside: list[Element] = field(default_factory=list)


class Instance(NamedTuple):
    """One filled-in form, and the file it stood in. `trouble` says why its answers cannot be read."""

    file: str
    form: str
    data: bytes
    trouble: str = ""
    is_blank: bool = False

    @property
    def root(self) -> Element:
        """What it says, taken apart whenever it is asked for: thousands of them would not fit."""
        return _parsed(self.data)


def looks_like_one(data: bytes) -> bool:
    """Whether this is XML, as far as its beginning tells."""
    return data.startswith(_IN_UTF_16) or data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def instance(data: bytes, file: str = "") -> Instance:
    """What one file holds. Raises NotASheet."""
    root = _parsed(data)
    form, told = root.attributes.get("id", ""), root.attributes.get("encrypted", "")
    if told.casefold() == "yes" or any(each.name == "base64EncryptedKey" for each in root.inside):
        reason = say("this form is encrypted; open it with the key of your organisation, where its forms arrive")
        return Instance(file, form, b"", reason)
    return Instance(file, form, data, is_blank=root.name.casefold() in _BLANK_FORMS)


def _parsed(data: bytes) -> Element:
    if len(data) > LARGEST:
        raise NotASheet(reason=say("a filled-in form is never larger than {limit} MB", limit=LARGEST // 1_000_000))
    building = _Building()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = building.begin
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.say
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        parser.Parse(data, True)
    except expat.ExpatError as trouble:
        reason = say("it is damaged in line {line}, letter {letter}", line=trouble.lineno, letter=trouble.offset + 1)
        raise NotASheet(reason=reason) from None
    except (ValueError, LookupError):
        raise NotASheet(reason=say("it is not written in letters that can be read; it should be UTF-8")) from None
    return building.root


def _refuse_type(*_: object) -> None:
    raise NotASheet(reason=say("it declares a document type, which no filled-in form does"))


class _Building:
    """What the parser has told so far."""

    def __init__(self) -> None:
        self._above: list[Element] = [Element("", {})]
        self._count = 0

    @property
    def root(self) -> Element:
        return self._above[0].inside[0]

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._above) > DEEPEST:
            raise _too_much()
        element = Element(name.rpartition(" ")[2], attributes)
        self._above[-1].inside.append(element)
        self._above.append(element)

    def end(self, _name: str) -> None:
        self._above.pop()

    def say(self, words: str) -> None:
        self._above[-1].words += words


def pages(instances: Iterable[Instance], knows: Knows) -> list[Page]:
    """A page for each form that these were filled in with; those that cannot be read are rows that say so.

    What is too broken to say of which form it is stands on every page.
    """
    broken: list[Instance] = []
    by_form: dict[str, list[Instance]] = {}
    for each in instances:
        (broken if each.trouble and not each.form else by_form.setdefault(each.form, [])).append(each)
    if len(by_form) > MOST_FORMS:
        raise NotASheet(reason=say("it holds more than {limit} different forms", limit=MOST_FORMS))
    return [_page(form, [*filled, *broken], knows) for form, filled in (by_form or {"": []}).items()]


def _page(form: str, filled: Sequence[Instance], knows: Knows) -> Page:
    chosen, repeats = _most_known([each for each in filled if not each.trouble], knows)
    rows: list[tuple[Instance, dict[str, str]]] = []
    for each in filled:
        rows += [(each, told) for told in ([{}] if each.trouble else _rows(each.root, "", repeats, chosen))]
        if len(rows) > MOST_ROWS:
            raise _too_much()
    titles = tuple(dict.fromkeys(title for _, told in rows for title in told))
    if len(titles) > MOST_COLUMNS or len(titles) * len(rows) > MOST_CELLS:
        raise _too_much()
    numbered = enumerate(rows, 1)
    lines = (Row(number, laid_out(titles, told), each.file, each.trouble) for number, (each, told) in numbered)
    return Page(form or say("a form without a name"), titles, tuple(lines), form)


def _too_much() -> NotASheet:
    return NotASheet(reason=say("it holds more than a form that people fill in"))


def _inside(element: Element) -> Iterator[Element]:
    """What stands in an element, without the blank pattern of a repeat."""
    return (each for each in element.inside if _TEMPLATE not in each.attributes)


def _most_known(filled: Sequence[Instance], knows: Knows) -> tuple[str, set[str]]:
    """The repeat whose rows say most of what is known, and all repeats; none where what stands above says as much."""
    repeats, titles = set[str](), set[str]()
    for root in (each.root for each in filled):
        repeats.update(_repeats(root, ""))
        titles.update(_titles(root, ""))
        if len(repeats) > MOST_REPEATS or len(titles) > MOST_COLUMNS:
            raise _too_much()
    known = [title for title in titles if knows(title)]
    ways = ["", *sorted(repeats, key=lambda way: (way.count("/"), way))]
    return max(ways, key=lambda way: sum(_says(way, title, repeats) for title in known)), repeats


def _says(way: str, title: str, repeats: set[str]) -> bool:
    """Whether the rows of a repeat hold what stands under this title: in the repeat itself, or above it."""
    return all(_leads(repeat, way) for repeat in repeats if title.startswith(f"{repeat}/"))


def _leads(path: str, way: str) -> bool:
    """Whether a path is this way, or above it."""
    return f"{way}/".startswith(f"{path}/")


def _repeats(element: Element, way: str) -> Iterator[str]:
    """The paths of groups that stand more than once in one place."""
    many = Counter(each.name for each in _inside(element) if each.inside)
    yield from (f"{way}{name}" for name, times in many.items() if times > 1)
    yield from (found for each in _inside(element) for found in _repeats(each, f"{way}{each.name}/"))


def _titles(element: Element, way: str) -> Iterator[str]:
    """The paths of all that is answered."""
    for each in _inside(element):
        path = way + each.name
        yield from _titles(each, f"{path}/") if each.inside else [path]


def _rows(element: Element, way: str, repeats: set[str], chosen: str) -> Iterator[dict[str, str]]:
    """What an element says by path: once, or once for each answer of the chosen repeat in it."""
    own: dict[str, str] = {}
    below: list[dict[str, str]] = []
    for each in _inside(element):
        path = way + each.name
        if not each.inside:
            own[path] = " ".join(filter(None, (own.get(path, ""), each.words.strip())))
        elif _leads(path, chosen):
            below += [told for told in _rows(each, f"{path}/", repeats, chosen) if any(told.values())]
        elif path not in repeats:
            own.update(next(_rows(each, f"{path}/", repeats, chosen)))
    yield from ({**own, **told} for told in below) if below else [own]
