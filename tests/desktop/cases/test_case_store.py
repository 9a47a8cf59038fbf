"""The case store: what was put in comes out, and what was deleted is gone."""

import os
from dataclasses import replace

import pytest

from desktop.cases import CaseStore, Event, new_case
from desktop.language import Language
from desktop.report.build import build_content
from inference.errors import InputError
from inference.outcome import SignOff
from inference.results import Patient
from tests.helpers.packs import sheet

EVENT = Event(
    True, 35.5, "碘海醇 350", "右手背", "moderate", "第二天复查", "肿胀", "李护士", "2026-03-01T10:00:00+08:00"
)


def test_a_new_case_is_open_and_empty(store):
    case = new_case("ich-nag", ("/ct",))
    store.save(case)
    found = store.get(case.id)
    assert (found.state, found.closed, found.outcome, found.paths) == ("open", False, None, ("/ct",))
    assert len(found.id) == 32


def test_a_case_comes_out_as_it_was_put_in(store, answered):
    saved = store.save(answered)
    assert store.get(answered.id) == saved
    assert replace(saved, changed=answered.changed, revision=0) == answered


def test_a_case_outlives_the_program(path, answered):
    with CaseStore(path) as store:
        saved = store.save(answered)
    with CaseStore(path) as store:
        assert store.get(answered.id) == saved


def test_its_report_can_be_printed_without_the_images(store, answered):
    store.save(answered)
    outcome = store.get(answered.id).outcome
    assert build_content(outcome, Language("zh")) == build_content(answered.outcome, Language("zh"))


def test_saving_again_replaces_the_case_and_says_when(store, answered):
    first = store.save(answered)
    store.save(replace(first, state="signed", outcome=None))
    found = store.get(answered.id)
    assert (found.state, found.outcome) == ("signed", None)
    assert (found.created, found.changed >= first.changed) == (answered.created, True)
    assert len(store.search()) == 1


def test_a_case_that_is_saved_again_keeps_its_masks_and_what_happened(store, answered, segmentation):
    saved = store.save(answered)
    store.record_event(answered.id, EVENT)
    store.save_masks(answered.id, {"vessels": segmentation})
    store.save(saved)
    assert (store.event(answered.id), list(store.masks(answered.id))) == (EVENT, ["vessels"])


def test_a_state_that_there_is_not_is_a_fault_of_the_program(store, answered):
    with pytest.raises(ValueError, match="lost"):
        store.save(replace(answered, state="lost"))
    assert store.search() == []


@pytest.mark.parametrize("action", ["get", "delete", "resolve"])
def test_a_case_that_there_is_not_is_named(store, action):
    with pytest.raises(InputError) as caught:
        getattr(store, action)("0" * 32)
    assert (caught.value.code, caught.value.parameters["case"]) == ("cases.unknown", "0" * 32)


def test_nothing_is_stored_about_a_case_that_there_is_not(store, segmentation):
    with pytest.raises(InputError):
        store.record_event("0" * 32, EVENT)
    with pytest.raises(InputError):
        store.save_masks("0" * 32, {"vessels": segmentation})
    assert (store.event("0" * 32), store.masks("0" * 32)) == (None, {})


def test_the_line_of_an_answered_case_says_who_and_how_high(store, answered):
    store.save(answered)
    (row,) = store.search()
    risk = answered.outcome.risk
    tier = next(tier for tier in answered.outcome.pack.manifest.tiers if tier.id == risk.estimate.tier.id)
    assert (row.patient_name, row.patient_id, row.accession, row.study_date) == (
        "张伟 (Zhang Wei)",
        "P000123",
        "A-778",
        "20260131",
    )
    assert (row.tier, row.tier_title, row.tier_colour, row.tier_shape) == (tier.id, tier.title, tier.colour, tier.shape)
    assert (row.probability, row.edited, row.has_event, row.state) == (risk.estimate.chance, True, False, "answered")


def test_the_line_of_an_open_case_has_the_name_that_was_typed_in(store):
    store.save(replace(new_case("ich-nag"), sheet=sheet(patient={"name": "李雷", "id": "7"})))
    (row,) = store.search()
    assert (row.patient_name, row.patient_id) == ("李雷", "7")
    assert (row.tier, row.tier_title, row.probability) == (None, None, None)


