"""Cases and the audit log are tried out in a temporary folder, and the user's own store is not touched."""

import sqlite3

from desktop.cases import CaseStore, new_case
from desktop.self_test.storing import stored


def checks(pack, places, language):
    return [planned.done(language) for planned in stored(pack, places, language)]


def test_a_case_its_mask_and_an_entry_of_the_log_are_written_and_read(pack, places, language):
    found = checks(pack, places, language)
    assert [check.name for check in found] == ["case", "case", "audit"]
    assert all(check.passed for check in found), found
    assert not places.data.exists()


def test_a_store_that_gives_back_another_case_fails(pack, places, language, monkeypatch):
    monkeypatch.setattr(CaseStore, "get", lambda self, case_id: new_case("another"))
    written = checks(pack, places, language)[0]
    assert not written.passed
    assert written.detail == language.text("self-test.not-kept")


def test_a_store_that_gives_back_another_mask_fails(pack, places, language, monkeypatch):
    monkeypatch.setattr(CaseStore, "masks", lambda self, case_id: {})
    assert not checks(pack, places, language)[0].passed


def test_a_log_in_which_a_change_goes_unnoticed_fails(pack, places, language, monkeypatch):
    from desktop.audit import Verdict

    monkeypatch.setattr("desktop.audit.verify", lambda path: Verdict(True, 1))
    logged = checks(pack, places, language)[-1]
    assert not logged.passed
    assert logged.detail == language.text("self-test.not-logged")


def test_the_users_store_is_looked_at_and_left_as_it_is(pack, places, language):
    with CaseStore(places.cases) as store:
        store.save(new_case("ich-nag"))
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in places.data.iterdir()}
    own = checks(pack, places, language)[1]
    assert own.passed
    assert "1" in own.detail
    assert {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in places.data.iterdir()} == before


def test_a_users_store_of_a_later_program_fails_and_says_what_to_do(pack, places, language):
    CaseStore(places.cases).close()
    connection = sqlite3.connect(places.cases)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    own = checks(pack, places, language)[1]
    assert not own.passed
    assert "cases.v" in own.detail


def test_copies_from_before_an_upgrade_are_named(pack, places, language):
    CaseStore(places.cases).close()
    places.cases.with_name("cases.v1.sqlite").write_bytes(b"")
    assert "cases.v1.sqlite" in checks(pack, places, language)[1].detail
