"""What tells that a contour of the vessel network is wrong, learnt on the patients that each network has not seen.

``python -m training.vessels.trust --shared ../shared --folds work/drawn --out training/vessels/trust.json``

Every network of :mod:`training.vessels.drawn` is run as in the program on the patients that its training left out. From
the figures of each contour that the program has anyway (:func:`inference.certainty.signs_of_error`) its Dice with the
drawn one is estimated, linearly and by few signs, for there are few patients; the limit below which a contour is to be
checked is the lowest that finds :data:`SENSITIVITY` of the poor ones. How well that works is told by leaving out each
patient in turn of all of this. Printed is what goes into the recipe (``structures[].trust``). It belongs to the network
that these folds stand for, and is to be learnt again when that is trained again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import get_args

import numpy as np

from inference.certainty import estimated_overlap, signs_of_error
from inference.engines import EngineProvider, LoadedModel
from inference.findings import Finding
from inference.quality.vessels import check_vessels
from inference.reading import read_text, read_typed
from inference.schema import SIZES, OverlapEstimate, Sign, SignOfError, Structure, Trust
from inference.steps.locate import locate
from inference.steps.measure import measure_structure
from inference.steps.segment import SegmentStep, label_structures
from inference.vocabulary import STRICT
from training.recipes.hu2025 import HU2025
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.discrimination import auc
from training.statistics.proportions import wilson
from training.vessels.cohort import BUNDLED
from training.vessels.drawn import folds, graph_of
from training.vessels.evaluate import dice_in_inlet
from training.vessels.patients import Case, drawn_cases, patients
from training.vessels.plans import BLOCK, LOCATOR
from training.vessels.step import segment_step

POOR = 0.6
"""Dice in the inlet below which a contour should have been checked."""
SENSITIVITY = 0.9
SIGNS: tuple[SignOfError, ...] = ("certainty", "length")
"""A contour whose voxels the network is not sure of, and one that is short. On two rounds of folds, of two networks, no
two or three of all figures of a contour were better in both, and changes of the image or the place at the time of use
told nothing that these do not."""
RIDGE = 2.0
"""Penalty on the squares of the weights of standardized signs: a dozen patients do not settle them alone."""
WARNS = ("warning", "blocking")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Contour:
    """A vessel of a side, as a network found it that had not seen the patient.

    Attributes
    ----------
    dice
        In the inlet.
    figures
        Signs of error that are known.
    other
        Codes of all else that the program finds to be looked at in it.
    """

    __pydantic_config__ = STRICT
    case: str
    patient: str
    structure: str
    dice: float
    figures: dict[SignOfError, float]
    other: tuple[str, ...] = ()

    @property
    def poor(self) -> bool:
        """Whether it should have been checked."""
        return self.dice < POOR


@dataclass(frozen=True, slots=True)
class Fold:
    """What one network found on those whom its training left out.

    Attributes
    ----------
    made_of
        SHA-256 of the weights and of what the recipe says of structures, by which a fold is not run twice.
    not_located
        Sides on which the region was not found, which get no contour.
    """

    __pydantic_config__ = STRICT
    name: str
    made_of: str
    contours: tuple[Contour, ...]
    not_located: tuple[str, ...] = ()


def contours_of(case: Case, step: SegmentStep, locator: LoadedModel, block: LoadedModel) -> list[Contour]:
    """The vessels of a side with their signs of error, as in the program; none where the region was not found."""
    place = locate(step.locator, case.volume, locator, lambda: False)
    if isinstance(place, Finding):
        return []
    found = label_structures(step, case.volume, place, block)[1]
    contours = []
    for value, (name, dice) in enumerate(dice_in_inlet(case, found).items(), 1):
        measure = measure_structure(found, name, value, case.volume)
        findings = check_vessels((measure,), _structures(), found)
        other = tuple(f.code for f in findings if f.subject == name and f.severity in WARNS)
        figures = {of: round(v, 4) for of, v in signs_of_error(measure).items() if v is not None}
        if dice is not None:
            contours.append(Contour(case.name, case.patient, name, dice, figures, other))
    return contours


def _structures() -> tuple[Structure, ...]:
    """Those of the recipe, as if no estimate ever asked for a look: what is left is what all else finds."""
    silent = OverlapEstimate(1.0, (Sign("certainty", 0.0, 1.0),), least=0.0)
    return tuple(replace(one, trust=replace(one.trust, estimate=silent)) for one in HU2025.structures)


def table_of(contours: Sequence[Contour], signs: Sequence[SignOfError]) -> np.ndarray:
    """Signs as they are added up, shape (contours, signs): of sizes the logarithm; NaN where one is not known."""
    rows = [[contour.figures.get(of, np.nan) for of in signs] for contour in contours]
    table = np.array(rows, float).reshape(len(contours), len(signs))
    for column, of in enumerate(signs):
        if of in SIZES:
            sizes = table[:, column]
            table[:, column] = np.log(sizes, where=sizes > 0, out=np.full(len(sizes), np.nan))
    return table


def learn(contours: Sequence[Contour], signs: Sequence[SignOfError] = SIGNS) -> OverlapEstimate:
    """Weights of signs by ridge regression, and the limit from estimates for patients left out of them."""
    poor = np.array([contour.poor for contour in contours])
    left_out = np.full(len(contours), np.nan)
    for inside, outside in _patients_in_turn(contours):
        estimate = _weighted([contours[n] for n in inside], signs)
        left_out[outside] = [_estimated(contours[n], estimate) for n in outside]
    return replace(_weighted(contours, signs), least=limit_of(left_out, poor))


def _weighted(contours: Sequence[Contour], signs: Sequence[SignOfError]) -> OverlapEstimate:
    table = table_of(contours, signs)
    known = np.isfinite(table).all(axis=1)
    dice = np.array([contour.dice for contour in contours])[known]
    usual, spread = table[known].mean(axis=0), table[known].std(axis=0)
    above = (table[known] - usual) / np.maximum(spread, 1e-9)
    weights = np.linalg.solve(above.T @ above + RIDGE * np.eye(len(signs)), above.T @ (dice - dice.mean()))
    weights = weights / np.maximum(spread, 1e-9)
    stated = tuple(
        Sign(of, round(float(weight), 3), round(float(np.exp(mean) if of in SIZES else mean), 3))
        for of, weight, mean in zip(signs, weights, usual)
    )
    return OverlapEstimate(round(float(dice.mean()), 3), stated, 0.0)


def limit_of(estimates: np.ndarray, poor: np.ndarray, sensitivity: float = SENSITIVITY) -> float:
    """Below which so many of the poor contours lie, half-way to the next estimate above them; NaN is no estimate."""
    known = np.isfinite(estimates)
    lowest = np.sort(estimates[known & poor])
    if not len(lowest):
        return 0.0
    last = lowest[int(np.ceil(sensitivity * len(lowest) - 1e-9)) - 1]
    above = estimates[known & (estimates > last)]
    middle = (last + (above.min() if len(above) else last)) / 2
    return min(1.0, max(round(float(middle), 3), float(np.ceil(1000 * last + 1e-6) / 1000)))


def _patients_in_turn(contours: Sequence[Contour]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    names = np.array([contour.patient for contour in contours])
    for name in dict.fromkeys(names.tolist()):
        yield np.flatnonzero(names != name), np.flatnonzero(names == name)


def _estimated(contour: Contour, estimate: OverlapEstimate) -> float:
    found = estimated_overlap(contour.figures, estimate)
    return np.nan if found is None else found.overlap


def cross_validated(contours: Sequence[Contour], signs: Sequence[SignOfError] = SIGNS) -> tuple[np.ndarray, np.ndarray]:
    """Estimate of each contour, and whether it is below the limit, by what was learnt without its patient.

    A contour of which nothing can be estimated is flagged by what else is found in it.
    """
    estimates, flagged = np.full(len(contours), np.nan), np.zeros(len(contours), bool)
    for inside, outside in _patients_in_turn(contours):
        estimate = learn([contours[n] for n in inside], signs)
        for n in outside:
            estimates[n] = _estimated(contours[n], estimate)
            known = np.isfinite(estimates[n])
            flagged[n] = estimates[n] < estimate.least if known else bool(contours[n].other)
    return estimates, flagged


def report(contours: Sequence[Contour], signs: Sequence[SignOfError] = SIGNS) -> dict[str, object]:
    """The estimate, how it does on patients left out, alone and with all else that is found, and each sign's ROC."""
    poor = np.array([contour.poor for contour in contours])
    names = [contour.patient for contour in contours]
    estimates, flagged = cross_validated(contours, signs)
    other = np.array([bool(contour.other) for contour in contours])
    doubt = np.where(np.isfinite(estimates), -estimates, 0.0)
    area = stratified_bootstrap(auc, poor, doubt, seed=1, patients=names)
    return {
        "contours": len(contours),
        "patients": len(set(names)),
        "poor": int(poor.sum()),
        "estimate": asdict(learn(contours, signs)),
        "cross_validated": {
            "by_the_estimate": _rates(poor, flagged, names),
            "by_all_findings": _rates(poor, flagged | other, names),
            "without_the_estimate": _rates(poor, np.array([_below_a_limit(c) for c in contours]) | other, names),
            "area": _numbers(area.value, area.low, area.high),
            "curve": curve(poor, estimates),
        },
        "area_of_each_sign": {of: _area_of(contours, of) for of in get_args(SignOfError)},
        "missed": [_named(c, e) for c, e, p, f in zip(contours, estimates, poor, flagged | other) if p and not f],
    }


