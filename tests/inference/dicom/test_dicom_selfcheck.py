"""The check of the decoders: quiet where they work, and a fault where one does not."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest

from inference.dicom import codecs, selfcheck
from inference.dicom.codecs import SUPPORTED
from inference.dicom.pixels import NATIVE
from inference.dicom.samples import SAMPLES
from inference.dicom.selfcheck import decode_sample


def faults() -> dict[str, str]:
    return {sample.name: decode_sample(sample) for sample in SAMPLES}


def names(*syntaxes: str) -> set[str]:
    return {sample.name for sample in SAMPLES if sample.syntax in syntaxes}


def test_every_supported_transfer_syntax_has_one_sample():
    assert sorted(sample.syntax for sample in SAMPLES) == sorted((NATIVE - {""}) | SUPPORTED)
    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES)


def test_every_decoder_of_this_machine_works():
    assert faults() == {sample.name: "" for sample in SAMPLES}


@pytest.mark.parametrize(
    ("decoder", "syntaxes"),
    [
        ("_decode_rle", codecs.RLE),
        ("_decode_jpeg", codecs.JPEG),
        ("_decode_jpeg_ls", codecs.JPEG_LS),
        ("_decode_jpeg_2000", codecs.JPEG_2000),
    ],
)
def test_a_decoder_that_is_off_by_two_in_one_pixel_is_a_fault(monkeypatch, decoder, syntaxes):
    right = getattr(codecs, decoder)

    def wrong(*given):
        stored = np.array(right(*given))
        stored.flat[100] += 2
        return stored

    monkeypatch.setattr(codecs, decoder, wrong)
    found = {name: fault for name, fault in faults().items() if fault}
    assert found == dict.fromkeys(names(*syntaxes), "2 of 1536 pixels are wrong")


def test_a_decoder_that_is_not_there_is_a_fault_of_its_syntaxes_only(monkeypatch):
    monkeypatch.setitem(sys.modules, "jpeg_ls", None)
    found = {name: fault for name, fault in faults().items() if fault}
    assert found.keys() == names(*codecs.JPEG_LS)
    assert all("dicom.decode-failed" in fault and "jpeg_ls" in fault for fault in found.values())


def test_uncompressed_pixels_that_differ_from_the_sample_are_a_fault(monkeypatch):
    write = selfcheck.write_sample
    monkeypatch.setattr(
        selfcheck, "write_sample", lambda one, folder: write(replace(one, stored=one.stored + 1), folder)
    )
    found = {name: fault for name, fault in faults().items() if fault}
    assert found == dict.fromkeys(names(*NATIVE), "1536 of 1536 pixels are wrong")
