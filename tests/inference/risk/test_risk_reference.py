"""The people that a risk is read against: who lies above, what a tier means, where a trained model is re-centred."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit, logit

from inference.packs.store import MANIFEST, read_manifest
from inference.risk.logistic import LogisticModel, Term, estimate
from inference.risk.population import Normal, Shares, spread_of
from inference.risk.reference import Reference, meanings, of_population, recentring, tolerance
from inference.site import Prevalence, SiteProfile
from inference.steps.logistic import build_model, centred
from tests.helpers.models import everyone, models, questions
from tests.helpers.packs import RESOURCES


def one_factor(share: float = 0.1, odds_ratio: float = 3.0) -> LogisticModel:
    spread = spread_of(Shares("factor", {"no": 1 - share, "yes": share}, "computed"))
    term = Term("factor", odds_ratio, "e", answer="yes", significant_only=True)
    return LogisticModel((term,), {"factor": spread})


def age_only(odds_ratio: float = 1.05) -> LogisticModel:
    term = Term("age", odds_ratio, "e", significant_only=True)
    return LogisticModel((term,), {"age": spread_of(Normal("age", 57, 15, "computed"), 18, 100)})


def share_at_or_above(model: LogisticModel, log_odds: float) -> float:
    return of_population(model, None).people_from(log_odds - tolerance(model))


def people(scores=(-1.0, 0.0, 2.0), shares=(0.5, 0.4, 0.1), events=(0.2, 0.3, 0.5)) -> Reference:
    return Reference(np.array(scores), np.array(shares), np.array(events), "held-out")


@settings(max_examples=40)
@given(questions(known=True))
def test_the_share_at_or_above_is_that_of_everyone_listed(question):
    model, answers = question
    mine = estimate(model, answers).log_odds
    # Near-equal scores are merged on purpose; what counts is that nobody clearly below is counted, nor left out above.
    slack = 1e-3 * len(model.predictors)
    scores = [(estimate(model, patient).log_odds, share) for patient, share in everyone(model)]
    found = share_at_or_above(model, mine)
    assert sum(s for x, s in scores if x > mine + slack) <= found + 1e-9
    assert found <= sum(s for x, s in scores if x >= mine - slack) + 1e-9


def test_a_patient_of_a_kind_that_exists_is_counted_in_the_share_at_or_above():
    # The effect is smaller than the resolution at which scores are merged; half of the population has it.
    model = one_factor(0.5, odds_ratio=1.0001)
    assert share_at_or_above(model, estimate(model, {"factor": "yes"}).log_odds) >= 0.5


@given(models())
def test_everyone_is_at_or_above_the_lowest_risk(model):
    assert share_at_or_above(model, -100.0) == 1


@given(models())
def test_nobody_is_at_or_above_an_impossible_risk(model):
    assert share_at_or_above(model, 100.0) == 0


@given(model=models(), low=st.floats(-3, 3), step=st.floats(0, 3))
def test_the_share_falls_as_the_risk_rises(model, low, step):
    assert share_at_or_above(model, low + step) <= share_at_or_above(model, low)


def test_the_share_of_a_patient_with_the_only_factor_is_the_share_of_the_factor():
    model = one_factor(0.1)
    assert share_at_or_above(model, estimate(model, {"factor": "yes"}).log_odds) == pytest.approx(0.1)


def test_the_patient_of_middle_age_is_in_the_middle_of_a_model_of_age_alone():
    # A normal distribution has half of its patients at or above the mean.
    model = age_only()
    assert share_at_or_above(model, estimate(model, {"age": 57}).log_odds) == pytest.approx(0.5, abs=0.05)


def test_one_year_of_age_does_not_move_a_patient_by_a_third_of_the_population():
    model = age_only()
    younger, older = (share_at_or_above(model, estimate(model, {"age": age}).log_odds) for age in (56, 58))
    # By the normal distribution: 0.527 - 0.473.
    assert younger - older == pytest.approx(0.053, abs=0.03)


# The worked example: 10 % of the people with 50 % of the events are HIGH.
def test_a_tier_says_whom_it_holds_and_how_often_they_have_the_event():
    high, low = meanings(people(), ("high", "low"), (1.5, -np.inf), 0.01, 0.0)
    assert (high.people, high.events, high.rate) == pytest.approx((0.1, 0.5, 0.05))
    assert (low.people, low.events, low.rate) == pytest.approx((0.9, 0.5, 0.01 * 0.5 / 0.9))
    assert (high.basis, low.basis) == ("held-out", "held-out")


@given(models(), st.sampled_from([None, 0.0027, 0.1]))
def test_the_tiers_hold_everyone_and_every_event_once_and_no_higher_tier_has_fewer_events_for_its_size(model, rate):
    found = meanings(of_population(model, rate), ("a", "b", "c"), (0.7, 0.0, -np.inf), rate, tolerance(model))
    assert (sum(t.people for t in found), sum(t.events for t in found)) == pytest.approx((1, 1))
    dense = [t.events / t.people for t in found if t.people > 1e-6]
    assert dense == sorted(dense, reverse=True)


def test_without_a_rate_a_tier_says_no_share_of_its_people_with_the_event():
    assert {t.rate for t in meanings(people(), ("high", "low"), (1.5, -np.inf), None, 0.0)} == {None}


@given(
    scores=st.lists(st.floats(-8, 8), min_size=2, max_size=30, unique=True),
    rate=st.sampled_from([0.0011, 0.0027, 0.012, 0.3]),
)
def test_after_re_centring_the_mean_probability_of_the_people_is_the_rate(scores, rate):
    scores = np.array(sorted(scores))
    shares = np.full(len(scores), 1 / len(scores))
    reference = people(scores, shares, shares)
    moved = reference.scores + recentring(reference, rate)
    assert np.mean(expit(logit(rate) + moved)) == pytest.approx(rate, rel=1e-6)


def test_without_a_rate_the_mean_odds_are_the_average():
    reference = people()
    assert reference.people @ np.exp(reference.scores + recentring(reference, None)) == pytest.approx(1)


def test_a_model_that_is_centred_already_is_not_moved():
    reference = of_population(one_factor(), None)
    assert recentring(reference, None) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("rate", [0.0011, 0.0027, 0.012])
def test_the_shipped_trained_pack_predicts_the_rate_of_the_site_on_average_in_patients_it_was_not_fitted_to(rate):
    # Before re-centring it predicts twice the rate (docs/evaluation/README.md: calibration intercept -.85 at 0.27 %).
    data = (RESOURCES / "packs" / "cme-hu2025-demo" / MANIFEST).read_bytes()
    manifest = read_manifest(data, "test")
    (step,) = (step for step in manifest.steps if step.kind == "logistic")
    site = SiteProfile(prevalence={"cme": Prevalence("register", rate=rate)})
    _, people, moved = centred(step, build_model(step, manifest, site), site, rate)
    assert people.basis == "held-out"
    assert people.people @ expit(logit(rate) + people.scores) == pytest.approx(rate, rel=1e-6)
    before = people.people @ expit(logit(rate) + people.scores - moved)
    assert 1.3 * rate < before < 3 * rate
