"""What a person set for the whole program: kept in one small file, never in the way."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotator.store.installation import HOME_VARIABLE, config_folder

__all__ = ["TABLE", "Setting", "Settings", "config_folder", "data_folder"]

_FILE: Final = "settings.json"


class Setting(NamedTuple):
    """One setting. `kind` is its type in Python; `choices` are the texts it may be, if limited."""

    key: str
    kind: type
    default: str | float | tuple[str, ...]
    choices: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Tell whether `value` is one this setting can have."""
        if self.kind is tuple:
            return isinstance(value, list | tuple) and all(isinstance(x, str) for x in value)
        if self.kind is float:
            return isinstance(value, int | float) and not isinstance(value, bool)
        return isinstance(value, self.kind) and (not self.choices or value in self.choices)


TABLE: Final = {
    setting.key: setting
    for setting in (
        Setting("language", str, "system", ("system", "id", "en")),
        Setting("theme", str, "system", ("system", "light", "dark", "contrast")),
        Setting("system_contrast", str, "", ("", "high")),  # what the system last asked for
        Setting("active_time", str, "on", ("on", "off")),  # measure it, and show it
        Setting("text_size", float, 0.0),  # pixels; 0: the usual size
        Setting("line_spacing", str, "normal", ("tight", "normal", "wide")),
        Setting("text_width", str, "normal", ("narrow", "normal", "wide", "full")),
        Setting("text_font", str, ""),  # a family; "": the shipped one, "system": the system's own
        Setting("annotator_name", str, ""),  # offered when a project asks who annotates
        Setting("recent_projects", tuple, ()),
        Setting("recent_commands", tuple, ()),  # of the command palette, the latest first
        Setting("last_folder", str, ""),
        Setting("table_columns", tuple, ()),  # what columns were for, by the shape of the table
        Setting("same_text", tuple, ("whole", "clitics")),  # options that were on last
        Setting("first_steps", str, "", ("", "seen")),
        Setting("window_place", str, ""),
        Setting("pane_places", str, ""),
    )
}
"""Every setting there is, by key."""


def data_folder() -> Path:
    """Return the folder for projects of the program's own, such as the sample; need not exist."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen) / "data"
    from platformdirs import user_data_path

    return user_data_path("annotator", appauthor=False)


class Settings:
    """The settings of this user. A file that is missing or broken gives the defaults."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)

    @classmethod
    def load(cls) -> "Settings":
        """Read the settings in the config folder."""
        return cls(config_folder() / _FILE)

    def get(self, key: str) -> Any:
        """Return a setting, or its default. Raises KeyError for a key that `TABLE` lacks."""
        setting = TABLE[key]
        value = self._values.get(key, setting.default)
        if not setting.accepts(value):
            return setting.default
        return tuple(value) if setting.kind is tuple else value

    def set(self, key: str, value: object) -> None:
        """Change a setting and write it at once.

        Where the file cannot be written the setting holds until the program ends. Raises KeyError
        for a key that `TABLE` lacks, ValueError for a value it cannot have.
        """
        if not TABLE[key].accepts(value):
            raise ValueError(f"{key}: {value!r}")
        kept = list(value) if isinstance(value, tuple) else value
        # another window may have written since, and a newer program knows more keys
        self._values = {**self._values, **_read(self._file), key: kept}
        self._write()

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(text + "\n", encoding="utf-8")
            draft.replace(self._file)
        except (OSError, UnicodeEncodeError) as error:
            import logging

            logging.getLogger(__name__).info("settings not written: %s", error)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
