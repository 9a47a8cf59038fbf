"""Damaged stores, full disks, several programs: what is stored stays, and the error names the file and the fix."""

import errno
import json
import multiprocessing
import os
import sqlite3
import stat
from dataclasses import replace
from random import Random

import pytest

from desktop.cases import CaseStore, Event, new_case
from desktop.cases.heads import note_head
from desktop.language import LANGUAGES, Language
from inference.errors import InputError
from inference.outcome import SignOff

pytestmark = pytest.mark.slow


def refused(function, *arguments) -> InputError:
    with pytest.raises(InputError) as caught:
        function(*arguments)
    return caught.value


@pytest.fixture
def filled(path):
    """A closed store of forty cases."""
    with CaseStore(path) as store:
        for _ in range(40):
            store.save(new_case("ich-nag", ("/ct" * 50,)))
    return path


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + bytes(4000), b"\0", b"SQLite"])
def test_a_file_that_is_no_database_is_named_and_kept(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    error = refused(CaseStore, path)
    assert (error.code, error.parameters["path"]) == ("cases.damaged", str(path))
    assert path.read_bytes() == content


def test_a_pipe_in_the_place_of_the_store_is_named_and_not_waited_for(path):
    path.parent.mkdir()
    os.mkfifo(path)
    error = refused(CaseStore, path)
    assert (error.code, error.parameters["reason"]) == ("cases.unwritable", "file.special")


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_pipe_in_the_place_of_a_journal_is_named_and_not_waited_for(path, ending):
    CaseStore(path).close()
    beside = path.with_name(f"{path.name}{ending}")
    os.mkfifo(beside)
    error = refused(CaseStore, path)
    assert (error.code, error.parameters) == (
        "cases.unwritable",
        {"path": str(beside), "reason": "file.special"},
    )


def test_a_store_with_a_damaged_page_is_named_and_keeps_what_there_is(filled):
    whole = bytearray(filled.read_bytes())
    whole[4096:] = b"\xa5" * (len(whole) - 4096)
    filled.write_bytes(whole)
    assert refused(CaseStore, filled).code == "cases.damaged"
    assert filled.read_bytes()[4096:] == whole[4096:]


@pytest.mark.parametrize("damage", [(b"tableevents", b"table\xffvents"), (b"TABLE events (", b"TABLE events \xff")])
def test_a_store_whose_tables_have_lost_their_names_is_named(filled, damage):
    filled.write_bytes(filled.read_bytes().replace(*damage))
    assert refused(CaseStore, filled).code == "cases.damaged"


@pytest.mark.parametrize(
    "foreign",
    [
        "ALTER TABLE cases RENAME TO other; CREATE VIEW cases AS WITH RECURSIVE r(n) AS "
        "(SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id, n AS sequence, 1 AS revision, x'' AS sealed FROM r",
        "CREATE TRIGGER t AFTER INSERT ON cases BEGIN DELETE FROM outcomes; END",
        "CREATE VIRTUAL TABLE other USING fts5(text)",
        "PRAGMA user_version = -1",
    ],
)
def test_a_store_that_does_something_by_itself_is_no_store(filled, foreign):
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.executescript(foreign)
    connection.close()
    assert refused(CaseStore, filled).code == "cases.damaged"


def test_a_store_that_was_cut_off_is_named(filled):
    filled.write_bytes(filled.read_bytes()[:6000])

    def use():
        with CaseStore(filled) as store:
            store.search()

    assert refused(use).code == "cases.damaged"


def flipped(path, random) -> None:
    """Turn one bit of a file round."""
    data = bytearray(path.read_bytes())
    place = random.randrange(len(data))
    data[place] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def all_of(path) -> list:
    """Everything that a store says."""
    with CaseStore(path) as store:
        said = []
        for row in store.search():
            said += [row, store.get(row.id), store.event(row.id), store.signed(row.id)]
            said += [(step, found.labels.tobytes()) for step, found in store.masks(row.id).items()]
        return [*said, store.predictions("cme-literature-prior"), store.search("张伟"), store.log_head]


def test_one_bit_that_has_turned_round_is_never_silently_something_else(path, answered, segmentation):
    signature = SignOff("radiologist", "A. Reader", "2026-03-01T10:00:00+08:00")
    with CaseStore(path) as store:
        for case in (answered, replace(answered, id="0" * 32), new_case("ich-nag")):
            outcome = case.outcome and replace(case.outcome, signatures=(signature,))
            store.save(replace(case, outcome=outcome), {"vessels": segmentation} if outcome else {})
        store.record_event(answered.id, Event(True, 12.5))
    note_head(path, 3, "f" * 64)
    whole, random = path.read_bytes(), Random(7)
    before, codes = all_of(path), set()
    for _ in range(60):
        flipped(path, random)
        try:
            assert all_of(path) == before
        except InputError as error:
            codes.add(error.code)
        for beside in path.parent.glob("cases.sqlite-*"):
            beside.unlink()
        path.write_bytes(whole)
    assert codes
    assert codes <= {"cases.damaged", "cases.case-damaged", "cases.unwritable", "cases.not-ours", "cases.newer"}


def test_a_damaged_case_is_named_and_the_others_go_on(store, answered):
    store.save(answered)
    other = store.save(new_case("ich-nag"))
    store._connection.execute("UPDATE cases SET revision = 7 WHERE id = ?", [answered.id])
    assert [(row.id, row.state) for row in store.search()] == [(other.id, "open"), (answered.id, "damaged")]
    error = refused(store.get, answered.id)
    assert (error.code, error.parameters["case"]) == ("cases.case-damaged", answered.id)
    assert store.get(other.id) == other
    store.delete(answered.id)
    assert [row.id for row in store.search()] == [other.id]


@pytest.mark.parametrize("table", ["sheets", "outcomes", "masks", "events", "signed", "predictions", "cases"])
def test_a_piece_that_is_lost_is_missed(path, answered, segmentation, table):
    signature = SignOff("radiologist", "A. Reader", "2026-03-01T10:00:00+08:00")
    with CaseStore(path) as store:
        signed = replace(answered.outcome, signatures=(signature,))
        store.save(replace(answered, outcome=signed), {"vessels": segmentation})
        store.record_event(answered.id, Event(True))
        store._connection.execute("PRAGMA foreign_keys = OFF")
        store._connection.execute(f"DELETE FROM {table}")
    assert refused(all_of, path).code in ("cases.case-damaged", "cases.damaged")


@pytest.mark.parametrize("entered", [b"{", b"[]", b'{"paths": 1, "series": {}, "sheet": {}}', b'{"paths": []}'])
def test_a_case_that_makes_no_sense_is_named(store, monkeypatch, entered):
    monkeypatch.setattr("desktop.cases.rows.sheet_of", lambda case: entered)
    case = store.save(new_case("ich-nag"))
    error = refused(store.get, case.id)
    assert (error.code, error.parameters["case"]) == ("cases.case-damaged", case.id)


def test_answers_that_are_none_are_named_with_their_field(store, monkeypatch):
    data = {"paths": [], "series": {}, "sheet": {"answers": {}, "patients": {}}}
    monkeypatch.setattr("desktop.cases.rows.sheet_of", lambda case: json.dumps(data).encode())
    case = store.save(new_case("ich-nag"))
    error = refused(store.get, case.id)
    assert (error.code, error.parameters["field"]) == ("schema.invalid", "patients")
    assert case.id in error.parameters["source"]


def test_an_outcome_that_contradicts_itself_is_named(store, answered):
    risk = answered.outcome.risk
    tier = replace(risk.estimate.tier, low="none-such")
    damaged = replace(risk, estimate=replace(risk.estimate, tier=tier))
    store.save(replace(answered, outcome=replace(answered.outcome, risk=damaged)))
    error = refused(store.get, answered.id)
    assert (error.code, error.parameters["field"]) == ("record.damaged", "risk.estimate.tier.low")
    assert answered.id in error.parameters["path"]


def test_a_store_that_was_cut_off_while_it_was_made_opens(path):
    path.parent.mkdir()
    cut = multiprocessing.get_context("spawn").Process(target=make_and_die, args=(path,))
    cut.start()
    cut.join(60)
    assert path.with_name("cases.sqlite-journal").stat().st_size
    # What a power cut leaves of pages that were on their way: the journal undoes it.
    path.write_bytes(bytes(4096))
    with CaseStore(path) as store:
        assert store.search() == []


def make_and_die(path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    for n in range(40):
        connection.execute(f"CREATE TABLE t{n} (a)")
    os._exit(1)


def test_a_full_disk_is_said_and_what_was_stored_stays(store, answered):
    first = store.save(new_case("ich-nag"))
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    error = refused(store.save, replace(answered, paths=("/ct" * 100_000,)))
    assert (error.code, error.parameters["reason"]) == ("cases.unwritable", "file.disk-full")
    assert [row.id for row in store.search()] == [first.id]
    store._connection.execute("PRAGMA max_page_count = 1000000")
    store.save(answered)
    assert len(store.search()) == 2


def test_a_folder_that_cannot_be_made_is_named_with_the_reason(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    error = refused(CaseStore, tmp_path / "file" / "cases.sqlite")
    assert error.code == "cases.unwritable"
    assert error.parameters["path"] == str(tmp_path / "file" / "cases.sqlite")


def test_a_store_that_is_a_folder_is_named(tmp_path):
    assert refused(CaseStore, tmp_path).code == "cases.unwritable"


def test_a_folder_without_permission_is_named(tmp_path, monkeypatch):
    def deny(self, **options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("pathlib.Path.touch", deny)
    assert refused(CaseStore, tmp_path / "c.sqlite").parameters["reason"] == "file.no-permission"


def test_a_store_that_cannot_be_written_any_more_says_so(store):
    store._connection.execute("PRAGMA query_only = ON")
    error = refused(store.save, new_case("ich-nag"))
    assert (error.code, error.parameters["reason"]) == ("cases.unwritable", "file.read-only")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("error", ["cases.damaged", "cases.newer", "cases.not-ours", "cases.busy", "cases.moved"])
def test_the_error_names_the_file(code, error):
    assert "c.sqlite" in Language(code).error(InputError(error, path="c.sqlite", detail="x"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_user_may_read_the_patients(store, path):
    store.save(new_case("ich-nag"))
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


# Several programs ------------------------------------------------------------------------------------------------


def test_what_one_program_stores_another_sees(store, path):
    with CaseStore(path) as other:
        case = other.save(new_case("ich-nag"))
        assert store.get(case.id) == case


def test_reading_does_not_wait_for_writing(store, path):
    store.save(new_case("ich-nag"))
    store._connection.execute("BEGIN IMMEDIATE")
    with CaseStore(path, wait_s=0) as other:
        assert len(other.search()) == 1
    store._connection.execute("ROLLBACK")


def test_a_store_that_another_program_keeps_is_said_to_be_busy(store, path):
    with CaseStore(path, wait_s=0) as other:
        store._connection.execute("BEGIN IMMEDIATE")
        error = refused(other.save, new_case("ich-nag"))
        store._connection.execute("ROLLBACK")
        assert (error.code, error.parameters["path"]) == ("cases.busy", str(path))
        other.save(new_case("ich-nag"))


def test_a_change_that_fails_half_way_is_not_made(store, answered, monkeypatch):
    before = store.save(answered)
    monkeypatch.setattr("desktop.cases.rows.predictions_of", lambda case: {"p": None})
    with pytest.raises(TypeError):
        store.save(before)
    assert store.get(answered.id) == before


def work_on(path, count: int) -> None:
    with CaseStore(path) as store:
        for _ in range(count):
            case = store.save(new_case("ich-nag"))
            store.record_event(case.id, Event(False))


def test_programs_that_write_at_once_lose_nothing(path):
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=work_on, args=(path, 20)) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
    assert [program.exitcode for program in programs] == [0, 0, 0]
    with CaseStore(path) as store:
        assert sum(row.has_event for row in store.search()) == 60


def save_and_die(path, case) -> None:
    store = CaseStore(path)
    store.save(case)
    os._exit(1)


def test_a_case_survives_the_end_of_its_program(path):
    case = new_case("ich-nag", ("/ct",))
    program = multiprocessing.get_context("spawn").Process(target=save_and_die, args=(path, case))
    program.start()
    program.join(60)
    with CaseStore(path) as store:
        assert [row.id for row in store.unfinished()] == [case.id]
        assert store.get(case.id).paths == ("/ct",)
