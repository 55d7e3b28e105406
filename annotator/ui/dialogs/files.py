"""Dialogs that ask for files. Each returns a dialog to connect and `open()`."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget


class Ask(Enum):
    """What is asked for."""

    FILES = "files"
    FILE = "file"
    FOLDER = "folder"
    NEW_FILE = "new_file"


_MODES = {
    Ask.FILES: QFileDialog.FileMode.ExistingFiles,
    Ask.FILE: QFileDialog.FileMode.ExistingFile,
    Ask.FOLDER: QFileDialog.FileMode.Directory,
    Ask.NEW_FILE: QFileDialog.FileMode.AnyFile,
}


def file_dialog(
    parent: QWidget | None, title: str, ask: Ask, filters: Sequence[str] = (), name: str = ""
) -> QFileDialog:
    """Return a dialog; it deletes itself when it is closed. `name` is a proposal."""
    dialog = QFileDialog(parent, title)
    if QGuiApplication.platformName() == "offscreen":
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(_MODES[ask])
    if filters:
        dialog.setNameFilters(list(filters))
    if ask is Ask.NEW_FILE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
