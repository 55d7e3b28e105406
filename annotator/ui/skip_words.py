"""Why something was left out of the project, in words for a person."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.left_words import left_words

translate = QCoreApplication.translate


def skip_words(reason: str, detail: str = "") -> str:
    """Say why; what a format says itself stays as it is."""
    words = {
        "empty": translate("SkipWords", "it is empty"),
        "duplicate": translate("SkipWords", "the project has this text already"),
        "no_text_column": translate("SkipWords", "which of its columns is the text cannot be told"),
        "no_such_column": translate("SkipWords", "it has no such column"),
        "no_rows": translate("SkipWords", "there is no row below the names of its columns"),
        "no_text_in_row": translate("SkipWords", "the row has no text in this column"),
        "text_not_one": translate(
            "SkipWords", "this column holds no text but a list or something nested"
        ),
        "broken_bytes": translate("SkipWords", "it holds bytes that are no text"),
        "row_width": translate("SkipWords", "the row has another number of cells than the table"),
        "quotes_broken": translate("SkipWords", "quotes are broken; lines that were not read"),
        "quote_open": translate("SkipWords", "a quote is never closed; lines that were not read"),
        "row_too_long": translate(
            "SkipWords",
            "the row is too long, perhaps because of an open quote; lines that were not read",
        ),
        "rows_in_cell": translate(
            "SkipWords", "a cell holds what looks like other rows: a quote may be open"
        ),
        "short_row": translate("SkipWords", "cells are missing at the end of the row"),
        "html_in_text": translate("SkipWords", "there is HTML in the text; it is in as it stands"),
        "paragraphs_joined": translate(
            "SkipWords", "the text was a list of paragraphs; they were joined by line ends"
        ),
        "column_left_out": translate(
            "SkipWords", "what stands in this column is not kept: it is too long or no text"
        ),
        "annotations_as_metadata": translate(
            "SkipWords",
            "this column looks like annotations of another tool; it is only kept as it stands",
        ),
        "sheet_left_out": translate("SkipWords", "another sheet was left out"),
        "rows_above_left_out": translate("SkipWords", "rows above the table were left out"),
        "formula_without_value": translate("SkipWords", "a formula has no computed value"),
        "error_value": translate("SkipWords", "a cell holds an error of the spreadsheet"),
        "text_missing": translate("SkipWords", "the text of a cell is missing in the file"),
        "nul": translate("SkipWords", "it holds NUL characters, so it is no text"),
        "binary": translate("SkipWords", "it is no text file"),
        "surrogate": translate("SkipWords", "it holds broken characters (lone surrogates)"),
        "unreadable": translate("SkipWords", "it could not be read"),
        "too_large": translate("SkipWords", "it is too large"),
        "hidden": translate("SkipWords", "hidden files are left out"),
        "not_text": translate(
            "SkipWords", "as articles only .txt, .text and .md are taken from folders"
        ),
        "no_file": translate("SkipWords", "it is a device or a pipe and no file"),
        "own_project": translate("SkipWords", "it is the project itself"),
        "about_files": translate(
            "SkipWords", "it is about the files; name it by itself to read it"
        ),
        "reader_failed": translate("SkipWords", "the reader failed"),
        "guessed_encoding": translate("SkipWords", "the encoding was guessed"),
        "whole_page": translate(
            "SkipWords", "no article was found on the page: all its words are in"
        ),
        "broken_archive": translate("SkipWords", "it is a broken or truncated archive"),
        "broken_in_archive": translate("SkipWords", "it is broken in the archive"),
        "archive_in_archive": translate("SkipWords", "archives inside archives are not opened"),
        "link_in_archive": translate("SkipWords", "it is a link"),
        "encrypted": translate("SkipWords", "it is protected by a password"),
        "leads_elsewhere": translate("SkipWords", "its name leads out of the archive"),
        "bad_name": translate("SkipWords", "its name is too long or holds control characters"),
        "named_twice": translate("SkipWords", "the archive names it twice"),
        "too_many_files": translate("SkipWords", "it holds too many files"),
        "unpacks_to_too_much": translate("SkipWords", "it unpacks to too much"),
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
        "no_annotator": translate("SkipWords", "nobody is named as annotator"),
    }.get(str(reason)) or left_words(str(reason))
    return f"{words}: {detail}" if detail else words
