import hashlib
import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import JournalError
from annotator.model.annotation import Span
from annotator.model.attributes import Attributes
from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DeviceId, DocumentId, SpanId
from annotator.model.journal import LIMIT, START, Entry, annotation_of, chain, drop, put
from tests.model.strategies import NAMES, annotations

ENTRY = Entry(
    device=DeviceId("d1"),
    position=7,
    id="r1",
    annotator=AnnotatorId("m1"),
    op="span.put",
    act=ActId("c1"),
    lamport=3,
    scheme_version=1,
    at="2024-11-25T08:00:00Z",
    body={"id": "s1", "l": "actor.voter", "s": 0, "e": 5},
    document=DocumentId("a1"),
)
LINE = (
    '{"a":"a1","at":"2024-11-25T08:00:00Z","b":{"e":5,"id":"s1","l":"actor.voter","s":0},"c":"c1",'
    '"d":"d1","k":"annotate","lam":3,"m":"m1","n":7,"op":"span.put","r":"r1","sv":1,"v":1}'
)
clean = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=10)
bodies = st.dictionaries(
    clean,
    st.recursive(
        clean | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(clean, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


def test_the_canonical_text() -> None:
    assert ENTRY.to_line() == LINE
    assert Entry.from_line(LINE) == ENTRY


def test_what_is_usual_is_left_out() -> None:
    plain = json.loads(replace(ENTRY, document=DocumentId("")).to_line())
    assert not {"a", "o", "of"} & set(plain)
    undone = replace(ENTRY, origin=Origin.UNDO, of=ActId("c0"))
    assert json.loads(undone.to_line()).items() >= {"o": "undo", "of": "c0"}.items()
    assert Entry.from_line(undone.to_line()) == undone


@given(bodies, st.sampled_from(Origin), clean)
def test_a_line_read_and_written_again_is_the_same(body, origin: Origin, name: str) -> None:
    entry = replace(ENTRY, body=body, origin=origin, annotator=AnnotatorId(name))
    line = entry.to_line()
    assert "\n" not in line
    assert Entry.from_line(line) == entry
    assert Entry.from_line(line).to_line() == line


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"x": "a\0b"}, "NUL"),
        ({"x": {"y": ["\0"]}}, "NUL"),
        ({"\0": "x"}, "NUL"),
        ({"x": "\ud83d"}, "surrogate"),
        ({"x": math.nan}, "not JSON compliant"),
        ({"x": [math.inf]}, "not JSON compliant"),
        ({"x": "é" * (LIMIT // 2)}, "bytes"),
    ],
)
def test_what_a_store_or_hub_would_refuse_is_refused(body, reason: str) -> None:
    with pytest.raises(JournalError, match=reason):
        replace(ENTRY, body=body).to_line()


def test_a_name_with_a_surrogate_or_nul_is_refused_like_a_body() -> None:
    for name in ("a\0", "a\udc00"):
        with pytest.raises(JournalError):
            replace(ENTRY, annotator=AnnotatorId(name)).to_line()


def test_words_that_only_look_like_an_escape_are_fine() -> None:
    entry = replace(ENTRY, body={"x": "\\u0000"})
    assert Entry.from_line(entry.to_line()) == entry


def test_the_longest_line_just_fits() -> None:
    assert LIMIT == 65_536
    room = LIMIT - len(replace(ENTRY, body={"x": ""}).to_line().encode())
    assert len(replace(ENTRY, body={"x": "a" * room}).to_line()) == LIMIT
    with pytest.raises(JournalError, match="bytes"):
        replace(ENTRY, body={"x": "a" * (room + 1)}).to_line()


def changed(**values: object) -> str:
    line = {**json.loads(LINE), **values}
    return json.dumps({key: value for key, value in line.items() if value is not ...})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no json",
        "[]",
        "7",
        "null",
        "[" * 100_000,
        changed(n=...),
        changed(b=...),
        changed(n="7"),
        changed(lam=True),
        changed(b=[]),
        changed(d=5),
        changed(a=5),
        changed(of=None),
        changed(o="theft"),
        changed(v=2),
    ],
    ids=lambda line: line[:10] + line[-12:],
)
def test_what_is_no_line_is_refused(line: str) -> None:
    with pytest.raises(JournalError):
        Entry.from_line(line)


