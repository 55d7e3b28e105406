"""The page of an article is saved from the menu."""

from PySide6.QtCore import Qt

from annotator.services.transfer import import_paths
from tests.services.test_originals import PAGE


def test_the_original_page_is_saved(started, tmp_path):
    hands = started("Warga Desa Lengkara melapor.")
    page = tmp_path / "berita.html"
    page.write_bytes(PAGE)
    import_paths(hands.window.session.project, [page])
    hands.window.annotate.reload()
    hands.keys("Ctrl+PgDown")
    target = tmp_path / "simpan.html"
    _ask(hands)
    hands.fill_file_dialog(target)
    assert target.read_bytes() == PAGE
    assert "simpan.html" in hands.window.status.remark.text()


def test_an_article_without_a_page_says_so(started):
    hands = started("Warga Desa Lengkara melapor.")
    _ask(hands)
    assert "No page is kept" in hands.window.status.remark.text()


def _ask(hands):
    hands.keys("Ctrl+K")
    hands.type("original page")
    hands.key(Qt.Key.Key_Return)
