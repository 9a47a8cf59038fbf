"""Worker processes of tests that are forked from one which has loaded the libraries.

The program starts its worker anew each time (``spawn``), which loads the libraries each time: two to four seconds of
processor time for each test with a window. ``tests/desktop/jobs/test_worker.py`` has a test with the real start.
"""

from __future__ import annotations

import multiprocessing
import os

OURS = ("jobs.session", "pack_library", "screening", "thumbnails")
LOADED = [*(f"desktop.{name}" for name in OURS), "onnx", "onnxruntime", "openvino", "pydicom", "SimpleITK"]


class LoadedContext:
    """The ``forkserver`` way of starting processes, with the environment of the test that starts one."""

    def __init__(self) -> None:
        self._real = multiprocessing.get_context("forkserver")
        self._real.set_forkserver_preload(LOADED)

    def Process(self, target, args, **more):  # noqa: N802 - the name of the library
        return self._real.Process(target=_with_environment, args=(dict(os.environ), target, args), **more)

    def __getattr__(self, name: str):
        return getattr(self._real, name)


def _with_environment(environment, target, args) -> None:
    os.environ.clear()
    os.environ.update(environment)
    target(*args)
