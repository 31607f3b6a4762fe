"""Job aids: one page each to read before a hard thing, and the words of the desk.

Decision. They are data in our own words (`resources/aids`), each with its version and source, shown at the desk, told
by the command line and printed from one document; where a site says a line otherwise, its words come first and the
shipped ones below them. They ask nothing and note nothing: who reads them is nobody's matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caregiver_desk.practice import site_words
from caregiver_desk.practice.aids import NAMES, Said, line, own, told
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.wording import capital, say

__all__ = ["NAMES", "aid", "called"]
SHIPPED = "–"  # the sign before what a line of the site stands for


def called(name: str) -> str:
    """What a page is called."""
    return say(told(name)["title"])


def aid(name: str, version: str | None = None) -> Document:
    """The page of one of `NAMES`, as the site says it now; with a version of its words as it stood then."""
    page = told(name)
    source = say("{source}. Version {version}.", source=capital(say(page["source"])), version=page["version"])
    ours = site_words.current(Catalogue.AIDS, "") if version is None else version
    sections = tuple(_sections(name, page, version))
    return Document(say(page["title"]), (say(page["when"]), " ".join(filter(None, (source, _of_ours(ours))))), sections)


def _of_ours(ours: str) -> str:
    return say("Our own lines: version {version}.", version=ours) if ours else ""


def _sections(name: str, page: dict[str, Any], version: str | None) -> Iterator[Section]:
    for part in page.get("parts", ()):
        lines = (line(name, each, version, fixed=bool(part.get("fixed"))) for each in part["lines"])
        yield Section(say(part["title"]), tuple(each for said in lines for each in _bullets(said)))
    if words := page.get("words"):
        meant = sorted((say(word), line(name, meaning, version)) for word, meaning in words.items())
        yield Section(say("What they mean here"), tuple(_meant(word, said) for word, said in meant))
    if ours := own(name, version):
        yield Section(say("Said by our own site"), tuple(Line("", say("• {words}", words=each)) for each in ours))


def _bullets(said: Said) -> Iterator[Line]:
    yield Line("", say("• {words}", words=said.ours or said.shipped))
    if said.ours:
        yield Line("", f"{SHIPPED} {say('as shipped: {words}', words=said.shipped)}")


def _meant(word: str, said: Said) -> Line:
    beside = say("{ours} (as shipped: {words})", ours=said.ours, words=said.shipped)
    return Line(word, beside if said.ours else said.shipped)
