"""Write the table of formats in docs/formats/README.md from what the formats say of themselves.

`make words` does so too. With `--check` the page is compared only; a difference ends with 1.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from annotator.formats.base import FormatInfo, Hold, Kind
from annotator.formats.registry import registry

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats" / "README.md"
BEGIN = "<!-- made by tools/formats_table.py -->"
END = "<!-- end of what is made -->"
COLUMNS = (
    "overlaps",
    "discontinuous",
    "relations",
    "attributes",
    "document_labels",
    "annotators",
    "empty_documents",
)
HEADER = (
    "format",
    "read",
    "written",
    "offsets",
    "overlap",
    "in pieces",
    "relations",
    "attributes",
    "labels of articles",
    "annotators",
    "empty articles",
)
SIGNS = {Hold.NATIVE: "yes", Hold.FALLBACK: "detour", Hold.NO: "no"}


def table() -> str:
    """Return both tables: formats with annotations, and those of articles alone."""
    infos = registry().infos
    said = [info for info in infos if info.kind is Kind.ANNOTATED]
    lines = [BEGIN, "", f"| {' | '.join(HEADER)} |", f"|{' --- |' * len(HEADER)}"]
    lines += [_row(info) for info in said]
    others = [info for info in infos if info.kind is not Kind.ANNOTATED]
    lines += ["", "Articles without annotations:", "", "| format | files |", "| --- | --- |"]
    for info in others:
        files = " ".join(f"`{suffix}`" for suffix in info.suffixes)
        lines.append(f"| {_title(info)} | {files} |")
    return "\n".join([*lines, "", END])


def _title(info: FormatInfo) -> str:
    page = PAGE.parent / f"{info.name}.md"
    return f"[{info.title}]({page.name})" if page.is_file() else f"{info.title} (`{info.name}`)"


def _row(info: FormatInfo) -> str:
    cells = [_title(info), "yes" if info.reads else "no", "yes" if info.writes else "no"]
    if info.holds is None:
        cells += ["–"] * (len(HEADER) - len(cells))
    else:
        cells.append(info.holds.offsets)
        cells += [SIGNS[getattr(info.holds, name)] for name in COLUMNS]
    return f"| {' | '.join(cells)} |"


def page() -> str:
    """Return the page with its table made anew."""
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    return before + table() + rest.split(END)[1]


def write() -> None:
    """Bring the page up to date."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def main() -> int:
    """Write or compare the page."""
    if "--check" in sys.argv[1:]:
        return int(page() != PAGE.read_text(encoding="utf-8"))
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
