"""Same text again: the next place of the same words, the same label there, all places at once."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from annotator.compat import override
from annotator.errors import AnnotatorError, Cancelled
from annotator.model.annotation import Span
from annotator.model.ids import ActId, DocumentId
from annotator.model.stretches import nearest_piece
from annotator.services.changes import Changes
from annotator.services.furniture import touches
from annotator.services.same_text import Applied, Found, Options, Standing, TakenBack, asks_for_case
from annotator.text.acronyms import others_for, pairs_of
from annotator.text.occurrences import Finder, Occurrence, cuts_word
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.messages import words_for

if TYPE_CHECKING:
    from annotator.model.document import Document
    from annotator.ui.dialogs.places import PlacesDialog
    from annotator.ui.item_models.places import PlaceRow
    from annotator.ui.tasks import Task

SETTING = "same_text"
_REMEMBERED = ("whole", "clitics", "affixes", "acronyms")
"""Options that stay from one search to the next; case is asked by the words themselves."""
_MANY = 40
"""Articles changed at once from which on the list is read again as a whole."""


class _Source(NamedTuple):
    """Words to look for and where they were taken from."""

    phrase: str
    start: int
    end: int


class SameTextFeature(Feature):
    """Shift+G, Shift+H, Ctrl+Shift+H."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._source: _Source | None = None
        """What Shift+G looks for, as long as selection or focused span are where it led."""
        self._label = ""
        """The label that Shift+H gives: of the last act, or of the span Shift+G started at."""
        self._places: tuple[tuple[object, ...], tuple[Occurrence, ...]] | None = None
        """What was found last, and for what."""
        self._dialog: PlacesDialog | None = None
        self._task: Task | None = None
        desk.session.changed.connect(self._learn)
        desk.session.opened.connect(self._forget)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "next_same": self.next_same,
            "same_here": self.same_here,
            "all_same": self.all_same,
            "take_back": self.offer_to_take_back,
        }

    # -- one after the other

    def next_same(self) -> None:
        """Select the next place with the words of the selection, focused span or caret."""
        document, source = self.desk.session.document, self._find_source()
        if document is None or source is None:
            self.refused.emit(self.tr("Put the caret on a word or select some."))
            return
        options = self._options_for(source.phrase, document.text, source)
        places = self._places_of(source.phrase, options, document)
        following = next(
            (number for number, place in enumerate(places) if place.start >= source.end), 0
        )
        if not places or (len(places) == 1 and places[0].start < source.end > source.start):
            self.refused.emit(self.tr("These words stand nowhere else in this article."))
            return
        start, end, _ = places[following]
        self._source = source._replace(start=start, end=end)
        self.desk.presenter.select("")
        self.desk.view.select(start, end)
        self.desk.view.reveal(start, end)
        words = self.tr("%1 of %2").replace("%1", str(following + 1))
        words = " · ".join([words.replace("%2", str(len(places))), *self._labels_at(start, end)])
        self.told.emit(words)
        self.desk.view.announce(words)

    def same_here(self) -> None:
        """Give the selection the label that was given last. The label only: see decision 8."""
        label = self.desk.scheme.label(self._label)
        if label is None:
            self.refused.emit(self.tr("Label something first: the same label is given here."))
            return
        self.desk.presenter.label(label.id)

    def _find_source(self) -> _Source | None:
        """Return the words meant; where Shift+G has led, those it began with."""
        document, view = self.desk.session.document, self.desk.view
        if document is None:
            return None
        selection, focused = view.selection(), self.desk.presenter.selected
        if selection is None and focused is not None:
            self._label = focused.label
            selection = nearest_piece(focused, view.caret())
        place = selection or view.target()
        if place is None:
            return None
        known = self._source
        if known is not None and place == (known.start, known.end):
            return known
        return _Source(document.text[slice(*place)], *place)

    def _options_for(self, phrase: str, text: str, source: _Source) -> Options:
        """Return the options a search begins with; a cut word is looked for inside of words."""
        wanted = {name: name in self.desk.settings.get(SETTING) for name in _REMEMBERED}
        edges = (source.start, source.end)
        if text[slice(*edges)] == phrase and any(cuts_word(text, edge) for edge in edges):
            wanted |= {"whole": False, "clitics": False, "affixes": False}
        return Options(case=asks_for_case(phrase), **wanted)

    def _places_of(
        self, phrase: str, options: Options, document: "Document"
    ) -> tuple[Occurrence, ...]:
        """Find all places once, however often Shift+G is pressed: in 1 MB it takes a while."""
        all_story = self.desk.session.project.furniture.is_all_story(document.id)
        key = (document.id, phrase, options, all_story)
        if self._places is None or self._places[0] != key:
            others = others_for(phrase, pairs_of(document.text)) if options.acronyms else []
            found = Finder(phrase, options, others).find(document.text)
            furniture = self.desk.session.project.furniture.of(document)
            found = [place for place in found if not touches(furniture, place.start, place.end)]
            self._places = (key, tuple(found))
        return self._places[1]

    def _labels_at(self, start: int, end: int) -> list[str]:
        annotations, scheme = self.desk.session.annotations, self.desk.scheme
        spans = annotations.spans_in(start, end) if annotations is not None else []
        same = [span for span in spans if span.stretches == ((start, end),)]
        labels = [scheme.label(span.label) for span in same]
        return [label.names.best(self.desk.language) for label in labels if label is not None]

    def _learn(self, changes: Changes) -> None:
        """Remember the label of an act that gave one."""
        for change in changes.edit.changes if changes.edit is not None else ():
            before, after = change.before, change.after
            if isinstance(after, Span) and not (
                isinstance(before, Span) and before.label == after.label
            ):
                self._label = after.label

    def _forget(self) -> None:
        self._source = None

    # -- all at once

    def all_same(self) -> None:
        """List every place of the words, with ticks."""
        document, source = self.desk.session.document, self._find_source()
        if document is None or source is None:
            self.refused.emit(self.tr("Put the caret on a word or select some."))
            return
        from annotator.ui.dialogs.places import PlacesDialog

        desk = self.desk
        phrase = " ".join(source.phrase.split())
        options = self._options_for(source.phrase, document.text, source)
        dialog = PlacesDialog(
            desk.scheme,
            desk.theme,
            desk.language,
            document.id,
            phrase,
            options,
            self._label_for(source),
            desk.window,
            may_apply=desk.session.can_edit,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.search_wanted.connect(self._search)
        dialog.applied.connect(self._apply)
        dialog.place_wanted.connect(self._go_to)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        self._search()
        dialog.open()

    def _label_for(self, source: _Source) -> str:
        """Return the label to begin with: of a span on these words, else the last one given."""
        annotations = self.desk.session.annotations
        focused = self.desk.presenter.selected
        place = (source.start, source.end)
        here = [focused] if focused is not None else []
        here += annotations.spans_in(*place) if annotations is not None else []
        same = (span.label for span in here if place in span.stretches)
        return next(same, self._label)

    def _search(self) -> None:
        dialog, document = self._dialog, self.desk.session.document
        if dialog is None or document is None:
            return
        self._stop()
        options = dialog.options
        phrase, shown, everywhere = dialog.phrase, document.id, dialog.is_everywhere
        job = self.desk.session.project.job(
            lambda project, progress: project.same_text.find(
                phrase, options, shown, progress, everywhere=everywhere
            )
        )
        task = self.desk.session.look(self.tr("Searching"), job)
        task.progressed.connect(dialog.show_progress)
        task.finished.connect(self._found)
        task.failed.connect(self._not_found)
        self._task = task

    def _found(self, found: Found) -> None:
        if self.sender() is self._task and self._dialog is not None:
            self._task = None
            self._dialog.show_found(found)

    def _not_found(self, error: BaseException) -> None:
        if self.sender() is self._task and self._dialog is not None:
            self._task = None
            self._dialog.show_words(words_for(error))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _closed(self) -> None:
        self._stop()
        if self._dialog is not None:
            options = self._dialog.options
            kept = tuple(name for name in _REMEMBERED if getattr(options, name))
            self.desk.settings.set(SETTING, kept)
        self._dialog = None
        self.desk.focus_text()

    def _go_to(self, row: "PlaceRow") -> None:
        document, start, end = row.key
        if self._dialog is not None:
            self._dialog.reject()
        self.desk.show_place(document, start, end)

    def _apply(self) -> None:
        """Label what is ticked: here as an ordinary act, elsewhere in the background."""
        dialog, document = self._dialog, self.desk.session.document
        if dialog is None or document is None or not self.desk.presenter.may_edit():
            return
        ticked, label = dialog.model.ticked, dialog.label_id
        dialog.accept()
        session = self.desk.session
        if set(ticked) == {document.id}:
            places, service = ticked[document.id], session.project.same_text
            self.desk.presenter.do(lambda within: service.edit_for(within, places, label))
            return
        self._label = label
        job = session.project.job(
            lambda project, progress: project.same_text.label(ticked, label, progress)
        )
        self._run(self.tr("Labelling"), job, self._applied)

    def _applied(self, done: Applied) -> None:
        self._refresh(done.documents)
        if not done.documents:
            self.told.emit(self.tr("All of these places carry this label already."))
            return
        words = self.tr("Labelled. Places: %1, articles: %2.")
        words = words.replace("%1", str(done.places)).replace("%2", str(len(done.documents)))
        self._offer(words, done.act)

    # -- taking it back everywhere

    def offer_to_take_back(self) -> None:
        """Say in how many articles the last act on several of them stands, and offer to undo it."""
        if not self.desk.presenter.may_edit():
            return
        job = self.desk.session.project.job(lambda project, _: project.same_text.last_act())
        self._run(self.tr("Searching"), job, self._last_found)

    def _last_found(self, found: Standing | None) -> None:
        if found is None:
            self.refused.emit(self.tr("There is no labelling of several articles to take back."))
            return
        words = self.tr("The last labelling of several articles still stands. Articles: %1.")
        self._offer(words.replace("%1", str(found.articles)), found.act)

    def _offer(self, words: str, act: ActId) -> None:
        self.desk.notice.show_words(
            words, offer=self.tr("Take all of it back"), answer=partial(self._take_back, act)
        )

    def _take_back(self, act: ActId) -> None:
        if not self.desk.presenter.may_edit():
            return
        job = self.desk.session.project.job(
            lambda project, progress: project.same_text.take_back(act, progress)
        )
        self._run(self.tr("Taking back"), job, self._taken_back)

    def _taken_back(self, done: TakenBack) -> None:
        self._refresh(done.documents)
        words = self.tr("Taken back. Articles: %1.").replace("%1", str(len(done.documents)))
        if done.refused:
            more = self.tr("Left as they are, because something was changed there since: %1")
            words += " " + more.replace("%1", "; ".join(done.refused))
        self.desk.notice.show_words(words, bad=bool(done.refused))

    # -- helpers

    def _run(self, title: str, job: Callable[..., object], then: Callable[..., None]) -> None:
        task = self.desk.session.run(title, job)
        task.finished.connect(then)
        task.failed.connect(self._failed)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.told.emit(self.tr("Stopped. Nothing was changed."))
        elif isinstance(error, AnnotatorError | OSError):
            self.desk.notice.show_words(words_for(error), bad=True)
        else:
            raise error

    def _refresh(self, documents: tuple[DocumentId, ...]) -> None:
        """Show what was written on another connection."""
        if not documents:
            return
        session = self.desk.session
        shown = session.document
        if shown is not None and shown.id in documents:
            session.reload()
        session.changed.emit(Changes(frozenset(documents), list_changed=len(documents) > _MANY))
