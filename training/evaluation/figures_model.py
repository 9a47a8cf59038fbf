"""Figures of the shipped model itself: its nomogram and what each predictor adds for each patient."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from inference.risk.logistic import expit, logit
from inference.risk.nomogram import Nomogram, NomogramRow
from training.evaluation.facts import Contributions
from training.evaluation.facts_asked import Explained
from training.evaluation.results import Results
from training.evaluation.style import FAINT, INK, QUIET, SHIPPED
from training.evaluation.wording import Words, number_text, percent

MAP = colormaps["viridis"]
"""Readable with any kind of colour vision."""
NARROW = 14
"""A scale shorter than this many points has room for its two ends only."""
SITE_RISKS = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9)
LOW, HIGH = 0.08, 0.92
"""Part of the map that is used: its ends are hard to see on white."""
DOT = 2.6
MOST_LOG_ODDS = np.log(10_000)
"""Beyond it nobody reads what the odds are multiplied by."""
MOST_ROWS = 20
"""Predictors that a figure of contributions has room for; the table beside it has all."""


def nomogram(figure: Figure, results: Results, words: Words) -> None:
    """Points of each answer, their total, and the risk that the total stands for at the site."""
    drawn = results.model.nomogram
    axes = figure.subplots()
    rows = len(drawn.rows)
    _ruler(axes, 0, np.arange(0, 101, 10), [f"{v}" for v in range(0, 101, 10)], words("nomogram.points"), bold=True)
    for place, row in enumerate(drawn.rows, start=1):
        _predictor_scale(axes, place, row, words)
    most = sum(max(row.points) for row in drawn.rows)
    step = next(s for s in (10, 20, 25, 50, 100) if most / s <= 12)
    totals = np.arange(0, most + 1e-9, step)
    at = 100 / most
    _ruler(axes, rows + 1.3, totals * at, [f"{v:.0f}" for v in totals], words("nomogram.total"), bold=True)
    points, labels = _risk_marks(drawn, most, results)
    _ruler(
        axes,
        rows + 2.3,
        points * at,
        labels,
        words("nomogram.risk", prevalence=percent(results.site_prevalence)),
        bold=True,
    )
    axes.set(xlim=(-1, 101), ylim=(rows + 2.9, -0.7))
    axes.axis("off")


def _predictor_scale(axes: Axes, place: float, row: NomogramRow, words: Words) -> None:
    marks = sorted(zip(row.points, row.answers), key=lambda mark: mark[0])
    if marks[-1][0] < NARROW and len(marks) > 2:
        marks = [marks[0], marks[-1]]
    points = np.array([point for point, _ in marks])
    answers = [words.answer(row.predictor, answer) for _, answer in marks]
    _ruler(axes, place, points, answers, words.predictor(row.predictor))


def _ruler(axes: Axes, place: float, points: np.ndarray, labels: list[str], title: str, bold: bool = False) -> None:
    """One line with ticks; a label that would touch the one before it stands below the line."""
    axes.plot([points.min(), points.max()], [place, place], color=INK, linewidth=0.7, solid_capstyle="butt")
    axes.annotate(
        title,
        (0, place),
        xycoords=("axes fraction", "data"),
        xytext=(-8, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=7.5,
        fontweight="bold" if bold else "normal",
    )
    end = -np.inf
    for point, label in sorted(zip(points, labels)):
        width = 1.0 * sum(2 if ord(c) > 0x2E80 else 1 for c in label) + 0.6
        below = point - width / 2 < end
        end = end if below else point + width / 2
        axes.plot([point, point], [place, place + (0.1 if below else -0.1)], color=INK, linewidth=0.7)
        height = place + (0.15 if below else -0.15)
        axes.text(point, height, label, ha="center", va="top" if below else "bottom", fontsize=6.5)


def _risk_marks(drawn: Nomogram, most: float, results: Results) -> tuple[np.ndarray, list[str]]:
    """Totals at round risks at the site, and those risks; the scale's own ends where no two round ones are in reach."""
    average = logit(results.site_prevalence)
    totals = [(logit(r) - average - drawn.log_odds_at_zero) / drawn.log_odds_per_point for r in SITE_RISKS]
    reached = [(total, percent(risk)) for total, risk in zip(totals, SITE_RISKS) if 0 <= total <= most]
    if len(reached) < 2:
        lowest = average + drawn.log_odds_at_zero
        reached = [(end, percent(expit(lowest + drawn.log_odds_per_point * end))) for end in (0.0, most)]
    return np.array([total for total, _ in reached]), [label for _, label in reached]


def contributions(figure: Figure, results: Results, words: Words) -> None:
    """One dot a training patient: how far an answer moves the log-odds from those of the mean patient."""
    _beeswarm(figure, results.model.contributions, words("axis.contribution"), words)


def explained(figure: Figure, row: Explained, words: Words) -> None:
    """The same for the cases of a sample and any model that can be explained."""
    _beeswarm(figure, row.contributions[:MOST_ROWS], words("axis.explained"), words)


def _beeswarm(figure: Figure, rows: Sequence[Contributions], label: str, words: Words) -> None:
    axes = figure.subplots()
    for place, row in enumerate(rows):
        _swarm(axes, place, row)
    axes.axvline(0, color=QUIET, linewidth=0.6)
    axes.set_yticks(range(len(rows)), [words.predictor(row.predictor) for row in rows])
    axes.set(ylim=(len(rows) - 0.4, -0.6), xlabel=label)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(FuncFormatter(_log_odds_tick))
    for place in range(len(rows)):
        axes.axhline(place, color=FAINT, linewidth=0.4, zorder=0)
    marks = [(words("label.low"), MAP(LOW), QUIET), (words("label.high"), MAP(HIGH), QUIET)]
    if any(value is None for row in rows for value in row.values):
        marks.append((words("label.unknown"), "white", INK))
    handles = [
        Line2D([], [], linestyle="", marker="o", markersize=4, color=fill, markeredgecolor=edge, label=text, mew=0.5)
        for text, fill, edge in marks
    ]
    axes.legend(handles=handles, loc="lower right", bbox_to_anchor=(1, 1), ncols=3, frameon=False, fontsize=7)


def _log_odds_tick(value: float, _: int) -> str:
    odds = np.exp(np.clip(value, -MOST_LOG_ODDS, MOST_LOG_ODDS))
    beyond = "" if abs(value) <= MOST_LOG_ODDS else "> " if value > 0 else "< "
    text = f"{odds:,.0f}" if odds >= 1000 else f"{odds:.1f}" if odds >= 0.95 else f"{odds:.1g}"
    return f"{number_text(value, 1)}\n{beyond}× {text}"


def _swarm(axes: Axes, place: float, row: Contributions) -> None:
    """Dots stacked where they would overlap, in the order of the patients, so that the picture is always the same."""
    log_odds = np.array(row.log_odds)
    bins = np.round(log_odds * 25).astype(int)
    counts: dict[int, int] = {}
    largest = max(np.bincount(bins - bins.min()).max(), 1)
    step = min(0.09, 0.8 / largest)
    heights = []
    for one in bins:
        n = counts[one] = counts.get(one, 0) + 1
        heights.append(place + (n // 2) * (1 if n % 2 else -1) * step)
    fills = ["white" if v is None else MAP(LOW + (HIGH - LOW) * v) for v in row.values]
    edges = [INK if v is None else fill for v, fill in zip(row.values, fills)]
    axes.scatter(log_odds, heights, s=DOT**2, c=fills, edgecolors=edges, linewidths=0.4)
    if not log_odds.any():
        axes.plot(0, place, "|", color=SHIPPED.colour)
