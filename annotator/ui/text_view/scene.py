"""What the text view draws: a text, marks on it, arcs between them. Immutable, no database rows.

All positions are code points of the text, end exclusive.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from annotator.records import Record


class Border(StrEnum):
    """Line style under a mark; the scheme names them, factuality chooses."""

    SOLID = "solid"
    DASHED = "dashed"
    DASHED_THICK = "dashed-thick"
    SOLID_THICK = "solid-thick"
    STRUCK = "struck"
    STRUCK_DASHED = "struck-dashed"
    DOTTED = "dotted"
    DOTTED_THICK = "dotted-thick"


class Spacing(StrEnum):
    """How far lines and paragraphs are apart. Marks have room in each, so that nothing moves."""

    TIGHT = "tight"
    NORMAL = "normal"
    WIDE = "wide"


class Mark(Record):
    """A span as it is drawn.

    `role` names its colours in `Style.colours`; `code` is the bold chip ("PUG"), `note` the light
    words after it ("diduga"). `incomplete` marks draw a warning sign; `faint` ones are proposals.
    `guessed` notes were said by nobody yet ("diduga?"): they are drawn in italics. A mark in
    several parts has its `pieces`, [start, end) each, in order, from `start` to `end`.
    """

    key: str
    start: int
    end: int
    role: str
    code: str = ""
    note: str = ""
    border: Border = Border.SOLID
    incomplete: bool = False
    faint: bool = False
    guessed: bool = False
    pieces: tuple[tuple[int, int], ...] = ()

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The parts of the text that are marked: one, or its pieces."""
        return self.pieces or ((self.start, self.end),)

    @property
    def length(self) -> int:
        """How many characters are marked."""
        return sum(end - start for start, end in self.stretches)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether a character of [start, end) is marked."""
        return any(first < end and last > start for first, last in self.stretches)


class Arc(Record):
    """A link from one mark to another, by their keys; `text` stands in its pill.

    Where all arcs are drawn at once, `role` names its colour in `Style.colours`.
    """

    source: str
    target: str
    text: str
    role: str = ""


class Fact(Record):
    """A few words of the line under the heading; a `chip` has a rounded frame.

    `hint` says where they come from, for a tool tip and for screen readers.
    """

    text: str
    chip: bool = False
    hint: str = ""


class TextScene(Record):
    """Everything one view shows.

    `heading` is the stretch of `text` drawn as title, None where the title is not part of the
    text; then `title` is drawn above it, not selectable. `facts` stand under the heading.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    selected: str = ""
    heading: tuple[int, int] | None = None
    title: str = ""
    facts: tuple[Fact, ...] = ()
    arcs: tuple[Arc, ...] = ()


class MarkColours(Record):
    """Colours of one role: fill behind text, ink for lines and chips, text on the fill."""

    fill: str
    ink: str
    text: str


class Style(Record):
    """Colours and fonts of a view, as `#rrggbb` or `#aarrggbb`; one for each theme.

    `family` is the font of chips, facts and hints, `text_family` that of the text where it is
    another one; `measure` is the most that the column is wide. `arc_room` is how many pixels each
    line has above its chips, for arcs. Where it is `outlined`, marks have a frame.
    """

    background: str
    text: str
    muted: str
    accent: str
    selection: str
    hairline: str
    warning: str
    colours: Mapping[str, MarkColours] = MappingProxyType({})
    family: str = "Inter"
    size: float = 17.0
    heading_size: float = 26.0
    chip_size: float = 10.0
    measure: int = 660
    on_accent: str = "#ffffff"
    arc_room: float = 0.0
    spacing: Spacing = Spacing.NORMAL
    text_family: str = ""
    outlined: bool = False
    found: str = "#66f5b301"
