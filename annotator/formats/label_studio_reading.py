"""A task of Label Studio, until it is what annotators say (docs/formats/label-studio.md)."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from annotator.formats import strict_json
from annotator.formats.peer_document import (
    PeerDocument,
    PeerLink,
    PeerSet,
    PeerSpan,
    Values,
    merge_pieces,
)
from annotator.formats.peer_writing import PIECE, json_text
from annotator.formats.strict_json import Malformed
from annotator.formats.units import Claim
from annotator.model.attributes import AttributeValue
from annotator.model.project import Status

INTERFACE: Final = "labeling-interface.xml"
"""The labelling interface, beside the tasks."""
ANNOTATORS: Final = "annotators"
"""Key of a task's data under which the names of the annotators stand, one an annotation."""
LIST: Final = "__list"
YES_NO: Final = "__yes_no"
"""Ends of the names of controls, for values that a choice does not tell from a word."""
_UNNAMED_RELATION: Final = "relation"
_LABELS: Final = frozenset({"labels", "hypertextlabels", "paragraphlabels"})
_SHORT: Final = frozenset({"annotation_id", "annotator", "created_at", "lead_time", "updated_at"})


def is_region(entry: object) -> bool:
    """Tell whether this is a labelled stretch of a text."""
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("labels"), list)
        and type(entry.get("start")) is int
        and type(entry.get("end")) is int
    )


def document_of(values: Mapping[str, Any]) -> PeerDocument:
    """Return what a task, or a row of JSON_MIN, says. Raises Malformed."""
    if not isinstance(values.get("data"), dict):
        return _short(values)
    data: dict[str, Any] = dict(values["data"])
    sets = [*_said(values, "annotations"), *_said(values, "completions")]
    predictions = list(_said(values, "predictions"))
    key = _text_key(data, [*sets, *predictions])
    made = PeerDocument(data.pop(key))
    names = data.pop(ANNOTATORS, None)
    for number, entry in enumerate(sets):
        given = names[number] if isinstance(names, list) and len(names) == len(sets) else None
        name = given if isinstance(given, str) and given else _person(entry.get("completed_by"))
        status = Status.SKIPPED if entry.get("was_cancelled") is True else Status.DONE
        _take(made, entry, name, status)
        if entry.get("ground_truth") is True:
            made.leave("ground_truth", name)
    for entry in predictions:
        model = entry.get("model_version") or ""
        _take(made, entry, f"prediction {model}".strip(), None)
    if values.get("drafts"):
        made.leave("draft")
    _take_metadata(data, made)
    if values.get("id") is not None:
        made.metadata.setdefault("id", str(values["id"]))
    return made


def _said(values: Mapping[str, Any], key: str) -> Iterator[dict[str, Any]]:
    return strict_json.objects_of({key: values.get(key) or []}, key)


def _text_key(data: Mapping[str, Any], sets: list[dict[str, Any]]) -> str:
    """Return the key of the text: the one the results name, `text`, or the longest one."""
    for entry in sets:
        for result in _said(entry, "result"):
            source = str(result.get("source", "")).removeprefix("$")
            if isinstance(data.get(source), str):
                return source
    texts = [key for key, value in data.items() if isinstance(value, str)]
    if not texts:
        raise Malformed("there is no text in the data of the task")
    return "text" if "text" in texts else max(texts, key=lambda key: len(data[key]))


def _person(value: object) -> str:
    if isinstance(value, dict):
        known = [value.get(key) for key in ("email", "username", "first_name", "id")]
        value = next((word for word in known if word), "")
    if isinstance(value, str) and value:
        return value
    return f"Label Studio user {value}" if value else "Label Studio"


def _take(made: PeerDocument, entry: dict[str, Any], name: str, status: Status | None) -> None:
    taken = {item.annotator for item in made.sets}
    number, own = 1, name
    while own in taken:
        number += 1
        own = f"{name} ({number})"
    if own != name:
        made.leave("second_annotation", name)
    said = PeerSet(own, status=status)
    _Results(made, said).take(list(_said(entry, "result")))
    merge_pieces(said, PIECE)
    made.sets.append(said)


