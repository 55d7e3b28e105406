"""Import and export: what goes out comes back, and nothing is lost without a word."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Cancelled, ProjectExists, ProjectReadOnly, StoreUnavailable
from annotator.formats.base import Bundle, SchemeRef
from annotator.formats.jsonl import FORMAT, line_of
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.document import Document, Language
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.project import Annotator, Status
from annotator.model.scheme_reader import parse_scheme
from annotator.services import intake
from annotator.services.jobs import Progress
from annotator.services.projects import Project, create_project, open_project
from annotator.services.schemes import SchemeChange
from annotator.services.transfer import (
    ImportOptions,
    UnknownFormat,
    export_project,
    import_paths,
    job_export,
    job_import,
)
from tests.formats.strategies import GUIDELINES, REF, SCHEME, bundles

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"
TEXT = "Warga Samudra melaporkan amplop dari Teguh.\n"
WHO = Annotator(AnnotatorId("a1"), "Rahmawati Ladiva")
DOCUMENT = Document(DocumentId("d1"), "Warga", TEXT, Language("id", 0.5), {"date": "2024-11-24"})
VOTER = Span(SpanId("s1"), 0, 13, "actor.voter")
BUYING = Span(SpanId("s2"), 25, 31, "violation.vote_buying", Attributes({"factuality": "alleged"}))
TEAM = Span(SpanId("s3"), 37, 42, "actor.campaign")
LINK = Relation(RelationId("r1"), BUYING.id, TEAM.id, "perpetrator")
WHOLE = DocumentLabel(DocumentLabelId("l1"), "article.report", Attributes({"topic": ("security",)}))
ALL = (VOTER, BUYING, TEAM, LINK, WHOLE)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.annotator", SCHEME) as made:
        yield made


def _bundle(*annotations: Any, who: Annotator = WHO, status: Status = Status.DONE) -> Bundle:
    item = AnnotationSet(DOCUMENT.id, who.id, annotations, status)
    return Bundle(DOCUMENT, (item,), {who.id: who}, REF, guidelines=GUIDELINES)


def _file(tmp_path: Path, *made: Bundle, name: str = "in.jsonl") -> Path:
    path = tmp_path / name
    path.write_bytes(b"".join(line_of(bundle, SCHEME) for bundle in made))
    return path


def _stored(project: Project, document: str = "d1", who: str = "a1") -> AnnotationSet:
    return project.editing.annotation_set(DocumentId(document), AnnotatorId(who))


@given(bundles())
def test_any_project_goes_out_and_comes_back(made: list[Bundle]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        FORMAT.write(folder / "0.jsonl", made, SCHEME, lambda _: None)
        outs = []
        for number in range(2):
            with create_project(folder / f"{number}.annotator", SCHEME) as project:
                report = import_paths(project, [folder / f"{number}.jsonl"])
                assert report.skipped == ()
                assert report.documents_added == len(made)
                for bundle in made:
                    stored = project.documents.get(bundle.document.id)
                    assert stored.text == bundle.document.text
                    assert (stored.language, stored.metadata) == (
                        bundle.document.language,
                        bundle.document.metadata,
                    )
                    sets = project.editing.annotation_sets(bundle.document.id)
                    assert tuple(sets) == bundle.annotation_sets
                    assert project.notes.of(bundle.document.id) == bundle.notes
                out = folder / f"{number + 1}.jsonl"
                written = export_project(project, out, "jsonl")
                assert written.documents == len(made)
                assert (written.spans, written.relations) == (report.spans, report.relations)
                outs.append(out.read_bytes())
        assert outs[0] == outs[1]


def test_the_gold_files_go_in_and_come_out_equal(project: Project, tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared test data is not on this machine")
    paths = sorted(SHARED.glob("*.gold.json"))
    import_paths(project, [path.parent / path.name.replace(".gold.json", ".txt") for path in paths])
    report = import_paths(project, paths)
    assert (report.documents_added, report.documents_known) == (0, 3)
    assert report.skipped == ()
    assert report.annotators == ("gold",)
    export_project(project, tmp_path / "out.jsonl", "jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    for path, line in zip(paths, lines, strict=True):
        gold, ours = json.loads(path.read_text(encoding="utf-8")), json.loads(line)
        (only,) = ours["annotation_sets"]

        def spans(values: Any, quote: str) -> Any:
            return sorted(
                (x["start"], x["end"], x[quote], x["label"], sorted(x["attributes"].items()))
                for x in values
            )

        assert spans(only["spans"], "quote") == spans(gold["spans"], "text")

        def links(values: Any, spans: Any, keys: tuple[str, str, str]) -> Any:
            place = {span["id"]: (span["start"], span["end"], span["label"]) for span in spans}
            kind, source, target = keys
            return sorted((x[kind], place[x[source]], place[x[target]]) for x in values)

        assert links(only["relations"], only["spans"], ("label", "source", "target")) == links(
            gold["relations"], gold["spans"], ("type", "from", "to")
        )
    before = (tmp_path / "out.jsonl").read_bytes()
    again = import_paths(project, paths)
    assert (again.documents_known, again.spans, again.relations, again.skipped) == (3, 0, 0, ())
    export_project(project, tmp_path / "out.jsonl", "jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_a_second_import_changes_nothing(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _bundle(*ALL))
    first = import_paths(project, [path])
    assert (first.documents_added, first.spans, first.relations) == (1, 3, 1)
    assert first.annotators == (WHO.name,)
    again = import_paths(project, [path, path])
    assert (again.documents_added, again.documents_known, again.spans) == (0, 2, 0)
    assert again.skipped == ()
    assert _stored(project) == _bundle(*ALL).annotation_sets[0]


def test_a_known_text_keeps_its_document_and_tells_what_differs(
    project: Project, tmp_path: Path
) -> None:
    added = project.documents.add_text(TEXT, source="salin.txt")
    report = import_paths(project, [_file(tmp_path, _bundle(*ALL))])
    assert (report.documents_added, report.documents_known, report.spans) == (0, 1, 3)
    assert [(x.reason, x.detail) for x in report.skipped] == [("other_metadata", "title, date")]
    assert set(_stored(project, added.document).annotations) == set(ALL)


def test_annotators_are_matched_by_id_then_by_name(project: Project, tmp_path: Path) -> None:
    mine = project.choose_annotator("rahmawati  LADIVA")
    import_paths(project, [_file(tmp_path, _bundle(VOTER))])
    assert [who.id for who in project.annotators()] == [mine.id]
    assert set(_stored(project, who=mine.id).annotations) == {VOTER}
    other = Annotator(AnnotatorId("a2"), "Teguh")
    import_paths(project, [_file(tmp_path, _bundle(VOTER, who=other))])
    renamed = replace(other, name="Teguh Armino")
    import_paths(project, [_file(tmp_path, _bundle(VOTER, TEAM, who=renamed))])
    assert {who.name for who in project.annotators()} == {mine.name, "Teguh"}
    assert set(_stored(project, who="a2").annotations) == {VOTER, TEAM}


def test_everything_may_be_given_to_the_one_who_annotates(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _bundle(*ALL))
    refused = import_paths(project, [path], ImportOptions(as_annotator=True))
    assert [item.reason for item in refused.skipped] == ["no_annotator"]
    assert project.documents.count() == 0
    mine = project.choose_annotator("Sari")
    report = import_paths(project, [path], ImportOptions(as_annotator=True))
    assert report.annotators == ("Sari",)
    assert set(_stored(project, who=mine.id).annotations) == set(ALL)
    assert project.documents.summary(DOCUMENT.id).status is Status.DONE


def test_what_is_there_is_never_overwritten(project: Project, tmp_path: Path) -> None:
    import_paths(project, [_file(tmp_path, _bundle(*ALL))])
    moved = replace(VOTER, end=5)
    twin = replace(TEAM, id=SpanId("s9"))
    path = _file(tmp_path, _bundle(moved, twin, status=Status.FLAGGED))
    report = import_paths(project, [path])
    assert sorted((x.line, x.reason, x.detail) for x in report.skipped) == [
        (1, "conflict", "actor.voter s1"),
        (1, "other_status", "flagged"),
        (1, "same_twice", "actor.campaign"),
    ]
    assert _stored(project) == _bundle(*ALL).annotation_sets[0]


def test_what_the_scheme_does_not_allow_is_reported(project: Project, tmp_path: Path) -> None:
    odd = Span(SpanId("s4"), 14, 24, "action.nonsense")
    from_odd = Relation(RelationId("r2"), odd.id, TEAM.id, "agent")
    illegal = Relation(RelationId("r3"), VOTER.id, TEAM.id, "perpetrator")
    unknown = Relation(RelationId("r4"), BUYING.id, TEAM.id, "befriends")
    label = replace(WHOLE, label="mood.good")
    rich = replace(
        VOTER, attributes=Attributes({"mention": "name", "colour": "red", "level": "galaxy"})
    )
    path = _file(
        tmp_path, _bundle(rich, BUYING, TEAM, LINK, odd, from_odd, illegal, unknown, label)
    )
    report = import_paths(project, [path])
    assert sorted((x.reason, x.detail) for x in report.skipped) == [
        ("illegal_relation", "perpetrator"),
        ("missing_end", "agent"),
        ("unknown_attribute", "actor.voter colour"),
        ("unknown_label", "action.nonsense"),
        ("unknown_label", "mood.good"),
        ("unknown_relation", "befriends"),
        ("wrong_value", "actor.voter level = galaxy"),
    ]
    kept = replace(VOTER, attributes=Attributes({"mention": "name"}))
    assert set(_stored(project).annotations) == {kept, BUYING, TEAM, LINK}
    again = import_paths(project, [path])
    assert again.spans == 0
    assert "conflict" not in {item.reason for item in again.skipped}


def test_a_document_that_cannot_be_stored_leaves_nothing_and_the_rest_comes(
    project: Project, tmp_path: Path
) -> None:
    bad = replace(BUYING, attributes=Attributes({"factuality": "alleged", "note": "x" * 70_000}))
    other = Document(DocumentId("d2"), "Lain", "Teks lain.")
    path = _file(
        tmp_path,
        _bundle(VOTER, bad),
        Bundle(replace(other, text=" \n"), (), {}, REF),
        Bundle(other, (), {}, REF),
    )
    report = import_paths(project, [path])
    assert [(item.line, item.reason) for item in report.skipped][1] == (2, "empty")
    assert "bytes" in report.skipped[0].reason
    assert (report.documents_added, report.spans, report.annotators) == (1, 0, ())
    assert [document.id for document in project.documents.all()] == ["d2"]
    assert project.annotators() == ()


def test_lines_that_cannot_be_read_are_named(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _bundle(*ALL))
    path.write_bytes(b"{\n" + path.read_bytes() + b'{"id": "x"}\n')
    report = import_paths(project, [path])
    assert report.documents_added == 1
    assert [(item.source, item.line) for item in report.skipped] == [(str(path), 1), (str(path), 3)]


def test_files_that_are_no_datasets_are_named(project: Project, tmp_path: Path) -> None:
    strange = tmp_path / "a.bin"
    strange.write_bytes(b"\0\1")
    paths = [strange, tmp_path / "none.jsonl", project.path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.jsonl")
        paths.append(tmp_path / "pipe.jsonl")
    report = import_paths(project, paths)
    expected = ["nul", "unreadable", "own_project", "no_file"]
    assert [item.reason for item in report.skipped] == expected[: len(paths)]
    (named,) = import_paths(project, [strange], ImportOptions("nothing")).skipped
    assert (named.reason, named.detail) == ("unknown_format", "nothing")


def test_of_a_folder_the_files_are_read(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    documents = [Document(DocumentId(f"d{n}"), "", f"Teks {n}.") for n in range(3)]
    places = ["b/z.jsonl", "a.JSONL", ".hidden/x.jsonl"]
    for document, place in zip(documents, places, strict=True):
        _file(folder, Bundle(document, (), {}, REF), name=place)
    report = import_paths(project, [folder])
    assert [item.reason for item in report.skipped] == ["hidden"]
    assert [document.text for document in project.documents.all()] == ["Teks 1.", "Teks 0."]


def test_a_dataset_is_not_written_over_a_project(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    create_project(other, SCHEME).close()
    import_paths(project, [_file(tmp_path, _bundle(*ALL))])
    ends = ("", "-wal", "-journal", ".lock")  # there is no journal: SQLite would take ours for one
    targets = [*(Path(f"{project.path}{end}") for end in ends), other]
    try:
        (tmp_path / "hard.jsonl").hardlink_to(f"{project.path}.lock")
        targets.append(tmp_path / "hard.jsonl")
        (tmp_path / "link.jsonl").symlink_to(project.path)
        targets.append(tmp_path / "link.jsonl")
    except OSError:
        pass  # this system makes no links; the others are tried
    for target in targets:
        with pytest.raises(ProjectExists):
            export_project(project, target, "jsonl")
    assert set(_stored(project).annotations) == set(ALL)
    with open_project(other) as still_there:
        assert still_there.documents.count() == 0


def test_a_format_that_does_not_write_is_refused(project: Project, tmp_path: Path) -> None:
    for name in ("standoff-json", "nothing"):
        with pytest.raises(UnknownFormat):
            export_project(project, tmp_path / "a.json", name)
    assert not (tmp_path / "a.json").exists()


class _StopAfter:
    def __init__(self, steps: int) -> None:
        self.left = steps

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_a_stopped_import_keeps_whole_batches_and_says_so(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH_SECONDS", 0)  # a batch is a document
    many = [Bundle(Document(DocumentId(f"d{n}"), "", f"Teks {n}."), (), {}, REF) for n in range(9)]
    path = _file(tmp_path, *many)
    report = import_paths(project, [path], progress=Progress(cancelled=_StopAfter(4)))
    assert report.cancelled
    assert 0 < report.documents_added == project.documents.count() < 9
    assert not import_paths(project, [path]).cancelled
    assert [document.text for document in project.documents.all()] == [
        bundle.document.text for bundle in many
    ]


def test_a_stopped_export_leaves_no_file(project: Project, tmp_path: Path) -> None:
    import_paths(project, [_file(tmp_path, _bundle(*ALL))])
    target = tmp_path / "out" / "a.jsonl"
    target.parent.mkdir()
    with pytest.raises(Cancelled):
        export_project(project, target, "jsonl", Progress(cancelled=_StopAfter(1)))
    assert list(target.parent.iterdir()) == []


def test_an_export_that_fails_leaves_what_was_there(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = Bundle(Document(DocumentId("d2"), "", "Teks lain."), (), {}, REF)
    import_paths(project, [_file(tmp_path, _bundle(*ALL), more)])
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.jsonl").write_bytes(b"old")
    of = project.editing.annotation_sets

    def broken(document: DocumentId) -> list[AnnotationSet]:
        if document == "d2":  # the first one is written by then
            raise StoreUnavailable(project.path, "the disk does not answer")
        return of(document)

    with monkeypatch.context() as patch:
        patch.setattr(
            type(project.editing), "annotation_sets", lambda _, document: broken(document)
        )
        for name in ("old.jsonl", "new.jsonl"):
            with pytest.raises(StoreUnavailable):
                export_project(project, folder / name, "jsonl")
    with pytest.raises(Cancelled):
        export_project(project, folder / "old.jsonl", "jsonl", Progress(cancelled=_StopAfter(1)))
    with pytest.raises(OSError, match="none"):
        export_project(project, folder / "none" / "a.jsonl", "jsonl")
    assert [path.name for path in folder.iterdir()] == ["old.jsonl"]
    assert (folder / "old.jsonl").read_bytes() == b"old"


def test_progress_counts_the_bytes_of_all_files(project: Project, tmp_path: Path) -> None:
    paths = [_file(tmp_path, _bundle(*ALL), name=f"{n}.jsonl") for n in range(2)]
    size = sum(path.stat().st_size for path in paths)
    seen: list[tuple[int, int]] = []
    import_paths(project, paths, progress=Progress(lambda done, total: seen.append((done, total))))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == ((0, size), (size, size))


def test_jobs_work_beside_the_window(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _bundle(*ALL))
    assert job_import(project, [path])(Progress()).spans == 3
    assert set(_stored(project).annotations) == set(ALL)
    target = tmp_path / "out.jsonl"
    assert job_export(project, target, "jsonl")(Progress()).spans == 3
    assert target.read_bytes() == path.read_bytes()


def test_a_project_that_cannot_be_written_takes_nothing(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _bundle(*ALL))
    with open_project(project.path, write=False) as reading:
        with pytest.raises(ProjectReadOnly):
            import_paths(reading, [path])
        assert export_project(reading, tmp_path / "out.jsonl", "jsonl").documents == 0


def test_guidelines_are_matched_by_name(project: Project, tmp_path: Path) -> None:
    spans = [
        Span(SpanId(f"g{number}"), number, number + 1, "actor.voter", guideline=number)
        for number in range(4)
    ]
    item = AnnotationSet(DOCUMENT.id, WHO.id, spans, Status.DONE, "Sudah dibahas.")
    names = {1: SCHEME.version, 2: "9.9"}
    path = _file(tmp_path, Bundle(DOCUMENT, (item,), {WHO.id: WHO}, REF, guidelines=names))
    newer = parse_scheme(json.dumps({**SCHEME.source, "guideline_version": "2.0"}))
    project.schemes.apply(SchemeChange(newer))
    assert import_paths(project, [path]).skipped == ()
    stored = _stored(project)
    assert [span.guideline for span in stored.spans] == [2, 1, 0, 2]
    assert (stored.status, stored.status_reason) == (Status.DONE, "Sudah dibahas.")
    again = import_paths(project, [path])
    assert (again.spans, again.skipped) == (0, ())
    assert project.guidelines() == {1: SCHEME.version, 2: "2.0"}


def _parted(*fragments: tuple[int, int], name: str = "p1") -> Bundle:
    span = Span(
        *(SpanId(name), fragments[0][0], fragments[-1][1], "actor.voter"),
        fragments=fragments if len(fragments) > 1 else (),
    )
    return _bundle(span)


def test_discontinuous_spans_come_in_and_go_out_as_they_are(
    project: Project, tmp_path: Path
) -> None:
    path = _file(tmp_path, _parted((0, 2), (4, 6)))
    assert import_paths(project, [path]).spans == 1
    (span,) = _stored(project).spans
    assert span.stretches == ((0, 2), (4, 6))
    again = import_paths(project, [path])
    assert (again.spans, again.skipped) == (0, ())
    out = tmp_path / "out.jsonl"
    export_project(project, out, "jsonl")
    (only,) = json.loads(out.read_bytes())["annotation_sets"]
    assert only["spans"][0]["fragments"] == [[0, 2], [4, 6]]


def test_other_pieces_under_the_same_id_are_a_conflict(project: Project, tmp_path: Path) -> None:
    import_paths(project, [_file(tmp_path, _parted((0, 2), (4, 6)))])
    report = import_paths(project, [_file(tmp_path, _parted((0, 3), (4, 6)))])
    assert [(item.reason, item.detail) for item in report.skipped] == [
        ("conflict", "actor.voter p1")
    ]
    report = import_paths(project, [_file(tmp_path, _parted((0, 6)))])
    assert [item.reason for item in report.skipped] == ["conflict"]


def test_the_same_outer_edges_are_two_places_the_same_pieces_one(
    project: Project, tmp_path: Path
) -> None:
    import_paths(project, [_file(tmp_path, _parted((0, 2), (4, 6)))])
    report = import_paths(project, [_file(tmp_path, _parted((0, 6), name="p2"))])
    assert (report.spans, report.skipped) == (1, ())
    report = import_paths(project, [_file(tmp_path, _parted((0, 3), (4, 6), name="p3"))])
    assert (report.spans, report.skipped) == (1, ())
    report = import_paths(project, [_file(tmp_path, _parted((0, 2), (4, 6), name="p4"))])
    assert [item.reason for item in report.skipped] == ["same_twice"]


def _foreign(*names: str, scheme: SchemeRef = REF) -> Bundle:
    """Return the article with a span for each guideline; a name twice is one guideline."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names), 1)}
    spans = [
        Span(SpanId(f"f{place}"), place, place + 2, "actor.voter", guideline=numbers[name])
        for place, name in enumerate(names)
    ]
    item = AnnotationSet(DOCUMENT.id, WHO.id, spans)
    known = {number: name for name, number in numbers.items()}
    return Bundle(DOCUMENT, (item,), {WHO.id: WHO}, scheme, guidelines=known)


