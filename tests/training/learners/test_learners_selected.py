"""Selection before a score: inside the folds, and shipped in one graph with the score."""

import numpy as np
import pytest

from inference.engines import EngineProvider
from inference.steps.classify import interface_of
from tests.helpers.risk import draw_patients
from training.learners import SCORERS, SELECTORS
from training.learners.classifier import classifier_graph
from training.learners.learner import Effort, Vectors
from training.learners.linear import Linear
from training.learners.selected import learn
from training.learners.selectors import ByItself, ByLasso
from training.statistics.discrimination import auc

QUICK = Effort(folds=3, repeats=1)
RIDGE = Linear(head="ridge", components=(0,))


def vectors(count, features, image, seed=0):
    patients = draw_patients(count, seed=seed, features=features, clinical=0, image=image)
    return patients.vectors(())[0]


@pytest.mark.parametrize("selector", [ByLasso(), ByItself(most=4, most_p=0.01)], ids=["lasso", "univariable"])
def test_what_is_selected_is_scored_the_same_by_the_graph_that_a_pack_runs(selector):
    own = vectors(90, 30, 2.0)
    score = learn(RIDGE, selector, own, QUICK, np.random.default_rng(0))
    assert 0 < len(score.kept) < 30 and auc(own.event, score.out_of_fold) > 0.7
    assert score.out_of_fold.mean() == pytest.approx(0, abs=1e-9) and score.out_of_fold.std() == pytest.approx(1)
    about = score.about(tuple(f"f{n}" for n in range(30)))
    assert (about.head, about.features) == ("ridge", 30) and {one.name for one in about.selected} <= {
        f"f{n}" for n in score.kept
    }
    centre, directions = own.features.mean(axis=0), np.eye(30)[:3]
    engines = EngineProvider("onnxruntime:CPU")
    graph = classifier_graph(score.operators("off", centre, "score"), directions, centre)
    model = engines.load(graph, "head", interface_of(30))
    (taken,) = model.graph.inputs
    for row in own.features[:3]:
        given = model.engine.run({taken: row[None].astype(np.float32)})
        assert given["score"].item() == pytest.approx(score.scores(row[None])[0], abs=1e-3)
    engines.close()


def test_a_selection_among_pure_noise_finds_nothing_in_cases_that_were_left_out():
    """Chosen on all cases once, the same features tell the outcomes apart: what stands outside the folds leaks."""
    areas, leaked = [], []
    for seed in range(3):
        own = vectors(60, 200, 0.0, seed)
        selector = ByItself(most=8)
        score = learn(RIDGE, selector, own, QUICK, np.random.default_rng(seed))
        areas.append(auc(own.event, score.out_of_fold))
        kept = selector.chosen(own, QUICK, np.random.default_rng(seed))
        once = learn(RIDGE, None, own.of(kept), QUICK, np.random.default_rng(seed))
        leaked.append(auc(own.event, once.out_of_fold))
    assert np.mean(areas) < 0.65 < 0.75 < np.mean(leaked)


def test_where_nothing_is_significant_or_has_a_weight_the_strongest_feature_stays():
    rng = np.random.default_rng(1)
    own = Vectors(rng.normal(size=(24, 5)), np.arange(24) % 2 == 0, np.arange(24))
    own.features[:, 3] = 1.0
    for selector in (ByItself(most_p=1e-9), ByLasso()):
        assert len(selector.chosen(own, QUICK, rng)) >= 1
    with pytest.raises(ValueError, match="one feature at least"):
        ByItself(most=0)


def test_plans_are_told_apart_by_their_kind():
    for plans in (SCORERS, SELECTORS):
        kinds = [plan().kind for plan in plans]
        assert len(set(kinds)) == len(kinds)
