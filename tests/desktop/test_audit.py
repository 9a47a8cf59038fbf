"""The audit log: what is written stays provable, and whatever is done to the file shows."""

import errno
import hashlib
import json
import multiprocessing
import os
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import audit_file
from desktop.account import account_name
from desktop.audit import ACTIONS, FIRST, AuditLog, Verdict, details_of, verify
from desktop.language import LANGUAGES, Language
from desktop.report.document import write_json
from inference.errors import InputError

pytestmark = pytest.mark.slow

LINES = 6
CASES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def log(tmp_path):
    return AuditLog(tmp_path / "记录" / "audit.jsonl", "王护士")


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> tuple[bytes, bytes]:
    """A log of six lines and its seal."""
    log = AuditLog(tmp_path_factory.mktemp("log") / "audit.jsonl", "王护士")
    for n in range(LINES):
        log.append("screened", case=f"{n:032x}")
    return log.path.read_bytes(), audit_file.seal_file(log.path).read_bytes()


@pytest.fixture
def judged(tmp_path_factory, written):
    """What is said of a log with the seal of the six lines."""
    path = tmp_path_factory.mktemp("judged") / "audit.jsonl"

    def judge(data: bytes, seal: bytes | None = written[1]) -> Verdict:
        path.write_bytes(data)
        beside = audit_file.seal_file(path)
        beside.unlink(missing_ok=True)
        if seal is not None:
            beside.write_bytes(seal)
        return verify(path)

    return judge


def lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def test_a_log_that_nobody_has_written_to_is_sound(log):
    assert verify(log.path) == Verdict(True, 0)
    assert log.entries() == []


def test_a_line_says_who_did_what_and_when(log):
    log.append("signed", case="abc", role="radiologist")
    (entry,) = log.entries()
    assert (entry.number, entry.user, entry.action) == (1, "王护士", "signed")
    assert entry.details == {"case": "abc", "role": "radiologist", "account": account_name()}
    assert entry.time[10] == "T"
    assert entry.time[-6] in "+-"


def test_each_line_holds_the_hash_of_the_line_before(log):
    log.append("screened")
    log.append("printed")
    first, second = lines(log.path.read_bytes())
    assert json.loads(first)["previous"] == FIRST
    assert json.loads(second)["previous"] == hashlib.sha256(first).hexdigest()
    assert verify(log.path) == Verdict(True, 2, last=hashlib.sha256(second).hexdigest())


def test_what_was_written_in_one_run_goes_on_in_the_next(log):
    log.append("screened")
    AuditLog(log.path).append("printed")
    assert [entry.number for entry in log.entries()] == [1, 2]
    assert verify(log.path).ok


def test_without_a_name_it_is_who_is_logged_in(log, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "radiology-3")
    assert AuditLog(log.path).append("screened").user == "radiology-3"


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no user"), ImportError("pwd")])
def test_a_computer_without_user_names_is_no_reason_not_to_log(log, monkeypatch, error):
    def nobody():
        raise error

    monkeypatch.setattr("getpass.getuser", nobody)
    assert AuditLog(log.path).append("screened").user == "?"


def test_a_user_whose_name_is_no_text_is_logged(log, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "m\udcfcller")
    assert AuditLog(log.path).append("screened").user == "m?ller"
    assert verify(log.path).ok


def test_an_action_that_is_not_on_the_list_is_a_fault_of_the_program(log):
    with pytest.raises(ValueError, match="peeked"):
        log.append("peeked")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_every_reason_has_a_word(language):
    reasons = ("changed", "removed", "inserted", "unreadable", "unsealed", "rolled-back", "missing")
    wanted = {*(f"audit.action.{name}" for name in ACTIONS), *(f"audit.reason.{name}" for name in reasons)}
    assert not {name for name in wanted if not Language(language).known(name)}


def test_details_of_an_outcome_name_no_patient(clinical_outcome):
    details = json.dumps(details_of(clinical_outcome), ensure_ascii=False)
    for word in ("张伟", "Zhang", "P000123", "19620403"):
        assert word not in details


def test_details_of_an_outcome_lead_to_its_record(clinical_outcome, tmp_path):
    write_json(clinical_outcome, tmp_path / "report.json")
    digest = hashlib.sha256((tmp_path / "report.json").read_bytes()).hexdigest()
    details = details_of(clinical_outcome)
    assert (details["outcome_sha256"], details["pack_sha256"]) == (digest, clinical_outcome.pack.digest)
    assert details["tier"] == clinical_outcome.risk.estimate.tier.id


def test_details_of_a_refusal_have_no_tier(refused_outcome):
    assert (details_of(refused_outcome)["kind"], details_of(refused_outcome)["tier"]) == ("refusal", None)


# What somebody may do to the file --------------------------------------------------------------------------------


def test_the_log_itself_is_sound(judged, written):
    assert judged(written[0]).ok


