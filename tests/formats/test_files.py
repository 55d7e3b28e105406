"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from annotator.formats.files import replacing


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("before")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system makes no links")
    with replacing(link) as file:
        file.write(b"after")
    assert link.is_symlink()
    assert real.read_text() == "after"


def test_a_folder_or_device_is_not_replaced(tmp_path: Path) -> None:
    for target in (tmp_path, Path(os.devnull)):
        with pytest.raises(OSError, match="regular"), replacing(target):
            pass
    assert not Path(os.devnull).is_file()


def test_the_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    plain, target = tmp_path / "plain", tmp_path / "target"
    plain.touch()
    with replacing(target) as file:
        file.write(b"x")
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "none" / "a"):
        pass
