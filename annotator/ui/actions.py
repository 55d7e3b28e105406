"""Every action of the window, in one table.

Menus, the key sheet, tool tips, the command palette and the key handling of the text read this
table; label and group keys of the scheme join it in `clashes`, which must find none. Bare letters
belong to labels (docs/decisions/0003-what-a-letter-labels.md): verbs of the text take Shift.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from annotator.model.scheme import Scheme
from annotator.ui.action import QT_TRANSLATE_NOOP, Action, Where, sequence_of
from annotator.ui.choices import COLOURS, LANGUAGES, TEXT_LOOKS, VIEW

FILE, EDIT, TEXT, HELP = "file", "edit", "text", "help"

MENUS = {
    FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    TEXT: QT_TRANSLATE_NOOP("Actions", "&Article"),
    VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}

ACTIONS = (
    Action("new", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",), menu=FILE),
    Action("open", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+O",), menu=FILE),
    Action("sample", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), menu=FILE),
    Action(
        "add",
        QT_TRANSLATE_NOOP("Actions", "Add articles or annotations…"),
        ("Ctrl+I",),
        menu=FILE,
        begins=True,
    ),
    Action("add_folder", QT_TRANSLATE_NOOP("Actions", "Add a folder…"), menu=FILE),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "Add an article from the clipboard"),
        ("Ctrl+Shift+V",),
        menu=FILE,
    ),
    Action("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), menu=FILE, begins=True),
    Action(
        "edit_scheme",
        QT_TRANSLATE_NOOP("Actions", "Edit the label scheme…"),
        menu=FILE,
        begins=True,
    ),
    Action("scheme", QT_TRANSLATE_NOOP("Actions", "Load another label scheme…"), menu=FILE),
    Action("annotator", QT_TRANSLATE_NOOP("Actions", "Who annotates…"), menu=FILE),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), menu=FILE, begins=True),
    Action("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), menu=EDIT),
    Action("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), menu=EDIT),
    Action(
        "take_back",
        QT_TRANSLATE_NOOP("Actions", "Take back the last labelling of several articles…"),
        menu=EDIT,
    ),
    Action(
        "history", QT_TRANSLATE_NOOP("Actions", "History of the article"), ("Ctrl+H",), menu=EDIT
    ),
    Action(
        "copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",), Where.TEXT, EDIT, begins=True
    ),
    Action("select_all", QT_TRANSLATE_NOOP("Actions", "Select all"), ("Ctrl+A",), Where.TEXT, EDIT),
    Action(
        "pick_label",
        QT_TRANSLATE_NOOP("Actions", "Pick a label…"),
        ("/",),
        Where.TEXT,
        EDIT,
        begins=True,
    ),
    Action(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "Remove the label"),
        ("Del", "Backspace"),
        Where.TEXT,
        EDIT,
    ),
    Action(
        "find",
        QT_TRANSLATE_NOOP("Actions", "Find in the article…"),
        ("Ctrl+F",),
        menu=EDIT,
        begins=True,
    ),
    Action(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search all articles…"),
        ("Ctrl+Shift+F",),
        menu=EDIT,
    ),
    Action("find_next", QT_TRANSLATE_NOOP("Actions", "Next place"), ("F3",), menu=EDIT),
    Action(
        "find_previous", QT_TRANSLATE_NOOP("Actions", "Previous place"), ("Shift+F3",), menu=EDIT
    ),
    Action("next_span", QT_TRANSLATE_NOOP("Actions", "Next span"), ("]",), Where.TEXT, TEXT),
    Action(
        "previous_span", QT_TRANSLATE_NOOP("Actions", "Previous span"), ("[",), Where.TEXT, TEXT
    ),
    Action(
        "end_right",
        QT_TRANSLATE_NOOP("Actions", "Move the end one word right"),
        ("Alt+Right",),
        Where.TEXT,
        TEXT,
        begins=True,
    ),
    Action(
        "end_left",
        QT_TRANSLATE_NOOP("Actions", "Move the end one word left"),
        ("Alt+Left",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "start_left",
        QT_TRANSLATE_NOOP("Actions", "Move the start one word left"),
        ("Alt+Up",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "start_right",
        QT_TRANSLATE_NOOP("Actions", "Move the start one word right"),
        ("Alt+Down",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "end_right_character",
        QT_TRANSLATE_NOOP("Actions", "Move the end one character right"),
        ("Ctrl+Alt+Right",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "end_left_character",
        QT_TRANSLATE_NOOP("Actions", "Move the end one character left"),
        ("Ctrl+Alt+Left",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "start_left_character",
        QT_TRANSLATE_NOOP("Actions", "Move the start one character left"),
        ("Ctrl+Alt+Up",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "start_right_character",
        QT_TRANSLATE_NOOP("Actions", "Move the start one character right"),
        ("Ctrl+Alt+Down",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "add_piece",
        QT_TRANSLATE_NOOP("Actions", "Add words to the span"),
        ("Shift+A",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "remove_piece",
        QT_TRANSLATE_NOOP("Actions", "Take words off the span"),
        ("Shift+X",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "link",
        QT_TRANSLATE_NOOP("Actions", "Link with another span"),
        ("Shift+R",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "hints",
        QT_TRANSLATE_NOOP("Actions", "Select by letters over the words"),
        ("Shift+F",),
        Where.TEXT,
        TEXT,
    ),
    Action("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), ("Shift+C",), Where.TEXT, TEXT),
    Action(
        "attributes",
        QT_TRANSLATE_NOOP("Actions", "Attributes of the span"),
        ("Return", "Enter"),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "document_labels",
        QT_TRANSLATE_NOOP("Actions", "Labels of the article"),
        ("Shift+D",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "confirm_proposal",
        QT_TRANSLATE_NOOP("Actions", "Confirm what is proposed"),
        ("Shift+Y",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "sticky",
        QT_TRANSLATE_NOOP("Actions", "Let the label stay"),
        ("Shift+L",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "next_same",
        QT_TRANSLATE_NOOP("Actions", "Next place with the same text"),
        ("Shift+G",),
        Where.TEXT,
        TEXT,
        begins=True,
    ),
    Action(
        "same_here",
        QT_TRANSLATE_NOOP("Actions", "Same label here"),
        ("Shift+H",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "all_same",
        QT_TRANSLATE_NOOP("Actions", "All places with the same text…"),
        ("Ctrl+Shift+H",),
        menu=TEXT,
    ),
    Action(
        "next_problem",
        QT_TRANSLATE_NOOP("Actions", "Next remark of the checks"),
        ("F8",),
        menu=TEXT,
        begins=True,
    ),
    Action(
        "previous_problem",
        QT_TRANSLATE_NOOP("Actions", "Previous remark of the checks"),
        ("Shift+F8",),
        menu=TEXT,
    ),
    Action(
        "recheck",
        QT_TRANSLATE_NOOP("Actions", "Still right under the new guideline"),
        ("Shift+V",),
        Where.TEXT,
        TEXT,
    ),
    Action(
        "keep_example",
        QT_TRANSLATE_NOOP("Actions", "Keep as an example of the label…"),
        ("Shift+E",),
        Where.TEXT,
        TEXT,
    ),
    Action("checks", QT_TRANSLATE_NOOP("Actions", "List of the checks"), menu=TEXT),
    Action(
        "done_next",
        QT_TRANSLATE_NOOP("Actions", "Done, and next article"),
        ("Ctrl+Return", "Ctrl+Enter"),
        menu=TEXT,
        begins=True,
    ),
    Action("next", QT_TRANSLATE_NOOP("Actions", "Next article"), ("Ctrl+PgDown",), menu=TEXT),
    Action("previous", QT_TRANSLATE_NOOP("Actions", "Previous article"), ("Ctrl+PgUp",), menu=TEXT),
    Action(
        "flag",
        QT_TRANSLATE_NOOP("Actions", "Flag the article"),
        ("Ctrl+B",),
        menu=TEXT,
        begins=True,
    ),
    Action("skip", QT_TRANSLATE_NOOP("Actions", "Skip the article"), ("Ctrl+Shift+K",), menu=TEXT),
    Action("reopen", QT_TRANSLATE_NOOP("Actions", "Set back to in progress"), menu=TEXT),
    Action(
        "reprints",
        QT_TRANSLATE_NOOP("Actions", "Reprints of the article…"),
        ("Ctrl+Shift+R",),
        menu=TEXT,
        begins=True,
    ),
    Action("language", QT_TRANSLATE_NOOP("Actions", "Language of the article…"), menu=TEXT),
    Action(
        "save_original",
        QT_TRANSLATE_NOOP("Actions", "Save the original page…"),
        menu=TEXT,
    ),
    Action("palette", QT_TRANSLATE_NOOP("Actions", "Find a command"), ("Ctrl+K",), menu=VIEW),
    Action("filter", QT_TRANSLATE_NOOP("Actions", "Filter the articles"), ("Ctrl+G",), menu=VIEW),
    Action("queue", QT_TRANSLATE_NOOP("Actions", "Filter and order…"), menu=VIEW),
    Action("notes", QT_TRANSLATE_NOOP("Actions", "Notes of the article"), menu=VIEW),
    Action("progress", QT_TRANSLATE_NOOP("Actions", "My progress…"), menu=VIEW, begins=True),
    Action("work_time", QT_TRANSLATE_NOOP("Actions", "Measure active time, or do not"), menu=VIEW),
    Action("to_text", QT_TRANSLATE_NOOP("Actions", "Go to the text"), ("F6",), menu=VIEW),
    Action(
        "larger",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl++", "Ctrl+="),
        menu=VIEW,
        begins=True,
    ),
    Action("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), menu=VIEW),
    Action("usual_size", QT_TRANSLATE_NOOP("Actions", "Usual text size"), ("Ctrl+0",), menu=VIEW),
    *TEXT_LOOKS,
    Action(
        "arcs",
        QT_TRANSLATE_NOOP("Actions", "Show all relations in the text"),
        ("Ctrl+R",),
        menu=VIEW,
    ),
    Action(
        "furniture",
        QT_TRANSLATE_NOOP("Actions", "Grey the page furniture of this article"),
        menu=VIEW,
        is_choice=True,
    ),
    *COLOURS,
    *LANGUAGES,
    Action("card", QT_TRANSLATE_NOOP("Actions", "Guideline of the label"), ("F1",), menu=HELP),
    Action("key_sheet", QT_TRANSLATE_NOOP("Actions", "Keys"), ("?",), Where.TEXT, HELP),
    Action("keys_window", QT_TRANSLATE_NOOP("Actions", "All keys"), ("Ctrl+?", "Ctrl+/")),
    Action("first_steps", QT_TRANSLATE_NOOP("Actions", "First steps"), menu=HELP, begins=True),
    Action("guide", QT_TRANSLATE_NOOP("Actions", "User guide"), menu=HELP),
    Action("about", QT_TRANSLATE_NOOP("Actions", "About Annotator"), menu=HELP),
)


def action_named(action_id: str) -> Action:
    """Return the action with this id."""
    return next(action for action in ACTIONS if action.id == action_id)


class Clash(NamedTuple):
    """A key with two meanings: ids of actions, "group ID" or "label ID"."""

    key: str
    one: str
    other: str


def clashes(actions: Iterable[Action] = ACTIONS, scheme: Scheme | None = None) -> list[Clash]:
    """Return the keys that mean two things, with both meanings; empty when all is well.

    A letter may stand for one label in each group of the scheme, but not also for an action of
    the text, and group keys must be free of actions too.
    """
    taken: dict[str, str] = {}
    found: list[Clash] = []

    def claim(key: str, owner: str) -> None:
        text = sequence_of(key).toString(QKeySequence.SequenceFormat.PortableText)
        if taken.setdefault(text, owner) != owner:
            found.append(Clash(text, taken[text], owner))

    for action in actions:
        for key in action.keys:
            claim(key, action.id)
    if scheme is not None:
        for group in scheme.groups:
            if group.key:
                claim(group.key, f"group {group.id}")
        # labels of different groups may share a letter: one of them stands for all
        first = {label.key: label for label in reversed(scheme.labels) if not label.retired}
        for key in sorted(first.keys() - {""}):
            claim(key, f"label {first[key].id}")
    return found
