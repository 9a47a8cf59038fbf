"""One patient in hand: what is asked of the worker, and what has come back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cases.model import time_now
from desktop.jobs.course import SECONDS, Course
from desktop.jobs.messages import Found, ScanPaths, Screen, Screened, ShowSeries
from inference.errors import InputError, PrecontrastError
from ui.window.bridge import WorkerBridge
from ui.window.case_parts import (
    Drawn,
    Seen,
    Task,
    answers_it,
    same_patient,
    series_to_view,
)
from ui.window.case_state import CaseState

if TYPE_CHECKING:
    from desktop.cases import Case
    from desktop.jobs.shared import SharedVolume
    from inference.answers import AnswerSheet
    from inference.dicom import Series
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile


class OpenCase(CaseState):
    """A case while it is open, and what can be done with it."""

    def __init__(
        self, bridge: WorkerBridge, manifest: Manifest, sheet: AnswerSheet, site: SiteProfile, parent=None
    ) -> None:
        super().__init__(bridge, manifest, sheet, site, parent)
        self._ended = False
        bridge.progressed.connect(self._on_progress)
        bridge.done.connect(self._on_done)
        bridge.failed.connect(self._on_failed)

    # --- what the user does

    def open(self, paths: tuple[Path, ...]) -> None:
        """Read the headers below these paths; screening follows by itself where they are of one patient."""
        self.paths = paths
        self._course = Course(tuple(SECONDS))
        self._stage = "scan"
        self._set_state("scanning")
        self._tasks.submit(Task("scan"), ScanPaths(paths), self.in_hand)

    def await_more(self) -> None:
        """More of the study is coming: what was read of it is a part, and no answer to that holds."""
        self.arriving = True
        self._question += 1
        self._answer.fresh = None
        self._drop_tasks()
        self._set_state("scanning")

    def open_again(self, paths: tuple[Path, ...]) -> None:
        """Read the whole study after more of it has come: answers stay, what was drawn on a part does not."""
        self.arriving = False
        self._question += 1
        self.series, self.drawn = {}, {}
        self._answer.forget_masks()
        self._drop_tasks()
        self._image.let_go()
        self.open(paths)

    def _drop_tasks(self) -> None:
        """Whatever still comes back was read from a part of the study."""
        self._tasks.cancel("show")
        for kind in ("scan", "screen"):
            self._tasks.drop(kind)

    def open_without_images(self) -> None:
        """Begin with the form alone, for packs that need no image."""
        self._ask()

    def restore(self, case: Case, masks: Mapping[str, Segmentation]) -> None:
        """Take up a stored case as it was, without its images."""
        self.id, self.created, self.stored = case.id, case.created, True
        self.paths = tuple(Path(p) for p in case.paths)
        self.sheet, self.series = case.sheet, dict(case.series)
        if case.outcome is not None:
            if case.outcome.edits:
                self.drawn[self.manifest.id] = Drawn(dict(masks), case.outcome.edits)
            self._answer.restore(case.outcome, self._asks({} if case.outcome.edits else masks, masks))
            # Answers that were given and not screened when the program ended are asked first.
            same = case.outcome.pack.manifest.id == self.manifest.id and answers_it(case.outcome, self.sheet)
            self._answered = self._question - (not same)
        self._set_state("ready" if self.current else "open")

    def read_images_again(self) -> None:
        """Read the images of a stored case, or those whose reading failed; its outcome and what was drawn stay."""
        self.images_error = None
        if self.scan is not None:
            self.show_again()
        elif self.outcome is None:
            self.open(self.paths)
        else:
            self._tasks.submit(Task("scan"), ScanPaths(self.paths), self.in_hand)
            self.changed.emit()

    def take_patient(self, patient: tuple[str, ...]) -> None:
        """Go on with one of several patients, named by the keys of the series."""
        self._keep_only(patient)
        self._begin()

    def take_examination(self, study_uid: str) -> None:
        """Go on with one of several examinations."""
        self._keep_only([s.key for s in self.scan.series if s.study_uid == study_uid])
        self._begin()

    def answer(self, sheet: AnswerSheet) -> None:
        """Use another answer sheet; what only other packs ask stays known."""
        asked = {predictor.id for predictor in self.manifest.predictors}
        others = {name: value for name, value in self.sheet.answers.items() if name not in asked}
        sheet = dataclasses.replace(sheet, answers={**others, **sheet.answers})
        if sheet != self.sheet:
            self._earlier.append(self.sheet)
            self._later.clear()
            self.sheet = sheet
            self._ask()

    def undo_answer(self) -> None:
        """Take the last answer back."""
        self._turn(self._earlier, self._later)

    def redo_answer(self) -> None:
        """Give it again."""
        self._turn(self._later, self._earlier)

    def _turn(self, back: list[AnswerSheet], forth: list[AnswerSheet]) -> None:
        if back and self.state not in ("scanning", "choosing", "deciding") and self.can_screen:
            forth.append(self.sheet)
            self.sheet = back.pop()
            self.answers_turned.emit()
            self._ask()

    def use_pack(self, manifest: Manifest) -> None:
        """Ask another pack about the same patient; answers and drawn masks of the one before are kept for it."""
        self.manifest, self.series, self.viewed = manifest, {}, ""
        self._answer.forget_masks()
        self._ask()

    def use_site(self, site: SiteProfile) -> None:
        """Use another site profile."""
        if site == self.site:
            return
        self.site = site
        if self.can_screen and (self.outcome is not None or self._tasks.any("screen")):
            self._ask()

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice for an image role."""
        self.series[role], self.viewed = key, ""
        self.drawn.pop(self.manifest.id, None)
        self._answer.forget_masks()
        self._ask()

    def correct(self, step: str, segmentation: Segmentation, by: str) -> None:
        """Use a mask that the user drew; structures that differ from the model's are named in the outcome."""
        from desktop.masks.changes import structures_changed
        from inference.outcome import Edit

        changed = structures_changed(self.found.get(step), segmentation)
        self.drawn.pop(self.manifest.id, None)
        if changed:
            now = time_now()
            self.drawn[self.manifest.id] = Drawn({step: segmentation}, tuple(Edit(n, by, now) for n in changed))
        self._ask()

    def sign(self, outcome: Outcome) -> bool:
        """Keep an outcome that has been signed or ticked off; False for one that has been overtaken meanwhile."""
        if not self.current:
            return False
        self.signed.emit(self._answer.sign(outcome))
        return True

    def begin_version(self) -> None:
        """Replace what was signed by the next version; it stays in the store."""
        before = self.outcome
        self._answer.begin_version(self.drawn.get(self.manifest.id))
        self._settle(before)

    def keep_version(self) -> None:
        """Go back to what was asked when it was signed."""
        asked = self._answer.keep_version()
        self.manifest, self.sheet = asked.manifest, asked.sheet
        self.series, self.drawn = dict(asked.series), dict(asked.drawn)
        self._question += 1
        self._answered = self._question
        self._set_state("ready")
        self.went_back.emit()

    def show(self, series: Series) -> None:
        """Read a series for viewing, instead of any other that is being read for that."""
        self._tasks.cancel("show")
        self._tasks.submit(Task("show", series=series), ShowSeries(series), self.in_hand)

    def view(self, series: Series) -> None:
        """Look at a series of the user's choice; the answer stays that of the series that were chosen for it."""
        self.viewed = series.key
        self.show_again()

    def _wish(self) -> Series | None:
        wished = next((one for one in self.scan.series if one.key == self.viewed), None)
        return wished or series_to_view(self.choices(), self.scan)

    def show_again(self) -> None:
        """Read the images that are to be seen, unless they are there or on their way."""
        decided = self.scan is not None and not self.undecided
        series = self._wish() if decided else None
        if self.in_hand and series is not None and series.key not in (self._tasks.coming(), self._seen()):
            self.show(series)

    def stop(self) -> None:
        """Stop everything that runs or waits for this case."""
        self._stopped_at = self._question
        self._tasks.cancel()
        if self.arriving:
            self.arriving = False
            self._set_state("stopped")

    def prefer(self) -> None:
        """Have the worker do first what this case waits for."""
        self._tasks.prefer()

    def end(self) -> None:
        """Stop, and be freed when the worker has answered: what it has read by then has to be let go, too."""
        self._ended, self.in_hand = True, False
        self.stop()
        self.let_go()
        self._go()

    def retry(self) -> None:
        """Do again what failed or was stopped."""
        if self.scan is not None or not self.paths:
            self._begin()
        elif self.outcome is None:
            self.open(self.paths)
        else:
            self.read_images_again()

    def let_go(self) -> None:
        """Free the images; everything else stays."""
        self._tasks.cancel("show")
        self._image.let_go()

    # --- asking

    def _ask(self) -> None:
        """What is asked has changed."""
        self._question += 1
        self._answer.fresh = None
        if self.state not in ("scanning", "choosing") and self.can_screen:
            self._begin()
        else:
            self.changed.emit()

    def _begin(self) -> None:
        """Show the chosen series and screen it; a run that is under way is followed by another."""
        if self.arriving:
            return
        if self.undecided:
            self._set_state("choosing")
            return
        self.show_again()
        if self.state != "scanning":
            reads = self.scan is not None and self.manifest.images and self.volume is None
            self._course = Course(("load", "steps") if reads else ("steps",))
        self._stage = "load" if self.volume is None and self.manifest.images else "steps"
        self._set_state("working")
        if not self._tasks.any("screen"):
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
        self._tasks.submit(Task("screen", question=self._question), job, self.in_hand)

    # --- what the worker says

    def _on_done(self, number: int, result: object) -> None:
        task = self._tasks.take(number)
        if task is None:
            return
        if self._ended:
            if task.kind == "show":
                self._take_volume(task.series, result)
            self._go()
        elif task.kind == "scan":
            self._take_scan(result)
        elif task.kind == "show":
            self._take_volume(task.series, result)
        else:
            self._take_outcome(task.question, result)

    def _take_scan(self, found: Found) -> None:
        if not found.scan.series:
            note = next(iter(found.scan.notes), None)
            reason = {"reason": note.code, **note.parameters} if note else {"reason": "dicom.nothing-found"}
            self._cannot_read(InputError("ui.no-images", path=str(self.paths[0]), **reason))
        elif self.outcome is None:
            self.scan, self.thumbnails = found.scan, found.thumbnails
            self._begin()
        else:
            self._take_images_of_outcome(found)

    def _take_images_of_outcome(self, found: Found) -> None:
        """Show the images of a stored outcome; it is not screened anew unless something else has been asked."""
        patient = same_patient(self.outcome, found.scan)
        if patient is None:
            self._cannot_read(InputError("ui.other-images", path=str(self.paths[0])))
            return
        self.scan, self.thumbnails = found.scan, found.thumbnails
        self._keep_only(patient)
        if self.current:
            self.show_again()
            self.changed.emit()
        else:
            self._begin()

    def _take_volume(self, series: Series, handle: SharedVolume) -> None:
        if not self.in_hand or self._tasks.coming() is not None:
            overtaken = Seen()  # another case or series is to be seen
            overtaken.take(series, handle)
            overtaken.let_go()
            return
        self._image.take(series, handle)
        self.volume_read.emit()

    def _take_outcome(self, question: int, screened: Screened) -> None:
        if question != self._question:
            self._screen()
            return
        before = self.outcome
        if self._answer.offer(screened, self.drawn.get(self.manifest.id)) == "deciding":
            self._set_state("deciding")
        else:
            self._settle(before)

    def _settle(self, before: Outcome | None) -> None:
        """The outcome is the answer to what is asked now."""
        self._answered = self._question
        self._answer.asked = self._asks(self.found, self.masks)
        self._set_state("ready")
        self.screened.emit()
        if before is not None and before.patient != self.outcome.patient:
            self.renamed.emit()
        gone = self._answer.unticked(before)
        if gone:
            self.unticked.emit(gone)

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        task = self._tasks.take(number)
        if task is None:
            return
        if self._ended:
            self._go()
            return
        cancelled = error.code == "work.cancelled"
        if task.kind == "show" or (task.kind == "scan" and self.outcome is not None):
            # What keeps a series from being read is reported by the screening too; if not, it can be read again.
            self.images_error = None if cancelled else error
            self.changed.emit()
        elif not cancelled:
            self._fail(error)
        elif self._question != self._stopped_at and task.kind == "screen":
            self._screen()  # something was asked after the stop
        else:
            self._set_state("ready" if self.current else "stopped")

    def _go(self) -> None:
        if not self._tasks:
            self.deleteLater()
