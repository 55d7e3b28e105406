"""Files of other people, with labels that no scheme of ours has."""

import json
from collections.abc import Sequence
from pathlib import Path

from annotator.model.document import text_hash

WORDS = "Warga Desa Lengkara melapor ke kantor Kabupaten Samudra 😀 pada malam itu juga.\n"


def foreign_file(
    folder: Path, *labels: str, name: str = "berita", relations: Sequence[str] = ()
) -> Path:
    """Write a text and beside it annotations with a span for each label; return the latter."""
    words = WORDS.split()
    places = [(WORDS.index(word), word) for word in words]
    spans = [
        {"id": f"s{n}", "start": at, "end": at + len(word), "text": word, "label": label}
        for n, (label, (at, word)) in enumerate(zip(labels, places, strict=False))
    ]
    links = [
        {"id": f"r{n}", "type": kind, "from": "s0", "to": "s1"} for n, kind in enumerate(relations)
    ]
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_bytes(WORDS.encode())
    path = folder / f"{name}.gold.json"
    values = {
        "kind": "gold annotation",
        "scheme": {"id": "lain", "version": "1"},
        "document": {
            "file": f"{name}.txt",
            "sha256": text_hash(WORDS),
            "code_points": len(WORDS),
            "language": "id",
        },
        "offsets": "unicode code points, half-open",
        "spans": spans,
        "relations": links,
        "document_labels": [],
    }
    path.write_text(json.dumps(values), encoding="utf-8")
    return path
