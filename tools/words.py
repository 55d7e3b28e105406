"""Collect the window's words from the program and compile their translations.

`python3 start.py words` runs it: `lupdate` brings the strings of annotator/ into
resources/i18n/annotator_id.ts, where they are translated by hand (with Qt Linguist or an editor);
`lrelease` makes the annotator_id.qm that the program loads. Qt's own words (OK, Cancel, Copy, …),
of which Qt brings no Indonesian, are named in annotator/ui/qt_words.py and collected like ours; a
qt_id.ts beside the catalogue would be compiled in as well.

`--check` changes nothing and says what is out of date or not translated.
"""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "annotator"
FOLDER = ROOT / "resources" / "i18n"
PROGRAM = "annotator_id.ts"
QT = "qt_id.ts"
COMPILED = "annotator_id.qm"


class Phrase(NamedTuple):
    """One string for people, as Qt looks it up."""

    context: str
    source: str
    comment: str = ""


class Use(NamedTuple):
    """Where a phrase stands in the program; without a phrase: a call that names none.

    Such a call is in order when `table` names a context with phrases of its own, each marked with
    QT_TRANSLATE_NOOP.
    """

    path: Path
    line: int
    phrase: Phrase | None
    marked: bool = False
    table: str = ""


def uses(path: Path, source: str) -> Iterator[Use]:
    """Yield each `self.tr`, `translate` and `QT_TRANSLATE_NOOP` of a module, good or bad."""
    yield from _uses_within(path, ast.parse(source), "")


def _uses_within(path: Path, node: ast.AST, context: str) -> Iterator[Use]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = ast.unparse(child.func)
            if name == "self.tr":
                yield Use(path, child.lineno, _phrase(context, child.args))
            elif name == "QT_TRANSLATE_NOOP" or re.fullmatch(r"(Q\w*\.)?translate", name):
                named = _text(child.args[0]) if child.args else None
                phrase = _phrase(named, child.args[1:])
                variable = len(child.args) > 1 and isinstance(
                    child.args[1], ast.Name | ast.Attribute
                )
                table = (named or "") if variable else ""
                yield Use(path, child.lineno, phrase, name == "QT_TRANSLATE_NOOP", table)
        inner = child.name if isinstance(child, ast.ClassDef) else context
        yield from _uses_within(path, child, inner)


def faults(found: list[Use]) -> list[Use]:
    """Return the uses whose words nobody can collect."""
    tables = {use.phrase.context for use in found if use.marked and use.phrase}
    return [use for use in found if use.phrase is None and use.table not in tables]


def _phrase(context: str | None, arguments: list[ast.expr]) -> Phrase | None:
    source = _text(arguments[0]) if arguments else None
    comment = _text(arguments[1]) if len(arguments) > 1 else ""
    if not context or source is None or comment is None:
        return None
    return Phrase(context, source, comment)


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, str)):
        return node.value or ""
    return None


def all_uses() -> list[Use]:
    """Return every use in the program, sorted by file."""
    paths = sorted(SOURCES.rglob("*.py"))
    return [use for path in paths for use in uses(path, path.read_text("utf-8"))]


def catalogue(path: Path) -> dict[Phrase, list[str]]:
    """Return the translations in a .ts file; [] for a phrase that is not translated to the end."""
    found: dict[Phrase, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            phrase = Phrase(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            node = message.find("translation")
            assert node is not None
            forms = [form.text or "" for form in node.iter("numerusform")] or [node.text or ""]
            done = node.get("type") is None and all(forms)
            found[phrase] = forms if done else []
    return found


def run(tool: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools, which lie beside Python; leaves the program when it fails."""
    command = [Path(sys.executable).parent / f"pyside6-{tool}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0 or "rror:" in done.stderr:
        sys.exit(done.stdout + done.stderr)


def collect(target: Path) -> list[str]:
    """Bring target up to date with the program; return what `lupdate` did not see, in words."""
    sources = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    with tempfile.NamedTemporaryFile("w", suffix=".lst") as listing:
        listing.write("\n".join(sources))
        listing.flush()
        options = ("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en")
        run("lupdate", *options, f"@{listing.name}", "-ts", target)
    collected = catalogue(target).keys()
    found = all_uses()
    unseen = [use for use in found if use.phrase and use.phrase not in collected]
    return [
        f"{use.path.relative_to(ROOT)}:{use.line}: {what}: {use.phrase or ''}"
        for what, group in (("lupdate does not see", unseen), ("no literal", faults(found)))
        for use in group
    ]


def compile_to(target: Path, folder: Path) -> None:
    """Make the .qm of the catalogues in a folder."""
    parts = [folder / name for name in (PROGRAM, QT) if (folder / name).exists()]
    run("lrelease", "-silent", *parts, "-qm", target)


def complaints() -> list[str]:
    """Say what is out of date or not translated, in words; [] when all is well."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for part in (PROGRAM, QT):
            if (FOLDER / part).exists():
                (fresh / part).write_bytes((FOLDER / part).read_bytes())
        found += collect(fresh / PROGRAM)
        before = catalogue(FOLDER / PROGRAM) if (FOLDER / PROGRAM).exists() else {}
        now = catalogue(fresh / PROGRAM)
        found += [f"{PROGRAM} lacks {phrase}" for phrase in sorted(now.keys() - before.keys())]
        found += [f"no longer used: {phrase}" for phrase in sorted(before.keys() - now.keys())]
        both = {**before, **(catalogue(FOLDER / QT) if (FOLDER / QT).exists() else {})}
        found += [
            f"not translated: {phrase}" for phrase, forms in sorted(both.items()) if not forms
        ]
        compile_to(fresh / COMPILED, FOLDER)
        compiled = FOLDER / COMPILED
        if not compiled.exists() or compiled.read_bytes() != (fresh / COMPILED).read_bytes():
            found.append(f"{COMPILED} is not what its catalogues make")
    return found


def main() -> int:
    """Bring everything up to date, or with --check say what is not."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, say what is amiss")
    if not parser.parse_args().check:
        FOLDER.mkdir(parents=True, exist_ok=True)
        collect(FOLDER / PROGRAM)
        compile_to(FOLDER / COMPILED, FOLDER)
        from tools import formats_table  # what pages say is words as well

        formats_table.write()
    found = complaints()
    print("\n".join(found) if found else "Every word is collected, translated and compiled.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
