"""Choose the window or the command line; each is imported only when it is wanted."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run the program; returns the exit code."""
    if getattr(sys, "frozen", False):  # there the processes for languages begin here as well
        from multiprocessing import freeze_support

        freeze_support()
    match sys.argv[1:]:
        # The usual starts of the window need not wait 15 ms for the rules of all other commands.
        case [] | ["open"]:
            return _open_window(None, False)
        case ["open", "--sample"]:
            return _open_window(None, True)
        case ["open", path] if not path.startswith("-"):
            return _open_window(Path(path), False)
    from annotator.cli.main import run

    return run(sys.argv[1:], _open_window)


def prepare_window() -> None:
    """Do what makes the start of the window shorter, before Qt is imported."""
    # What a start makes stays: collections would look for garbage in vain for 20 ms. They begin
    # again when the window is there (`app.main`).
    gc.disable()
    # PySide6 reads the source of each module that is imported after it: those without Qt go first.
    import annotator.services.projects
    import annotator.services.settings
    import annotator.text.segmentation  # noqa: F401 - only to have been imported


def _open_window(project: Path | None, sample: bool) -> int:  # noqa: FBT001 - called by place
    prepare_window()
    from annotator import app

    return app.main(project, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
