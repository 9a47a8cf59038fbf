"""Simulator ``vessels``: a cohort of DICOM studies, masks and predictors with a known truth.

The folder can be given to every other command like a hospital's own. ``truth.csv`` holds what no hospital knows: how
the vessels were told to be and each patient's true log-odds; no command that trains reads it.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import ndimage
from tqdm import tqdm

from inference.dicom.writing import write_series
from training.errors import BadInput
from training.recipes import Recipe
from training.simulate import generate, population, study
from training.simulate.anatomy import procedural_anatomy
from training.simulate.pose import measure_skeleton
from training.simulate.writing import TRUTH, check_folder, csv_bytes, shared_header, uid_of, write_mask
from training.workspace import write_bytes, writing

STUDY_SIZE = {"train": (62, 145), "validation": (14, 32), "external": (14, 31)}
"""With and without event: the 298 patients, 90 events and 207/46/45 split of Hu et al. 2025 (evidence section 1)."""
RATE = 0.0027
"""Share of injections with extravasation in the population that cases and controls are drawn from."""
SECOND_READER_SHARE = 0.1
CENTRES = {"train": "A", "validation": "A", "external": "B"}
PATIENTS = sum(map(sum, STUDY_SIZE.values()))
draws_bodies = True
SETTINGS = Path(__file__).with_name("cohort.toml")


@dataclass(frozen=True, slots=True)
class Place:
    """One case to be made."""

    number: int
    split: str
    seed: int
    folder: Path
    blocks: Path | None

    @property
    def case(self) -> str:
        """Its id."""
        return f"S{self.number:04d}"

    @property
    def mask(self) -> Path:
        """Its mask, which is written last."""
        return self.folder / "masks" / f"{self.case}.nii.gz"

    @property
    def second_mask(self) -> Path | None:
        """A second reader's mask of some of the cases."""
        due = self.number % round(1 / SECOND_READER_SHARE) == 0
        return self.folder / "masks" / f"{self.case}-second.nii.gz" if due else None


def sizes(recipe: Recipe, patients: int, events: int | None) -> dict[str, tuple[int, int]]:
    """See :class:`~training.simulate.simulators.Simulator`."""
    return sizes_for(patients, events)


def simulate(recipe: Recipe, options: argparse.Namespace) -> None:
    """Make the cohort; see :mod:`training.simulate.simulators`."""
    options.patients = PATIENTS if options.patients is None else options.patients
    if options.patients < 20:
        raise BadInput("--patients must be at least 20: smaller cohorts have no events in some split")
    if options.atlas is not None and not options.atlas.is_dir():
        raise BadInput(f"--atlas {options.atlas}: no such folder; leave it out to use the procedural body only")
    if options.events is not None and not 6 <= options.events <= options.patients - 6:
        raise BadInput("--events must leave at least two patients with and two without the event in each split")
    sizes = sizes_for(options.patients, options.events)
    people, outcome, splits = draw_cohort(sizes, options.seed)
    places = [
        Place(n + 1, split, options.seed, options.out, options.blocks if split == "train" else None)
        for n, split in enumerate(splits)
    ]
    truth = csv_bytes(_truth_rows(places, people))
    check_folder(options.out, truth, (place.mask for place in places))
    write_bytes(options.out / TRUTH, truth)
    due = [place for place in places if not place.mask.exists()]
    with ProcessPoolExecutor(options.workers, initializer=_start_worker, initargs=(options.atlas,)) as pool:
        jobs = [pool.submit(_make, place, people.rows(np.array([place.number - 1]))) for place in due]
        for job in tqdm(as_completed(jobs), total=len(jobs), desc="patients", disable=options.quiet):
            job.result()
    write_tables(options.out, places, people, outcome)
    print(
        f"{len(places)} patients, {int(outcome.sum())} events in {options.out}; Bayes-optimal AUC "
        f"{population.bayes_auc(RATE):.3f}"
    )


def sizes_for(patients: int, events: int | None = None) -> dict[str, tuple[int, int]]:
    """Events and others in each split, divided like the paper's; at least two of each.

    Parameters
    ----------
    events
        How many have the event; without, the paper's share.
    """
    totals = np.array(list(STUDY_SIZE.values())).sum(axis=0)
    with_event = round(patients * totals[0] / totals.sum()) if events is None else events
    wanted = (with_event, patients - with_event)
    sizes = {
        split: tuple(max(2, round(n * count / total)) for n, count, total in zip(wanted, counts, totals))
        for split, counts in STUDY_SIZE.items()
    }
    rest = [n - sum(column) for n, column in zip(wanted, zip(*sizes.values()))]
    return sizes | {"train": tuple(n + more for n, more in zip(sizes["train"], rest))}


def draw_cohort(sizes: dict[str, tuple[int, int]], seed: int) -> tuple[population.People, np.ndarray, list[str]]:
    """Draw the people of all splits: who they are, whether they have the event, and which split they are in."""
    rng = np.random.default_rng([seed, 1])
    parts = [population.draw_case_control(*counts, RATE, rng) for counts in sizes.values()]
    people = population.People(
        *(np.concatenate([getattr(p, name) for p, _ in parts]) for name in population.People.__slots__)
    )
    splits = [split for split, counts in sizes.items() for _ in range(sum(counts))]
    return people, np.concatenate([outcome for _, outcome in parts]), splits


