"""The window's side of the worker process: a queue, a Cancel that answers, and crashes that become messages."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable, Collection
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from desktop.jobs.messages import Done, Failed, Job, Message, Task, WorkerSettings
from desktop.jobs.process import work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext

CANCEL_SECONDS = 0.8
"""A worker that has not stopped by then is inside a native library, and its process is ended."""
CLOSE_SECONDS = 0.5

log = logging.getLogger(__name__)


def process_context() -> SpawnContext:
    """How the process is started: anew, so that nothing of the window is carried along."""
    return multiprocessing.get_context("spawn")


class Worker:
    """A worker process and the tasks that wait for it.

    Parameters
    ----------
    settings
        Of the process; used when it is started, and again when it had to be ended.
    receive
        Called with every message, from a thread of this object's own.
    """

    def __init__(self, settings: WorkerSettings, receive: Callable[[Message], None]) -> None:
        self._settings, self._receive = settings, receive
        self._context = process_context()
        self._cancelled = self._context.Value("q", 0)
        self._lock = threading.RLock()
        self._waiting: list[Task] = []
        self._preferred: set[int] = set()
        self._running: Task | None = None
        self._outdated = False
        self._count = 0
        self._pipe: Connection | None = None
        self._process: multiprocessing.process.BaseProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        with self._lock:
            return self._running is not None

    @property
    def process_id(self) -> int | None:
        """Of the process; None where there is none."""
        with self._lock:
            return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the process ahead of the first task, so that its libraries are loaded by then."""
        with self._lock:
            if self._process is None:
                self._start()

    def submit(self, job: Job, ahead: bool = False) -> int:
        """Put a job into the queue; returns its number, which every message about it carries.

        Parameters
        ----------
        ahead
            Whether it goes before all that is not preferred: someone waits for it.
        """
        with self._lock:
            self._count += 1
            if ahead:
                self._preferred.add(self._count)
            self._waiting.append(Task(self._count, job))
            self._order()
            self._send_next()
            return self._count

    def prefer(self, numbers: Collection[int]) -> None:
        """Let these jobs go before all others that wait, each group in the order in which it came."""
        with self._lock:
            self._preferred = set(numbers)
            self._waiting.sort(key=lambda task: task.number)
            self._order()

    def _order(self) -> None:
        self._waiting.sort(key=lambda task: task.number not in self._preferred)

    def cancel(self, number: int) -> None:
        """Stop a task. A ``work.cancelled`` failure arrives within a second, whatever the task is doing."""
        with self._lock:
            waiting = next((task for task in self._waiting if task.number == number), None)
            if waiting is not None:
                self._waiting.remove(waiting)
            elif self._running is not None and self._running.number == number:
                self._cancelled.value = number
                threading.Timer(CANCEL_SECONDS, self._end_if_still, (number, self._process)).start()
                return
            else:
                return
        self._receive(Failed(number, "work.cancelled"))

    def change(self, settings: WorkerSettings) -> None:
        """Use other settings from the next task on: the process is started anew when it is idle."""
        with self._lock:
            self._settings = settings
            if self._running is None:
                self._hang_up()
            else:
                self._outdated = True

    def close(self) -> None:
        """End the process; nothing is received any more."""
        with self._lock:
            self._receive = lambda message: None
            self._waiting.clear()
            self._running = None
            self._hang_up()

    def _start(self) -> None:
        mine, theirs = self._context.Pipe()
        self._cancelled.value = 0
        process = self._context.Process(
            target=work, args=(theirs, self._cancelled, self._settings), name="precontrast-worker", daemon=True
        )
        process.start()
        theirs.close()
        self._pipe, self._process = mine, process
        threading.Thread(target=self._listen, args=(mine, process), daemon=True).start()

    def _send_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        self._running = self._waiting.pop(0)
        if self._outdated:
            self._outdated = False
            self._hang_up()
        if self._process is None or not self._process.is_alive():
            self._start()
        try:
            if self._pipe is not None:
                self._pipe.send(self._running)
        except OSError:
            log.warning("the worker ended while a task was sent; its listener reports that")

    def _listen(self, pipe: Connection, process: multiprocessing.process.BaseProcess) -> None:
        # A process that ends before it has taken its end of the pipe leaves it open on Windows: it is waited for, too.
        while pipe in wait([pipe, process.sentinel]):
            try:
                message = pipe.recv()
            except (EOFError, OSError):
                break
            self._take(message)
        process.join()
        self._ended(process)

    def _take(self, message: Message) -> None:
        with self._lock:
            receive = self._receive
            if isinstance(message, Done | Failed):
                self._running = None
                self._send_next()
        receive(message)

    def _ended(self, process: multiprocessing.process.BaseProcess) -> None:
        """The process is gone: asked for, killed after a Cancel, or crashed."""
        with self._lock:
            if process is not self._process:
                return
            task, self._running = self._running, None
            self._process = self._pipe = None
            receive = self._receive
            stopped = task is not None and self._cancelled.value == task.number
            self._send_next()
        if task is None:
            return
        if stopped:
            receive(Failed(task.number, "work.cancelled"))
        else:
            receive(Failed(task.number, "worker.crashed", {"exit": process.exitcode}))

    def _end_if_still(self, number: int, process: multiprocessing.process.BaseProcess) -> None:
        with self._lock:
            still = self._running is not None and self._running.number == number and process is self._process
        if still:
            process.kill()

    def _hang_up(self) -> None:
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None or pipe is None:
            return
        try:
            pipe.send(None)
        except OSError:
            log.info("the worker had ended already")
        process.join(CLOSE_SECONDS)
        if process.is_alive():
            process.kill()