def test_the_line_of_a_case_has_the_name_as_people_read_it(store):
    store.save(replace(new_case("ich-nag"), sheet=sheet(patient={"name": "Li^Lei=李^雷", "id": "7"})))
    (row,) = store.search()
    assert row.patient_name == "李雷 (Li Lei)"
    assert [found.id for found in store.search("Li Lei")] == [row.id]


def test_cases_that_were_open_when_the_program_ended_are_found(store, answered):
    crashed = new_case("ich-nag")
    store.save(crashed)
    store.save(answered)
    assert [row.id for row in store.unfinished()] == [crashed.id]


def test_the_first_digits_tell_cases_apart(store):
    for case_id in ("ab1" + "0" * 29, "ab2" + "0" * 29):
        store.save(replace(new_case("ich-nag"), id=case_id))
    assert store.resolve(" AB2") == "ab2" + "0" * 29
    with pytest.raises(InputError) as caught:
        store.resolve("ab")
    assert caught.value.code == "cases.ambiguous"


@pytest.mark.parametrize("given", ["", " ", "%", "b"])
def test_what_no_case_begins_with_is_refused(store, given):
    store.save(replace(new_case("ich-nag"), id="a" * 32))
    with pytest.raises(InputError) as caught:
        store.resolve(given)
    assert caught.value.code == "cases.unknown"


# Several windows and programs -----------------------------------------------------------------------------------


def refusal(action, *arguments, **named) -> str:
    with pytest.raises(InputError) as caught:
        action(*arguments, **named)
    return caught.value.code


def test_nobody_writes_over_what_another_has_stored(store, path, answered):
    saved = store.save(answered)
    with CaseStore(path) as other:
        seen = other.get(answered.id)
        first = other.save(replace(seen, sheet=sheet({"age": 64})))
        assert refusal(store.save, replace(saved, sheet=sheet({"age": 65}))) == "cases.conflict"
        assert other.get(answered.id) == first
        other.delete(answered.id)
    assert refusal(store.save, saved) == "cases.gone"
    assert store.search() == []


def test_two_new_cases_cannot_have_one_id(store, answered):
    store.save(answered)
    assert refusal(store.save, answered) == "cases.conflict"


def test_what_happened_is_not_recorded_over_what_another_recorded(store, answered):
    store.save(answered)
    store.record_event(answered.id, EVENT, before=None)
    assert refusal(store.record_event, answered.id, Event(False), before=None) == "cases.conflict"
    assert store.event(answered.id) == EVENT
    store.record_event(answered.id, Event(False), before=EVENT)


def test_masks_and_what_happened_do_not_keep_the_window_from_storing_the_case(store, answered, segmentation):
    saved = store.save(answered)
    store.save_masks(answered.id, {"vessels": segmentation})
    store.record_event(answered.id, EVENT)
    store.save(saved)


def test_case_masks_and_log_are_stored_together_or_not_at_all(store, answered, segmentation):
    def unwritable():
        raise InputError("audit.unwritable", path="audit.jsonl", reason="file.disk-full")

    saved = store.save(answered)
    changed = replace(saved, sheet=sheet({"age": 65}))
    assert refusal(store.save, changed, {"vessels": segmentation}, log=unwritable) == "audit.unwritable"
    assert refusal(store.delete, answered.id, log=unwritable) == "audit.unwritable"
    assert refusal(store.record_event, answered.id, EVENT, log=unwritable) == "audit.unwritable"
    assert (store.get(answered.id), store.masks(answered.id), store.event(answered.id)) == (saved, {}, None)


def test_nothing_is_logged_for_what_is_not_stored(store, answered):
    logged = []
    store.save(answered)
    assert refusal(store.save, answered, log=lambda: logged.append(1)) == "cases.conflict"
    assert refusal(store.delete, "0" * 32, log=lambda: logged.append(1)) == "cases.unknown"
    assert logged == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let it be moved")
