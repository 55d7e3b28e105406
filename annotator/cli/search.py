"""The command `search`: words in all articles, or spans by what is said about them."""

import argparse
from collections.abc import Iterator
from itertools import islice
from typing import Any

from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.cli.words import _
from annotator.services.projects import Project, open_project
from annotator.services.search import parse_text_query
from annotator.services.span_search import FoundSpan
from annotator.text.contexts import snippet

_BEFORE, _AFTER = 30, 60


def search(options: argparse.Namespace) -> int:
    """Print what was found, a line each; nothing found is no failure."""
    words = " ".join(options.words)
    with open_project(options.project, write=False) as project:
        if options.spans:
            return _spans(project, words, options)
        return _texts(project, words, options)


def _texts(project: Project, words: str, options: argparse.Namespace) -> int:
    service = project.search
    found = service.find(parse_text_query(words))
    articles = islice(service.hits(found), options.most)
    if options.json:
        output.show_json(
            [
                {
                    "id": item.document,
                    "title": item.title,
                    "hits": [
                        {"start": start, "end": end, "text": item.text[start:end]}
                        for start, end in item.hits
                    ],
                }
                for item in articles
            ]
        )
        return Exit.DONE
    for item in articles:
        title = output.one_line(item.title)
        if not item.hits:
            output.show(title)
        for start, end in item.hits:
            shown = snippet(item.text, [(start, end)], start, before=_BEFORE, after=_AFTER)
            output.show(f"{title}: {start}: {output.one_line(shown.text)}")
    return Exit.DONE


def _spans(project: Project, words: str, options: argparse.Namespace) -> int:
    query, problems = project.span_search.parse(words)
    for problem in problems:
        unknown = _("%(key)s has no value called %(value)s") if problem.value else ""
        unknown = unknown or _("nothing is called %(key)s")
        output.tell(unknown % {"key": problem.key, "value": problem.value})
    if problems:
        return Exit.USAGE
    people = {person.id: person.name for person in project.annotators()}
    found = islice(project.span_search.each(query), options.most)
    if options.json:
        output.show_json([_values(one, people.get(one.annotator, "")) for one in found])
        return Exit.DONE
    for one in found:
        quote, title = output.one_line(one.quote), output.one_line(one.title)
        output.show(f"{title}: {one.start}: {one.label}: {quote}")
    return Exit.DONE


def _values(one: FoundSpan, annotator: str) -> dict[str, Any]:
    values = {
        "document": one.document,
        "title": one.title,
        "id": one.span,
        "start": one.start,
        "end": one.end,
        "label": one.label,
        "attributes": dict(_plain(one)),
        "text": one.quote,
        "annotator": annotator,
        "status": str(one.status),
    }
    if one.fragments:
        values["fragments"] = [list(fragment) for fragment in one.fragments]
    return values


def _plain(one: FoundSpan) -> Iterator[tuple[str, Any]]:
    for key, value in one.attributes:
        yield key, list(value) if isinstance(value, tuple) else value
