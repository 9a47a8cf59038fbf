"""``precontrast-train prove``: what the locked models of a simulated cohort are worth on many patients.

A thousand scans take hours, so here the images are left out: how the signature follows the vessels' true morphology,
and how far it scatters, is measured on the validation and external patients (whose images the signature was not trained
on), and signatures of new patients are drawn from that. Everything else is the locked model on new people of the same
generative model, whose truth is known. Then the whole method is tried on many cohorts of the same size, which tells
what is the method and what is the luck of this cohort. Written to ``simulation.json``, which ``evaluate`` reads.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from inference.reading import read_text
from training.cohort.split import read_split
from training.cohort.table import read_cohort
from training.console import table, track
from training.errors import BadInput
from training.learners.design import SIGNATURE, Answers
from training.learners.learner import Effort
from training.options import add_cohort, add_seed, add_work
from training.proof import controls
from training.proof.repeats import TESTED, ImageModel, fit_images, slope_in_new, summary, try_method
from training.recipes import ModelPlan, Recipe, check_needed
from training.risk.fitting import Settings, with_most_p
from training.risk.model import RiskModel, probability, read_model
from training.risk.patients import FeatureTable, Patients, gather, read_features
from training.risk.predictions import read_scores
from training.simulate import population
from training.simulate.cohort import RATE
from training.simulate.population import CLINICAL, EFFECTS, VESSELS, People, answers_of, in_units, morphology_units
from training.statistics.calibration import calibration_intercept, calibration_slope
from training.statistics.discrimination import auc, delong
from training.statistics.samples import Interval
from training.workspace import Workspace, write_json

COVERAGE_REPEATS, COVERAGE_SIZE = 1000, (14, 31)
"""Samples of the size of the external test."""
BAYES_GAP = 0.02
SLOPE_RANGE = (0.9, 1.1)
COVERAGE_RANGE = (0.93, 0.97)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument(
        "--cohorts",
        type=int,
        default=40,
        metavar="N",
        help="cohorts of the training split's size that the whole method is tried on; 0: only the locked models",
    )
    parser.add_argument(
        "--controls",
        type=int,
        default=10,
        metavar="N",
        help="cohorts for each control (permuted outcomes, effects that the encoder was not taught); 0: none",
    )


def run(options: argparse.Namespace) -> int:
    """Measure how the signature follows the truth, draw new people, write what the locked models make of them."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    check_needed("prove", cohort.recipe)
    truth_file = cohort.folder / "truth.csv"
    if not truth_file.exists():
        raise BadInput(f"{truth_file} does not exist; only a simulated cohort has a known truth")
    work.need(work.risk_model, "train-risk")
    truth, signatures = read_truth(truth_file), read_scores(work, SIGNATURE)
    split = read_split(work, cohort)
    unseen = {case: value for case, value in signatures.items() if split.get(case) in ("validation", "external")}
    signature = fit_signature(truth, {case: value for case, value in unseen.items() if np.isfinite(value)})
    recipe = cohort.recipe
    model = read_model(work.risk_model, recipe)
    result = prove(recipe, model, signature, options.seed)
    if options.cohorts > 0 or options.controls > 0:
        features = read_features(work, recipe)
        images = _images_of_unseen(features, truth, set(unseen))
        size = model.events, model.cases - model.events
        # What the model does not tell (a head or components that were forced) stays at its default: chosen freely.
        models = with_most_p(recipe.models, model.screening.most_p)
        settings = Settings(models, recipe.scores, Effort(model.folds, model.repeats))
    if options.cohorts > 0:
        seeds = [[options.seed, 10, n] for n in range(options.cohorts)]
        tried = try_method(
            images, cohort.settings.predictors, size, RATE, settings, track(seeds, "cohorts", options.quiet)
        )
        own = {case.id: case.outcome for case in cohort.cases if split[case.id] == "train"}
        result["repeated"] = summary(tried, size, true_slope(own, truth))
        result["goals"] += repeated_goals(result["repeated"], result["bayes_auc"], recipe)
    if options.controls > 0:
        ids = [case.id for case in cohort.cases if split[case.id] == "train" and case.outcome is not None]
        result["controls"] = _controls(gather(cohort, ids, features), images, size, settings, options)
        result["goals"] += controls.goals(result["controls"])
    write_json(work.folder / "simulation.json", result)
    goals = (
        (g["title"]["en"], g["wanted"]["en"], g["found"], "met" if g["met"] else "missed") for g in result["goals"]
    )
    table(["goal", "wanted", "found", ""], goals)
    return 0


