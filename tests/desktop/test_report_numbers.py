"""Numbers on paper are true and read rightly: whose average, what a tier means, how many of a thousand."""

import json
import re
from dataclasses import replace

import pytest

from desktop.audit import details_of
from desktop.cases import CaseStore, new_case
from desktop.cli.main import main
from desktop.demonstration import CODE, is_demonstration, presentable
from desktop.language import Language
from desktop.places import default_places
from desktop.report.background import auc_text
from desktop.report.build import build_content
from desktop.report.document import read_outcome
from desktop.report.frequency import frequency_of
from desktop.report.sections import Changes, Factors, Measures, NomogramContent, Pictures, Provenance
from desktop.report.signing import checked_part, checklist_items
from desktop.report.wording import count_text
from inference.outcome import Tick
from inference.packs.consistency import check_tiers
from inference.pipeline import Request, run
from inference.reading import to_plain
from inference.risk.held_out import held_out_of
from inference.site import Prevalence, SiteProfile
from inference.vocabulary import Text
from tests.helpers.content import changes_of, section_of, with_probability
from tests.helpers.earlier import as_version_0_1
from tests.helpers.outcomes import ANSWERS, SITE, screen
from tests.helpers.packs import BUNDLED, bundled, sheet
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, fake_vessels, signature_pack
from tests.helpers.vessels import STEP, scan

ENGLISH = Language("en")
MEASURE = {"kind": "measure", "id": "m", "segment": "vessels"}
RATE = SiteProfile(prevalence={"thing": Prevalence("register", rate=0.0027)})
COUNTED = held_out_of(
    range(-5, 5), [n in (1, 3, 4) for n in range(-5, 5)], 0.0027, {"en": "ten at centre B", "zh": "B 中心十例"}, False
)


def imaged(simulated: bool = True, **logistic):
    steps = [STEP, MEASURE, DEEP, CLASSIFY, {**LOGISTIC, **logistic}]
    request = Request(
        signature_pack(steps=steps), sheet({"c": "yes"}), RATE, volumes={"ct": scan()}, simulated=simulated
    )
    return run(request, fake_vessels())


@pytest.fixture(scope="module")
def high():
    return screen("cme-literature-prior", {**ANSWERS, "agent": "iohexol"})


@pytest.fixture(scope="module")
def before():
    """A record of a version that gave a patient what was learnt from simulations."""
    return replace(imaged(), simulated=False)


@pytest.fixture(scope="module")
def counted():
    return imaged(held_out=COUNTED)


def whole(outcome, code: str = "en") -> str:
    """Everything that is said, on one line each."""
    content = build_content(outcome, Language(code))
    behind = section_of(content, Provenance)
    rows = (*behind.figures, *behind.rows)
    return "\n".join([*content.banner.lines, *content.banner.notes, content.banner.ratio_title, *map(" ".join, rows)])


def test_no_capacity_and_no_area_is_printed_from_a_models_own_odds(high):
    for outcome in (high, imaged()):
        figures = [title for title, _ in section_of(build_content(outcome, ENGLISH), Provenance).figures]
        assert not any("this model" in title or "can reach" in title or "counted" in title for title in figures)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_figures_of_held_out_patients_say_who_how_many_and_how_sure(counted, code):
    rows = dict(section_of(build_content(counted, Language(code)), Provenance).figures)
    (area,) = (title for title in rows if title.startswith("AUC"))
    assert Language(code).of(counted.pack.manifest.steps[-1].held_out.title) in area
    assert "n = 10" in area
    assert "3" in area
    assert rows[area] == auc_text(*COUNTED["auc"].values())
    assert sum("10" in title and "90 / 80 / 70 / 60 / 50" in title for title in rows) == 1


@pytest.mark.parametrize(
    ("value", "low", "high", "text"),
    [(0.9561, 0.754, 0.994, "0.96 (0.75–0.99)"), (0.9339, 0.9259, 0.9422, "0.934 (0.926–0.942)")],
)
def test_an_area_has_no_more_decimals_than_its_interval_allows(value, low, high, text):
    assert auc_text(value, low, high) == text


