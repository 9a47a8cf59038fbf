"""Features by steps of the program that need no training: run on each case as the program runs them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.findings import Finding
from inference.predictors import Predictor
from inference.regions import Region
from inference.schema import Gates, ImageRole, Structure, Tier
from inference.segmentation import Segmentation
from inference.site import SiteProfile
from inference.steps import KINDS
from inference.steps.context import StepContext, StepResult
from inference.steps.habitat import HabitatStep
from inference.steps.shell import ShellStep
from inference.volume import Volume
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort
from training.features.cases import finder
from training.recipes import Derived, FeatureStep, HabitatPlan, Recipe
from training.workspace import Workspace, write_text


@dataclass(frozen=True, slots=True)
class StepVectors:
    """Vectors of one step: float array, shape (cases, features), with names of both."""

    step: str
    cases: tuple[str, ...]
    names: tuple[str, ...]
    features: np.ndarray


@dataclass(frozen=True, slots=True)
class Joined:
    """Vectors of all steps beside each other; NaN where a step gave a case none.

    Attributes
    ----------
    steps
        By column: the step that it is of; None where there is one.
    """

    cases: tuple[str, ...]
    names: tuple[str, ...]
    features: np.ndarray
    steps: tuple[str, ...] | None

    def widened(self, step: str, directions: np.ndarray) -> np.ndarray:
        """Directions in the vectors of one step as directions in all: nothing along the others."""
        if self.steps is None:
            return directions
        wide = np.zeros((len(directions), len(self.names)), directions.dtype)
        wide[:, [own == step for own in self.steps]] = directions
        return wide

    def arrays(self) -> dict[str, np.ndarray]:
        """As they are kept."""
        arrays = {"cases": np.array(self.cases), "features": self.features, "names": np.array(self.names)}
        return arrays if self.steps is None else {**arrays, "steps": np.array(self.steps)}


@dataclass(frozen=True, slots=True)
class _System:
    """What a step may know of the pack that it will stand in."""

    recipe: Recipe
    tiers: tuple[Tier, ...] = ()

    @property
    def outcome(self) -> str:
        return self.recipe.outcome.id or ""

    @property
    def images(self) -> tuple[ImageRole, ...]:
        return self.recipe.images

    @property
    def gates(self) -> Gates:
        return self.recipe.pack.gates or Gates()

    def region_of(self, role: ImageRole) -> Region | None:
        return self.recipe.region_of(role)

    @property
    def predictors(self) -> tuple[Predictor, ...]:
        return self.recipe.predictors

    @property
    def structures(self) -> tuple[Structure, ...]:
        return self.recipe.structures

    def predictor(self, predictor_id: str) -> Predictor:
        return next(one for one in self.recipe.predictors if one.id == predictor_id)


@dataclass(frozen=True, slots=True)
class Marked:
    """A case with the structures that readers or networks marked in it, by source."""

    volume: Volume
    found: Mapping[str, Segmentation]


def marked_cases(
    steps: Iterable[FeatureStep | HabitatPlan],
    cases: Iterable[Case],
    cohort: Cohort,
    work: Workspace,
    engines: EngineProvider,
    quiet: bool,
) -> Iterator[tuple[Case, Marked | str]]:
    """Each case with what these steps are made of, or why it has none of it; one after another, as scans are large."""
    sources = cohort.recipe.chain_of(step.segment for step in steps)
    finders = {
        source.id: finder(cohort, work, engines, source) for source in sources if not isinstance(source, Derived)
    }
    for case in tqdm(list(cases), desc="features", disable=quiet):
        volume = load_study(case.study, cohort.recipe)[1].volume
        found = {name: find(case, volume) for name, find in finders.items()}
        failed = [one for one in found.values() if isinstance(one, Finding)]
        if failed:
            yield case, failed[0].code
        else:
            yield case, Marked(volume, {name: one for name, one in found.items() if isinstance(one, Segmentation)})


def results_of(
    steps: Sequence[FeatureStep],
    marked: Marked,
    recipe: Recipe,
    learnt: Mapping[str, HabitatStep],
    engines: EngineProvider,
) -> dict[str, StepResult]:
    """What these steps give of a case, after what their structures are made of.

    Parameters
    ----------
    learnt
        Sub-regions by source; see :mod:`training.features.habitats`.
    """
    earlier = {name: StepResult(segmentation=one) for name, one in marked.found.items()}
    images = {one.image: marked.volume for one in marked.found.values()}
    for source in recipe.chain_of(step.segment for step in steps):
        if isinstance(source, HabitatPlan):
            earlier[source.id] = _run(learnt[source.id], recipe, images, earlier, engines)
        elif isinstance(source, ShellStep):
            earlier[source.id] = _run(source, recipe, images, earlier, engines)
    return {step.id: _run(step, recipe, images, earlier, engines) for step in steps}


def compute_steps(
    steps: Sequence[FeatureStep],
    cohort: Cohort,
    work: Workspace,
    engine: str,
    quiet: bool,
    learnt: Mapping[str, HabitatStep] = MappingProxyType({}),
) -> tuple[dict[str, dict[str, StepResult]], dict[str, str]]:
    """Run the steps on every case.

    Returns
    -------
    results
        By case and step; a case whose structures were not found is absent.
    missing
        Why a case is absent, by case.
    """
    results: dict[str, dict[str, StepResult]] = {}
    missing: dict[str, str] = {}
    with closing(EngineProvider(engine)) as engines:
        for case, marked in marked_cases(steps, cohort.cases, cohort, work, engines, quiet):
            if isinstance(marked, str):
                missing[case.id] = marked
                continue
            results[case.id] = results_of(steps, marked, cohort.recipe, learnt, engines)
            findings = [f for result in results[case.id].values() for f in result.findings if f.severity == "blocking"]
            if findings:
                missing[case.id] = findings[0].code
    return results, missing


def _run(
    step: FeatureStep | HabitatStep | ShellStep,
    recipe: Recipe,
    images: Mapping[str, Volume],
    earlier: Mapping[str, StepResult],
    engines: EngineProvider,
) -> StepResult:
    context = StepContext(
        system=_System(recipe),
        file=_no_file,
        answers={},
        site=SiteProfile(),
        images=images,
        engines=engines,
        regions={},
        earlier=earlier,
        progress=lambda _: None,
        cancelled=lambda: False,
    )
    return KINDS[step.kind].run(step, context)


def _no_file(name: str) -> bytes:
    raise KeyError(f"{name} is a file of a pack; a step that needs one is trained first")


def vectors_of(step: FeatureStep, results: Mapping[str, Mapping[str, StepResult]]) -> StepVectors:
    """Vectors of one step; its features are named by the step where it has ``feature_names``."""
    rows = {case: own[step.id].vectors[step.id] for case, own in results.items() if step.id in own[step.id].vectors}
    features = np.stack(list(rows.values())) if rows else np.zeros((0, 0))
    names = getattr(step, "feature_names", None) or [str(n) for n in range(features.shape[1])]
    return StepVectors(step.id, tuple(rows), tuple(f"{step.id}:{name}" for name in names), features)


def join(parts: Sequence[StepVectors]) -> Joined:
    """Put the vectors of several steps beside each other."""
    if len(parts) == 1:
        (only,) = parts
        return Joined(only.cases, only.names, only.features, None)
    cases = tuple(dict.fromkeys(case for part in parts for case in part.cases))
    columns = []
    for part in parts:
        rows = {case: n for n, case in enumerate(part.cases)}
        own = np.full((len(cases), len(part.names)), np.nan, np.float32)
        for n, case in enumerate(cases):
            if case in rows:
                own[n] = part.features[rows[case]]
        columns.append(own)
    names = tuple(name for part in parts for name in part.names)
    steps = tuple(part.step for part in parts for _ in part.names)
    return Joined(cases, names, np.concatenate(columns, axis=1), steps)


def write_values(path: Path, results: Mapping[str, Mapping[str, StepResult]]) -> None:
    """Write the values of all steps, one row a case; what could not be computed stays empty."""
    values = {case: {k: v for one in own.values() for k, v in one.values.items()} for case, own in results.items()}
    names = list(dict.fromkeys(name for own in values.values() for name in own))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["case", *names])
    writer.writerows([case, *(f"{own[n]:.9g}" if n in own else "" for n in names)] for case, own in values.items())
    write_text(path, text.getvalue())
