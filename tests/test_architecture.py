"""No module imports itself in a circle; the layers themselves are checked by `make layers`."""

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in (ROOT / "annotator").rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(path: Path, known: set[str]) -> set[str]:
    """What a module imports of ours, at its top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & known) or {node.module}
    return found & known


def test_no_import_cycles() -> None:
    paths = modules()
    graph = {name: imports_of(path, set(paths)) - {name} for name, path in paths.items()}
    # a package without code of its own is not what was meant
    empty = {name for name, path in paths.items() if len(path.read_text("utf-8").split()) < 1}
    graph = {name: targets - empty for name, targets in graph.items()}
    while leaves := {name for name, targets in graph.items() if not targets}:
        graph = {name: targets - leaves for name, targets in graph.items() if name not in leaves}
    assert sorted(graph) == [], "these import each other in a circle, or what does"


def test_the_contracts_name_every_package() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert len(contracts) == 4
    layers = " ".join(contracts[0]["layers"]).replace("|", " ").split()
    ignored = contracts[0]["exhaustive_ignores"]
    top = {
        path.stem for path in (ROOT / "annotator").iterdir() if path.suffix == ".py" or
        (path / "__init__.py").exists()
    } - {"__init__"}  # fmt: skip
    assert set(layers) | set(ignored) == top
