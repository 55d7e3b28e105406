"""The relations of the selected span, in both directions, in words."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from annotator.model.attributes import EMPTY, Attributes
from annotator.model.scheme import Scheme
from annotator.ui.panels.attributes import fields_of
from annotator.ui.panels.described import Described, DescribedList
from annotator.ui.theme import Theme, mix


class RelationRow(NamedTuple):
    """One relation of the selected span: its name and the span at the other end.

    `note` is the factuality of the violation it hangs on: a link to a perpetrator says no more
    than the violation does. `summary` says in words what its own `attributes` say.
    """

    relation: str
    name: str
    note: str
    other: str
    words: str
    role: str
    outgoing: bool
    kind: str = ""
    attributes: Attributes = EMPTY
    summary: str = ""


class RelationList(DescribedList):
    """A row each: what the link says, whom it reaches, how sure that is, a way to remove it."""

    def __init__(
        self, scheme: Scheme, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, language, parent)
        self._scheme = scheme

    def show_rows(self, rows: tuple[RelationRow, ...]) -> None:
        """Show these relations."""
        self.show_items(tuple(self._described(row) for row in rows))

    def _described(self, row: RelationRow) -> Described:
        theme = self._theme
        group = self._scheme.group(row.role)
        share = 0.3 if theme.is_dark else 0.5
        kinds = self._scheme.attributes_of_relation(row.kind)
        return Described(
            id=row.relation,
            name=row.name if row.outgoing else f"← {row.name}",
            words=f"{row.words} · {row.note}" if row.note else row.words,
            fill=mix(group.fill if group else theme.hairline, theme.panel, share),
            leads_to=row.other,
            removal=self.tr("Remove this relation"),
            summary=row.summary,
            fields=fields_of(kinds, row.attributes, None),
            values=row.attributes,
        )
