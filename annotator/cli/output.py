"""The only place that prints. Results go to standard output, everything else to standard error."""

import contextlib
import json
import os
import re
import signal
import sys
import threading
import time
from typing import Any, TextIO

from annotator import errors
from annotator.cli.left_words import left_words
from annotator.cli.words import _
from annotator.services.jobs import Progress
from annotator.services.rate import Rate

_PAUSE = 0.1
"""Seconds between two states of the progress line."""


_DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What would steer the terminal or turn the line around; names and titles may hold anything."""


def show(text: str) -> None:
    """Print a result."""
    _print(text, sys.stdout)


def show_json(values: Any) -> None:
    """Print a result for programs: one JSON value, in ASCII, which every terminal can take."""
    _print(json.dumps(values, indent=2, sort_keys=True), sys.stdout)


def tell(text: str) -> None:
    """Print a remark."""
    with contextlib.suppress(BrokenPipeError):  # nobody reads remarks: no reason to stop
        _print(text, sys.stderr)


def one_line(text: str) -> str:
    """Return a text that comes from outside in the form of one line."""
    return " ".join(text.split())


def _print(text: str, stream: TextIO | None) -> None:
    """Print, with what the terminal cannot show replaced."""
    if stream is None:  # started without that stream
        return
    encoding = stream.encoding or "utf-8"
    safe = _DANGEROUS.sub(lambda found: ascii(found[0])[1:-1], text)
    print(safe.encode(encoding, "backslashreplace").decode(encoding), file=stream)


def finish() -> None:
    """Send out what is still in Python's buffer; what goes wrong then is raised here."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        close_quietly()
        raise


def close_quietly() -> None:
    """Let go of an output that takes no more, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class LongWork:
    """Shows how far long work is, on a terminal only, and lets Ctrl+C stop it at a good place.

    A second Ctrl+C stops at once.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._on = sys.stderr is not None and sys.stderr.isatty()
        self._next = 0.0
        self._length = 0
        self._stop = False
        self._usual: Any = None
        self._rate = Rate()
        self._progress = Progress(self._report, lambda: self._stop)

    def __enter__(self) -> Progress:
        if threading.current_thread() is threading.main_thread():
            self._usual = signal.signal(signal.SIGINT, self._interrupted)
        return self._progress

    def __exit__(self, *_: object) -> None:
        if self._usual is not None:
            signal.signal(signal.SIGINT, self._usual)
        if self._length:
            print("\r" + " " * self._length + "\r", end="", file=sys.stderr, flush=True)

    def _interrupted(self, _number: int, _frame: object) -> None:
        self._stop = True
        signal.signal(signal.SIGINT, self._usual)

    def _report(self, done: int, total: int) -> None:
        self._rate.step(done, total, self._progress.documents)
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        amount = f"{100 * done // total} %" if total else str(done)
        text = f"{self._title} {amount}"
        speed, left = self._rate.documents_per_second, self._rate.seconds_left
        if speed and left is not None:
            text = _("%(title)s %(amount)s · %(rate)s articles a second · about %(left)s left") % {
                "title": self._title,
                "amount": amount,
                "rate": f"{speed:,.0f}" if speed >= 10 else f"{speed:.1f}",  # noqa: PLR2004
                "left": _clock(left),
            }
        print("\r" + text.ljust(self._length), end="", file=sys.stderr, flush=True)
        self._length = max(self._length, len(text))


