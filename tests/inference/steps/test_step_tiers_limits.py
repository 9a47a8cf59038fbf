"""Which tier a risk reaches, and the ends of its interval: whoever is exactly where a tier begins belongs to it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from inference.risk.logistic import Z95, at_prevalence, expit, logit
from inference.site import Prevalence, SiteProfile
from inference.steps.logistic import run
from inference.steps.tiers import Begins, estimate_of, rate_of, tier_begins
from tests.helpers.manifests import TIER, logistic
from tests.helpers.packs import choice, context, make_pack

TERM = {"predictor": "c", "odds_ratio": 9, "evidence": "source", "answer": "yes"}
# With the factor 9 / (0.75 + 0.25 x 9) = 3 times the average odds, without it a third.
SHARES = [{"predictor": "c", "shares": {"no": 0.75, "yes": 0.25}, "certainty": "computed"}]
NAMES = ("high", "middle", "low")


def reached(answer: str = "yes", site: SiteProfile | None = None, times=(2, 1, 0), **term) -> tuple[str, str, str, str]:
    """The tier, those of the ends of the interval, and who has set them."""
    tiers = [{**TIER, "id": name, "times": begins} for name, begins in zip(NAMES[-len(times) :], times)]
    step = logistic(terms=[{**TERM, **(term or {"low": 8.999999, "high": 9.000001})}], population=SHARES)
    pack = make_pack(predictors=[choice("c")], steps=[step], tiers=tiers)
    tier = run(pack.manifest.steps[0], context(pack, {"c": answer}, site=site or SiteProfile())).risk.estimate.tier
    return tier.id, tier.low, tier.high, tier.basis


def at(rate: float, high: float | None = None, middle: float = 0.0, **counts: int) -> SiteProfile:
    prevalence = Prevalence("register", **counts) if counts else Prevalence("register", rate=rate)
    cut_offs = {} if high is None else {"thing": {"high": high, "middle": middle}}
    return SiteProfile(prevalence={"thing": prevalence}, cut_offs=cut_offs)


@pytest.mark.parametrize(
    ("times", "tier"),
    [((3, 1, 0), "high"), ((3 + 1e-7, 1, 0), "middle"), ((9, 3, 0), "middle"), ((9, 3 + 1e-7, 0), "low")],
)
def test_a_risk_that_is_exactly_as_many_times_the_average_as_a_tier_begins_at_belongs_to_it(times, tier):
    assert reached(times=times)[0] == tier
    assert reached(times=times)[3] == "times"


def test_where_the_site_has_set_a_rate_a_tier_begins_at_so_many_times_it():
    # Three times the odds of 20 % are 3 in 7, which is 15 / 7 times as probable.
    assert reached(site=at(0.2), times=(15 / 7, 1, 0))[0] == "high"
    assert reached(site=at(0.2), times=(15 / 7 + 1e-7, 1, 0))[0] == "middle"


def test_a_tier_that_would_begin_at_more_than_certainty_holds_nobody():
    assert reached(site=at(0.5), times=(2, 1, 0))[0] == "middle"
    assert reached(site=at(0.6), times=(2, 1, 0))[0] == "middle"


@pytest.mark.parametrize(
    ("off", "tier"), [(0.0, "high"), (5e-10, "high"), (-1e-6, "high"), (1e-6, "middle"), (1e-2, "middle")]
)
def test_a_probability_exactly_at_a_cut_off_of_the_site_reaches_its_tier(off, tier):
    cut_off = expit(logit(0.2) + np.log(3) + off)
    assert reached(site=at(0.2, cut_off, 0.3)) == (tier, *reached(site=at(0.2, cut_off, 0.3))[1:3], "site")
    assert reached(site=at(0.2, 0.9, cut_off))[0] == ("middle" if tier == "high" else "low")


def test_a_cut_off_of_certainty_is_reached_by_nobody():
    assert reached(site=at(0.2, 1.0, 0.25))[0] == "middle"
    assert reached(answer="no", site=at(0.2, 0.9, 0.2))[0] == "low"


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize("times", [(4, 1.5, 0), (3.3, 2.9, 0), (6, 4, 0), (2.5, 1.2, 0), (5, 1.8, 0), (2, 1.6, 0)])
def test_the_tiers_of_the_interval_are_those_of_its_lower_and_its_upper_end(answer, times):
    wide = {"low": 1.0, "high": 81.0}
    tier, low, high, _ = reached(answer, times=times, **wide)
    odds = {"yes": 3.0, "no": 1 / 3}[answer]
    # The error counts as far as the answer is from the average patient's, who has three quarters of the factor.
    spread = {"yes": 0.25, "no": 0.75}[answer] * np.log(81) / (2 * Z95)

    def expected(times_average: float) -> str:
        return next(name for name, begins in zip(NAMES, times) if times_average >= begins)

    ends = (expected(odds * np.exp(-Z95 * spread)), expected(odds * np.exp(Z95 * spread)))
    assert (tier, low, high) == (expected(odds), *ends)


def test_an_interval_over_three_tiers_names_the_lowest_first():
    assert reached(times=(4, 2, 0), low=1.0, high=81.0)[:3] == ("middle", "low", "high")


def test_the_error_of_the_rate_counts_at_the_sites_own_cut_offs_and_not_at_multiples_of_it():
    # 20 of 100: the rate itself may be 13 to 29 %. Three times its odds, 43 %, lie between 32 and 55 %.
    few, exact = at(0, 0.5, 0.35, events=20, injections=100), at(0.2, 0.5, 0.35)
    assert reached(site=few) == ("middle", "low", "high", "site")
    assert reached(site=exact) == ("middle", "middle", "middle", "site")
    plain = replace(few, cut_offs={})
    assert reached(site=plain, times=(2.2, 2.1, 0)) == ("middle", "middle", "middle", "times")


def test_cut_offs_without_a_rate_are_not_used():
    assert reached(site=SiteProfile(cut_offs={"thing": {"high": 0.001, "middle": 0.0001}})) == (*["high"] * 3, "times")


def test_of_two_tiers_the_lower_one_holds_whoever_does_not_reach_the_upper_one():
    assert reached(times=(3.5, 0))[0] == "low"
    assert reached(times=(2, 0))[0] == "middle"


SYSTEM = SimpleNamespace(
    outcome="thing", tiers=tuple(SimpleNamespace(id=name, times=times) for name, times in zip(NAMES, (2.5, 1.0, 0.0)))
)


def test_tiers_begin_at_odds_without_a_rate_at_risks_with_one_and_at_the_sites_own_cut_offs():
    assert rate_of(SYSTEM, SiteProfile()) is None
    assert rate_of(SYSTEM, at(0.2)) == 0.2
    without, rate, own = (tier_begins(SYSTEM, site) for site in (SiteProfile(), at(0.2), at(0.2, 0.4, 0.3)))
    assert (without.basis, rate.basis, own.basis) == ("times", "times", "site")
    assert without.at == {"high": np.log(2.5), "middle": 0.0, "low": -np.inf}
    assert rate.at == {"high": logit(0.5) - logit(0.2), "middle": pytest.approx(0.0), "low": -np.inf}
    assert own.at == {"high": logit(0.4) - logit(0.2), "middle": logit(0.3) - logit(0.2), "low": -np.inf}
    everyone = SimpleNamespace(outcome="thing", tiers=(SimpleNamespace(id="low", times=None),))
    assert tier_begins(everyone, SiteProfile()).at == tier_begins(everyone, at(0.2)).at == {"low": -np.inf}


BEGINS = Begins({"high": 1.0, "middle": 0.0, "low": -np.inf}, "times")


def test_an_estimate_without_a_rate_is_a_multiple_of_the_average_odds():
    given = estimate_of(0.5, 0.4, BEGINS, "pack", SYSTEM, SiteProfile())
    assert (given.probability, given.chance, given.at) == (None, None, None)
    ends = tuple(np.exp(0.5 + z * 0.4) for z in (0.0, -Z95, Z95))
    ratio = given.relative
    assert (ratio.value, ratio.low, ratio.high) == pytest.approx(ends)
    assert ratio.average_of == "pack"
    assert given.tier.begins == pytest.approx((np.e, 1.0, 0.0))
    assert (given.tier.id, given.tier.low, given.tier.high) == ("middle", "low", "high")


def test_an_estimate_at_a_rate_is_a_probability_whose_interval_bears_the_error_of_the_rate():
    site = at(0, events=20, injections=100)
    given = estimate_of(0.5, 0.4, BEGINS, "site", SYSTEM, site)
    whole = np.sqrt(0.4**2 + 1 / 20 + 1 / 80)
    figure, ratio = given.probability, given.relative
    ends = tuple(at_prevalence(0.5 + z * whole, 0.2) for z in (0.0, -Z95, Z95))
    assert (figure.value, figure.low, figure.high) == pytest.approx(ends)
    assert given.chance == figure.value
    ends = tuple(at_prevalence(0.5 + z * 0.4, 0.2) / 0.2 for z in (0.0, -Z95, Z95))
    assert (ratio.value, ratio.low, ratio.high) == pytest.approx(ends)
    assert given.tier.begins == pytest.approx([at_prevalence(begin, 0.2) / 0.2 for begin in (1.0, 0.0, -np.inf)])


def test_an_estimate_of_whose_error_nothing_is_known_has_no_interval():
    given = estimate_of(0.5, None, BEGINS, "pack", SYSTEM, at(0, events=20, injections=100))
    assert (given.tier.id, given.tier.low, given.tier.high) == ("middle", None, None)
    for figure, value in (
        (given.probability, at_prevalence(0.5, 0.2)),
        (given.relative, at_prevalence(0.5, 0.2) / 0.2),
    ):
        assert (figure.value, figure.low, figure.high) == (pytest.approx(value), None, None)
