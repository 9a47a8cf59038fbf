"""Decompression of one frame, each transfer syntax by a library whose licence lets it be shipped.

RLE: pylibjpeg-rle (MIT). JPEG-LS: CharLS in pyjpegls (BSD-3, MIT). JPEG 2000 and HTJ2K: pylibjpeg-openjpeg and
OpenJPEG (MIT, BSD-2). JPEG, lossless or lossy, 8 to 16 bit: GDCM with its libjpeg (BSD-3, IJG) inside SimpleITK
(Apache-2.0), which only reads files. pylibjpeg-libjpeg is GPL-3 and not used.

The size in the compressed data is compared with the header before a decoder is started: a small file must not become
a large image. What the decoders pass over in silence, or only print a warning about, is looked for here
(:mod:`inference.dicom.jpeg`, :mod:`inference.dicom.jpeg_2000`): a damaged frame is an error, never an image.
"""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from struct import pack

import numpy as np

from inference.dicom import charls, jpeg, jpeg_2000
from inference.dicom.codestreams import Codestream, inspect
from inference.dicom.model import PixelFormat
from inference.errors import InputError

RLE = frozenset({"1.2.840.10008.1.2.5"})
LOSSY_JPEG = frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (50, 51))
JPEG = LOSSY_JPEG | frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (57, 70))
JPEG_LS = frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (80, 81))
JPEG_2000 = frozenset(f"1.2.840.10008.1.2.4.{number}" for number in (90, 91, 201, 202, 203))
LOSSLESS_JPEG_2000 = frozenset({"1.2.840.10008.1.2.4.90"})
PARALLEL = JPEG | JPEG_LS
"""Those whose decoder lets other threads run; OpenJPEG and RLE as wrapped here do not."""

SUPPORTED = RLE | JPEG | JPEG_LS | JPEG_2000
"""Transfer syntaxes that can be decompressed."""

RUST_PANIC_MODULE = "pyo3_runtime"

_END_OF_IMAGE = b"\xff\xd9"
_END_WITHIN = 16
"""Last bytes of a frame in which the marker stands, padding behind it. Without it the data are cut off: libjpeg would
fill in the rest without an error, CharLS 2.4 may count zeros for seconds.
"""

_MOST_PADDING = 3
"""Zeros in front of the end of JPEG-LS that may be padding: lengths are made even, or multiples of four."""

_first_use = threading.Lock()
_used: set[Callable[..., np.ndarray]] = set()
"""Decoders that have come through once in this process."""

_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
_ANY_UID = "1.2.3"


def decode(data: bytes, form: PixelFormat, name: str) -> tuple[np.ndarray, int]:
    """Decompress one frame.

    Parameters
    ----------
    data : bytes
        Compressed frame.
    form : PixelFormat
    name : str
        How messages name the file.

    Returns
    -------
    stored : integer array, shape (rows, columns)
        Stored values; signed where the format says so.
    bits : int
        How many low bits of each value count; the rest may hold anything.

    Raises
    ------
    InputError
        Unknown transfer syntax, contradiction between header and data, or data that cannot be decompressed.
    """
    if form.syntax in RLE:
        with _border(name):
            return _decode_rle(data, form), form.bits_stored
    decoder = _decoder_of(form.syntax)
    if decoder is None:
        raise InputError("dicom.transfer-syntax-unsupported", path=name, syntax=form.syntax)
    stream = inspect(data)
    if stream is None:
        raise InputError("dicom.decode-failed", path=name, reason="no image header")
    if (stream.rows, stream.columns, stream.components) != (form.rows, form.columns, 1) or stream.precision > 16:
        raise InputError(
            "dicom.frame-mismatch",
            path=name,
            declared=f"{form.columns} x {form.rows}",
            found=f"{stream.columns} x {stream.rows} x {stream.components}, {stream.precision} bit",
        )
    if form.syntax in JPEG | JPEG_LS and _END_OF_IMAGE not in data[-_END_WITHIN:]:
        raise InputError("dicom.decode-failed", path=name, reason="no end of image")
    with _border(name), _alone_at_first(decoder):
        stored = decoder(data, stream, form).reshape(form.rows, form.columns)
    if form.syntax in LOSSY_JPEG and stream.precision > form.bits_stored:  # values may overshoot what was stored
        stored = np.minimum(stored, (1 << form.bits_stored) - 1)
    bits = _bits(stream, form)
    if bits is None and not stream.signed and stream.precision == 8 * stored.dtype.itemsize:
        stored = stored.astype(f"u{2 * stored.dtype.itemsize}")  # the highest bit is no sign
    wanted = np.dtype(f"{'i' if form.signed else 'u'}{stored.dtype.itemsize}")
    return stored.view(wanted), 8 * stored.dtype.itemsize if bits is None else bits


def _bits(stream: Codestream, form: PixelFormat) -> int | None:
    """Bits that count, or None where every value is right as it is.

    Those of the data for lossy JPEG, JPEG-LS and JPEG 2000; lossless JPEG often stores whole words. Values that are
    signed in the data too need nothing, nor do those that have no place for a sign: of 12 bits under a signed header of
    16 none is below zero, and GDCM reads them so.
    """
    if form.signed and (stream.signed or stream.precision < form.bits_stored):
        return None
    if form.syntax in JPEG and form.syntax not in LOSSY_JPEG:
        return min(stream.precision, form.bits_stored)
    return stream.precision


def _decoder_of(syntax: str) -> Callable[[bytes, Codestream, PixelFormat], np.ndarray] | None:
    if syntax in JPEG_LS:
        return _decode_jpeg_ls
    if syntax in JPEG_2000:
        return _decode_jpeg_2000
    return _decode_jpeg if syntax in JPEG else None


