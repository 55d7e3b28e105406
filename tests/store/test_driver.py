import subprocess
import sys

from annotator.store.driver import dbapi2


def test_the_driver_is_the_one_sqlite_utils_takes():
    import sqlite_utils.utils

    assert dbapi2 is sqlite_utils.utils.dbapi2


def test_the_driver_is_new_enough_for_strict_tables():
    assert dbapi2.sqlite_version_info >= (3, 37)


def test_opening_a_project_imports_no_heavy_library():
    code = (
        "import sys, annotator.services.projects as p;"
        "heavy = {'sqlite_utils', 'langdetect', 'charset_normalizer', 'platformdirs', 'PySide6'};"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "set()"
