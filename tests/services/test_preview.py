"""A look into a pile shows what is there, writes nothing and ends in time."""

from pathlib import Path

import pytest

from annotator.errors import Cancelled
from annotator.services import preview
from annotator.services.jobs import Progress
from annotator.services.preview import Quote, look_into
from tests.services.foreign import foreign_file


def test_annotated_files_show_their_spans_words_and_people(tmp_path: Path) -> None:
    foreign_file(tmp_path, "PER", "LOC", relations=["near"])
    seen = look_into([tmp_path])
    assert [(item.info.name, item.files) for item in seen.formats] == [("standoff-json", 1)]
    assert (seen.files, seen.documents, seen.more_documents) == (1, 1, False)
    assert seen.quotes == (
        Quote("Warga", "PER", "berita.gold.json", 0),
        Quote("Desa", "LOC", "berita.gold.json", 0),
    )
    assert seen.words.labels == {"PER": 1, "LOC": 1}
    assert seen.words.relations == {"near": 1}
    assert not seen.is_plain


def test_a_table_shows_its_first_rows_and_the_guess(tmp_path: Path) -> None:
    rows = "\n".join(f"{n},Judul {n},Warga Desa Lengkara nomor {n} melapor." for n in range(99))
    (tmp_path / "a.csv").write_text(f"no,judul,isi\n{rows}\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("no,judul,isi\n1,Judul,Warga desa melapor.\n", encoding="utf-8")
    seen = look_into([tmp_path])
    (table,) = seen.tables
    assert table.files == 2
    assert table.sample.columns == ("no", "judul", "isi")
    assert table.sample.guess.columns["text"] == "isi"
    assert seen.more_documents


def test_what_cannot_be_read_is_named_and_the_rest_is_seen(tmp_path: Path) -> None:
    path = foreign_file(tmp_path, "PER")
    (tmp_path / "broken.jsonl").write_bytes(b'{"text": "\xff\n')
    (tmp_path / "film.bin").write_bytes(b"\0\1\2")
    seen = look_into([tmp_path, tmp_path / "none.jsonl"])
    assert {Path(item.source).name for item in seen.problems} >= {"film.bin", "none.jsonl"}
    assert [quote.source for quote in seen.quotes] == [path.name]


def test_a_large_pile_is_told_as_at_least(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "FILES", 3)
    monkeypatch.setattr(preview, "FILES_READ", 1)
    for number in range(5):
        foreign_file(tmp_path / f"{number}", "PER")
    seen = look_into([tmp_path])
    assert seen.more_files
    assert seen.more_documents
    assert seen.documents == 1


def test_a_look_can_be_stopped(tmp_path: Path) -> None:
    foreign_file(tmp_path, "PER")
    with pytest.raises(Cancelled):
        look_into([tmp_path], progress=Progress(cancelled=lambda: True))
