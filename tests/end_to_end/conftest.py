"""The whole program with its window, on articles of our own."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import Program
from annotator.services.settings import Settings
from tools.hands import Hands, settle

ARTICLE = """Bawaslu Samudra terima laporan dugaan bagi-bagi sembako

Samudra - Badan Pengawas Pemilihan Umum (Bawaslu) Kabupaten Samudra menerima laporan warga \
tentang dugaan politik uang di Desa Karang Lila, Senin (25/11/2024).

Ketua Bawaslu 🗳️ Rahmawati Ladiva mengatakan pelapor menyerahkan dua paket sembako yang \
diduga dibagikan tim sukses 👩🏽‍⚖️ pasangan calon nomor urut 3.
"""
OTHER = """KPU Samudra tetapkan daftar pemilih

Samudra - KPU Kabupaten Samudra menetapkan daftar pemilih tetap dalam rapat pleno terbuka, Kamis.
"""


@pytest.fixture
def program(qtbot: QtBot) -> Generator[Program]:
    """The program without a project, in English and light colours."""
    made = Program(Settings.load())
    made.set_language("en")
    made.set_theme("light")
    yield made
    for widget in QApplication.topLevelWidgets():
        widget.close()
    settle()
    made.language = "en"
    made._install_words()  # what another language said shall not outlive the test
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    made.deleteLater()
    settle()


@pytest.fixture
def started(program: Program, tmp_path: Path) -> Callable[..., Hands]:
    """Make a project with articles and open it; returns hands on its window."""

    def start(*texts: str, name: str = "Rahma") -> Hands:
        path = tmp_path / "pilkada.annotator"
        assert program.create(path)
        assert program.window is not None
        hands = Hands(program.window)
        if name:
            hands.answer_name(name)
        for text in texts:
            program.window.session.project.documents.add_text(text)
        program.window.annotate.reload()
        program.window.annotate.focus_text()
        settle()
        return hands

    return start
