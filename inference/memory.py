"""Memory that was freed and not yet given back."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Give freed memory back to the system.

    The C library of Linux keeps up to 64 MiB for what comes next; beside a scan that is what another program lacks.
    """
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)
