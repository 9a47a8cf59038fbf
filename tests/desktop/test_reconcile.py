"""What a program that was ended between log and store leaves is settled at the next start."""

from dataclasses import replace

import pytest

from desktop.audit import AuditLog, verify
from desktop.cases import CaseStore, new_case
from desktop.installation import Installation
from desktop.places import HOME_VARIABLE, default_places
from desktop.reconcile import finish_deletions, mark_unstored


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cases.sqlite"


@pytest.fixture
def log(tmp_path, path):
    return AuditLog(tmp_path / "audit.jsonl", "a", path)


@pytest.fixture
def case(path, log):
    """A case that was stored and logged."""
    with CaseStore(path) as store:
        return store.save(new_case("ich-nag"), log=lambda: log.append("case-opened"))


def cut_off(log, action: str, **details) -> None:
    """Write a line as inside a transaction that was never finished: the store notes nothing of it."""
    AuditLog(log.path, "a").append(action, **details)


def test_a_deletion_that_was_cut_off_after_its_line_is_finished(path, log, case):
    cut_off(log, "case-deleted", case=case.id)
    with CaseStore(path) as store:
        assert finish_deletions(store, log) == [case.id]
        assert finish_deletions(store, log) == []
        assert store.search() == []


def test_a_change_that_was_cut_off_after_its_line_is_marked_once_as_not_stored(path, log, case):
    cut_off(log, "screened", case=case.id)
    cut_off(log, "signed", case=case.id)
    with CaseStore(path) as store:
        assert mark_unstored(store, log) == [2, 3]
        assert mark_unstored(store, log) == []
        entries = log.entries()[3:]
        assert [(entry.action, entry.details["line"]) for entry in entries] == [("not-stored", 2), ("not-stored", 3)]
        assert store.log_head[0] == 5
    assert verify(log.path, path).ok


def test_what_was_stored_or_belongs_to_no_case_is_not_marked(path, log, case):
    with CaseStore(path) as store:
        store.save(replace(case, closed=True), log=lambda: log.append("screened", case=case.id))
        log.append("screened", by="command line")
        cut_off(log, "printed", case=case.id)
        assert mark_unstored(store, log) == []


def test_a_store_that_lost_many_changes_is_told_by_one_line_and_by_the_verdict(path, log, case):
    for _ in range(30):
        cut_off(log, "mask-edited", case=case.id)
    found = verify(log.path, path)
    assert (found.ok, found.reason_code, found.first_bad_line) == (False, "store-behind", 2)
    with CaseStore(path) as store:
        assert mark_unstored(store, log) == list(range(2, 32))
        assert mark_unstored(store, log) == []
    (entry,) = log.entries()[31:]
    assert (entry.action, entry.details["line"], entry.details["through"]) == ("not-stored", 2, 31)
    assert verify(log.path, path).ok


def test_a_change_that_a_killed_program_did_not_store_is_no_alarm(path, log, case):
    cut_off(log, "signed", case=case.id)
    assert verify(log.path, path).ok


@pytest.mark.parametrize("harm", ["emptied", "deleted", "put back"])
def test_a_store_from_which_cases_vanished_is_told_at_the_next_start(tmp_path, monkeypatch, harm):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    places = default_places()
    log = AuditLog(places.audit, "a", places.cases)
    earlier = b""
    for _ in range(3):
        with CaseStore(places.cases) as store:
            store.save(new_case("ich-nag"), log=lambda: log.append("case-opened", case="x"))
        earlier = earlier or places.cases.read_bytes()
    if harm == "deleted":
        places.cases.unlink()
    else:
        places.cases.write_bytes(earlier if harm == "put back" else b"")
    installation = Installation(places)
    installation.reconcile()
    (warning,) = installation.warnings
    assert (warning.code, warning.parameters["count"]) == ("cases.behind-log", 2 if harm == "put back" else 3)
    assert verify(places.audit, places.cases).ok
    installation.warnings.clear()
    installation.reconcile()
    assert not installation.warnings
