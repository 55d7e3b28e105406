"""Languages found by several processes are those found by one."""

import multiprocessing
import threading
from concurrent.futures import BrokenExecutor

import pytest

from annotator.text import language_pool
from annotator.text.language import detect
from annotator.text.language_pool import LanguagePool

TEXTS = [
    "Bawaslu Kabupaten Samudra menerima laporan warga tentang amplop di Desa Lengkara.",
    "The election commission of the regency counted every vote until late at night.",
    "12345",
    "Rahmawati Ladiva menyebut pembagian sembako itu melanggar aturan pemilihan kepala daerah.",
] * 9


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(language_pool, "ALONE", 0)


def processes():
    return multiprocessing.active_children()


@pytest.mark.slow
def test_processes_say_what_one_says_and_are_gone_afterwards(at_once):
    expected = [detect(text) for text in TEXTS]
    found = []

    def work():  # as a job does in the window
        with LanguagePool(2) as pool:
            answers = [pool.find(TEXTS), pool.find(TEXTS[:5])]
            found.extend(answer.languages() for answer in answers)
            assert len(processes()) == 2

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [expected, expected[:5]]
    assert processes() == []


def test_few_texts_are_looked_at_here():
    with LanguagePool() as pool:
        answer = pool.find(TEXTS[:4])
        assert answer.is_ready
        assert answer.languages() == [detect(text) for text in TEXTS[:4]]
        assert processes() == []


def test_without_processes_all_is_looked_at_here(at_once, monkeypatch):
    monkeypatch.setattr(language_pool, "_started", lambda _: None)
    with LanguagePool() as pool:
        assert pool.find(TEXTS[:4]).languages() == [detect(text) for text in TEXTS[:4]]


class _Dying:
    """Processes that die over their first text."""

    def submit(self, *_):
        from concurrent.futures import Future

        future = Future()
        future.set_exception(BrokenExecutor("a process died"))
        return future

    def shutdown(self, **_):
        pass


def test_what_dying_processes_did_not_say_is_looked_at_here(at_once, monkeypatch):
    monkeypatch.setattr(language_pool, "_started", lambda _: _Dying())
    with LanguagePool() as pool:
        assert pool.find(TEXTS[:4]).languages() == [detect(text) for text in TEXTS[:4]]


@pytest.mark.slow
def test_an_exception_leaves_no_process(at_once):
    def failing():
        with LanguagePool(1) as pool:
            pool.find(TEXTS)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert processes() == []
