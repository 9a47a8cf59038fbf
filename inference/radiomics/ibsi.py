"""IBSI's digital phantom and what its features must be.

Image biomarker standardisation initiative, reference manual (Zwanenburg et al., arXiv:1612.07003, chapters 3 and 5;
CC BY 4.0; the same table for machines: github.com/oncoray/mirp, ``test/data/ibsi_1_reference_values``): aggregation
"3D:avg" for co-occurrence and runs, "3D" for the other matrices.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, isfinite, log10
from types import MappingProxyType

import numpy as np

from inference.radiomics.catalogue import IBSI_OFFSETS, ibsi_code
from inference.radiomics.extraction import extract
from inference.radiomics.region import region_of
from inference.radiomics.settings import Settings

SPACING_MM = (2.0, 2.0, 2.0)
SETTINGS = Settings(bin_width=1)
_ROWS = """
14411 14611 41641 44641
14411 11611 .1311 44611
144.. 11111 11.11 11611
144.. 11111 11111 11611
"""
"""Slices from top to bottom, rows along j; a point is outside the region."""

EXACT = 0.0
REFERENCE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        # Shape
        **{"RNU0": (556, 4), "YEKZ": (592, 4), "C0JK": (388, 3), "2PR5": (0.698, 0.004), "QCFX": (0.843, 0.005)},
        **{"L0JK": (13.1, 0.1), "TDIC": (11.4, 0.1), "P9VJ": (9.31, 0.06), "7J51": (8.54, 0.05)},
        **{"Q3CK": (0.816, 0.005), "N17B": (0.749, 0.005)},
        **{
            code: (value, EXACT)
            for code, value in {
                # First order
                **{"Q4LE": 2.15, "ECT3": 3.05, "KE2A": 1.08, "IPH6": -0.355, "Y12H": 1, "1GSF": 1, "QG58": 1},
                **{"8DWT": 4, "84IY": 6, "SALO": 3, "2OJQ": 5, "4FUA": 1.55, "1128": 1.11, "N8CA": 567},
                **{"5ZWQ": 2.77, "TLU2": 1.27, "BJ5W": 0.512},
                # Co-occurrence
                **{"GYBY": 0.503, "60VM": 2.14, "UR99": 3.1, "TU9B": 2.4, "TF7R": 1.43, "D3YU": 3.06, "NTRS": 1.56},
                **{"ZGXS": 4.29, "P6QZ": 1.92, "8ZQL": 0.303, "ACUI": 5.32, "IB1Z": 0.677, "NDRX": 0.851},
                **{"WF0Z": 0.618, "1QCO": 0.898, "E8JP": 0.0604, "NI2N": 0.157, "QWB0": 5.06, "DG8W": 7.07},
                **{"7NFM": 16.6, "AE86": 145, "R8DG": -0.157, "JN9H": 0.52},
                # Runs
                **{"22OV": 0.705, "W4KF": 3.06, "V3SW": 0.603, "G3QZ": 9.7, "HTZT": 0.352, "GD3A": 8.54},
                **{"IVPO": 2.39, "3KUM": 17.6, "R5YN": 21.8, "OVBL": 0.43, "W92Y": 26.9, "IC23": 0.513},
                **{"9ZK5": 0.68, "8CE5": 3.46, "SXLW": 0.574, "HJ9O": 2.43},
                # Size zones
                **{"P001": 0.255, "48P8": 550, "XMSY": 0.253, "5GN9": 15.6, "5RAI": 0.0256, "HW1V": 2.76},
                **{"YH51": 503, "J17V": 1490, "JNSA": 1.4, "Y1RO": 0.28, "4JP3": 1, "VB3A": 0.2, "P30P": 0.0676},
                **{"BYLV": 2.64, "3NSA": 331, "GU8N": 2.32},
                # Dependence
                **{"SODN": 0.045, "IMOQ": 109, "TL9H": 0.693, "OAE7": 7.66, "EQ3F": 0.00963, "JA6D": 0.736},
                **{"NBZI": 102, "9QMG": 235, "FP8K": 37.9, "Z87G": 4.86, "OKJI": 0.0657, "1PFV": 3.05},
                **{"DNX2": 22.1, "FCBV": 4.4},
                # Tone differences
                **{"QCDE": 0.0296, "65HE": 0.584, "NQ30": 6.54, "HDEZ": 13.5, "1X9X": 0.763},
            }.items()
        },
    }
)
"""Value and tolerance by code; the exact ones are printed to three digits."""
DIGITS = 3


def phantom() -> tuple[np.ndarray, np.ndarray]:
    """Grey levels (float array) and region (bool array), [k, j, i], 4 x 4 x 5."""
    rows = [[list(row) for row in line.split()] for line in _ROWS.strip().splitlines()]
    levels = np.array(rows)
    inside = levels != "."
    return np.where(inside, levels, "0").astype(float), inside


def disagreements() -> dict[str, tuple[float, float]]:
    """Features of the phantom that are not as IBSI has them: found and wanted, by name. Empty where all is well."""
    image, mask = phantom()
    region = region_of(image, SPACING_MM, mask, SETTINGS)
    assert region is not None
    wrong = {}
    for name, found in extract(region, SETTINGS).items():
        code = ibsi_code(name)
        if code:
            wanted, tolerance = REFERENCE[code]
            value = found - IBSI_OFFSETS.get(code, 0)
            # Half of the last digit that is printed.
            half = 0.5 * 10.0 ** (floor(log10(abs(wanted))) + 1 - DIGITS)
            if not isfinite(value) or abs(value - wanted) > max(tolerance, half) * (1 + 1e-9):
                wrong[name] = value, wanted
    return wrong
