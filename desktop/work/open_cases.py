"""The cases that are open: how they are opened, changed, kept and closed, whatever shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs.messages import MadeDemo, MakeDemo, WarmUp, WorkerSettings
from desktop.work import operations
from desktop.work.notices import Notice, Trouble, Unticked
from desktop.work.running_jobs import Caller, RunningJobs
from inference.errors import InputError, PrecontrastError
from inference.text import cleaned, joined

if TYPE_CHECKING:
    from desktop.case_records import Recorded
    from desktop.cases import Case, CaseRow
    from desktop.installation import Installation
    from desktop.jobs.executor import Executor, Receive
    from desktop.work.open_case import OpenCase
    from desktop.work.watched_folder import Arrival, Study
    from inference.answers import AnswerSheet
    from inference.outcome import Edit
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation

RETRIES_UNTOLD = 20
LAST_SECONDS = 10.0
"""So long the end of the program waits for another one to let go of the store."""


@dataclass(frozen=True, slots=True)
class Added:
    """A case was opened."""

    case: OpenCase


@dataclass(frozen=True, slots=True)
class Removed:
    """A case was closed."""

    case: OpenCase


@dataclass(frozen=True, slots=True)
class Shown:
    """Another case is in hand, or none."""

    case: OpenCase | None


@dataclass(frozen=True, slots=True)
class Told:
    """What an open case tells."""

    case: OpenCase
    notice: Notice


@dataclass(frozen=True, slots=True)
class MakingDemo:
    """Whether the demonstration study is being made."""

    busy: bool


@dataclass(frozen=True, slots=True)
class StoreBusy:
    """Another program keeps store or log: :meth:`OpenCases.retry` is to be called now and then until it is true."""


Event = Added | Removed | Shown | Told | MakingDemo | StoreBusy | Trouble


class OpenCases:
    """Open cases and the one in hand.

    Parameters
    ----------
    make_executor
        Makes what does the jobs, of the settings and what its messages go to; these must come in this thread.
    observer
        Told what happens.

    Attributes
    ----------
    works
        The cases, in the order in which they were opened.
    work
        The one in hand, which is shown.
    jobs
        What the worker has to do, for a case or for anything else.
    next_pack
        Id of the pack that the user has chosen for the study that is opened next; empty: the usual one.
    """

    def __init__(
        self,
        installation: Installation,
        make_executor: Callable[[WorkerSettings, Receive], Executor],
        observer: Callable[[Event], None] = lambda event: None,
    ) -> None:
        self.installation, self._observer = installation, observer
        self.works: list[OpenCase] = []
        self.work: OpenCase | None = None
        self.next_pack = ""
        settings = WorkerSettings(installation.settings.engine)
        self.jobs = RunningJobs(lambda receive: make_executor(settings, receive), self._tell_preparing)
        self._making_demo = False
        self._came: dict[Study, OpenCase] = {}
        self._retries = 0
        installation.records.observers.append(self._on_recorded)

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
        chosen, self.next_pack = (self.next_pack, "") if in_hand else ("", self.next_pack)
        work = self._new_work(None, sheet, in_hand, chosen)
        if work is not None:
            if in_hand or len(paths) == 1:  # of loose files, no single one can be opened again
                self.installation.remember_opened(paths[0])
            work.open(paths)
        return work

    def reconcile(self) -> None:
        """Finish what a program that was ended had begun."""
        self._tried(self.installation.reconcile)

    def warm_up(self) -> None:
        """Have the models of the usual pack loaded before the first study comes; trouble shows when they are used."""
        nobody = Caller(lambda number, result: None, lambda number, error: None)
        self._tried(lambda: self.jobs.submit(WarmUp(self.installation.default_pack), nobody))

    def open_demo(self) -> None:
        """Make a patient for the system that was chosen, or the usual demonstration study, and open it."""
        if not self._making_demo:
            self._tell_making_demo(True)
            pack, self.next_pack = self.next_pack, ""
            job = MakeDemo(self.installation.places.cache / "demo-study", pack)
            self.jobs.submit(job, Caller(self._open_made_demo, self._on_demo_failed))

    def _open_made_demo(self, number: int, made: MadeDemo) -> None:
        self._tell_making_demo(False)
        self.next_pack = made.pack
        self.open_paths(made.paths, made.sheet) if made.paths else self.open_form(made.pack, made.sheet)

    def _on_demo_failed(self, number: int, error: PrecontrastError) -> None:
        self._tell_making_demo(False)
        self._observer(Trouble(error))

    def _tell_making_demo(self, busy: bool) -> None:
        self._making_demo = busy
        self._observer(MakingDemo(busy))

    def open_form(self, pack_id: str = "", sheet: AnswerSheet | None = None) -> None:
        """Begin a case without images: with this pack, or the usual one that needs none."""
        self.next_pack = ""
        try:
            manifest = self.installation.form_manifest(pack_id)
        except PrecontrastError as error:
            self._observer(Trouble(error))
            return
        work = self._new_work(manifest, sheet)
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
            self._observer(Trouble(error))
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
            self._observer(Trouble(error))
            return case.outcome.pack.manifest

    def _new_work(
        self, manifest: Manifest | None = None, sheet: AnswerSheet | None = None, in_hand: bool = True, chosen: str = ""
    ) -> OpenCase | None:
        from desktop.work.open_case import OpenCase  # which loads much that the first window does not need
        from inference.answers import AnswerSheet

        installation = self.installation
        try:
            manifest = manifest or installation.default_manifest(chosen)
            sheet, site = sheet or AnswerSheet(), installation.site
        except PrecontrastError as error:
            self._observer(Trouble(error))
            return None
        work = OpenCase(self.jobs, installation.records, manifest, sheet, site, self._hear)
        self.works.append(work)
        self._observer(Added(work))
        if in_hand and (self.work is None or not self.work.busy):
            self.take_in_hand(work)
        return work

    def take_arrival(self, arrival: Arrival) -> None:
        """Open a study that came by itself; what comes of it later is read too, and no answer stands meanwhile."""
        self._came = {study: work for study, work in self._came.items() if work in self.works}
        work = self._came.get(arrival.study)
        if arrival.kind == "growing" and work is not None:
            if work.outcome is not None:
                self._observer(Trouble(InputError("incoming.more", case=joined(" · ", _who(work)))))
            work.await_more()
        elif arrival.kind == "growing":
            return  # it was closed; what comes is opened as a case of its own
        elif work is not None:
            work.open_again(arrival.paths)
        else:
            work = self.open_paths(arrival.paths, in_hand=False)
            if work is not None:
                self._came[arrival.study] = work

    # --- the case in hand

    def take_in_hand(self, work: OpenCase) -> None:
        """Show a case; the images of the one before are let go, so that memory holds one patient."""
        before, self.work = self.work, work
        if before is not None and before is not work:
            before.in_hand = False
        work.in_hand = True
        self._observer(Shown(work))
        work.prefer()
        if before is not None and before is not work:
            before.let_go()
        work.show_again()

    def close_case(self, work: OpenCase, store: bool = True) -> None:
        """Close a case, unless it is closed; what is stored of it stays."""
        if work not in self.works:
            return
        self.works.remove(work)
        if work is self.work:
            self.work = None
            self._observer(Shown(None))
        if store:
            work.store_closed()
        self._observer(Removed(work))
        work.end()

    def take_patient(self, patient: tuple[str, ...]) -> None:
        """Go on with one of several patients of the case in hand."""
        if self.work is not None:
            self.work.take_patient(patient)

    def take_examination(self, study_uid: str) -> None:
        """Go on with one of several examinations."""
        if self.work is not None:
            self.work.take_examination(study_uid)

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice."""
        if self.work is not None:
            self.work.choose_series(role, key)

    def use_pack(self, pack_id: str) -> None:
        """Ask another pack about the case in hand."""
        try:
            manifest = self.installation.library.open(pack_id).manifest
        except PrecontrastError as error:
            self._observer(Trouble(error))
            return
        if self.work is not None and manifest.id != self.work.manifest.id:
            self.work.use_pack(manifest)

    def correct(self, step: str, contour: Segmentation, by: str, brought: Mapping[str, Edit]) -> None:
        """Use a mask that the user drew, or has just brought from a file."""
        if self.work is not None:
            self.work.correct(step, contour, cleaned(by), brought)

    def use_settings(self) -> None:
        """Let changed settings take effect."""
        self.jobs.change(WorkerSettings(self.installation.settings.engine))

    def use_site(self) -> None:
        """Let a changed site profile take effect on every open case, the one in hand first."""
        for work in sorted(self.works, key=lambda work: work is not self.work):
            work.use_site(self.installation.site)

    def forget(self, case_id: str) -> None:
        """Close a case that has been deleted from the store, without storing it again."""
        work = next((work for work in self.works if work.id == case_id), None)
        if work is not None:
            self.close_case(work, store=False)

    def unfinished(self) -> CaseRow | None:
        """A case that was open when the program crashed and is not open now, if there is one.

        Raises
        ------
        InputError
            As of the store.
        """
        # Where another window is open, the cases that are open there must not be taken for those of a crash.
        rows = self.installation.store.unfinished() if self.installation.alone else ()
        open_now = {work.id for work in self.works}
        return next((row for row in rows if row.id not in open_now), None)

    def dismiss(self, case_id: str) -> None:
        """Offer a case that was open at a crash no more."""
        self._tried(lambda: operations.dismiss(self.installation.records, case_id))

    def close(self) -> None:
        """Close all cases; a run that is under way is stopped, for its case can be opened again."""
        works, self.works = self.works, []
        for work in works:
            work.store_closed()
            work.end()
        if self._on_recorded in self.installation.records.observers:
            self.installation.records.observers.remove(self._on_recorded)
        self.installation.records.finish(LAST_SECONDS)
        self.jobs.close()

    def retry(self) -> bool:
        """Store what had to wait for another program; returns whether all is. That it takes long is told once."""
        if self.installation.records.retry():
            self._retries = 0
            return True
        self._retries += 1
        if self._retries == RETRIES_UNTOLD:
            self._observer(Trouble(InputError("cases.waiting", path=str(self.installation.places.cases))))
        return False

    # --- what is told

    def _hear(self, work: OpenCase, notice: Notice) -> None:
        match notice:
            case Trouble():
                self._observer(notice)
            case Unticked(items):
                language = self.installation.language
                names = language.text("list.separator").join(language.of(item) for item in items)
                self._observer(Trouble(InputError("report.unticked", items=names)))
            case _:
                self._observer(Told(work, notice))
        self._tell_busy()

    def _on_recorded(self, recorded: Recorded) -> None:
        """A case that is deleted here, by whatever part of the program, is not open any more."""
        if recorded.action == "case-deleted":
            self.forget(recorded.case)

    def _tell_preparing(self) -> None:
        for work in self.works:
            work.tell_preparing()

    def _tried(self, action: Callable[[], object]) -> None:
        """Do something; what goes wrong is told."""
        try:
            action()
        except PrecontrastError as error:
            self._observer(Trouble(error))
        self._tell_busy()

    def _tell_busy(self) -> None:
        if self.installation.records.waiting:
            self._observer(StoreBusy())


def _who(work: OpenCase) -> list[str]:
    patient = work.outcome.patient if work.outcome is not None else None
    found = [part for part in (patient.name, patient.id) if part] if patient is not None else []
    return found or [str(work.paths[0])]
