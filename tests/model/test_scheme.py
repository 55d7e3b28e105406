import json
import math
from copy import deepcopy
from typing import Any

import pytest

from annotator.errors import SchemeError
from annotator.model.attributes import Kind
from annotator.model.scheme import Names
from annotator.model.scheme_edit import Part, Put, Ref, edited
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
        (changed("groups.1.id", "EVENT"), r"groups\[1\]: the id EVENT .* that of groups\[0\]"),
        (changed("groups.1.key", "1"), "key 1 is taken twice: by group EVENT and by group PLACE"),
        (changed("groups.0.fill", ...), r"groups\[0\] EVENT: fill must be"),
        (changed("groups.0.fill", "blue"), r"groups\[0\] EVENT: fill must be a colour"),
        (changed("groups.0.ink", "#+12345"), "ink must be a colour"),
        (changed("groups.0.ink", "#12_345"), "ink must be a colour"),
        (changed("groups.0.ink", "#1234567"), "ink must be a colour"),
        (changed("groups.0.name_id", 5), "name_id must be a text"),
        (changed("labels.0.id", ...), r"labels\[0\]: id must be a text"),
        (changed("labels.1.id", "flood"), r"labels\[1\]: the id flood stands twice"),
        (
            changed("labels.0.group", "NONE"),
            r"labels\[0\] flood: group names group NONE, which is not declared",
        ),
        (changed("labels.0.group", ...), "group must be a text"),
        (
            changed("labels.1.group", "EVENT"),
            "key b is taken twice in group EVENT: by label flood and by label village",
        ),
        (changed("labels.0.default_legal_class", "crime"), "must be a list of texts"),
        (changed("attributes.0.kind", "colour"), r"attributes\[0\] factuality: kind must be one"),
        (changed("attributes.0.kind", ["single"]), r"\[0\] factuality: kind must be one of"),
        (changed("attributes.0.kind", ...), r"attributes\[0\] factuality: kind must be one of"),
        (
            changed("attributes.1.id", "factuality"),
            r"attributes\[1\]: the id factuality stands twice",
        ),
        (changed("attributes.0.applies", ["NONE"]), "factuality: applies names group NONE"),
        (changed("attributes.0.required_for", ["NONE"]), "required_for names group NONE"),
        (changed("attributes.0.applies", "EVENT"), "applies must be a list of texts"),
        (
            changed("attributes.0.values.1.id", "occurred"),
            r"values\[1\]: the id occurred stands twice",
        ),
        (changed("attributes.0.values.+", {}), r"attributes\[0\].values\[2\]: id must be a text"),
        (
            changed("attributes.0.default", "alleged"),
            r"attributes\[0\] factuality: the default is no value",
        ),
        (changed("attributes.0.default", {"id": "occurred"}), "the default is no value"),
        (changed("attributes.1.default", ["b"]), "the default is no value"),
        (changed("attributes.1.default", [{}]), "the default is no value"),
        (changed("attributes.2.default", math.nan), "no JSON: NaN"),
        (changed("groups.0.for", "spans"), r"groups\[0\] EVENT: for must be span or document"),
        (changed("groups.1.for", "document"), "where: group PLACE is for articles"),
        (changed("attributes.0.labels", ["none"]), "factuality: labels names label none"),
        (changed("attributes.0.labels", ["village"]), "label village is of no group in applies"),
        (changed("attributes.0.relations", ["none"]), "relations names relation none"),
        (changed("attributes.0.values.0.cues", "awas"), "cues must be a list of texts"),
        (changed("attributes.0.values.0.overrides", ["b"]), "overrides of occurred names value b"),
        (changed("relations.1.id", "where"), "the id where stands twice"),
        (changed("relations.0.from", ["NONE"]), "where: from names group NONE"),
        (changed("relations.0.to", ["NONE"]), "where: to names group NONE"),
        (changed("relations.2.to_labels", ["none"]), "hit: to_labels names label none"),
        (changed("labels.0.example", "a\0b"), "NUL"),
        (changed("our_own_key", ["\ud83d"]), "surrogate"),
    ],
    ids=lambda item: item[-40:],
)
def test_what_is_refused_and_where(text: str, reason: str) -> None:
    with pytest.raises(SchemeError, match=reason):
        parse_scheme(text)


