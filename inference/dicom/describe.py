"""From header values to the objects of the model: one image, and one series with its notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import mode

import numpy as np

from inference.dicom import values as value
from inference.dicom.geometry import MAX_POSITION_MM, describe, order_along_normal, unit_axes
from inference.dicom.header import Header
from inference.dicom.model import Note, PatientIdentity, PixelFormat, Series, Slice, Stack
from inference.dicom.text import decode
from inference.dicom.units import HOUNSFIELD, read_unit

LOSSY_SYNTAXES = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"})
"""Transfer syntaxes that always lose detail; others say so in Lossy Image Compression."""

APART_FACTOR = 1.5
"""Spacing over thickness from which the slices leave much of the body unseen."""

_FORMAT_KEYS = (
    "TransferSyntaxUID",
    "Rows",
    "Columns",
    "NumberOfFrames",
    "SamplesPerPixel",
    "PhotometricInterpretation",
    "BitsAllocated",
    "BitsStored",
    "HighBit",
    "PixelRepresentation",
    "PixelPaddingValue",
    "PixelPaddingRangeLimit",
    "ModalityLUTSequence",
)

_RESCALE_KEYS = ("RescaleSlope", "RescaleIntercept", "RescaleType", "Modality")


@dataclass(slots=True)
class Image:
    """One frame of one file: its undecoded attributes, and its slice."""

    values: dict[str, bytes]
    slice: Slice

    @property
    def identity(self) -> tuple[object, ...]:
        """What two copies of one image share; some tools give all images of a series one UID, but not one place."""
        one = self.slice
        return (one.sop_instance_uid or one.name, one.frame, one.position_mm)


class ImageMaker:
    """Makes images of headers; equal pixel formats of a scan become one object."""

    def __init__(self) -> None:
        self._formats: dict[tuple[object, ...], PixelFormat] = {}
        self._rescales: dict[tuple[bytes | None, ...], tuple[float, float]] = {}

    def make(self, header: Header, path: str, member: str | None, frame: int = 0) -> Image:
        """Make the image of one frame."""
        get = header.values.get
        key = (header.explicit, header.big_endian, *map(get, _FORMAT_KEYS))
        pixels = self._formats.get(key)
        if pixels is None:
            pixels = self._formats[key] = _pixel_format(header)
        position = value.numbers(get("ImagePositionPatient"), 3)
        if position is not None and max(map(abs, position)) > MAX_POSITION_MM:
            position = None
        rescale = tuple(map(get, _RESCALE_KEYS))
        known = self._rescales.get(rescale)
        if known is None:
            known = self._rescales[rescale] = _rescale(header.values)
        return Image(
            header.values,
            Slice(
                path,
                member,
                frame,
                position,
                value.plain(get("SOPInstanceUID")),
                value.integer(get("InstanceNumber")),
                *known,
                pixels,
                header.resume_at,
            ),
        )


def unit_of(raw: dict[str, bytes]) -> tuple[str, float]:
    """Unit of the values of an image, and the factor to it (:func:`inference.dicom.units.read_unit`)."""
    declared = value.plain(raw.get("SpecificCharacterSet"))
    return read_unit(decode(raw.get("RescaleType", b""), declared)[0], value.plain(raw.get("Modality")))


def _rescale(raw: dict[str, bytes]) -> tuple[float, float]:
    """Slope and intercept that give values in the unit of the image."""
    slope, intercept = value.number(raw.get("RescaleSlope")), value.number(raw.get("RescaleIntercept"))
    _, factor = unit_of(raw)
    return (1.0 if slope is None else slope) * factor, (0.0 if intercept is None else intercept) * factor


def _pixel_format(header: Header) -> PixelFormat:
    raw = header.values

    def number(keyword: str, otherwise: int = 0) -> int:
        found = value.short(raw.get(keyword), header.big_endian)
        return otherwise if found is None else found

    allocated = number("BitsAllocated", 16)
    stored = number("BitsStored", allocated)
    signed = number("PixelRepresentation") == 1
    return PixelFormat(
        syntax=value.plain(raw.get("TransferSyntaxUID")),
        explicit=header.explicit,
        big_endian=header.big_endian,
        rows=number("Rows"),
        columns=number("Columns"),
        frames=value.count(raw.get("NumberOfFrames")),
        samples=number("SamplesPerPixel", 1),
        photometric=value.plain(raw.get("PhotometricInterpretation")),
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=number("HighBit", stored - 1),
        signed=signed,
        padding=_padding(header, signed),
        modality_lut="ModalityLUTSequence" in raw,
    )


def _padding(header: Header, signed: bool) -> tuple[int, int] | None:
    """Stored values that mean "not scanned" (PS3.3 section C.7.5.1.1.2): one, or a range in either order."""
    ends = [
        value.short(header.values.get(keyword), header.big_endian)
        for keyword in ("PixelPaddingValue", "PixelPaddingRangeLimit")
    ]
    known = [end - 65536 if signed and end > 32767 else end for end in ends if end is not None]
    return (min(known), max(known)) if ends[0] is not None else None


class _Text:
    """Decodes the text of one header and remembers which character sets had to be guessed."""

    def __init__(self, raw: dict[str, bytes]) -> None:
        self._raw = raw
        self._declared = value.plain(raw.get("SpecificCharacterSet"))
        self._guessed: dict[str, None] = {}

    def __call__(self, keyword: str) -> str:
        text, guessed = decode(self._raw.get(keyword, b""), self._declared)
        if guessed:
            self._guessed[guessed] = None
        return text.strip()

    @property
    def notes(self) -> list[Note]:
        return [
            Note("dicom.charset-guessed", {"declared": self._declared or "ISO_IR 6", "used": used})
            for used in self._guessed
        ]


def make_series(images: list[Image], localizer: bool, why_split: tuple[Note, ...], part: int) -> Series:
    """Make a series of images that belong together.

    Parameters
    ----------
    images
        In an order that decides which of several images at one place is kept: the first.
    """
    notes = list(why_split)
    images = _without_copies(images, notes)
    raw, first = images[0].values, images[0].slice
    orientation = value.numbers(raw.get("ImageOrientationPatient"), 6)
    spacing = value.numbers(raw.get("PixelSpacing"), 2)
    spacing = spacing if spacing and min(spacing) > 0 else None
    images, stack = _stack(images, orientation, spacing, notes)
    thickness = _thickness(images, notes)
    if stack is not None:
        notes += _stack_notes(stack, thickness)
    notes += _pixel_notes(images)
    text = _Text(raw)
    patient = PatientIdentity(
        name=text("PatientName"),
        id=text("PatientID"),
        birth_date=value.plain(raw.get("PatientBirthDate")),
        sex=value.plain(raw.get("PatientSex")),
        age_years=value.age_years(
            *(value.plain(raw.get(keyword)) for keyword in ("PatientAge", "PatientBirthDate", "StudyDate"))
        ),
        size_m=_positive(raw.get("PatientSize")),
        weight_kg=_positive(raw.get("PatientWeight")),
    )
    described = {
        "description": text("SeriesDescription"),
        "study_description": text("StudyDescription"),
        "protocol": text("ProtocolName"),
        "body_part": text("BodyPartExamined"),
        "manufacturer": text("Manufacturer"),
        "model": text("ManufacturerModelName"),
        "station": text("StationName"),
        "institution": text("InstitutionName"),
        "accession": text("AccessionNumber"),
        "contrast_agent": text("ContrastBolusAgent") or ("yes" if "ContrastBolusAgentSequence" in raw else ""),
    }
    return Series(
        uid=value.plain(raw.get("SeriesInstanceUID")),
        part=part,
        study_uid=value.plain(raw.get("StudyInstanceUID")),
        number=value.integer(raw.get("SeriesNumber")),
        modality=value.plain(raw.get("Modality")),
        patient=patient,
        image_type=tuple(value.plain(raw.get("ImageType")).split("\\")),
        localizer=localizer,
        kernel=value.plain(raw.get("ConvolutionKernel")).split("\\")[0].strip(),
        thickness_mm=thickness,
        kvp=_positive(raw.get("KVP")),
        patient_position=value.plain(raw.get("PatientPosition")),
        study_date=value.plain(raw.get("StudyDate")),
        study_time=value.plain(raw.get("StudyTime")),
        series_date=value.plain(raw.get("SeriesDate")),
        frame_of_reference_uid=value.plain(raw.get("FrameOfReferenceUID")),
        transfer_syntax=first.format.syntax,
        rows=first.format.rows,
        columns=first.format.columns,
        unit=_unit(images),
        pixel_spacing_mm=spacing,
        orientation=orientation,
        slices=tuple(image.slice for image in images),
        stack=stack,
        notes=(*notes, *text.notes),
        **described,
    )


def _without_copies(images: list[Image], notes: list[Note]) -> list[Image]:
    """Each image once: the same file is often exported twice."""
    distinct: dict[tuple[object, ...], Image] = {}
    for image in images:
        distinct.setdefault(image.identity, image)
    if len(distinct) < len(images):
        notes.append(Note("dicom.duplicate-files", {"count": len(images) - len(distinct)}))
    return list(distinct.values())


def _stack(
    images: list[Image],
    orientation: tuple[float, ...] | None,
    spacing: tuple[float, ...] | None,
    notes: list[Note],
) -> tuple[list[Image], Stack | None]:
    """Put images in order and describe how they lie; of several at one place the first is kept."""
    positions = [image.slice.position_mm for image in images]
    if None in positions or orientation is None:
        notes.append(Note("dicom.no-positions"))
        return images, None
    axes = unit_axes(orientation)
    if axes is None:
        notes.append(Note("dicom.orientation-invalid", {"value": " ".join(f"{cosine:g}" for cosine in orientation)}))
        return images, None
    if spacing is None:
        notes.append(Note("dicom.no-pixel-spacing"))
        return images, None
    places = np.asarray(positions)
    kept, dropped = order_along_normal(places, axes[2])
    if len(dropped):
        where = Counter(round(float(place @ axes[2]), 2) for place in places[dropped])
        code = "dicom.one-place" if len(kept) == 1 else "dicom.duplicate-slices"
        notes.append(Note(code, {"count": len(dropped), "first_mm": min(where), "last_mm": max(where)}))
    return [images[index] for index in kept], describe(places[kept], axes, spacing)


def _thickness(images: list[Image], notes: list[Note]) -> float | None:
    """The usual slice thickness."""
    raw = Counter(image.values.get("SliceThickness") for image in images)
    known = {text: thickness for text in raw if (thickness := _positive(text)) is not None}
    if not known:
        return None
    if max(known.values()) > min(known.values()):
        notes.append(
            Note("dicom.thickness-varies", {"thinnest_mm": min(known.values()), "thickest_mm": max(known.values())})
        )
    return mode(known[text] for text in raw.elements() if text in known)


def _stack_notes(stack: Stack, thickness_mm: float | None) -> list[Note]:
    notes = []
    if not stack.spacing_mm:
        notes.append(Note("dicom.single-slice"))
    if stack.gaps:
        widest = max(stack.gaps, key=lambda gap: gap.count)
        where = {"from_mm": round(widest.from_mm, 2), "to_mm": round(widest.to_mm, 2)}
        notes.append(Note("dicom.missing-slices", {"count": stack.missing, "gaps": len(stack.gaps), **where}))
    if not stack.even:
        widths = np.diff(stack.places) * stack.spacing_mm
        notes.append(
            Note(
                "dicom.uneven-spacing",
                {"smallest_mm": round(float(widths.min()), 2), "largest_mm": round(float(widths.max()), 2)},
            )
        )
    if not stack.straight:
        notes.append(Note("dicom.not-straight"))
    if stack.tilt_deg:
        notes.append(Note("dicom.tilt", {"degrees": round(stack.tilt_deg, 1)}))
    if thickness_mm and stack.spacing_mm > APART_FACTOR * thickness_mm:
        notes.append(
            Note("dicom.slices-apart", {"spacing_mm": round(stack.spacing_mm, 2), "thickness_mm": thickness_mm})
        )
    return notes


def _pixel_notes(images: list[Image]) -> list[Note]:
    """What the stored values are, where it is not plainly Hounsfield units."""
    notes = []
    raw, pixels = images[0].values, images[0].slice.format
    if pixels.photometric == "MONOCHROME1":
        notes.append(Note("dicom.monochrome1"))
    lossy = {image.slice.format.syntax for image in images} & LOSSY_SYNTAXES
    if lossy or any(value.plain(image.values.get("LossyImageCompression")) == "01" for image in images):
        notes.append(Note("dicom.lossy-compression"))
    if value.plain(raw.get("Modality")) != "CT":
        return notes
    rescales = Counter((image.values.get("RescaleSlope"), image.values.get("RescaleIntercept")) for image in images)
    unscaled = sum(count for both, count in rescales.items() if None in map(value.number, both))
    if unscaled:
        notes.append(Note("dicom.rescale-missing", {"count": unscaled}))
    if (unit := _unit(images)) != HOUNSFIELD:
        notes.append(Note("dicom.rescale-not-hu", {"type": unit}))
    return notes


def _unit(images: list[Image]) -> str:
    """The unit of all images; where they differ, all of them, which no role asks for."""
    distinct = {tuple(map(image.values.get, ("RescaleType", "Modality"))): image for image in images}
    return " / ".join(sorted({unit_of(image.values)[0] for image in distinct.values()}))


def _positive(raw: bytes | None) -> float | None:
    found = value.number(raw)
    return found if found is not None and found > 0 else None
