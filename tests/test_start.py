"""start.py: what it asks of a machine, and that set-up is done once, whole, and from locks."""

import ast
import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "start.py"
LOCKS = {path.stem: path for path in (ROOT / "requirements").glob("*.lock")}


def load(path=SCRIPT):
    spec = importlib.util.spec_from_file_location("start_under_test", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def start(tmp_path):
    """start.py in a checkout of its own, with a note of each installation instead of one."""
    for name in ("start.py", "pyproject.toml", *(f"requirements/{n}.lock" for n in LOCKS)):
        copy = tmp_path / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
    module = load(tmp_path / "start.py")
    module.installed = []

    def install(level, *, keep):
        module.installed.append((level, keep))
        module.BIN.mkdir(parents=True, exist_ok=True)
        module.PYTHON.touch()
        module.STARTED.touch()

    module.install_packages = install
    module.missing_system_parts = lambda _: {}
    return module


def test_an_old_python_is_told_which_it_needs(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 10, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.8"):
        load()


def test_an_old_python_gets_as_far_as_the_message():
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))
    first = [node for node in tree.body if not isinstance(node, ast.Expr)][:2]
    assert [ast.unparse(node).partition(" <")[0] for node in first] == [
        "import sys",
        "if sys.version_info",
    ]


def test_nothing_but_the_standard_library_is_needed():
    imported = set()
    for node in ast.walk(ast.parse(SCRIPT.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.partition(".")[0])
    assert imported <= set(sys.stdlib_module_names)


def test_help_and_makefile_know_every_command(start, capsys):
    assert start.main(["help"]) == 0
    described = set(re.findall(r"^  ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    assert described == {*start.TOOLS, "run", "test", "tour", "bench", "fuzz", "check", "help"}
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = re.search(r"^COMMANDS = (.*)$", makefile, re.MULTILINE).group(1).split()
    assert set(named) == described


def test_a_python_without_ensurepip_asks_for_the_package_of_its_own_version(monkeypatch):
    start = load()
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: name != "ensurepip" or None)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert package in start.missing_system_parts("").values()


def test_an_unknown_command_is_refused_before_anything_is_done(start, capsys):
    assert start.main(["lint", "nonsense"]) == 2
    assert "unknown: nonsense" in capsys.readouterr().err
    assert start.installed == []


def test_a_second_run_sets_nothing_up(start):
    assert start.set_up("run", "q")
    assert start.set_up("run", "q")
    assert start.set_up("run")
    assert start.installed == [("run", False)]


def test_more_is_added_and_nothing_taken_away(start):
    for level in ("run", "dev", "test", "run"):
        assert start.set_up(level)
    assert start.installed == [("run", False), ("dev", True)]


def test_a_changed_lock_is_installed_into_what_is_there(start):
    start.set_up("test")
    with (start.ROOT / "requirements" / "test.lock").open("a") as lock:
        lock.write("# another version\n")
    start.set_up("test")
    assert start.installed == [("test", False), ("test", True)]


def test_an_interrupted_set_up_is_done_again_from_the_start(start):
    whole = start.install_packages

    def interrupted(level, *, keep):
        whole(level, keep=keep)
        raise KeyboardInterrupt

    start.install_packages = interrupted
    with pytest.raises(KeyboardInterrupt):
        start.set_up("run")
    start.install_packages = whole
    start.set_up("run")
    assert start.installed == [("run", False), ("run", False)]


def test_a_moved_checkout_gets_a_new_environment(start, monkeypatch):
    start.set_up("run")
    monkeypatch.setattr(start, "foundation", lambda: "elsewhere")
    start.set_up("run")
    assert start.installed == [("run", False), ("run", False)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names Linux libraries")
def test_who_may_not_install_is_told_the_exact_command(start, capsys, monkeypatch):
    missing = {"libEGL.so.1": "libegl1", "the program Xvfb": "xvfb"}
    monkeypatch.setattr(start, "missing_system_parts", lambda _: missing)
    monkeypatch.setattr(start, "as_root", lambda: None)
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/" + name)
    with pytest.raises(start.Trouble, match="Qt cannot start without these"):
        start.set_up("run", "qv")
    said = capsys.readouterr().out
    command = "sudo apt-get install --yes --no-install-recommends libegl1 xvfb"
    assert f"sudo apt-get update && {command}" in said
    assert start.installed == [("run", False)]
    # what is missing is looked for again next time, and its absence no longer stops anything
    missing.clear()
    assert start.set_up("run", "qv")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names Linux libraries")
def test_each_purpose_asks_for_its_libraries(monkeypatch):
    start = load()
    monkeypatch.setattr(start, "loads", lambda _: False)
    monkeypatch.setattr(start.shutil, "which", lambda _: None)
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _: True)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    offscreen, x11 = set(start.OFFSCREEN.values()), set(start.X11.values())
    assert set(start.missing_system_parts("").values()) == set()
    assert set(start.missing_system_parts("q").values()) == offscreen
    assert set(start.missing_system_parts("qw").values()) == offscreen | x11
    assert set(start.missing_system_parts("qv").values()) == offscreen | x11 | {"xvfb"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
@pytest.mark.parametrize(
    ("variables", "answers"),
    [
        ({}, False),
        ({"DISPLAY": ":59317"}, False),  # nobody serves it
        ({"DISPLAY": "far.example:0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_one_that_somebody_serves(variables, answers, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load().display_answers() == answers


def test_a_program_that_fails_is_quoted(start):
    with pytest.raises(start.Trouble, match="no such luck"):
        start.follow([sys.executable, "-c", "print('no such luck'); raise SystemExit(3)"], show="")


def pins(path):
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", path.read_text("utf-8"), re.MULTILINE))


def test_locks_hold_hashes_and_name_no_index():
    assert set(LOCKS) == {"build", "run", "test", "dev"}
    for path in LOCKS.values():
        text = path.read_text("utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        for line in lines:
            assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
        assert "://" not in text


def test_locks_agree_with_each_other():
    everything = pins(LOCKS["dev"])
    for name in ("build", "run", "test"):
        assert pins(LOCKS[name]).items() <= everything.items()
    assert pins(LOCKS["run"]).items() <= pins(LOCKS["test"]).items()


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {
        "run": project["dependencies"],
        "test": extras["test"],
        "dev": extras["dev"],
        "build": extras["build"],
    }
    for name, requirements in wanted.items():
        for requirement in requirements:
            package = re.match(r"[\w-]+", requirement).group().lower().replace("_", "-")
            assert package in pins(LOCKS[name]), f"{requirement} is not in {name}.lock"
