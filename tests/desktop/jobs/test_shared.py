"""A volume between two processes where there is no shared memory to be had."""

import errno

import numpy as np

from desktop.jobs import shared
from inference.volume import Grid, Volume


def small_volume():
    return Volume(np.arange(24, dtype=np.int16).reshape(2, 3, 4), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (2, 3, 4)))


def test_a_system_that_refuses_shared_memory_sends_the_values_themselves(monkeypatch):
    def refuse(**_):
        raise OSError(errno.ENOSPC, "The paging file is too small")

    monkeypatch.setattr(shared, "SharedMemory", refuse)
    monkeypatch.setattr(shared, "_has_room", lambda size: True)
    sent = small_volume()
    handle, volume, memory = shared.share("key", sent)
    arrived, _ = shared.attach(handle)
    assert (handle.name, memory) == ("", None)
    assert (arrived.hu == sent.hu).all()
    assert volume is sent
