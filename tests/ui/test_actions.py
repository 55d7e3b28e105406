"""One table of actions: no key means two things."""

import json
from dataclasses import replace

import pytest

from annotator.assets import asset
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.action import Action, Where
from annotator.ui.actions import ACTIONS, MENUS, Clash, clashes

SCHEME = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("qapp")
def test_no_key_means_two_things() -> None:
    assert clashes(scheme=SCHEME) == []


@pytest.mark.usefixtures("qapp")
def test_a_clash_between_actions_is_found() -> None:
    doubled = (*ACTIONS, Action("other", "Other", ("Ctrl+Z",)))
    assert clashes(doubled) == [Clash("Ctrl+Z", "undo", "other")]


@pytest.mark.usefixtures("qapp")
def test_a_clash_with_a_label_or_group_is_found() -> None:
    flag = Action("flag_here", "Flag", ("M",), Where.TEXT)
    assert clashes((*ACTIONS, flag), SCHEME) == [Clash("M", "flag_here", "label actor.media")]
    source = json.loads(SCHEME.to_json())
    source["groups"][0]["key"] = "]"
    clashing = parse_scheme(json.dumps(source))
    assert clashes(scheme=clashing) == [Clash("]", "next_span", "group ACTOR")]


def test_ids_are_unique_and_menus_exist() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    assert {action.menu for action in ACTIONS if action.menu} == set(MENUS)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("action", [action for action in ACTIONS if action.keys])
def test_every_key_can_be_read(action: Action) -> None:
    assert all(not sequence.isEmpty() for sequence in action.sequences)
    assert replace(action, keys=()).key_text == ""
