"""Stores of earlier and later versions: nothing is lost, and nothing is opened that is not understood."""

import errno
import json
import os
import shutil
import sqlite3
import stat
import threading
from dataclasses import replace

import pytest

from desktop.cases import CaseStore, Event, new_case, schema
from desktop.cases.copies import copies_of
from desktop.cases.looking import StoreFacts, look
from desktop.language import LANGUAGES, Language
from inference.errors import InputError
from inference.reading import to_plain
from tests.helpers.earlier import as_version_0_1

# What version 1 was. It is never changed, whatever the program becomes.
VERSION_1 = """
    CREATE TABLE cases (
        id TEXT NOT NULL PRIMARY KEY, created TEXT NOT NULL, changed TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'refused', 'signed')),
        patient_name TEXT NOT NULL, patient_id TEXT NOT NULL, accession TEXT NOT NULL, study_date TEXT NOT NULL,
        pack TEXT NOT NULL, tier TEXT, tier_en TEXT, tier_zh TEXT, tier_colour TEXT, tier_shape TEXT, probability REAL,
        edited INTEGER NOT NULL, closed INTEGER NOT NULL, searched TEXT NOT NULL, entered TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cases_by_change ON cases (changed);
    CREATE TABLE outcomes (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE, json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE masks (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, step TEXT NOT NULL, description TEXT NOT NULL,
        labels BLOB NOT NULL, certainty BLOB NOT NULL, PRIMARY KEY (case_id, step)
    ) STRICT;
    PRAGMA application_id = 1347568963;
    PRAGMA user_version = 1;
"""
ENTERED = (
    '{"paths": ["/ct"], "series": {}, "sheet": {"answers": {"age": 63}, "patient": {"name": "张伟"}, "regions": {}}}'
)
OPEN, ANSWERED, REFUSED = ("a" * 32, "b" * 32, "c" * 32)


def run(path, statements: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.close()


@pytest.fixture
def version_1(path, clinical_outcome, saved_by_fallback):
    """A store of version 1 with an open case, an answered one, and a refusal beside which a simpler pack answered."""
    path.parent.mkdir()
    run(path, VERSION_1)
    connection = sqlite3.connect(path)
    times = ["2026-01-01T08:00:00+08:00", "2026-01-01T09:00:00+08:00"]
    tier = ["high", "High", "高", "#aa0000", "triangle"]
    outcomes = {OPEN: None, ANSWERED: clinical_outcome, REFUSED: saved_by_fallback}
    for (case_id, outcome), state in zip(outcomes.items(), ("open", "answered", "refused")):
        values = [case_id, *times, state, "张伟", "P1", "", "", "p", *tier, 0.01, 0, 1, "张伟", ENTERED]
        connection.execute(f"INSERT INTO cases VALUES ({', '.join('?' * len(values))})", values)
        if outcome is not None:
            connection.execute(
                "INSERT INTO outcomes VALUES (?, ?)", [case_id, json.dumps(as_version_0_1(to_plain(outcome)))]
            )
    connection.commit()
    connection.close()
    return path


def version_of(path) -> int:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return version


def test_every_case_of_version_1_is_still_there(version_1, clinical_outcome, saved_by_fallback):
    with CaseStore(version_1) as store:
        assert {row.id for row in store.search("张伟")} == {OPEN, ANSWERED, REFUSED}
        assert [store.get(case_id).outcome for case_id in (OPEN, ANSWERED, REFUSED)] == [
            None,
            clinical_outcome,
            saved_by_fallback,
        ]
        assert store.get(OPEN).sheet.answers == {"age": 63}


def test_what_happened_can_be_recorded_for_a_case_of_version_1(version_1):
    with CaseStore(version_1) as store:
        store.record_event(ANSWERED, Event(True))
        assert store.event(ANSWERED).happened


def test_cases_of_version_1_serve_recalibration(version_1, clinical_outcome, saved_by_fallback):
    with CaseStore(version_1) as store:
        (own,) = store.predictions(clinical_outcome.pack.manifest.id)
        (fallback,) = store.predictions(saved_by_fallback.fallback.pack.manifest.id)
    risk = clinical_outcome.risk
    assert (own.case, own.log_odds, own.probability, own.prevalence, own.tier) == (
        ANSWERED,
        risk.explanation.log_odds,
        risk.estimate.chance,
        risk.population.site_prevalence,
        risk.estimate.tier.id,
    )
    assert (fallback.case, fallback.log_odds) == (REFUSED, saved_by_fallback.fallback.risk.explanation.log_odds)


def test_no_list_or_export_keeps_what_a_pack_taught_by_simulations_told_a_patient(version_1, clinical_outcome):
    pack = clinical_outcome.pack
    steps = tuple(replace(s, outcomes="simulated") if s.kind == "logistic" else s for s in pack.manifest.steps)
    taught = replace(clinical_outcome, pack=replace(pack, manifest=replace(pack.manifest, steps=steps)))
    connection = sqlite3.connect(version_1)
    connection.execute(
        "UPDATE outcomes SET json = ? WHERE case_id = ?", [json.dumps(as_version_0_1(to_plain(taught))), ANSWERED]
    )
    connection.commit()
    connection.close()
    with CaseStore(version_1) as store:
        rows = {row.id: row for row in store.search()}
        assert (rows[ANSWERED].tier, rows[ANSWERED].tier_title, rows[ANSWERED].probability) == (None, None, None)
        assert rows[REFUSED].tier == "high"
        assert ANSWERED not in [prediction.case for prediction in store.predictions(pack.manifest.id)]
        assert store.get(ANSWERED).outcome == taught


def test_a_migrated_store_is_like_a_new_one(version_1, tmp_path):
    def tables(path) -> dict[str, list[tuple]]:
        CaseStore(path).close()
        connection = sqlite3.connect(path)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for name in names}
        connection.close()
        return found

    assert tables(version_1) == tables(tmp_path / "new.sqlite")


