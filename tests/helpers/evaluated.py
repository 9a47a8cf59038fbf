"""A small cohort without images and a work folder with the predictions of models whose coefficients are known."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import expit, logit

from training.learners.learner import ScoreInfo, Selected
from training.learners.logistic import LockedLogistic, ModelTerm
from training.recipes.hu2025 import HU2025
from training.risk.model import (
    Compared,
    DistanceInfo,
    Estimate,
    OutOfFold,
    RiskModel,
    Screening,
    Thresholds,
    Univariable,
    write_model,
)
from training.risk.predictions import columns

SIZES = {"train": (145, 62), "validation": (32, 14), "external": (31, 14)}
"""Without and with the event: the paper's."""
COEFFICIENTS = {"age": 0.04, "sex": 0.8, "hypertension": 0.7, "signature": 1.6}
ERRORS = {"age": 0.02, "sex": 0.35, "hypertension": 0.35, "signature": 0.25}
ANSWERS = {"sex": "female", "hypertension": "yes"}
REFERENCES = {"sex": "male", "hypertension": "no"}
METHOD = "maximum-likelihood"
OWN = Estimate(1.5, 1.1, 2.1)
THRESHOLDS = {"clinical": 0.33, "dl": 0.31, "combined": 0.29}
TRAINING = 62 / 207
SETTINGS = """
outcome = "cme"
site_prevalence = 0.0027
prevalence_source = "evidence section 1"
simulated = {simulated}
planned_parameters = 5
[title]
en = "Test cohort"
zh = "测试队列"
[outcome_title]
en = "Extravasation"
zh = "对比剂外渗"
[[predictors]]
id = "age"
kind = "number"
unit = "a"
range = [18, 100]
label = {{ en = "Age", zh = "年龄" }}
[[predictors]]
id = "sex"
kind = "choice"
label = {{ en = "Sex", zh = "性别" }}
choices = [ {{ value = "male", label = {{ en = "male", zh = "男" }} }},
            {{ value = "female", label = {{ en = "female", zh = "女" }} }} ]
[[predictors]]
id = "hypertension"
kind = "choice"
label = {{ en = "Hypertension", zh = "高血压" }}
choices = [ {{ value = "no", label = {{ en = "no", zh = "否" }} }},
            {{ value = "yes", label = {{ en = "yes", zh = "是" }} }} ]
"""


@dataclass(frozen=True, slots=True)
class Made:
    """What was written."""

    cohort: Path
    work: Path
    outcome: dict[str, np.ndarray]
    scores: dict[str, dict[str, np.ndarray]]


def make_evaluated(folder: Path, sizes=SIZES, seed: int = 3, simulated: bool = True, clustered: bool = False) -> Made:
    """Write the cohort and the work folder."""
    rng = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cohort.toml").write_text(SETTINGS.format(simulated=str(simulated).lower()), encoding="utf-8")
    rows, predictions, outcomes, scores = [], [], {}, {}
    for split, (without, events) in sizes.items():
        outcome = rng.permutation(np.repeat([0, 1], [without, events]))
        people = _people(outcome, rng)
        outcomes[split] = outcome
        scores[split] = _scores(people)
        for n, event in enumerate(outcome):
            case = f"{split[0].upper()}{n:03d}"
            patient = f"{split[0].upper()}{n // 2:03d}" if clustered else case
            own = {name: people[name][n] for name in ("age", "sex", "hypertension")}
            age = "" if n % 40 == 7 else f"{own['age']:.0f}"
            centre = "B" if split == "external" else "A"
            rows.append([case, patient, f"studies/{case}", event, split, centre, age, own["sex"], own["hypertension"]])
            given = [scores[split][m][n] for m in HU2025.names]
            # Of an unknown age nothing can be predicted but by the images.
            given = given if age else ["", given[1], ""]
            apparent = [p and expit(logit(p) + 0.5 * event) for p in given] if split == "train" else ["", "", ""]
            predictions.append([case, split, event, *given, people["signature"][n], *apparent])
    _write(
        folder / "cohort.csv",
        ["case", "patient", "study", "outcome", "split", "centre", "age [a]", "sex", "hypertension"],
        rows,
    )
    work = folder / "work"
    (work / "risk").mkdir(parents=True)
    _write(work / "risk" / "predictions.csv", list(columns(HU2025)), predictions)
    write_model(work / "risk" / "model.json", locked_models())
    return Made(folder / "cohort.csv", work, outcomes, scores)


