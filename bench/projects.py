"""Projects to measure on, made through the services as the program makes them."""

import random
import re
from pathlib import Path

from annotator.assets import asset
from annotator.model.annotation import Span
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import DocumentId, SpanId, new_id
from annotator.model.project import Status
from annotator.model.scheme import Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import Project, create_project
from bench.texts import article

_WORD = re.compile(r"\w+")
_TOUCHED = 10
"""One of so many articles of the long list carries annotations."""


def scheme() -> Scheme:
    """Return the scheme the program ships."""
    return parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


def new_project(path: Path) -> Project:
    """Make a project in which somebody annotates."""
    project = create_project(path, scheme())
    project.choose_annotator("Rahmawati Ladiva")
    return project


def make_list(path: Path, count: int, characters: int) -> None:
    """Make a project of many small articles, some of them labelled; the first has 30 spans."""
    with new_project(path) as project:
        done = 0
        while done < count:
            batch = range(done, min(count, done + 500))
            with project.together():
                for number in batch:
                    document = add(project, article(characters, number))
                    if number % _TOUCHED == 0:
                        annotate(project, document, 8 if number else 30)
            done = batch.stop


def add(project: Project, text: str) -> DocumentId:
    return project.documents.add_text(text, detect_language=False).document


def annotate(project: Project, document: DocumentId, spans: int) -> None:
    """Put this many spans on words spread over a text, in one act."""
    text = project.documents.get(document).text
    chance = random.Random(len(text) + spans)
    words = [match.span() for match in _WORD.finditer(text)]
    labels = [label.id for label in project.scheme.labels]
    takes = {
        label: any(item.id == "factuality" for item in project.scheme.attributes_of(label))
        for label in labels
    }
    within = project.editing.annotation_set(document)
    alleged = Attributes({"factuality": "alleged"})
    changes: list[Change] = []
    taken: set[tuple[int, int, str]] = set()
    while len(changes) < spans:
        first = chance.randrange(len(words) - 3)
        start, end = words[first][0], words[first + chance.randint(0, 2)][1]
        label = chance.choice(labels)
        if (start, end, label) not in taken:
            taken.add((start, end, label))
            attributes = alleged if takes[label] else EMPTY
            made = Span(SpanId(new_id()), start, end, label, attributes)
            changes.append(Change(None, made))
    status = (Status.NEW, Status.IN_PROGRESS)
    edit = Edit(document, within.annotator, tuple(changes), status)
    project.editing.apply(edit, Origin.IMPORT)
