"""Remarks as people read them, and as rows of a list."""

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.scheme import AttributeType, Label, RelationType, Scheme
from annotator.services.checks import Check, Remark
from annotator.ui.edit_titles import quote_of
from annotator.ui.panels.remark_list import RemarkRow
from annotator.ui.session import Session

translate = QCoreApplication.translate
_WORDS = 60


def remark_words(remark: Remark, annotations: AnnotationSet, scheme: Scheme, language: str) -> str:
    """Say what may be wrong, in one sentence without its full stop."""
    if remark.check is Check.CONTRADICTION:
        rules = (rule for rule in scheme.contradictions if rule.id == remark.subject)
        return next((rule.message.best(language) for rule in rules), remark.subject)
    words = {
        Check.MISSING_ATTRIBUTE: translate("Remarks", "%1 is missing"),
        Check.ILLEGAL_RELATION: translate(
            "Remarks", "the scheme does not allow the relation “%1” here"
        ),
        Check.DOUBLED: translate("Remarks", "the same label stands here twice"),
        Check.INSIDE_WORD: translate("Remarks", "begins or ends inside a word"),
        Check.LOOSE_EDGE: translate("Remarks", "begins or ends with a blank or punctuation"),
        Check.SAME_WORDS: translate("Remarks", "the same words are labelled “%1” in this article"),
        Check.SAME_WORDS_ELSEWHERE: translate(
            "Remarks", "other articles mostly label the same words “%1”"
        ),
        Check.RECHECK: translate("Remarks", "the guideline of “%1” has changed: still right?"),
    }[remark.check]
    return words.replace("%1", _subject(remark, annotations, scheme, language))


class RowMaker:
    """Makes the row of a remark about the open article."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self._language = language

    def __call__(self, remark: Remark) -> RemarkRow:
        annotations, document = self._session.annotations, self._session.document
        assert annotations is not None
        assert document is not None
        scheme, annotation = self._session.project.scheme, annotations.get(remark.annotation)
        words = translate("Remarks", "the whole article")
        if isinstance(annotation, Span):
            words = quote_of(annotation, document.text, _WORDS)
        said = remark_words(remark, annotations, scheme, self._language)
        label_id = "" if annotation is None else annotation.label
        label = scheme.label(label_id)
        return RemarkRow(
            span=annotation.id if isinstance(annotation, Span) else "",
            remark=remark.key,
            quote=words,
            code=label.code if label is not None else label_id,
            role=label.group if label is not None else "",
            words=said[:1].upper() + said[1:],
            blocks=remark.check.blocks,
            can_be_waived=remark.check.can_be_waived,
        )


def _subject(remark: Remark, annotations: AnnotationSet, scheme: Scheme, language: str) -> str:
    """Return the name of what a remark mentions."""
    named: AttributeType | RelationType | Label | None = None
    key = remark.subject
    if remark.check is Check.MISSING_ATTRIBUTE:
        named = scheme.attribute(key)
    elif remark.check is Check.ILLEGAL_RELATION:
        relation = annotations.get(key)
        key = "" if relation is None else relation.label
        named = scheme.relation(key)
    else:
        annotation = annotations.get(remark.annotation)
        key = key or ("" if annotation is None else annotation.label)
        named = scheme.label(key)
    return key if named is None else named.names.best(language)
