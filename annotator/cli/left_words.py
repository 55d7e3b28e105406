"""What readers of other tools' files say of things they left out or took differently, in words.

The window says the same through Qt, which is out of reach here.
"""

from annotator.cli.words import _


def left_words(reason: str) -> str | None:
    """Return the words for a reason of `formats.base.Left`; None for one nobody knows."""
    return {
        "answer_ignored": _("it was passed over by who annotated it"),
        "answer_rejected": _("it was rejected by who annotated it"),
        "chain_as_relations": _("a chain was taken as relations"),
        "control_not_taken": _("a control that says nothing about words was left out"),
        "draft": _("a draft nobody handed in was left out"),
        "empty_span": _("a span without words was left out"),
        "equivalence_as_relations": _("an equivalence became relations"),
        "event_as_relations": _("an event became a span with relations"),
        "fragments_apart": _("the pieces of a span became spans of their own"),
        "ground_truth": _("the mark as ground truth was left out"),
        "irregular_tags": _("tags break the rules of their format"),
        "key_not_taken": _("a key that the program does not know was left out"),
        "key_of_span": _("a key of a span was left out"),
        "kind_of_note": _("what kind of note it is was left out"),
        "label_from_feature": _("the label was taken from a feature"),
        "line_ends": _("line ends were made alike"),
        "lines_joined": _("lines were joined"),
        "linguistic_layer": _("a layer of grammar was left out"),
        "link_as_attribute": _("a link became an attribute"),
        "link_without_ends": _("a link without both ends was left out"),
        "missing_target": _("what it speaks of is not in the file"),
        "motivation_as_label": _("the motivation was taken as the label"),
        "no_answer": _("nobody answered it"),
        "no_text_comment": _("a sentence without its text was put together"),
        "note_of_relation": _("a note about a relation was left out"),
        "note_without_words": _("a note without words was left out"),
        "other_columns": _("further columns were left out"),
        "other_unit": _("its positions count something else than the rest"),
        "other_view": _("another view of the text was left out"),
        "place_not_found": _("its place was not found in the text"),
        "quote_spacing": _("the quote has other blanks than the text"),
        "region_not_in_text": _("a region outside the text was left out"),
        "region_without_label": _("a region without a label was left out"),
        "relation_both_ways": _("a relation both ways became two"),
        "relation_without_end": _("a relation without both ends"),
        "scanned_pages": _("pages without text: they are scans"),
        "second_annotation": _("a second annotation by the same person was left out"),
        "slot_as_relation": _("a slot became a relation"),
        "slot_without_end": _("a slot leads nowhere"),
        "span_rejected": _("a span that was rejected was left out"),
        "span_without_label": _("a span without a label was left out"),
        "text_rebuilt": _("the text was put together from its words"),
        "token_as_span": _("a word's own mark became a span"),
        "unit_undecided": _("it cannot be told what positions count"),
        "zero_length": _("a span without length was left out"),
    }.get(reason)
