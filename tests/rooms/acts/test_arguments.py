"""What an act is given: too little, too much or something else is refused in our words, and nothing is touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from enum import EnumType
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import ValidationError

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS, Act, revised, understood
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Refused, UnknownField
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import KINDS, Field, Kind, drafted
from caregiver_desk.records.wellbeing.wellbeing import StressorCode
from caregiver_desk.store.book import Book

acts.load()
FITS_NOWHERE: Any = [[]]
NEVER_RIGHT_EVERYWHERE = [FITS_NOWHERE, {"a": 1}, "no such thing", 10**9, -1, 1.5, "x" * 20_001, "2026-02-30"]
FOREIGN = ("Input", "valid", "permitted", "required", "parse", "instance", "pydantic", "type=")
RIGHT = {
    int: 1, date: "2026-03-02", bool: True, dict[str, Any]: {}, list[str]: [], list[dict[str, Any]]: [],
    dict[str, str]: {}, dict[str, int | None]: {}, frozenset[StressorCode]: ["W1"],
}  # fmt: skip
FIELDS = [(kind, declared) for kind in KINDS.values() for declared in kind.fields.values()]
every_act = pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
every_field = pytest.mark.parametrize(
    ("kind", "declared"), FIELDS, ids=[f"{kind.name}.{declared.name}" for kind, declared in FIELDS]
)


@pytest.fixture(scope="module")
def office(founded: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book whose owner may do everything. What is asked here touches nothing, so one is enough."""
    place = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREGIVER_DESK_HOME", str(place / "home"))
        book = founded.book(place / "book", "Fhatuwani Netsianda", Role.COORDINATOR, 0)
        yield book
        book.close()


def some(kind: Any) -> object:
    """A value of this sort."""
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return next(iter(kind)) if isinstance(kind, EnumType) else RIGHT.get(kind, "x")


def filled(kind: Kind) -> dict[str, object]:
    needed = {name: declared for name, declared in kind.fields.items() if declared.required}
    return {name: [some(each.base)] if each.many else _one(each) for name, each in needed.items()}


def _one(declared: Field) -> object:
    return declared.least if declared.base is int and declared.least else some(declared.base)


@cache
def required(act: Act) -> frozenset[str]:
    return frozenset(act.schema()["required"])


def fitting(act: Act) -> dict[str, object]:
    """Arguments of the right sorts for all that an act needs."""
    needed = {name: some(kind) for name, kind in act.own.items() if name in required(act)}
    given = [(draft, filled(drafted(draft)).items()) for draft in act.drafts.values()]
    return {name: value for draft, told in given for name, value in told if name in draft.model_fields} | needed


def asked(act: Act) -> Iterator[tuple[str, str]]:
    """What an act asks for: the name under which it is given, and what a refusal calls it."""
    for draft in act.drafts.values():
        fields = {name: each for name, each in drafted(draft).fields.items() if name in draft.model_fields}
        yield from ((name, each.label) for name, each in fields.items() if name not in act.own)
    yield from ((name, name) for name in act.own)


def refused(act: Act, book: Book, given: dict[str, object]) -> Refused:
    with pytest.raises(Refused) as trouble:
        act(book, **given)
    assert trouble.value.exit_status == 1
    assert not any(word in str(trouble.value) for word in FOREIGN)
    return trouble.value


def height(book: Book) -> int:
    with book.reading() as cursor:
        return book.height(cursor)


@pytest.mark.parametrize("empty", ["", "  ", "\t\n", "\u00a0"])
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_empty_words_in_a_field_that_is_demanded_are_missing_whether_it_is_new_or_changed(kind: Kind, empty: str):
    whole = filled(kind)
    for declared in (each for each in kind.fields.values() if each.required and each.base is str):
        with pytest.raises(NotFilledIn) as missing:
            understood(kind.draft, whole | {declared.name: empty})
        assert missing.value.facts["fields"] == declared.label
        with pytest.raises(NotFilledIn):
            revised(kind.draft, whole, {declared.name: empty})


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("add_caregiver", {"given_names": " "}),
        ("record_household", {"code": " "}),
        ("record_service", {"name": " ", "sort": "clinic"}),
        ("hold_check_in", {"day": "2026-03-02", "promises": [{"owner": "supervisor", "what": " "}]}),
    ],
)
def test_nothing_is_saved_without_its_words(act: str, given: dict[str, Any], book: Book):
    known = {"team": own_team(book), "caregiver": book.person}
    needed = {name: each for name, each in known.items() if name in fitting(ACTS[act])}
    before = height(book)

    with pytest.raises(NotFilledIn):
        ACTS[act](book, **needed, **given)
    assert height(book) == before


