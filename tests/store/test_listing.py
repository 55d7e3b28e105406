"""The narrow table of lists: filled as articles come, and of articles that were there before."""

import pytest

from annotator.errors import StoreError
from annotator.model.document import Document, Language
from annotator.model.ids import DocumentId
from annotator.store import listing as module
from annotator.store import migrations
from annotator.store.documents import NewDocument
from annotator.store.listing import Field
from annotator.store.store import now
from tests.builders import make_project


@pytest.fixture
def store(tmp_path):
    with make_project(tmp_path, texts=()) as project:
        yield project._store


def add(store, *titles, **metadata):
    first = store.documents.count()
    new = [
        NewDocument(
            Document(DocumentId(title), title, f"{title}.", Language("id", 1.0), metadata), title
        )
        for title in titles
    ]
    with store.database.transaction():
        store.documents.add(new, now())
    return range(first + 1, store.documents.count() + 1)


def listed(store):
    return store.database.all(
        "SELECT position, title, l.value, s.value, s.folded, d.value, length, shuffle FROM listed"
        " JOIN listed_value l ON l.value_id = language JOIN listed_value s ON s.value_id = source"
        " JOIN listed_value d ON d.value_id = date ORDER BY position"
    )


def test_articles_of_an_older_file_are_listed_as_new_ones_are(store):
    add(store, "Straße", "ÉKOR", date="2024-11-27", outlet="KABAR Ç")
    add(store, "Tanpa apa pun")
    rows = listed(store)
    assert [row[1:6] for row in rows] == [
        ("strasse", "id", "KABAR Ç", "kabar ç", "2024-11-27"),
        ("ékor", "id", "KABAR Ç", "kabar ç", "2024-11-27"),
        ("tanpa apa pun", "id", "", "", ""),
    ]
    for table in ("listed", "listed_value"):
        store.database.run(f"DROP TABLE {table}")
    store.database.run("DELETE FROM _sqlite_migrations WHERE name = 'listed'")
    store.database.run("PRAGMA user_version = 0")
    migrations.bring_up_to_date(store.database)
    assert listed(store) == rows


def test_a_number_that_was_taken_back_is_not_used_again(store):
    add(store, "Berita", outlet="Samudra Pos")

    def add_and_fail():
        with store.database.transaction():
            add(store, "Lain", outlet="Kabar Lengkara")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_and_fail()
    add(store, "Ketiga", outlet="Kabar Ladiva")
    add(store, "Keempat", outlet="Kabar Lengkara")
    assert [row[3] for row in listed(store)] == ["Samudra Pos", "Kabar Ladiva", "Kabar Lengkara"]


def test_few_numbers_are_kept_in_memory(store, monkeypatch):
    monkeypatch.setattr(module, "_MOST_KNOWN", 4)
    for number in range(9):
        add(store, f"Berita {number}", outlet=f"Kabar {number % 5}")
    assert [row[3] for row in listed(store)] == [f"Kabar {number % 5}" for number in range(9)]


def test_columns_come_in_pieces_that_join(store, monkeypatch):
    monkeypatch.setattr(module, "_CHUNK", 2)
    add(store, "Satu", "Dua", "Tiga", "Empat", "Lima")
    whole = b"".join(store.documents.listing.columns(0, 5))
    assert b"".join(store.documents.listing.columns(1, 4)) == whole[24:96]
    assert len(whole) == 5 * 24


def test_documents_are_numbered_without_gaps(store):
    assert store.documents.count() == 0
    assert add(store, "Satu", "Dua") == range(1, 3)
    with pytest.raises(StoreError):
        add(store, "Tiga", "Satu")
    assert add(store, "Empat") == range(3, 4)
    assert store.database.value("SELECT count(*) FROM document") == store.documents.count() == 3
    assert [store.documents.position(DocumentId(x)) for x in ("Empat", "Tiga")] == [3, None]


def test_conditions_on_values(store):
    add(store, "Satu", date="2024-11-27", outlet="STRASSE 100%")
    add(store, "Dua", date="2024-11-28T10:00", outlet="Straße_x")
    add(store, "Tiga")
    listing = store.documents.listing

    def asked(field, condition, value):
        return sorted(listing.values(listing.numbers(field, condition, value)).values())

    assert asked(Field.SOURCE, "holds", "strasse") == ["STRASSE 100%", "Straße_x"]
    assert asked(Field.SOURCE, "holds", "%") == ["STRASSE 100%"]
    assert asked(Field.DATE, "from", "2024-11-28") == ["2024-11-28T10:00"]
    assert asked(Field.DATE, "begins_until", "2024-11") == ["2024-11-27", "2024-11-28T10:00"]
    assert asked(Field.LANGUAGE, "is", "id") == ["id"]
