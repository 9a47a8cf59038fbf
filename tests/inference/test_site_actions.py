"""What a site says is to be done: read, checked against the pack, and kept with the outcome."""

import pytest

from inference.errors import InputError
from inference.outcome import Outcome
from inference.reading import read_typed, to_plain
from inference.site import SiteProfile, read_site
from inference.site_check import check_site
from inference.vocabulary import Text
from tests.helpers.manifests import FALLBACK, RISK, STOPS, TIERS
from tests.helpers.packs import choice, formula, make_manifest, make_pack, number, screen

WAIT = {"en": "Wait for the radiologist", "zh": "等待医师"}
PROTOCOL = {"en": "Hand injection of saline first", "zh": "先手推生理盐水"}
ACTIONS = {tier["id"]: [WAIT] for tier in TIERS}


def profile(**parts) -> SiteProfile:
    return read_typed(SiteProfile, parts, "site.toml")


def refusal(function, *arguments, **parts) -> InputError:
    with pytest.raises(InputError) as caught:
        function(*arguments, **parts)
    return caught.value


def test_default_pack_actions_and_protocol_are_read(tmp_path):
    (tmp_path / "site.toml").write_text(
        'default_pack = "ich-nag"\nprotocol = {en = "Slowly", zh = "缓慢"}\n'
        '[[actions.cme.high]]\nen = "Wait"\nzh = "等待"\n[[actions.cme.high]]\nen = "Call"\nzh = "呼叫"\n',
        encoding="utf-8",
    )
    site = read_site(tmp_path / "site.toml")
    assert (site.default_pack, site.protocol) == ("ich-nag", Text("Slowly", "缓慢"))
    assert site.actions == {"cme": {"high": (Text("Wait", "等待"), Text("Call", "呼叫"))}}


def test_what_is_not_set_is_not_known():
    site = profile()
    assert (site.default_pack, site.actions, site.protocol) == (None, {}, None)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"default_pack": "../other"}, "default_pack"),
        ({"protocol": "Slowly"}, "protocol"),
        ({"protocol": {"en": "Slowly"}}, "protocol.zh"),
        ({"protocol": {"en": "Slowly", "zh": " "}}, "protocol.zh"),
        ({"actions": {"cme": [WAIT]}}, "actions.cme"),
        ({"actions": {"cme": {"high": "Wait"}}}, "actions.cme.high"),
        ({"actions": {"cme": {"high": [WAIT, {"en": "", "zh": "等待"}]}}}, "actions.cme.high[1].en"),
    ],
)
def test_what_could_not_be_printed_is_refused_with_its_field(parts, field):
    error = refusal(profile, **parts)
    assert (error.code, error.parameters["field"]) == ("schema.invalid", field)


def test_actions_for_tiers_of_the_pack_are_in_order():
    assert check_site(profile(actions={"thing": ACTIONS}), make_manifest(**RISK)) == []


def test_actions_for_a_tier_that_the_pack_has_not_are_refused_with_the_nearest():
    error = refusal(check_site, profile(actions={"thing": {"hihg": [WAIT]}}), make_manifest(**RISK))
    assert (error.code, error.parameters["nearest"], error.parameters["known"]) == (
        "site.unknown-tier-action",
        "high",
        "high, low",
    )


def test_actions_for_a_misspelt_outcome_are_refused():
    error = refusal(check_site, profile(actions={"thingg": ACTIONS}), make_manifest(**RISK))
    assert (error.code, error.parameters["section"]) == ("site.misspelt", "actions")


def test_actions_for_a_pack_without_tiers_are_said_to_have_no_effect():
    (finding,) = check_site(profile(actions={"thing": ACTIONS}), make_manifest())
    assert (finding.code, finding.severity) == ("site.actions-unused", "note")


def test_actions_of_another_packs_outcome_are_none_of_this_ones_business():
    assert check_site(profile(actions={"something-else": {"severe": [WAIT]}}), make_manifest(**RISK)) == []


def outcome_at(site: SiteProfile) -> Outcome:
    return screen(make_pack(**RISK), {"c": "yes"}, site)


def test_the_outcome_keeps_the_sites_actions_of_its_tier():
    other = {"en": "Go on", "zh": "继续"}
    before = outcome_at(profile())
    tier = before.risk.estimate.tier.id
    actions = {name: [WAIT] if name == tier else [other] for name in ACTIONS}
    site = outcome_at(profile(actions={"thing": actions}, protocol=PROTOCOL)).site
    assert (site.actions, site.protocol) == ((Text(**WAIT),), Text(**PROTOCOL))
    assert (before.site.actions, before.site.protocol) == ((), None)


def test_a_tier_for_which_the_site_says_nothing_keeps_the_packs_actions():
    tier = outcome_at(profile()).risk.estimate.tier.id
    others = {name: [WAIT] for name in ACTIONS if name != tier}
    assert outcome_at(profile(actions={"thing": {**others, tier: []}})).site.actions == ()


def test_a_refusal_has_no_tier_and_so_no_actions():
    outcome = screen(STOPS, {"a": 1, "b": 0}, profile(protocol=PROTOCOL), fallback=FALLBACK)
    assert outcome.kind == "refusal"
    assert (outcome.site.actions, outcome.site.protocol) == ((), Text(**PROTOCOL))


def test_a_fallback_has_the_actions_of_its_own_tier():
    pack = make_pack(id="strict", predictors=[number("b"), choice("c")], steps=[formula("x", "1 / b")])
    site = profile(actions={"thing": ACTIONS})
    outcome = screen(pack, {"b": 0, "c": "yes"}, site, fallback=make_pack(id="simple", **RISK))
    assert (outcome.site.actions, outcome.fallback.site.actions) == ((), (Text(**WAIT),))


def test_the_record_of_an_earlier_program_without_them_is_read():
    plain = to_plain(outcome_at(profile()))
    del plain["site"]["actions"], plain["site"]["protocol"]
    assert read_typed(Outcome, plain, "report.json").site.actions == ()
