"""Where somebody was in a project: kept when the window closes, found again when it opens."""

from typing import Final, NamedTuple

from annotator.services.projects import Project

PLACE: Final = "place"


class Place(NamedTuple):
    """An article, the caret in it (code points), and the panel at the left; "" for none."""

    document: str = ""
    caret: int = 0
    panel: str = ""


def kept_place(project: Project) -> Place:
    """Return where who annotates here was last."""
    parts = project.view_state(PLACE).split()
    if len(parts) != len(Place._fields) or not parts[1].isdecimal():
        return Place()
    return Place(parts[0], int(parts[1]), parts[2])


def keep_place(project: Project, place: Place) -> None:
    """Remember a place. Raises StoreUnavailable."""
    project.keep_view_state(PLACE, f"{place.document} {place.caret} {place.panel}")
