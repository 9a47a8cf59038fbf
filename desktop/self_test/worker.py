"""Checks of the worker process, which is what a virus scanner or a wrong packing of the program breaks first."""

from __future__ import annotations

import queue
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.language import Language
from desktop.pack_checks.check import Found, Planned
from desktop.pack_library import PackLibrary
from desktop.self_test import network
from inference.errors import PrecontrastError
from inference.packs.store import Pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.client import Worker
    from desktop.jobs.messages import Job

WAIT_SECONDS = 120
"""A slow computer with a virus scanner needs long to start a process for the first time."""


def answers(library: PackLibrary, pack: Pack | None, language: Language) -> list[Planned]:
    """The checks; both use one process, which the last one ends."""
    worker = _Asked(library.allow_unsigned)
    checks = [Planned("worker", language.text("self-test.images"), lambda: worker.last(_images, language))]
    if pack is not None:
        checks.insert(0, Planned("worker", pack.manifest.id, lambda: _answer(worker, pack, language)))
    return checks


class _Asked:
    """A worker process that is asked one thing after another."""

    def __init__(self, allow_unsigned: bool) -> None:
        self._allow_unsigned = allow_unsigned
        self._messages: queue.Queue[Any] = queue.Queue()
        self._worker: Worker | None = None

    def ask(self, job: Job) -> Any:
        """The result of a job.

        Raises
        ------
        PrecontrastError
            What the worker says, ``worker.crashed``, or ``worker.silent``.
        """
        from desktop.jobs.client import Worker
        from desktop.jobs.messages import Done, Failed, WorkerSettings

        if self._worker is None:
            self._worker = Worker(WorkerSettings(allow_unsigned=self._allow_unsigned), self._messages.put)
        number = self._worker.submit(job)
        while True:
            try:
                message = self._messages.get(timeout=WAIT_SECONDS)
            except queue.Empty:
                raise PrecontrastError("worker.silent", seconds=WAIT_SECONDS) from None
            if message.number == number and isinstance(message, Failed):
                raise PrecontrastError(message.code, **message.parameters)
            if message.number == number and isinstance(message, Done):
                network.look_at(self._worker.process_id)
                return message.result

    def last(self, check: Callable[[_Asked, Language], Found], language: Language) -> Found:
        """Run the last check and end the process."""
        try:
            return check(self, language)
        finally:
            if self._worker is not None:
                self._worker.close()


def _answer(worker: _Asked, pack: Pack, language: Language) -> Found:
    """A pack without images."""
    from desktop.jobs.messages import Screen
    from inference.golden import compare, read_case

    case = read_case(pack)
    screened = worker.ask(Screen(pack.manifest.id, case.sheet, case.site))
    same = not compare(screened.outcome, case.expected)
    return Found(same, "" if same else language.text("self-test.worker-differs"))


def _images(worker: _Asked, language: Language) -> Found:
    """A series from its files into shared memory."""
    import numpy as np

    from desktop.jobs.messages import ScanPaths, ShowSeries
    from desktop.jobs.shared import attach
    from inference.dicom.samples import SAMPLES
    from inference.dicom.selfcheck import write_sample

    sample = SAMPLES[0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "测试 é"
        write_sample(sample, folder)
        series = worker.ask(ScanPaths((folder,))).scan.series[0]
        volume, memory = attach(worker.ask(ShowSeries(series)))
    same = bool(np.all(volume.hu == sample.stored))
    shared = memory is not None
    del volume
    if memory is not None:
        memory.close()
    if not same:
        return Found(False, language.text("self-test.worker-differs"))
    return Found(True, language.text("self-test.shared" if shared else "self-test.not-shared"))
