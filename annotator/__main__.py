"""Choose the window or the command line; each is imported only when it is wanted."""

import sys
from pathlib import Path


def main() -> int:
    """Run the program; returns the exit code."""
    from annotator.cli.main import run

    return run(sys.argv[1:], _open_window)


def _open_window(project: Path | None, sample: bool) -> int:  # noqa: FBT001 - called by place
    from annotator import app

    return app.main(project, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