def _clock(seconds: float) -> str:
    """Return a time as 0:59 or 1:00:59."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


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
    if isinstance(error, errors.NoAnnotator):
        return _("A name is needed.")
    if isinstance(error, errors.SchemeError):
        faults = [fault.worded(_(fault.reason)) for fault in error.faults]
        words = _("This label scheme cannot be used: %s")
        return words % (faults[0] if len(faults) == 1 else "".join(f"\n  {x}" for x in faults))
    if isinstance(error, errors.JournalError):
        return _("This cannot be recorded, so nothing was changed: %s") % error
    if isinstance(error, errors.FormatError):
        return f"{error.path}:{error.line}: {error.reason}" if error.line else error.reason
    general = {
        errors.StoreUnavailable: _("The project could not be used: %s"),
        OSError: _("A file could not be read or written: %s"),
    }
    return next((text for kind, text in general.items() if isinstance(error, kind)), "%s") % error


def reason_words(reason: str) -> str:
    """Say why something was left out; reasons without words of their own stay as they are."""
    known = {
        "empty": _("it is empty"),
        "duplicate": _("the project has this text already"),
        "no_text_column": _("which of its columns is the text cannot be told"),
        "no_such_column": _("it has no such column"),
        "no_rows": _("there is no row below the names of its columns"),
        "no_text_in_row": _("the row has no text in this column"),
        "text_not_one": _("this column holds no text but a list or something nested"),
        "broken_bytes": _("it holds bytes that are no text"),
        "row_width": _("the row has another number of cells than the table"),
        "quotes_broken": _("quotes are broken; lines that were not read"),
        "quote_open": _("a quote is never closed; lines that were not read"),
        "row_too_long": _(
            "the row is too long, perhaps because of an open quote; lines that were not read"
        ),
        "rows_in_cell": _("a cell holds what looks like other rows: a quote may be open"),
        "short_row": _("cells are missing at the end of the row"),
        "html_in_text": _("there is HTML in the text; it is in as it stands"),
        "paragraphs_joined": _("the text was a list of paragraphs; they were joined by line ends"),
        "column_left_out": _("what stands in this column is not kept: it is too long or no text"),
        "annotations_as_metadata": _(
            "this column looks like annotations of another tool; it is only kept as it stands"
        ),
        "sheet_left_out": _("another sheet was left out"),
        "rows_above_left_out": _("rows above the table were left out"),
        "formula_without_value": _("a formula has no computed value"),
        "error_value": _("a cell holds an error of the spreadsheet"),
        "text_missing": _("the text of a cell is missing in the file"),
        "nul": _("it holds NUL characters"),
        "binary": _("it is no text file"),
        "surrogate": _("it holds broken characters (lone surrogates)"),
        "unreadable": _("it could not be read"),
        "too_large": _("it is too large"),
        "not_text": _("as articles only .txt, .text and .md are taken from folders"),
        "hidden": _("it is hidden (its name begins with a dot)"),
        "no_file": _("it is a device or a pipe and no file"),
        "own_project": _("it is the project itself"),
        "about_files": _("it is about the files; name it by itself to read it"),
        "reader_failed": _("the reader failed"),
        "guessed_encoding": _("the encoding was guessed"),
        "whole_page": _("no article was found on the page: all its words are in"),
        "broken_archive": _("it is a broken or truncated archive"),
        "broken_in_archive": _("it is broken in the archive"),
        "archive_in_archive": _("archives inside archives are not opened"),
        "link_in_archive": _("it is a link"),
        "encrypted": _("it is protected by a password"),
        "leads_elsewhere": _("its name leads out of the archive"),
        "bad_name": _("its name is too long or holds control characters"),
        "named_twice": _("the archive names it twice"),
        "too_many_files": _("it holds too many files"),
        "unpacks_to_too_much": _("it unpacks to too much"),
        "unknown_format": _("its format is not known"),
        "conflict": _("the project holds something else under the same id"),
        "outside_text": _("it lies outside the text"),
        "unknown_label": _("the scheme has no such label"),
        "not_for_spans": _("the label is for whole articles"),
        "not_for_documents": _("the label is for words of the text"),
        "unknown_attribute": _("the label does not take this attribute"),
        "wrong_value": _("the attribute does not take this value"),
        "unknown_relation": _("the scheme has no such relation"),
        "illegal_relation": _("the scheme does not allow this relation between these labels"),
        "missing_end": _("a span it links is missing"),
        "same_twice": _("the same is said there already"),
        "other_status": _("the project keeps its own status"),
        "other_guideline": _("the project keeps when its spans were looked at and what was waived"),
        "other_metadata": _("the project keeps what it says about this text"),
        "label_left_out": _("left out as chosen: the label"),
        "end_left_out": _("left out with a span that it links"),
        "attribute_left_out": _("left out as chosen: the attribute"),
        "value_left_out": _("left out as chosen: the value"),
        "attribute_twice": _("another attribute came to be the same one"),
        "no_annotator": _("nobody is named as annotator"),
    }
    plain = reason.replace("_", " ") if reason.isidentifier() else reason
    return known.get(reason) or left_words(reason) or plain
