"""One operation an act: done, logged, stored and told, and what is left when something fails in between."""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.audit import IN_STORE
from desktop.case_records import CaseRecords, Recorded
from desktop.cases import Case, Event, new_case
from desktop.cases.store import CaseStore
from desktop.report.signing import with_signature, with_tick
from desktop.work import operations
from inference.dicom import scan as read_headers
from inference.errors import InputError
from inference.outcome import Edit, SignOff, Tick
from inference.results import Patient
from tests.helpers.dicom_files import write_series

SIGNED = SignOff("radiographer", "A. Tester", "2026-03-05T08:10:00+08:00")
TICK = Tick(0, "AT", "2026-03-05T08:05:00+08:00")
EARLIER = Event(happened=False, recorded_at="2026-03-05T18:10:00+08:00")
EVENT = Event(happened=True, recorded_at="2026-03-06T08:10:00+08:00")


class PowerCut(BaseException):
    """The program ends at once: nothing of it gets to clear up."""


@dataclass
class Act:
    """One operation on a stored case: what it logs, and how the store tells that it was done."""

    do: object
    action: str
    done: object
    details: dict = field(default_factory=dict)
    settled: str = "not-stored"


def signed(case):
    return dataclasses.replace(case, outcome=with_signature(case.outcome, SIGNED), state="signed")


def ticked(case):
    return dataclasses.replace(case, outcome=with_tick(case.outcome, TICK))


def move(records, case, scan):
    operations.move_images(records, case, (Path("/moved").absolute(),), scan)


ACTS = {
    "screened": Act(
        lambda records, case, scan: operations.store_screening(records, dataclasses.replace(case, edited=True), {}),
        "screened",
        lambda store, case: store.get(case).edited,
        {"edited": []},
    ),
    "screened with a contour drawn": Act(
        lambda records, case, scan: operations.store_screening(
            records, dataclasses.replace(case, edited=True), {}, [Edit("vein", "A. Tester", "2026-03-05")]
        ),
        "mask-edited",
        lambda store, case: store.get(case).edited,
        {"edited": ["vein"]},
    ),
    "ticked": Act(
        lambda records, case, scan: operations.store_signature(records, ticked(case), case.outcome),
        "ticked",
        lambda store, case: bool(store.get(case).outcome.ticks),
        {"roles": []},
    ),
    "signed": Act(
        lambda records, case, scan: operations.store_signature(records, signed(case), case.outcome),
        "signed",
        lambda store, case: len(store.signed(case)) == 1,
        {"roles": ["radiographer"]},
    ),
    "images moved": Act(move, "images-moved", lambda store, case: store.get(case).paths != ("/was",)),
    "what happened": Act(
        lambda records, case, scan: operations.record_event(records, case.id, EVENT, EARLIER),
        "outcome-entered",
        lambda store, case: store.event(case) == EVENT,
    ),
    "what happened withdrawn": Act(
        lambda records, case, scan: operations.withdraw_event(records, case.id, EARLIER),
        "outcome-withdrawn",
        lambda store, case: store.event(case) is None,
    ),
    "deleted": Act(
        lambda records, case, scan: operations.delete(records, case.id),
        "case-deleted",
        lambda store, case: not [row for row in store.search() if row.id == case],
        settled="",
    ),
}
UNLOGGED = {
    "answers changed": Act(
        lambda records, case, scan: operations.begin(records, dataclasses.replace(case, pack="ich-nag")),
        "",
        lambda store, case: store.get(case).pack == "ich-nag",
    ),
    "put back": Act(
        lambda records, case, scan: operations.put_back(records, dataclasses.replace(case, edited=True), {}),
        "",
        lambda store, case: store.get(case).edited,
    ),
    "closed": Act(
        lambda records, case, scan: operations.close(records, case), "", lambda store, case: store.get(case).closed
    ),
    "dismissed": Act(
        lambda records, case, scan: operations.dismiss(records, case.id), "", lambda store, case: store.get(case).closed
    ),
}


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    """The patient's images."""
    return read_headers([str(write_series(tmp_path_factory.mktemp("study"), 2, PatientID="P1", PatientName="Li^Na"))])


@pytest.fixture
def records(tmp_path):
    with CaseRecords(tmp_path / "cases.sqlite", tmp_path / "audit.jsonl", lambda: "A. Tester") as records:
        records.told = []
        records.observers.append(records.told.append)
        yield records


@pytest.fixture
def case(records, clinical_outcome, scan) -> Case:
    """Stored, with an outcome, and known to these records."""
    whose = Patient(scan.series[0].patient.display_name, "P1")
    outcome = dataclasses.replace(clinical_outcome, patient=whose, series=())
    begun = dataclasses.replace(new_case("cme-literature-prior", ("/was",)), outcome=outcome, state="answered")
    operations.begin(records, begun)
    records.store.record_event(begun.id, EARLIER)
    records.told.clear()
    return records.store.get(begun.id)


