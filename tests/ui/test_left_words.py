"""Whatever a reader leaves out has words for a person."""

import ast
from pathlib import Path

import annotator.formats
from annotator.ui.left_words import left_words
from annotator.ui.skip_words import skip_words

_TELLING = {"Left", "leave"}


def _reasons() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(Path(annotator.formats.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in _TELLING and isinstance(first, ast.Constant):
                found[str(first.value)] = path.name
    return found


def test_every_reason_of_a_reader_has_words() -> None:
    reasons = _reasons()
    assert "column_left_out" in reasons
    without = {
        reason: file
        for reason, file in reasons.items()
        if skip_words(reason) in {reason, reason.replace("_", " ")} and "_" in reason
    }
    assert not without, f"give them words in annotator/ui/left_words.py: {without}"


def test_a_reason_nobody_knows_is_still_read() -> None:
    assert left_words("wind_from_the_sea") == "wind from the sea"
    assert left_words("line 3: no object") == "line 3: no object"
