"""Which pixels can be read: looked at before every decoder is started, whoever asks for the image."""

from __future__ import annotations

from inference.dicom.codecs import SUPPORTED as COMPRESSED
from inference.dicom.limits import MAX_INTERCEPT, MAX_ROWS_COLUMNS, MAX_SLOPE
from inference.dicom.model import PixelFormat, Slice
from inference.dicom.pixels import NATIVE
from inference.errors import InputError


def check_format(form: PixelFormat, path: str) -> None:
    """Refuse pixels that cannot be read, or are no grey values.

    Raises
    ------
    InputError
        Which names the reason.
    """
    if form.syntax not in NATIVE and form.syntax not in COMPRESSED:
        raise InputError("dicom.transfer-syntax-unsupported", path=path, syntax=form.syntax)
    if form.samples != 1 or form.photometric not in ("MONOCHROME2", "MONOCHROME1", ""):
        raise InputError("dicom.not-grayscale", path=path, photometric=form.photometric)
    if form.modality_lut:
        raise InputError("dicom.modality-lut", path=path)
    if form.bits_allocated not in (8, 16, 32) or not 1 <= form.bits_stored <= form.bits_allocated > form.high_bit:
        raise InputError("dicom.bits-unsupported", path=path, allocated=form.bits_allocated, stored=form.bits_stored)
    if min(form.rows, form.columns) < 1 or max(form.rows, form.columns) > MAX_ROWS_COLUMNS:
        raise InputError(
            "dicom.image-too-large", path=path, size=f"{form.columns} x {form.rows}", limit=MAX_ROWS_COLUMNS
        )


def check_slice(one: Slice) -> None:
    """The same for one image, with what its values are multiplied by.

    Raises
    ------
    InputError
        Which names the reason.
    """
    check_format(one.format, one.name)
    if not 0 < abs(one.slope) <= MAX_SLOPE or abs(one.intercept) > MAX_INTERCEPT:
        raise InputError("dicom.rescale-invalid", path=one.name)
