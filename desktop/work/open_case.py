"""One patient in hand: what is done with a case while it is open."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.cases.model import time_now
from desktop.jobs.course import SECONDS, Course
from desktop.jobs.messages import ScanPaths
from desktop.work import operations
from desktop.work.case_jobs import CaseJob
from desktop.work.notices import AnswersTurned, Changed, Signed, WentBack
from desktop.work.question import DrawnMasks, answers_it
from desktop.work.screened_case import ScreenedCase

if TYPE_CHECKING:
    from desktop.cases import Case
    from inference.answers import AnswerSheet
    from inference.dicom import Scan
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile


class OpenCase(ScreenedCase):
    """A case while it is open, and what can be done with it."""

    # --- what the user does

    def open(self, paths: tuple[Path, ...]) -> None:
        """Read the headers below these paths; screening follows by itself where they are of one patient."""
        self.paths = paths
        self._course = Course(tuple(SECONDS))
        self._stage = "scan"
        self._set_state("scanning")
        self._jobs.submit(CaseJob("scan"), ScanPaths(paths), self.in_hand)

    def await_more(self) -> None:
        """More of the study is coming: what was read of it is a part, and no answer to that holds."""
        self.arriving = True
        self._question += 1
        self._answer.fresh = None
        self._drop_jobs()
        self._set_state("scanning")

    def open_again(self, paths: tuple[Path, ...]) -> None:
        """Read the whole study after more of it has come: answers stay, what was drawn on a part does not."""
        self.arriving = False
        self._question += 1
        self.series, self.drawn = {}, {}
        self._answer.forget_masks()
        self._drop_jobs()
        self._image.let_go()
        self.open(paths)

    def _drop_jobs(self) -> None:
        """Whatever still comes back was read from a part of the study."""
        self._jobs.cancel("show")
        for kind in ("scan", "screen"):
            self._jobs.drop(kind)

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
                self.drawn[self.manifest.id] = DrawnMasks(dict(masks), case.outcome.edits)
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
            self._jobs.submit(CaseJob("scan"), ScanPaths(self.paths), self.in_hand)
            self._tell(Changed())

    def move_images(self, folder: Path, scan: Scan) -> None:
        """Read the images where they are now.

        Raises
        ------
        PrecontrastError
            As of :func:`desktop.work.operations.move_images`; the case is then as it was.
        """
        moved = operations.move_images(self._records, self.as_stored(), (folder,), scan)
        self.paths = tuple(map(Path, moved.paths))
        self.read_images_again()

    def take_patient(self, patient: tuple[str, ...]) -> None:
        """Go on with one of several patients, named by the keys of the series."""
        self._keep_only(patient)
        self._begin()

    def take_examination(self, study_uid: str) -> None:
        """Go on with one of several examinations."""
        read = self.scan.series if self.scan is not None else ()
        self._keep_only([s.key for s in read if s.study_uid == study_uid])
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
            self._tell(AnswersTurned())
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
        if self.can_screen and (self.outcome is not None or self._jobs.any("screen")):
            self._ask()

    def choose_series(self, role: str, key: str) -> None:
        """Use a series of the user's choice for an image role."""
        self.series[role], self.viewed = key, ""
        self.drawn.pop(self.manifest.id, None)
        self._answer.forget_masks()
        self._record(operations.log_override, self.manifest.id, role, key)
        self._ask()

    def correct(
        self, step: str, segmentation: Segmentation, by: str, brought: Mapping[str, Edit] = MappingProxyType({})
    ) -> None:
        """Use a mask that the user drew; structures that differ from the model's are named in the outcome.

        Parameters
        ----------
        brought
            Entries of structures that have just come from a file.
        """
        from desktop.masks.changes import edits_after
        from inference.outcome import Edit

        before = self.drawn.pop(self.manifest.id, DrawnMasks({}, ()))
        now = Edit("", by, time_now())
        known = before.masks.get(step, self.found.get(step)), before.edits
        edits = edits_after(self.found.get(step), known, segmentation, now, brought)
        if edits:
            self.drawn[self.manifest.id] = DrawnMasks({step: segmentation}, edits)
        self._ask()

    def sign(self, outcome: Outcome) -> bool:
        """Keep an outcome that has been signed or ticked off; False for one that has been overtaken meanwhile."""
        if not self.current:
            return False
        before = self._answer.sign(outcome)
        self._record(operations.store_signature, self.as_stored(), before)
        self._tell(Signed(before))
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
        self.state, self.error = "ready", None
        self._record(operations.put_back, self.as_stored(), self.masks)
        self._tell(Changed())
        self._tell(WentBack())

    def stop(self) -> None:
        """Stop everything that runs or waits for this case."""
        self._stopped_at = self._question
        self._jobs.cancel()
        if self.arriving:
            self.arriving = False
            self._set_stopped()

    def prefer(self) -> None:
        """Have the worker do first what this case waits for."""
        self._jobs.prefer()

    def retry(self) -> None:
        """Do again what failed or was stopped."""
        if self.scan is not None or not self.paths:
            self._begin()
        elif self.outcome is None:
            self.open(self.paths)
        else:
            self.read_images_again()

    def store_closed(self) -> None:
        """Store it as closed, so that it is not offered for recovery; one that never began is not stored."""
        if self.stored or self.scan is not None or self.outcome is not None:
            self._record(operations.close, self.as_stored())

    def end(self) -> None:
        """Stop, and store and tell nothing any more; what the worker has read by then is let go, too."""
        self._ended, self.in_hand = True, False
        self.stop()
        self.let_go()
