from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.ids import AnnotatorId
from annotator.model.project import Annotator
from annotator.model.span_query import Among, Carries, HasValue, SpanQuery
from annotator.services.span_language import parse_span_query, replaced, tokens_of, written
from annotator.services.span_suggestions import suggest
from annotator.services.span_vocabulary import Vocabulary
from tests.builders import default_scheme

PEOPLE = (
    Annotator(AnnotatorId("a1"), "Rahmawati Ladiva"),
    Annotator(AnnotatorId("a2"), "Togar Simalungka"),
)
WORDS = Vocabulary(default_scheme(), PEOPLE)
BUYING = "violation.vote_buying"


def parse(text: str) -> SpanQuery:
    query, problems = parse_span_query(text, WORDS)
    assert problems == []
    return query


def labels(*ids: str, is_not: bool = False) -> SpanQuery:
    return SpanQuery(labels=(Among(ids, is_not),))


@pytest.mark.parametrize(
    "typed",
    [
        "label:violation.vote_buying",
        "label:violation_vote_buying",
        "LABEL:Politik_uang",
        'label:"politik uang"',
        "label:“Politik uang”",
        "label:PUG",
        "label:pug",
    ],
)
def test_a_label_by_any_of_its_names(typed: str) -> None:
    assert parse(typed) == labels(BUYING)


def test_a_group_stands_for_its_labels() -> None:
    violations = [label.id for label in default_scheme().labels if label.group == "VIOLATION"]
    for typed in ("label:VIOLATION", "grup:pelanggaran", "group:Violation"):
        assert set(parse(typed).labels[0].values) == set(violations)


def test_several_values_and_turning_around() -> None:
    assert parse("label:pug,kpu") == labels(BUYING, "actor.organiser")
    assert parse("label:pug label:kpu") == labels(BUYING, "actor.organiser")
    assert parse("-label:pug") == labels(BUYING, is_not=True)


def test_the_beginning_of_a_name_is_enough() -> None:
    found = parse("label:polit").labels[0].values
    assert BUYING in found
    assert len(found) > 1


def test_attributes_by_their_names_in_both_languages() -> None:
    wanted = SpanQuery(values=(HasValue("factuality", ("alleged",)),))
    for typed in ("factuality:alleged", "faktualitas:diduga", "Faktualitas:Diduga"):
        assert parse(typed) == wanted
    assert parse("factuality:alleged,denied").values[0].values == ("alleged", "denied")
    assert parse("-kelas_hukum:pidana") == SpanQuery(
        values=(HasValue("legal_class", ("pidana",), is_not=True),)
    )


def test_texts_of_attributes_are_looked_for_within() -> None:
    assert parse('norm:"Desa Léngkara"') == SpanQuery(
        values=(HasValue("norm", folded=("desa lengkara",)),)
    )


def test_words_people_and_status() -> None:
    query = parse('amplop "dua ratus" oleh:rahmawati status:selesai -text:kosong')
    assert query.texts == ("amplop", "dua ratus")
    assert query.not_texts == ("kosong",)
    assert query.annotators == (Among(("a1",)),)
    assert query.statuses == (Among(("done",)),)


def test_what_is_there_and_what_is_lacking() -> None:
    query = parse("without:factuality ada:pelaku/terlapor -has:note")
    assert query.carries == (
        Carries(attributes=("factuality",), is_not=True),
        Carries(relations=("perpetrator",)),
        Carries(attributes=("note",), is_not=True),
    )


def test_what_means_nothing_is_told() -> None:
    query, problems = parse_span_query("lebel:pug label:entah factuality:mungkin amplop", WORDS)
    assert [tuple(problem) for problem in problems] == [
        ("lebel", ""),
        ("label", "entah"),
        ("factuality", "mungkin"),
    ]
    assert query == SpanQuery(texts=("amplop",))


def test_a_value_still_to_come_is_no_problem() -> None:
    assert parse("label: factuality: amplop") == SpanQuery(texts=("amplop",))


@given(st.text())
def test_whatever_is_typed_is_read(typed: str) -> None:
    parse_span_query(typed, WORDS)
    for cursor in (0, len(typed) // 2, len(typed)):
        for one in suggest(typed, cursor, WORDS, "id"):
            assert 0 <= one.start <= one.end <= len(typed)


@given(st.text(st.sampled_from('ab:,"- “_'), max_size=20))
def test_parts_cover_what_was_typed(typed: str) -> None:
    tokens = tokens_of(typed, WORDS)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    covered = {place for one in tokens for place in range(one.start, one.end)}
    assert all(typed[place].isspace() for place in set(range(len(typed))) - covered)


def test_names_are_written_so_that_they_are_read() -> None:
    scheme = default_scheme()
    for label in scheme.labels:
        for name in label.names.texts.values():
            assert label.id in parse(f"label:{written(name)}").labels[0].values, name


def test_a_part_takes_the_place_of_another() -> None:
    typed = "amplop label:pug  oleh:rahma"
    token = tokens_of(typed, WORDS)[1]
    assert replaced(typed, token, "label:kpu") == "amplop label:kpu oleh:rahma"
    assert replaced(typed, token, "") == "amplop oleh:rahma"
    assert replaced(" amplop ", None, "status:done") == "amplop status:done"
    assert replaced("", None, "status:done") == "status:done"


def words_of(typed: str, language: str = "id") -> list[str]:
    return [one.words for one in suggest(typed, len(typed), WORDS, language)]


def test_keys_are_offered_in_the_language_of_the_window() -> None:
    assert "faktualitas:" in words_of("fak")
    assert "oleh:" in words_of("")
    assert "by:" in words_of("", "en")


def test_values_are_offered_after_a_key() -> None:
    assert words_of("label:polit")[0] == "Politik uang"
    assert words_of("faktualitas:did") == ["Diduga"]
    assert words_of("oleh:") == ["Rahmawati Ladiva", "Togar Simalungka"]
    assert "selesai" in words_of("status:")
    assert words_of("label:uang")[0] == "Politik uang"


def test_names_of_labels_are_offered_without_their_key() -> None:
    assert "label: Politik uang" in words_of("amplop polit")


def test_taking_a_suggestion_gives_a_query() -> None:
    typed = "amplop label:kpu,polit"
    one = suggest(typed, len(typed), WORDS, "id")[0]
    made = typed[: one.start] + one.insert + typed[one.end :]
    assert made == "amplop label:kpu,Politik_uang "
    assert set(parse(made).labels[0].values) == {"actor.organiser", BUYING}
