from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Span
from annotator.model.edit import Origin
from annotator.model.ids import ActId, AnnotatorId, DeviceId, DocumentId, SpanId
from annotator.model.journal import ANNOTATE, ANNOTATOR_PUT, PROJECT, STATUS_PUT, Entry
from annotator.model.note import NOTE, NoteContent, NoteId
from annotator.model.project import Status
from annotator.model.work import WORK
from annotator.store.fold import NEVER, Record, fold

DOCUMENT, ANNOTATOR = DocumentId("dokumen"), AnnotatorId("orang")
KEY = (DOCUMENT, ANNOTATOR)


def entry(op, body, lamport, device="a", position=1, kind=ANNOTATE):
    return Entry(
        device=DeviceId(device),
        position=position,
        id=f"{device}{position}",
        annotator=ANNOTATOR,
        op=op,
        act=ActId("x"),
        lamport=lamport,
        scheme_version=1,
        at="",
        body=body,
        document=DocumentId("") if kind == PROJECT else DOCUMENT,
        kind=kind,
        origin=Origin.EDIT,
    )


def put(span, start, end, lamport, **where):
    return entry(
        "span.put", {"id": span, "s": start, "e": end, "l": "actor.voter"}, lamport, **where
    )


bodies = st.one_of(
    st.builds(
        lambda span, start, length: (
            "span.put",
            {"id": span, "s": start, "e": start + length, "l": "actor.voter"},
        ),
        st.sampled_from("pqr"),
        st.integers(0, 9),
        st.integers(1, 9),
    ),
    st.builds(lambda span: ("span.drop", {"id": span}), st.sampled_from("pqr")),
    st.builds(
        lambda key, label: ("relation.put", {"id": key, "f": "p", "t": "q", "l": label}),
        st.sampled_from("tu"),
        st.sampled_from(["does", "targets"]),
    ),
    st.builds(lambda key: ("label.put", {"id": key, "l": "violation.none"}), st.sampled_from("vw")),
    st.builds(lambda status: (STATUS_PUT, {"v": str(status)}), st.sampled_from(Status)),
    st.just(("future.put", {"id": "p", "new": 1})),
    st.just((STATUS_PUT, {"v": "unheard of"})),
    st.just(("span.put", {"id": "p", "s": 5, "e": 2, "l": "actor.voter"})),
)


talk = st.one_of(
    st.builds(
        lambda note, words, more: (NOTE, "note.put", {"id": note, "x": words, **more}),
        st.sampled_from("no"),
        st.sampled_from(["ya", "tidak"]),
        st.sampled_from(
            [{}, {"s": 1, "e": 4, "sp": "p"}, {"to": "n"}, {"ld": True}, {"at": "lama"}, {"s": 4}]
        ),
    ),
    st.builds(
        lambda note, op: (NOTE, f"note.{op}", {"id": note}),
        st.sampled_from("no"),
        st.sampled_from(["drop", "close", "reopen", "future"]),
    ),
    st.builds(lambda s: (WORK, "time.add", {"s": s}), st.sampled_from([3, 40, -1, "x", None])),
)


@st.composite
def journals(draw):
    """Draw entries of two devices; Lamport numbers may be equal between them, as in real life."""
    entries = []
    for device in "ab":
        lamport = 0
        labels = bodies.map(lambda drawn: (ANNOTATE, *drawn))
        drawn = draw(st.lists(st.one_of(labels, talk), max_size=12))
        for position, (kind, op, body) in enumerate(drawn, 1):
            lamport += draw(st.integers(0, 2))
            entries.append(entry(op, body, lamport, device, position, kind))
    return entries


@given(journals(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(entries, random):
    shuffled = random.sample(entries, len(entries))
    assert fold(shuffled) == fold(entries)


@given(journals(), st.data())
def test_folding_in_two_parts_is_folding_at_once(entries, data):
    cut = data.draw(st.integers(0, len(entries)))
    assert fold(entries[cut:], fold(entries[:cut])) == fold(entries)


def test_the_later_lamport_number_wins_whoever_arrives_last():
    state = fold([put("p", 0, 5, 3, device="b"), put("p", 0, 9, 2, device="a")])
    assert state.sets[KEY].records["span", "p"].annotation.end == 5


def test_equal_lamport_numbers_are_told_apart_by_device_then_position():
    state = fold([put("p", 0, 5, 2, device="b"), put("p", 0, 9, 2, device="a", position=7)])
    assert state.sets[KEY].records["span", "p"].annotation.end == 5
    state = fold([put("p", 0, 5, 2, position=1), put("p", 0, 9, 2, position=2)])
    assert state.sets[KEY].records["span", "p"].annotation.end == 9


def test_a_removed_span_does_not_come_back_with_an_older_entry():
    state = fold([entry("span.drop", {"id": "p"}, 4, device="b"), put("p", 0, 5, 3)])
    assert state.sets[KEY].records == {("span", "p"): Record(None, (4, "b", 1))}
    assert state.sets[KEY].span_count == 0


def test_a_span_put_again_after_its_removal_stands():
    state = fold([put("p", 0, 5, 1), entry("span.drop", {"id": "p"}, 2), put("p", 0, 5, 3)])
    folded = state.sets[KEY]
    assert folded.records["span", "p"].annotation == Span(SpanId("p"), 0, 5, "actor.voter")
    assert (folded.span_count, folded.lamport, folded.entries) == (1, 3, 3)


def test_the_status_is_the_latest_one():
    state = fold(
        [
            entry(STATUS_PUT, {"v": "done"}, 5),
            entry(STATUS_PUT, {"v": "flagged"}, 4),
            entry(STATUS_PUT, {"v": "perfect"}, 6),
        ]
    )
    assert state.sets[KEY].status is Status.DONE


def test_an_unknown_operation_counts_and_changes_nothing():
    state = fold([entry("future.put", {"id": "p"}, 3)])
    folded = state.sets[KEY]
    assert folded.records == {}
    assert folded.status_order == NEVER
    assert (folded.lamport, folded.entries) == (3, 1)


def test_names_of_annotators_fold_too():
    state = fold(
        [
            entry(ANNOTATOR_PUT, {"id": "orang", "name": "Rahma"}, 2, kind=PROJECT),
            entry(ANNOTATOR_PUT, {"id": "orang", "name": "Ladiva"}, 1, kind=PROJECT),
            entry(ANNOTATOR_PUT, {"id": "orang", "name": 3}, 9, kind=PROJECT),
        ]
    )
    assert state.names == {ANNOTATOR: ("Rahma", (2, "a", 1))}
    assert state.sets == {}


def test_a_note_keeps_its_first_author_and_time_whatever_arrives_first():
    later = entry("note.put", {"id": "n", "x": "lain"}, 3, kind=NOTE)
    first = entry("note.put", {"id": "n", "x": "satu", "at": "08:00"}, 1, device="b", kind=NOTE)
    closed = entry("note.close", {"id": "n"}, 2, kind=NOTE)
    note = fold([later, closed, first]).notes[DOCUMENT, NoteId("n")]
    assert (note.at, note.author, note.content) == ("08:00", ANNOTATOR, NoteContent("lain"))
    assert not note.is_open


def test_active_time_is_added_up():
    state = fold([entry("time.add", {"s": s}, s, kind=WORK, position=s) for s in (5, 7)])
    assert state.work[KEY] == (12, 7)
