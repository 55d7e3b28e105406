"""Tables on their way in: what is left out and what is only to be looked at are told apart."""

from annotator.cli.output import reason_words
from annotator.services.import_options import ImportOptions
from annotator.services.transfer import import_paths
from annotator.ui.skip_words import skip_words
from tests.builders import make_project

TABLE = """no;judul;isi;media
1;A;"rusak, sayang" x;Pos
2;B;"";Pos
3;C;"Warga <p>Samudra</p> melapor; ramai"
4;D;utuh;Pos;lebih
"""


def test_rows_that_are_out_and_rows_to_look_at(tmp_path):
    path = tmp_path / "berita.csv"
    path.write_text(TABLE, encoding="utf-8")
    unnamed = tmp_path / "angka.csv"
    unnamed.write_text("a;b;c\n1;2;3\n4;5;6\n", encoding="utf-8")
    with make_project(tmp_path, texts=()) as project:
        options = ImportOptions(detect_language=False)
        report = import_paths(project, [path, unnamed], options)
        again = import_paths(project, [path], options)
        (only,) = project.documents.all()
    assert only.text == "Warga <p>Samudra</p> melapor; ramai"
    assert [(item.line, item.reason, item.detail) for item in report.skipped] == [
        (2, "quotes_broken", "2"),
        (3, "no_text_in_row", "isi"),
        (5, "row_width", "5 ≠ 4"),
        (0, "no_text_column", "'a', 'b', 'c'"),
    ]
    assert [(item.line, item.reason) for item in report.remarks] == [
        (4, "short_row"),
        (4, "html_in_text"),
    ]
    assert (report.documents_added, again.documents_added, again.documents_known) == (1, 0, 1)
    for item in (*report.skipped, *report.remarks):
        assert reason_words(item.reason) != item.reason
        assert not skip_words(item.reason).startswith(item.reason)
