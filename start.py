#!/usr/bin/env python3
"""Set Annotator up and start it; needs nothing but Python 3.11 or newer.

python3 start.py         set up what is missing, then open the window on a sample project
python3 start.py test    set up what is missing, then run the tests

`python3 start.py help` lists the rest.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Annotator needs Python 3.11 or newer; this is Python %d.%d.\n"
        "Install a newer one and start again with it, for example: python3.12 start.py"
        % sys.version_info[:2]
    )

# The message above must reach old Pythons: nothing here may be syntax newer than Python 3.6.

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

SETUP_VERSION = 1  # raise it when set-up changes in a way that the files it reads do not show
ROOT = Path(__file__).resolve().parent
LEVELS = ("run", "test", "dev")  # each holds the packages of those before it

# What the packages need of the system: the file Linux loads, and Debian's package for it.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

HELP = """\
python3 start.py [COMMAND]

  (none)          set up what is missing, open the window on a sample project;
                  without a display: show the main job on a virtual one (as `tour`)
  test [ARG...]   run the tests; further arguments go to pytest
  tour [ARG...]   the main job by itself on a virtual display, pictures in build/tour/
  run [ARG...]    the command `annotator ARG...`; alone: the window on the sample project
  setup           set up everything, developers' tools too, and stop
  lint            ruff: mistakes and layout
  types           mypy --strict
  layers          import-linter: who may import whom
  check           lint, types, layers and test
  bench [ARG...]  the measurements
  fuzz [SECONDS]  damaged files for every reader of files, a minute each
  words           collect the window's words, compile the translations
  lock            choose new versions of the dependencies and lock them
  help            this
"""

TOOLS = {
    "lint": ["ruff check .", "ruff format --check ."],
    "types": ["mypy", "mypy start.py tools"],
    "layers": ["lint-imports"],
    "words": ["python tools/words.py"],
    "lock": ["python tools/lock.py"],
    "setup": [],
}


class Trouble(Exception):
    """What keeps us from going on, in words for the person at the keyboard."""


def say(text: str) -> None:
    """Print at once, also into a pipe, so that it stands before what other programs print."""
    print(text, flush=True)


def work_folder() -> Path:
    """Return where set-up and output go: the checkout, or the cache when it is read-only."""
    if os.access(ROOT, os.W_OK):
        return ROOT
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    return (Path(cache) if cache else Path.home() / ".cache") / "annotator-checkouts" / name


WORK = work_folder()
VENV = WORK / ".venv"
STATE = VENV / "annotator-setup.json"
STARTED = VENV / "annotator-setup-started"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


# --- the system ---------------------------------------------------------------------------------


def is_linux() -> bool:
    return sys.platform.startswith("linux")


def display_answers() -> bool:
    """Return whether a window can be shown; a display that nobody serves counts as none."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if wanted in {"offscreen", "minimal", "vnc"}:
        return False
    if not is_linux() or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    local = re.fullmatch(r":(\d+)(\.\d+)?", display)
    if local is None:
        return bool(display)
    path = "/tmp/.X11-unix/X" + local.group(1)  # noqa: S108 - where X servers listen
    for address in (path, "\0" + path):
        with socket.socket(socket.AF_UNIX) as connection, contextlib.suppress(OSError):
            connection.connect(address)
            return True
    return False


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_system_parts(needs: str) -> dict[str, str]:
    """Return what the system lacks, each with the name of Debian's package for it.

    `needs` holds "q" for Qt without a display, "w" for a window, "v" for a virtual display.
    """
    missing = {}
    if not (importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv")):
        missing["the Python module ensurepip"] = "python%d.%d-venv" % sys.version_info[:2]
    if not is_linux():
        return missing
    wanted = dict(OFFSCREEN) if needs else {}
    if "v" in needs or ("w" in needs and os.environ.get("DISPLAY")):
        wanted.update(X11)
    if "w" in needs and os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND)
    missing.update({name: package for name, package in wanted.items() if not loads(name)})
    if "v" in needs and shutil.which("Xvfb") is None:
        missing["the program Xvfb"] = "xvfb"
    return missing


