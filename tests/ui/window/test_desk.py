"""Open cases without a window: opening, queueing, answering, stopping, storing, recovering."""

import os
import shutil
import signal

import pytest

from desktop.work.watched_folder import Arrival
from inference.answers import AnswerSheet
from inference.site import SiteProfile
from tests.helpers.dicom_files import write_series
from ui.window.desk import Desk

WAIT_MS = 60_000
WITHOUT_IMAGES = "ich-nag"


@pytest.fixture
def desk(office, qapp):
    desk = Desk(office)
    desk.errors = []
    desk.trouble.connect(desk.errors.append)
    yield desk
    desk.close()


@pytest.fixture
def form_desk(desk):
    """Begins cases with a pack that needs no image."""
    desk.office.change_settings(default_pack=WITHOUT_IMAGES)
    return desk


@pytest.fixture
def study(tmp_path):
    write_series(tmp_path / "study")
    return tmp_path / "study"


def settled(qtbot, work):
    qtbot.waitUntil(lambda: not work.busy and work.state != "scanning", timeout=WAIT_MS)
    return work


def opened_form(qtbot, desk):
    desk.open_form()
    return settled(qtbot, desk.work)


def a_number(work, share):
    """A sheet that answers the pack's first number, so far up its range."""
    predictor = next(p for p in work.manifest.predictors if p.kind == "number")
    low, high = predictor.range
    return AnswerSheet(answers={predictor.id: round(low + share * (high - low))})


def number_in_sheet(work):
    return next(iter(work.sheet.answers.values()))


def number_in(outcome, work):
    return {a.predictor: a.value for a in outcome.answers}[next(iter(work.sheet.answers))]


def actions(office):
    return [entry.action for entry in office.audit.entries()]


