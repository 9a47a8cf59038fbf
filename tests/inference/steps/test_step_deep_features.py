"""Step ``deep-features``: what the encoder is given, how its features become one vector, what is refused."""

import numpy as np
import pytest
from onnx import helper

from inference.engines import EngineProvider
from inference.errors import Cancelled, EngineError
from inference.steps.context import StepResult
from inference.steps.crops import crops_of
from inference.steps.deep_features import run
from inference.volume import Volume
from tests.helpers.graphs import model, tensor, value
from tests.helpers.packs import context
from tests.helpers.shapes import image_of, segmentation
from tests.helpers.signature import DEEP, ENCODER, FEATURES, SIZE, SLICES, encoder, signature_pack
from tests.helpers.vessels import STEP


@pytest.fixture(scope="module")
def provider():
    engines = EngineProvider("onnxruntime:CPU", threads=1)
    yield engines
    engines.close()


def vessels(without: int = 0):
    """An artery and a vein of different size; one of them can be missing."""
    labels = np.zeros((12, 40, 60))
    labels[3:9, 10:16, 10:16] = 1
    labels[4:10, 20:30, 40:48] = 2
    labels[labels == without] = 0
    return segmentation(labels, ("artery", "vein"))


def features(provider, found=None, model=None, step=None, **changes):
    """What the step gives for vessels in a noisy scan, and the scan."""
    found = vessels() if found is None else found
    pack = signature_pack({ENCODER: model or encoder()}, steps=[STEP, {**DEEP, **(step or {})}], predictors=[])
    rng = np.random.default_rng(3)
    image = image_of(vessels())
    image = Volume(image.hu + rng.integers(-20, 20, image.hu.shape, np.int16), image.grid)
    given = context(
        pack, images={"ct": image}, engines=provider, earlier={"vessels": StepResult(segmentation=found)}, **changes
    )
    return run(pack.manifest.steps[-1], given), image


def test_the_vector_holds_the_mean_over_the_slices_of_each_structure_in_the_packs_order(provider):
    result, image = features(provider, step={"structures": ["vein", "artery"]})
    net = provider.load(encoder(), ENCODER)
    plan = signature_pack().manifest.steps[2].crop
    wanted = [net.run_single(crops_of(image, vessels(), n, plan)).mean(axis=0) for n in (1, 0)]
    vector = result.vectors["features"]
    assert (vector.shape, vector.dtype) == ((2 * FEATURES,), np.float32)
    assert vector == pytest.approx(np.concatenate(wanted), abs=1e-6)


def test_structures_that_look_different_have_different_features(provider):
    vector = features(provider)[0].vectors["features"]
    assert not np.allclose(vector[:FEATURES], vector[FEATURES:])


@pytest.mark.parametrize("length", [1, 7])
def test_an_encoder_may_have_any_number_of_features(provider, length):
    vector = features(provider, model=encoder(features=length))[0].vectors["features"]
    assert len(vector) == 2 * length


def test_the_encoder_is_named_in_the_result(provider):
    assert [use.model for use in features(provider)[0].engines] == [ENCODER]


def test_a_structure_that_was_not_found_stops_the_answer_and_there_is_no_vector(provider):
    result, _ = features(provider, vessels(without=2))
    assert [(f.code, f.severity, f.subject) for f in result.findings] == [
        ("features.structure-missing", "blocking", "vein")
    ]
    assert (result.vectors, result.engines) == ({}, ())


def test_a_structure_that_is_not_looked_at_may_be_missing(provider):
    result, _ = features(provider, vessels(without=2), step={"structures": ["artery"]})
    assert result.vectors["features"].shape == (FEATURES,)


def test_without_a_segmentation_there_is_nothing(provider):
    pack = signature_pack()
    given = context(pack, earlier={"vessels": StepResult()}, engines=provider)
    assert run(pack.manifest.steps[2], given) == StepResult()


@pytest.mark.parametrize(
    "changed",
    [
        encoder(slices=SLICES + 1),
        encoder(size=SIZE + 8),
        model(
            [helper.make_node("Identity", ["crops"], ["features"])],
            [value("crops", (SLICES, 3, SIZE, SIZE))],
            [value("features", (SLICES, 3, SIZE, SIZE))],
        ).SerializeToString(),
    ],
    ids=["other slices", "other size", "a map"],
)
def test_an_encoder_for_other_crops_is_refused(provider, changed):
    with pytest.raises(EngineError) as caught:
        features(provider, model=changed)
    assert (caught.value.code, caught.value.parameters["model"]) == ("model.interface", ENCODER)


def broken() -> bytes:
    nodes = [
        helper.make_node("Flatten", ["crops"], ["flat"]),
        helper.make_node("MatMul", ["flat", "m"], ["seen"]),
        helper.make_node("Div", ["seen", "zero"], ["features"]),
    ]
    weights = [tensor("m", np.ones((3 * SIZE * SIZE, 2))), tensor("zero", np.zeros(1))]
    inputs, outputs = [value("crops", (SLICES, 3, SIZE, SIZE))], [value("features", (SLICES, 2))]
    return model(nodes, inputs, outputs, weights).SerializeToString()


def test_features_that_are_no_numbers_are_an_error(provider):
    with pytest.raises(EngineError) as caught:
        features(provider, model=broken())
    assert caught.value.code == "model.not-finite"


def test_encoding_stops_when_it_is_cancelled(provider):
    with pytest.raises(Cancelled):
        features(provider, cancelled=lambda: True)


def test_progress_runs_upwards_to_the_end(provider):
    told = []
    features(provider, progress=told.append)
    assert told == [0.5, 1.0]
