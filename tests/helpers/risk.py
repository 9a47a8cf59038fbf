"""For the risk models: patients drawn from a known truth, and a pack with a trained risk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
from scipy.special import expit

from inference.engines import EngineProvider
from inference.golden import CASE, read_case, run_case
from inference.packs.files import SIGNATURE, SUMS
from inference.packs.signing import sign
from inference.packs.store import MANIFEST, Pack, load_pack
from inference.predictors import Choice, ChoicePredictor, NumberPredictor
from inference.risk.logistic import Z95
from inference.vocabulary import Text
from tests.helpers.packs import RESOURCES, screen
from training.risk.patients import Patients
from training.workspace import write_json


def text(word: str) -> Text:
    return Text(word, word)


SEX = ChoicePredictor("sex", text("sex"), choices=(Choice("male", text("male")), Choice("female", text("female"))))
GRADE = ChoicePredictor("grade", text("grade"), choices=tuple(Choice(g, text(g)) for g in ("none", "mild", "bad")))
AGE = NumberPredictor("age", text("age"), unit="a", range=(18, 100))
NOISE = NumberPredictor("noise", text("noise"), range=(-10, 10))
PREDICTORS = (AGE, SEX, GRADE, NOISE)


def draw_patients(
    count: int,
    seed: int = 0,
    features: int = 40,
    clinical: float = 1.0,
    image: float = 1.0,
    unknown: float = 0.0,
    cases_each: int = 1,
) -> Patients:
    """Patients whose outcome hangs on age, sex and the first feature, and on nothing else.

    Parameters
    ----------
    clinical, image
        How strongly; 0: not at all.
    unknown
        Share of ages that are not known.
    cases_each
        Cases of each patient.
    """
    rng = np.random.default_rng(seed)
    age = np.round(rng.normal(60, 10, count))
    female, grade = rng.random(count) < 0.5, rng.integers(0, 3, count)
    noise, seen = rng.normal(0, 1, count), rng.normal(0, 1, (count, features))
    log_odds = clinical * (0.08 * (age - 60) + 1.2 * (female - 0.5)) + 1.6 * image * seen[:, 0] - 0.8
    event = rng.random(count) < expit(log_odds)
    missing = rng.random(count) < unknown
    answers = tuple(
        {
            "age": None if missing[n] else float(age[n]),
            "sex": "female" if female[n] else "male",
            "grade": ("none", "mild", "bad")[grade[n]],
            "noise": float(noise[n]),
        }
        for n in range(count)
    )
    # Features of an encoder are of any size, and some are the same everywhere.
    seen = seen * np.geomspace(0.1, 30, features) + np.linspace(-5, 50, features)
    seen[:, -1] = 4.0
    names = tuple(f"P{n}" for n in range(count))
    return Patients(names, event, np.arange(count) // cases_each, answers, seen, PREDICTORS)


TRAINED = 0.3
"""Share of events that the coefficients of :func:`trained_pack` are of."""


def trained_pack(folder: Path, key: Path | None = None) -> Path:
    """The bundled clinical pack as if its odds ratios had been fitted, with an intercept of their own.

    Its golden case is what it then gives.
    """
    shutil.copytree(RESOURCES / "packs" / "cme-literature-prior", folder)
    for name in (SUMS, SIGNATURE):
        (folder / name).unlink(missing_ok=True)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (step,) = (step for step in manifest["steps"] if step["kind"] == "logistic")
    step["modules"] = []
    step["terms"] = [_with_interval(term) for term in step["terms"] if "module" not in term]
    used = {term["predictor"] for term in step["terms"]}
    step["population"] = [spread for spread in step["population"] if spread["predictor"] in used]
    errors = [0.3, *(np.log(term["high"] / term["low"]) / (2 * Z95) for term in step["terms"])]
    step |= {"intercept": -2.4, "trained_prevalence": TRAINED, "covariance": np.diag(np.square(errors)).tolist()}
    manifest |= {"id": "cme-site", "version": "1.0.0", "status": "site-trained"}
    write_json(folder / MANIFEST, manifest)
    pack = load_pack(folder, [], allow_unsigned=True)
    case = json.loads((folder / CASE).read_text(encoding="utf-8"))
    risk = run_case(pack, read_case(pack), EngineProvider()).risk
    case["expected"]["numbers"] = {"risk.log_odds": risk.explanation.log_odds, "risk.probability": risk.estimate.chance}
    case["expected"]["classes"] = {"risk.tier": risk.estimate.tier.id}
    write_json(folder / CASE, case)
    if key is not None:
        sign(folder, key)
    return folder


def _with_interval(term: dict) -> dict:
    """A tenth of a published error: fitted to many."""
    middle = term["odds_ratio"]
    return {k: v for k, v in term.items() if k not in ("significant_only", "p_value")} | {
        "low": middle / 1.2,
        "high": middle * 1.2,
    }


def draw_answers(rng: np.random.Generator) -> dict[str, float | str]:
    """What a nurse types in for one injection."""
    return {
        "age": float(rng.integers(25, 90)),
        "sex": str(rng.choice(["male", "female"])),
        "height_cm": float(rng.integers(150, 185)),
        "weight_kg": float(rng.integers(42, 95)),
        "diabetes": str(rng.choice(["no", "yes"], p=[0.8, 0.2])),
        "patient_class": str(rng.choice(["outpatient", "inpatient", "emergency"])),
        "agent": str(rng.choice(["iohexol", "iopamidol"])),
        "flush": str(rng.choice(["no", "yes"])),
    }


def predicted_log_odds(pack: Pack, answers: dict[str, float | str]) -> float:
    """Log-odds against the site's average, as a saved result has them."""
    return screen(pack, answers).risk.explanation.log_odds
