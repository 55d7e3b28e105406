"""Questions to the whole project: labels of the same words, spans to look at again."""

import json

import pytest

from annotator.model.scheme_reader import parse_scheme
from annotator.services.looking import ToLookAt
from annotator.services.schemes import SchemeChange
from tests.builders import OTHER_TEXT, TEXT, make_project, place_of


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, (TEXT, OTHER_TEXT)) as made:
        yield made


def add(project, number, words, label):
    document = list(project.documents.all())[number]
    editing = project.editing
    within = editing.annotation_set(document.id)
    editing.apply(editing.add_span(within, *place_of(words, document.text), label))
    return document.id


def with_meaning(project, version, **meanings):
    source = json.loads(project.scheme.to_json())
    source["guideline_version"] = version
    for label in source["labels"]:
        key = label["id"].replace(".", "_")
        if key in meanings:
            label["meaning"] = meanings[key]
    project.schemes.apply(SchemeChange(parse_scheme(json.dumps(source))))


def test_labels_of_the_same_words_elsewhere(project):
    first = add(project, 0, "Desa Lengkara", "context.place")
    second = add(project, 1, "Desa Lengkara", "actor.village")
    looking = project.looking
    words = ["desa lengkara", "warga"]
    assert looking.labels_elsewhere(first, words) == {
        "desa lengkara": {"actor.village": 1},
        "warga": {},
    }
    assert looking.labels_elsewhere(second, words)["desa lengkara"] == {"context.place": 1}
    project.editing.undo(second)
    assert looking.labels_elsewhere(first, words)["desa lengkara"] == {}
    project.choose_annotator("Orang Lain")
    assert looking.labels_elsewhere(second, words)["desa lengkara"] == {}


def test_what_is_to_be_looked_at_again(project):
    first = add(project, 0, "warga", "actor.voter")
    second = add(project, 1, "Ketua KPPS", "actor.organiser")
    assert (project.looking.raised(), project.looking.to_look_at()) == ({}, [])
    with_meaning(project, "1.1", actor_voter=2)
    add(project, 0, "Rahmawati Ladiva", "actor.voter")
    assert project.looking.raised() == {"actor.voter": 2}
    (found,) = project.looking.to_look_at()
    assert (found.document, found.spans) == (first, 1)
    with_meaning(project, "1.2", actor_voter=2, actor_organiser=5)
    assert project.looking.raised() == {"actor.voter": 2, "actor.organiser": 3}
    assert [(one.document, one.spans) for one in project.looking.to_look_at()] == [
        (first, 1),
        (second, 1),
    ]
    assert isinstance(project.looking.to_look_at()[0], ToLookAt)
    assert [project.looking.guideline_of(number) for number in range(4)] == [
        "",
        "1.0",
        "1.1",
        "1.2",
    ]


def test_confirming_and_editing_take_a_span_off_the_list(project):
    document = add(project, 0, "warga", "actor.voter")
    add(project, 0, "Rahmawati Ladiva", "actor.voter")
    with_meaning(project, "1.1", actor_voter=2)
    editing = project.editing
    one, two = editing.annotation_set(document).spans
    editing.apply(editing.confirm(editing.annotation_set(document), one.id))
    editing.apply(editing.set_attribute(editing.annotation_set(document), two.id, "note", "ya"))
    assert project.looking.to_look_at() == []
    editing.undo(document)
    assert [found.spans for found in project.looking.to_look_at()] == [1]


def test_the_question_about_words_uses_its_index(project):
    plan = project._store.database.all(
        "EXPLAIN QUERY PLAN SELECT words, label, count(*) FROM span"
        " WHERE annotator_id = 'a' AND words IN (SELECT value FROM json_each('[]'))"
        " AND document_id <> 'd' GROUP BY words, label"
    )
    assert any("span_words" in str(row) for row in plan)
