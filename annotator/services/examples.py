"""Words of the corpus as examples of a label: a change of the scheme that changes no meaning."""

import json

from annotator.errors import SchemeViolation
from annotator.model.scheme import Example, Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.model.validation import Reason


def with_example(scheme: Scheme, label_id: str, example: Example) -> Scheme:
    """Return the scheme with one more example of a label.

    Raises SchemeViolation for a label it lacks, and for words that are an example already.
    """
    label = scheme.label(label_id)
    if label is None:
        raise SchemeViolation(Reason.UNKNOWN_LABEL, label_id)
    if any(known.text == example.text for known in label.examples):
        raise SchemeViolation(Reason.SAME_TWICE, example.text)
    source = json.loads(scheme.to_json())
    entry = next(entry for entry in source["labels"] if entry["id"] == label_id)
    kept = {"text": example.text, "fits": example.fits}
    kept |= {"note": example.note} if example.note else {}
    entry.setdefault("examples", []).append(kept)
    return parse_scheme(json.dumps(source), stored=True)