class _Results:
    """Takes the results of one annotation: regions, what is said about them, relations."""

    def __init__(self, made: PeerDocument, said: PeerSet) -> None:
        self._made = made
        self._said = said
        self._targets: dict[str, list[Values]] = {}

    def take(self, results: list[dict[str, Any]]) -> None:
        regions = {str(one.get("id")) for one in results if one.get("type") in _LABELS}
        articles: dict[str, object] = {}
        rest = []
        for result in results:
            kind = result.get("type")
            if kind in _LABELS:
                self._region(result)
            elif kind == "choices" and not _is_about(result, regions, articles):
                articles[str(result.get("id"))] = result.get("from_name")
                self._of_article(result)
            else:
                rest.append(result)
        for result in rest:
            if result.get("type") == "relation":
                self._relation(result)
            else:
                self._value(result)

    def _region(self, result: Mapping[str, Any]) -> None:
        value = strict_json.object_of(result, "value")
        kind = str(result["type"])
        labels = value.get(kind, value.get("labels"))
        if type(value.get("start")) is not int or type(value.get("end")) is not int:
            self._made.leave("region_not_in_text", kind)
            return
        if not isinstance(labels, list) or not labels:
            self._made.leave("region_without_label", kind)
            return
        key = str(result.get("id", f"no id {len(self._said.spans)}"))
        self._targets.setdefault(key, [])
        for number, label in enumerate(labels):
            span = _span(f"{key} {number}" if number else key, value, label, self._made.raw)
            self._said.spans.append(span)
            self._targets[key].append(span.attributes)

    def _of_article(self, result: Mapping[str, Any]) -> None:
        value = strict_json.object_of(result, "value")
        values: Values = {}
        for label in strict_json.texts_of(value, "choices"):
            self._said.labels.append((label, values))
        self._targets.setdefault(str(result.get("id")), []).append(values)

    def _value(self, result: Mapping[str, Any]) -> None:
        """Take what a control says about a region, or about a label of the article."""
        name = str(result.get("from_name", result.get("type")))
        found = _value_of(result)
        targets = self._targets.get(str(result.get("id")), [])
        if found is None or not targets:
            self._made.leave("control_not_taken", name, str(result.get("type")))
            return
        for values in targets:
            values[name.removesuffix(LIST).removesuffix(YES_NO)] = found

    def _relation(self, result: Mapping[str, Any]) -> None:
        source, target = str(result.get("from_id")), str(result.get("to_id"))
        direction = result.get("direction", "right")
        if direction == "left":
            source, target = target, source
        labels = result.get("labels") or [_UNNAMED_RELATION]
        if not isinstance(labels, list):
            raise Malformed("'labels' of a relation must be a list")
        for label in map(str, labels):
            self._said.links.append(PeerLink(source, target, label))
            if direction == "bi":
                self._made.leave("relation_both_ways", label)


def _is_about(
    result: Mapping[str, Any], regions: AbstractSet[str], articles: Mapping[str, object]
) -> bool:
    """Tell whether a choice is about a region, or about a choice made for the article before."""
    key = str(result.get("id"))
    is_other = key in articles and articles[key] != result.get("from_name")
    return "start" in strict_json.object_of(result, "value") or key in regions or is_other


def _span(key: str, value: Mapping[str, Any], label: object, raw: str) -> PeerSpan:
    if not isinstance(label, str) or not label:
        raise Malformed("a label must be a text")
    quote = value.get("text")
    if not isinstance(quote, str):
        quote = None
    elif "\\n" in quote and "\\n" not in raw:
        quote = quote.replace("\\n", "\n")  # as some versions write line ends
    return PeerSpan(key, Claim(((value["start"], value["end"]),), quote), label)


def _value_of(result: Mapping[str, Any]) -> AttributeValue | None:
    """Return the value of a control, None for one that is no value of an attribute."""
    name, kind = str(result.get("from_name", "")), result.get("type")
    value = strict_json.object_of(result, "value").get("text" if kind == "textarea" else str(kind))
    if kind == "taxonomy" and isinstance(value, list):
        value = ["/".join(map(str, path)) if isinstance(path, list) else path for path in value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        if name.endswith(YES_NO) and value in (["yes"], ["no"]):
            return value == ["yes"]
        return tuple(value) if name.endswith(LIST) or len(value) != 1 else str(value[0])
    if isinstance(value, str | int | float):
        return value
    return None


def _take_metadata(data: Mapping[str, Any], made: PeerDocument) -> None:
    for key, value in data.items():
        words = value if isinstance(value, str) else json_text(value)
        if key == "title":
            made.title = words
        elif value is not None:
            made.metadata[key] = words


def _short(values: Mapping[str, Any]) -> PeerDocument:
    """Read a row of JSON_MIN: data and results side by side, one annotation a row."""
    rest = {key: value for key, value in values.items() if key not in _SHORT}
    regions = {
        key: rest.pop(key)
        for key, value in tuple(rest.items())
        if isinstance(value, list) and value and all(map(is_region, value))
    }
    texts = [key for key, value in rest.items() if isinstance(value, str)]
    if not texts:
        raise Malformed("there is no text in the row")
    made = PeerDocument(
        rest.pop("text" if "text" in texts else max(texts, key=lambda key: len(rest[key])))
    )
    said = PeerSet(_person(values.get("annotator")), status=Status.DONE)
    for entry in [entry for entries in regions.values() for entry in entries]:
        for label in entry["labels"]:
            said.spans.append(_span(f"region {len(said.spans)}", entry, label, made.raw))
    for key, value in tuple(rest.items()):
        if isinstance(value, dict) and isinstance(value.get("choices"), list):
            said.labels += [(label, {}) for label in strict_json.texts_of(value, "choices")]
            del rest[key]
    made.sets.append(said)
    _take_metadata(rest, made)
    return made
