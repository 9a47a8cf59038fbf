"""Step ``sign-network``: a chance for each sign from a vector, and a warning where a rule has told it otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.language import Language
from inference.engines import EngineProvider
from inference.errors import EngineError, InputError
from inference.results import Sign, SignFigure
from inference.signs import RULES
from inference.steps import sign_network
from inference.steps.context import StepResult
from tests.helpers.manifests import IMAGE, STRUCTURE
from tests.helpers.packs import context, formula, make_pack, number
from training.learners.sign_heads import SignHead, heads_graph

SIGNS = ["blend", "island", "swirl"]
DRAWN = {"kind": "drawn", "id": "hand", "image": "ct", "structures": ["clot"]}
DEEP = {
    "kind": "deep-features",
    "id": "deep",
    "segment": "hand",
    "model": "encoder.onnx",
    "structures": ["clot"],
    "crop": {"size_px": 16, "pixel_mm": 1, "slices_mm": [0], "windows_hu": [[0, 80], [-10, 45], [35, 95]]},
}
STEP = {
    "kind": "sign-network",
    "id": "network",
    "features": "deep",
    "structure": "clot",
    "model": "signs.onnx",
    "signs": SIGNS,
    "seen_from": [0.5, 0.3, 0.5],
}
CHANCE = number("chance", 0, 1, step="network.blend")


def pack(**changes):
    steps = [DRAWN, DEEP, {**STEP, **changes}, formula("twice", "2 * chance")]
    parts = {"images": [IMAGE], "structures": [{**STRUCTURE, "id": "clot"}]}
    return make_pack({"encoder.onnx": b"-", "signs.onnx": b"-"}, predictors=[CHANCE], steps=steps, **parts)


def graph(bias=(2.0, -0.5, -3.0), weight=1.0):
    empty = np.zeros(0)
    return heads_graph([SignHead(sign, np.full(4, weight), b, empty, empty, 0.5) for sign, b in zip(SIGNS, bias)])


def seen(vector, rules=(), model=None):
    given = {"deep": StepResult(vectors={} if vector is None else {"deep": np.array(vector, np.float32)})}
    by_rule = tuple(Sign(name, "clot", "signs", "rule", told) for name, told in rules)
    own = context(
        pack(), earlier={**given, "signs": StepResult(signs=by_rule)}, engines=EngineProvider("onnxruntime:CPU")
    )
    return sign_network.run(pack().manifest.steps[2], replace(own, file=lambda _: model or graph()))


def test_each_sign_has_its_chance_and_is_seen_from_its_own_on():
    result = seen([0.0, 0, 0, 0])
    chances = 1 / (1 + np.exp([-2.0, 0.5, 3.0]))
    assert [(s.id, s.by, s.seen) for s in result.signs] == [
        ("blend", "network", True),
        ("island", "network", True),
        ("swirl", "network", False),
    ]
    assert [s.figures[0].value for s in result.signs] == pytest.approx(chances)
    assert result.signs[1].figures == (SignFigure("chance", pytest.approx(0.3775, abs=1e-4), 0.3),)
    assert dict(result.values) == {f"network.{s.id}": s.figures[0].value for s in result.signs}
    assert result.findings == () and len(result.engines) == 1
    assert seen(None) == StepResult()


def test_where_a_rule_told_otherwise_there_is_a_warning_and_none_where_it_could_not_tell():
    result = seen([0.0, 0, 0, 0], [("blend", False), ("island", None), ("swirl", False), ("irregular", True)])
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.subject) == ("signs.blend-differs", "warning", "clot")
    assert finding.evidence == {"chance": 0.88}


def test_a_disagreement_over_each_sign_can_be_said_in_both_languages():
    for name in RULES:
        for code in ("en", "zh"):
            said = Language(code).finding(f"signs.{name}-differs", {"chance": 0.88}, "clot")
            assert "0.88" in said and "{" not in said
            assert Language(code).text(f"sign.{name}").lower() in said.lower()


def test_what_is_no_chance_is_an_error():
    with pytest.raises(EngineError) as caught:
        seen([0.0, 0, 0, 0], model=graph(bias=(np.nan, 0, 0)))
    assert caught.value.code == "model.not-finite"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"signs": ["blend", "island", "halo"]}, "steps.network.signs"),
        ({"signs": ["blend", "blend", "swirl"]}, "steps[2].sign-network.signs"),
        ({"seen_from": [0.5, 0.5]}, "steps[2].sign-network"),
        ({"seen_from": [0.5, 0.5, 1.5]}, "steps[2].sign-network.seen_from[2]"),
        ({"structure": "nerve"}, "steps.network.structure"),
        ({"features": "hand"}, "steps.network.features"),
    ],
)
def test_a_manifest_that_names_what_there_is_not_is_refused_with_the_field(changes, field):
    with pytest.raises(InputError) as caught:
        pack(**changes)
    assert caught.value.parameters["field"] == field
