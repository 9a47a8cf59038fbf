"""Table ``reader-comparison``: a model beside readers of the same cases, each pair in the cases that both judged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.cells import noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import Beside, Compared
from training.evaluation.inputs import Sample
from training.evaluation.wording import NONE, Words, interval_text, p_text
from training.recipes.evaluation import Reader, ReadersPlan
from training.statistics.discrimination import delong, delong_test
from training.statistics.estimable import known
from training.statistics.fewest import enough
from training.statistics.paired import paired_shares
from training.statistics.samples import Interval


def compute(plan: ReadersPlan, material: Material) -> tuple[Beside, ...]:
    """Each model beside each reader, in every sample."""
    models = plan.models or (material.locked.shipped,)
    found = [
        _beside(sample, model, reader, material.locked.thresholds[model].youden)
        for sample in material.tested
        for model in models
        for reader in plan.readers
    ]
    return tuple(one for one in found if one.n)


def _beside(sample: Sample, model: str, reader: Reader, threshold: float) -> Beside:
    readings = np.array([case.readings.get(reader.column) for case in sample.cases], float)
    both = np.isfinite(readings) & np.isfinite(sample.scores[model])
    event, score, read = sample.outcome[both], sample.scores[model][both], readings[both]
    counted = Beside(sample.id, len(event), int(event.sum()), model, reader.column)
    if not enough(event):
        return counted
    positive, called = score >= threshold, read >= reader.least_positive
    return replace(
        counted,
        sensitivity=_shares(positive[event], called[event]),
        specificity=_shares(~positive[~event], ~called[~event]),
        auc=_areas(event, score, read),
    )


def _shares(model: np.ndarray, reader: np.ndarray) -> Compared:
    found = paired_shares(model, reader)
    return Compared(found.first, found.second, found.difference, found.p)


def _areas(event: np.ndarray, score: np.ndarray, read: np.ndarray) -> Compared | None:
    """Of a reading that does not vary there is no area to compare."""
    own, reader, test = delong(event, score), delong(event, read), delong_test(event, score, read)
    difference = known(Interval(test.difference, test.low, test.high))
    if np.ptp(read) == 0 or difference is None or known(own) is None or known(reader) is None:
        return None
    return Compared(own, reader, difference, test.p)


def blocks(plan: ReadersPlan, rows: tuple[Beside, ...], setting: Setting) -> list[Block]:
    """One table, by sample and model."""
    words, groups = setting.words, set()
    lines: list[tuple[str, ...]] = []
    named = {reader.column: reader for reader in plan.readers}
    for sample, model in dict.fromkeys((row.sample, row.model) for row in rows):
        groups.add(len(lines))
        lines.append((f"{words.sample(sample)}{words('label.colon')}{words.model(model)}", *[""] * 6))
        for row in (row for row in rows if (row.sample, row.model) == (sample, model)):
            lines += _lines(row, named[row.reader], words)
    heads = (
        words("head.reader"),
        words("head.sensitivity"),
        words("head.difference-p", test="McNemar"),
        words("head.specificity"),
        words("head.difference-p", test="McNemar"),
        words("head.auc"),
        words("head.difference-p", test="DeLong"),
    )
    binary = any(reader.binary for reader in plan.readers)
    note = words("note.reader-comparison") + (words.between + words("note.binary-reading") if binary else "")
    widths = (0.17, 0.12, 0.14, 0.12, 0.14, 0.14, 0.17)
    table = Table(
        words("table.reader-comparison"),
        heads,
        tuple(lines),
        noted(note, lines, words),
        groups=frozenset(groups),
        widths=widths,
    )
    return [table]


def _lines(row: Beside, reader: Reader, words: Words) -> list[tuple[str, ...]]:
    counts = f"n = {row.n}, {words.events(row.events)}"
    title = f"  {words.text(reader.title)}\n{counts}"
    if row.sensitivity is None:
        return [(title, words.missing(row.n, row.events), *[NONE] * 5)]
    pairs = [(row.sensitivity, 2), (row.specificity, 2), (row.auc, 3)]
    own, cells = [f"  {words('label.model-there')}"], [title]
    for pair, decimals in pairs:
        if pair is None:
            own += [NONE, ""]
            cells += [words("note.not-estimable"), NONE]
            continue
        own += [interval_text(pair.model, decimals), ""]
        cells.append(interval_text(pair.reader, decimals))
        cells.append(f"{interval_text(pair.difference, decimals)}\np {_equal(p_text(pair.p))}")
    return [tuple(cells), tuple(own)]


def _equal(p: str) -> str:
    return p if p.startswith("<") else f"= {p}"


REFERENCES = (
    "McNemar. Psychometrika 1947;12:153",
    "Newcombe. Stat Med 1998;17:2635",
)
KIND = AskedKind("reader-comparison", compute, blocks, REFERENCES)
