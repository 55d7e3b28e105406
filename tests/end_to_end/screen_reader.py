"""A screen reader in small: presses keys in the program and checks what it is told.

`test_screen_reader.py` starts it with the system's Python, where pyatspi is, on a display and a
session bus of its own. It ends with an AssertionError that names what was expected.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 60  # seconds for what takes a fraction of one on a computer that is not busy
TEXT = ("text", "Text of the article")
SHIFT, CTRL = 1, 4
HOME, LEFT, RIGHT, PAGE_DOWN, PAGE_UP = 0xFF50, 0xFF51, 0xFF53, 0xFF56, 0xFF55
RETURN, TAB, ESCAPE, DELETE = 0xFF0D, 0xFF09, 0xFF1B, 0xFFFF

said = []


def note(event):
    said.append(str(event.any_data))


def until(condition, what):
    """Let events come until something is true."""
    context, end = GLib.MainContext.default(), time.monotonic() + PATIENCE
    while True:
        while context.iteration(False):
            pass
        with suppress(GLib.GError):  # something went away while it was asked
            if condition():
                return
        assert time.monotonic() < end, f"{what}; said so far: {said}"
        time.sleep(0.01)


def hear(*words):
    """Wait until these were said, in this order; what was said before does not count again."""
    for part in words:
        until(lambda part=part: any(part in line for line in said), f"never said: {part}")
        place = next(place for place, line in enumerate(said) if part in line)
        del said[: place + 1]


def press(key, held=0):
    kinds = Atspi.KeySynthType
    if held:
        Atspi.generate_keyboard_event(held, None, kinds.LOCKMODIFIERS)
    Atspi.generate_keyboard_event(ord(key) if isinstance(key, str) else key, None, kinds.SYM)
    if held:
        Atspi.generate_keyboard_event(held, None, kinds.UNLOCKMODIFIERS)


def look(item):
    """Return an item and all below it, each asked for everything a reader asks for."""
    found = [item]
    states = item.getState().getStates()
    _ = item.name, item.description, item.getRoleName(), item.getRelationSet(), states
    for kind in ("queryText", "queryAction", "queryComponent", "querySelection", "queryValue"):
        with suppress(NotImplementedError):
            getattr(item, kind)()
    for place in range(item.childCount):
        child = item.getChildAtIndex(place)
        if child is not None:
            found += look(child)
    return found


class Reader:
    def __init__(self, program):
        self.program = program
        self.root = None

    def find_root(self):
        for item in pyatspi.Registry.getDesktop(0):
            if item is not None and item.get_process_id() == self.program.pid:
                self.root = item
                return True
        return False

    def all(self):
        """Look at everything; what disappears meanwhile is no error."""
        assert self.program.poll() is None, f"the program died: {self.program.returncode}"
        with suppress(GLib.GError):
            return look(self.root)
        return []

    def find(self, role, name, *, alone=False):
        """Return the last one there is; `alone` waits until there is no other."""
        found = []

        def is_there():
            found[:] = [
                item
                for item in self.all()
                if item.getRoleName() == role and item.name.startswith(name)
            ]
            return len(found) == 1 if alone else found

        until(is_there, f"no {role} “{name}”")
        return found[-1]

    def text(self):
        return self.find(*TEXT).queryText()

    def activate(self):
        """Click where nothing happens: without a window manager no window gets the keyboard.

        A window made anew stands beside the old one for a moment, and is laid out after it is
        there. Only the text is asked for the keyboard: on a busy computer a look at everything
        takes as long as our patience.
        """
        label, boxes = self.find("label", "Saved", alone=True), []

        def is_at_rest():
            box = label.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            boxes.append((box.x, box.y, box.width, box.height))
            return boxes[-1][2] > 0 and boxes[-2:-1] == boxes[-1:]

        until(is_at_rest, "the window does not come to rest")
        text = self.find(*TEXT, alone=True)
        x, y, width, height = boxes[-1]
        Atspi.generate_mouse_event(x + width // 2, y + height // 2, "b1c")
        until(lambda: text.getState().contains(pyatspi.STATE_FOCUSED), "the text has no focus")

    def focused(self):
        """Return role and name of what has the keyboard; rows of lists are merely current."""
        return [
            (item.getRoleName(), item.name)
            for item in self.all()
            if item.getState().contains(pyatspi.STATE_FOCUSED)
            and item.getRoleName() not in {"list item", "filler", "panel"}
        ]


def check_names(reader):
    """Everything with a meaning has a role and a name; no markup is read out."""
    shown = [item for item in reader.all() if item.getState().contains(pyatspi.STATE_SHOWING)]
    has = {(item.getRoleName(), item.name) for item in shown}
    for wanted in (
        ("menu item", "File"),
        ("menu item", "View"),
        ("text", "Find articles… status:new"),
        ("list", "Articles"),
        ("check box", "Actor (1)"),
        ("check box", "Violation (3)"),
        ("check box", "Alleged (⇧2)"),
        ("push button", "Dark colours"),
        ("push button", "Rahmawati Ladiva"),
        ("label", "Saved"),
    ):
        assert wanted in has, f"{wanted} is not among {sorted(has)}"
    for item in shown:
        assert "<" not in item.name + item.description, (item.name, item.description)
        if item.getState().contains(pyatspi.STATE_FOCUSABLE):
            labels = [one.getRelationType() for one in item.getRelationSet()]
            named = item.name or pyatspi.RELATION_LABELLED_BY in labels
            assert named or item.getRoleName() == "filler", item.getRoleName()


def check_text(reader, article):
    """Content, caret, selection and words are told as keys change them."""
    text = reader.text()
    reader.activate()
    assert text.getText(0, -1) == article
    press(RIGHT, CTRL)
    until(lambda: text.caretOffset == 7, "caret behind the first word")
    word = text.getTextAtOffset(3, pyatspi.TEXT_BOUNDARY_WORD_START)[0]
    assert word.strip() == "Bawaslu", word
    press(RIGHT, CTRL | SHIFT)
    until(lambda: text.getNSelections() == 1, "a selection")
    until(lambda: text.getSelection(0) == (7, 17), f"selection {text.getSelection(0)}")


def check_labelling(reader):
    """What is done is said, and so is what the caret comes into."""
    press("3")
    hear("Violation")
    press("m")
    hear("Kabupaten, Vote buying, incomplete")
    reader.all()
    press(RETURN, CTRL)
    hear("Not done yet. 1 remark holds this article back")
    reader.find("push button", "Back to the text").queryAction().doAction(0)
    until(lambda: "dialog" not in [x.getRoleName() for x in reader.all()], "the gate stays")
    reader.activate()
    press("2", SHIFT)
    hear("Factuality: Alleged")
    until(lambda: reader.text().getNSelections() == 0, "no selection is left")
    until(
        lambda: any(
            item.name == "Alleged (⇧2)" and item.getState().contains(pyatspi.STATE_CHECKED)
            for item in reader.all()
        ),
        "the button of the value is not checked",
    )
    labelled = [
        target.name
        for item in reader.all()
        if item.name == "Polarity: Affirmed (default)"
        for relation in item.getRelationSet()
        for target in [relation.getTarget(0)]
    ]
    assert "Polarity" in labelled, labelled
    press(RETURN)
    until(
        lambda: any(
            item.name == "Polarity: Affirmed (default)"
            and item.getState().contains(pyatspi.STATE_FOCUSED)
            for item in reader.all()
        ),
        "the first attribute has not the keyboard",
    )
    press(RIGHT)
    hear("Negated")
    press(ESCAPE)
    press(ESCAPE)
    press(HOME)
    press(RIGHT, CTRL)
    press(RIGHT, CTRL)
    hear("Kabupaten, Vote buying, Alleged")
    press("]")
    hear("Kabupaten, Vote buying, Alleged")
    press("z", CTRL)
    hear("Undone: “Kabupaten”")
    press("y", CTRL)
    hear("Redone: “Kabupaten”")
    reader.find(
        "list item", "Bawaslu Kabupaten Samudra menerima laporan warga., in progress, 1 label"
    )


def check_articles(reader, first, second):
    """Another article: its name is said, its text is there."""
    press(PAGE_DOWN, CTRL)
    hear("membantah membuka kotak suara sebelum waktunya., new")
    until(lambda: reader.text().getText(0, -1) == second, "the second text")
    press(DELETE)
    hear("Click a span first")
    press(PAGE_UP, CTRL)
    hear("menerima laporan warga., in progress")
    until(lambda: reader.text().getText(0, -1) == first, "the first text again")
    press(RETURN, CTRL)
    hear("article: done", "membantah membuka kotak suara")


def check_tab_order(reader):
    """Tab leads from the text through groups and labels, in the order in which they stand."""
    for name in ("Actor (1)", "Action (2)", "Violation (3)", "Context (4)"):
        press(TAB)
        until(lambda name=name: ("check box", name) in reader.focused(), f"Tab to {name}")
    press(TAB)
    until(
        lambda: any(role == "check box" and "(⇧" not in name for role, name in reader.focused()),
        "Tab to the first label",
    )


def check_theme(reader, article):
    """The window is made anew while it is looked at."""
    for name, offered in (("Dark colours", "Light colours"), ("Light colours", "Dark colours")):
        reader.find("menu item", name).queryAction().doAction(0)
        for _ in range(3):
            reader.all()
        reader.find("push button", offered)
        reader.activate()
    until(lambda: reader.text().getText(0, -1) == article, "the text after a change of colours")


def main(python, project, first, second):
    # as on a desktop, the reader is there before the program
    pyatspi.Registry.registerEventListener(note, "object:announcement")
    assert pyatspi.Registry.getDesktop(0).childCount == 0
    program = subprocess.Popen([python, "-X", "faulthandler", "-m", "annotator", "open", project])
    try:
        reader = Reader(program)
        until(reader.find_root, "the program does not show itself to screen readers")
        check_text(reader, first)
        check_names(reader)
        check_labelling(reader)
        check_articles(reader, first, second)
        check_tab_order(reader)
        check_theme(reader, second)
        reader.find("menu item", "Quit").queryAction().doAction(0)
        assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()


if __name__ == "__main__":
    main(*json.loads(sys.argv[1]))
