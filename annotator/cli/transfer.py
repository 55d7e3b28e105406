"""Commands about datasets: export, import, formats."""

import argparse

from annotator.cli import output, pile
from annotator.cli.exit import Exit
from annotator.cli.words import _
from annotator.errors import Cancelled, ProjectReadOnly
from annotator.formats.registry import registry
from annotator.services.projects import open_project
from annotator.services.transfer import (
    ImportReport,
    UnknownFormat,
    export_project,
    import_paths,
)


def export(options: argparse.Namespace) -> int:
    """Write the dataset; what the format cannot hold is named."""
    name = options.format
    if name is None:
        exporter = registry().guess_exporter(options.target)
        if exporter is None:
            raise UnknownFormat(
                options.target, 0, _("No format has this suffix; name one with --format.")
            )
        name = exporter.info.name
    elif registry().exporter(name) is None:
        raise UnknownFormat(options.target, 0, _("No format of this name can be written."))
    with (
        open_project(options.project, write=False) as project,
        output.LongWork(_("Exporting")) as progress,
    ):
        try:
            report = export_project(project, options.target, name, progress)
        except Cancelled:
            output.tell(_("Stopped. No file was written."))
            return Exit.STOPPED
    if options.json:
        output.show_json(
            {
                "path": str(report.path),
                "format": name,
                "documents": report.documents,
                "spans": report.spans,
                "relations": report.relations,
                "losses": [
                    {
                        "document": loss.document,
                        "annotation": loss.annotation_id,
                        "label": loss.label,
                        "reason": str(loss.reason),
                        "instead": loss.instead,
                    }
                    for loss in report.losses
                ],
            }
        )
    else:
        for loss in report.losses:
            output.tell(f"{loss.document} {loss.annotation_id} {loss.label}: {loss.reason}")
        text = _("Written: %(documents)d articles, %(spans)d spans, %(relations)d relations")
        output.show(f"{text % report._asdict()}: {report.path}")
    return Exit.PARTLY if report.losses else Exit.DONE


def import_files(options: argparse.Namespace) -> int:
    """Take any pile in; what was left out is named."""
    if options.format is not None and registry().importer(options.format) is None:
        raise UnknownFormat(options.paths[0], 0, _("No format of this name can be read."))
    decided = pile.decided(options)
    if options.preview:
        with open_project(options.project, write=False) as project:
            return pile.preview(options, decided, project.scheme)
    with open_project(options.project) as project:
        if project.read_only:
            raise ProjectReadOnly(project.path, project.holder)
        with output.LongWork(_("Importing")) as progress:
            report = import_paths(project, options.paths, decided, progress)
    if options.json:
        values = report._asdict()
        values["skipped"] = [item._asdict() for item in report.skipped]
        values["remarks"] = [item._asdict() for item in report.remarks]
        output.show_json(values)
    else:
        _show(report)
    if report.cancelled:
        output.tell(_("Stopped. What was finished until then is kept."))
        return Exit.STOPPED
    return Exit.PARTLY if report.skipped_count else Exit.DONE


def _show(report: ImportReport) -> None:
    for item in (*report.remarks, *report.skipped):
        place = f"{item.source}:{item.line}" if item.line else item.source
        detail = f" ({item.detail})" if item.detail else ""
        output.tell(f"{place}: {output.reason_words(item.reason)}{detail}")
    if report.skipped_count > len(report.skipped):
        output.tell(_("Not all of these are named. How many there are, by reason:"))
        for reason, count in report.reasons.items():
            output.tell(f"{count:>9}  {output.reason_words(reason)}")
    text = _("Taken in: %(documents_added)d new articles, %(spans)d spans, %(relations)d relations")
    output.show(text % report._asdict())
    output.show(
        _("Known already: %(known)d articles; left out: %(skipped)d")
        % {"known": report.documents_known, "skipped": report.skipped_count}
    )


def formats(options: argparse.Namespace) -> int:
    """List the formats that can be read and written."""
    infos = registry().infos
    for name, reason in registry().broken:
        output.tell(
            _("The format %(name)s cannot be used: %(reason)s") % {"name": name, "reason": reason}
        )
    if options.json:
        output.show_json(
            [
                {
                    "name": info.name,
                    "title": info.title,
                    "suffixes": list(info.suffixes),
                    "reads": info.reads,
                    "writes": info.writes,
                }
                for info in infos
            ]
        )
        return Exit.DONE
    for info in infos:
        can = ", ".join(
            word for able, word in ((info.reads, _("read")), (info.writes, _("write"))) if able
        )
        output.show(f"{info.name:<16} {can:<16} {' '.join(info.suffixes):<12} {info.title}")
    return Exit.DONE
