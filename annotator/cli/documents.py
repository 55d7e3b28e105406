"""The command about articles: list."""

import argparse

from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.model.project import DocumentSummary
from annotator.services.projects import open_project


def list_documents(options: argparse.Namespace) -> int:
    """List the articles as the one who annotates here sees them."""
    with open_project(options.project, write=False) as project:
        if options.json:
            output.show_json([_listed(row) for row in project.documents.each()])
            return Exit.DONE
        for row in project.documents.each():
            output.show(
                f"{row.status:<12} {row.span_count:>5}  {row.language:<8}"
                f" {output.one_line(row.title)}"
            )
    return Exit.DONE


def _listed(row: DocumentSummary) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "status": str(row.status),
        "spans": row.span_count,
        "language": row.language,
        "date": row.date,
        "code_points": row.length,
    }
