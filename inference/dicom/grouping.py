"""From single images to series: what belongs together, and what one series number hides.

Some properties always separate images (patient, size, orientation, kernel, scout views). Others, such as the
acquisition number, change within many ordinary series and separate them only where images would otherwise lie on top
of each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from inference.dicom import values as value
from inference.dicom.describe import Image, make_series
from inference.dicom.geometry import SAME_PLACE_MM, unit_axes
from inference.dicom.model import Note, Parameter, Series
from inference.dicom.text import decode

ORIENTATION_TOLERANCE = 1e-3
"""Difference of direction cosines that are the same: half a millimetre at the edge of a 500 mm image."""

MAX_COMPARED = 50
"""Kinds of one series with which another is compared within the tolerance; more are radial scans, or hostile."""

_RAW_KEY = (
    "StudyInstanceUID",
    "SeriesInstanceUID",
    "PatientID",
    "PatientName",
    "Modality",
    "SamplesPerPixel",
    "Rows",
    "Columns",
    "PixelSpacing",
    "ImageOrientationPatient",
    "ConvolutionKernel",
    "ImageType",
)
_SCOUT_WORDS = frozenset({"LOCALIZER", "SCOUT", "TOPOGRAM", "SCANOGRAM"})
MIN_PHASE_SLICES = 2
"""Slices that each phase must have: single images at one place are a time series, not phases of a volume."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """The properties that always separate images of one series UID."""

    patient: tuple[bytes, bytes]
    modality: str
    size: tuple[int, int, int]
    pixel_spacing: tuple[float, ...] | None
    orientation: tuple[float, ...] | None
    located: bool
    kernel: str
    localizer: bool


ASPECTS: tuple[tuple[str, Callable[[_Kind], object], Callable[[_Kind], Parameter]], ...] = (
    ("patient", lambda kind: kind.patient, lambda kind: decode(kind.patient[0], "")[0]),
    ("modality", lambda kind: kind.modality, lambda kind: kind.modality),
    ("localizer", lambda kind: kind.localizer, lambda kind: "LOCALIZER" if kind.localizer else ""),
    ("position", lambda kind: kind.located, lambda kind: ""),
    ("orientation", lambda kind: kind.orientation, lambda kind: _spelled(kind.orientation)),
    ("size", lambda kind: kind.size, lambda kind: f"{kind.size[1]} x {kind.size[0]}"),
    ("pixel-spacing", lambda kind: kind.pixel_spacing, lambda kind: _spelled(kind.pixel_spacing)),
    ("kernel", lambda kind: kind.kernel, lambda kind: kind.kernel),
)
"""Name of each separating property, how it is compared and how it is shown."""

PHASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("acquisition", ("AcquisitionNumber",)),
    ("time-point", ("TemporalPositionIdentifier",)),
    ("frame-of-reference", ("FrameOfReferenceUID",)),
    ("image-type", ("ImageType",)),
    ("kvp", ("KVP",)),
    ("thickness", ("SliceThickness",)),
    ("acquisition-time", ("AcquisitionDate", "AcquisitionTime")),
)
"""Properties that separate images only where these lie on top of each other, the most telling first."""


def group(images: list[Image]) -> tuple[Series, ...]:
    """Sort images into series.

    Returns
    -------
    series
        Ordered by study, series number, UID and part; their slices by position along the normal.
    """
    by_series: dict[tuple[bytes, bytes], dict[_Kind, list[Image]]] = {}
    alike: dict[object, list[_Kind]] = {}
    for (study, series, *_), same in _by_raw_key(images).items():
        uids = study.rstrip(b"\0 "), series.rstrip(b"\0 ")
        kind = _kind_of(same[0])
        kind = _known_kind(kind, alike.setdefault((uids, replace(kind, orientation=None)), []))
        by_series.setdefault(uids, {}).setdefault(kind, []).extend(same)
    found = [part for kinds in by_series.values() for part in _parts_of_series(kinds)]
    found.sort(key=lambda s: (s.study_date, s.study_uid, s.number is None, s.number or 0, s.uid, s.part))
    return tuple(found)


def _by_raw_key(images: list[Image]) -> dict[tuple[bytes, ...], list[Image]]:
    """Images whose separating attributes are the same bytes: few sets, so that only few need to be understood."""
    sets: dict[tuple[bytes, ...], list[Image]] = {}
    for image in images:
        get = image.values.get
        key = (*[get(keyword, b"") for keyword in _RAW_KEY], image.slice.position_mm is not None)
        sets.setdefault(key, []).append(image)
    return sets


def _kind_of(image: Image) -> _Kind:
    raw = image.values
    words = value.plain(raw.get("ImageType")).upper().replace(" ", "\\").split("\\")
    spacing = value.numbers(raw.get("PixelSpacing"), 2)
    return _Kind(
        patient=(raw.get("PatientName", b"").rstrip(b"\0 ="), raw.get("PatientID", b"").strip(b"\0 ")),
        modality=value.plain(raw.get("Modality")),
        size=(image.slice.format.rows, image.slice.format.columns, image.slice.format.samples),
        pixel_spacing=None if spacing is None else tuple(round(mm, 4) for mm in spacing),
        orientation=value.numbers(raw.get("ImageOrientationPatient"), 6),
        located=image.slice.position_mm is not None,
        kernel=value.plain(raw.get("ConvolutionKernel")),
        localizer=not _SCOUT_WORDS.isdisjoint(words),
    )


def _known_kind(kind: _Kind, alike: list[_Kind]) -> _Kind:
    """The kind among those that differ in orientation only which has the same within the tolerance, or itself."""
    for other in alike[:MAX_COMPARED]:
        if _same_direction(other.orientation, kind.orientation):
            return other
    alike.append(kind)
    return kind


def _same_direction(one: tuple[float, ...] | None, other: tuple[float, ...] | None) -> bool:
    if one is None or other is None:
        return one is other
    return max(abs(a - b) for a, b in zip(one, other)) <= ORIENTATION_TOLERANCE


def _parts_of_series(kinds: dict[_Kind, list[Image]]) -> list[Series]:
    """The series of one Series Instance UID, numbered from 1 where there are several."""
    parts: list[tuple[_Kind, list[Image], list[Note]]] = []
    differing = [(name, show) for name, read, show in ASPECTS if len({read(kind) for kind in kinds}) > 1]
    for kind, images in kinds.items():
        images.sort(key=_file_order)
        why = [Note(f"dicom.split-by-{name}", {"value": show(kind)}) for name, show in differing]
        parts += [(kind, phase, why + because) for phase, because in _phases(images, kind.orientation)]
    parts.sort(key=lambda part: (part[0].localizer, -len(part[1]), _file_order(part[1][0])))
    return [
        make_series(images, kind.localizer, tuple(why), number if len(parts) > 1 else 0)
        for number, (kind, images, why) in enumerate(parts, start=1)
    ]


def _file_order(image: Image) -> tuple[int, str, int, str]:
    """An order that does not depend on where files lie or in which sequence they were read."""
    one = image.slice
    return (one.instance_number or 0, one.sop_instance_uid, one.frame, one.name)


def _phases(images: list[Image], orientation: tuple[float, ...] | None) -> list[tuple[list[Image], list[Note]]]:
    """Separate images that cover the same places more than once, if some attribute tells them apart."""
    crowd = _most_at_one_place(images, orientation)
    if crowd < 2:
        return [(images, [])]
    for name, keywords in PHASES:
        sets: dict[tuple[bytes, ...], list[Image]] = {}
        for image in images:
            sets.setdefault(tuple(image.values.get(keyword, b"") for keyword in keywords), []).append(image)
        if (
            1 < len(sets) <= crowd
            and min(map(len, sets.values())) >= MIN_PHASE_SLICES
            and all(_most_at_one_place(part, orientation) < 2 for part in sets.values())
        ):
            return [
                (part, [Note(f"dicom.split-by-{name}", {"value": value.plain(b" ".join(key))})])
                for key, part in sets.items()
            ]
    return [(images, [])]


def _most_at_one_place(images: list[Image], orientation: tuple[float, ...] | None) -> int:
    """Largest number of different images at one place along the normal."""
    axes = None if orientation is None else unit_axes(orientation)
    different = {image.identity: image.slice.position_mm for image in images}
    positions = [position for position in different.values() if position is not None]
    if axes is None or len(positions) < 2:
        return 1
    distance = np.sort(np.asarray(positions) @ axes[2])
    new_place = np.flatnonzero(np.concatenate([[True], np.diff(distance) > SAME_PLACE_MM, [True]]))
    return int(np.diff(new_place).max())


def _spelled(numbers: tuple[float, ...] | None) -> str:
    return "" if numbers is None else " ".join(f"{number:g}" for number in numbers)
