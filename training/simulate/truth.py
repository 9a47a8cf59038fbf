"""Truth that a network is trained on, in layers, so that a border may run through a voxel.

``truth[0]`` is the class of all that is no wanted vessel (uint8), :data:`UNTOLD` where no one said, and
:data:`GUESSED` or :data:`UNJUDGED` where little or nothing is known of vessels either; ``truth[1:]``, one layer for
each wanted vessel, says which part of the voxel it fills, of :data:`FULL`. A thin vein is two voxels wide:
cut off at one half, labels on the network's grid and back on the scan's agree with the scan's own at Dice .955 / .970 /
.963 / .948 only (carotid, jugular, subclavian artery, subclavian vein), shares at .994 / .997 / .993 / .986: a side
calculation, on 16 simulated patients.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inference.resample import resample
from training.simulate import classes

FULL = 255
"""A voxel that lies in the vessel altogether."""
UNTOLD = 255
"""Which class it is beside the vessels is not known: a reader's masks tell these apart and nothing else."""
UNJUDGED = 254
"""Whether it is a vessel is not known: nothing is learnt there."""
GUESSED = 253
"""A reader guessed whether it is one: see :func:`believed`."""
BELIEVED = 1 / 3
"""Share of the draws in which a guess is taken for truth."""


def vessel_shares(labels: np.ndarray, weights: tuple[np.ndarray, np.ndarray, np.ndarray]) -> np.ndarray:
    """How much of each voxel of another grid the wanted vessels fill: uint8 [vessel, k, j, i].

    Parameters
    ----------
    labels : uint8 array [k, j, i]
    weights
        One matrix for each axis, see :func:`inference.resample.axis_weights`.
    """
    shares = [resample(labels == value, weights, 0.0) for value in classes.WANTED.values()]
    return np.round(np.stack(shares) * FULL).astype(np.uint8)


def in_layers(labels: np.ndarray, wanted: Sequence[int]) -> np.ndarray:
    """Layers of plain labels [k, j, i]: every voxel is of one class altogether."""
    others = np.where(np.isin(labels, wanted), classes.BACKGROUND, labels)
    return np.stack([others, *((labels == value) * FULL for value in wanted)]).astype(np.uint8)


def believed(truth: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The truth for one draw of a training: what was guessed is believed as a whole or not at all."""
    guessed = truth[0] == GUESSED
    if not guessed.any():
        return truth
    truth = truth.copy()
    truth[0][guessed] = UNTOLD if rng.random() < BELIEVED else UNJUDGED
    return truth


def as_labels(truth: np.ndarray) -> np.ndarray:
    """Plain labels of layers: a vessel where it fills at least one half (uint8 [k, j, i])."""
    others, shares = np.where(truth[0] >= GUESSED, classes.BACKGROUND, truth[0]), truth[1:]
    vessels = tuple(classes.WANTED.values())
    return np.where(shares.max(axis=0) > FULL // 2, np.take(vessels, shares.argmax(axis=0)), others).astype(np.uint8)