@pytest.mark.parametrize("change", ["moved", "deleted", "replaced"])
def test_a_store_whose_folder_is_moved_while_it_is_open_does_not_say_done(store, path, answered, change):
    saved = store.save(answered)
    if change == "moved":
        path.parent.rename(path.parent.with_name("elsewhere"))
    else:
        path.unlink()
    if change == "replaced":
        path.touch()
    for action in (lambda: store.save(saved), lambda: store.delete(saved.id)):
        assert refusal(action) == "cases.moved"


# What happened afterwards ----------------------------------------------------------------------------------------


def test_what_happened_comes_out_as_it_was_recorded(store, answered):
    store.save(answered)
    assert store.event(answered.id) is None
    store.record_event(answered.id, EVENT)
    assert store.event(answered.id) == EVENT
    assert store.search()[0].has_event


@pytest.mark.parametrize("happened", [True, False, None])
def test_yes_no_and_unknown_are_three(store, answered, happened):
    store.save(answered)
    store.record_event(answered.id, Event(happened))
    assert store.event(answered.id).happened is happened


def test_what_happened_is_corrected_by_recording_it_again(store, answered):
    store.save(answered)
    store.record_event(answered.id, EVENT)
    store.record_event(answered.id, replace(EVENT, happened=False, volume_ml=None))
    assert store.event(answered.id) == replace(EVENT, happened=False, volume_ml=None)


def test_what_was_recorded_without_a_time_gets_the_present_one(store, answered):
    store.save(answered)
    assert store.record_event(answered.id, Event(True)).recorded_at[:2] == "20"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"volume_ml": -1.0}, "event.volume"),
        ({"volume_ml": float("nan")}, "event.volume"),
        ({"volume_ml": float("inf")}, "event.volume"),
        ({"severity": "bad"}, "event.severity"),
    ],
)
def test_what_cannot_have_happened_is_refused(values, code):
    with pytest.raises(InputError) as caught:
        Event(True, **values)
    assert caught.value.code == code


# Deleting --------------------------------------------------------------------------------------------------------


def test_a_deleted_case_is_gone_with_all_that_belongs_to_it(store, answered, segmentation):
    store.save(answered)
    store.record_event(answered.id, EVENT)
    store.save_masks(answered.id, {"vessels": segmentation})
    store.delete(answered.id)
    assert store.search() == []
    assert (store.event(answered.id), store.masks(answered.id), store.predictions("cme-literature-prior")) == (
        None,
        {},
        [],
    )


def test_nothing_of_a_deleted_patient_stays_in_the_files(store, path, answered):
    store.save(replace(answered, outcome=replace(answered.outcome, patient=Patient("Nemo Nusquam", "X-99"))))
    store.delete(answered.id)
    for file in path.parent.iterdir():
        assert b"Nusquam" not in file.read_bytes()


def test_a_deleted_name_leaves_the_journal_when_whoever_reads_has_finished(store, path, answered):
    named = replace(answered.outcome, patient=Patient("Nemo Nusquam", "X-99"))
    store.save(replace(answered, outcome=named))
    with CaseStore(path) as other:
        other._connection.execute("BEGIN")
        other._connection.execute("SELECT count(*) FROM cases").fetchone()
        store.delete(answered.id)
        other._connection.execute("COMMIT")
        store.save(new_case("ich-nag"))
        for file in path.parent.iterdir():
            assert b"Nusquam" not in file.read_bytes()


def test_other_cases_stay_when_one_is_deleted(store, answered):
    other = store.save(new_case("ich-nag"))
    store.save(answered)
    store.delete(answered.id)
    assert [row.id for row in store.search()] == [other.id]


def test_what_was_signed_stays_whatever_is_asked_afterwards(store, answered):
    signature = SignOff("radiologist", "A. Reader", "2026-03-01T10:00:00+08:00")
    signed = replace(answered.outcome, signatures=(signature,))
    saved = store.save(replace(answered, outcome=signed, state="signed"))
    store.save(replace(saved, outcome=replace(answered.outcome, version=2)))
    assert store.get(answered.id).outcome.signatures == ()
    assert store.signed(answered.id) == [signed]
    assert store.search()[0].signed_version == signed.version


def test_a_case_that_was_never_signed_has_no_signed_report(store, answered):
    store.save(answered)
    assert store.signed(answered.id) == []
