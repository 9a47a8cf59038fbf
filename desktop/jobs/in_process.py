"""An executor without a process of its own: jobs wait until they are asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from desktop.jobs.messages import Done, Failed, Job, Progress, Task, WorkerSettings, failure
from inference.errors import PrecontrastError

if TYPE_CHECKING:
    from desktop.jobs.executor import Receive
    from desktop.jobs.session import Session


class InProcess:
    """Does jobs in the thread that asks for it.

    Parameters
    ----------
    session
        What does them.
    receive
        Called with every message.
    """

    def __init__(self, session: Session, receive: Receive) -> None:
        self._session, self._receive = session, receive
        self.waiting: list[Task] = []
        self._preferred: set[int] = set()
        self._count = 0

    def submit(self, job: Job, ahead: bool = False) -> int:
        """As of :class:`~desktop.jobs.executor.Executor`."""
        self._count += 1
        if ahead:
            self._preferred.add(self._count)
        self.waiting.append(Task(self._count, job))
        self._order()
        return self._count

    def prefer(self, numbers: Collection[int]) -> None:
        """As of :class:`~desktop.jobs.executor.Executor`."""
        self._preferred = set(numbers)
        self.waiting.sort(key=lambda task: task.number)
        self._order()

    def _order(self) -> None:
        self.waiting.sort(key=lambda task: task.number not in self._preferred)

    def cancel(self, number: int) -> None:
        """As of :class:`~desktop.jobs.executor.Executor`."""
        task = next((task for task in self.waiting if task.number == number), None)
        if task is not None:
            self.waiting.remove(task)
            self._receive(Failed(number, "work.cancelled"))

    def change(self, settings: WorkerSettings) -> None:
        """The session has its settings; nothing is changed."""

    def close(self) -> None:
        """As of :class:`~desktop.jobs.executor.Executor`."""
        self.waiting.clear()
        self._receive = lambda message: None

    def run_one(self) -> Job:
        """Do the next job and say what came of it; returns it."""
        task = self.waiting.pop(0)

        def progress(stage: str, share: float) -> None:
            self._receive(Progress(task.number, stage, share))

        try:
            result: Any = self._session.run(task.job, progress, lambda: False)
        except PrecontrastError as error:
            self._receive(failure(task.number, error))
        else:
            self._receive(Done(task.number, result))
        return task.job

    def run(self) -> None:
        """Do all jobs, and those that follow from them."""
        while self.waiting:
            self.run_one()
