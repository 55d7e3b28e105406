import json
import logging

import pytest

from annotator.services.settings import TABLE, Settings, config_folder, data_folder


@pytest.fixture
def file(annotator_home):
    return annotator_home / "settings.json"


def test_defaults_hold_until_something_was_set(file):
    settings = Settings.load()
    for key, setting in TABLE.items():
        assert settings.get(key) == setting.default
        assert setting.accepts(setting.default)
    assert not file.exists()


def test_what_was_set_is_there_next_time(file):
    settings = Settings.load()
    settings.set("language", "id")
    settings.set("text_size", 14)
    settings.set("recent_projects", ["/a/pilkada.annotator", "/b/pemilu.annotator"])
    again = Settings.load()
    assert again.get("language") == "id"
    assert again.get("text_size") == 14
    assert again.get("recent_projects") == ("/a/pilkada.annotator", "/b/pemilu.annotator")
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000, b'{"language": 3}']
)
def test_a_broken_file_gives_the_defaults_and_can_be_mended(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings.load()
    assert settings.get("language") == "system"
    settings.set("theme", "dark")
    assert Settings.load().get("theme") == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "klingon"),
        ("theme", 1),
        ("text_size", "14"),
        ("text_size", True),
        ("recent_projects", "satu"),
        ("recent_projects", [1]),
    ],
)
def test_a_value_of_the_wrong_kind_is_neither_taken_nor_read(file, key, value):
    with pytest.raises(ValueError, match=key):
        Settings.load().set(key, value)
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({key: value}))
    assert Settings.load().get(key) == TABLE[key].default


def test_keys_nobody_declared_are_bugs():
    with pytest.raises(KeyError):
        Settings.load().get("warna")
    with pytest.raises(KeyError):
        Settings.load().set("warna", "merah")


def test_two_windows_and_a_newer_program_keep_their_settings(file):
    first, second = Settings.load(), Settings.load()
    first.set("language", "en")
    second.set("theme", "dark")
    values = {**json.loads(file.read_text()), "from_the_future": [1]}
    file.write_text(json.dumps(values))
    first.set("text_size", 12.5)
    assert json.loads(file.read_text()) == {
        "language": "en",
        "theme": "dark",
        "text_size": 12.5,
        "from_the_future": [1],
    }


def test_a_folder_that_cannot_be_written_is_no_error(annotator_home, caplog):
    annotator_home.write_text("ini berkas")
    caplog.set_level(logging.INFO)
    settings = Settings.load()
    settings.set("theme", "light")
    assert settings.get("theme") == "light"
    assert "settings not written" in caplog.text


def test_the_folders_follow_the_variable_or_the_system(annotator_home, monkeypatch):
    assert config_folder() == annotator_home
    assert data_folder() == annotator_home / "data"
    monkeypatch.delenv("ANNOTATOR_HOME")
    assert config_folder().name == "annotator"
    assert data_folder().name == "annotator"
    assert config_folder() != data_folder()
