"""Simulated patients with a haematoma: how they are distributed, and how well the best possible score tells them."""

import tomllib
from concurrent.futures import Future

import numpy as np
import pytest
from scipy.special import expit

from inference.errors import InputError
from inference.predictors import Predictor
from inference.reading import read_typed
from training.errors import BadInput
from training.simulate.lesions import cohort, people, plan
from training.simulate.lesions.catalogue import HEAD
from training.simulate.lesions.people import EFFECTS, LESION, best_areas, draw_people, log_odds
from training.simulate.lesions.plan import LU2024, Plan, known_predictors, read_simulation, sized
from training.simulate.population import expected_auc, intercept_for
from training.statistics.discrimination import auc


@pytest.fixture(scope="module")
def many():
    return draw_people(30_000, HEAD, np.random.default_rng(2))


def test_factors_are_plausible_and_hang_together(many):
    assert 55 < many.age.mean() < 66 and 0.3 < many.female.mean() < 0.42
    assert many.volume_ml.min() >= 2 and many.volume_ml.max() <= 80
    for name, place in HEAD.places.items():
        there = many.place == name
        assert there.mean() == pytest.approx(place.share, abs=0.01)
        assert many.volume_ml[there].max() <= place.most_ml
    assert np.corrcoef(many.nihss, many.gcs)[0, 1] < -0.4 < 0.3 < np.corrcoef(many.nihss, np.log(many.volume_ml))[0, 1]
    assert many.texture_hu[many.blend].mean() > many.texture_hu[~many.blend].mean() + 0.3
    assert not many.warfarin[~many.anticoagulant].any()
    assert min(v.mean() for k, v in many.signs().items() if k != "fluid_level") > 0.05


@pytest.mark.parametrize("effects", EFFECTS)
def test_the_best_possible_auc_is_that_of_the_true_log_odds(many, effects):
    scores = log_odds(many, EFFECTS[effects])
    chance = expit(intercept_for(0.3, scores) + scores)
    event = np.random.default_rng(9).random(len(many)) < chance
    best = best_areas(0.3, EFFECTS[effects], HEAD, 30_000)
    by_hand = auc(event, scores) if effects != "null" else 0.5
    assert best["all"] == pytest.approx(by_hand, abs=0.012)
    assert chance.mean() == pytest.approx(0.3, abs=1e-6)
    assert best["all"] >= max(best["clinical"], best["lesion"]) - 1e-9
    expected = {"expansion": (0.88, 0.93), "untaught": (0.85, 0.91), "null": (0.5, 0.5)}[effects]
    assert expected[0] - 1e-6 <= best["all"] <= expected[1] + 1e-6


def test_what_encoders_are_taught_tells_next_to_nothing_of_the_untaught_outcome(many):
    scores = log_odds(many, EFFECTS["untaught"])
    chance = expit(intercept_for(0.3, scores) + scores)
    assert abs(expected_auc(log_odds(many, EFFECTS["expansion"], LESION), chance) - 0.5) < 0.03


def test_a_cohort_is_drawn_again_from_its_seed_and_nobody_twice(monkeypatch):
    monkeypatch.setattr(people, "POOL", 2000)
    sizes = {"train": (8, 12), "external": (4, 6)}
    one, other = (people.draw_cohort(sizes, 0.3, EFFECTS["expansion"], HEAD, 7) for _ in range(2))
    assert (one[0].sbp == other[0].sbp).all() and (one[1] == other[1]).all()
    assert one[1][:20].sum() == 8 and one[1][20:].sum() == 4 and one[2].count("external") == 10
    assert len(set(zip(one[0].volume_ml, one[0].texture_hu))) == 30


def test_sizes_keep_the_shares_of_the_study():
    assert sized(LU2024.sizes, 235, None) == LU2024.sizes
    assert sum(map(sum, sized(LU2024.sizes, 40, None).values())) == 40
    with pytest.raises(BadInput, match="two patients"):
        sized(LU2024.sizes, 12, 3)


@pytest.mark.parametrize(
    "wrong", [{"body": "knee"}, {"effects": "none"}, {"effects": {"hope": 1.0}}, {"thickness_mm": [0.1]}, {"rate": 0}]
)
def test_wrong_parameters_are_refused_by_name(wrong):
    right = {
        "kind": "lesions",
        "title": {"en": "a", "zh": "甲"},
        "rate": 0.3,
        "rate_source": "-",
        "sizes": {"train": [9, 9]},
    }
    assert read_simulation(right, "r.toml").own_body is HEAD
    with pytest.raises(InputError):
        read_simulation(right | wrong, "r.toml")


def test_settings_state_what_the_recipe_does_not_and_their_words_are_whole():
    for entry in known_predictors().values():
        predictor = read_typed(Predictor, entry, "predictors.toml")
        assert predictor.label.en and predictor.label.zh
    text = cohort.settings_text(Plan("lu2024", "haematoma", LU2024, stated=("age", "sex")))
    settings = tomllib.loads(text)
    assert settings["simulated"] is True and settings["mask_labels"] == {"haematoma": 1}
    assert [entry["id"] for entry in settings["predictors"]] == list(known_predictors())[2:]
    assert settings["predictors"][0]["label"]["zh"]
    with pytest.raises(BadInput, match="hope is not simulated"):
        _ = Plan("own", "haematoma", LU2024, stated=("hope",)).columns


def test_what_was_cut_short_goes_on_and_other_patients_are_refused(tmp_path, monkeypatch):
    made = []

    class Pool:
        """Does the work at once."""

        __init__ = __exit__ = lambda self, *_, **__: None

        def __enter__(self):
            return self

        def submit(self, _, place, person, own):
            place.mask.parent.mkdir(exist_ok=True)
            place.mask.write_bytes(b"")
            made.append(place.number)
            return Future()

    monkeypatch.setattr(cohort, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(cohort, "as_completed", lambda jobs: [])
    monkeypatch.setattr(people, "POOL", 2000)
    monkeypatch.setattr(cohort, "best_areas", lambda *_: {"all": 0.9, "clinical": 0.6, "lesion": 0.8})
    own = Plan("lu2024", "haematoma", plan.LU2024)
    sizes = {"train": (4, 6), "external": (2, 3)}
    cohort.make_cohort(own, sizes, tmp_path, 3, 1, quiet=True)
    assert made == list(range(1, 16))
    (tmp_path / "masks" / "S0004.nii.gz").unlink()
    cohort.make_cohort(own, sizes, tmp_path, 3, 1, quiet=True)
    assert made[15:] == [4]
    with pytest.raises(BadInput, match="other simulated patients"):
        cohort.make_cohort(own, sizes, tmp_path, 4, 1, quiet=True)