@CASES
@given(st.data())
def test_any_other_content_is_found(judged, written, data):
    """Bytes changed, taken out or put in, anywhere."""
    log = written[0]
    start = data.draw(st.integers(0, len(log)))
    stop = data.draw(st.integers(start, min(len(log), start + 300)))
    other = log[:start] + data.draw(st.binary(max_size=8)) + log[stop:]
    assert judged(other).ok == (other == log)


@CASES
@given(st.data())
def test_a_changed_line_is_named(judged, written, data):
    kept = lines(written[0])
    number = data.draw(st.integers(1, LINES))
    entry = json.loads(kept[number - 1])
    field = data.draw(st.sampled_from(sorted(entry)))
    entry[field] = {"number": 99, "details": {"case": "other"}}.get(field, "other")
    kept[number - 1] = json.dumps(entry).encode() + b"\n"
    found = judged(b"".join(kept))
    assert (found.first_bad_line, found.reason_code) == (number, "changed")


@CASES
@given(st.integers(1, LINES), st.integers(1, LINES))
def test_removed_lines_are_missed_where_they_were(judged, written, first, count):
    kept = lines(written[0])
    del kept[first - 1 : first - 1 + count]
    found = judged(b"".join(kept))
    assert (found.ok, found.first_bad_line, found.reason_code) == (False, first, "removed")


@CASES
@given(st.integers(1, LINES + 1))
def test_an_inserted_line_is_found_even_if_it_follows_the_one_before_it(judged, written, number):
    kept = lines(written[0])
    previous = hashlib.sha256(kept[number - 2]).hexdigest() if number > 1 else FIRST
    forged = {**json.loads(kept[0]), "number": number, "user": "nobody", "previous": previous}
    kept.insert(number - 1, json.dumps(forged).encode() + b"\n")
    found = judged(b"".join(kept))
    assert (found.ok, found.first_bad_line, found.reason_code) == (False, number, "inserted")


@CASES
@given(st.integers(1, LINES - 1))
def test_a_line_that_stands_twice_is_found(judged, written, number):
    kept = lines(written[0])
    found = judged(b"".join([*kept[:number], kept[number - 1], *kept[number:]]))
    assert (found.ok, found.first_bad_line in (number, number + 1)) == (False, True)


@CASES
@given(st.permutations(range(LINES)))
def test_lines_in_another_order_are_found(judged, written, order):
    kept = lines(written[0])
    assert judged(b"".join(kept[n] for n in order)).ok == (list(order) == list(range(LINES)))


@CASES
@given(st.data())
def test_a_log_cut_off_anywhere_is_found(judged, written, data):
    cut = data.draw(st.integers(0, len(written[0]) - 1))
    found = judged(written[0][:cut])
    assert not found.ok
    assert found.first_bad_line == written[0][:cut].count(b"\n") + 1


@pytest.mark.parametrize("number", [1, 3, LINES])
def test_a_line_without_its_end_is_found(judged, written, number):
    kept = b"".join(lines(written[0])[:number])[:-1]
    found = judged(kept)
    assert (found.first_bad_line, found.reason_code) == (number, "unreadable")


def test_windows_line_ends_are_found(judged, written):
    assert judged(written[0].replace(b"\n", b"\r\n")).reason_code == "changed"


def test_a_log_whose_seal_is_gone_is_not_vouched_for(judged, written):
    found = judged(written[0], seal=None)
    assert (found.ok, found.first_bad_line, found.reason_code) == (False, None, "unsealed")


@pytest.mark.parametrize("seal", [b"", b"{", b"[]", b"\xff", b'{"count": "6"}', b'{"count": 6, "more": 1}'])
def test_a_damaged_seal_is_none(judged, written, seal):
    assert judged(written[0], seal).reason_code == "unsealed"


def test_a_deleted_log_is_found_by_its_seal(judged, written):
    assert judged(b"").reason_code == "removed"


@pytest.mark.parametrize(("change", "line"), [(lambda kept: kept[:-2], 5), (lambda kept: kept[1:], 1)])
def test_removed_lines_stay_missed_when_the_log_goes_on(log, written, change, line):
    log.path.parent.mkdir()
    log.path.write_bytes(b"".join(change(lines(written[0]))))
    audit_file.seal_file(log.path).write_bytes(written[1])
    log.append("printed")
    log.append("signed")
    found = verify(log.path)
    assert (found.first_bad_line, found.reason_code) == (line, "removed")


def test_a_fragment_at_the_end_does_not_swallow_the_next_line(log):
    log.append("screened")
    with log.path.open("ab") as file:
        file.write(b'{"number": 2')
    log.append("printed")
    assert [entry.action for entry in log.entries()] == ["screened", "printed"]
    assert verify(log.path).first_bad_line == 2


def test_a_log_that_went_on_without_its_seal_says_so_for_ever(log, written):
    log.path.parent.mkdir()
    log.path.write_bytes(written[0])
    log.append("printed")
    log.append("signed")
    found = verify(log.path)
    assert (found.first_bad_line, found.reason_code) == (LINES + 1, "unsealed")


