"""Exit codes."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    PARTLY = 1
    """Something was left out and named; the rest is done."""
    USAGE = 2
    FAILED = 3
    """Nothing was done: the project or file cannot be used."""
    STOPPED = 130
