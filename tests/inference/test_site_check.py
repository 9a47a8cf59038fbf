"""The site profile beside a pack: what would be ignored in silence is refused, what is doubtful is said."""

import pytest

from inference.errors import InputError
from inference.packs.store import MANIFEST, read_manifest
from inference.reading import read_typed
from inference.site import SiteProfile, read_site
from inference.site_check import check_site
from tests.helpers.manifests import RISK, TIER, with_logistic
from tests.helpers.packs import BUNDLED, RESOURCES, choice, make_manifest, manifest_data, number

THREE = [{**TIER, "id": name, "times": times} for name, times in (("high", 2), ("medium", 1), ("low", 0))]
STEPS = [{**RISK["steps"][0], "highest_plausible_rate": 0.05}]
CHANGES = {"outcome": "cme", "tiers": THREE, "steps": STEPS, "predictors": [choice("c"), number("n", 0, 10)]}
RATE = {"cme": {"rate": 0.0027, "source": "register"}}


@pytest.fixture(scope="module")
def manifest():
    return make_manifest(**CHANGES)


@pytest.fixture
def doubts(manifest):
    def find(**profile):
        site = read_typed(SiteProfile, profile, "site.toml")
        return [(f.code, f.severity) for f in check_site(site, manifest)]

    return find


@pytest.fixture
def refusal(doubts):
    def find(**profile) -> InputError:
        with pytest.raises(InputError) as caught:
            doubts(**profile)
        return caught.value

    return find


def cut_offs(high=0.01, medium=0.004, **more) -> dict:
    return {"cme": {"high": high, "medium": medium, **more}}


def test_a_profile_that_says_nothing_is_in_order(doubts):
    assert doubts() == []


def test_a_full_profile_is_in_order(doubts):
    population = {"c": {"no": 0.8, "yes": 0.2}, "n": {"mean": 4, "sd": 2}}
    assert doubts(prevalence=RATE, cut_offs=cut_offs(low=0.0), modules={"cme": ["extra"]}, population=population) == []


@pytest.mark.parametrize(("rate", "codes"), [(0.05, []), (0.051, ["site.rate-high"]), (0.27, ["site.rate-high"])])
def test_a_rate_that_can_only_be_a_percentage_is_doubted(doubts, rate, codes):
    found = doubts(prevalence={"cme": {"rate": rate, "source": "register"}})
    assert found == [(code, "warning") for code in codes]


def test_counts_are_doubted_like_rates(doubts):
    counts = {"cme": {"events": 388, "injections": 1435, "source": "register"}}
    assert doubts(prevalence=counts) == [("site.rate-high", "warning")]


def test_a_pack_that_names_no_limit_believes_any_rate():
    site = read_typed(SiteProfile, {"prevalence": {"thing": {"rate": 0.5, "source": "r"}}}, "site.toml")
    assert check_site(site, make_manifest(**with_logistic())) == []


def test_rates_of_other_outcomes_alone_are_said(doubts):
    other = {"extravasation": {"rate": 0.002, "source": "register"}}
    assert doubts(prevalence=other) == [("site.no-rate", "note")]


@pytest.mark.parametrize(
    ("section", "name", "nearest"),
    [
        ("prevalence", "CME", "cme"),
        ("prevalence", "cem", "cme"),
        ("cut_offs", "Cme", "cme"),
        ("modules", "cmee", "cme"),
    ],
)
def test_a_misspelt_outcome_is_refused_with_the_nearest(refusal, section, name, nearest):
    entry = {"prevalence": RATE["cme"], "cut_offs": {"high": 0.01}, "modules": []}[section]
    error = refusal(**{section: {name: entry}})
    assert (error.code, error.parameters) == (
        "site.misspelt",
        {"section": section, "name": name, "nearest": nearest},
    )


def test_a_misspelt_predictor_is_refused_with_the_nearest():
    manifest = make_manifest(predictors=[choice("diabetes"), number("age", 0, 100)], steps=[])
    for name, nearest in (("diabetess", "diabetes"), ("Diabetes", "diabetes"), ("aeg", "age")):
        with pytest.raises(InputError) as caught:
            check_site(SiteProfile(population={name: {"no": 0.5, "yes": 0.5}}), manifest)
        assert (caught.value.code, caught.value.parameters["nearest"]) == ("site.misspelt", nearest)


def test_what_other_packs_know_is_left_alone(doubts):
    other = {"ich-expansion": {"rate": 0.3, "source": "register"}}
    assert doubts(prevalence={**RATE, **other}, population={"volume_ml": {"mean": 20, "sd": 5}}) == []


def test_a_name_like_the_packs_is_left_alone_where_the_packs_own_stands_too(doubts):
    assert doubts(prevalence={**RATE, "cme2": {"rate": 0.01, "source": "register"}}) == []


