"""What several processes find out is what one finds out."""

import multiprocessing
import threading
from concurrent.futures import BrokenExecutor

import pytest

from annotator.services import preparing
from annotator.services.preparing import Preparing, Wanted, prepare

TEXTS = [
    "Bawaslu Kabupaten Samudra menerima laporan warga tentang amplop di Desa Lengkara.",
    "The election commission of the regency counted every vote until late at night.",
    "12345",
    "Rahmawati Ladiva menyebut pembagian sembako itu melanggar aturan pemilihan kepala daerah.",
] * 9
WANTED = [Wanted("", text, {"source": f"{n}.txt"}, n % 3 > 0) for n, text in enumerate(TEXTS)]


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(preparing, "ALONE", 0)


def processes():
    return multiprocessing.active_children()


@pytest.mark.slow
def test_processes_say_what_one_says_and_are_gone_afterwards(at_once):
    expected = prepare(WANTED)
    found = []

    def work():  # as a job does in the window
        with Preparing(2) as pool:
            answers = [pool.begin(WANTED), pool.begin(WANTED[:5])]
            found.extend(answer.prepared() for answer in answers)
            assert len(processes()) == 2

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [expected, expected[:5]]
    assert processes() == []


def test_few_texts_are_looked_at_here():
    with Preparing() as pool:
        answer = pool.begin(WANTED[:4])
        assert answer.is_ready
        assert answer.prepared() == prepare(WANTED[:4])
        assert processes() == []


def test_without_processes_all_is_looked_at_here(at_once, monkeypatch):
    monkeypatch.setattr(preparing, "_started", lambda _, **__: None)
    with Preparing() as pool:
        assert pool.begin(WANTED[:4]).prepared() == prepare(WANTED[:4])


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
    monkeypatch.setattr(preparing, "_started", lambda _, **__: _Dying())
    with Preparing() as pool:
        assert pool.begin(WANTED[:4]).prepared() == prepare(WANTED[:4])


@pytest.mark.slow
def test_an_exception_leaves_no_process(at_once):
    def failing():
        with Preparing(1) as pool:
            pool.begin(WANTED)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert processes() == []
