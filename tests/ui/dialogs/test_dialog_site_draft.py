"""The site profile while it is edited: what is typed, and what is wrong with it."""

from dataclasses import replace

import pytest

from desktop.language import Language
from inference.site import Agent, Prevalence, SiteProfile
from inference.vocabulary import Text
from tests.helpers.manifests import RISK
from tests.helpers.packs import make_manifest
from ui.dialogs.site_draft import (
    checked,
    number_of,
    outcomes_of,
    percent_text,
    plain,
    populations_of,
    share_of,
    whole_of,
)

EN = Language("en")
RATE = {"cme": Prevalence("register", events=388, injections=143556)}


def problems(site, packs, **changes):
    data = {**plain(site), **changes}
    return [(problem.place, problem.severity) for problem in checked(data, site, packs, EN)[1]]


@pytest.mark.parametrize(
    ("typed", "share"),
    [("0.27", 0.0027), ("0.27 %", 0.0027), ("7", 0.07), ("86％", 0.86), ("", None), ("1e-3", 1e-5), ("many", "many")],
)
def test_a_percentage_is_typed_and_a_share_is_kept(typed, share):
    assert share_of(typed) == share


@pytest.mark.parametrize("share", [0.0027, 0.004, 0.07, 0.29, 1 / 3, 0.0, 1.0])
def test_a_share_that_is_not_touched_stays_the_same(share):
    assert share_of(percent_text(share)) == pytest.approx(share, rel=1e-9)


def test_a_third_is_not_touched_by_showing_it():
    assert share_of(percent_text(0.123456789)) == 0.123456789


@pytest.mark.parametrize(
    ("typed", "count"), [("143,556", 143556), ("143，556", 143556), (" 3 ", 3), ("0", 0), ("", None), ("3.5", "3.5")]
)
def test_a_count_may_have_separators(typed, count):
    assert whole_of(typed) == count


def test_a_number_with_a_comma_is_not_guessed():
    assert number_of("1,5") == "1,5"


def test_outcomes_of_several_packs_are_one(shipped):
    (cme,) = [outcome for outcome in outcomes_of(shipped) if outcome.id == "cme"]
    assert len(cme.titles) == 3
    assert [tier.id for tier in cme.tiers] == ["high", "medium", "low"]
    assert {module.id for module in cme.modules} == {"injection-rate", "anticancer", "existing-catheter"}


def test_packs_without_tiers_and_rate_give_nothing_to_set(shipped):
    assert [outcome.id for outcome in outcomes_of(shipped)] == ["cme"]


def test_predictors_with_a_population_can_be_set(shipped):
    assert {"age", "diabetes"} <= populations_of(shipped).keys()


def test_a_profile_that_is_not_touched_keeps_its_digest(shipped):
    site = SiteProfile(name="x", digest="abc")
    assert checked(plain(site), site, shipped, EN)[0] is site


def test_a_changed_profile_has_no_digest_yet(shipped):
    site = SiteProfile(name="x", digest="abc")
    found, _ = checked({**plain(site), "name": "y"}, site, shipped, EN)
    assert found == SiteProfile(name="y")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"prevalence": {"cme": {"events": None, "injections": 3, "source": ""}}}, "prevalence.cme"),
        ({"prevalence": {"cme": {"events": "x", "injections": 3, "source": ""}}}, "prevalence.cme.events"),
        ({"prevalence": {"cem": {"rate": 0.01, "source": ""}}}, "prevalence.cem"),
        ({"cut_offs": {"cme": {"high": 0.01}}}, "cut_offs.cme.medium"),
        ({"cut_offs": {"cme": {"high": 0.01, "medium": 0.02}}}, "cut_offs.cme.high"),
        ({"cut_offs": {"cme": {"high": 3.0, "medium": 0.02}}}, "cut_offs.cme.high"),
        ({"modules": {"cme": ["none-such"]}}, "modules.cme"),
        ({"actions": {"cme": {"hihg": [{"zh": "一", "en": "one"}]}}}, "actions.cme.hihg"),
        ({"actions": {"cme": {"high": [{"zh": "一", "en": ""}]}}}, "actions.cme.high[0].en"),
        ({"population": {"age": {"mean": 59.0}}}, "population.age"),
        ({"population": {"diabetes": {"no": 0.5, "yes": 0.4}}}, "population.diabetes"),
        ({"agents": [{"id": "", "label": {"zh": "", "en": ""}, "iodine_mg_ml": 300}]}, "agents[0].id"),
        ({"agents": [{"id": "a", "label": {"zh": "", "en": ""}, "iodine_mg_ml": "x"}]}, "agents[0].iodine_mg_ml"),
        ({"protocol": {"zh": "方案", "en": ""}}, "protocol.en"),
    ],
)
def test_a_mistake_is_found_at_its_field(shipped, changes, place):
    assert (place, "danger") in problems(SiteProfile(prevalence=RATE), shipped, **changes)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"prevalence": {"cme": {"rate": 0.27, "source": ""}}}, "prevalence.cme"),
        ({"cut_offs": {"cme": {"high": 0.9, "medium": 0.8}}}, "cut_offs.cme"),
    ],
)
def test_what_is_doubtful_is_a_warning_at_its_field(shipped, changes, place):
    assert (place, "warning") in problems(SiteProfile(prevalence=RATE), shipped, **changes)


def test_what_several_packs_find_is_said_once(shipped):
    found = problems(SiteProfile(), shipped, prevalence={"cme": {"rate": 0.27, "source": ""}})
    assert found == [("prevalence.cme", "warning")]


def test_an_agent_may_not_stand_twice(shipped):
    agent = Agent("a", Text("a", "a"), 300.0)
    assert problems(SiteProfile(agents=(agent, agent)), shipped) == [("agents[1].id", "danger")]


def test_sums_are_said_in_percent(shipped):
    data = {**plain(SiteProfile()), "population": {"diabetes": {"no": 0.5, "yes": 0.4}}}
    assert "they sum to 90 %" in checked(data, SiteProfile(), shipped, EN)[1][0].text


def test_a_mistake_in_another_pack_is_found_as_well():
    pack = make_manifest(**RISK)
    site = replace(SiteProfile(), cut_offs={pack.outcome: {"hgih": 0.1}})
    assert problems(site, [pack]) == [(f"cut_offs.{pack.outcome}.hgih", "danger")]


@pytest.mark.parametrize("code", ["en", "zh"])
def test_no_fault_shows_the_names_of_the_file(shipped, code):
    data = {**plain(SiteProfile()), "protocol": {"zh": "方案", "en": ""}}
    assert "protocol" not in checked(data, SiteProfile(), shipped, Language(code))[1][0].text
