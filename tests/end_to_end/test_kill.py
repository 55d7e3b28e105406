"""Killed at any moment while labelling: whatever was reported as saved is there."""

import os
import random
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from annotator.services.projects import open_project
from annotator.store.fold import fold
from tests.builders import make_project, only_document

ROOT = Path(__file__).parents[2]
ROUNDS = 25
TEXT = "Warga Desa Lengkara melapor ke Panwascam. " * 2000

# Labels without pause; says what it did only after the service has returned.
CHILD = """
import sys
from pathlib import Path
from annotator.services.projects import open_project

project = open_project(Path(sys.argv[1]))
assert not project.read_only
start = int(sys.argv[2])
editing = project.editing
(document,) = project.documents.all()

def say(*words):
    sys.stdout.write(" ".join(words) + "\\n")
    sys.stdout.flush()

within = editing.annotation_set(document.id)
for number in range(start, len(document.text) - 20):
    edit = editing.add_span(within, number, number + 5 + number % 7, "action.report")
    within = editing.apply(edit).annotation_set
    span = edit.changes[0].after
    say("edit", span.id)
    if number % 3 == 0:
        within = editing.apply(
            editing.set_attribute(within, span.id, "factuality", "alleged")
        ).annotation_set
        say("edit", span.id)
    if number % 5 == 0:
        within = editing.undo(document.id).annotation_set
        say("undo", span.id)
        within = editing.redo(document.id).annotation_set
        say("redo", span.id)
    if number % 11 == 0:
        within = editing.apply(editing.remove(within, [span.id])).annotation_set
        say("edit", span.id)
"""


def label_and_kill(path, start, *, delay, wait):
    """Let a child say `wait` acts and kill it `delay` seconds later.

    Returns what it said, as (origin, target).
    """
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(start)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        first = "".join(child.stdout.readline() for _ in range(wait))
        time.sleep(delay)
    finally:
        child.kill()
    # not communicate(): it would pass over what readline() has taken into its buffer already
    with child:
        rest, errors = child.stdout.read(), child.stderr.read()
    assert errors == ""
    if os.name == "posix":
        assert child.returncode == -signal.SIGKILL  # it was killed, it did not end
    return [tuple(line.split()) for line in (first + rest).splitlines(keepends=False) if line]


@pytest.mark.slow
def test_killed_while_labelling_everything_reported_is_there(tmp_path):
    with make_project(tmp_path, texts=(TEXT,)) as project:
        path, document = project.path, only_document(project)
        known = project._store.journal.verify_chain()
    moments = random.Random(20241127)
    reported, start = 0, 0
    for number in range(ROUNDS):
        # every fifth is killed while it starts or opens the file, the others amid their acts
        wait = moments.randint(1, 20) if number % 5 else 0
        delay = moments.uniform(0, 0.02 if wait else 0.25)
        said = label_and_kill(path, start, delay=delay, wait=wait)
        assert len(said) >= wait
        with open_project(path) as project:
            store = project._store
            assert not project.read_only
            total = store.journal.verify_chain()
            acts = []
            for entry in islice(store.journal.entries(), known, None):
                act = (str(entry.origin), entry.target)
                if entry.target and (not acts or acts[-1][0] != entry.act):
                    acts.append((entry.act, *act))
            stored = [act[1:] for act in acts]
            assert stored[: len(said)] == said
            assert len(stored) <= len(said) + 1  # at most one was saved and not yet reported
            assert store.tables() == fold(store.journal.entries())
            assert store.database.all("PRAGMA integrity_check") == [("ok",)]
            spans = list(project.editing.annotation_set(document).spans)
            assert project.documents.summary(document).span_count == len(spans)
        known = total
        reported += len(said)
        start += len(said) + 1
    assert reported > 5 * ROUNDS
    with open_project(path) as project:
        undone = project.editing.undo(document)
        assert undone is not None
