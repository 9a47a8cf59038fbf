"""Both sides of every limit at which a site's profile is refused or doubted, and what the message says."""

from __future__ import annotations

import pytest

from inference.errors import InputError
from inference.reading import read_typed
from inference.site import SiteProfile
from inference.site_check import check_site
from tests.helpers.manifests import RISK, TIER
from tests.helpers.packs import choice, make_manifest, number

THREE = [{**TIER, "id": name, "times": times} for name, times in (("high", 2), ("medium", 1), ("low", 0))]
STEPS = [{**RISK["steps"][0], "highest_plausible_rate": 0.05}]
MANIFEST = make_manifest(outcome="cme", tiers=THREE, steps=STEPS, predictors=[choice("c"), number("n", 2, 10)])
RATE = {"cme": {"rate": 0.01, "source": "register"}}


def doubts(**profile) -> list[tuple[str, str, dict]]:
    site = read_typed(SiteProfile, profile, "site.toml")
    return [(finding.code, finding.severity, dict(finding.evidence)) for finding in check_site(site, MANIFEST)]


def refused(**profile) -> tuple[str, dict]:
    with pytest.raises(InputError) as caught:
        doubts(**profile)
    return caught.value.code, dict(caught.value.parameters)


def cut_offs(high, medium, **more) -> dict:
    return {"prevalence": RATE, "cut_offs": {"cme": {"high": high, "medium": medium, **more}}}


@pytest.mark.parametrize("medium", [0.01, 0.01 * (1 - 5e-10)])
@pytest.mark.parametrize("high", [0.02, 0.02 * (1 - 5e-10)])
def test_a_tier_may_begin_exactly_at_the_least_that_its_word_allows(high, medium):
    assert doubts(**cut_offs(high, medium)) == []


@pytest.mark.parametrize(
    ("high", "medium", "tier", "percent", "least"),
    [
        (0.0199999, 0.01, "high", 2, 2.0),
        (0.02, 0.0099999, "medium", 1, 1.0),
        (0.02, 0.01 * (1 - 2e-9), "medium", 1, 1.0),
    ],
)
def test_a_tier_that_begins_lower_contradicts_its_word(high, medium, tier, percent, least):
    begins = {"high": high, "medium": medium}[tier]
    code, told = refused(**cut_offs(high, medium))
    assert (code, told["outcome"], told["tier"], told["least"]) == ("site.cut-off-contradicts", "cme", tier, least)
    assert (told["needed"], told["percent"], told["times"]) == pytest.approx((percent, 100 * begins, begins / 0.01))


def test_cut_offs_that_fall_by_anything_are_in_order_and_equal_or_swapped_ones_are_refused():
    assert doubts(**cut_offs(0.02001, 0.02)) == []
    for high, medium in ((0.02, 0.02), (0.02, 0.03)):
        expected = {"outcome": "cme", "higher": "high", "lower": "medium"}
        assert refused(**cut_offs(high, medium)) == ("site.cut-off-order", expected)


def test_the_lowest_tier_begins_at_nothing():
    assert doubts(**cut_offs(0.02, 0.01, low=0.0)) == []
    assert refused(**cut_offs(0.02, 0.01, low=1e-9)) == ("site.cut-off-lowest", {"outcome": "cme", "tier": "low"})


@pytest.mark.parametrize(("medium", "doubted"), [(0.099, False), (0.101, True)])
def test_a_lowest_cut_off_of_more_than_ten_times_the_average_is_doubted(medium, doubted):
    evidence = {"outcome": "cme", "percent": pytest.approx(100 * medium), "times": pytest.approx(medium / 0.01)}
    assert doubts(**cut_offs(0.5, medium)) == ([("site.cut-off-far", "warning", evidence)] if doubted else [])


def test_cut_offs_are_of_the_packs_tiers_all_but_the_lowest():
    known = {"outcome": "cme", "known": "high, medium, low"}
    assert refused(**cut_offs(0.02, 0.01, hihg=0.03)) == (
        "site.unknown-tier",
        {**known, "tier": "hihg", "nearest": "high"},
    )
    assert refused(**cut_offs(0.02, 0.01, x=0.03)) == ("site.unknown-tier", {**known, "tier": "x", "nearest": ""})
    without = {"prevalence": RATE, "cut_offs": {"cme": {"medium": 0.01}}}
    assert refused(**without) == ("site.cut-off-missing", {"outcome": "cme", "tier": "high"})
    unused = [("site.cut-offs-unused", "warning", {"outcome": "cme"})]
    assert doubts(cut_offs={"cme": {"high": 0.02, "medium": 0.01}}) == unused


def test_actions_are_of_the_packs_tiers():
    action = [{"en": "x", "zh": "甲"}]
    assert doubts(actions={"cme": {"high": action, "low": action}}) == []
    told = {"outcome": "cme", "tier": "hihg", "nearest": "high", "known": "high, medium, low"}
    assert refused(actions={"cme": {"hihg": action}}) == ("site.unknown-tier-action", told)
    assert refused(actions={"cme": {"x": action}}) == ("site.unknown-tier-action", {**told, "tier": "x", "nearest": ""})
    plain = make_manifest(predictors=[choice("c")], steps=[])
    site = read_typed(SiteProfile, {"actions": {"thing": {"high": action}}}, "site.toml")
    (finding,) = check_site(site, plain)
    assert (finding.code, finding.severity, finding.evidence) == ("site.actions-unused", "note", {"outcome": "thing"})


