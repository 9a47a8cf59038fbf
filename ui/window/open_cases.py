"""The cases that are open: how they are opened, changed, kept and closed. No widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.installation import Installation
from desktop.jobs.messages import MakeDemo, WarmUp, WorkerSettings
from desktop.work import operations
from inference.errors import InputError, PrecontrastError
from inference.text import cleaned, joined
from ui.window import keeping
from ui.window.arrivals import Arrivals
from ui.window.bridge import WorkerBridge

if TYPE_CHECKING:
    from desktop.cases import Case
    from desktop.work.watched_folder import Arrival, Study
    from inference.answers import AnswerSheet
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.vocabulary import Text
    from ui.window.open_case import OpenCase

RETRY_MS = 500
RETRIES_UNTOLD = 20
LAST_SECONDS = 10.0
"""So long the end of the program waits for another one to let go of the store."""


class OpenCases(QObject):
    """Open cases and the one in hand.

    Signals
    -------
    added, removed, changed
        A case was opened, was closed, or has something new.
    shown
        Another case is in hand.
    trouble
        An error to be told.
    making_demo
        Whether the demonstration study is being made.
    went_back
        A case is again as it was signed.
    """

    added = Signal(object)
    removed = Signal(object)
    changed = Signal(object)
    shown = Signal(object)
    trouble = Signal(object)
    making_demo = Signal(bool)
    went_back = Signal(object)

    def __init__(self, installation: Installation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.installation = installation
        self.bridge = WorkerBridge(WorkerSettings(installation.settings.engine), self)
        self.works: list[OpenCase] = []
        self.work: OpenCase | None = None
        self._demo_task: int | None = None
        self.arrivals = Arrivals(self)
        self._came: dict[Study, OpenCase] = {}
        self.arrivals.arrived.connect(self._on_arrived)
        self.arrivals.trouble.connect(self.trouble)
        self._retries, self._retry = 0, QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._retry_waiting)
        self.bridge.done.connect(self._on_done)
        self.bridge.failed.connect(self._on_failed)

    # --- opening

    def open_paths(
        self, paths: tuple[Path, ...], sheet: AnswerSheet | None = None, in_hand: bool = True
    ) -> OpenCase | None:
        """Open a study as a new case, with answers where there are some; it waits its turn where another is read.

        Parameters
        ----------
        in_hand
            Whether it may be shown at once; what comes by itself does not take the place of what someone looks at.
        """
        paths = tuple(path.absolute() for path in paths)
        work = self._new_work(sheet=sheet, in_hand=in_hand)
        if work is not None:
            if in_hand or len(paths) == 1:  # of loose files, no single one can be opened again
                self.installation.remember_opened(paths[0])
            work.open(paths)
        return work

    def reconcile(self) -> None:
        """Finish what a program that was ended had begun."""
        self._tried(Installation.reconcile)

    def warm_up(self) -> None:
        """Have the models of the usual pack loaded before the first study comes; trouble shows when they are used."""
        try:
            self.bridge.submit(WarmUp(self.installation.default_pack))
        except PrecontrastError as error:
            self.trouble.emit(error)

    def open_demo(self) -> None:
        """Make the demonstration study, unless it is there, and open it."""
        if self._demo_task is None:
            self.making_demo.emit(True)
            self._demo_task = self.bridge.submit(MakeDemo(self.installation.places.cache / "demo-study"))

    def open_form(self) -> None:
        """Begin a case without images, with a pack that needs none."""
        try:
            manifest = self.installation.form_manifest()
        except PrecontrastError as error:
            self.trouble.emit(error)
            return
        work = self._new_work(manifest)
        if work is not None:
            work.open_without_images()

    def reopen(self, case_id: str) -> None:
        """Take up a stored case."""
        present = next((work for work in self.works if work.id == case_id), None)
        if present is not None:
            self.take_in_hand(present)
            return
        try:
            case, masks = operations.take_up(self.installation.records, case_id)
            manifest = self._manifest_of(case)
        except PrecontrastError as error:
            self.trouble.emit(error)
            return
        work = self._new_work(manifest, case.sheet)
        if work is not None:
            work.restore(case, masks)
            self.take_in_hand(work)

    def _manifest_of(self, case: Case) -> Manifest:
        """Of the pack of a stored case; one that is no longer installed is told, and its result is shown all the same.

        Raises
        ------
        PrecontrastError
            When the pack cannot be used and there is no result.
        """
        try:
            return self.installation.library.open(case.pack).manifest
        except PrecontrastError as error:
            if case.outcome is None or case.outcome.pack.manifest.id != case.pack:
                raise
            self.trouble.emit(error)
            return case.outcome.pack.manifest

    def watch(self, folder: str | None) -> None:
        """Open what appears in a folder; None ends that."""
        self.arrivals.watch(folder, self.installation.settings.watched_quiet_s)

    def _new_work(
        self, manifest: Manifest | None = None, sheet: AnswerSheet | None = None, in_hand: bool = True
    ) -> OpenCase | None:
        from inference.answers import AnswerSheet
        from ui.window.open_case import OpenCase

        try:
            manifest = manifest or self.installation.default_manifest()
            work = OpenCase(self.bridge, manifest, sheet or AnswerSheet(), self.installation.site, self)
        except PrecontrastError as error:
            self.trouble.emit(error)
            return None
        work.changed.connect(lambda: self._on_changed(work))
        work.screened.connect(lambda: self._keep(work))
        work.signed.connect(lambda before: self._keep_signed(work, before))
        work.went_wrong.connect(lambda error: self._on_wrong(work, error))
        work.went_back.connect(lambda: self._put_back(work))
        work.renamed.connect(lambda: self._tried(keeping.withdraw_identity, work))
        work.unticked.connect(self._tell_unticked)
        self.works.append(work)
        self.added.emit(work)
        if in_hand and (self.work is None or not self.work.busy):
            self.take_in_hand(work)
        return work

    # --- the case in hand

    def take_in_hand(self, work: OpenCase) -> None:
        """Show a case; the images of the one before are let go, so that memory holds one patient."""
        before, self.work = self.work, work
        if before is not None and before is not work:
            before.in_hand = False
        work.in_hand = True
        self.shown.emit(work)
        work.prefer()
        if before is not None and before is not work:
            before.let_go()
        work.show_again()

    def close_case(self, work: OpenCase, store: bool = True) -> None:
        """Close a case; what is stored of it stays."""
        self.works.remove(work)
        if work is self.work:
            self.work = None
            self.shown.emit(None)
        if store:
            self._tried(keeping.close, work)
        self.removed.emit(work)
        work.end()

    def take_patient(self, patient: tuple[str, ...]) -> None:
        """Go on with one of several patients."""
        self.work.take_patient(patient)

    def take_examination(self, study_uid: str) -> None:
        """Go on with one of several examinations."""
        self.work.take_examination(study_uid)

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice, and log that."""
        self.work.choose_series(role, key)
        self._tried(keeping.log_override, self.work, role)

    def use_pack(self, pack_id: str) -> None:
        """Ask another pack about the case in hand."""
        try:
            manifest = self.installation.library.open(pack_id).manifest
        except PrecontrastError as error:
            self.trouble.emit(error)
            return
        if manifest.id != self.work.manifest.id:
            self.work.use_pack(manifest)

    def correct(self, step: str, drawn: Segmentation, by: str) -> None:
        """Use a mask that the user drew."""
        self.work.correct(step, drawn, cleaned(by))

    def use_settings(self) -> None:
        """Let changed settings take effect."""
        self.bridge.worker.change(WorkerSettings(self.installation.settings.engine))
        self.watch(self.installation.settings.watched)

    def use_site(self) -> None:
        """Let a changed site profile take effect on every open case, the one in hand first."""
        for work in sorted(self.works, key=lambda work: work is not self.work):
            work.use_site(self.installation.site)

    def forget(self, case_id: str) -> None:
        """Close a case that has been deleted from the store, without storing it again."""
        work = next((work for work in self.works if work.id == case_id), None)
        if work is not None:
            self.close_case(work, store=False)

    def dismiss(self, case_id: str) -> None:
        """Offer a case that was open at a crash no more."""
        self._tried(keeping.dismiss, case_id)

    def close(self) -> None:
        """Close all cases; a run that is under way is stopped, for its case can be opened again."""
        works, self.works = self.works, []  # what still comes back is not stored
        for work in works:
            self._tried(keeping.close, work)
            work.let_go()
        self._retry.stop()
        self.installation.records.finish(LAST_SECONDS)
        self.arrivals.watch(None, 0)
        self.bridge.close()

    # --- what comes back

    def _on_changed(self, work: OpenCase) -> None:
        if work not in self.works:
            return  # closed; what still comes back is not stored
        if work.state == "working":
            self._tried(keeping.begin, work)
        if work.state == "stopped" and work.outcome is None:
            self._tried(keeping.log_stop, work)
        self.changed.emit(work)

    def _keep(self, work: OpenCase) -> None:
        if work not in self.works:
            return
        self._tried(keeping.keep, work)
        self.changed.emit(work)

    def _on_wrong(self, work: OpenCase, error: PrecontrastError) -> None:
        if work not in self.works:
            return
        if error.code == "worker.crashed":
            self._tried(keeping.log_crash, work)
        if work.state == "ready":
            self.trouble.emit(error)  # its result is still shown, and leaves no room for the error

    def _put_back(self, work: OpenCase) -> None:
        self._tried(keeping.put_back, work)
        self.went_back.emit(work)

    def _tell_unticked(self, items: tuple[Text, ...]) -> None:
        language = self.installation.language
        names = language.text("list.separator").join(language.of(item) for item in items)
        self.trouble.emit(InputError("report.unticked", items=names))

    def _keep_signed(self, work: OpenCase, before: Outcome) -> None:
        self._tried(keeping.keep_signed, work, before)
        self.changed.emit(work)

    def _tried(self, action, *arguments: object) -> None:
        """Keep something; a store or log that cannot be written is told and does not end the work."""
        try:
            action(self.installation, *arguments)
        except PrecontrastError as error:
            self.trouble.emit(error)
        if self.installation.records.waiting and not self._retry.isActive():
            self._retries = 0
            self._retry.start()

    def _retry_waiting(self) -> None:
        """Store what had to wait for another program; that it waits is told when it takes long."""
        self._retries += 1
        if self.installation.records.retry():
            self._retry.stop()
        elif self._retries == RETRIES_UNTOLD:
            self.trouble.emit(InputError("cases.waiting", path=str(self.installation.places.cases)))

    def _on_done(self, number: int, result: object) -> None:
        if number == self._demo_task:
            self._demo_task = None
            self.making_demo.emit(False)
            self.open_paths((Path(result),), keeping.demo_sheet())

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        if number == self._demo_task:
            self._demo_task = None
            self.making_demo.emit(False)
            self.trouble.emit(error)

    def _on_arrived(self, arrival: Arrival) -> None:
        """Open a study that came by itself; what comes of it later is read too, and no answer stands meanwhile."""
        self._came = {study: work for study, work in self._came.items() if work in self.works}
        work = self._came.get(arrival.study)
        if arrival.kind == "growing" and work is not None:
            if work.outcome is not None:
                self.trouble.emit(InputError("incoming.more", case=joined(" · ", _who(work))))
            work.await_more()
        elif arrival.kind == "growing":
            return  # it was closed; what comes is opened as a case of its own
        elif work is not None:
            work.open_again(arrival.paths)
        else:
            work = self.open_paths(arrival.paths, in_hand=False)
            if work is not None:
                self._came[arrival.study] = work


def _who(work: OpenCase) -> list[str]:
    patient = work.outcome.patient
    return [part for part in (patient.name, patient.id) if part] or [str(work.paths[0])]
