"""What the worker has to do for one open case, and the series that it has read for viewing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory

    from desktop.jobs.messages import Job
    from desktop.jobs.shared import SharedVolume
    from desktop.work.running_jobs import Caller, RunningJobs
    from inference.dicom import Series
    from inference.volume import Volume


@dataclass(frozen=True, slots=True)
class CaseJob:
    """What the worker does for a case: ``scan``, ``show`` a series, or ``screen`` the question of that number."""

    kind: Literal["scan", "show", "screen"]
    question: int = 0
    series: Series | None = None


class CaseJobs:
    """What was asked for one case and has not come back."""

    def __init__(self, jobs: RunningJobs, caller: Caller) -> None:
        self._running, self._caller = jobs, caller
        self._jobs: dict[int, CaseJob] = {}

    def __bool__(self) -> bool:
        return bool(self._jobs)

    def submit(self, kind: CaseJob, job: Job, ahead: bool) -> None:
        """Have something done, before what waits for other cases if it is ``ahead``."""
        self._jobs[self._running.submit(job, self._caller, ahead)] = kind

    def prefer(self) -> None:
        """Have these done before what waits for other cases."""
        self._running.prefer(self._jobs)

    @property
    def preparing(self) -> float | None:
        """How far the worker is with what comes before any case."""
        return self._running.preparing

    def get(self, number: int) -> CaseJob | None:
        """The task of this number, if it is one of this case."""
        return self._jobs.get(number)

    def take(self, number: int) -> CaseJob | None:
        """The same, when it has ended."""
        return self._jobs.pop(number, None)

    def cancel(self, kind: str = "") -> None:
        """Stop the tasks of a kind, or all."""
        for number, task in list(self._jobs.items()):
            if kind in ("", task.kind):
                self._running.cancel(number)

    def drop(self, kind: str) -> None:
        """Stop the tasks of a kind, and take no notice of what still comes of them."""
        self.cancel(kind)
        self._jobs = {number: task for number, task in self._jobs.items() if task.kind != kind}

    def any(self, kind: str) -> bool:
        """Whether there is a task of a kind."""
        return any(task.kind == kind for task in self._jobs.values())

    def coming(self) -> str | None:
        """Key of the series that is being read for viewing."""
        shows = [task.series for task in self._jobs.values() if task.series is not None]
        return shows[-1].key if shows else None


class ViewedSeries:
    """The series that is seen, in memory that another process filled."""

    def __init__(self) -> None:
        self.volume: Volume | None = None
        self.series: Series | None = None
        self._memory: SharedMemory | None = None

    def take(self, series: Series, handle: SharedVolume) -> None:
        """See this one, instead of any other."""
        from desktop.jobs.shared import attach

        self.let_go()
        self.volume, self._memory = attach(handle)
        self.series = series

    def let_go(self) -> None:
        """Free the memory."""
        self.volume = self.series = None
        if self._memory is not None:
            memory, self._memory = self._memory, None
            memory.close()
