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
        self.corrected: dict[str, Segmentation] = {}
        self.edits: tuple[Edit, ...] = ()
        self.volume: Volume | None = None
        self.shown: Series | None = None
        self._wanted: Series | None = None
        self._memory: SharedMemory | None = None
        self._bridge = bridge
        self._tasks: dict[int, str] = {}
        self._screen_again = False
        bridge.progressed.connect(self._on_progress)
        bridge.done.connect(self._on_done)
        bridge.failed.connect(self._on_failed)

    # --- what the user does

    def open(self, paths: tuple[Path, ...]) -> None:
        """Read the headers below these paths; screening follows by itself where they are of one patient."""
        self.paths = paths
        self._set_state("scanning")
        self._submit("scan", ScanPaths(paths))

    def open_without_images(self) -> None:
        """Begin with the form alone, for packs that need no image."""
        self.screen()

    def restore(self, case: Case, masks: Mapping[str, Segmentation]) -> None:
        """Take up a stored case as it was, without its images."""
        self.id, self.created = case.id, case.created
        self.paths = tuple(Path(p) for p in case.paths)
        self.sheet, self.series, self.outcome = case.sheet, dict(case.series), case.outcome
        self.masks = dict(masks)
        self.edits = case.outcome.edits if case.outcome else ()
        self.corrected = dict(masks) if self.edits else {}
        self._set_state("ready" if case.outcome else "stopped")

    def read_images_again(self) -> None:
        """Read the files of a stored case; its hand-drawn masks stay."""
        self.open(self.paths)

    def take_patient(self, patient: tuple[str, str]) -> None:
        """Go on with one of several patients, named by (id, name)."""
        self.scan = dataclasses.replace(
            self.scan, series=tuple(s for s in self.scan.series if (s.patient.id, s.patient.name) == patient)
        )
        self._begin()

    def answer(self, sheet: AnswerSheet) -> None:
        """Use another answer sheet."""
        if sheet != self.sheet:
            self.sheet = sheet
            self.screen()

    def use_pack(self, manifest: Manifest) -> None:
        """Ask another pack about the same patient; answers that both packs know are kept."""
        known = {predictor.id for predictor in manifest.predictors}
        answers = {name: value for name, value in self.sheet.answers.items() if name in known}
        self.manifest, self.sheet = manifest, dataclasses.replace(self.sheet, answers=answers)
        self.series, self.corrected, self.edits = {}, {}, ()
        self.masks, self.found = {}, {}
        self._begin()

    def use_site(self, site: SiteProfile) -> None:
        """Use another site profile."""
        self.site = site
        if self.outcome is not None and self.can_screen:
            self.screen()

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice for an image role."""
        self.series[role] = key
        self.corrected, self.edits = {}, ()
        self._begin()

    def correct(self, step: str, segmentation: Segmentation, by: str) -> None:
        """Use a mask that the user drew; structures that differ from the model's are named in the outcome."""
        from desktop.mask_changes import structures_changed
        from inference.outcome import Edit

        changed = structures_changed(self.found.get(step), segmentation)
        self.corrected = {step: segmentation} if changed else {}
        self.edits = tuple(Edit(name, by, time_now()) for name in changed)
        self.screen()

    def sign(self, outcome: Outcome) -> None:
        """Keep an outcome that has been signed or ticked off."""
        before, self.outcome = self.outcome, outcome
        self.signed.emit(before)

    def screen(self) -> None:
        """Run the pack; a run that is under way is followed by another, so that the last answer counts."""
        if "screen" in self._tasks.values():
            self._screen_again = True
            return
        self._set_state("working")
        job = Screen(
            self.manifest.id, self.sheet, self.site, self.scan, dict(self.series), dict(self.corrected), self.edits
        )
        self._submit("screen", job)

    def show(self, series: Series) -> None:
        """Read a series for viewing."""
        self._wanted = series
        self._submit("show", ShowSeries(series))

    def show_again(self) -> None:
        """Read the images again that were let go while another case was in hand."""
        series = self._to_view()
        if series is not None and len(self.patients) == 1:
            self.show(series)

    def stop(self) -> None:
        """Stop everything that runs or waits for this case."""
        self._screen_again = False
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
    def can_screen(self) -> bool:
        """Whether the pack can run with what is at hand: a stored case has no images until they are read again."""
        return self.scan is not None or not any(role.required for role in self.manifest.images)

    @property
    def patients(self) -> list[tuple[str, str]]:
        """Patients of the files, as (id, name)."""
        series = self.scan.series if self.scan else ()
        return list(dict.fromkeys((s.patient.id, s.patient.name) for s in series))

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

    # --- what the worker says

    def _begin(self) -> None:
        """Show the chosen series and screen it."""
        if len(self.patients) > 1:
            self._set_state("choosing")
            return
        series = self._to_view()
        if series is not None and (self.shown is None or self.shown.key != series.key):
            self.show(series)
        self.screen()

    def _to_view(self) -> Series | None:
        """The series of the first image role; where none is suitable, the best that is a volume at all."""
        for choice in self.choices().values():
            if choice.series is not None:
                return choice.series
            for candidate in choice.candidates:
                if candidate.series.stack is not None and candidate.series.stack.straight:
                    return candidate.series
        return next((s for s in (self.scan.series if self.scan else ()) if s.stack is not None), None)

    def _submit(self, kind: str, job: Job) -> None:
        self._tasks[self._bridge.submit(job)] = kind

    def _on_progress(self, number: int, stage: str, share: float) -> None:
        kind = self._tasks.get(number)
        # Images that are read again for viewing are no progress of an outcome that is there already.
        if kind is not None and not (kind == "show" and self.outcome is not None):
            self.progressed.emit(stage, share)

    def _on_done(self, number: int, result: object) -> None:
        kind = self._tasks.pop(number, None)
        if kind == "scan":
            self._scanned(result)
        elif kind == "show":
            self._take_volume(result)
        elif kind == "screen":
            self._take_outcome(result)

    def _scanned(self, found: Found) -> None:
        self.scan, self.thumbnails = found.scan, found.thumbnails
        if not found.scan.series:
            note = next(iter(found.scan.notes), None)
            reason = {"reason": note.code, **note.parameters} if note else {"reason": "dicom.nothing-found"}
            self._fail(InputError("ui.no-images", path=str(self.paths[0]), **reason))
            return
        self._begin()

    def _take_volume(self, handle: SharedVolume) -> None:
        from desktop.jobs.shared import attach

        self.let_go()
        self.volume, self._memory = attach(handle)
        self.shown = self._wanted
        self.volume_read.emit()

    def _take_outcome(self, screened: Screened) -> None:
        if self._screen_again:
            self._screen_again = False
            self.screen()
            return
        from desktop.report.signing import succeeding

        self.outcome = succeeding(screened.outcome, self.outcome) if self.outcome else screened.outcome
        # The drawn masks as the viewer gave them out: it knows them again and keeps what can be undone.
        self.found, self.masks = screened.found, {**screened.found, **self.corrected}
        self._set_state("ready")
        self.screened.emit()

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        kind = self._tasks.pop(number, None)
        if kind is None:
            return
        if error.code == "work.cancelled":
            if not self._tasks:
                self._set_state("stopped")
            return
        # A series that cannot be read is reported by the screening too; one message is enough.
        if kind == "show" and "screen" in self._tasks.values():
            return
        self._fail(error)

    def _fail(self, error: PrecontrastError) -> None:
        self.error = error
        self.state = "failed"
        self.changed.emit()

    def _set_state(self, state: State) -> None:
        self.state, self.error = state, None
        self.changed.emit()
