"""The address of a hub: with the password that was typed apart, and without it for who reads it on a screen."""

from __future__ import annotations

import pytest
from psycopg.conninfo import conninfo_to_dict

from caregiver_desk.store.addresses import with_password, without_secret

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
