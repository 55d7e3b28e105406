"""Write tasks and the labelling interface of Label Studio (docs/formats/label-studio.md)."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.label_studio_reading import ANNOTATORS, INTERFACE, LIST, YES_NO
from annotator.formats.losses import Losses
from annotator.formats.peer_writing import PIECE, archive_of, json_text, pieces_of, tell_state
from annotator.model.annotation import DocumentLabel, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Kind
from annotator.model.project import Status
from annotator.model.scheme import Scheme

TASKS: Final = "tasks.json"
KEEPS: Final = frozenset({Status.DONE, Status.SKIPPED})
_TAKEN: Final = frozenset({"text", "title", ANNOTATORS, "source"})
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(
    target: Path, bundles: Iterable[Bundle], scheme: Scheme, lost: Callable[[Loss], None]
) -> None:
    """Write all bundles; what `bundles` raises leaves `target` as it was."""
    interface = _Interface(scheme)
    with archive_of(target) as archive:
        with archive.opened(TASKS) as put:
            put("[")
            for number, bundle in enumerate(bundles):
                put(",\n" if number else "\n")
                put(json_text(_task(bundle, interface, lost)))
            put("\n]\n")
        archive.add(INTERFACE, interface.xml())


class _Interface:
    """The controls that the results name: those of the scheme, and whatever else occurs."""

    def __init__(self, scheme: Scheme) -> None:
        for_documents = [x.id for x in scheme.labels if scheme.is_for_documents(x)]
        for_spans = [x.id for x in scheme.labels if not scheme.is_for_documents(x)]
        self.labels = dict.fromkeys(for_spans)
        self.article = dict.fromkeys(for_documents)
        self.relations = dict.fromkeys([*(x.id for x in scheme.relations), PIECE])
        self._kinds = {
            x.id: x.kind for x in scheme.attributes if x.kind in {Kind.SINGLE, Kind.MULTI}
        }
        self._choices: dict[str, dict[str, None]] = {}
        self._others: dict[str, str] = {}
        for attribute in scheme.attributes:
            if attribute.id in self._kinds:
                name = attribute.id + (LIST if attribute.kind is Kind.MULTI else "")
                self._choices[name] = dict.fromkeys(x.id for x in attribute.choices)

    def result(self, name: str, value: object) -> dict[str, Any]:
        """Return how a value of an attribute is said."""
        if isinstance(value, bool):
            return self._chosen(name + YES_NO, ["yes" if value else "no"])
        if isinstance(value, tuple):
            return self._chosen(name + LIST, list(value))
        if isinstance(value, int | float):
            self._others[name] = "Number"
            return {"from_name": name, "type": "number", "value": {"number": value}}
        if self._kinds.get(name) is Kind.SINGLE:
            return self._chosen(name, [str(value)])
        self._others[name] = "TextArea"
        return {"from_name": name, "type": "textarea", "value": {"text": [value]}}

    def _chosen(self, name: str, values: list[str]) -> dict[str, Any]:
        self._choices.setdefault(name, {}).update(dict.fromkeys(values))
        return {"from_name": name, "type": "choices", "value": {"choices": values}}

    def xml(self) -> str:
        lines = ["<View>", '  <Labels name="label" toName="text">']
        lines += [f"    <Label value={_attribute(label)}/>" for label in self.labels]
        lines += ["  </Labels>", '  <Text name="text" value="$text"/>']
        if self.article:
            lines += _choices("article", self.article, several=True, region=False)
        for name, values in self._choices.items():
            lines += _choices(name, values, several=name.endswith(LIST), region=True)
        for name, tag in self._others.items():
            lines.append(f'  <{tag} name={_attribute(name)} toName="text" perRegion="true"/>')
        lines.append("  <Relations>")
        lines += [f"    <Relation value={_attribute(label)}/>" for label in self.relations]
        return "\n".join([*lines, "  </Relations>", "</View>", ""])


def _choices(name: str, values: Iterable[str], *, several: bool, region: bool) -> Iterator[str]:
    kind = "multiple" if several else "single"
    where = ' perRegion="true"' if region else ""
    yield f'  <Choices name={_attribute(name)} toName="text" choice="{kind}"{where}>'
    for value in values:
        yield f"    <Choice value={_attribute(value)}/>"
    yield "  </Choices>"


def _attribute(words: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", words))


def _task(bundle: Bundle, interface: _Interface, lost: Callable[[Loss], None]) -> dict[str, Any]:
    losses = Losses(bundle, lost)
    document = bundle.document
    free = [key for key in document.metadata if key not in _TAKEN]
    losses.about("title", "source", *free)
    tell_state(losses, KEEPS)
    sets = [
        item
        for item in bundle.annotation_sets
        if item.status in KEEPS or any(True for _ in item.annotations)
    ]
    data: dict[str, Any] = {"text": document.text}
    if document.title:
        data["title"] = document.title
    if sets:
        data[ANNOTATORS] = [bundle.annotators[item.annotator].name for item in sets]
    data |= {key: document.metadata[key] for key in free}
    return {"data": data, "annotations": [_annotation(x, losses, interface) for x in sets]}


def _annotation(item: AnnotationSet, losses: Losses, interface: _Interface) -> dict[str, Any]:
    results: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    keys: dict[str, str] = {}
    for number, span in enumerate(item.spans, 1):
        interface.labels[span.label] = None
        key = keys[span.id] = f"s{number}"
        for piece, (start, end) in enumerate(pieces_of(span, losses)):
            own = f"{key}.{piece}" if piece else key
            if piece:
                links.append(_link(f"{key}.{piece - 1}" if piece > 1 else key, own, PIECE))
            words = losses.bundle.document.text[start:end]
            value = {"start": start, "end": end, "text": words, "labels": [span.label]}
            results.append(_result(own, {"from_name": "label", "type": "labels", "value": value}))
        results += _values(key, span, interface)
    for number, label in enumerate(item.document_labels, 1):
        interface.article[label.label] = None
        said = {"from_name": "article", "type": "choices", "value": {"choices": [label.label]}}
        results.append(_result(f"a{number}", said))
        results += _values(f"a{number}", label, interface)
    for link in item.relations:
        interface.relations[link.label] = None
        links.append(_link(keys[link.source], keys[link.target], link.label))
        if link.attributes:
            losses.of(link, LossReason.ATTRIBUTE)
    return {"was_cancelled": item.status is Status.SKIPPED, "result": results + links}


def _values(
    key: str, annotation: Span | DocumentLabel, interface: _Interface
) -> Iterator[dict[str, Any]]:
    for name, value in annotation.attributes.items():
        said = interface.result(name, value)
        if isinstance(annotation, Span):
            place = {"start": annotation.start, "end": annotation.stretches[0][1]}
            said["value"] = place | said["value"]
        yield _result(key, said)


def _result(key: str, said: dict[str, Any]) -> dict[str, Any]:
    return {"id": key, "to_name": "text", **said}


def _link(source: str, target: str, label: str) -> dict[str, Any]:
    ends = {"from_id": source, "to_id": target}
    return {"type": "relation", **ends, "direction": "right", "labels": [label]}