def _controls(
    training: Patients, images: ImageModel, size: tuple[int, int], settings: Settings, options: argparse.Namespace
) -> dict[str, object]:
    """See :mod:`training.proof.controls`."""

    def seeds(kind: int, label: str):
        return track([[options.seed, kind, n] for n in range(options.controls)], label, options.quiet)

    drawn = images, training.predictors, size, RATE, settings
    out_of_fold, in_new = controls.null_cohorts(*drawn, seeds(11, "null cohorts"))
    own = controls.null_features(training, settings, seeds(12, "permutations"))
    hidden = [
        (factor, controls.try_hidden(factor, *drawn, seeds(100 + factor.rank, "untaught")))
        for factor in controls.hidden_factors(images)
    ]
    return controls.summary([plan.name for plan in settings.models], out_of_fold, in_new, own, hidden)


def _images_of_unseen(features: FeatureTable, truth: Mapping[str, Mapping[str, float]], unseen: set[str]) -> ImageModel:
    rows = [n for n, case in enumerate(features.cases) if case in unseen and np.isfinite(features.features[n]).all()]
    units = np.array([units_of(truth[features.cases[n]]) for n in rows]).reshape(len(rows), 1 + len(VESSELS))
    return fit_images(units, features.features[rows], features.taught)


def units_of(factors: Mapping[str, float]) -> list[float]:
    """One patient's row of :func:`training.simulate.population.morphology_units`."""
    return [1.0, *(float(in_units(name, factors[name])) for name in VESSELS)]


def true_slope(outcome: Mapping[str, bool | None], truth: Mapping[str, Mapping[str, float]]) -> float:
    """Slope in new patients of the true log-odds, fitted to these patients alone: 1 but for their luck."""
    cases = [case for case, event in outcome.items() if event is not None]
    log_odds = [sum(EFFECTS[name][0] * in_units(name, truth[case][name]) for name in EFFECTS) for case in cases]
    return slope_in_new(np.array([outcome[case] for case in cases], bool), np.array(log_odds))


@dataclass(frozen=True, slots=True)
class SignatureModel:
    """How the signature follows the true morphology.

    Attributes
    ----------
    weights
        Intercept, then the change for one unit of each of ``VESSELS``.
    scatter
        Standard deviation around that.
    explained
        Share of the variance explained.
    n
        Patients it was measured on.
    """

    weights: np.ndarray
    scatter: float
    explained: float
    n: int

    def draw(self, people: People, rng: np.random.Generator) -> np.ndarray:
        """Signatures of new people."""
        middle = morphology_units(people) @ self.weights
        return middle + self.scatter * rng.standard_normal(len(people))


def fit_signature(truth: Mapping[str, Mapping[str, float]], signatures: Mapping[str, float]) -> SignatureModel:
    """Least squares of the signature on the true morphology.

    Parameters
    ----------
    truth
        Factors by case.
    signatures
        By case, of patients that the signature was not trained on.
    """
    cases = list(signatures)
    if len(cases) < 2 * len(VESSELS):
        raise BadInput(f"only {len(cases)} patients outside the training split have a signature; simulate more")
    rows = np.array([units_of(truth[case]) for case in cases])
    values = np.array([signatures[case] for case in cases])
    weights, *_ = np.linalg.lstsq(rows, values, rcond=None)
    rest = values - rows @ weights
    scatter = float(np.sqrt((rest**2).sum() / (len(cases) - rows.shape[1])))
    # A signature that no head could make anything of is the same for everyone.
    explained = float(1 - rest.var() / values.var()) if values.std() > 1e-9 else 0.0
    return SignatureModel(weights, scatter, explained, len(cases))


def read_truth(path: Path) -> dict[str, dict[str, float]]:
    """``truth.csv`` by case."""
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""))
    return {
        row["case"]: {
            name: float(row[name] in ("1.0", "True", "1")) if name == "female" else float(row[name])
            for name in CLINICAL + VESSELS
        }
        for row in rows
    }


