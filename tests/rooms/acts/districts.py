"""A coordinator's book with sites in districts of a province: two where five and more visit, one where two do."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, understood
from caregiver_desk.acts.keeping import new_in
from caregiver_desk.records.people.people import SITE, SiteDraft
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book

SINCE, DAY = "2026-01-05", "2026-03-02"
WORK = {"Ridge": 6, "Hollow": 5, "Dam": 2}  # caregivers of each site, with a visit each


class Districts(NamedTuple):
    """The ids of its areas and sites."""

    book: Book
    province: str
    hills: str
    coast: str
    sites: dict[str, str]

    def place(self, site: str, area: str | None) -> None:
        ACTS["change_site"](self.book, id=self.sites[site], fields={"lies_in": area})


def districts(book: Book) -> Districts:
    """Ridge and Hollow lie in the hills, the small Dam at the coast; both lie in the province."""
    province = ACTS["record_region"](book, name="Lesedi Province", level="province").record
    hills, coast = (
        ACTS["record_region"](book, name=name, level="district", lies_in=province).record for name in ("Hills", "Coast")
    )
    found = Districts(book, province, hills, coast, {name: _site(book, name) for name in WORK})
    for name, area in (("Ridge", hills), ("Hollow", hills), ("Dam", coast)):
        found.place(name, area)
        _work(book, name, found.sites[name])
    return found


def _site(book: Book, name: str) -> str:
    """As one comes with the bundle of its supervisor."""
    change = new_in(clock.new_scope(book.key), SITE, understood(SiteDraft, {"name": name}))
    ledger.append(book, "as from a bundle", [change])
    return change.record


def _work(book: Book, name: str, site: str) -> None:
    team = ACTS["record_team"](book, name=name, site=site).record
    home = ACTS["record_household"](book, team=team, code=f"HH-{name}").record
    for number in range(WORK[name]):
        who = ACTS["record_person"](book, given_names=f"{name} {number}").record
        ACTS["record_engagement"](book, person=who, team=team, since=SINCE)
        ACTS["record_visit"](book, caregiver=who, household=home, day=DAY)
