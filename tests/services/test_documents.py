import json
import os
import shutil
import threading
from pathlib import Path

import pytest

from annotator.errors import AddRefused, Cancelled
from annotator.model.document import Document, Language
from annotator.model.ids import DocumentId
from annotator.model.project import Status
from annotator.services import documents as module
from annotator.services.documents import SkipReason, title_of
from annotator.services.jobs import Progress
from annotator.store import documents as stored_documents
from tests.builders import OTHER_TEXT, TEXT, make_project

EDGE_TEXTS = Path(__file__).parents[3] / "shared" / "data" / "edge-texts"


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made


@pytest.fixture
def documents(project):
    return project.documents


@pytest.fixture
def inbox(tmp_path):
    """Make a folder of files: `inbox({"a.txt": "text" or bytes})`."""

    def make(files):
        folder = tmp_path / "masuk"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return make


def reasons(report):
    return {Path(item.source).name: item.reason for item in report.skipped}


def test_a_text_becomes_a_document(documents):
    added = documents.add_text(TEXT, source="papan klip")
    found = documents.get(added.document)
    assert found.text == TEXT
    assert found.title == added.title == "Bawaslu Kabupaten Samudra menerima laporan warga."
    assert found.metadata == {"source": "papan klip"}
    assert found.language.code == "id"
    (summary,) = documents.summaries()
    assert summary.id == added.document
    assert (summary.status, summary.span_count, summary.length) == (Status.NEW, 0, len(TEXT))
    assert summary.language == "id"
    assert documents.summary(added.document) == summary


def test_a_pasted_text_keeps_everything_but_its_ends_of_lines(documents):
    text = "\ufeffSatu\r\ndua\rtiga\u2028\u00a0e\u0301 👩‍👩‍👧 \t \n"
    found = documents.get(documents.add_text(text).document)
    assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_title_that_was_given_is_kept(documents):
    assert documents.add_text(TEXT, title="Laporan warga").title == "Laporan warga"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", SkipReason.EMPTY),
        (" \n\t\r\n\u00a0", SkipReason.EMPTY),
        ("teks \0 nol", SkipReason.NUL),
        ("teks \ud83d patah", SkipReason.SURROGATE),
    ],
)
def test_what_is_no_text_is_refused(documents, text, reason):
    with pytest.raises(AddRefused) as caught:
        documents.add_text(text)
    assert caught.value.reason == reason
    with pytest.raises(AddRefused) as caught:
        documents.add_document(Document(DocumentId("x"), "", text))
    assert caught.value.reason == reason
    assert documents.count() == 0


def test_a_text_that_is_too_long_is_refused(documents, monkeypatch, inbox):
    monkeypatch.setattr(module, "LIMIT", 100)
    with pytest.raises(AddRefused, match="too_large"):
        documents.add_text("kata " * 21)
    folder = inbox({"besar.txt": "kata " * 21, "kecil.txt": "kata"})
    report = documents.add_paths([folder])
    assert reasons(report) == {"besar.txt": SkipReason.TOO_LARGE}
    assert documents.count() == 1


def test_the_same_text_is_refused_with_the_title_it_has(documents):
    documents.add_text(TEXT, title="Yang pertama")
    with pytest.raises(AddRefused) as caught:
        documents.add_text(TEXT.replace("\n", "\r\n"), title="Yang kedua")
    assert (caught.value.reason, caught.value.detail) == ("duplicate", "Yang pertama")
    assert documents.count() == 1


def test_a_folder_is_read_in_order_of_names_and_the_rest_is_told(documents, inbox):
    folder = inbox(
        {
            "b.txt": "Berita b.",
            "a/z.md": "Berita z.",
            "a/y.TXT": "Berita y.",
            "c.text": "Berita c.",
            "d.docx": "PK",
            "tanpa-akhiran": "Berita tanpa akhiran.",
            ".rahasia.txt": "Tersembunyi.",
            ".git/isi.txt": "Tersembunyi.",
            "kosong.txt": "",
            "blank.txt": " \n\t\n",
            "nol.txt": "teks \0 nol",
            "sama.txt": "Berita b.",
        }
    )
    report = documents.add_paths([folder])
    assert [found.text for found in documents.all()] == [
        "Berita y.",
        "Berita z.",
        "Berita b.",
        "Berita c.",
    ]
    assert [found.metadata["source"] for found in documents.all()] == [
        "a/y.TXT",
        "a/z.md",
        "b.txt",
        "c.text",
    ]
    assert reasons(report) == {
        "d.docx": SkipReason.NOT_TEXT,
        "tanpa-akhiran": SkipReason.NOT_TEXT,
        ".rahasia.txt": SkipReason.HIDDEN,
        ".git": SkipReason.HIDDEN,
        "kosong.txt": SkipReason.EMPTY,
        "blank.txt": SkipReason.EMPTY,
        "nol.txt": SkipReason.NUL,
        "sama.txt": SkipReason.DUPLICATE,
    }
    assert not report.cancelled
    assert [item.source for item in report.added] == [
        str(folder / name) for name in ("a/y.TXT", "a/z.md", "b.txt", "c.text")
    ]


