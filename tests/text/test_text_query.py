from hypothesis import given
from hypothesis import strategies as st

from annotator.text.folding import words_of
from annotator.text.text_query import MOST_TERMS, Matcher, Term, TextQuery, parse_text_query

TEXT = "Politik uang di Desa Lengkara: amplop dibagikan, uangnya Rp50.000. Amplop itu kosong."


def term(*words: str, is_prefix: bool = False) -> Term:
    return Term(words, is_prefix)


def test_words_are_all_wanted() -> None:
    assert parse_text_query("Amplop  uang") == TextQuery(((term("amplop"),), (term("uang"),)))


def test_phrases_prefixes_and_what_is_ruled_out() -> None:
    query = parse_text_query('"politik uang" kota* -sumbangan -"tim sukses"')
    assert query.wanted == ((term("politik", "uang"),), (term("kota", is_prefix=True),))
    assert query.without == (term("sumbangan"), term("tim", "sukses"))


def test_typographic_quotes_are_quotes() -> None:
    assert parse_text_query("“politik uang”").wanted == ((term("politik", "uang"),),)


def test_or_joins_its_neighbours_in_either_language() -> None:
    query = parse_text_query("uang KPU OR Bawaslu ATAU Panwas amplop")
    assert query.wanted == (
        (term("uang"),),
        (term("kpu"), term("bawaslu"), term("panwas")),
        (term("amplop"),),
    )
    assert parse_text_query("OR uang OR").wanted == ((term("uang"),),)
    assert parse_text_query("ini atau itu").wanted == (
        (term("ini"),),
        (term("atau"),),
        (term("itu"),),
    )


def test_a_hyphen_within_a_word_rules_nothing_out() -> None:
    assert parse_text_query("undang-undang") == TextQuery(((term("undang", "undang"),),))


def test_the_last_word_may_still_be_typed() -> None:
    assert parse_text_query("amp", is_typing=True).wanted == ((term("amp", is_prefix=True),),)
    assert parse_text_query("amp ", is_typing=True).wanted == ((term("amp"),),)
    assert parse_text_query('"tim suk', is_typing=True).wanted == (
        (term("tim", "suk", is_prefix=True),),
    )
    assert parse_text_query('"tim"', is_typing=True).wanted == ((term("tim"),),)


def test_ruling_out_alone_finds_nothing() -> None:
    query = parse_text_query("-uang")
    assert query.finds_nothing
    assert not Matcher(query).accepts(TEXT)


def test_not_more_terms_than_anybody_types() -> None:
    query = parse_text_query(" ".join(f"kata{number}" for number in range(500)))
    assert len(query.terms) == MOST_TERMS


def test_hits_are_places_of_the_text_itself() -> None:
    matcher = Matcher(parse_text_query("amplop OR uang*"))
    assert [TEXT[start:end] for start, end in matcher.hits(TEXT)] == [
        "uang",
        "amplop",
        "uangnya",
        "Amplop",
    ]


def test_of_overlapping_hits_the_first_and_longest_stays() -> None:
    matcher = Matcher(parse_text_query('politik OR "politik uang" OR "uang di"'))
    assert [TEXT[start:end] for start, end in matcher.hits(TEXT)] == ["Politik uang"]


def test_words_may_stand_in_several_texts() -> None:
    matcher = Matcher(parse_text_query("judul amplop -kotak"))
    assert matcher.accepts("Judul saja", TEXT)
    assert not matcher.accepts("Judul saja", TEXT, "kotak")
    assert not matcher.accepts("Judul saja", "tanpa")


def test_a_word_that_ends_in_the_first_is_not_its_beginning() -> None:
    matcher = Matcher(parse_text_query('"ana ana"'))
    text = "banana ana ana"
    assert [text[start:end] for start, end in matcher.hits(text)] == ["ana ana"]


@given(st.text(), st.text())
def test_whatever_is_typed_is_a_query(typed: str, text: str) -> None:
    for is_typing in (False, True):
        query = parse_text_query(typed, is_typing=is_typing)
        for one in (*query.terms, *query.without):
            assert one.words
            assert all(words_of(word) == [word] for word in one.words)
        for start, end in Matcher(query).hits(text):
            assert 0 <= start < end <= len(text)


@given(st.text(st.sampled_from("ab á-ÁB\u0301 .\n1"), min_size=1), st.data())
def test_what_stands_at_a_hit_is_what_was_asked_for(text: str, data: st.DataObject) -> None:
    words = words_of(text)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = tuple(words[first : first + data.draw(st.integers(1, 3))])
    hits = Matcher(TextQuery(((Term(wanted),),))).hits(text)
    assert hits
    assert all(tuple(words_of(text[start:end])) == wanted for start, end in hits)
