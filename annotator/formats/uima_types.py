"""Type systems of UIMA: read, completed from what a file holds, and our own.

XML is looked at by a parser without entities, DTD and network before cassis sees a byte of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.cas_layers import DKPRO
from annotator.formats.strict_json import Malformed

if TYPE_CHECKING:
    from cassis.typesystem import Type, TypeSystem

TOP: Final = "uima.cas.TOP"
BASE: Final = "uima.cas.AnnotationBase"
ANNOTATION: Final = "uima.tcas.Annotation"
STRING: Final = "uima.cas.String"
BOOLEAN: Final = "uima.cas.Boolean"
DOUBLE: Final = "uima.cas.Double"
STRINGS: Final = "uima.cas.StringArray"
MANY: Final = "uima.cas.FSArray"
METADATA: Final = f"{DKPRO}metadata.type."
DOCUMENT: Final = f"{METADATA}DocumentMetaData"

_XMI: Final = "{http://www.omg.org/XMI}"
_CAS: Final = "{http:///uima/cas.ecore}"
_ECORE: Final = ".ecore"
_BUILT_IN: Final = frozenset({"sofa", "begin", "end"})
_ONE: Final = frozenset(
    {"Governor", "Dependent", "next", "first", "target", "pos", "lemma", "stem", "morph", "parent"}
)
"""Features that lead to one other annotation, wherever they occur."""
_LINKS: Final = frozenset({"role", "target"})


def parsed(data: bytes) -> Any:
    """Return the root element of an XML file that declares nothing of its own.

    Raises Malformed for what is no XML, and for any document type: that is where entities are.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Malformed(f"no XML: {error}") from None
    if root.getroottree().docinfo.doctype:
        raise Malformed("a document type is not accepted")
    return root


def declared(data: bytes | None) -> "TypeSystem":
    """Return the type system of a file, an empty one for None. Raises Malformed."""
    from io import BytesIO

    from cassis import load_typesystem
    from cassis.typesystem import TypeSystem

    if data is None:
        return TypeSystem()
    parsed(data)
    try:
        return load_typesystem(BytesIO(data))
    except Exception as error:  # noqa: BLE001 - cassis has no root for its own
        raise Malformed(f"the type system: {error}") from None


def complete(types: "TypeSystem", root: Any) -> None:
    """Add to a type system what the elements of an XMI file need and it does not declare.

    Values of features that nobody declared are texts, but for names that lead elsewhere in every
    type system of these tools and for lists of links.
    """
    ids = {element.get(f"{_XMI}id"): element for element in root}
    seen: dict[str, list[Any]] = defaultdict(list)
    for element in root:
        if isinstance(element.tag, str) and not element.tag.startswith((_XMI, _CAS)):
            seen[_type_name(element.tag)].append(element)
    for name, elements in seen.items():
        values: dict[str, list[str]] = defaultdict(list)
        children: set[str] = set()
        for element in elements:
            for key, value in element.attrib.items():
                if not str(key).startswith("{"):
                    values[str(key)].append(str(value))
            children.update(str(child.tag) for child in element)
        made = _type_of(types, name, values.keys())
        known = {feature.name for feature in made.all_features} | _BUILT_IN
        for key in sorted(children - known):
            types.create_feature(made, key, STRINGS)
        for key in sorted(values.keys() - known - children):
            types.create_feature(made, key, _range(key, values[key], ids))


def _type_of(types: "TypeSystem", name: str, features: Any) -> "Type":
    if not types.contains_type(name, match_exactly=True):
        usual = BASE if "sofa" in features else TOP
        types.create_type(name, ANNOTATION if "begin" in features else usual)
    return types.get_type(name, match_exactly=True)


def complete_from_json(types: "TypeSystem", entries: Iterator[Mapping[str, Any]]) -> None:
    """Add to a type system what feature structures in JSON need: they mark what leads elsewhere."""
    for entry in entries:
        name = entry.get("%TYPE")
        if not isinstance(name, str) or name.startswith("uima.") or name.endswith("[]"):
            continue
        made = _type_of(types, name, {key.lstrip("@^#") for key in entry})
        known = {feature.name for feature in made.all_features} | _BUILT_IN
        for key, value in entry.items():
            feature = key.lstrip("@^#")
            if key.startswith("%") or feature in known:
                continue
            range_name = TOP if key.startswith("@") else STRING
            if key.startswith("@") and feature not in _ONE and isinstance(value, list):
                range_name = MANY
            types.create_feature(made, feature, range_name)


def _type_name(tag: str) -> str:
    """Return the type of `{http:///webanno/custom.ecore}Span`: `webanno.custom.Span`."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    path = space.removeprefix("http:///").removesuffix(_ECORE).strip("/")
    return ".".join(part for part in [*path.split("/"), name] if part)


def _range(key: str, values: list[str], ids: Mapping[str, Any]) -> str:
    parts = [value.split(" ") for value in values if value]
    leads = bool(parts) and all(part in ids for found in parts for part in found)
    if key in _ONE and leads and all(len(found) == 1 for found in parts):
        return TOP
    to_links = leads and all(
        ids[part].get("begin") is None and _LINKS & set(ids[part].attrib)
        for found in parts
        for part in found
    )
    return MANY if to_links else STRING
