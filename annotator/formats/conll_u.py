"""CoNLL-U with entities in its last column (docs/formats/conll-u.md)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotator.errors import FormatError
from annotator.formats.base import (
    USUAL,
    Bundle,
    FormatInfo,
    Hold,
    Holds,
    Loss,
    LossReason,
    Reading,
    ReadOptions,
    StandsAlone,
)
from annotator.formats.conll_tags import Census, TagScheme, decode, encode, is_tag
from annotator.formats.draft import Draft
from annotator.formats.files import replacing
from annotator.formats.losses import Losses
from annotator.formats.strict_json import Malformed
from annotator.formats.tokens import entities, sentences
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import Scheme

LINE_LIMIT: Final = 64 * 1024
SENTENCE_LIMIT: Final = 16 * 1024 * 1024
"""Largest sentence with its comments, in bytes."""
CUT: Final = 1_000_000
"""Characters after which a document ends, at the end of a sentence, where none are marked."""
_BOM: Final = b"\xef\xbb\xbf"
_ID: Final = re.compile(r"\d+(?:[-.]\d+)?")
_COLUMNS: Final = 10
_NER: Final = "NER"
_FORBIDDEN: Final = re.compile(r"[\s|]+")
"""What a label may not hold here."""
_LABEL: Final = "document_label"
_NOTHING: Final = "_"


class ConllU(StandsAlone):
    """Ten columns a token; entities stand in the last one as NER=B-PER."""

    info = FormatInfo(
        "conll-u",
        "CoNLL-U",
        (".conllu",),
        reads=True,
        writes=True,
        holds=Holds(
            offsets="tokens",
            overlaps=Hold.NO,
            discontinuous=Hold.NO,
            relations=Hold.NO,
            attributes=Hold.NO,
            document_labels=Hold.FALLBACK,
            annotators=Hold.NO,
            empty_documents=Hold.NATIVE,
        ),
    )

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        for line in head.removeprefix(_BOM).split(b"\n")[:-1] or [head]:
            row = line.rstrip(b"\r").decode("utf-8", "replace")
            if row and not row.startswith("#"):
                columns = row.split("\t")
                return len(columns) == _COLUMNS and _ID.fullmatch(columns[0]) is not None
        return False

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        census, is_marked = Census(), False
        for sentence in _sentences(path):
            census.count(sentence.tags)
            is_marked = is_marked or sentence.begins_document
        collected: list[_Sentence] = []
        size = 0
        for sentence in _sentences(path):
            if collected and (sentence.begins_document if is_marked else size > CUT):
                yield _reading(path, collected, census.scheme)
                collected, size = [], 0
            collected.append(sentence)
            size += len(sentence.text)
        if collected:
            yield _reading(path, collected, census.scheme)

    def write(
        self,
        target: Path,
        bundles: Iterable[Bundle],
        scheme: Scheme,  # noqa: ARG002 - tags are the labels' ids
        lost: Callable[[Loss], None],
    ) -> None:
        with replacing(target) as file:
            for bundle in bundles:
                file.writelines(_lines(Losses(bundle, lost)))


FORMAT = ConllU()


class _Sentence(NamedTuple):
    line: int
    done: int
    text: str = ""
    places: tuple[tuple[int, int], ...] = ()
    tags: tuple[str, ...] = ()
    begins_document: bool = False
    document: str = ""
    title: str = ""
    labels: tuple[str, ...] = ()
    rebuilt: bool = False
    is_annotated: bool = False
    """There are parts of speech or trees in it."""
    fault: str = ""


def _sentences(path: Path) -> Iterator[_Sentence]:
    """Hand out sentences; one that is broken comes with its fault. Raises OSError."""
    with path.open("rb") as file:
        lines: list[bytes] = []
        size = number = first = 0
        too_long = False
        while True:
            line = file.readline(LINE_LIMIT)
            number += 1
            size += len(line)
            is_long = len(line) == LINE_LIMIT and not line.endswith(b"\n")
            while is_long and (rest := file.readline(LINE_LIMIT)) and not rest.endswith(b"\n"):
                pass
            if line.strip():
                first = first or number
                too_long = too_long or is_long or size > SENTENCE_LIMIT
                if not too_long:
                    lines.append(line.rstrip(b"\r\n"))
            elif first:
                data = b"\n".join(lines).removeprefix(_BOM)
                yield _sentence(data, first, file.tell(), too_long=too_long)
                lines, first, size, too_long = [], 0, 0, False
            if not line:
                return


def _sentence(data: bytes, line: int, done: int, *, too_long: bool) -> _Sentence:
    from conllu import parse
    from conllu.exceptions import ParseException

    comments = _comments(data)
    begins = "newdoc" in comments or "newdoc id" in comments
    known = _Sentence(
        line,
        done,
        begins_document=begins,
        document=comments.get("newdoc id", ""),
        title=comments.get("title", ""),
        labels=tuple(filter(None, comments.get(_LABEL, "").split(" "))),
    )
    if too_long:
        fault = f"a line is longer than {LINE_LIMIT} bytes, or a sentence than {SENTENCE_LIMIT}"
        return known._replace(fault=fault)
    try:
        for row in data.decode("utf-8").split("\n"):
            if not row.startswith("#") and len(row.split("\t")) != _COLUMNS:
                return known._replace(fault="a token has ten columns")
        found = parse(data.decode("utf-8") + "\n")
    except UnicodeDecodeError:
        return known._replace(fault="not UTF-8")
    except (ParseException, ValueError, TypeError, IndexError) as error:
        return known._replace(fault=f"no CoNLL-U: {error}".partition("\n")[0])
    tokens = list(found[0]) if found else []
    if not tokens:
        return known
    return _joined(known, tokens, comments.get("text"))


def _comments(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").split("\n"):
        if line.startswith("#"):
            key, _, value = line.removeprefix("#").partition("=")
            found.setdefault(key.strip(), value.strip())
    return found


def _joined(sentence: _Sentence, tokens: list[Any], said: str | None) -> _Sentence:
    """Put a sentence together from its surface tokens and compare it with what it says itself."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    tags: list[str] = []
    length, inside = 0, 0
    for token in tokens:
        number = token["id"]
        if isinstance(number, tuple) and number[1] == "-":
            inside = number[2]
        elif isinstance(number, tuple) or number <= inside:
            continue  # an empty node, or a word that stands inside a token
        form, misc = token.get("form"), token.get("misc") or {}
        tag = str(misc.get(_NER) or "O")
        if not form or not is_tag(tag):
            fault = f"{tag!r} is no tag" if form else "a token without a form"
            return sentence._replace(fault=fault)
        places.append((length, length + len(form)))
        tags.append(tag)
        space = "" if misc.get("SpaceAfter") == "No" else " "
        parts += [form, space]
        length += len(form) + len(space)
    text = "".join(parts).rstrip(" ")
    if said is not None and said != text:
        return sentence._replace(fault="'# text' is not what its tokens say")
    is_annotated = any(
        token[key] not in {None, _NOTHING} for token in tokens for key in ("lemma", "upos", "head")
    )
    return sentence._replace(
        text=text,
        places=tuple(places),
        tags=tuple(tags),
        rebuilt=said is None,
        is_annotated=is_annotated,
    )