@contextmanager
def _border(name: str) -> Iterator[None]:
    """Turn whatever a decoder raises on damaged data into an error that names the file; they promise no set.

    A panic of a decoder written in Rust (pylibjpeg-rle) is not even an Exception.
    """
    try:
        yield
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__module__ != RUST_PANIC_MODULE:
            raise
        raise InputError("dicom.decode-failed", path=name, reason=_last_line(error)) from error


def _last_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[-1] if lines else ''}"[:200]


@contextmanager
def _alone_at_first(decoder: Callable[..., np.ndarray]) -> Iterator[None]:
    """Let a decoder run by itself until it has once come through; after that several threads may use it at once.

    GDCM enters its image formats into tables at its first use and does not guard them: of 40 processes that decoded two
    slices at once for the first time, two crashed.
    """
    if decoder in _used:
        yield
        return
    with _first_use:
        yield
        _used.add(decoder)


def _decode_rle(data: bytes, form: PixelFormat) -> np.ndarray:
    from rle.rle import decode_frame

    stored = decode_frame(data, form.rows * form.columns, form.bits_allocated, "<")
    kind = "i" if form.signed else "u"
    return np.frombuffer(stored, f"<{kind}{form.bits_allocated // 8}").reshape(form.rows, form.columns)


def _decode_jpeg_ls(data: bytes, stream: Codestream, form: PixelFormat) -> np.ndarray:
    length = stream.rows * stream.columns * (1 if stream.precision <= 8 else 2)
    try:
        pixels = charls.decode(data, length)
    except RuntimeError as error:  # CharLS takes no padding between the scan and its end
        pixels = _decode_without_padding(data, length, error)
    return np.frombuffer(pixels, "u1" if stream.precision <= 8 else "<u2")


def _decode_without_padding(data: bytes, length: int, refused: RuntimeError) -> bytes | bytearray:
    """Decode without zeros in front of the end, as writers put there to make the length even, one less at a time."""
    end = data.rfind(_END_OF_IMAGE)
    for count in range(1, _MOST_PADDING + 1):
        if data[end - count]:
            break
        try:
            return charls.decode(data[: end - count] + _END_OF_IMAGE, length)
        except RuntimeError:
            continue
    raise refused


def _decode_jpeg_2000(data: bytes, stream: Codestream, form: PixelFormat) -> np.ndarray:
    from openjpeg import decode as decode_openjpeg

    jpeg_2000.check_codestream(data)
    stored = np.ascontiguousarray(decode_openjpeg(data))
    if form.syntax in LOSSLESS_JPEG_2000:
        jpeg_2000.check_by_encoding_again(data, stored, stream.precision)
    return stored


def _decode_jpeg(data: bytes, stream: Codestream, form: PixelFormat) -> np.ndarray:
    """Decode by GDCM, through a file that holds the image and nothing about the patient."""
    import SimpleITK as sitk

    scan = jpeg.read_scan(data)
    if scan.process in jpeg.SEQUENTIAL_PROCESSES:
        jpeg.check_sequential(scan)
    with tempfile.TemporaryDirectory(prefix=f"precontrast-{os.getpid()}-") as folder:
        path = os.path.join(folder, "frame.dcm")
        with open(path, "wb") as file:
            file.write(_minimal_file(data, stream, form.syntax))
        reader = sitk.ImageFileReader()
        reader.SetImageIO("GDCMImageIO")
        reader.SetFileName(path)
        stored = sitk.GetArrayFromImage(reader.Execute())
    if scan.process == jpeg.LOSSLESS_PROCESS:
        jpeg.check_lossless(scan, stored.reshape(stream.rows, stream.columns))
    return stored


def _minimal_file(frame: bytes, stream: Codestream, syntax: str) -> bytes:
    """The smallest DICOM file around a compressed frame: unsigned, and without rescaling."""
    bits = min(bits for bits in (8, 12, 16) if bits >= stream.precision)  # 12 bits in 16, it tries as 8 at first
    meta = _uid(0x0002, 0x0002, _SECONDARY_CAPTURE) + _uid(0x0002, 0x0003, _ANY_UID) + _uid(0x0002, 0x0010, syntax)
    frame += b"\0" * (len(frame) % 2)
    return b"".join(
        [
            b"\0" * 128 + b"DICM",
            pack("<HH2sHI", 0x0002, 0x0000, b"UL", 4, len(meta)) + meta,
            _uid(0x0008, 0x0016, _SECONDARY_CAPTURE) + _uid(0x0008, 0x0018, _ANY_UID),
            _short(0x0002, 1) + pack("<HH2sH", 0x0028, 0x0004, b"CS", 12) + b"MONOCHROME2 ",
            _short(0x0010, stream.rows) + _short(0x0011, stream.columns),
            _short(0x0100, bits) + _short(0x0101, stream.precision) + _short(0x0102, stream.precision - 1),
            _short(0x0103, 0),
            pack("<HH2sHI", 0x7FE0, 0x0010, b"OB", 0, 0xFFFFFFFF),
            pack("<HHI", 0xFFFE, 0xE000, 0) + pack("<HHI", 0xFFFE, 0xE000, len(frame)) + frame,
            pack("<HHI", 0xFFFE, 0xE0DD, 0),
        ]
    )


def _uid(group: int, element: int, uid: str) -> bytes:
    raw = uid.encode() + b"\0" * (len(uid) % 2)
    return pack("<HH2sH", group, element, b"UI", len(raw)) + raw


def _short(element: int, number: int) -> bytes:
    return pack("<HH2sHH", 0x0028, element, b"US", 2, number)
