"""What a quick list finds, and in which order."""

from annotator.ui.quick_entries import Entry, Finder

ENTRIES = [
    Entry("uang", "Politik uang", (("PUG", 1), ("Vote buying", 3), ("Pelanggaran", 25))),
    Entry("mahar", "Mahar politik", (("MHR", 1), ("Pelanggaran", 25))),
    Entry("pug", "Pugar", enabled=False),
    Entry("warga", "Warga", (("PEM", 1), ("pemilih", 2))),
]


def ids(finder: Finder, typed: str = "") -> list[str]:
    return [found.entry.id for found in finder.find(typed)]


def test_nothing_typed_shows_all_and_the_latest_first_with_a_line_behind() -> None:
    finder = Finder(ENTRIES, ["warga", "gone", "mahar", "warga"])
    assert ids(finder) == ["warga", "mahar", "uang", "pug"]
    assert [found.begins for found in finder.find("")] == [False, False, True, False]
    assert ids(Finder(ENTRIES)) == ["uang", "mahar", "pug", "warga"]
    assert not any(found.begins for found in Finder(ENTRIES).find(""))


def test_names_codes_other_languages_and_aliases_find() -> None:
    finder = Finder(ENTRIES)
    assert ids(finder, "pug") == ["uang", "pug"]  # a row that cannot be taken comes last
    assert ids(finder, "VOTE")[0] == "uang"
    assert ids(finder, "pemil") == ["warga"]
    assert ids(finder, "politik") == ["mahar", "uang"][::-1]
    assert ids(finder, "pelang mahar") == ["mahar"]
    assert ids(finder, "zzz") == []


def test_what_was_taken_lately_wins_among_equals_only() -> None:
    entries = [Entry("a", "Uang satu"), Entry("b", "Uang dua"), Entry("c", "Satu uang")]
    assert ids(Finder(entries), "uang") == ["b", "a", "c"]
    assert ids(Finder(entries, ["a"]), "uang") == ["a", "b", "c"]
    assert ids(Finder(entries, ["c"]), "uang") == ["b", "a", "c"]


def test_further_entries_come_last_and_only_for_something_typed() -> None:
    asked = []

    def more(typed: str) -> list[Entry]:
        asked.append(typed)
        return [Entry("article", "Uang di Desa Lengkara")]

    finder = Finder(ENTRIES, (), more)
    assert "article" not in ids(finder)
    assert ids(finder, " uang ")[-1] == "article"
    assert asked == ["uang"]
