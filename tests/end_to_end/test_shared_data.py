"""Every folder of real samples comes in as its SOURCE.md counts it, by command and by window."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.app import Program
from annotator.model.vocabulary import Vocabulary
from annotator.services.label_mapping import add_to_scheme, write_mapping
from annotator.services.preview import look_into
from annotator.services.projects import open_project
from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.import_report import ImportReportDialog
from tests.cli.commands import run
from tests.end_to_end.test_import import dialog_of, drop, idle
from tools.hands import Hands, settle, wait_until

DATA: Final = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(not DATA.is_dir(), reason="the samples of ../shared/data are not here"),
]


class Sample(NamedTuple):
    """What a folder holds. `articles` are different texts, `read` counts each document's file.

    `files_out` are files left out as a whole, with the reason.
    """

    articles: int
    read: int
    spans: int
    relations: int
    files_out: dict[str, str]


ABOUT = {"SOURCE.md": "about_files"}
LICENCE = {**ABOUT, "LICENSE": "not_text"}
SAMPLES: Final = {
    "articles": Sample(4, 4, 58, 57, ABOUT),
    # 119 lines of T in ten documents
    "brat-ncbi-disease": Sample(10, 10, 119, 0, {**ABOUT, "README": "not_text"}),
    "brat-news-tutorial": Sample(13, 13, 119, 63, {**ABOUT, "LICENSE.md": "about_files"}),
    # the examples of its dialogs show the same few texts again and again
    "doccano": Sample(
        10,
        32,
        12,
        3,
        {**LICENCE, "data_import/text_classification/example.csv": "no_text_column"},
    ),
    # one of the texts is another one in another encoding
    "edge-texts": Sample(
        5,
        6,
        0,
        0,
        {**ABOUT, "blank.txt": "empty", "empty.txt": "empty", "expected.json": "no_text_column"},
    ),
    "idner-news-2k": Sample(2, 2, 2_196 + 562, 0, LICENCE),
    # the same span once as an annotation and once as a prediction
    "label-studio": Sample(1, 2, 2, 0, ABOUT),
    "nergrit": Sample(3, 3, 6_671, 0, LICENCE),
    "nusax-mt": Sample(100, 100, 0, 0, LICENCE),
    # 44 TSV and 43 XMI of the same texts
    "webanno-tsv3": Sample(
        11,
        44 + 43,
        149,
        38,
        {
            **ABOUT,
            "LICENSE.txt": "about_files",
            "sampleSlotAnnotation1/typesystem.xml": "not_text",
        },
    ),
}
WHOLE_FILES: Final = {"about_files", "not_text", "empty", "no_text_column", "unknown_format"}
LOST: Final = {"unknown_label", "unknown_relation", "missing_end", "illegal_relation"}


def words_of(folder: Path) -> Vocabulary:
    """Return the labels of all files of a folder."""
    words = Vocabulary()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            seen = look_into([path]).words
            words.labels += seen.labels
            words.document_labels += seen.document_labels
            words.relations += seen.relations
    return words


def with_its_labels(name: str, folder: Path) -> tuple[Path, Path]:
    """Make a project whose scheme has the labels of a sample, and the mapping to them."""
    project, mapping = folder / "contoh.annotator", folder / "peta.json"
    assert run(["new", str(project), "--name", "Rahma"]) == 0
    with open_project(project) as opened:
        words = words_of(DATA / name) if name != "articles" else Vocabulary()
        write_mapping(mapping, add_to_scheme(opened, name, words))
    return project, mapping


@pytest.mark.parametrize("name", SAMPLES)
def test_a_folder_comes_in_by_command(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample, folder = SAMPLES[name], DATA / name
    project, mapping = with_its_labels(name, tmp_path)
    command = ["--lang", "id", "import", str(project), str(folder), "--map", str(mapping)]

    def imported() -> dict[str, Any]:
        capsys.readouterr()
        assert run([*command, "--no-language", "--json"]) == 1
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    first = imported()
    assert first["documents_added"] == sample.articles
    assert first["documents_added"] + first["documents_known"] == sample.read
    assert (first["spans"], first["relations"]) == (sample.spans, sample.relations)
    assert not LOST & set(first["reasons"])
    out = [
        (Path(line["source"]).relative_to(folder).as_posix(), line["reason"])
        for line in first["skipped"]
        if line["reason"] in WHOLE_FILES
    ]
    assert sorted(out) == sorted(sample.files_out.items())
    again = imported()
    assert again["documents_known"] == sample.read
    assert [again[key] for key in ("documents_added", "spans", "relations")] == [0, 0, 0]
    assert again["reasons"] == first["reasons"]

    # a person reads every reason in words
    assert run([*command, "--no-language"]) == 1
    err = capsys.readouterr().err
    names = [reason for reason in first["reasons"] if "_" in reason]
    assert not [reason for reason in names if f": {reason.replace('_', ' ')}" in err]
    for file in sample.files_out:
        assert err.count(f"{folder / file}: ") == 1


@pytest.mark.parametrize(
    "name",
    [
        "articles",
        "brat-news-tutorial",
        "edge-texts",
        "label-studio",
        "nusax-mt",
    ],
)
def test_a_folder_is_dropped_on_the_window(
    name: str, started: Callable[..., Hands], program: Program
) -> None:
    sample = SAMPLES[name]
    hands = started()
    drop(hands, DATA / name)
    dialog = dialog_of(ImportDialog)
    QTest.mouseClick(dialog.languages, Qt.MouseButton.LeftButton)
    grows = dialog.labels is not None and any(
        box.currentData() == "+" for box in dialog.labels.boxes
    )
    hands.press_button(dialog.take)
    if grows:
        wait_until(lambda: program.window is not hands.window, "the window with the new labels")
        assert program.window is not None
        hands = Hands(program.window)
    idle(hands)
    project = hands.window.session.project
    summaries = list(project.documents.summaries())
    assert len(summaries) == sample.articles
    sets = [said for row in summaries for said in project.editing.annotation_sets(row.id)]
    assert sum(len(list(said.spans)) for said in sets) == sample.spans
    assert sum(len(list(said.relations)) for said in sets) == sample.relations
    notice = hands.window.annotate.notice
    assert notice.isVisible()
    hands.press_button(notice.button)
    report = dialog_of(ImportReportDialog)
    hands.press_button(report.copy)  # type: ignore[attr-defined]
    text = QGuiApplication.clipboard().text()
    lines = text.splitlines()
    assert lines[0] == f"New articles: {sample.articles}"
    if sample.spans:
        assert f"Spans: {sample.spans:,}" in lines
    for file in sample.files_out:
        assert sum(line.strip().split(": ")[0].endswith(f"{name}/{file}") for line in lines) == 1
    report.close()
    settle()
