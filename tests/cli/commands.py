"""The command line without a window."""

from collections.abc import Sequence

from annotator.cli import main


def run(arguments: Sequence[str]) -> int:
    """Run one command that opens no window."""

    def no_window(*_: object) -> int:
        raise AssertionError("no window was asked for")

    return main.run(arguments, no_window)
