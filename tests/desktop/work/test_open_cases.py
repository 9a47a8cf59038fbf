"""Open cases without a window: opening, queueing, answering, stopping, storing, recovering."""

import shutil

import pytest

from desktop.work.watched_folder import Arrival
from inference.answers import AnswerSheet
from inference.site import SiteProfile
from tests.helpers.dicom_files import write_series

pytestmark = pytest.mark.slow

WITHOUT_IMAGES = "ich-nag"


@pytest.fixture
def form_cases(open_cases):
    """Begins cases with a pack that needs no image."""
    open_cases.installation.change_settings(default_pack=WITHOUT_IMAGES)
    return open_cases


@pytest.fixture
def study(tmp_path):
    write_series(tmp_path / "study")
    return tmp_path / "study"


def settled(work):
    """The case when the worker has done all that it was asked."""
    work.executor.run()
    return work


def opened_form(open_cases):
    open_cases.open_form()
    return settled(open_cases.work)


def a_number(work, share):
    """A sheet that answers the pack's first number, so far up its range."""
    predictor = next(p for p in work.manifest.predictors if p.kind == "number")
    low, high = predictor.range
    return AnswerSheet(answers={predictor.id: round(low + share * (high - low))})


def actions(installation):
    return [entry.action for entry in installation.audit.entries()]


def test_a_form_alone_gives_an_outcome_that_is_stored_and_logged(form_cases):
    work = opened_form(form_cases)
    assert work.outcome.pack.manifest.id == WITHOUT_IMAGES
    assert form_cases.installation.store.get(work.id).outcome == work.outcome
    assert actions(form_cases.installation) == ["case-opened", "screened"]
    assert not form_cases.errors


def test_an_answer_is_screened_again(form_cases):
    work = opened_form(form_cases)
    predictor = work.manifest.predictors[0]
    value = predictor.range[0] if predictor.kind == "number" else predictor.values[0]
    work.answer(AnswerSheet(answers={predictor.id: value}))
    settled(work)
    given = {answer.predictor: answer for answer in work.outcome.answers}
    assert given[predictor.id].origin == "entered"


def test_of_answers_in_quick_succession_the_last_one_counts(form_cases):
    work = opened_form(form_cases)
    predictor = next(p for p in work.manifest.predictors if p.kind == "number")
    low, high = predictor.range
    for share in (0.1, 0.5, 0.9):
        work.answer(AnswerSheet(answers={predictor.id: round(low + share * (high - low))}))
    settled(work)
    given = {answer.predictor: answer.value for answer in work.outcome.answers}
    assert given[predictor.id] == round(low + 0.9 * (high - low))


def test_a_series_is_read_for_viewing_and_screened_by_itself(open_cases, study):
    work = open_cases.open_paths((study,))
    settled(work)
    assert work.volume is not None
    assert work.shown.key == work.scan.series[0].key
    assert work.outcome.kind == "refusal"


def test_several_patients_wait_for_a_choice_and_the_chosen_one_is_screened(open_cases, tmp_path):
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), PatientID=f"P{n}", PatientName=f"Name{n}")
    work = open_cases.open_paths((tmp_path / "both",))
    settled(work)
    assert (work.state, len(work.patients), work.outcome) == ("choosing", 2, None)
    open_cases.take_patient(work.patients[1])
    settled(work)
    assert work.outcome.patient.id == "P2"


def test_a_folder_without_images_fails_and_names_the_folder(open_cases, tmp_path):
    (tmp_path / "empty").mkdir()
    work = open_cases.open_paths((tmp_path / "empty",))
    settled(work)
    assert work.state == "failed"
    assert str(tmp_path / "empty") in open_cases.installation.language.error(work.error)


def test_a_second_study_waits_in_the_list_and_is_screened_after_the_first(open_cases, study):
    first, second = open_cases.open_paths((study,)), open_cases.open_paths((study,))
    assert open_cases.work is first
    settled(second)
    assert first.outcome is not None
    assert second.outcome is not None


def test_taking_another_case_in_hand_lets_the_images_go_and_reads_them_again_on_return(open_cases, study):
    first, second = open_cases.open_paths((study,)), open_cases.open_paths((study,))
    settled(second)
    settled(first)
    open_cases.take_in_hand(second)
    assert first.volume is None
    settled(second)
    open_cases.take_in_hand(first)
    settled(first)
    assert first.volume is not None


