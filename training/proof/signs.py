"""How often rules of signs agree with what simulated haematomas were told to be: ``python -m training.proof.signs``.

Nothing is trained. The rules were set on people of :data:`DEVELOPED_ON` and are judged on others; a simulated sign is
drawn by the same definitions (:mod:`training.simulate.lesions.haematoma`), so this shows what slices, noise, a reader's
border and other signs beside take away, and nothing about real haematomas.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
from tqdm import tqdm

from inference.signs import read_signs
from training.console import say
from training.simulate.lesions.block import BLOCK
from training.simulate.lesions.people import draw_people
from training.simulate.lesions.readers import draw_mask, draw_readers
from training.simulate.lesions.study import draw_protocol, simulate_study
from training.statistics.proportions import wilson
from training.workspace import write_json

DEVELOPED_ON = (71, 72)
THICKNESSES_MM = (5.0, 2.5, 1.25)
TOLD = {
    "blend": "blend_sign",
    "black-hole": "black_hole",
    "swirl": "swirl_sign",
    "island": "island_sign",
    "irregular": "irregular_shape",
    "heterogeneous": "heterogeneous",
}
"""By sign: what the simulator calls it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule said of one lesion, and what that was told to be."""

    sign: str
    thickness_mm: float
    told: bool
    seen: bool | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of one sign, with shares and Wilson's 95 % limits; None where there are none to count."""

    present: int
    seen: int
    absent: int
    not_seen: int
    unknown: int
    sensitivity: tuple[float, float, float] | None
    specificity: tuple[float, float, float] | None


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.proof.signs", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the JSON file")
    parser.add_argument("--patients", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    if options.seed in DEVELOPED_ON:
        parser.error("the rules were set on the people of this seed")
    numbers = range(options.patients)
    with ProcessPoolExecutor(options.workers) as pool:
        done = pool.map(partial(read_one, options.seed, options.patients), numbers)
        readings = [one for read in tqdm(done, total=len(numbers)) for one in read]
    about = {"patients": options.patients, "seed": options.seed, "developed_on": list(DEVELOPED_ON)}
    write_json(options.out, {**about, "signs": table(readings)})
    for sign, own in table(readings).items():
        say(f"{sign}: {own['all']}")


def read_one(seed: int, count: int, number: int) -> list[Reading]:
    """Draw, scan and read one lesion; nothing where it fits nowhere."""
    people = draw_people(count, BLOCK, np.random.default_rng([seed, 1]))
    rng = np.random.default_rng([seed, 2, number])
    thickness = THICKNESSES_MM[number % len(THICKNESSES_MM)]
    scan = draw_protocol("AB"[number % 2], (thickness,), rng)
    try:
        made = simulate_study(BLOCK, BLOCK.draw(0.0, False, rng), people.lesion(number), scan, rng)
    except RuntimeError:
        return []
    spacing = made.volume.grid.spacing_mm
    mask = draw_mask(made.part, spacing, draw_readers(rng)[0], rng) > 0
    seen = read_signs(made.volume.hu, mask, spacing)
    told = people.signs()
    return [Reading(sign, thickness, bool(told[name][number]), seen[sign].seen) for sign, name in TOLD.items()]


def table(readings: Iterable[Reading]) -> dict[str, Mapping[str, Mapping[str, object]]]:
    """By sign: its agreement over all, and by thickness."""
    listed = list(readings)
    groups: dict[str, set[float]] = {"all": set(THICKNESSES_MM)} | {f"{mm:g} mm": {mm} for mm in THICKNESSES_MM}
    return {
        sign: {
            name: asdict(agreement([one for one in listed if one.sign == sign and one.thickness_mm in those]))
            for name, those in groups.items()
        }
        for sign in TOLD
    }


def agreement(readings: list[Reading]) -> Agreement:
    """Sensitivity and specificity of a rule among lesions that it could tell."""
    present = [one.seen for one in readings if one.told and one.seen is not None]
    absent = [one.seen for one in readings if not one.told and one.seen is not None]
    unknown = len(readings) - len(present) - len(absent)
    seen, spared = present.count(True), absent.count(False)
    return Agreement(
        len(present), seen, len(absent), spared, unknown, _share(seen, len(present)), _share(spared, len(absent))
    )


def _share(count: int, total: int) -> tuple[float, float, float] | None:
    if not total:
        return None
    limits = wilson(count, total)
    return round(count / total, 3), round(limits.low, 3), round(limits.high, 3)


if __name__ == "__main__":
    main()
