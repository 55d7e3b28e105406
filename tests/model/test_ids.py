import time
import uuid

from annotator.model import ids
from annotator.model.ids import new_id


def test_it_is_a_uuid_of_version_7_and_variant_10() -> None:
    for _ in range(200):
        text = new_id()
        read = uuid.UUID(text)
        assert str(read) == text
        assert read.version == 7
        assert read.variant == uuid.RFC_4122


def test_it_holds_the_time_in_milliseconds() -> None:
    before = time.time_ns() // 1_000_000
    value = uuid.UUID(new_id()).int >> 80
    assert before <= value <= time.time_ns() // 1_000_000


def test_ids_of_one_moment_differ_and_those_of_later_ones_sort_behind(monkeypatch) -> None:
    moments = iter([1_700_000_000_000_000_000] * 500 + [1_700_000_000_001_000_000] * 500)
    monkeypatch.setattr(ids.time, "time_ns", lambda: next(moments))
    first, second = ([new_id() for _ in range(500)] for _ in range(2))
    assert len({*first, *second}) == 1000
    assert max(first) < min(second)
