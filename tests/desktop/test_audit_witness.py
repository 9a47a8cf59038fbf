"""The audit log beside a case store, which has noted how far the log had come."""

from dataclasses import replace

import pytest

from desktop import audit_file
from desktop.audit import AuditLog, verify
from desktop.cases import CaseStore, new_case


@pytest.fixture
def witnessed(tmp_path):
    """A log that a case store follows, with three lines, and the store's path."""
    path = tmp_path / "cases.sqlite"
    CaseStore(path).close()
    log = AuditLog(tmp_path / "audit.jsonl", "a", path)
    for action in ("screened", "printed", "signed"):
        log.append(action)
    return log, path


def test_a_log_beside_its_store_is_sound(witnessed):
    log, store = witnessed
    assert verify(log.path, store).ok
    assert verify(log.path, store.with_name("none.sqlite")).ok


def test_log_and_seal_that_are_deleted_together_are_missed(witnessed):
    log, store = witnessed
    log.path.unlink()
    audit_file.seal_file(log.path).unlink()
    assert verify(log.path).ok
    assert verify(log.path, store).reason_code == "missing"
    log.append("printed")
    assert verify(log.path, store).reason_code == "rolled-back"


def test_a_deleted_pair_is_missed_also_by_a_store_that_knew_no_log(tmp_path, clinical_outcome):
    with CaseStore(tmp_path / "cases.sqlite") as store:
        store.save(replace(new_case("p"), outcome=clinical_outcome, state="answered"))
    assert verify(tmp_path / "audit.jsonl", tmp_path / "cases.sqlite").reason_code == "missing"


def test_log_and_seal_that_are_put_back_together_are_found(witnessed):
    log, store = witnessed
    files = [log.path, audit_file.seal_file(log.path)]
    earlier = [file.read_bytes() for file in files]
    log.append("printed")
    for file, content in zip(files, earlier):
        file.write_bytes(content)
    assert verify(log.path).ok
    found = verify(log.path, store)
    assert (found.first_bad_line, found.reason_code) == (4, "rolled-back")
    log.append("exported")
    assert verify(log.path, store).reason_code == "rolled-back"


def test_a_busy_store_hinders_no_line(witnessed):
    log, store = witnessed
    with CaseStore(store) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        log.append("printed")
        other._connection.execute("ROLLBACK")
    assert verify(log.path, store).ok
