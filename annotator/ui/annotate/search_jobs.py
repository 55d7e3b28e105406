"""What a search does beside the window: functions on a project of their own connection."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.span_query import FoundSpan, SpanQuery
from annotator.records import Record
from annotator.services import hit_lines
from annotator.services.hit_lines import Order
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.search import Found, TextQuery, parse_text_query
from annotator.services.span_language import Problem
from annotator.services.span_search import PAGE
from annotator.ui.item_models.hits import KeywordRow, Row, rows_of
from annotator.ui.panels.search import Mode


class Question(Record):
    """What was asked. `order` is "best" or a value of `Order`."""

    text: str
    mode: Mode
    order: str = ""
    is_typing: bool = False

    @property
    def query(self) -> TextQuery:
        """The text as a query for words."""
        return parse_text_query(self.text, is_typing=self.is_typing)


class Answer(Record):
    """A page of what was found, and how to get the next one.

    `following` is the number of the article that the next page of text begins with, None at the
    end. `hits` and `articles` are -1 until they are counted. `is_cut` says that not all is shown.
    """

    rows: Sequence[Row] = ()
    spans: Sequence[FoundSpan] = ()
    found: Found | None = None
    following: int | None = None
    span_query: SpanQuery | None = None
    problems: Sequence[Problem] = ()
    hits: int = -1
    articles: int = -1
    is_cut: bool = False
    mode: Mode = Mode.TEXT

    @property
    def has_more(self) -> bool:
        """True when another page can be read."""
        return self.following is not None or len(self.spans) == PAGE


def ask(project: Project, question: Question, progress: Progress) -> Answer:
    """Return the first page."""
    if question.mode is Mode.SPANS:
        query, problems = project.span_search.parse(question.text)
        spans = [] if problems else project.span_search.page(query)
        return Answer(spans=spans, span_query=query, problems=tuple(problems), mode=question.mode)
    best_first = question.mode is Mode.TEXT and question.order == "best"
    found = project.search.find(question.query, progress, best_first=best_first)
    answer = Answer(found=found, following=0, articles=len(found.positions), mode=question.mode)
    if question.mode is Mode.CONTEXT and question.order in {Order.LEFT, Order.RIGHT}:
        order = Order(question.order)
        page = hit_lines.sorted_lines(project.search, found, progress, order)
        rows = [KeywordRow(line) for line in page.lines]
        hits = -1 if page.is_cut else len(rows)
        return replace(answer, rows=rows, following=None, hits=hits, is_cut=page.is_cut)
    return more(project, answer, progress)


def more(project: Project, answer: Answer, progress: Progress) -> Answer:
    """Return the next page."""
    if answer.span_query is not None:
        last = answer.spans[-1] if answer.spans else None
        return replace(answer, spans=project.span_search.page(answer.span_query, last))
    found, first = answer.found, answer.following
    assert found is not None
    assert first is not None
    if answer.mode is Mode.CONTEXT:
        page = hit_lines.keyword_page(project.search, found, progress, first)
        rows: list[Row] = [KeywordRow(line) for line in page.lines]
        return replace(answer, rows=rows, following=page.following)
    articles = hit_lines.article_page(project.search, found, first)
    rows = [row for article in articles for row in rows_of(article)]
    following = first + hit_lines.ARTICLES
    is_last = following >= len(found.positions)
    return replace(answer, rows=rows, following=None if is_last else following)


def count(project: Project, answer: Answer, progress: Progress) -> Answer:
    """Return the answer with hits and articles counted."""
    if answer.span_query is not None:
        hits, articles = project.span_search.count(answer.span_query)
        return replace(answer, hits=hits, articles=articles)
    assert answer.found is not None
    if answer.hits >= 0:
        return answer
    return replace(answer, hits=hit_lines.count_hits(project.search, answer.found, progress))
