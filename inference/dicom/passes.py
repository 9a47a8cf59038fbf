"""Images of one kind that cover one stretch of the patient more than once: told apart, each pass by itself.

A series may hold several acquisitions: one behind the other they are one volume, as scanners that halt for every few
slices make it; on top of each other, or between each other's slices, they are several, and a volume of both would show
the patient at two times. What tells them apart is looked for here, the most telling first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from inference.dicom import values as value
from inference.dicom.describe import Image, acquisition_time, contrast_agent
from inference.dicom.geometry import EVEN_MM, EVEN_PART, SAME_PLACE_MM, unit_axes
from inference.dicom.model import Note
from inference.dicom.text import decode

MIN_PHASE_SLICES = 2
"""Slices that each phase must have: single images at one place are a time series, not phases of a volume."""

MIN_EVEN_SLICES = 3
"""Slices from which it shows whether they are evenly spaced."""

TURN_PART = 0.75
"""Part of the usual step below which a step begins another sweep; missing slices leave wider ones."""

INTERLEAVED = "CT"
"""Modality in which slices between those of another acquisition are another volume. Magnetic resonance acquires one
volume in two or more turns, every other slice in each."""

SET_ONCE = (
    "IrradiationEventUID",
    "AcquisitionDate",
    "SeriesDate",
    "SeriesTime",
    "SeriesNumber",
    "ContrastBolusStartTime",
    "ContrastBolusVolume",
    "ContrastBolusRoute",
    "ProtocolName",
    "ScanOptions",
    "ExposureTime",
    "FilterType",
    "ReconstructionDiameter",
    "PatientPosition",
    "DeviceSerialNumber",
    "StationName",
    "AccessionNumber",
)
"""What is set once for a pass, so that slices between each other that differ in it are of two. The current of the tube
is not among them: it follows the body from slice to slice."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something in the header by which passes are told apart.

    Attributes
    ----------
    certain
        Whether stretches of other values always are other passes; if not, each must also be an even stack of its own.
    tolerance
        Part of a number by which it may differ: scanners round the same value in different ways.
    """

    name: str
    read: Callable[[Image], Hashable]
    certain: bool = False
    tolerance: float = 0.0


def _plain(keyword: str) -> Callable[[Image], str]:
    return lambda image: value.plain(image.values.get(keyword)).upper()


def _number(keyword: str) -> Callable[[Image], Hashable]:
    def read(image: Image) -> Hashable:
        found = value.number(image.values.get(keyword))
        return _plain(keyword)(image) if found is None else found

    return read


def _text(image: Image, keyword: str) -> str:
    declared = value.plain(image.values.get("SpecificCharacterSet"))
    return decode(image.values.get(keyword, b""), declared)[0].strip()


SIGNS = (
    _Sign("acquisition", _number("AcquisitionNumber"), certain=True),
    _Sign("time-point", _number("TemporalPositionIdentifier"), certain=True),
    _Sign("frame-of-reference", _plain("FrameOfReferenceUID"), certain=True),
    _Sign("contrast-agent", contrast_agent),
    _Sign("image-type", _plain("ImageType")),
    _Sign("kvp", _number("KVP"), tolerance=0.02),
    _Sign("thickness", _number("SliceThickness"), tolerance=0.05),
    _Sign("acquisition-time", acquisition_time),
    _Sign("description", lambda image: _text(image, "SeriesDescription")),
    _Sign("trigger-time", _number("TriggerTime")),
    *(_Sign("settings", _plain(keyword)) for keyword in SET_ONCE),
)
"""The most telling first."""


class _Stretch:
    """Images and their distances along the normal."""

    def __init__(self, placed: list[tuple[float, Image]]) -> None:
        self.placed = placed
        self.low = min(distance for distance, _ in placed)
        self.high = max(distance for distance, _ in placed)

    @property
    def images(self) -> list[Image]:
        """The images, in their order."""
        return [image for _, image in self.placed]

    @cached_property
    def distances(self) -> np.ndarray:
        """Where different images lie, in ascending order."""
        return np.sort(list({image.identity: distance for distance, image in self.placed}.values()))

    @property
    def crowd(self) -> int:
        """Largest number of different images at one place."""
        new_place = np.flatnonzero(np.concatenate([[True], np.diff(self.distances) > SAME_PLACE_MM, [True]]))
        return int(np.diff(new_place).max())

    @property
    def even(self) -> bool:
        """Whether the slices lie on a regular grid, some of whose places may be empty."""
        if len(self.distances) < MIN_EVEN_SLICES:
            return False
        gaps = np.diff(self.distances)
        usual = float(np.median(gaps))
        if usual <= SAME_PLACE_MM:
            return False
        off = np.abs(gaps - np.maximum(1, np.rint(gaps / usual)) * usual)
        return bool(off.max() <= max(EVEN_PART * usual, 2 * EVEN_MM))


def passes(images: list[Image], orientation: tuple[float, ...] | None) -> list[tuple[list[Image], list[Note]]]:
    """Separate images that cover the same stretch more than once, as far as something tells them apart.

    Parameters
    ----------
    images
        Of one series and one kind, in an order that does not depend on that of the files.

    Returns
    -------
    parts
        The images of each pass, and ``dicom.split-by-*`` notes that say what sets it apart.
    """
    axes = None if orientation is None else unit_axes(orientation)
    positions = [image.slice.position_mm for image in images]
    if axes is None or len(images) < 2 or None in positions:
        return [(images, [])]
    distances = (np.asarray(positions) @ axes[2]).tolist()
    whole = _Stretch(list(zip(distances, images)))
    if whole.high - whole.low <= SAME_PLACE_MM:
        return [(images, [])]
    return _separate(whole, SIGNS)


def _separate(whole: _Stretch, signs: Sequence[_Sign]) -> list[tuple[list[Image], list[Note]]]:
    interleaved = value.plain(whole.placed[0][1].values.get("Modality")) == INTERLEAVED
    for n, sign in enumerate(signs):
        parts = _by_sign(whole, sign, interleaved)
        if len(parts) > 1:
            return [
                (images, [Note(f"dicom.split-by-{sign.name}", {"value": _shown(sign, part)}), *notes])
                for part in parts
                for images, notes in _separate(part, signs[n + 1 :])
            ]
    parts = _by_sweep(whole) if interleaved and whole.crowd == 1 else [whole]
    if len(parts) < 2:
        return [(whole.images, [])]
    return [(part.images, [Note("dicom.split-by-pass", {"value": n})]) for n, part in enumerate(parts, start=1)]


def _by_sign(whole: _Stretch, sign: _Sign, interleaved: bool) -> list[_Stretch]:
    """Passes that a sign tells apart; the whole alone if it does not."""
    sets = _alike(whole, sign)
    found = _chained(sets)
    if len(found) < 2:
        return [whole]
    smallest, crowd = min(len(part.distances) for part in found), max(part.crowd for part in found)
    if smallest >= MIN_PHASE_SLICES and crowd < whole.crowd:
        return found
    if not interleaved:
        return [whole]
    if sign.certain and any(len(one.distances) >= MIN_PHASE_SLICES for one in sets):
        return found
    return found if all(part.even for part in found) else [whole]


def _alike(whole: _Stretch, sign: _Sign) -> list[_Stretch]:
    """The images of each value of a sign, numbers in ascending order and before words."""
    sets: dict[Hashable, list[tuple[float, Image]]] = {}
    for placed in whole.placed:
        sets.setdefault(sign.read(placed[1]), []).append(placed)
    together: list[list[tuple[float, Image]]] = []
    before: Hashable = None
    for key in sorted(sets, key=lambda key: (isinstance(key, str), key)):
        if isinstance(key, float) and isinstance(before, float) and key - before <= sign.tolerance * abs(key):
            together[-1] += sets[key]
        else:
            together.append(sets[key])
        before = key
    return [_Stretch(placed) for placed in together]


def _chained(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Stretches that follow each other without meeting, as one pass."""
    found: list[list[tuple[float, Image]]] = []
    low = high = 0.0
    for one in stretches:
        if found and min(high, one.high) - max(low, one.low) < -SAME_PLACE_MM:
            found[-1] += one.placed
            low, high = min(low, one.low), max(high, one.high)
        else:
            found.append(list(one.placed))
            low, high = one.low, one.high
    return [_Stretch(placed) for placed in found]


