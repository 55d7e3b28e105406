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
        "ace": translate("Facts", "Acehnese"),
        "ban": translate("Facts", "Balinese"),
        "bjn": translate("Facts", "Banjarese"),
        "bug": translate("Facts", "Buginese"),
        "mad": translate("Facts", "Madurese"),
        "min": translate("Facts", "Minangkabau"),
        "nij": translate("Facts", "Ngaju"),
        "bbc": translate("Facts", "Toba Batak"),
        "ar": translate("Facts", "Arabic"),
        "nl": translate("Facts", "Dutch"),
        "zh": translate("Facts", "Chinese"),
        UNKNOWN_LANGUAGE: translate("Facts", "language unknown"),
    }
    if code in names:
        return names[code]
    from PySide6.QtCore import QLocale

    return QLocale(code).nativeLanguageName() or code
