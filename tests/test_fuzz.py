"""The fuzzer finds what it is for, and lets readers pass that say what is wrong."""

import time
from pathlib import Path

import pytest

from annotator.errors import FormatError
from annotator.formats.registry import registry
from tools import fuzz


class _Reader:
    """Reads anything; what it does with a file is given."""

    def __init__(self, act):
        self._act = act

    def accepts(self, _head: bytes, _path: Path) -> bool:
        return True

    def companions(self, _path: Path):
        return ()

    def read(self, path: Path):
        yield from self._act(path)


def _refuse(path: Path):
    raise FormatError(path, 1, "no")


def _fail(path: Path):
    if b"<" in path.read_bytes():
        raise KeyError
    return ()


def _hang(_path: Path):
    time.sleep(30)
    return ()


def test_a_reader_that_refuses_passes(tmp_path, capsys):
    assert fuzz.fuzz("good", _Reader(_refuse), [b"Warga"], 0.1, 1, tmp_path) == 0
    assert "0 documents" in capsys.readouterr().out


def test_an_exception_is_found_and_can_be_made_again(tmp_path, capsys):
    assert fuzz.fuzz("bad", _Reader(_fail), [b"Warga"], 30, 7, tmp_path) == 1
    told = capsys.readouterr()
    assert "bad: FOUND with --seed" in told.out
    assert "KeyError" in told.err


def test_a_hang_is_found(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(fuzz, "SLOWEST", 1)
    monkeypatch.setattr(fuzz, "ROUND", 1)
    assert fuzz.fuzz("slow", _Reader(_hang), [b"Warga"], 30, 1, tmp_path) == 1
    assert "more than 1 seconds" in capsys.readouterr().err


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    return fuzz.sample_files(tmp_path_factory.mktemp("contoh"))


@pytest.mark.parametrize(
    "name", [name for name, item in registry().formats.items() if item.info.reads]
)
def test_every_reader_has_a_whole_file_to_begin_with(name, seeds, tmp_path):
    reader = registry().importer(name)
    assert any(fuzz.feed(reader, data, tmp_path) for data in fuzz.seeds_of(name, seeds)), name
