"""Why something was left out of the project, in words for a person."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def skip_words(reason: str, detail: str = "") -> str:
    """Say why; what a format says itself stays as it is."""
    words = {
        "empty": translate("SkipWords", "it is empty"),
        "duplicate": translate("SkipWords", "the project has this text already"),
        "nul": translate("SkipWords", "it holds NUL characters, so it is no text"),
        "binary": translate("SkipWords", "it is no text file"),
        "surrogate": translate("SkipWords", "it holds broken characters (lone surrogates)"),
        "unreadable": translate("SkipWords", "it could not be read"),
        "too_large": translate("SkipWords", "it is too large"),
        "hidden": translate("SkipWords", "hidden files are left out"),
        "not_text": translate("SkipWords", "only .txt, .text and .md are taken from folders"),
        "unknown_format": translate("SkipWords", "its format is not known"),
        "conflict": translate("SkipWords", "the project holds something else under the same id"),
        "outside_text": translate("SkipWords", "it lies outside the text"),
        "unknown_label": translate("SkipWords", "the scheme has no such label"),
        "not_for_spans": translate("SkipWords", "the label is for whole articles"),
        "not_for_documents": translate("SkipWords", "the label is for words of the text"),
        "unknown_attribute": translate("SkipWords", "the label does not take this attribute"),
        "wrong_value": translate("SkipWords", "the attribute does not take this value"),
        "unknown_relation": translate("SkipWords", "the scheme has no such relation"),
        "illegal_relation": translate(
            "SkipWords", "the scheme does not allow this relation between these labels"
        ),
        "missing_end": translate("SkipWords", "a span it links is missing"),
        "same_twice": translate("SkipWords", "the same is said there already"),
        "other_status": translate("SkipWords", "the project keeps its own status"),
        "other_guideline": translate(
            "SkipWords", "the project keeps when its spans were looked at and what was waived"
        ),
        "other_metadata": translate("SkipWords", "the project keeps what it says about this text"),
        "label_left_out": translate("SkipWords", "left out as chosen: the label"),
        "end_left_out": translate("SkipWords", "left out with a span that it links"),
        "attribute_left_out": translate("SkipWords", "left out as chosen: the attribute"),
        "value_left_out": translate("SkipWords", "left out as chosen: the value"),
        "attribute_twice": translate("SkipWords", "another attribute came to be the same one"),
        "no_annotator": translate("SkipWords", "nobody is named as annotator"),
    }.get(str(reason), str(reason))
    return f"{words}: {detail}" if detail else words
