"""Simulated patients with a haematoma: how they are distributed, and how well the best possible score tells them."""

import tomllib
from concurrent.futures import Future
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit

from inference.errors import InputError
from inference.predictors import Predictor
from inference.reading import read_typed
from training.cli import main
from training.cohort.table import read_cohort
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
    assert min(sized(LU2024.sizes, 12, 3)["train"]) < 2


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
    settings = tomllib.loads(cohort.settings_text(Plan("lu2024", "haematoma", LU2024)))
    assert settings["simulated"] is True and settings["mask_labels"] == {"haematoma": 1}
    assert [entry["id"] for entry in settings["predictors"]] == list(known_predictors())
    assert settings["predictors"][0]["label"]["zh"]
    some = replace(LU2024, columns=("age", "nihss"))
    settings = tomllib.loads(cohort.settings_text(Plan("lu2024", "haematoma", some, stated=("age", "sex"))))
    assert [entry["id"] for entry in settings["predictors"]] == ["nihss"]
    with pytest.raises(BadInput, match="hope is not simulated"):
        _ = Plan("own", "haematoma", LU2024, stated=("hope",)).columns


@pytest.fixture
def made(monkeypatch):
    """Numbers of the patients that are drawn, which here takes no time."""
    numbers = []

    class Pool:
        """Does the work at once."""

        __init__ = __exit__ = lambda self, *_, **__: None

        def __enter__(self):
            return self

        def submit(self, _, place, person, own):
            place.mask.parent.mkdir(exist_ok=True)
            place.mask.write_bytes(b"")
            numbers.append(place.number)
            return Future()

    monkeypatch.setattr(cohort, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(cohort, "as_completed", lambda jobs: [])
    monkeypatch.setattr(people, "POOL", 2000)
    monkeypatch.setattr(cohort, "best_areas", lambda *_: {"all": 0.9, "clinical": 0.6, "lesion": 0.8})
    return numbers


def test_what_was_cut_short_goes_on_and_other_patients_are_refused(made, tmp_path):
    own = Plan("lu2024", "haematoma", plan.LU2024)
    sizes = {"train": (4, 6), "external": (2, 3)}
    cohort.make_cohort(own, sizes, tmp_path, 3, 1, quiet=True)
    assert made == list(range(1, 16))
    (tmp_path / "masks" / "S0004.nii.gz").unlink()
    cohort.make_cohort(own, sizes, tmp_path, 3, 1, quiet=True)
    assert made[15:] == [4]
    with pytest.raises(BadInput, match="other simulated patients"):
        cohort.make_cohort(own, sizes, tmp_path, 4, 1, quiet=True)


RECIPE = """
id = "bleed"
about = { en = "Expansion of a haematoma", zh = "血肿扩大" }
shipped = "size"
[outcome]
id = "expansion"
event = { en = "expansion", zh = "血肿扩大" }
[[images]]
id = "ct"
title = { en = "Head CT", zh = "头颅 CT" }
modality = "CT"
[[structures]]
id = "clot"
title = { en = "Haematoma", zh = "血肿" }
short = "H"
kind = "lesion"
colour = "#d55e00"
code = "50960005"
volume_ml = { low = 0.5, high = 200 }
diameter_mm = { low = 3, high = 120 }
hu = { low = 30, high = 100 }
[[sources]]
kind = "drawn"
id = "drawing"
image = "ct"
structures = ["clot"]
[[predictors]]
id = "nihss"
kind = "number"
range = [0, 42]
decimals = 0
label = { en = "NIHSS", zh = "NIHSS" }
[[models]]
name = "size"
title = { en = "Size", zh = "大小模型" }
noun = { en = "size model", zh = "大小模型" }
short = { en = "size", zh = "大小" }
abbreviation = { en = "size", zh = "大小" }
predictors = ["answers"]
[pack]
title = { en = "a", zh = "甲" }
summary = { en = "a", zh = "甲" }
licence = { en = "a", zh = "甲" }
intended_use = { en = "a", zh = "甲" }
purpose = { en = "a", zh = "甲" }
reach = { en = "a", zh = "甲" }
limits = [{ en = "a", zh = "甲" }]
tiers = [
  { id = "high", title = { en = "HIGH", zh = "高风险" }, colour = "#b3261e", shape = "triangle", times = 2 },
  { id = "low", title = { en = "LOW", zh = "低风险" }, colour = "#2e7d32", shape = "circle", times = 0 },
]
[simulation]
kind = "lesions"
title = { en = "Simulated bleeds", zh = "仿真血肿" }
rate = 0.3
rate_source = "invented"
sizes = { train = [10, 20], validation = [3, 6], external = [3, 6] }
effects = "null"
columns = ["onset_hours"]
"""


def test_a_recipe_that_names_lesions_gets_a_cohort_that_the_factory_reads(made, tmp_path, capsys):
    (tmp_path / "bleed.toml").write_text(RECIPE, encoding="utf-8")
    out = tmp_path / "out"
    options = ["simulate-cohort", "--recipe", str(tmp_path / "bleed.toml"), "--out", str(out), "--quiet"]
    assert main([*options, "--patients", "24"]) == 0 and len(made) == 24
    found = read_cohort(out / "cohort.csv")
    assert (found.recipe.id, found.settings.simulated, found.settings.outcome) == ("bleed", True, "expansion")
    assert [p.id for p in found.settings.asked] == ["nihss", "onset_hours"]
    assert {case.split for case in found.cases} == {"train", "validation", "external"}
    assert sum(case.outcome for case in found.cases) == 8
    assert found.settings.mask_labels == {"clot": 1}
    assert all(0 <= case.answers["nihss"] <= 42 for case in found.cases)
    assert main([*options, "--patients", "9"]) == 2
    assert "leave two patients" in capsys.readouterr().err
