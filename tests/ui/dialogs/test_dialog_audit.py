"""The audit log in its window."""

import csv

import pytest

from desktop.audit import AuditLog, verify
from desktop.language import Language
from ui.dialogs.audit import AuditDialog


@pytest.fixture
def opened(qtbot, english):
    def make(log):
        dialog = AuditDialog(log, english)
        qtbot.addWidget(dialog)
        return dialog

    return make


def choose(monkeypatch, path):
    monkeypatch.setattr("ui.dialogs.audit.path_to_save", lambda *_: path)


def test_the_newest_line_is_first(opened, log):
    dialog = opened(log)
    actions = [dialog.table.item(row, 3).text() for row in range(dialog.table.rowCount())]
    assert actions == ["site profile changed", "screened", "screened"]


def test_the_chosen_line_is_shown_whole(opened, log):
    dialog = opened(log)
    dialog.table.setCurrentCell(1, 0)
    assert "tier: low" in dialog.details.toPlainText()


def test_a_sound_log_is_said_to_be(opened, log):
    dialog = opened(log)
    dialog.verify_button.click()
    assert "integrity check passed, 3 lines" in dialog.notice.text()


def test_a_changed_line_is_named_and_shown(opened, log):
    dialog = opened(log)
    log.path.write_text(log.path.read_text().replace('"low"', '"high"'))
    dialog.verify_button.click()
    assert "at line 2: the line was changed" in dialog.notice.text()
    assert dialog.table.item(dialog.table.currentRow(), 0).text() == "2"


def test_a_lost_seal_is_told(opened, log):
    log.path.with_name(f"{log.path.name}.seal").unlink()
    dialog = opened(log)
    dialog.verify_button.click()
    assert "the seal beside the log is missing" in dialog.notice.text()


def test_an_empty_log_says_so(opened, tmp_path):
    dialog = opened(AuditLog(tmp_path / "none.jsonl"))
    assert dialog.notice.text() == "Nothing has been recorded yet."
    assert not dialog.export_button.isEnabled()


def test_an_exported_log_can_be_verified(opened, log, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "导出.jsonl")
    dialog = opened(log)
    dialog.export_button.click()
    assert verify(tmp_path / "导出.jsonl").ok
    assert "Lines written: 3." in dialog.notice.text()


def test_a_log_can_be_exported_as_a_table(opened, log, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "log.csv")
    dialog = opened(log)
    dialog.export_button.click()
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["action"] for row in rows] == ["screened", "screened", "site-changed"]


def test_a_place_that_cannot_be_written_is_told(opened, log, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    choose(monkeypatch, tmp_path / "file" / "log.csv")
    dialog = opened(log)
    dialog.export_button.click()
    assert "cannot be written" in dialog.notice.text()


def test_actions_are_worded_in_the_language(opened, log):
    dialog = opened(log)
    dialog.set_language(Language("zh"))
    assert dialog.table.item(0, 3).text() == "更改机构配置"
