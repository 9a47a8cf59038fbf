"""A cohort of patients with a lesion: DICOM studies, drawn masks, answers, and the truth in files of its own.

``truth.csv`` and ``truth/`` hold what no hospital knows: what each lesion was told to be, each patient's true log-odds,
and the sub-regions of each lesion. No command that trains reads them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import tomli_w
from tqdm import tqdm

from inference.dicom.writing import write_series
from training.console import say
from training.simulate.lesions import study
from training.simulate.lesions.haematoma import Lesion
from training.simulate.lesions.people import (
    CLINICAL,
    LESION,
    MISREAD,
    SIGNS,
    UNTAUGHT,
    People,
    Split,
    best_areas,
    draw_cohort,
    log_odds,
)
from training.simulate.lesions.plan import LesionSimulation, Plan, known_predictors
from training.simulate.lesions.readers import draw_mask, draw_readers
from training.simulate.writing import TRUTH, check_folder, csv_bytes, shared_header, uid_of, write_mask
from training.workspace import write_bytes, write_text

CENTRES = {"train": "A", "validation": "A", "external": "B"}
NAMES = (
    ("CT HEAD", "Head non-contrast {0:g} mm"),
    ("头颅 CT 平扫", "头颅平扫 {0:g}mm"),
    ("CT BRAIN W/O CONTRAST", "Brain w/o {0:g}mm"),
    ("颅脑 CT", "颅脑CT平扫 {0:g}mm"),
)
"""Study and series as departments name them."""
ABOUT = "# What the simulated cohort is of; written beside cohort.csv by `precontrast-train simulate-cohort`."
CITATION = "Simulated cohort: the effects of all factors are invented (training/simulate/lesions/people.py)"


@dataclass(frozen=True, slots=True)
class Place:
    """One case to be made."""

    number: int
    split: str
    seed: int
    folder: Path
    second: bool

    @property
    def case(self) -> str:
        """Its id."""
        return f"S{self.number:04d}"

    @property
    def mask(self) -> Path:
        """Its mask, which is written last."""
        return self.folder / "masks" / f"{self.case}.nii.gz"

    @property
    def second_mask(self) -> Path:
        """That of a second reader."""
        return self.folder / "masks" / f"{self.case}-second.nii.gz"

    @property
    def zones(self) -> Path:
        """The true sub-regions."""
        return self.folder / "truth" / f"{self.case}.nii.gz"


def make_cohort(
    plan: Plan, sizes: dict[Split, tuple[int, int]], folder: Path, seed: int, workers: int | None, quiet: bool
) -> None:
    """Make the cohort; cases of the same patients that are there already are kept, and so is ``cohort.toml``.

    Raises
    ------
    BadInput
        When the folder holds other patients.
    """
    own = plan.simulation
    columns = plan.columns
    people, outcome, splits = draw_cohort(sizes, own.rate, own.own_effects, own.own_body, seed)
    every = own.second_every
    places = [Place(n, split, seed, folder, bool(every) and n % every == 0) for n, split in enumerate(splits, start=1)]
    truth = csv_bytes(truth_rows(places, people, own))
    check_folder(folder, truth, (place.mask for place in places))
    write_bytes(folder / TRUTH, truth)
    due = [place for place in places if not place.mask.exists()]
    with ProcessPoolExecutor(workers) as pool:
        jobs = [pool.submit(make_case, place, people.rows(np.array([place.number - 1])), own) for place in due]
        for job in tqdm(as_completed(jobs), total=len(jobs), desc="patients", disable=quiet):
            job.result()
    if not (folder / "cohort.toml").exists():
        write_text(folder / "cohort.toml", settings_text(plan))
    write_bytes(folder / "cohort.csv", csv_bytes(cohort_rows(places, people, outcome, columns)))
    areas = best_areas(own.rate, own.own_effects, own.own_body)
    known = {"best_possible_auc": areas["all"], "clinical_part": areas["clinical"], "lesion_part": areas["lesion"]}
    effects = {"effects": own.effects if isinstance(own.effects, str) else "own", "by_factor": dict(own.own_effects)}
    write_text(folder / "truth" / "best.json", json.dumps({**known, "rate": own.rate, **effects}, indent=1) + "\n")
    say(
        f"{len(places)} patients, {int(outcome.sum())} events in {folder}; Bayes-optimal AUC {areas['all']:.3f} "
        f"(clinical part {areas['clinical']:.3f}, lesion's part {areas['lesion']:.3f})"
    )


def make_case(place: Place, person: People, own: LesionSimulation) -> None:
    """Draw, scan and write one patient; the mask last."""
    rng = np.random.default_rng([place.seed, 2, place.number])
    centre = CENTRES[place.split]
    organ = own.own_body.draw(float(person.age[0]), bool(person.female[0]), rng)
    scan = study.draw_protocol(centre, own.thickness_mm, rng)
    made = study.simulate_study(own.own_body, organ, person.lesion(0), scan, rng, study.PIXEL_MM[centre])
    folder = place.folder / "studies" / place.case
    # A study that was cut short would keep slices of its first try.
    shutil.rmtree(folder, ignore_errors=True)
    header = _header(place, person, scan.thickness_mm, scan.sharpness, own, rng)
    write_series(made.volume, folder, header, lambda name: uid_of(place.seed, place.number, name), lossless=True)
    grid = made.volume.grid
    first, second = draw_readers(rng)
    write_mask(made.zones, grid, place.zones)
    if place.second:
        write_mask(draw_mask(made.part, grid.spacing_mm, second, rng), grid, place.second_mask)
    write_mask(draw_mask(made.part, grid.spacing_mm, first, rng), grid, place.mask)


def _header(
    place: Place, person: People, thickness: float, sharpness: float, own: LesionSimulation, rng: np.random.Generator
) -> dict[str, object]:
    named, described = NAMES[rng.integers(len(NAMES))]
    age, female, centre = int(person.age[0]), bool(person.female[0]), CENTRES[place.split]
    return {
        **shared_header(place.seed, place.number, place.case, centre, age, female),
        "StudyDescription": f"{named} SIMULATED",
        "SeriesDescription": described.format(thickness),
        "BodyPartExamined": own.own_body.part,
        "ProtocolName": f"Simulated {own.body}",
        "ConvolutionKernel": "SOFT" if sharpness < 0.4 else "MEDIUM",
        "SliceThickness": thickness,
        "WindowCenter": 40,
        "WindowWidth": 80,
    }


def answers_of(people: People, seed: int) -> dict[str, list[str]]:
    """What the console would know, by predictor; volume and signs as somebody read them, with errors."""
    rng = np.random.default_rng([seed, 3])
    yes = np.array(["no", "yes"])
    answers = {name: [f"{value:.0f}" for value in getattr(people, name)] for name in ("age", "gcs", "nihss", "sbp")}
    answers |= {name: [f"{value:.1f}" for value in getattr(people, name)] for name in ("onset_hours", "glucose_mmol_l")}
    answers["sex"] = np.array(["male", "female"])[people.female.astype(int)].tolist()
    for name in ("hypertension", "diabetes", "anticoagulant", "warfarin", "recurrent"):
        answers[name] = yes[getattr(people, name).astype(int)].tolist()
    answers["ivh"] = yes[(people.ivh_share > 0).astype(int)].tolist()
    # As an ellipse is measured at the console, ABC/2.
    answers["volume_ml"] = [f"{v:.1f}" for v in people.volume_ml * np.exp(rng.normal(0, 0.12, len(people)))]
    read = {name: drawn ^ (rng.random(len(people)) < MISREAD) for name, drawn in people.signs().items()}
    read["hypodensity"] = read["blend_sign"] | read["black_hole"] | read["swirl_sign"] | read["fluid_level"]
    return answers | {name: yes[values.astype(int)].tolist() for name, values in read.items()}


def cohort_rows(
    places: list[Place], people: People, outcome: np.ndarray, columns: tuple[str, ...]
) -> Iterator[list[object]]:
    """``cohort.csv``."""
    known = known_predictors()
    units = [f"{name} [{known[name]['unit']}]" if "unit" in known[name] else name for name in columns]
    yield ["case", "patient", "study", "mask", "outcome", "split", "centre", "reader", *units]
    answers = answers_of(people, places[0].seed if places else 0)
    for n, place in enumerate(places):
        own = [answers[name][n] for name in columns]
        for reader, mask in (("first", place.mask), ("second", place.second_mask)):
            if reader == "first" or place.second:
                study_folder, file = f"studies/{place.case}", f"masks/{mask.name}"
                about = (int(outcome[n]), place.split, CENTRES[place.split], reader)
                yield [place.case, place.case, study_folder, file, *about, *own]


def truth_rows(places: list[Place], people: People, own: LesionSimulation) -> Iterator[list[object]]:
    """``truth.csv``: what each lesion was told to be, its signs, and the log-odds."""
    told = [field.name for field in fields(Lesion)]
    yield ["case", *told, *(f"sign_{name}" for name in SIGNS), "log_odds", "log_odds_clinical", "log_odds_lesion"]
    effects = own.own_effects
    odds = [log_odds(people, effects, only) for only in (None, CLINICAL, LESION + UNTAUGHT)]
    signs = people.signs()
    for n, place in enumerate(places):
        lesion = people.lesion(n)
        values = [getattr(lesion, name) for name in told]
        plain = [int(value) if isinstance(value, bool) else value for value in values]
        yield [place.case, *plain, *(int(signs[name][n]) for name in SIGNS), *(f"{part[n]:.5f}" for part in odds)]


def settings_text(plan: Plan) -> str:
    """``cohort.toml``; predictors that the recipe states are not said again."""
    own, known = plan.simulation, known_predictors()
    said = plan.outcome_title
    settings = {
        "recipe": plan.recipe,
        "outcome": plan.outcome,
        "site_prevalence": own.rate,
        "prevalence_source": own.rate_source,
        "simulated": True,
        "title": {"en": own.title.en, "zh": own.title.zh},
        "outcome_title": {"en": f"{said.en} (simulated)", "zh": f"{said.zh}（仿真）"},
        "mask_labels": {plan.structure: 1},
        "predictors": [known[name] for name in plan.columns if name not in plan.stated],
        "evidence": [{"id": "simulated", "citation": CITATION, "certainty": "computed"}],
    }
    return f"{ABOUT}\n{tomli_w.dumps(settings)}"
