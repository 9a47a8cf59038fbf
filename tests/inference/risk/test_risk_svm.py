"""A support vector machine as plain data, against scikit-learn; what is none is refused and named."""

import json

import numpy as np
import pytest
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from inference.errors import InputError
from inference.risk import svm
from inference.risk.svm import read_machine
from tests.helpers.learnt import MACHINE, NAMES, three_inputs


def read(changes: dict, names=NAMES, kernel="rbf"):
    return read_machine(json.dumps({**MACHINE, **changes}).encode(), names, kernel, "svm.json")


@pytest.mark.parametrize(("kernel", "gamma"), [("linear", None), ("rbf", 0.4)])
def test_decision_and_probability_are_those_of_scikit_learn(kernel, gamma):
    values, event = three_inputs()
    scaler = StandardScaler().fit(values)
    theirs = SVC(kernel=kernel, C=0.7, gamma=gamma or "scale").fit(scaler.transform(values), event)
    inputs = [
        {"name": name, "centre": float(c), "scale": float(s)} for name, c, s in zip(NAMES, scaler.mean_, scaler.scale_)
    ]
    fitted = {
        "inputs": inputs[::-1],  # a file may name them in another order
        "support": theirs.support_vectors_[:, ::-1].tolist(),
        "dual": theirs.dual_coef_[0].tolist(),
        "intercept": float(theirs.intercept_[0]),
        "gamma": gamma,
    }
    own = read(fitted, kernel=kernel)
    standard = np.array([own.standard(row) for row in values])
    decision = theirs.decision_function(scaler.transform(values))
    assert own.decision(standard) == pytest.approx(decision, abs=1e-10)
    chance = 1 / (1 + np.exp(MACHINE["platt"]["a"] * decision + MACHINE["platt"]["b"]))
    assert own.log_odds(standard) == pytest.approx(np.log(chance / (1 - chance)), abs=1e-9)


def test_values_as_far_apart_as_a_file_may_hold_them_give_finite_numbers():
    most = {"inputs": [{"name": name, "centre": -svm.MOST, "scale": svm.LEAST_SCALE} for name in NAMES]}
    for kernel, gamma in (("rbf", svm.MOST), ("linear", None)):
        large = {**most, "support": [[svm.MOST] * 3] * 2, "dual": [svm.MOST] * 2, "gamma": gamma}
        own = read({**large, "platt": {"a": svm.MOST, "b": svm.MOST}}, kernel=kernel)
        assert np.isfinite(own.log_odds(own.standard([svm.MOST, 0.0, -svm.MOST])[None])).all()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"inputs": []}, "inputs"),
        ({"inputs": [MACHINE["inputs"][0]] * 2, "support": [[0.0, 0.0]] * 4}, "inputs"),
        ({"inputs": [{**MACHINE["inputs"][0], "scale": 0}]}, "inputs[0].scale"),
        ({"support": []}, "support"),
        ({"support": [[1.0, 2.0]] * 4}, "support"),
        ({"dual": [1.0]}, "support"),
        ({"dual": [1.0, 0.7, -1.0, 1e13]}, "dual[3]"),
        ({"gamma": 0}, "gamma"),
        ({"gamma": -1}, "gamma"),
        ({"platt": {"a": 1}}, "platt.b"),
        ({"platt": None}, "platt"),
        ({"intercept": "much"}, "intercept"),
        ({"unheard-of": 1}, "unheard-of"),
        ({"inputs": [{"name": f"x{n}", "centre": 0, "scale": 1} for n in range(65)]}, "inputs"),
        ({"support": [[0.0] * 3] * 2001, "dual": [0.0] * 2001}, "support"),
    ],
)
def test_what_is_no_machine_is_refused_and_the_field_named(changes, field):
    with pytest.raises(InputError) as caught:
        read(changes)
    assert (caught.value.code, caught.value.parameters["source"]) == ("schema.invalid", "svm.json")
    assert caught.value.parameters["field"].startswith(field)


def test_a_machine_must_be_of_the_inputs_and_the_kernel_of_its_step():
    for names, wanted in ((("age", "volume"), "sign.yes"), ((*NAMES, "x", "y"), "x")):
        with pytest.raises(InputError) as caught:
            read({}, names)
        said = {"source": "svm.json", "field": "inputs", "wanted": wanted, "kind": "features"}
        assert (caught.value.code, caught.value.parameters) == ("schema.reference", said)
    for gamma, kernel in ((0.3, "linear"), (None, "rbf")):
        with pytest.raises(InputError) as caught:
            read({"gamma": gamma}, kernel=kernel)
        said = {"problem": "kernel", "problem_kind": "support-kernel", "expected": kernel, "count": 1}
        said |= {"source": "svm.json", "field": "gamma"}
        assert (caught.value.code, caught.value.parameters) == ("schema.invalid", said)


def test_a_machine_may_be_as_large_as_a_bedside_allows():
    names = [f"x{n}" for n in range(64)]
    inputs = [{"name": name, "centre": 0, "scale": 1} for name in names]
    large = read({"inputs": inputs, "support": [[0.5] * 64] * 2000, "dual": [1e12] * 2000}, names)
    assert (large.support.shape, large.dual.max()) == ((2000, 64), 1e12)
    with pytest.raises(InputError):
        read({"dual": [1.0, 0.7, -1.0, 1e12 + 0.5]})
