"""A scheme being changed: what was done to it, step by step, each of which can be taken back."""

from collections.abc import Callable, Iterable

from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import Put, Ref, SchemeEdit, Unset, edited
from annotator.records import Record


class Step(Record):
    """Edits that were made together, and the scheme before them. `title` names several at once."""

    edits: tuple[SchemeEdit, ...]
    before: Scheme
    title: str = ""


class Draft:
    """Edits of a scheme that nobody has stored yet.

    Every step leaves a scheme that the reader and `check` accept; `check` raises SchemeError.
    """

    def __init__(self, base: Scheme, check: Callable[[Scheme], None] = lambda _: None) -> None:
        self.base = base
        self.scheme = base
        self.steps: list[Step] = []
        self._check = check

    @property
    def edits(self) -> tuple[SchemeEdit, ...]:
        """All edits, in the order they were made."""
        return tuple(edit for step in self.steps for edit in step.edits)

    def add(self, edits: Iterable[SchemeEdit], title: str = "") -> None:
        """Take one more step. Raises SchemeError and leaves the draft as it was.

        Changes of one key that follow each other are one step; what changes nothing is none.
        """
        edits = tuple(edits)
        before = self.scheme
        last = self.steps[-1] if self.steps else None
        follows = last is not None and _key(edits) is not None and _key(edits) == _key(last.edits)
        if last is not None and follows:
            before = last.before
        after = edited(before, edits)
        self._check(after)
        if follows:
            self.steps.pop()
        self.scheme = before
        if after != before or after.source != before.source:
            self.steps.append(Step(edits, before, title))
            self.scheme = after

    def undo(self) -> Step | None:
        """Take the last step back and return it; None where there is none."""
        if not self.steps:
            return None
        step = self.steps.pop()
        self.scheme = step.before
        return step


def _key(edits: tuple[SchemeEdit, ...]) -> tuple[Ref, str] | None:
    """Return which key of which entry a step changes; None for anything more."""
    if len(edits) != 1:
        return None
    (edit,) = edits
    return (edit.ref, edit.key) if isinstance(edit, Put | Unset) else None
