"""From images to a signature to a trained risk: answered, refused as unlike the training, refused for want of a vessel.

The vessels of the small scan are found by fake networks, those of the phantom by the bundled ones; encoder, head and
risk are tiny and random, so the figures mean nothing but must follow from each other.
"""

import numpy as np
import pytest

from inference.engines import EngineProvider
from inference.errors import InputError
from inference.phantom.render import render
from inference.pipeline import Request, run
from inference.risk.logistic import expit, logit
from inference.site import Prevalence, SiteProfile
from inference.volume import Volume
from tests.helpers.packs import bundled, choice, sheet
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, SIGNATURE, fake_vessels, phantom_pack, signature_pack
from tests.helpers.vessels import GRID, STEP, VEIN, scan

pytestmark = pytest.mark.slow

SITE = SiteProfile(prevalence={"thing": Prevalence("register", rate=0.0027)})
TOO_FAR = {**CLASSIFY, "distance_limit": 1e-6}


def screened(pack=None, answers=None, volume=None, **request):
    volumes = {"ct": scan() if volume is None else volume}
    own = sheet({"c": "yes"} if answers is None else answers)
    request = {"sheet": own, "site": SITE, "simulated": True, **request}
    return run(Request(pack or signature_pack(), volumes=volumes, **request), fake_vessels())


def blocking(outcome) -> list[str]:
    return [f.code for f in outcome.findings if f.severity == "blocking"]


def answer_of(outcome, name: str = "signature"):
    return next(a for a in outcome.answers if a.predictor == name)


@pytest.fixture(scope="module")
def answered():
    return screened()


def test_the_signature_is_an_answer_of_the_images(answered):
    assert (answered.kind, answer_of(answered).origin) == ("answer", "image")
    assert [a.predictor for a in answered.answers] == ["c", "signature"]


def test_the_risk_is_that_of_the_trained_model_with_the_signature(answered):
    log_odds = LOGISTIC["intercept"] + np.log(2) + answer_of(answered).value * np.log(1.8)
    risk = answered.risk
    assert risk.population.raw_probability == pytest.approx(expit(log_odds))
    shifted = log_odds - logit(0.302) + logit(0.0027) + risk.explanation.recentring
    assert risk.estimate.chance == pytest.approx(expit(shifted))
    assert risk.explanation.unknown == ()


def test_the_signature_is_no_way_to_another_risk(answered):
    assert answered.risk.explanation.what_if == ()


def test_images_like_those_of_the_training_are_said_to_be(answered):
    assert "features.in-distribution" in [f.code for f in answered.findings]


def test_encoder_and_head_are_named(answered):
    assert [use.model for use in answered.engines][-2:] == ["models/encoder.onnx", "models/head.onnx"]


def test_a_signature_that_is_typed_in_is_a_mistake():
    with pytest.raises(InputError) as caught:
        screened(answers={"c": "yes", "signature": 2})
    assert caught.value.code == "answers.from-image"


def test_images_unlike_those_of_the_training_are_refused_with_what_was_measured():
    pack = signature_pack(steps=[STEP, {"kind": "measure", "id": "m", "segment": "vessels"}, DEEP, TOO_FAR, LOGISTIC])
    outcome = screened(pack)
    assert (outcome.kind, outcome.risk, blocking(outcome)) == ("refusal", None, ["features.out-of-distribution"])
    assert ([m.found for m in outcome.measures], len(outcome.pictures)) == ([True, True], 1)
    assert (answer_of(outcome).value, answer_of(outcome).origin) == (None, "unknown")


def test_a_vessel_that_was_not_found_has_no_features_and_the_risk_is_refused():
    volume = scan()
    volume.hu[VEIN] = -100
    measure = {"kind": "measure", "id": "m", "segment": "vessels", "part_of_answer": False}
    outcome = screened(signature_pack(steps=[STEP, measure, DEEP, CLASSIFY, LOGISTIC]), volume=volume)
    assert (outcome.kind, blocking(outcome)) == ("refusal", ["features.structure-missing"])
    assert (outcome.risk, [m.found for m in outcome.measures]) == (None, [True, False])


def test_a_vessel_that_the_answer_rests_on_is_missed_before_its_features_are():
    outcome = screened(volume=Volume(np.full(GRID.shape, -100, np.int16), GRID))
    assert (outcome.kind, "vessel.not-found" in blocking(outcome)) == ("refusal", True)
    assert "features" not in outcome.seconds


def test_a_signature_out_of_range_is_refused_before_the_risk():
    outcome = screened(signature_pack(predictors=[choice("c"), {**SIGNATURE, "range": [40, 50]}]))
    assert (outcome.kind, blocking(outcome), outcome.risk) == ("refusal", ["answers.out-of-range"], None)
    assert "risk" not in outcome.seconds