def test_a_form_alone_gives_an_outcome_that_is_stored_and_logged(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    assert work.outcome.pack.manifest.id == WITHOUT_IMAGES
    assert form_desk.office.store.get(work.id).outcome == work.outcome
    assert actions(form_desk.office) == ["case-opened", "screened"]
    assert not form_desk.errors


def test_an_answer_is_screened_again(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    predictor = work.manifest.predictors[0]
    value = predictor.choices[0].value if predictor.choices else predictor.range[0]
    work.answer(AnswerSheet(answers={predictor.id: value}))
    settled(qtbot, work)
    given = {answer.predictor: answer for answer in work.outcome.answers}
    assert given[predictor.id].origin == "entered"


def test_of_answers_in_quick_succession_the_last_one_counts(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    predictor = next(p for p in work.manifest.predictors if p.kind == "number")
    low, high = predictor.range
    for share in (0.1, 0.5, 0.9):
        work.answer(AnswerSheet(answers={predictor.id: round(low + share * (high - low))}))
    settled(qtbot, work)
    given = {answer.predictor: answer.value for answer in work.outcome.answers}
    assert given[predictor.id] == round(low + 0.9 * (high - low))


def test_a_series_is_read_for_viewing_and_screened_by_itself(qtbot, desk, study):
    work = desk.open_paths((study,))
    settled(qtbot, work)
    assert work.volume is not None
    assert work.shown.key == work.scan.series[0].key
    assert work.outcome.kind == "refusal"


def test_several_patients_wait_for_a_choice_and_the_chosen_one_is_screened(qtbot, desk, tmp_path):
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), PatientID=f"P{n}", PatientName=f"Name{n}")
    work = desk.open_paths((tmp_path / "both",))
    settled(qtbot, work)
    assert (work.state, len(work.patients), work.outcome) == ("choosing", 2, None)
    desk.take_patient(work.patients[1])
    settled(qtbot, work)
    assert work.outcome.patient.id == "P2"


def test_a_folder_without_images_fails_and_names_the_folder(qtbot, desk, tmp_path):
    (tmp_path / "empty").mkdir()
    work = desk.open_paths((tmp_path / "empty",))
    settled(qtbot, work)
    assert work.state == "failed"
    assert str(tmp_path / "empty") in desk.office.language.error(work.error)


def test_a_second_study_waits_in_the_list_and_is_screened_after_the_first(qtbot, desk, study):
    first, second = desk.open_paths((study,)), desk.open_paths((study,))
    assert desk.work is first
    settled(qtbot, second)
    assert first.outcome is not None
    assert second.outcome is not None


def test_taking_another_case_in_hand_lets_the_images_go_and_reads_them_again_on_return(qtbot, desk, study):
    first, second = desk.open_paths((study,)), desk.open_paths((study,))
    settled(qtbot, second)
    settled(qtbot, first)
    desk.take_in_hand(second)
    assert first.volume is None
    settled(qtbot, second)
    desk.take_in_hand(first)
    settled(qtbot, first)
    assert first.volume is not None


def test_stopping_ends_in_a_state_from_which_one_can_try_again(qtbot, desk, study):
    work = desk.open_paths((study,))
    work.stop()
    settled(qtbot, work)
    assert (work.state, work.outcome) == ("stopped", None)
    work.retry()
    settled(qtbot, work)
    assert work.outcome is not None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills the worker as a crash would")
def test_a_crash_of_the_worker_is_told_and_logged_and_can_be_tried_again(qtbot, desk, study):
    work = desk.open_paths((study,))
    os.kill(desk.bridge.worker.process_id, signal.SIGKILL)
    settled(qtbot, work)
    assert (work.state, work.error.code) == ("failed", "worker.crashed")
    assert "worker-crashed" in actions(desk.office)
    work.retry()
    settled(qtbot, work)
    assert work.outcome is not None


def test_an_open_case_is_offered_after_a_crash_and_a_closed_one_is_not(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    assert [row.id for row in form_desk.office.store.unfinished()] == [work.id]
    form_desk.close_case(work)
    assert form_desk.office.store.unfinished() == []
    assert form_desk.work is None


def test_a_case_that_is_deleted_while_it_is_open_is_closed_and_stays_deleted(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    form_desk.office.store.delete(work.id)
    form_desk.forget(work.id)
    assert (form_desk.works, form_desk.office.store.search()) == ([], [])


def test_a_stored_case_is_taken_up_as_it_was(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    outcome = work.outcome
    form_desk.close_case(work)
    form_desk.reopen(work.id)
    again = form_desk.work
    assert (again.id, again.outcome, again.state) == (work.id, outcome, "ready")


def test_a_stored_case_with_images_waits_to_be_told_to_read_them(qtbot, desk, study):
    work = settled(qtbot, desk.open_paths((study,)))
    desk.close_case(work)
    desk.reopen(work.id)
    assert (desk.work.volume, desk.work.can_screen) == (None, False)
    desk.work.read_images_again()
    settled(qtbot, desk.work)
    assert desk.work.volume is not None


def test_reopening_what_is_open_takes_it_in_hand(qtbot, form_desk):
    first = opened_form(qtbot, form_desk)
    opened_form(qtbot, form_desk)
    form_desk.reopen(first.id)
    assert form_desk.work is first
    assert len(form_desk.works) == 2


def test_another_pack_is_asked_only_what_it_knows_and_the_answers_of_the_first_come_back_with_it(qtbot, desk):
    desk.office.change_settings(default_pack="cme-literature-prior")
    work = opened_form(qtbot, desk)
    work.answer(AnswerSheet(answers={"age": 70}))
    settled(qtbot, work)
    desk.use_pack("ich-brain")
    settled(qtbot, work)
    assert work.outcome.pack.manifest.id == "ich-brain"
    desk.use_pack("cme-literature-prior")
    settled(qtbot, work)
    assert {a.predictor: a.value for a in work.outcome.answers}["age"] == 70


def test_an_outcome_is_not_current_from_the_moment_something_else_is_asked(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    assert work.current
    work.answer(a_number(work, 0.3))
    assert not work.current
    settled(qtbot, work)
    assert work.current


def test_what_is_asked_right_after_a_stop_is_answered(qtbot, form_desk):
    work = opened_form(qtbot, form_desk)
    work.answer(a_number(work, 0.2))
    work.stop()
    work.answer(a_number(work, 0.8))
    qtbot.waitUntil(lambda: work.current and not work.busy, timeout=WAIT_MS)
    assert number_in(work.outcome, work) == pytest.approx(number_in_sheet(work))


def test_a_site_profile_that_changes_during_a_run_is_used(qtbot, form_desk):
    form_desk.open_form()
    form_desk.office.change_site(SiteProfile(name="Elsewhere"))
    form_desk.use_site()
    settled(qtbot, form_desk.work)
    assert form_desk.work.outcome.site.name == "Elsewhere"


def test_images_of_another_patient_are_not_read_into_a_stored_case(qtbot, desk, study):
    work = settled(qtbot, desk.open_paths((study,)))
    patient = work.outcome.patient.id
    desk.close_case(work)
    shutil.rmtree(study)
    write_series(study, PatientID="ANOTHER", PatientName="Other")
    desk.reopen(work.id)
    desk.work.read_images_again()
    settled(qtbot, desk.work)
    assert (desk.work.state, desk.work.images_error.code, desk.work.volume) == ("ready", "ui.other-images", None)
    assert desk.office.store.get(work.id).outcome.patient.id == patient


def test_an_answer_while_headers_are_read_does_not_skip_the_choice_of_the_patient(qtbot, desk, tmp_path):
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), PatientID=f"P{n}", PatientName=f"Name{n}")
    work = desk.open_paths((tmp_path / "both",))
    work.answer(AnswerSheet(answers={"age": 50}))
    settled(qtbot, work)
    assert (work.state, work.outcome) == ("choosing", None)
    work.answer(AnswerSheet(answers={"age": 60}))
    assert work.state == "choosing"


def test_of_several_series_wanted_in_quick_succession_the_last_is_seen(qtbot, desk, tmp_path):
    for n in (1, 2, 3):
        write_series(tmp_path / "all" / str(n), series=str(n), SeriesNumber=n)
    work = settled(qtbot, desk.open_paths((tmp_path / "all",)))
    role = work.manifest.images[0].id
    keys = [series.key for series in work.scan.series]
    for key in (keys[1], keys[2], keys[1], keys[0]):
        desk.choose_series(role, key)
    settled(qtbot, work)
    assert work.shown.key == keys[0]
    assert work.outcome.series[0].series_uid == next(s.uid for s in work.scan.series if s.key == keys[0])


def test_images_come_when_one_returns_to_a_case_that_was_left_while_it_ran(qtbot, desk, study):
    first = desk.open_paths((study,))
    second = desk.open_paths((study,))
    desk.take_in_hand(second)
    desk.take_in_hand(first)
    settled(qtbot, second)
    settled(qtbot, first)
    assert first.volume is not None
    assert second.volume is None


def test_a_case_that_was_closed_while_it_ran_is_not_offered_as_crashed(qtbot, desk, study):
    work = desk.open_paths((study,))
    qtbot.waitUntil(lambda: work.scan is not None, timeout=WAIT_MS)
    desk.close_case(work)
    qtbot.waitUntil(lambda: not work.busy, timeout=WAIT_MS)
    assert desk.office.store.unfinished() == []


def test_a_study_that_is_stopped_is_found_by_its_patients_name(qtbot, desk, study):
    work = desk.open_paths((study,))
    qtbot.waitUntil(lambda: work.state == "working", timeout=WAIT_MS)
    header = work.header()
    work.stop()
    settled(qtbot, work)
    assert desk.office.store.search(header.patient.id)


def test_an_incoming_study_does_not_take_the_place_of_what_one_looks_at(qtbot, form_desk, tmp_path):
    work = opened_form(qtbot, form_desk)
    form_desk.open_paths((tmp_path,), in_hand=False)
    assert form_desk.work is work
    assert len(form_desk.works) == 2


def test_what_comes_of_a_study_later_is_read_too_and_no_answer_stands_meanwhile(qtbot, form_desk, tmp_path):
    folder, came = write_series(tmp_path / "new", 4), form_desk.arrivals.arrived
    came.emit(Arrival("ready", ("1", "2"), (folder,), 4))
    (work,) = form_desk.works
    settled(qtbot, work)
    assert work.paths == (folder,)
    assert work.current
    came.emit(Arrival("growing", ("1", "2")))
    assert (work.current, work.state, work.arriving) == (False, "scanning", True)
    assert [error.code for error in form_desk.errors] == ["incoming.more"]
    write_series(folder, 12)
    came.emit(Arrival("changed", ("1", "2"), (folder,), 12))
    settled(qtbot, work)
    assert work.current
    assert not work.arriving
    assert sum(len(series.slices) for series in work.scan.series) == 12
    assert form_desk.works == [work]


def test_what_comes_of_a_study_that_was_closed_is_opened_again(qtbot, form_desk, tmp_path):
    folder, came = write_series(tmp_path / "new"), form_desk.arrivals.arrived
    came.emit(Arrival("ready", ("1", "2"), (folder,), 6))
    form_desk.close_case(form_desk.works[0])
    came.emit(Arrival("growing", ("1", "2")))
    assert form_desk.works == []
    came.emit(Arrival("changed", ("1", "2"), (folder,), 7))
    assert len(form_desk.works) == 1


def test_a_watched_folder_is_looked_at_beside_the_window(qtbot, desk, tmp_path):
    desk.office.change_settings(watched_quiet_s=0.0)
    desk.watch(str(tmp_path))
    looks = desk.arrivals
    qtbot.waitUntil(lambda: not looks._looking, timeout=WAIT_MS)
    (tmp_path / "study.zip").write_bytes(b"PK\5\6" + bytes(18))
    with qtbot.waitSignal(looks.arrived, timeout=WAIT_MS) as given:
        looks.look()
    assert given.args[0].paths == (tmp_path / "study.zip",)


def test_a_store_that_cannot_be_written_is_told_and_the_outcome_is_still_there(qtbot, form_desk):
    form_desk.office.places.data.mkdir(parents=True, exist_ok=True)
    form_desk.office.places.cases.mkdir()
    work = opened_form(qtbot, form_desk)
    assert work.outcome is not None
    assert form_desk.errors


def test_several_examinations_wait_for_a_choice_and_the_chosen_one_is_screened(qtbot, desk, tmp_path):
    for n, day in ((1, "20191128"), (2, "20251128")):
        write_series(tmp_path / "disc" / str(n), 14, series=str(n), StudyDate=day, StudyInstanceUID=f"1.2.{n}")
    work = desk.open_paths((tmp_path / "disc",))
    settled(qtbot, work)
    assert (work.state, work.undecided, work.outcome) == ("choosing", "examination", None)
    desk.take_examination("1.2.1")
    settled(qtbot, work)
    assert [used.study_uid for used in work.outcome.series] == ["1.2.1"]
    assert work.undecided == ""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_one_look_does_not_end_the_watching(qtbot, desk, tmp_path, monkeypatch):
    desk.watch(str(tmp_path))
    looks = desk.arrivals
    qtbot.waitUntil(lambda: not looks._looking, timeout=WAIT_MS)
    times = []

    def look(now):
        times.append(now)
        raise ValueError("unforeseen")

    monkeypatch.setattr("desktop.work.watched_folder.WatchedFolder.look", lambda self, now: look(now))
    for _ in range(2):
        looks.look()
        qtbot.waitUntil(lambda: not looks._looking, timeout=WAIT_MS)
    assert len(times) == 2
