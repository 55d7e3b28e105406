"""Which format a file is of, and which files belong to others."""

import os
import stat
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from annotator.formats.base import Importer, Kind
from annotator.formats.registry import registry
from annotator.services.archives import is_archive
from annotator.services.import_options import ImportOptions
from annotator.services.import_report import NotTaken
from annotator.services.projects import Project
from annotator.services.walking import Found, identities, unreadable

_MOST_KNOWN: Final = 10_000
"""Files whose format is remembered between the two looks at a folder."""
_ABOUT: Final = frozenset(
    {"changelog", "copying", "licence", "license", "notice", "readme", "source"}
)
"""Names of texts that are about a pile and not of it, in folders; named by themselves they are
read."""


class Recogniser:
    """Finds the format of files by what is in them."""

    def __init__(self, project: Project, options: ImportOptions) -> None:
        self._name = options.format
        self._ours = identities(project_files(project))
        self._formats: dict[str, Importer] = {}

    def claims(self, paths: Sequence[str]) -> Collection[str]:
        """Return which files of a folder belong to others of it.

        Where all have one suffix none does, and what looks like a plain text has no companions:
        neither is opened for this.
        """
        suffixes = {os.path.splitext(path)[1] for path in paths}  # noqa: PTH122 - see walking
        if len(suffixes) < 2:  # noqa: PLR2004 - a file and its companion
            return ()
        claimed: set[str] = set()
        for path in paths:
            if _is_text_by_name(path):
                continue
            importer = self.importer(Found(path, "", path, named=True))
            if not isinstance(importer, NotTaken):
                is_text = importer.info.kind is Kind.TEXT  # of a folder it may not be wanted
                if len(self._formats) < _MOST_KNOWN and not is_text:
                    self._formats[path] = importer
                claimed.update(map(os.fspath, importer.companions(Path(path))))
        return claimed

    def importer(self, found: Found) -> Importer | NotTaken:
        """Return the format to read a file with; what cannot be read is not even opened.

        A pipe would be waited on for ever, and closing the project's own file would drop the locks
        that SQLite holds on it.
        """
        known = self._formats.pop(found.path, None)
        if known is not None:
            return known
        reason = ""
        try:
            state = os.stat(found.path)  # noqa: PTH116 - see walking
            if (state.st_dev, state.st_ino) in self._ours:
                reason = "own_project"
            elif not stat.S_ISREG(state.st_mode):
                reason = "no_file"
            importer = None if reason else self._guess(found.path)
        except OSError as error:
            return unreadable(found.path, error)
        if importer is None:
            return NotTaken(found.told, 0, reason or "unknown_format", self._name or "")
        is_text = self._name is None and importer.info.kind is Kind.TEXT
        reason = _why_no_article(found.path) if is_text and not found.named else ""
        return NotTaken(found.told, 0, reason) if reason else importer

    def _guess(self, path: str) -> Importer | None:
        if self._name is not None:
            is_zip = path.lower().endswith(".zip") and is_archive(path)
            return None if is_zip else registry().importer(self._name)
        return registry().guess_importer(Path(path))


def project_files(project: Project) -> list[Path]:
    """Return the files that a project is made of."""
    ends = ("", "-wal", "-shm", "-journal", ".lock", ".holder")
    return [Path(f"{project.path}{end}") for end in ends]


def _why_no_article(path: str) -> str:
    """Return why a plain text of a folder is not taken for an article, "" where it is."""
    if not _is_text_by_name(path):
        return "not_text"
    stem = os.path.basename(path).partition(".")[0]  # noqa: PTH119 - see walking
    return "about_files" if stem.casefold() in _ABOUT else ""


def _is_text_by_name(path: str) -> bool:
    return path.lower().endswith((".txt", ".text", ".md"))
