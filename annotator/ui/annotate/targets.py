"""Which span an act is about."""

from annotator.model.annotation import Span
from annotator.services.changes import Changes
from annotator.services.same_place import carrier, same_place

__all__ = ["carrier", "made_span", "same_place"]


def made_span(changes: Changes | None) -> Span | None:
    """Return the first span that an act left behind, if it made or changed one."""
    if changes is None or changes.edit is None:
        return None
    return next((item.after for item in changes.edit.changes if isinstance(item.after, Span)), None)
