"""Objects of JSON files come one by one, however they stand in the file."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import json_items
from annotator.formats.base import HEAD
from annotator.formats.json_items import first_objects, items

_values = st.dictionaries(
    st.sampled_from(["a", "b", "{", '"', "é"]),
    st.one_of(st.integers(), st.text('\\"{}[],\n\u2028x', max_size=9), st.lists(st.none())),
    min_size=1,
    max_size=3,
)


@given(
    st.lists(_values, max_size=5),
    st.sampled_from(["lines", "array", "pretty"]),
    st.data(),
)
def test_all_objects_in_order(
    objects: list[dict[str, Any]], shape: str, data: st.DataObject
) -> None:
    texts = [json.dumps(one, indent=2 if shape == "pretty" else None) for one in objects]
    whole = f"[{', '.join(texts)}]" if shape == "array" else "\n".join(texts)
    size = data.draw(st.sampled_from([1, 3, 1000]))
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_items, "_CHUNK", size)
        path = Path(folder, "a")
        path.write_bytes(b"\xef\xbb\xbf" + whole.encode())
        found = list(items(path))
    assert [item.values for item in found] == objects
    assert all(item.done <= len(whole.encode()) + 3 for item in found)
    assert list(first_objects(whole.encode(), Path())) == objects


def _faults(path: Path) -> list[str]:
    return [str(item.values) for item in items(path) if isinstance(item.values, ValueError)]


def test_what_is_wrong_stays_in_its_place(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "a"
    path.write_bytes(b'[{"a": 1}, x, {"a": 1, "a": 2},\n "s", {"b": NaN}, {"c": 3}] y')
    assert _faults(path) == [
        "no JSON between objects",
        "key 'a' stands twice",
        "no JSON between objects",
        "NaN is no number",
        "no JSON between objects",
    ]
    assert [item.line for item in items(path)] == [1, 1, 1, 2, 2, 2, 2]
    path.write_bytes(b'[{"a": ' + b"[" * 1_000_000)
    assert _faults(path) == ["the file ends inside an object"]
    path.write_bytes(b'[{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b'}, {"a": 1}]')
    assert _faults(path) == ["nested too deeply"]
    monkeypatch.setattr(json_items, "ITEM_LIMIT", 1000)
    monkeypatch.setattr(json_items, "_CHUNK", 100)
    path.write_bytes(b'[{"a": "' + b"x" * 5_000)
    assert _faults(path) == ["longer than 1000 bytes"]
    path.write_bytes(b'{"a": 1}\n{"b": "' + b"x" * 5_000 + b'"}\n{"c": 1}\n')
    assert _faults(path) == ["longer than 1000 bytes"]
    assert [item.line for item in items(path)] == [1, 2, 3]


def test_an_object_that_is_cut_off_is_seen_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    whole = json.dumps(
        [{"id": 1, "data": {"text": "x" * HEAD * 2}, "annotations": [{"a": [1, 2]}]}]
    )
    path.write_text(whole)
    head = path.read_bytes()[:HEAD]
    (seen,) = first_objects(head, path)
    assert list(seen) == ["id", "data", "annotations"]
    assert first_objects(b'{"a": {"b": 1, "c": "x', path) == ({"a": {"b": 1}},)
    assert first_objects(b"[" * 1000, path) == ()
    assert first_objects(b'{"a": ' * 1000, path) == ()
    assert first_objects(b"no", path) == ()
