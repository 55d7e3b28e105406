"""Groups whose colours are hard to read or to tell apart are found, and a better colour offered."""

import json

from annotator.model.colour import APART, READABLE, Vision, contrast
from annotator.model.scheme import Group, Scheme
from annotator.model.scheme_edit import Part, Put, Ref, edited
from annotator.model.scheme_growth import slug_of
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.scheme_editor.colours import better_fill, better_ink, contrasts, near
from annotator.ui.theme import CONTRAST, LIGHT
from tests.builders import default_scheme

ACTION = Ref(Part.GROUP, "ACTION")


def with_colour(key: str, colour: str) -> tuple[Scheme, Group]:
    scheme = edited(default_scheme(), [Put(ACTION, key, colour)])
    group = scheme.group("ACTION")
    assert group is not None
    return scheme, group


def test_the_shipped_colours_are_in_order() -> None:
    scheme = default_scheme()
    for group in scheme.span_groups:
        assert near(scheme, group) == []
        assert all(item.is_enough for item in contrasts(group)), group.id


def test_a_colour_much_like_anothers_is_named_with_the_vision() -> None:
    scheme, group = with_colour("fill", "#E0A060")
    found = near(scheme, group)
    assert {item.group.id for item in found} == {"VIOLATION"}
    assert {item.vision for item in found} >= {Vision.NORMAL, Vision.DEUTERANOPIA}
    assert [item.distance for item in found] == sorted(item.distance for item in found)
    assert all(item.distance < APART for item in found)
    better = better_fill(scheme, group)
    assert better is not None
    mended, again = with_colour("fill", better)
    assert near(mended, again) == []


def test_red_and_green_are_apart_for_those_who_see_both_only() -> None:
    source = json.loads(default_scheme().to_json())
    source["groups"][1]["fill"], source["groups"][2]["fill"] = "#9E9A3C", "#D0704A"
    scheme = parse_scheme(json.dumps(source))
    group = scheme.group("ACTION")
    assert group is not None
    visions = {item.vision for item in near(scheme, group) if item.group.id == "VIOLATION"}
    assert visions
    assert Vision.NORMAL not in visions
    assert Vision.TRITANOPIA not in visions


def test_lines_that_cannot_be_read_get_a_readable_colour() -> None:
    _, group = with_colour("ink", "#F2E755")
    low = [item for item in contrasts(group) if not item.is_enough]
    assert [(item.theme, item.of_ink) for item in low] == [(LIGHT, True)]
    better = better_ink(group)
    assert better is not None
    assert contrast(better, LIGHT.base) >= READABLE


def test_high_contrast_asks_for_more() -> None:
    _, group = with_colour("fill", "#8A5A9E")
    low = [item for item in contrasts(group) if not item.is_enough]
    assert CONTRAST in {item.theme for item in low}
    scheme, _ = with_colour("fill", "#8A5A9E")
    better = better_fill(scheme, group)
    assert better is not None
    assert contrast(better, CONTRAST.base) >= CONTRAST.least_contrast


def test_ids_are_made_of_names() -> None:
    assert slug_of("Saksi mata") == "saksi_mata"
    assert slug_of("  Pejabat negara/daerah ") == "pejabat_negara_daerah"
    assert slug_of("Naïma & 3 kawan!") == "naima_3_kawan"
    assert slug_of("😟") == ""
