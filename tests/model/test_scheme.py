import json
import math
from copy import deepcopy
from typing import Any

import pytest

from annotator.errors import SchemeError
from annotator.model.attributes import Kind
from annotator.model.scheme import Names
from annotator.model.scheme_reader import parse_scheme
from tests.builders import default_scheme

SMALL: dict[str, Any] = {
    "id": "banjir",
    "version": "2.1",
    "groups": [
        {"id": "EVENT", "name_id": "Kejadian", "key": "1", "fill": "#B3DDF5", "ink": "#005A8C"},
        {"id": "PLACE", "name": "Place", "key": "2", "fill": "#f2e755", "ink": "#6B5E00"},
    ],
    "labels": [
        {"id": "flood", "group": "EVENT", "key": "b", "code": "BJR", "definition": "Water."},
        {"id": "village", "group": "PLACE", "key": "b"},
        {"id": "old", "group": "PLACE", "key": "b", "retired": True},
    ],
    "attributes": [
        {
            "id": "factuality",
            "kind": "single",
            "applies": ["EVENT"],
            "required_for": ["EVENT"],
            "values": [{"id": "occurred", "border": "solid"}, {"id": "warned"}],
            "default": "occurred",
        },
        {"id": "tags", "kind": "multi", "applies": ["EVENT"], "values": [{"id": "a"}]},
        {"id": "note", "kind": "text", "applies": ["EVENT", "PLACE"]},
    ],
    "relations": [
        {"id": "where", "from": ["EVENT"], "to": ["PLACE"]},
        {"id": "in", "from": ["EVENT", "PLACE"], "to": ["EVENT", "PLACE"], "same_group": True},
        {"id": "hit", "from": ["EVENT"], "to": ["PLACE"], "to_labels": ["village"]},
    ],
    "our_own_key": {"stays": True},
}


def changed(path: str, value: object) -> str:
    """The small scheme with one place changed; `...` takes it away, "+" adds to a list."""
    scheme: Any = deepcopy(SMALL)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = scheme
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    elif last == "+":
        place.append(value)
    else:
        place[last] = value
    return json.dumps(scheme)


def test_a_scheme_is_read() -> None:
    scheme = parse_scheme(json.dumps(SMALL))
    assert (scheme.id, scheme.version) == ("banjir", "2.1")
    flood = scheme.label("flood")
    assert flood is not None
    assert (flood.group, flood.key, flood.code, flood.retired) == ("EVENT", "b", "BJR", False)
    assert flood.definition.best("id") == "Water."
    assert [label.id for label in scheme.labels_of("PLACE")] == ["village"]
    village = scheme.label("village")
    assert village is not None
    assert (village.code, village.names.best("id")) == ("VIL", "village")
    assert scheme.label("none") is None
    assert [item.id for item in scheme.attributes_of("flood")] == ["factuality", "tags", "note"]
    assert [item.id for item in scheme.attributes_of("village")] == ["note"]
    assert [item.id for item in scheme.required_of("flood")] == ["factuality"]
    assert scheme.required_of("village") == ()
    assert scheme.attributes_of("none") == scheme.required_of("none") == ()
    group = scheme.group("EVENT")
    assert group is not None
    assert group.names.best("en") == "Kejadian"
    assert scheme.group("NONE") is None
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    assert (factuality.kind, factuality.default) == (Kind.SINGLE, "occurred")
    assert factuality.takes("warned")
    assert not factuality.takes("alleged")
    assert [choice.border for choice in factuality.choices] == ["solid", ""]
    assert factuality.choice("warned") is factuality.choices[1]
    assert factuality.choice("alleged") is None


def test_groups_are_for_spans_or_for_articles() -> None:
    values: Any = json.loads(changed("groups.1.for", "document"))
    scheme = parse_scheme(json.dumps({**values, "relations": []}))
    assert [group.id for group in scheme.groups] == ["EVENT", "PLACE"]
    assert [group.id for group in scheme.span_groups] == ["EVENT"]
    assert [group.id for group in scheme.document_groups] == ["PLACE"]
    assert [scheme.is_for_documents(label) for label in scheme.labels] == [False, True, True]
    assert parse_scheme(json.dumps(SMALL)).document_groups == ()


