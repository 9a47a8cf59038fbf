"""What was ticked and signed stays when a case is screened again, or is asked about."""

import dataclasses

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.cases.states import reached
from desktop.pack_library import PackLibrary
from desktop.report.signing import checklist_items, with_signature, with_tick, without_tick
from inference.answers import AnswerSheet
from inference.errors import PackError
from inference.outcome import SignOff, Tick
from inference.results import Patient
from inference.site import Prevalence, SiteProfile
from tests.helpers.bridges import DirectBridge
from tests.helpers.dicom_files import write_series
from tests.helpers.outcomes import ANSWERS
from ui.window import desk as desk_module
from ui.window.desk import Desk
from ui.window.main_window import MainWindow

PACK = "cme-literature-prior"
LOW = {
    "age": 30,
    "sex": "male",
    "height_cm": 180,
    "weight_kg": 70,
    "diabetes": "no",
    "malignancy": "no",
    "vein_grade": "good",
    "patient_class": "outpatient",
    "flush": "yes",
    "rate_ml_s": 1,
    "gauge": "16G",
    "site": "antecubital",
}
SIGNED = SignOff("radiographer", "A. Tester", "2026-03-05T08:10:00+08:00")
RATE = SiteProfile(prevalence={"cme": Prevalence("test register", events=38, injections=14073)})


@pytest.fixture
def desk(office, qapp, monkeypatch):
    monkeypatch.setattr(desk_module, "WorkerBridge", DirectBridge)
    office.change_settings(default_pack=PACK)
    desk = Desk(office)
    desk.errors = []
    desk.trouble.connect(desk.errors.append)
    yield desk
    desk.close()


@pytest.fixture
def work(desk):
    """Answered, its first two items ticked, not signed."""
    desk.open_form()
    work = desk.work
    work.answer(AnswerSheet(dict(ANSWERS)))
    desk.bridge.run()
    for item in (0, 1):
        work.sign(with_tick(work.outcome, Tick(item, "AT", "2026-03-05T08:05:00+08:00")))
    return work


@pytest.fixture
def signed(work):
    work.sign(with_signature(work.outcome, SIGNED))
    return work


def answered(work, **changes):
    work.answer(dataclasses.replace(work.sheet, answers={**work.sheet.answers, **changes}))


def read_again(desk, work):
    work.read_images_again()


def an_answer_the_risk_does_not_use(desk, work):
    answered(work, cannula_mm=32)


def another_site(desk, work):
    desk.office.change_site(RATE)
    desk.use_site()


NOTHING_ELSE = {
    "screened again": lambda desk, work: work.retry(),
    "the same site profile": lambda desk, work: (desk.office.change_site(desk.office.site), desk.use_site()),
    "the same answers": lambda desk, work: answered(work),
    "an answer and back": lambda desk, work: (answered(work, flush="yes"), answered(work, flush="no")),
    "stopped": lambda desk, work: (work.retry(), work.stop()),
    "a crash": lambda desk, work: (work.retry(), desk.bridge.fail("worker.crashed")),
}
SOMETHING_ELSE = {
    "another answer": lambda desk, work: answered(work, flush="yes"),
    "an answer the risk does not use": an_answer_the_risk_does_not_use,
    "another site profile": another_site,
    "another pack": lambda desk, work: desk.use_pack("ich-nag"),
    "a name": lambda desk, work: work.answer(
        dataclasses.replace(work.sheet, patient=dataclasses.replace(work.sheet.patient, name="Wang Fang"))
    ),
}


@pytest.mark.parametrize("what", NOTHING_ELSE)
def test_where_the_result_is_the_same_ticks_and_signatures_stay(what, desk, signed):
    before = signed.outcome
    NOTHING_ELSE[what](desk, signed)
    desk.bridge.run()
    assert (signed.outcome, signed.current, signed.state) == (before, True, "ready")
    assert desk.office.store.get(signed.id).outcome == before


