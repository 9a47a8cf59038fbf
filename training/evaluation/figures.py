"""All figures of the report: which there are, how high they are, and whether there is anything to draw."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure

from training.evaluation import figures_model, figures_performance, figures_risk
from training.evaluation.asked import contributions
from training.evaluation.document import Picture
from training.evaluation.facts_asked import Explained
from training.evaluation.results import TESTED, Results
from training.evaluation.style import draw
from training.evaluation.thresholds import per
from training.evaluation.wording import Words
from training.statistics.fewest import FEWEST


@dataclass(frozen=True, slots=True)
class Plan:
    """One figure.

    Attributes
    ----------
    height_mm
        By what there is to show.
    wanted
        Whether there is anything to show.
    """

    name: str
    fill: Callable[[Figure, Results, Words], None]
    height_mm: Callable[[Results], float]
    wanted: Callable[[Results], bool]


def _forest_height(results: Results) -> float:
    ours = sum(p.auc is not None and p.sample in TESTED for p in results.performance)
    return 16 + 4.6 * (ours + len(results.published) + 1.4 * len(TESTED))


def _subgroup_rows(results: Results) -> int:
    return len({(g.factor, g.level.en) for g in results.subgroups})


PLANS = (
    Plan("roc", figures_performance.roc, lambda _: 80, lambda r: any(p.roc for p in r.performance)),
    Plan("auc", figures_performance.forest, _forest_height, lambda r: any(p.auc for p in r.performance)),
    Plan("calibration", figures_risk.calibration, lambda _: 132, lambda r: bool(figures_risk.calibrated(r))),
    Plan("decision", figures_risk.decision, lambda _: 72, lambda r: bool(r.decisions)),
    Plan(
        "nomogram",
        figures_model.nomogram,
        lambda r: 9.0 * (len(r.model.nomogram.rows) + 4),
        lambda r: r.model is not None and r.model.nomogram is not None,
    ),
    Plan(
        "contributions",
        figures_model.contributions,
        lambda r: 24 + 9.0 * len(r.model.contributions),
        lambda r: r.model is not None and bool(r.model.contributions),
    ),
    Plan(
        "subgroups",
        figures_performance.subgroups,
        lambda r: 16 + 5.5 * _subgroup_rows(r),
        lambda r: any(g.auc for g in r.subgroups),
    ),
    Plan(
        "learning",
        figures_performance.learning,
        lambda _: 62,
        lambda r: r.model is not None and bool(r.model.learning),
    ),
    Plan(
        "vessels",
        figures_performance.vessels,
        lambda r: 18 + 8.5 * sum(v.metric == "dice" for v in r.vessels),
        lambda r: any(v.metric == "dice" for v in r.vessels),
    ),
)


def caption_of(name: str, results: Results, words: Words) -> str:
    """What a figure shows."""
    count = per(results.decisions[0].thresholds) if results.decisions else 100
    return words(f"figure.{name}", fewest=FEWEST, per=words(f"label.per-{count}"))


def draw_all(results: Results, words: Words, folder: Path) -> dict[str, Picture]:
    """Draw what there is to show; by name, in the order of the report.

    The files are ``NAME-LANGUAGE.svg`` and ``.png``.
    """
    pictures = {}

    def add(name: str, height_mm: float, fill: Callable[[Figure], None], caption: str) -> None:
        drawn = draw(folder / f"{name}-{words.language}", height_mm, fill)
        pictures[name] = Picture(drawn.svg, caption, drawn.width_mm, drawn.height_mm)

    for plan in PLANS:
        if plan.wanted(results):
            fill = functools.partial(plan.fill, results=results, words=words)
            add(plan.name, plan.height_mm(results), fill, caption_of(plan.name, results, words))
    for row in (row for asked in results.asked for row in asked.rows if isinstance(row, Explained)):
        fill = functools.partial(figures_model.explained, row=row, words=words)
        height = 24 + 9.0 * min(len(row.contributions), figures_model.MOST_ROWS)
        add(contributions.figure_name(row), height, fill, contributions.caption(row, words))
    return pictures
