"""Reprints: found in the background, told at the bottom, compared in a dialog."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.annotation import Span
from annotator.model.ids import DocumentId, SpanId
from annotator.services.changes import Changes
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.span_words import required_value
from annotator.ui.badges import Badge
from annotator.ui.dates import count_words, date_words
from annotator.ui.edit_titles import status_words
from annotator.ui.messages import words_for
from annotator.ui.panels.twin_rows import ArticleRow, SpanRow

if TYPE_CHECKING:
    from annotator.services.twin_work import TwinWork
    from annotator.services.twins import Twin
    from annotator.ui.dialogs.twins import TwinsDialog

_BADGE: Final = "reprints"
_SHOWN_FROM: Final = 3_000
"""So many new articles take about a second: work to be seen, and to be stopped."""
_LONGEST: Final = 120
"""Characters of a quote."""


class ReprintsFeature(Feature):
    """Keeps the groups up to date, and takes work over from one article of a group to another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._dialog: TwinsDialog | None = None
        self._work: dict[DocumentId, TwinWork] = {}
        self._is_searching = False
        desk.session.opened.connect(self._show_badge)
        desk.session.changed.connect(self._changed)
        self._search()
        self._show_badge()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"reprints": self.open}

    def open(self) -> None:
        """Show the reprints of the article."""
        document = self.desk.session.document
        if document is None:
            self.refused.emit(self.tr("There is no article open."))
            return
        twins = self._twins()
        if not twins:
            self.refused.emit(self.tr("No other article tells this story in the same words."))
            return
        from annotator.ui.dialogs.twins import TwinsDialog

        self._work.clear()
        session = self.desk.session
        rows = [self._article_row(twin) for twin in twins]
        dialog = TwinsDialog(
            rows,
            self._rows_of,
            self.desk.theme,
            self.desk.language,
            self.desk.window,
            may_edit=session.can_edit,
        )
        dialog.taken.connect(self._take_over)
        dialog.opened.connect(lambda twin: self.desk.open_document(DocumentId(twin)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _twins(self) -> "list[Twin]":
        document = self.desk.session.document
        if document is None:
            return []
        try:
            return self.desk.session.project.twins.of(document.id)
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return []

    def _show_badge(self) -> None:
        document = self.desk.session.document
        count = 0
        if document is not None:
            try:
                count = self.desk.session.project.twins.count_of(document.id)
            except AnnotatorError:
                count = 0  # told when they are asked for
        if not count:
            self.badged.emit(_BADGE, None)
            return
        words = self.tr("1 reprint")
        if count > 1:
            words = self.tr("%1 reprints").replace("%1", count_words(count, self.desk.language))
        self.badged.emit(_BADGE, Badge(words, "Ctrl+Shift+R"))

    # -- the dialog's rows ---------------------------------------------------------------------

    def _article_row(self, twin: "Twin") -> ArticleRow:
        summary = self.desk.session.project.documents.summary(twin.document)
        share = self.tr("%1 % the same").replace("%1", str(round(100 * twin.share)))
        spans = self.tr("%1 labels").replace(
            "%1", count_words(summary.span_count, self.desk.language)
        )
        facts = (
            share,
            twin.source,
            date_words(twin.date, self.desk.language) if twin.date else "",
            status_words(summary.status),
            spans if summary.span_count else "",
        )
        return ArticleRow(twin.document, twin.title, " · ".join(fact for fact in facts if fact))

    def _rows_of(self, twin: DocumentId) -> list[SpanRow]:
        work, text = self._work_of(twin)
        shown = self.desk.session.document
        here = "" if shown is None else shown.text
        rows = [self._span_row(span, here, span.id) for span in work.spans]
        return rows + [self._span_row(span, text, None) for span in work.lost]

    def _work_of(self, twin: DocumentId) -> "tuple[TwinWork, str]":
        from annotator.services.twin_work import work_for

        session = self.desk.session
        assert session.document is not None
        assert session.annotations is not None
        other = session.project.documents.get(twin)
        if twin not in self._work:
            said = session.project.editing.annotation_set(twin)
            target, text = session.annotations, session.document.text
            self._work[twin] = work_for(said, other.text, target, text)
        return self._work[twin], other.text

    def _span_row(self, span: Span, text: str, span_id: SpanId | None) -> SpanRow:
        scheme, language = self.desk.scheme, self.desk.language
        label = scheme.label(span.label)
        group = scheme.group(label.group) if label is not None else None
        words = " ".join(span.quote(text).split())
        return SpanRow(
            span_id,
            label.names.best(language) if label is not None else span.label,
            group.fill if group is not None else self.desk.theme.hairline,
            words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…",
            required_value(span, scheme, language),
        )

    # -- acts ----------------------------------------------------------------------------------

    def _take_over(self, twin: str, chosen: Collection[SpanId]) -> None:
        from annotator.services.twin_work import edit_of

        work = self._work[DocumentId(twin)]
        done = self.desk.session.do(lambda within: edit_of(work, chosen, within))
        if done is None:
            return
        if self._dialog is not None:
            self._dialog.accept()
        count = count_words(len(chosen), self.desk.language)
        self.told.emit(self.tr("Taken over: %1 spans. Ctrl+Z takes all back.").replace("%1", count))
        self.desk.focus_text()

    # -- the search ----------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if changes.list_changed:
            self._search()
            self._show_badge()

    def _search(self) -> None:
        """Compare new articles with all others, in the lane of what writes."""
        project = self.desk.session.project
        left = 0 if project.read_only else project.twins.pending
        if self._is_searching or not left:
            return
        self._is_searching = True
        job = project.job(lambda own, progress: own.twins.refresh(progress))
        title = self.tr("Looking for reprints")
        task = self.desk.session.run(title, job, quiet=left < _SHOWN_FROM)
        task.finished.connect(self._found)
        task.failed.connect(self._not_found)

    def _found(self, changed: int) -> None:
        self._is_searching = False
        self._show_badge()
        if changed:
            self.desk.session.project.lists.forget()
            self.desk.session.changed.emit(Changes(list_changed=True))

    def _not_found(self, _error: object) -> None:
        self._is_searching = False  # stopped, or the disk is full: at the next start it goes on
