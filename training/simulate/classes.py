"""What the fine vessel network tells apart.

Neighbours that look like a wanted vessel have a class of their own, so that they are not called one; bones, muscles
and air that border the vessels have one too, because the network finds a vessel by its place between them.
"""

from __future__ import annotations

import numpy as np

from training.simulate.anatomy import CCA, IJV, SCA, SCV

NAMES = (
    "background",
    "common-carotid-artery",
    "internal-jugular-vein",
    "subclavian-artery",
    "subclavian-vein",
    "other-artery",
    "other-vein",
    "axillary-artery",
    "axillary-vein",
    "thyroid",
    "clavicle",
    "first-rib",
    "sternocleidomastoid",
    "anterior-scalene",
    "airway",
    "lung",
)
(
    BACKGROUND,
    COMMON_CAROTID,
    JUGULAR,
    SUBCLAVIAN_ARTERY,
    SUBCLAVIAN_VEIN,
    OTHER_ARTERY,
    OTHER_VEIN,
    AXILLARY_ARTERY,
    AXILLARY_VEIN,
    THYROID,
    CLAVICLE,
    FIRST_RIB,
    STERNOCLEIDOMASTOID,
    ANTERIOR_SCALENE,
    AIRWAY,
    LUNG,
) = range(len(NAMES))

WANTED = {CCA: COMMON_CAROTID, IJV: JUGULAR, SCA: SUBCLAVIAN_ARTERY, SCV: SUBCLAVIAN_VEIN}

_ATLAS_LABELS = {
    OTHER_ARTERY: (105, 106, 107, 108, 111, 112, 115, 116),
    OTHER_VEIN: (117,),
    THYROID: (118,),
    CLAVICLE: (26, 27),
    FIRST_RIB: (31, 37),
    STERNOCLEIDOMASTOID: (61, 62),
    ANTERIOR_SCALENE: (141, 142),
    AIRWAY: (132,),
    LUNG: (135, 136),
}


def class_of_atlas_label() -> np.ndarray:
    """Look-up table, shape (256,): atlas label to network class."""
    table = np.zeros(256, np.uint8)
    for network_class, labels in _ATLAS_LABELS.items():
        table[list(labels)] = network_class
    return table
