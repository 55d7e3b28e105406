"""Page furniture in the text: grey, named where the caret or the mouse is, and switched off."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.document import Document
from annotator.services.furniture import Kind, Stretch, stretch_at, touches
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.messages import words_for
from annotator.ui.text_view.found import Found
from annotator.ui.widgets import plain_tip

Word = tuple[int, int]


class FurnitureFeature(Feature):
    """Shows what of the open article is page furniture, unless a person said it has none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stretches: tuple[Stretch, ...] = ()
        self._over: Stretch | None = None
        desk.view.viewport().installEventFilter(self)
        desk.view.caret_moved.connect(self._moved)
        desk.session.opened.connect(self._show)
        self._show()
        self._show_count()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"furniture": self.switch}

    def switch(self) -> None:
        """Say of the open article that all of it is story, or that its furniture is none."""
        document = self.desk.session.document
        if document is None:
            self.refused.emit(self.tr("There is no article open."))
            return
        service = self.desk.session.project.furniture
        all_story = not service.is_all_story(document.id)
        if all_story and not service.of(document):
            self.refused.emit(self.tr("No page furniture was found in this article."))
            return
        try:
            service.set_all_story(document.id, on=all_story)
        except AnnotatorError as error:
            self.refused.emit(words_for(error))
            return
        self._show()
        self._show_count()
        words = (
            self.tr("All of this article counts as story.")
            if all_story
            else self.tr("The page furniture of this article is grey and not counted.")
        )
        self.told.emit(words)
        self.desk.view.announce(words)

    def _show(self) -> None:
        document = self.desk.session.document
        if document is None:
            return
        self._stretches = self.desk.session.project.furniture.of(document)
        self._over = None
        places = [(start, end) for start, end, _ in self._stretches]
        self.desk.view.set_muted(Found(places) if places else None)

    def _show_count(self) -> None:
        """Count the words of the story alone, and look anew at what is proposed for spans."""
        self.desk.presenter.adjust(lambda scenes: scenes.use_words(self._count))

    def _count(self, document: Document) -> int:
        """Return how many words the story of an article has.

        Counted at blanks, as editors do: the exact rule would cost more than opening the article.
        """
        return len(document.text.split()) - sum(
            len(document.text[start:end].split())
            for start, end, _ in self.desk.session.project.furniture.of(document)
        )

    # -- saying what it is

    def _moved(self, position: int) -> None:
        """Say it when the caret comes into a piece of furniture."""
        over = stretch_at(self._stretches, position)
        if over is None and position:  # behind its last character
            over = stretch_at(self._stretches, position - 1)
        if over is not None and over != self._over:
            words = self._words(over.kind)
            self.told.emit(words)
            self.desk.view.announce(words)
        self._over = over

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse where it rests over furniture or over a fact of the heading."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        view = self.desk.view
        fact = view.fact_at(event.pos())
        hit = view.hit(event.pos())
        words = fact.hint if fact is not None else ""
        if fact is None and hit.character is not None and not hit.marks:
            over = stretch_at(self._stretches, hit.character)
            words = self._words(over.kind) if over is not None else ""
        if words:
            QToolTip.showText(event.globalPos(), plain_tip(words), view.viewport())
        return bool(words)

    def _words(self, kind: Kind) -> str:
        names = {
            Kind.HEADLINE: self.tr("the headline again"),
            Kind.KEYWORDS: self.tr("keywords"),
            Kind.CAPTION: self.tr("caption or credit of a picture"),
            Kind.DATELINE: self.tr("place and outlet"),
            Kind.READ_ALSO: self.tr("link to another article"),
            Kind.BYLINE: self.tr("author and time"),
            Kind.SHARE: self.tr("request to share or follow"),
            Kind.ORIGIN: self.tr("copyright and origin"),
            Kind.ADVERT: self.tr("advertisement"),
            Kind.NAVIGATION: self.tr("pages and menu"),
        }
        return self.tr("Page furniture: %1").replace("%1", names[kind])


def without_furniture(desk: Desk, words: Sequence[Word]) -> list[Word]:
    """Return the words of the open article that stand in its story or its dateline.

    A dateline keeps its place: it is labelled often. All of them where no other words are left.
    """
    document = desk.session.document
    if document is None:
        return list(words)
    stretches = [
        stretch
        for stretch in desk.session.project.furniture.of(document)
        if stretch.kind is not Kind.DATELINE
    ]
    left = [word for word in words if not touches(stretches, *word)]
    return left or list(words)
