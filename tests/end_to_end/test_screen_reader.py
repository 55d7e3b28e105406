"""What a screen reader gets, checked by one: the real program on a display and a bus of its own."""

import ctypes.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.services.settings import Settings
from tests.builders import OTHER_TEXT, TEXT, make_project

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = shutil.which("python3", path=os.defpath)
LIBRARIES = ("xcb-cursor", "xcb-icccm", "xcb-keysyms", "xkbcommon-x11", "EGL", "GL")
ARTICLE = TEXT + "\nKetua Bawaslu 🗳️ Rahmawati Ladiva 👩🏽‍⚖️ tidak menjawab.\n"


def missing():
    """Return what the test needs and this computer lacks."""
    lacking = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    folders = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    if not any((Path(it) / "dbus-1/services/org.a11y.Bus.service").exists() for it in folders):
        lacking.append("at-spi2-core")
    lacking += [f"lib{name}" for name in LIBRARIES if ctypes.util.find_library(name) is None]
    if (
        SYSTEM_PYTHON is None
        or subprocess.run(
            [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False, timeout=30
        ).returncode
    ):
        lacking.append("pyatspi of the system's Python")
    return lacking


@pytest.fixture
def display():
    """A screen that nobody sees; its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as lines:
        number = lines.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.slow
@pytest.mark.gui
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is for Linux")
def test_a_screen_reader_follows_text_labels_and_announcements(tmp_path, request, annotator_home):
    if lacking := missing():
        pytest.skip(f"needs {', '.join(lacking)}")
    settings = Settings.load()
    settings.set("language", "en")
    settings.set("theme", "light")
    with make_project(tmp_path, texts=(ARTICLE, OTHER_TEXT)) as project:
        path = project.path
    environment = {
        **os.environ,
        "DISPLAY": request.getfixturevalue("display"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    for variable in ("AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "WAYLAND_DISPLAY", "XAUTHORITY"):
        environment.pop(variable, None)
    what = json.dumps([sys.executable, str(path), ARTICLE, OTHER_TEXT])
    session = subprocess.Popen(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), what],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path,
        env=environment,
        start_new_session=True,
    )
    try:
        words, _ = session.communicate(timeout=400)
    finally:
        if session.poll() is None:
            os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    assert session.returncode == 0, words
