"""What every test stands on: no display, folders of its own, and nothing left behind."""

import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_ROOT_VARIABLE = "ANNOTATOR_TEST_ROOT"
_THREAD_PATIENCE = 5.0  # seconds a thread may still take to end after its test
_test_numbers = count()


def _prepare_environment() -> tuple[Path, bool]:
    """Give the run folders of its own, before Qt or a service looks at the environment.

    The processes of pytest-xdist inherit the folders. Returns them, and whether they are ours
    to remove.
    """
    inherited = os.environ.get(_ROOT_VARIABLE)
    if inherited:
        return Path(inherited), False
    root = Path(tempfile.mkdtemp(prefix="annotator-tests-"))
    os.environ[_ROOT_VARIABLE] = str(root)
    for variable in [name for name in os.environ if name.startswith("QT_")]:
        if variable not in {"QT_LOGGING_RULES", "QT_PLUGIN_PATH"}:
            del os.environ[variable]  # a desktop's scale or theme would change what is drawn
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("ANNOTATOR_TEST_PLATFORM", "offscreen")
    for variable, name in {
        "ANNOTATOR_HOME": "home",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "runtime",
    }.items():
        folder = root / name
        folder.mkdir(mode=0o700)
        os.environ[variable] = str(folder)
    return root, True


_root, _root_is_ours = _prepare_environment()

# A busy machine makes examples slow, not wrong: neither deadline nor "too slow" may fail a test.
_PATIENT = (HealthCheck.too_slow,)
settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=_PATIENT)
settings.register_profile(
    "ci", settings.get_profile("quick"), derandomize=True, database=None, print_blob=True
)
settings.register_profile("nightly", settings.get_profile("quick"), max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


def pytest_unconfigure() -> None:
    if _root_is_ours:
        shutil.rmtree(_root, ignore_errors=True)


@pytest.fixture(autouse=True)
def annotator_home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the program's configuration at a folder that no other test has used (not made yet)."""
    home = _root / f"home-{os.getpid()}-{next(_test_numbers)}"
    monkeypatch.setenv("ANNOTATOR_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt in the style in which the program does."""
    return ["annotator", "-style", "fusion"]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO + 1)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log_records(request: pytest.FixtureRequest) -> Generator[None]:
    """Fail on a log record above info; a test that expects one says `@pytest.mark.logs`."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(collector)
    if collector.lines and request.node.get_closest_marker("logs") is None:
        pytest.fail("logged: " + "; ".join(collector.lines), pytrace=False)


@pytest.fixture(autouse=True)
def _no_thread_left_running() -> Generator[None]:
    """Fail when a thread that the test started outlives it."""
    before = set(threading.enumerate())
    yield
    left = []
    for thread in set(threading.enumerate()) - before:
        # threads that Qt made and that ran a line of Python stay listed as dummies for good
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(_THREAD_PATIENCE)
        if thread.is_alive():
            left.append(thread.name)
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        pool = core.QThreadPool.globalInstance()
        if not pool.waitForDone(int(_THREAD_PATIENCE * 1000)):
            left.append(f"{pool.activeThreadCount()} of Qt's thread pool")
    if left:
        pytest.fail("threads left running: " + ", ".join(sorted(left)), pytrace=False)


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Generator[None]:
    """Fail when a window is still visible after the test and after pytest-qt closed its own."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    names = sorted(f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left)
    for widget in left:
        widget.hide()  # the next test starts clean
        widget.deleteLater()
    if names:
        pytest.fail("windows left open: " + ", ".join(names), pytrace=False)
