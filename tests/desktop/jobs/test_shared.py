"""A volume between two processes where there is no shared memory to be had."""

import errno

import numpy as np

from desktop.jobs import shared
from inference.volume import Grid, Volume


def small_volume():
    grid = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (2, 3, 4))
    return Volume(np.arange(24, dtype=np.int16).reshape(2, 3, 4), grid, unit="mg/mL")


def test_a_system_that_refuses_shared_memory_sends_the_values_themselves(monkeypatch):
    def refuse(**_):
        raise OSError(errno.ENOSPC, "The paging file is too small")

    monkeypatch.setattr(shared, "SharedMemory", refuse)
    monkeypatch.setattr(shared, "_has_room", lambda size: True)
    sent = small_volume()
    handle, volume, memory = shared.share("key", sent)
    arrived, _ = shared.attach(handle)
    assert (handle.name, memory) == ("", None)
    assert (arrived.hu == sent.hu).all() and arrived.unit == "mg/mL"
    assert volume is sent


def test_the_unit_of_the_values_travels_with_them():
    handle, kept, memory = shared.share("key", small_volume())
    arrived, attached = shared.attach(handle)
    assert (kept.unit, arrived.unit) == ("mg/mL", "mg/mL")
    del kept, arrived
    for one in (memory, attached):
        if one is not None:
            one.close()
