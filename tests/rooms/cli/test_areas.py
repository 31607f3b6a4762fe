"""Areas on the command line: found and placed by `do`, told by `figures` and `report`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.acts.act import ACTS
from caregiver_desk.cli.commands import run
from caregiver_desk.cli.meant import meant
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.people.people import SITE
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

AtAPrompt = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fhatuwani(at_a_prompt: AtAPrompt) -> Callable[..., tuple[int, str, str]]:
    """His book, with the site in a district of a province; areas are meant by their names."""
    named = ("--name", "Fhatuwani Netsianda", "--site", "Lesedi Ridge", "--team", "Office", "--sheet", "sheet.txt")
    answers = ("--organisation", "Lesedi", "--officer", "Thabo Nkosi", "--purposes", "To know how families are.")
    assert at_a_prompt("f", "new", "--role", "coordinator", *named, *answers)[0] == 0
    for act, told in (
        ("record_region", {"name": "Lesedi Province", "level": "province"}),
        ("record_region", {"name": "Hills", "level": "district", "lies_in": "Lesedi Province"}),
        ("change_site", {"id": "Lesedi Ridge", "fields": {"lies_in": "Hills"}}),
    ):
        assert at_a_prompt("f", "do", act, json.dumps(told))[0] == 0
    return lambda *given: at_a_prompt("f", *given)


def test_figures_are_told_of_an_area_and_of_what_lies_in_it(fhatuwani: Callable[..., Any]):
    status, out, said = fhatuwani("figures", "--area", "Lesedi Province", "--figures", "I18", "--json")

    assert status == 0
    assert "Lesedi Province, as far as it may be told" in said
    assert [json.loads(line)["place"] for line in out.splitlines()] == ["Lesedi Province", "Hills"]


@pytest.mark.usefixtures("fhatuwani")
def test_a_report_of_an_area_bears_its_name(capsys: pytest.CaptureFixture[str]):
    asked = ["report", "--area", "Hills", "--figures", "I18"]

    assert run(["--book", "f", "--passphrase-file", "passphrase", *asked], WITH_QT) == 0
    assert "\nHills\n" in capsys.readouterr().out


def test_an_area_in_which_a_site_lies_is_not_given_up(fhatuwani: Callable[..., Any]):
    status, _, said = fhatuwani("do", "withdraw_region", '{"id": "Hills"}')

    assert status != 0
    assert "1 area or site lies in this area. Nothing was changed." in said


def test_sites_of_one_name_in_one_area_are_meant_as_one(pair: tuple[Book, Book], send: Callable[..., Any]):
    """Each laptop founds one; where one of them was placed elsewhere, the name alone is not enough."""
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    assert meant(fhatuwani, SITE, "Lesedi Ridge") in {each.id for each in questions.listing(fhatuwani, "site")}

    area = ACTS["record_region"](fhatuwani, name="Hills").record
    own = questions.own_site(fhatuwani)
    ACTS["change_site"](fhatuwani, id=own.id, fields={"name": "Elsewhere"})  # type: ignore[union-attr]
    ACTS["change_site"](fhatuwani, id=own.id, fields={"lies_in": area})  # type: ignore[union-attr]
    ACTS["change_site"](fhatuwani, id=own.id, fields={"name": "Lesedi Ridge"})  # type: ignore[union-attr]
    with pytest.raises(NotUnderstood, match="several are called so"):
        meant(fhatuwani, SITE, "Lesedi Ridge")
