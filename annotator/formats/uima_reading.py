"""One CAS, as cassis holds it, as a draft of a document."""

import math
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from annotator.formats import cas_layers, strict_json, uima_types
from annotator.formats.cas_layers import Item, Slot
from annotator.formats.draft import Draft
from annotator.formats.strict_json import Malformed
from annotator.model.attributes import AttributeValue
from annotator.model.document import Language

if TYPE_CHECKING:
    from cassis import Cas

USUAL: Final = "UIMA CAS"
"""Who made a file that does not say it."""
_VIEW: Final = "_InitialView"
_BUILT_IN: Final = frozenset({"sofa", "begin", "end"})
_UNSAID: Final = frozenset({"x-unspecified", "unknown", "und"})
_RENAMED: Final = {"self_": "self", "type_": "type"}


def from_xmi(data: bytes, types: bytes | None, place: PurePath) -> Draft:
    """Read XMI. Raises Malformed."""
    from io import BytesIO

    from cassis import load_cas_from_xmi

    root = uima_types.parsed(data)
    system = uima_types.declared(types)

    def load() -> "Cas":
        uima_types.complete(system, root)
        return load_cas_from_xmi(BytesIO(data), typesystem=system)

    return _draft(_loaded(load), place)


def from_json(data: bytes, types: bytes | None, place: PurePath) -> Draft:
    """Read JSON CAS. Raises Malformed."""
    from cassis import load_cas_from_json

    values = strict_json.parse_object(data)
    is_typed = bool(values.get("%TYPES"))
    system = uima_types.declared(None if is_typed else types)

    def load() -> "Cas":
        entries = values.get("%FEATURE_STRUCTURES", [])
        found = entries.values() if isinstance(entries, dict) else entries
        if not is_typed:
            uima_types.complete_from_json(system, iter(found))
        text = data.decode("utf-8-sig")
        return load_cas_from_json(text, typesystem=system, merge_typesystem=is_typed)

    return _draft(_loaded(load), place)


def _loaded(load: Any) -> "Cas":
    """Call cassis; whatever it stumbles over is one reason."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # a place that is none, or lies inside a character, would be taken for code points
        warnings.filterwarnings("error", message="Not mapping")
        try:
            cas: Cas = load()
        except RecursionError:
            raise Malformed("nested too deeply") from None
        except Malformed:
            raise
        except Exception as error:  # noqa: BLE001 - cassis has no root for its own, and trusts files
            raise Malformed(f"no CAS: {type(error).__name__}: {error}") from None
    return cas


def _draft(cas: "Cas", place: PurePath) -> Draft:
    views = {view.sofa.sofaID: view for view in cas.views if view.sofa.sofaString}
    if not views:
        raise Malformed("there is no text in it")
    name = _VIEW if _VIEW in views else next(iter(views))
    found = list(cas.get_view(name).select_all_fs())
    about = _about(found)
    title = about.get("documentTitle") or ""
    title = title or cas_layers.title_of(place)
    code = about.get("language") or ""
    language = Language(code, 1.0) if code and code not in _UNSAID else Language()
    text = str(views[name].sofa.sofaString)
    annotator = cas_layers.annotator_of(place, USUAL)
    draft = Draft(text, place.name, annotator, title, language=language)
    for other in views.keys() - {name}:
        draft.leave("other_view", other)
    items = []
    for structure in found:
        layer = str(structure.type.name)
        if layer.startswith(uima_types.METADATA) or layer == "uima.tcas.DocumentAnnotation":
            continue
        names = {feature.name for feature in structure.type.all_features}
        if {"begin", "end"} <= names:
            items.append(_item(structure, layer, names))
            if not 0 <= items[-1].start <= items[-1].end <= len(text):
                raise Malformed(f"a {layer} is not inside the text")
        elif not names & {"first", "target", "elements"} and not layer.startswith("uima."):
            cas_layers.take_document_label(draft, layer, _features(structure))
    cas_layers.take(draft, items)
    return draft


def _about(found: list[Any]) -> Mapping[str, str]:
    for structure in found:
        if structure.type.name == uima_types.DOCUMENT:
            names = {feature.name for feature in structure.type.all_features}
            said = {name: structure[name] for name in names & {"documentTitle", "language"}}
            return {name: str(value) for name, value in said.items() if value}
    return {}


def _item(structure: Any, layer: str, names: set[str]) -> Item:
    start, end = structure.begin, structure.end
    if not isinstance(start, int) or not isinstance(end, int):
        raise Malformed(f"a {layer} without a place")
    item = Item(str(structure.xmiID), layer, start, end, _features(structure))
    item.is_relation = {"Governor", "Dependent"} <= names
    item.is_link = "next" in names
    for name in sorted(names - _BUILT_IN):
        value = structure[name]
        if name == "Governor" and item.is_relation:
            item.governor = _key(value)
        elif name == "Dependent" and item.is_relation:
            item.dependent = _key(value)
        elif name == "next":
            item.following = _key(value)
        else:
            item.slots += _slots(name, value)
    return item


def _key(value: Any) -> str:
    return str(value.xmiID) if _is_structure(value) else ""


def _is_structure(value: Any) -> bool:
    return hasattr(value, "xmiID")


def _slots(name: str, value: Any) -> list[Slot]:
    """Return what leads from a feature to other annotations, by a list of links or directly."""
    if not _is_structure(value):
        return []
    if value.type.name == uima_types.MANY:
        links = [link for link in value.elements or [] if _is_structure(link)]
    elif "elements" in {feature.name for feature in value.type.all_features}:
        return []
    else:
        links = [value]
    found = []
    for link in links:
        names = {feature.name for feature in link.type.all_features}
        if "target" in names and "begin" not in names:
            role = link["role"] if "role" in names else ""
            found.append(Slot(name, str(role or ""), _key(link["target"])))
        else:
            found.append(Slot(name, "", _key(link)))
    return found


def _features(structure: Any) -> dict[str, AttributeValue]:
    """Return the features that are plain values; empty ones say nothing."""
    found: dict[str, AttributeValue] = {}
    for feature in structure.type.all_features:
        value = structure[feature.name]
        if feature.name in _BUILT_IN or value is None or value == "":
            continue
        name = _RENAMED.get(feature.name, feature.name)
        if isinstance(value, float) and not math.isfinite(value):
            found[name] = str(value)
        elif isinstance(value, str | bool | int | float):
            found[name] = value
        elif _is_structure(value) and value.type.name != uima_types.MANY:
            elements = getattr(value, "elements", None)
            if isinstance(elements, list) and elements:
                found[name] = tuple(str(element) for element in elements)
    return found
