"""Tokens with tags, a token a line: CoNLL 2002 and 2003 (docs/formats/conll.md)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats import conll_reading, conll_writing
from annotator.formats.base import (
    HEAD,
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    Reading,
    ReadOptions,
)
from annotator.formats.conll_tags import Census, TagScheme, decode
from annotator.formats.draft import Draft
from annotator.formats.strict_json import Malformed
from annotator.model.scheme import Scheme

DOCUMENT: Final = "document"
"""What `ReadOptions.columns` may say under this key: "sentence" for a document a sentence, where
the file does not say where documents begin."""
CUT: Final = 1_000_000
"""Characters after which a document ends, at the end of a sentence, where none are marked."""
HOLDS: Final = Holds(
    offsets="tokens",
    overlaps=Hold.NO,
    discontinuous=Hold.NO,
    relations=Hold.NO,
    attributes=Hold.NO,
    document_labels=Hold.NO,
    annotators=Hold.NO,
    empty_documents=Hold.NATIVE,
)


class Conll:
    """Columns of a token, tag last, a blank line after each sentence."""

    info = FormatInfo(
        "conll", "CoNLL 2002/2003", (".conll", ".iob", ".bio"), reads=True, writes=True, holds=HOLDS
    )
    scheme = TagScheme.IOB2

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        return conll_reading.looks_like_it(head, is_cut=len(head) >= HEAD)

    def companions(self, path: Path) -> Sequence[Path]:
        beside = conll_writing.offsets_beside(path)
        return (beside,) if beside.is_file() else ()

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:
        census, is_marked = Census(), False
        for sentence in conll_reading.sentences(path):
            census.count(sentence.tags)
            is_marked = is_marked or sentence.begins_document
        by_sentence = (options.columns or {}).get(DOCUMENT) == "sentence" and not is_marked
        for document in _documents(path, is_marked=is_marked, by_sentence=by_sentence):
            yield _reading(path, document, census.scheme)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - tags are the labels' ids
        lost: Callable[[Loss], None],
    ) -> None:
        conll_writing.write(target, bundles, self.scheme, lost)


FORMAT = Conll()


def _documents(
    path: Path, *, is_marked: bool, by_sentence: bool
) -> Iterator[list[conll_reading.Sentence]]:
    """Hand out documents as their sentences; what marks nothing is one, or cut into some."""
    collected: list[conll_reading.Sentence] = []
    size = 0
    for sentence in conll_reading.sentences(path):
        ends = sentence.begins_document if is_marked else by_sentence or size > CUT
        if ends and collected:
            yield collected
            collected, size = [], 0
        if size <= CUT or not sentence.tokens:
            collected.append(sentence)
            size += sum(len(token) + 1 for token in sentence.tokens)
        elif not collected[-1].fault:
            fault = f"a document of more than {CUT} characters"
            collected.append(sentence._replace(tokens=(), tags=(), fault=fault))
    if collected:
        yield collected


def _reading(path: Path, sentences: list[conll_reading.Sentence], scheme: TagScheme) -> Reading:
    line, done = sentences[0].line, sentences[-1].done
    for sentence in sentences:
        if sentence.fault:
            error = FormatError(path, sentence.fault_line or sentence.line, sentence.fault)
            return Reading(line, done, error)
    try:
        draft = _draft(path, sentences, scheme)
    except Malformed as error:
        return Reading(line, done, FormatError(path, line, str(error)))
    return Reading(line, done, draft.bundle(), left=draft.left)


def _draft(path: Path, sentences: list[conll_reading.Sentence], scheme: TagScheme) -> Draft:
    text = "\n".join(" ".join(sentence.tokens) for sentence in sentences if sentence.tokens)
    draft = Draft(text, path.name, "CoNLL")
    draft.leave("text_rebuilt")
    start, irregular = 0, 0
    for sentence in sentences:
        if sentence.more_columns:
            draft.leave("other_columns")
        if not sentence.tokens:
            continue
        starts = []
        for token in sentence.tokens:
            starts.append(start)
            start += len(token) + 1
        found, wrong = decode(sentence.tags, scheme)
        irregular += wrong
        for first, last, label in found:
            draft.span(starts[first], starts[last] + len(sentence.tokens[last]), label)
    if irregular:
        draft.leave("irregular_tags", str(scheme), times=irregular)
    return draft
