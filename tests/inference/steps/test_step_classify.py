"""Step ``classify``: the score of a vector, and the refusal of one that is unlike the training's."""

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from inference.engines import EngineProvider
from inference.errors import EngineError, InputError
from inference.steps.classify import run
from inference.steps.context import StepResult
from tests.helpers.graphs import convolution
from tests.helpers.packs import context
from tests.helpers.signature import CLASSIFY, DEEP, FEATURES, HEAD, head, signature_pack
from tests.helpers.vessels import STEP

LENGTH = 2 * FEATURES
VECTOR = np.linspace(-1, 2, LENGTH).astype(np.float32)
DISTANCE = float(np.linalg.norm(VECTOR))


@pytest.fixture(scope="module", params=["onnxruntime:CPU", "openvino:CPU"])
def provider(request):
    engines = EngineProvider(request.param, threads=1)
    yield engines
    engines.close()


def classified(provider, vector=VECTOR, model=None, limit=100.0):
    steps = [STEP, DEEP, {**CLASSIFY, "distance_limit": limit}]
    pack = signature_pack({HEAD: model or head()}, steps=steps, predictors=[])
    vectors = {} if vector is None else {"features": vector}
    given = context(pack, engines=provider, earlier={"features": StepResult(vectors=vectors)})
    return run(pack.manifest.steps[-1], given)


def weights(model: bytes) -> np.ndarray:
    return numpy_helper.to_array(onnx.load_from_string(model).graph.initializer[0])


def test_the_score_and_the_distance_are_those_of_the_head(provider):
    values = classified(provider).values
    assert values == pytest.approx(
        {"signature": (VECTOR @ weights(head())).item(), "signature.distance": DISTANCE}, rel=1e-5
    )


def test_images_like_those_of_the_training_are_said_to_be(provider):
    (finding,) = classified(provider).findings
    assert (finding.code, finding.severity, finding.subject) == ("features.in-distribution", "pass", "signature")


def test_images_unlike_those_of_the_training_are_refused_and_have_no_score(provider):
    result = classified(provider, limit=DISTANCE - 0.01)
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.subject) == (
        "features.out-of-distribution",
        "blocking",
        "signature",
    )
    assert finding.evidence == {"distance": round(DISTANCE, 3), "limit": pytest.approx(DISTANCE - 0.01, rel=1e-3)}
    assert list(result.values) == ["signature.distance"]


def test_the_head_is_named_in_the_result(provider):
    assert [use.model for use in classified(provider).engines] == [HEAD]


def test_without_a_vector_there_is_nothing(provider):
    assert classified(provider, vector=None) == StepResult()


def test_vectors_of_several_steps_are_scored_one_after_another_and_without_one_of_them_there_is_nothing(provider):
    other = {**DEEP, "id": "more"}
    steps = [STEP, DEEP, other, {**CLASSIFY, "features": ["more", "features"]}]
    pack = signature_pack({HEAD: head(2 * LENGTH)}, steps=steps, predictors=[])
    parts = {"features": VECTOR, "more": VECTOR[::-1] + 1}

    def scored(*names):
        earlier = {name: StepResult(vectors={name: parts[name]} if name in names else {}) for name in parts}
        return run(pack.manifest.steps[-1], context(pack, engines=provider, earlier=earlier))

    both = np.concatenate([parts["more"], parts["features"]])
    assert scored("features", "more").values["signature"] == pytest.approx(
        (both @ weights(head(2 * LENGTH))).item(), rel=1e-4
    )
    assert scored("features") == scored("more") == StepResult()


@pytest.mark.parametrize(
    ("features", "field"),
    [
        (["features", "shape"], "steps.signature.features"),
        (["features", "features"], "steps[2].classify.features"),
        ([], "steps[2].classify.features"),
    ],
)
def test_a_vector_that_is_not_there_or_stands_twice_is_refused_with_the_field(features, field):
    with pytest.raises(InputError) as caught:
        signature_pack({HEAD: head()}, steps=[STEP, DEEP, {**CLASSIFY, "features": features}], predictors=[])
    assert caught.value.parameters["field"].startswith(field)


@pytest.mark.parametrize(
    "model",
    [head(LENGTH + 1), head(names=("score", "far")), convolution().SerializeToString()],
    ids=["another length", "another output", "one output"],
)
def test_a_head_of_another_form_is_refused(provider, model):
    with pytest.raises(EngineError) as caught:
        classified(provider, model=model)
    assert (caught.value.code, caught.value.parameters["model"]) == ("model.interface", HEAD)


def test_a_score_that_is_no_number_is_an_error(provider):
    with pytest.raises(EngineError) as caught:
        classified(provider, model=head(middle=float("inf")))
    assert caught.value.code == "model.not-finite"
