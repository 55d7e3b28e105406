"""Write a file whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside `target` and give it its name only when all of it is on the disk.

    Whatever is raised inside the block leaves `target` as it was and nothing beside it. A link is
    followed. Raises OSError, also where `target` is a folder or a device.
    """
    real = Path(os.path.realpath(target))
    if real.exists() and not real.is_file():
        raise OSError(errno.EINVAL, "not a regular file", str(target))
    part = real.parent / f".{real.name[:80]}.{token_hex(6)}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(real)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(real.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn LF into CRLF


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system can open folders (Windows cannot)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
