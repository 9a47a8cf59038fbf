"""How many threads a process of the program calculates with."""

from __future__ import annotations

import os

VARIABLES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Of the libraries that NumPy may be built with."""


def one_for_arrays() -> None:
    """Let NumPy multiply matrices on one thread; to be called before NumPy is loaded, and other processes inherit it.

    Its products are small here, one slice of a scan at a time. A second thread is waited for longer than it saves, and
    where another program keeps the cores busy it is waited for in a loop: resampling then took a hundred times as long.
    Engines have threads of their own (:class:`inference.engines.EngineProvider`). What the user has set stays.
    """
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
