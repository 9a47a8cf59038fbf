"""Table ``spearman``: rank correlations between quantities that a recipe names."""

from __future__ import annotations

import itertools
import math

import numpy as np

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material, quantity
from training.evaluation.cells import heads_of, noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import Correlation
from training.evaluation.inputs import Sample
from training.evaluation.wording import interval_text, p_text
from training.recipes.evaluation import SpearmanPlan
from training.statistics.correlation import spearman
from training.statistics.estimable import known
from training.statistics.fewest import FEWEST


def compute(plan: SpearmanPlan, material: Material) -> tuple[Correlation, ...]:
    """Each with each after it, in every sample and in all cases together."""
    tested = material.tested
    samples = tested if len(tested) < 2 else [*tested, material.all]
    return tuple(_of(sample, *pair, material) for pair in itertools.combinations(plan.of, 2) for sample in samples)


def _of(sample: Sample, first: str, second: str, material: Material) -> Correlation:
    values = np.column_stack([quantity(sample, name, material.predictors) for name in (first, second)])
    values = values[np.isfinite(values).all(axis=1)]
    if len(values) < FEWEST:
        return Correlation(sample.id, first, second, len(values), None, None)
    found = spearman(*values.T)
    rho = known(found.rho)
    return Correlation(sample.id, first, second, len(values), rho, None if math.isnan(found.p) else found.p)


def blocks(plan: SpearmanPlan, rows: tuple[Correlation, ...], setting: Setting) -> list[Block]:
    """One table, by pair."""
    words, groups = setting.words, set()
    lines: list[tuple[str, ...]] = []
    for pair in dict.fromkeys((row.first, row.second) for row in rows):
        groups.add(len(lines))
        lines.append((words("label.pair", first=words.quantity(pair[0]), second=words.quantity(pair[1])), "", "", ""))
        for row in (row for row in rows if (row.first, row.second) == pair):
            few = words("note.too-few") if row.n < FEWEST else words("note.not-estimable")
            figures = (few if row.rho is None else interval_text(row.rho), p_text(row.p))
            lines.append((f"  {words.group(row.sample)}", str(row.n), *figures))
    heads = heads_of(words, ("sample", "n", "rho", "p"))
    note = noted(words("note.spearman"), lines, words)
    return [Table(words("table.spearman"), heads, tuple(lines), note, groups=frozenset(groups))]


REFERENCES = ("Bonett, Wright. Psychometrika 2000;65:23",)
KIND = AskedKind("patients", compute, blocks, REFERENCES)