def test_a_duplicate_names_the_document_that_is_there(documents, inbox):
    documents.add_text("Berita b.", title="Sudah ada")
    report = documents.add_paths([inbox({"b.txt": "Berita b."})])
    (skipped,) = report.skipped
    assert (skipped.reason, skipped.detail) == (SkipReason.DUPLICATE, "Sudah ada")


def test_a_file_that_is_named_is_tried_whatever_it_is_called(documents, inbox):
    folder = inbox(
        {".catatan": "Berita satu.", "berita": "Berita dua.", "gambar.txt": b"\x89PNG\r\n"}
    )
    report = documents.add_paths([folder / ".catatan", folder / "berita", folder / "gambar.txt"])
    assert [found.metadata["source"] for found in documents.all()] == [".catatan", "berita"]
    assert reasons(report) == {"gambar.txt": SkipReason.BINARY}


def test_what_is_not_there_is_told(documents, tmp_path):
    report = documents.add_paths([tmp_path / "tidak-ada.txt"])
    (skipped,) = report.skipped
    assert skipped.reason is SkipReason.UNREADABLE
    assert skipped.detail


def test_a_folder_that_cannot_be_read_is_told(documents, inbox, monkeypatch):
    folder = inbox({"a.txt": "Berita a.", "tutup/b.txt": "Berita b.", "z.txt": "Berita z."})
    scan = os.scandir

    def refuse(path):  # chmod does not keep root out
        if Path(path).name == "tutup":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = documents.add_paths([folder])
    assert [item.source for item in report.added] == [str(folder / "a.txt"), str(folder / "z.txt")]
    (skipped,) = report.skipped
    assert skipped.reason is SkipReason.UNREADABLE
    assert (Path(skipped.source).name, skipped.detail) == ("tutup", "Permission denied")


def test_rings_of_links_end(documents, inbox):
    folder = inbox({"a/b/c.txt": "Berita c.", "a/teks.txt": "Berita teks."})
    (folder / "a" / "b" / "naik").symlink_to(folder, target_is_directory=True)
    (folder / "a" / "diri.txt").symlink_to(folder / "a" / "diri.txt")
    (folder / "putus.txt").symlink_to(folder / "tidak-ada.txt")
    report = documents.add_paths([folder, folder])
    assert len(report.added) == 2
    assert reasons(report) == {
        "diri.txt": SkipReason.UNREADABLE,
        "putus.txt": SkipReason.UNREADABLE,
    }
    assert len(report.skipped) == 2


def test_pipes_and_devices_are_not_waited_for(documents, inbox):
    folder = inbox({"a.txt": "Berita a."})
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(folder / "pipa.txt")
    report = documents.add_paths([folder, Path(os.devnull)])
    assert len(report.added) == 1
    assert reasons(report) == {"pipa.txt": SkipReason.NOT_TEXT, "null": SkipReason.NOT_TEXT}


def test_names_that_are_no_text_are_shown_readably(documents, inbox):
    folder = inbox({"a.txt": "Berita a."})
    strange = os.fsencode(folder) + b"/berita-\xff.txt"
    try:
        Path(os.fsdecode(strange)).write_text("Berita aneh.")
    except OSError:
        pytest.skip("this file system takes names in Unicode only")
    documents.add_paths([folder])
    assert [found.metadata["source"] for found in documents.all()][1] == "berita-\ufffd.txt"


