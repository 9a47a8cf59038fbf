"""The science of Precontrast: from DICOM to an outcome. No Qt, no network, no application state."""

__version__ = "0.2.0"
