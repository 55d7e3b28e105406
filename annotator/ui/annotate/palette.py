"""The command palette: every action, label, group and article by a few letters of its name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.ui.action import Action, Where
from annotator.ui.actions import ACTIONS, MENUS, action_named
from annotator.ui.annotate.feature import Feature, Handler
from annotator.ui.annotate.quick_lists import GROUP, LABEL, label_ids, scheme_entries
from annotator.ui.annotate.step_titles import step_titles
from annotator.ui.dates import date_words
from annotator.ui.quick_entries import Entry, Finder
from annotator.ui.quick_open import QuickOpen

_ACTION, _ARTICLE = "action:", "article:"
_ARTICLES = 12
"""Articles that are shown at most."""
_LETTERS = 2
"""Letters that must be typed before articles are looked for."""
_REMEMBERED = 8
_RECENT_LABELS = 4
_ID = 20
"""What it is worth less to be found by an action's id or menu."""


class Palette(Feature):
    """Opens the palette, and does what is chosen in it."""

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"palette": self.toggle}

    def toggle(self) -> None:
        """Open the palette; where it is open already, close it."""
        desk = self.desk
        open_now = [one for one in desk.window.findChildren(QuickOpen) if not one.isHidden()]
        for one in open_now:
            one.leave()
        if any(one.objectName() == "palette" for one in open_now):
            return
        project = desk.session.project
        recent = [*desk.settings.get("recent_commands")]
        recent += label_ids(project.timeline.recent_labels(_RECENT_LABELS))
        entries = self._action_entries()
        entries += scheme_entries(
            desk.scheme, desk.theme, desk.language, current=desk.labels.group, prefix=True
        )
        popup = QuickOpen(
            desk.window,
            desk.theme,
            Finder(entries, recent, self._articles),
            self.tr("Find a command"),
            self.tr("Command, label, group or article"),
            width=600,
            passed_on=action_named("palette").keys,
        )
        popup.setObjectName("palette")
        popup.taken.connect(self._take)
        popup.start()

    def _action_entries(self) -> list[Entry]:
        made = {item.objectName(): item for item in self.desk.window.findChildren(QAction)}
        titles = step_titles(self.desk.session, self.desk.language)
        return [
            _action_entry(action, titles.get(action.id, action.words), made[action.id])
            for action in ACTIONS
            if action.id in made and action.id not in {"palette", "keys_window"}
        ]

    def _articles(self, typed: str) -> Sequence[Entry]:
        """Return the articles whose title holds the typed words."""
        if len(typed) < _LETTERS:
            return ()
        words = self.tr("Open: %1")
        found = self.desk.session.project.documents.titled(typed.split(), _ARTICLES)
        return [
            Entry(
                id=_ARTICLE + document,
                title=words.replace("%1", title),
                note=date_words(date, self.desk.language),
            )
            for document, title, date in found
        ]

    def _take(self, entry: str) -> None:
        kind, _, name = entry.partition(":")
        desk = self.desk
        if kind + ":" == _ARTICLE:
            desk.open_document(DocumentId(name))
            desk.focus_text()
        elif kind + ":" == LABEL:
            desk.focus_text()
            desk.presenter.label(name)
        elif kind + ":" == GROUP:
            desk.focus_text()
            desk.presenter.choose_group(name)
        else:
            self._trigger(name)

    def _trigger(self, name: str) -> None:
        desk = self.desk
        kept = [_ACTION + name, *desk.settings.get("recent_commands")]
        desk.settings.set("recent_commands", tuple(dict.fromkeys(kept))[:_REMEMBERED])
        action = next(one for one in ACTIONS if one.id == name)
        if action.where is Where.TEXT:
            desk.focus_text()
        found = desk.window.findChild(QAction, name)
        if isinstance(found, QAction):
            found.trigger()


def _action_entry(action: Action, title: str, item: QAction) -> Entry:
    heading = MENUS.get(action.menu, "")
    menu = QCoreApplication.translate("Actions", heading).replace("&", "")
    return Entry(
        id=_ACTION + action.id,
        title=title.rstrip("…") if title == action.words else title,
        others=(
            *((action.words, 0) for _ in range(title != action.words)),
            *((action.title, 3) for _ in range(action.title != action.words)),
            (menu, _ID),
            (action.id.replace("_", " "), _ID),
        ),
        note=menu,
        key=action.key_text,
        enabled=item.isEnabled(),
    )
