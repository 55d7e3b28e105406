"""Commands about a project as a whole: new, scheme."""

import argparse
from pathlib import Path

from annotator.assets import asset
from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.cli.words import _
from annotator.errors import (
    JournalError,
    NoAnnotator,
    ProjectReadOnly,
    SchemeError,
    SchemeFault,
)
from annotator.model.scheme import Scheme
from annotator.model.scheme_faults import Flaw
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import create_project, open_project
from annotator.services.schemes import SchemeChange

_CHECK = Path("check")
"""Stands where the name of a project would: `annotator scheme check FILE`."""


def new(options: argparse.Namespace) -> int:
    """Make a project file."""
    if options.name is not None:
        _check_name(options.name)
    path = options.scheme or asset("schemes", "pilkada-default.json")
    with create_project(options.project, _read_scheme(path)) as project:
        if options.name:
            project.choose_annotator(options.name)
        output.show(_("Made: %s") % project.path)
    return Exit.DONE


def scheme(options: argparse.Namespace) -> int:
    """Print the scheme, replace it, or check a file."""
    if options.file is not None and options.project == _CHECK and not _CHECK.exists():
        return _check(options.file)
    if options.file is None:
        with open_project(options.project, write=False) as project:
            output.show(project.scheme.to_json().rstrip("\n"))
        return Exit.DONE
    wanted = _read_scheme(options.file)
    with open_project(options.project) as project:
        if project.read_only:
            raise ProjectReadOnly(project.path, project.holder)
        project.schemes.apply(SchemeChange(wanted))
        output.show(
            _("Scheme in force: %(id)s %(version)s, number %(number)d of this project")
            % {"id": wanted.id, "version": wanted.version, "number": project.scheme_version}
        )
    return Exit.DONE


def _check(path: Path) -> int:
    """Say what is wrong with a scheme file, each fault on a line of its own."""
    try:
        found = _read_scheme(path)
    except SchemeError as error:
        for fault in error.faults:
            output.tell(fault.worded(_(fault.reason)))
        return Exit.FAILED
    output.show(
        _("Nothing is wrong with %(id)s %(version)s: %(groups)d groups, %(labels)d labels")
        % {
            "id": found.id,
            "version": found.version,
            "groups": len(found.groups),
            "labels": len(found.labels),
        }
    )
    return Exit.DONE


def _check_name(name: str) -> None:
    """Refuse a name before anything is made."""
    if not name.strip():
        raise NoAnnotator
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise JournalError("a lone surrogate") from error


def _read_scheme(path: Path) -> Scheme:
    try:
        return parse_scheme(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SchemeError(SchemeFault(str(path), Flaw.NOT_UTF8)) from error
