"""``precontrast-train train-risk`` on a work folder as ``split`` and ``features`` leave it."""

import csv
import json
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.cohorts import write_tables
from tests.helpers.evaluated import SETTINGS, locked_models
from training.cli import BAD_INPUT, DONE, main
from training.learners.design import SIGNATURE
from training.learners.head import read_head
from training.learners.learner import Effort
from training.recipes.hu2025 import HU2025
from training.risk import train as risk_train
from training.risk.model import Estimate, probability, read_model
from training.risk.tables import print_model
from training.workspace import Workspace

COUNTS = {"train": 90, "validation": 24, "external": 16}
HEADER = "case,patient,study,outcome,split,centre,age [a],sex,hypertension"
FEATURES = 30
WITHOUT_IMAGES, WITHOUT_AGE, WITHOUT_OUTCOME = "T003", "T005", "T007"
FAR = "V002"


def make_work(folder: Path) -> tuple[Path, Path]:
    """The cohort's table and a work folder with split and features."""
    rng = np.random.default_rng(5)
    rows, split, names, features = [], ["case,split"], [], []
    for part, count in COUNTS.items():
        for n in range(count):
            case = f"{part[0].upper()}{n:03d}"
            age, female, raised = round(rng.normal(60, 10)), rng.random() < 0.5, rng.random() < 0.4
            seen = rng.normal(0, 1, FEATURES)
            log_odds = 0.15 * (age - 60) + 1.5 * (female - 0.5) + 3 * seen[1] - 0.4
            outcome = int(rng.random() < 1 / (1 + np.exp(-log_odds)))
            outcome = "" if case == WITHOUT_OUTCOME else outcome
            shown = "" if case == WITHOUT_AGE else age
            words = "female" if female else "male", "yes" if raised else "no"
            rows.append(f"{case},{case},studies/{case},{outcome},,A,{shown},{words[0]},{words[1]}")
            split.append(f"{case},{part}")
            if case != WITHOUT_IMAGES:
                names.append(case)
                features.append(seen * 3 + 10 + (40 if case == FAR else 0))
    cohort = write_tables(folder, rows, HEADER, SETTINGS.format(simulated="true"))
    work = folder / "work"
    (work / "features").mkdir(parents=True)
    (work / "split.csv").write_text("\n".join(split) + "\n", encoding="utf-8")
    columns = [f"CCA-R {n}" for n in range(FEATURES)]
    np.savez(work / "features" / "features.npz", cases=names, features=np.float32(features), names=columns)
    return cohort, work


def train(cohort: Path, work: Path, *options: str) -> int:
    return main(["train-risk", str(cohort), "--work", str(work), "--folds", "3", "--repeats", "1", *options])