def prove(recipe: Recipe, model: RiskModel, signature: SignatureModel, seed: int) -> dict[str, object]:
    """Run the locked models on many new people; the content of ``simulation.json``."""
    rng = np.random.default_rng([seed, 9])
    people, outcome = population.draw_case_control(*TESTED, RATE, rng, pool=1_500_000)
    answers, signatures = answers_of(people), signature.draw(people, rng)
    chances = {plan.name: _scores(plan, model, answers, signatures) for plan in recipe.models}
    areas = {name: delong(outcome, score) for name, score in chances.items() if score.std() > 1e-9}
    best = {plan.name: population.bayes_auc(RATE, factors_of(plan)) for plan in recipe.models}
    result = _about(signature, seed, best, outcome, areas)
    shipped = recipe.model(recipe.shipped)
    if shipped.name not in areas:
        return result | {"goals": [nothing_learnt(shipped)]}
    calibration = _calibration(outcome, chances[shipped.name], model.trained_prevalence)
    result["large_sample"]["calibration"] = {
        "prevalence": RATE,
        **{name: asdict(value) for name, value in calibration.items()},
    }
    covered = _auc_coverage(outcome, chances[shipped.name], rng)
    return result | {"coverage": [covered], "goals": _goals(recipe, areas, best, calibration["slope"], covered)}


def _scores(plan: ModelPlan, model: RiskModel, answers: Sequence[Answers], signatures: np.ndarray) -> np.ndarray:
    """What a model makes of new people; one of the signature alone ranks them as the signature does."""
    if not plan.answers:
        return signatures
    locked = model.models[plan.name]
    return np.array([probability(locked, {**given, SIGNATURE: float(s)}) for given, s in zip(answers, signatures)])


def _about(
    signature: SignatureModel, seed: int, best: Mapping[str, float], outcome: np.ndarray, areas: Mapping[str, Interval]
) -> dict[str, object]:
    """How the people were drawn and how well they are told apart."""
    return {
        "schema": 1,
        "generator": _generator(),
        "seed": seed,
        "bayes_auc": {name: round(area, 4) for name, area in best.items()},
        "bayes_n": 400_000,
        "large_sample": {
            "n": len(outcome),
            "events": int(outcome.sum()),
            "features_from": "masks",
            "note": _note(signature),
            "auc": {name: asdict(area) for name, area in areas.items()},
        },
    }


def _calibration(outcome: np.ndarray, chance: np.ndarray, trained: float) -> dict[str, Interval]:
    """Slope and intercept at the site's rate: probabilities are shifted and patients weighted to it."""
    odds = chance / (1 - chance) * (1 - trained) / trained * RATE / (1 - RATE)
    shifted = odds / (1 + odds)
    events = outcome.astype(bool)
    weights = np.where(events, RATE / events.mean(), (1 - RATE) / (~events).mean())
    return {
        # A slope does not depend on the rate (Prentice and Pyke 1979), and without weights its interval is exact.
        "slope": calibration_slope(outcome, shifted),
        "intercept": calibration_intercept(outcome, shifted, weights=weights),
    }


def _auc_coverage(outcome: np.ndarray, score: np.ndarray, rng: np.random.Generator) -> dict[str, object]:
    """How often DeLong's interval of a sample as small as the external test holds the large sample's AUC."""
    truth = auc(outcome, score)
    events, others = np.flatnonzero(outcome), np.flatnonzero(~outcome.astype(bool))
    held = 0
    for _ in range(COVERAGE_REPEATS):
        rows = np.concatenate([rng.choice(events, COVERAGE_SIZE[0]), rng.choice(others, COVERAGE_SIZE[1])])
        interval = delong(outcome[rows], score[rows])
        held += interval.low <= truth <= interval.high
    return {
        "id": "delong-auc",
        "title": {"en": "DeLong interval of the AUC, 45 patients", "zh": "AUC 的 DeLong 区间（45 例）"},
        "repeats": COVERAGE_REPEATS,
        "covered": int(held),
        "n": sum(COVERAGE_SIZE),
    }


def _generator() -> dict[str, str]:
    parts = ", ".join(f"{effect:+g} x {name}" for name, (effect, _, _) in EFFECTS.items())
    return {
        "en": f"Invented: logit p = a + sum of effect x (value - centre)/unit: {parts}; events and others are drawn as "
        "in a case-control study from a population with the site's event rate (training/simulate/population.py).",
        "zh": f"设定的生成模型：logit p = a + Σ 效应 ×（值 − 中心）/单位：{parts}；"
        "按病例对照方式从具有本中心事件率的人群中抽取。",
    }


def _note(signature: SignatureModel) -> dict[str, str]:
    return {
        "en": f"Signatures were drawn from the true morphology: linear, measured on {signature.n} patients whose "
        f"images were not trained on (R2 {signature.explained:.2f}), with their scatter. Images were not rendered.",
        "zh": f"影像评分由真实形态抽取：在 {signature.n} 例未参与训练的患者上测得的线性关系"
        f"（R2 {signature.explained:.2f}）及其离散；未生成影像。",
    }


