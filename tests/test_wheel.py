"""The wheel holds the program with its resources and works without the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command, **variables):
    environment = {**os.environ, **variables}
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=variables.get("PYTHONPATH", ROOT),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_program_works_from_its_wheel(tmp_path):
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path)
    wheels = list(tmp_path.glob("annotator-*.whl"))
    assert len(wheels) == 1
    installed = tmp_path / "installed"
    options = ("--quiet", "--no-index", "--no-deps", "--no-compile", "--target", installed)
    run("-m", "pip", "--disable-pip-version-check", "install", *options, wheels[0])

    where = run("-c", "import annotator; print(annotator.__file__)", PYTHONPATH=str(installed))
    assert Path(where.strip()) == installed / "annotator" / "__init__.py"
    tree = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {path for path in tree if not (installed / "annotator" / path).is_file()} == set()

    pages = "from annotator.assets import guide; print(guide('panduan.md'), guide('guide.md'))"
    for page in run("-c", pages, PYTHONPATH=str(installed)).split():
        assert (installed / "annotator" / "resources" / "guide") in Path(page).parents

    project = tmp_path / "pilkada.annotator"
    assert "export" in run("-m", "annotator", "--help", PYTHONPATH=str(installed))
    name = ("--name", "Rahmawati Ladiva")
    run("-m", "annotator", "new", project, *name, PYTHONPATH=str(installed))
    assert project.is_file()
