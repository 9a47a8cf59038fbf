"""``python -m training.simulate.lesions``: a cohort without a recipe's own parameters, as of Lu et al. 2024."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from training.simulate.lesions.cohort import make_cohort
from training.simulate.lesions.people import EFFECTS
from training.simulate.lesions.plan import LU2024, Plan, sized


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.simulate.lesions", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of the new cohort")
    parser.add_argument("--recipe", default="lu2024", help="what cohort.toml is to name")
    parser.add_argument("--patients", type=int, default=235)
    parser.add_argument("--events", type=int, help="how many have the event; otherwise three in ten")
    parser.add_argument("--effects", choices=sorted(EFFECTS), default="expansion")
    parser.add_argument("--thickness", type=float, nargs="+", metavar="MM", help="slice thicknesses that occur")
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    thickness = tuple(options.thickness or LU2024.thickness_mm)
    simulation = replace(LU2024, effects=options.effects, thickness_mm=thickness)
    plan = Plan(options.recipe, simulation.own_body.structure, simulation)
    sizes = sized(simulation.sizes, options.patients, options.events)
    if min(map(min, sizes.values())) < 2:
        parser.error("two patients with and two without the event are needed in each split")
    make_cohort(plan, sizes, options.out, options.seed, options.workers, quiet=False)


if __name__ == "__main__":
    main()
