"""Ids for what comes from other tools: the same each time, so that a second import adds nothing."""

import uuid
from typing import Final

from annotator.model.document import Document, text_hash
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Annotator

_NAMESPACE: Final = uuid.UUID("6d7bb6b2-9f4e-5c0d-8a53-0f6f2f0a7f10")
"""Ours, so that the ids made here are nobody else's. Changing it would double what is imported."""


def fresh(*parts: str) -> str:
    """Return the id that belongs to these parts."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(parts)))


def document_id(text: str) -> DocumentId:
    """Return the id of a document of which nothing but its text is known."""
    return DocumentId(fresh("document", text_hash(text)))


def annotator_named(name: str) -> Annotator:
    """Return the annotator that another tool calls `name`."""
    return Annotator(AnnotatorId(fresh("annotator", name)), name)


def annotation_id(document: Document, annotator: Annotator, local: str) -> str:
    """Return the id of an annotation that a file calls `local`, or that stands at this place."""
    return fresh("annotation", document.sha256, annotator.name, local)
