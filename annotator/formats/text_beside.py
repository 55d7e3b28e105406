"""The text that lies beside a file of annotations."""

from pathlib import Path

from annotator.formats.news_file import FILE_LIMIT
from annotator.formats.strict_json import Malformed


def raw_text(beside: Path) -> str:
    """Return the text with its line ends as they are: offsets count them. Raises Malformed."""
    from annotator.text.decoding import DecodeRefused, decode

    try:
        inside = beside.resolve().parent == beside.parent.resolve()
        if not inside or not beside.is_file():
            raise Malformed(f"{beside.name!r} is no file in the same folder")
        data = bytes_of(beside)
    except OSError as error:
        raise Malformed(f"{beside.name!r} cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        return text
    try:
        return data.decode(decode(data).encoding)
    except DecodeRefused as error:
        raise Malformed(f"{beside.name!r} is no text: {error.reason}") from error


def bytes_of(path: Path) -> bytes:
    """Return a file that is not too long. Raises Malformed, OSError."""
    with path.open("rb") as file:
        data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise Malformed(f"longer than {FILE_LIMIT} bytes")
    return data
