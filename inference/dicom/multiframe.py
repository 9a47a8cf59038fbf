"""Frames of enhanced multi-frame objects: each becomes an image of its own (PS3.3 section C.7.6.16)."""

from __future__ import annotations

from itertools import islice

from inference.dicom import values as value
from inference.dicom.header import Header
from inference.dicom.limits import MAX_FRAMES, MAX_VALUE_BYTES
from inference.dicom.nested import Span, dataset_of, elements, items
from inference.errors import InputError

ENHANCED = frozenset(
    {
        "1.2.840.10008.5.1.4.1.1.2.1",  # Enhanced CT
        "1.2.840.10008.5.1.4.1.1.2.2",  # Legacy Converted Enhanced CT
        "1.2.840.10008.5.1.4.1.1.4.1",  # Enhanced MR
        "1.2.840.10008.5.1.4.1.1.4.4",  # Legacy Converted Enhanced MR
        "1.2.840.10008.5.1.4.1.1.128.1",  # Legacy Converted Enhanced PET
        "1.2.840.10008.5.1.4.1.1.130",  # Enhanced PET
    }
)
"""SOP classes whose frames are placed by functional groups."""

SHARED_GROUPS, GROUPS_OF_FRAMES = 0x52009229, 0x52009230

_CONVERTED = {0x00200012: "AcquisitionNumber", 0x00181210: "ConvolutionKernel", 0x00180060: "KVP"}

_FRAME_TYPE = {0x00089007: "ImageType", 0x00089207: "VolumeBasedCalculationTechnique"}

GROUPS: dict[int, dict[int, str]] = {
    0x00209113: {0x00200032: "ImagePositionPatient"},  # Plane Position
    0x00209116: {0x00200037: "ImageOrientationPatient"},  # Plane Orientation
    0x00289110: {0x00280030: "PixelSpacing", 0x00180050: "SliceThickness"},  # Pixel Measures
    0x00289145: {  # Pixel Value Transformation
        0x00281052: "RescaleIntercept",
        0x00281053: "RescaleSlope",
        0x00281054: "RescaleType",
    },
    0x00209111: {  # Frame Content
        0x00209156: "AcquisitionNumber",  # Frame Acquisition Number
        0x00209128: "TemporalPositionIdentifier",  # Temporal Position Index
        0x00189074: "AcquisitionTime",  # Frame Acquisition DateTime
    },
    0x00189329: _FRAME_TYPE,  # CT Image Frame Type
    0x00189226: _FRAME_TYPE,  # MR Image Frame Type
    0x00189341: {0x00189342: "ContrastBolusAgentAdministered"},  # Contrast/Bolus Usage
    0x00189314: {0x00181210: "ConvolutionKernel"},  # CT Reconstruction
    0x00189325: {0x00180060: "KVP"},  # CT X-Ray Details
    0x00209170: _CONVERTED,  # Unassigned Shared Converted Attributes
    0x00209171: _CONVERTED,  # Unassigned Per-Frame Converted Attributes
}
"""Functional group to its attributes, each with the keyword that the same thing has in a single-frame image."""

BINARY_NUMBERS = frozenset({0x00209156, 0x00209128})
"""Those attributes that are binary numbers (US, UL) and text in a single-frame image."""


def is_enhanced(header: Header) -> bool:
    """Whether the frames of a file are described by functional groups."""
    return value.plain(header.values.get("SOPClassUID")) in ENHANCED


def frames_of(name: str, head: bytes, whole: bool, header: Header) -> list[Header]:
    """Headers of all frames, as if each were a file.

    Parameters
    ----------
    head : bytes
        The beginning of the file, long enough for everything in front of its pixels.
    whole : bool
        Whether these are all its bytes.
    header : Header
        Of the file.

    Raises
    ------
    InputError
        If there are too many frames, or the functional groups are not as many.
    HeaderError
        If the functional groups are damaged.
    """
    declared = value.count(header.values.get("NumberOfFrames"))
    if declared > MAX_FRAMES:
        raise InputError("dicom.too-many-frames", path=name, limit=MAX_FRAMES)
    shared, each = _functional_groups(dataset_of(head, whole))
    if each is None:
        raise InputError("dicom.frame-count", path=name, declared=declared, found=0)
    common = next((_collect(item) for item in items(shared)), {}) if shared else {}
    frames = [_collect(item) for item in islice(items(each), declared + 1)]
    if len(frames) != declared:
        found = f">{declared}" if len(frames) > declared else len(frames)
        raise InputError("dicom.frame-count", path=name, declared=declared, found=found)
    return [
        Header(
            header.values | common | frame | {"InstanceNumber": str(number).encode()},
            header.explicit,
            header.big_endian,
            each.stop,
        )
        for number, frame in enumerate(frames, start=1)
    ]


def _functional_groups(dataset: Span) -> tuple[Span | None, Span | None]:
    """The two sequences: of all frames together, and with one item for each."""
    shared = None
    for element in elements(dataset, (SHARED_GROUPS, GROUPS_OF_FRAMES)):
        if element.tag == GROUPS_OF_FRAMES:
            return shared, element
        shared = element
    return shared, None


def _collect(item: Span) -> dict[str, bytes]:
    """Attributes of one item of functional groups, as undecoded values of a single-frame image."""
    found: dict[str, bytes] = {}
    for group in elements(item, GROUPS):
        attributes = GROUPS[group.tag]
        for inner in islice(items(group), 1):
            for element in elements(inner, attributes):
                if text := _as_text(element):
                    found[attributes[element.tag]] = text
    return found


def _as_text(element: Span) -> bytes:
    if element.stop - element.start > MAX_VALUE_BYTES:
        return b""
    if element.tag not in BINARY_NUMBERS:
        return element.value.strip(b"\0 ")
    return str(int.from_bytes(element.value[:4], "big" if element.layout.big_endian else "little")).encode()
