"""Where in a JSON file articles may stand, found from its beginning."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats.json_scanner import DEPTH_LIMIT, Place, Where

_DEEPEST: Final = 5
"""Most keys that lead to a list of articles."""
_MOST: Final = 20
"""Most places that are looked at."""
_FIRST: Final = 5


def find_places(path: Path, data: bytes, *, is_cut: bool) -> list[Place]:
    """Return where articles may stand in a file that begins so, the likeliest first.

    Raises FormatError where it is no JSON.
    """
    if _is_lines(data, is_cut=is_cut):
        return [Place(Where.LINES)]
    root = _tree(path, data)
    if isinstance(root, list):
        return [Place(Where.LIST)]
    found = [Place(Where.WHOLE)]
    waiting: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), root)]
    while waiting and len(found) < _MOST:
        keys, values = waiting.pop(0)
        inner = [value for value in values.values() if isinstance(value, dict)]
        if len(inner) > 1 and len(inner) == len(values):
            found.append(Place(Where.VALUES, keys))
        for key, value in values.items():
            if isinstance(value, list) and any(isinstance(one, dict) for one in value[:_FIRST]):
                found.append(Place(Where.LIST, (*keys, key)))
            elif isinstance(value, dict) and len(keys) < _DEEPEST:
                waiting.append(((*keys, key), value))
    return found


def _is_lines(data: bytes, *, is_cut: bool) -> bool:
    """Tell whether each line is an object: two of the first few are, or one, and all begin so."""
    lines = [line.strip() for line in data.split(b"\n")[: 4 * _FIRST]]
    if is_cut and len(lines) > 1:
        lines.pop()
    lines = [line for line in lines if line][:_FIRST]
    begun = sum(line.startswith(b"{") for line in lines)
    whole = sum(map(_is_object, lines))
    return whole > 1 or (whole == 1 and begun == len(lines) > 1)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _tree(path: Path, data: bytes) -> Any:
    """Return what the beginning of a file holds; what is cut off is left out."""
    root: Any = None
    containers: list[Any] = []
    keys: list[str] = []
    for event, value in _events(path, data):
        if event == "map_key":
            keys[-1] = value
        elif event in {"end_map", "end_array"}:
            containers.pop()
            keys.pop()
        else:
            made = {"start_map": {}, "start_array": []}.get(event, value)
            if containers:
                _put(containers[-1], keys[-1], made)
            else:
                root = made
            if event.startswith("start"):
                containers.append(made)
                keys.append("")
        # what is nested too deeply is told where it is read
        if not 0 < len(containers) <= DEPTH_LIMIT:
            break
    if not isinstance(root, dict | list):
        raise FormatError(path, 0, "no JSON with articles in it")
    return root


def _put(container: Any, key: str, value: Any) -> None:
    if isinstance(container, dict):
        container[key] = value
    elif len(container) < _FIRST:
        container.append(value)


def _events(path: Path, data: bytes) -> Iterator[tuple[str, Any]]:
    """Hand out what a parser meets, up to the end or a fault after the beginning."""
    import ijson

    count = 0
    try:
        for event in ijson.basic_parse(BytesIO(data), use_float=True, multiple_values=True):
            count += 1
            yield event
    except (ijson.JSONError, ValueError, OverflowError) as error:
        if not count:
            reason = str(error).partition("\n")[0]
            raise FormatError(path, 0, f"no JSON: {reason}") from error