def test_lines_that_can_be_read_are_shown_though_others_cannot(log, written):
    log.path.parent.mkdir()
    kept = lines(written[0])
    log.path.write_bytes(b"".join([kept[0], b"\xff\xfe\n", b"[]\n", b'{"number": 3}\n', kept[3]]))
    assert [entry.number for entry in log.entries()] == [1, 4]


# Power cuts, full disks, several programs ------------------------------------------------------------------------


@CASES
@given(share=st.floats(0, 1))
def test_a_line_that_was_being_written_at_a_power_cut_is_there_whole_or_not_at_all(tmp_path_factory, share):
    log = AuditLog(tmp_path_factory.mktemp("cut") / "audit.jsonl", "a")
    log.append("screened")
    before, seal = log.path.read_bytes(), audit_file.read_seal(log.path)
    log.append("printed")
    line = log.path.read_bytes()[len(before) :]
    written = round(share * len(line))
    log.path.write_bytes(before + line[:written])
    pending = f"{hashlib.sha256(line).hexdigest()} {len(line)}"
    audit_file.write_seal(log.path, audit_file.Seal(1, seal.last, pending, len(before)))
    whole = ["printed"] if written == len(line) else []
    assert (verify(log.path).ok, verify(log.path).count) == (True, 1 + len(whole))
    log.append("signed")
    assert [entry.action for entry in log.entries()] == ["screened", *whole, "signed"]
    assert verify(log.path) == Verdict(True, 2 + len(whole), last=verify(log.path).last)


@pytest.mark.parametrize("place", ["seal", "log", "both"])
def test_a_line_that_somebody_puts_in_place_of_a_pending_one_is_not_taken_for_it(log, place):
    log.append("screened")
    size, seal = log.path.stat().st_size, audit_file.read_seal(log.path)
    genuine = audit_file.line_of(audit_file.Entry(2, "", "a", "printed", {}, seal.last))
    forged = audit_file.line_of(audit_file.Entry(2, "", "nobody", "signed", {}, seal.last))
    pending = forged if place == "seal" else f"{audit_file.sha256(genuine.encode())} {len(genuine)}"
    audit_file.write_seal(log.path, audit_file.Seal(1, seal.last, pending, size))
    if place != "seal":
        with log.path.open("ab") as file:
            file.write((forged if place == "log" else genuine + forged).encode())
    log.append("printed")
    assert "nobody" not in [entry.user for entry in log.entries()] or not verify(log.path).ok


@pytest.mark.parametrize("failing", [1, 3, 4], ids=["seal", "line", "seal again"])
def test_on_a_full_disk_nothing_is_added_and_the_log_stays_sound(log, monkeypatch, failing):
    log.append("screened")
    before = log.path.read_bytes()
    real, calls = os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) == failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError) as caught:
        log.append("printed")
    assert caught.value.code in ("audit.unwritable", "file.unwritable")
    assert log.path.read_bytes() == before
    assert verify(log.path).ok
    log.append("signed")
    assert [entry.action for entry in log.entries()] == ["screened", "signed"]


def test_a_log_in_a_place_that_cannot_be_one_is_refused_with_its_name(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        AuditLog(tmp_path / "file" / "audit.jsonl").append("screened")
    assert str(tmp_path / "file") in caught.value.parameters["path"]


def test_a_log_that_is_a_folder_is_refused_with_the_reason(tmp_path):
    (tmp_path / "audit.jsonl").mkdir()
    with pytest.raises(InputError) as caught:
        AuditLog(tmp_path / "audit.jsonl").append("screened")
    assert caught.value.parameters["reason"] == "file.is-folder"


def append_many(path: Path, name: str, count: int) -> None:
    log = AuditLog(path, name)
    for _ in range(count):
        log.append("screened")


def test_threads_do_not_break_the_chain(log):
    threads = [threading.Thread(target=append_many, args=(log.path, str(n), 10)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (verify(log.path).ok, len(log.entries())) == (True, 40)


def test_two_programs_do_not_break_the_chain(log):
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=append_many, args=(log.path, str(n), 25)) for n in range(2)]
    for program in programs:
        program.start()
    # Until they have loaded their libraries there is nothing to read between two lines.
    while not log.path.exists() and any(program.is_alive() for program in programs):
        time.sleep(0.01)
    while any(program.is_alive() for program in programs):
        assert verify(log.path).ok
    assert [program.exitcode for program in programs] == [0, 0]
    assert len(log.entries()) == 50


def test_a_pipe_in_the_place_of_the_log_or_its_seal_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "log")
    os.mkfifo(tmp_path / "other.seal")
    (tmp_path / "other").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        verify(tmp_path / "log")
    assert (caught.value.code, caught.value.parameters["reason"]) == ("file.unreadable", "file.special")
    assert verify(tmp_path / "other").count == 0