def test_with_too_few_answers_the_signature_alone_is_no_risk():
    steps = [STEP, {"kind": "measure", "id": "m", "segment": "vessels"}, DEEP, CLASSIFY]
    outcome = screened(signature_pack(steps=[*steps, {**LOGISTIC, "minimum_known": 2}]), answers={})
    assert blocking(outcome) == ["risk.too-few-answers"]


@pytest.fixture(scope="module")
def phantom():
    return render()


@pytest.fixture(scope="module")
def real_engines():
    engines = EngineProvider("openvino:CPU", threads=1)
    yield engines
    engines.close()


def screened_phantom(phantom, real_engines, **classify):
    request = Request(
        phantom_pack(**classify),
        sheet({"sex": "female"}),
        SiteProfile(prevalence={"cme": Prevalence("register", rate=0.0027)}),
        volumes={"ct": phantom},
        fallback=bundled("cme-literature-prior"),
        simulated=True,
    )
    return run(request, real_engines)


def test_the_phantom_is_answered_with_its_signature(phantom, real_engines):
    outcome = screened_phantom(phantom, real_engines)
    assert (outcome.kind, blocking(outcome), outcome.fallback) == ("answer", [], None)
    parts = {part.predictor: part.answer for part in outcome.risk.explanation.contributions}
    assert parts == {"sex": "female", "signature": answer_of(outcome).value}
    # The population of the phantom's pack is the textbook one; its mean probability is the site's rate.
    assert outcome.risk.explanation.recentring != 0


def test_images_without_the_simulators_mark_get_masks_and_measures_and_no_figure_that_was_learnt_from_simulations():
    outcome = screened(simulated=False)
    assert (outcome.kind, blocking(outcome)) == ("refusal", ["demonstration.simulated-outcomes"])
    assert (outcome.risk, outcome.results, outcome.simulated) == (None, (), False)
    assert ([m.found for m in outcome.measures], len(outcome.pictures)) == ([True, True], 1)
    assert answer_of(outcome).origin == "unknown"


def test_a_model_learnt_from_patients_needs_no_mark():
    outcome = screened(signature_pack(status="site-trained"), simulated=False)
    assert (outcome.kind, outcome.risk is not None) == ("answer", True)


@pytest.mark.parametrize(
    ("status", "outcomes", "demonstration"),
    [
        ("simulation-trained", None, True),
        ("simulation-trained", "published", True),
        ("simulation-trained", "patients", True),
        ("site-trained", "simulated", True),
        ("site-trained", None, False),
        ("externally-validated", "patients", False),
    ],
)
def test_whether_outcomes_were_simulated_is_told_by_the_pack(status, outcomes, demonstration):
    step = LOGISTIC if outcomes is None else {**LOGISTIC, "outcomes": outcomes}
    steps = [STEP, {"kind": "measure", "id": "m", "segment": "vessels"}, DEEP, CLASSIFY, step]
    assert signature_pack(status=status, steps=steps).manifest.learnt_from_simulation is demonstration


def test_a_classifier_that_was_taught_by_simulations_is_a_demonstration_without_any_risk_behind_it():
    steps = [STEP, {"kind": "measure", "id": "m", "segment": "vessels"}, DEEP, CLASSIFY]
    pack = signature_pack(status="simulation-trained", steps=steps)
    assert pack.manifest.learnt_from_simulation
    outcome = screened(pack, simulated=False)
    assert (blocking(outcome), outcome.results) == (["demonstration.simulated-outcomes"], ())


def test_networks_that_only_draw_vessels_make_no_demonstration_of_published_odds():
    assert not bundled("cme-vessels-demo").manifest.learnt_from_simulation


def test_where_the_phantom_is_unlike_the_training_the_clinical_pack_answers(phantom, real_engines):
    answers = {"sex": "female"}
    outcome = screened_phantom(phantom, real_engines, distance_limit=1e-6)
    assert (outcome.kind, blocking(outcome)) == ("refusal", ["features.out-of-distribution"])
    assert (len(outcome.measures), outcome.risk) == (4, None)
    assert outcome.fallback.pack.manifest.id == "cme-literature-prior"
    assert {a.predictor: a.value for a in outcome.fallback.answers if a.value is not None} == answers


def test_progress_of_the_steps_goes_forward_to_the_end_and_mostly_while_vessels_are_looked_for():
    told, request = [], Request(signature_pack(), sheet({"c": "yes"}), SITE, volumes={"ct": scan()})
    run(request, fake_vessels(), lambda stage, share: told.append((stage, share)))
    shares = [share for stage, share in told if stage == "steps"]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert any(0.5 < share < 0.9 for share in shares)
