"""From header values to the objects of the model: one image, and one series with its notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import mode

import numpy as np

from inference.dicom import values as value
from inference.dicom.derived import derived_kind
from inference.dicom.geometry import MAX_POSITION_MM, describe, order_along_normal, unit_axes
from inference.dicom.header import Header
from inference.dicom.model import Note, PixelFormat, Rival, Series, Slice
from inference.dicom.patient import HeaderText, patient_of
from inference.dicom.stack import Stack
from inference.dicom.stack_notes import stack_notes
from inference.dicom.tags import SIMULATION
from inference.dicom.text import decode
from inference.dicom.units import HOUNSFIELD, read_unit
from inference.triples import triple

LOSSY_SYNTAXES = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"})
"""Transfer syntaxes that always lose detail; others say so in Lossy Image Compression."""

MAX_MINUTES_APART = 30.0
"""Time between the images of one acquisition. Scanners that halt for every few slices take minutes for a chest."""

ONE_OF_A_SCAN = (
    "FrameOfReferenceUID",
    "PatientPosition",
    "Manufacturer",
    "ManufacturerModelName",
    "DeviceSerialNumber",
)
"""What cannot change within an acquisition: slices that differ in it are of several, and lie where nobody knows."""

SAME_VOLTAGE = 1.02
"""Factor up to which tube voltages differ by rounding only."""

SAME_THICKNESS = 1.05
"""Factor up to which thicknesses differ by rounding only."""

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

_AGENT_KEYS = ("ContrastBolusAgent", "ContrastBolusAgentSequence", "ContrastBolusAgentAdministered")

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
        given = value.numbers(get("ImagePositionPatient"), 3)
        position = None if given is None or max(map(abs, given)) > MAX_POSITION_MM else triple(given)
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


def acquisition_time(image: Image) -> str:
    """Date and time of acquisition as digits that sort; the time alone, or nothing, where the header says no more."""
    whole = value.plain(image.values.get("AcquisitionDateTime"))
    time = value.plain(image.values.get("AcquisitionTime")).replace(":", "")
    if whole or len(time) >= 14:  # frames of enhanced objects have date and time in one
        return whole or time
    return value.plain(image.values.get("AcquisitionDate")) + time if time else ""


def contrast_agent(image: Image) -> str:
    """What the header of one image says was injected; ``yes`` where it names a sequence only."""
    if value.plain(image.values.get("ContrastBolusAgentAdministered")).upper() == "NO":  # of a frame
        return ""
    declared = value.plain(image.values.get("SpecificCharacterSet"))
    named = decode(image.values.get("ContrastBolusAgent", b""), declared)[0].strip()
    return named or ("yes" if "ContrastBolusAgentSequence" in image.values else "")


def make_series(images: list[Image], localizer: bool, why_split: tuple[Note, ...], part: int) -> Series:
    """Make a series of images that belong together.

    Parameters
    ----------
    images
        In an order that decides which of several images at one place is kept: the first.
    """
    notes = list(why_split)
    every = images
    images, copies = _without_copies(images, notes)
    raw, first = images[0].values, images[0].slice
    orientation = value.numbers(raw.get("ImageOrientationPatient"), 6)
    given = value.numbers(raw.get("PixelSpacing"), 2)
    spacing = (given[0], given[1]) if given and min(given) > 0 else None
    images, stack, rivals = _stack(images, orientation, spacing, notes)
    thickness = _thickness(images, notes)
    if stack is not None:
        notes += stack_notes(stack, thickness)
    notes += _pixel_notes(images)
    acquired = _acquired(images, notes)
    notes += _mixed(images)
    text = HeaderText(raw)
    filed = HeaderText(raw)  # of its own: that a name which nobody is shown was hard to read is not worth a note
    injected = [contrast_agent(image) for image in {_agent_key(image): image for image in every}.values()]
    index = {id(image): n for n, image in enumerate(images)}
    rivals += [(index[id(kept)], copy) for kept, copy in copies if id(kept) in index]
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
        "contrast_agent": next(filter(None, injected), ""),
    }
    return Series(
        uid=value.plain(raw.get("SeriesInstanceUID")),
        part=part,
        study_uid=value.plain(raw.get("StudyInstanceUID")),
        number=value.integer(raw.get("SeriesNumber")),
        modality=value.plain(raw.get("Modality")),
        patient=patient_of([image.values for image in every], text),
        image_type=tuple(value.plain(raw.get("ImageType")).split("\\")),
        localizer=localizer,
        kernel=value.plain(raw.get("ConvolutionKernel")).split("\\")[0].strip(),
        thickness_mm=thickness,
        kvp=value.positive(raw.get("KVP")),
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
        acquisition_date=acquired,
        derived=kind_of_making(raw),
        rivals=tuple(Rival(n, image.slice) for n, image in sorted(rivals, key=lambda rival: rival[0])),
        simulated=all(map(_is_simulated, images)),
        study_id=filed("StudyID"),
        issuer_of_patient_id=filed("IssuerOfPatientID"),
        referring_physician=filed("ReferringPhysicianName"),
        **described,
    )


def _is_simulated(image: Image) -> bool:
    """Whether an image carries the mark of this program's simulator."""
    return all(value.plain(image.values.get(keyword)) == wanted for keyword, wanted in SIMULATION.items())


def _agent_key(image: Image) -> tuple[bytes | None, ...]:
    """What tells of contrast medium, undecoded: few different values, of which each is looked at once."""
    return tuple(map(image.values.get, _AGENT_KEYS))


