"""A mapping at work: in an import, as a file, and as new labels of the scheme."""

from pathlib import Path

import pytest

from annotator.errors import FormatError
from annotator.model.label_mapping import LabelMapping
from annotator.model.vocabulary import Vocabulary
from annotator.services.intake import ImportOptions
from annotator.services.label_mapping import add_to_scheme, read_mapping, write_mapping
from annotator.services.transfer import import_paths
from tests.builders import make_project, only_document
from tests.services.foreign import foreign_file


def test_an_import_takes_labels_as_they_were_mapped_and_tells_what_was_left_out(
    tmp_path: Path,
) -> None:
    mapping = LabelMapping({"PER": "actor.candidate", "MISC": None})
    path = foreign_file(tmp_path, "PER", "MISC", "LOC")
    with make_project(tmp_path, ()) as project:
        report = import_paths(project, [path], ImportOptions(mapping=mapping))
        (within,) = project.editing.annotation_sets(only_document(project))
        assert [span.label for span in within.spans] == ["actor.candidate"]
    assert sorted((item.reason, item.detail) for item in report.skipped) == [
        ("label_left_out", "MISC × 1"),
        ("unknown_label", "LOC"),
    ]


def test_words_of_a_file_become_labels_in_one_act_that_can_be_taken_back(tmp_path: Path) -> None:
    path = foreign_file(tmp_path, "PER", "LOC")
    words = Vocabulary()
    words.labels.update(["PER", "LOC"])
    words.relations["near"] = 1
    with make_project(tmp_path, ()) as project:
        before = project.scheme
        mapping = add_to_scheme(project, "banjir", words)
        assert project.scheme_version == 2
        report = import_paths(project, [path], ImportOptions(mapping=mapping))
        assert (report.spans, report.skipped) == (2, ())
        project.editing.undo(only_document(project))
    with make_project(tmp_path, (), name="other") as project:
        add_to_scheme(project, "banjir", words)
        assert project.schemes.undo() is not None
        assert project.scheme == before


def test_without_words_the_scheme_stays_as_it_is(tmp_path: Path) -> None:
    with make_project(tmp_path, ()) as project:
        assert not add_to_scheme(project, "banjir", Vocabulary())
        assert project.scheme_version == 1


def test_a_mapping_is_written_and_read_again(tmp_path: Path) -> None:
    mapping = LabelMapping({"Orang": "actor.candidate", "X": None})
    write_mapping(tmp_path / "m.json", mapping)
    assert read_mapping(tmp_path / "m.json") == mapping


@pytest.mark.parametrize("text", ["", "[]", '{"format": "x"}', "[" * 100_000, "\xff"])
def test_a_file_that_is_no_mapping_is_refused_in_plain_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(FormatError):
        read_mapping(path)
