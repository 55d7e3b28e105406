"""The table of formats is what the formats say of themselves."""

from annotator.formats.registry import registry
from tools.formats_table import PAGE, page


def test_the_page_is_made_anew_after_each_change() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(), "run tools/formats_table.py"
    for info in registry().infos:
        assert info.title in text