@pytest.mark.parametrize("what", SOMETHING_ELSE)
def test_where_it_is_another_the_signed_one_stays_until_the_user_has_decided(what, desk, signed):
    before, sheet = signed.outcome, signed.sheet
    SOMETHING_ELSE[what](desk, signed)
    desk.bridge.run()
    assert (signed.outcome, signed.current, signed.state) == (before, False, "deciding")
    signed.keep_version()
    assert (signed.outcome, signed.current, signed.sheet, signed.manifest.id) == (before, True, sheet, PACK)
    assert desk.office.store.get(signed.id).sheet.answers == sheet.answers
    SOMETHING_ELSE[what](desk, signed)
    desk.bridge.run()
    if signed.state == "deciding":  # a site profile is the same from the first time on
        signed.begin_version()
        assert (signed.outcome.signatures, signed.outcome.version, signed.current) == ((), 2, True)
        assert desk.office.store.signed(signed.id) == [before]


def test_ticks_go_with_their_item_are_told_by_name_when_it_leaves_and_come_back_with_it(desk, work):
    language, high = desk.office.language, work.outcome
    everyone = len(checklist_items(high)) - 1
    work.sign(with_tick(high, Tick(everyone, "AT", "2026-03-05T08:06:00+08:00")))
    answered(work, **LOW)
    desk.bridge.run()
    assert (work.outcome.risk.tier, [checklist_items(work.outcome)[tick.item] for tick in work.outcome.ticks]) == (
        "low",
        [checklist_items(high)[everyone]],
    )
    (error,) = desk.errors
    assert all(language.of(item) in language.error(error) for item in checklist_items(high)[:2])
    work.answer(AnswerSheet(dict(ANSWERS)))
    desk.bridge.run()
    assert [tick.item for tick in work.outcome.ticks] == [0, 1, everyone]
    work.sign(without_tick(work.outcome, 0))
    answered(work, flush="yes")
    desk.bridge.run()
    assert [tick.item for tick in work.outcome.ticks] == [1, everyone]


def test_answers_that_were_not_screened_when_the_program_ended_are_not_shown_as_answered(desk, signed):
    answered(signed, flush="yes")
    desk.bridge.waiting.clear()
    desk.close_case(signed)
    desk.reopen(signed.id)
    assert (desk.work.state, desk.work.current, desk.work.outcome.signatures) == ("open", False, (SIGNED,))
    desk.work.retry()
    desk.bridge.run()
    assert desk.work.state == "deciding"


@pytest.fixture
def imaged(desk, tmp_path):
    """A stored, signed case with images, closed and taken up again."""
    write_series(tmp_path / "study")
    desk.office.change_settings(default_pack="cme-vessels-demo")
    work = desk.open_paths((tmp_path / "study",))
    desk.bridge.run()
    work.sign(with_signature(work.outcome, SIGNED))
    desk.close_case(work)
    desk.reopen(work.id)
    return desk.work


def test_reading_the_images_of_a_stored_case_screens_nothing_and_shows_them(desk, imaged):
    before = imaged.outcome
    imaged.read_images_again()
    done = []
    while desk.bridge.waiting:
        assert (imaged.state, imaged.current) == ("ready", True)
        done.append(type(desk.bridge.run_one()).__name__)
    assert done == ["ScanPaths", "ShowSeries"]
    assert imaged.volume is not None
    assert imaged.outcome is before


@pytest.mark.parametrize("fault", ["gone", "another patient", "crash"])
def test_a_stored_result_stays_when_its_images_cannot_be_read(fault, desk, imaged, tmp_path):
    before = imaged.outcome
    for file in (tmp_path / "study").iterdir():
        file.unlink()
    if fault == "another patient":
        write_series(tmp_path / "study", PatientID="ANOTHER", PatientName="Other")
    imaged.read_images_again()
    desk.bridge.fail("worker.crashed") if fault == "crash" else desk.bridge.run()
    assert (imaged.outcome, imaged.state, imaged.current) == (before, "ready", True)
    assert imaged.images_error is not None


