"""Heads of the image signature: optimal, linear, tuned on cases that had no part in the fit."""

import numpy as np
import pytest
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from tests.helpers.risk import draw_patients
from training.learners import heads
from training.learners.folds import stratified_folds, usable_folds
from training.learners.heads import SHIPPED, TAUGHT, fit_path, learn_transform, principal, strengths_of
from training.learners.shrinkage import intercept_for
from training.learners.signature import deviance, lock, tune


def draw(count=90, features=200, seed=0):
    rng = np.random.default_rng(seed)
    features = rng.normal(0, 1, (count, features)) @ np.diag(np.geomspace(0.1, 20, features)) + 7
    event = rng.random(count) < expit(2 * (features[:, 3] - 7) / features[:, 3].std() - 0.5)
    return features, event


@pytest.fixture(scope="module")
def drawn():
    return draw()


@pytest.fixture(scope="module")
def inputs(drawn):
    return learn_transform(drawn[0]).apply(drawn[0])


@pytest.mark.parametrize(("head", "share"), [("lasso", 1.0), ("elastic-net", 0.5)])
def test_lasso_and_elastic_net_fulfil_the_conditions_of_their_optimum(drawn, inputs, head, share):
    """Gradient of the likelihood: that of the penalty where a weight stands, no more than LASSO's part elsewhere."""
    event = drawn[1]
    strengths = strengths_of(head, inputs, event)
    path = fit_path(head, inputs, event, strengths)
    for strength, weights in zip(strengths, path):
        score = inputs @ weights
        residual = event - expit(score + intercept_for(event, score))
        gradient = inputs.T @ residual / len(event)
        used = weights != 0
        expected = strength * (share * np.sign(weights[used]) + (1 - share) * weights[used])
        np.testing.assert_allclose(gradient[used], expected, rtol=2e-3)
        assert np.abs(gradient[~used]).max() <= share * strength * 1.0011
    assert not path[0].any()
    assert np.count_nonzero(path[-1]) > 5


def test_lasso_is_that_of_scikit_learn(drawn, inputs):
    event = drawn[1]
    strengths = strengths_of("lasso", inputs, event)[:8]
    path = fit_path("lasso", inputs, event, strengths)
    # SAGA leaves the intercept unpenalised, as here; C is 1 / (n x strength).
    other = LogisticRegression(l1_ratio=1, C=1 / (len(event) * strengths[-1]), solver="saga", tol=1e-7, max_iter=20_000)
    other.fit(inputs, event)
    np.testing.assert_allclose(inputs @ path[-1], other.decision_function(inputs) - other.intercept_, atol=5e-3)


@pytest.mark.parametrize("strength", [1.0, 0.03])
def test_ridge_is_that_of_scikit_learn(drawn, inputs, strength):
    event = drawn[1]
    size = (inputs**2).sum() / len(inputs)
    path = fit_path("ridge", inputs, event, np.array([strength]))
    # Inputs of mean square norm 1: their weights are larger by the root of the size, the penalty thus by the size.
    other = LogisticRegression(C=1 / (len(event) * strength * size), tol=1e-10, max_iter=10_000).fit(inputs, event)
    np.testing.assert_allclose(inputs @ path[0], other.decision_function(inputs) - other.intercept_, atol=2e-3)


@pytest.mark.parametrize("cost", [0.05, 3.0])
def test_the_support_vector_machine_is_its_linear_form(drawn, inputs, cost):
    event = drawn[1]
    size = np.sqrt((inputs**2).sum() / len(inputs))
    path = fit_path("svm", inputs, event, np.array([cost]))
    other = SVC(kernel="linear", C=cost, tol=1e-4).fit(inputs / size, event)
    np.testing.assert_allclose(inputs @ path[0], other.decision_function(inputs / size) - other.intercept_, atol=1e-2)


