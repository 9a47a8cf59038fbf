"""What a worker does with the models of a pack before any patient is there."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from desktop.jobs.messages import MeasureEngines, WarmUp
from desktop.jobs.session import Session
from inference.engines import EngineProvider
from inference.errors import EngineError
from inference.kept_results import KeptResults
from tests.helpers.signature import ENCODER, HEAD, encoder, head, signature_pack

SEEN = (lambda stage, share: None, lambda: False)


def session(**files) -> Session:
    """With a pack of an encoder and a classifier, which has two outputs."""
    whole = signature_pack(files={"models/of-no-step.onnx": b"no model", **files})
    steps = tuple(step for step in whole.manifest.steps if step.kind in ("deep-features", "classify"))
    pack = replace(whole, manifest=replace(whole.manifest, steps=steps))
    return Session(SimpleNamespace(open=lambda name: pack), EngineProvider("onnxruntime:CPU", threads=1), KeptResults())


@pytest.fixture(autouse=True)
def one_engine(monkeypatch):
    from inference.engines import onnxruntime_engine, provider

    monkeypatch.setattr(provider, "all_candidates", onnxruntime_engine.candidates)


def test_the_models_that_steps_name_are_loaded_and_measured_whatever_goes_in_and_out(monkeypatch):
    made, libraries = session(), []
    monkeypatch.setattr("desktop.jobs.session.import_module", libraries.append)
    made.run(WarmUp("any"), *SEEN)
    assert "SimpleITK" in libraries, "nor does the patient wait for what measuring needs"
    assert {model.use.model for model in made.engines._loaded.values()} == {ENCODER, HEAD}
    assert [timing.model for timing in made.run(MeasureEngines("any"), *SEEN)] == [ENCODER, HEAD]
    made.engines.close()


@pytest.mark.parametrize(
    ("name", "model"), [(ENCODER, encoder(size=8)), (ENCODER, head()), (HEAD, head(names=("score", "far")))]
)
@pytest.mark.parametrize("job", [WarmUp("any"), MeasureEngines("any")])
def test_a_model_that_does_not_fit_its_step_is_refused_before_a_patient_waits(job, name, model):
    with pytest.raises(EngineError) as caught:
        session(**{name: model}).run(job, *SEEN)
    assert (caught.value.code, caught.value.parameters["model"]) == ("model.interface", name)
