"""The entries of the label picker and the command palette, made of scheme and actions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from annotator.model.scheme import Group, Label, Scheme
from annotator.ui.quick_entries import Entry
from annotator.ui.theme import Theme, mix

translate = QCoreApplication.translate
LABEL, GROUP = "label:", "group:"
"""How the ids of entries begin; what follows is the id in the scheme."""
_OTHER_NAME, _CODE, _ALIAS, _ID, _GROUP = 3, 1, 2, 12, 25
"""What it is worth less to be found by another text than the name in the user's language."""


def scheme_entries(
    scheme: Scheme, theme: Theme, language: str, *, current: str = "", prefix: bool = False
) -> list[Entry]:
    """Return the groups for spans, then their labels: those of the `current` group first.

    With `prefix` titles say what they are, as between entries of other kinds.
    """
    groups = sorted(scheme.span_groups, key=lambda group: group.id != current)
    return [
        *(group_entry(group, theme, language, prefix=prefix) for group in scheme.span_groups),
        *(
            label_entry(label, group, theme, language, prefix=prefix)
            for group in groups
            for label in scheme.labels_of(group.id)
        ),
    ]


def label_entry(
    label: Label, group: Group, theme: Theme, language: str, *, prefix: bool = False
) -> Entry:
    """Return the row of a label."""
    name, group_name = label.names.best(language), group.names.best(language)
    pattern = translate("QuickLists", "Label: %1") if prefix else "%1"
    return Entry(
        id=LABEL + label.id,
        title=pattern.replace("%1", name),
        others=(
            *((name, 0) for _ in range(prefix)),
            (label.code, _CODE),
            *((text, _OTHER_NAME) for text in _others(label.names.texts.values(), name)),
            *((alias, _ALIAS) for alias in label.aliases),
            (label.id, _ID),
            *((text, _GROUP) for text in group.names.texts.values()),
        ),
        note=group_name,
        key=label.key.upper(),
        chip=label.code,
        fill=_fill(group, theme),
        detail=label.definition.best(language),
    )


def group_entry(group: Group, theme: Theme, language: str, *, prefix: bool = False) -> Entry:
    """Return the row of a group."""
    name = group.names.best(language)
    pattern = translate("QuickLists", "Group: %1") if prefix else "%1"
    return Entry(
        id=GROUP + group.id,
        title=pattern.replace("%1", name),
        others=(
            *((name, 0) for _ in range(prefix)),
            *((text, _OTHER_NAME) for text in _others(group.names.texts.values(), name)),
            (group.id, _ID),
        ),
        note="" if prefix else translate("QuickLists", "group"),
        key=group.key,
        fill=_fill(group, theme),
        detail=translate("QuickLists", "Makes this group of labels current."),
    )


def label_ids(labels: Iterable[str]) -> Sequence[str]:
    """Return the ids of the entries of these labels."""
    return [LABEL + label for label in labels]


def _others(texts: Iterable[str], name: str) -> list[str]:
    return [text for text in texts if text != name]


def _fill(group: Group, theme: Theme) -> str:
    return mix(group.fill, theme.base, 0.35 if theme.is_dark else 0.7)
