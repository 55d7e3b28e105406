"""Words of the command line in Indonesian and English.

Qt's translations are out of reach here: the command line starts without Qt.
"""

import json
import os
from collections.abc import Mapping

from annotator.assets import asset

_LANGUAGES = ("id", "en")
_chosen: Mapping[str, str] = {}


def use_language(wanted: str | None = None) -> None:
    """Choose the language: `wanted`, else ANNOTATOR_LANG, else what the system speaks."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    language = wanted or os.environ.get("ANNOTATOR_LANG", "")
    if language not in _LANGUAGES:
        spoken = next(
            (os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)),
            "",
        )
        language = "id" if spoken.lower().startswith("id") else "en"
    if language == "en":
        _chosen = {}
    else:
        path = asset("i18n", f"cli_{language}.json")
        _chosen = json.loads(path.read_text(encoding="utf-8"))


def _(text: str) -> str:
    """Return a text in the chosen language; English where it has none."""
    return _chosen.get(text, text)
