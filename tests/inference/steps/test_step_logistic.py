"""Step ``logistic``: the risk of one patient at one site; figures computed by hand from two yes-or-no factors."""

import numpy as np
import pytest

from inference.risk.logistic import expit, logit
from inference.site import Prevalence, SiteProfile
from inference.steps.logistic import run
from tests.helpers.manifests import logistic
from tests.helpers.packs import choice, context, make_pack, number, screen, text

TIER = {"title": text(), "colour": "#000000", "shape": "circle"}
TIERS = [{**TIER, "id": "high", "times": 2}, {**TIER, "id": "low", "times": 0}]
PREDICTORS = [choice("flush"), choice("drug", modifiable=True), number("rate", 1, 5, modifiable=True)]
STEP = {
    "kind": "logistic",
    "id": "risk",
    "terms": [
        {"predictor": "flush", "odds_ratio": 3, "evidence": "source", "answer": "yes", "significant_only": True},
        {"predictor": "drug", "odds_ratio": 2, "evidence": "source", "answer": "yes", "low": 1.5, "high": 3},
        {"predictor": "rate", "odds_ratio": 1.5, "evidence": "source", "low": 1.2, "high": 2, "module": "speed"},
    ],
    "population": [
        {"predictor": "flush", "shares": {"no": 0.9, "yes": 0.1}, "certainty": "computed"},
        {"predictor": "drug", "shares": {"no": 0.5, "yes": 0.5}, "certainty": "computed"},
        {"predictor": "rate", "mean": 3, "sd": 0.8, "certainty": "computed"},
    ],
    "modules": [{"id": "speed", "title": text(), "evidence": "source"}],
}
RATE = Prevalence("register", rate=0.01)


def found(answers, site=None, **changes):
    pack = make_pack(predictors=PREDICTORS, steps=[{**STEP, **changes}], tiers=TIERS)
    return run(pack.manifest.steps[0], context(pack, answers, site=site or SiteProfile()))


def risk(answers, site=None, **changes):
    return found(answers, site, **changes).risk


def at(rate=RATE, **parts) -> SiteProfile:
    return SiteProfile(prevalence={"thing": rate}, **parts)


def test_the_odds_are_those_computed_by_hand():
    # Average odds of flush 0.9 + 0.1 x 3 = 1.2, of the drug 0.5 + 0.5 x 2 = 1.5: 3 / 1.2 x 2 / 1.5 = 10 / 3.
    assert np.exp(risk({"flush": "yes", "drug": "yes"}).explanation.log_odds) == pytest.approx(10 / 3)


def test_without_a_rate_of_the_site_there_is_no_percentage():
    given = risk({"flush": "yes"})
    assert (given.estimate.probability, given.population.site_prevalence) == (None, None)


def test_without_a_rate_of_the_site_the_ratio_is_that_of_odds():
    assert risk({"flush": "yes"}).estimate.relative.value == pytest.approx(2.5)


def test_at_the_rate_of_the_site_the_ratio_is_that_of_risks():
    given = risk({"flush": "yes"}, at())
    assert given.estimate.chance == pytest.approx(expit(logit(0.01) + np.log(2.5)))
    assert given.estimate.relative.value == pytest.approx(given.estimate.chance / 0.01)


def test_the_intervals_hold_their_estimates():
    given = risk({"flush": "yes"}, at())
    for figure in (given.estimate.relative, given.estimate.probability):
        assert figure.low < figure.value < figure.high


def test_a_rate_from_few_events_widens_the_interval_of_the_percentage_and_not_that_of_the_ratio():
    few = risk({"flush": "yes"}, at(Prevalence("register", events=3, injections=300)))
    many = risk({"flush": "yes"}, at(Prevalence("register", events=300, injections=30000)))
    assert few.estimate.probability.high > many.estimate.probability.high
    assert few.estimate.relative.high == pytest.approx(many.estimate.relative.high)


def test_an_unknown_answer_is_named():
    assert risk({"flush": "yes"}).explanation.unknown == ("drug",)


@pytest.mark.parametrize(("answers", "known"), [({}, 0), ({"flush": "yes"}, 1)])
def test_with_too_few_answers_there_is_no_risk(answers, known):
    given = found(answers, minimum_known=2)
    assert given.risk is None
    assert [(f.code, f.severity, f.evidence) for f in given.findings] == [
        ("risk.too-few-answers", "blocking", {"known": known, "needed": 2})
    ]


