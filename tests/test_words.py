"""Every word of the window has its Indonesian, and the compiled file is of today."""

from tools.words import complaints


def test_words_are_collected_translated_and_compiled() -> None:
    assert complaints() == []
