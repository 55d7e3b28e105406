"""Names of languages in the user's language."""

from PySide6.QtCore import QCoreApplication

from annotator.model.document import UNKNOWN_LANGUAGE

translate = QCoreApplication.translate


def language_words(code: str) -> str:
    """Return the name of a language by its code."""
    names = {
        "id": translate("Facts", "Indonesian"),
        "en": translate("Facts", "English"),
        "ms": translate("Facts", "Malay"),
        "jv": translate("Facts", "Javanese"),
        "su": translate("Facts", "Sundanese"),
        UNKNOWN_LANGUAGE: translate("Facts", "language unknown"),
    }
    if code in names:
        return names[code]
    from PySide6.QtCore import QLocale

    return QLocale(code).nativeLanguageName() or code
