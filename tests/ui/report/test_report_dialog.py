"""The report dialog: pages as printed, ticks, signatures, printer and files."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from desktop.language import Language
from desktop.report.document import draw_pages, read_outcome
from inference.outcome import SignOff
from tests.helpers.outcomes import ANSWERS, screen
from tests.helpers.pages import look_alike
from ui.report import dialog as module
from ui.report.dialog import ReportDialog
from ui.report.printing import printer_for

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outcome():
    return replace(screen("cme-literature-prior", ANSWERS), created="2026-03-05T08:00:00+08:00")


@pytest.fixture
def clock(monkeypatch):
    """A minute passes from each mark to the next."""
    minutes = iter(range(10, 60))
    monkeypatch.setattr(module, "now", lambda: f"2026-03-05T08:{next(minutes)}:00+08:00")


@pytest.fixture
def dialog(qtbot, outcome, clock):
    dialog = ReportDialog(outcome, Language("en"), "A4", "Zhang Wei")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def check_identity(dialog) -> None:
    """As it must be done before anyone signs; its minute is the clock's first."""
    if not dialog.panel.identity.check.isChecked():
        dialog.panel.identity.check.click()


def sign(dialog, name: str = "Zhang Wei") -> None:
    check_identity(dialog)
    if dialog.panel.role() is None:
        next(choice for choice in dialog.panel._roles.buttons() if choice.isEnabled()).click()
    dialog.panel.name.setText(name)
    dialog.panel.sign.click()
    dialog.panel.confirm.click()


def shown(dialog) -> list:
    return [page._image for page in dialog.preview.pages]


def test_the_pages_are_those_that_are_printed(dialog):
    assert dialog.preview.list.count() == len(shown(dialog)) == 2
    for page, drawn in zip(shown(dialog), draw_pages(dialog.content())):
        assert look_alike(page, drawn)


def test_the_language_of_the_report_is_chosen_apart_from_the_windows(dialog):
    before = shown(dialog)
    dialog.languages.setCurrentIndex(dialog.languages.findData("zh"))
    dialog.languages.activated.emit(0)
    assert dialog.report_language() == Language("zh")
    assert shown(dialog) != before
    assert dialog.print.text() == "Print …"


def test_the_window_changes_its_language_and_the_report_does_not(dialog):
    dialog.set_language(Language("zh"))
    assert dialog.print.text() == "打印…"
    assert dialog.report_language() == Language("en")


def test_the_paper_can_be_changed(dialog):
    dialog.papers.setCurrentText("Letter")
    dialog.papers.activated.emit(1)
    assert dialog.content().paper == "Letter"
    assert shown(dialog)[0].width() == 2550


def test_pages_fit_the_width_and_can_be_made_larger_and_smaller(dialog):
    fitted = dialog.preview.zoom
    assert dialog.preview.pages[0].width() <= dialog.preview._area.viewport().width()
    dialog.larger.click()
    larger = dialog.preview.zoom
    assert larger > fitted
    dialog.smaller.click()
    assert dialog.preview.zoom < larger
    dialog.fit_page.click()
    assert dialog.preview.pages[0].height() <= dialog.preview._area.viewport().height()
    dialog.fit_width.click()
    assert dialog.preview.zoom == pytest.approx(fitted)
    assert dialog.zoom.text() == f"{100 * fitted:.0f} %"


def test_the_list_goes_to_a_page(dialog):
    dialog.larger.click()
    dialog.preview.list.setCurrentRow(1)
    assert dialog.preview._area.verticalScrollBar().value() > 0


def test_a_tick_is_on_the_outcome_with_initials_and_time_and_on_the_page(qtbot, dialog):
    before = shown(dialog)[0]
    with qtbot.waitSignal(dialog.signed) as signed:
        dialog.panel.boxes[2].check.click()
    (tick,) = signed.args[0].ticks
    assert (tick.item, tick.initials, tick.time) == (2, "ZW", "2026-03-05T08:10:00+08:00")
    assert dialog.panel.boxes[2].done.text() == "ZW 08:10"
    qtbot.waitUntil(lambda: shown(dialog)[0] != before)


def test_a_tick_can_be_taken_back(dialog):
    dialog.panel.boxes[2].check.click()
    dialog.panel.boxes[2].check.click()
    assert dialog.outcome.ticks == ()


def test_clicking_the_words_of_an_item_ticks_it(qtbot, dialog):
    qtbot.mouseClick(dialog.panel.boxes[0].words, Qt.MouseButton.LeftButton)
    assert [tick.item for tick in dialog.outcome.ticks] == [0]


def test_without_initials_nothing_is_ticked(dialog):
    dialog.panel.initials.clear()
    dialog.panel.boxes[0].check.click()
    assert dialog.outcome.ticks == ()
    assert not dialog.panel.boxes[0].check.isChecked()
    assert "initials" in dialog.panel._wanting.text()


def test_a_signature_is_asked_for_once_more(dialog):
    check_identity(dialog)
    dialog.panel.sign.click()
    assert dialog.outcome.signatures == ()
    assert "Sign as Radiographer: Zhang Wei?" in dialog.panel._question.text()
    dialog.panel.back.click()
    assert dialog.panel.sign.isVisible()
    assert dialog.outcome.signatures == ()


def test_a_signature_is_on_the_outcome_and_on_the_page(qtbot, dialog):
    before = shown(dialog)[0]
    with qtbot.waitSignal(dialog.signed) as signed:
        sign(dialog)
    assert signed.args[0].signatures == (SignOff("radiographer", "Zhang Wei", "2026-03-05T08:11:00+08:00"),)
    qtbot.waitUntil(lambda: shown(dialog)[0] != before)


