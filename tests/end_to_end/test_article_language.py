"""The language of the article is chosen by keys, and the list knows it at once."""

from PySide6.QtCore import Qt

from annotator.model.document import Language

ARTICLE = (
    "Bawaslu Kabupaten Samudra menyatakan bahwa laporan itu sudah diterima dan akan diperiksa oleh"
    " petugas, kata Rahmawati Ladiva kepada wartawan."
)


def test_another_language_is_chosen(started):
    hands = started(ARTICLE, "Warga Desa Lengkara melapor.")
    hands.keys("Ctrl+K")
    hands.type("language of the art")
    hands.key(Qt.Key.Key_Return)
    hands.type("mala")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.session.document.language == Language("ms", 1.0)
    assert "Malay" in hands.window.status.remark.text()
    assert next(fact.text for fact in hands.view.scene().facts if fact.chip) == "Malay"
    assert hands.view.hasFocus()
    hands.keys("Ctrl+G")
    hands.type("lang:ms")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.annotate.documents.model.rowCount() == 1
