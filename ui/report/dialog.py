"""The report dialog: true pages, checklist, signatures, printer and files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.demonstration import presentable
from desktop.language import LANGUAGES, Language
from desktop.report.standing import UNQUESTIONED, Standing
from inference.errors import InputError
from ui.dialogs.widgets import Notice, button, path_to_save, run_dialog
from ui.panels.fields import STYLE, Chooser
from ui.report.preview import Preview
from ui.report.printing import printer_for
from ui.report.signing import SignPanel
from ui.text import Label
from ui.theme import TOUCH_PX

if TYPE_CHECKING:
    from inference.outcome import Outcome, Tick

PAPER_NAMES = ("A4", "Letter")
SOON_MS = 40
"""A tick shows at once, the pages with it a moment later."""


def now() -> str:
    """The time to write beside a name, with its time zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class ReportDialog(QDialog):
    """Everything that is done with a report.

    Parameters
    ----------
    paper
        ``A4`` or ``Letter``, of the site.
    user
        Name that is offered for ticks and signatures.
    standing
        What the audit log says of a record.
    fixed
        Whether it can be read and printed only.
    identity
        Who has compared the patient with wristband or order, and when.
    """

    signed = Signal(object)
    identity_checked = Signal(object)
    printed = Signal(str)
    exported = Signal(str)

    def __init__(
        self,
        outcome: Outcome,
        language: Language,
        paper: str,
        user: str = "",
        parent: QWidget | None = None,
        standing: Callable[[Outcome], Standing] = lambda outcome: UNQUESTIONED,
        fixed: bool = False,
        identity: Tick | None = None,
    ) -> None:
        super().__init__(parent)
        self._standing = standing
        # What is signed is what the pages show; what was signed before stays as it was.
        self.outcome = outcome = outcome if outcome.signatures else presentable(outcome)
        self._report_language, self._paper = language, paper
        self.preview, self.panel, self.notice = Preview(), SignPanel(outcome, user, now, identity), Notice()
        self.languages, self.papers = Chooser(), Chooser()
        self.smaller, self.larger = button("zoom-out", "flat"), button("zoom-in", "flat")
        self.fit_width, self.fit_page = button("arrow-autofit-width", "flat"), button("arrow-autofit-height", "flat")
        self.zoom = Label()
        self.print, self.pdf = button(role="primary"), button("file-type-pdf")
        self.all_files, self.close_button = button("device-floppy"), button()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._build()
        self.panel.setVisible(not fixed)
        self._connect()
        self.setStyleSheet(STYLE)
        self.resize(1180, 740)
        self.set_language(language)

    def _build(self) -> None:
        for code in LANGUAGES:
            self.languages.addItem({"en": "English", "zh": "中文"}[code], code)
        self.papers.addItems(PAPER_NAMES)
        self.languages.setCurrentIndex(self.languages.findData(self._report_language.code))
        self.papers.setCurrentText(self._paper)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for part in (self.languages, self.papers, self.smaller, self.zoom, self.larger, self.fit_width, self.fit_page):
            part.setMinimumHeight(TOUCH_PX)
            bar.addWidget(part)
        bar.addStretch(1)
        for part in (self.all_files, self.pdf, self.print, self.close_button):
            bar.addWidget(part)
        self.zoom.setMinimumWidth(48)
        middle = QHBoxLayout()
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.notice)
        layout.addLayout(middle, 1)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._redraw)
        self.languages.activated.connect(self._redraw)
        self.papers.activated.connect(self._redraw)
        self.smaller.clicked.connect(lambda: self.preview.step(-1))
        self.larger.clicked.connect(lambda: self.preview.step(1))
        self.fit_width.clicked.connect(lambda: self.preview.fit("width"))
        self.fit_page.clicked.connect(lambda: self.preview.fit("page"))
        self.preview.zoomed.connect(lambda zoom: self.zoom.setText(self._language.percent(f"{100 * zoom:.0f}")))
        self.panel.changed.connect(self._take)
        self.panel.identity_checked.connect(self.identity_checked)
        self.panel.identity_checked.connect(lambda: self._soon.start())  # the page has a box for it
        self.print.clicked.connect(self._ask_printer)
        self.pdf.clicked.connect(self._ask_file)
        self.all_files.clicked.connect(self._ask_folder)
        self.close_button.clicked.connect(self.accept)
        for keys, what in (
            (QKeySequence.StandardKey.Print, self.print),
            (QKeySequence.StandardKey.Save, self.pdf),
            (QKeySequence.StandardKey.ZoomIn, self.larger),
            (QKeySequence.StandardKey.ZoomOut, self.smaller),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(what.click)

    def set_language(self, language: Language) -> None:
        """Word the dialog in a language; the report stays in the one that was chosen for it."""
        self._language = language
        text = language.text
        self.setWindowTitle(text("ui.report.title"))
        self.languages.setAccessibleName(text("ui.report.language"))
        self.languages.setToolTip(text("ui.report.language"))
        self.papers.setAccessibleName(text("ui.report.paper"))
        self.papers.setToolTip(text("ui.report.paper"))
        named = {
            self.smaller: text("ui.report.smaller"),
            self.larger: text("ui.report.larger"),
            self.fit_width: text("ui.report.fit-width"),
            self.fit_page: text("ui.report.fit-page"),
        }
        for control, name in named.items():
            control.setAccessibleName(name)
            control.setToolTip(name)
        self.print.setText(text("ui.report.print"))
        self.pdf.setText(text("ui.report.save-pdf"))
        self.all_files.setText(text("ui.report.save-all"))
        self.all_files.setToolTip(text("ui.report.save-all-tip"))
        self.close_button.setText(text("ui.dialog.close"))
        self.panel.set_language(language)
        self._redraw()

    def report_language(self) -> Language:
        """The language that the report is in."""
        return Language(self.languages.currentData())

    def content(self):
        """The words of the report as it is shown."""
        from desktop.report.build import build_content

        standing = self._standing(self.outcome)
        return build_content(self.outcome, self.report_language(), self.papers.currentText(), standing)

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages that are shown."""
        from desktop.report.document import print_pages

        if self._done(lambda: print_pages(self.content(), printer), "ui.report.printed", printer.printerName()):
            self.printed.emit(printer.printerName() or printer.outputFileName())

    def save_pdf(self, path: Path) -> None:
        """Write the pages that are shown as a PDF."""
        from desktop.report.document import write_pdf

        if self._done(lambda: write_pdf(self.content(), path), "ui.report.saved", str(path)):
            self.exported.emit(str(path))

    def save_all(self, folder: Path) -> None:
        """Write PDF, pictures of the pages and the record into a folder."""
        from desktop.report.document import file_stem
        from desktop.report.files import write_files

        def write() -> None:
            language, paper, stem = self.report_language(), self.papers.currentText(), file_stem(self.outcome)
            standing = self._standing(self.outcome)
            write_files(self.outcome, language, paper, folder, stem, standing, pictures=True)

        if self._done(write, "ui.report.saved", str(folder)):
            self.exported.emit(str(folder))

    def _done(self, work, message: str, where: str) -> bool:
        try:
            work()
        except InputError as error:
            self.notice.say(self._language.error(error), "danger")
            return False
        self.notice.say(self._language.text(message, where=where), "good")
        return True

    def _ask_printer(self) -> None:
        printer = printer_for(self.papers.currentText(), self._language.of(self.outcome.pack.manifest.title))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        if run_dialog(dialog):
            self.print_to(printer)

    def _ask_file(self) -> None:
        from desktop.report.document import file_stem

        name = f"{file_stem(self.outcome)}.pdf"
        path = path_to_save(self, self._language.text("ui.report.save-pdf"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_pdf(path)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._language.text("ui.report.save-all-tip"))
        if folder:
            self.save_all(Path(folder))

    def _take(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._soon.start()
        self.signed.emit(outcome)

    def done(self, result: int) -> None:
        """Give the pages back: they are large, and Python frees them when it likes."""
        super().done(result)
        self._soon.stop()
        self.preview.show_pages([], self._language)

    def _redraw(self) -> None:
        from desktop.report.document import draw_pages

        self.preview.show_pages(draw_pages(self.content()), self._language)