def lines(records) -> list[str]:
    return [entry.action for entry in records.audit.entries()]


def opened_again(records) -> CaseRecords:
    return CaseRecords(records.store.path, records.audit.path)


def test_every_action_that_is_logged_with_a_change_of_the_store_is_tried_here():
    assert {act.action for act in ACTS.values()} == (IN_STORE - {"case-opened"}) | {"case-deleted"}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_done_logged_with_the_case_and_told_once(name, records, case, scan):
    act = ACTS[name]
    assert not act.done(records.store, case.id)
    act.do(records, case, scan)
    assert act.done(records.store, case.id)
    assert lines(records) == ["case-opened", act.action]
    entry = records.audit.entries()[-1]
    assert (entry.user, {"case": case.id, **act.details}.items() <= entry.details.items()) == ("A. Tester", True)
    assert records.told == [Recorded(act.action, case.id)]


@pytest.mark.parametrize("name", ACTS)
def test_what_cannot_be_logged_is_not_done_nor_told(name, records, case, scan, monkeypatch):
    def full(log, action, **details):
        raise InputError("audit.unwritable", path="log", reason="disk full")

    with monkeypatch.context() as patch:
        patch.setattr("desktop.audit.AuditLog.append", full)
        with pytest.raises(InputError, match=r"audit\.unwritable"):
            ACTS[name].do(records, case, scan)
    assert not ACTS[name].done(records.store, case.id)
    assert (lines(records), records.told) == (["case-opened"], [])


@pytest.mark.parametrize("name", ACTS)
def test_where_the_power_fails_between_log_and_store_the_next_start_says_which_holds(
    name, records, case, scan, monkeypatch
):
    act, write = ACTS[name], CaseStore._write_log

    def cut_after_the_line(store, log):
        write(store, log)
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(CaseStore, "_write_log", cut_after_the_line)
        with pytest.raises(PowerCut):
            act.do(records, case, scan)
    assert (lines(records), records.told) == (["case-opened", act.action], [])
    assert not act.done(records.store, case.id)
    with opened_again(records) as after:
        after.settle()
        # A deletion was confirmed by somebody and is finished; of anything else the log says that it was not stored.
        assert act.done(after.store, case.id) == (act.action == "case-deleted")
        assert lines(after)[2:] == ([act.settled] if act.settled else [])
        assert after.audit.verify().ok


@pytest.mark.parametrize("name", ACTS | UNLOGGED)
def test_a_fault_of_who_is_told_takes_nothing_back(name, records, case, scan):
    act = {**ACTS, **UNLOGGED}[name]

    def fault(told):
        raise ValueError("a fault of the program")

    records.observers.append(fault)
    if act.action:
        with pytest.raises(ValueError, match="a fault"):
            act.do(records, case, scan)
    else:
        act.do(records, case, scan)
    with opened_again(records) as after:
        assert act.done(after.store, case.id)
        assert lines(after)[1:] == [act.action] * bool(act.action)


@pytest.mark.parametrize("name", UNLOGGED)
def test_what_says_nothing_new_about_a_patient_is_stored_without_a_line(name, records, case, scan):
    UNLOGGED[name].do(records, case, scan)
    assert UNLOGGED[name].done(records.store, case.id)
    assert (lines(records), records.told) == (["case-opened"], [])


def test_what_a_front_end_reads_or_lets_out_is_logged_without_what_names_a_patient(records, case, tmp_path):
    (row,) = operations.list_cases(records, "li")
    found, masks = operations.take_up(records, row.id)
    assert (found.outcome, masks) == (case.outcome, {})
    assert operations.export_outcomes(records, case.pack, tmp_path / "out.csv") == 1
    operations.store_signature(records, signed(found), found.outcome)
    ((outcome, record),) = operations.export_signed(records, case.id)
    assert (outcome.signatures, b"A. Tester" in record) == ((SIGNED,), True)
    operations.log_output(records, "printed", outcome, where=".pdf")
    assert lines(records)[1:] == ["cases-listed", "case-viewed", "exported", "signed", "exported", "printed"]
    assert "Li" not in records.audit.path.read_text(encoding="utf-8")


def test_nothing_is_exported_that_cannot_be_logged(records, case, tmp_path, monkeypatch):
    def full(log, action, **details):
        raise InputError("audit.unwritable", path="log", reason="disk full")

    monkeypatch.setattr("desktop.audit.AuditLog.append", full)
    with pytest.raises(InputError, match=r"audit\.unwritable"):
        operations.export_outcomes(records, case.pack, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_who_compared_the_patient_is_known_until_it_is_withdrawn(records, case):
    operations.withdraw_identity(records, case.id)
    operations.check_identity(records, case.id, TICK)
    assert operations.identity_check(records, case.id).initials == "AT"
    operations.withdraw_identity(records, case.id)
    assert operations.identity_check(records, case.id) is None
    assert lines(records)[1:] == ["identity-checked", "identity-withdrawn"]
