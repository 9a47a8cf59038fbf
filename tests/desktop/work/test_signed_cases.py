"""What was ticked and signed stays when a case is screened again, or is asked about."""

import dataclasses

import pytest

from desktop.cases.states import reached
from desktop.pack_library import PackLibrary
from desktop.report.signing import checklist_items, with_signature, with_tick, without_tick
from desktop.work import operations
from inference.answers import AnswerSheet
from inference.errors import PackError
from inference.outcome import SignOff, Tick
from inference.results import Patient
from inference.site import Prevalence, SiteProfile
from tests.helpers.dicom_files import write_series
from tests.helpers.outcomes import ANSWERS

pytestmark = pytest.mark.slow

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
def open_cases(open_cases):
    open_cases.installation.change_settings(default_pack=PACK)
    return open_cases


@pytest.fixture
def work(open_cases):
    """Answered, its first two items ticked, not signed."""
    open_cases.open_form()
    work = open_cases.work
    work.answer(AnswerSheet(dict(ANSWERS)))
    open_cases.jobs.executor.run()
    for item in (0, 1):
        work.sign(with_tick(work.outcome, Tick(item, "AT", "2026-03-05T08:05:00+08:00")))
    return work


@pytest.fixture
def signed(work):
    work.sign(with_signature(work.outcome, SIGNED))
    return work


def answered(work, **changes):
    work.answer(dataclasses.replace(work.sheet, answers={**work.sheet.answers, **changes}))


def an_answer_the_risk_does_not_use(open_cases, work):
    answered(work, cannula_mm=32)


def another_site(open_cases, work):
    open_cases.installation.change_site(RATE)
    open_cases.use_site()


def the_same_site(open_cases, work):
    open_cases.installation.change_site(open_cases.installation.site)
    open_cases.use_site()


NOTHING_ELSE = {
    "screened again": lambda open_cases, work: work.retry(),
    "the same site profile": the_same_site,
    "the same answers": lambda open_cases, work: answered(work),
    "an answer and back": lambda open_cases, work: (answered(work, flush="yes"), answered(work, flush="no")),
    "stopped": lambda open_cases, work: (work.retry(), work.stop()),
    "a crash": lambda open_cases, work: (work.retry(), open_cases.jobs.executor.fail("worker.crashed")),
}
SOMETHING_ELSE = {
    "another answer": lambda open_cases, work: answered(work, flush="yes"),
    "an answer the risk does not use": an_answer_the_risk_does_not_use,
    "another site profile": another_site,
    "another pack": lambda open_cases, work: open_cases.use_pack("ich-nag"),
    "a name": lambda open_cases, work: work.answer(
        dataclasses.replace(work.sheet, patient=dataclasses.replace(work.sheet.patient, name="Wang Fang"))
    ),
}


@pytest.mark.parametrize("what", NOTHING_ELSE)
def test_where_the_result_is_the_same_ticks_and_signatures_stay(what, open_cases, signed):
    before = signed.outcome
    NOTHING_ELSE[what](open_cases, signed)
    open_cases.jobs.executor.run()
    assert (signed.outcome, signed.current, signed.state) == (before, True, "ready")
    assert open_cases.installation.store.get(signed.id).outcome == before


@pytest.mark.parametrize("what", SOMETHING_ELSE)
def test_where_it_is_another_the_signed_one_stays_until_the_user_has_decided(what, open_cases, signed):
    before, sheet = signed.outcome, signed.sheet
    SOMETHING_ELSE[what](open_cases, signed)
    open_cases.jobs.executor.run()
    assert (signed.outcome, signed.current, signed.state) == (before, False, "deciding")
    signed.keep_version()
    assert (signed.outcome, signed.current, signed.sheet, signed.manifest.id) == (before, True, sheet, PACK)
    assert open_cases.installation.store.get(signed.id).sheet.answers == sheet.answers
    SOMETHING_ELSE[what](open_cases, signed)
    open_cases.jobs.executor.run()
    if signed.state == "deciding":  # a site profile is the same from the first time on
        signed.begin_version()
        assert (signed.outcome.signatures, signed.outcome.version, signed.current) == ((), 2, True)
        assert open_cases.installation.store.signed(signed.id) == [before]


def test_ticks_go_with_their_item_are_told_by_name_when_it_leaves_and_come_back_with_it(open_cases, work):
    language, high = open_cases.installation.language, work.outcome
    everyone = len(checklist_items(high)) - 1
    work.sign(with_tick(high, Tick(everyone, "AT", "2026-03-05T08:06:00+08:00")))
    answered(work, **LOW)
    open_cases.jobs.executor.run()
    kept = [checklist_items(work.outcome)[tick.item] for tick in work.outcome.ticks]
    assert (work.outcome.risk.estimate.tier.id, kept) == (
        "low",
        [checklist_items(high)[everyone]],
    )
    (error,) = open_cases.errors
    assert all(language.of(item) in language.error(error) for item in checklist_items(high)[:2])
    work.answer(AnswerSheet(dict(ANSWERS)))
    open_cases.jobs.executor.run()
    assert [tick.item for tick in work.outcome.ticks] == [0, 1, everyone]
    work.sign(without_tick(work.outcome, 0))
    answered(work, flush="yes")
    open_cases.jobs.executor.run()
    assert [tick.item for tick in work.outcome.ticks] == [1, everyone]


