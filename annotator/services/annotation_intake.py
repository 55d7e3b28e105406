"""Take the annotations and notes of one document into a project."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from annotator.errors import NoAnnotator, NoteRefused
from annotator.formats.base import Bundle
from annotator.model.annotation import (
    UNKNOWN_GUIDELINE,
    Annotation,
    DocumentLabel,
    Relation,
    Span,
)
from annotator.model.annotation_set import AnnotationSet
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Annotator, Status
from annotator.model.validation import (
    INCOMPLETE,
    Reason,
    problems_of,
    span_problems,
)
from annotator.services.import_options import ImportOptions
from annotator.services.import_report import NotTaken, Tally
from annotator.services.label_mapping import apply
from annotator.services.projects import Project


class _Target(NamedTuple):
    """Where one annotation set goes, and what is to be told about it."""

    document: DocumentId
    person: AnnotatorId
    length: int
    source: str
    line: int
    guidelines: Mapping[int, tuple[int, str]]
    """From the numbers of the file's guidelines to ours; those we never had are 0 and a name."""


class AnnotationIntake:
    """Compares what a file says about a document with what is there; counts and reports."""

    def __init__(self, project: Project, options: ImportOptions, tally: Tally) -> None:
        self._project = project
        self._options = options
        self._tally = tally
        self._known_guidelines: dict[str, int] | None = None
        self._known_people: dict[AnnotatorId, AnnotatorId] = {}

    def forget(self) -> None:
        """Look everybody up again: a transaction that named somebody was taken back."""
        self._known_people.clear()

    def take(self, bundle: Bundle, document: DocumentId, source: str, line: int) -> None:
        """Take in what is new; to be called in a transaction. Raises JournalError, NoAnnotator.

        An annotation that is there already, equal, is passed over; one that differs under the same
        id, or that the scheme does not allow, is reported and left out.
        """
        bundle, left = apply(self._options.mapping, bundle)
        for said in left:
            words = f"{said.label} {said.detail}".strip()
            self._tally.tell(NotTaken(source, line, said.reason, words))
        guidelines = self._guidelines(bundle)
        for item in bundle.annotation_sets:
            person = self._person(bundle.annotators[item.annotator])
            self._tally.people |= {person}
            length = len(bundle.document.text)
            self._take_set(item, _Target(document, person, length, source, line, guidelines))
        for note in bundle.notes:
            author = self._person(bundle.annotators[note.author])
            closer = bundle.annotators.get(note.closed_by)
            closed_by = AnnotatorId("") if closer is None else self._person(closer)
            taken = replace(note, document=document, author=author, closed_by=closed_by)
            try:
                self._project.notes.take(taken)
            except NoteRefused:
                self._tally.tell(NotTaken(source, line, "conflict", str(note.id)))

    def _guidelines(self, bundle: Bundle) -> Mapping[int, tuple[int, str]]:
        """Match guideline versions by name; of several schemes with one name the first counts.

        Another scheme's guideline is never ours: where ours has its name, it is named in full.
        """
        if self._known_guidelines is None:
            numbered = sorted(self._project.guidelines().items(), reverse=True)
            self._known_guidelines = {name: number for number, name in numbered}
        known, other = self._known_guidelines, ""
        if bundle.scheme is not None and bundle.scheme.id != self._project.scheme.id:
            other = bundle.scheme.id
        found = {}
        for number, name in bundle.guidelines.items():
            if name not in known:
                found[number] = UNKNOWN_GUIDELINE, name
            elif other:
                found[number] = UNKNOWN_GUIDELINE, f"{other} {name}"
            else:
                found[number] = known[name], ""
        return found

    def _person(self, named: Annotator) -> AnnotatorId:
        if self._options.as_annotator:
            if self._project.annotator is None:
                raise NoAnnotator
            return self._project.annotator.id
        known = self._known_people.get(named.id)
        if known is None:
            if any(named.id == person.id for person in self._project.annotators()):
                known = named.id
            else:
                same_name = self._project.annotator_named(named.name)
                known = (same_name or self._project.add_annotator(named)).id
            self._known_people[named.id] = known
        return known

    def _take_set(self, incoming: AnnotationSet, target: _Target) -> None:
        editing = self._project.editing
        stored = editing.annotation_set(target.document, target.person)
        fresh: list[Annotation] = []
        there = {annotation.id for annotation in stored.annotations}
        places = {_place(annotation) for annotation in stored.annotations}
        passed_over = 0
        # Spans first: a relation needs the spans that came in.
        for original in sorted(incoming.annotations, key=lambda item: isinstance(item, Relation)):
            annotation = self._cleaned(original, target)
            known = stored.get(annotation.id)
            if known == annotation:
                continue
            if _says_the_same(known, annotation):
                passed_over += _says_more(known, original, annotation, target)
                continue
            detail = ""
            missing = isinstance(annotation, Relation) and not _ends(annotation) <= there
            if known is not None:
                reason, detail = "conflict", str(annotation.id)
            elif missing:
                reason = str(Reason.MISSING_END)
            else:
                reason, detail = self._objection(annotation, incoming, target.length)
                if not reason and _place(annotation) in places:
                    reason = str(Reason.SAME_TWICE)
            if reason:
                self._tell(target, reason, annotation.label, detail)
                continue
            there.add(annotation.id)
            places.add(_place(annotation))
            fresh.append(annotation)
        if passed_over:
            self._tell(target, "other_guideline", "", str(passed_over))
        status = self._moved(stored.status, incoming.status, target)
        changes = tuple(Change(None, annotation) for annotation in fresh)
        reasons = stored.status_reason, incoming.status_reason
        edit = Edit(target.document, target.person, changes, status, reasons=reasons)
        editing.apply(edit, origin=Origin.IMPORT)
        self._tally.counts["spans"] += sum(isinstance(item, Span) for item in fresh)
        self._tally.counts["relations"] += sum(isinstance(item, Relation) for item in fresh)

    def _moved(self, ours: Status, theirs: Status, target: _Target) -> tuple[Status, Status] | None:
        """Return how the status moves: only where nobody has said anything yet."""
        if theirs in {ours, Status.NEW}:
            return None
        if ours is Status.NEW:
            return ours, theirs
        self._tell(target, "other_status", str(theirs), "")
        return None

    def _cleaned(self, annotation: Annotation, target: _Target) -> Annotation:
        """Leave out, and report, attributes that the scheme does not know or allow here."""
        scheme = self._project.scheme
        if isinstance(annotation, Span):
            own = self._project.scheme_version, ""
            number, foreign = target.guidelines.get(annotation.guideline, own)
            annotation = replace(annotation, guideline=number, foreign=foreign)
        if not isinstance(annotation, Relation) and scheme.label(annotation.label) is None:
            return annotation  # it stays out as a whole
        attributes = annotation.attributes
        for key, value in annotation.attributes.items():
            kind = scheme.attribute(key)
            # Datasets may say more about relations than a person here is asked: it is kept.
            if kind is None or not (
                isinstance(annotation, Relation) or kind in scheme.attributes_of(annotation.label)
            ):
                self._tell(target, Reason.UNKNOWN_ATTRIBUTE, annotation.label, key)
            elif not kind.takes(value):
                self._tell(target, Reason.WRONG_VALUE, annotation.label, f"{key} = {value}")
            else:
                continue
            attributes = attributes.with_value(key, None)
        return replace(annotation, attributes=attributes)

    def _objection(
        self, annotation: Annotation, within: AnnotationSet, length: int
    ) -> tuple[str, str]:
        """Return why the scheme or the text keeps an annotation out, ("", "") where they do not."""
        scheme = self._project.scheme
        problems = (
            span_problems(annotation, scheme, length)
            if isinstance(annotation, Span)
            else problems_of(annotation, scheme, within)
        )
        for problem in problems:
            if problem.reason not in INCOMPLETE:
                subject = "" if problem.subject == annotation.label else problem.subject
                return str(problem.reason), subject
        return "", ""

    def _tell(self, target: _Target, reason: str, label: str, detail: str) -> None:
        words = f"{label} {detail}".strip()
        self._tally.tell(NotTaken(target.source, target.line, str(reason), words))


def _says_the_same(known: Annotation | None, new: Annotation) -> bool:
    """Tell whether two states of a span differ in nothing but when it was looked at."""
    return (
        isinstance(known, Span)
        and isinstance(new, Span)
        and replace(known, guideline=new.guideline, waived=new.waived, foreign=new.foreign) == new
    )


def _says_more(
    known: Annotation | None, original: Annotation, new: Annotation, target: _Target
) -> bool:
    """Tell whether a span that is there was looked at later in the file, or waived more there."""
    if not (isinstance(known, Span) and isinstance(original, Span) and isinstance(new, Span)):
        return False
    later = new.guideline > known.guideline or new.foreign not in {"", known.foreign}
    is_said = original.guideline in target.guidelines
    return (is_said and later) or not set(new.waived) <= set(known.waived)


def _ends(relation: Relation) -> set[str]:
    return {relation.source, relation.target}


def _place(annotation: Annotation) -> tuple[object, ...]:
    """Return what may not be said twice."""
    if isinstance(annotation, Span):
        return (annotation.stretches, annotation.label)
    if isinstance(annotation, Relation):
        return (annotation.source, annotation.target, annotation.label)
    assert isinstance(annotation, DocumentLabel)
    return (annotation.label,)