@pytest.mark.parametrize("components", [0, 12])
@pytest.mark.parametrize("head", SHIPPED)
def test_a_head_folds_into_one_linear_map_of_the_features(drawn, head, components):
    features, event = drawn
    others = draw(seed=1)[0]
    transform = learn_transform(features, components)
    inputs = transform.apply(features)
    path = fit_path(head, inputs, event, strengths_of(head, inputs, event))
    for weights in path:
        own, constant = transform.fold(weights)
        np.testing.assert_allclose(others @ own + constant, transform.apply(others) @ weights, atol=1e-8)


def test_standardised_features_and_components():
    features, _ = draw(60, 100)
    features[:, 5] = 123456.0
    plain = learn_transform(features).apply(features)
    assert not plain[:, 5].any()
    np.testing.assert_allclose(np.delete(plain, 5, 1).std(axis=0), 1)
    scores = learn_transform(features, 9).apply(features)
    np.testing.assert_allclose(scores.T @ scores / 60, np.eye(9), atol=1e-9)


def test_principal_components_are_those_of_the_singular_values():
    features = draw(50, 80)[0]
    centred = features - features.mean(axis=0)
    variances, vectors = principal(centred)
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    assert len(variances) == 49
    np.testing.assert_allclose(variances, values[:49] ** 2 / 50, rtol=1e-6)
    np.testing.assert_allclose(np.abs((vectors[:, :5] * left[:, :5]).sum(axis=0)), 1, atol=1e-6)


@pytest.mark.parametrize("head", SHIPPED)
def test_features_without_differences_give_a_signature_that_says_nothing(head):
    features, event = np.full((40, 6), 2.5), np.arange(40) % 3 == 0
    rng = np.random.default_rng(0)
    tuned = tune(features, event, np.arange(40), 5, 1, (0, 3), rng, (head,))[head]
    signature = lock(features, event, tuned)
    assert not signature.weights.any()
    assert not signature.out_of_fold.any()
    np.testing.assert_array_equal(signature.scores(features), np.zeros(40))


@pytest.fixture(scope="module")
def tuned():
    patients = draw_patients(120, seed=3, features=60)
    rng = np.random.default_rng(1)
    return patients, tune(patients.features, patients.event, patients.groups, 5, 2, (0,), rng)


@pytest.mark.parametrize("head", SHIPPED)
def test_the_locked_score_has_the_scale_of_left_out_cases(tuned, head):
    patients, found = tuned
    signature = lock(patients.features, patients.event, found[head])
    assert signature.out_of_fold.mean() == pytest.approx(0, abs=1e-9)
    assert signature.out_of_fold.std() == pytest.approx(1)
    others = draw_patients(3000, seed=4, features=60)
    scores = signature.scores(others.features)
    assert scores.std() == pytest.approx(1, abs=0.3)
    assert np.corrcoef(scores, others.features[:, 0])[0, 1] > 0.6
    assert signature.size[0] == signature.size.max()
    assert signature.size[-1] == 0


def test_a_strong_penalty_does_not_leave_the_differences_between_folds_as_the_score(monkeypatch):
    """Folds hold different shares of events, so their intercepts differ; a weak score must not drown in that."""
    monkeypatch.setitem(heads.STRENGTHS, "ridge", np.array([3.0]))
    patients = draw_patients(140, seed=0, features=300)
    tuned = tune(patients.features, patients.event, patients.groups, 3, 1, (0,), np.random.default_rng(0), ("ridge",))
    signature = lock(patients.features, patients.event, tuned["ridge"])
    others = draw_patients(2000, seed=90, features=300)
    assert signature.scores(others.features).std() == pytest.approx(1, abs=0.4)


def test_the_chosen_strength_has_the_least_deviance_and_ends_the_path(tuned):
    patients, found = tuned
    for one in found.values():
        assert one.deviance == pytest.approx(deviance(patients.event, one.out_of_fold))
        assert len(one.strengths) >= 1
    rate = patients.event.mean()
    nothing = -2 * (rate * np.log(rate) + (1 - rate) * np.log(1 - rate))
    assert found["lasso"].deviance < nothing
    assert deviance(patients.event, np.zeros(120)) == pytest.approx(nothing)


