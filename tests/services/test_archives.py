"""Archives: what is in them is read; what would do harm is told and left where it is."""

import os
import struct
import tempfile
import zipfile
from pathlib import Path

import pytest

from annotator.services import archives
from annotator.services.import_options import ImportOptions
from annotator.services.transfer import import_paths
from tests.builders import make_project

PLAIN = ImportOptions(detect_language=False)


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, texts=()) as made:
        yield made


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def packed(tmp_path, files, name="arsip.zip"):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in files.items():
            archive.writestr(member, content)
    return path


def told(report, path):
    return {item.source.removeprefix(f"{path}/"): item.reason for item in report.skipped}


def sources(project):
    return [found.metadata["source"] for found in project.documents.all()]


def test_articles_of_an_archive_are_read_in_order(project, tmp_path):
    path = packed(
        tmp_path, {"b.txt": "Berita b.", "2024/a.txt": "Berita a.", "2024/c.md": "Berita c."}
    )
    report = import_paths(project, [path], PLAIN)
    assert (report.documents_added, report.skipped) == (3, ())
    assert sources(project) == ["b.txt", "2024/a.txt", "2024/c.md"]
    again = import_paths(project, [path], PLAIN)
    assert (again.documents_added, again.documents_known) == (0, 3)


def test_files_that_belong_together_find_each_other(project, tmp_path):
    gold = b'{"document": {"file": "a.txt"}, "annotator": "gold", "spans": [], "relations": []}'
    path = packed(tmp_path, {"x/a.gold.json": gold, "x/a.txt": "Berita a."})
    report = import_paths(project, [path], PLAIN)
    assert report.documents_added + report.documents_known + report.skipped_count == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../luar.txt", "leads_elsewhere"),
        ("a/../../luar.txt", "leads_elsewhere"),
        ("/etc/luar.txt", "leads_elsewhere"),
        ("C:/luar.txt", "leads_elsewhere"),
        ("a\\..\\luar.txt", "leads_elsewhere"),
        ("a/\x1b[31m.txt", "bad_name"),
        ("a/.rahasia.txt", "hidden"),
        ("__MACOSX/a.txt", "hidden"),
        ("x" * 1100 + ".txt", "bad_name"),
    ],
)
def test_names_that_do_harm_are_refused(project, tmp_path, name, reason):
    path = packed(tmp_path, {name: "Di luar.", "a.txt": "Berita a."})
    report = import_paths(project, [path], PLAIN)
    assert [item.reason for item in report.skipped] == [reason]
    assert all(line.isprintable() for line in (item.source for item in report.skipped))
    assert sources(project) == ["a.txt"]
    assert not (tmp_path / "luar.txt").exists()


def test_links_and_archives_in_archives_are_refused(project, tmp_path):
    inner = packed(tmp_path, {"d.txt": "Berita d."}, "dalam.zip")
    path = packed(tmp_path, {"a.txt": "Berita a.", "dalam.zip": inner.read_bytes()})
    link = zipfile.ZipInfo("tautan.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    report = import_paths(project, [path], PLAIN)
    assert told(report, path) == {
        "dalam.zip": "archive_in_archive",
        "tautan.txt": "link_in_archive",
    }
    assert sources(project) == ["a.txt"]


def test_bombs_are_left_alone(project, tmp_path, monkeypatch):
    bomb = b"0" * (4 * 1024 * 1024)
    path = packed(tmp_path, {"a.txt": "Berita a.", "bom.txt": bomb})
    report = import_paths(project, [path], PLAIN)
    assert told(report, path) == {"bom.txt": "unpacks_to_too_much"}
    monkeypatch.setattr(archives, "MOST_BYTES", 100)
    path = packed(tmp_path, {"b.txt": "b" * 80, "c.txt": "c" * 80}, "jumlah.zip")
    report = import_paths(project, [path], PLAIN)
    assert told(report, path) == {"c.txt": "unpacks_to_too_much"}
    assert sources(project) == ["a.txt", "b.txt"]
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    report = import_paths(project, [path], PLAIN)
    assert [item.reason for item in report.skipped] == ["too_many_files"]


def test_a_list_of_files_that_is_too_long_is_not_read(project, tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "_LIST", 100)
    path = packed(tmp_path, {f"{n}.txt": f"Berita {n}." for n in range(9)})
    report = import_paths(project, [path], PLAIN)
    assert [item.reason for item in report.skipped] == ["too_many_files"]


def test_a_size_that_lies_is_found_out(project, tmp_path):
    path = packed(tmp_path, {"a.txt": "Berita a.", "b.txt": b"0" * (4 * 1024 * 1024)})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"b.txt") - 46
    data[at + 24 : at + 28] = struct.pack("<I", 10)  # the size it says it unpacks to
    path.write_bytes(data)
    report = import_paths(project, [path], PLAIN)
    assert told(report, path) == {"b.txt": "broken_in_archive"}
    assert sources(project) == ["a.txt"]


def test_encrypted_and_broken_files_are_told_and_the_others_read(project, tmp_path):
    path = packed(tmp_path, {"a.txt": "Berita a.", "b.txt": "Berita b.", "c.txt": "Berita c."})
    data = bytearray(path.read_bytes())
    data[data.rindex(b"b.txt") - 46 + 8] |= 1  # the flag that it is encrypted
    start = data.index(b"a.txt") + 5
    data[start : start + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    report = import_paths(project, [path], PLAIN)
    assert told(report, path) == {"a.txt": "broken_in_archive", "b.txt": "encrypted"}
    assert sources(project) == ["c.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_named_twice_is_read_once(project, tmp_path):
    path = packed(tmp_path, {"a.txt": "Berita a."})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("A.TXT", "Berita lain.")
    report = import_paths(project, [path], PLAIN)
    assert [item.reason for item in report.skipped] == ["named_twice"]
    assert report.documents_added == 1


@pytest.mark.parametrize("kept", [4, 30, -10])
def test_a_truncated_archive_is_one_line(project, tmp_path, kept):
    path = packed(tmp_path, {"a.txt": os.urandom(3000).hex()})
    path.write_bytes(path.read_bytes()[:kept])
    report = import_paths(project, [path], PLAIN)
    assert [item.reason for item in report.skipped] == ["broken_archive"]


def test_an_archive_is_opened_where_a_format_is_named_as_well(project, tmp_path):
    path = packed(tmp_path, {"a.txt": "Berita a."})
    report = import_paths(project, [path], ImportOptions("text", detect_language=False))
    assert report.documents_added == 1
    assert Path(path).exists()
