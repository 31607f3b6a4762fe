"""What is noted beside the journal, by name: each a text that whoever notes it can read.

Two sorts. `OWN` is of this installation and whoever sits at it: which book it is, where the desk was left, what was
chosen. `OF_THE_JOURNAL` follows from what came in, and is the same for everybody who opens the same book at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor


class Notes(NamedTuple):
    """A table of names and texts."""

    table: str

    @property
    def writing(self) -> str:
        """The statement that notes a name and a text, in place of what was noted under this name."""
        return (
            f"INSERT INTO {self.table} (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        )

    def read(self, cursor: Cursor, name: str) -> str:
        """What was noted under this name; empty where nothing was."""
        cursor.execute(f"SELECT value FROM {self.table} WHERE name = ?", (name,))
        (noted,) = cursor.fetchone() or ("",)
        return str(noted)

    def write(self, cursor: Cursor, name: str, value: str) -> None:
        cursor.execute(self.writing, (name, value))

    def forget(self, cursor: Cursor, name: str) -> None:
        cursor.execute(f"DELETE FROM {self.table} WHERE name = ?", (name,))


OWN, OF_THE_JOURNAL = Notes("about"), Notes("noted")
