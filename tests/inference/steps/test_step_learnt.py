"""Steps ``linear`` and ``svm``: a risk with what moved it, and how both are moved to whom they are read against."""

import json
import math

import numpy as np
import pytest

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json, write_pdf
from inference.errors import InputError
from inference.reading import to_plain
from inference.risk.logistic import at_prevalence, expit, logit
from inference.site import SiteProfile
from inference.steps import kind_of
from tests.helpers.content import bars_of, rows_of
from tests.helpers.learnt import ANSWERS, FEATURES, HELD_OUT, LINEAR, MACHINE, NAMES, SITE, SVM, learnt_pack
from tests.helpers.packs import context, screen
from tests.helpers.pages import texts

LINEAR_SVM = {**SVM, "kernel": "linear"}
LINEAR_MACHINE = {**MACHINE, "gamma": None}
PACKS = {
    "linear": (LINEAR, None),
    "linear svm": (LINEAR_SVM, LINEAR_MACHINE),
    "rbf": (SVM, None),
}
GIVEN = np.array([71.0, 44.0, 1.0])


def found(name: str, answers: dict | None = None, site: SiteProfile = SITE, **changes):
    step, machine = PACKS[name]
    pack = learnt_pack(step, machine, **changes)
    (own,) = pack.manifest.steps
    return kind_of(own).run(own, context(pack, ANSWERS if answers is None else answers, site=site))


def log_odds(name: str) -> float:
    """By hand, from the numbers of the fixture."""
    if name == "linear":
        return -0.9 + 0.03 * 11 + 0.02 * 19 + 1.1 * 0.6
    z = (GIVEN - [60, 25, 0.4]) / [10, 15, 0.49]
    support, dual = np.array(MACHINE["support"]), np.array(MACHINE["dual"])
    kernel = support @ z if name == "linear svm" else np.exp(-0.3 * ((support - z) ** 2).sum(axis=1))
    return 1.6 * (dual @ kernel - 0.1) - 0.7


@pytest.mark.parametrize("name", PACKS)
def test_the_risk_is_that_of_the_model_moved_to_the_rate_of_the_site_without_an_interval(name):
    risk = found(name).risk
    against = log_odds(name) - logit(0.3)
    assert risk.population.raw_probability == pytest.approx(expit(log_odds(name)))
    assert risk.estimate.chance == pytest.approx(at_prevalence(against, 0.1))
    assert (risk.estimate.probability.low, risk.estimate.relative.high) == (None, None)
    without = found(name, site=SiteProfile()).risk
    assert (without.estimate.probability, without.estimate.relative.value) == (None, pytest.approx(math.exp(against)))


@pytest.mark.parametrize(
    ("name", "method"), [("linear", "additive"), ("linear svm", "additive"), ("rbf", "permutation")]
)
def test_every_predictor_has_its_part_and_together_they_make_the_output(name, method):
    explanation = found(name).risk.explanation
    assert (explanation.method, explanation.inputs()) == (method, ANSWERS)
    assert explanation.output == pytest.approx(log_odds(name))
    amounts = [part.amount for part in explanation.parts]
    if name == "linear":
        assert amounts == pytest.approx([0.33, 0.38, 0.66])
    elif name == "linear svm":
        # Weight x distance from the mean: what each adds hangs on nothing else.
        weights = 1.6 * np.array(MACHINE["dual"]) @ np.array(MACHINE["support"])
        assert amounts == pytest.approx(list(weights * (GIVEN - [60, 25, 0.4]) / [10, 15, 0.49]))


def test_answers_of_one_question_are_moved_together():
    twice = [*FEATURES[:2], {**FEATURES[2], "predictor": "sign"}, {"name": "no", "predictor": "sign", "answer": "no"}]
    inputs = [*MACHINE["inputs"], {"name": "no", "centre": 0.6, "scale": 0.49}]
    machine = {**MACHINE, "inputs": inputs, "support": [[*row, -row[2]] for row in MACHINE["support"]]}
    pack = learnt_pack(SVM, machine, features=twice)
    (own,) = pack.manifest.steps
    explanation = kind_of(own).run(own, context(pack, ANSWERS, site=SITE)).risk.explanation
    assert [part.predictor for part in explanation.parts] == ["age", "volume", "sign"]