def test_an_open_case_is_offered_after_a_crash_and_a_closed_one_is_not(form_cases):
    work = opened_form(form_cases)
    assert [row.id for row in form_cases.installation.store.unfinished()] == [work.id]
    form_cases.close_case(work)
    assert form_cases.installation.store.unfinished() == []
    assert form_cases.work is None


def test_a_case_that_is_deleted_while_it_is_open_is_closed_and_stays_deleted(form_cases):
    work = opened_form(form_cases)
    form_cases.installation.store.delete(work.id)
    form_cases.forget(work.id)
    assert (form_cases.works, form_cases.installation.store.search()) == ([], [])


def test_a_stored_case_is_taken_up_as_it_was(form_cases):
    work = opened_form(form_cases)
    outcome = work.outcome
    form_cases.close_case(work)
    form_cases.reopen(work.id)
    again = form_cases.work
    assert (again.id, again.outcome, again.state) == (work.id, outcome, "ready")


def test_a_stored_case_with_images_waits_to_be_told_to_read_them(open_cases, study):
    work = settled(open_cases.open_paths((study,)))
    open_cases.close_case(work)
    open_cases.reopen(work.id)
    assert (open_cases.work.volume, open_cases.work.can_screen) == (None, False)
    open_cases.work.read_images_again()
    settled(open_cases.work)
    assert open_cases.work.volume is not None


def test_reopening_what_is_open_takes_it_in_hand(form_cases):
    first = opened_form(form_cases)
    opened_form(form_cases)
    form_cases.reopen(first.id)
    assert form_cases.work is first
    assert len(form_cases.works) == 2


def test_another_pack_is_asked_only_what_it_knows_and_the_answers_of_the_first_come_back_with_it(open_cases):
    open_cases.installation.change_settings(default_pack="cme-literature-prior")
    work = opened_form(open_cases)
    work.answer(AnswerSheet(answers={"age": 70}))
    settled(work)
    open_cases.use_pack("ich-brain")
    settled(work)
    assert work.outcome.pack.manifest.id == "ich-brain"
    open_cases.use_pack("cme-literature-prior")
    settled(work)
    assert {a.predictor: a.value for a in work.outcome.answers}["age"] == 70


def test_an_outcome_is_not_current_from_the_moment_something_else_is_asked(form_cases):
    work = opened_form(form_cases)
    assert work.current
    work.answer(a_number(work, 0.3))
    assert not work.current
    settled(work)
    assert work.current


def test_a_site_profile_that_changes_during_a_run_is_used(form_cases):
    form_cases.open_form()
    form_cases.installation.change_site(SiteProfile(name="Elsewhere"))
    form_cases.use_site()
    settled(form_cases.work)
    assert form_cases.work.outcome.site.name == "Elsewhere"


def test_images_of_another_patient_are_not_read_into_a_stored_case(open_cases, study):
    work = settled(open_cases.open_paths((study,)))
    patient = work.outcome.patient.id
    open_cases.close_case(work)
    shutil.rmtree(study)
    write_series(study, PatientID="ANOTHER", PatientName="Other")
    open_cases.reopen(work.id)
    open_cases.work.read_images_again()
    settled(open_cases.work)
    assert (open_cases.work.state, open_cases.work.images_error.code, open_cases.work.volume) == (
        "ready",
        "ui.other-images",
        None,
    )
    assert open_cases.installation.store.get(work.id).outcome.patient.id == patient


def test_an_answer_while_headers_are_read_does_not_skip_the_choice_of_the_patient(open_cases, tmp_path):
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), PatientID=f"P{n}", PatientName=f"Name{n}")
    work = open_cases.open_paths((tmp_path / "both",))
    work.answer(AnswerSheet(answers={"age": 50}))
    settled(work)
    assert (work.state, work.outcome) == ("choosing", None)
    work.answer(AnswerSheet(answers={"age": 60}))
    assert work.state == "choosing"


