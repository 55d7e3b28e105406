"""Labels of a file become a group of the scheme with free ids, keys and readable colours."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.scheme import Group, Names
from annotator.model.scheme_edit import edited
from annotator.model.scheme_growth import _COLOURS, growth
from annotator.model.vocabulary import Vocabulary, propose
from annotator.ui.scheme_editor.colours import contrasts
from tests.builders import default_scheme

SCHEME = default_scheme()


def test_new_labels_stand_in_a_group_named_after_the_file() -> None:
    grown = growth(SCHEME, "ner banjir", ["PER", "LOC"], ["penting"], ["near"])
    scheme = edited(SCHEME, grown.edits)
    group, articles = scheme.groups[-2:]
    assert group.names.texts == {"id": "ner banjir", "en": "ner banjir"}
    assert (group.key, group.of_documents, articles.of_documents) == ("5", False, True)
    made = scheme.labels_of(group.id)
    assert [(label.names.best("id"), label.key) for label in made] == [("PER", "p"), ("LOC", "l")]
    assert len({label.code for label in scheme.labels}) == len(scheme.labels)
    assert grown.mapping.labels == {"PER": made[0].id, "LOC": made[1].id}
    near = scheme.relation("near")
    assert near is not None
    assert scheme.allows(near, made[0].id, "violation.vote_buying")
    assert scheme.version != SCHEME.version


def test_they_are_found_by_name_from_then_on() -> None:
    scheme = edited(SCHEME, growth(SCHEME, "ner", ["PER"]).edits)
    said = Vocabulary()
    said.labels["PER"] = 1
    assert propose(said, scheme).labels == {"PER": "ner.per"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=5), max_size=40, unique=True))
def test_whatever_they_are_called_the_scheme_stays_sound(title: str, words: list[str]) -> None:
    grown = growth(SCHEME, title, words, words, words)
    scheme = edited(SCHEME, grown.edits)  # refuses doubled ids and keys
    assert len(set(grown.mapping.labels.values())) == len(words)
    again = growth(scheme, title, words)
    assert len(edited(scheme, again.edits).labels) == len(scheme.labels) + len(words)


def test_the_colours_are_read_in_every_theme() -> None:
    for fill, ink in _COLOURS:
        group = Group("X", Names({}), "", fill, ink)
        assert all(item.is_enough for item in contrasts(group)), (fill, contrasts(group))
