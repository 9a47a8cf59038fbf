"""All figures of the evaluation, from the predictions to the simulated truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from inference.predictors import Predictor
from training.cohort.splits import SPLITS
from training.cohort.table import Cohort
from training.evaluation.acquisition import Acquisition, acquisition
from training.evaluation.asked import Material, compute_asked
from training.evaluation.cohort_table import characteristics
from training.evaluation.inputs import Sample, digest, joined, read_predictions
from training.evaluation.locked import shipped_model
from training.evaluation.performance import classified, comparisons, performance, population
from training.evaluation.published import published
from training.evaluation.quantization import read_quantization
from training.evaluation.results import RULES, TESTED, Results, Subgroup
from training.evaluation.risk import calibration, decision_curve
from training.evaluation.shipped import model_facts
from training.evaluation.simulation import read_truth
from training.evaluation.subgroups import subgroups
from training.evaluation.vessel_figures import drawn_twice, read_vessels, reader_overlaps, readers, vessel_figures
from training.learners.logistic import LockedLogistic
from training.recipes import measured
from training.risk.model import read_model
from training.risk.patients import read_values
from training.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Settings:
    """How the evaluation is done.

    Attributes
    ----------
    prevalence
        Of the site, 0 to 1.
    repeats
        Bootstrap samples.
    """

    prevalence: float
    prevalence_source: str
    seed: int
    repeats: int


def compute(
    cohort: Cohort, work: Workspace, settings: Settings, told: Callable[[str], None] = lambda _: None
) -> Results:
    """Compute everything that the work folder has the files for.

    Parameters
    ----------
    told
        Called with what is done next.

    Raises
    ------
    InputError
        When the predictions or models are missing or damaged, with the command that makes them.
    """
    sources = _sources(work)
    recipe = cohort.recipe
    locked, models, shipped = read_model(work.risk_model, recipe), recipe.names, recipe.shipped
    samples = read_predictions(work.predictions, with_measures(cohort, work))
    site, seed, repeats = settings.prevalence, settings.seed, settings.repeats
    predictors = cohort.settings.predictors
    named = {predictor.id: predictor for predictor in predictors}
    told("performance")
    pairs = [(sample, model) for sample in samples.values() for model in models]
    performed = [performance(sample, model, seed, repeats) for sample, model in pairs]
    judged = [
        classified(sample, model, rule, getattr(locked.thresholds[model], rule), site)
        for sample, model in pairs
        for rule in RULES
    ]
    told("calibration")
    tested = [samples[name] for name in TESTED if name in samples]
    rates = [(sample, model, rate) for rate in (None, site) for sample in tested for model in models]
    calibrated = [
        calibration(sample, model, locked.trained_prevalence, rate, seed, repeats, thorough=model == shipped)
        for sample, model, rate in rates
    ]
    decisions = [
        decision_curve(sample, model, locked.trained_prevalence, site, recipe.evaluation.thresholds)
        for sample in tested
        for model in models
    ]
    told("subgroups")
    seen = [case for sample in samples.values() for case in sample.cases] if recipe.images else []
    shots = {case.id: acquisition(case.study) for case in seen}
    parts = _subgroups(samples, shipped, named, shots, locked.thresholds[shipped].youden)
    told(recipe.model(shipped).noun.en)
    training = samples["train"].known(shipped) if "train" in samples else None
    own = locked.models[shipped]
    # Of another kind of model there are no coefficients to show.
    shown = training is not None and len(training.cases) > 0 and isinstance(own, LockedLogistic) and bool(own.terms)
    facts = model_facts(shipped, shipped_model(locked, training), named, samples, seed) if shown else None
    told("vessels and readers")
    vessels = read_vessels(sources["vessels"]) if "vessels" in sources and recipe.has_networks else None
    overlaps = vessel_figures(vessels, seed, repeats) if vessels else ()
    told("tables of the recipe")
    twice = drawn_twice(cohort) if recipe.structures else []
    between = reader_overlaps(twice, recipe.structure_ids, seed, repeats)
    asked = compute_asked(Material(recipe, locked, samples, named, (*overlaps, *between), site))
    return Results(
        title=cohort.settings.title,
        outcome=cohort.settings.outcome_title,
        simulated=cohort.settings.simulated,
        site_prevalence=site,
        prevalence_source=settings.prevalence_source,
        training_prevalence=locked.trained_prevalence,
        seed=seed,
        repeats=repeats,
        sources={path.name: digest(path) for path in sources.values()},
        populations=tuple(population(samples[name]) for name in SPLITS if name in samples),
        characteristics=tuple(
            row for name in SPLITS if name in samples for row in characteristics(samples[name], predictors)
        ),
        performance=tuple(one for one in performed if one is not None),
        classified=tuple(one for one in judged if one is not None),
        comparisons=tuple(found for sample in tested for found in comparisons(sample, recipe.pairs)),
        published=published(recipe, cohort.settings.outcome),
        calibration=tuple(one for one in calibrated if one is not None),
        decisions=tuple(one for one in decisions if one is not None),
        subgroups=tuple(parts),
        scanners=_scanners(shots),
        locked=locked,
        model=facts,
        regions=vessels.regions if vessels else None,
        vessels=overlaps,
        readers=readers(twice, recipe.structure_ids),
        quantization=read_quantization(sources["quantization"]) if "quantization" in sources else None,
        truth=read_truth(sources["truth"], shipped) if "truth" in sources else None,
        asked=asked,
    )


def with_measures(cohort: Cohort, work: Workspace) -> Cohort:
    """The cohort with what steps read from the images among the answers of its cases.

    Raises
    ------
    BadInput
        When that was not read yet.
    """
    of = measured(cohort.settings.predictors)
    if not of:
        return cohort
    values = read_values(work)
    cases = tuple(
        replace(
            case, answers={**case.answers, **{name: values.get(case.id, {}).get(value) for name, value in of.items()}}
        )
        for case in cohort.cases
    )
    return replace(cohort, cases=cases)


def _sources(work: Workspace) -> dict[str, Path]:
    """What is there to read; the models and predictions have to be."""
    needed = {
        "model": work.need(work.risk_model, "train-risk"),
        "predictions": work.need(work.predictions, "train-risk"),
    }
    optional = {
        "vessels": work.vessels / "results.json",
        "quantization": work.models / "quantization.json",
        "truth": work.folder / "simulation.json",
    }
    return needed | {name: path for name, path in optional.items() if path.exists()}


def _subgroups(
    samples: dict[str, Sample],
    model: str,
    predictors: dict[str, Predictor],
    shots: dict[str, Acquisition],
    threshold: float,
) -> list[Subgroup]:
    """Of the training patients, and of validation and external test together, which are too few apart."""
    parts = [samples["train"]] if "train" in samples else []
    others = [samples[name] for name in ("validation", "external") if name in samples]
    if others:
        parts.append(joined("tests", others))
    return [one for part in parts for one in subgroups(part, model, predictors, shots, threshold)]


def _scanners(shots: dict[str, Acquisition]) -> dict[str, int]:
    named = Counter(shot.scanner for shot in shots.values() if shot.scanner)
    return dict(named.most_common())
