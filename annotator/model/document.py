"""One article."""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from annotator.model.ids import DocumentId
from annotator.records import Record

NO_METADATA: Final[Mapping[str, str]] = MappingProxyType({})
UNKNOWN_LANGUAGE: Final = "unknown"


class Language(Record):
    """The language of a text: an ISO 639 code, of two letters where there is one, or "unknown".

    `share` is the part of the detector's votes that went to it, 0 to 1; a person's own choice
    has share 1. `others` are codes of other languages in which whole paragraphs are written.
    """

    code: str = UNKNOWN_LANGUAGE
    share: float = 0.0
    others: tuple[str, ...] = ()


class Document(Record):
    """One article: its text never changes after import.

    `metadata` holds what came with the article, by name: `source` (where it was read from),
    `date` (ISO), `outlet`, `author`, `encoding` (as detected), ...
    """

    id: DocumentId
    title: str
    text: str
    language: Language = Language()
    metadata: Mapping[str, str] = NO_METADATA

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8, in hexadecimal: what makes two documents the same."""
        return text_hash(self.text)


class Original(Record):
    """The file an article was taken from, where more was in it than its text: a page of HTML."""

    name: str
    media_type: str
    data: bytes


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal. Lone surrogates are refused."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
