"""What may be decided about a pile on the command line, and a look into it."""

import argparse
from typing import Any

from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.cli.words import _
from annotator.formats.base import ReadOptions, Unit
from annotator.model.label_mapping import AS_IT_IS
from annotator.model.scheme import Scheme
from annotator.model.vocabulary import Vocabulary, unknown
from annotator.services.import_options import ImportOptions
from annotator.services.label_mapping import read_mapping
from annotator.services.preview import Preview, look_into


def decided(options: argparse.Namespace) -> ImportOptions:
    """Return what the options decide. Raises FormatError, OSError for a mapping that is none."""
    unit = None if options.unit is None else Unit(options.unit)
    return ImportOptions(
        options.format,
        reading=ReadOptions(unit, options.columns),
        mapping=AS_IT_IS if options.map is None else read_mapping(options.map),
        detect_language=not options.no_language,
    )


def preview(options: argparse.Namespace, how: ImportOptions, scheme: Scheme) -> int:
    """Show what there is and how it would be read; nothing is taken in."""
    seen = look_into(options.paths, how)
    left = unknown(seen.words, how.mapping, scheme)
    if options.json:
        output.show_json(_values(seen, left))
    else:
        _show(seen, left)
    return Exit.PARTLY if seen.problems else Exit.DONE


def _show(seen: Preview, left: Vocabulary) -> None:
    for one in seen.formats:
        words = _("%(title)s: %(files)d files") % {"title": one.info.title, "files": one.files}
        output.show(f"{one.info.name:<16} {words}")
    text = _("Articles: at least %d") if seen.more_documents else _("Articles: %d")
    output.show(text % seen.documents)
    for name, unit in seen.units:
        output.show(_("%(format)s: positions count %(unit)s") % {"format": name, "unit": unit})
    for table in seen.tables:
        guess = table.sample.guess
        roles = ", ".join(f"{role}={name}" for role, name in guess.columns.items())
        output.show(f"{table.path.name}: --columns {output.one_line(roles)}")
    for quote in seen.quotes:
        place = f"{quote.source}:{quote.line}" if quote.line else quote.source
        output.show(f"{place}: {quote.label}: {output.one_line(quote.words)}")
    if seen.annotators:
        output.show(_("Annotators: %s") % output.one_line(", ".join(seen.annotators)))
    for family in (left.labels, left.document_labels, left.relations, left.attributes):
        for word, count in family.most_common():
            output.show(_("not in the scheme: %s") % f"{output.one_line(word)} × {count}")
    for item in seen.problems:
        place = f"{item.source}:{item.line}" if item.line else item.source
        detail = f" ({item.detail})" if item.detail else ""
        output.tell(f"{place}: {output.reason_words(item.reason)}{detail}")


def _values(seen: Preview, left: Vocabulary) -> dict[str, Any]:
    return {
        "files": seen.files,
        "more_files": seen.more_files,
        "documents": seen.documents,
        "more_documents": seen.more_documents,
        "formats": {one.info.name: one.files for one in seen.formats},
        "units": {name: str(unit) for name, unit in seen.units},
        "tables": [
            {
                "path": str(table.path),
                "files": table.files,
                "columns": list(table.sample.columns),
                "guess": dict(table.sample.guess.columns),
                "facts": dict(table.sample.facts),
                "rows": [list(row) for row in table.sample.rows],
            }
            for table in seen.tables
        ],
        "quotes": [quote._asdict() for quote in seen.quotes],
        "labels": dict(seen.words.labels),
        "document_labels": dict(seen.words.document_labels),
        "relations": dict(seen.words.relations),
        "attributes": dict(seen.words.attributes),
        "unknown": {
            "labels": dict(left.labels),
            "document_labels": dict(left.document_labels),
            "relations": dict(left.relations),
            "attributes": dict(left.attributes),
        },
        "annotators": list(seen.annotators),
        "problems": [item._asdict() for item in seen.problems],
    }
