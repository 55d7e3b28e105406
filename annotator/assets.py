"""Find files of `resources/` and the user guide, in a checkout or in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def asset(*parts: str) -> Path:
    """Return the path of a resource, such as `asset("schemes", "pilkada-default.json")`.

    Raises FileNotFoundError when neither the package nor the checkout has it.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))


def guide(name: str) -> Path:
    """Return the path of a page of the user guide: in a checkout it is under `docs/user`."""
    path = _PACKAGE.parent / "docs" / "user" / name
    return path if path.exists() else asset("guide", name)
