"""Reprints are found whenever they come, and only reprints."""

import random

import pytest

from annotator.errors import Cancelled, ProjectReadOnly
from annotator.services import twins as module
from annotator.services.jobs import Progress
from annotator.services.lists import Wanted
from annotator.services.projects import open_project
from annotator.services.queue import Key, Part
from annotator.text.shingles import jaccard, shingles
from tests.builders import make_project


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path) as made:
        yield made


def _article(seed: int, words: int = 80) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(VOCABULARY) for _ in range(words))


VOCABULARY = [f"kata{number}" for number in range(900)]


def _edited(text: str, every: int) -> str:
    words = text.split()
    words[5::every] = ["lain"] * len(words[5::every])
    return " ".join(words)


def _add(project, *texts: str) -> list:
    return [project.documents.add_text(text, detect_language=False).document for text in texts]


def _twins(project, document) -> set:
    return {twin.document for twin in project.twins.of(document)}


def test_reprints_are_grouped_and_others_are_not(project):
    story = _article(1)
    one, other, third = _add(project, story, _article(2), f"KUTIP: {story.upper()} (Rina)")
    assert project.twins.refresh() == 2
    assert _twins(project, one) == {third}
    assert _twins(project, third) == {one}
    assert _twins(project, other) == set()
    (twin,) = project.twins.of(one)
    assert twin.share == pytest.approx(jaccard(shingles(story), shingles(f"x {story} y")))
    assert twin.title.startswith("KUTIP")


def test_what_comes_later_joins_and_joins_groups_together(project):
    story = _article(3, 120)
    first, last = _edited(story, 40), story
    (one,) = _add(project, first)
    project.twins.refresh()
    (two,) = _add(project, last)
    assert project.twins.pending
    assert project.twins.refresh() == 2
    assert not project.twins.pending
    (three,) = _add(project, f"{story} tambahan di akhir")
    assert project.twins.refresh() == 1
    assert _twins(project, two) == {one, three}
    assert project.twins.refresh() == 0


def test_a_share_under_a_half_is_no_reprint(project):
    story = _article(4)
    far = _edited(story, 6)
    assert jaccard(shingles(story), shingles(far)) < 0.5
    (one, _) = _add(project, story, far)
    assert project.twins.refresh() == 0
    assert _twins(project, one) == set()


def test_in_parts_or_at_once_the_groups_are_the_same(tmp_path):
    texts = [_edited(_article(number % 7, 60), 30 + number) for number in range(28)]
    found = []
    for number, step in enumerate((1, 5, 28)):
        with make_project(tmp_path, name=str(number)) as project:
            for start in range(0, len(texts), step):
                _add(project, *texts[start : start + step])
                project.twins.refresh()
            groups = project.twins._twins.groups()
            found.append({key: groups[key] for key in sorted(groups)})
    assert found[0] == found[1] == found[2]
    assert len(set(found[0].values())) == 7


def test_a_bucket_of_many_gives_few_pairs(project, monkeypatch):
    compared = []
    monkeypatch.setattr(module._Shingles, "jaccard", lambda *args: compared.append(args) or 0.0)
    story = _article(5)
    _add(project, *(story + "!" * number for number in range(60)))
    project.twins.refresh()
    assert 59 <= len(compared) <= 3 * 60


def test_a_cancelled_search_goes_on_where_it_was(project, monkeypatch):
    monkeypatch.setattr(module, "_BATCH", 5)
    story = _article(6)
    _add(project, *(_article(number) for number in range(10, 30)), story, f"{story} lagi")
    steps = iter([False, False, False, True])
    with pytest.raises(Cancelled):
        project.twins.refresh(Progress(cancelled=lambda: next(steps)))
    done = project.twins._twins.count()
    assert 0 < done < 22
    made = []
    real = module.fingerprints
    monkeypatch.setattr(module, "fingerprints", lambda many: made.extend(many) or real(many))
    assert project.twins.refresh() == 2
    assert len(made) == project.documents.count() - done


def test_fingerprints_of_another_form_are_made_anew(project, monkeypatch):
    story = _article(8)
    one, other = _add(project, story, f"{story} lagi")
    project.twins.refresh()
    monkeypatch.setattr(module, "FORM", "2")
    assert project.twins.pending
    assert project.twins.refresh() == 2
    assert _twins(project, one) == {other}


def test_articles_without_words_have_no_twins(project):
    one, _ = _add(project, "…", "!!")
    assert project.twins.refresh() == 0
    assert _twins(project, one) == set()


def test_a_reader_does_not_search(project):
    _add(project, _article(9))
    with open_project(project.path, write=False) as again, pytest.raises(ProjectReadOnly):
        again.twins.refresh()


def _found(project, text: str) -> list[int]:
    return [int(position) for position in project.lists.find(Wanted(text))]


def test_lists_know_reprints_and_one_of_each_story(project):
    story = _article(11)
    _add(project, story, _article(12), f"{story} lagi", f"{story} dan lagi")
    project.twins.refresh()
    project.lists.forget()
    assert _found(project, "twins:any") == [2, 4, 5]
    assert _found(project, "kembar:pertama") == [1, 2, 3]
    assert _found(project, "twins:none") == [1, 3]
    assert _found(project, "twins:none twins:any") == [1, 2, 3, 4, 5]
    assert project.lists.offers(3)["kind"] == [
        (Part(Key.TWINS, "any"), 3),
        (Part(Key.TWINS, "first"), 3),
    ]
