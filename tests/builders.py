"""Small things for tests: a scheme, texts of invented places and people, a project with them."""

from collections.abc import Sequence
from pathlib import Path

from annotator.assets import asset
from annotator.model.ids import DocumentId
from annotator.model.scheme import Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import Project, create_project

NAME = "Rahmawati Ladiva"
TEXT = (
    "Bawaslu Kabupaten Samudra menerima laporan warga.\n\n"
    "Rahmawati Ladiva menyebut amplop dibagikan di Desa Lengkara pada malam tenang.\n"
)
OTHER_TEXT = "Ketua KPPS Desa Lengkara membantah membuka kotak suara sebelum waktunya.\n"


def default_scheme() -> Scheme:
    """Return the scheme the program ships."""
    return parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


def make_project(
    folder: Path, texts: Sequence[str] = (TEXT,), *, annotator: str = NAME, name: str = "pilkada"
) -> Project:
    """Make a project with these texts, open for writing; the caller closes it."""
    project = create_project(folder / f"{name}.annotator", default_scheme())
    if annotator:
        project.choose_annotator(annotator)
    for text in texts:
        project.documents.add_text(text, detect_language=False)
    return project


def only_document(project: Project) -> DocumentId:
    """Return the id of the one document of a project."""
    (document,) = project.documents.all()
    return document.id


def place_of(words: str, text: str = TEXT) -> tuple[int, int]:
    """Return start and end of the first occurrence of `words`, in code points."""
    start = text.index(words)
    return start, start + len(words)
