"""The bedside scores that ship give the published points and figures, on both sides of every limit.

BRAIN: Wang X et al., Stroke 2015;46:376 (0 and 24 points in the abstract, all sums on a public page).
NAG: Sakuta K et al., J Stroke Cerebrovasc Dis 2018;27:2606. BAT: its points are marked as unconfirmed in its pack.
"""

import re
from itertools import product

import pytest

from inference.steps.score import ScoreStep
from tests.helpers.packs import bundled

BRAIN = (3.4, 4.2, 5.1, 6.3, 7.7, 9.4, 11.3, 13.7, 16.4, 19.5, 23.1, 27.2, 31.6, 36.4, 41.5, 46.7, 52.1, 57.4, 62.5,
         67.4, 71.9, 76.0, 79.7, 83.0, 85.8)  # fmt: skip
NAG = (4, 25, 60, 100)
BAT = ("below", "below", "below", "high", "high", "high")
YES_NO = ("no", "yes")


def step_of(name: str) -> ScoreStep:
    (step,) = bundled(name).manifest.steps
    return step


def total(step: ScoreStep, answers: dict) -> float:
    return sum(item.of(answers[item.predictor]) for item in step.items)


def brain(volume_ml, recurrent, warfarin, ivh, onset_hours) -> int:
    volume = 0 if volume_ml <= 10 else 5 if volume_ml <= 20 else 7
    time = max(0, 6 - max(1, -int(-onset_hours // 1)))
    return volume + 4 * (recurrent == "yes") + 6 * (warfarin == "yes") + 2 * (ivh == "yes") + time


def nag(nihss, anticoagulant, glucose_mg_dl) -> int:
    return (nihss >= 10) + (anticoagulant == "yes") + (glucose_mg_dl >= 133)


def bat(blend_sign, hypodensity, onset_hours) -> int:
    return (blend_sign == "yes") + 2 * (hypodensity == "yes") + 2 * (onset_hours < 2.5)


def near(*limits: float) -> tuple[float, ...]:
    """Below, at and above each limit, by what a field can hold and by less."""
    return (0.0, *(limit + away for limit in limits for away in (-0.01, -1e-6, 0, 1e-6, 0.01)))


SCORES = {
    "ich-brain": (brain, {"volume_ml": near(10, 20), "recurrent": YES_NO, "warfarin": YES_NO, "ivh": YES_NO,
                          "onset_hours": near(1, 2, 3, 4, 5)}),
    "ich-nag": (nag, {"nihss": (0, 9, 10, 42), "anticoagulant": YES_NO, "glucose_mg_dl": near(133)}),
    "ich-bat": (bat, {"blend_sign": YES_NO, "hypodensity": YES_NO, "onset_hours": near(2.5)}),
}  # fmt: skip


@pytest.mark.parametrize("name", SCORES)
def test_the_points_are_the_published_ones_on_both_sides_of_every_limit(name):
    score, values = SCORES[name]
    step = step_of(name)
    for answers in (dict(zip(values, given)) for given in product(*values.values())):
        assert total(step, answers) == score(**answers), answers


@pytest.mark.parametrize(("name", "published"), [("ich-brain", BRAIN), ("ich-nag", NAG), ("ich-bat", BAT)])
def test_every_sum_has_its_published_figure_in_both_languages(name, published):
    step = step_of(name)
    covered = {points: band for band in step.bands for points in range(int(band.low), int(band.high) + 1)}
    assert sorted(covered) == list(range(len(published)))
    for points, figure in enumerate(published):
        title = covered[points].title
        if isinstance(figure, str):
            assert figure in title.en
        else:
            assert {float(re.search(r"\d+(\.\d+)?(?= ?%)", text)[0]) for text in (title.en, title.zh)} == {figure}


def test_what_has_whole_points_only_takes_no_fraction():
    whole = {
        p.id
        for name in ("ich-nag", "fvh-score")
        for p in bundled(name).manifest.predictors
        if getattr(p, "whole", False)
    }
    assert whole == {"nihss", "fvh"}
