"""Figures of discrimination: ROC curves, areas beside the published ones, subgroups, number of patients."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from training.evaluation.results import TESTED, Results
from training.evaluation.style import FAINT, INK, QUIET, SHIPPED, looks_of, quiet_grid
from training.evaluation.wording import Words, interval_text
from training.statistics.samples import Interval


def roc(figure: Figure, results: Results, words: Words) -> None:
    """One panel a sample; the mark on a curve is its locked threshold."""
    samples = [sample for sample in TESTED if any(p.roc for p in results.performance if p.sample == sample)]
    looks = looks_of(results.models, results.shipped)
    panels, keys = figure.subplots(2, len(samples), squeeze=False, height_ratios=(5.5, 1))
    for axes, key, sample in zip(panels, keys, samples):
        axes.plot([0, 1], [0, 1], color=FAINT, linewidth=0.8)
        shown = [p for m in results.models if (p := results.performance_of(m, sample)) is not None and p.roc]
        for line, found in enumerate(reversed(shown)):
            look = looks[found.model]
            axes.plot(*zip(*found.roc), color=look.colour, linestyle=look.dashes, drawstyle="steps-post")
            chosen = results.classified_of(found.model, sample)
            place = (1 - chosen.specificity.value, chosen.sensitivity.value)
            axes.plot(*place, look.marker, color=look.colour, markersize=5, markeredgecolor="white")
            # Below the panel, where no curve can run through it.
            label = f"{words.model(found.model)} {interval_text(found.auc)}"
            key.text(0.5, 0.85 - 0.33 * line, label, color=look.colour, fontsize=7, fontweight="bold", ha="center")
        key.axis("off")
        axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal", xlabel=words("axis.fpr"))
        axes.set_title(words.sample_over_n(sample, shown[0].n, shown[0].events), fontsize=7.5, linespacing=1.5)
        axes.set_xticks([0, 0.5, 1])
    panels[0].set_ylabel(words("axis.tpr"))


def forest(figure: Figure, results: Results, words: Words) -> None:
    """Areas with intervals, ours filled, those of the publications hollow."""
    axes = figure.subplots()
    labels: list[tuple[float, str]] = []
    place, lowest = 0.0, 0.5
    for sample in TESTED:
        rows = _forest_rows(results, words, sample)
        if not rows:
            continue
        labels.append((place, words.sample(sample)))
        for text, interval, value, colour, hollow in rows:
            place += 1
            _whisker(axes, place, interval, value, colour, hollow)
            labels.append((place, text))
            lowest = min(lowest, value if interval is None else interval.low)
        place += 1.4
    axes.set_yticks([p for p, _ in labels], [text for _, text in labels], fontsize=7)
    for label in axes.get_yticklabels():
        if label.get_text() in map(words.sample, TESTED):
            label.set_fontweight("bold")
    axes.set(ylim=(place - 0.7, -0.7), xlim=(lowest - 0.03, 1.0), xlabel=words("axis.auc"))
    axes.axvline(0.5, color=QUIET, linewidth=0.6, linestyle=":")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    quiet_grid(axes, "x")


def _forest_rows(results: Results, words: Words, sample: str) -> list[tuple[str, Interval | None, float, str, bool]]:
    rows, looks = [], looks_of(results.models, results.shipped)
    for performance in (results.performance_of(model, sample) for model in reversed(results.models)):
        if performance is None or performance.auc is None:
            continue
        text = f"{words.model(performance.model)}, n = {performance.n}"
        rows.append((text, performance.auc, performance.auc.value, looks[performance.model].colour, False))
    for one in (p for p in results.published if p.sample == sample):
        text = f"{words.study(one.study)}{words('label.colon')}{words.model(one.model)}, n = {one.n}"
        rows.append((text, one.auc, one.value, QUIET, True))
    return rows


def _whisker(axes: Axes, place: float, interval: Interval | None, value: float, colour: str, hollow: bool) -> None:
    """A point with its interval and both in numbers at the right; a published value may come without an interval."""
    if interval is not None:
        axes.plot([interval.low, interval.high], [place, place], color=colour, linewidth=1.2, solid_capstyle="butt")
    axes.plot(value, place, "o", color=colour, markersize=4.5, markerfacecolor="white" if hollow else colour)
    text = interval_text(interval) if interval is not None else f"{value:.3f}"
    axes.annotate(text, (1.015, place), xycoords=("axes fraction", "data"), va="center", fontsize=7, color=colour)


def subgroups(figure: Figure, results: Results, words: Words) -> None:
    """AUC of the shipped model in each subgroup; one with too few patients has a line of words instead."""
    samples = [s for s in ("train", "tests") if any(g.sample == s for g in results.subgroups)]
    panels = figure.subplots(1, len(samples), sharey=True, squeeze=False)[0]
    rows = list(dict.fromkeys((g.factor, words.text(g.level)) for g in results.subgroups))
    for axes, sample in zip(panels, samples):
        for group in (g for g in results.subgroups if g.sample == sample):
            place = rows.index((group.factor, words.text(group.level)))
            count = f"n = {group.n}, {words.events(group.events)}"
            if group.auc is None:
                count = words("note.too-few-short", count=count)
            axes.annotate(
                count,
                (0, place),
                xycoords=("axes fraction", "data"),
                va="center",
                fontsize=6,
                color=QUIET,
                xytext=(3, 0),
                textcoords="offset points",
            )
            if group.auc is None:
                continue
            axes.plot([group.auc.low, group.auc.high], [place, place], color=SHIPPED.colour, linewidth=1.2)
            axes.plot(group.auc.value, place, "o", color=SHIPPED.colour, markersize=4)
        whole = next((g for g in results.subgroups if g.sample == sample and g.factor == "all"), None)
        if whole is not None and whole.auc is not None:
            axes.axvline(whole.auc.value, color=FAINT, linewidth=0.8)
        axes.set(xlim=(0.0, 1.01), xlabel=words("axis.auc"), title=words.sample(sample))
        axes.tick_params(axis="y", length=0)
    labels = [words.level(factor, level) for factor, level in rows]
    panels[0].set_yticks(range(len(rows)), labels, fontsize=7)
    panels[0].set_ylim(len(rows) - 0.4, -0.6)


def learning(figure: Figure, results: Results, words: Words) -> None:
    """Median AUC against the number of training patients, with the middle 95 % of the random parts."""
    points = results.model.learning
    samples = list(dict.fromkeys(p.sample for p in points))
    panels = figure.subplots(1, len(samples), sharey=True, squeeze=False)[0]
    colour = SHIPPED.colour
    for axes, sample in zip(panels, samples):
        own = [p for p in points if p.sample == sample]
        sizes = [p.cases for p in own]
        axes.fill_between(sizes, [p.auc.low for p in own], [p.auc.high for p in own], color=colour, alpha=0.15, lw=0)
        axes.plot(sizes, [p.auc.value for p in own], color=colour, marker="o", markersize=3)
        axes.set_title(words.sample_over_n(sample, own[0].tested, own[0].tested_events), fontsize=7.5, linespacing=1.5)
        axes.set(xlabel=words("axis.training-patients"), xlim=(0, None))
        quiet_grid(axes, "y")
    lowest = min(p.auc.low for p in points)
    panels[0].set(ylabel=words("axis.auc"), ylim=(min(0.5, lowest - 0.02), 1.0))


def vessels(figure: Figure, results: Results, words: Words) -> None:
    """Dice of every case as a dot, the mean with its interval beside."""
    axes = figure.subplots()
    rows = [v for v in results.vessels if v.metric == "dice"]
    for place, row in enumerate(rows):
        axes.plot(row.values, _spread(row.values, place), "o", color=SHIPPED.colour, alpha=0.35, markersize=2.5, mew=0)
        if row.mean is not None:
            low, high = row.mean.low, row.mean.high
            axes.plot([low, high], [place, place], color=INK, linewidth=2, solid_capstyle="butt")
            axes.plot(row.mean.value, place, "|", color=INK, markersize=11, markeredgewidth=1.6)
    labels = [f"{words.structure(r.structure)}\n{words.sample(r.sample)}, n = {r.n}" for r in rows]
    axes.set_yticks(range(len(rows)), labels, fontsize=7, linespacing=1.5)
    axes.set(ylim=(len(rows) - 0.5, -0.5), xlabel=words("axis.dice"))
    axes.set_xlim(right=1.0)
    axes.tick_params(axis="y", length=0)
    quiet_grid(axes, "x")


def _spread(values: Sequence[float], place: float) -> list[float]:
    """Heights around a row, always the same, so that dots at one value do not hide each other."""
    return [place + 0.3 * ((7 * n % 11) / 10 - 0.5) for n in range(len(values))]
