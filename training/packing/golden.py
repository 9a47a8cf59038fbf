"""The golden case of a trained pack: a typical patient on images that come from nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from inference.engines import EngineProvider
from inference.golden import CASE, PHANTOM, read_case, run_case
from inference.outcome import Outcome
from inference.packs.store import load_pack
from inference.schema import Structure
from inference.segmentation import Region
from training.cohort.table import Case
from training.console import say
from training.packing.parts import Made
from training.recipes import Derived
from training.workspace import write_arrays, write_json

GOLDEN_SITE_SOURCE = "golden case"
IMAGE_TOLERANCE = 0.15
"""Engines round differently; a border voxel moves with it, and all that is computed from it."""
EXACT = 12
"""Decimals of what rests on no images, which every computer computes alike."""
FABRICATED = "golden/image.npz"
SPACING_MM = 2.0
MARGIN_MM = 30.0
TISSUE_HU = 20.0


def write_golden(folder: Path, plain: Mapping[str, Any], made: Made, engine: str) -> None:
    """A typical training patient's answers, on fabricated images where there are some, and what comes out of it."""
    drawn = [source for source in made.recipe.packed if source in made.recipe.sources and source.kind == "drawn"]
    wanted = {name for source in drawn for name in source.structures}
    structures = [one for one in made.recipe.structures if one.id in wanted]
    # The phantom is the anatomy that the networks know; what is drawn gets a body of its own.
    marked = [step for step in made.recipe.packed if step in made.recipe.sources and not isinstance(step, Derived)]
    fabricated = bool(structures) and len(drawn) == len(marked)
    regions = {name: asdict(region) for name, region in places_of(structures).items()}
    if fabricated:
        (folder / FABRICATED).parent.mkdir(parents=True, exist_ok=True)
        write_arrays(folder / FABRICATED, **body_with(structures, layers_of(made)))
    rate = {"rate": made.settings.site_prevalence, "source": GOLDEN_SITE_SOURCE}
    case = {
        "sheet": {"answers": _typical(plain, made.training), **({"regions": regions} if regions else {})},
        "images": {role["id"]: FABRICATED if fabricated else PHANTOM for role in plain["images"]},
        "site": {"prevalence": {plain["outcome"]: rate}},
        "expected": {"kind": "answer"},
        **({"simulated": True} if fabricated else {}),
    }
    write_json(folder / CASE, case)
    pack = load_pack(folder, [], allow_unsigned=True)
    engines = EngineProvider(engine)
    outcome = run_case(pack, read_case(pack), engines)
    engines.close()
    case["expected"] = expected_of(outcome, EXACT if not plain["images"] else 4)
    write_json(folder / CASE, case)
    if outcome.kind != "answer":
        reasons = ", ".join(f.code for f in outcome.findings if f.severity == "blocking")
        say(f"The golden case is refused ({reasons}): it checks the refusal and the measures.")


def _typical(plain: Mapping[str, Any], training: Sequence[Case]) -> dict[str, object]:
    """Medians and most frequent answers."""
    answers: dict[str, object] = {}
    for predictor in plain["predictors"]:
        told = [case.answers.get(predictor["id"]) for case in training]
        given: list[Any] = [value for value in told if value is not None]
        if not given or "step" in predictor:
            continue
        if predictor["kind"] == "number":
            answers[predictor["id"]] = round(float(np.median(given)), predictor.get("decimals", 0))
        else:
            answers[predictor["id"]] = max(sorted(set(given)), key=given.count)
    return answers


def expected_of(outcome: Outcome, decimals: int) -> dict[str, Any]:
    """What the golden case expects: masks' sizes, what the explanation says, and values read from images."""
    numbers: dict[str, float] = {}
    for measure in outcome.measures:
        if measure.volume_ml is not None and measure.mean_diameter_mm is not None:
            numbers[f"measures.{measure.structure}.volume_ml"] = round(measure.volume_ml, 3)
            numbers[f"measures.{measure.structure}.mean_diameter_mm"] = round(measure.mean_diameter_mm, 2)
    if outcome.risk is not None:
        told = outcome.risk.explanation.figures()
        numbers |= {f"risk.{name}": round(value, decimals) for name, value in told.items()}
        numbers |= {
            f"answers.{a.predictor}": round(float(a.value or 0), 4) for a in outcome.answers if a.origin == "image"
        }
    return {"kind": outcome.kind, "numbers": numbers, "image_tolerance": IMAGE_TOLERANCE}


def places_of(structures: Sequence[Structure]) -> dict[str, Region]:
    """Spheres side by side along the body, each of a size that its structure may have."""
    places, at = {}, MARGIN_MM
    for one in structures:
        radius = _middle(one.diameter_mm.low, one.diameter_mm.high) / 2
        at += radius
        places[one.id] = Region((at, MARGIN_MM + _widest(structures), MARGIN_MM + _widest(structures)), radius)
        at += radius + MARGIN_MM / 3
    return places


def layers_of(made: Made) -> dict[str, list[float]]:
    """By structure that is divided into sub-regions: their densities, that of the border last."""
    layers = {}
    for plan in made.recipe.learnt:
        step = made.habitats[plan.id]
        if plan in made.recipe.packed and "density" in step.features:
            column = step.features.index("density")
            inner = [row[column] for row, name in zip(step.centroids, step.structures) if name != step.border]
            outer = [row[column] for row, name in zip(step.centroids, step.structures) if name == step.border]
            layers[plan.structure] = [*inner, *outer]
    return layers


def body_with(
    structures: Sequence[Structure], layers: Mapping[str, Sequence[float]] = MappingProxyType({})
) -> dict[str, np.ndarray]:
    """Arrays of a small CT: water and, in each sphere, the density of its structure.

    Parameters
    ----------
    layers
        By structure that is not of one density: the densities from its middle outwards, in shells of the same volume.
    """
    places = places_of(structures)
    ends = max(region.centre_mm[0] + region.radius_mm for region in places.values()) + MARGIN_MM
    across = 2 * (MARGIN_MM + _widest(structures))
    shape = tuple(int(np.ceil(side / SPACING_MM)) for side in (across, across, ends))
    k, j, i = (SPACING_MM * np.arange(count) for count in shape)
    hu = np.full(shape, TISSUE_HU)
    for one in structures:
        x, y, z = places[one.id].centre_mm
        away = (k - z)[:, None, None] ** 2 + (j - y)[None, :, None] ** 2 + (i - x)[None, None, :] ** 2
        densities = layers.get(one.id, [(one.hu.low + one.hu.high) / 2])
        for n, density in reversed(list(enumerate(densities, 1))):
            hu[away <= places[one.id].radius_mm ** 2 * (n / len(densities)) ** (2 / 3)] = density
    # A texture without chance: features of one density alone would be nothing.
    hu += 3 * np.sin(0.9 * k)[:, None, None] * np.cos(0.7 * j)[None, :, None] * np.sin(1.1 * i)[None, None, :]
    spacing = np.full(3, SPACING_MM)
    return {"hu": np.round(hu).astype(np.int16), "origin_mm": np.zeros(3), "spacing_mm": spacing}


def _middle(low: float, high: float) -> float:
    """Geometric mean: limits of a structure lie far apart."""
    return float(np.sqrt(max(low, 1.0) * high))


def _widest(structures: Sequence[Structure]) -> float:
    return max(_middle(one.diameter_mm.low, one.diameter_mm.high) / 2 for one in structures)