def test_an_attribute_may_be_for_some_labels_of_its_groups() -> None:
    narrow = {"kind": "text", "applies": ["EVENT", "PLACE"], "required_for": ["PLACE"]}
    scheme = parse_scheme(changed("attributes.2", {"id": "note", "labels": ["old"], **narrow}))
    for label, carries in (("flood", False), ("village", False), ("old", True)):
        assert ("note" in [item.id for item in scheme.attributes_of(label)]) is carries
        assert ("note" in [item.id for item in scheme.required_of(label)]) is carries


def test_an_attribute_may_be_for_relations() -> None:
    note = {"id": "note", "kind": "text", "relations": ["where", "in"]}
    scheme = parse_scheme(changed("attributes.2", note))
    assert [item.id for item in scheme.attributes_of_relation("where")] == ["note"]
    assert scheme.attributes_of_relation("hit") == scheme.attributes_of_relation("none") == ()


def test_a_default_never_answers_for_what_is_required() -> None:
    scheme = parse_scheme(changed("attributes.0.applies", ["EVENT", "PLACE"]))
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    assert factuality.default_for(scheme.label("flood")) is None
    assert factuality.default_for(scheme.label("village")) == "occurred"
    assert factuality.default_for(None) == "occurred"


def test_values_have_cue_words() -> None:
    scheme = parse_scheme(changed("attributes.0.values.1.cues", ["awas", "jangan sampai"]))
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    assert [choice.cues for choice in factuality.choices] == [(), ("awas", "jangan sampai")]


def test_which_relations_a_scheme_allows() -> None:
    scheme = parse_scheme(json.dumps(SMALL))

    def allowed(relation: str) -> list[str]:
        kind = scheme.relation(relation)
        assert kind is not None
        labels = [label.id for label in scheme.labels]
        pairs = [(a, b) for a in labels for b in labels if scheme.allows(kind, a, b)]
        return [f"{a}-{b}" for a, b in pairs]

    assert allowed("where") == ["flood-village", "flood-old"]
    assert allowed("hit") == ["flood-village"]
    assert allowed("in") == [
        "flood-flood",
        "village-village",
        "village-old",
        "old-village",
        "old-old",
    ]
    where = scheme.relation("where")
    assert where is not None
    assert not scheme.allows(where, "none", "village")
    assert not scheme.allows(where, "flood", "none")
    assert scheme.relation("none") is None


def test_a_scheme_written_and_read_again_is_the_same_with_keys_of_others() -> None:
    scheme = parse_scheme(json.dumps(SMALL))
    text = scheme.to_json()
    assert json.loads(text) == SMALL
    assert list(json.loads(text)) == list(SMALL)
    assert parse_scheme(text) == scheme
    assert parse_scheme(text).to_json() == text


def test_the_default_scheme_is_the_same_after_a_round_trip() -> None:
    scheme = default_scheme()
    assert parse_scheme(scheme.to_json()) == scheme


def test_names_are_read_in_every_language_and_a_plain_one_is_english() -> None:
    scheme = parse_scheme(json.dumps(SMALL))
    event, place = scheme.groups
    assert event.names == Names({"id": "Kejadian"})
    assert place.names == Names({"en": "Place"})
    texts = {"name_id": "Banjir", "name_en": "Flood", "name_su": "Caah", "named": 5}
    label = {"id": "flood", "group": "EVENT", **texts}
    (flood, *_) = parse_scheme(changed("labels.0", label)).labels
    assert flood.names == Names({"id": "Banjir", "en": "Flood", "su": "Caah"})
    assert flood.definition == Names({})


def test_a_scheme_is_written_for_people_to_read() -> None:
    text = parse_scheme(changed("labels.0.example", "“Jum’at” 😀")).to_json()
    assert text.startswith('{\n  "id": "banjir",\n  "version": "2.1",\n  "groups": [\n    {\n')
    assert '"example": "“Jum’at” 😀"' in text
    assert text.endswith("}\n")


def test_schemes_are_the_same_whatever_others_wrote_into_them() -> None:
    assert parse_scheme(changed("our_own_key", {})) == parse_scheme(json.dumps(SMALL))
    assert parse_scheme(changed("labels.0.key", "c")) != parse_scheme(json.dumps(SMALL))


