"""What the search says: how much was found, what it does not understand, spans in words."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.model.attributes import AttributeValue
from annotator.model.ids import AnnotatorId
from annotator.model.scheme import Scheme
from annotator.model.span_query import FoundSpan
from annotator.services.hit_lines import MOST_SORTED
from annotator.services.span_language import Problem
from annotator.ui.annotate.search_jobs import Answer
from annotator.ui.dates import count_words
from annotator.ui.item_models.hits import SpanRow
from annotator.ui.panels.search import Mode

translate = QCoreApplication.translate


def summary_words(answer: Answer, mode: Mode, language: str) -> str:
    """Say how much was found: hits as well once they are counted."""
    if answer.articles == 0:
        return ""
    one, more = (
        translate("Search", "in 1 article"),
        translate("Search", "in %1 articles"),
    )
    articles = _counted(answer.articles, one, more, language) if answer.articles > 0 else ""
    if answer.hits < 0:
        if mode is Mode.SPANS:
            return ""
        one, more = translate("Search", "1 article"), translate("Search", "%1 articles")
        return _counted(answer.articles, one, more, language)
    if mode is Mode.SPANS:
        one, more = translate("Search", "1 span"), translate("Search", "%1 spans")
    else:
        one, more = translate("Search", "1 hit"), translate("Search", "%1 hits")
    words = f"{_counted(answer.hits, one, more, language)} {articles}"
    if answer.is_cut:
        cut = translate("Search", "the first %1 are shown")
        words += " · " + cut.replace("%1", count_words(MOST_SORTED, language))
    return words


def problem_words(problems: Sequence[Problem]) -> str:
    """Say what means nothing in a query."""
    unknown_key = translate("Search", "Nothing is called “%1”: that cannot be searched for.")
    unknown_value = translate("Search", "%1 has no value called “%2”.")
    return "\n".join(
        unknown_value.replace("%1", one.key).replace("%2", one.value)
        if one.value
        else unknown_key.replace("%1", one.key)
        for one in problems
    )


def span_rows(
    spans: Sequence[FoundSpan],
    scheme: Scheme,
    people: Mapping[AnnotatorId, str],
    language: str,
) -> Iterator[SpanRow]:
    """Return spans as rows, in the names of the scheme."""
    for found in spans:
        label = scheme.label(found.label)
        yield SpanRow(
            found=found,
            label=label.names.best(language) if label is not None else found.label,
            code=label.code if label is not None else "?",
            group=label.group if label is not None else "",
            facts=" · ".join(_facts(found.attributes, scheme, language)),
            by=people.get(found.annotator, "") if len(people) > 1 else "",
        )


def _facts(
    attributes: Sequence[tuple[str, AttributeValue]], scheme: Scheme, language: str
) -> Iterator[str]:
    for key, value in attributes:
        item = scheme.attribute(key)
        for one in value if isinstance(value, tuple) else (value,):
            choice = item.choice(one) if item is not None else None
            if choice is not None:
                yield choice.names.best(language)
            elif isinstance(one, bool):
                name = item.names.best(language) if item is not None else key
                if one:
                    yield name
            else:
                yield str(one)


def _counted(count: int, one: str, more: str, language: str) -> str:
    return one if count == 1 else more.replace("%1", count_words(count, language))
