"""Organs that lesions are simulated in."""

from __future__ import annotations

from training.simulate.lesions.bodies import Body, Place
from training.simulate.lesions.head import draw_head

HEAD = Body(
    id="head",
    region="head",
    part="HEAD",
    structure="haematoma",
    places={
        "basal ganglia": Place(0.45, "cerebrum", (4, -2, 27), (3, 4, 2), (1.05, 1.35, 0.8), 80),
        "thalamus": Place(0.2, "cerebrum", (6, 13, 14), (2, 2, 1.5), (1, 1.1, 0.9), 30),
        "lobar": Place(0.22, "cerebrum", (26, 6, 37), (12, 27, 3), (1, 1.15, 0.9), 80),
        "cerebellum": Place(0.08, "cerebellum", (-28, 50, 22), (3, 4, 4), (0.9, 1, 1.1), 30),
        "pons": Place(0.05, "brainstem", (-28, 10, 1), (2, 1.5, 2), (1, 0.9, 1.05), 8),
    },
    draw=draw_head,
    extent_mm=(155.0, 232.0, 232.0),
    tissue_hu=30.0,
)
BODIES = {body.id: body for body in (HEAD,)}
