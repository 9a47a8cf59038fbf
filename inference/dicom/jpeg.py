"""Damage in JPEG data that its decoder passes over: the coded samples counted and measured (ITU-T T.81).

libjpeg goes on after a bad code and only prints a warning, which GDCM lets nobody ask for. But the Huffman codes of a
scan hold exactly the samples of the image and end in the last byte of the scan (section B.1.1.5). After damage they
nearly always end elsewhere. Changed bits that keep every code as long as it was are another image to every decoder:
JPEG has no checksum.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from struct import unpack_from

import numpy as np

LOSSLESS_PROCESS, SEQUENTIAL_PROCESSES = 0xC3, frozenset({0xC0, 0xC1})
"""Start-of-frame markers: Huffman-coded lossless, baseline and extended sequential."""

BLOCK = 64
"""Coefficients of a block of 8 x 8 samples."""

_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_RESTART = re.compile(rb"\xff+([\xd0-\xd7])")
_STUFFED, _UNSTUFFED = b"\xff\x00", b"\xff"
_END_OF_IMAGE = b"\xff\xd9"
_TABLES, _RESTART_INTERVAL, _START_OF_SCAN = 0xC4, 0xDD, 0xDA
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WORD = 16
_TAIL = 64
"""Bits behind the last in which a code may still be looked for."""


class DamagedError(ValueError):
    """Compressed data that contradict themselves."""


@dataclass(slots=True)
class Scan:
    """The one scan of a grey image, and what it needs.

    Attributes
    ----------
    tables
        Huffman code lengths and symbols by class (0 DC or lossless, 1 AC) and number.
    selection
        Predictor of a lossless scan.
    point_transform
        Bits by which samples were divided.
    interval
        Units between two restarts, 0 for none.
    parts
        Entropy-coded data between restarts, byte stuffing removed.
    even
        Whether the image has an even length, to which a byte of zeros may have brought it.
    """

    process: int = 0
    precision: int = 0
    rows: int = 0
    columns: int = 0
    tables: dict[tuple[int, int], tuple[bytes, bytes]] = field(default_factory=dict)
    selectors: tuple[int, int] = (0, 0)
    selection: int = 0
    point_transform: int = 0
    interval: int = 0
    parts: tuple[bytes, ...] = ()
    even: bool = False


def read_scan(data: bytes) -> Scan:
    """Take the first scan of a JPEG image apart.

    Raises
    ------
    DamagedError
        If its markers contradict each other, or something else than the end of the image follows.
    """
    try:
        return _read_scan(data)
    except (struct.error, IndexError) as error:
        raise DamagedError("the markers end early") from error


def _read_scan(data: bytes) -> Scan:
    scan, at = Scan(), 2
    while True:
        fill, marker = unpack_from("BB", data, at)
        if fill != 0xFF:
            raise DamagedError("no marker where one is due")
        if marker == 0xFF:
            at += 1
            continue
        (length,) = unpack_from(">H", data, at + 2)
        segment = data[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == _TABLES:
            _read_tables(segment, scan)
        elif marker == _RESTART_INTERVAL:
            (scan.interval,) = unpack_from(">H", segment)
        elif marker in _FRAMES:
            if marker != LOSSLESS_PROCESS and marker not in SEQUENTIAL_PROCESSES:
                raise DamagedError("a process of another transfer syntax")
            scan.process = marker
            scan.precision, scan.rows, scan.columns = unpack_from(">BHH", segment)
        elif marker == _START_OF_SCAN:
            if segment[0] != 1:
                raise DamagedError("a scan of several components")
            scan.selectors = segment[2] >> 4, segment[2] & 15
            scan.selection, scan.point_transform = segment[3], segment[5] & 15
            scan.parts = _parts(data, at, scan)
            return scan


def _read_tables(segment: bytes, scan: Scan) -> None:
    at = 0
    while at < len(segment):
        counts = segment[at + 1 : at + 17]
        symbols = segment[at + 17 : at + 17 + sum(counts)]
        if len(counts) < 16 or len(symbols) < sum(counts):
            raise DamagedError("a Huffman table ends early")
        scan.tables[segment[at] >> 4, segment[at] & 15] = counts, symbols
        at += 17 + len(symbols)


def _parts(data: bytes, start: int, scan: Scan) -> tuple[bytes, ...]:
    end = data.rfind(_END_OF_IMAGE, start)
    if end < 0:
        raise DamagedError("no end of image")
    coded = data[start:end].rstrip(_UNSTUFFED)  # bytes that fill up to a marker
    bare = coded.count(_UNSTUFFED) == coded.count(_STUFFED)
    if not bare and (not scan.interval or _MARKER.search(coded)):
        raise DamagedError("a marker inside the coded data")
    parts = [coded] if bare else _RESTART.split(coded)
    for number, marker in enumerate(parts[1::2]):
        if marker[0] != 0xD0 + number % 8:
            raise DamagedError("restart markers out of order")
    scan.even = end % 2 == 0
    return tuple(part.replace(_STUFFED, _UNSTUFFED) for part in parts[::2])


def check_sequential(scan: Scan) -> None:
    """Walk the codes of a lossy scan, baseline or extended.

    Raises
    ------
    DamagedError
        If a code is none, a block holds more than its coefficients, or the scan does not end with its last block.
    """
    blocks = -(-scan.rows // 8) * -(-scan.columns // 8)
    first = _lengths(scan, 0, scan.selectors[0])
    # What a symbol moves on in the block: its run and itself; the end of the block more than any run can.
    runs = np.full(1 << _WORD, BLOCK + 1, np.uint8)
    rest = np.zeros(1 << _WORD, np.uint8)
    for low, high, length, symbol in _codes(scan, 1, scan.selectors[1]):
        run, size = symbol >> 4, symbol & 15
        runs[low:high] = 2 * BLOCK if symbol == 0 else run + 1
        rest[low:high] = length + size
    for data, count in zip(scan.parts, _units(scan, blocks), strict=True):
        windows = _windows(data)
        dc, ac, moved = (table[windows].tobytes() + bytes(_TAIL) for table in (first, rest, runs))
        moved = moved[: len(moved) - _TAIL] + bytes([BLOCK + 1]) * _TAIL
        at = 0
        try:
            for _ in range(count):
                at += dc[at]
                place = 1
                while place < BLOCK:
                    place += moved[at]
                    at += ac[at]
                if BLOCK < place <= 2 * BLOCK:
                    raise DamagedError("bad Huffman code")
        except IndexError as error:
            raise DamagedError("coded data end early") from error
        _check_end(data, at, first, scan.even and data is scan.parts[-1])


def check_lossless(scan: Scan, stored: np.ndarray) -> None:
    """Compare a decoded lossless image with the length of its codes.

    Parameters
    ----------
    stored : unsigned array, shape (rows, columns)

    Raises
    ------
    DamagedError
        If these samples take another number of bits than the scan has.
    """
    if int(stored.max()) >> scan.precision:
        raise DamagedError("samples above their precision")
    samples = stored.astype(np.uint16) >> np.uint16(scan.point_transform)
    table = _lengths(scan, 0, scan.selectors[0])
    cost = np.full(_WORD + 1, 255, np.uint8)
    for _, _, length, size in _codes(scan, 0, scan.selectors[0]):
        if size <= _WORD:
            cost[size] = length + (size if size < _WORD else 0)
    cost = cost[_SIZES]
    counts = _units(scan, samples.size)
    if any(count % scan.columns for count in counts):
        raise DamagedError("a restart inside a row")
    row = 0
    for data, count in zip(scan.parts, counts, strict=True):
        part = samples[row : row + count // scan.columns]
        row += len(part)
        bits = int(cost[_differences(part, scan)].sum(dtype=np.int64))
        _check_end(data, bits, table, scan.even and data is scan.parts[-1])


def _differences(samples: np.ndarray, scan: Scan) -> np.ndarray:
    """What each sample adds to its prediction, modulo 2**16 (annex H.1.2)."""
    if scan.selection > 4:  # halves need a sign
        samples = samples.astype(np.int32)
    predicted = np.empty_like(samples)
    left, above, corner = samples[1:, :-1], samples[:-1, 1:], samples[:-1, :-1]
    inner: Mapping[int, Callable[[], np.ndarray | int]] = {
        1: lambda: left,
        2: lambda: above,
        3: lambda: corner,
        4: lambda: left + above - corner,
        5: lambda: left + (above - corner >> 1),
        6: lambda: above + (left - corner >> 1),
        7: lambda: left + above >> 1,
    }
    predicted[1:, 1:] = inner.get(scan.selection, lambda: 0)()
    predicted[0, 1:] = samples[0, :-1]
    predicted[1:, 0] = samples[:-1, 0]
    predicted[0, 0] = 1 << max(0, scan.precision - scan.point_transform - 1)
    return (samples - predicted).astype(np.uint16)


_SIZES = np.frexp(np.minimum(np.arange(1 << 16), np.arange(1 << 16, 0, -1)))[1].astype(np.uint8)
"""Bits of a difference modulo 2**16 without its sign: the category by which it is coded (table H.2)."""


def _units(scan: Scan, total: int) -> list[int]:
    """Samples or blocks in each part."""
    counts = [scan.interval] * (total // scan.interval) if scan.interval else [total]
    if scan.interval and total % scan.interval:
        counts.append(total % scan.interval)
    if len(counts) != len(scan.parts):
        raise DamagedError("restart markers are missing")
    return counts


def _codes(scan: Scan, kind: int, number: int) -> list[tuple[int, int, int, int]]:
    """Codes of a table: the 16-bit words that begin with each, from and up to; its length and its symbol."""
    if (kind, number) not in scan.tables:
        raise DamagedError("a Huffman table is missing")
    counts, symbols = scan.tables[kind, number]
    found, code, at = [], 0, 0
    for length, count in enumerate(counts, start=1):
        for symbol in symbols[at : at + count]:
            if code >> length:
                raise DamagedError("a Huffman table with too many codes")
            found.append((code << _WORD - length, code + 1 << _WORD - length, length, symbol))
            code += 1
        at += count
        code <<= 1
    return found


def _lengths(scan: Scan, kind: int, number: int) -> np.ndarray:
    """Bits of code and value by the 16-bit word that begins with the code; 0 where no code does."""
    table = np.zeros(1 << _WORD, np.uint8)
    for low, high, length, size in _codes(scan, kind, number):
        table[low:high] = length + (size if size < _WORD else 0)
    return table


def _windows(data: bytes) -> np.ndarray:
    """The 16-bit word at every bit; ones follow the last."""
    padded = np.frombuffer(data + b"\xff\xff", np.uint8).astype(np.uint32)
    words = padded[:-2] << 16 | padded[1:-1] << 8 | padded[2:]
    return np.stack([words >> 8 - bit & 0xFFFF for bit in range(8)], axis=1).ravel()


def _check_end(data: bytes, bits: int, first: np.ndarray, may_be_padded: bool) -> None:
    """Whether so many bits end in the last byte, and no further code fits behind them.

    A byte of zeros may follow where it makes the length even, as real files of JPEG-LS have it.
    """
    left = 8 * len(data) - bits
    if may_be_padded and 8 <= left < 16 and data[-1] == 0:
        data, left = data[:-1], left - 8
    if not 0 <= left < 8:
        raise DamagedError("coded data are longer or shorter than the image")
    word = ((data[-1] & (1 << left) - 1) << _WORD - left | (1 << _WORD - left) - 1) if left else 0
    if left and 0 < first[word] <= left:
        raise DamagedError("coded data go on behind the image")
