"""The window of the scheme editor: changing, counting what it does, storing, taking back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.errors import AnnotatorError, Cancelled, SchemeError
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import SCHEME, Part, Put, Ref, edited, mappings_of, raised
from annotator.model.scheme_loading import loading
from annotator.services.schemes import Applied, Effects, SchemeChange, SchemeUsage
from annotator.ui.messages import words_for
from annotator.ui.scheme_editor.counting import UsesCount
from annotator.ui.scheme_editor.done import DonePage
from annotator.ui.scheme_editor.editor import EditPage
from annotator.ui.scheme_editor.files import ask_for_scheme, save_scheme
from annotator.ui.scheme_editor.impact import ImpactPage
from annotator.ui.scheme_editor.vanishing import VanishingDialog
from annotator.ui.scheme_editor.words import (
    counted,
    effect_lines,
    entry_name,
    step_lines,
    uses_words,
)
from annotator.ui.scheme_faults import fault_words
from annotator.ui.session import Session
from annotator.ui.tasks import Task
from annotator.ui.theme import Theme

_SIZE = (1180, 700)
_MEANING = ("definition", "when", "when_not")


class SchemeDialog(QDialog):
    """Edits the project's scheme. `stored` is sent when it is closed and the scheme is another."""

    stored = Signal()

    def __init__(self, session: Session, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._language = language
        self._task: Task | None = None
        self._is_stored = False
        self._recount = False
        project = session.project
        self.setWindowTitle(self.tr("Label scheme of %1").replace("%1", project.name))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setMinimumSize(860, 540)
        room = parent.window().size()
        self.resize(min(_SIZE[0], max(860, room.width() - 40)), min(_SIZE[1], room.height()))
        self.uses = UsesCount(session, self)
        self.edit = EditPage(project.scheme, theme, language, may_edit=not project.read_only)
        self.impact = ImpactPage(theme)
        self._done = DonePage(theme)
        self._pages = QStackedWidget()
        for page in (self.edit, self.impact, self._done):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.edit.apply_asked.connect(self.preview)
        self.edit.close_asked.connect(self.reject)
        self.edit.import_asked.connect(self._ask_import)
        self.edit.export_asked.connect(self._ask_export)
        self.edit.take_back_asked.connect(self._ask_take_back)
        self.impact.back_asked.connect(self._go_back)
        self.impact.options_changed.connect(self._count)
        self.impact.apply_asked.connect(self._apply)
        self.impact.stop_asked.connect(self._stop)
        self._done.take_back.clicked.connect(self._take_back)
        self._done.close_button.clicked.connect(self.accept)
        self._offer_to_take_back()
        self.edit.tree.tree.setFocus()
        self.uses.counted.connect(self.edit.show_usage)
        self.uses.failed.connect(self._complain)
        self.uses.start()

    @property
    def done_words(self) -> str:
        """What the last page says, "" before there is one."""
        return self._done.words.text() if self._pages.currentWidget() is self._done else ""

    # -- another scheme --------------------------------------------------------------------------

    def take_scheme(self, scheme: Scheme) -> None:
        """Make another scheme part of the draft, asking what becomes of what it lacks."""
        self.uses.then(lambda usage: self._take(scheme, usage))

    def _take(self, scheme: Scheme, usage: SchemeUsage) -> None:
        old, service = self.edit.draft.scheme, self._session.project.schemes
        used = service.used_but_dropped(old, scheme, usage)
        if not used:
            self._load(old, scheme, [], {})
            return
        dialog = VanishingDialog(old, scheme, used, usage, self._theme, self._language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda targets: self._load(old, scheme, used, targets))
        dialog.open()

    def _load(self, old: Scheme, new: Scheme, used: list[Ref], targets: dict[Ref, str]) -> None:
        try:
            edits = loading(old, new, used, targets)
            title = self.tr("%1 %2 from a file: %3")
            count = counted(len(edits), self.tr("1 difference"), self.tr("%1 differences"))
            title = title.replace("%1", new.id).replace("%2", new.version).replace("%3", count)
            self.edit.take(edits, title)
        except SchemeError as error:
            self._complain("\n".join(map(fault_words, error.faults)))
            return
        if not edits:
            self._complain(self.tr("The file holds the scheme that is in force already."))
            return
        self.preview()

    def _ask_import(self) -> None:
        if self.edit.is_in_order():
            ask_for_scheme(self, self._theme, self._language, self.take_scheme)

    def _ask_export(self) -> None:
        save_scheme(self, self.edit.draft.scheme, self._complain)

    # -- counting and storing --------------------------------------------------------------------

    def preview(self) -> None:
        """Show what the draft does, counted; nothing is stored yet."""
        self.uses.then(self._preview)

    def _preview(self, usage: SchemeUsage) -> None:
        if not self.edit.is_in_order() or not self.edit.draft.steps:
            return
        draft = self.edit.draft
        steps = [
            line for step in draft.steps for line in step_lines(step, draft.scheme, self._language)
        ]
        uses, own, total = self._mapped(usage)
        version = draft.scheme.version
        if version == draft.base.version:
            version = raised(version)
        self.impact.show_change(steps, uses, own, total, self._meanings(usage), version)
        self._pages.setCurrentWidget(self.impact)
        self.impact.apply.setFocus()
        self._count()

    def _mapped(self, usage: SchemeUsage) -> tuple[list[str], int, int]:
        """Return how much what is mapped is used: in words, by the asker, by all."""
        draft = self.edit.draft
        mappings = mappings_of(draft.edits)
        refs = [
            *((Ref(Part.LABEL, old), Ref(Part.LABEL, new)) for old, new in mappings.labels.items()),
            *(
                (Ref(Part.ATTRIBUTE, old), Ref(Part.ATTRIBUTE, new))
                for old, new in mappings.attributes.items()
            ),
            *(
                (Ref(Part.VALUE, old, owner), Ref(Part.VALUE, new, owner))
                for (owner, old), new in mappings.values.items()
            ),
            *(
                (Ref(Part.RELATION, old), Ref(Part.RELATION, new))
                for old, new in mappings.relations.items()
            ),
        ]
        lines, own, total = [], 0, 0
        for old, new in refs:
            uses = usage.of(old)
            own, total = own + uses.own, total + uses.total
            names = [entry_name(draft.scheme, ref, self._language) for ref in (old, new)]
            lines.append(f"{names[0]} → {names[1] or '–'}: {uses_words(uses, old.part)}")
        return lines, own, total

    def _meanings(self, usage: SchemeUsage) -> list[tuple[str, str]]:
        """Return the used labels whose definition changed, and how they are used."""
        draft = self.edit.draft
        found = []
        for label in draft.scheme.labels:
            before, ref = draft.base.label(label.id), Ref(Part.LABEL, label.id)
            uses = usage.of(ref)
            if before is None or before.meaning != label.meaning or not uses.total:
                continue
            if any(getattr(before, key) != getattr(label, key) for key in _MEANING):
                words = f"{label.names.best(self._language)}: {uses_words(uses, ref.part)}"
                found.append((label.id, words))
        return found

    def _change(self) -> SchemeChange:
        draft, impact = self.edit.draft, self.impact
        return SchemeChange(
            draft.scheme,
            mappings_of(draft.edits),
            everybody=impact.everybody.isChecked(),
            drop_illegal=impact.drop_illegal.isChecked(),
        )

    def _count(self) -> None:
        if self._task is not None:
            self._recount = True  # what is counted is not what is asked any more
        elif self._pages.currentWidget() is self.impact:
            change = self._change()
            job = self._session.project.job(lambda own, x: own.schemes.preview(change, x))
            self._run(self.tr("Counting"), job).finished.connect(self._counted)

    def _counted(self, effects: Effects) -> None:
        self.impact.show_effects(effects)

    def _apply(self) -> None:
        draft, impact = self.edit.draft, self.impact
        more = [
            Put(Ref(Part.LABEL, label), "meaning", meant.meaning + 1)
            for label, box in impact.meanings.items()
            if box.isChecked() and (meant := draft.scheme.label(label)) is not None
        ]
        version = impact.version.line.text().strip()
        try:
            scheme = edited(draft.scheme, [*more, Put(SCHEME, "version", version)])
        except SchemeError as error:
            impact.version.show_error("; ".join(map(fault_words, error.faults)))
            return
        self.impact.lock(locked=True)
        asked = self._change()
        change = SchemeChange(scheme, asked.mappings, asked.everybody, asked.drop_illegal)
        job = self._session.project.job(lambda own, x: own.schemes.apply(change, x))
        self._run(self.tr("Changing the scheme"), job).finished.connect(self._applied)

    def _applied(self, applied: Applied) -> None:
        self._is_stored = True
        words = self.tr("Version %1 of the scheme is in force.")
        words = words.replace("%1", self._session.project.scheme.version)
        details = "\n".join(effect_lines(applied.effects)) or self.tr("No annotation changed.")
        self._show_done(words, details, may_take_back=True)

    # -- taking back -----------------------------------------------------------------------------

    def _offer_to_take_back(self) -> None:
        project = self._session.project
        if not project.read_only and project.schemes.undoable() is not None:
            self.edit.offer_to_take_back(self.tr("Take the last change back…"))

    def _ask_take_back(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Take the last change back"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr(
            "The scheme becomes what it was before, and so do the annotations that the change "
            "mapped. Changes you have not applied are lost."
        )
        box.setText(words)
        take = box.addButton(self.tr("Take it back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        take.clicked.connect(self._take_back)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _take_back(self) -> None:
        job = self._session.project.job(lambda own, x: own.schemes.undo(x))
        self._pages.setCurrentWidget(self.impact)
        self._run(self.tr("Taking the change back"), job).finished.connect(self._taken_back)

    def _taken_back(self, _: object) -> None:
        self._is_stored = True
        words = self.tr("The change was taken back: version %1 of the scheme is in force again.")
        version = self._session.project.scheme.version
        self._show_done(words.replace("%1", version), "", may_take_back=False)

    # -- jobs and pages --------------------------------------------------------------------------

    def _run(self, title: str, job: object) -> Task:
        self.impact.show_trouble("")
        self.impact.show_busy(busy=True)
        self._recount = False
        task = self._session.run(title, job)  # type: ignore[arg-type]
        task.progressed.connect(self.impact.show_progress)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._task = task
        return task

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AnnotatorError):
            raise error
        if isinstance(error, SchemeError):
            words = "; ".join(map(fault_words, error.faults))
        elif isinstance(error, Cancelled):
            words = self.tr("Stopped. Nothing was changed.")
        else:
            words = words_for(error)
        self.impact.show_trouble(words)

    def _ended(self) -> None:
        self._task = None
        self.impact.lock(locked=False)
        self.impact.show_busy(busy=False)
        if self._recount:
            self._count()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _go_back(self) -> None:
        if self._is_stored:
            self.accept()
            return
        self._pages.setCurrentWidget(self.edit)
        self.edit.tree.tree.setFocus()

    def _show_done(self, words: str, details: str, *, may_take_back: bool) -> None:
        self._done.words.setText(words)
        self._done.details.setText(details)
        self._done.take_back.setVisible(may_take_back)
        self._pages.setCurrentWidget(self._done)
        self._done.close_button.setFocus()

    def _complain(self, words: str) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # -- closing ---------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self.impact:
            if self._task is None:
                self._go_back()
            return
        super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        """Close, after asking where changes would be lost. While a job runs it stays."""
        if self._task is not None:
            return
        if self._is_stored or not self.edit.draft.steps:
            self.done(QDialog.DialogCode.Rejected)
            return
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setTextFormat(Qt.TextFormat.PlainText)
        count = len(self.edit.draft.steps)
        words = self.tr("Changes that were not applied: %1.").replace("%1", str(count))
        box.setText(words)
        away = box.addButton(self.tr("Throw them away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        away.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        if self._is_stored:
            self.stored.emit()
