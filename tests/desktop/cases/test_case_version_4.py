"""Stores of version 4, which knew one event only: nothing that was recorded is lost."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from desktop.cases import CaseStore, Event, encryption, new_case, schema
from desktop.cases.copies import copies_of
from desktop.cases.heads import head_in, note_head
from desktop.cases.looking import look
from desktop.cases.pieces import Pieces, write_meta
from desktop.cases.sealing import Digested, Encrypted
from inference.errors import InputError


def version_of(path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def made_version_4(path, sealer=None) -> None:
    """Make a store what version 4 was: the same tables, and another word for whether the event happened."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        pieces = Pieces(connection, sealer or Digested())
        for line in [line for line in pieces.lines() if "events" in line.tags]:
            ((_, data),) = pieces.take("events", line)
            recorded, tags = json.loads(data), dict(line.tags)
            recorded = {"extravasated": recorded.pop("happened"), **recorded}
            pieces.put(tags, "events", line.id, json.dumps(recorded).encode())
            pieces.write_line(replace(line, tags=tags), renewed=False)
        connection.execute("PRAGMA user_version = 4")
        # As the program leaves it: nothing but what is stored.
        connection.execute("VACUUM")


@pytest.fixture
def version_4(path, answered):
    """A store of version 4 with a case that had the event, one that had not, and one of which nothing is recorded."""
    with CaseStore(path) as store:
        saved = [store.save(answered if n == 0 else new_case("ich-nag")).id for n in range(3)]
        store.record_event(saved[0], Event(True, 12.5, "iohexol", "hand", "mild", "seen", "red", "Li"))
        store.record_event(saved[1], Event(False))
        write_meta(store._connection, "log", [7, "a" * 64])
    made_version_4(path)
    return saved


def test_what_version_4_recorded_is_kept_under_the_new_name_and_the_old_store_beside_it(path, version_4):
    assert look(path).outdated
    with CaseStore(path) as store:
        first, second, third = (store.event(case_id) for case_id in version_4)
        assert first == Event(True, 12.5, "iohexol", "hand", "mild", "seen", "red", "Li", first.recorded_at)
        assert (second.happened, third) == (False, None)
        assert len(store.search()) == 3
        assert [prediction.event for prediction in store.predictions("cme-literature-prior")] == [first]
        store.save(store.get(version_4[0]))
    (copy,) = copies_of(path)
    assert (copy.name, version_of(copy), version_of(path)) == ("cases.v4.sqlite", 4, len(schema.MIGRATIONS))
    assert b'"extravasated":' in copy.read_bytes()
    assert b'"extravasated":' not in path.read_bytes()


def test_a_store_of_version_4_knows_the_head_of_the_log_before_it_is_migrated(path, version_4):
    assert head_in(path)[:2] == (7, "a" * 64)
    note_head(path, 8, "b" * 64)
    with CaseStore(path) as store:
        assert store.log_head == (8, "b" * 64)


def test_a_damaged_event_of_version_4_leaves_the_others_to_be_migrated(path, version_4):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE events SET sealed = x'00' WHERE case_id = ?", [version_4[0]])
    with CaseStore(path) as store:
        assert store.event(version_4[1]).happened is False
        with pytest.raises(InputError) as caught:
            store.event(version_4[0])
    assert caught.value.code == "cases.case-damaged"


def test_a_case_that_is_deleted_leaves_a_copy_of_version_4_that_can_be_gone_back_to(path, version_4):
    with CaseStore(path) as store:
        store.delete(version_4[0])
    (copy,) = copies_of(path)
    shutil.copy(copy, path)
    with CaseStore(path) as store:
        assert {row.id for row in store.search()} == set(version_4[1:])


@pytest.mark.parametrize("copy_is", ["there", "damaged"])
def test_legible_copies_go_when_an_encrypted_store_is_opened_wherever_encrypting_was_ended(path, answered, copy_is):
    """Ended behind the last moment of the store and before its copies: nothing says afterwards that they are there."""
    keys: dict[str, bytes] = {}
    with CaseStore(path) as store:
        case_id = store.save(answered).id
        store.record_event(case_id, Event(True, 12.5))
    clear = path.read_bytes()
    with CaseStore(path) as store:
        key = encryption.encrypt(store, keep=keys.__setitem__)
    made_version_4(path, Encrypted(key, *keys))
    copy = path.with_name("cases.v3.sqlite")
    copy.write_bytes(clear if copy_is == "there" else b"no database" * 100)
    with CaseStore(path, keys=keys.__getitem__) as store:
        assert store.event(case_id).volume_ml == 12.5
    # That of this upgrade is encrypted, and can be gone back to.
    assert [kept.name for kept in copies_of(path)] == ["cases.v4.sqlite"]


def test_a_copy_that_cannot_be_removed_does_not_cost_the_key(path, answered, monkeypatch):
    keys: dict[str, bytes] = {}
    with CaseStore(path) as store:
        store.save(answered)
        (kept := path.with_name("cases.v3.sqlite")).write_bytes(b"no database" * 100)
        with monkeypatch.context() as patch:
            patch.setattr("pathlib.Path.unlink", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
            assert encryption.encrypt(store, keep=keys.__setitem__) in keys.values()
    assert kept.exists()
    CaseStore(path, keys=keys.__getitem__).close()
    assert not kept.exists()


def test_an_encrypted_store_of_version_4_is_migrated_with_its_key_and_not_without(path, answered):
    keys: dict[str, bytes] = {}
    with CaseStore(path) as store:
        case_id = store.save(answered).id
        store.record_event(case_id, Event(True, 12.5))
        key = encryption.encrypt(store, keep=keys.__setitem__)
    (key_id,) = keys
    made_version_4(path, Encrypted(key, key_id))

    def missing(name):
        raise InputError("cases.key-missing", key=name)

    with pytest.raises(InputError, match="key-missing"):
        CaseStore(path, keys=missing)
    assert (version_of(path), copies_of(path)) == (4, [])
    with CaseStore(path, keys=keys.__getitem__) as store:
        assert (store.event(case_id).happened, store.event(case_id).volume_ml) == (True, 12.5)
