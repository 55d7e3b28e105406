"""Where this installation of the program keeps what is its own, and how it is known to projects."""

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import Final

from annotator.model.ids import new_id

HOME_VARIABLE: Final = "ANNOTATOR_HOME"
_ID_FILE: Final = "installation"


def config_folder() -> Path:
    """Return the folder for settings, which need not exist yet.

    The environment variable ANNOTATOR_HOME moves it, for tests and tours.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("annotator", appauthor=False)


def installation_id() -> str:
    """Return the id of this installation, made at the first call and kept in the config folder.

    Where the folder cannot be written the id lasts as long as the process: each start then counts
    as a new device, which costs a row in the project and loses nothing.
    """
    return _installation_id(config_folder())


@cache
def _installation_id(folder: Path) -> str:
    file = folder / _ID_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{_ID_FILE}.{os.getpid()}"
        draft.write_text(new_id() + "\n", encoding="utf-8")
        try:
            os.link(draft, file)  # whole or not at all, and never over another's
        except FileExistsError:
            pass
        except OSError:  # a disk without hard links
            if not file.exists():
                draft.replace(file)
        draft.unlink(missing_ok=True)
        return file.read_text(encoding="utf-8").strip() or new_id()
    except OSError:
        return new_id()


def installation_key() -> str:
    """Return what a project keeps of the installation: a hash that names no person or folder."""
    return _short_hash(installation_id(), os.path.realpath(config_folder()))


def place_key(project: Path) -> str:
    """Return what a project keeps of the place it is used at: installation and path, hashed.

    A copied or moved file has another key, and so gets a device of its own.
    """
    return _short_hash(installation_key(), os.path.normcase(os.path.realpath(project)))


def _short_hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
