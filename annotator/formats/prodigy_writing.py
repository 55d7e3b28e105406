"""Write tasks for Prodigy: tokens are cut wherever a span begins or ends."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.losses import Losses
from annotator.formats.peer_writing import PIECE, pieces_of, tell_state
from annotator.model.annotation_set import AnnotationSet
from annotator.model.project import Status
from annotator.model.scheme import Scheme

_KEPT: Final = "a key of its own"
_TOKEN: Final = re.compile(r"\w+|\s|[^\w\s]")


def tasks_of(
    bundle: Bundle, scheme: Scheme, lost: Callable[[Loss], None]
) -> Iterator[dict[str, Any]]:
    """Return a task for each annotator of an article, one without answer where there is none."""
    losses = Losses(bundle, lost)
    document = bundle.document
    free = [key for key in document.metadata if key not in {"title", "source"}]
    losses.about("title", "source", *free)
    tell_state(losses, frozenset({Status.DONE, Status.SKIPPED}))
    meta = {key: document.metadata[key] for key in free}
    if document.title:
        meta["title"] = document.title
    about: dict[str, Any] = {"text": document.text} | ({"meta": meta} if meta else {})
    written = 0
    for item in bundle.annotation_sets:
        is_said = any(True for _ in item.annotations)
        if is_said and item.status is Status.SKIPPED:
            losses.whole(LossReason.METADATA, "status", f"{item.status}")
        if is_said or item.status in {Status.DONE, Status.SKIPPED}:
            name = bundle.annotators[item.annotator].name
            who = {"_annotator_id": name, "_session_id": name}
            answer = "accept" if is_said or item.status is Status.DONE else "ignore"
            yield about | _said(item, losses, scheme) | {"answer": answer} | who
            written += 1
    if not written:
        yield about | {"tokens": Tokens(document.text, []).values, "_view_id": "spans_manual"}


class Tokens:
    """Words, signs and blanks of a text, with a border wherever one of `pieces` has one."""

    def __init__(self, text: str, pieces: list[tuple[int, int]]) -> None:
        begins, ends = {start for start, _ in pieces}, {end for _, end in pieces}
        cuts = sorted(begins | ends)
        self.values: list[dict[str, Any]] = []
        for found in _TOKEN.finditer(text):
            inner = cuts[bisect_left(cuts, found.start() + 1) : bisect_left(cuts, found.end())]
            edges = [found.start(), *inner, found.end()]
            for start, end in pairwise(edges):
                is_gap = text[start:end] == " " and start not in begins and end not in ends
                if is_gap and self.values and not self.values[-1]["ws"]:
                    self.values[-1]["ws"] = True
                    continue
                self.values.append(
                    {
                        "text": text[start:end],
                        "start": start,
                        "end": end,
                        "id": len(self.values),
                        "ws": False,
                    }
                )
        self._first = {token["start"]: token["id"] for token in self.values}
        self._last = {token["end"]: token["id"] for token in self.values}

    def span(self, start: int, end: int, label: str) -> dict[str, Any]:
        """Return a span; `token_end` is the last token."""
        tokens = {"token_start": self._first[start], "token_end": self._last[end]}
        return {"start": start, "end": end, **tokens, "label": label}


def _said(item: AnnotationSet, losses: Losses, scheme: Scheme) -> dict[str, Any]:
    pieces = [piece for span in item.spans for piece in span.stretches]
    tokens = Tokens(losses.bundle.document.text, pieces)
    spans: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    first: dict[str, dict[str, Any]] = {}
    for span in item.spans:
        before: dict[str, Any] = {}
        for start, end in pieces_of(span, losses):
            made = tokens.span(start, end, span.label)
            if before:
                links.append(_link(before, made, PIECE))
            else:
                first[span.id] = made
            before = made
            spans.append(made)
    for link in item.relations:
        made = _link(first[link.source], first[link.target], link.label)
        if link.attributes:
            losses.of(link, LossReason.ATTRIBUTE, _KEPT)
            made["attributes"] = link.attributes.to_json()
        links.append(made)
    for span in item.spans:
        if span.attributes:
            losses.of(span, LossReason.ATTRIBUTE, _KEPT)
            first[span.id]["attributes"] = span.attributes.to_json()
    said: dict[str, Any] = {"tokens": tokens.values, "spans": spans}
    said["_view_id"] = "relations" if links else "spans_manual"
    if links:
        said["relations"] = links
    return said | _labels(item, losses, scheme)


def _labels(item: AnnotationSet, losses: Losses, scheme: Scheme) -> dict[str, Any]:
    """Return the labels of the article as choices that were taken."""
    labels = list(item.document_labels)
    if not labels:
        return {}
    offered = [x.id for x in scheme.labels if scheme.is_for_documents(x)]
    names = dict.fromkeys([*offered, *(label.label for label in labels)])
    for label in labels:
        if label.attributes:
            losses.of(label, LossReason.ATTRIBUTE, _KEPT)
    said = {
        "options": [{"id": name, "text": name} for name in names],
        "accept": [label.label for label in labels],
    }
    more = {label.label: label.attributes.to_json() for label in labels if label.attributes}
    return {**said, "accept_attributes": more} if more else said


def _link(head: dict[str, Any], child: dict[str, Any], label: str) -> dict[str, Any]:
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": dict(head),
        "child_span": dict(child),
        "label": label,
    }
