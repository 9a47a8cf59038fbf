"""Decision curves: against the package dcurves on its own tutorial data, and by hand."""

from pathlib import Path

import dcurves
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.statistics.decision import net_benefit, net_benefit_at_prevalence, treat_all
from training.statistics.samples import prevalence_weights

QUICK = settings(max_examples=40, deadline=None)

THRESHOLDS = np.arange(0.01, 0.6, 0.01)
DATA = Path(dcurves.__file__).parent / "data"


@pytest.fixture(scope="module")
def biopsies():
    """750 men, 105 with cancer, and a published model's probability: the data of the package's tutorial."""
    return pd.read_csv(DATA / "df_binary.csv")[["cancer", "cancerpredmarker"]]


def theirs(data, prevalence=None):
    outcome, model = data.columns
    frame = dcurves.dca(data, outcome, [model], THRESHOLDS, prevalence=prevalence)
    return {name: part["net_benefit"].to_numpy(float) for name, part in frame.groupby("model")}


def test_net_benefit_is_that_of_dcurves(biopsies):
    ours = net_benefit(biopsies["cancer"], biopsies["cancerpredmarker"], THRESHOLDS)
    assert ours == pytest.approx(theirs(biopsies)["cancerpredmarker"])


def test_treating_all_is_that_of_dcurves(biopsies):
    assert treat_all(biopsies["cancer"].mean(), THRESHOLDS) == pytest.approx(theirs(biopsies)["all"])


def test_net_benefit_at_a_prevalence_is_that_of_dcurves_for_case_control_data():
    data = pd.read_csv(DATA / "df_case_control.csv")[["casecontrol", "cancerpredmarker"]]
    ours = net_benefit_at_prevalence(data["casecontrol"], data["cancerpredmarker"], THRESHOLDS, 0.2)
    assert ours == pytest.approx(theirs(data, 0.2)["cancerpredmarker"])


def test_at_the_samples_own_event_rate_both_formulas_agree(biopsies):
    outcome, p = biopsies["cancer"], biopsies["cancerpredmarker"]
    assert net_benefit_at_prevalence(outcome, p, THRESHOLDS, outcome.mean()) == pytest.approx(
        net_benefit(outcome, p, THRESHOLDS)
    )


@QUICK
@given(st.floats(0.001, 0.5))
def test_weights_for_a_prevalence_give_the_case_control_formula(prevalence):
    generator = np.random.default_rng(3)
    outcome, p = np.repeat([1, 0], [30, 70]), generator.random(100)
    assert net_benefit(outcome, p, THRESHOLDS, prevalence_weights(outcome, prevalence)) == pytest.approx(
        net_benefit_at_prevalence(outcome, p, THRESHOLDS, prevalence)
    )


def test_net_benefit_by_hand():
    # At 0.2 four are treated, two with the event: 2/5 - 2/5 x 0.25.
    assert net_benefit([1, 1, 0, 0, 0], [0.9, 0.2, 0.8, 0.3, 0.1], [0.2]) == pytest.approx([0.3])


def test_a_model_that_treats_everyone_is_treat_all():
    assert net_benefit([1, 0, 0, 0], [0.9] * 4, THRESHOLDS) == pytest.approx(treat_all(0.25, THRESHOLDS))


def test_a_sample_without_events_has_no_net_benefit_at_another_prevalence():
    assert np.isnan(net_benefit_at_prevalence([0, 0], [0.1, 0.2], [0.1, 0.3], 0.01)).all()


def test_a_threshold_of_one_is_refused():
    with pytest.raises(ValueError, match="below 1"):
        treat_all(0.1, [0.5, 1.0])


def test_probabilities_outside_0_to_1_are_refused():
    with pytest.raises(ValueError, match="outside 0 to 1"):
        net_benefit([0, 1], [-2.0, 0.4], [0.1])
