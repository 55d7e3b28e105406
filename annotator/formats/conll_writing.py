"""Write tokens with tags, and beside them where each token stands in its text."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from annotator.formats.base import Bundle, Loss, LossReason
from annotator.formats.conll_tags import TagScheme, encode
from annotator.formats.files import replacing
from annotator.formats.losses import Losses
from annotator.formats.tokens import entities, sentences

_DOCUMENT = b"-DOCSTART- -X- -X- O\n\n"


def offsets_beside(path: Path) -> Path:
    """Return the file that tells where the tokens stand: NAME.offsets.jsonl."""
    return path.with_name(f"{path.name}.offsets.jsonl")


def write(
    target: Path, bundles: Iterable[Bundle], scheme: TagScheme, lost: Callable[[Loss], None]
) -> None:
    """Write documents in four columns, and their tokens' places beside. Raises OSError."""
    with replacing(offsets_beside(target)) as places, replacing(target) as file:
        for bundle in bundles:
            _write(file, places, Losses(bundle, lost), scheme)


def _write(file: BinaryIO, places: BinaryIO, losses: Losses, scheme: TagScheme) -> None:
    document = losses.bundle.document
    text = document.text
    found = list(sentences(text))
    if not found:
        losses.whole(LossReason.EMPTY_DOCUMENT)
        return
    rebuilt = "\n".join(
        " ".join(text[start:end] for start, end in sentence.tokens) for sentence in found
    )
    losses.about("source")
    if rebuilt != text:
        losses.whole(LossReason.TEXT_CHANGED, instead="tokens with one blank between them")
    chosen = losses.one_set()
    spans = list(chosen.spans) if chosen is not None else []
    tagged = entities(text, found, spans, losses)
    for span in spans:
        losses.attributes(span)
    if chosen is not None:
        for relation in chosen.relations:
            losses.of(relation, LossReason.RELATION)
        for label in chosen.document_labels:
            losses.of(label, LossReason.DOCUMENT_LABEL)
    tokens = [token for sentence in found for token in sentence.tokens]
    tags = iter(encode(len(tokens), tagged, scheme))
    file.write(_DOCUMENT)
    for sentence in found:
        file.writelines(
            f"{text[start:end]} _ _ {next(tags)}\n".encode() for start, end in sentence.tokens
        )
        file.write(b"\n")
    values = {"id": document.id, "sha256": document.sha256, "tokens": tokens}
    places.write(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
