"""Finding what is typed in one article, as fast as it is typed."""

import re

from annotator.text.folding import fold, spelled


class Finder:
    """Finds stretches of one text. Positions are code points of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None

    def find(
        self, wanted: str, *, match_case: bool = False, whole_words: bool = False
    ) -> list[tuple[int, int]]:
        """Return where `wanted` stands, in order, without overlaps; nothing for blanks alone.

        Blanks stand for any blanks, line ends too. Unless `match_case`, capitals and accents make
        no difference.
        """
        if match_case:
            text = self._text
            parts = [re.escape(part) for part in wanted.split()]
        else:
            if self._folded is None:
                self._folded = fold(self._text)
            text = self._folded
            parts = [spelled(part, text) for part in fold(wanted).split()]
        parts = [part for part in parts if part]
        if not parts:
            return []
        found = re.finditer(r"\s+".join(parts), text)
        if not whole_words:
            return [one.span() for one in found]
        return [one.span() for one in found if _is_whole(text, *one.span())]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word goes on beyond either end."""
    begins = start == 0 or not (text[start].isalnum() and text[start - 1].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))