def as_root() -> list[str] | None:
    """Return what to put before a command that only root may run; None: not possible here."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.call(
        ["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ):
        return ["sudo", "-n"]
    return None


def supply_system_parts(needs: str) -> dict[str, str]:
    """Install what is missing where that is possible; return what is missing still."""
    missing = missing_system_parts(needs)
    if not missing:
        return missing
    say("This system lacks: " + ", ".join(sorted(missing)))
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        say("Please install them with this system's package manager.")
        return missing
    prefix = as_root()
    if prefix is None:
        sudo = "sudo " if shutil.which("sudo") else ""
        by_whom = "Please install them with:" if sudo else "Please install them, as root, with:"
        say(by_whom + "\n\n    " + sudo + "apt-get update && " + sudo + " ".join(install) + "\n")
        return missing
    say("Installing system packages: " + " ".join(packages))
    options = ["-o", "Acquire::http::Timeout=60", "-o", "DPkg::Lock::Timeout=120"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options]
    try:
        follow([*prefix, *quiet, "update"], show=r"Get:")
        follow([*prefix, *quiet, *install[1:]], show=r"(Get|Unpacking|Setting up)")
    except Trouble as trouble:
        say(f"{trouble}\nBy hand: " + " ".join(install))
    importlib.invalidate_caches()
    return missing_system_parts(needs)


# --- the virtual environment --------------------------------------------------------------------


def follow(command: list[str], *, show: str) -> None:
    """Run a talkative program, showing its progress; raises Trouble with the end of its words."""
    lines = []
    process = subprocess.Popen(
        command,
        cwd=WORK,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    assert process.stdout is not None
    width = shutil.get_terminal_size().columns - 1
    with process:
        for line in process.stdout:
            lines.append(line.rstrip())
            if sys.stdout.isatty() and re.match(r"\s*" + show, line):
                print("\r  " + line.strip()[: width - 2].ljust(width - 2), end="", flush=True)
    if sys.stdout.isatty():
        print("\r" + " " * width + "\r", end="", flush=True)
    if process.returncode != 0:
        raise Trouble("\n".join(lines[-15:]))


def pip(*arguments: str) -> None:
    show = r"(Collecting|Downloading|Installing|Building)"
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", *arguments]
    try:
        follow(command, show=show)
    except Trouble as trouble:
        text = str(trouble)
        if re.search(r"[Nn]ame ?[Rr]esolution|NewConnection|ConnectTimeout|Max retries", text):
            hint = "The package index does not answer: is this machine online? Then run it again."
        elif re.search(r"No matching distribution|not a supported wheel", text):
            hint = (
                "A dependency has no build for this system (%s, %s, Python %s). Qt for Python has"
                " them for Windows, macOS 13, and Linux with glibc 2.34 (2.39 on ARM) or newer."
                % (platform.platform(), platform.machine(), platform.python_version())
            )
        else:
            hint = "pip could not install the packages. Running it again starts where it stopped."
        raise Trouble(text + "\n\n" + hint) from None


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def foundation() -> str:
    """Say what a virtual environment is built on: when it changes, a new one must be made.

    A patch release of Python is no such change: the system's package manager brings them in place.
    """
    python = (sys.implementation.cache_tag, platform.machine(), sys.base_prefix)
    return digest(str(SETUP_VERSION), str(VENV), *map(str, python))


def contents(level: str) -> str:
    """Say what a virtual environment should hold at this level."""
    names = ("pyproject.toml", "requirements/build.lock", f"requirements/{level}.lock")
    return digest(level, str(ROOT), *(Path(ROOT, name).read_text("utf-8") for name in names))


def read_state() -> dict[str, str]:
    try:
        state = json.loads(STATE.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def usable_by_hand() -> bool:
    """Return whether there is an environment somebody else made, of this Python, with pip."""
    if not PYTHON.exists() or STARTED.exists():
        return False
    question = "import pip, sys; print(sys.implementation.cache_tag)"
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == sys.implementation.cache_tag


def set_up(wanted: str, needs: str = "") -> bool:
    """Bring environment and system to what is wanted; return whether the system has all it needs.

    Does next to nothing when an earlier run has done it. Its note of success is written last, so
    what was interrupted is done again. Raises Trouble when there is no going on.
    """
    found = read_state()
    sound = found.get("foundation") == foundation() and PYTHON.exists()
    state = found if sound else {}
    level = max(wanted, state.get("level", "run"), key=LEVELS.index)
    has_packages = state.get("contents") == contents(level)
    supplied = state.get("supplied", "")
    if has_packages and set(needs) <= set(supplied):
        return True
    missing = supply_system_parts(needs)
    if any(package.endswith("-venv") for package in missing.values()):
        raise Trouble(
            "Python cannot make the environment without it. Run it again when it is there."
        )
    if not has_packages:
        install_packages(level, keep=sound or (not found and usable_by_hand()))
    state = {
        "foundation": foundation(),
        "level": level,
        "contents": contents(level),
        "supplied": supplied if missing else "".join(sorted({*needs, *supplied})),
    }
    unfinished = STATE.with_suffix(".new")
    unfinished.write_text(json.dumps(state), "utf-8")
    unfinished.replace(STATE)
    STARTED.unlink(missing_ok=True)
    if needs and missing.keys() & OFFSCREEN.keys():
        raise Trouble("Qt cannot start without these libraries. Run it again when they are there.")
    return not missing


def install_packages(level: str, *, keep: bool) -> None:
    """Install the locked packages and, without the network, the package itself."""
    what = {"run": "the program needs", "test": "the tests need", "dev": "developers need"}[level]
    say(f"Setting up {VENV} with what {what} (once, some 220 MB to fetch) …")
    if not keep:
        shutil.rmtree(VENV, ignore_errors=True)
        WORK.mkdir(parents=True, exist_ok=True)
        follow([sys.executable, "-m", "venv", str(VENV)], show="")
    STATE.unlink(missing_ok=True)
    STARTED.touch()
    os.environ.setdefault("PIP_RETRIES", "2")
    os.environ["PIP_USER"] = "0"  # a person's own setting for outside of environments
    locked = ("--require-hashes", "--no-build-isolation", "-r")
    pip(*locked, str(ROOT / "requirements" / "build.lock"))
    pip(*locked, str(ROOT / "requirements" / (level + ".lock")))
    pip("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


# --- the commands -------------------------------------------------------------------------------


def run(
    command: list[str | Path], cwd: Path | None = None, variables: dict[str, str] | None = None
) -> int:
    """Run a program of the environment and return its exit code."""
    names = {**os.environ, **(variables or {})}
    if WORK != ROOT:
        names.update(PYTHONDONTWRITEBYTECODE="1", HYPOTHESIS_STORAGE_DIRECTORY=str(WORK / "hyp"))
    try:
        return subprocess.call([str(part) for part in command], env=names, cwd=cwd)
    except KeyboardInterrupt:
        return 130


def run_program(arguments: list[str]) -> int:
    if arguments:
        set_up("run")
        return run([PYTHON, "-m", "annotator", *arguments])
    if not display_answers():
        say("There is no display here, so the program shows its main job on a virtual one.")
        return run_tour([])
    if not set_up("run", "qw"):
        say("Trying without them …")
    return run([PYTHON, "-m", "annotator", "open", "--sample"])


@contextlib.contextmanager
def virtual_display(*, with_x: bool) -> Iterator[dict[str, str]]:
    """Serve a virtual display and give the variables that name it; Qt's own where X lacks."""
    if not with_x:
        wanted = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
        say("Virtual display: Qt's own (" + wanted + ").")
        yield {"QT_QPA_PLATFORM": wanted}
        return
    reader, writer = os.pipe()
    screen = ["-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-displayfd", str(writer)]
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(["Xvfb", *screen], pass_fds=[writer], stdout=nowhere, stderr=nowhere)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if number:
            say("Virtual display: Xvfb, number " + number + ".")
            yield {"DISPLAY": ":" + number, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
        else:
            say("Xvfb did not start. Virtual display: Qt's own (offscreen).")
            yield {"QT_QPA_PLATFORM": "offscreen"}
    finally:
        server.terminate()
        server.wait()


def run_tour(arguments: list[str]) -> int:
    with_x = is_linux() and not os.environ.get("QT_QPA_PLATFORM")
    complete = set_up("run", "qv" if with_x else "q")
    arguments = arguments or ["--out", str(WORK / "build" / "tour")]
    with virtual_display(with_x=with_x and complete) as variables:
        return run([PYTHON, ROOT / "tools" / "tour.py", *arguments], variables=variables)


def run_tests(arguments: list[str]) -> int:
    set_up("test", "q")
    if not arguments:
        arguments = ["--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal"]
    cache = "cache_dir=" + str(WORK / ".pytest_cache")
    return run([PYTHON, "-m", "pytest", "-o", cache, *arguments], cwd=ROOT)


def run_bench(arguments: list[str]) -> int:
    set_up("test", "q")
    return run([PYTHON, "-m", "bench", *arguments], cwd=ROOT)


def run_fuzz(arguments: list[str]) -> int:
    set_up("test", "q")
    return run([PYTHON, ROOT / "tools" / "fuzz.py", *arguments], cwd=ROOT)


def run_tool(name: str) -> int:
    """Run one of the developers' tools over the whole checkout."""
    set_up("dev", "q" if name == "setup" else "")
    if name == "setup":
        say("Everything is set up in " + str(VENV))
        return 0
    code = 0
    for line in TOOLS[name]:
        say("$ " + line)
        program, *arguments = line.split()
        code = max(code, run([BIN / program, *arguments], cwd=ROOT))
    return code


def main(arguments: list[str]) -> int:
    """Do what the command line says and return the exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    with_rest = {"run": run_program, "test": run_tests, "tour": run_tour, "bench": run_bench}
    with_rest["fuzz"] = run_fuzz
    if name in with_rest:
        return with_rest[name](rest)
    if name in {"help", "-h", "--help"}:
        print(HELP, end="")
        return 0
    unknown = sorted(set(arguments) - {*TOOLS, "check"})
    if unknown:
        print(HELP + "\nunknown: " + ", ".join(unknown), file=sys.stderr)
        return 2
    code = 0
    for tool in arguments:
        for part in ("lint", "types", "layers") if tool == "check" else (tool,):
            code = max(code, run_tool(part))
        if tool == "check":
            code = max(code, run_tests([]))
    return code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit("\nStopped. Running it again starts where it stopped.")
