"""Schemes in files: chosen, read with every fault named, written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.errors import SchemeError, SchemeFault
from annotator.model.scheme import Scheme
from annotator.model.scheme_faults import Flaw
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.dialogs.files import Ask, file_dialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.messages import words_for
from annotator.ui.scheme_faults import check_keys, fault_rows
from annotator.ui.theme import Theme

translate = QCoreApplication.translate


def ask_for_scheme(
    parent: QWidget, theme: Theme, language: str, take: Callable[[Scheme], None]
) -> None:
    """Ask for a scheme file and hand the scheme on; what is wrong with one is listed."""

    def chosen(name: str) -> None:
        try:
            scheme = _read(Path(name))
            check_keys(scheme, language)
        except SchemeError as error:
            _show_faults(parent, theme, fault_rows(error))
        except OSError as error:
            _show_faults(parent, theme, [(Path(name).name, words_for(error))])
        else:
            take(scheme)

    title = translate("SchemeFiles", "Load another label scheme")
    dialog = file_dialog(parent, title, Ask.FILE, [_kind()])
    dialog.fileSelected.connect(chosen)
    dialog.open()


def save_scheme(parent: QWidget, scheme: Scheme, complain: Callable[[str], None]) -> None:
    """Ask where to and write a scheme; `complain` gets what went wrong."""

    def chosen(name: str) -> None:
        try:
            Path(name).write_text(scheme.to_json(), encoding="utf-8", newline="\n")
        except OSError as error:
            complain(words_for(error))

    title = translate("SchemeFiles", "Export the label scheme")
    name = f"{scheme.id}-{scheme.version}.json"
    dialog = file_dialog(parent, title, Ask.NEW_FILE, [_kind()], name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _read(path: Path) -> Scheme:
    try:
        return parse_scheme(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SchemeError(SchemeFault(path.name, Flaw.NOT_UTF8)) from error


def _show_faults(parent: QWidget, theme: Theme, rows: list[tuple[str, str]]) -> None:
    title = translate("SchemeFiles", "This scheme cannot be used; the project keeps its own")
    heads = (translate("SchemeFiles", "Place"), translate("SchemeFiles", "What is wrong"))
    ReportDialog(title, heads, rows, theme, parent).open()


def _kind() -> str:
    return translate("SchemeFiles", "Label schemes") + " (*.json)"
