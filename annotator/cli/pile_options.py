"""The options that say how a pile is read; nothing is imported for them until they are used."""

import argparse
from pathlib import Path
from typing import Final

from annotator.cli.words import _

UNITS: Final = ("code_points", "utf16", "bytes", "inclusive")
"""The values of `formats.base.Unit`."""


def columns(text: str) -> dict[str, str]:
    """Read `text=isi,title=judul`. Raises ArgumentTypeError in plain words."""
    from annotator.formats.column_names import ROLES

    made: dict[str, str] = {}
    for part in text.split(","):
        role, sign, name = part.partition("=")
        if role.strip() not in ROLES or not sign:
            raise argparse.ArgumentTypeError(
                _("%(part)s does not say what a column is for: %(roles)s")
                % {"part": part, "roles": ", ".join(f"{one}=…" for one in ROLES)}
            )
        made[role.strip()] = name
    return made


def add_options(made: argparse.ArgumentParser) -> None:
    """Add the options that say how a pile is read."""
    made.add_argument("--format", metavar="NAME", help=_("format; by default it is recognised"))
    made.add_argument("--no-language", action="store_true", help=_("do not detect languages"))
    made.add_argument(
        "--columns",
        type=columns,
        metavar="ROLE=NAME,…",
        help=_("columns of a table, such as text=isi,title=judul"),
    )
    made.add_argument("--unit", choices=UNITS, help=_("what positions count"))
    made.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help=_("what becomes of labels (docs/formats/mapping.md)"),
    )
    made.add_argument(
        "--preview", action="store_true", help=_("show how it would be read; take nothing in")
    )
