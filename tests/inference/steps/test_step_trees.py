"""Step ``trees``: from answers and measures to an estimate, with what moved it."""

import math

import pytest

from inference.errors import InputError
from inference.risk.estimate import Horizon
from inference.risk.logistic import expit, logit
from inference.risk.trees import read_ensemble
from inference.site import SiteProfile
from inference.steps.trees import run
from tests.helpers.nodule import ANSWERS, FEATURES, FIGURES, SITE, STEP_OF_TREES, TREES, nodule_pack, screen_nodule
from tests.helpers.packs import context

MEASURED = {"volume": 1.4, "density": 35.0}
TRAINED = FIGURES["prevalence"]


def found(answers: dict, site: SiteProfile = SITE, **changes):
    pack = nodule_pack(**changes)
    return run(pack.manifest.steps[-1], context(pack, {**MEASURED, **answers}, site=site))


def output(**changes: float) -> float:
    values = {"age": 68, "volume": 1.4, "density": 35, "spiculated.yes": 1, "emphysema.yes": 0, "upper_lobe.yes": 1}
    names = [feature["name"] for feature in FEATURES]
    trees = read_ensemble(TREES, names, STEP_OF_TREES["start"], "trees.json")
    return trees.output(list({**values, **changes}.values()))


def test_the_probability_is_that_of_the_trees_moved_to_the_rate_of_the_site():
    risk = found(ANSWERS).risk
    against_average = output() - logit(TRAINED)
    assert risk.population.raw_probability == pytest.approx(expit(output()))
    assert risk.estimate.chance == pytest.approx(expit(logit(0.04) + against_average))
    assert risk.estimate.relative.value == pytest.approx(risk.estimate.chance / 0.04)
    assert risk.estimate.relative.average_of == "pack"
    assert risk.estimate.at == Horizon(1, "a")


def test_without_a_rate_of_the_site_there_are_odds_and_no_percentage():
    risk = found(ANSWERS, SiteProfile()).risk
    assert risk.estimate.probability is None
    assert risk.estimate.relative.value == pytest.approx(math.exp(output() - logit(TRAINED)))


def test_nothing_is_known_of_its_error_and_no_interval_says_otherwise():
    estimate = found(ANSWERS).risk.estimate
    ends = (estimate.probability.low, estimate.probability.high, estimate.relative.low, estimate.relative.high)
    assert (*ends, estimate.tier.low, estimate.tier.high) == (None,) * 6


def test_every_predictor_has_one_attribution_and_together_they_make_the_output():
    explanation = found(ANSWERS).risk.explanation
    assert [part.predictor for part in explanation.parts] == [feature["predictor"] for feature in FEATURES]
    assert explanation.inputs() == {**MEASURED, **ANSWERS}
    assert explanation.output == pytest.approx(output())


def test_two_inputs_of_one_question_are_one_attribution():
    twice = [{**f, "predictor": "spiculated"} if f["name"] == "emphysema.yes" else f for f in FEATURES]
    explanation = found(ANSWERS, features=twice).risk.explanation
    assert len(explanation.parts) == len(FEATURES) - 1
    assert explanation.output == pytest.approx(output(**{"emphysema.yes": 1}))


def test_what_is_not_known_goes_the_way_that_was_learnt_and_is_said_to_be_unknown():
    explanation = found({**ANSWERS, "spiculated": None}).risk.explanation
    assert explanation.output == pytest.approx(output(**{"spiculated.yes": math.nan}))
    assert explanation.inputs()["spiculated"] is None


def test_with_too_few_answers_there_is_no_risk():
    given = found({"volume": None}, minimum_known=2)
    assert given.risk is None
    assert [(f.code, f.severity, f.evidence) for f in given.findings] == [
        ("risk.too-few-answers", "blocking", {"known": 1, "needed": 2})
    ]


@pytest.mark.parametrize(("volume", "tier"), [(0.1, "low"), (6.0, "high")])
def test_the_tier_is_that_of_the_multiple_beside_it(volume, tier):
    estimate = found({**ANSWERS, "volume": volume}).risk.estimate
    assert estimate.tier.id == tier
    assert (estimate.relative.value >= 3) == (tier == "high")
    assert estimate.tier.begins == pytest.approx((3, 0))


@pytest.mark.parametrize(("start", "refused"), [(-20.0, False), (-30.0, True), (30.0, True), (1e9, True)])
def test_odds_that_nobody_can_mean_are_refused_and_the_largest_part_is_named(start, refused):
    given = found(ANSWERS, start=start)
    assert (given.risk is None) == refused
    assert [(f.code, f.subject) for f in given.findings] == [("risk.beyond-odds", "spiculated")] * refused


def test_an_outline_drawn_by_hand_changes_what_the_nodule_adds():
    large, small = screen_nodule(), screen_nodule(place=(slice(12, 14), slice(36, 38), slice(40, 42)))
    parts = [{part.predictor: part for part in outcome.risk.explanation.parts} for outcome in (large, small)]
    assert [part["volume"].value for part in parts] == pytest.approx([0.96, 0.016])
    assert parts[0]["volume"].amount > 0 > parts[1]["volume"].amount
    assert [answer.origin for answer in large.answers][1:3] == ["image", "image"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"features": [*FEATURES, FEATURES[0]]}, "schema.invalid"),
        ({"features": []}, "schema.invalid"),
        ({"features": [{"name": "age", "predictor": "unheard-of"}]}, "schema.reference"),
        ({"features": [{"name": "age", "predictor": "spiculated"}]}, "schema.reference"),
        ({"features": [{"name": "s", "predictor": "spiculated", "answer": "perhaps"}]}, "schema.reference"),
        ({"evidence": ["unheard-of"]}, "schema.reference"),
        ({"trained_prevalence": 0}, "schema.invalid"),
        ({"trained_prevalence": 1}, "schema.invalid"),
        ({"within": {"count": 0, "unit": "a"}}, "schema.invalid"),
        ({"within": {"count": 1, "unit": "moon"}}, "schema.invalid"),
    ],
)
def test_a_step_that_contradicts_itself_or_the_pack_is_refused(changes, code):
    with pytest.raises(InputError) as caught:
        nodule_pack(**changes)
    assert caught.value.code == code


def test_what_simulations_taught_is_said_of_no_patient():
    assert screen_nodule(outcomes="simulated").risk is None
