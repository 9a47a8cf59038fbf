"""Distance to the training cases: what it measures, whom it refuses and whom it must not."""

import numpy as np
import pytest

from training.learners.head import Head, head_graph, read_head
from training.risk.distance import QUANTILE, learn_distance, learn_map

FEATURES = 300


class World:
    """Features of correlated factors and noise, of any size, as an encoder gives them."""

    def __init__(self, seed: int = 0, factors: int = 12) -> None:
        rng = np.random.default_rng(seed)
        self.mixing = rng.normal(0, 1, (factors, FEATURES)) * np.geomspace(3, 0.4, factors)[:, None]
        self.size, self.middle = np.geomspace(0.05, 20, FEATURES), rng.normal(0, 30, FEATURES)

    def draw(self, count: int, seed: int) -> np.ndarray:
        rng = np.random.default_rng([seed, 5])
        factors, noise = rng.standard_normal((count, len(self.mixing))), rng.standard_normal((count, FEATURES))
        return self.middle + self.size * (factors @ self.mixing + noise)


@pytest.fixture(scope="module")
def learnt():
    world = World()
    training = world.draw(200, 1)
    return world, training, learn_distance(training, np.arange(200), 0)


def test_of_new_cases_like_the_training_few_are_refused(learnt):
    world, _, distance = learnt
    refused = (distance.map.of(world.draw(4000, 2)) > distance.limit).mean()
    # At most 1 - quantile on average over training sets; one set's limit varies with its few farthest cases.
    assert refused == pytest.approx(1 - QUANTILE, abs=0.02)


@pytest.mark.parametrize("factors", [5, 60])
def test_on_average_no_more_are_refused_than_promised(factors):
    """Also where there are more directions than the cases can teach: their number must be that of the folds."""
    shares = []
    for seed in range(12):
        world = World(seed, factors)
        distance = learn_distance(world.draw(120, 10 + seed), np.arange(120), seed)
        shares.append((distance.map.of(world.draw(800, 50 + seed)) > distance.limit).mean())
    assert distance.map.components == 10
    assert np.mean(shares) < 1 - QUANTILE + 0.004


def test_far_cases_are_refused(learnt):
    world, training, distance = learnt
    near = world.draw(50, 3)
    rng = np.random.default_rng(0)
    spread = training.std(axis=0)
    far = {
        "another scale": training.mean(axis=0) + 3 * (near - training.mean(axis=0)),
        "another encoder": rng.permuted(near, axis=1),
        "nothing seen": np.zeros((1, FEATURES)),
        "a direction that training never took": near + 3 * spread * rng.choice([-1, 1], FEATURES),
    }
    for name, features in far.items():
        assert (distance.map.of(features) > distance.limit).mean() > 0.95, name


def test_a_feature_that_hardly_varied_does_not_decide_alone(learnt):
    world, training, _ = learnt
    still = training.copy()
    still[:, 0] = 5 + 1e-9 * np.arange(200)
    distance = learn_distance(still, np.arange(200), 0)
    moved = world.draw(100, 4)
    moved[:, 0] = 5 + 1e-4
    assert (distance.map.of(moved) > distance.limit).mean() < 0.1


def test_failures_among_the_training_do_not_make_their_like_look_near(learnt):
    """A few segmentations that failed would otherwise put their own direction into the map."""
    world, training, clean = learnt
    rng = np.random.default_rng(6)
    failure = 8 * training.std(axis=0) * rng.choice([-1, 1], FEATURES)
    spoilt = training.copy()
    spoilt[:2] += failure
    distance = learn_distance(spoilt, np.arange(200), 0)
    assert (distance.left_out[:2] > distance.limit).all()
    like = world.draw(50, 7) + failure
    assert (distance.map.of(like) > distance.limit).all()
    assert distance.limit < 1.5 * clean.limit


def test_left_out_distances_are_larger_than_apparent_ones(learnt):
    _, training, distance = learnt
    assert np.median(distance.left_out) > np.median(distance.map.of(training))


def test_all_cases_of_a_patient_are_left_out_together():
    """Two scans of one patient are alike; a map learnt from the one would call the other near."""
    world = World(3)
    once = world.draw(60, 8)
    twice = np.repeat(once, 2, axis=0)
    together = learn_distance(twice, np.arange(120) // 2, 0)
    apart = learn_distance(twice, np.arange(120), 0)
    assert np.median(together.left_out) > np.median(apart.left_out)


def test_along_the_training_directions_it_is_mahalanobis():
    rng = np.random.default_rng(9)
    features = rng.normal(0, 1, (500, 3)) * [0.1, 1, 20] + 5
    found = learn_map(features, 3, 0)
    away = features - features.mean(axis=0)
    wanted = np.sqrt(np.einsum("ni,ij,nj->n", away, np.linalg.inv(np.cov(features.T, bias=True)), away))
    assert found.components == 3
    np.testing.assert_allclose(found.of(features), wanted, rtol=1e-6)


def test_the_same_seed_gives_the_same_map(learnt):
    _, training, distance = learnt
    again = learn_distance(training, np.arange(200), 0)
    np.testing.assert_array_equal(again.map.directions, distance.map.directions)
    assert again.limit == distance.limit


def test_features_without_differences_have_a_map():
    features = np.full((30, 8), 2.0)
    distance = learn_distance(features, np.arange(30), 0)
    assert np.isfinite(distance.limit)
    assert np.isfinite(distance.map.of(features)).all()


def test_what_is_kept_in_the_file_measures_the_same(learnt, tmp_path):
    world, _, distance = learnt
    path = tmp_path / "head.npz"
    weight = np.linspace(-1, 1, FEATURES)
    np.savez(path, **Head(weight, 0.3, distance.map.directions, distance.map.centre, distance.limit).arrays())
    head = read_head(path)
    for features in world.draw(5, 11):
        assert head.distance(features) == pytest.approx(distance.map.of(features[None])[0], rel=1e-5)
        assert head.score(features) == pytest.approx(weight @ features + 0.3)
    assert head.limit == distance.limit
    assert head_graph(head)


def test_features_in_units_of_their_own_count_the_same_in_any_unit_and_one_that_never_differed_tells_nothing():
    rng = np.random.default_rng(4)
    cases, new = rng.normal(2, 1, (80, 12)), rng.normal(2, 1, (20, 12))
    cases[:, 3] = new[:, 3] = 0
    groups, unit = np.arange(80), np.geomspace(1e-4, 1e9, 12)
    own = np.arange(12) < 10

    def far(change):
        learnt = learn_distance(change(cases), groups, 0, own)
        return learnt.map.of(change(new)) / learnt.limit

    same = far(lambda features: features)
    assert far(lambda features: features * np.where(own, unit, 1)) == pytest.approx(same, rel=1e-6)
    assert np.isfinite(same).all()
    assert far(lambda features: features + 6 * own * (features is new))[0] > same[0] + 1