@pytest.mark.parametrize(("cases", "patients", "folds"), [(100, 100, 5), (90, 30, 4), (21, 21, 3)])
def test_folds_tear_no_patient_apart_and_share_the_events(cases, patients, folds):
    rng = np.random.default_rng(2)
    groups = rng.permutation(np.arange(cases) % patients)
    event = groups % 4 == 0
    fold = stratified_folds(event, groups, folds, rng)
    assert all(len(set(fold[groups == group])) == 1 for group in range(patients))
    with_event = [len(set(groups[(fold == k) & event])) for k in range(folds)]
    sizes = [len(set(groups[fold == k])) for k in range(folds)]
    assert max(with_event) - min(with_event) <= 1
    assert max(sizes) - min(sizes) <= 1


def test_fewer_folds_where_there_are_fewer_patients_of_a_kind():
    groups = np.array([0, 0, 0, 1, 2, 3, 4, 5])
    assert usable_folds(groups < 3, groups, 5) == 3
    assert usable_folds(groups < 1, groups, 5) == 2


def test_the_number_of_components_is_chosen_by_left_out_cases():
    """Three factors behind four hundred noisy features: their components serve better than the features."""
    rng = np.random.default_rng(5)
    factors = rng.normal(size=(160, 3))
    features = factors @ rng.normal(size=(3, 400)) + 2 * rng.normal(size=(160, 400))
    event = rng.random(160) < 1 / (1 + np.exp(-2 * factors[:, 0]))
    patients = np.arange(160)
    both = tune(features, event, patients, 5, 2, (0, 3), np.random.default_rng(0), ("lasso",))["lasso"]
    alone = tune(features, event, patients, 5, 2, (0,), np.random.default_rng(0), ("lasso",))["lasso"]
    assert both.components == 3
    assert both.deviance < alone.deviance
    weights = lock(features, event, both).weights
    assert np.corrcoef(features @ weights, factors[:, 0])[0, 1] > 0.8


def test_taught_directions_keep_their_sizes_and_fold_back():
    rng = np.random.default_rng(2)
    features = rng.normal(3, 2, (50, 30))
    features[:, 4] = 7.0
    directions = rng.normal(size=(3, 30))
    directions[1] *= 0.1
    directions[2] = 0.0
    transform = learn_transform(features, TAUGHT, directions)
    inputs = transform.apply(features)
    # The third direction says nothing, and is left out.
    assert inputs.shape == (50, 2)
    assert inputs.var(axis=0).mean() == pytest.approx(1)
    read = (features - features.mean(axis=0)) @ directions[:2].T
    assert inputs[:, 1].std() / inputs[:, 0].std() == pytest.approx(read[:, 1].std() / read[:, 0].std())
    wanted = read[:, 0]
    assert np.corrcoef(inputs[:, 0], wanted)[0, 1] == pytest.approx(1)
    weights, bias = transform.fold(np.array([0.3, -2.0]))
    np.testing.assert_allclose(features @ weights + bias, inputs @ [0.3, -2.0], atol=1e-9)


def test_taught_directions_are_taken_where_they_tell_more():
    rng = np.random.default_rng(6)
    features = rng.normal(size=(150, 300))
    directions = np.kron(np.eye(3), np.ones(100))
    event = rng.random(150) < 1 / (1 + np.exp(-0.25 * features[:, :100].sum(axis=1)))
    own = tune(features, event, np.arange(150), 5, 1, (0, TAUGHT), rng, ("ridge",), directions)["ridge"]
    assert own.components == TAUGHT
    without = tune(features, event, np.arange(150), 5, 1, (0, TAUGHT), rng, ("ridge",))["ridge"]
    assert without.components == 0
    assert own.deviance < without.deviance
    weights = lock(features, event, own, directions).weights
    assert weights[:100].std() < 1e-9 < abs(weights[0])
