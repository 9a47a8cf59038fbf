"""Radiomics: features of shape, intensity and texture of a region, defined as in PyRadiomics and by IBSI's codes.

Everything is computed here, in NumPy, with the interpolation and the filters of SimpleITK; why no library is shipped
for it is told in ``docs/adr/0015-radiomics-in-numpy.md``.
"""

from inference.radiomics.catalogue import FEATURES, IBSI_OFFSETS, ibsi_code
from inference.radiomics.extraction import extract
from inference.radiomics.region import Region, region_of, within
from inference.radiomics.settings import Settings

__all__ = ["FEATURES", "IBSI_OFFSETS", "Region", "Settings", "extract", "ibsi_code", "region_of", "within"]