def _by_sweep(whole: _Stretch) -> list[_Stretch]:
    """Passes that only the numbers of the images tell apart: they run along the patient, and then once more."""
    numbers = {image.slice.instance_number for _, image in whole.placed}
    if len(numbers) < len(whole.distances) or None in numbers:
        return [whole]
    copies: dict[Hashable, list[tuple[float, Image]]] = {}
    for placed in whole.placed:
        copies.setdefault(placed[1].identity, []).append(placed)
    ordered = sorted((same[0] for same in copies.values()), key=lambda placed: placed[1].slice.instance_number or 0)
    steps = np.diff([distance for distance, _ in ordered])
    if len(steps) < 2 * MIN_EVEN_SLICES - 1:
        return [whole]
    short = TURN_PART * float(np.median(np.abs(steps)))
    sweeps, before = [list(copies[ordered[0][1].identity])], 0.0
    for placed, step in zip(ordered[1:], steps.tolist()):
        if abs(step) < short or step * before < 0:
            sweeps.append([])
            step = 0.0
        sweeps[-1] += copies[placed[1].identity]
        before = step
    found = [_Stretch(placed) for placed in sweeps]
    meet = len(_chained(found)) > 1
    return found if meet and all(part.even for part in found) else [whole]


def _shown(sign: _Sign, part: _Stretch) -> str:
    """The value that sets a pass apart, or the first and the last of them."""
    found = [sign.read(part.placed[n][1]) for n in (0, -1)]
    return " – ".join(dict.fromkeys(f"{one:g}" if isinstance(one, float) else str(one) for one in found))
