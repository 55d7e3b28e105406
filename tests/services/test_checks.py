"""What is found wrong with spans, alone and together; the same after any edits as from scratch."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.edit import Change, Edit
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.scheme_reader import parse_scheme
from annotator.services.article_checks import ArticleChecks
from annotator.services.checks import Check, Remark, blocking, edge_check
from tests.builders import default_scheme, place_of

SOURCE = json.loads(default_scheme().to_json())
SOURCE["contradictions"] = [
    {
        "id": "kind",
        "if": {"genericity": "generic"},
        "and": {"group": "VIOLATION", "factuality": ["occurred", "proven"]},
        "message_en": "A kind of conduct cannot have occurred",
    },
    {
        "id": "nobody",
        "if": {"group": "VIOLATION", "polarity": "affirmed", "factuality": "alleged"},
        "and": {"without": ["perpetrator"]},
        "message_en": "Nobody is linked as perpetrator",
    },
    {
        "id": "classes",
        "if": {"legal_class": "belum_jelas"},
        "and": {"legal_class": ["pidana", "kode_etik"], "label": "violation.vote_buying"},
        "message_en": "Not clear yet, or clear",
    },
]
SCHEME = parse_scheme(json.dumps(SOURCE))
TEXT = "Warga melaporkan politik uang. Politik  uang itu, kata warga, dibagikan tim (Sukses)."


def span(name, words, label, nth=1, *, text=TEXT, **values):
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(SpanId(name), start, start + len(words), label, Attributes(values))


def link(name, source, target, label="perpetrator"):
    return Relation(RelationId(name), SpanId(source), SpanId(target), label)


def made(*annotations):
    return AnnotationSet(DocumentId("d"), AnnotatorId("a"), annotations)


def checked(*annotations, raised=None, text=TEXT, scheme=SCHEME):
    checks = ArticleChecks(text, scheme, made(*annotations), raised or {})
    assert checks.look()
    return checks


def keys(checks, name):
    return [remark.key for remark in checks.remarks_of(name)]


def test_a_violation_without_factuality_is_held_back():
    article = made(
        span("s", "politik uang", "violation.vote_buying"), span("w", "Warga", "actor.voter")
    )
    assert blocking(article, SCHEME) == [Remark("s", Check.MISSING_ATTRIBUTE, "factuality")]
    assert Check.MISSING_ATTRIBUTE.blocks
    assert not Check.MISSING_ATTRIBUTE.can_be_waived
    checks = checked(*article.annotations)
    assert keys(checks, "s") == ["missing_attribute:factuality"]
    assert keys(checks, "w") == []
    assert checks.in_order() == ["s"]


def test_a_relation_the_scheme_no_longer_allows_is_held_back():
    voter, place = span("v", "Warga", "actor.voter"), span("p", "politik uang", "context.place")
    article = made(voter, place, link("r", "v", "p"))
    assert blocking(article, SCHEME) == [Remark("v", Check.ILLEGAL_RELATION, "r")]
    assert keys(checked(*article.annotations), "v") == ["illegal_relation:r"]


def test_a_label_of_the_article_is_held_back_after_the_spans():
    source = json.loads(default_scheme().to_json())
    group = next(item for item in source["groups"] if item.get("for") == "document")
    label = next(item for item in source["labels"] if item["group"] == group["id"])
    source["attributes"][0]["applies"].append(group["id"])
    source["attributes"][0]["required_for"].append(group["id"])
    article = made(
        DocumentLabel(DocumentLabelId("l"), label["id"]),
        span("s", "politik uang", "violation.vote_buying"),
    )
    held = blocking(article, parse_scheme(json.dumps(source)))
    assert [remark.annotation for remark in held] == ["s", "l"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("politik uang", None),
        ("politik uan", Check.INSIDE_WORD),
        ("arga melaporkan", Check.INSIDE_WORD),
        ("politik uang.", Check.LOOSE_EDGE),
        (" politik uang", Check.LOOSE_EDGE),
        (", kata warga", Check.LOOSE_EDGE),
        ("tim (Sukses)", None),
        ("tim (Sukses", None),
        ("  ", Check.LOOSE_EDGE),
        ("(Sukses)", Check.LOOSE_EDGE),
    ],
)
def test_edges(words, found):
    assert edge_check(TEXT, *place_of(words, TEXT)) is found


def test_the_edges_of_every_piece_are_looked_at():
    start, end = place_of("politik uang", TEXT)
    for pieces, found in (
        (((0, 5), (start, end)), None),
        (((0, 5), (start, end - 1)), Check.INSIDE_WORD),
        (((0, 4), (start, end)), Check.INSIDE_WORD),
        (((0, 6), (start, end)), Check.LOOSE_EDGE),
    ):
        parted = Span(SpanId("p"), 0, pieces[-1][1], "actor.voter", fragments=pieces)
        assert [remark.check for remark in checked(parted).remarks_of("p")] == [found] * bool(found)


def test_contradictions_of_the_scheme():
    checks = checked(
        span("a", "politik uang", "violation.vote_buying", factuality="alleged"),
        span(
            "b",
            "Politik  uang",
            "violation.vote_buying",
            factuality="occurred",
            genericity="generic",
            legal_class=("belum_jelas", "pidana"),
        ),
        span("w", "Warga", "actor.voter"),
    )
    assert keys(checks, "a") == ["contradiction:nobody"]
    assert keys(checks, "b") == ["contradiction:kind", "contradiction:classes"]


def test_a_default_counts_where_nobody_chose():
    values = {"factuality": "alleged", "polarity": "negated"}
    assert keys(checked(span("a", "politik uang", "violation.other", **values)), "a") == []


def test_a_rule_about_relations_follows_them():
    spans = (
        span("a", "politik uang", "violation.vote_buying", factuality="alleged"),
        span("t", "tim (Sukses)", "actor.campaign"),
    )
    checks = checked(*spans, link("r", "a", "t"))
    assert keys(checks, "a") == []
    article = checks.annotations
    edit = Edit("d", "a", (Change(article.get("r"), None), Change(article.get("t"), None)))
    checks.follow(edit, article.apply(edit))
    assert keys(checks, "a") == ["contradiction:nobody"]


def test_the_same_words_with_another_label():
    checks = checked(
        span("a", "Warga", "actor.voter"),
        span("b", "warga", "actor.candidate"),
    )
    assert checks.remarks_of("a") == (Remark("a", Check.SAME_WORDS, "actor.candidate"),)
    assert checks.remarks_of("b") == (Remark("b", Check.SAME_WORDS, "actor.voter"),)
    assert Check.SAME_WORDS.can_be_waived


def test_of_three_the_odd_one_is_remarked():
    text = "Warga, warga, WARGA"
    spans = [
        span("a", "Warga", "actor.voter", text=text),
        span("b", "warga", "actor.voter", text=text),
        span("c", "WARGA", "actor.party", text=text),
    ]
    assert checked(*spans, text=text).in_order() == ["c"]


def test_two_labels_at_one_place_are_meant_so():
    text = "politik uang dan politik uang"
    spans = [
        span(f"{label}{nth}", "politik uang", label, nth, text=text, factuality="warned")
        for nth in (1, 2)
        for label in ("violation.vote_buying", "action.other")
    ]
    assert checked(*spans, text=text).in_order() == []
    assert checked(*spans[:-1], text=text).in_order() == []


def test_pronouns_and_clauses_are_not_compared():
    text = "dia dan dia " + "x" * 120
    spans = [
        span("a", "dia", "actor.voter", text=text),
        span("b", "dia", "actor.party", 2, text=text),
    ]
    assert checked(*spans, text=text).in_order() == []


def test_other_articles_are_asked_once_per_words():
    checks = checked(span("a", "Warga", "actor.voter"), span("b", "politik uang", "actor.party"))
    assert sorted(checks.unknown_words()) == ["politik uang", "warga"]
    checks.set_elsewhere(
        {"warga": {"actor.voter": 5, "actor.party": 1}, "politik uang": {"action.other": 2}}
    )
    assert checks.unknown_words() == []
    assert checks.in_order() == ["b"]
    assert keys(checks, "b") == ["same_words_elsewhere"]


def test_the_same_label_twice_at_one_place():
    twins = [span(name, "Warga", "actor.voter") for name in "ab"]
    checks = checked(*twins)
    assert [keys(checks, name) for name in "ab"] == [["doubled"], ["doubled"]]
    edit = Edit("d", "a", (Change(twins[0], None),))
    checks.follow(edit, checks.annotations.apply(edit))
    assert checks.in_order() == []


def test_a_label_whose_meaning_changed_is_looked_at_again():
    old, new = (
        replace(span("a", "Warga", "actor.voter"), guideline=2),
        replace(span("b", "warga", "actor.voter"), guideline=3),
    )
    checks = checked(old, new, raised={"actor.voter": 3})
    assert checks.remarks_of("a") == (Remark("a", Check.RECHECK),)
    assert checks.in_order() == ["a"]
    assert not Check.RECHECK.can_be_waived
    assert not Check.RECHECK.blocks


def test_what_was_waived_is_not_shown():
    a = span("a", "arga melaporkan", "actor.voter")
    checks = checked(replace(a, waived=("inside_word",)))
    assert checks.in_order() == []


def test_spans_are_looked_at_in_steps():
    spans = [span(f"s{nth}", "a", "actor.voter", nth) for nth in range(1, 8)] * 1
    text = TEXT
    many = [replace(one, id=SpanId(f"{one.id}-{n}")) for n in range(9) for one in spans]
    checks = ArticleChecks(text, SCHEME, made(*many), {})
    found = []
    while not checks.look(0.0):
        found.append(len(checks.in_order()))
    assert found == sorted(found)
    assert any(0 < count < len(many) for count in found)
    assert len(checks.in_order()) == len(many)


labels = st.sampled_from(["actor.voter", "actor.party", "violation.vote_buying", "context.law"])
values = st.sampled_from(
    [{}, {"factuality": "alleged"}, {"factuality": "proven", "genericity": "generic"}]
)
PLACES = [place_of(words, TEXT) for words in ("Warga", "warga", "politik uang", "Politik  uang")]


@st.composite
def annotations(draw, name):
    if draw(st.integers(0, 3)) == 0:
        ends = draw(st.lists(st.sampled_from("012345"), min_size=2, max_size=2))
        return link(name, *ends, draw(st.sampled_from(["perpetrator", "same_as"])))
    start, end = draw(st.sampled_from(PLACES))
    start += draw(st.integers(0, 1))
    attributes = Attributes(draw(values))
    waived = draw(st.sampled_from([(), ("same_words",)]))
    return Span(SpanId(name), start, end, draw(labels), attributes, draw(st.integers(1, 3)), waived)


@given(st.data())
def test_following_edits_is_looking_anew(data):
    names = "012345"
    raised = {"actor.voter": 2}
    elsewhere = {"warga": {"actor.party": 3}}
    state = made(*[data.draw(annotations(name)) for name in names[:4]])
    checks = ArticleChecks(TEXT, SCHEME, state, raised)
    checks.look(data.draw(st.sampled_from([None, 0.0])))
    checks.set_elsewhere(elsewhere)
    for _ in range(data.draw(st.integers(0, 4))):
        changes = []
        for name in data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True)):
            before = state.get(name)
            after = None if before and data.draw(st.booleans()) else data.draw(annotations(name))
            if before != after:
                changes.append(Change(before, after))
        edit = Edit(state.document, state.annotator, tuple(changes))
        state = state.apply(edit)
        checks.follow(edit, state)
        data.draw(st.booleans()) and checks.in_order()
    checks.look()
    anew = ArticleChecks(TEXT, SCHEME, state, raised)
    anew.look()
    anew.set_elsewhere(elsewhere)
    assert dict(checks.remarked) == dict(anew.remarked)
    assert checks.in_order() == anew.in_order()
    ids = [one.id for one in state.spans]
    assert checks.in_order() == [name for name in ids if name in checks.remarked]