def _below_a_limit(contour: Contour) -> bool:
    """Whether a single figure is below what the recipe asks, as the program looks at them without an estimate."""
    trust = next((one.trust for one in HU2025.structures if one.id == contour.structure), Trust())
    limits = {"certainty": trust.certainty, "overlap": trust.overlap, "agreement": trust.agreement}
    return any(of in limits and value < limits[of] for of, value in contour.figures.items())


def _rates(poor: np.ndarray, flagged: np.ndarray, names: Sequence[str]) -> dict[str, object]:
    """Sensitivity and specificity with Wilson's interval, and one that knows of patients: theirs are drawn together."""
    rates: dict[str, object] = {}
    for name, of, right in (("sensitivity", poor, flagged), ("specificity", ~poor, ~flagged)):
        hits, total = int((of & right).sum()), int(of.sum())
        by_contour = wilson(hits, total)
        drawn = stratified_bootstrap(
            lambda event, mine, good: float(good[mine].mean()) if mine.any() else np.nan,
            poor,
            of,
            right,
            seed=1,
            patients=names,
        )
        rates[name] = {
            "of": f"{hits}/{total}",
            "value": round(by_contour.value, 3),
            "by_contour": _numbers(by_contour.low, by_contour.high),
            "by_patient": _numbers(drawn.low, drawn.high),
        }
    return rates


