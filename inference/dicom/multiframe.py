"""Frames of enhanced multi-frame objects: each becomes an image of its own (PS3.3 section C.7.6.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from inference.dicom import values as value
from inference.dicom.header import Header
from inference.dicom.limits import MAX_FRAMES
from inference.dicom.thorough import guarded, read_dataset
from inference.errors import InputError

if TYPE_CHECKING:
    from pydicom import Dataset

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

GROUPS: dict[str, dict[str, str]] = {
    "PlanePositionSequence": {"ImagePositionPatient": "ImagePositionPatient"},
    "PlaneOrientationSequence": {"ImageOrientationPatient": "ImageOrientationPatient"},
    "PixelMeasuresSequence": {"PixelSpacing": "PixelSpacing", "SliceThickness": "SliceThickness"},
    "PixelValueTransformationSequence": {
        "RescaleIntercept": "RescaleIntercept",
        "RescaleSlope": "RescaleSlope",
        "RescaleType": "RescaleType",
    },
    "FrameContentSequence": {
        "FrameAcquisitionNumber": "AcquisitionNumber",
        "TemporalPositionIndex": "TemporalPositionIdentifier",
        "FrameAcquisitionDateTime": "AcquisitionTime",
    },
    "CTImageFrameTypeSequence": {"FrameType": "ImageType"},
    "MRImageFrameTypeSequence": {"FrameType": "ImageType"},
    "CTReconstructionSequence": {"ConvolutionKernel": "ConvolutionKernel"},
    "CTXRayDetailsSequence": {"KVP": "KVP"},
    "UnassignedSharedConvertedAttributesSequence": {
        "AcquisitionNumber": "AcquisitionNumber",
        "ConvolutionKernel": "ConvolutionKernel",
        "KVP": "KVP",
    },
    "UnassignedPerFrameConvertedAttributesSequence": {
        "AcquisitionNumber": "AcquisitionNumber",
        "ConvolutionKernel": "ConvolutionKernel",
        "KVP": "KVP",
    },
}
"""Functional group to its attributes, each with the keyword that the same thing has in a single-frame image."""


def is_enhanced(header: Header) -> bool:
    """Whether the frames of a file are described by functional groups."""
    return value.plain(header.values.get("SOPClassUID")) in ENHANCED


def frames_of(name: str, file: BinaryIO, start: int, header: Header) -> list[Header]:
    """Headers of all frames, as if each were a file.

    Parameters
    ----------
    file
        Seekable; inflated where the file was deflated.
    start : int
        Where the dataset begins.
    header : Header
        Of the file.

    Raises
    ------
    InputError
        If the functional groups are missing, damaged, or not as many as the frames.
    """
    declared = value.integer(header.values.get("NumberOfFrames")) or 1
    if declared > MAX_FRAMES:
        raise InputError("dicom.too-many-frames", path=name, limit=MAX_FRAMES)
    dataset, resume_at = read_dataset(name, file, start, header)
    with guarded(name):
        shared = _collect(dataset.get("SharedFunctionalGroupsSequence"))
        each = list(dataset.get("PerFrameFunctionalGroupsSequence") or [])
        if len(each) != declared:
            raise InputError("dicom.frame-count", path=name, declared=declared, found=len(each))
        return [
            Header(
                header.values | shared | _collect([groups]) | {"InstanceNumber": str(number).encode()},
                header.explicit,
                header.big_endian,
                resume_at,
            )
            for number, groups in enumerate(each, start=1)
        ]


def _collect(items: list[Dataset] | None) -> dict[str, bytes]:
    """Attributes of one item of functional groups, as undecoded values of a single-frame image."""
    found: dict[str, bytes] = {}
    if not items:
        return found
    for sequence, attributes in GROUPS.items():
        group = items[0].get(sequence)
        if not group:
            continue
        for source, keyword in attributes.items():
            attribute = group[0].get(source)
            if attribute not in (None, ""):
                found[keyword] = _undecoded(attribute)
    return found


def _undecoded(attribute: object) -> bytes:
    values = [attribute] if isinstance(attribute, (str, int, float)) else list(attribute)
    return "\\".join(str(one) for one in values).encode("ascii", "replace")
