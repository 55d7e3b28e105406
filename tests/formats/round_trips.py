"""Whether what comes back is what went in but for the losses that were told, exactly those."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from annotator.formats.base import USUAL, Bundle, Loss, LossReason, ReadOptions
from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from tests.formats.peers import written
from tests.formats.strategies import SCHEME

_ASIDE = (LossReason.METADATA, LossReason.NOTE)
Said = Counter[tuple[object, ...]]
Key = tuple[str, str]


def there_and_back(
    form: Any, made: list[Bundle], options: ReadOptions = USUAL
) -> tuple[list[Bundle], list[Loss]]:
    """Write and read; a ZIP is unpacked between, its files read by themselves."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / f"a{form.info.suffixes[0]}"
        losses = written(form, target, made)
        if not made:
            return [], losses
        if target.suffix != ".zip":
            return _read(form, [target], options), losses
        with ZipFile(target) as archive:
            assert archive.testzip() is None
            archive.extractall(folder / "in")
        files = sorted(path for path in (folder / "in").rglob("*") if path.is_file())
        mine = [path for path in files if _is_its(form, path)]
        theirs = {beside for path in mine for beside in form.companions(path)}
        own = [path for path in mine if path not in theirs]
        assert {*own, *theirs} == set(files), "every file is read or belongs to one that is"
        return _read(form, own, options), losses


def _is_its(form: Any, path: Path) -> bool:
    return bool(form.accepts(path.read_bytes()[: 64 * 1024], path))


def _read(form: Any, paths: Iterable[Path], options: ReadOptions) -> list[Bundle]:
    found = []
    for path in paths:
        for reading in form.read(path, options):
            assert isinstance(reading.content, Bundle), reading.content
            found.append(reading.content)
    return found


def said_by_all(made: Iterable[Bundle], leave: Mapping[str, LossReason]) -> dict[Key, Said]:
    """Return what is said, by text and annotator; what is in `leave` and leads there, not."""
    found: dict[Key, Said] = defaultdict(Counter)
    for bundle in made:
        for item in bundle.annotation_sets:
            key = bundle.document.text, bundle.annotators[item.annotator].name
            found[key].update(_said(item, leave))
    return {key: said for key, said in found.items() if said}


def _said(item: AnnotationSet, leave: Mapping[str, LossReason]) -> Iterable[tuple[object, ...]]:
    def place(span: Span) -> tuple[object, ...]:
        return (span.stretches, span.label)

    def values(one: Span | Relation | DocumentLabel) -> object:
        if leave.get(one.id) is LossReason.ATTRIBUTE:
            return "lost"
        return repr(one.attributes.to_json())

    gone = {key for key, reason in leave.items() if reason is not LossReason.ATTRIBUTE}
    for span in item.spans:
        if span.id not in gone:
            yield ("span", place(span), values(span))
    for link in item.relations:
        if not {link.id, link.source, link.target} & gone:
            ends = [item.span(link.source), item.span(link.target)]
            yield ("relation", *(place(end) for end in ends if end), link.label, values(link))
    for label in item.document_labels:
        if label.id not in gone:
            yield ("label", label.label, values(label))


def check(
    form: Any,
    made: list[Bundle],
    comes_back: Callable[[Loss], bool] | None = None,
) -> tuple[list[Bundle], list[Loss]]:
    """Compare what was written with what is read; `comes_back`: losses that our reader makes good.

    What was told as written differently may come back changed, what was told as lost may not.
    """
    found, losses = there_and_back(form, made)
    told: dict[str, LossReason] = {}
    for loss in losses:
        is_good = loss.reason in _ASIDE or (comes_back is not None and comes_back(loss))
        known = told.get(loss.annotation_id, LossReason.ATTRIBUTE)
        if loss.annotation_id and not is_good and known is LossReason.ATTRIBUTE:
            told[loss.annotation_id] = loss.reason
    before = said_by_all(made, told)
    after = said_by_all(found, {})
    for key, said in before.items():
        there = Counter(_without_values(after.get(key, Counter()), said))
        assert not said - there, (key, said - there)
    changed = sum(1 for loss in losses if loss.instead and loss.reason not in _ASIDE)
    more = sum(sum(said.values()) for said in after.values()) - sum(
        sum(said.values()) for said in before.values()
    )
    assert 0 <= more <= changed * 4, (more, losses)
    for bundle in found:
        assert bundle.document.text in {item.document.text for item in made}
    return found, losses


def _without_values(there: Said, said: Said) -> Iterable[tuple[object, ...]]:
    """Return what came back; where the values were told as lost, without them."""
    wanted = Counter(one[:-1] for one in said.elements() if one[-1] == "lost")
    for one in there.elements():
        if wanted[one[:-1]]:
            wanted[one[:-1]] -= 1
            assert one[-1] == "{}" or "lost" not in str(one[-1])
            yield (*one[:-1], "lost")
        else:
            yield one


__all__ = ["SCHEME", "check", "there_and_back"]
