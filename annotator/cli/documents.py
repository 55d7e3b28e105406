"""Commands about articles: add, list."""

import argparse

from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.cli.words import _
from annotator.errors import ProjectReadOnly
from annotator.services.documents import AddReport
from annotator.services.projects import open_project


def add(options: argparse.Namespace) -> int:
    """Add files and folders; what was left out is named."""
    with open_project(options.project) as project:
        if project.read_only:
            raise ProjectReadOnly(project.path, project.holder)
        with output.LongWork(_("Adding articles")) as progress:
            report = project.documents.add_paths(
                options.paths, progress, detect_language=not options.no_language
            )
    if options.json:
        output.show_json(_values(report))
    else:
        _show(report)
    if report.cancelled:
        output.tell(_("Stopped. What was finished until then is kept."))
        return Exit.STOPPED
    return Exit.PARTLY if report.skipped else Exit.DONE


def list_documents(options: argparse.Namespace) -> int:
    """List the articles as the one who annotates here sees them."""
    with open_project(options.project, write=False) as project:
        rows = project.documents.summaries()
    if options.json:
        output.show_json(
            [
                {
                    "id": row.id,
                    "title": row.title,
                    "status": str(row.status),
                    "spans": row.span_count,
                    "language": row.language,
                    "date": row.date,
                    "code_points": row.length,
                }
                for row in rows
            ]
        )
        return Exit.DONE
    for row in rows:
        output.show(
            f"{row.status:<12} {row.span_count:>5}  {row.language:<8} {output.one_line(row.title)}"
        )
    return Exit.DONE


def _show(report: AddReport) -> None:
    for item in report.added:
        if item.guessed:
            output.tell(
                _("%(file)s: encoding taken for %(encoding)s")
                % {"file": item.source, "encoding": item.encoding}
            )
    for left in report.skipped:
        words = output.reason_words(str(left.reason))
        detail = f" ({left.detail})" if left.detail else ""
        output.tell(f"{left.source}: {words}{detail}")
    output.show(
        _("Added: %(added)d, left out: %(skipped)d")
        % {"added": len(report.added), "skipped": len(report.skipped)}
    )


def _values(report: AddReport) -> dict[str, object]:
    return {
        "added": [
            {
                "id": item.document,
                "title": item.title,
                "source": item.source,
                "encoding": item.encoding,
                "encoding_guessed": item.guessed,
            }
            for item in report.added
        ],
        "skipped": [
            {"source": item.source, "reason": str(item.reason), "detail": item.detail}
            for item in report.skipped
        ],
        "cancelled": report.cancelled,
    }
