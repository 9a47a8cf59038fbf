"""Table ``overlap``: Dice and IoU of what a network found, or another reader drew, and how often IoU is high."""

from __future__ import annotations

from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.cells import counted, heads_of, noted
from training.evaluation.document import Block, Table
from training.evaluation.facts_asked import Overlapping
from training.evaluation.wording import interval_text
from training.recipes.evaluation import OverlapPlan
from training.statistics.proportions import wilson


def compute(plan: OverlapPlan, material: Material) -> tuple[Overlapping, ...]:
    """Each structure in each sample that has masks, and between two readers."""
    measured = {(one.structure, one.sample, one.metric): one for one in material.overlaps}
    rows = []
    for (structure, sample, metric), iou in measured.items():
        dice = measured.get((structure, sample, "dice"))
        if metric != "iou" or dice is None:
            continue
        counts = [sum(value > limit for value in iou.values) for limit in plan.above]
        above = tuple((limit, count, wilson(count, iou.n)) for limit, count in zip(plan.above, counts))
        rows.append(Overlapping(structure, sample, iou.n, dice.mean, iou.mean, above))
    return tuple(rows)


def blocks(plan: OverlapPlan, rows: tuple[Overlapping, ...], setting: Setting) -> list[Block]:
    """One table."""
    words = setting.words
    few = words("note.too-few")
    lines = [
        (
            words.structure(row.structure),
            words.group(row.sample),
            str(row.n),
            *(few if one is None else interval_text(one) for one in (row.dice, row.iou)),
            *(counted(share, count, row.n) for _, count, share in row.above),
        )
        for row in rows
    ]
    heads = heads_of(words, ("structure", "sample", "n", "dice", "iou"))
    shares = [words("head.iou-above", limit=f"{limit:g}") for limit in plan.above]
    return [Table(words("table.overlap"), (*heads, *shares), tuple(lines), noted(words("note.overlap"), lines, words))]


KIND = AskedKind("overlap", compute, blocks)
