"""The worker process: takes tasks from a pipe, one after another, and sends back how far they are and what came out."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from desktop.jobs.messages import Done, Failed, Progress, Task, WorkerSettings, failure

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

    from desktop.jobs.session import Session

LEAST_SECONDS = 0.03
"""Between two reports of progress: more would only keep the window busy."""

log = logging.getLogger(__name__)


def work(pipe: Connection, cancelled: Synchronized[int], settings: WorkerSettings) -> None:
    """Serve until the window hangs up.

    Parameters
    ----------
    cancelled
        Number of the task that the user has stopped.
    """
    # Ctrl-C in a terminal is the window's to handle; it hangs up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    session = None
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        if task is None:
            return
        session = session or _session(settings)
        try:
            _serve(task, session, pipe, cancelled)
        except BrokenPipeError:
            return  # the window is gone


def _session(settings: WorkerSettings) -> Session:
    from desktop.jobs.session import Session
    from desktop.pack_library import PackLibrary
    from desktop.places import default_places
    from inference.engines import EngineProvider
    from inference.kept_results import KeptResults

    places = default_places()
    engines = EngineProvider(settings.engine, places.engine_memory, places.compiled_models, places.compiled_secret)
    return Session(PackLibrary(places, settings.allow_unsigned), engines, KeptResults())


def _serve(task: Task, session: Session, pipe: Connection, cancelled: Synchronized[int]) -> None:
    from inference.errors import PrecontrastError

    last, window = 0.0, multiprocessing.parent_process()

    def progress(stage: str, share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= LEAST_SECONDS or share >= 1.0:
            last = now
            pipe.send(Progress(task.number, stage, share))

    def stopped() -> bool:
        return bool(cancelled.value == task.number) or window is None or not window.is_alive()

    try:
        result = session.run(task.job, progress, stopped)
    except BrokenPipeError:
        raise
    except PrecontrastError as error:
        pipe.send(failure(task.number, error))
    except MemoryError:
        pipe.send(Failed(task.number, "worker.out-of-memory"))
    except Exception as error:
        # The funnel of this process: a fault of the program reaches the window as a message, never as a silence.
        log.exception("a job failed")
        pipe.send(Failed(task.number, "internal", {"kind": type(error).__name__, "detail": str(error)}))
    else:
        pipe.send(Done(task.number, result))
