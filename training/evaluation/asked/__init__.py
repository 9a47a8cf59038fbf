"""Tables that a recipe asks for: one module a kind, listed here by the ``kind`` of its plan.

A further kind is a plan in :mod:`training.recipes.evaluation`, a row in :mod:`training.evaluation.facts_asked`, its
words in :mod:`training.evaluation.asked_texts`, and a module here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from training.evaluation.asked import (
    contributions,
    cut_off,
    hosmer_lemeshow,
    overlap,
    pairs,
    reader_comparison,
    spearman,
)
from training.evaluation.asked.kind import AskedKind, Setting
from training.evaluation.asked.material import Material
from training.evaluation.document import Block, Paragraph, Picture
from training.evaluation.facts_asked import Asked
from training.evaluation.results import Results
from training.evaluation.wording import Words
from training.learners.logistic import LockedLogistic
from training.recipes.evaluation import ContributionsPlan, TablePlan

__all__ = ["Material", "asked_blocks", "asked_references", "compute_asked"]

KINDS: Mapping[str, AskedKind] = {
    "overlap": overlap.KIND,
    "hosmer-lemeshow": hosmer_lemeshow.KIND,
    "pairs": pairs.KIND,
    "spearman": spearman.KIND,
    "cut-off": cut_off.KIND,
    "contributions": contributions.KIND,
    "reader-comparison": reader_comparison.KIND,
}


def compute_asked(material: Material) -> tuple[Asked, ...]:
    """Every table that the recipe asks for, in its order."""
    return tuple(Asked(plan, KINDS[plan.kind].compute(plan, material)) for plan in _plans(material))


def _plans(material: Material) -> tuple[TablePlan, ...]:
    """Those of the recipe; a learnt model is explained unasked, as a logistic one is by the report itself."""
    plans = material.recipe.evaluation.tables
    logistic = isinstance(material.locked.models[material.locked.shipped], LockedLogistic)
    explained = any(isinstance(plan, ContributionsPlan) for plan in plans)
    return plans if logistic or explained else (*plans, ContributionsPlan("contributions"))


def asked_blocks(results: Results, words: Words, pictures: Mapping[str, Picture]) -> Mapping[str, list[Block]]:
    """By section of the report: what stands at its end."""
    setting = Setting(results, words, pictures)
    blocks: dict[str, list[Block]] = defaultdict(list)
    for asked in results.asked:
        kind = KINDS[asked.plan.kind]
        if asked.rows:
            blocks[kind.section] += kind.blocks(asked.plan, asked.rows, setting)
        else:
            blocks[kind.section].append(Paragraph(words(f"nothing.{asked.plan.kind}")))
    return blocks


def asked_references(results: Results) -> tuple[str, ...]:
    """Of the methods of those that have rows."""
    kinds = dict.fromkeys(asked.plan.kind for asked in results.asked if asked.rows)
    return tuple(reference for kind in kinds for reference in KINDS[kind].references)