def test_names_fall_back_to_english_then_to_any() -> None:
    names = Names({"en": "Actor", "id": "Aktor"})
    assert [names.best(code) for code in ("id", "en", "su")] == ["Aktor", "Actor", "Actor"]
    assert Names({"id": "Aktor", "en": ""}).best("su") == "Aktor"
    assert Names({}).best("en") == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "a JSON object"),
        ("7", "a JSON object"),
        (changed("id", ...), "id must be a text"),
        (changed("id", ""), "id must be a text"),
        (changed("version", 2), "version must be a text"),
        (changed("groups", []), "at least one group"),
        (changed("groups", {}), "groups: a list is expected"),
        (changed("groups", ["EVENT"]), r"groups\[0\]: an object is expected"),
        (changed("groups.1.id", "EVENT"), "groups: EVENT stands twice"),
        (changed("groups.1.key", "1"), "keys of groups: 1 stands twice"),
        (changed("groups.0.fill", ...), r"groups\[0\]: fill must be"),
        (changed("groups.0.fill", "blue"), r"groups\[0\]: fill must be a colour"),
        (changed("groups.0.ink", "#+12345"), "ink must be a colour"),
        (changed("groups.0.ink", "#12_345"), "ink must be a colour"),
        (changed("groups.0.ink", "#1234567"), "ink must be a colour"),
        (changed("groups.0.name_id", 5), "name_id must be a text"),
        (changed("labels.0.id", ...), r"labels\[0\]: id must be a text"),
        (changed("labels.1.id", "flood"), "labels: flood stands twice"),
        (changed("labels.0.group", "NONE"), "flood: group NONE is not declared"),
        (changed("labels.0.group", ...), "group must be a text"),
        (changed("labels.1.group", "EVENT"), "keys of group EVENT: b stands twice"),
        (changed("labels.0.default_legal_class", "crime"), "must be a list of texts"),
        (changed("attributes.0.kind", "colour"), r"attributes\[0\]: kind must be one of"),
        (changed("attributes.0.kind", ["single"]), r"attributes\[0\]: kind must be one of"),
        (changed("attributes.0.kind", ...), r"attributes\[0\]: kind must be one of"),
        (changed("attributes.1.id", "factuality"), "attributes: factuality stands twice"),
        (changed("attributes.0.applies", ["NONE"]), "factuality: group NONE"),
        (changed("attributes.0.required_for", ["NONE"]), "factuality: group NONE"),
        (changed("attributes.0.applies", "EVENT"), "applies must be a list of texts"),
        (changed("attributes.0.values.1.id", "occurred"), "occurred stands twice"),
        (changed("attributes.0.values.+", {}), r"attributes\[0\].values\[2\]: id must be a text"),
        (changed("attributes.0.default", "alleged"), r"attributes\[0\]: the default is no value"),
        (changed("attributes.0.default", {"id": "occurred"}), "the default is no value"),
        (changed("attributes.1.default", ["b"]), "the default is no value"),
        (changed("attributes.1.default", [{}]), "the default is no value"),
        (changed("attributes.2.default", math.nan), "no JSON: NaN"),
        (changed("groups.0.for", "spans"), r"groups\[0\]: for must be span or document"),
        (changed("groups.1.for", "document"), "where: group PLACE is for articles"),
        (changed("attributes.0.labels", ["none"]), "factuality: label none is not declared"),
        (changed("attributes.0.labels", ["village"]), "label village is of no group in applies"),
        (changed("attributes.0.relations", ["none"]), "factuality: relation none is not"),
        (changed("attributes.0.values.0.cues", "awas"), "cues must be a list of texts"),
        (changed("relations.1.id", "where"), "relations: where stands twice"),
        (changed("relations.0.from", ["NONE"]), "where: group NONE is not declared"),
        (changed("relations.0.to", ["NONE"]), "where: group NONE is not declared"),
        (changed("relations.2.to_labels", ["none"]), "hit: label none is not declared"),
        (changed("labels.0.example", "a\0b"), "NUL"),
        (changed("our_own_key", ["\ud83d"]), "surrogate"),
    ],
    ids=lambda item: item[-40:],
)
def test_what_is_refused_and_where(text: str, reason: str) -> None:
    with pytest.raises(SchemeError, match=reason):
        parse_scheme(text)


def test_escapes_that_are_words_are_no_nul() -> None:
    scheme = parse_scheme(changed("labels.0.example", "\\u0000 é \\"))
    flood = scheme.label("flood")
    assert flood is not None
    assert flood.example == "\\u0000 é \\"
