"""Find in the article: every place marked quietly, one of them chosen."""

from collections.abc import Mapping

from annotator.compat import override
from annotator.text.finder import Finder
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.panels.find_bar import FindBar
from annotator.ui.text_view.found import Found

_LONGEST_TAKEN = 100
"""A longer selection was hardly made to look for it elsewhere."""


class Find(Feature):
    """The bar above the text, and F3 with and without it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._bar: FindBar | None = None
        self._finder: Finder | None = None
        self._hits: list[tuple[int, int]] = []
        self._from = 0
        """Where the caret was when the bar was opened: typing looks on from there."""
        desk.session.opened.connect(self._opened)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "find": self.start,
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }

    @property
    def bar(self) -> FindBar:
        """The bar, made when it is first wanted."""
        if self._bar is None:
            self._bar = FindBar(self.desk.theme)
            self._bar.changed.connect(self._search)
            self._bar.next_asked.connect(lambda: self.step(1))
            self._bar.previous_asked.connect(lambda: self.step(-1))
            self._bar.closed.connect(self.close)
            self.desk.over_text(self._bar)
        return self._bar

    def start(self) -> None:
        """Open the bar; words that are selected are what is looked for."""
        view, document = self.desk.view, self.desk.session.document
        if document is None:
            self.refused.emit(self.tr("There is no article to look in."))
            return
        chosen = view.selection()
        words = document.text[slice(*chosen)] if chosen else ""
        take = bool(words.strip()) and len(words) <= _LONGEST_TAKEN and "\n" not in words
        self._from = chosen[0] if chosen else view.caret()
        self.bar.enter(words if take else "")
        self._search()

    def close(self) -> None:
        """Hide the bar; the chosen place stays selected."""
        self.bar.hide()
        self.desk.view.set_found(None)
        self.desk.focus_text()

    def step(self, direction: int) -> None:
        """Choose the next or previous place, round the ends of the article."""
        if self._bar is None or not self._bar.line.text().strip():
            self.start()
            return
        if self._finder is None:
            self._look()
        if not self._hits:
            words = self.tr("“%1” is not in this article.")
            self.refused.emit(words.replace("%1", self._bar.line.text().strip()))
            return
        place, around = self._neighbour(direction)
        if around:
            self.told.emit(
                self.tr("On from the start of the article.")
                if direction > 0
                else self.tr("On from the end of the article.")
            )
        self._choose(place)

    def _neighbour(self, direction: int) -> tuple[int, bool]:
        """Return the number of the hit to go to, and whether it lies round an end."""
        chosen = self.desk.view.selection() or (self.desk.view.caret(),) * 2
        hits = self._hits
        if direction > 0:
            after = (n for n, hit in enumerate(hits) if hit[0] >= chosen[0] and hit != chosen)
            place = next(after, None)
            return (0, True) if place is None else (place, False)
        before = (n for n in reversed(range(len(hits))) if hits[n][0] < chosen[0])
        place = next(before, None)
        return (len(hits) - 1, True) if place is None else (place, False)

    def _opened(self) -> None:
        """Look in the article that is now on screen, if the bar is open, without leaping."""
        self._finder, self._hits, self._from = None, [], 0
        if self._bar is not None and self._bar.isVisible():
            self._look()
            self._bar.show_count(0, len(self._hits))

    def _search(self) -> None:
        self._look()
        following = (n for n, hit in enumerate(self._hits) if hit[0] >= self._from)
        if self._hits:
            self._choose(next(following, 0))
        else:
            self.bar.show_count(0, 0)

    def _look(self) -> None:
        document = self.desk.session.document
        if document is None:
            return
        if self._finder is None:
            self._finder = Finder(document.text)
        bar = self.bar
        self._hits = self._finder.find(
            bar.line.text(),
            match_case=bar.match_case.isChecked(),
            whole_words=bar.whole_words.isChecked(),
        )
        if bar.isVisible():
            self.desk.view.set_found(Found(self._hits) if self._hits else None)

    def _choose(self, place: int) -> None:
        start, end = self._hits[place]
        self.desk.presenter.select("")
        self.desk.view.select(start, end)
        self.desk.view.reveal(start, end)
        self.bar.show_count(place + 1, len(self._hits))
