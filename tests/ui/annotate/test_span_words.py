"""A span in words, for those who hear it."""

import pytest

from annotator.model.annotation import Span
from annotator.model.ids import SpanId
from annotator.model.stretches import put_at
from annotator.ui.annotate import span_words
from annotator.ui.annotate.span_words import spoken
from tests.builders import TEXT, default_scheme, place_of


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language a test of the whole program has left behind."""
    monkeypatch.setattr(span_words, "translate", lambda _context, text: text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("warga",), "warga, Voters or public"),
        (("warga", "amplop"), "warga … amplop, Voters or public, in two parts"),
        (("warga", "amplop", "Desa"), "warga … amplop … Desa, Voters or public, in 3 parts"),
    ],
)
def test_how_many_parts_it_has_is_said(words: tuple[str, ...], said: str) -> None:
    span = Span(SpanId("s"), *place_of("warga"), "actor.voter")
    span = put_at(span, [place_of(each) for each in words])
    assert spoken(span, TEXT, default_scheme(), "en") == said
