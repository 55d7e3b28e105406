"""Any pile of files goes one way in: each file is read or has its line in the report."""

import json
import os
import shutil
import threading
from pathlib import Path

import pytest

from annotator.errors import AddRefused, Cancelled
from annotator.formats.plain_text import FORMAT as PLAIN_TEXT
from annotator.services import intake as module
from annotator.services.import_options import ImportOptions
from annotator.services.jobs import Progress
from annotator.services.transfer import import_paths, job_import
from tests.builders import OTHER_TEXT, TEXT, make_project

EDGE_TEXTS = Path(__file__).parents[3] / "shared" / "data" / "edge-texts"
PLAIN = ImportOptions(detect_language=False)


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made


@pytest.fixture
def inbox(tmp_path):
    """Make a folder of files: `inbox({"a.txt": "text" or bytes})`."""

    def make(files):
        folder = tmp_path / "masuk"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return make


def reasons(report):
    return {Path(item.source).name: item.reason for item in report.skipped}


def sources(project):
    return [found.metadata["source"] for found in project.documents.all()]


def texts(project):
    return [found.text for found in project.documents.all()]


def test_a_folder_is_read_in_order_of_names_and_the_rest_is_told(project, inbox):
    folder = inbox(
        {
            "b.txt": "Berita b.",
            "a/z.md": "Berita z.",
            "a/y.TXT": "Berita y.",
            "c.text": "Berita c.",
            "d.bin": b"\x89PNG\r\n",
            "tanpa-akhiran": "Berita tanpa akhiran.",
            ".rahasia.txt": "Tersembunyi.",
            ".git/isi.txt": "Tersembunyi.",
            "kosong.txt": "",
            "blank.txt": " \n\t\n",
            "nol.txt": "teks \0 nol",
            "sama.txt": "Berita b.",
            "README.md": "Tentang berkas-berkas ini.",
        }
    )
    report = import_paths(project, [folder])
    assert texts(project) == [
        "Berita y.",
        "Berita z.",
        "Berita b.",
        "Berita c.",
    ]
    assert sources(project) == [
        "a/y.TXT",
        "a/z.md",
        "b.txt",
        "c.text",
    ]
    assert reasons(report) == {
        "d.bin": "unknown_format",
        "tanpa-akhiran": "not_text",
        ".rahasia.txt": "hidden",
        ".git": "hidden",
        "kosong.txt": "empty",
        "blank.txt": "empty",
        "nol.txt": "nul",
        "README.md": "about_files",
    }
    assert not report.cancelled
    assert (report.documents_added, report.documents_known) == (4, 1)
    assert (report.skipped_count, report.reasons["hidden"]) == (len(report.skipped), 2)
    assert report.first_added == next(project.documents.all()).id


def test_a_text_that_is_there_is_known(project, inbox):
    project.documents.add_text("Berita b.", title="Sudah ada")
    report = import_paths(project, [inbox({"b.txt": "Berita b."})])
    assert (report.documents_added, report.documents_known, report.skipped) == (0, 1, ())
    assert project.documents.count() == 1


def test_a_file_that_is_named_is_tried_whatever_it_is_called(project, inbox):
    folder = inbox(
        {".catatan": "Berita satu.", "berita": "Berita dua.", "gambar.txt": b"\x89PNG\r\n"}
    )
    report = import_paths(project, [folder / ".catatan", folder / "berita", folder / "gambar.txt"])
    assert sources(project) == [".catatan", "berita"]
    assert reasons(report) == {"gambar.txt": "unknown_format"}


def test_what_is_not_there_is_told(project, tmp_path):
    report = import_paths(project, [tmp_path / "tidak-ada.txt"])
    (skipped,) = report.skipped
    assert skipped.reason == "unreadable"
    assert skipped.detail


def test_a_folder_that_cannot_be_read_is_told(project, inbox, monkeypatch):
    folder = inbox({"a.txt": "Berita a.", "tutup/b.txt": "Berita b.", "z.txt": "Berita z."})
    scan = os.scandir

    def refuse(path):  # chmod does not keep root out
        if Path(path).name == "tutup":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = import_paths(project, [folder])
    assert sources(project) == ["a.txt", "z.txt"]
    (skipped,) = report.skipped
    assert skipped.reason == "unreadable"
    assert (Path(skipped.source).name, skipped.detail) == ("tutup", "Permission denied")