def curve(poor: np.ndarray, estimates: np.ndarray) -> list[list[float]]:
    """Specificity at sensitivities of .8 to 1, for the best limit on the estimates of patients left out."""
    known = np.isfinite(estimates)
    points = []
    for wanted in (0.8, 0.85, 0.9, 0.95, 1.0):
        limit = limit_of(estimates, poor, wanted)
        flagged = estimates[known] < limit
        points.append([wanted, round(float((~flagged[~poor[known]]).mean()), 3)])
    return points


def _area_of(contours: Sequence[Contour], of: SignOfError) -> float | None:
    """Area under the ROC of a sign by itself, small being a sign of error; None where it is not known of all kinds."""
    values = table_of(contours, [of])[:, 0]
    known = np.isfinite(values)
    if not known.any():
        return None
    area = auc(np.array([contour.poor for contour in contours])[known], -values[known])
    return round(area, 3) if np.isfinite(area) else None


def _numbers(*values: float) -> list[float | None]:
    return [round(float(value), 3) if np.isfinite(value) else None for value in values]


def _named(contour: Contour, estimate: float) -> dict[str, object]:
    name = {"case": contour.case, "structure": contour.structure, "dice": contour.dice}
    return {**name, "estimate": _numbers(estimate)[0]}


def as_entry(estimate: OverlapEstimate) -> str:
    """The estimate as it stands in a recipe."""
    signs = ", ".join(f'{{ of = "{s.of}", weight = {s.weight}, usual = {s.usual} }}' for s in estimate.signs)
    return f"estimate = {{ usual = {estimate.usual}, least = {estimate.least}, signs = [{signs}] }}"


def run_folds(folder: Path, shared: Path, done: Iterable[Fold], engines: EngineProvider) -> Iterator[Fold]:
    """What each network of a folder found; those that are done with the same weights are taken as they are."""
    known = {(fold.name, fold.made_of): fold for fold in done}
    limits = json.dumps([asdict(structure) for structure in _structures()]).encode()
    everyone = patients()
    judged = [patient.name for patient in everyone if not patient.enhanced]
    count = len([path for path in folder.glob("fold-*") if (path / "last.pt").exists()])
    step = read_typed(SegmentStep, segment_step(HU2025), "segment step")
    locator = engines.load(graph_of(LOCATOR, BUNDLED / "locator.npz"), "locator")
    for name, left_out, _ in folds({patient.name: [] for patient in everyone}, judged, count):
        path = folder / name / "last.pt"
        if not left_out:
            continue
        digest = hashlib.sha256(path.read_bytes() + limits).hexdigest()
        if (name, digest) not in known:
            block = engines.load(graph_of(BLOCK, path), "vessels")
            contours: list[Contour] = []
            not_located = []
            for case in drawn_cases(shared, sorted(left_out)):
                of_case = contours_of(case, step, locator, block)
                contours += of_case
                not_located += [] if of_case else [case.name]
                log.info("%s, %s: %s", name, case.name, [contour.dice for contour in of_case])
            known[name, digest] = Fold(name, digest, tuple(contours), tuple(not_located))
        yield known[name, digest]


def main() -> None:
    """Command line; a network that was run for the same result before is not run again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with the real series and their masks")
    parser.add_argument("--folds", type=Path, required=True, help="folder that training.vessels.drawn wrote")
    parser.add_argument("--signs", nargs="+", choices=get_args(SignOfError), default=SIGNS)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    before = json.loads(read_text(options.out))["folds"] if options.out.exists() else []
    done = [read_typed(Fold, entry, str(options.out)) for entry in before]
    engines = EngineProvider("openvino:CPU")
    found: list[Fold] = []
    for fold in run_folds(options.folds, options.shared, done, engines):
        found.append(fold)
        _write(options.out, found, options.signs)
    engines.close()
    contours = [contour for fold in found for contour in fold.contours]
    print(json.dumps(report(contours, options.signs), indent=1))
    print(as_entry(learn(contours, options.signs)))


def _write(path: Path, found: Sequence[Fold], signs: Sequence[SignOfError]) -> None:
    contours = [contour for fold in found for contour in fold.contours]
    result = {**report(contours, signs), "folds": [asdict(fold) for fold in found]}
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
