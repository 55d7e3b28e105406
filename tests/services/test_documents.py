import pytest

from annotator.errors import AddRefused
from annotator.model.project import Status
from annotator.services import documents as module
from annotator.services.described import title_of
from annotator.services.documents import SkipReason
from annotator.store import documents as stored_documents
from tests.builders import TEXT, make_project


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made


@pytest.fixture
def documents(project):
    return project.documents


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
    assert documents.count() == 0


def test_a_text_that_is_too_long_is_refused(documents, monkeypatch):
    monkeypatch.setattr(module, "LIMIT", 100)
    with pytest.raises(AddRefused, match="too_large"):
        documents.add_text("kata " * 21)


def test_the_same_text_is_refused_with_the_title_it_has(documents):
    documents.add_text(TEXT, title="Yang pertama")
    with pytest.raises(AddRefused) as caught:
        documents.add_text(TEXT.replace("\n", "\r\n"), title="Yang kedua")
    assert (caught.value.reason, caught.value.detail) == ("duplicate", "Yang pertama")
    assert documents.count() == 1


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