def test_rings_of_links_end(project, inbox):
    folder = inbox({"a/b/c.txt": "Berita c.", "a/teks.txt": "Berita teks."})
    (folder / "a" / "b" / "naik").symlink_to(folder, target_is_directory=True)
    (folder / "a" / "diri.txt").symlink_to(folder / "a" / "diri.txt")
    (folder / "putus.txt").symlink_to(folder / "tidak-ada.txt")
    report = import_paths(project, [folder, folder])
    assert report.documents_added == 2
    assert reasons(report) == {
        "diri.txt": "unreadable",
        "putus.txt": "unreadable",
    }
    assert len(report.skipped) == 2


def test_pipes_and_devices_are_not_waited_for(project, inbox):
    folder = inbox({"a.txt": "Berita a."})
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(folder / "pipa.txt")
    report = import_paths(project, [folder, Path(os.devnull)])
    assert report.documents_added == 1
    assert reasons(report) == {"pipa.txt": "no_file", "null": "no_file"}


def test_names_that_are_no_text_are_shown_readably(project, inbox):
    folder = inbox({"a.txt": "Berita a."})
    strange = os.fsencode(folder) + b"/berita-\xff.txt"
    try:
        Path(os.fsdecode(strange)).write_text("Berita aneh.")
    except OSError:
        pytest.skip("this file system takes names in Unicode only")
    import_paths(project, [folder])
    assert sources(project)[1] == "berita-\ufffd.txt"


