"""One patient in hand: what is asked of the worker, and what has come back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from desktop.cases import new_case
from desktop.cases.model import time_now
from desktop.jobs.messages import Found, Job, ScanPaths, Screen, Screened, ShowSeries
from inference.errors import InputError, PrecontrastError
from ui.window.bridge import WorkerBridge
from ui.window.case_parts import Drawn, Task, same_masks, same_patient, series_to_view

if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory

    from desktop.cases import Case
    from desktop.jobs.shared import SharedVolume
    from inference.answers import AnswerSheet
    from inference.dicom import Choice, Scan, Series
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile
    from inference.steps.context import Segmentation
    from inference.volume import Volume

State = Literal["scanning", "choosing", "working", "ready", "failed", "stopped"]
"""``choosing``: the files are of several patients, and the user has to say which. ``ready``: there is an outcome."""


class CaseWork(QObject):
    """A case while it is open.

    What is asked (answers, pack, series, site, drawn masks) has a number that grows with every change. An outcome is
    shown as the answer only while its number is the present one: :attr:`current`.

    Signals
    -------
    changed
        State, error, scan or pack changed.
    progressed
        Stage and share of the running task.
    volume_read
        The series to be viewed has been read (``volume``, ``shown``).
    screened
        There is a new ``outcome``.
    signed
        The outcome was signed or ticked off; carries the one before.
    """

    changed = Signal()
    progressed = Signal(str, float)
    volume_read = Signal()
    screened = Signal()
    signed = Signal(object)

    def __init__(
        self, bridge: WorkerBridge, manifest: Manifest, sheet: AnswerSheet, site: SiteProfile, parent=None
    ) -> None:
        super().__init__(parent)
        begun = new_case(manifest.id)
        self.id, self.created = begun.id, begun.created
        self.manifest, self.sheet, self.site = manifest, sheet, site
        self.paths: tuple[Path, ...] = ()
        self.scan: Scan | None = None
        self.thumbnails: Mapping[str, bytes] = {}
        self.series: dict[str, str] = {}
        self.state: State = "ready"
        self.error: PrecontrastError | None = None
        self.outcome: Outcome | None = None
        self.masks: Mapping[str, Segmentation] = {}
        self.found: Mapping[str, Segmentation] = {}
        self.drawn: dict[str, Drawn] = {}
        self.volume: Volume | None = None
        self.shown: Series | None = None
        self.in_hand = False
        self._memory: SharedMemory | None = None
        self._bridge = bridge
        self._tasks: dict[int, Task] = {}
        self._question = self._stopped_at = 0
        self._answered = -1
        bridge.progressed.connect(self._on_progress)
        bridge.done.connect(self._on_done)
        bridge.failed.connect(self._on_failed)

    # --- what the user does

    def open(self, paths: tuple[Path, ...]) -> None:
        """Read the headers below these paths; screening follows by itself where they are of one patient."""
        self.paths = paths
        self._set_state("scanning")
        self._submit(Task("scan"), ScanPaths(paths))

    def open_without_images(self) -> None:
        """Begin with the form alone, for packs that need no image."""
        self._ask()

    def restore(self, case: Case, masks: Mapping[str, Segmentation]) -> None:
        """Take up a stored case as it was, without its images."""
        self.id, self.created = case.id, case.created
        self.paths = tuple(Path(p) for p in case.paths)
        self.sheet, self.series, self.outcome = case.sheet, dict(case.series), case.outcome
        self.masks = dict(masks)
        if case.outcome is not None:
            self._answered = self._question
            if case.outcome.edits:
                self.drawn[self.manifest.id] = Drawn(dict(masks), case.outcome.edits)
        self._set_state("ready" if case.outcome else "stopped")

    def read_images_again(self) -> None:
        """Read the images of a stored case, or those whose reading failed; what was drawn by hand stays."""
        if self.scan is None:
            self.open(self.paths)
        else:
            self.show_again()

    def take_patient(self, patient: tuple[str, str]) -> None:
        """Go on with one of several patients, named by (id, name)."""
        self._keep_only(patient)
        self._begin()

    def answer(self, sheet: AnswerSheet) -> None:
        """Use another answer sheet; what only other packs ask stays known."""
        asked = {predictor.id for predictor in self.manifest.predictors}
        others = {name: value for name, value in self.sheet.answers.items() if name not in asked}
        sheet = dataclasses.replace(sheet, answers={**others, **sheet.answers})
        if sheet != self.sheet:
            self.sheet = sheet
            self._ask()

    def use_pack(self, manifest: Manifest) -> None:
        """Ask another pack about the same patient; answers and drawn masks of the one before are kept for it."""
        self.manifest, self.series = manifest, {}
        self.masks, self.found = {}, {}
        self._ask()

    def use_site(self, site: SiteProfile) -> None:
        """Use another site profile."""
        self.site = site
        if self.can_screen and (self.outcome is not None or self._screening()):
            self._ask()

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice for an image role."""
        self.series[role] = key
        self.drawn.pop(self.manifest.id, None)
        self.masks, self.found = {}, {}
        self._ask()

    def correct(self, step: str, segmentation: Segmentation, by: str) -> None:
        """Use a mask that the user drew; structures that differ from the model's are named in the outcome."""
        from desktop.mask_changes import structures_changed
        from inference.outcome import Edit

        changed = structures_changed(self.found.get(step), segmentation)
        self.drawn.pop(self.manifest.id, None)
        if changed:
            now = time_now()
            self.drawn[self.manifest.id] = Drawn({step: segmentation}, tuple(Edit(n, by, now) for n in changed))
        self._ask()

    def sign(self, outcome: Outcome) -> None:
        """Keep an outcome that has been signed or ticked off; one that has been overtaken is left alone."""
        if self.current:
            before, self.outcome = self.outcome, outcome
            self.signed.emit(before)

    def show(self, series: Series) -> None:
        """Read a series for viewing, instead of any other that is being read for that."""
        for number, task in list(self._tasks.items()):
            if task.kind == "show":
                self._bridge.cancel(number)
        self._submit(Task("show", series=series), ShowSeries(series))

    def show_again(self) -> None:
        """Read the images that are to be seen, unless they are there or on their way."""
        series = series_to_view(self.choices(), self.scan) if len(self.patients) == 1 else None
        if self.in_hand and series is not None and series.key not in (self._coming(), self._seen()):
            self.show(series)

    def stop(self) -> None:
        """Stop everything that runs or waits for this case."""
        self._stopped_at = self._question
        for number in list(self._tasks):
            self._bridge.cancel(number)

    def retry(self) -> None:
        """Do again what failed or was stopped."""
        if self.scan is None and self.paths:
            self.open(self.paths)
        else:
            self._begin()

    def let_go(self) -> None:
        """Free the images; everything else stays."""
        for number, task in list(self._tasks.items()):
            if task.kind == "show":
                self._bridge.cancel(number)
        self.volume = self.shown = None
        if self._memory is not None:
            memory, self._memory = self._memory, None
            memory.close()

    # --- what others ask

    @property
    def busy(self) -> bool:
        """Whether the worker has something to do for this case."""
        return bool(self._tasks)

    @property
    def current(self) -> bool:
        """Whether the outcome is the answer to what is asked now."""
        return self.outcome is not None and self._answered == self._question

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Who drew what in the masks that the pack uses."""
        drawn = self.drawn.get(self.manifest.id)
        return drawn.edits if drawn else ()

    @property
    def can_screen(self) -> bool:
        """Whether another question can be asked: a stored case has no images until they are read again."""
        return self.scan is not None or not self.paths

    @property
    def patients(self) -> list[tuple[str, str]]:
        """Patients of the files, as (id, name)."""
        series = self.scan.series if self.scan else ()
        return list(dict.fromkeys((s.patient.id, s.patient.name) for s in series))

    def asked_sheet(self) -> AnswerSheet:
        """The answers that the pack asks for."""
        known = {predictor.id for predictor in self.manifest.predictors}
        answers = {name: value for name, value in self.sheet.answers.items() if name in known}
        return dataclasses.replace(self.sheet, answers=answers)

    def choices(self) -> dict[str, Choice]:
        """By image role the series that will be used, with the reasons."""
        from inference.dicom import choose
        from inference.pipeline import wanted_role

        if self.scan is None or not self.scan.series:
            return {}
        return {r.id: choose(self.scan.series, wanted_role(r), self.series.get(r.id)) for r in self.manifest.images}

    def header(self) -> Series | None:
        """The series whose header says who the patient is."""
        from inference.identity import header_of

        chosen = [choice.series for choice in self.choices().values() if choice.series is not None]
        return header_of(self.scan, chosen)

    # --- asking

    def _ask(self) -> None:
        """What is asked has changed."""
        self._question += 1
        if self.state not in ("scanning", "choosing") and self.can_screen:
            self._begin()
        else:
            self.changed.emit()

    def _begin(self) -> None:
        """Show the chosen series and screen it; a run that is under way is followed by another."""
        if len(self.patients) > 1:
            self._set_state("choosing")
            return
        self.show_again()
        self._set_state("working")
        if not self._screening():
            self._screen()

    def _screen(self) -> None:
        drawn = self.drawn.get(self.manifest.id, Drawn({}, ()))
        job = Screen(
            self.manifest.id,
            self.asked_sheet(),
            self.site,
            self.scan,
            dict(self.series),
            dict(drawn.masks),
            drawn.edits,
        )
        self._submit(Task("screen", question=self._question), job)

    def _screening(self) -> bool:
        return any(task.kind == "screen" for task in self._tasks.values())

    def _coming(self) -> str | None:
        """Key of the series that is being read for viewing."""
        shows = [task.series.key for task in self._tasks.values() if task.kind == "show"]
        return shows[-1] if shows else None

    def _seen(self) -> str | None:
        """Key of the series that is seen, unless another one is about to take its place."""
        return None if self.shown is None or self._coming() is not None else self.shown.key

    def _submit(self, task: Task, job: Job) -> None:
        self._tasks[self._bridge.submit(job)] = task

    def _keep_only(self, patient: tuple[str, str]) -> None:
        own = tuple(s for s in self.scan.series if (s.patient.id, s.patient.name) == patient)
        self.scan = dataclasses.replace(self.scan, series=own)

    # --- what the worker says

    def _on_progress(self, number: int, stage: str, share: float) -> None:
        task = self._tasks.get(number)
        # Images that are read again for viewing are no progress of an outcome that is there already.
        if task is not None and not (task.kind == "show" and self.current):
            self.progressed.emit(stage, share)

    def _on_done(self, number: int, result: object) -> None:
        task = self._tasks.pop(number, None)
        if task is None:
            return
        if task.kind == "scan":
            self._take_scan(result)
        elif task.kind == "show":
            self._take_volume(task.series, result)
        else:
            self._take_outcome(task.question, result)

    def _take_scan(self, found: Found) -> None:
        if not found.scan.series:
            note = next(iter(found.scan.notes), None)
            reason = {"reason": note.code, **note.parameters} if note else {"reason": "dicom.nothing-found"}
            self._fail(InputError("ui.no-images", path=str(self.paths[0]), **reason))
            return
        if self.outcome is not None:
            patient = same_patient(self.outcome, found.scan)
            if patient is None:
                self._fail(InputError("ui.other-images", path=str(self.paths[0])))
                return
            self.scan, self.thumbnails = found.scan, found.thumbnails
            self._keep_only(patient)
        else:
            self.scan, self.thumbnails = found.scan, found.thumbnails
        self._set_state("working")
        self._begin()

    def _take_volume(self, series: Series, handle: SharedVolume) -> None:
        from desktop.jobs.shared import attach

        volume, memory = attach(handle)
        if not self.in_hand or self._coming() is not None:
            # Overtaken: another case or another series is to be seen.
            del volume
            if memory is not None:
                memory.close()
            return
        self.let_go()
        self.volume, self._memory, self.shown = volume, memory, series
        self.volume_read.emit()

    def _take_outcome(self, question: int, screened: Screened) -> None:
        from desktop.report.signing import succeeding

        if question != self._question:
            self._screen()
            return
        self.outcome = succeeding(screened.outcome, self.outcome) if self.outcome else screened.outcome
        self._answered = question
        # The drawn masks as the viewer gave them out: it knows them again and keeps what can be undone.
        drawn = self.drawn.get(self.manifest.id, Drawn({}, ()))
        self.found = same_masks(self.found, screened.found)
        self.masks = {**self.found, **drawn.masks}
        self._set_state("ready")
        self.screened.emit()

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        task = self._tasks.pop(number, None)
        if task is None:
            return
        if task.kind == "show":
            # What keeps a series from being read is reported by the screening too; if not, it can be read again.
            self.changed.emit()
        elif error.code != "work.cancelled":
            self._fail(error)
        elif self._question != self._stopped_at and task.kind == "screen":
            self._screen()  # something was asked after the stop
        else:
            self._set_state("stopped")

    def _fail(self, error: PrecontrastError) -> None:
        self.error = error
        self.state = "failed"
        self.changed.emit()

    def _set_state(self, state: State) -> None:
        self.state, self.error = state, None
        self.changed.emit()
