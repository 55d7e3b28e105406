"""The only place that prints. Results go to standard output, everything else to standard error."""

import json
import os
import sys
import time
from typing import Any, TextIO

from annotator import errors
from annotator.cli.words import _
from annotator.services.jobs import Progress

_PAUSE = 0.1
"""Seconds between two states of the progress line."""


def show(text: str) -> None:
    """Print a result."""
    _print(text, sys.stdout)


def show_json(values: Any) -> None:
    """Print a result for programs: one JSON value, in ASCII, which every terminal can take."""
    _print(json.dumps(values, indent=2, sort_keys=True), sys.stdout)


def tell(text: str) -> None:
    """Print a remark."""
    _print(text, sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    """Print, with what the terminal cannot show replaced: a name may hold any character."""
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream)


def close_quietly() -> None:
    """Let go of a pipe whose reader has gone, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class ProgressLine:
    """A line on the terminal that says how far long work is; silent where there is none."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._on = sys.stderr.isatty()
        self._next = 0.0
        self._length = 0

    def progress(self) -> Progress:
        return Progress(self._report)

    def close(self) -> None:
        """Take the line away."""
        if self._length:
            print("\r" + " " * self._length + "\r", end="", file=sys.stderr, flush=True)
            self._length = 0

    def _report(self, done: int, total: int) -> None:
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        amount = f"{100 * done // total} %" if total else str(done)
        text = f"{self._title} {amount}"
        print("\r" + text.ljust(self._length), end="", file=sys.stderr, flush=True)
        self._length = max(self._length, len(text))


def words_for(error: BaseException) -> str:
    """Say in words what went wrong."""
    texts = {
        errors.NotAProject: _("%s is no project of this program; nothing was changed."),
        errors.ProjectExists: _("%s exists already and was not overwritten."),
        errors.ProjectTooNew: _("%s was made by a newer version of Annotator; update the program."),
        errors.ProjectInUse: _("%s is open in another program, so nothing was written."),
        errors.ProjectReadOnly: _("%s can only be read, so nothing was written."),
    }
    for kind, text in texts.items():
        if isinstance(error, kind):
            return text % getattr(error, "path", "")
    if isinstance(error, errors.StoreUnavailable):
        return _("The project could not be used: %s") % error
    if isinstance(error, errors.SchemeError):
        return _("This label scheme cannot be used: %s") % error
    if isinstance(error, errors.NoAnnotator):
        return _("A name is needed.")
    if isinstance(error, OSError):
        return _("A file could not be read or written: %s") % error
    return str(error)


def reason_words(reason: str) -> str:
    """Say why something was left out; reasons without words of their own stay as they are."""
    return {
        "empty": _("it is empty"),
        "duplicate": _("the project has this text already"),
        "nul": _("it holds NUL characters"),
        "binary": _("it is no text file"),
        "surrogate": _("it holds broken characters (lone surrogates)"),
        "unreadable": _("it could not be read"),
        "too_large": _("it is too large"),
        "not_text": _("only .txt, .text and .md are taken from folders"),
        "unknown_format": _("its format is not known"),
        "conflict": _("the project holds something else under the same id"),
        "outside_text": _("it lies outside the text"),
        "unknown_label": _("the scheme has no such label"),
        "unknown_attribute": _("the label does not take this attribute"),
        "wrong_value": _("the attribute does not take this value"),
        "unknown_relation": _("the scheme has no such relation"),
        "illegal_relation": _("the scheme does not allow this relation between these labels"),
        "missing_end": _("a span it links is missing"),
        "no_annotator": _("nobody is named as annotator"),
    }.get(reason, reason)
