"""The words a file uses in its annotations, and what in a scheme they seem to mean."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.model.annotation import DocumentLabel, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import AttributeValue, Kind
from annotator.model.label_mapping import LabelMapping, value_word
from annotator.model.scheme import AttributeType, Label, Names, Scheme


@dataclass(slots=True)
class Vocabulary:
    """How often a file says what. `values` are counted by (attribute, word)."""

    labels: Counter[str] = field(default_factory=Counter)
    document_labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    attributes: Counter[str] = field(default_factory=Counter)
    values: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return any(
            (self.labels, self.document_labels, self.relations, self.attributes, self.values)
        )

    def add(self, said: AnnotationSet) -> None:
        """Count everything that a set says."""
        for item in said.annotations:
            if isinstance(item, Span):
                self.labels[item.label] += 1
            elif isinstance(item, DocumentLabel):
                self.document_labels[item.label] += 1
            else:
                self.relations[item.label] += 1
            for key, value in item.attributes.items():
                self.attributes[key] += 1
                for one in value if isinstance(value, tuple) else (value,):
                    self.values[key, value_word(one)] += 1


def propose(said: Vocabulary, scheme: Scheme) -> LabelMapping:
    """Return a mapping of those words that name one thing of the scheme, and only one.

    A word is compared with ids, their last parts, names in every language and aliases, whatever
    its case. Words that are ids of the scheme need no mapping; the others are left to a person.
    """
    spans = [x for x in scheme.labels if not x.retired and not scheme.is_for_documents(x)]
    articles = [x for x in scheme.labels if not x.retired and scheme.is_for_documents(x)]
    relations = {x.id: _words(x.id, x.names, ()) for x in scheme.relations if not x.retired}
    attributes = {x.id: _words(x.id, x.names, ()) for x in scheme.attributes if not x.retired}
    names = _found(said.attributes, attributes)
    values: dict[tuple[str, str], AttributeValue | None] = {}
    for name, word in said.values:
        kind = scheme.attribute(names.get(name) or name)
        if kind is None or kind.kind not in {Kind.SINGLE, Kind.MULTI} or kind.choice(word):
            continue
        choices = {x.id: _words(x.id, x.names, ()) for x in kind.offered}
        values.update(((name, word), to) for to in _found([word], choices).values())
    return LabelMapping(
        _found(said.labels, _label_words(spans)),
        _found(said.document_labels, _label_words(articles)),
        _found(said.relations, relations),
        names,
        values,
    )


def unknown(said: Vocabulary, mapping: LabelMapping, scheme: Scheme) -> Vocabulary:
    """Return what neither the scheme knows nor the mapping decides; it would be left out."""
    left = Vocabulary()
    for words, targets, found, of_documents in (
        (said.labels, mapping.labels, left.labels, False),
        (said.document_labels, mapping.document_labels, left.document_labels, True),
    ):
        for word, count in words.items():
            if not _is_label(targets.get(word, word), scheme, of_documents=of_documents):
                found[word] = count
    for word, count in said.relations.items():
        target = mapping.relations.get(word, word)
        if target is not None and scheme.relation(target) is None:
            left.relations[word] = count
    for word, count in said.attributes.items():
        target = mapping.attributes.get(word, word)
        if target is not None and scheme.attribute(target) is None:
            left.attributes[word] = count
    _unknown_values(said, mapping, scheme, left)
    return left


def _unknown_values(
    said: Vocabulary, mapping: LabelMapping, scheme: Scheme, left: Vocabulary
) -> None:
    for (name, word), count in said.values.items():
        target = mapping.attributes.get(name, name)
        kind = scheme.attribute(target) if target is not None else None
        value = mapping.values.get((name, word), word)
        if kind is not None and value is not None and not _takes(kind, value):
            left.values[name, word] = count


def _is_label(target: str | None, scheme: Scheme, *, of_documents: bool) -> bool:
    if target is None:
        return True
    label = scheme.label(target)
    return label is not None and scheme.is_for_documents(label) is of_documents


def _takes(kind: AttributeType, value: AttributeValue) -> bool:
    """Tell whether a value, or its word, may be taken; of open kinds a word says too little."""
    if kind.kind is Kind.SINGLE:
        return kind.takes(value)
    if kind.kind is Kind.MULTI:
        return kind.takes(value if isinstance(value, tuple) else (value_word(value),))
    return True


def _label_words(labels: Iterable[Label]) -> dict[str, frozenset[str]]:
    return {label.id: _words(label.id, label.names, label.aliases) for label in labels}


def _words(identity: str, names: Names, aliases: Iterable[str]) -> frozenset[str]:
    last = identity.rpartition(".")[2]
    return frozenset(map(_plain, (identity, last, *names.texts.values(), *aliases)))


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def _found(said: Iterable[str], known: Mapping[str, frozenset[str]]) -> dict[str, str | None]:
    made: dict[str, str | None] = {}
    for word in said:
        if word in known:
            continue
        plain = _plain(word)
        fits = [identity for identity, words in known.items() if plain in words]
        if plain and len(fits) == 1:
            made[word] = fits[0]
    return made
