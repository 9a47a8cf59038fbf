"""Decoders in several threads: alone until one has come through, together afterwards."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from inference.dicom import codecs
from inference.dicom.model import PixelFormat
from inference.dicom.samples import SAMPLES
from inference.errors import InputError

(SAMPLE,) = (sample for sample in SAMPLES if sample.name == "JPEG baseline")
ROWS, COLUMNS = SAMPLE.stored.shape
FORM = PixelFormat(SAMPLE.syntax, True, False, ROWS, COLUMNS, 1, 1, "MONOCHROME2", 8, 8, 7, False, None, False)


class Watched:
    """A decoder that notes how many threads are in it at once; it fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures, self.inside, self.most, self.met = failures, 0, 0, threading.Barrier(2)
        self._lock = threading.Lock()
        self.together = False

    def __call__(self, data, stream, form):
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            fails, self.failures = self.failures > 0, self.failures - 1
        if self.together:
            self.met.wait(30)
        else:
            time.sleep(0.02)
        with self._lock:
            self.inside -= 1
        if fails:
            raise ValueError("damaged")
        return np.zeros((form.rows, form.columns), np.uint8)


@pytest.mark.parametrize("failures", [0, 2])
def test_a_decoder_is_used_by_one_thread_until_it_has_come_through_and_then_by_several(monkeypatch, failures):
    decoder = Watched(failures)
    monkeypatch.setattr(codecs, "_decoder_of", lambda syntax: decoder)

    def tried(_) -> bool:
        try:
            codecs.decode(SAMPLE.frame, FORM, "x")
        except InputError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(tried, range(2))) == [failures == 0] * 2
        assert decoder.most == 1
        assert tried(None)
        decoder.together = True
        assert list(pool.map(tried, range(2))) == [True, True], "both are inside at once, or the barrier breaks"
    assert decoder.most == 2
