"""What is wrong with a scheme is said in words, naming who clashes with whom."""

import json

import pytest

from annotator.errors import SchemeError, SchemeFault
from annotator.model.scheme_faults import Flaw
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.scheme_faults import WORDS, check_keys, fault_rows, fault_words
from tests.builders import default_scheme


def test_every_flaw_can_be_translated() -> None:
    assert set(WORDS) == set(Flaw)


@pytest.mark.usefixtures("qapp")
def test_a_row_has_place_and_reason() -> None:
    fault = SchemeFault("labels[2] x.y", Flaw.NOT_TEXT, ("code",))
    assert fault_words(fault) == "labels[2] x.y: code must be a text"
    assert fault_rows(SchemeError(fault)) == [("labels[2] x.y", "code must be a text")]


@pytest.mark.usefixtures("qapp")
def test_a_key_that_belongs_to_the_window_too_names_both() -> None:
    check_keys(default_scheme(), "en")
    source = json.loads(default_scheme().to_json())
    source["groups"][0]["key"] = "]"
    source["labels"][0]["key"] = "["
    with pytest.raises(SchemeError) as caught:
        check_keys(parse_scheme(json.dumps(source)), "id")
    assert [row[1] for row in fault_rows(caught.value)] == [
        "the key ] is taken twice: by the action “Next span” and by group Aktor (ACTOR)",
        (
            "the key [ is taken twice: by the action “Previous span” and by"
            " label Penyelenggara teknis (actor.organiser)"
        ),
    ]
