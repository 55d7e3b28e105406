"""Throw damaged files at every reader: `python3 start.py fuzz [SECONDS] [FORMAT ...]`.

Each reader has SECONDS (60 by default) for files that were cut, spliced, repeated and strewn with
what readers dread. It must hand out documents or say in a FormatError why not: any other exception,
a hang, or memory that grows without end is a find. Hypothesis makes the files and makes a find as
small as it can; the seed that is printed makes the same files again.
"""

import argparse
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from annotator.assets import asset
from annotator.errors import FormatError
from annotator.formats.base import Bundle, Exporter, Importer
from annotator.formats.registry import registry
from annotator.model.scheme_reader import parse_scheme

SECONDS = 60
SLOWEST = 20
"""Seconds that a reader may take for one file."""
MEMORY = 1024
"""MB that the process may grow by while one reader is at it."""
ROUND = 40
"""Files of one run of hypothesis."""
DREADED = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"\t", b'"', b"'", b"\\", b"<", b"&"),
    *(b"{", b"}", b"[", b"]", b"[" * 5000, b'{"a":' * 5000, b"<a>" * 5000, b"(" * 3000),
    *(b"-1", b"99999999999999999999", b"1e999", b"NaN", b"null", b"true", b'"\\ud800"'),
    *("😀".encode(), "é".encode(), b"\xc3", b"\xed\xa0\x80", b"\xe2\x80\xa8", b"\x0c", b"\x85"),
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>&b;',
    b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>&f;',
    b"../../etc/passwd",
    b"T1\tX 5 2\t",
    b"T1\tX 0 1;0 1\t",
)


def main(arguments: list[str]) -> int:
    """Fuzz the readers that are named, or all; return 1 where something was found."""
    parser = argparse.ArgumentParser(prog="start.py fuzz", description=__doc__)
    parser.add_argument("seconds", type=float, nargs="?", default=SECONDS)
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args(arguments)
    known = {name: item for name, item in registry().formats.items() if item.info.reads}
    unknown = sorted(set(options.formats) - known.keys())
    if unknown:
        parser.error(f"no reader of the name {', '.join(unknown)}")
    print(f"seed {options.seed}", flush=True)
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        seeds = sample_files(Path(folder))
        for name in options.formats or sorted(known):
            reader: Any = known[name]
            found += fuzz(
                name, reader, seeds_of(name, seeds), options.seconds, options.seed, Path(folder)
            )
    print(f"{found} found" if found else "nothing found")
    return min(found, 1)


def seeds_of(name: str, seeds: list[tuple[str, bytes]]) -> list[bytes]:
    """Return the whole files of a format, or all where there are none of it by name."""
    return [data for kind, data in seeds if kind == name] or [data for _, data in seeds]


def fuzz(
    name: str, reader: Importer, seeds: list[bytes], seconds: float, first: int, folder: Path
) -> int:
    """Fuzz one reader for a while; print what was found, and return how much."""
    files = read = 0
    until, before = time.monotonic() + seconds, memory()
    number = first
    while time.monotonic() < until:

        @seed(number)
        @settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(damaged(seeds))
        def attempt(data: bytes) -> None:
            nonlocal files, read
            files += 1
            read += feed(reader, data, folder)

        try:
            attempt()
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            print(f"{name}: FOUND with --seed {number}")
            traceback.print_exc()
            return 1
        if memory() - before > MEMORY:
            print(f"{name}: FOUND with --seed {number}: grew by {memory() - before} MB")
            return 1
        number += 1
    print(f"{name:<20} {files:>7} files, {read:>7} documents read", flush=True)
    return 0


def feed(reader: Importer, data: bytes, folder: Path) -> int:
    """Let a reader read a file; return how many documents it found in it."""
    place = Path(tempfile.mkdtemp(dir=folder))
    path = place / "berkas"
    path.write_bytes(data)
    (place / "berkas.txt").write_text("Warga Samudra melapor. 😀\nLadiva.\n", encoding="utf-8")
    found = 0
    with limited(SLOWEST):
        reader.accepts(data[:65536], path)
        reader.companions(path)
        try:
            for reading in reader.read(path):
                found += isinstance(reading.content, Bundle)
        except (FormatError, OSError):
            pass
    shutil.rmtree(place)
    return found


@st.composite
def damaged(draw: Callable[..., Any], seeds: list[bytes]) -> bytes:
    """Return a file that was whole once."""
    data = draw(st.sampled_from(seeds))
    if draw(st.booleans()) and zipfile.is_zipfile(BytesIO(data)):
        return _with_damaged_part(draw, data)
    return _damaged(draw, data, seeds)


