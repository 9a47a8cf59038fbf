"""Features of a region, by name."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from inference.radiomics.catalogue import SHAPE
from inference.radiomics.filters import images_of
from inference.radiomics.first_order import first_order_features
from inference.radiomics.glcm import glcm_features
from inference.radiomics.levels import Levels, levels_of
from inference.radiomics.neighbours import dependence_features, tone_features
from inference.radiomics.region import Region, within
from inference.radiomics.runs import Lines, run_features
from inference.radiomics.settings import ORIGINAL, Settings
from inference.radiomics.shape import shape_features
from inference.radiomics.zones import zone_features

OF_LEVELS: dict[str, Callable[[Levels], dict[str, float]]] = {
    "glcm": glcm_features,
    "glszm": zone_features,
    "gldm": dependence_features,
    "ngtdm": tone_features,
}
"""Families that follow from grey levels alone."""


def extract(
    region: Region,
    settings: Settings,
    wanted: Collection[str] | None = None,
    progress: Callable[[float], None] = lambda share: None,
) -> dict[str, float]:
    """Compute features.

    Parameters
    ----------
    wanted
        Names such as ``original_glcm_Contrast``; None: all that the settings allow. Only what they need is computed.
    progress
        Told after each image which share of them is done.

    Returns
    -------
    dict
        Value by name, in the order of ``wanted``; NaN where a region has too few voxels for a feature to be defined.

    Raises
    ------
    ValueError
        If a name is not among ``settings.features``, or nothing is left of the region by ``settings.within``.
    inference.radiomics.levels.TooManyLevels
        If the bins are too narrow.
    """
    names = settings.features if wanted is None else tuple(wanted)
    unknown = sorted(set(names).difference(settings.features))
    if unknown:
        raise ValueError(f"no feature with these settings: {unknown[0]}")
    families = {tuple(name.split("_")[:2]) for name in names}
    found: dict[str, float] = {}
    if (ORIGINAL, SHAPE) in families:
        found |= _named(ORIGINAL, SHAPE, shape_features(region.mask[region.box], region.spacing_mm))
        families.discard((ORIGINAL, SHAPE))
    if families:
        mask = within(region, settings)[region.box]
        if not mask.any():
            raise ValueError("nothing of the region lies within the range")
        images = frozenset(image for image, _ in families)
        lines = Lines(np.pad(mask, 1)) if any(family == "glrlm" for _, family in families) else None
        for n, (image, values) in enumerate(images_of(region, settings, images)):
            levels = levels_of(values, mask, settings)
            for family in (family for of, family in families if of == image):
                if family == "firstorder":
                    figures = first_order_features(values[mask], levels, region.spacing_mm)
                elif family == "glrlm":
                    assert lines is not None
                    figures = run_features(levels, lines)
                else:
                    figures = OF_LEVELS[family](levels)
                found |= _named(image, family, figures)
            progress((n + 1) / len(images))
    return {name: found[name] for name in names}


def _named(image: str, family: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{image}_{family}_{name}": float(figure) for name, figure in figures.items()}
