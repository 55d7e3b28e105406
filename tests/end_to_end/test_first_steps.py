"""The first steps, taken by a newcomer's hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.app import Program
from annotator.ui.annotate.first_steps import FirstSteps
from annotator.ui.annotate.step_card import StepCard
from tools.hands import Hands, settle, wait_until

pytestmark = pytest.mark.gui


def steps_of(program: Program) -> FirstSteps:
    assert program.window is not None
    wait_until(lambda: program.window.annotate.features.made, "the features")
    feature = program.window.annotate.features.feature("first_steps")
    assert isinstance(feature, FirstSteps)
    return feature


def card_of(steps: FirstSteps) -> StepCard:
    assert steps.card is not None
    return steps.card


def test_each_step_goes_on_when_it_was_done(program: Program) -> None:
    assert program.make_sample("Rahma")
    hands = Hands(program.window)
    steps = steps_of(program)
    titles = [card_of(steps).accessibleName()]

    hands.keys("Ctrl+PgDown")
    titles.append(card_of(steps).accessibleName())
    start, _ = hands.range_of("KPU")
    hands.click(start)
    hands.keys("Ctrl+Shift+Right")
    titles.append(card_of(steps).accessibleName())
    hands.keys("3 M")
    titles.append(card_of(steps).accessibleName())
    hands.keys("Shift+2")
    titles.append(card_of(steps).accessibleName())
    assert titles == [
        "Step 1 of 5: The articles",
        "Step 2 of 5: Select words",
        "Step 3 of 5: Give them a label",
        "Step 4 of 5: Say how sure the text is",
        "Step 5 of 5: Done, and next",
    ]
    hands.keys("Ctrl+PgDown")
    assert steps.card is None
    assert hands.view.hasFocus()


def test_the_cards_come_once_and_again_when_asked(program: Program) -> None:
    assert program.make_sample("Rahma")
    hands = Hands(program.window)
    steps = steps_of(program)
    hands.key(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: card_of(steps).accessibleName().startswith("Step 2"), "the second card")
    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: card_of(steps).accessibleName().startswith("Step 1"), "the first card")
    hands.keys("Esc")
    assert steps.card is None

    program.set_theme("dark")
    again = steps_of(program)
    assert again.card is None
    program.window.actions_by_id["first_steps"].trigger()
    card = card_of(again)
    QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert again.card is None


@pytest.mark.parametrize("size", [(820, 520), (1280, 720), (2560, 1440)])
def test_a_card_stays_inside_the_window_and_shows_all_its_words(
    program: Program, size: tuple[int, int]
) -> None:
    program.set_language("id")
    assert program.make_sample("Rahma")
    assert program.window is not None
    program.window.resize(*size)
    settle()
    steps = steps_of(program)
    for _ in range(5):
        card = card_of(steps)
        assert program.window.rect().contains(card.geometry())
        layout = card.layout()
        assert layout is not None
        assert card.height() >= layout.heightForWidth(card.width())
        QTest.mouseClick(card.next_button, Qt.MouseButton.LeftButton)
        settle()
    assert steps.card is None
