"""Tissue classes of simulated bodies, and what they measure on unenhanced CT."""

from __future__ import annotations

AIR, FAT, MUSCLE, BLOOD, LUNG, GAS, CORTICAL, TRABECULAR, CARTILAGE, THYROID, SKIN, WALL, CANAL, DISC, GLAND = range(15)
VEIN, ARTERY, PLAQUE, METAL, NODE = range(15, 20)

MEAN_HU = {
    # tissue: (mean, spread between patients, texture inside one patient)
    AIR: (-1000, 4, 2),
    FAT: (-103, 9, 9),
    MUSCLE: (54, 8, 8),
    BLOOD: (42, 7, 3),
    LUNG: (-840, 50, 40),
    GAS: (-990, 8, 3),
    CORTICAL: (850, 200, 120),
    TRABECULAR: (230, 80, 50),
    CARTILAGE: (90, 30, 15),
    THYROID: (98, 26, 12),
    SKIN: (20, 25, 15),
    WALL: (35, 12, 8),
    CANAL: (28, 8, 4),
    DISC: (80, 15, 8),
    GLAND: (-5, 30, 14),
    VEIN: (42, 7, 3),
    ARTERY: (43, 7, 3),
    PLAQUE: (500, 220, 100),
    METAL: (2200, 600, 100),
    NODE: (38, 14, 6),
}
"""Typical unenhanced CT numbers, HU; the spreads are wide on purpose, for training."""
