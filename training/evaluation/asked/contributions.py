"""Table and figure ``contributions``: what moved the log-odds of the test patients, as summaries of SHAP values do."""

from __future__ import annotations

import numpy as np

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.attributing import attributed
from training.evaluation.cells import heads_of
from training.evaluation.document import Block, Table
from training.evaluation.facts import Contributions
from training.evaluation.facts_asked import Explained
from training.evaluation.inputs import Sample
from training.evaluation.locked import answers_of
from training.evaluation.shipped import places
from training.evaluation.wording import Words, number_text
from training.learners.design import Answers
from training.recipes.evaluation import ContributionsPlan


def compute(plan: ContributionsPlan, material: Material) -> tuple[Explained, ...]:
    """Each model, in the cases that it was not fitted to; where there are none, in those that it was."""
    sample = material.tests or material.samples.get("train")
    if sample is None:
        return ()
    names = plan.models or (material.locked.shipped,)
    found = [_explained(name, sample, material) for name in names]
    return tuple(one for one in found if one is not None)


def _explained(name: str, sample: Sample, material: Material) -> Explained | None:
    locked = material.locked.models[name]
    training = _answers(material.samples["train"], locked.predictors) if "train" in material.samples else []
    given = _answers(sample, locked.predictors)
    told = np.array([locked.log_odds(answers) is not None for answers in given], bool)
    patients = [answers for answers, there in zip(given, told) if there]
    found = attributed(locked, patients, training or patients) if patients and locked.predictors else None
    if found is None:
        return None
    method, amounts = found
    contributions = [
        Contributions(
            predictor,
            tuple(map(float, added)),
            places([answers[predictor] for answers in patients], material.predictors.get(predictor)),
        )
        for predictor, added in amounts.items()
    ]
    ordered = sorted(contributions, key=lambda one: -one.mean_size)
    return Explained(name, sample.id, method, len(patients), int((~told).sum()), tuple(ordered))


def _answers(sample: Sample, predictors: tuple[str, ...]) -> list[Answers]:
    columns = {name: answers_of(sample, name) for name in predictors}
    return [{name: values[n] for name, values in columns.items()} for n in range(len(sample.cases))]


def blocks(plan: ContributionsPlan, rows: tuple[Explained, ...], setting: Setting) -> list[Block]:
    """For each model the figure, and below it the table."""
    words = setting.words
    found: list[Block] = []
    for row in rows:
        picture = setting.pictures.get(figure_name(row))
        found += [picture] if picture is not None else []
        lines = [
            (
                words.predictor(one.predictor),
                number_text(one.mean_size, 2),
                f"{number_text(min(one.log_odds), 2)} / {number_text(max(one.log_odds), 2)}",
            )
            for one in row.contributions
        ]
        note = words(f"note.contributions-{row.method}")
        title = words("table.contributions", model=words.noun(row.model))
        found.append(Table(title, heads_of(words, ("predictor", "mean-size", "ends")), tuple(lines), note))
    return found


def figure_name(row: Explained) -> str:
    """Name of the figure of a model."""
    return f"explained-{row.model}"


def caption(row: Explained, words: Words) -> str:
    """What the figure shows, and of whom."""
    text = words("figure.explained", model=words.noun(row.model), sample=words.group(row.sample), n=row.n)
    if row.sample == "train":
        text += words.between + words("figure.explained-seen")
    if row.left_out:
        text += words.between + words("figure.explained-left-out", count=row.left_out)
    return text + words.between + words(f"note.contributions-{row.method}")


REFERENCES = (
    "Lundberg et al. Nat Mach Intell 2020;2:56",
    "Strumbelj, Kononenko. Knowl Inf Syst 2014;41:647",
)
KIND = AskedKind("model", compute, blocks, REFERENCES)
