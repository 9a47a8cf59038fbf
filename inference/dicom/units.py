"""Units of an image's values: Rescale Type (PS3.3 section C.11.1.1.2), and what scanners write in its place."""

from __future__ import annotations

import re

HOUNSFIELD, MASS_CONCENTRATION = "HU", "mg/mL"

CONCENTRATIONS = frozenset({MASS_CONCENTRATION})
"""Units of maps, whose values are small: they need fractions."""

_MASS_IN_MG = {"": 1000.0, "M": 1.0, "U": 1e-3, "MC": 1e-3, "N": 1e-6}
_VOLUME_IN_ML = {"ML": 1.0, "CM3": 1.0, "CC": 1.0, "DL": 100.0, "L": 1000.0}
_CONCENTRATION = re.compile(
    r"(?P<count>\d+(?:\.\d+)?)?(?P<mass>M|U|MC|N|)G(?:I|IODINE)?/?(?P<volume>ML|CM3|CC|DL|L)", re.ASCII
)
_SPELLINGS = str.maketrans(
    {"\u039c": "U", "\u00b3": "3", " ": None, "^": None, "*": None, "_": None, "[": None, "]": None}
)
"""Capitals have taken both signs for micro to the Greek letter."""


def read_unit(rescale_type: str, modality: str) -> tuple[str, float]:
    """The unit of an image's values.

    Parameters
    ----------
    rescale_type
        As in the header: ``HU``, ``MGML`` or, from some scanners, ``100ug/cm3`` and the like.

    Returns
    -------
    unit
        ``HU``, ``mg/mL``, another Rescale Type as it stands, or empty where nothing is known. CT without one is in
        Hounsfield units.
    factor
        What slope and intercept are multiplied by to give values in that unit.
    """
    text = rescale_type.strip()
    spelled = text.upper().translate(_SPELLINGS)
    if spelled in ("", HOUNSFIELD):
        return (HOUNSFIELD if spelled or modality == "CT" else ""), 1.0
    found = _CONCENTRATION.fullmatch(spelled)
    if found is None:
        return text, 1.0
    factor = float(found["count"] or 1) * _MASS_IN_MG[found["mass"]] / _VOLUME_IN_ML[found["volume"]]
    return MASS_CONCENTRATION, factor
