"""Heads of signs: learnt from the calls that there are, judged by left-out patients, one graph for all."""

import numpy as np
import pytest
from scipy.special import expit

from inference.engines import EngineProvider
from inference.steps.sign_network import CHANCES, interface_of
from training.learners.learner import Effort
from training.learners.sign_heads import FEWEST, heads_graph, learn_heads
from training.statistics.discrimination import auc


@pytest.fixture(scope="module")
def learnt():
    rng = np.random.default_rng(5)
    features = rng.standard_normal((90, 6)) * (1, 20, 1, 1, 1, 1)
    features[3] = np.nan
    called = (features[:, 0] > 0).astype(float)
    called[7] = np.nan
    rare = np.zeros(90)
    rare[: FEWEST - 1] = 1
    by_chance = rng.integers(0, 2, 90).astype(float)
    calls = {"blend": called, "island": rare, "swirl": by_chance, "irregular": (features[:, 1] > 5).astype(float)}
    return features, calls, learn_heads(features, calls, np.arange(90), Effort(3, 1), rng)


def test_a_sign_has_a_head_where_enough_were_called_and_the_head_tells_something_of_others(learnt):
    _, calls, heads = learnt
    assert [head.sign for head in heads] == ["blend", "irregular"]
    for head, count in zip(heads, (88, 89)):
        assert head.rows.sum() == count and not head.rows[3]
        assert auc(calls[head.sign][head.rows] == 1, head.left_out) > 0.9
        assert 0.01 <= head.seen_from <= 0.99


def test_the_graph_gives_the_chances_of_all_heads(learnt):
    features, _, heads = learnt
    model = EngineProvider("onnxruntime:CPU").load(heads_graph(heads), "signs.onnx", interface_of(6, 2))
    (taken,) = model.graph.inputs
    given = model.engine.run({taken: features[:1].astype(np.float32)})[CHANCES][0]
    assert given == pytest.approx([expit(features[0] @ head.weights + head.bias) for head in heads], rel=1e-4)
