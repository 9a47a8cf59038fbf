"""Table ``hosmer-lemeshow``: the test that papers print, with the reason why the calibration curve says more."""

from __future__ import annotations

import math

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.cells import heads_of, noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import FitTest
from training.evaluation.inputs import Sample
from training.evaluation.results import SAMPLES
from training.evaluation.wording import NONE, number_text, p_text
from training.recipes.evaluation import HosmerLemeshowPlan
from training.statistics.fewest import enough
from training.statistics.goodness import hosmer_lemeshow


def compute(plan: HosmerLemeshowPlan, material: Material) -> tuple[FitTest, ...]:
    """Each model in each sample at the event rate that it was trained at."""
    samples = [material.samples[name] for name in SAMPLES if name in material.samples]
    tests = [_test(sample.known(model), model, plan.groups) for sample in samples for model in material.recipe.names]
    return tuple(test for test in tests if test.n)


def _test(sample: Sample, model: str, groups: int) -> FitTest:
    outcome = sample.outcome
    counted = FitTest(model, sample.id, len(outcome), int(outcome.sum()), 0)
    if not enough(outcome):
        return counted
    found = hosmer_lemeshow(outcome, sample.scores[model], groups, fitted=sample.id == "apparent")
    if math.isnan(found.p):
        return counted
    figures = (found.groups, found.statistic, found.freedom, found.p, found.least_expected)
    return FitTest(model, sample.id, counted.n, counted.events, *figures)


def blocks(plan: HosmerLemeshowPlan, rows: tuple[FitTest, ...], setting: Setting) -> list[Block]:
    """One table, by sample."""
    words, groups = setting.words, set()
    lines: list[tuple[str, ...]] = []
    for sample in dict.fromkeys(row.sample for row in rows):
        own = [row for row in rows if row.sample == sample]
        groups.add(len(lines))
        lines.append((words.sample_with_n(sample, own[0].n, own[0].events), *[""] * 5))
        for row in own:
            cells = (NONE, NONE, NONE, NONE)
            if row.statistic is not None:
                least = number_text(row.least_expected, 1)
                cells = (number_text(row.statistic, 2), str(row.freedom), str(row.groups), least)
            p = p_text(row.p) if row.p is not None else words.missing(row.n, row.events)
            lines.append((f"  {words.model(row.model)}", *cells, p))
    heads = heads_of(words, ("model", "chi-square", "freedom", "groups", "least-expected", "p"))
    note = noted(words("note.hosmer-lemeshow"), lines, words)
    return [Table(words("table.hosmer-lemeshow"), heads, tuple(lines), note, groups=frozenset(groups))]


REFERENCES = ("Hosmer, Lemeshow. Commun Stat Theory Methods 1980;9:1043",)
KIND = AskedKind("calibration", compute, blocks, REFERENCES)
