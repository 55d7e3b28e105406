"""The page on which a scheme is changed: the tree, the form, how it looks, what was changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import SchemeError
from annotator.model.scheme import Scheme
from annotator.model.scheme_draft import Draft
from annotator.model.scheme_edit import (
    SCHEME,
    Add,
    Map,
    Move,
    Part,
    Put,
    Ref,
    Remove,
    SchemeEdit,
    Unset,
    list_of,
    place_of,
)
from annotator.services.schemes import SchemeUsage
from annotator.ui.scheme_editor.form import FormPane
from annotator.ui.scheme_editor.look import Look
from annotator.ui.scheme_editor.new_entry import ChooseDialog, NewEntryDialog
from annotator.ui.scheme_editor.parts import Button
from annotator.ui.scheme_editor.tree import TreePane
from annotator.ui.scheme_editor.vanishing import targets_of
from annotator.ui.scheme_editor.words import counted, entry_name, step_words
from annotator.ui.scheme_faults import check_keys, fault_words
from annotator.ui.speech import announce, explain
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Heading, Line, Splitter, Words, quiet_scroll_bar

_TREE_WIDTH = 340
_SIDE_WIDTH = 250


class EditPage(QWidget):
    """Changes a draft. Nothing is stored here."""

    apply_asked = Signal()
    close_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    take_back_asked = Signal()

    def __init__(self, scheme: Scheme, theme: Theme, language: str, *, may_edit: bool) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._usage: SchemeUsage | None = None
        self._may_edit = may_edit
        self.draft = Draft(scheme, lambda made: check_keys(made, language))
        self.tree = TreePane(theme, language)
        self.form = FormPane(self.attempt, theme, language)
        self.look = Look(theme, language)
        self.changes = QListWidget()
        panes = Splitter(theme)
        panes.addWidget(self._left())
        panes.addWidget(self.form)
        panes.addWidget(self._right())
        panes.setStretchFactor(1, 1)
        panes.setSizes([_TREE_WIDTH, 560, _SIDE_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panes, 1)
        column.addWidget(Line(theme))
        column.addLayout(self._bar())
        self.tree.chosen.connect(self._choose)
        self.tree.entered.connect(self._enter_form)
        self.form.retire_asked.connect(self._retire)
        self.form.map_asked.connect(self._ask_map)
        self.form.delete_asked.connect(self._delete)
        self.look.offered.connect(self._take_colour)
        self._keys()
        self._refresh(SCHEME)

    # -- what the dialog asks --------------------------------------------------------------------

    def show_usage(self, usage: SchemeUsage) -> None:
        """Show how often everything is used; what is being typed stays."""
        self._usage = usage
        self.tree.show_usage(usage)
        self.form.show_uses(usage.of(self.form.ref))

    def attempt(self, edit: SchemeEdit) -> str:
        """Try an edit and return what is wrong with it, "" where it is part of the draft now."""
        try:
            self.draft.add([edit])
        except SchemeError as error:
            return "; ".join(fault_words(fault._replace(where="")) for fault in error.faults)
        self._refresh(edit.ref if isinstance(edit, Add) else self.form.ref)
        return ""

    def take(self, edits: tuple[SchemeEdit, ...], title: str) -> None:
        """Make many edits one step of the draft. Raises SchemeError."""
        self.draft.add(edits, title)
        self._refresh(SCHEME)

    def is_in_order(self) -> bool:
        """Tell whether all that was typed is part of the draft; else go to what is not."""
        self.form.commit()
        wrong = self.form.first_error
        if wrong is None:
            return True
        wrong.setFocus()
        self._tell(self.tr("First mend what is marked in the form."))
        return False

    def offer_to_take_back(self, words: str) -> None:
        """Offer to take the last stored change back; "" for no offer."""
        self._take_back.setText(words)
        self._take_back.setVisible(bool(words))

    # -- layout ----------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 8, 10)
        row.setSpacing(6)
        self._additions = self._add_menu()
        self.add_button = Button(self.tr("Add…"), self._theme)
        self.add_button.setMenu(self._additions)
        up, down = Button("↑", self._theme), Button("↓", self._theme)
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        for button, words in ((up, self.tr("Move up")), (down, self.tr("Move down"))):
            button.setAccessibleName(words)
            explain(button, words)
        for button in (self.add_button, up, down):
            button.setEnabled(self._may_edit)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return left

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 14, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.look)
        self._changes_heading = Heading("", self._theme)
        column.addWidget(self._changes_heading)
        self.changes.setFont(font(12))
        self.changes.setWordWrap(True)
        self.changes.setFrameShape(QListWidget.Shape.NoFrame)
        self.changes.setAccessibleName(self.tr("Changes"))
        self.changes.setSpacing(2)
        quiet_scroll_bar(self.changes.verticalScrollBar(), self._theme, self._theme.panel)
        ground = self.changes.palette()
        ground.setColor(ground.ColorRole.Base, QColor(self._theme.panel))
        self.changes.setPalette(ground)
        column.addWidget(self.changes, 1)
        self.undo_button = Button(self.tr("Undo the last one"), self._theme)
        self.undo_button.clicked.connect(self.undo)
        column.addWidget(self.undo_button)
        return right

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 12)
        row.setSpacing(8)
        self.import_button = Button(self.tr("Import…"), self._theme)
        self.import_button.clicked.connect(self.import_asked)
        self.import_button.setEnabled(self._may_edit)
        export = Button(self.tr("Export…"), self._theme)
        export.clicked.connect(self.export_asked)
        self._take_back = Button("", self._theme)
        self._take_back.clicked.connect(self.take_back_asked)
        self._take_back.hide()
        self._told = Words("", self._theme.warning, size=12, weight=QFont.Weight.Medium)
        self._told.setWordWrap(True)
        close = Button(self.tr("Close"), self._theme)
        close.clicked.connect(self.close_asked)
        self.apply = Button(self.tr("Apply…"), self._theme, main=True)
        self.apply.clicked.connect(self.apply_asked)
        for widget in (self.import_button, export, self._take_back):
            row.addWidget(widget)
        row.addWidget(self._told, 1)
        row.addWidget(close)
        row.addWidget(self.apply)
        return row

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        for part, words in (
            (Part.LABEL, self.tr("Label…")),
            (Part.GROUP, self.tr("Group…")),
            (Part.ATTRIBUTE, self.tr("Attribute…")),
            (Part.VALUE, self.tr("Value of the attribute…")),
            (Part.RELATION, self.tr("Relation…")),
        ):
            action = menu.addAction(words)
            action.setData(part)
            action.triggered.connect(lambda _=False, part=part: self.ask_new(part))
        menu.aboutToShow.connect(self._enable_additions)
        return menu

    def _keys(self) -> None:
        for keys, slot in (
            ("Ctrl+F", self.tree.search.setFocus),
            ("Ctrl+Z", self.undo),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Ctrl+N", lambda: self.ask_new(Part.LABEL)),
            ("Ctrl+Return", self.apply_asked.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what happens ----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step of the draft back."""
        if self.draft.undo() is not None:
            for field in self.form.fields.values():
                field.show_error("")
            self._refresh(self.form.ref)

    def ask_new(self, part: Part) -> None:
        """Ask for a new entry beside or below the chosen one."""
        owner, within = self._owner(part), self._group()
        if not self._may_edit or (part is Part.VALUE and not owner):
            return
        self.form.commit()
        dialog = NewEntryDialog(
            self.draft.scheme, Ref(part, "", owner), within, self.attempt, self._theme, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._show_new(dialog.added))
        dialog.open()

    def _show_new(self, ref: Ref | None) -> None:
        if ref is not None:
            self.tree.choose(ref)
            self._enter_form()

    def _choose(self, ref: Ref) -> None:
        self.form.commit()
        wrong = self.form.first_error
        words = "" if wrong is None else f"{wrong.title}: {wrong.error}"
        self._show(ref)
        if words:
            self._tell(self.tr("Not taken: %1").replace("%1", words))

    def _show(self, ref: Ref) -> None:
        """Show an entry of the draft as it is."""
        scheme = self.draft.scheme
        uses = None if self._usage is None else self._usage.of(ref)
        self.form.show_entry(scheme, ref, uses, may_edit=self._may_edit)
        self.look.show_entry(scheme, ref, may_edit=self._may_edit)
        self._tell("")

    def _refresh(self, ref: Ref) -> None:
        """Show the draft after it was changed, with an entry chosen."""
        scheme = self.draft.scheme
        if not self._is_there(scheme, ref):
            ref = SCHEME
        self.tree.show_scheme(scheme, self._usage, ref)
        self._show(ref)
        self._show_changes()

    def _is_there(self, scheme: Scheme, ref: Ref) -> bool:
        if not ref.id:
            return True
        try:
            place_of(scheme.source, ref)
        except SchemeError:
            return False
        return True

    def _show_changes(self) -> None:
        steps = self.draft.steps
        heading = counted(len(steps), self.tr("1 change"), self.tr("%1 changes"))
        self._changes_heading.setText(heading if steps else self.tr("No changes yet"))
        after = [*(step.before for step in steps[1:]), self.draft.scheme]
        lines = [
            step_words(step, made, self._language) for step, made in zip(steps, after, strict=False)
        ]
        if lines != [self.changes.item(n).text() for n in range(self.changes.count())]:
            self.changes.clear()
            self.changes.addItems(lines)
            self.changes.scrollToBottom()
        self.undo_button.setEnabled(bool(steps))
        self.apply.setEnabled(bool(steps))

    def _retire(self) -> None:
        ref, scheme = self.form.ref, self.draft.scheme
        entry = next(item for item in list_of(scheme.source, ref) if item["id"] == ref.id)
        retired = bool(entry.get("retired"))
        self._do(Unset(ref, "retired") if retired else Put(ref, "retired", value=True))

    def _ask_map(self) -> None:
        ref, scheme = self.form.ref, self.draft.scheme
        name = entry_name(scheme, ref, self._language)
        options = targets_of(scheme, ref, self._language)
        if ref.part is Part.VALUE:
            options.insert(0, ("", self.tr("nothing: take the value away")))
        dialog = ChooseDialog(
            self.tr("Map “%1” to").replace("%1", name),
            self.tr(
                "Whatever says it says the other one from then on, and it is no longer offered. "
                "Nothing is stored before you apply the changes."
            ),
            options,
            self._theme,
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda to: self._do(Map(ref, to)))
        dialog.open()

    def _delete(self) -> None:
        self._do(Remove(self.form.ref))

    def _take_colour(self, edit: Put) -> None:
        self._do(edit)

    def _move(self, by: int) -> None:
        ref = self.form.ref
        if not self._may_edit or not ref.id:
            return
        source = self.draft.scheme.source
        entries = list_of(source, ref)
        place = place_of(source, ref)
        group = entries[place].get("group")
        others = [
            n for n, entry in enumerate(entries)
            if entry.get("group") == group or ref.part is not Part.LABEL
        ]  # fmt: skip
        wanted = others.index(place) + by
        if 0 <= wanted < len(others):
            self._do(Move(ref, others[wanted]))

    def _do(self, edit: SchemeEdit) -> None:
        wrong = self.attempt(edit)
        if wrong:
            self._tell(wrong)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        announce(self._told, words)

    def _enter_form(self) -> None:
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _owner(self, part: Part) -> str:
        ref = self.form.ref
        if part is not Part.VALUE:
            return ""
        return ref.owner or (ref.id if ref.part is Part.ATTRIBUTE else "")

    def _group(self) -> str:
        """Return the group a new label would be in: that of the chosen entry, else the first."""
        ref, scheme = self.form.ref, self.draft.scheme
        label = scheme.label(ref.id) if ref.part is Part.LABEL else None
        if label is not None:
            return label.group
        return ref.id if ref.part is Part.GROUP and ref.id else scheme.groups[0].id

    def _enable_additions(self) -> None:
        for action in self._additions.actions():
            action.setEnabled(action.data() != Part.VALUE or bool(self._owner(Part.VALUE)))
