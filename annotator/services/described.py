"""What a new document is called and what is known of it, where its file did not say."""

from typing import Final

from annotator.model.document import Document

TITLE_LENGTH: Final = 200


def described(document: Document) -> Document:
    """Return a document with what its text says about itself: title, day, outlet, place, author.

    What it was given with stays (see `annotator.text.article_facts`).
    """
    from annotator.text.article_facts import described as with_facts
    from annotator.text.article_facts import headline_of
    from annotator.text.furniture import page_of

    text = document.text
    page = page_of(text)
    title = document.title or title_of(text[headline_of(text, page) :] if page.stretches else text)
    metadata = with_facts(document.metadata, text, page)
    if title == document.title and metadata is document.metadata:
        return document
    return Document(document.id, title, text, document.language, metadata)


def title_of(text: str) -> str:
    """Return the first line of a text that is not blank, at most 200 code points, cut at a word."""
    start = text.lstrip()[: 5 * TITLE_LENGTH]
    line = " ".join(start.splitlines()[0].split()) if start else ""
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[: TITLE_LENGTH - 1]
    if not line[TITLE_LENGTH - 1].isspace():
        cut = cut.rsplit(None, 1)[0]
    return cut.rstrip() + "…"
