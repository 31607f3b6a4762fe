"""Figures of who learnt what and who took a step, counted by hand."""

from __future__ import annotations

from six_caregivers import MARCH, QUARTER, Six


def trained(programme: Six, who: str, result: str | None, until: str) -> None:
    given = {"person": programme[who], "title": "Psychosocial support", "since": "2026-02-02", "until": until}
    programme.does("record_training", **given, result=result)


def test_i26_of_seven_two_were_found_competent_and_who_only_came_is_not_among_them(programme: Six):
    """Thandeka and Grace by March; Maria came, and nobody assessed her; Bongani’s result is of April."""
    for who, result, until in (
        ("Thandeka", "competent", "2026-02-27"), ("Grace", "competent", "2026-03-31"),
        ("Maria", None, "2026-02-27"), ("Bongani", "competent", "2026-04-02"),
    ):  # fmt: skip
        trained(programme, who, result, until)

    assert programme.counts("I26", MARCH) == (2, 7)
    assert programme.counts("I26", MARCH, programme.south) == (1, 3)


def test_i27_of_six_two_took_a_step_in_the_quarter(programme: Six):
    """Thandeka began a course in February, Grace a field of her own in March; Maria’s course began last year."""
    trained(programme, "Thandeka", None, "2026-06-01")
    told = {"supervision": programme.link("Grace"), "caregiver": programme["Grace"], "since": "2026-03-02"}
    programme.does("record_specialism", **told, topic="disability", depth="learning")
    given = {"person": programme["Maria"], "title": "First aid", "since": "2025-11-03"}
    programme.does("record_training", **given)

    assert programme.counts("I27", QUARTER) == (2, 6)