def test_answers_that_were_not_screened_when_the_program_ended_are_not_shown_as_answered(open_cases, signed):
    answered(signed, flush="yes")
    open_cases.jobs.executor.waiting.clear()
    open_cases.close_case(signed)
    open_cases.reopen(signed.id)
    work = open_cases.work
    assert (work.state, work.current, work.outcome.signatures) == (
        "open",
        False,
        (SIGNED,),
    )
    open_cases.work.retry()
    open_cases.jobs.executor.run()
    assert open_cases.work.state == "deciding"


@pytest.fixture
def imaged(open_cases, tmp_path):
    """A stored, signed case with images, closed and taken up again."""
    write_series(tmp_path / "study")
    open_cases.installation.change_settings(default_pack="cme-vessels-demo")
    work = open_cases.open_paths((tmp_path / "study",))
    open_cases.jobs.executor.run()
    work.sign(with_signature(work.outcome, SIGNED))
    open_cases.close_case(work)
    open_cases.reopen(work.id)
    return open_cases.work


def test_reading_the_images_of_a_stored_case_screens_nothing_and_shows_them(open_cases, imaged):
    before = imaged.outcome
    imaged.read_images_again()
    done = []
    while open_cases.jobs.executor.waiting:
        assert (imaged.state, imaged.current) == ("ready", True)
        done.append(type(open_cases.jobs.executor.run_one()).__name__)
    assert done == ["ScanPaths", "ShowSeries"]
    assert imaged.volume is not None
    assert imaged.outcome is before


@pytest.mark.parametrize("fault", ["gone", "another patient", "crash"])
def test_a_stored_result_stays_when_its_images_cannot_be_read(fault, open_cases, imaged, tmp_path):
    before = imaged.outcome
    for file in (tmp_path / "study").iterdir():
        file.unlink()
    if fault == "another patient":
        write_series(tmp_path / "study", PatientID="ANOTHER", PatientName="Other")
    imaged.read_images_again()
    open_cases.jobs.executor.fail("worker.crashed") if fault == "crash" else open_cases.jobs.executor.run()
    assert (imaged.outcome, imaged.state, imaged.current) == (before, "ready", True)
    assert imaged.images_error is not None


def test_a_case_that_lacks_answers_is_called_so_and_not_refused(open_cases):
    open_cases.open_form()
    open_cases.jobs.executor.run()
    work = open_cases.work
    assert (work.outcome.kind, reached(work.outcome)) == ("refusal", "unfinished")
    assert open_cases.installation.store.search()[0].state == "open"


def test_an_identity_check_stands_in_the_log_until_the_case_is_about_someone_else(open_cases, work):
    installation = open_cases.installation
    operations.check_identity(installation.records, work.id, Tick(0, "AT", "2026-03-05T08:05:00+08:00"))
    answered(work, flush="yes")
    open_cases.jobs.executor.run()
    assert operations.identity_check(installation.records, work.id).initials == "AT"
    work.answer(dataclasses.replace(work.sheet, patient=Patient("Wang Fang", "P9")))
    open_cases.jobs.executor.run()
    assert operations.identity_check(installation.records, work.id) is None
    assert [e.action for e in installation.audit.entries() if e.action.startswith("identity")] == [
        "identity-checked",
        "identity-withdrawn",
    ]


def test_a_signed_result_is_shown_when_its_pack_is_gone_and_when_its_answers_are_read_otherwise_today(
    open_cases, signed, monkeypatch
):
    before = signed.outcome
    open_cases.close_case(signed)
    case = open_cases.installation.store.get(signed.id)
    sheet = dataclasses.replace(case.sheet, answers={**case.sheet.answers, "gauge": "7G"})  # no choice any more
    open_cases.installation.store.save(dataclasses.replace(case, sheet=sheet))

    def gone(library, pack):
        raise PackError("pack.unknown", pack=pack)

    monkeypatch.setattr(PackLibrary, "open", gone)
    open_cases.reopen(signed.id)
    assert (open_cases.work.outcome, open_cases.work.state, open_cases.work.current) == (before, "ready", True)
    assert [error.code for error in open_cases.errors] == ["pack.unknown"]
    open_cases.work.retry()
    open_cases.jobs.executor.run()
    assert (open_cases.work.outcome, open_cases.work.state) == (before, "ready")
