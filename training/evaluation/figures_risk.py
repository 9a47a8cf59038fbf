"""Figures of risk: calibration before and after the shift to the site's prevalence, and decision curves."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from training.evaluation.results import TESTED, Calibration, DecisionCurve, Results
from training.evaluation.style import FAINT, INK, QUIET, SHIPPED, looks_of, quiet_grid
from training.evaluation.thresholds import COMMON, columns_of, is_linear, per
from training.evaluation.wording import Words, interval_text, percent

TICKS = (1, 4, 16)
"""Times the event rate."""


def calibration(figure: Figure, results: Results, words: Words) -> None:
    """Shipped model: above at the training prevalence, below shifted and reweighted to the site's."""
    samples = calibrated(results)
    panels = figure.subplots(2, len(samples), squeeze=False)
    for line, at_site in zip(panels, (False, True)):
        for axes, sample in zip(line, samples):
            _calibration_panel(axes, _find(results, sample, at_site), words)
        line[0].set_ylabel(words("axis.observed"))


def calibrated(results: Results) -> list[str]:
    """Samples in which the shipped model has a calibration curve at both event rates."""
    return [s for s in TESTED if all(_find(results, s, at_site) for at_site in (False, True))]


def _find(results: Results, sample: str, at_site: bool) -> Calibration | None:
    wanted = (results.shipped, sample, at_site)
    return next((c for c in results.calibration if (c.model, c.sample, c.at_site) == wanted and c.curve), None)


def _calibration_panel(axes: Axes, found: Calibration, words: Words) -> None:
    curve = np.array(found.curve)
    bottom, ticks = 0.0, np.array([0, 0.5, 1])
    if found.at_site and found.prevalence < COMMON:
        # Nearly all risks are far below 1 %: on a linear axis the few highest would be all there is to see.
        bottom = 10.0 ** np.floor(np.log10(found.prevalence / 100))
        ticks = bottom * 100.0 ** np.arange(1 - np.log10(bottom) / 2)
        curve = np.maximum(curve[curve[:, 0] >= bottom], bottom)
        axes.set(xscale="log", yscale="log")
    predicted, observed, low, high = curve.T
    axes.plot([bottom, 1], [bottom, 1], color=QUIET, linewidth=0.7, linestyle=":")
    axes.fill_between(predicted, low, high, color=SHIPPED.colour, alpha=0.15, linewidth=0)
    axes.plot(predicted, observed, color=SHIPPED.colour)
    for group in found.groups:
        interval = group.observed
        axes.plot([group.predicted] * 2, [interval.low, interval.high], color=INK, linewidth=0.7)
        axes.plot(group.predicted, interval.value, "o", color=INK, markersize=3, clip_on=False)
    axes.set(xlim=(bottom, 1), ylim=(bottom, 1), aspect="equal")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(FixedLocator(ticks))
        axis.set_major_formatter(FuncFormatter(lambda value, _: percent(value)))
        axis.set_minor_locator(NullLocator())
    where = words("label.at-prevalence", prevalence=percent(found.prevalence))
    axes.set_title(f"{words.sample_over_n(found.sample, found.n, found.events)}, {where}", fontsize=7, linespacing=1.5)
    figures = [
        f"{words(f'label.{name}')} {interval_text(interval, 2)}"
        for name, interval in (("slope", found.slope), ("intercept", found.intercept))
        if interval is not None
    ]
    axes.set_xlabel("\n".join([words("axis.predicted"), *figures]), fontsize=7, linespacing=1.5)


def decision(figure: Figure, results: Results, words: Words) -> None:
    """Net benefit against the risk from which a patient would be treated as high risk."""
    samples = [s for s in TESTED if any(d.sample == s for d in results.decisions)]
    panels = figure.subplots(1, len(samples), sharey=True, squeeze=False)[0]
    for axes, sample in zip(panels, samples):
        curves = {d.model: d for d in results.decisions if d.sample == sample}
        _decision_panel(axes, curves, results, words)
    panels[0].set_ylabel(words("axis.net-benefit", count=f"{per(results.decisions[0].thresholds):,}"))


def _decision_panel(axes: Axes, curves: dict[str, DecisionCurve], results: Results, words: Words) -> None:
    looks = looks_of(results.models, results.shipped)
    any_curve = curves.get(results.shipped) or next(iter(curves.values()))
    prevalence, thresholds = any_curve.prevalence, any_curve.thresholds
    count = per(thresholds)
    bottom, top = -0.25 * count * prevalence, 1.4 * count * prevalence
    axes.axhline(0, color=QUIET, linewidth=0.8)
    # Cut by hand: not every reader of an SVG cuts a curve off at the frame.
    everyone = np.array([value if value >= bottom / count else np.nan for value in any_curve.treat_all])
    axes.plot(any_curve.thresholds, count * everyone, color=QUIET, linewidth=1, linestyle="--")
    for model in results.models:
        if model not in curves:
            continue
        curve = curves[model]
        if model == results.shipped:
            low, high = (
                np.clip([count * getattr(b, end) for b in curve.benefit], bottom, top) for end in ("low", "high")
            )
            axes.fill_between(curve.thresholds, low, high, color=looks[model].colour, alpha=0.13, linewidth=0)
        values = np.array([count * b.value if count * b.value >= bottom else np.nan for b in curve.benefit])
        axes.plot(curve.thresholds, values, color=looks[model].colour, linestyle=looks[model].dashes)
    if thresholds[0] <= prevalence <= thresholds[-1]:
        axes.axvline(prevalence, color=FAINT, linewidth=0.8)
    linear = is_linear(thresholds)
    marks = [prevalence * factor for factor in TICKS]
    if linear or not thresholds[0] < marks[1] < thresholds[-1]:
        marks = [thresholds[n] for n in columns_of(thresholds, prevalence)]
    axes.set_xscale("linear" if linear else "log")
    axes.xaxis.set_major_locator(FixedLocator(marks))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: percent(value)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set(ylim=(bottom, top), xlabel=words("axis.threshold-linear" if linear else "axis.threshold"))
    axes.set_title(words.sample_over_n(any_curve.sample, any_curve.n, any_curve.events), fontsize=7.5, linespacing=1.5)
    labels = [(words.model(m), looks[m].colour) for m in reversed(results.models) if m in curves]
    for line, (text, colour) in enumerate([*labels, (words("label.treat-all"), QUIET)]):
        place = (0.98, 0.98 - 0.075 * line)
        style = {"color": colour, "fontsize": 7, "fontweight": "bold"}
        axes.text(*place, text, transform=axes.transAxes, ha="right", va="top", **style)
    quiet_grid(axes, "y")
