"""Every expected error has words of its own; a report of a bug quotes nothing."""

import inspect
from pathlib import Path

import pytest

from annotator import errors
from annotator.model.scheme_faults import Flaw
from annotator.model.validation import INCOMPLETE, Reason
from annotator.services.documents import SkipReason
from annotator.ui.messages import report_of, words_for
from annotator.ui.skip_words import skip_words

ARGUMENTS: dict[str, tuple[object, ...]] = {
    "StoreUnavailable": (Path("a.annotator"), "disk full"),
    "NotAProject": (Path("a.annotator"),),
    "ProjectTooNew": (Path("a.annotator"), 9),
    "ProjectExists": (Path("a.annotator"),),
    "ProjectReadOnly": (Path("a.annotator"), "host, process 7"),
    "ProjectInUse": (Path("a.annotator"), "host, process 7"),
    "EditConflict": ("id",),
    "SchemeViolation": (str(Reason.SAME_TWICE), "label"),
    "FormatError": (Path("a.jsonl"), 3, "no JSON"),
    "SchemeError": (errors.SchemeFault("labels[0]", Flaw.NOT_TEXT, ("code",)),),
}
KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.AnnotatorError)
    and kind not in {errors.AnnotatorError, errors.AddRefused}
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", KINDS)
def test_every_expected_error_has_words(kind: type[errors.AnnotatorError]) -> None:
    error = kind(*ARGUMENTS.get(kind.__name__, ("why",)))
    words = words_for(error)
    assert not words.startswith("Something unexpected")
    assert "%" not in words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("reason", [*SkipReason, *sorted(set(Reason) - INCOMPLETE)])
def test_every_reason_to_skip_has_words(reason: str) -> None:
    assert skip_words(reason) != str(reason)


def test_a_report_names_places_and_no_text() -> None:
    try:
        int("Bawaslu Samudra terima laporan")
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "ValueError" in report
    assert "test_messages.py" in report
    assert "Bawaslu" not in report
