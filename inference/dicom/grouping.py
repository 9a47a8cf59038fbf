"""From single images to series: what belongs together, and what one series number hides.

Some properties always separate images (patient, size, orientation, kernel, how they were made). Others, such as the
acquisition number, change within many ordinary series and separate them only where images would otherwise lie on top
of each other or between each other: see :mod:`inference.dicom.passes`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from inference.dicom import values as value
from inference.dicom.describe import Image, kind_of_making, make_series
from inference.dicom.model import Note, Parameter, Series
from inference.dicom.passes import passes
from inference.dicom.people import Identity, gather, identity_of
from inference.dicom.text import decode

ORIENTATION_TOLERANCE = 1e-3
"""Difference of direction cosines that are the same: half a millimetre at the edge of a 500 mm image."""

SPACING_TOLERANCE = 1e-3
"""Part by which the distance of pixels may differ: half a pixel at the edge of an image of 512."""

MAX_COMPARED = 50
"""Kinds of one series with which another is compared within the tolerance; more are radial scans, or hostile."""

_RAW_KEY = (
    "StudyInstanceUID",
    "SeriesInstanceUID",
    "SpecificCharacterSet",
    "PatientID",
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "Modality",
    "SOPClassUID",
    "SamplesPerPixel",
    "Rows",
    "Columns",
    "PixelSpacing",
    "ImageOrientationPatient",
    "ConvolutionKernel",
    "ImageType",
    "SeriesDescription",
    "DerivationDescription",
    "VolumeBasedCalculationTechnique",
)
_SCOUT_WORDS = frozenset({"LOCALIZER", "SCOUT", "TOPOGRAM", "SCANOGRAM"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """The properties that always separate images of one series UID."""

    person: int
    name: str = field(compare=False)
    modality: str
    sop_class: str
    size: tuple[int, int, int]
    pixel_spacing: tuple[float, ...] | None
    orientation: tuple[float, ...] | None
    located: bool
    kernel: str
    made: tuple[str, str, str]
    localizer: bool


ASPECTS: tuple[tuple[str, Callable[[_Kind], object], Callable[[_Kind], Parameter]], ...] = (
    ("patient", lambda kind: kind.person, lambda kind: kind.name),
    ("modality", lambda kind: kind.modality, lambda kind: kind.modality),
    ("localizer", lambda kind: kind.localizer, lambda kind: "LOCALIZER" if kind.localizer else ""),
    ("sop-class", lambda kind: kind.sop_class, lambda kind: kind.sop_class),
    ("position", lambda kind: kind.located, lambda kind: ""),
    ("orientation", lambda kind: kind.orientation, lambda kind: _spelled(kind.orientation)),
    ("size", lambda kind: kind.size, lambda kind: f"{kind.size[1]} x {kind.size[0]}"),
    ("pixel-spacing", lambda kind: kind.pixel_spacing, lambda kind: _spelled(kind.pixel_spacing)),
    ("kernel", lambda kind: kind.kernel, lambda kind: kind.kernel),
    ("image-type", lambda kind: kind.made, lambda kind: " ".join(filter(None, kind.made))),
)
"""Name of each separating property, how it is compared and how it is shown."""


def group(images: list[Image]) -> tuple[Series, ...]:
    """Sort images into series.

    Returns
    -------
    series
        Ordered by study, series number, UID and part; their slices by position along the normal.
    """
    by_series: dict[tuple[str, str], dict[_Kind, list[Image]]] = {}
    alike: dict[object, list[_Kind]] = {}
    sets = sorted(_by_raw_key(images).items())
    people = gather(_identity(same[0]) for _, same in sets)
    for _, same in sets:
        said = same[0].values.get
        uids = value.plain(said("StudyInstanceUID")), value.plain(said("SeriesInstanceUID"))
        kind = _kind_of(same[0], people[_identity(same[0])])
        kind = _known_kind(kind, alike.setdefault((uids, replace(kind, orientation=None, pixel_spacing=None)), []))
        by_series.setdefault(uids, {}).setdefault(kind, []).extend(same)
    found = [part for kinds in by_series.values() for part in _parts_of_series(kinds)]
    found.sort(key=lambda s: (s.study_date, s.study_uid, s.number is None, s.number or 0, s.uid, s.part))
    return tuple(found)


def _by_raw_key(images: list[Image]) -> dict[tuple[bytes, ...], list[Image]]:
    """Images whose separating attributes are the same bytes: few sets, so that only few need to be understood."""
    sets: dict[tuple[bytes, ...], list[Image]] = {}
    for image in images:
        get = image.values.get
        key = (*[get(keyword, b"") for keyword in _RAW_KEY], b"" if image.slice.position_mm is None else b"located")
        sets.setdefault(key, []).append(image)
    return sets


def _identity(image: Image) -> Identity:
    raw = image.values
    declared = value.plain(raw.get("SpecificCharacterSet"))
    name, number = (decode(raw.get(keyword, b""), declared)[0] for keyword in ("PatientName", "PatientID"))
    others = (value.plain(raw.get(keyword)) for keyword in ("PatientBirthDate", "PatientSex", "StudyInstanceUID"))
    return identity_of(name.strip(), number.strip(), *others)


def _kind_of(image: Image, person: int) -> _Kind:
    raw = image.values
    image_type = value.plain(raw.get("ImageType")).upper()
    declared = value.plain(raw.get("SpecificCharacterSet"))
    modality, sop_class = value.plain(raw.get("Modality")), value.plain(raw.get("SOPClassUID"))
    original, primary, *_ = (*(part.strip() for part in image_type.split("\\")), "")
    return _Kind(
        person=person,
        name=decode(raw.get("PatientName", b""), declared)[0].strip(),
        modality=modality,
        sop_class=sop_class,
        size=(image.slice.format.rows, image.slice.format.columns, image.slice.format.samples),
        pixel_spacing=value.numbers(raw.get("PixelSpacing"), 2),
        orientation=value.numbers(raw.get("ImageOrientationPatient"), 6),
        located=image.slice.position_mm is not None,
        kernel=value.plain(raw.get("ConvolutionKernel")),
        made=(original, primary, kind_of_making(raw)),
        localizer=not _SCOUT_WORDS.isdisjoint(image_type.replace(" ", "\\").split("\\")),
    )


def _known_kind(kind: _Kind, alike: list[_Kind]) -> _Kind:
    """The kind among those alike otherwise that has the same orientation and pixels within the tolerance, or itself."""
    for other in alike[:MAX_COMPARED]:
        if _near(other.orientation, kind.orientation, ORIENTATION_TOLERANCE, 0.0) and _near(
            other.pixel_spacing, kind.pixel_spacing, 0.0, SPACING_TOLERANCE
        ):
            return other
    alike.append(kind)
    return kind


def _near(one: tuple[float, ...] | None, other: tuple[float, ...] | None, off: float, part: float) -> bool:
    if one is None or other is None:
        return one is other
    return all(abs(a - b) <= max(off, part * abs(a)) for a, b in zip(one, other))


def _parts_of_series(kinds: dict[_Kind, list[Image]]) -> list[Series]:
    """The series of one Series Instance UID, numbered from 1 where there are several."""
    parts: list[tuple[_Kind, list[Image], list[Note]]] = []
    differing = [(name, show) for name, read, show in ASPECTS if len({read(kind) for kind in kinds}) > 1]
    for kind, images in kinds.items():
        images.sort(key=_file_order)
        why = [Note(f"dicom.split-by-{name}", {"value": show(kind)}) for name, show in differing]
        parts += [(kind, phase, why + because) for phase, because in passes(images, kind.orientation)]
    parts.sort(key=lambda part: (part[0].localizer, -len(part[1]), _file_order(part[1][0])))
    return [
        make_series(images, kind.localizer, tuple(why), number if len(parts) > 1 else 0)
        for number, (kind, images, why) in enumerate(parts, start=1)
    ]


def _file_order(image: Image) -> tuple[int, str, int, str]:
    """An order that does not depend on where files lie or in which sequence they were read."""
    one = image.slice
    return (one.instance_number or 0, one.sop_instance_uid, one.frame, one.name)


def _spelled(numbers: tuple[float, ...] | None) -> str:
    return "" if numbers is None else " ".join(f"{number:g}" for number in numbers)
