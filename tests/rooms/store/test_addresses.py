"""The address of a hub: with the password that was typed apart, and without it for who reads it on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from caregiver_desk.store import slots
from caregiver_desk.store.addresses import is_of, keep, with_password, without_secret

ADDRESS = "postgresql://zanele@db.example:5433/caredesk?sslmode=verify-full"


@pytest.mark.parametrize("password", ["only for the tests", "p@ss:w/rd?#%", "ḽṱ"])
def test_whatever_stands_in_a_password_the_server_reads_the_same(password: str):
    told = conninfo_to_dict(with_password(ADDRESS, password))

    assert told == conninfo_to_dict(ADDRESS) | {"password": password}


def test_one_that_was_typed_apart_takes_the_place_of_one_in_the_address():
    told = with_password("postgresql://zanele:old@db.example/caredesk", "new")

    assert told == "postgresql://zanele:new@db.example/caredesk"
    assert without_secret(told) == "postgresql://db.example/caredesk"


def test_without_one_the_address_stays_as_it_is():
    assert with_password(ADDRESS, "") == ADDRESS


@pytest.mark.parametrize(
    "again",
    [
        "postgresql://db.example/caredesk",
        "postgresql://thandi:secret@DB.example:5432/caredesk?sslmode=verify-full",
        "postgresql:///caredesk?host=db.example",
        "postgresql://db.example?dbname=caredesk",
    ],
)
def test_a_hub_is_known_again_however_its_address_is_written(tmp_path: Path, again: str):
    keep(tmp_path, "postgresql://zanele@db.example/caredesk", slots.fresh_keys())

    assert is_of(tmp_path, again)


@pytest.mark.parametrize(
    "other",
    [
        "postgresql:///caredesk?host=/run/other",
        "postgresql:///caredesk?host=/run/one&port=5433",
        "postgresql:///other?host=/run/one",
        "postgresql:///caredesk?service=one",
        "postgresql://[::1]:5432/caredesk",
    ],
)
def test_another_hub_is_not_taken_for_it(tmp_path: Path, other: str):
    keep(tmp_path, "postgresql:///caredesk?host=/run/one", slots.fresh_keys())

    assert not is_of(tmp_path, other)
