"""Choose versions for everything pyproject.toml asks for and lock them with hashes.

Writes requirements/{dev,test,run,build}.lock for every system and Python at once. They name no
package index: that is the business of whoever installs. `python3 start.py lock` runs it.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"


def requirements(*extras: str, program: bool = True) -> str:
    """Return what pyproject.toml asks for, one requirement a line."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"]) if program else []
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return "\n".join(lines) + "\n"


def lock(name: str, wanted: str, *options: str) -> None:
    """Write one lock file."""
    target = FOLDER / f"{name}.lock"
    command = [
        *(find_uv_bin(), "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
        *("--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"),
        *("--no-annotate", "--custom-compile-command", "python3 start.py lock"),
        *(*options, "--output-file", str(target), "-"),
    ]
    subprocess.run(command, check=True, cwd=ROOT, input=wanted, text=True)
    for number, line in enumerate(target.read_text("utf-8").splitlines(), 1):
        if "://" in line or (line.startswith("-") and not line.startswith("    --hash")):
            sys.exit(f"{target}:{number} names an index or an option: {line}")


def main() -> None:
    """Lock the largest set anew, the others to the same versions."""
    same = ("--constraints", str(FOLDER / "dev.lock"))
    lock("dev", requirements("build", "test", "dev"), "--upgrade")
    lock("test", requirements("test"), "--upgrade", *same)
    lock("run", requirements(), "--upgrade", *same)
    lock("build", requirements("build", program=False), "--upgrade", *same)


if __name__ == "__main__":
    main()
