from collections.abc import Generator
from pathlib import Path

import pytest

from annotator.errors import Cancelled
from annotator.services import hit_lines
from annotator.services.hit_lines import Order
from annotator.services.jobs import Progress
from annotator.services.projects import Project
from annotator.services.search import Found, parse_text_query
from tests.builders import make_project

TEXTS = [
    f"Berita {number}.\n\nWarga {name} menerima amplop {kind}; amplop itu kosong."
    for number, (name, kind) in enumerate(
        [("Karang", "putih"), ("Anyar", "merah"), ("Lengkara", "biru")]
    )
]


@pytest.fixture
def project(tmp_path: Path) -> Generator[Project]:
    with make_project(tmp_path, TEXTS) as made:
        made.search.catch_up()
        yield made


def find(project: Project, typed: str) -> Found:
    return project.search.find(parse_text_query(typed), best_first=False)


def test_articles_with_snippets(project: Project) -> None:
    first, *others = hit_lines.article_page(project.search, find(project, "amplop"))
    assert len(others) == 2
    assert len(first.hits) == 2
    line = first.snippet(0)
    assert [line.text[start:end] for start, end in line.marks] == ["amplop", "amplop"]
    page = hit_lines.article_page(project.search, find(project, "amplop"), 2)
    assert [item.title for item in page] == ["Berita 2."]


def test_keywords_in_context_a_page_at_a_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_lines, "LINES", 3)
    found = find(project, "amplop")
    page = hit_lines.keyword_page(project.search, found, Progress())
    assert [line.title for line in page.lines] == ["Berita 0."] * 2 + ["Berita 1."] * 2
    assert page.following == 2
    rest = hit_lines.keyword_page(project.search, found, Progress(), page.following)
    assert len(rest.lines) == 2
    assert rest.following is None
    for line in (*page.lines, *rest.lines):
        text = project.documents.get(line.place.document).text
        assert text[line.place.start : line.place.end] == line.context.word


def test_lines_are_sorted_by_their_neighbours(project: Project) -> None:
    found = find(project, "amplop")
    by_right = hit_lines.sorted_lines(project.search, found, Progress(), Order.RIGHT)
    assert [line.context.right.split()[0] for line in by_right.lines] == [
        "biru;",
        "itu",
        "itu",
        "itu",
        "merah;",
        "putih;",
    ]
    by_left = hit_lines.sorted_lines(
        project.search, find(project, "menerima"), Progress(), Order.LEFT
    )
    assert [line.context.left.split()[-1] for line in by_left.lines] == [
        "Anyar",
        "Karang",
        "Lengkara",
    ]


def test_no_more_lines_are_sorted_than_can_be(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_lines, "MOST_SORTED", 4)
    page = hit_lines.sorted_lines(project.search, find(project, "amplop"), Progress(), Order.LEFT)
    assert len(page.lines) == 4
    assert page.is_cut


def test_hits_are_counted_and_counting_can_be_stopped(project: Project) -> None:
    found = find(project, "amplop")
    assert hit_lines.count_hits(project.search, found, Progress()) == 6
    with pytest.raises(Cancelled):
        hit_lines.count_hits(project.search, found, Progress(cancelled=lambda: True))
