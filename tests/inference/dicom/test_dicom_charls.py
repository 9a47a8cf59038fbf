"""JPEG-LS by the library inside pyjpegls, which lets other threads run, and by pyjpegls itself."""

import jpeg_ls
import numpy as np
import pytest

from inference.dicom import charls
from inference.dicom.codecs import JPEG_LS, PARALLEL

ROWS, COLUMNS = np.mgrid[:24, :32]
IMAGES = {
    "8 bits": ((60 + 4 * ROWS + 2 * COLUMNS).astype(np.uint8), 0),
    "12 bits": ((2000 + 30 * ROWS - 20 * COLUMNS).astype(np.uint16), 0),
    "nearly lossless": ((2000 + 30 * ROWS - 20 * COLUMNS).astype(np.uint16), 3),
}


@pytest.fixture(params=["exported", "pyjpegls"])
def decode(request, monkeypatch):
    if request.param == "pyjpegls":
        monkeypatch.setattr(charls, "exported", lambda: None)
    elif charls.exported() is None:
        pytest.skip("this build of pyjpegls shows no function of CharLS")
    return charls.decode


@pytest.mark.parametrize("name", IMAGES)
def test_both_ways_decode_to_the_same_samples(decode, name):
    pixels, error = IMAGES[name]
    data = bytes(jpeg_ls.encode_array(pixels, error))
    assert decode(data, pixels.nbytes) == jpeg_ls.decode_from_buffer(data)


def test_damaged_data_and_data_of_another_size_are_refused(decode):
    pixels, _ = IMAGES["12 bits"]
    data = bytes(jpeg_ls.encode_array(pixels))
    for broken in (b"", data[:20], data[: len(data) // 2], data[:40] + bytes(len(data) - 40)):
        with pytest.raises(RuntimeError, match=r"^Decoding error: \w"):
            decode(broken, pixels.nbytes)
    for length in (pixels.nbytes - 2, pixels.nbytes + 2):
        if charls.exported() is not None:
            with pytest.raises(RuntimeError, match="another size"):
                decode(data, length)


def test_slices_in_jpeg_ls_are_decoded_on_all_cores():
    assert JPEG_LS <= PARALLEL