def test_the_mean_risk_of_held_out_patients_is_the_rate_of_the_site_and_page_two_says_how(counted):
    assert counted.risk.explanation.recentring != 0
    assert "Re-centred" in whole(counted)
    assert "ten at centre B" in whole(counted)


def test_a_tier_says_whom_it_holds_and_where_that_is_from(high, counted):
    assert "By the population model, not measured: this tier holds" in whole(high)
    assert "Observed in held-out patients: this tier holds" in whole(counted)


@pytest.mark.parametrize("name", BUNDLED)
def test_no_shipped_tier_can_contradict_its_times_average(name):
    check_tiers(bundled(name).manifest, name)


def test_the_tier_never_contradicts_the_ratio_beside_it():
    for flush in ("yes", "no"):
        for age in (20, 50, 90):
            risk = screen("cme-literature-prior", {"age": age, "sex": "male", "diabetes": "no", "flush": flush}).risk
            least = {"high": 2, "medium": 1, "low": 0}[risk.estimate.tier.id]
            assert risk.estimate.relative.value >= least


def test_the_average_is_the_sites_only_where_the_site_has_told_its_case_mix(high):
    assert high.risk.estimate.relative.average_of == "pack"
    assert "site average" not in whole(high)
    assert "Average: of an assumed reference population" in whole(high)
    (step,) = (s for s in high.pack.manifest.steps if s.kind == "logistic")
    own = {
        d.predictor: dict(d.shares) if hasattr(d, "shares") else {"mean": d.mean, "sd": d.sd} for d in step.population
    }
    told = screen("cme-literature-prior", ANSWERS, replace(SITE, population=own))
    assert told.risk.estimate.relative.average_of == "site"
    assert "Times the site average" in whole(told)
    part = screen("cme-literature-prior", ANSWERS, replace(SITE, population={"age": own["age"]}))
    assert part.risk.estimate.relative.average_of == "pack"


def test_without_a_rate_no_heading_speaks_of_a_site_average():
    outcome = screen("cme-literature-prior", ANSWERS, SiteProfile())
    content = build_content(outcome, ENGLISH)
    assert content.banner.ratio_title == "Odds against the average"
    assert section_of(content, Factors).title == "Contributing factors (odds against the average)"
    assert content.banner.frequency is None


def test_a_risk_is_told_as_so_many_of_a_thousand_beside_the_average(high):
    counts = frequency_of(high.risk, ENGLISH)
    assert counts.text == f"{count_text(1000 * high.risk.estimate.chance)} of 1,000; event rate here 2.7 of 1,000"
    assert counts.shares == (high.risk.estimate.chance, high.risk.population.site_prevalence)


@pytest.mark.parametrize(
    ("probability", "rate", "text"),
    [
        (0.0282, 0.0027, "28 of 1,000; event rate here 2.7 of 1,000"),
        (0.0007, 0.0027, "7.0 of 10,000; event rate here 27 of 10,000"),
        (0.00002, 0.0011, "2.0 of 100,000; event rate here 110 of 100,000"),
    ],
)
def test_both_counts_have_one_denominator_in_which_the_rarer_is_not_less_than_one(high, probability, rate, text):
    assert frequency_of(with_probability(high.risk, probability, rate), ENGLISH).text == text


@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_may_be_effect_and_not_cause_says_so_and_is_not_offered_first(high, code):
    changes = [change for change in changes_of(build_content(high, Language(code))) if change.lowers]
    flush = Language(code).of(high.pack.manifest.predictor("flush").label)
    assert changes[0].label != flush
    (doubted,) = (change for change in changes if change.label == flush)
    assert {"en": "Cause may run the other way", "zh": "因果可能相反"}[code] in doubted.caution


def test_the_axis_of_the_nomogram_has_round_multiples_that_mean_something():
    # A steep model: over a million times the average from end to end.
    steep = imaged(recentring=0.0, terms=[{**t, "odds_ratio": 4, "low": 3, "high": 5} for t in LOGISTIC["terms"]])
    marks = [text for _, text in section_of(build_content(steep, ENGLISH), NomogramContent).total_marks]
    assert set(marks) <= {"× 0.01", "× 0.03", "× 0.1", "× 0.3", "× 1", "× 3", "× 10", "× 30", "× 100"}
    assert len(marks) >= 5


