"""How many damaged frames become another image without a word, by codec; run ``python -m benchmarks.damaged_frames``.

A disc of noise like a CT slice is compressed, and each copy gets one change: a bit, a byte, 16 bytes of zeros, or one
to three bytes lost. A frame is "refused" where an error names it, and "another image" where it is decoded all the same.
"""

from __future__ import annotations

import argparse
import heapq
import random
from collections import Counter
from collections.abc import Callable

import jpeg_ls
import numpy as np
from openjpeg.utils import encode_array
from rle.rle import encode_frame

from inference.dicom.codecs import decode
from inference.dicom.model import PixelFormat
from inference.errors import InputError
from tests.helpers.dicom_files import encode_jpeg_lossless, lossless_differences

SIDE = 128
JPEG_2000 = {"bits_stored": 12, "photometric_interpretation": 2, "use_mct": False}
CODECS: dict[str, tuple[str, Callable[[np.ndarray], bytes]]] = {
    "RLE": ("1.2.840.10008.1.2.5", lambda image: bytes(encode_frame(image.tobytes(), SIDE, SIDE, 1, 16, "<"))),
    "JPEG lossless": ("1.2.840.10008.1.2.4.70", lambda image: encode_jpeg_lossless(image, 12, 1, code_lengths(image))),
    "JPEG-LS": ("1.2.840.10008.1.2.4.80", lambda image: bytes(jpeg_ls.encode_array(image))),
    "JPEG 2000 lossless": ("1.2.840.10008.1.2.4.90", lambda image: bytes(encode_array(image, **JPEG_2000))),
    "JPEG 2000, 1:8": (
        "1.2.840.10008.1.2.4.91",
        lambda image: bytes(encode_array(image, compression_ratios=[8], **JPEG_2000)),
    ),
}


def code_lengths(image: np.ndarray) -> dict[int, int]:
    """Lengths of the best Huffman codes for the differences of an image, by category, as encoders choose them."""
    sizes = Counter(abs(value).bit_length() for value in lossless_differences(image, 12).ravel().tolist())
    heap = [(count, size, (size,)) for size, count in sizes.items()]
    heap.append((0, -1, (-1,)))  # the code of ones only is not used
    heapq.heapify(heap)
    lengths: Counter[int] = Counter()
    while len(heap) > 1:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        lengths.update(one[2] + other[2])
        heapq.heappush(heap, (one[0] + other[0], min(one[1], other[1]), one[2] + other[2]))
    del lengths[-1]
    return dict(lengths)


def slice_of_noise() -> np.ndarray:
    """12-bit values: soft tissue with noise of 15 HU in a disc, air around it."""
    row, column = np.mgrid[:SIDE, :SIDE]
    inside = (row - SIDE / 2) ** 2 + (column - SIDE / 2) ** 2 < (0.45 * SIDE) ** 2
    tissue = 1064 + 100 * np.sin(column / 20) * np.cos(row / 30) + np.random.default_rng(0).normal(0, 15, row.shape)
    return np.where(inside, tissue, 0).clip(0, 4095).astype(np.uint16)


def changed(frame: bytes, chance: random.Random, kind: int) -> bytes:
    """A frame with one change of a kind, 0 to 3."""
    data = bytearray(frame)
    at = chance.randrange(len(data) - 16)
    if kind == 0:
        data[at] ^= 1 << chance.randrange(8)
    elif kind == 1:
        data[at] = chance.randrange(256)
    elif kind == 2:
        data[at : at + 16] = bytes(16)
    else:
        del data[at : at + chance.randrange(1, 4)]
    return bytes(data)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=400, help="damaged frames for each codec")
    count = parser.parse_args().count
    image = slice_of_noise()
    print("codec | refused | same image | another image | of them bit, byte, zeros, lost | largest difference")
    for name, (syntax, encode) in CODECS.items():
        form = PixelFormat(syntax, True, False, SIDE, SIDE, 1, 1, "MONOCHROME2", 16, 12, 11, False, None, False)
        frame, chance = encode(image), random.Random(7)
        whole = decode(frame, form, name)[0].astype(int)
        refused, same, passed, worst = 0, 0, [0] * 4, 0
        for number in range(count):
            try:
                found = decode(changed(frame, chance, number % 4), form, name)[0]
            except InputError:
                refused += 1
                continue
            difference = int(np.abs(found.astype(int) - whole).max())
            same += difference == 0
            passed[number % 4] += difference > 0
            worst = max(worst, difference)
        print(name, refused, same, sum(passed), passed, worst, sep=" | ", flush=True)


if __name__ == "__main__":
    main()
