"""The sample project: invented election news, some of it labelled, to learn the program on."""

from pathlib import Path

from annotator.assets import asset
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import SUFFIX, create_project
from annotator.services.settings import data_folder
from annotator.services.transfer import ImportOptions, import_paths


def sample_path() -> Path:
    """Where the sample project lives: the user's data folder."""
    return data_folder() / f"contoh{SUFFIX}"


def make_sample(path: Path, annotator: str = "") -> None:
    """Make the sample project at `path`; its annotations belong to `annotator`.

    Raises what `create_project` raises; a half-made file is taken away.
    """
    scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with create_project(path, scheme) as project:
            if annotator:
                project.choose_annotator(annotator)
            import_paths(
                project,
                [asset("sample", "pilkada-sample.jsonl")],
                ImportOptions("jsonl", as_annotator=bool(annotator)),
            )
    except BaseException:
        path.unlink(missing_ok=True)
        raise
