"""Simulator ``table``: patients of whom no more is known than what people are asked.

Each predictor is drawn by itself, from a normal distribution within its range or by the shares of its choices. The
event follows logit P(event | x) = a + sum of the effects, ``a`` set by the rate; a fixed number with and without the
event is drawn, as in a case-control study. All of it is invented unless the recipe says where a figure is from.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import Field
from scipy.special import expit

from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from inference.reading import read_typed
from inference.vocabulary import STRICT, Text
from training.console import say
from training.errors import BadInput
from training.recipes import Recipe, bundled
from training.simulate.population import choose_by_outcome, intercept_for
from training.workspace import write_text

POOL = 400_000
CENTRES = {"train": "A", "validation": "A", "external": "B"}
draws_bodies = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one predictor is drawn, and what it does.

    Attributes
    ----------
    mean, sd, effect
        Of a number: before it is cut to its range and rounded; log-odds of a unit.
    shares, effects
        Of a choice: by answer; log-odds, 0 where none is given.
    """

    __pydantic_config__ = STRICT
    mean: float = 0.0
    sd: Annotated[float, Field(ge=0)] = 1.0
    effect: float = 0.0
    shares: dict[str, float] = field(default_factory=dict)
    effects: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableSimulation:
    """``[simulation]`` of a recipe.

    Attributes
    ----------
    title
        Of the cohort.
    rate
        Share of events in the population that patients are drawn from; ``rate_source`` says where it is from.
    sizes
        By split: patients with and without the event, as in the study that the recipe follows.
    population
        By predictor.
    """

    __pydantic_config__ = STRICT
    kind: Literal["table"]
    title: Text
    rate: Annotated[float, Field(gt=0, lt=1)]
    rate_source: str
    sizes: dict[Literal["train", "validation", "external"], tuple[int, int]]
    population: dict[str, Drawn]


@dataclass(frozen=True, slots=True)
class People:
    """Simulated people: by predictor an array of answers, and the true log-odds without the intercept."""

    answers: Mapping[str, np.ndarray]
    log_odds: np.ndarray


def settings_of(recipe: Recipe) -> TableSimulation:
    """The recipe's parameters.

    Raises
    ------
    InputError
        Names the field; or the predictors that are not drawn.
    """
    own = read_typed(TableSimulation, recipe.simulation, f"{recipe.id}: simulation")
    asked = {predictor.id for predictor in recipe.predictors if predictor.asked}
    if set(own.population) != asked:
        raise BadInput(f"{recipe.id}: simulation.population names exactly {', '.join(sorted(asked))}")
    return own


