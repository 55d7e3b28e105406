"""The history of the tables. A new step goes at the end; a step that was released never changes."""

from typing import TYPE_CHECKING, Final

from annotator.store.database import Database
from annotator.text.sameness import comparable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Migrations
    from sqlite_utils.db import Database as SqliteUtilsDatabase

SET: Final = "annotator"
"""Name of our set of migrations in the table `_sqlite_migrations`."""

_FOLDED: Final = """
    dead INTEGER NOT NULL DEFAULT 0 CHECK (dead IN (0, 1)),
    lam INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL"""

_TABLES: Final = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE annotator (
    annotator_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    lam INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE device (
    device_no INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL UNIQUE,
    installation TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE,
    annotator_id TEXT REFERENCES annotator,
    head_seq INTEGER NOT NULL DEFAULT 0,
    head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
    added_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE journal (
    entry_no INTEGER PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES device (device_id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    document_id TEXT NOT NULL,
    annotator_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    op TEXT NOT NULL,
    target_id TEXT NOT NULL,
    lam INTEGER NOT NULL,
    act_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    of_act TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    line TEXT NOT NULL,
    UNIQUE (device_id, seq)
) STRICT""",
    """CREATE INDEX journal_target
    ON journal (document_id, annotator_id, target_id, lam, device_id, seq)""",
    """CREATE INDEX journal_acts
    ON journal (document_id, annotator_id, lam, device_id, seq) WHERE origin <> 'import'""",
    """CREATE TABLE scheme (
    version INTEGER PRIMARY KEY,
    scheme_id TEXT NOT NULL,
    scheme_version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT""",
    """CREATE TABLE document (
    position INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    language_share REAL NOT NULL,
    date TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length > 0),
    metadata TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE document_text (
    position INTEGER PRIMARY KEY REFERENCES document,
    text TEXT NOT NULL
) STRICT""",
    """CREATE TABLE annotation_set (
    document_id TEXT NOT NULL REFERENCES document (document_id),
    annotator_id TEXT NOT NULL REFERENCES annotator,
    status TEXT NOT NULL,
    span_count INTEGER NOT NULL CHECK (span_count >= 0),
    lam INTEGER NOT NULL,
    entry_count INTEGER NOT NULL,
    status_lam INTEGER NOT NULL,
    status_device_id TEXT NOT NULL,
    status_seq INTEGER NOT NULL,
    PRIMARY KEY (document_id, annotator_id)
) STRICT, WITHOUT ROWID""",
    """CREATE INDEX annotation_set_annotator
    ON annotation_set (annotator_id, document_id, status, span_count)""",
    f"""CREATE TABLE span (
    document_id TEXT NOT NULL,
    annotator_id TEXT NOT NULL,
    span_id TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    label TEXT,
    attributes TEXT NOT NULL DEFAULT '{{}}',{_FOLDED},
    PRIMARY KEY (document_id, annotator_id, span_id),
    FOREIGN KEY (document_id, annotator_id) REFERENCES annotation_set,
    CHECK (dead = 1 OR (start IS NOT NULL AND "end" IS NOT NULL AND label IS NOT NULL)),
    CHECK (start >= 0),
    CHECK ("end" > start)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE relation (
    document_id TEXT NOT NULL,
    annotator_id TEXT NOT NULL,
    relation_id TEXT NOT NULL,
    source TEXT,
    target TEXT,
    label TEXT,
    attributes TEXT NOT NULL DEFAULT '{{}}',{_FOLDED},
    PRIMARY KEY (document_id, annotator_id, relation_id),
    FOREIGN KEY (document_id, annotator_id) REFERENCES annotation_set,
    CHECK (dead = 1 OR (source IS NOT NULL AND target IS NOT NULL AND label IS NOT NULL))
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE document_label (
    document_id TEXT NOT NULL,
    annotator_id TEXT NOT NULL,
    label_id TEXT NOT NULL,
    label TEXT,
    attributes TEXT NOT NULL DEFAULT '{{}}',{_FOLDED},
    PRIMARY KEY (document_id, annotator_id, label_id),
    FOREIGN KEY (document_id, annotator_id) REFERENCES annotation_set,
    CHECK (dead = 1 OR label IS NOT NULL)
) STRICT, WITHOUT ROWID""",
)

_NOTES_AND_TIME: Final = (
    """CREATE TABLE note (
    document_id TEXT NOT NULL REFERENCES document (document_id),
    note_id TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    first_lam INTEGER NOT NULL,
    first_device_id TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    text TEXT,
    start INTEGER,
    "end" INTEGER,
    span_id TEXT NOT NULL,
    thread TEXT NOT NULL,
    for_lead INTEGER NOT NULL CHECK (for_lead IN (0, 1)),
    lam INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    open_lam INTEGER NOT NULL,
    open_device_id TEXT NOT NULL,
    open_seq INTEGER NOT NULL,
    PRIMARY KEY (document_id, note_id),
    CHECK ((start IS NULL) = ("end" IS NULL)),
    CHECK (start >= 0),
    CHECK ("end" > start)
) STRICT, WITHOUT ROWID""",
    """CREATE INDEX note_open ON note (document_id, for_lead)
    WHERE is_open = 1 AND text IS NOT NULL AND thread = ''""",
    """CREATE TABLE work (
    document_id TEXT NOT NULL REFERENCES document (document_id),
    annotator_id TEXT NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    lam INTEGER NOT NULL,
    PRIMARY KEY (annotator_id, document_id)
) STRICT, WITHOUT ROWID""",
    "ALTER TABLE document ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    """UPDATE document SET source = coalesce(
    nullif(metadata ->> '$.outlet', ''), metadata ->> '$.source', '')""",
)
"""`document.source` is where an article appeared, or else the file it came from: lists want it."""

_ORIGINALS: Final = """CREATE TABLE original (
    position INTEGER PRIMARY KEY REFERENCES document,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    packed BLOB NOT NULL
) STRICT"""
"""`packed` is the file in zlib's form: a page of HTML is a tenth of its size then."""

_TWINS: Final = (
    """CREATE TABLE fingerprint (
    position INTEGER PRIMARY KEY REFERENCES document,
    bands BLOB NOT NULL
) STRICT""",
    """CREATE TABLE twin (
    position INTEGER PRIMARY KEY REFERENCES document,
    twin_group INTEGER NOT NULL
) STRICT""",
    "CREATE INDEX twin_of_group ON twin (twin_group)",
)
"""By-products of the texts, which can always be made again. A group has the position of its first
article; only articles that have reprints are in `twin`."""

_LISTED: Final = (
    """CREATE TABLE listed_value (
    value_id INTEGER PRIMARY KEY,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (field, value)
) STRICT""",
    """CREATE TABLE listed (
    position INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    language INTEGER NOT NULL,
    source INTEGER NOT NULL,
    date INTEGER NOT NULL,
    length INTEGER NOT NULL,
    shuffle INTEGER NOT NULL
) STRICT""",
    *(
        f"""INSERT INTO listed_value (field, value, folded)
    SELECT '{field}', {field}, casefolded({field}) FROM (SELECT DISTINCT {field} FROM document)"""  # noqa: S608
        for field in ("language", "source", "date")
    ),
    """INSERT INTO listed (position, title, language, source, date, length, shuffle)
    SELECT position, casefolded(title), l.value_id, s.value_id, d.value_id, length,
    shuffled(document_id) FROM document
    JOIN listed_value l ON l.field = 'language' AND l.value = language
    JOIN listed_value s ON s.field = 'source' AND s.value = source
    JOIN listed_value d ON d.field = 'date' AND d.value = date
    ORDER BY position""",
)
"""What lists are filtered and sorted by (store/listing.py); all of it can be made again."""

_BEYOND: Final = """
WHEN NEW."end" > (SELECT length FROM document WHERE document_id = NEW.document_id)
BEGIN
    SELECT RAISE(ABORT, 'a span ends beyond its text');
END"""

TRIGGERS: Final = {
    "document_text_never_changes": """CREATE TRIGGER document_text_never_changes
BEFORE UPDATE ON document_text
BEGIN
    SELECT RAISE(ABORT, 'a text never changes');
END""",
    "document_keeps_its_text": """CREATE TRIGGER document_keeps_its_text
BEFORE UPDATE OF sha256, length ON document
BEGIN
    SELECT RAISE(ABORT, 'a text never changes');
END""",
    "journal_never_changes": """CREATE TRIGGER journal_never_changes
BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'a journal only grows');
END""",
    "span_insert_within_text": "CREATE TRIGGER span_insert_within_text"
    f"\nBEFORE INSERT ON span{_BEYOND}",
    "span_update_within_text": "CREATE TRIGGER span_update_within_text"
    f'\nBEFORE UPDATE OF "end" ON span{_BEYOND}',
}
"""Triggers of the newest version, by name. `transform()` of sqlite-utils drops those of its table:
a migration that calls it makes them again, and a test compares."""

_GUIDELINES: Final = (
    "ALTER TABLE annotation_set ADD COLUMN status_reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE span ADD COLUMN guideline INTEGER",
    "ALTER TABLE span ADD COLUMN waived TEXT",
    "ALTER TABLE span ADD COLUMN words TEXT",
    """UPDATE span SET guideline = (
    SELECT line ->> '$.sv' FROM journal
    WHERE journal.device_id = span.device_id AND journal.seq = span.seq
) WHERE dead = 0""",
    """CREATE INDEX span_words
    ON span (annotator_id, words, label, document_id) WHERE words IS NOT NULL""",
    """CREATE INDEX span_guidelines
    ON span (annotator_id, label, guideline, document_id) WHERE dead = 0""",
)


def _quote_spans(db: "SqliteUtilsDatabase") -> None:
    """Write down of every span the words by which it is compared with others."""
    documents = db.execute(
        "SELECT DISTINCT document_id, position FROM span JOIN document USING (document_id)"
        " WHERE dead = 0"
    ).fetchall()
    for document, position in documents:
        (text,) = db.execute(
            "SELECT text FROM document_text WHERE position = ?", (position,)
        ).fetchone()
        spans = db.execute(
            'SELECT annotator_id, span_id, start, "end" FROM span'
            " WHERE document_id = ? AND dead = 0",
            (document,),
        ).fetchall()
        for annotator, span, start, end in spans:
            db.execute(
                "UPDATE span SET words = ?"
                " WHERE document_id = ? AND annotator_id = ? AND span_id = ?",
                (comparable(text[start:end]), document, annotator, span),
            )


def _run(*statements: str) -> "Callable[[SqliteUtilsDatabase], None]":
    """Return a step that runs statements one after the other."""

    def step(db: "SqliteUtilsDatabase") -> None:
        for statement in statements:
            db.execute(statement)

    return step


def _guidelines_and_reasons(db: "SqliteUtilsDatabase") -> None:
    _run(*_GUIDELINES)(db)
    _quote_spans(db)


def _listed(db: "SqliteUtilsDatabase") -> None:
    from annotator.store.listing import shuffled

    db.register_function(str.casefold, deterministic=True, name="casefolded")
    db.register_function(shuffled, deterministic=True)
    _run(*_LISTED)(db)


_STEPS: Final = {
    "first_tables": _run(*_TABLES, *TRIGGERS.values()),
    "notes_and_time": _run(*_NOTES_AND_TIME),
    "guidelines_and_reasons": _guidelines_and_reasons,
    "foreign_guidelines": _run("ALTER TABLE span ADD COLUMN foreign_guideline TEXT"),
    "originals": _run(_ORIGINALS),
    "twins": _run(*_TWINS),
    "all_story": _run(
        "CREATE TABLE all_story (position INTEGER PRIMARY KEY REFERENCES document) STRICT"
    ),
    "fragments": _run("ALTER TABLE span ADD COLUMN fragments TEXT"),
    "listed": _listed,
    "languages": _run(
        "ALTER TABLE document ADD COLUMN language_others TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX document_mixed ON document (position) WHERE language_others <> ''",
    ),
}
NAMES: Final = tuple(_STEPS)
VERSION: Final = len(NAMES)
"""`user_version` of a file that has all of them."""


def is_newer(database: Database) -> bool:
    """Tell whether a newer program made the tables: by number, or by steps unknown here."""
    version = database.value("PRAGMA user_version")
    if version > VERSION:
        return True
    known = database.value("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'")
    if not known:
        return False
    rows = database.all("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,))
    return any(name not in NAMES for (name,) in rows)


def is_older(database: Database) -> bool:
    """Tell whether the file lacks steps, so that its tables are not the ones we read."""
    return bool(database.value("PRAGMA user_version") < VERSION)


def bring_up_to_date(database: Database) -> None:
    """Run the steps the file lacks, all or none. Cheap, without sqlite-utils, when none is missing.

    Raises StoreError when a step fails; the file is then as it was.
    """
    if database.value("PRAGMA user_version") == VERSION:
        return
    from sqlite_utils import Database as SqliteUtilsDatabase

    with database.transaction():  # sqlite-utils begins deferred: two windows at once would fail
        steps = migrations()
        database.hand_over(lambda connection: steps.apply(SqliteUtilsDatabase(connection)))
        database.run(f"PRAGMA user_version = {VERSION:d}")


def migrations() -> "Migrations":
    """Return the set of steps as sqlite-utils wants it."""
    from sqlite_utils import Migrations

    steps = Migrations(SET)

    for name, step in _STEPS.items():
        steps(name=name)(step)
    return steps
