"""Settings: read back as they were written, and never a reason not to start."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.language import LANGUAGES, Language
from desktop.settings import MOST_RECENT, Settings, read_settings, with_recent, write_settings
from inference.errors import InputError

texts = st.text(st.characters(codec="utf-8"), max_size=20)
options = st.dictionaries(texts, texts | st.booleans() | st.floats(allow_nan=False, allow_infinity=False), max_size=3)
any_settings = st.builds(
    Settings,
    language=st.sampled_from(["zh", "en", None]),
    theme=st.sampled_from(["light", "dark", "system"]),
    engine=st.none() | texts,
    user=texts,
    recent=st.lists(texts, max_size=MOST_RECENT).map(tuple),
    watched=st.none() | texts,
    default_pack=st.none() | texts,
    guide_seen=st.booleans(),
    geometry=texts,
    viewer=options,
)
CASES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path):
    return tmp_path / "配置" / "settings.json"


@pytest.fixture
def read_text(path):
    """Settings of a file with this content, and the warnings there were."""

    def read(text: str | bytes) -> tuple[Settings, list[InputError]]:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        warnings = []
        return read_settings(path, warnings.append), warnings

    return read


def test_without_a_file_they_are_those_of_a_first_start(path):
    warnings = []
    assert read_settings(path, warnings.append) == Settings()
    assert warnings == []


@CASES
@given(any_settings)
def test_what_was_written_is_read(path, given):
    write_settings(given, path)
    warnings = []
    assert read_settings(path, warnings.append) == given
    assert warnings == []


def test_what_an_earlier_program_did_not_know_is_as_at_a_first_start(read_text):
    assert read_text('{"schema": 1, "user": "王"}') == (Settings(user="王"), [])


@CASES
@given(st.binary(max_size=60) | st.text('{}[]":,schema1 ', max_size=40).map(str.encode))
def test_no_content_stops_the_program(read_text, data):
    found, warnings = read_text(data)
    assert isinstance(found, Settings)
    assert found == Settings() or not warnings


@pytest.mark.parametrize(
    "change",
    [
        {"language": "fr"},
        {"theme": None},
        {"engine": 1},
        {"user": None},
        {"recent": "path"},
        {"recent": [1]},
        {"watched": []},
        {"default_pack": False},
        {"guide_seen": "yes"},
        {"geometry": 3},
        {"viewer": [1]},
        {"viewer": {"window": [40, 400]}},
        {"schema": "1"},
        {"schema": 0},
        {"unheard_of": 1},
    ],
)
def test_a_wrong_value_puts_the_file_aside_whole(read_text, path, change):
    text = json.dumps({"schema": 1, **change})
    found, (warning,) = read_text(text)
    aside = Path(warning.parameters["aside"])
    assert (found, warning.code, warning.parameters["reason"]) == (
        Settings(),
        "settings.put-aside",
        "settings.damaged",
    )
    assert (aside.read_text(encoding="utf-8"), path.exists()) == (text, False)


def test_settings_without_a_schema_are_put_aside(read_text):
    assert read_text('{"user": "王"}')[1][0].code == "settings.put-aside"


def test_settings_of_a_later_program_are_kept_for_it(read_text):
    _, (warning,) = read_text('{"schema": 2, "user": {"first": "王"}}')
    assert warning.parameters["reason"] == "settings.newer"
    assert Path(warning.parameters["aside"]).exists()


def test_what_was_put_aside_before_is_not_lost(read_text, path):
    read_text("first")
    read_text("second")
    assert sorted(p.read_text(encoding="utf-8") for p in path.parent.glob("*aside*")) == ["first", "second"]


def test_after_it_was_put_aside_new_settings_are_written_and_read(read_text, path):
    found, _ = read_text("{")
    write_settings(with_recent(found, "/ct"), path)
    assert read_settings(path).recent == ("/ct",)


def test_a_file_that_cannot_be_renamed_is_left_and_said(read_text, monkeypatch):
    def refuse(source, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr("os.replace", refuse)
    found, (warning,) = read_text("{")
    assert (found, warning.code, warning.parameters["reason"]) == (
        Settings(),
        "settings.unreadable",
        "file.no-permission",
    )


def test_a_file_that_cannot_be_read_is_left_and_said(path):
    path.mkdir(parents=True)
    warnings = []
    assert read_settings(path, warnings.append) == Settings()
    assert [(w.code, w.parameters["reason"]) for w in warnings] == [("settings.unreadable", "file.is-folder")]
    assert path.is_dir()


def test_a_warning_that_nobody_waits_for_is_logged(path, caplog):
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        read_settings(path)
    assert "settings.put-aside" in caplog.text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("reason", ["settings.damaged", "settings.newer"])
def test_a_warning_names_both_files_and_the_reason(code, reason):
    warning = InputError("settings.put-aside", path="a.json", aside="a.aside-1.json", reason=reason)
    text = Language(code).error(warning)
    assert "a.json" in text
    assert "a.aside-1.json" in text
    assert "settings." not in text


def test_settings_that_cannot_be_written_are_an_error_with_the_name(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        write_settings(Settings(), tmp_path / "file" / "settings.json")
    assert caught.value.code == "file.unwritable"


def test_the_newest_study_is_the_first_and_stands_once():
    found = with_recent(with_recent(with_recent(Settings(), "/a"), "/b"), Path("/a"))
    assert found.recent == (str(Path("/a")), "/b")


def test_no_more_than_ten_studies_are_remembered():
    found = Settings()
    for n in range(15):
        found = with_recent(found, f"/{n}")
    assert found.recent == tuple(f"/{n}" for n in range(14, 4, -1))


def test_a_path_that_is_no_text_is_not_remembered(path):
    found = with_recent(Settings(recent=("/a",)), "/caf\udce9")
    assert found.recent == ("/a",)


def test_the_window_reads_its_settings_before_anything_heavy_is_loaded(path):
    code = (
        "import sys; from pathlib import Path; import desktop.cases, desktop.audit, desktop.site_file\n"
        "from desktop.settings import *; path = Path(sys.argv[1])\n"
        "write_settings(Settings(), path); read_settings(path)\n"
        "print([m for m in ('numpy', 'pydantic', 'PySide6', 'onnx', 'SimpleITK', 'pydicom') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
