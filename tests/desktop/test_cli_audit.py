"""``precontrast audit``: the log from a terminal, and an exit code that says whether it can be believed."""

import json
import shutil

import pytest

from desktop.audit import AuditLog
from desktop.audit_file import seal_file
from desktop.cli import exits
from desktop.cli.main import main
from desktop.places import default_places


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "家"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")


@pytest.fixture
def said(capsys):
    def run(*arguments: str) -> tuple[int, str]:
        code = main(["audit", *arguments])
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def log():
    log = AuditLog(default_places().audit, "Wang")
    log.append("screened", case="abc", series=["1.2.3"], tier=None)
    log.append("signed", case="abc", role="radiologist")
    return log


def test_an_empty_log_is_said_to_be_empty(said):
    assert said("show") == (exits.ANSWER, "Nothing has been recorded yet.\n")
    assert said("verify")[0] == exits.ANSWER


def test_the_log_is_shown(said, log):
    text = said("show")[1]
    assert 'case=abc; series=["1.2.3"]' in text
    assert "signed" in text
    assert "Wang" in text
    assert "tier" not in text


def test_of_a_digest_the_beginning_is_shown(said, log):
    log.append("screened", pack_sha256="ab" * 32)
    assert "pack_sha256=abababababab…" in said("show")[1]
    assert "ab" * 32 in said("show", "--json")[1]


def test_actions_are_shown_in_chinese(said, log):
    assert "签名" in said("show", "--lang", "zh")[1]


def test_only_the_last_lines_are_shown_when_asked(said, log):
    assert [entry["action"] for entry in json.loads(said("show", "--last", "1", "--json")[1])] == ["signed"]


def test_an_action_of_a_later_program_is_shown_as_it_is(said, log):
    with log.path.open("a", encoding="utf-8") as file:
        entry = {"number": 3, "time": "", "user": "", "action": "dreamt", "details": {}, "previous": ""}
        file.write(json.dumps(entry) + "\n")
    assert "dreamt" in said("show")[1]


def test_a_sound_log_is_said_to_be_sound(said, log):
    code, text = said("verify")
    assert code == exits.ANSWER
    assert "integrity check passed, 2 lines" in text
    assert json.loads(said("verify", "--json")[1])["last"] in text


def test_a_changed_line_is_named_and_has_its_own_exit_code(said, log):
    log.path.write_bytes(log.path.read_bytes().replace(b"abc", b"abd", 1))
    code, text = said("verify")
    assert (code, "at line 1: the line was changed" in text) == (exits.UNTRUSTED, True)


def test_a_log_without_its_seal_is_not_vouched_for(said, log, tmp_path):
    shutil.copy(log.path, tmp_path / "copy.jsonl")
    code, text = said("verify", str(tmp_path / "copy.jsonl"))
    assert (code, "the seal beside the log is missing" in text) == (exits.UNTRUSTED, True)


def test_a_copy_with_its_seal_is_checked_like_the_log(said, log, tmp_path):
    shutil.copy(log.path, tmp_path / "copy.jsonl")
    shutil.copy(seal_file(log.path), tmp_path / "copy.jsonl.seal")
    assert said("verify", str(tmp_path / "copy.jsonl"))[0] == exits.ANSWER
    assert "signed" in said("show", str(tmp_path / "copy.jsonl"))[1]


@pytest.mark.parametrize("command", ["show", "verify"])
def test_a_file_that_there_is_not_is_bad_input(said, command):
    assert said(command, "nowhere.jsonl")[0] == exits.BAD_INPUT


def test_reading_the_log_leaves_a_line_and_verifying_it_or_reading_a_copy_leaves_none(said, log, tmp_path):
    shutil.copy(log.path, tmp_path / "copy.jsonl")
    said("show", str(tmp_path / "copy.jsonl"))
    said("verify")
    assert len(log.entries()) == 2
    said("show", "--last", "1")
    said("show", str(log.path))
    viewed = log.entries()[2:]
    assert [entry.action for entry in viewed] == ["log-viewed"] * 2
    assert [(entry.details["first"], entry.details["last"]) for entry in viewed] == [(2, 2), (1, 3)]
    assert log.verify().ok
