"""The worker's jobs, done in the test's own process when the test says so: nothing to start, nothing to wait for."""

from __future__ import annotations

from desktop.installation import Installation
from desktop.jobs.executor import Receive
from desktop.jobs.in_process import InProcess
from desktop.jobs.messages import Failed
from desktop.jobs.session import Session
from desktop.pack_library import PackLibrary
from desktop.places import default_places
from desktop.work.notices import Trouble
from desktop.work.open_case import OpenCase
from desktop.work.open_cases import Added, OpenCases
from desktop.work.running_jobs import RunningJobs
from inference.answers import AnswerSheet
from inference.engines import EngineProvider
from inference.kept_results import KeptResults
from inference.packs.manifest import Manifest


class DirectExecutor(InProcess):
    """In place of a worker process."""

    def __init__(self, settings: object, receive: Receive) -> None:
        super().__init__(
            Session(PackLibrary(default_places()), EngineProvider("onnxruntime:cpu"), KeptResults()), receive
        )

    def fail(self, code: str) -> None:
        """Let the next job fail."""
        self._receive(Failed(self.waiting.pop(0).number, code))


class IdleExecutor:
    """Notes the jobs that it is given and does none."""

    def __init__(self, receive: Receive) -> None:
        self.jobs = []

    def submit(self, job: object, ahead: bool = False) -> int:
        self.jobs.append(job)
        return len(self.jobs)

    def cancel(self, number: int) -> None:
        pass


def idle_case(installation: Installation, manifest: Manifest) -> OpenCase:
    """An open case that nobody works for; the jobs that it wants are in ``executor.jobs``."""
    jobs = RunningJobs(IdleExecutor)
    case = OpenCase(jobs, installation.records, manifest, AnswerSheet(), installation.site)
    case.executor = jobs.executor
    return case


def direct_cases(installation: Installation) -> OpenCases:
    """Open cases without a window, whose jobs are done by ``jobs.executor.run()``; errors are kept in ``errors``.

    Each case has the executor, too, for whoever waits for it.
    """
    errors = []

    def observe(event: object) -> None:
        if isinstance(event, Trouble):
            errors.append(event.error)
        elif isinstance(event, Added):
            event.case.executor = open_cases.jobs.executor

    open_cases = OpenCases(installation, DirectExecutor, observe)
    open_cases.errors = errors
    return open_cases