def factors_of(plan: ModelPlan) -> tuple[str, ...]:
    """Factors of the population that a model may know: what is asked, what the images show."""
    return (*(CLINICAL if plan.answers else ()), *(VESSELS if plan.images else ()))


def nothing_learnt(shipped: ModelPlan) -> dict[str, object]:
    """The goal that is missed where the shipped model tells no one apart."""
    return {
        "title": {"en": "Models that tell patients apart", "zh": "模型能区分患者"},
        "wanted": {"en": f"a {shipped.noun.en}", "zh": shipped.noun.zh},
        "found": "the same risk for everyone",
        "met": False,
    }


def _goals(
    recipe: Recipe, areas: Mapping[str, Interval], bests: Mapping[str, float], slope: Interval, covered: Mapping
) -> list[dict[str, object]]:
    name, best, own = recipe.model(recipe.shipped), bests[recipe.shipped], areas[recipe.shipped]
    share = covered["covered"] / covered["repeats"]
    return [
        *([_order(recipe, areas)] if recipe.literature else []),
        {
            "title": {
                "en": f"{name.title.en} AUC near the best possible",
                "zh": f"{name.noun.zh} AUC 接近最优值",
            },
            "wanted": {"en": f"within {BAYES_GAP} of {best:.3f}", "zh": f"与 {best:.3f} 相差不超过 {BAYES_GAP}"},
            "found": f"{own.value:.3f} ({own.low:.3f}-{own.high:.3f})",
            "met": bool(best - own.value <= BAYES_GAP),
        },
        {
            "title": {"en": "Calibration slope at 0.27 %", "zh": "0.27 % 患病率下的校准斜率"},
            "wanted": {"en": "0.9 to 1.1", "zh": "0.9 至 1.1"},
            "found": f"{slope.value:.2f} ({slope.low:.2f}-{slope.high:.2f})",
            "met": bool(SLOPE_RANGE[0] <= slope.value <= SLOPE_RANGE[1]),
        },
        {
            "title": {"en": "Coverage of 95 % intervals of the AUC", "zh": "AUC 95 % 区间的覆盖率"},
            "wanted": {"en": "93 to 97 %", "zh": "93 至 97 %"},
            "found": f"{share:.1%}, n = {covered['repeats']}",
            "met": bool(COVERAGE_RANGE[0] <= share <= COVERAGE_RANGE[1]),
        },
    ]


def _order(recipe: Recipe, areas: Mapping[str, Interval]) -> dict[str, object]:
    """Whether each model is better than those before it, as others published it."""
    last_first = recipe.models[::-1]
    order = [areas[plan.name].value if plan.name in areas else 0.5 for plan in last_first]
    shown = " / ".join(f"{area:.3f}" for area in order)
    return {
        "title": {
            "en": f"AUC: {' above '.join(plan.abbreviation.en for plan in last_first)}",
            "zh": f"AUC：{' > '.join(plan.abbreviation.zh for plan in last_first)}",
        },
        "wanted": {"en": "as in the paper", "zh": "与论文一致"},
        "found": f"{shown}, n = {sum(TESTED)}",
        "met": all(late > early for late, early in pairwise(order)),
    }


def repeated_goals(repeated: Mapping, bests: Mapping[str, float], recipe: Recipe) -> list[dict[str, object]]:
    """What the method reaches on average, beside what this cohort's models do."""
    name, best, found = recipe.model(recipe.shipped), bests[recipe.shipped], repeated["models"][recipe.shipped]
    slope, area = found["slope"], found["auc"]
    if slope is None or area is None:
        return []
    count = repeated["cohorts"]
    return [
        {
            "title": {
                "en": f"Calibration slope of the method, mean of {count} cohorts of this size",
                "zh": f"方法的校准斜率：{count} 个同规模队列的均值",
            },
            "wanted": {"en": "0.9 to 1.1", "zh": "0.9 至 1.1"},
            "found": f"{slope['mean']:.2f} ± {slope['error']:.2f}",
            "met": bool(SLOPE_RANGE[0] <= slope["mean"] <= SLOPE_RANGE[1]),
        },
        {
            "title": {
                "en": f"{name.title.en} AUC of the method, mean of {count} cohorts of this size",
                "zh": f"方法的{name.short.zh} AUC：{count} 个同规模队列的均值",
            },
            "wanted": {"en": f"within {BAYES_GAP} of {best:.3f}", "zh": f"与 {best:.3f} 相差不超过 {BAYES_GAP}"},
            "found": f"{area['mean']:.3f} ± {area['error']:.3f}",
            "met": bool(best - area["mean"] <= BAYES_GAP),
        },
    ]
