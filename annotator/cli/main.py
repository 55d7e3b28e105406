"""The command line: arguments in, exit code out. docs/cli.md lists commands and codes."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator import __version__, errors
from annotator.cli import output
from annotator.cli.exit import Exit
from annotator.cli.pile_options import add_options
from annotator.cli.words import _, use_language

OpenWindow = Callable[[Path | None, bool], int]
"""Opens the window on a project, or on the sample; the command line itself knows no window."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command and return its exit code."""
    use_language(_language_in(arguments))
    try:
        code = _run(arguments, open_window)
        output.finish()
    except BrokenPipeError:  # `annotator list ... | head` has all it wanted
        output.close_quietly()
        return Exit.DONE
    except (errors.AnnotatorError, OSError) as error:
        output.tell(f"annotator: {output.words_for(error)}")
        return Exit.FAILED
    except KeyboardInterrupt:
        output.tell(_("Stopped. What was finished until then is kept."))
        return Exit.STOPPED
    return code


def _run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse ends the program itself, for --help with 0
        return stop.code if isinstance(stop.code, int) else Exit.USAGE
    if options.command in {None, "open"}:
        return open_window(options.project, options.sample)
    return _command(options)


def _command(options: argparse.Namespace) -> int:
    """Import and call only what the command needs."""
    name = options.command
    if name in {"new", "scheme"}:
        from annotator.cli import project

        return project.new(options) if name == "new" else project.scheme(options)
    if name == "list":
        from annotator.cli import documents

        return documents.list_documents(options)
    if name == "search":
        from annotator.cli import search

        return search.search(options)
    from annotator.cli import transfer

    return {
        "export": transfer.export,
        "add": transfer.import_files,
        "import": transfer.import_files,
        "formats": transfer.formats,
    }[name](options)


def _language_in(arguments: Sequence[str]) -> str | None:
    """Return what follows --lang: the help must be in that language already."""
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def _parser() -> argparse.ArgumentParser:
    argparse._ = _  # type: ignore[attr-defined]
    parser = argparse.ArgumentParser(
        prog="annotator",
        description=_("Turn Indonesian election news into training data."),
        epilog=_("Without a command the window opens. Help on one: annotator COMMAND --help"),
    )
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    parser.add_argument("--lang", choices=("id", "en"), help=_("language of the messages"))
    parser.set_defaults(command=None, project=None, sample=False)
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))

    def command(name: str, words: str, example: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=words,
            description=words,
            epilog=_("Example: %s") % example,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument("--lang", choices=("id", "en"), help=argparse.SUPPRESS)
        return made

    def project(made: argparse.ArgumentParser) -> None:
        made.add_argument("project", type=Path, metavar="PROJECT", help=_("project file"))

    def for_scripts(made: argparse.ArgumentParser) -> None:
        made.add_argument("--json", action="store_true", help=_("print the result as JSON"))

    made = command("new", _("Make a project."), "annotator new pilkada.annotator --name Rahma")
    project(made)
    made.add_argument("--scheme", type=Path, metavar="FILE", help=_("label scheme (JSON)"))
    made.add_argument("--name", help=_("who annotates"))

    def takes_in(name: str, example: str) -> None:
        words = _("Take in files, folders and archives: articles and annotations.")
        made = command(name, words, f"annotator {name} pilkada.annotator {example}")
        project(made)
        made.add_argument(
            "paths", type=Path, nargs="+", metavar="PATH", help=_("files and folders")
        )
        add_options(made)
        for_scripts(made)

    takes_in("add", "berita/")

    made = command("list", _("List the articles."), "annotator list pilkada.annotator")
    project(made)
    for_scripts(made)

    made = command(
        "search",
        _("Find words in the articles, or spans by label, value, person."),
        "annotator search pilkada.annotator amplop",
    )
    project(made)
    made.add_argument("words", nargs="+", metavar="WORD", help=_("what to find"))
    made.add_argument("--spans", action="store_true", help=_("find spans: label:… by:… without:…"))
    made.add_argument(
        "--most", type=_count, metavar="N", help=_("so many articles or spans at most")
    )
    for_scripts(made)

    made = command(
        "export", _("Write a dataset."), "annotator export pilkada.annotator pilkada.jsonl"
    )
    project(made)
    made.add_argument("target", type=Path, metavar="FILE", help=_("file to write"))
    made.add_argument("--format", metavar="NAME", help=_("format; by default the file's suffix"))
    for_scripts(made)

    takes_in("import", "pilkada.jsonl")

    made = command(
        "scheme",
        _("Print the label scheme, put another one in force, or check a file."),
        "annotator scheme pilkada.annotator",
    )
    made.add_argument(
        "project", type=Path, metavar="PROJECT", help=_("project file, or the word check")
    )
    made.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("label scheme (JSON)"))

    made = command("formats", _("List the formats."), "annotator formats")
    for_scripts(made)

    made = command("open", _("Open the window."), "annotator open pilkada.annotator")
    made.add_argument("project", type=Path, nargs="?", metavar="PROJECT", help=_("project file"))
    made.add_argument("--sample", action="store_true", help=_("open the sample project"))
    return parser


def _count(text: str) -> int:
    count = int(text)
    if count < 0:
        raise ValueError(text)
    return count
