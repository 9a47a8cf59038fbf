"""Stored values to Hounsfield units: unused bits, padding, rescaling (PS3.3 section C.11.1, C.7.6.3.1 and C.7.5.1)."""

from __future__ import annotations

import numpy as np

from inference.dicom.model import PixelFormat

PADDED_HU = -1024
"""Value of places outside the scanned field of view: what 12-bit CT calls nothing, and below every tissue; no map in
another unit has values as low."""

LOWEST, HIGHEST = -32768, 32767
"""Range of a volume's int16; CT of metal reaches 30,000 HU at most."""


def into_hu(
    stored: np.ndarray, bits: int, form: PixelFormat, slope: float, intercept: float, out: np.ndarray
) -> tuple[int, bool]:
    """Rescale one image.

    Parameters
    ----------
    stored : integer array, shape (rows, columns)
        Stored values, signed where the format says so; overwritten where they may be, and may share the memory of
        ``out``.
    bits : int
        How many low bits of each value count.
    form : PixelFormat
    slope, intercept : float
        HU = slope * stored + intercept.
    out : int16 or float32 array, shape (rows, columns)

    Returns
    -------
    clipped : int
        Number of values that lie outside the int16 range and were moved to its ends.
    padded : bool
        Whether any pixel is padding; such pixels are ``PADDED_HU``.
    """
    padding = _padding(stored, form)  # before masking: some scanners write padding into the unused bits
    unused = 8 * stored.dtype.itemsize - bits
    if unused > 0:
        stored = _clear_unused_bits(stored, bits, unused, form)
        again = _padding(stored, form)
        padding = again if padding is None else padding if again is None else padding | again
    if out.dtype.kind == "f":
        out[...] = stored * np.float64(slope) + intercept
        clipped = 0
    elif slope == 1 and _fits(stored, bits, intercept):
        _add(stored, int(intercept), out)
        clipped = 0
    else:
        clipped = _rescale(stored, slope, intercept, padding, out)
    if padding is not None:
        out[padding] = PADDED_HU
    return clipped, padding is not None


def _padding(stored: np.ndarray, form: PixelFormat) -> np.ndarray | None:
    """Mask of the pixels that were not scanned, or None if there are none."""
    if form.padding is None:
        return None
    low, high = form.padding
    mask = stored == low if low == high else (stored >= low) & (stored <= high)
    return mask if mask.any() else None


def _clear_unused_bits(stored: np.ndarray, bits: int, unused: int, form: PixelFormat) -> np.ndarray:
    """Drop what lies above the high bit (overlays of old files) and below the low one, extending the sign."""
    below = max(0, form.high_bit + 1 - form.bits_stored) if bits == form.bits_stored else 0
    place = stored if stored.flags.writeable else None
    if below or form.signed:
        place = np.left_shift(stored, max(0, unused - below), out=place)
        return np.right_shift(place, unused, out=place)
    return np.bitwise_and(stored, stored.dtype.type((1 << bits) - 1), out=place)


def _add(stored: np.ndarray, intercept: int, out: np.ndarray) -> None:
    """Add modulo 2**16, which is exact where the sum fits: unsigned words are read as signed ones."""
    words = stored.view(np.int16) if stored.dtype.itemsize == 2 else stored.astype(np.int16)
    np.add(words, np.int16(intercept), out=out)


def _fits(stored: np.ndarray, bits: int, intercept: float) -> bool:
    """Whether adding the intercept is exact in int16; the values are looked at only where their range allows more."""
    if intercept != int(intercept) or not LOWEST <= intercept <= HIGHEST or stored.dtype.itemsize > 2:
        return False
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if stored.dtype.kind == "i" else (0, (1 << bits) - 1)
    if low + intercept >= LOWEST and high + intercept <= HIGHEST:
        return True
    return int(stored.min()) + intercept >= LOWEST and int(stored.max()) + intercept <= HIGHEST


def _rescale(stored: np.ndarray, slope: float, intercept: float, padding: np.ndarray | None, out: np.ndarray) -> int:
    exact = stored * np.float64(slope) + intercept
    np.rint(exact, out=exact)
    outside = (exact < LOWEST) | (exact > HIGHEST)
    if padding is not None:
        outside &= ~padding
    np.clip(exact, LOWEST, HIGHEST, out=exact)
    out[...] = exact
    return int(np.count_nonzero(outside))
