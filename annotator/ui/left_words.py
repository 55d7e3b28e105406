"""What readers of other tools' files say of things they left out or took differently, in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def left_words(reason: str) -> str:
    """Return the words for a reason of `formats.base.Left`; one nobody knows yet as plain words."""
    words = {
        "attribute_twice": translate("LeftWords", "another attribute came to be the same one"),
        "chain_as_relations": translate("LeftWords", "a chain was taken as relations"),
        "column_left_out": translate("LeftWords", "a column was left out"),
        "empty_span": translate("LeftWords", "a span without words was left out"),
        "equivalence_as_relations": translate("LeftWords", "an equivalence became relations"),
        "event_as_relations": translate("LeftWords", "an event became a span with relations"),
        "fragments_apart": translate("LeftWords", "the pieces of a span became spans of their own"),
        "html_in_text": translate("LeftWords", "HTML was found in the text"),
        "irregular_tags": translate("LeftWords", "tags break the rules of their format"),
        "kind_of_note": translate("LeftWords", "what kind of note it is was left out"),
        "label_from_feature": translate("LeftWords", "the label was taken from a feature"),
        "line_ends": translate("LeftWords", "line ends were made alike"),
        "lines_joined": translate("LeftWords", "lines were joined"),
        "linguistic_layer": translate("LeftWords", "a layer of grammar was left out"),
        "link_as_attribute": translate("LeftWords", "a link became an attribute"),
        "missing_target": translate("LeftWords", "what it speaks of is not in the file"),
        "no_text_comment": translate("LeftWords", "a sentence without its text was put together"),
        "note_of_relation": translate("LeftWords", "a note about a relation was left out"),
        "note_without_words": translate("LeftWords", "a note without words was left out"),
        "other_columns": translate("LeftWords", "further columns were left out"),
        "other_unit": translate("LeftWords", "its positions count something else than the rest"),
        "other_view": translate("LeftWords", "another view of the text was left out"),
        "paragraphs_joined": translate("LeftWords", "paragraphs were joined"),
        "quote_spacing": translate("LeftWords", "the quote has other blanks than the text"),
        "relation_without_end": translate("LeftWords", "a relation without both ends"),
        "rows_above_left_out": translate("LeftWords", "rows above the table were left out"),
        "scanned_pages": translate("LeftWords", "pages without text: they are scans"),
        "sheet_left_out": translate("LeftWords", "a sheet was left out"),
        "short_row": translate("LeftWords", "a row has fewer cells than there are columns"),
        "slot_as_relation": translate("LeftWords", "a slot became a relation"),
        "slot_without_end": translate("LeftWords", "a slot leads nowhere"),
        "text_rebuilt": translate("LeftWords", "the text was put together from its words"),
        "token_as_span": translate("LeftWords", "a word's own mark became a span"),
        "unit_undecided": translate("LeftWords", "it cannot be told what positions count"),
        "whole_page": translate("LeftWords", "no article was found: all words of the page are in"),
        "zero_length": translate("LeftWords", "a span without length was left out"),
        "annotations_as_metadata": translate(
            "LeftWords", "what was annotated there was kept as metadata"
        ),
        "answer_ignored": translate("LeftWords", "it was passed over by who annotated it"),
        "answer_rejected": translate("LeftWords", "it was rejected by who annotated it"),
        "control_not_taken": translate(
            "LeftWords", "a control that says nothing about words was left out"
        ),
        "draft": translate("LeftWords", "a draft nobody handed in was left out"),
        "ground_truth": translate("LeftWords", "the mark as ground truth was left out"),
        "key_not_taken": translate(
            "LeftWords", "a key that the program does not know was left out"
        ),
        "key_of_span": translate("LeftWords", "a key of a span was left out"),
        "link_without_ends": translate("LeftWords", "a link without both ends was left out"),
        "motivation_as_label": translate("LeftWords", "the motivation was taken as the label"),
        "no_answer": translate("LeftWords", "nobody answered it"),
        "place_not_found": translate("LeftWords", "its place was not found in the text"),
        "region_not_in_text": translate("LeftWords", "a region outside the text was left out"),
        "region_without_label": translate("LeftWords", "a region without a label was left out"),
        "relation_both_ways": translate("LeftWords", "a relation both ways became two"),
        "rows_in_cell": translate(
            "LeftWords", "a cell seems to hold several rows: a quote is not closed"
        ),
        "second_annotation": translate(
            "LeftWords", "a second annotation by the same person was left out"
        ),
        "span_rejected": translate("LeftWords", "a span that was rejected was left out"),
        "span_without_label": translate("LeftWords", "a span without a label was left out"),
    }
    plain = reason.replace("_", " ") if reason.isidentifier() else reason
    return words.get(reason, plain)
