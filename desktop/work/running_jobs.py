"""The jobs that an executor was given, and whom what comes of each is for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.jobs.messages import Done, Failed, Job, Message, Progress, WorkerSettings
from inference.errors import PrecontrastError

if TYPE_CHECKING:
    from desktop.jobs.executor import Executor, Receive


def _no_progress(number: int, stage: str, share: float) -> None:
    """Who waits for a short job need not be told how far it is."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who waits for a job: told its number with the result, with the error, and with stage and share of its progress.

    One of ``done`` and ``failed`` is called once, unless the executor is closed before.
    """

    done: Callable[[int, Any], None]
    failed: Callable[[int, PrecontrastError], None]
    progressed: Callable[[int, str, float], None] = _no_progress


class RunningJobs:
    """Hands jobs to an executor and passes on what it says; to be used in one thread.

    Parameters
    ----------
    make
        Makes the executor, given what its messages go to: a front end whose executor speaks in another thread has them
        come over into its own.
    on_preparing
        Called when :attr:`preparing` has changed.

    Attributes
    ----------
    preparing
        How far the models are loaded, and on a first start the engines timed, while nothing else is done; else None.
    """

    def __init__(self, make: Callable[[Receive], Executor], on_preparing: Callable[[], None] = lambda: None) -> None:
        self.preparing: float | None = None
        self._preparation = 0
        self._on_preparing = on_preparing
        self._callers: dict[int, Caller] = {}
        self.executor = make(self.receive)

    def submit(self, job: Job, caller: Caller, ahead: bool = False) -> int:
        """Have a job done, before what nobody waits for if it is ``ahead``; returns its number."""
        number = self.executor.submit(job, ahead)
        self._callers[number] = caller
        return number

    def prefer(self, numbers: Collection[int]) -> None:
        """Let these jobs go before all others that wait."""
        self.executor.prefer(numbers)

    def cancel(self, number: int) -> None:
        """Stop a job; it fails with ``work.cancelled`` within a second."""
        self.executor.cancel(number)

    def change(self, settings: WorkerSettings) -> None:
        """Use other settings from the next job on."""
        self.executor.change(settings)

    def close(self) -> None:
        """Stop everything; nobody is told any more."""
        self._callers.clear()
        self.executor.close()

    def receive(self, message: Message) -> None:
        """Take what the executor says."""
        if isinstance(message, Progress):
            self._progress(message)
            return
        if message.number == self._preparation:
            self.preparing = None
        caller = self._callers.pop(message.number, None)
        if caller is None:
            return
        match message:
            case Done(number, result):
                caller.done(number, result)
            case Failed(number, code, parameters):
                caller.failed(number, PrecontrastError(code, **parameters))

    def _progress(self, message: Progress) -> None:
        if message.stage == "engines":
            self.preparing, self._preparation = message.share, message.number
            self._on_preparing()
        caller = self._callers.get(message.number)
        if caller is not None:
            caller.progressed(message.number, message.stage, message.share)