def test_the_open_project_is_never_read_as_a_text(project, documents, tmp_path, monkeypatch):
    link, hard = tmp_path / "tautan.txt", tmp_path / "keras.txt"
    link.symlink_to(project.path)
    os.link(project.path, hard)
    opened = []
    real = open

    def watch(path, *arguments, **options):
        opened.append(str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", watch)
    ours = [project.path, Path(f"{project.path}-wal"), link, hard]
    report = documents.add_paths(ours)
    assert [item.reason for item in report.skipped] == [SkipReason.NOT_TEXT] * 4
    assert not {str(path) for path in ours} & set(opened)


def test_encodings_are_told(documents, inbox):
    text = "Bawaslu “Kabupaten Samudra” – laporan warga tentang amplop diterima pekan ini."
    folder = inbox(
        {
            "a-utf8.txt": text,
            "b-bom.txt": b"\xef\xbb\xbf" + text.encode() + b" b",
            "c-utf16.txt": (text + " c").encode("utf-16"),
            "d-cp1252.txt": (text + " d").encode("cp1252"),
        }
    )
    report = documents.add_paths([folder])
    assert [(item.encoding, item.guessed) for item in report.added] == [
        ("utf-8", False),
        ("utf-8", False),
        ("utf-16-le", False),
        ("cp1252", True),
    ]
    assert [found.text for found in documents.all()] == [
        text,
        text + " b",
        text + " c",
        text + " d",
    ]
    assert next(documents.all()).metadata["encoding"] == "utf-8"


def test_language_detection_can_be_left_out(documents, inbox):
    folder = inbox({"a.txt": TEXT, "b.txt": OTHER_TEXT})
    documents.add_paths([folder], detect_language=False)
    assert [summary.language for summary in documents.summaries()] == ["unknown", "unknown"]


def test_batches_that_are_in_stay_when_the_user_cancels(documents, inbox, monkeypatch, project):
    monkeypatch.setattr(module, "BATCH_SECONDS", 0.0)
    folder = inbox({f"{n:02}.txt": f"Berita nomor {n}." for n in range(20)})
    steps = []
    progress = Progress(lambda *step: steps.append(step), lambda: len(steps) >= 8)
    report = documents.add_paths([folder], progress, detect_language=False)
    assert report.cancelled
    assert 0 < len(report.added) < 20
    assert [item.document for item in report.added] == [x.id for x in documents.summaries()]
    assert steps == [(n, 20) for n in range(8)]
    again = documents.add_paths([folder], detect_language=False)
    assert not again.cancelled
    assert documents.count() == 20
    assert len(again.added) + len(report.added) == 20


def test_progress_ends_with_all(documents, inbox):
    steps = []
    documents.add_paths([inbox({"a.txt": TEXT})], Progress(lambda *step: steps.append(step)))
    assert steps[-1] == (1, 1)


def test_a_job_adds_from_another_thread(documents, inbox):
    job = documents.job_add_paths([inbox({"a.txt": TEXT, "b.txt": OTHER_TEXT})])
    reports = []
    thread = threading.Thread(target=lambda: reports.append(job(Progress())))
    thread.start()
    thread.join()
    assert len(reports[0].added) == 2
    assert documents.count() == 2
    with pytest.raises(AddRefused):
        documents.add_text(TEXT)


def test_a_job_stops_when_told(documents, inbox):
    job = documents.job_add_paths([inbox({"a.txt": TEXT})])
    report = job(Progress(cancelled=lambda: True))
    assert report.cancelled
    assert report.added == ()
    with pytest.raises(Cancelled):
        Progress(cancelled=lambda: True).step(0, 0)


def test_an_imported_document_keeps_what_it_brings(documents):
    document = Document(
        DocumentId("milik-sendiri"),
        "Judul sendiri",
        TEXT,
        Language("ms", 1.0),
        {"date": "2024-11-27", "outlet": "Kabar Samudra", "kata": "“é” 👍"},
    )
    assert documents.add_document(document) == (document.id, True)
    assert documents.get(document.id) == document
    assert documents.summaries()[0].date == "2024-11-27"
    again = Document(DocumentId("lain"), "Lain", TEXT)
    assert documents.add_document(again) == (document.id, False)
    assert documents.get(document.id) == document


def test_an_imported_document_without_id_or_with_one_that_is_taken_gets_a_new_one(documents):
    first = documents.add_document(Document(DocumentId("x"), "", TEXT))
    second = documents.add_document(Document(DocumentId("x"), "", OTHER_TEXT))
    third = documents.add_document(Document(DocumentId(""), "", "Berita ketiga."))
    assert first.document == "x"
    assert len({first.document, second.document, third.document, ""}) == 4
    assert second.is_new
    assert third.is_new
    assert documents.get(third.document).title == "Berita ketiga."


def test_a_first_look_is_a_part_of_the_whole_list(project, documents):
    assert documents.first_look(2) == (dict.fromkeys(Status, 0), None, 0, (), None)
    ids = [documents.add_text(f"Berita {number}").document for number in range(9)]
    statuses = [Status.DONE] * 3 + [Status.SKIPPED, Status.NEW, Status.FLAGGED] + [Status.NEW] * 3
    for document, status in zip(ids, statuses, strict=True):
        within = project.editing.annotation_set(document)
        if status is not Status.NEW:
            project.editing.apply(project.editing.set_status(within, status))
    rows = documents.summaries()
    assert [row.status for row in rows] == statuses
    look = documents.first_look(2)
    assert (look.current, look.first_row) == (ids[4], 2)
    assert list(look.rows) == rows[2:7]
    wanted = documents.first_look(2, ids[7])
    assert (wanted.current, wanted.first_row) == (ids[7], 5)
    assert list(wanted.rows) == rows[5:]
    assert documents.first_look(2, "an article that is gone") == look
    assert look.counts == {status: statuses.count(status) for status in Status}
    for document in ids[4:]:
        within = project.editing.annotation_set(document)
        project.editing.apply(project.editing.set_status(within, Status.DONE))
    look = documents.first_look(2)
    assert (look.current, look.first_row, list(look.rows)) == (ids[0], 0, documents.summaries()[:5])


def test_reading_everything_goes_page_by_page(documents, monkeypatch):
    monkeypatch.setattr(stored_documents, "_PAGE", 2)
    texts = [f"Berita {n}." for n in range(5)]
    for text in texts:
        documents.add_text(text, detect_language=False)
    reading = documents.all()
    assert next(reading).text == texts[0]
    documents.add_text("Berita yang datang di tengah.", detect_language=False)
    assert [found.text for found in reading] == [*texts[1:], "Berita yang datang di tengah."]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  \n\n  Judul   berita \nisi", "Judul berita"),
        ("Satu baris", "Satu baris"),
        ("\u2028 Setelah pemisah\u2028isi", "Setelah pemisah"),
        ("k" * 200, "k" * 200),
        ("k" * 201, "k" * 199 + "…"),
        ("kata " * 100, "kata " * 39 + "kata…"),
        ("a" * 199 + " b", "a" * 199 + "…"),
        ("👍" * 300, "👍" * 199 + "…"),
        (" \n ", ""),
    ],
)
def test_titles(text, title):
    assert title_of(text) == title
    assert len(title_of(text)) <= 200