def _reading(path: Path, found: list[_Sentence], scheme: TagScheme) -> Reading:
    line, done = found[0].line, found[-1].done
    for sentence in found:
        if sentence.fault:
            return Reading(line, done, FormatError(path, sentence.line, sentence.fault))
    try:
        draft = _draft(path, found, scheme)
    except Malformed as error:
        return Reading(line, done, FormatError(path, line, str(error)))
    return Reading(line, done, draft.bundle(), left=draft.left)


def _draft(path: Path, found: list[_Sentence], scheme: TagScheme) -> Draft:
    kept = [sentence for sentence in found if sentence.text]
    name = found[0].document
    metadata: Mapping[str, str] = {"id": name} if name else {}
    text = "\n".join(sentence.text for sentence in kept)
    draft = Draft(text, path.name, "CoNLL-U", found[0].title, metadata)
    if len(kept) > 1:
        draft.leave("text_rebuilt", detail="a line break after each sentence")
    start = irregular = 0
    for sentence in kept:
        if sentence.rebuilt:
            draft.leave("no_text_comment")
        if sentence.is_annotated:
            draft.leave("linguistic_layer")
        tagged, wrong = decode(sentence.tags, scheme)
        irregular += wrong
        for first, last, label in tagged:
            draft.span(start + sentence.places[first][0], start + sentence.places[last][1], label)
        start += len(sentence.text) + 1
    if irregular:
        draft.leave("irregular_tags", str(scheme), times=irregular)
    for sentence in found:
        for label in sentence.labels:
            draft.document_label(label)
    return draft


def _lines(losses: Losses) -> Iterator[bytes]:
    document = losses.bundle.document
    found = list(sentences(document.text))
    if not found:
        losses.whole(LossReason.EMPTY_DOCUMENT)
        return
    losses.about("source", "title")
    chosen = losses.one_set()
    spans = list(chosen.spans) if chosen is not None else []
    tagged = entities(document.text, found, spans, losses, _FORBIDDEN)
    for span in spans:
        losses.attributes(span)
    yield from _comments_of(losses, chosen)
    tags = iter(encode(sum(len(sentence.tokens) for sentence in found), tagged, TagScheme.IOB2))
    rebuilt = []
    for number, sentence in enumerate(found, 1):
        rows, said = _rows(document.text, sentence.tokens, tags)
        rebuilt.append(said)
        yield f"# sent_id = {document.id}-{number}\n# text = {said}\n{rows}\n".encode()
    if "\n".join(rebuilt) != document.text:
        losses.whole(LossReason.TEXT_CHANGED, instead="single blanks, a line a sentence")


def _comments_of(losses: Losses, chosen: AnnotationSet | None) -> Iterator[bytes]:
    """Hand out what stands above the first sentence of a document."""
    document = losses.bundle.document
    yield f"# newdoc id = {document.id}\n".encode()
    title = " ".join(document.title.split())
    if title != document.title:
        losses.whole(LossReason.METADATA, "title", title)
    if title:
        yield f"# title = {title}\n".encode()
    names = []
    for label in chosen.document_labels if chosen is not None else ():
        losses.attributes(label)
        if len(label.label.split()) == 1:
            names.append(label.label)
        else:
            losses.of(label, LossReason.DOCUMENT_LABEL)
    if names:
        yield f"# {_LABEL} = {' '.join(sorted(names))}\n".encode()
    for relation in chosen.relations if chosen is not None else ():
        losses.of(relation, LossReason.RELATION)


def _rows(text: str, tokens: list[tuple[int, int]], tags: Iterator[str]) -> tuple[str, str]:
    """Return the rows of a sentence, and its text: white space is one blank, or none."""
    rows = []
    parts = []
    for place, (start, end) in enumerate(tokens):
        is_last = place == len(tokens) - 1
        joined = not is_last and tokens[place + 1][0] == end
        tag = next(tags)
        misc = [f"{_NER}={tag}"] if tag != "O" else []
        misc += ["SpaceAfter=No"] if joined else []
        columns = [str(place + 1), text[start:end], *[_NOTHING] * 7, "|".join(misc) or _NOTHING]
        rows.append("\t".join(columns) + "\n")
        parts.append(text[start:end] + ("" if joined or is_last else " "))
    return "".join(rows), "".join(parts)
