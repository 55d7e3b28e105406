"""How many keys an article takes that is annotated with the keyboard alone.

The article is a real news report that is not part of the program; where it does not lie beside the
checkout, the densest article of the sample project stands in. What is to be annotated is in
`antara.json`: spans as start, end (code points), label, factuality; further attributes of each
family of labels; relations as type and the numbers of two spans.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from PySide6.QtTest import QTest

from annotator.app import Program
from annotator.assets import asset
from annotator.model.annotation import Relation, Span
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.document import text_hash
from annotator.model.ids import RelationId, SpanId
from annotator.services.settings import Settings
from bench.projects import add, new_project
from tools.hands import Hands
from tools.typist import Presses, Typist

ARTICLE = Path(__file__).parents[2] / "shared" / "data" / "articles" / "antara-oku-timur.txt"
PLAN = Path(__file__).with_name("antara.json")


FEWEST = {
    "span with label and factuality": (4, "first word, last word, label, factuality"),
    "span with label alone": (3, "first word, last word, label"),
    "relation": (2, "verb and partner"),
    "attribute": (1, "value"),
}
"""The keys that each kind of thing could not do without, one for each choice."""


class Work(NamedTuple):
    """An article and what is to be annotated in it."""

    name: str
    text: str
    spans: Sequence[Span]
    relations: Sequence[Relation]


class Keys(NamedTuple):
    """Keys that one kind of thing took: how often it was made, mean, and most."""

    what: str
    count: int
    mean: float
    most: float


def work() -> Work:
    """Return the real article with its plan, else one of the sample."""
    if ARTICLE.exists():
        text = ARTICLE.read_text(encoding="utf-8")
        plan = json.loads(PLAN.read_text(encoding="utf-8"))
        if text_hash(text) == plan["text_sha256"]:
            return Work("real article", text, *_planned(plan))
    return _sample()


def measure(folder: Path, most: int, *, by_group: bool) -> tuple[Work, list[Keys]]:
    """Annotate the article in the real window; return what was done and the keys it took.

    At most so many spans, the first ones, with the relations between them.
    """
    todo = _first(work(), most)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "keyboard.annotator"
    with new_project(path) as project:
        add(project, todo.text)
    program = Program(Settings.load())
    assert program.open(path)
    window = program.window
    assert window is not None
    window.resize(1440, 900)
    window.activateWindow()
    QTest.qWait(400)  # what the program does after its first paint is done
    typist = Typist(Hands(window))
    typist.annotate(todo.spans, todo.relations, by_group=by_group)
    stored = typist.result()
    assert sorted(map(_said, stored.spans)) == sorted(map(_said, todo.spans))
    assert len(list(stored.relations)) == len(todo.relations)
    window.close()
    return todo, counted(typist.presses)


def _said(span: Span) -> tuple[int, int, str, list[tuple[str, object]]]:
    return span.start, span.end, span.label, sorted(span.attributes.items())


def _first(todo: Work, most: int) -> Work:
    spans = sorted(todo.spans, key=lambda span: span.sort_key)[:most]
    known = {span.id for span in spans}
    relations = [one for one in todo.relations if {one.source, one.target} <= known]
    return todo._replace(spans=spans, relations=relations)


def counted(presses: Sequence[Presses]) -> list[Keys]:
    """Sum up what a typist pressed, one line for each kind of thing."""
    kinds: tuple[tuple[str, Callable[[Presses], bool]], ...] = (
        ("span with label and factuality", lambda one: one.what == "span" and one.with_factuality),
        ("span with label alone", lambda one: one.what == "span" and not one.with_factuality),
        ("relation", lambda one: one.what == "relation"),
        ("attribute", lambda one: one.what == "attributes"),
    )
    found = []
    for what, fits in kinds:
        keys = [one.keys / one.things for one in presses if fits(one) for _ in range(one.things)]
        if keys:
            found.append(Keys(what, len(keys), mean(keys), max(keys)))
    return found


def _planned(plan: dict[str, Any]) -> tuple[list[Span], list[Relation]]:
    spans = [
        Span(
            SpanId(str(number)),
            start,
            end,
            label,
            _attributes(factuality, **plan["attributes"].get(label.partition(".")[0], {})),
        )
        for number, (start, end, label, factuality) in enumerate(plan["spans"])
    ]
    relations = [
        Relation(RelationId(str(number)), SpanId(str(source)), SpanId(str(target)), kind)
        for number, (kind, source, target) in enumerate(plan["relations"])
    ]
    return spans, relations


def _sample() -> Work:
    lines = asset("sample", "pilkada-sample.jsonl").read_text(encoding="utf-8").split("\n")
    articles = list(map(json.loads, filter(None, lines)))
    densest = max(
        (article for article in articles if article["annotation_sets"]),
        key=lambda article: len(article["annotation_sets"][0]["spans"]) / len(article["text"]),
    )
    return Work("sample article", densest["text"], *said_in(densest["annotation_sets"][0]))


def _attributes(factuality: str | None, **others: str) -> Attributes:
    values = {**({"factuality": factuality} if factuality else {}), **others}
    return Attributes(values) if values else EMPTY


def said_in(said: dict[str, Any]) -> tuple[list[Span], list[Relation]]:
    """Read spans, with no attribute but factuality, and relations of a line of JSONL."""
    spans = []
    for one in said["spans"]:
        attributes = _attributes(one["attributes"].get("factuality"))
        spans.append(Span(SpanId(one["id"]), one["start"], one["end"], one["label"], attributes))
    relations = [
        Relation(RelationId(one["id"]), SpanId(one["source"]), SpanId(one["target"]), one["label"])
        for one in said["relations"]
    ]
    return spans, relations