def test_the_chain_hangs_on_every_line_and_its_place() -> None:
    lines = [replace(ENTRY, position=position).to_line() for position in range(1, 4)]
    first = chain(START, lines[0])
    assert first == hashlib.sha256(bytes(32) + lines[0].encode()).digest()

    def end(of: list[str]) -> bytes:
        value = START
        for line in of:
            value = chain(value, line)
        return value

    whole = end(lines)
    assert end(lines[::-1]) != whole
    assert end(lines[1:]) != whole
    assert end([*lines[:2], lines[2].replace("voter", "Voter")]) != whole


@given(st.sampled_from(NAMES).flatmap(annotations))
def test_an_annotation_put_in_a_line_comes_back(annotation) -> None:
    op, body = put(annotation, 2)
    read = Entry.from_line(replace(ENTRY, op=op, body=body).to_line())
    assert annotation_of(read.op, read.body, 2) == annotation
    assert read.target == annotation.id
    op, body = drop(annotation)
    assert annotation_of(op, body) is None
    assert replace(ENTRY, op=op, body=body).target == annotation.id


def test_a_guideline_is_written_where_it_is_not_the_one_of_the_entry() -> None:
    span = Span(SpanId("s"), 1, 2, "l", guideline=3)
    assert "g" not in put(span, 3)[1]
    assert put(span, 4)[1]["g"] == 3
    old = {"id": "s", "s": 1, "e": 2, "l": "l"}
    assert annotation_of("span.put", old, 3) == span


def test_a_guideline_of_others_is_written_by_name() -> None:
    span = Span(SpanId("s"), 1, 2, "l", guideline=0, foreign="0.9")
    op, body = put(span, 3)
    assert body["g"] == "0.9"
    assert annotation_of(op, body, 3) == span
    with pytest.raises(ValueError, match="one guideline too many"):
        Span(SpanId("s"), 1, 2, "l", guideline=1, foreign="0.9")


def test_the_pieces_of_a_discontinuous_span_are_pairs() -> None:
    span = Span(SpanId("s"), 1, 9, "l", fragments=((1, 3), (5, 9)))
    op, body = put(span)
    assert body == {"id": "s", "l": "l", "s": 1, "e": 9, "f": [[1, 3], [5, 9]]}
    assert annotation_of(op, body) == span
    assert "f" not in put(replace(span, fragments=()))[1]


def test_several_values_come_back_as_they_were() -> None:
    span = Span(SpanId("s"), 1, 2, "l", Attributes({"legal_class": ("crime", "ethics")}))
    assert annotation_of(*put(span)) == span


@pytest.mark.parametrize(
    ("op", "body"),
    [
        ("status.put", {"v": "done"}),
        ("span.move", {"id": "s", "s": 0, "e": 5, "l": "x"}),
        ("annotator.drop", {"id": "m"}),
        ("annotator.put", {"id": "m", "l": "x"}),
        ("span", {}),
        ("span.put", {"id": "s", "s": 0, "l": "x"}),
        ("span.put", {"id": "s", "s": 5, "e": 5, "l": "x"}),
        ("span.put", {"id": "s", "s": "0", "e": 5, "l": "x"}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "x": {"f": None}}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "x": "f"}),
        ("span.put", {"id": "s", "s": False, "e": 5, "l": "x"}),
        ("span.put", {"id": 5, "s": 0, "e": 5, "l": "x"}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "g": ""}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "w": "edges"}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "w": [1]}),
        *(
            ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "f": pieces})
            for pieces in ([], None, "a", [[0, 5]], [[0, 2], [2, 5]], [[0, 2], [3, 4]], [0, 5])
        ),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "f": [[0, 2], [3, 5.0]]}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "f": [[False, 2], [3, 5]]}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "f": [[0, 2, 3], [4, 5]]}),
        ("span.put", {"id": "s", "s": 0, "e": 5, "l": "x", "f": [{}, [4, 5]]}),
        ("relation.put", {"id": "r", "l": "x", "f": "a", "t": None}),
        ("relation.put", {"id": "r", "l": "x", "f": "a"}),
        ("label.put", {"l": "x"}),
    ],
)
def test_a_body_that_holds_no_annotation_is_refused(op: str, body) -> None:
    with pytest.raises(JournalError):
        annotation_of(op, body)


def test_the_greater_lamport_number_wins_then_the_device_then_the_position() -> None:
    least = replace(ENTRY, lamport=2, device=DeviceId("z"), position=99)
    other = replace(ENTRY, device=DeviceId("d0"), position=99)
    later = replace(ENTRY, position=8)
    assert sorted([later, ENTRY, least, other], key=lambda entry: entry.order) == [
        least,
        other,
        ENTRY,
        later,
    ]


def test_a_status_has_no_target() -> None:
    assert replace(ENTRY, op="status.put", body={"v": "done"}).target == ""
