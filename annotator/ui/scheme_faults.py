"""What is wrong with a scheme, in the user's words."""

from PySide6.QtCore import QCoreApplication

from annotator.errors import SchemeError, SchemeFault
from annotator.model.scheme import Scheme
from annotator.model.scheme_faults import Flaw
from annotator.ui.action import QT_TRANSLATE_NOOP
from annotator.ui.actions import ACTIONS, clashes

translate = QCoreApplication.translate

WORDS = (
    QT_TRANSLATE_NOOP("SchemeFaults", "no JSON: %1"),
    QT_TRANSLATE_NOOP("SchemeFaults", "no text in UTF-8"),
    QT_TRANSLATE_NOOP("SchemeFaults", "a lone surrogate"),
    QT_TRANSLATE_NOOP("SchemeFaults", "a NUL character"),
    QT_TRANSLATE_NOOP("SchemeFaults", "a scheme is a JSON object"),
    QT_TRANSLATE_NOOP("SchemeFaults", "a list is expected"),
    QT_TRANSLATE_NOOP("SchemeFaults", "an object is expected"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 must be a text"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 must be a list of texts"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 must be true or false"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 must be a colour like #B3DDF5"),
    QT_TRANSLATE_NOOP("SchemeFaults", "kind must be one of %1"),
    QT_TRANSLATE_NOOP("SchemeFaults", "at least one group is needed"),
    QT_TRANSLATE_NOOP("SchemeFaults", "the id %1 stands twice: it is that of %2 already"),
    QT_TRANSLATE_NOOP(
        "SchemeFaults", "the key %1 is taken twice in group %2: by label %3 and by label %4"
    ),
    QT_TRANSLATE_NOOP("SchemeFaults", "the key %1 is taken twice: by group %2 and by group %3"),
    QT_TRANSLATE_NOOP("SchemeFaults", "the key %1 is taken twice: by %2 and by %3"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 names group %2, which is not declared"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 names label %2, which is not declared"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 names attribute %2, which is not declared"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 names relation %2, which is not declared"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 names value %2, which is not declared"),
    QT_TRANSLATE_NOOP("SchemeFaults", "label %1 is of no group in applies"),
    QT_TRANSLATE_NOOP("SchemeFaults", "group %1 is for articles, relations link spans"),
    QT_TRANSLATE_NOOP("SchemeFaults", "for must be span or document"),
    QT_TRANSLATE_NOOP(
        "SchemeFaults", "%1 is or was used, so it cannot go: retire it or map it to another"
    ),
    QT_TRANSLATE_NOOP("SchemeFaults", "there is no %1"),
    QT_TRANSLATE_NOOP("SchemeFaults", "the default is no value of the attribute"),
    QT_TRANSLATE_NOOP("SchemeFaults", "meaning must be a whole number from 1"),
    QT_TRANSLATE_NOOP("SchemeFaults", "%1 must be a value or a list of values"),
)
"""The same as the values of `Flaw`, for Qt's tools to find."""


def fault_words(fault: SchemeFault) -> str:
    """Return place and reason of a fault in the user's language."""
    return fault.worded(translate("SchemeFaults", fault.reason))


def fault_rows(error: SchemeError) -> list[tuple[str, str]]:
    """Return each fault as place and reason, for a table."""
    return [(fault.where, fault_words(fault._replace(where=""))) for fault in error.faults]


def check_keys(scheme: Scheme, language: str) -> None:
    """Raise SchemeError where a key of the scheme is one of the window too, naming both owners."""
    faults = [
        SchemeFault(
            "",
            Flaw.ACTION_KEYS,
            (found.key, *(_owner(name, scheme, language) for name in (found.one, found.other))),
        )
        for found in clashes(scheme=scheme)
    ]
    if faults:
        raise SchemeError(*faults)


def _owner(name: str, scheme: Scheme, language: str) -> str:
    """Return who has a key, as people know it: "label Vote buying (violation.vote_buying)"."""
    family, _, identity = name.partition(" ")
    if family == "group":
        group = scheme.group(identity)
        words = group.names.best(language) if group else ""
        text = translate("SchemeFaults", "group %1 (%2)")
    elif family == "label":
        label = scheme.label(identity)
        words = label.names.best(language) if label else ""
        text = translate("SchemeFaults", "label %1 (%2)")
    else:
        action = next((action.words for action in ACTIONS if action.id == name), name)
        return translate("SchemeFaults", "the action “%1”").replace("%1", action.rstrip("…"))
    return text.replace("%1", words).replace("%2", identity)
