"""The words of Qt that we translate are Qt's: a misspelt one would never be found."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

from annotator.ui import qt_words


@pytest.mark.usefixtures("qapp")
def test_every_word_is_one_of_qts() -> None:
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)
    tree = ast.parse(Path(qt_words.__file__).read_text(encoding="utf-8"))
    marked = [
        tuple(ast.literal_eval(argument) for argument in node.args)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    ]
    assert len(marked) == len(qt_words.WORDS) > 0
    # the names of some keys are the same in German and left out there
    unknown = [pair for pair in marked if pair[0] != "QShortcut" and not german.translate(*pair)]
    assert unknown == []
