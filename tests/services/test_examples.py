"""Words kept as an example of a label."""

import pytest

from annotator.errors import SchemeViolation
from annotator.model.scheme import Example
from annotator.services.examples import with_example
from annotator.services.schemes import SchemeChange
from tests.builders import default_scheme, make_project


def test_an_example_is_added_and_nothing_else_changes():
    scheme = default_scheme()
    new = Example("amplop di Desa Lengkara", fits=False, note="tanpa ajakan memilih")
    changed = with_example(scheme, "violation.vote_buying", new)
    before, after = (x.label("violation.vote_buying") for x in (scheme, changed))
    assert after.examples == (*before.examples, new)
    assert after.meaning == before.meaning
    assert changed.labels[0] == scheme.labels[0]
    assert changed.guideline_version == scheme.guideline_version
    assert [x.id for x in changed.labels] == [x.id for x in scheme.labels]


def test_a_label_without_examples_gets_its_first():
    new = Example("partai pengusung", fits=True)
    assert with_example(default_scheme(), "actor.party", new).label("actor.party").examples == (
        new,
    )


def test_the_same_words_twice_and_unknown_labels_are_refused():
    scheme = with_example(default_scheme(), "actor.party", Example("partai", fits=True))
    with pytest.raises(SchemeViolation):
        with_example(scheme, "actor.party", Example("partai", fits=False))
    with pytest.raises(SchemeViolation):
        with_example(scheme, "actor.none", Example("partai", fits=True))


def test_it_is_a_new_version_that_asks_for_no_second_look(tmp_path):
    with make_project(tmp_path) as project:
        changed = with_example(project.scheme, "actor.party", Example("partai", fits=True))
        project.schemes.apply(SchemeChange(changed))
        assert project.scheme_version == 2
        assert project.looking.raised() == {}
        assert project.guidelines() == {1: "1.0", 2: "1.0"}