def test_a_store_is_migrated_once(version_1):
    CaseStore(version_1).close()
    assert version_of(version_1) == len(schema.MIGRATIONS)
    with CaseStore(version_1) as store:
        store.save(new_case("ich-nag"))
        assert len(store.search()) == 4


def test_a_migration_that_fails_leaves_the_store_as_it_was(version_1, monkeypatch):
    before = version_1.read_bytes()
    *before_last, last = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", (*before_last, (*last, "INSERT INTO nowhere VALUES (1)")))
    with pytest.raises(InputError):
        CaseStore(version_1)
    assert version_of(version_1) == 1
    assert version_1.read_bytes() == before
    monkeypatch.undo()
    with CaseStore(version_1) as store:
        assert len(store.search()) == 3


def test_an_outcome_that_is_no_json_does_not_stop_the_migration_of_the_others(version_1):
    run(version_1, f"UPDATE outcomes SET json = '{{' WHERE case_id = '{REFUSED}'")
    with CaseStore(version_1) as store:
        assert len(store.predictions("cme-literature-prior")) == 1
        with pytest.raises(InputError) as caught:
            store.get(REFUSED)
    assert REFUSED in caught.value.parameters["source"]


def test_programs_that_start_together_migrate_once(version_1):
    faults = []

    def open_and_close():
        try:
            CaseStore(version_1).close()
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert version_of(version_1) == len(schema.MIGRATIONS)