def test_the_open_project_is_never_read_as_a_text(project, tmp_path, monkeypatch):
    link, hard = tmp_path / "tautan.txt", tmp_path / "keras.txt"
    link.symlink_to(project.path)
    os.link(project.path, hard)
    opened = []
    real = open

    def watch(path, *arguments, **options):
        opened.append(str(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", watch)
    ours = [project.path, Path(f"{project.path}-wal"), link, hard]
    report = import_paths(project, ours)
    assert [item.reason for item in report.skipped] == ["own_project"] * 4
    assert not {str(path) for path in ours} & set(opened)


def test_encodings_are_told(project, inbox):
    text = "Bawaslu “Kabupaten Samudra” – laporan warga tentang amplop diterima pekan ini."
    folder = inbox(
        {
            "a-utf8.txt": text,
            "b-bom.txt": b"\xef\xbb\xbf" + text.encode() + b" b",
            "c-utf16.txt": (text + " c").encode("utf-16"),
            "d-cp1252.txt": (text + " d").encode("cp1252"),
        }
    )
    report = import_paths(project, [folder])
    assert [found.metadata["encoding"] for found in project.documents.all()] == [
        "utf-8",
        "utf-8",
        "utf-16-le",
        "cp1252",
    ]
    (remark,) = report.remarks
    assert (Path(remark.source).name, remark.detail) == ("d-cp1252.txt", "cp1252")
    assert (report.remark_count, report.skipped_count) == (1, 0)
    assert texts(project) == [
        text,
        text + " b",
        text + " c",
        text + " d",
    ]


def test_language_detection_can_be_left_out(project, inbox):
    folder = inbox({"a.txt": TEXT, "b.txt": OTHER_TEXT})
    import_paths(project, [folder], PLAIN)
    assert [summary.language for summary in project.documents.summaries()] == ["unknown", "unknown"]


def test_batches_that_are_in_stay_when_the_user_cancels(project, inbox, monkeypatch):
    monkeypatch.setattr(module, "BATCH_SECONDS", 0.0)
    folder = inbox({f"{n:02}.txt": f"Berita nomor {n}." for n in range(20)})
    steps = []
    progress = Progress(lambda *step: steps.append(step), lambda: len(steps) >= 8)
    report = import_paths(project, [folder], PLAIN, progress)
    assert report.cancelled
    assert 0 < report.documents_added == project.documents.count() < 20
    assert steps == sorted(steps)
    again = import_paths(project, [folder], PLAIN)
    assert not again.cancelled
    assert project.documents.count() == 20
    assert again.documents_known == report.documents_added


def test_progress_ends_with_all(project, inbox):
    steps = []
    progress = Progress(lambda *step: steps.append((*step, progress.documents)))
    import_paths(project, [inbox({"a.txt": TEXT})], PLAIN, progress)
    size = len(TEXT.encode())
    assert steps[-1] == (size, size, 1)


def test_a_job_adds_from_another_thread(project, inbox):
    job = job_import(project, [inbox({"a.txt": TEXT, "b.txt": OTHER_TEXT})])
    reports = []
    thread = threading.Thread(target=lambda: reports.append(job(Progress())))
    thread.start()
    thread.join()
    assert reports[0].documents_added == 2
    assert project.documents.count() == 2
    with pytest.raises(AddRefused):
        project.documents.add_text(TEXT)


def test_a_job_stops_when_told(project, inbox):
    job = job_import(project, [inbox({"a.txt": TEXT})])
    report = job(Progress(cancelled=lambda: True))
    assert report.cancelled
    assert report.documents_added == 0
    with pytest.raises(Cancelled):
        Progress(cancelled=lambda: True).step(0, 0)


def test_the_texts_with_hard_edges(project, tmp_path):
    if not EDGE_TEXTS.is_dir():
        pytest.skip("the shared edge texts are not beside this checkout")
    expected = json.loads((EDGE_TEXTS / "expected.json").read_text(encoding="utf-8"))
    folder = tmp_path / "tepi"
    shutil.copytree(EDGE_TEXTS, folder, ignore=shutil.ignore_patterns("*.json", "SOURCE.md"))
    report = import_paths(project, [folder])
    skipped = {
        "empty.txt": "empty",
        "blank.txt": "empty",
    }
    assert reasons(report) == skipped
    assert report.documents_known == 1  # utf16le-bom.txt: the text of crlf-bom.txt in other bytes
    found = {x.metadata["source"]: x for x in project.documents.all()}
    assert set(found) == {path.name for path in folder.iterdir()} - {*skipped, "utf16le-bom.txt"}

    emoji = expected["emoji.txt"]
    start, end = emoji["code_points"]
    text = found["emoji.txt"].text
    assert text[start:end] == emoji["word"]
    assert [len(text[:n].encode("utf-16-le")) // 2 for n in (start, end)] == emoji["utf16_units"]
    assert [len(text[:n].encode()) for n in (start, end)] == emoji["utf8_bytes"]
    assert found["crlf-bom.txt"].text == expected["crlf-bom.txt"]["text_after_decoding"]
    assert (
        found["cp1252-quotes.txt"].metadata["encoding"] == expected["cp1252-quotes.txt"]["encoding"]
    )
    guessed = {Path(item.source).name for item in report.remarks}
    assert guessed == {"cp1252-quotes.txt"}
    assert len(found["nfd.txt"].text) == expected["nfd.txt"]["code_points"]
    raw = (EDGE_TEXTS / "zero-width-nbsp.txt").read_bytes().decode()
    assert found["zero-width-nbsp.txt"].text == raw


def test_a_file_that_is_too_large_is_not_read(project, inbox, monkeypatch):
    folder = inbox({"a.txt": "Berita a."})
    with (folder / "besar.txt").open("wb") as file:
        file.truncate(2**40)  # of zeros that take no room; nobody could read them
    report = import_paths(project, [folder], PLAIN)
    assert reasons(report) == {"besar.txt": "too_large"}
    assert texts(project) == ["Berita a."]


@pytest.mark.logs
def test_a_reader_that_fails_ends_its_file_only(project, inbox, monkeypatch, caplog):
    folder = inbox({"a.txt": "Berita a.", "b.txt": "Berita b.", "c.txt": "Berita c."})
    read = type(PLAIN_TEXT).read

    def broken(self, path, options):
        if path.name == "b.txt":
            raise IndexError("a bug in a library")
        return read(self, path, options)

    monkeypatch.setattr(type(PLAIN_TEXT), "read", broken)
    report = import_paths(project, [folder], PLAIN)
    assert reasons(report) == {"b.txt": "reader_failed"}
    assert texts(project) == ["Berita a.", "Berita c."]
    assert "a bug in a library" in caplog.text


def test_a_file_that_goes_while_it_is_read_is_told(project, inbox, monkeypatch):
    folder = inbox({"a.txt": "Berita a.", "b.txt": "Berita b."})
    read = type(PLAIN_TEXT).read

    def vanishing(self, path, options):
        if path.name == "a.txt":
            path.unlink()
        return read(self, path, options)

    monkeypatch.setattr(type(PLAIN_TEXT), "read", vanishing)
    report = import_paths(project, [folder], PLAIN)
    assert reasons(report) == {"a.txt": "unreadable"}
    assert texts(project) == ["Berita b."]


def test_a_report_keeps_its_first_lines_and_counts_all(project, inbox, monkeypatch):
    monkeypatch.setattr("annotator.services.import_report.KEPT", 3)
    report = import_paths(project, [inbox({f"{n}.txt": "" for n in range(9)})], PLAIN)
    assert len(report.skipped) == 3
    assert (report.skipped_count, report.reasons) == (9, {"empty": 9})
