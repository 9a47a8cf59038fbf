"""The main window: its pages, and which of them is on screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTranslator
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.installation import Installation
from desktop.language import Language
from inference.errors import PrecontrastError
from inference.text import cleaned
from ui.text import Label
from ui.theme import THEMES, theme_of
from ui.window.appearance import dress, speak, text_size
from ui.window.arrivals import Arrivals
from ui.window.case_signals import CaseSignals
from ui.window.cover import IdleCover
from ui.window.dialogs import Dialogs
from ui.window.drops import DropTarget
from ui.window.masks_in import MasksIn
from ui.window.masks_out import MasksOut
from ui.window.menus import Menus
from ui.window.messages import tell
from ui.window.moved_images import MovedImages
from ui.window.receiver import Receiver
from ui.window.recent_cases import recent_cases, whose
from ui.window.signatures import Signatures
from ui.window.start_page import StartPage
from ui.window.system_choice import SystemChoice
from ui.window.training_out import TrainingOut
from ui.window.view_options import ViewOptions
from ui.window.worklist import Worklist

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.work.open_case import OpenCase
    from inference.outcome import Edit
    from inference.segmentation import Segmentation
    from ui.window.browser import SeriesBrowser
    from ui.window.case_page import CasePage

SMALLEST, FIRST_SIZE = QSize(900, 500), QSize(1280, 800)
FRAME = QSize(0, 36)
"""Room that the title bar takes of a screen."""
RECENT_CASES = 12


class MainWindow(QMainWindow):
    """Start page, series browser and case page on one stack, the worklist beside them.

    Parameters
    ----------
    installation
        Services; closed with the window.
    """

    def __init__(self, installation: Installation) -> None:
        super().__init__()
        self.installation, self.language = installation, installation.language
        self.case_signals = CaseSignals(installation, self)
        self.open_cases = self.case_signals.open_cases
        self.arrivals = Arrivals(self)
        self._case_page: CasePage | None = None
        self._browser: SeriesBrowser | None = None
        self._guided = False
        self._translator: QTranslator | None = None
        self._build()
        self.dialogs = Dialogs(self)
        self.masks_out, self.masks_in, self.training_out = MasksOut(self), MasksIn(self), TrainingOut(self)
        self.moved_images, self.systems = MovedImages(self), SystemChoice(self)
        self.receiver = Receiver(self)
        self.cover = IdleCover(self)
        self.signatures = Signatures(self)
        self.view_options = ViewOptions(self)
        self.menus = Menus(self)
        self._connect()
        self.set_language(self.language)
        saved = installation.settings.geometry
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))

    def _build(self) -> None:
        self._fit_screen()
        self.drops = DropTarget(self)
        self.start = StartPage(self.language)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.worklist = Worklist(self.language)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.worklist)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.research = Label()
        self.research.setProperty("role", "warning")
        # Permanent: what is told for a while must not cover it.
        self.statusBar().addPermanentWidget(self.research)
        self.statusBar().setSizeGripEnabled(False)

    def _fit_screen(self) -> None:
        """As large as is usual, or as the screen allows: at 150 % a laptop has little left."""
        room = self.screen().availableGeometry().size() - FRAME
        self.setMinimumSize(SMALLEST.boundedTo(room))
        self.resize(FIRST_SIZE.boundedTo(room))

    def _connect(self) -> None:
        start, open_cases, signals = self.start, self.open_cases, self.case_signals
        start.folder_wanted.connect(self.ask_for_folder)
        start.file_wanted.connect(self.ask_for_files)
        start.demo_wanted.connect(self.open_demo)
        start.form_wanted.connect(self.systems.open_form)
        start.cases_wanted.connect(self.dialogs.show_cases)
        start.reopen_wanted.connect(open_cases.reopen)
        start.search_wanted.connect(self._search)
        start.dismiss_wanted.connect(self._dismiss)
        start.guide_closed.connect(self._close_guide)
        self.worklist.chosen.connect(open_cases.take_in_hand)
        self.worklist.closed.connect(open_cases.close_case)
        self.drops.dropped.connect(self.masks_in.take_dropped)
        signals.added.connect(self._on_added)
        signals.removed.connect(self._on_removed)
        signals.changed.connect(self._on_changed)
        signals.signed.connect(self._on_changed)
        signals.shown.connect(self._on_shown)
        signals.went_back.connect(self._on_went_back)
        signals.trouble.connect(self.tell)
        signals.making_demo.connect(self._on_making_demo)
        self.arrivals.arrived.connect(open_cases.take_arrival)
        self.arrivals.trouble.connect(self.tell)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def begin(self, paths: tuple[Path, ...] = ()) -> None:
        """What waits until the window is on screen: recent cases, recovery, warnings, the worker, the first study."""
        self.refresh_start()
        for warning in self.installation.warnings:
            self.tell(warning)
        self.installation.warnings.clear()
        self.installation.warn = self.tell
        self.open_cases.reconcile()
        self.open_cases.warm_up()
        self.watch()
        self.receiver.begin()
        self.cover.begin()
        if paths:
            self.open_cases.open_paths(paths)

    def watch(self) -> None:
        """Open what appears in the folder that is set; where none is, that ends."""
        settings = self.installation.settings
        self.arrivals.watch(settings.watched, settings.watched_quiet_s)

    # --- opening

    def ask_for_folder(self) -> None:
        """Let the user choose a folder."""
        title, recent = self.language.text("ui.start.folder"), self.installation.settings.recent
        folder = QFileDialog.getExistingDirectory(self, title, recent[0] if recent else "")
        if folder:
            self.open_cases.open_paths((Path(folder),))

    def ask_for_files(self) -> None:
        """Let the user choose an archive, a DICOMDIR or images."""
        files, _ = QFileDialog.getOpenFileNames(self, self.language.text("ui.start.file"))
        if files:
            self.open_cases.open_paths(tuple(Path(f) for f in files))

    def open_demo(self) -> None:
        """Open the demonstration study."""
        self._guided = not self.installation.settings.guide_seen
        self._close_guide()
        self.open_cases.open_demo()

    # --- pages

    @property
    def case_page(self) -> CasePage:
        """Made when the first case is opened: it loads much that the first window does not need."""
        if self._case_page is None:
            from ui.window.case_page import CasePage

            page = self._case_page = CasePage(self.language)
            page.follow(self.case_signals)
            page.home_wanted.connect(self.show_start)
            page.middle.find.clicked.connect(self.moved_images.ask)
            page.series_wanted.connect(self.show_browser)
            page.report_wanted.connect(self.dialogs.show_report)
            page.result.rate_wanted.connect(self.dialogs.edit_rate)
            page.versions_wanted.connect(self.signatures.show_versions)
            page.pack_chosen.connect(self.systems.use)
            page.pack.wanted.connect(self.systems.ask)
            page.mask_drawn.connect(self._correct)
            page.viewer.mask_file_wanted.connect(self.masks_in.ask)
            self.systems.offer()
            self.stack.addWidget(page)
            self.menus.add_viewer(page.viewer)
            self.view_options.recall(page)
        return self._case_page

    @property
    def browser(self) -> SeriesBrowser:
        """Made when it is first needed."""
        if self._browser is None:
            from ui.window.browser import SeriesBrowser

            self._browser = SeriesBrowser(self.language)
            self._browser.back.connect(self.show_case)
            self._browser.patient_chosen.connect(self.open_cases.take_patient)
            self._browser.examination_chosen.connect(self.open_cases.take_examination)
            self._browser.series_chosen.connect(self.open_cases.choose_series)
            self.stack.addWidget(self._browser)
        return self._browser

    def show_start(self) -> None:
        """Show the start page; open cases stay open."""
        self.refresh_start()
        self._show(self.start)

    def show_browser(self) -> None:
        """Show the series of the case in hand."""
        self.browser.show_work(self.open_cases.work)
        self._show(self.browser)

    def show_case(self) -> None:
        """Show the case in hand, ready to be answered."""
        arrives = self.stack.currentWidget() is not self.case_page
        self._show(self.case_page)
        if arrives:
            self.case_page.form.focus_first()

    def _show(self, page) -> None:
        self.stack.setCurrentWidget(page)
        self._show_tabs()
        self.menus.refresh()

    def _show_tabs(self) -> None:
        """From the second case on; on the start page the way back to a single one too."""
        count = len(self.open_cases.works)
        self.worklist.setVisible(count > 1 or (count == 1 and self.stack.currentWidget() is self.start))

    def _show_recent(self) -> None:
        rows = self.installation.store.search(self.start.search.text(), limit=RECENT_CASES)
        self.start.show_recent(recent_cases(rows, self.language, theme_of(self)))

    def _search(self) -> None:
        try:
            self._show_recent()
        except PrecontrastError as error:
            self.tell(error)

    def refresh_start(self) -> None:
        """List systems and stored cases, and offer one that was open when the program ended."""
        self.systems.refresh()
        try:
            self._show_recent()
            row = self.open_cases.unfinished()
        except PrecontrastError as error:
            self.tell(error)
            return
        self.start.recovery.offer(*(("", "") if row is None else (row.id, whose(row, self.language))))
        self.start.guide.setVisible(not self.installation.settings.guide_seen and row is None)

    # --- language and theme

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        self._translator = speak(language, self, self._translator)
        self.setWindowTitle("Precontrast")
        self.research.setText(text("report.research-use"))
        self.drops.highlight.words = text("ui.drop.open")
        for part in (self.start, self.worklist, self.menus, self._case_page, self._browser):
            if part is not None:
                part.set_language(language)
        if self._case_page is not None and self.open_cases.work is not None:
            self.systems.offer()

    def use_language(self, code: str) -> None:
        """Switch the language and remember it."""
        self.installation.change_settings(language=code)
        self.set_language(Language(code))
        self._dress()
        self.refresh_start()

    def use_theme(self, name: str) -> None:
        """Switch to light, dark or the system's theme, and remember it."""
        self.installation.change_settings(theme=name)
        self._dress()

    def _dress(self) -> None:
        dress(self.installation.settings.theme, text_size(self.installation.settings), self.language.code)
        self.start.set_language(self.language)  # its pictures are drawn in the theme's ink
        self._search()  # and so are the signs of cases

    def _follow_system(self) -> None:
        """The computer went from day to night or back while the program runs."""
        if self.installation.settings.theme not in THEMES:
            self._dress()

    def toggle_theme(self) -> None:
        """From light to dark or back."""
        self.use_theme(next(name for name in THEMES if name != theme_of(self).name))

    def tell(self, error: PrecontrastError) -> None:
        """Say what went wrong."""
        tell(self, self.language, error)

    # --- what cases say

    def _on_added(self, work: OpenCase) -> None:
        self.worklist.add(work)
        self._show_tabs()

    def _on_removed(self, work: OpenCase) -> None:
        self.worklist.remove(work)
        self._show_tabs()

    def _on_shown(self, work: OpenCase | None) -> None:
        if work is None:
            self.case_page.forget()
            if self._browser is not None:
                self._browser.forget()
            self.show_start()
            return
        self.worklist.select(work)
        self.case_page.show_work(work)
        if work.state == "choosing":
            self.show_browser()
        else:
            self.show_case()

    def _on_changed(self, work: OpenCase) -> None:
        self.worklist.refresh(work)
        if work is self.open_cases.work:
            if work.state == "choosing":
                self.show_browser()
            elif self._browser is not None and self.stack.currentWidget() is self._browser:
                self.show_case()
            if self._guided and work.state == "ready":
                self._guided = False
                self.case_page.guide.begin()
        self.menus.refresh()

    def _on_went_back(self, work: OpenCase) -> None:
        if work is self.open_cases.work:
            self.case_page.show_work(work)

    def _on_making_demo(self, busy: bool) -> None:
        self.start.demo.setEnabled(not busy)
        if busy:
            self.statusBar().showMessage(self.language.text("ui.demo.making"))
        else:
            self.statusBar().clearMessage()

    @property
    def reader(self) -> str:
        """Who draws, as the settings say."""
        return cleaned(self.installation.settings.user or self.language.text("ui.edit.unnamed"))

    def _correct(self, step: str, contour: Segmentation, brought: Mapping[str, Edit]) -> None:
        self.open_cases.correct(step, contour, self.reader, brought)

    def _dismiss(self, case_id: str) -> None:
        self.open_cases.dismiss(case_id)
        self.refresh_start()

    def _close_guide(self) -> None:
        self.installation.change_settings(guide_seen=True)
        self.start.guide.hide()

    # --- events

    def showEvent(self, event: QShowEvent) -> None:
        """Take files from the first moment on."""
        super().showEvent(event)
        self.drops.attach()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close everything that is open, unless a dialog must not be closed now, or the guide would stay behind."""
        if not all(dialog.close() for dialog in self.findChildren(QDialog) if dialog.isVisible()):
            event.ignore()
            return
        self.installation.change_settings(geometry=bytes(self.saveGeometry().toBase64()).decode())
        if self._case_page is not None:
            self.view_options.remember(self._case_page)
            self._case_page.viewer.clear()
        self.hide()  # storing may have to wait for another program
        self.arrivals.watch(None, 0)
        self.systems.close()
        self.case_signals.close()
        self.installation.close()
        event.accept()
