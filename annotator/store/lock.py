"""One writer per project file, told apart by the operating system: a killed one holds nothing."""

import json
import os
import platform
from pathlib import Path

from filelock import FileLock, Timeout


class ProjectLock:
    """The right to write a project, taken beside the file as `<file>.lock`.

    Who holds it stands in `<file>.holder`, for people. On a network disk a lock proves nothing.
    """

    def __init__(self, project: Path) -> None:
        self._lock = FileLock(f"{project}.lock", thread_local=False)
        self._note = Path(f"{project}.holder")

    def acquire(self) -> bool:
        """Take the lock if nobody has it. Raises OSError where none can be made."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        note = json.dumps({"host": platform.node(), "pid": os.getpid()})
        self._note.write_text(note, encoding="utf-8")
        return True

    def holder(self) -> str:
        """Return "host, process id" of who took it last, "" when that cannot be told."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            return f"{note['host']}, {note['pid']}"
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def release(self) -> None:
        """Give the lock back; may be called twice."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()
