"""The worker's messages as Qt signals in the window's own thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.jobs.client import Worker
from desktop.jobs.messages import Done, Failed, Job, Message, Progress, WorkerSettings
from inference.errors import PrecontrastError


class WorkerBridge(QObject):
    """One worker process for the whole window; tasks wait in its queue."""

    progressed = Signal(int, str, float)
    done = Signal(int, object)
    failed = Signal(int, object)
    _arrived = Signal(object)

    def __init__(self, settings: WorkerSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on)
        # Messages come from another thread; the signal queues them into this object's.
        self.worker = Worker(settings, self._arrived.emit)

    def submit(self, job: Job) -> int:
        """Put a job at the end of the queue; returns its number."""
        return self.worker.submit(job)

    def cancel(self, number: int) -> None:
        """Stop a task; it fails with ``work.cancelled`` within a second."""
        self.worker.cancel(number)

    def close(self) -> None:
        """End the worker process."""
        self.worker.close()

    def _pass_on(self, message: Message) -> None:
        match message:
            case Progress(number, stage, share):
                self.progressed.emit(number, stage, share)
            case Done(number, result):
                self.done.emit(number, result)
            case Failed(number, code, parameters):
                self.failed.emit(number, PrecontrastError(code, **parameters))
