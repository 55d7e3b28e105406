"""The command about articles: list."""

import argparse

from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.services.projects import open_project


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
