"""Capacity and AUC of a pack are counted in patients that its model was not fitted to."""

import numpy as np
import pytest

from inference.reading import read_typed
from inference.risk.held_out import HeldOut
from training.packing.held_out import held_out_part

PREVALENCE = 0.3


def rows(split: str, count: int, knows: float, seed: int = 1) -> list[dict[str, str]]:
    """Every third patient has the event; what the model gives lies so far apart."""
    rng = np.random.default_rng(seed)
    made = []
    for n in range(count):
        event = n % 3 == 0
        p = 1 / (1 + np.exp(-rng.normal(knows * event - 1, 1)))
        made.append({"case": f"{split}{n}", "split": split, "outcome": str(int(event)), "combined": f"{p:.6f}"})
    return made


def part(*given):
    found = held_out_part([row for rows in given for row in rows], "combined", PREVALENCE, 0.0027, True)
    return read_typed(HeldOut, found["held_out"], "pack.json") if found else None


def test_tested_patients_are_counted_and_those_of_the_training_are_not():
    found = part(rows("train", 300, 6), rows("validation", 30, 1), rows("external", 30, 1))
    assert (found.patient_count, found.event_count, found.rate, found.simulated) == (60, 20, 0.0027, True)
    assert found.auc.value < 0.9
    assert "external" in found.title.en


def test_with_too_few_tested_events_the_training_patients_out_of_fold_are_counted_and_named_so():
    found = part(rows("train", 300, 2), rows("external", 30, 1))
    assert (found.patient_count, "out of fold" in found.title.en) == (300, True)


def test_with_too_few_events_at_all_nothing_is_counted():
    assert part(rows("train", 30, 2), rows("external", 9, 1)) is None


def test_patients_without_an_answer_or_an_outcome_are_not_counted():
    spoilt = [{**row, "combined": ""} for row in rows("external", 3, 1)]
    spoilt += [{**row, "outcome": ""} for row in rows("external", 3, 1)]
    assert part(rows("external", 60, 1), spoilt).patient_count == 60


def test_scores_are_log_odds_against_the_trainings_average():
    sure = [{"case": "", "split": "external", "outcome": str(n % 2), "combined": "0.3"} for n in range(40)]
    assert part(sure).scores == pytest.approx([0.0])
