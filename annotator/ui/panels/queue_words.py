"""Filter and order of the list in words."""

from PySide6.QtCore import QCoreApplication

from annotator.services.queue import Key, Order, Part
from annotator.ui.dates import date_words
from annotator.ui.edit_titles import status_words
from annotator.ui.language_words import language_words

translate = QCoreApplication.translate


def part_words(part: Part, language: str) -> str:
    """Return one condition in words, such as "until 25 Nov 2024"."""
    key, value = part
    if key in {Key.AFTER, Key.BEFORE}:
        date = date_words(value, language)
        words = (
            translate("Queue", "from %1") if key is Key.AFTER else translate("Queue", "until %1")
        )
        return words.replace("%1", date)
    if key in {Key.FLAG, Key.NOTES}:
        return {
            "article": translate("Queue", "flagged"),
            "lead": translate("Queue", "note for the lead"),
            "open": translate("Queue", "open notes"),
        }[value]
    if key is Key.MIX:
        return translate("Queue", "with paragraphs in another language")
    if key is Key.TWINS:
        return {
            "any": translate("Queue", "with reprints"),
            "none": translate("Queue", "without reprints"),
            "first": translate("Queue", "one of each story"),
        }[value]
    if key is Key.STATUS:
        return status_words(value)
    return language_words(value) if key is Key.LANGUAGE else value


def order_words(order: Order) -> str:
    """Return an order in words."""
    return {
        Order.IMPORT: translate("Queue", "as imported"),
        Order.UNDECIDED: translate("Queue", "undecided first"),
        Order.NEWEST: translate("Queue", "newest first"),
        Order.OLDEST: translate("Queue", "oldest first"),
        Order.TITLE: translate("Queue", "by title"),
        Order.SHORTEST: translate("Queue", "shortest first"),
        Order.LONGEST: translate("Queue", "longest first"),
        Order.FEWEST: translate("Queue", "fewest spans first"),
        Order.MOST: translate("Queue", "most spans first"),
        Order.RANDOM: translate("Queue", "shuffled, always alike"),
    }[order]
