"""``precontrast-train train-signs``: a network of signs, learnt from readers' calls, judged beside the rules.

The encoder is any ONNX graph from five axial crops; on its features one linear head a sign is learnt from the columns
of ``cohort.csv`` in which readers said whether a patient shows it (:data:`CALLS`). Outcomes have no part in it. All
figures are of patients that the heads had not seen; the encoder has seen none of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tqdm import tqdm

from inference.engines import EngineProvider
from inference.findings import Finding
from inference.signs import read_signs
from inference.steps.crops import CropPlan, crops_of
from inference.steps.deep_features import encode, encoder_of
from inference.steps.drawn import DrawnStep
from inference.steps.signs import SignsStep
from training.cohort.split import read_split
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort, read_cohort
from training.console import say
from training.errors import BadInput
from training.features.cases import finder
from training.learners.learner import Effort
from training.learners.sign_heads import SignHead, heads_graph, learn_heads
from training.options import add_cohort, add_seed, add_work, path_of
from training.statistics.discrimination import delong
from training.workspace import Workspace, write_bytes, write_json

CALLS = {
    "blend": "blend_sign",
    "black-hole": "black_hole",
    "swirl": "swirl_sign",
    "island": "island_sign",
    "irregular": "irregular_shape",
    "heterogeneous": "heterogeneous",
}
"""By sign: the predictor of the cohort that says ``yes`` or ``no``."""
CROPS = CropPlan(96, 0.9, (-2.0, -1.0, 0.0, 1.0, 2.0), ((0.0, 80.0), (-10.0, 45.0), (35.0, 95.0)))
"""The largest section and the ones 1 and 2 mm above and below it, 86 mm wide: brain, oedema and plasma, clot."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Patients whose lesion was looked at: features (n, features), and what the rules say by sign."""

    cases: tuple[Case, ...]
    features: np.ndarray
    by_rule: Mapping[str, tuple[bool | None, ...]]

    def called(self, sign: str) -> np.ndarray:
        """1 where a reader called it, 0 where not, NaN where nobody said; shape (n,)."""
        said = {"yes": 1.0, "no": 0.0}
        return np.array([said.get(str(case.answers.get(CALLS[sign])), np.nan) for case in self.cases])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument(
        "--encoder", type=path_of, required=True, metavar="FILE.onnx", help="from five crops to features"
    )


def run(options: argparse.Namespace) -> int:
    """Write ``signs/network.onnx``, and ``signs/network.json`` with its figures and the step that a pack states."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    step = next((step for step in cohort.recipe.features if isinstance(step, SignsStep)), None)
    if step is None:
        raise BadInput(
            f"{cohort.recipe.id}: no signs are read in this recipe; there is nothing to put a network beside"
        )
    split = read_split(work, cohort)
    looked = look(cohort, step, [c for c in cohort.cases if split.get(c.id) == "train"], options.encoder, options.quiet)
    calls = {rule.id: looked.called(rule.id) for rule in step.signs}
    patients = {name: n for n, name in enumerate(sorted({case.patient for case in looked.cases}))}
    groups = np.array([patients[case.patient] for case in looked.cases])
    heads = learn_heads(looked.features, calls, groups, Effort(repeats=1), np.random.default_rng([options.seed, 21]))
    if not heads:
        raise BadInput(f"{options.cohort}: too few readers' calls in {', '.join(CALLS.values())}")
    folder = work.folder / "signs"
    write_bytes(folder / "network.onnx", heads_graph(heads))
    figures = {head.sign: judge(head, looked) for head in heads}
    about = {"encoder": options.encoder.name, "patients": len(looked.cases), "features": looked.features.shape[1]}
    write_json(folder / "network.json", {**about, "signs": figures, "step": step_of(step, heads)})
    for sign, own in figures.items():
        say(f"{sign}: {own}")
    return 0


def look(cohort: Cohort, step: SignsStep, cases: Sequence[Case], encoder: Path, quiet: bool) -> Looked:
    """Features and rules of every patient whose lesion was drawn."""
    engines = EngineProvider("onnxruntime:CPU")
    model = engines.load(encoder.read_bytes(), encoder.name, encoder_of(CROPS))
    source = cohort.recipe.source(step.segment)
    if not isinstance(source, DrawnStep):
        raise BadInput(f"{cohort.recipe.id}: a network of signs is learnt from drawn structures alone")
    find = finder(cohort, Workspace(Path()), engines, source)
    kept, rows, rules = [], [], []
    for case in tqdm(cases, desc="signs", disable=quiet):
        volume = load_study(case.study, cohort.recipe)[1].volume
        found = find(case, volume)
        if isinstance(found, Finding):
            continue
        number = found.structures.index(step.structure)
        crops = crops_of(volume, found, number, CROPS)
        if crops is None:
            continue
        kept.append(case)
        rows.append(encode(model, crops))
        rules.append(read_signs(volume.hu, found.labels == number + 1, volume.grid.spacing_mm))
    engines.close()
    by_rule = {rule.id: tuple(own[rule.id].seen for own in rules) for rule in step.signs}
    return Looked(tuple(kept), np.stack(rows) if rows else np.zeros((0, 1)), by_rule)


def judge(head: SignHead, looked: Looked) -> dict[str, object]:
    """How network and rule agree with the readers, and how often they differ; of left-out patients."""
    called = looked.called(head.sign)[head.rows] == 1
    rule = [seen for seen, row in zip(looked.by_rule[head.sign], head.rows) if row]
    told = np.array([seen is not None for seen in rule])
    by_rule = np.array([bool(seen) for seen in rule])
    network = head.left_out >= head.seen_from
    differ = told & (network != by_rule)
    area = delong(called, head.left_out)
    return {
        "called": int(called.sum()),
        "of": len(called),
        "auc": [round(float(value), 3) for value in (area.value, area.low, area.high)],
        "network": agreement(called, network),
        "rule": agreement(called[told], by_rule[told]),
        "differ": int(differ.sum()),
        "differ_network_as_called": int((differ & (network == called)).sum()),
    }


def agreement(called: np.ndarray, seen: np.ndarray) -> dict[str, float | None]:
    """Shares of what readers called, and of what they did not, that is told alike; None of nobody."""
    shares = {"sensitivity": seen[called], "specificity": ~seen[~called]}
    return {name: round(float(alike.mean()), 3) if len(alike) else None for name, alike in shares.items()}


def step_of(rules: SignsStep, heads: Sequence[SignHead]) -> dict[str, object]:
    """What a pack states of the network, behind a ``deep-features`` step ``deep`` with the same encoder and crops."""
    return {
        "kind": "sign-network",
        "id": "network",
        "features": "deep",
        "structure": rules.structure,
        "model": "models/signs.onnx",
        "signs": [head.sign for head in heads],
        "seen_from": [round(head.seen_from, 4) for head in heads],
    }
