"""The words of a file are found in the scheme by name, and never guessed."""

from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.ids import AnnotatorId, DocumentId, RelationId, SpanId
from annotator.model.label_mapping import LabelMapping
from annotator.model.scheme_edit import Part, Put, Ref, edited
from annotator.model.vocabulary import Vocabulary, propose, unknown
from tests.builders import default_scheme

SCHEME = default_scheme()


def _said(*labels: str) -> Vocabulary:
    found = Vocabulary()
    found.labels.update(labels)
    return found


def test_words_are_counted() -> None:
    said = Vocabulary()
    span = Span(SpanId("s"), 0, 2, "PER", Attributes({"kelas": ("a", "b"), "sure": True}))
    link = Relation(RelationId("r"), SpanId("s"), SpanId("t"), "near")
    said.add(AnnotationSet(DocumentId("d"), AnnotatorId("a"), (span, link)))
    assert said.labels == {"PER": 1}
    assert said.relations == {"near": 1}
    assert said.values == {("kelas", "a"): 1, ("kelas", "b"): 1, ("sure", "true"): 1}


def test_names_in_every_language_and_last_parts_of_ids_lead_to_a_label() -> None:
    label = SCHEME.label("violation.vote_buying")
    assert label is not None
    words = [*label.names.texts.values(), "VOTE-BUYING", "violation.vote_buying"]
    assert propose(_said(*words), SCHEME).labels == dict.fromkeys(words[:-1], label.id)


def test_a_person_is_a_candidate_only_where_the_scheme_says_so() -> None:
    assert not propose(_said("PER", "Orang"), SCHEME)
    ref = Ref(Part.LABEL, "actor.candidate")
    scheme = edited(SCHEME, [Put(ref, "aliases", ["PER", "orang"])])
    assert propose(_said("per", "Orang"), scheme).labels == {
        "per": "actor.candidate",
        "Orang": "actor.candidate",
    }


def test_a_word_for_two_labels_is_left_to_a_person() -> None:
    # `other` ends an id among actions and among violations
    assert not propose(_said("other"), SCHEME)


def test_values_are_looked_for_below_the_attribute_they_belong_to() -> None:
    said = Vocabulary()
    said.attributes["Factuality"] = 2
    said.values["Factuality", "ALLEGED"] = 2
    said.values["Factuality", "barangkali"] = 1
    mapping = propose(said, SCHEME)
    assert mapping.attributes == {"Factuality": "factuality"}
    assert mapping.values == {("Factuality", "ALLEGED"): "alleged"}
    assert unknown(said, mapping, SCHEME).values == {("Factuality", "barangkali"): 1}


def test_what_nobody_decided_and_the_scheme_does_not_know_is_unknown() -> None:
    said = _said("PER", "LOC", "violation.vote_buying", "violation.vote_buying")
    said.relations["near"] = 1
    said.document_labels["violation.vote_buying"] = 1  # a label of spans
    left = unknown(said, LabelMapping({"LOC": None}), SCHEME)
    assert left.labels == {"PER": 1}
    assert left.relations == {"near": 1}
    assert left.document_labels == {"violation.vote_buying": 1}
