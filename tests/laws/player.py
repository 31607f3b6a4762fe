"""Who carries a script out: on the books of the model, or on real ones. Both must come to the same states."""

from __future__ import annotations

from typing import Any, Protocol

Scalar = str | int | bool | None


class Player(Protocol):
    """Carries a script out on books of some make: one method for each verb.

    `now` is the time of the step by a right clock; a laptop's own is off by its offset. What a laptop sees is what its
    own book shows, with the imports hidden that it has set aside; it writes only where its own book says it may. A
    heedless one writes wherever it reads.
    """

    now: int

    def create(self, *, laptop: str, record: str, scope: str, fields: dict[str, Scalar]) -> None:
        """Fields of audiences that the laptop does not read are left out; with none left nothing is created."""

    def edit(self, *, laptop: str, pick: int, field: str, value: Scalar) -> None:
        """Of a record that is seen. A book of version 1 knows `colour` as `hue`."""

    def settle(self, *, laptop: str, pick: int, choice: int) -> None:
        """Of the quarrels seen, by record and field; the choice is among the values at odds, in order of their text."""

    def same(self, *, laptop: str, pick: int, other: int) -> None:
        """Of two records that are seen, by who may write where both live: they are of one. Not of one with itself."""

    def not_same(self, *, laptop: str, pick: int, other: int) -> None: ...

    def part(self, *, laptop: str, pick: int) -> None:
        """Of the pairs of which anything stands said, in order of their labels: it is open again."""

    def undo(self, *, laptop: str, pick: int) -> None:
        """Of the saves made on this laptop (create, edit, settle, undo, withdraw, reinstate), those of which some value
        is still current, in a record that is seen or by the withdrawal itself. A creation is withdrawn."""

    def withdraw(self, *, laptop: str, pick: int) -> None: ...

    def reinstate(self, *, laptop: str, pick: int) -> None:
        """Of the records that somebody has withdrawn, gone or not."""

    def hand_over(self, *, laptop: str, pick: int, scope: str) -> None:
        """By a coordinator, to another scope than the home, with all that stand with it. The statements, and that they
        are of one; then, of each of them alone, of each field that travels, by name, each current line that does not
        stand there yet, by its time, is restated by a line of its own."""

    def hand_over_team(self, *, laptop: str, whom: str, scope: str) -> None:
        """By a coordinator: one is enrolled, and then the time of all others who may write there is ended, by label."""

    def enrol(self, *, laptop: str, whom: str, scope: str) -> None:
        """By a coordinator, or by who founded the scope; the laptop by the id that it has now."""

    def dismiss(self, *, laptop: str, whom: str, scope: str) -> None:
        """Ends an enrolment that stands. What is held of her streams in that scope, and of her statements, goes on
        counting, whatever is still missing before it; and what an earlier end let count."""

    def revoke(self, *, laptop: str, whom: str, back: int) -> None:
        """By a coordinator, even a revoked one, of another key. Last accepted is, of each stream of that key of which
        anything is held, what has come without a gap, less so many lines."""

    def lift(self, *, laptop: str, whom: str) -> None:
        """Takes a revocation back."""

    def replace(self, *, laptop: str, whom: str, pick: int, label: str) -> None:
        """A coordinator's laptop is cloned. The victim of a theft goes on, as `label`, from one of her backups (from
        her book as it is, if she has none) with a new key: the old one lets it write wherever it may itself, as far as
        that book knows. Where a coordinator is told, he locks the old key out and enrols the new one wherever the old
        one might write; and whoever has the old laptop writes on."""

    def erase(self, *, laptop: str, pick: int) -> None:
        """Of a record that is seen, and all that stand with it; whoever asks, wherever she may write."""

    def set_aside(self, *, laptop: str, pick: int) -> None:
        """Of the imports that are not aside and brought something new."""

    def bring_back(self, *, laptop: str, pick: int) -> None: ...

    def exchange(self, *, sender: str, receiver: str, cut: int, copies: int) -> None:
        """A bundle is made, lines are lost from it as `left_out` says, and it arrives so many times (or never).

        One that was opened before is not opened again."""

    def relay(self, *, first: str, second: str, receiver: str, cut: int) -> None:
        """The second takes a bundle of the first, and at once hands on what she now has; both bundles are cut."""

    def replay(self, *, receiver: str, pick: int) -> None:
        """Of all bundles ever made for that laptop, as it was made."""

    def back_up(self, *, laptop: str) -> None: ...

    def restore(self, *, laptop: str, pick: int) -> None:
        """Of its backups. The book goes on under the same key with a new laptop id."""

    def clone(self, *, laptop: str, label: str) -> None:
        """A second book on a copied disk, under the same key with a new laptop id."""

    def copy(self, *, laptop: str, label: str) -> None:
        """The same, but unnoticed: both go on under one id, until one hears of a line that only the other wrote."""

    def set_clock(self, *, laptop: str, offset: int) -> None: ...

    def upgrade(self, *, laptop: str) -> None: ...

    def state(self, laptop: str) -> dict[str, Any]:
        """What the book says, in labels, nothing set aside."""

    def held(self, laptop: str) -> list[str]:
        """The lines of the book, in labels, and whether they are blanked."""
