"""Choose the window or the command line; each is imported only when it is wanted."""

import sys


def main() -> int:
    """Run the program; returns the exit code."""
    from annotator.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