_names = st.one_of(
    st.sampled_from(["1.0", "1.00", "0.9", "7", "+7", "1e3", "null", "ü 2"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
)


@given(st.lists(st.one_of(st.just(SCHEME.version), _names), min_size=1, max_size=6))
def test_guidelines_of_others_are_kept_by_name(names: list[str]) -> None:
    with TemporaryDirectory() as name:
        path, out = _file(Path(name), _foreign(*names)), Path(name, "out.jsonl")
        with create_project(Path(name, "p.annotator"), SCHEME) as project:
            assert import_paths(project, [path]).skipped == ()
            stored = _stored(project)
            assert {span.id: span.foreign or SCHEME.version for span in stored.spans} == {
                f"f{place}": guideline for place, guideline in enumerate(names)
            }
            project.choose_annotator(WHO.name)
            editing = project.editing
            editing.apply(editing.confirm(stored, SpanId("f0")))
            editing.apply(editing.relabel(_stored(project), SpanId("f0"), "actor.party"))
            changed = _stored(project).span(SpanId("f0"))
            assert changed is not None
            assert (changed.guideline, changed.foreign) == (1, "")
            while _stored(project) != stored:
                assert editing.undo(DOCUMENT.id) is not None
            tables = project._store.tables()
            project._store.rebuild()
            assert project._store.tables() == tables
            assert _stored(project) == stored
            export_project(project, out, "jsonl")
        assert out.read_bytes() == path.read_bytes()


def test_a_later_look_at_a_span_that_is_there_is_reported(project: Project, tmp_path: Path) -> None:
    now = SCHEME.version
    import_paths(project, [_file(tmp_path, _foreign(now, now))])
    stored = _stored(project)
    (skipped,) = import_paths(project, [_file(tmp_path, _foreign(now, "0.9"))]).skipped
    assert (skipped.line, skipped.reason, skipped.detail) == (1, "other_guideline", "1")
    (item,) = _foreign(now).annotation_sets
    waived = [replace(span, waived=("edges",)) for span in item.spans]
    made = replace(_foreign(now), annotation_sets=(AnnotationSet(DOCUMENT.id, WHO.id, waived),))
    (skipped,) = import_paths(project, [_file(tmp_path, made)]).skipped
    assert skipped.reason == "other_guideline"
    assert _stored(project) == stored
    silent = replace(_foreign(now), guidelines={})
    assert import_paths(project, [_file(tmp_path, silent)]).skipped == ()


def test_a_guideline_too_long_to_store_is_reported(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _foreign("9" * 70_000))
    (skipped,) = import_paths(project, [path]).skipped
    assert "bytes" in skipped.reason
    assert project.documents.count() == 0


def test_a_guideline_without_a_name_is_refused(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, _foreign("0.9"))
    path.write_bytes(path.read_bytes().replace(b'"guideline":"0.9"', b'"guideline":""'))
    (skipped,) = import_paths(project, [path]).skipped
    assert "guideline of span f0" in skipped.reason


def test_another_schemes_guideline_of_the_same_name_is_not_ours(
    project: Project, tmp_path: Path
) -> None:
    made = _foreign(SCHEME.version, "0.9", scheme=SchemeRef("lain", "1.0", 1))
    import_paths(project, [_file(tmp_path, made)])
    found = [(span.guideline, span.foreign) for span in _stored(project).spans]
    assert found == [(0, f"lain {SCHEME.version}"), (0, "0.9")]


def test_guidelines_of_another_scheme_are_unknown(project: Project, tmp_path: Path) -> None:
    item = AnnotationSet(DOCUMENT.id, WHO.id, [Span(SpanId("g"), 0, 5, "actor.voter")])
    other = replace(_bundle(), annotation_sets=(item,), scheme=SchemeRef("lain", "1.0", 1))
    import_paths(project, [_file(tmp_path, other)])
    assert [span.guideline for span in _stored(project).spans] == [0]