def test_the_window_asks_names_the_signer_and_does_what_is_said(office, qtbot, monkeypatch):
    monkeypatch.setattr(desk_module, "WorkerBridge", DirectBridge)
    office.change_settings(default_pack=PACK)
    window = MainWindow(office)
    window.show()
    desk, chip = window.desk, window.case_page.signed
    desk.open_form()
    work = desk.work
    work.answer(AnswerSheet(dict(ANSWERS)))
    desk.bridge.run()
    assert chip.text() == "not signed, version 1"
    work.sign(with_signature(work.outcome, SIGNED))
    assert (chip.text(), "A. Tester" in chip.toolTip()) == ("signed, version 1", True)
    for answer, shown in (("Keep version 1", "signed, version 1"), ("Begin version 2", "not signed, version 2")):
        window.case_page.form.enter("flush", "yes")
        desk.bridge.run()
        box = window.signatures.box
        assert isinstance(box, QMessageBox)
        assert "A. Tester" in box.text()
        assert window.case_page.result.outcome.signatures == (SIGNED,)
        next(b for b in box.buttons() if b.text() == answer).click()
        QApplication.processEvents()
        assert window.signatures.box is None
        assert chip.text() == shown
    assert work.outcome.answers != ()
    window.close()


def test_a_case_that_lacks_answers_is_called_so_and_not_refused(desk):
    desk.open_form()
    desk.bridge.run()
    work = desk.work
    assert (work.outcome.kind, reached(work.outcome)) == ("refusal", "unfinished")
    assert desk.office.store.search()[0].state == "open"


def test_an_identity_check_stands_in_the_log_until_the_case_is_about_someone_else(desk, work):
    office = desk.office
    office.log_identity(work.id, Tick(0, "AT", "2026-03-05T08:05:00+08:00"))
    answered(work, flush="yes")
    desk.bridge.run()
    assert office.identity_check(work.id).initials == "AT"
    work.answer(dataclasses.replace(work.sheet, patient=Patient("Wang Fang", "P9")))
    desk.bridge.run()
    assert office.identity_check(work.id) is None
    assert [e.action for e in office.audit.entries() if e.action.startswith("identity")] == [
        "identity-checked",
        "identity-withdrawn",
    ]


def test_a_signed_result_is_shown_when_its_pack_is_gone_and_when_its_answers_are_read_otherwise_today(
    desk, signed, monkeypatch
):
    before = signed.outcome
    desk.close_case(signed)
    case = desk.office.store.get(signed.id)
    sheet = dataclasses.replace(case.sheet, answers={**case.sheet.answers, "gauge": "7G"})  # no choice any more
    desk.office.store.save(dataclasses.replace(case, sheet=sheet))

    def gone(library, pack):
        raise PackError("pack.unknown", pack=pack)

    monkeypatch.setattr(PackLibrary, "open", gone)
    desk.reopen(signed.id)
    assert (desk.work.outcome, desk.work.state, desk.work.current) == (before, "ready", True)
    assert [error.code for error in desk.errors] == ["pack.unknown"]
    desk.work.retry()
    desk.bridge.run()
    assert (desk.work.outcome, desk.work.state) == (before, "ready")


def test_a_signature_on_a_report_that_has_been_overtaken_is_not_lost_in_silence(office, qtbot, monkeypatch):
    monkeypatch.setattr(desk_module, "WorkerBridge", DirectBridge)
    office.change_settings(default_pack=PACK)
    window, told = MainWindow(office), []
    monkeypatch.setattr(window, "tell", lambda error: told.append(error.code))
    window.desk.open_form()
    window.desk.work.answer(AnswerSheet(dict(ANSWERS)))
    window.desk.bridge.run()
    work = window.desk.work

    def sign_too_late():
        dialog = QApplication.activeModalWidget()
        work.await_more()  # more of the study comes while the report is open
        dialog.panel.identity.check.click()
        dialog.panel.sign.click()
        dialog.panel.confirm.click()
        assert not dialog.isVisible()

    QTimer.singleShot(0, sign_too_late)
    window.tools.show_report()
    assert (told, work.outcome.signatures) == (["report.overtaken"], ())
    window.close()