def test_the_texts_with_hard_edges(documents, tmp_path):
    if not EDGE_TEXTS.is_dir():
        pytest.skip("the shared edge texts are not beside this checkout")
    expected = json.loads((EDGE_TEXTS / "expected.json").read_text(encoding="utf-8"))
    folder = tmp_path / "tepi"
    shutil.copytree(EDGE_TEXTS, folder, ignore=shutil.ignore_patterns("*.json", "SOURCE.md"))
    report = documents.add_paths([folder])
    skipped = {
        "empty.txt": SkipReason.EMPTY,
        "blank.txt": SkipReason.EMPTY,
        "utf16le-bom.txt": SkipReason.DUPLICATE,  # the text of crlf-bom.txt in other bytes
    }
    assert reasons(report) == skipped
    found = {x.metadata["source"]: x for x in documents.all()}
    assert set(found) == {path.name for path in folder.iterdir()} - set(skipped)

    emoji = expected["emoji.txt"]
    start, end = emoji["code_points"]
    text = found["emoji.txt"].text
    assert text[start:end] == emoji["word"]
    assert [len(text[:n].encode("utf-16-le")) // 2 for n in (start, end)] == emoji["utf16_units"]
    assert [len(text[:n].encode()) for n in (start, end)] == emoji["utf8_bytes"]
    assert found["crlf-bom.txt"].text == expected["crlf-bom.txt"]["text_after_decoding"]
    assert (
        found["cp1252-quotes.txt"].metadata["encoding"] == expected["cp1252-quotes.txt"]["encoding"]
    )
    guessed = {Path(item.source).name for item in report.added if item.guessed}
    assert guessed == {"cp1252-quotes.txt"}
    assert len(found["nfd.txt"].text) == expected["nfd.txt"]["code_points"]
    raw = (EDGE_TEXTS / "zero-width-nbsp.txt").read_bytes().decode()
    assert found["zero-width-nbsp.txt"].text == raw


def test_a_look_at_a_part_of_a_queue_that_was_left(project, documents):
    ids = [documents.add_text(f"Berita {n}.\n", detect_language=False).document for n in range(4)]
    editing = project.editing
    editing.apply(editing.set_status(editing.annotation_set(ids[3]), Status.DONE))
    look = documents.look_again([ids[3], ids[1]], 5, 9)
    assert [row.id for row in look.rows] == [ids[3], ids[1]]
    assert (look.current, look.first_row, look.shown) == (ids[1], 5, 9)
    assert (look.counts[Status.DONE], look.counts[Status.NEW]) == (1, 3)
    assert documents.look_again([ids[3]], 0, 1).current == ids[3]
    assert documents.look_again([ids[0], "tidak ada"], 0, 2) is None
    assert documents.look_again([], 0, 0) is None
