"""Keeps the place in the project, so that work goes on where it was left."""

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.ui.annotate.feature import Desk, Feature
from annotator.ui.annotate.kept_place import Place, keep_place, kept_place


class PlaceFeature(Feature):
    """Shows the panel that was open, and keeps article, caret and panel at the end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        kept = kept_place(desk.session.project)
        if kept.panel in desk.side_bar.names and kept.panel != desk.side_bar.current:
            desk.side_bar.show_panel(kept.panel)

    @override
    def finish(self) -> None:
        desk = self.desk
        shown = desk.session.document
        if shown is None:
            return
        place = Place(shown.id, desk.view.caret(), desk.side_bar.current)
        try:
            keep_place(desk.session.project, place)
        except AnnotatorError as error:
            desk.session.failed.emit(error)
