"""What the bundled packs say: short enough for the report, and every reminder where it is due."""

import numpy as np
import pytest

from inference.answers import complete, read_answers
from inference.packs.store import MANIFEST, Pack, read_manifest
from inference.risk.logistic import estimate, expit, logit
from inference.site import read_site
from inference.steps.logistic import build_model
from inference.steps.rules import run
from tests.helpers.packs import BUNDLED, RESOURCES, WITHOUT_MODELS, context

TITLE_LENGTH = 60
"""Characters that the header of the English report has room for."""
SCORES = [name for name in BUNDLED if name.startswith("ich-")]


def manifest(name: str):
    """As it stands in the folder, signed or not."""
    return read_manifest((RESOURCES / "packs" / name / MANIFEST).read_bytes(), name)


def reminders(**answers) -> set[str]:
    """Ids of the clinical pack's checks that hold for these answers."""
    clinical = manifest("cme-literature-prior")
    pack = Pack(clinical, {}, "", None)
    steps = [step for step in clinical.steps if step.kind == "rules"]
    return {result.value for step in steps for result in run(step, context(pack, answers)).results}


@pytest.mark.parametrize("name", BUNDLED)
def test_the_title_fits_the_header_of_the_report(name):
    assert len(manifest(name).title.en) <= TITLE_LENGTH


@pytest.mark.parametrize("name", WITHOUT_MODELS)
def test_the_card_bears_the_title_of_the_pack(name):
    title = manifest(name).title
    card = RESOURCES / "packs" / name / "card.md"
    assert card.read_text(encoding="utf-8").splitlines()[0] == f"# {title.en} / {title.zh}"


@pytest.mark.parametrize("name", SCORES)
def test_the_meaning_of_a_score_has_a_label_of_its_own(name):
    for step in (step for step in manifest(name).steps if step.kind == "score"):
        assert step.title.en != step.band_title.en and step.title.zh != step.band_title.zh


def test_a_thin_cannula_at_a_high_rate_is_warned_of_as_beyond_its_rating():
    assert reminders(gauge="24G", rate_ml_s=8.0) == {"24g-over-5", "prefer-20g", "24g-rating"}


def test_a_thin_cannula_is_reminded_of_its_rating_at_any_rate():
    assert reminders(gauge="24G") == {"24g-rating"}


@pytest.mark.parametrize("device", ["picc", "port", "cvc"])
@pytest.mark.parametrize(
    ("power_rated", "reminder"),
    [(None, "power-rating-unknown"), ("no", "not-power-rated"), ("yes", "device-limits")],
)
def test_a_central_device_is_reminded_of_its_power_rating(device, power_rated, reminder):
    assert reminders(device=device, power_rated=power_rated) == {reminder}


def test_a_peripheral_cannula_needs_no_power_rating():
    assert reminders(device="peripheral") == set()


def test_the_figures_that_explain_the_centring_are_those_of_the_demonstration_patient():
    clinical, site = manifest("cme-literature-prior"), read_site(RESOURCES / "demo" / "site.toml")
    given, _ = complete(clinical, read_answers(RESOURCES / "demo" / "answers.json"), {})
    model = build_model(clinical.steps[0], clinical, site)
    base, patient = logit(site.prevalence["cme"].value), estimate(model, {a.predictor: a.value for a in given})
    # On mean predictors a known answer counts against the mean of its scores, not against their average odds.
    known = [part for part in patient.contributions if part.answer is not None]
    spreads = {part.predictor: model.population[part.predictor] for part in known}
    means = {p: s.weights @ [model.score(p, answer) for answer in s.answers] for p, s in spreads.items()}
    centred = sum(model.score(part.predictor, part.answer) - means[part.predictor] for part in known)
    scores, weights = model.population_scores()
    shifted = [
        float(weights @ [expit(base + score + by) for score in scores]) for by in (0, centred - patient.log_odds)
    ]
    figures = [expit(base + patient.log_odds), expit(base + centred), *shifted]
    assert np.round(100 * np.array(figures), 2) == pytest.approx([2.79, 3.68, 0.27, 0.36])
    card = (RESOURCES / "packs" / "cme-literature-prior" / "card.md").read_text(encoding="utf-8")
    assert all(card.count(figure) >= 2 for figure in ("2.79", "3.68", "0.27", "0.36"))
