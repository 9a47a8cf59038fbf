"""Table ``pairs``: DeLong's test of every pair of models, also as one of several tests."""

from __future__ import annotations

import math
from dataclasses import replace

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.cells import heads_of, noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import PairTest
from training.evaluation.inputs import Sample
from training.evaluation.wording import NONE, interval_text, number_text, p_text
from training.recipes.evaluation import PairsPlan
from training.statistics.discrimination import delong_test
from training.statistics.estimable import known
from training.statistics.fewest import enough
from training.statistics.paired import holm
from training.statistics.samples import Interval


def compute(plan: PairsPlan, material: Material) -> tuple[PairTest, ...]:
    """Every pair in each sample, in the cases that both models predicted."""
    rows: list[PairTest] = []
    for sample in material.tested:
        own = [_test(sample.known(*pair), *pair) for pair in material.recipe.pairs]
        together = holm([math.nan if test.p is None else test.p for test in own])
        rows += [replace(test, together=None if test.p is None else p) for test, p in zip(own, together)]
    return tuple(row for row in rows if row.n)


def _test(sample: Sample, model: str, other: str) -> PairTest:
    counted = PairTest(sample.id, len(sample.cases), int(sample.outcome.sum()), model, other)
    if not enough(sample.outcome):
        return counted
    found = delong_test(sample.outcome, sample.scores[model], sample.scores[other])
    difference = known(Interval(found.difference, found.low, found.high))
    return counted if difference is None else replace(counted, difference=difference, z=found.z, p=found.p)


def blocks(plan: PairsPlan, rows: tuple[PairTest, ...], setting: Setting) -> list[Block]:
    """One table, by sample."""
    words, groups = setting.words, set()
    lines: list[tuple[str, ...]] = []
    for sample in dict.fromkeys(row.sample for row in rows):
        groups.add(len(lines))
        lines.append((words.sample(sample), *[""] * 5))
        for row in (row for row in rows if row.sample == sample):
            versus = words("label.versus", model=words.model(row.model), other=words.model(row.other))
            cells = (words.missing(row.n, row.events), NONE, NONE, NONE)
            if row.difference is not None:
                figures = (number_text(row.z, 2), p_text(row.p), p_text(row.together))
                cells = (interval_text(row.difference), *figures)
            lines.append((f"  {versus}", f"{row.n} / {row.events}", *cells))
    counts = f"n / {words('head.events')}"
    heads = (words("head.comparison"), counts, *heads_of(words, ("difference", "z", "p", "p-together")))
    note = noted(words("note.pairs"), lines, words)
    return [Table(words("table.comparisons"), heads, tuple(lines), note, groups=frozenset(groups))]


REFERENCES = ("Holm. Scand J Stat 1979;6:65",)
KIND = AskedKind("discrimination", compute, blocks, REFERENCES)