def test_of_several_series_wanted_in_quick_succession_the_last_is_seen(open_cases, tmp_path):
    for n in (1, 2, 3):
        write_series(tmp_path / "all" / str(n), series=str(n), SeriesNumber=n)
    work = settled(open_cases.open_paths((tmp_path / "all",)))
    role = work.manifest.images[0].id
    keys = [series.key for series in work.scan.series]
    for key in (keys[1], keys[2], keys[1], keys[0]):
        open_cases.choose_series(role, key)
    settled(work)
    assert work.shown.key == keys[0]
    assert work.outcome.series[0].series_uid == next(s.uid for s in work.scan.series if s.key == keys[0])


def test_images_come_when_one_returns_to_a_case_that_was_left_while_it_ran(open_cases, study):
    first = open_cases.open_paths((study,))
    second = open_cases.open_paths((study,))
    open_cases.take_in_hand(second)
    open_cases.take_in_hand(first)
    settled(second)
    settled(first)
    assert first.volume is not None
    assert second.volume is None


def test_a_case_that_was_closed_while_it_ran_is_not_offered_as_crashed(open_cases, study):
    work = open_cases.open_paths((study,))
    work.executor.run_one()
    assert work.scan is not None
    open_cases.close_case(work)
    work.executor.run()
    assert not work.busy
    assert open_cases.installation.store.unfinished() == []


def test_a_study_that_is_stopped_is_found_by_its_patients_name(open_cases, study):
    work = open_cases.open_paths((study,))
    work.executor.run_one()
    assert work.state == "working"
    header = work.header()
    work.stop()
    settled(work)
    assert open_cases.installation.store.search(header.patient.id)


def test_an_incoming_study_does_not_take_the_place_of_what_one_looks_at(form_cases, tmp_path):
    work = opened_form(form_cases)
    form_cases.open_paths((tmp_path,), in_hand=False)
    assert form_cases.work is work
    assert len(form_cases.works) == 2


def test_what_comes_of_a_study_later_is_read_too_and_no_answer_stands_meanwhile(form_cases, tmp_path):
    folder, came = write_series(tmp_path / "new", 4), form_cases.take_arrival
    came(Arrival("ready", ("1", "2"), (folder,), 4))
    (work,) = form_cases.works
    settled(work)
    assert work.paths == (folder,)
    assert work.current
    came(Arrival("growing", ("1", "2")))
    assert (work.current, work.state, work.arriving) == (False, "scanning", True)
    assert [error.code for error in form_cases.errors] == ["incoming.more"]
    write_series(folder, 12)
    came(Arrival("changed", ("1", "2"), (folder,), 12))
    settled(work)
    assert work.current
    assert not work.arriving
    assert sum(len(series.slices) for series in work.scan.series) == 12
    assert form_cases.works == [work]


def test_what_comes_of_a_study_that_was_closed_is_opened_again(form_cases, tmp_path):
    folder, came = write_series(tmp_path / "new"), form_cases.take_arrival
    came(Arrival("ready", ("1", "2"), (folder,), 6))
    form_cases.close_case(form_cases.works[0])
    came(Arrival("growing", ("1", "2")))
    assert form_cases.works == []
    came(Arrival("changed", ("1", "2"), (folder,), 7))
    assert len(form_cases.works) == 1


def test_a_store_that_cannot_be_written_is_told_and_the_outcome_is_still_there(form_cases):
    form_cases.installation.places.data.mkdir(parents=True, exist_ok=True)
    form_cases.installation.places.cases.mkdir()
    work = opened_form(form_cases)
    assert work.outcome is not None
    assert form_cases.errors


def test_several_examinations_wait_for_a_choice_and_the_chosen_one_is_screened(open_cases, tmp_path):
    for n, day in ((1, "20191128"), (2, "20251128")):
        write_series(tmp_path / "disc" / str(n), 14, series=str(n), StudyDate=day, StudyInstanceUID=f"1.2.{n}")
    work = open_cases.open_paths((tmp_path / "disc",))
    settled(work)
    assert (work.state, work.undecided, work.outcome) == ("choosing", "examination", None)
    open_cases.take_examination("1.2.1")
    settled(work)
    assert [used.study_uid for used in work.outcome.series] == ["1.2.1"]
    assert work.undecided == ""


def test_stopping_ends_in_a_state_from_which_one_can_try_again(open_cases, study):
    work = open_cases.open_paths((study,))
    work.stop()
    assert (work.state, work.outcome, work.busy) == ("stopped", None, False)
    work.retry()
    settled(work)
    assert work.outcome is not None
    assert actions(open_cases.installation).count("cancelled") == 1
