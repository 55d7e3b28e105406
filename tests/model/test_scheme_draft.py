"""A draft takes steps one by one, refuses bad ones whole, and goes back through all of them."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import SchemeError, SchemeFault
from annotator.model.scheme import Scheme
from annotator.model.scheme_draft import Draft
from annotator.model.scheme_edit import Part, Put, Ref, Unset, edited
from tests.builders import default_scheme
from tests.model.schemes import edits

DEFAULT = default_scheme()
VOTER = Ref(Part.LABEL, "actor.voter")


def test_typing_on_is_one_step_and_typing_back_is_none() -> None:
    draft = Draft(DEFAULT)
    for name in ("Wa", "Warg", "Warga"):
        draft.add([Put(VOTER, "name_id", name)])
    assert [step.edits for step in draft.steps] == [(Put(VOTER, "name_id", "Warga"),)]
    draft.add([Put(VOTER, "key", "q")])
    draft.add([Put(VOTER, "name_id", "Warga")])
    assert len(draft.steps) == 2
    draft.add([Unset(VOTER, "code")])
    assert len(draft.steps) == 3
    while draft.undo() is not None:
        pass
    assert draft.scheme is DEFAULT
    original = next(x for x in DEFAULT.source["labels"] if x["id"] == VOTER.id)["name_id"]
    draft.add([Put(VOTER, "name_id", "Warga")])
    draft.add([Put(VOTER, "name_id", original)])
    assert draft.steps == []


def test_what_is_refused_leaves_the_draft_as_it_was() -> None:
    def check(scheme: Scheme) -> None:
        label = scheme.label(VOTER.id)
        if label is not None and label.key == "[":
            raise SchemeError(SchemeFault("", "taken"))

    draft = Draft(DEFAULT, check)
    draft.add([Put(VOTER, "key", "q")])
    for key in ("[", "b"):
        with pytest.raises(SchemeError):
            draft.add([Put(VOTER, "key", key)])
    assert draft.edits == (Put(VOTER, "key", "q"),)
    label = draft.scheme.label(VOTER.id)
    assert label is not None
    assert label.key == "q"


@given(st.lists(st.lists(edits(DEFAULT), min_size=1, max_size=2), max_size=6))
def test_all_steps_together_make_the_draft_and_all_can_be_taken_back(steps: list[Any]) -> None:
    draft = Draft(DEFAULT)
    for step in steps:
        with contextlib.suppress(SchemeError):
            draft.add(step)
    assert edited(DEFAULT, draft.edits).source == draft.scheme.source
    for step in reversed(draft.steps.copy()):
        assert draft.undo() == step
        assert draft.scheme is step.before
    assert draft.undo() is None
    assert draft.scheme is DEFAULT
