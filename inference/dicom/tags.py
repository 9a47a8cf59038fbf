"""The attributes that the scan reads, by DICOM keyword."""

from __future__ import annotations

WANTED = {
    0x00020010: "TransferSyntaxUID",
    0x00080005: "SpecificCharacterSet",
    0x00080008: "ImageType",
    0x00080016: "SOPClassUID",
    0x00080018: "SOPInstanceUID",
    0x00080020: "StudyDate",
    0x00080021: "SeriesDate",
    0x00080022: "AcquisitionDate",
    0x0008002A: "AcquisitionDateTime",
    0x00080030: "StudyTime",
    0x00080031: "SeriesTime",
    0x00080032: "AcquisitionTime",
    0x00080050: "AccessionNumber",
    0x00080060: "Modality",
    0x00080070: "Manufacturer",
    0x00080080: "InstitutionName",
    0x00080090: "ReferringPhysicianName",
    0x00081010: "StationName",
    0x00081030: "StudyDescription",
    0x0008103E: "SeriesDescription",
    0x00081090: "ManufacturerModelName",
    0x00082111: "DerivationDescription",
    0x00083010: "IrradiationEventUID",
    0x00089207: "VolumeBasedCalculationTechnique",
    0x00090010: "SimulationCreator",
    0x00091001: "Simulation",
    0x00100010: "PatientName",
    0x00100020: "PatientID",
    0x00100021: "IssuerOfPatientID",
    0x00100030: "PatientBirthDate",
    0x00100040: "PatientSex",
    0x00101010: "PatientAge",
    0x00101020: "PatientSize",
    0x00101030: "PatientWeight",
    0x00180010: "ContrastBolusAgent",
    0x00180012: "ContrastBolusAgentSequence",
    0x00180015: "BodyPartExamined",
    0x00180022: "ScanOptions",
    0x00180050: "SliceThickness",
    0x00180060: "KVP",
    0x00181000: "DeviceSerialNumber",
    0x00181030: "ProtocolName",
    0x00181040: "ContrastBolusRoute",
    0x00181041: "ContrastBolusVolume",
    0x00181042: "ContrastBolusStartTime",
    0x00181060: "TriggerTime",
    0x00181100: "ReconstructionDiameter",
    0x00181150: "ExposureTime",
    0x00181160: "FilterType",
    0x00181210: "ConvolutionKernel",
    0x00185100: "PatientPosition",
    0x0020000D: "StudyInstanceUID",
    0x0020000E: "SeriesInstanceUID",
    0x00200010: "StudyID",
    0x00200011: "SeriesNumber",
    0x00200012: "AcquisitionNumber",
    0x00200013: "InstanceNumber",
    0x00200032: "ImagePositionPatient",
    0x00200037: "ImageOrientationPatient",
    0x00200052: "FrameOfReferenceUID",
    0x00200100: "TemporalPositionIdentifier",
    0x00201209: "NumberOfSeriesRelatedInstances",
    0x00280002: "SamplesPerPixel",
    0x00280004: "PhotometricInterpretation",
    0x00280008: "NumberOfFrames",
    0x00280010: "Rows",
    0x00280011: "Columns",
    0x00280030: "PixelSpacing",
    0x00280100: "BitsAllocated",
    0x00280101: "BitsStored",
    0x00280102: "HighBit",
    0x00280103: "PixelRepresentation",
    0x00280120: "PixelPaddingValue",
    0x00280121: "PixelPaddingRangeLimit",
    0x00281052: "RescaleIntercept",
    0x00281053: "RescaleSlope",
    0x00281054: "RescaleType",
    0x00282110: "LossyImageCompression",
    0x00283000: "ModalityLUTSequence",
}
"""Tag to keyword; of a sequence only its presence is kept. The two of group 9 are private, see below."""

SIMULATION = {"SimulationCreator": "PRECONTRAST SIMULATION", "Simulation": "SIMULATED"}
"""What this program's own simulator writes into every image: a private creator at (0009,0010) that reserves the block
(0009,10xx), and one text in it, (0009,1001) LO. A series all of whose images carry both is simulated. Nothing else is:
names, makers and UIDs are no proof, and an archive that drops or moves private elements makes a simulated series look
like a patient's, which errs on the safe side."""

BINARY_SHORTS = frozenset(
    {
        "SamplesPerPixel",
        "Rows",
        "Columns",
        "BitsAllocated",
        "BitsStored",
        "HighBit",
        "PixelRepresentation",
        "PixelPaddingValue",
        "PixelPaddingRangeLimit",
    }
)
"""Keywords whose value is a 16-bit number; all others are text."""

SEQUENCES = frozenset({"ContrastBolusAgentSequence", "ModalityLUTSequence"})

LAST_WANTED_GROUP = 0x0028
"""Elements come in ascending order: nothing wanted lies behind this group."""