def test_a_store_of_a_later_version_is_left_alone(path, store):
    store.close()
    run(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(InputError) as caught:
        CaseStore(path)
    assert (caught.value.code, caught.value.parameters["path"]) == ("cases.newer", str(path))
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_store_of_a_later_version_is_told_with_the_way_back(path, store, code):
    store.close()
    run(path, "PRAGMA user_version = 99")
    with pytest.raises(InputError) as caught:
        CaseStore(path)
    said = Language(code).error(caught.value)
    assert str(path) in said
    assert "cases.v" in said


# Copies ---------------------------------------------------------------------------------------------------------


def test_what_an_earlier_program_left_is_copied_before_it_is_changed(version_1):
    CaseStore(version_1).close()
    (copy,) = copies_of(version_1)
    assert copy.name == "cases.v1.sqlite"
    assert version_of(copy) == 1
    connection = sqlite3.connect(copy)
    assert {name for (name,) in connection.execute("SELECT id FROM cases")} == {OPEN, ANSWERED, REFUSED}
    connection.close()
    assert sorted(file.name for file in version_1.parent.iterdir()) == ["cases.sqlite", "cases.v1.sqlite"]


def test_going_back_and_forth_writes_over_no_copy(version_1):
    CaseStore(version_1).close()
    first = copies_of(version_1)[0]
    before = first.read_bytes()
    shutil.copy(first, version_1)
    with CaseStore(version_1) as store:
        assert len(store.search()) == 3
    assert [copy.name for copy in copies_of(version_1)] == ["cases.v1-2.sqlite", "cases.v1.sqlite"]
    assert first.read_bytes() == before


def test_a_new_store_and_one_of_this_version_are_not_copied(path, store):
    store.close()
    CaseStore(path).close()
    assert copies_of(path) == []


def test_a_migration_that_fails_leaves_no_copy(version_1, monkeypatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("INSERT INTO nowhere VALUES (1)",)))
    with pytest.raises(InputError):
        CaseStore(version_1)
    assert copies_of(version_1) == []


def test_where_no_copy_can_be_made_nothing_is_migrated(version_1, monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("desktop.cases.schema.keep_copy", full)
    with pytest.raises(InputError) as caught:
        CaseStore(version_1)
    assert (caught.value.code, caught.value.parameters["reason"]) == ("cases.unwritable", "file.disk-full")
    assert version_of(version_1) == 1


def test_a_case_that_is_deleted_is_deleted_in_copies_too(version_1):
    with CaseStore(version_1) as store:
        store.delete(ANSWERED)
    (copy,) = copies_of(version_1)
    assert ANSWERED.encode() not in copy.read_bytes()
    assert OPEN.encode() in copy.read_bytes()


def test_a_deletion_that_cannot_be_logged_takes_the_case_from_no_copy(version_1):
    def full():
        raise InputError("audit.unwritable", path="audit.jsonl", reason="file.disk-full")

    with CaseStore(version_1) as store:
        with pytest.raises(InputError):
            store.delete(ANSWERED, full)
        assert store.get(ANSWERED)
    assert ANSWERED.encode() in copies_of(version_1)[0].read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_user_may_read_a_copy(version_1):
    CaseStore(version_1).close()
    assert stat.S_IMODE(copies_of(version_1)[0].stat().st_mode) == 0o600


# A look that changes nothing ------------------------------------------------------------------------------------


def state_of(folder) -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}


def test_a_look_says_what_a_store_is_and_changes_nothing(version_1):
    before = state_of(version_1.parent)
    assert look(version_1) == StoreFacts(1, True, 3, ())
    assert state_of(version_1.parent) == before
    CaseStore(version_1).close()
    before = state_of(version_1.parent)
    assert look(version_1) == StoreFacts(len(schema.MIGRATIONS), False, 3, tuple(copies_of(version_1)))
    assert state_of(version_1.parent) == before


def test_a_look_sees_what_another_program_has_just_stored(path, store):
    store.save(new_case("ich-nag"))
    assert look(path).cases == 1


@pytest.mark.parametrize(("content", "code"), [(b"no database at all" * 100, "cases.damaged"), (None, "cases.newer")])
def test_a_look_refuses_what_the_store_would_refuse(path, store, content, code):
    store.close()
    run(path, "PRAGMA user_version = 99") if content is None else path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        look(path)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "statements", ["CREATE TABLE songs (name)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"]
)
def test_the_database_of_another_program_is_left_alone(tmp_path, statements):
    run(tmp_path / "other.sqlite", statements)
    before = (tmp_path / "other.sqlite").read_bytes()
    with pytest.raises(InputError) as caught:
        CaseStore(tmp_path / "other.sqlite")
    assert caught.value.code == "cases.not-ours"
    assert (tmp_path / "other.sqlite").read_bytes() == before
