"""Table ``cut-off``: what a published cut-off finds and misses here, as it stands."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

import numpy as np

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material, quantity
from training.evaluation.cells import counted, heads_of, noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import CutOff
from training.evaluation.inputs import Sample
from training.evaluation.performance import predictive_intervals
from training.evaluation.wording import Words, percent
from training.recipes.evaluation import CutOffPlan
from training.statistics.discrimination import classification
from training.statistics.estimable import known
from training.statistics.fewest import enough
from training.statistics.proportions import wilson

SIDES: Mapping[str, tuple[str, Callable[[np.ndarray, float], np.ndarray]]] = {
    "at-or-above": ("≥", operator.ge),
    "above": (">", operator.gt),
    "at-or-below": ("≤", operator.le),
    "below": ("<", operator.lt),
}
"""By side that is positive: its sign, and which values lie there."""


def compute(plan: CutOffPlan, material: Material) -> tuple[CutOff, ...]:
    """In every sample, and in all cases together."""
    tested = material.tested
    samples = tested if len(tested) < 2 else [*tested, material.all]
    return tuple(row for row in (_of(sample, plan, material) for sample in samples) if row is not None)


def _of(sample: Sample, plan: CutOffPlan, material: Material) -> CutOff | None:
    values = quantity(sample, plan.of, material.predictors)
    there = np.isfinite(values)
    if not there.any():
        return None
    outcome = sample.outcome[there]
    counts = classification(outcome, SIDES[plan.positive][1](values[there], plan.at).astype(float), 0.5)
    at_site = predictive_intervals(counts, material.site)
    return CutOff(
        sample=sample.id,
        n=len(outcome),
        events=int(outcome.sum()),
        unknown=int((~there).sum()),
        true_positives=counts.tp,
        false_positives=counts.fp,
        true_negatives=counts.tn,
        false_negatives=counts.fn,
        sensitivity=known(counts.sensitivity),
        specificity=known(counts.specificity),
        ppv=known(wilson(counts.tp, counts.tp + counts.fp)),
        npv=known(wilson(counts.tn, counts.tn + counts.fn)),
        site_ppv=known(at_site[0]) if enough(outcome) else None,
        site_npv=known(at_site[1]) if enough(outcome) else None,
    )


def blocks(plan: CutOffPlan, rows: tuple[CutOff, ...], setting: Setting) -> list[Block]:
    """One table for each cut-off."""
    words = setting.words
    rule = f"{words.quantity(plan.of, unit=False)} {SIDES[plan.positive][0]} {plan.at:g}{words.unit_of(plan.of)}"
    rate = percent(setting.results.site_prevalence)
    heads = (
        *heads_of(words, ("sample", "sensitivity", "specificity", "ppv-here", "npv-here")),
        words("head.ppv", prevalence=rate),
        words("head.npv", prevalence=rate),
    )
    lines = [_line(row, words) for row in rows]
    note = words("note.cut-off", source=words.text(plan.source))
    unknown = rows[-1].unknown
    if unknown:
        note += words.between + words("note.cut-off-unknown", count=unknown)
    widths = (0.16, 0.145, 0.145, 0.145, 0.145, 0.13, 0.13)
    return [Table(words("table.cut-off", rule=rule), heads, tuple(lines), noted(note, lines, words), widths=widths)]


def _line(row: CutOff, words: Words) -> tuple[str, ...]:
    positive, negative = row.true_positives + row.false_positives, row.true_negatives + row.false_negatives
    return (
        f"{words.group(row.sample)}\nn = {row.n}, {words.events(row.events)}",
        counted(row.sensitivity, row.true_positives, row.events),
        counted(row.specificity, row.true_negatives, row.n - row.events),
        counted(row.ppv, row.true_positives, positive),
        counted(row.npv, row.true_negatives, negative),
        *(words.told_percent(value, row.n, row.events) for value in (row.site_ppv, row.site_npv)),
    )


KIND = AskedKind("threshold", compute, blocks)