@pytest.mark.parametrize("name", PACKS)
def test_an_unknown_answer_is_not_filled_in(name):
    given = found(name, {**ANSWERS, "sign": None})
    assert given.risk is None
    assert [(f.code, f.evidence) for f in given.findings] == [("risk.too-few-answers", {"known": 2, "needed": 3})]


@pytest.mark.parametrize(("intercept", "refused"), [(20.0, False), (26.0, True), (-1e9, True)])
def test_odds_that_nobody_can_mean_are_refused_and_the_largest_part_is_named(intercept, refused):
    given = found("linear", intercept=intercept)
    assert [(f.code, f.subject) for f in given.findings] == [("risk.beyond-odds", "sign")] * refused


@pytest.mark.parametrize("name", PACKS)
def test_it_is_recentred_on_held_out_patients_and_tells_what_a_tier_means(name):
    risk = found(name, held_out=HELD_OUT).risk
    moved = risk.explanation.recentring
    people = 0.1 * np.array(HELD_OUT["events"]) / 10 + 0.9 * np.array(HELD_OUT["others"]) / 40
    assert people @ expit(np.array(HELD_OUT["scores"]) + moved + logit(0.1)) == pytest.approx(0.1)
    against = log_odds(name) - logit(0.3) + moved
    assert risk.estimate.chance == pytest.approx(at_prevalence(against, 0.1))
    assert risk.explanation.output == pytest.approx(log_odds(name))
    assert [tier.tier for tier in risk.population.tiers] == ["high", "low"]
    assert found(name, held_out=HELD_OUT, recentring=0.0).risk.explanation.recentring == 0
    assert found(name, recentring=-0.5).risk.explanation.recentring == -0.5


@pytest.mark.parametrize("code", ["en", "zh"])
@pytest.mark.parametrize("name", PACKS)
def test_paper_and_record_name_the_method(name, code, tmp_path):
    step, machine = PACKS[name]
    outcome = screen(learnt_pack(step, machine, held_out=HELD_OUT), ANSWERS, SITE)
    language, method = Language(code), outcome.risk.explanation.method
    content = build_content(outcome, language)
    bars = bars_of(content)
    assert sum(bar.size for bar in bars) == pytest.approx(
        outcome.risk.explanation.output - outcome.risk.explanation.base
    )
    write_pdf(content, tmp_path / "r.pdf")
    first = "".join(texts(tmp_path / "r.pdf")[0].split())
    for said in (f"report.attributions.title.{method}", f"report.attributions.note.{method}"):
        assert "".join(language.text(said).split()) in first
    word = {"en": "ermutation", "zh": "置换"}[code]
    assert (word in first) == (name == "rbf")
    assert language.text("report.recentred") in dict(rows_of(content))
    write_json(outcome, tmp_path / "r.json")
    assert read_outcome(tmp_path / "r.json") == outcome
    plain = to_plain(outcome)
    plain["risk"]["explanation"]["recentring"] += 0.4
    (tmp_path / "r.json").write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(InputError, match="record"):
        read_outcome(tmp_path / "r.json")


@pytest.mark.parametrize(
    ("step", "changes"),
    [
        (LINEAR, {"features": []}),
        (LINEAR, {"features": [LINEAR["features"][0]] * 2}),
        (LINEAR, {"features": FEATURES}),
        (LINEAR, {"trained_prevalence": 1}),
        (LINEAR, {"recentring": 26}),
        (SVM, {"kernel": "poly"}),
        (SVM, {"features": [{"name": f"{n}", "predictor": "age"} for n in range(65)]}),
        (SVM, {"minimum_known": 1}),
    ],
)
def test_a_step_that_contradicts_itself_is_refused(step, changes):
    with pytest.raises(InputError) as caught:
        learnt_pack(step, **changes)
    assert caught.value.code == "schema.invalid"


def test_the_names_of_the_fixture_are_those_of_its_machine():
    assert tuple(feature["name"] for feature in FEATURES) == NAMES