@pytest.mark.parametrize(("answers", "tier"), [({"flush": "yes", "drug": "yes"}, "high"), ({"flush": "no"}, "low")])
def test_without_cut_offs_the_tier_is_a_multiple_of_the_average(answers, tier):
    # Both factors have 10 / 3 times the average odds; without the flush they are 1 / 1.2 times.
    given = risk(answers)
    assert (given.estimate.tier.id, given.estimate.tier.basis) == (tier, "times")


@pytest.mark.parametrize(("cut_off", "tier"), [(0.02, "high"), (0.03, "low")])
def test_cut_offs_of_the_site_replace_the_multiples(cut_off, tier):
    # 2.5 times the odds of 1 % are 2.46 %.
    given = risk({"flush": "yes", "drug": None}, at(cut_offs={"thing": {"high": cut_off}}))
    assert (given.estimate.tier.id, given.estimate.tier.basis) == (tier, "site")


def test_cut_offs_without_a_rate_are_not_used():
    assert risk({"flush": "yes"}, SiteProfile(cut_offs={"thing": {"high": 0.5}})).estimate.tier.basis == "times"


def test_a_module_is_off_until_the_site_switches_it_on():
    assert "rate" not in [c.predictor for c in risk({"flush": "yes", "rate": 5.0}).explanation.contributions]


def test_a_module_that_is_on_counts():
    off, on = (risk({"flush": "yes", "rate": 4.0}, s) for s in (None, SiteProfile(modules={"thing": ("speed",)})))
    slow = risk({"flush": "yes", "rate": 3.0}, SiteProfile(modules={"thing": ("speed",)}))
    assert on.explanation.log_odds - slow.explanation.log_odds == pytest.approx(np.log(1.5))
    assert on.explanation.log_odds > off.explanation.log_odds


def test_the_population_of_the_site_replaces_that_of_the_pack():
    # Average odds of flush are now 0.5 + 0.5 x 3 = 2, so a patient with it has 3 / 2.
    site = SiteProfile(population={"flush": {"no": 0.5, "yes": 0.5}})
    assert np.exp(risk({"flush": "yes"}, site).explanation.log_odds) == pytest.approx(1.5)


def test_the_spread_of_the_site_replaces_that_of_the_pack():
    on = {"modules": {"thing": ("speed",)}}
    usual, faster = (
        risk({"flush": "yes", "rate": 3.0}, SiteProfile(**on, population=population))
        for population in ({}, {"rate": {"mean": 4.0, "sd": 0.8}})
    )
    # The average patient now has one mL/s more, at 1.5 times the odds; both populations are cut to 1 to 5.
    assert usual.explanation.log_odds - faster.explanation.log_odds == pytest.approx(np.log(1.5), abs=0.05)


def test_only_what_staff_can_change_is_offered_as_another_way():
    (way,) = risk({"flush": "yes", "drug": "yes"}).explanation.what_if
    assert (way.predictor, way.value) == ("drug", "no")


def test_another_way_is_the_risk_of_the_patient_with_that_answer():
    (way,) = risk({"flush": "yes", "drug": "yes"}, at()).explanation.what_if
    changed = risk({"flush": "yes", "drug": "no"}, at())
    assert (way.log_odds, way.probability) == pytest.approx((changed.explanation.log_odds, changed.estimate.chance))


def test_for_a_number_other_ways_are_quarter_points_of_the_population():
    # Of a normal distribution of 3 (0.8): 3 - 0.674 x 0.8 = 2.46, and 3.
    site = SiteProfile(modules={"thing": ("speed",)})
    values = sorted(w.value for w in risk({"flush": "yes", "rate": 5.0}, site).explanation.what_if)
    assert values == pytest.approx([2.46, 3.0], abs=0.1)


def test_what_is_unknown_has_no_other_way():
    assert risk({"flush": "yes"}).explanation.what_if == ()


@pytest.mark.parametrize("trained", [None, 0.3])
def test_the_models_own_probability_needs_its_own_prevalence(trained):
    raw = risk({"flush": "yes"}, trained_prevalence=trained).population.raw_probability
    assert raw == (None if trained is None else pytest.approx(expit(logit(0.3) + np.log(2.5))))