@pytest.mark.parametrize("name", BUNDLED)
def test_the_profile_of_the_demonstration_fits_every_bundled_pack(name):
    site = read_site(RESOURCES / "demo" / "site.toml")
    manifest = read_manifest((RESOURCES / "packs" / name / MANIFEST).read_bytes(), name)
    assert check_site(site, manifest) == []


def test_a_tier_that_the_pack_does_not_have_is_refused_with_the_nearest(refusal):
    error = refusal(prevalence=RATE, cut_offs={"cme": {"hgih": 0.01, "medium": 0.004}})
    assert (error.code, error.parameters["tier"], error.parameters["nearest"]) == ("site.unknown-tier", "hgih", "high")


def test_a_cut_off_that_the_site_left_out_is_named(refusal):
    error = refusal(prevalence=RATE, cut_offs={"cme": {"high": 0.01}})
    assert (error.code, error.parameters["tier"]) == ("site.cut-off-missing", "medium")


@pytest.mark.parametrize("high", [0.002, 0.004])
def test_cut_offs_that_do_not_fall_from_tier_to_tier_are_refused(refusal, high):
    error = refusal(prevalence=RATE, cut_offs=cut_offs(high=high))
    assert (error.code, error.parameters["higher"], error.parameters["lower"]) == (
        "site.cut-off-order",
        "high",
        "medium",
    )


@pytest.mark.parametrize(
    ("own", "tier"), [({"high": 0.005, "medium": 0.004}, "high"), ({"high": 0.01, "medium": 0.0026}, "medium")]
)
def test_a_cut_off_whose_word_would_contradict_the_times_average_beside_it_is_refused(refusal, own, tier):
    # At 0.27 %: HIGH from 1.9 times the rate, MEDIUM from 0.96 times.
    error = refusal(prevalence=RATE, cut_offs=cut_offs(**own))
    assert (error.code, error.parameters["tier"]) == ("site.cut-off-contradicts", tier)


def test_cut_offs_at_the_least_they_may_be_are_taken(doubts):
    assert doubts(prevalence=RATE, cut_offs=cut_offs(high=0.0054, medium=0.0027)) == []


def test_a_cut_off_of_the_lowest_tier_would_have_no_meaning(refusal):
    assert refusal(prevalence=RATE, cut_offs=cut_offs(low=0.001)).code == "site.cut-off-lowest"


def test_cut_offs_without_a_rate_are_said_not_to_be_used(doubts):
    assert doubts(cut_offs=cut_offs()) == [("site.cut-offs-unused", "warning")]


def test_cut_offs_that_put_nearly_everyone_into_the_lowest_tier_are_doubted(doubts):
    # Written in percent: 1 % and 0.4 % against an average of 0.27 %.
    assert doubts(prevalence=RATE, cut_offs=cut_offs(high=1.0, medium=0.4)) == [("site.cut-off-far", "warning")]


def test_modules_beside_a_pack_that_has_none_are_those_of_another_pack():
    site = SiteProfile(modules={"thing": ("extra",)})
    (finding,) = check_site(site, make_manifest(**with_logistic()))
    assert (finding.code, finding.severity, finding.evidence["names"]) == ("site.modules-unused", "note", "extra")


def test_a_module_that_the_pack_does_not_have_is_named(refusal):
    error = refusal(modules={"cme": ["extra", "warp"]})
    assert (error.code, error.parameters["module"]) == ("site.unknown-module", "warp")


@pytest.mark.parametrize(
    ("predictor", "population", "code"),
    [
        ("c", {"yes": 1.0}, "answers"),
        ("c", {"no": 0.5, "yes": 0.3, "maybe": 0.2}, "answers"),
        ("c", {"mean": 0.5, "sd": 0.1}, "answers"),
        ("c", {"no": 0.5, "yes": 0.4}, "sum"),
        ("c", {"no": 46, "yes": 54}, "sum"),
        ("c", {"no": 1.5, "yes": -0.5}, "sum"),
        ("n", {"mean": 3.0}, "number"),
        ("n", {"mean": 3.0, "sd": 1.0, "median": 3.0}, "number"),
        ("n", {"mean": 3, "sd": 0}, "range"),
        ("n", {"mean": 3, "sd": 6}, "range"),
        ("n", {"mean": 500, "sd": 2}, "range"),
        ("n", {"mean": -1, "sd": 2}, "range"),
    ],
)
def test_a_population_that_does_not_fit_the_predictor_is_refused(refusal, predictor, population, code):
    error = refusal(population={predictor: population})
    assert (error.code, error.parameters["predictor"]) == (f"site.population-{code}", predictor)


def test_a_population_that_the_packs_sum_does_not_use_is_left_to_other_packs():
    manifest = make_manifest(**with_logistic())
    assert check_site(SiteProfile(population={"n": {"mean": -5.0, "sd": 1.0}}), manifest) == []


def test_a_pack_without_a_risk_asks_nothing_of_the_profile():
    site = SiteProfile(cut_offs={"thing": {"hgih": 1.0}}, modules={"thing": ("x",)})
    assert check_site(site, make_manifest(**manifest_data())) == []
