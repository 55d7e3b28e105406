"""The search panel at work: asks beside the window, shows what came, opens places."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.services.filters import Filter
from annotator.services.search import Matcher
from annotator.ui.annotate.feature import Desk
from annotator.ui.annotate.request import Request, Work
from annotator.ui.annotate.search_jobs import Answer, Question, ask, count, more
from annotator.ui.annotate.search_words import problem_words, span_rows, summary_words
from annotator.ui.item_models.hits import Row, SpanRow
from annotator.ui.messages import words_for
from annotator.ui.panels.search import Mode, SearchPanel
from annotator.ui.text_view.found import Found
from annotator.ui.theme import text_style

_LEAST_PREFIX = 2


class Searching(QObject):
    """Between panel, project and text. The newest question wins."""

    index_damaged = Signal()
    """The word index could not be read; what was found is right all the same."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._requests: dict[str, Request] = {}
        vocabulary = desk.session.project.span_search.vocabulary()
        self.panel = panel = SearchPanel(vocabulary, desk.theme, desk.language)
        panel.list.painter_of_rows.colours = dict(text_style(desk.theme, desk.scheme).colours)
        panel.searched.connect(self._search)
        panel.saved_asked.connect(self._show_saved)
        panel.left.connect(desk.focus_text)
        panel.list.looked_at.connect(self._look)
        panel.list.entered_row.connect(self._enter)
        panel.list.hits.more_wanted.connect(self._fetch_more)
        panel.show_summary("", hint=panel.usage())

    def ask_for(self, words: str) -> None:
        """Search words that were selected, in a row."""
        if self.panel.mode is not Mode.SPANS:
            self.panel.ask(f'"{words}"' if " " in words else words, self.panel.mode)
            self.panel.line.selectAll()

    def forget_marks(self) -> None:
        """Take the marks of what was found out of the text."""
        if self._answer is not None:
            self.desk.view.set_found(None)

    # -- asking

    def _search(self) -> None:
        panel = self.panel
        for request in self._requests.values():
            request.drop()
        self._requests = {}
        self._answer = None
        question = Question(panel.text, panel.mode, panel.order, panel.is_typing)
        self._question = question
        if not self._is_worth(question):
            panel.list.hits.reset([], has_more=False)
            panel.show_summary("", hint=panel.usage())
            return
        self._run("ask", lambda project, progress: ask(project, question, progress), self._found)

    def _is_worth(self, question: Question) -> bool:
        """Tell whether there is something to search; a single letter still being typed is not."""
        if question.mode is Mode.SPANS:
            return True
        query = question.query
        return any(
            not term.is_prefix or len(term.words) > 1 or len(term.words[0]) >= _LEAST_PREFIX
            for term in query.terms
        )

    def _run(self, name: str, work: Work, then: Callable[[Answer], None]) -> None:
        self._requests[name] = Request(self.desk.session, work, then, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.panel.show_summary("", hint=words_for(error), is_bad=True)

    # -- showing

    def _found(self, answer: Answer) -> None:
        question = self._question
        if question is None:
            return
        panel, self._answer = self.panel, answer
        if answer.found is not None and answer.found.is_damaged:
            self.index_damaged.emit()
        panel.list.show_rows(self._rows(answer), has_more=answer.has_more)
        problems = problem_words(answer.problems)
        if problems:
            panel.show_summary("", hint=problems, is_bad=True)
            return
        words = summary_words(answer, question.mode, self.desk.language)
        nothing = self.tr("Nothing was found.")
        panel.show_summary(words, hint="" if answer.rows or answer.spans else nothing)
        if answer.rows or answer.spans:
            self._run(
                "count", lambda project, progress: count(project, answer, progress), self._counted
            )

    def _rows(self, answer: Answer) -> list[Row]:
        if not answer.spans:
            return [*answer.rows]
        people = {person.id: person.name for person in self.desk.session.project.annotators()}
        return [*span_rows(answer.spans, self.desk.scheme, people, self.desk.language)]

    def _counted(self, answer: Answer) -> None:
        question = self._question
        if question is not None:
            self.panel.show_summary(summary_words(answer, question.mode, self.desk.language))

    def _fetch_more(self) -> None:
        answer = self._answer
        if answer is not None:
            self._run("more", lambda project, progress: more(project, answer, progress), self._came)

    def _came(self, answer: Answer) -> None:
        self._answer = answer
        self.panel.list.hits.append(self._rows(answer), has_more=answer.has_more)

    # -- places

    def _look(self, row: Row) -> None:
        """Show the place of a row; the keyboard stays in the list."""
        place, span = row.place, ""
        session = self.desk.session
        if isinstance(row, SpanRow):
            mine = session.annotator is not None and session.annotator.id == row.found.annotator
            span = row.found.span if mine else ""
        self.desk.show_place(*place, span_id=span, stay=True)
        document, question = session.document, self._question
        if document is None or question is None or document.id != place.document:
            return
        if question.mode is not Mode.SPANS:
            hits = Matcher(question.query).hits(document.text)
            self.desk.view.set_found(Found(hits) if hits else None)

    def _enter(self, row: Row) -> None:
        self._look(row)
        self.desk.focus_text()

    # -- saved searches

    def _show_saved(self) -> None:
        from annotator.ui.panels.saved_menu import SavedMenu

        panel = self.panel
        project = self.desk.session.project
        SavedMenu(project, self.desk.theme, panel, self._take_saved).open_below(panel.saved_button)

    def _take_saved(self, saved: Filter) -> None:
        known = {mode.value: mode for mode in Mode}
        self.panel.ask(saved.query, known.get(saved.mode, Mode.SPANS))
        self.panel.list.enter()
