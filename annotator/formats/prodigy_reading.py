"""A task of Prodigy, until it is what somebody says (docs/formats/prodigy.md)."""

from collections.abc import Mapping
from typing import Any, Final

from annotator.formats import strict_json
from annotator.formats.peer_document import (
    PeerDocument,
    PeerLink,
    PeerSet,
    PeerSpan,
    merge_pieces,
)
from annotator.formats.peer_writing import PIECE, json_text
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Claim
from annotator.model.project import Status

SOMEBODY: Final = "Prodigy"
ANSWERS: Final = ("accept", "reject", "ignore")
_TASK_KEYS: Final = frozenset(
    {"accept", "accept_attributes", "answer", "config", "label", "meta", "options", "priority"}
    | {"relations", "score", "spans", "text", "tokens"}
)
_SPAN_KEYS: Final = frozenset(
    {"answer", "attributes", "end", "id", "label", "start", "text", "token_end", "token_start"}
    | {"input_hash", "score", "source"}
)


def document_of(values: Mapping[str, Any]) -> PeerDocument:
    """Return what a task says. Raises Malformed."""
    made = PeerDocument(strict_json.text_of(values, "text"))
    answer = values.get("answer")
    who = values.get("_annotator_id") or values.get("_session_id")
    said = PeerSet(str(who) if who else SOMEBODY)
    if answer == "ignore":
        said.status = Status.SKIPPED
        made.leave("answer_ignored")
    elif answer == "reject":
        said.status = Status.FLAGGED
        made.leave("answer_rejected", str(values.get("label", "")))
    else:
        _take(values, made, said)
        if answer == "accept":
            said.status = Status.DONE
        elif said.says_something:
            made.leave("no_answer")
    if said.says_something:
        made.sets.append(said)
    _take_metadata(values, made)
    for key in sorted(values.keys() - _TASK_KEYS):
        if not key.startswith("_"):
            made.leave("key_not_taken", key)
    return made


def _take_metadata(values: Mapping[str, Any], made: PeerDocument) -> None:
    meta = values.get("meta") or {}
    for key, value in meta.items() if isinstance(meta, dict) else [("meta", meta)]:
        words = value if isinstance(value, str) else json_text(value)
        if key == "title":
            made.title = words
        elif value is not None:
            made.metadata[str(key)] = words


def _take(values: Mapping[str, Any], made: PeerDocument, said: PeerSet) -> None:
    tokens = list(strict_json.objects_of({"tokens": values.get("tokens") or []}, "tokens"))
    entries = list(strict_json.objects_of({"spans": values.get("spans") or []}, "spans"))
    for number, entry in enumerate(entries):
        start, end = _whole(entry, "start"), _whole(entry, "end")
        label = strict_json.text_of(entry, "label", "") or strict_json.text_of(values, "label", "")
        if not label:
            made.leave("span_without_label")
            continue
        if entry.get("answer") in {"reject", "ignore"}:
            made.leave("span_rejected", label)
            continue
        for key in sorted(entry.keys() - _SPAN_KEYS):
            made.leave("key_of_span", key)
        quote = entry.get("text", _quote(entry, tokens))
        claim = Claim(((start, end),), quote if isinstance(quote, str) else None)
        attributes = dict(strict_json.attributes_of(entry))
        said.spans.append(PeerSpan(str(number), claim, label, attributes))
    for entry in strict_json.objects_of({"relations": values.get("relations") or []}, "relations"):
        label = strict_json.text_of(entry, "label")
        ends = [_end(entry, end, entries, tokens) for end in ("head", "child")]
        attributes = dict(strict_json.attributes_of(entry))
        said.links.append(PeerLink(ends[0], ends[1], label, attributes))
    accept = values.get("accept") or []
    more = strict_json.object_of(values, "accept_attributes")
    for label in map(str, accept if isinstance(accept, list) else [accept]):
        found = strict_json.attributes_of({"attributes": more.get(label, {})})
        said.labels.append((label, dict(found)))
    if isinstance(values.get("label"), str) and not entries:
        said.labels.append((values["label"], {}))
    merge_pieces(said, PIECE)


def _whole(entry: Mapping[str, Any], key: str) -> int:
    value = entry.get(key)
    if type(value) is not int:
        raise Malformed(f"{key!r} of a span must be a whole number")
    return value


def _quote(entry: Mapping[str, Any], tokens: list[dict[str, Any]]) -> str | None:
    """Return the words of a span that begins and ends with tokens, None for any other."""
    first, last = entry.get("token_start"), entry.get("token_end")
    if type(first) is not int or type(last) is not int or not 0 <= first <= last < len(tokens):
        return None
    inside = tokens[first : last + 1]
    if (inside[0].get("start"), inside[-1].get("end")) != (entry["start"], entry["end"]):
        return None  # of characters, not of tokens
    words = [str(token.get("text", "")) for token in inside]
    gaps = [" " if token.get("ws", True) else "" for token in inside[:-1]]
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def _end(
    link: Mapping[str, Any], end: str, spans: list[dict[str, Any]], tokens: list[dict[str, Any]]
) -> str:
    """Return the key of the span that a relation means, by the span it names, by its token."""
    named = link.get(f"{end}_span")
    if isinstance(named, dict):
        for keys in (("start", "end", "label"), ("start", "end")):
            for number, span in enumerate(spans):
                if all(span.get(key) == named.get(key) for key in keys):
                    return str(number)
    token = link.get(end)
    if type(token) is int and 0 <= token < len(tokens):
        place = tokens[token].get("start")
        for number, span in enumerate(spans):
            if type(place) is int and span.get("start", 0) <= place < span.get("end", 0):
                return str(number)
    return f"no span {token}"