_bodies: list[generate.Body] = []


def _start_worker(atlas: Path | None) -> None:
    import torch

    torch.set_num_threads(1)
    if atlas is not None:
        _bodies.extend(generate.load_bodies(atlas))
    else:
        procedural = procedural_anatomy()
        _bodies.append((procedural, measure_skeleton(procedural)))


def _make(place: Place, person: population.People) -> None:
    rng = np.random.default_rng([place.seed, 2, place.number])
    made = study.simulate_study(_bodies, person.morphology(0), study.draw_protocol(CENTRES[place.split], rng), rng)
    folder = place.folder / "studies" / place.case
    # A study that was cut short would keep slices of its first try.
    shutil.rmtree(folder, ignore_errors=True)
    header = _header(place, person, made, rng)
    write_series(made.volume, folder, header, lambda name: uid_of(place.seed, place.number, name), lossless=True)
    if place.blocks is not None:
        image, truth = generate.to_network_grid(*study.block_of(made), made.volume.grid.spacing_mm[0], made.truth)
        with writing(place.blocks / f"{10_000 + place.number:06d}.npz") as path:
            np.savez(path, image=image, truth=truth, about=np.array(str(dict(made.about))))
    if place.second_mask is not None:
        write_mask(redrawn(made.labels, rng), made.volume.grid, place.second_mask)
    write_mask(made.labels, made.volume.grid, place.mask)


def redrawn(labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The same vessels as a second reader might draw them: borders moved by a fraction of a voxel, smoothly."""
    box = ndimage.find_objects((labels > 0).astype(np.uint8))[0]
    wide = tuple(slice(max(0, s.start - 4), s.stop + 4) for s in box)
    part = labels[wide]
    shift = ndimage.gaussian_filter(rng.standard_normal(part.shape), (1.5, 4, 4))
    threshold = 0.5 + 0.12 * shift / shift.std() + rng.normal(0, 0.03)
    shares = np.stack([ndimage.gaussian_filter((part == n).astype(np.float32), (0.3, 0.8, 0.8)) for n in range(1, 5)])
    other = np.where(shares.max(axis=0) > threshold, shares.argmax(axis=0) + 1, 0).astype(np.uint8)
    result = np.zeros_like(labels)
    result[wide] = other
    return result


def _header(place: Place, person: population.People, made: study.Study, rng: np.random.Generator) -> dict[str, object]:
    female = bool(person.female[0])
    height = rng.normal(1.59 if female else 1.70, 0.06)
    centre, age = CENTRES[place.split], int(person.age[0])
    return {
        **shared_header(place.seed, place.number, place.case, centre, age, female),
        "PatientSize": f"{height:.2f}",
        "PatientWeight": f"{float(person.bmi[0]) * height**2:.0f}",
        "StudyDescription": "CHEST SIMULATED",
        "SeriesDescription": f"Chest non-contrast {made.about['thickness_mm']:g}",
        "BodyPartExamined": "CHEST",
        "ProtocolName": "Simulated chest",
        "ConvolutionKernel": "SOFT" if made.about["sharpness"] < 0.5 else "MEDIUM",
        "SliceThickness": made.about["thickness_mm"],
        "WindowCenter": 50,
        "WindowWidth": 350,
    }


def write_tables(folder: Path, places: list[Place], people: population.People, outcome: np.ndarray) -> None:
    """Write cohort.csv, cohort.toml and truth.csv; a cohort.toml that is there may have been changed, and is kept."""
    if not (folder / "cohort.toml").exists():
        shutil.copyfile(SETTINGS, folder / "cohort.toml")
    write_bytes(folder / "cohort.csv", csv_bytes(_cohort_rows(places, people, outcome)))
    write_bytes(folder / TRUTH, csv_bytes(_truth_rows(places, people)))


def _cohort_rows(places, people, outcome) -> Iterator[list[object]]:
    yield [
        *("case", "patient", "study", "mask", "outcome", "split", "centre", "reader"),
        *("age [a]", "sex", "bmi [kg/m2]", "hypertension", "diabetes", "chemotherapy"),
    ]
    yes = {True: "yes", False: "no"}
    for n, place in enumerate(places):
        answers = [
            f"{people.age[n]:.0f}",
            "female" if people.female[n] else "male",
            f"{people.bmi[n]:.1f}",
            *(yes[bool(getattr(people, name)[n])] for name in ("hypertension", "diabetes", "chemotherapy")),
        ]
        for reader, mask in (("first", place.mask), ("second", place.second_mask)):
            if mask is not None:
                yield [
                    *(place.case, place.case, f"studies/{place.case}", f"masks/{mask.name}", int(outcome[n])),
                    *(place.split, CENTRES[place.split], reader, *answers),
                ]


def _truth_rows(places, people) -> Iterator[list[object]]:
    names = population.CLINICAL + population.VESSELS
    yield ["case", *names, "log_odds_clinical", "log_odds_vessels"]
    clinical = population.log_odds(people, population.CLINICAL)
    vessels = population.log_odds(people, population.VESSELS)
    for n, place in enumerate(places):
        factors = [round(float(getattr(people, name)[n]), 4) for name in names]
        yield [place.case, *factors, round(float(clinical[n]), 5), round(float(vessels[n]), 5)]