def test_the_nomogram_marks_every_choice_and_both_ends_of_a_number():
    rows = risk({"flush": "yes"}, SiteProfile(modules={"thing": ("speed",)})).explanation.nomogram.rows
    marks = {row.predictor: row.answers for row in rows}
    assert (marks["flush"], marks["rate"][0], marks["rate"][-1]) == (("no", "yes"), 1.0, 5.0)


TRAINED = {"trained_prevalence": 0.3, "intercept": -1.5, "recentring": 0.0}
COVARIANCE = [[0.04, -0.01, -0.02, 0], [-0.01, 0.09, 0, 0], [-0.02, 0, 0.05, 0], [0, 0, 0, 0.01]]


def trained_risk(answers, site=None, **changes):
    """The risk of a trained model: all of its terms count, none belongs to a module."""
    terms = [{name: part for name, part in term.items() if name != "module"} for term in STEP["terms"]]
    return risk(answers, site, **{"terms": terms, "modules": [], **TRAINED, **changes})


ANSWERED = {"flush": "yes", "drug": "no", "rate": 3.0}
MODEL_LOG_ODDS = -1.5 + np.log(3) + 3 * np.log(1.5)


def test_a_trained_model_says_its_own_probability():
    assert trained_risk(ANSWERED).population.raw_probability == pytest.approx(expit(MODEL_LOG_ODDS))


def test_the_probability_of_a_trained_model_is_shifted_to_the_rate_of_the_site():
    given = trained_risk(ANSWERED, at())
    assert logit(given.estimate.chance) == pytest.approx(MODEL_LOG_ODDS - logit(0.3) + logit(0.01))


def test_the_remainder_of_a_trained_model_is_told():
    given = trained_risk(ANSWERED).explanation
    assert given.offset != 0
    assert sum(part.log_odds for part in given.contributions) + given.offset == given.log_odds


def test_another_way_with_a_trained_model_is_the_risk_of_the_patient_with_that_answer():
    way = next(w for w in trained_risk(ANSWERED, at()).explanation.what_if if w.predictor == "drug")
    changed = trained_risk({**ANSWERED, "drug": "yes"}, at())
    assert (way.log_odds, way.probability) == pytest.approx((changed.explanation.log_odds, changed.estimate.chance))


def test_the_interval_of_a_trained_model_is_that_of_its_covariance():
    x = np.array([1, 1, 0, 3.0])
    given = trained_risk(ANSWERED, covariance=COVARIANCE)
    assert given.explanation.spread == pytest.approx(np.sqrt(x @ np.array(COVARIANCE) @ x))


def test_a_trained_model_whose_intercept_is_off_is_re_centred_to_the_same_risk():
    # The intercept moves everyone alike, and so does the re-centring.
    lower, higher = (trained_risk(ANSWERED, at(), intercept=i, recentring=None) for i in (-4.0, 1.0))
    assert lower.estimate.chance == pytest.approx(higher.estimate.chance)
    assert lower.estimate.tier == higher.estimate.tier
    assert lower.population.share_at_or_above == higher.population.share_at_or_above


def wide_range(most: float):
    """1.1 for each unit looks harmless; over 900 units it is e to the 86th."""
    return make_pack(
        predictors=[choice("c"), number("n", 0, most)],
        tiers=TIERS,
        steps=[
            logistic(
                terms=[
                    *logistic()["terms"],
                    {"predictor": "n", "odds_ratio": 1.1, "evidence": "source", "significant_only": True},
                ],
                population=[
                    *logistic()["population"],
                    {"predictor": "n", "mean": 5, "sd": 1, "certainty": "computed"},
                ],
            )
        ],
    )


@pytest.mark.parametrize(("most", "answer"), [(900, 500), (5000, 8)], ids=["answer", "chart"])
def test_odds_that_nobody_can_mean_refuse_the_answer_and_name_what_gives_most(most, answer):
    refused = screen(wide_range(most), {"c": "yes", "n": answer})
    (reason,) = [f for f in refused.findings if f.severity == "blocking"]
    assert (refused.kind, refused.risk, reason.code, reason.subject) == ("refusal", None, "risk.beyond-odds", "n")
    assert screen(wide_range(900), {"c": "yes", "n": 8}).kind == "answer"
