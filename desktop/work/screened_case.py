"""An open case and the worker: what is asked, and what becomes of what comes back.

Whatever changes what is stored is done, logged, stored and then told by the operations that the command line has too,
in the order of :mod:`desktop.case_records`. A store or log that cannot be written is told and does not end the work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.jobs.course import Course
from desktop.jobs.messages import Found, Screen, Screened, ShowSeries
from desktop.work import operations
from desktop.work.case_jobs import CaseJob, CaseJobs, ViewedSeries
from desktop.work.case_state import CaseState, State
from desktop.work.notices import Changed, ImagesRead, Notice, Progressed, Trouble, Unticked
from desktop.work.question import DrawnMasks, same_patient, series_to_view
from desktop.work.running_jobs import Caller, RunningJobs
from inference.errors import InputError, PrecontrastError

if TYPE_CHECKING:
    from desktop.case_records import CaseRecords
    from desktop.jobs.shared import SharedVolume
    from inference.answers import AnswerSheet
    from inference.dicom import Scan, Series
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile


class ScreenedCase(CaseState):
    """A case whose questions the worker answers.

    Parameters
    ----------
    jobs
        Where the images are read and the questions are answered.
    records
        Where it is stored and logged.
    observer
        Told what happens to it, once that is stored.
    """

    def __init__(
        self,
        jobs: RunningJobs,
        records: CaseRecords,
        manifest: Manifest,
        sheet: AnswerSheet,
        site: SiteProfile,
        observer: Callable[[Any, Notice], None] = lambda case, notice: None,
    ) -> None:
        own = CaseJobs(jobs, Caller(self._on_done, self._on_failed, self._on_progress))
        super().__init__(own, manifest, sheet, site)
        self._records, self._observer, self._ended = records, observer, False

    # --- seeing

    def show(self, series: Series) -> None:
        """Read a series for viewing, instead of any other that is being read for that."""
        self._jobs.cancel("show")
        self._jobs.submit(CaseJob("show", series=series), ShowSeries(series), self.in_hand)

    def view(self, series: Series) -> None:
        """Look at a series of the user's choice; the answer stays that of the series that were chosen for it."""
        self.viewed = series.key
        self.show_again()

    def show_again(self) -> None:
        """Read the images that are to be seen, unless they are there or on their way."""
        series = None if self.scan is None or self.undecided else self._wish(self.scan)
        if self.in_hand and series is not None and series.key not in (self._jobs.coming(), self._seen()):
            self.show(series)

    def _wish(self, scan: Scan) -> Series | None:
        wished = next((one for one in scan.series if one.key == self.viewed), None)
        return wished or series_to_view(self.choices(), scan)

    def let_go(self) -> None:
        """Free the images; everything else stays."""
        self._jobs.cancel("show")
        self._image.let_go()

    # --- asking

    def _ask(self) -> None:
        """What is asked has changed."""
        self._question += 1
        self._answer.fresh = None
        if self.state not in ("scanning", "choosing") and self.can_screen:
            self._begin()
        else:
            self._tell(Changed())

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
        self.stored = True
        self._record(operations.begin, self.as_stored())
        self._set_state("working")
        if not self._jobs.any("screen"):
            self._screen()

    def _screen(self) -> None:
        drawn = self.drawn.get(self.manifest.id, DrawnMasks({}, ()))
        sheet, series = self.asked_sheet(), dict(self.series)
        job = Screen(self.manifest.id, sheet, self.site, self.scan, series, dict(drawn.masks), drawn.edits)
        self._jobs.submit(CaseJob("screen", question=self._question), job, self.in_hand)

    # --- what the worker says

    def _on_progress(self, number: int, stage: str, share: float) -> None:
        job = self._jobs.get(number)
        # Images that are read again for viewing are no progress of an outcome that is there already.
        if job is not None and not (job.kind == "show" and self.current):
            self._stage = stage
            self._course.reach(stage, share)
            self._tell(Progressed())

    def tell_preparing(self) -> None:
        """The worker is on its way through what comes before any case."""
        if self.busy:
            self._tell(Progressed())

    def _on_done(self, number: int, result: Any) -> None:
        job = self._jobs.take(number)
        if job is None or (self._ended and job.kind != "show"):
            return
        if job.kind == "scan":
            self._take_scan(result)
        elif job.series is not None:
            self._take_volume(job.series, result)
        else:
            self._take_outcome(job.question, result)

    def _take_scan(self, found: Found) -> None:
        if not found.scan.series:
            note = next(iter(found.scan.notes), None)
            reason = {"reason": note.code, **note.parameters} if note else {"reason": "dicom.nothing-found"}
            self._cannot_read(InputError("ui.no-images", path=str(self.paths[0]), **reason))
        elif self.outcome is None:
            self.scan, self.thumbnails = found.scan, found.thumbnails
            self._begin()
        else:
            self._take_images_of_outcome(self.outcome, found)

    def _take_images_of_outcome(self, outcome: Outcome, found: Found) -> None:
        """Show the images of a stored outcome; it is not screened anew unless something else has been asked."""
        patient = same_patient(outcome, found.scan)
        if patient is None:
            self._cannot_read(InputError("ui.other-images", path=str(self.paths[0])))
            return
        self.scan, self.thumbnails = found.scan, found.thumbnails
        self._keep_only(patient)
        if self.current:
            self.show_again()
            self._tell(Changed())
        else:
            self._begin()

    def _take_volume(self, series: Series, handle: SharedVolume) -> None:
        if not self.in_hand or self._jobs.coming() is not None:
            overtaken = ViewedSeries()  # another case or series is to be seen
            overtaken.take(series, handle)
            overtaken.let_go()
            return
        self._image.take(series, handle)
        self._tell(ImagesRead())

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
        self.state, self.error = "ready", None
        self._record(operations.store_screening, self.as_stored(), self.masks, self.edits)
        if before is not None and self.outcome is not None and before.patient != self.outcome.patient:
            self._record(operations.withdraw_identity, self.id)
        self._tell(Changed())
        gone = self._answer.unticked(before)
        if gone:
            self._tell(Unticked(gone))

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        job = self._jobs.take(number)
        if job is None or self._ended:
            return
        cancelled = error.code == "work.cancelled"
        if job.kind == "show" or (job.kind == "scan" and self.outcome is not None):
            # What keeps a series from being read is reported by the screening too; if not, it can be read again.
            self.images_error = None if cancelled else error
            self._tell(Changed())
        elif not cancelled:
            self._fail(error)
        elif self._question != self._stopped_at and job.kind == "screen":
            self._screen()  # something was asked after the stop
        elif self.current:
            self._set_state("ready")
        else:
            self._set_stopped()

    def _cannot_read(self, error: PrecontrastError) -> None:
        """The files are not those of this case; an outcome that is there needs none."""
        if self.outcome is None:
            self._fail(error)
        else:
            self.images_error = error
            self._tell(Changed())

    def _fail(self, error: PrecontrastError) -> None:
        """Say so; where the outcome is still the answer to what is asked, it stays."""
        self.error = error
        self.state = "ready" if self.current else "failed"
        if error.code == "worker.crashed":
            self._record(operations.log_crash, self.manifest.id, error.parameters.get("exit"))
        self._tell(Changed())
        self.tell_trouble(error)

    def tell_trouble(self, error: PrecontrastError) -> None:
        """Tell an error where a result is shown, which leaves no room for it; elsewhere :attr:`error` is shown."""
        if self.state == "ready":
            self._tell(Trouble(error))

    def _set_stopped(self) -> None:
        if self.outcome is None:
            self._record(operations.log_stop, self.manifest.id)
        self._set_state("stopped")

    def _set_state(self, state: State) -> None:
        self.state, self.error = state, None
        self._tell(Changed())

    def _record(self, operation: Callable[..., None], *arguments: object) -> None:
        """Store or log something, unless the case has been closed."""
        if self._ended:
            return
        try:
            operation(self._records, *arguments)
        except PrecontrastError as error:
            self._tell(Trouble(error))

    def _tell(self, notice: Notice) -> None:
        if not self._ended:
            self._observer(self, notice)
