"""A volume that two processes see without copying it."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import uuid
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from typing import TYPE_CHECKING

from desktop.leftovers import OURS, SHARED_FOLDER

if TYPE_CHECKING:
    import numpy as np

    from inference.volume import Grid, Volume

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SharedVolume:
    """A volume on its way from one process to the other.

    Attributes
    ----------
    key
        Of the series.
    name
        Of the shared memory; empty where there was no room for it and ``values`` travels instead.
    """

    key: str
    name: str
    dtype: str
    grid: Grid
    padded: int | None
    unit: str
    values: np.ndarray | None = None


def share(key: str, volume: Volume) -> tuple[SharedVolume, Volume, SharedMemory | None]:
    """Put a volume into shared memory.

    Returns
    -------
    handle : SharedVolume
        What the other process needs.
    volume : Volume
        The same volume, lying in the shared memory.
    memory : SharedMemory or None
        To be kept for as long as the volume is used, and closed after it.
    """
    import numpy as np

    from inference.volume import Volume

    hu = volume.hu
    memory = _memory_of(hu.nbytes)
    if memory is None:
        return SharedVolume(key, "", hu.dtype.str, volume.grid, volume.padded, volume.unit, hu), volume, None
    values = np.ndarray(hu.shape, hu.dtype, buffer=memory.buf)
    values[:] = hu
    handle = SharedVolume(key, memory.name, hu.dtype.str, volume.grid, volume.padded, volume.unit)
    return handle, Volume(values, volume.grid, volume.padded, volume.unit), memory


def attach(handle: SharedVolume) -> tuple[Volume, SharedMemory | None]:
    """The volume behind a handle, and the memory to be closed when it is no longer used.

    The name of the memory is given up at once: it then goes away with the last process that uses it, also when one
    of them crashes.
    """
    import numpy as np

    from inference.volume import Volume

    if handle.values is not None:
        return Volume(handle.values, handle.grid, handle.padded, handle.unit), None
    memory = SharedMemory(name=handle.name)
    memory.unlink()
    values = np.ndarray(handle.grid.shape, np.dtype(handle.dtype), buffer=memory.buf)
    return Volume(values, handle.grid, handle.padded, handle.unit), memory


def _memory_of(size: int) -> SharedMemory | None:
    if not _has_room(size):
        return None
    try:
        # Named after its process, so that what a killed one leaves is swept away; see :mod:`desktop.leftovers`.
        return SharedMemory(name=f"{OURS}{os.getpid()}-{uuid.uuid4().hex[:6]}", create=True, size=size)
    except OSError as error:  # Windows says so when its page file has no room
        log.warning("no shared memory of %d bytes: %s", size, error)
        return None


def _has_room(size: int) -> bool:
    if not sys.platform.startswith("linux"):
        return True
    # Writing beyond its room ends a process.
    return SHARED_FOLDER.is_dir() and shutil.disk_usage(SHARED_FOLDER).free > 2 * size