@pytest.fixture(scope="module", autouse=True)
def fewer_bootstraps():
    """The shrinkage has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(risk_train, "Effort", partial(Effort, bootstraps=30))
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    cohort, work = make_work(tmp_path_factory.mktemp("risk"))
    assert train(cohort, work) == DONE
    return cohort, work, read_model(work / "risk" / "model.json", HU2025), predictions(work)


@pytest.fixture
def copied(made, tmp_path):
    """The same cohort to spoil."""
    shutil.copytree(made[0].parent, tmp_path / "copy")
    return tmp_path / "copy" / "cohort.csv", tmp_path / "copy" / "work"


def predictions(work: Path) -> dict[str, dict[str, str]]:
    with (work / "risk" / "predictions.csv").open(encoding="utf-8") as file:
        return {row["case"]: row for row in csv.DictReader(file)}


def test_every_case_with_an_outcome_has_a_row(made):
    _, _, model, rows = made
    assert len(rows) == sum(COUNTS.values()) - 1
    assert WITHOUT_OUTCOME not in rows
    assert {row["split"] for row in rows.values()} == set(COUNTS)
    assert model.cases == COUNTS["train"] - 1
    assert model.events == sum(row["outcome"] == "1" for row in rows.values() if row["split"] == "train")
    assert model.trained_prevalence == pytest.approx(model.events / model.cases)


def test_what_cannot_be_predicted_is_empty(made):
    rows = made[3]
    given = {name: bool(rows[WITHOUT_IMAGES][name]) for name in (*HU2025.names, "signature")}
    assert given == {"clinical": True, "dl": False, "combined": False, "signature": False}
    assert rows[WITHOUT_AGE]["dl"]
    assert not rows[WITHOUT_AGE]["combined"]


def test_training_rows_hold_out_of_fold_predictions_and_apparent_ones_beside_them(made):
    rows = made[3]
    for row in rows.values():
        for name in HU2025.names:
            assert bool(row[f"{name}_apparent"]) == (row["split"] == "train" and bool(row[name]))
    own = [row for row in rows.values() if row["split"] == "train" and row["combined"]]
    assert own and all(row["combined"] != row["combined_apparent"] for row in own)


def test_the_locked_models_give_the_predictions_that_were_written(made):
    """What packs and evaluation compute from ``model.json`` and the head is what ``train-risk`` had computed."""
    _, work, model, rows = made
    head = read_head(work / "risk" / "signature.npz")
    with np.load(work / "features" / "features.npz") as data:
        features = dict(zip(data["cases"].tolist(), data["features"].astype(float)))
    answers = answers_of(made[0])
    for case, row in rows.items():
        end = "_apparent" if row["split"] == "train" else ""
        signature = head.score(features[case]) if case in features else None
        found = {
            name: probability(locked, {**answers[case], SIGNATURE: signature}) for name, locked in model.models.items()
        }
        for name, value in found.items():
            assert row[name + end] == "" if value is None else float(row[name + end]) == pytest.approx(value, rel=1e-6)
        if signature is not None and not end:
            assert float(row["signature"]) == pytest.approx(signature, rel=1e-6, abs=1e-6)


def answers_of(cohort: Path) -> dict[str, dict]:
    with cohort.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    plain = {"sex": "sex", "hypertension": "hypertension"}
    return {
        row["case"]: {name: row[column] for name, column in plain.items()}
        | {"age": float(row["age [a]"]) if row["age [a]"] else None}
        for row in rows
    }


def test_what_mattered_was_found(made):
    model = made[2]
    assert "age" in model.screening.kept
    assert SIGNATURE in model.models["combined"].predictors
    assert model.scores[SIGNATURE].selected[0].name == "CCA-R 1"
    assert model.scores[SIGNATURE].selected[0].weight > 0
    assert model.out_of_fold["combined"].auc.value > 0.7


def test_thresholds_are_those_of_the_out_of_fold_predictions(made):
    _, _, model, rows = made
    for name in HU2025.names:
        own = [row for row in rows.values() if row["split"] == "train" and row[name]]
        p, event = (np.array([float(row[key]) for row in own]) for key in (name, "outcome"))
        threshold = model.thresholds[name]
        caught = (p[event == 1] >= threshold.sensitive).mean()
        assert caught >= 0.9
        assert (p[event == 1] >= p[p >= threshold.sensitive].min() + 1e-12).mean() < 0.9
        cuts = np.unique(p)
        gains = [(p[event == 1] >= cut).mean() - (p[event == 0] >= cut).mean() for cut in cuts]
        reached = (p[event == 1] >= threshold.youden).mean() - (p[event == 0] >= threshold.youden).mean()
        assert reached == pytest.approx(max(gains))


def test_a_case_that_is_unlike_the_training_is_refused(made):
    _, work, model, _ = made
    head = read_head(work / "risk" / "signature.npz")
    with np.load(work / "features" / "features.npz") as data:
        features = dict(zip(data["cases"].tolist(), data["features"].astype(float)))
    assert head.distance(features[FAR]) > model.distances[SIGNATURE].limit
    assert head.limit == model.distances[SIGNATURE].limit
    assert model.distances[SIGNATURE].refused["validation"] >= 1
    assert model.distances[SIGNATURE].cases == {"train": COUNTS["train"] - 2, "validation": 24, "external": 16}
    assert model.distances[SIGNATURE].refused["train"] <= 3


def test_the_model_says_what_was_left_out(made):
    model = made[2]
    assert any("without image features" in note for note in model.notes)
    ages = next(row for row in model.screening.univariable if row.predictor == "age")
    assert (ages.cases, ages.unknown) == (COUNTS["train"] - 2, 1)


def test_the_same_seed_gives_the_same_files(copied, capsys):
    cohort, work = copied
    before = {path.name: path.read_bytes() for path in (work / "risk").iterdir()}
    assert train(cohort, work) == DONE
    assert {path.name: path.read_bytes() for path in (work / "risk").iterdir()} == before
    printed = capsys.readouterr().out
    for word in (
        "Model combined",
        "Out of fold",
        "Alternatives on the same folds",
        "boosting",
        "Distance of signature: limit",
    ):
        assert word in printed
    assert json.loads(Workspace(work).log.read_text(encoding="utf-8").splitlines()[-1])["command"] == "train-risk"


def spoil_features(work: Path, **changes) -> None:
    path = work / "features" / "features.npz"
    with np.load(path) as data:
        arrays = {name: data[name] for name in data.files}
    np.savez(path, **{name: value for name, value in (arrays | changes).items() if value is not None})


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:300])


def few_events(cohort: Path) -> None:
    lines = cohort.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines]
    for row in rows[10:]:
        row[3] = "0"
    cohort.write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")


NAN = np.full((sum(COUNTS.values()) - 1, FEATURES), np.nan)
SPOILT = {
    "run first: precontrast-train split": lambda cohort, work: (work / "split.csv").unlink(),
    "run first: precontrast-train features": lambda cohort, work: (work / "features" / "features.npz").unlink(),
    "is damaged; run again": lambda cohort, work: (work / "features" / "features.npz").write_bytes(b"PK nothing"),
    "is damaged; run": lambda cohort, work: cut_short(work / "features" / "features.npz"),
    "damaged; run again: ": lambda cohort, work: spoil_features(work, names=None),
    "run again: precontrast-train features": lambda cohort, work: spoil_features(work, features=NAN),
    "cases that the cohort does not have, such as X0": lambda cohort, work: spoil_features(
        work, cases=np.array([f"X{n}" for n in range(len(NAN))])
    ),
    "one row of finite numbers a case": lambda cohort, work: spoil_features(work, cases=np.array(["T000"] * len(NAN))),
    "patients with the event have image features": lambda cohort, work: few_events(cohort),
}


@pytest.mark.parametrize("sentence", SPOILT)
def test_what_cannot_be_used_ends_in_a_sentence(copied, capsys, sentence):
    cohort, work = copied
    SPOILT[sentence](cohort, work)
    assert train(cohort, work) == BAD_INPUT
    shown = capsys.readouterr().err
    assert sentence in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    "option", [("--folds", "1"), ("--repeats", "0"), ("--head", "forest"), ("--most-p", "0"), ("--components", "-1")]
)
def test_options_out_of_range_are_refused(made, capsys, option):
    with pytest.raises(SystemExit):
        train(made[0], made[1], *option)
    assert option[0] in capsys.readouterr().err


def test_components_and_another_head_are_taken(copied):
    cohort, work = copied
    assert train(cohort, work, "--components", "8", "--head", "svm", "--folds", "2") == DONE
    model = read_model(work / "risk" / "model.json", HU2025)
    assert (model.scores[SIGNATURE].head, model.scores[SIGNATURE].components) == ("svm", 8)
    assert (model.folds, model.repeats) == (2, 1)


def test_directions_that_the_encoder_was_taught_are_taken(copied):
    cohort, work = copied
    with np.load(work / "features" / "features.npz") as data:
        count = data["features"].shape[1]
    spoil_features(work, taught=np.eye(6, count))
    assert train(cohort, work, "--components", "taught", "--folds", "2") == DONE
    own = read_model(work / "risk" / "model.json", HU2025).scores[SIGNATURE]
    assert (own.taught, own.components) == (True, 6)
    weights = np.load(work / "risk" / "signature.npz")["weight"]
    assert not weights[6:].any()


def test_directions_that_no_one_taught_are_refused(copied, capsys):
    cohort, work = copied
    assert train(cohort, work, "--components", "taught") == BAD_INPUT
    assert "was not taught here" in capsys.readouterr().err
    spoil_features(work, taught=np.eye(2))
    assert train(cohort, work) == BAD_INPUT
    assert "does not fit" in capsys.readouterr().err


def test_models_of_which_none_chooses_by_p_are_printed(capsys):
    locked = locked_models()
    alone = tuple(replace(one, odds_ratio=Estimate(12.0, 0.0, 1.9e8)) for one in locked.screening.univariable[1:])
    print_model(replace(locked, screening=replace(locked.screening, most_p=None, univariable=alone), distances={}))
    printed = capsys.readouterr().out
    assert "Univariable logistic regression\n" in printed
    # An answer that separates the outcomes.
    assert printed.count("not estimable") == len(alone) and "1900000" not in printed
