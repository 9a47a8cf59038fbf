"""Signs of a haematoma on non-contrast CT, each by the rule of its source, in figures.

Every module has one sign or two, with the source of its rule and what of it had to be put into figures here. All look
at slices of about 5 mm and count in millimetres, so that pixels and slices of a scan make no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from inference.signs.barras import heterogeneous, irregular
from inference.signs.black_hole import black_hole
from inference.signs.blend import blend
from inference.signs.islands import islands
from inference.signs.lesion import Lesion, lesion_of
from inference.signs.seen import MOST_NOISE_HU, MOST_SLICE_MM, Seen, unknown
from inference.signs.swirl import swirl

RULES: Mapping[str, Callable[[Lesion], Seen]] = {
    "blend": blend,
    "black-hole": black_hole,
    "swirl": swirl,
    "island": islands,
    "irregular": irregular,
    "heterogeneous": heterogeneous,
}
"""By sign."""
OF_SHAPE = frozenset({"island", "irregular"})
"""Signs of the outline alone, which thick slices and noise do not hide."""


def read_signs(
    hu: np.ndarray, mask: np.ndarray, spacing_mm: Sequence[float], wanted: Sequence[str] = tuple(RULES)
) -> dict[str, Seen]:
    """Look for signs in a lesion.

    Parameters
    ----------
    hu : array [k, j, i]
    mask : bool array [k, j, i]
        The lesion; not empty.
    spacing_mm
        Along k, j, i.

    Returns
    -------
    dict
        By sign; places are indices in ``hu``.
    """
    lesion = lesion_of(hu, mask, spacing_mm)
    if not lesion.mask.any():  # thinner than half of an averaged slice
        return dict.fromkeys(wanted, unknown("too-small"))
    hidden = None
    if spacing_mm[0] > MOST_SLICE_MM:
        hidden = unknown("thick-slices")
    elif lesion.noise_hu > MOST_NOISE_HU:
        hidden = unknown("noisy")
    return {name: hidden if hidden and name not in OF_SHAPE else RULES[name](lesion) for name in wanted}