def sizes(recipe: Recipe, patients: int, events: int | None) -> dict[str, tuple[int, int]]:
    """See :class:`~training.simulate.simulators.Simulator`: the study's shares of splits, and of events in each."""
    study = settings_of(recipe).sizes
    whole = sum(map(sum, study.values()))
    with_event = round(patients * sum(n for n, _ in study.values()) / whole) if events is None else events
    parts = {}
    for n, total in enumerate((with_event, patients - with_event)):
        wanted = {split: counts[n] for split, counts in study.items()}
        cut = {split: max(2, total * own // max(1, sum(wanted.values()))) for split, own in wanted.items()}
        cut["train"] = total - sum(count for split, count in cut.items() if split != "train")
        parts[n] = cut
    return {split: (parts[0][split], parts[1][split]) for split in study}


def simulate(recipe: Recipe, options: argparse.Namespace) -> None:
    """See :class:`~training.simulate.simulators.Simulator`."""
    own = settings_of(recipe)
    study = sum(map(sum, own.sizes.values()))
    counts = sizes(recipe, options.patients or study, options.events)
    if min(min(pair) for pair in counts.values()) < 1:
        raise BadInput("--patients and --events must leave patients with and without the event in each split")
    rng = np.random.default_rng([options.seed, 21])
    rows: list[list[object]] = []
    truth: list[list[object]] = []
    for split, (events, others) in counts.items():
        people = draw(recipe, own, POOL, rng)
        chosen, outcome = choose_by_outcome(people.log_odds, events, others, own.rate, rng)
        for row, event in zip(chosen, outcome):
            case = f"S{len(rows) + 1:04d}"
            answers = [_cell(predictor, people.answers[predictor.id][row]) for predictor in asked_of(recipe)]
            rows.append([case, case, int(event), split, CENTRES[split], *answers])
            truth.append([case, f"{people.log_odds[row]:.5f}"])
    folder = options.out
    if (folder / "cohort.csv").exists() and not (folder / "truth.csv").exists():
        raise BadInput(f"{folder} holds a cohort that was not simulated; give another folder")
    units = [f"{p.id} [{p.unit}]" if p.unit else p.id for p in asked_of(recipe)]
    write_text(folder / "truth.csv", _csv([["case", "log_odds"], *truth]))
    if not (folder / "cohort.toml").exists():
        write_text(folder / "cohort.toml", _settings(recipe, own, options))
    write_text(folder / "cohort.csv", _csv([["case", "patient", "outcome", "split", "centre", *units], *rows]))
    events = sum(pair[0] for pair in counts.values())
    say(f"{len(rows)} patients, {events} events in {folder}; Bayes-optimal AUC {best_auc(recipe):.3f}")


def asked_of(recipe: Recipe) -> list[Predictor]:
    """Predictors that the table has a column of."""
    return [predictor for predictor in recipe.predictors if predictor.asked]


def draw(recipe: Recipe, own: TableSimulation, count: int, rng: np.random.Generator) -> People:
    """Draw people from the population."""
    answers, total = {}, np.zeros(count)
    for predictor in asked_of(recipe):
        told = own.population[predictor.id]
        if isinstance(predictor, NumberPredictor):
            values = np.clip(rng.normal(told.mean, told.sd, count), *predictor.range)
            answers[predictor.id] = np.round(values, predictor.decimals)
            total += told.effect * answers[predictor.id]
        elif isinstance(predictor, ChoicePredictor):
            if set(told.shares) != set(predictor.values) or abs(sum(told.shares.values()) - 1) > 1e-6:
                raise BadInput(
                    f"{recipe.id}: simulation.population.{predictor.id}.shares are of all answers and sum to 1"
                )
            names = np.array(list(told.shares))
            answers[predictor.id] = names[rng.choice(len(names), count, p=list(told.shares.values()))]
            for answer, effect in told.effects.items():
                total += effect * (answers[predictor.id] == answer)
    return People(answers, total)


def best_auc(recipe: Recipe, seed: int = 1) -> float:
    """AUC of the true log-odds over the population; weighted by probability, so that no outcome is drawn."""
    own = settings_of(recipe)
    scores = np.sort(draw(recipe, own, POOL, np.random.default_rng([seed, 5])).log_odds)
    chance = expit(intercept_for(own.rate, scores) + scores)
    below = np.concatenate([[0.0], np.cumsum(1 - chance)])
    first, last = np.searchsorted(scores, scores, "left"), np.searchsorted(scores, scores, "right")
    return float((chance * (below[first] + below[last]) / 2).sum() / (chance.sum() * (1 - chance).sum()))


def _cell(predictor: Predictor, value: object) -> str:
    return f"{value:.{predictor.decimals}f}" if isinstance(predictor, NumberPredictor) else str(value)


def _settings(recipe: Recipe, own: TableSimulation, options: argparse.Namespace) -> str:
    """``cohort.toml``; what the recipe states need not be said again."""
    named = recipe.id if recipe.id in bundled() else os.path.relpath(options.recipe, options.out)
    outcome = [] if recipe.outcome.id else ['outcome = "event"']
    said = recipe.outcome.title or recipe.outcome.event
    lines = [
        "# What the simulated cohort is of; written beside cohort.csv by `precontrast-train simulate-cohort`.",
        f"recipe = {json.dumps(Path(named).as_posix(), ensure_ascii=False)}",
        *outcome,
        f"site_prevalence = {own.rate:g}",
        f"prevalence_source = {json.dumps(own.rate_source, ensure_ascii=False)}",
        "simulated = true",
        "",
        *_text("title", own.title),
        *_text("outcome_title", Text(f"{said.en} (simulated)", f"{said.zh}（仿真）")),
    ]
    return "\n".join(lines)


def _text(name: str, text: Text) -> list[str]:
    en, zh = (json.dumps(one, ensure_ascii=False) for one in (text.en, text.zh))
    return [f"[{name}]", f"en = {en}", f"zh = {zh}", ""]


def _csv(rows: list[list[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
