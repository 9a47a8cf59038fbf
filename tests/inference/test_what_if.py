"""Several changes at once."""

import pytest

from inference.site import SiteProfile
from inference.what_if import changed_risk
from tests.helpers.outcomes import ANSWERS, screen

MORE = {**ANSWERS, "agent": "iohexol"}


@pytest.fixture(scope="module")
def outcome():
    return screen("cme-literature-prior", MORE)


def rate(outcome):
    return outcome.risk.population.site_prevalence


def best(outcome, predictor):
    return next(change for change in outcome.risk.explanation.what_if if change.predictor == predictor)


def test_without_a_change_the_risk_is_the_risk(outcome):
    changed = changed_risk(outcome.risk.explanation, rate(outcome), [])
    assert changed.probability == pytest.approx(outcome.risk.estimate.chance)
    assert changed.ratio == pytest.approx(outcome.risk.estimate.relative.value)


def test_one_change_gives_what_the_pipeline_gave_for_it(outcome):
    for change in outcome.risk.explanation.what_if:
        assert changed_risk(outcome.risk.explanation, rate(outcome), [change]).probability == pytest.approx(
            change.probability
        )


def test_two_changes_together_give_what_the_pipeline_gives_for_both(outcome):
    changes = [best(outcome, "flush"), best(outcome, "agent")]
    again = screen("cme-literature-prior", {**MORE, **{change.predictor: change.value for change in changes}})
    changed = changed_risk(outcome.risk.explanation, rate(outcome), changes)
    assert changed.probability == pytest.approx(again.risk.estimate.chance)
    assert changed.ratio == pytest.approx(again.risk.estimate.relative.value)


def test_without_the_rate_of_the_site_odds_are_compared():
    outcome = screen("cme-literature-prior", MORE, SiteProfile())
    change = best(outcome, "flush")
    changed = changed_risk(outcome.risk.explanation, rate(outcome), [change])
    assert changed.probability is None
    assert changed.log_odds == pytest.approx(change.log_odds)