@every_act
def test_an_act_without_what_it_needs_names_it(act: Act, office: Book):
    called, given = dict(asked(act)), fitting(act)
    for name in given:
        said = refused(act, office, {each: value for each, value in given.items() if each != name})

        assert isinstance(said, NotFilledIn)
        assert said.facts["fields"] == called[name]


@every_act
def test_an_act_given_what_it_does_not_ask_for_names_it(act: Act, office: Book):
    given = fitting(act)
    for name in ("colour", "book", "self", "draft"):
        said = refused(act, office, {**given, name: "red"})

        assert isinstance(said, UnknownField)
        assert f"“{name}”" in str(said)


@every_act
def test_an_act_given_another_sort_of_thing_names_it_and_touches_nothing(act: Act, office: Book):
    before, given = height(office), fitting(act)
    for name, label in asked(act):
        said = refused(act, office, {**given, name: FITS_NOWHERE})

        assert isinstance(said, NotUnderstood)
        assert said.facts["field"] == label
    assert height(office) == before


def faults(kind: Kind, name: str, wrong: object) -> list[str]:
    """What the library says of this value, in its own words."""
    try:
        kind.draft.model_validate({**filled(kind), name: wrong})
    except ValidationError as trouble:
        return [fault["msg"] for fault in trouble.errors()]
    return []


@every_field
def test_a_value_that_does_not_fit_is_refused_by_the_fields_label_and_in_our_words(kind: Kind, declared: Field):
    wrong = [value for value in NEVER_RIGHT_EVERYWHERE if faults(kind, declared.name, value)]
    assert FITS_NOWHERE in wrong
    for value in wrong:
        for reads in (
            lambda given: understood(kind.draft, {**filled(kind), **given}),
            lambda given: revised(kind.draft, {}, given),
        ):
            with pytest.raises(NotUnderstood) as trouble:
                reads({declared.name: value})

            said = str(trouble.value)
            assert said.startswith(f"{declared.label}: ")
            assert not any(words in said for words in (*FOREIGN, *faults(kind, declared.name, value)))


@every_field
def test_what_must_be_filled_in_is_asked_for_by_its_label(kind: Kind, declared: Field):
    if declared.required:
        with pytest.raises(NotFilledIn) as trouble:
            understood(kind.draft, {**filled(kind), declared.name: None})
        assert trouble.value.facts == {"fields": declared.label, "keys": declared.name}


@pytest.mark.parametrize(
    ("name", "wrong", "reason"),
    [
        ("minutes", 601, "a whole number between 1 and 600 (minutes)"),
        ("day", "yesterday", "a date like 2026-03-02 that has come"),
        ("purposes", ["abduction"], "any of routine, follow-up, referral, crisis, first visit, exit"),
        ("children_seen", "perhaps", "yes or no"),
        ("household", 7, "the id of a household"),
        ("note", "x" * 281, "words, at most 280 letters"),
    ],
)
def test_the_reason_says_what_would_be_right(name: str, wrong: object, reason: str):
    with pytest.raises(NotUnderstood) as trouble:
        understood(KINDS["visit"].draft, {**filled(KINDS["visit"]), name: wrong})

    assert trouble.value.facts["reason"] == reason


def test_a_long_list_of_codes_is_not_told_in_full():
    with pytest.raises(NotUnderstood) as trouble:
        understood(KINDS["stressor"].draft, {**filled(KINDS["stressor"]), "codes": list(StressorCode)})

    assert str(trouble.value.facts["reason"]).startswith("from 1 to 3 of W1, W2, W3")
    assert len(str(trouble.value)) < 200


@every_act
def test_the_schema_of_an_act_is_whole_and_says_what_is_needed(act: Act):
    schema = act.schema()
    told = json.dumps(schema)

    assert set(re.findall(r"#/\$defs/(\w+)", told)) == set(schema.get("$defs", {}))
    assert {*schema["properties"]} == {name for name, _ in asked(act)}
    assert set(schema["required"]) == {*fitting(act)}


def test_the_schema_says_what_stands_inside_a_list_and_a_refusal_does_too(book: Book):
    schema = ACTS["hold_check_in"].schema()
    assert {*schema["$defs"]["Weighing"]["properties"]} == {"code", "stressor", "severity"}
    assert {*schema["$defs"]["PromiseDraft"]["properties"]} == {"owner", "what", "due"}
    assert (
        schema["$defs"]["CheckInDraft"]["properties"]["minutes"]["anyOf"][0]["maximum"]
        == KINDS["check_in"].fields["minutes"].most
    )

    given = {"caregiver": book.person, "day": "2026-03-02", "weighs": ["W3"]}
    said = refused(ACTS["hold_check_in"], book, given)
    assert "a list of objects with code, stressor, severity" in str(said)
