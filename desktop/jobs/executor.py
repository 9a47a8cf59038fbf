"""Where jobs are done: in a worker process, in this one, or wherever else something does them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from desktop.jobs.messages import Job, Message, WorkerSettings

Receive = Callable[[Message], None]
"""Takes what an executor says of its jobs; it may be called from any thread."""


class Executor(Protocol):
    """Does jobs one after another and says how far each is, what came of it, or why nothing did.

    :class:`desktop.jobs.client.Worker` has a process for them, :class:`desktop.jobs.in_process.InProcess` has not.
    """

    def submit(self, job: Job, ahead: bool = False) -> int:
        """Take a job, before those that nobody waits for if it is ``ahead``; returns its number."""

    def prefer(self, numbers: Collection[int]) -> None:
        """Let these jobs go before all others that wait."""

    def cancel(self, number: int) -> None:
        """Stop a job, which then fails with ``work.cancelled``; one that has ended is passed over."""

    def change(self, settings: WorkerSettings) -> None:
        """Use other settings from the next job on."""

    def close(self) -> None:
        """Stop everything; nothing is said any more."""
