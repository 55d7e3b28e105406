"""The list of places: what is ticked, what is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Span
from annotator.model.ids import DocumentId, SpanId
from annotator.model.project import Status
from annotator.services.same_text import ArticlePlaces, Found, Kind, Place
from annotator.ui.item_models.places import HeadingRow, PlaceRow, PlacesModel, heading_facts
from annotator.ui.panels.places import PlacesList
from annotator.ui.theme import LIGHT
from tests.builders import default_scheme

SHOWN, OTHER = DocumentId("satu"), DocumentId("dua")
TEXT = "Politik uang marak.\nPolitik  uangnya, politik\nuang dan dugaan politik uang"
LABELLED = Span(SpanId("s"), 0, 12, "violation.vote_buying")
AROUND = Span(SpanId("t"), 55, 74, "violation.vote_buying")


def found() -> Found:
    here = ArticlePlaces(
        SHOWN,
        "Satu",
        Status.IN_PROGRESS,
        TEXT,
        (
            Place(0, 12, Kind.SAME, (LABELLED,)),
            Place(20, 36, Kind.CLITIC),
            Place(38, 50, Kind.FORM),
            Place(62, 74, Kind.SAME, (AROUND,)),
        ),
    )
    there = ArticlePlaces(OTHER, "Dua", Status.NEW, "politik uang", (Place(0, 12, Kind.SAME),))
    return Found((here, there))


@pytest.fixture
def model(qtbot: QtBot) -> PlacesModel:
    made = PlacesModel(default_scheme(), "en")
    made.set_found(found(), SHOWN)
    return made


def rows(model: PlacesModel) -> list[str]:
    shown = [model.row(number) for number in range(model.rowCount())]
    return [row.article.title if isinstance(row, HeadingRow) else row.words for row in shown if row]


def test_only_sure_places_of_the_article_on_screen_are_ticked(model: PlacesModel) -> None:
    assert model.ticked == {SHOWN: [(20, 36)]}
    assert model.state_of(model.row(0)) is Qt.CheckState.PartiallyChecked
    assert model.state_of(model.row(5)) is Qt.CheckState.Unchecked


def test_rows_quote_on_one_line(model: PlacesModel) -> None:
    assert rows(model) == [
        *("Satu", "Politik uang", "Politik uangnya", "politik uang"),
        *("politik uang", "Dua", "politik uang"),
    ]
    second = model.row(2)
    assert isinstance(second, PlaceRow)
    assert (second.before, second.after) == ("", ", politik")
    last = model.row(4)
    assert isinstance(last, PlaceRow)
    assert (last.before, last.after) == ("uang dan dugaan ", "")


def test_a_heading_ticks_its_article_and_all_means_what_carries_no_label(
    model: PlacesModel,
) -> None:
    model.toggle(0)
    assert model.ticked_count == 4
    model.toggle(0)
    assert model.ticked == {}
    model.tick_all(on=True)
    assert model.ticked == {SHOWN: [(20, 36), (38, 50)], OTHER: [(0, 12)]}
    model.tick_all(on=False)
    assert model.ticked_count == 0


def test_what_a_person_ticked_outlives_the_next_search(model: PlacesModel) -> None:
    model.toggle(2)
    model.toggle(6)
    model.set_found(Found(()), SHOWN)
    assert model.ticked == {}
    model.set_found(found(), SHOWN)
    assert model.ticked == {OTHER: [(0, 12)]}


def test_labels_are_those_on_the_words_or_around_them(model: PlacesModel) -> None:
    places = [model.row(number) for number in (1, 2, 4)]
    assert [model.labels_at(row) for row in places if isinstance(row, PlaceRow)] == [
        (["Vote buying"], True),
        ([], False),
        (["Vote buying"], False),
    ]


def test_done_and_skipped_articles_are_shown_and_left_alone(model: PlacesModel) -> None:
    for status in (Status.DONE, Status.SKIPPED):
        first, second = (article._replace(status=status) for article in found().articles)
        model.set_found(Found((first, second)), SHOWN)
        assert model.ticked == {}
        model.tick_all(on=True)
        assert model.ticked == {}
        model.toggle(5)
        assert model.ticked == {OTHER: [(0, 12)]}
        model.toggle(5)


def test_the_usual_label_is_the_one_most_places_carry(model: PlacesModel) -> None:
    assert model.usual_label == "violation.vote_buying"
    model.set_found(Found(found().articles[1:]), SHOWN)
    assert model.usual_label == ""


def test_headings_say_how_many_and_how_far(model: PlacesModel) -> None:
    first, second = model.row(0), model.row(5)
    assert isinstance(first, HeadingRow)
    assert isinstance(second, HeadingRow)
    assert heading_facts(first) == "in progress · 4 places"
    assert heading_facts(second) == "1 place"


def test_keys_of_the_list(model: PlacesModel, qtbot: QtBot) -> None:
    made = PlacesList(model, default_scheme(), LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.go_to(2)
    for key, row in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 5), (Qt.Key.Key_Right, 5)):
        QTest.keyClick(made, key)
        assert made.currentIndex().row() == row
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert model.ticked == {SHOWN: [(20, 36)], OTHER: [(0, 12)]}
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(made, Qt.Key.Key_A, both)
    assert model.ticked_count == 0
    with qtbot.waitSignal(made.applied):
        QTest.keyClick(made, Qt.Key.Key_Return)
    made.go_to(6)
    with qtbot.waitSignal(made.place_wanted) as wanted:
        QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args[0].key == (OTHER, 0, 12)
    box = made.visualRect(model.index(1))
    tick = box.topLeft()
    tick.setX(18)
    tick.setY(box.center().y())
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert model.ticked == {SHOWN: [(0, 12)]}
