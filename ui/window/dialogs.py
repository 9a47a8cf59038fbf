"""The dialogs of the window, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.jobs.messages import Job, MeasureEngines, SelfTest
from desktop.work import operations
from desktop.work.entered_outcomes import EnteredOutcomes
from desktop.work.running_jobs import Caller
from inference.errors import InputError, PrecontrastError
from inference.text import joined
from ui.dialogs.widgets import run_dialog
from ui.window.messages import ask

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.outcome import Outcome
    from ui.dialogs.packs import PackDialog
    from ui.report.dialog import ReportDialog
    from ui.window.main_window import MainWindow

Result = TypeVar("Result")
COPIED_MS = 6000


class Dialogs(QObject):
    """Opens dialogs and carries out what the user decided in them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.outcomes = EnteredOutcomes(window.installation.records)
        self._packs: PackDialog | None = None
        self._pack_jobs: set[int] = set()

    # --- the report

    def show_report(self) -> None:
        """Preview, print, save and sign the report of the case in hand."""
        from ui.report.dialog import ReportDialog

        window, work = self._window, self._window.open_cases.work
        if not work.current or work.state != "ready":
            return
        installation, records, paper = window.installation, window.installation.records, work.site.paper
        identity = self.tried(lambda: operations.identity_check(records, work.id))
        standing = partial(records.standing, case=work.id)
        dialog = ReportDialog(
            work.outcome, window.language, paper, installation.signer, window, standing, identity=identity
        )
        dialog.identity_checked.connect(
            lambda check: self.tried(lambda: operations.check_identity(records, work.id, check))
        )
        dialog.signed.connect(lambda outcome: self._sign(work, outcome, dialog))
        dialog.printed.connect(lambda where: self.log("printed", dialog.outcome, where))
        dialog.exported.connect(lambda where: self.log("exported", dialog.outcome, where))
        run_dialog(dialog)

    def _sign(self, work: OpenCase, outcome: Outcome, dialog: ReportDialog) -> None:
        """Keep a tick or signature; where something else has been asked meanwhile, say that it was not kept."""
        if not work.sign(outcome):
            dialog.reject()
            self._window.tell(InputError("report.overtaken"))

    def copy_result(self) -> None:
        """Put the result of the case in hand on the clipboard, as text."""
        from desktop.report.plain import plain_text

        window, work = self._window, self._window.open_cases.work
        if not work.current:
            return
        QGuiApplication.clipboard().setText(
            plain_text(work.outcome, window.language, window.installation.records.standing(work.outcome, work.id))
        )
        self.log("exported", work.outcome, "clipboard")
        window.statusBar().showMessage(window.language.text("ui.copied"), COPIED_MS)

    def log(self, action: str, outcome: Outcome, where: str) -> None:
        """Log that a report left the program."""
        records, where = self._window.installation.records, Path(where).suffix or where
        self.tried(lambda: operations.log_output(records, action, outcome, where=where))

    # --- cases

    def show_cases(self) -> None:
        """Search stored cases."""
        from ui.dialogs.cases import CasesDialog

        window = self._window
        try:
            installation = window.installation
            packs = installation.manifests()
            agents, user, records = installation.site.agents, installation.settings.user, installation.records
            dialog = CasesDialog(records, window.language, agents, user, packs, window, self.outcomes)
            operations.log_listing(records)
        except PrecontrastError as error:
            window.tell(error)
            return
        dialog.reopen.connect(lambda case: (dialog.accept(), window.open_cases.reopen(case)))
        run_dialog(dialog)
        window.refresh_start()

    def enter_outcome(self) -> None:
        """Enter what happened afterwards."""
        from ui.dialogs.event import EventDialog

        window, work = self._window, self._window.open_cases.work
        try:
            installation, patient = window.installation, work.outcome.patient
            case = joined(" · ", (part for part in (patient.name, patient.id) if part))
            user = installation.settings.user
            before, shown = self.outcomes.to_begin_with(work.id, window.language, user)
            asked = work.outcome.pack.manifest.event
            dialog = EventDialog(shown, window.language, installation.site.agents, user, case, window, asked)
            if run_dialog(dialog):
                self.outcomes.record(work.id, dialog.recorded(), before)
                window.menus.refresh()
        except PrecontrastError as error:
            window.tell(error)

    def undo_outcome(self) -> None:
        """Take back what was recorded last of the case in hand."""
        window, case = self._window, self._window.open_cases.work.id
        if self.tried(lambda: self.outcomes.undo(case) or True):
            window.statusBar().showMessage(window.language.text("ui.outcome-undone"), COPIED_MS)
        window.menus.refresh()

    # --- site, settings, packs

    def edit_rate(self) -> None:
        """Edit the site profile, beginning with the event rates."""
        self.edit_site("rates")

    def edit_site(self, page: str = "general") -> None:
        """Edit the site profile, beginning with one of its pages; open cases follow it."""
        from ui.dialogs.site import SiteDialog

        window = self._window
        if not self._site_is_readable():
            return
        try:
            seen = window.installation.site
            dialog = SiteDialog(seen, window.installation.manifests(), window.language, window)
            dialog.tabs.setCurrentWidget(getattr(dialog, page))
            if run_dialog(dialog):
                window.installation.change_site(dialog.site(), seen)
                window.open_cases.use_site()
        except PrecontrastError as error:
            window.tell(error)

    def _site_is_readable(self) -> bool:
        """Whether there is a profile to edit; a damaged one is put aside if the user says so."""
        window = self._window
        try:
            _ = window.installation.site
        except PrecontrastError as error:
            window.tell(error)
            if not ask(window, window.language, "ui.site.damaged-question", "ui.site.damaged-action"):
                return False
            try:
                window.installation.put_site_aside()
            except PrecontrastError as unwritable:
                window.tell(unwritable)
                return False
        return True

    def edit_settings(self) -> None:
        """Edit the settings; all take effect at once."""
        from inference.engines import all_candidates
        from ui.dialogs.settings import SettingsDialog

        window = self._window
        engines = [candidate.name for candidate in all_candidates()]
        packs = {m.id: window.language.of(m.title) for m in window.installation.manifests()}
        seen = window.installation.settings
        dialog = SettingsDialog(seen, window.language, engines, packs, parent=window)
        if not run_dialog(dialog):
            return
        changed = dialog.settings()
        names = ("language", "theme", "engine", "user", "watched", "watched_quiet_s", "default_pack")
        changes = {name: getattr(changed, name) for name in names if getattr(changed, name) != getattr(seen, name)}
        window.installation.change_settings(**changes)
        window.use_theme(changed.theme)
        window.set_language(window.installation.language)
        window.open_cases.use_settings()
        window.watch()

    def show_packs(self) -> None:
        """Manage packs."""
        from ui.dialogs.packs import PackDialog

        window = self._window
        default = window.installation.settings.default_pack
        dialog = self._packs = PackDialog(window.installation.library, window.language, default, window)
        dialog.test_wanted.connect(self._test_pack)
        dialog.default_wanted.connect(lambda pack: window.installation.change_settings(default_pack=pack))
        dialog.installed.connect(self._on_installed)
        records = window.installation.records
        dialog.removed.connect(lambda pack: self.tried(lambda: operations.log_pack_removed(records, pack)))
        run_dialog(dialog)
        self._packs = None
        for number in list(self._pack_jobs):
            window.open_cases.jobs.cancel(number)
        if window.open_cases.work is not None:
            window.systems.offer()
        window.systems.refresh()

    def _on_installed(self, pack_id: str) -> None:
        installation = self._window.installation
        self.tried(lambda: operations.log_pack_installed(installation.records, installation.library.open(pack_id)))

    def _test_pack(self, pack_id: str) -> None:
        from ui.dialogs.packs import PackDialog

        self._have_done(SelfTest(pack_id, self._window.language.code), PackDialog.show_checks)
        self._have_done(MeasureEngines(pack_id), PackDialog.show_engines)

    def _have_done(self, job: Job, show: Callable[[PackDialog, list], None]) -> None:
        """Have something done for the dialog of packs; it may be closed by then."""

        def done(number: int, result: tuple[object, ...]) -> None:
            self._pack_jobs.discard(number)
            if self._packs is not None:
                show(self._packs, list(result))

        def failed(number: int, error: PrecontrastError) -> None:
            self._pack_jobs.discard(number)
            if self._packs is not None:
                self._packs.show_failure(self._window.language.error(error))

        self._pack_jobs.add(self._window.open_cases.jobs.submit(job, Caller(done, failed)))

    def show_encryption(self) -> None:
        """Encrypt the stored cases, or store them in clear again."""
        from desktop.cases.encryption import key_id_of
        from desktop.work.encryption import seal_anew
        from ui.dialogs.encryption import EncryptionDialog

        window, installation = self._window, self._window.installation
        key_id = self.tried(lambda: key_id_of(installation.store))
        if key_id is None:
            return
        records, change = installation.records, partial(seal_anew, installation.places.cases, installation.audit)
        dialog = EncryptionDialog(bool(key_id), change, records.lend, records.take_back, window.language, window)
        run_dialog(dialog)
        window.refresh_start()

    # --- help

    def show_audit(self) -> None:
        """Show and verify the audit log; that it was read stands in it, too."""
        from ui.dialogs.audit import AuditDialog

        if not self.tried(self._log_view):
            return
        run_dialog(AuditDialog(self._window.installation.audit, self._window.language, self._window))

    def _log_view(self) -> bool:
        records = self._window.installation.records
        operations.log_view(records, records.audit.entries())
        return True

    def show_shortcuts(self) -> None:
        """The cheat sheet."""
        from ui.dialogs.shortcuts import ShortcutsDialog

        run_dialog(ShortcutsDialog(self._window.menus.by_group(), self._window.language, self._window))

    def show_user_guide(self) -> None:
        """The guide in the window's language; it stays open beside the window."""
        from ui.dialogs.user_guide import UserGuide

        window = self._window
        guide = window.findChild(UserGuide) or self.tried(lambda: UserGuide(window.language, window))
        if guide is not None:
            self.tried(lambda: guide.set_language(window.language))
            guide.show()
            guide.raise_()
            guide.activateWindow()

    def show_guide(self) -> None:
        """Offer the guided first start again."""
        self._window.installation.change_settings(guide_seen=False)
        self._window.show_start()

    def show_about(self) -> None:
        """Version, purpose and licences."""
        from ui.dialogs.about import AboutDialog

        run_dialog(AboutDialog(self._window.language, self._window))

    def tried(self, action: Callable[[], Result]) -> Result | None:
        """What an action gives; one that fails is told, and gives None."""
        try:
            return action()
        except PrecontrastError as error:
            self._window.tell(error)
            return None