def _people(outcome: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """People with and without the event differ in each factor."""
    n = len(outcome)
    return {
        "age": np.clip(np.round(rng.normal(60 + 5 * outcome, 10, n)), 20, 95),
        "sex": np.where(rng.random(n) < 0.35 + 0.25 * outcome, "female", "male"),
        "hypertension": np.where(rng.random(n) < 0.3 + 0.2 * outcome, "yes", "no"),
        "signature": rng.normal(-0.7 + 1.6 * outcome, 1, n),
    }


def _scores(people: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    clinical = (
        COEFFICIENTS["age"] * (people["age"] - 62)
        + COEFFICIENTS["sex"] * (people["sex"] == "female")
        + COEFFICIENTS["hypertension"] * (people["hypertension"] == "yes")
    )
    signature = COEFFICIENTS["signature"] * people["signature"]
    return {
        "clinical": expit(clinical - 1.6),
        "dl": expit(signature - 0.6),
        "combined": expit(clinical + signature - 1.3),
    }


def locked_models() -> RiskModel:
    """The models that the predictions are of."""
    return RiskModel(
        schema=3,
        recipe=HU2025.id,
        outcome="cme",
        trained_prevalence=TRAINING,
        cases=207,
        events=62,
        seed=3,
        folds=5,
        repeats=4,
        models={
            "clinical": _logistic(("age", "sex", "hypertension"), -1.6),
            "dl": _logistic(("signature",), -0.6),
            "combined": _logistic(("age", "sex", "hypertension", "signature"), -1.3),
        },
        shipped="combined",
        screening=Screening(
            0.1,
            tuple(
                Univariable(term.predictor, term.answer, REFERENCES.get(term.predictor), OWN, 0.02, 202, 5, METHOD)
                for term in _terms(("age", "sex", "hypertension"))
            ),
            (),
            ("age", "sex", "hypertension"),
        ),
        scores={"signature": ScoreInfo("lasso", 0.05, 0, False, 2048, 12, (Selected("SCV-R 17", 0.4),))},
        thresholds={name: Thresholds(value, value / 2) for name, value in THRESHOLDS.items()},
        out_of_fold={
            name: OutOfFold(207, 62, Estimate(0.8, 0.7, 0.9), 0.79, Estimate(0, -0.3, 0.3), Estimate(1, 0.8, 1.2))
            for name in THRESHOLDS
        },
        comparison=(
            Compared("signature", "lasso", Estimate(0.85, 0.79, 0.9), Estimate(1.0, 0.7, 1.3), True),
            Compared("signature", "boosting", Estimate(0.83, 0.76, 0.88), None, False),
        ),
        distances={
            "signature": DistanceInfo(
                9.5, 0.99, 12, {"train": 2, "validation": 1}, {"train": 207, "validation": 46, "external": 45}
            )
        },
        notes=(),
    )


def _terms(names: tuple[str, ...]) -> tuple[ModelTerm, ...]:
    return tuple(ModelTerm(name, ANSWERS.get(name), COEFFICIENTS[name], ERRORS[name]) for name in names)


def _logistic(names: tuple[str, ...], middle: float) -> LockedLogistic:
    """A model whose log-odds are ``middle`` for a man of 62 without hypertension and with a signature of 0."""
    intercept = middle - (62 * COEFFICIENTS["age"] if "age" in names else 0)
    covariance = np.diag([0.5, *(ERRORS[name] ** 2 for name in names)])
    references = {name: answer for name, answer in REFERENCES.items() if name in names}
    rows = tuple(map(tuple, covariance.tolist()))
    return LockedLogistic(intercept, _terms(names), rows, references, 0.92, METHOD, 202, 60, 5)


def _write(path: Path, head: list[str], rows: list[list]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


STRUCTURES = HU2025.structure_ids
LOST = "V003"
"""The case whose region the vessel model does not find."""


def add_vessels(work: Path) -> dict:
    """Write ``vessels/results.json``."""
    rng = np.random.default_rng(1)
    cases = []
    for split, count in (("validation", 46), ("external", 45)):
        for n in range(count):
            case = f"{split[0].upper()}{n:03d}"
            overlaps = rng.beta(40, 4, len(STRUCTURES))
            vessels = {
                name: {
                    "dice": round(float(d), 4),
                    "iou": round(float(d / (2 - d)), 4),
                    "hd95_mm": round(float(rng.gamma(2, 1)), 4),
                    "volume_error": round(float(rng.normal(0, 0.08)), 4),
                }
                for name, d in zip(STRUCTURES, overlaps)
            }
            found = case != LOST
            cases.append({"case": case, "split": split, "found": found, "vessels": vessels if found else {}})
    return _write_json(
        work / "vessels" / "results.json",
        {"schema": 1, "precision": "fp32", "structures": list(STRUCTURES), "cases": cases},
    )


def add_quantization(work: Path) -> dict:
    """Write ``models/quantization.json``."""

    def judged(loss: float) -> dict:
        dice = {name: round(0.93 - 0.01 * n - loss, 4) for n, name in enumerate(STRUCTURES)}
        return {"cases": 91, "found": 90, "dice": dice, "auc": round(0.884 - loss, 4)}

    networks = [
        {
            "model": model,
            "precision": precision,
            "bytes": {"fp32": 5_600_000, "shipped": 1_500_000},
            "milliseconds": {"fp32": {"openvino:CPU": 410.2}, "shipped": {"openvino:CPU": 98.1}},
            "tried": [{"precision": "int8", **judged(0.003), "shortfalls": faults}],
        }
        for model, precision, faults in (("vessels", "int8", []), ("encoder", "fp32", ["AUC 0.880 to 0.872"]))
    ]
    gates, chain = {"dice": 0.01, "auc": 0.005}, {"fp32": judged(0.0), "shipped": judged(0.002)}
    report = {"schema": 1, "gates": gates, "cases": 91, "models": networks, "chain": chain}
    return _write_json(work / "models" / "quantization.json", report)


def add_truth(work: Path) -> dict:
    """Write ``simulation.json``."""

    def limits(value: float, low: float, high: float) -> dict:
        return {"value": value, "low": low, "high": high}

    aucs = {"clinical": limits(0.78, 0.76, 0.8), "combined": limits(0.935, 0.925, 0.944)}
    calibration = {"prevalence": 0.0027, "slope": limits(0.97, 0.9, 1.04), "intercept": limits(0.02, -0.08, 0.12)}
    note = {"en": "No noise.", "zh": "无噪声。"}
    large = {"n": 2000, "events": 604, "features_from": "masks", "note": note, "auc": aucs, "calibration": calibration}
    title = {"en": "AUC, DeLong", "zh": "AUC（DeLong）"}
    return _write_json(
        work / "simulation.json",
        {
            "schema": 1,
            "generator": {"en": "logit p = b0 + b z", "zh": "logit p = b0 + b z（仿真）"},
            "bayes_auc": {"combined": 0.95, "clinical": 0.8},
            "bayes_n": 400_000,
            "large_sample": large,
            "coverage": [{"id": "delong-auc", "title": title, "repeats": 1000, "covered": 951, "n": 45}],
            "goals": [{"title": {"en": "Dice", "zh": "Dice"}, "wanted": title, "found": "0.91", "met": True}],
        },
    )


def _write_json(path: Path, value: dict) -> dict:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")
    return value
