"""A network of signs beside the rules: compared on left-out patients, and stated as a pack states it."""

from types import SimpleNamespace

import numpy as np
import pytest

from inference.reading import read_typed
from inference.signs import RULES
from inference.steps.sign_network import SignNetworkStep
from inference.steps.signs import SignRule, SignsStep
from training.features import train_signs
from training.features.train_signs import CALLS, Looked, judge, step_of
from training.learners.sign_heads import SignHead

SIGNS = SignsStep("signs", "signs", "hand", "clot", (SignRule("blend", "source"),))


def looked():
    said = ["yes", "yes", "no", None, "no", "yes"]
    cases = tuple(SimpleNamespace(answers={"blend_sign": one}) for one in said)
    return Looked(cases, np.zeros((6, 2)), {"blend": (True, False, False, True, True, None)})


def head(*chances):
    rows = np.array([True, True, True, False, True, True])
    return SignHead("blend", np.ones(2), 0.0, rows, np.array(chances), 0.5)


def test_network_and_rule_are_compared_where_a_reader_called_and_a_rule_could_tell():
    figures = judge(head(0.9, 0.6, 0.2, 0.4, 0.8), looked())
    assert (figures["called"], figures["of"]) == (3, 5)
    assert figures["network"] == {"sensitivity": 1.0, "specificity": 1.0}
    assert figures["rule"] == {"sensitivity": 0.5, "specificity": 0.5}
    assert (figures["differ"], figures["differ_network_as_called"]) == (2, 2)
    assert np.array_equal(looked().called("blend"), [1, 1, 0, np.nan, 0, 1], equal_nan=True)


def test_a_pack_can_state_the_step_as_it_is_written():
    step = read_typed(SignNetworkStep, step_of(SIGNS, [head()]), "network.json")
    assert (step.signs, step.seen_from, step.structure) == (("blend",), (0.5,), "clot")
    assert set(CALLS) == set(RULES)


def test_a_recipe_without_signs_is_refused(monkeypatch):
    recipe = SimpleNamespace(id="other", features=())
    monkeypatch.setattr(train_signs, "read_cohort", lambda *_: SimpleNamespace(recipe=recipe))
    with pytest.raises(train_signs.BadInput) as caught:
        train_signs.run(SimpleNamespace(cohort=None, recipe=None, work="."))
    assert "other" in str(caught.value)