def _mixed(images: list[Image]) -> list[Note]:
    """What differs among the slices of a volume though it is one for the whole of an acquisition."""
    found = []
    for keyword in ONE_OF_A_SCAN:
        said = {value.plain(raw).upper() for raw in {image.values.get(keyword) for image in images}} - {""}
        if len(said) > 1:
            found.append((keyword, sorted(said)))
    agents = {contrast_agent(image) for image in {_agent_key(image): image for image in images}.values()}
    if len(agents) > 1:
        found.append(("ContrastBolusAgent", sorted(agent or "-" for agent in agents)))
    voltages = sorted(filter(None, map(value.positive, {image.values.get("KVP") for image in images})))
    if voltages and voltages[-1] > SAME_VOLTAGE * voltages[0]:
        found.append(("KVP", [f"{one:g}" for one in (voltages[0], voltages[-1])]))
    return [
        Note("dicom.acquisitions-mixed", {"attribute": keyword, "one": said[0], "other": said[-1]})
        for keyword, said in found[:1]
    ]


def _acquired(images: list[Image], notes: list[Note]) -> str:
    """The day of the latest acquisition; images that are too far apart in time are noted."""
    times = {acquisition_time(image) for image in images} - {""}
    moments = sorted(filter(None, map(value.moment, times)))
    if moments and (apart := (moments[-1] - moments[0]).total_seconds() / 60) > MAX_MINUTES_APART:
        notes.append(Note("dicom.acquisitions-apart", {"minutes": round(apart)}))
    days = {value.plain(image.values.get("AcquisitionDate")) for image in images}
    dated = sorted(filter(None, map(value.day_of, days)))
    if dated and not moments and (apart := (dated[-1] - dated[0]).days) > 1:  # one may pass at midnight
        notes.append(Note("dicom.acquisitions-apart", {"minutes": apart * 24 * 60}))
    return max(days | {time[:8] for time in times if len(time) >= 14})


def kind_of_making(raw: dict[str, bytes]) -> str:
    """What kind of derived image a header describes (:func:`inference.dicom.derived.derived_kind`)."""
    declared = value.plain(raw.get("SpecificCharacterSet"))
    described, derivation = (
        decode(raw.get(keyword, b""), declared)[0] for keyword in ("SeriesDescription", "DerivationDescription")
    )
    said = (value.plain(raw.get(keyword)) for keyword in ("SOPClassUID", "Modality", "VolumeBasedCalculationTechnique"))
    sop_class, modality, technique = said
    return derived_kind(value.plain(raw.get("ImageType")), described, sop_class, modality, derivation, technique)


def _without_copies(images: list[Image], notes: list[Note]) -> tuple[list[Image], list[tuple[Image, Image]]]:
    """Each image once, and the others with the one they seem to be copies of: the same file is often exported twice."""
    distinct: dict[tuple[object, ...], Image] = {}
    copies = []
    for image in images:
        kept = distinct.setdefault(image.identity, image)
        if kept is not image:
            copies.append((kept, image))
    if copies:
        notes.append(Note("dicom.duplicate-files", {"count": len(copies)}))
    return list(distinct.values()), copies


def _stack(
    images: list[Image],
    orientation: tuple[float, ...] | None,
    spacing: tuple[float, float] | None,
    notes: list[Note],
) -> tuple[list[Image], Stack | None, list[tuple[int, Image]]]:
    """Put images in order and describe how they lie; of several at one place the first is kept, the others named."""
    positions = [image.slice.position_mm for image in images]
    if None in positions or orientation is None:
        notes.append(Note("dicom.no-positions"))
        return images, None, []
    axes = unit_axes(orientation)
    if axes is None:
        notes.append(Note("dicom.orientation-invalid", {"value": " ".join(f"{cosine:g}" for cosine in orientation)}))
        return images, None, []
    if spacing is None:
        notes.append(Note("dicom.no-pixel-spacing"))
        return images, None, []
    places = np.asarray(positions)
    kept, dropped = order_along_normal(places, axes[2])
    rivals = []
    if len(dropped):
        where = Counter(round(float(place @ axes[2]), 2) for place in places[dropped])
        code = "dicom.one-place" if len(kept) == 1 else "dicom.duplicate-slices"
        notes.append(Note(code, {"count": len(dropped), "first_mm": min(where), "last_mm": max(where)}))
        distances = places @ axes[2]
        between = (distances[kept][1:] + distances[kept][:-1]) / 2
        nearest = np.searchsorted(between, distances[dropped])
        rivals = [(int(n), images[index]) for n, index in zip(nearest, dropped)]
    numbers = tuple(images[index].slice.instance_number for index in kept)
    return [images[index] for index in kept], describe(places[kept], axes, spacing, numbers), rivals


def _thickness(images: list[Image], notes: list[Note]) -> float | None:
    """The usual slice thickness."""
    raw = Counter(image.values.get("SliceThickness") for image in images)
    known = {text: thickness for text in raw if (thickness := value.positive(text)) is not None}
    if not known:
        return None
    if max(known.values()) > SAME_THICKNESS * min(known.values()):
        notes.append(
            Note("dicom.thickness-varies", {"thinnest_mm": min(known.values()), "thickest_mm": max(known.values())})
        )
    return mode(known[text] for text in raw.elements() if text in known)


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
        others = sum(unit_of(image.values)[0] != HOUNSFIELD for image in images)
        notes.append(Note("dicom.rescale-not-hu", {"type": unit, "count": others}))
    return notes


def _unit(images: list[Image]) -> str:
    """The unit of all images; where they differ, all of them, which no role asks for."""
    distinct = {tuple(map(image.values.get, ("RescaleType", "Modality"))): image for image in images}
    return " / ".join(sorted({unit_of(image.values)[0] for image in distinct.values()}))