def test_every_fault_is_found_with_its_place() -> None:
    scheme = deepcopy(SMALL)
    scheme["version"] = 2
    scheme["groups"][0]["fill"] = "blue"
    scheme["groups"].append(7)
    scheme["labels"][1]["id"] = ""
    scheme["labels"] += [
        {"id": "rain", "group": "EVENT", "key": "b", "name_id": 5},
        {"id": "flood", "group": "NONE"},
    ]
    scheme["attributes"][1]["values"] = [{"id": "a"}, {"id": "a"}, {}]
    scheme["attributes"][2]["applies"] = ["EVENT", "SKY"]
    scheme["relations"][0]["inherits"] = "factuality"
    with pytest.raises(SchemeError) as caught:
        parse_scheme(json.dumps(scheme))
    assert [fault.worded(fault.reason) for fault in caught.value.faults] == [
        "version must be a text",
        "groups[0] EVENT: fill must be a colour like #B3DDF5",
        "groups[2]: an object is expected",
        "labels[1]: id must be a text",
        "labels[3] rain: name_id must be a text",
        "labels[4]: the id flood stands twice: it is that of labels[0] already",
        (
            "attributes[1].values[1]: the id a stands twice: it is that of attributes[1].values[0]"
            " already"
        ),
        "attributes[1].values[2]: id must be a text",
        "relations[0] where: inherits must be a list of texts",
        "labels[0] flood: group names group NONE, which is not declared",
        "attributes[2] note: applies names group SKY, which is not declared",
        "relations[2] hit: to_labels names label village, which is not declared",
        "labels[3] rain: the key b is taken twice in group EVENT: by label flood and by label rain",
    ]


def test_an_inherited_attribute_must_exist_where_the_scheme_is_not_stored_already() -> None:
    hanging = changed("relations.2.inherits", ["mood"])
    with pytest.raises(SchemeError, match=r"relations\[2\] hit: inherits names attribute mood"):
        parse_scheme(hanging)
    scheme = parse_scheme(hanging, stored=True)
    assert scheme.relations[2].inherits == ("mood",)
    hit = Ref(Part.RELATION, "hit")
    assert edited(scheme, [Put(hit, "name_en", "Hits")]).relations[2].inherits == ("mood",)
    assert edited(scheme, [Put(hit, "inherits", [])]).relations[2].inherits == ()
    with pytest.raises(SchemeError, match="inherits names attribute weather"):
        edited(scheme, [Put(hit, "inherits", ["mood", "weather"])])


def test_what_a_fault_quotes_is_no_template() -> None:
    with pytest.raises(SchemeError) as caught:
        parse_scheme(changed("relations.2.to_labels", ["%1 %9 100%"]))
    (fault,) = caught.value.faults
    assert fault.worded(fault.reason).endswith(
        "to_labels names label %1 %9 100%, which is not declared"
    )


def test_what_is_retired_is_no_longer_asked_for() -> None:
    scheme = parse_scheme(changed("attributes.0.retired", True))
    assert [item.id for item in scheme.attributes_of("flood")] == ["factuality", "tags", "note"]
    assert scheme.required_of("flood") == ()
    factuality = parse_scheme(changed("attributes.0.values.1.retired", True)).attribute(
        "factuality"
    )
    assert factuality is not None
    assert [choice.id for choice in factuality.offered] == ["occurred"]
    assert factuality.takes("warned")
    where = parse_scheme(changed("relations.0.retired", True)).relation("where")
    assert where is not None
    assert where.retired


def test_escapes_that_are_words_are_no_nul() -> None:
    scheme = parse_scheme(changed("labels.0.example", "\\u0000 é \\"))
    flood = scheme.label("flood")
    assert flood is not None
    assert flood.example == "\\u0000 é \\"
