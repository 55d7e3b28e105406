"""Find the formats: the modules of this package, and entry points of other packages.

A module offers a format by a name `FORMAT`. Other packages do so by an entry point of the group
`annotator.formats` that leads to such an object.
"""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, cast

from annotator import formats
from annotator.formats.base import HEAD, Exporter, Format, FormatInfo, Importer, Kind

GROUP: Final = "annotator.formats"


@dataclass(frozen=True)
class Registry:
    """All formats by name, and why some of other packages cannot be used: (name, reason)."""

    formats: dict[str, Format]
    broken: tuple[tuple[str, str], ...] = ()

    @property
    def infos(self) -> tuple[FormatInfo, ...]:
        """What the formats say about themselves, by name."""
        return tuple(self.formats[name].info for name in sorted(self.formats))

    def importer(self, name: str) -> Importer | None:
        """Return the format if it exists and can be read."""
        found = self.formats.get(name)
        return cast("Importer", found) if found is not None and found.info.reads else None

    def exporter(self, name: str) -> Exporter | None:
        """Return the format if it exists and can be written."""
        found = self.formats.get(name)
        return cast("Exporter", found) if found is not None and found.info.writes else None

    def guess_importer(self, path: Path) -> Importer | None:
        """Return the format of a file, by what is in it, then by its suffix. Raises OSError.

        What has the suffix of another format is never taken for plain text.
        """
        with path.open("rb") as file:
            head = file.read(HEAD)
        readable = [item for item in self._sorted if item.info.reads]
        texts = [item for item in readable if item.info.kind is Kind.TEXT]
        others = [item for item in readable if item.info.kind is not Kind.TEXT]
        found = next((item for item in others if item.accepts(head, path)), None)
        if found is None and _by_suffix(texts, path) is None:
            found = _by_suffix(others, path)
        if found is None:
            found = next((item for item in texts if item.accepts(head, path)), None)
        return cast("Importer", found) if found is not None else None

    def guess_exporter(self, path: Path) -> Exporter | None:
        """Return the format to write a file of this name in."""
        found = _by_suffix([item for item in self._sorted if item.info.writes], path)
        return cast("Exporter", found) if found is not None else None

    @cached_property
    def _sorted(self) -> list[Format]:
        """Return the formats in the order of their kinds, those of one kind by name."""
        kinds = list(Kind)
        return sorted(
            self.formats.values(), key=lambda item: (kinds.index(item.info.kind), item.info.name)
        )


def _by_suffix(candidates: list[Format], path: Path) -> Format | None:
    """Return the format with the longest suffix that the file's name ends in."""
    name = path.name.casefold()
    matches = [
        (len(suffix), item)
        for item in candidates
        for suffix in item.info.suffixes
        if name.endswith(suffix)
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


@cache
def registry() -> Registry:
    """Return the formats of this package and of installed ones, looked up once."""
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(formats.__path__):
        own = getattr(importlib.import_module(f"{formats.__name__}.{module.name}"), "FORMAT", None)
        if own is not None:
            found[own.info.name] = own
    broken: list[tuple[str, str]] = []
    for entry in _entry_points():
        # what another package does wrong must not take our own formats away
        try:
            foreign = entry.load()
            info = foreign.info
        except (ImportError, AttributeError, SyntaxError) as error:
            broken.append((entry.name, str(error)))
            continue
        if not isinstance(info, FormatInfo):
            broken.append((entry.name, "info is no FormatInfo"))
        elif info.name in found:
            broken.append((entry.name, f"the name {info.name} is taken"))
        else:
            found[info.name] = foreign
    return Registry(found, tuple(broken))


def _entry_points() -> list[Any]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
