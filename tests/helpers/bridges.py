"""The worker's jobs, done in the test's own process when the test says so: nothing to start, nothing to wait for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.jobs.session import Session
from desktop.pack_library import PackLibrary
from desktop.places import default_places
from inference.engines import EngineProvider
from inference.errors import PrecontrastError
from inference.memory import Memory


class DirectBridge(QObject):
    """In place of :class:`ui.window.bridge.WorkerBridge`; ``waiting`` are the jobs by number, in their order."""

    progressed = Signal(int, str, float)
    done = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, settings: object = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting: dict[int, object] = {}
        self.worker, self.preparing = self, None
        self._count = 0
        self._session = Session(PackLibrary(default_places()), EngineProvider("onnxruntime:cpu"), Memory())

    def submit(self, job: object, ahead: bool = False) -> int:
        self._count += 1
        self.waiting[self._count] = job
        return self._count

    def prefer(self, numbers: object) -> None:
        pass

    def cancel(self, number: int) -> None:
        if self.waiting.pop(number, None) is not None:
            self.failed.emit(number, PrecontrastError("work.cancelled"))

    def change(self, settings: object) -> None:
        pass

    def close(self) -> None:
        self.waiting.clear()

    def fail(self, code: str) -> None:
        """Let the next job fail."""
        number = next(iter(self.waiting))
        del self.waiting[number]
        self.failed.emit(number, PrecontrastError(code))

    def run_one(self) -> object:
        """Do the next job; returns it."""
        number = next(iter(self.waiting))
        job = self.waiting.pop(number)
        try:
            result = self._session.run(
                job, lambda stage, share: self.progressed.emit(number, stage, share), lambda: False
            )
        except PrecontrastError as error:
            self.failed.emit(number, error)
        else:
            self.done.emit(number, result)
        return job

    def run(self) -> None:
        """Do all jobs, and those that follow from them."""
        while self.waiting:
            self.run_one()
