"""How long somebody worked on an article, as it is recorded."""

from collections.abc import Mapping
from typing import Any, Final

WORK: Final = "work"
"""Kind of the journal entries about active time."""
TIME_ADD: Final = "time.add"
"""Operation that adds active time on a document; body `{"s": whole seconds}`, no target."""


def add_time(seconds: int) -> tuple[str, dict[str, Any]]:
    """Return operation and body that record active time."""
    return TIME_ADD, {"s": seconds}


def seconds_of(body: Mapping[str, Any]) -> int:
    """Return the seconds a `time.add` records, 0 for what cannot be read."""
    seconds = body.get("s")
    return seconds if type(seconds) is int and seconds > 0 else 0