@pytest.mark.parametrize("code", ["en", "zh"])
def test_a_demonstration_shows_masks_and_measures_of_a_patient_and_no_figure(code):
    outcome = imaged(simulated=False)
    content = build_content(outcome, Language(code))
    assert is_demonstration(outcome)
    assert content.banner.word == {"en": "METHOD DEMONSTRATION", "zh": "方法演示"}[code]
    assert content.banner.figure == ""
    assert not any(content.find(kind) for kind in (Factors, Changes, NomogramContent))
    assert len(section_of(content, Measures).rows) == 2
    assert section_of(content, Pictures).pictures


def test_a_record_of_before_prints_no_probability_that_was_learnt_from_simulations(before):
    assert before.risk is not None
    shown = presentable(before)
    assert (shown.kind, shown.risk, shown.findings[-1].code) == ("refusal", None, CODE)
    assert build_content(before, ENGLISH).banner.word == "METHOD DEMONSTRATION"
    assert presentable(replace(before, simulated=True)).risk is not None


def test_nothing_tells_a_figure_of_a_record_of_before_that_was_learnt_from_simulations(
    before, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    path = tmp_path / "before.json"
    path.write_text(json.dumps(to_plain(before)), encoding="utf-8")
    with CaseStore(default_places().cases) as store:
        case = store.save(replace(new_case("p"), outcome=before, state="answered"))
        assert store.predictions(before.pack.manifest.id) == []
        assert (store.search()[0].tier, store.search()[0].probability) == (None, None)
    for command in (["reprint", str(path), "--out", str(tmp_path / "out")], ["cases", "show", case.id]):
        main(["--lang", "en", *command])
        said = capsys.readouterr().out
        assert "learnt from simulated outcomes" in said or "METHOD DEMONSTRATION" in said
        assert not re.search(r"%|average|Probability|Tier", said)
        main([*command, "--json"])
        told = json.loads(capsys.readouterr().out)["outcome"]
        assert (told["kind"], told["risk"]) == ("refusal", None)
        assert "signature" not in [given["predictor"] for given in told["answers"] if given["origin"] == "image"]
    assert details_of(before)["tier"] is None
    of_tier = Text("only where the risk is high", "仅高风险")
    ticked = replace(before, site=replace(before.site, actions=(of_tier,)), ticks=(Tick(0, "AB", before.created),))
    assert (checked_part(ticked).ticks, of_tier in checklist_items(checked_part(ticked))) == ((), False)
    assert presentable(replace(before, fallback=before)).fallback.risk is None


def test_standard_errors_come_from_published_p_values():
    # |ln OR| / z(P): for P < 0.001 at most that of 0.001, 3.2905; the bound of 1.96 was 1.7 times as wide.
    (step,) = (s for s in bundled("cme-literature-prior").manifest.steps if s.kind == "logistic")
    errors = {(t.predictor, t.answer): t.coefficient / t.standard_error for t in step.terms if t.p_value is not None}
    assert errors["sex", "female"] == pytest.approx(3.2905, abs=1e-3)
    assert errors["agent", "iohexol"] == pytest.approx(2.7478, abs=1e-3)
    assert errors["bmi_class", "24-28"] == pytest.approx(-3.0902, abs=1e-3)


def test_a_record_of_the_version_before_is_still_read_and_printed(high, tmp_path):
    # Its tiers were shares of the population, and it held the model's own capacity and area, which are not printed.
    plain = as_version_0_1(to_plain(high))
    for tier, share in zip(plain["pack"]["manifest"]["tiers"], (0.1, 0.4, 1.0)):
        tier |= {"share": share, "times": None}
    for name in ("tiers", "average_of", "recentring"):
        del plain["risk"][name]
    del plain["simulated"]
    plain["risk"] |= {"tier_basis": "share", "model_auc": 0.71, "capacity": [{"caught": 0.9, "needed": 0.8}]}
    path = tmp_path / "before.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    content = build_content(read_outcome(path), ENGLISH)
    assert content.banner.word == "HIGH"
    assert not any("0.71" in value for _, value in section_of(content, Provenance).figures)