def _damaged(draw: Callable[..., Any], data: bytes, seeds: list[bytes]) -> bytes:
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        match draw(st.integers(0, 6)):
            case 0:
                data = data[:start]
            case 1:
                data = data[:start] + data[end:]
            case 2:
                data = data[:start] + draw(st.sampled_from(DREADED)) + data[end:]
            case 3:
                data = data[:end] + data[start:end] * draw(st.integers(1, 200)) + data[end:]
            case 4:
                data = data[:start] + draw(st.binary(max_size=8)) + data[end:]
            case 5:
                other = draw(st.sampled_from(seeds))
                data = data[:start] + other[draw(st.integers(0, len(other))) :]
            case _:
                data = data[:start] + str(draw(st.integers(-3, 10**6))).encode() + data[end:]
    return data


def _with_damaged_part(draw: Callable[..., Any], data: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(made, "w") as target:
        names = package.namelist()
        chosen = draw(st.sampled_from(names))
        for name in names:
            content = package.read(name)
            target.writestr(name, _damaged(draw, content, [content]) if name == chosen else content)
    return made.getvalue()


def sample_files(folder: Path) -> list[tuple[str, bytes]]:
    """Return whole files by the name of their format: what our writers write, and a few others."""
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    source: Any = registry().importer("jsonl")
    with_path = asset("sample", "pilkada-sample.jsonl")
    readings = [reading.content for reading in source.read(with_path)][:3]
    bundles = [content for content in readings if isinstance(content, Bundle)]
    found: list[tuple[str, bytes]] = []
    for name in registry().formats:
        exporter: Exporter | None = registry().exporter(name)
        if exporter is None:
            continue
        target = folder / f"contoh{exporter.info.suffixes[0]}"
        exporter.write(target, bundles, scheme, lambda _loss: None)
        found += [(name, data) for data in _unpacked(target)]
    text = bundles[0].document.text
    found += list(_others(text))
    return found


def _unpacked(path: Path) -> Iterator[bytes]:
    """Hand out a file and, where it is an archive, the files in it."""
    data = path.read_bytes()
    yield data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            yield from (package.read(name) for name in package.namelist()[:12])


def _others(text: str) -> Iterator[tuple[str, bytes]]:
    """Hand out files of the formats that are only read."""
    yield "text", text.encode()
    yield "brat", b"T1\tactor.voter 0 13\tWarga Samudra\nA1\tmention T1 name\n"
    yield "web-annotation", b'{"type": "Annotation", "target": "berkas.txt#char=0,13", "body": "x"}'
    yield "html", f"<!DOCTYPE html><html><body><h1>Judul</h1><p>{text}</p></body></html>".encode()
    yield "docx", _package("word/document.xml", _WORD.format(text=text[:500]))
    yield "odt", _package("content.xml", _ODF.format(text=text[:500]), "opendocument.text")
    yield "pdf", _PDF
    yield (
        "csv-table",
        b'judul,isi,tanggal\r\nSatu,"Isi, panjang",2024-11-25\r\nDua,Isi,25/11/2024\r\n',
    )
    yield "json-table", b'{"articles": [{"title": "Satu", "content": "Isi", "date": "2024-11-25"}]}'
    standoff = b'{"document": {"file": "berkas.txt"}, "spans": [{"id": "1", "start": 0, "end": 5,'
    yield (
        "standoff-json",
        standoff + b' "label": "actor.voter", "text": "Warga"}], "relations": []}',
    )
    yield "xlsx", _spreadsheet(text)


def _spreadsheet(text: str) -> bytes:
    from openpyxl import Workbook

    made = BytesIO()
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["judul", "isi"])
    sheet.append(["Satu", text[:1000]])
    book.save(made)
    return made.getvalue()


def _package(part: str, content: str, kind: str = "") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        if kind:
            package.writestr("mimetype", f"application/vnd.oasis.{kind}")
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(part, content.encode())
    return made.getvalue()


_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{text}</w:t><w:tab/></w:r></w:p></w:body></w:document>"
)
_ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    '<text:p>{text}<text:s text:c="3"/></text:p></office:text></office:body>'
    "</office:document-content>"
)
_PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
endobj
4 0 obj
<< /Length 44 >>
stream
BT /F1 12 Tf 72 720 Td (Warga melapor) Tj ET
endstream
endobj
trailer << /Root 1 0 R /Size 5 >>
%%EOF
"""


def memory() -> int:
    """Return the greatest size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class limited:  # noqa: N801 - used like a function
    """Raises TimeoutError in the block after some seconds."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        signal.signal(signal.SIGALRM, self._stop)
        signal.alarm(self._seconds)

    def __exit__(self, *_error: object) -> None:
        signal.alarm(0)

    def _stop(self, *_signal: object) -> None:
        raise AssertionError(f"took more than {self._seconds} seconds")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