def test_each_role_signs_once_in_turn(dialog):
    for _ in range(3):
        sign(dialog)
    assert [signature.role for signature in dialog.outcome.signatures] == ["radiographer", "nurse", "radiologist"]
    assert not dialog.panel.sign.isVisible()
    assert not dialog.panel.name.isVisible()


def test_nobody_signs_before_the_patient_was_compared_with_wristband_or_order(qtbot, dialog):
    panel = dialog.panel
    assert not panel.sign.isEnabled()
    assert panel._identity_first.isVisible()
    patient = dialog.outcome.patient
    for part in (patient.name, patient.id, "1962-04-03"):
        assert part in panel.identity.words.text()
    panel.initials.clear()
    panel.identity.check.click()
    assert not panel.identity.check.isChecked()
    panel.initials.setText("ZW")
    with qtbot.waitSignal(dialog.identity_checked) as checked:
        panel.identity.check.click()
    assert (checked.args[0].initials, checked.args[0].time) == ("ZW", "2026-03-05T08:10:00+08:00")
    assert panel.sign.isEnabled()
    sign(dialog)
    assert not panel.identity.check.isEnabled()


def test_whoever_signs_next_is_asked_for_name_and_role_anew(dialog):
    sign(dialog)
    panel = dialog.panel
    assert (panel.role(), panel.name.text(), panel.initials.text()) == (None, "", "")
    assert not panel.sign.isEnabled()
    panel.name.setText("Li Na")
    assert not panel.sign.isEnabled()


def test_nobody_signs_without_a_name(dialog):
    check_identity(dialog)
    dialog.panel.name.setText("  ")
    assert not dialog.panel.sign.isEnabled()


def test_what_was_ticked_before_a_signature_is_locked(dialog):
    dialog.panel.boxes[0].check.click()
    sign(dialog)
    assert not dialog.panel.boxes[0].check.isEnabled()
    assert dialog.panel.boxes[1].check.isEnabled()


def test_a_new_version_is_unsigned_and_can_be_changed(dialog):
    dialog.panel.boxes[0].check.click()
    sign(dialog)
    dialog.panel.new_version.click()
    assert (dialog.outcome.version, dialog.outcome.signatures) == (2, ())
    assert dialog.panel.boxes[0].check.isEnabled()
    assert not dialog.panel.new_version.isVisible()


def test_a_pdf_is_the_report_that_is_shown(qtbot, dialog, tmp_path):
    sign(dialog)
    with qtbot.waitSignal(dialog.exported) as exported:
        dialog.save_pdf(tmp_path / "r.pdf")
    assert exported.args == [str(tmp_path / "r.pdf")]
    with pypdfium2.PdfDocument(tmp_path / "r.pdf") as document:
        assert "Zhang Wei" in document[0].get_textpage().get_text_range()
    assert "Saved" in dialog.notice.text()


def test_a_file_that_cannot_be_written_is_said(qtbot, dialog, tmp_path):
    (tmp_path / "none").write_text("a file where a folder would be")
    with qtbot.assertNotEmitted(dialog.exported):
        dialog.save_pdf(tmp_path / "none" / "r.pdf")
    assert "r.pdf" in dialog.notice.text()


def test_everything_is_saved_and_the_record_has_the_signatures(dialog, tmp_path):
    sign(dialog)
    dialog.save_all(tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".pdf", ".png", ".png"]
    (record,) = tmp_path.glob("*.json")
    assert read_outcome(record) == dialog.outcome


def test_the_report_is_printed_through_the_printer(qtbot, dialog, tmp_path):
    printer = printer_for("A4", "job")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "p.pdf"))
    with qtbot.waitSignal(dialog.printed) as printed:
        dialog.print_to(printer)
    assert printed.args == [str(tmp_path / "p.pdf")]
    with pypdfium2.PdfDocument(tmp_path / "p.pdf") as document:
        assert len(document) == 2
        assert "RESEARCH USE ONLY" in document[1].get_textpage().get_text_range()


def test_a_print_job_names_no_patient(outcome):
    printer = printer_for("Letter", outcome.pack.manifest.title.en)
    assert "P000123" not in printer.docName()
    assert printer.pageLayout().pageSize().name().startswith("Letter")


def test_ticks_beside_a_refusal_are_of_the_fallback(qtbot, outcome, clock):
    refusal = replace(screen("cme-literature-prior", {"age": 63}), fallback=outcome)
    dialog = ReportDialog(refusal, Language("zh"), "A4", "张伟")
    qtbot.addWidget(dialog)
    dialog.panel.boxes[0].check.click()
    assert dialog.outcome.fallback.ticks[0].initials == "张伟"


def test_every_control_has_a_name(dialog):
    for control in (dialog.languages, dialog.papers, dialog.smaller, dialog.larger, dialog.fit_width, dialog.fit_page):
        assert control.accessibleName()
        assert control.toolTip()
    assert all(box.check.accessibleName() for box in dialog.panel.boxes)


def test_the_identity_of_nobody_cannot_be_checked_and_nothing_is_signed(qtbot, outcome, clock):
    nobody = replace(outcome, patient=replace(outcome.patient, name="", id=""))
    dialog = ReportDialog(nobody, Language("en"), "A4", "Zhang Wei")
    qtbot.addWidget(dialog)
    dialog.show()
    check_identity(dialog)
    dialog.panel.name.setText("Zhang Wei")
    assert not dialog.panel.identity.check.isChecked()
    assert not dialog.panel.sign.isEnabled()
    assert dialog.panel._identity_first.text().startswith("This report names nobody")
    assert dialog.panel._identity_first.isVisible()
