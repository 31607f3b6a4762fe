"""Names to choose from."""

from __future__ import annotations

from collections.abc import Iterable


def named_options(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Options by id; two of one name are told apart by a number."""
    options: dict[str, str] = {}
    seen: dict[str, int] = {}
    for key, words in pairs:
        seen[words] = seen.get(words, 0) + 1
        options[key] = words if seen[words] == 1 else f"{words} ({seen[words]})"
    return options
