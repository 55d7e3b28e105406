from hypothesis import given
from hypothesis import strategies as st

from annotator.text.contexts import context, left_key, one_line, right_key, snippet

TEXT = "Ketua Bawaslu Samudra menyebut\n\namplop dibagikan di Desa Lengkara pada malam tenang."


def test_a_snippet_is_cut_between_words() -> None:
    start = TEXT.index("amplop")
    made = snippet(TEXT, [(start, start + 6)], start, before=12, after=20)
    assert made.text == "…menyebut  amplop dibagikan di…"
    assert [made.text[one:end] for one, end in made.marks] == ["amplop"]


def test_all_hits_inside_are_marked() -> None:
    hits = [(0, 5), (TEXT.index("Desa"), TEXT.index("Desa") + 4)]
    made = snippet(TEXT, hits, 0, before=30, after=200)
    assert made.text == one_line(TEXT)
    assert [made.text[one:end] for one, end in made.marks] == ["Ketua", "Desa"]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 9), st.integers(0, 30))
def test_marks_hold_what_stands_at_the_hit(text: str, start: int, length: int, room: int) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    if start >= end:
        return
    made = snippet(text, [(start, end)], start, before=room, after=room + end - start)
    for one, other in made.marks:
        assert made.text[one:other] in one_line(text[start:end])
    assert "\n" not in made.text
    line = context(text, start, end, room)
    assert line.left + line.word + line.right == one_line(text[max(0, start - room) : end + room])


def test_lines_are_sorted_by_their_neighbours() -> None:
    text = "dua amplop besar. Satu amplop kecil."
    places = [place for place in range(len(text)) if text.startswith("amplop", place)]
    lines = [context(text, place, place + 6, 20) for place in places]
    assert [line.left.split()[-1] for line in sorted(lines, key=left_key)] == ["dua", "Satu"]
    assert [line.right.split()[0] for line in sorted(lines, key=right_key)] == ["besar.", "kecil."]
