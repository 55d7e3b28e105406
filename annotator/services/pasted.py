"""Tables from the clipboard, kept as files: they are read, and resumed, like any other pile."""

import hashlib
from pathlib import Path
from typing import Final

from annotator.formats.files import replacing
from annotator.services.settings import data_folder

MOST: Final = 5
"""Tables that are kept; the oldest go."""


def keep_table(text: str) -> Path:
    """Write cells that were copied; the same cells again are the same file. Raises OSError."""
    data = text.encode("utf-8", "replace")
    folder = data_folder() / "pasted"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"clipboard-{hashlib.sha256(data).hexdigest()[:12]}.tsv"
    with replacing(path) as file:
        file.write(data)
    kept = sorted(folder.glob("clipboard-*.tsv"), key=lambda one: one.stat().st_mtime_ns)
    for old in kept[:-MOST]:
        old.unlink(missing_ok=True)
    return path
