"""The worker's messages as Qt signals in the window's own thread."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from desktop.jobs.client import Worker
from desktop.jobs.messages import Done, Failed, Job, Message, Progress, WorkerSettings
from inference.errors import PrecontrastError


class WorkerBridge(QObject):
    """One worker process for the whole window; tasks wait in its queue.

    Attributes
    ----------
    preparing
        How far the models are loaded, and on a first start the engines timed, while nothing else is done; else None.
    """

    progressed = Signal(int, str, float)
    done = Signal(int, object)
    failed = Signal(int, object)
    _arrived = Signal(object)

    def __init__(self, settings: WorkerSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preparing: float | None = None
        self._preparation = 0
        self._arrived.connect(self._pass_on)
        # Messages come from another thread; the signal queues them into this object's.
        self.worker = Worker(settings, self._arrived.emit)

    def submit(self, job: Job, ahead: bool = False) -> int:
        """Put a job into the queue, before what nobody waits for if it is ``ahead``; returns its number."""
        return self.worker.submit(job, ahead)

    def prefer(self, numbers: Collection[int]) -> None:
        """Let these jobs go before all others that wait."""
        self.worker.prefer(numbers)

    def cancel(self, number: int) -> None:
        """Stop a task; it fails with ``work.cancelled`` within a second."""
        self.worker.cancel(number)

    def close(self) -> None:
        """End the worker process."""
        self.worker.close()

    def _pass_on(self, message: Message) -> None:
        match message:
            case Progress(number, "engines" as stage, share):
                self.preparing, self._preparation = share, number
                self.progressed.emit(number, stage, share)
            case Progress(number, stage, share):
                self.progressed.emit(number, stage, share)
            case Done(number, result):
                self._end_preparation(number)
                self.done.emit(number, result)
            case Failed(number, code, parameters):
                self._end_preparation(number)
                self.failed.emit(number, PrecontrastError(code, **parameters))

    def _end_preparation(self, number: int) -> None:
        if number == self._preparation:
            self.preparing = None
