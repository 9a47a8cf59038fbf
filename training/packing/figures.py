"""Validation figures of a pack, from the predictions and measures that the other commands left."""

from __future__ import annotations

import numpy as np

from inference.reading import read_json
from training.packing.entries import both
from training.recipes import ModelPlan, Recipe
from training.risk.model import RiskModel
from training.risk.predictions import read_rows
from training.statistics.discrimination import delong
from training.statistics.fewest import enough
from training.workspace import Workspace

SPLIT_NAMES = {
    "train": both("training, out of fold", "训练（折外）"),
    "validation": both("validation", "验证"),
    "external": both("external test", "外部测试"),
}


def figures_of(work: Workspace, recipe: Recipe, model: RiskModel, simulated: bool) -> list[dict[str, object]]:
    """AUC of each model in each split, slope out of fold, goals of a simulated cohort's proof, Dice of the vessels.

    Parameters
    ----------
    simulated
        Whether all patients are; then every figure says so itself, wherever it is quoted.
    """
    figures = _figures(work, recipe, model)
    if simulated:
        for figure in figures:
            figure["title"] = {
                language: figure["title"][language] + word for language, word in both(", simulated", "（仿真）").items()
            }
    return figures + goals_of(work)


def _figures(work: Workspace, recipe: Recipe, model: RiskModel) -> list[dict[str, object]]:
    rows = read_rows(work, recipe.names)
    figures = [
        _auc(plan, split, [row for row in rows if row["split"] == split])
        for split in SPLIT_NAMES
        for plan in reversed(recipe.models)
    ]
    shipped = recipe.model(recipe.shipped)
    slope = model.out_of_fold[shipped.name].slope
    if slope is not None:
        title = both(f"Calibration slope, {shipped.short.en}, out of fold", f"{shipped.noun.zh}校准斜率（折外）")
        figures.append({"title": title, "value": f"{slope.value:.2f}{_interval(slope.low, slope.high)}"})
    return [figure for figure in figures if figure is not None] + _dice(work, recipe)


def _auc(plan: ModelPlan, split: str, rows: list[dict[str, str]]) -> dict[str, object] | None:
    known = [(row["outcome"] == "1", float(row[plan.name])) for row in rows if row[plan.name]]
    outcome = np.array([event for event, _ in known], bool)
    if not enough(outcome):
        return None
    area = delong(outcome, np.array([score for _, score in known]))
    title = {
        language: f"AUC {plan.short.of(language)}, {SPLIT_NAMES[split][language]}, n = {len(known)}"
        for language in ("en", "zh")
    }
    return {"title": title, "value": f"{area.value:.3f}{_interval(area.low, area.high)}"}


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None or not np.isfinite([low, high]).all():
        return ""
    return f" ({low:.3f}-{high:.3f})"


def goals_of(work: Workspace) -> list[dict[str, object]]:
    """What ``prove`` found in many new simulated people, goals that were missed among it."""
    path = work.folder / "simulation.json"
    if not path.exists():
        return []
    verdicts = {True: both("met", "达到"), False: both("missed", "未达到")}
    figures = []
    for goal in read_json(path)["goals"]:
        title = {
            language: f"{people}: {goal['title'][language]} ({goal['wanted'][language]}, {verdict})"
            for (language, people), verdict in zip(
                both("New simulated patients", "新的仿真患者").items(), verdicts[goal["met"]].values()
            )
        }
        figures.append({"title": title, "value": goal["found"]})
    return figures


def _dice(work: Workspace, recipe: Recipe) -> list[dict[str, object]]:
    if not recipe.has_networks:
        return []
    results = work.vessels / "results.json"
    if not results.exists():
        return []
    cases, structures = read_json(results)["cases"], recipe.structures
    figures = []
    for split in ("validation", "external"):
        own = [case for case in cases if case["split"] == split]
        if not own:
            continue
        means = []
        for structure in structures:
            # A region that was not found counts as nothing found, as in the evaluation report.
            values = [case["vessels"][structure.id]["dice"] if case["found"] else 0.0 for case in own]
            values = [value for value in values if value is not None]
            means.append(f"{np.mean(values):.2f}" if values else "-")
        names = " / ".join(structure.short for structure in structures)
        title = {language: f"Dice {names}, {SPLIT_NAMES[split][language]}, n = {len(own)}" for language in ("en", "zh")}
        figures.append({"title": title, "value": " / ".join(means)})
    return figures