@pytest.mark.parametrize(("rate", "doubted"), [(0.05, False), (0.0501, True)])
def test_a_rate_above_what_the_pack_finds_plausible_is_doubted(rate, doubted):
    evidence = {"outcome": "cme", "percent": pytest.approx(100 * rate), "limit": 5.0}
    found = doubts(prevalence={"cme": {"rate": rate, "source": "register"}})
    assert found == ([("site.rate-high", "warning", evidence)] if doubted else [])


def test_rates_of_other_outcomes_are_named_in_their_order():
    other = {name: {"rate": 0.01, "source": "register"} for name in ("stroke", "bleeding")}
    assert doubts(prevalence=other) == [("site.no-rate", "note", {"outcome": "cme", "names": "bleeding, stroke"})]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Long-Outcome", "long-outcome"),
        ("long-outcoem", "long-outcome"),
        ("short-outcome", None),  # 0.8 and a little less
        ("longoutcome", "long-outcome"),
        ("other", None),
    ],
)
def test_a_name_that_is_four_fifths_the_same_is_a_misspelling(name, nearest):
    manifest = make_manifest(outcome="long-outcome", predictors=[choice("c")], steps=[])
    site = read_typed(SiteProfile, {"prevalence": {name: RATE["cme"]}}, "site.toml")
    if nearest is None:
        assert check_site(site, manifest) == []
        return
    with pytest.raises(InputError) as caught:
        check_site(site, manifest)
    told = {"section": "prevalence", "name": name, "nearest": nearest}
    assert (caught.value.code, caught.value.parameters) == ("site.misspelt", told)


@pytest.mark.parametrize("section", ["prevalence", "cut_offs", "modules", "actions"])
def test_every_section_by_outcome_is_looked_at_for_misspellings(section):
    entry = {"prevalence": RATE["cme"], "cut_offs": {"high": 0.01}, "modules": [], "actions": {}}[section]
    assert refused(**{section: {"cem": entry}}) == (
        "site.misspelt",
        {"section": section, "name": "cem", "nearest": "cme"},
    )


def test_modules_are_the_packs():
    assert doubts(modules={"cme": ["extra"]}) == []
    told = {"module": "warp", "pack": MANIFEST.id, "known": "extra"}
    assert refused(modules={"cme": ["extra", "warp"]}) == ("site.unknown-module", told)


@pytest.mark.parametrize(
    ("shares", "sum_"),
    [((0.5, 0.5 + 9e-7), None), ((0.5, 0.5 - 9e-7), None), ((1.0, 0.0), None), ((0.5, 0.5 + 2e-6), 1.000002)],
)
def test_the_shares_of_a_choice_sum_to_one_up_to_a_millionth(shares, sum_):
    profile = {"population": {"c": dict(zip(("no", "yes"), shares))}}
    if sum_ is None:
        assert doubts(**profile) == []
    else:
        assert refused(**profile) == ("site.population-sum", {"predictor": "c", "sum": pytest.approx(sum_)})


def test_shares_below_nothing_or_of_other_answers_are_refused():
    assert refused(population={"c": {"no": 1.25, "yes": -0.25}}) == (
        "site.population-sum",
        {"predictor": "c", "sum": 1.0},
    )
    assert refused(population={"c": {"no": 1.0}}) == (
        "site.population-answers",
        {"predictor": "c", "answers": "no, yes"},
    )


@pytest.mark.parametrize(
    ("mean", "sd", "usable"),
    [
        (2, 1, True),
        (10, 4, True),
        (6, 0.001, True),
        (1.99, 1, False),
        (10.01, 1, False),
        (6, 0, False),
        (6, 4.01, False),
    ],
)
def test_a_number_lies_in_the_range_of_its_predictor_and_spreads_over_half_of_it_at_most(mean, sd, usable):
    profile = {"population": {"n": {"mean": float(mean), "sd": float(sd)}}}
    if usable:
        assert doubts(**profile) == []
    else:
        told = {"predictor": "n", "mean": mean, "sd": sd, "low": 2, "high": 10, "widest": 4}
        assert refused(**profile) == ("site.population-range", told)


def test_a_number_has_a_mean_and_a_spread_and_nothing_else():
    for given in ({"mean": 3.0}, {"mean": 3.0, "sd": 1.0, "median": 3.0}):
        assert refused(population={"n": given}) == ("site.population-number", {"predictor": "n"})


def test_of_two_names_with_the_same_letters_the_first_of_the_pack_is_meant():
    manifest = make_manifest(predictors=[choice("rate"), choice("tear")], steps=[])
    with pytest.raises(InputError) as caught:
        check_site(SiteProfile(population={"tare": {"no": 1.0}}), manifest)
    assert caught.value.parameters["nearest"] == "rate"


def test_a_pack_of_one_tier_has_no_cut_off_that_could_be_far():
    manifest = make_manifest(outcome="cme", tiers=THREE[-1:], steps=STEPS, predictors=[choice("c"), number("n", 2, 10)])
    site = read_typed(SiteProfile, {"prevalence": RATE, "cut_offs": {"cme": {"low": 0.0}}}, "site.toml")
    assert check_site(site, manifest) == []
