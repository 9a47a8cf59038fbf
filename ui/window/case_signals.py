"""What happens to open cases, as signals of Qt: a fault of one who shows it stops nobody else, nor the work itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.installation import Installation
from desktop.jobs.client import Worker
from desktop.jobs.executor import Executor, Receive
from desktop.jobs.messages import WorkerSettings
from desktop.work.notices import AnswersTurned, ImagesRead, Progressed, Signed, Trouble, WentBack
from desktop.work.open_cases import Added, Event, MakingDemo, OpenCases, Removed, Shown, StoreBusy, Told
from ui.window.window_thread import WindowThread

RETRY_MS = 500


class CaseSignals(QObject):
    """Open cases, the worker process that they use, and what they tell.

    Signals
    -------
    added, removed, changed
        A case was opened, was closed, or has something new.
    shown
        Another case is in hand; None: none.
    progressed, images_read, answers_turned, signed, went_back
        Of a case; see :mod:`desktop.work.notices`.
    trouble
        An error to be told.
    making_demo
        Whether the demonstration study is being made.
    """

    added = Signal(object)
    removed = Signal(object)
    changed = Signal(object)
    shown = Signal(object)
    progressed = Signal(object)
    images_read = Signal(object)
    answers_turned = Signal(object)
    signed = Signal(object)
    went_back = Signal(object)
    trouble = Signal(object)
    making_demo = Signal(bool)

    def __init__(self, installation: Installation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        self.open_cases = OpenCases(installation, self._executor, self._pass_on)

    def close(self) -> None:
        """Close all cases and end the worker process."""
        self._retry.stop()
        self.open_cases.close()

    def _executor(self, settings: WorkerSettings, receive: Receive) -> Executor:
        return make_executor(settings, WindowThread(receive, self))

    def _pass_on(self, event: Event) -> None:
        match event:
            case Told(work, notice):
                self._pass_on_notice(work, notice)
            case Added(work):
                self.added.emit(work)
            case Removed(work):
                self.removed.emit(work)
            case Shown(work):
                self.shown.emit(work)
            case Trouble(error):
                self.trouble.emit(error)
            case MakingDemo(busy):
                self.making_demo.emit(busy)
            case StoreBusy():
                self._wait()

    def _pass_on_notice(self, work: object, notice: object) -> None:
        match notice:
            case Progressed():
                self.progressed.emit(work)
            case ImagesRead():
                self.images_read.emit(work)
            case AnswersTurned():
                self.answers_turned.emit(work)
            case WentBack():
                self.went_back.emit(work)
            case Signed():
                self.signed.emit(work)
            case _:
                self.changed.emit(work)

    def _wait(self) -> None:
        if not self._retry.isActive():
            self._retry.start()

    def _try_again(self) -> None:
        if self.open_cases.retry():
            self._retry.stop()


def make_executor(settings: WorkerSettings, receive: Receive) -> Executor:
    """A worker process."""
    return Worker(settings, receive)
