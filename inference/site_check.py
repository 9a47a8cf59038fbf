"""Whether a site profile fits the pack that is about to use it: what is misspelt, unused or doubtful.

One profile serves several packs, so a wrong name shows only beside a pack.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from inference.errors import InputError
from inference.findings import Evidence, Finding
from inference.predictors import ChoicePredictor, NumberPredictor
from inference.site import SiteProfile
from inference.steps import kind_of
from inference.vocabulary import least_times

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest
    from inference.steps.kind import SiteTerms

NEAR = 0.8
"""Names at least this alike (:mod:`difflib`) are taken for one name misspelt."""
SAME = 1e-9
"""Relative difference of two figures that are the same."""
FAR_FROM_RATE = 10.0
"""A tier that begins at this many times the average holds hardly anyone: more likely a percentage than a share."""


def check_site(site: SiteProfile, manifest: Manifest) -> list[Finding]:
    """Check a profile against the pack that is about to use it.

    Returns
    -------
    list of Finding
        What is allowed and yet doubtful: ``site.rate-high``, ``site.no-rate``, ``site.modules-unused``,
        ``site.cut-offs-unused``, ``site.cut-off-far``, ``site.actions-unused``.

    Raises
    ------
    InputError
        ``site.misspelt``, ``site.unknown-module``, ``site.unknown-tier``, ``site.unknown-tier-action``,
        ``site.cut-off-missing``, ``site.cut-off-order``, ``site.cut-off-lowest``, ``site.cut-off-contradicts``,
        ``site.population-answers``,
        ``site.population-sum``, ``site.population-number`` or ``site.population-range``: a mistake that would
        otherwise pass in silence.
    """
    for section in ("prevalence", "cut_offs", "modules", "actions"):
        _refuse_misspelt(section, getattr(site, section), [manifest.outcome])
    _refuse_misspelt("population", site.population, [p.id for p in manifest.predictors])
    without_effect = _check_actions(site, manifest)
    step = next((step for step in manifest.steps if kind_of(step).answers == "risk"), None)
    if step is None:
        return without_effect
    terms = step.site_terms()
    unused = _check_modules(site, manifest, terms)
    for predictor in (manifest.predictor(distribution.predictor) for distribution in terms.population):
        own = site.population.get(predictor.id)
        if own is not None and isinstance(predictor, ChoicePredictor):
            _check_shares(predictor, own)
        elif own is not None and isinstance(predictor, NumberPredictor):
            _check_normal(predictor, own)
    return [*without_effect, *unused, *_check_rate(site, manifest, terms), *_check_cut_offs(site, manifest)]


def _refuse_misspelt(section: str, names: Iterable[str], known: list[str]) -> None:
    """Refuse names that nearly are ids of the pack; one whose id stands in the profile as well is another pack's."""
    missing = [wanted for wanted in known if wanted not in names]
    for name in names:
        nearest = _nearest(name, missing) if name not in known else None
        if nearest is not None:
            raise InputError("site.misspelt", section=section, name=name, nearest=nearest)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """The id that a name is likely meant to be: in other case, with letters swapped, or nearly the same."""
    by_folded = {wanted.casefold(): wanted for wanted in known}
    folded = name.casefold()
    swapped = [other for other in by_folded if sorted(other) == sorted(folded)]
    near = swapped or difflib.get_close_matches(folded, by_folded, 1, NEAR)
    return by_folded[near[0]] if near else None


def _check_modules(site: SiteProfile, manifest: Manifest, terms: SiteTerms) -> list[Finding]:
    """Modules are the pack's; where it has none they are another pack's for the same outcome."""
    known = [module.id for module in terms.modules]
    wanted = site.modules.get(manifest.outcome, ())
    if wanted and not known:
        return [Finding("site.modules-unused", "note", {"outcome": manifest.outcome, "names": ", ".join(wanted)})]
    for module in wanted:
        if module not in known:
            raise InputError("site.unknown-module", module=module, pack=manifest.id, known=", ".join(known))
    return []


def _check_actions(site: SiteProfile, manifest: Manifest) -> list[Finding]:
    """Actions are for tiers of the pack; one without tiers has no use for them."""
    outcome, tiers = manifest.outcome, [tier.id for tier in manifest.tiers]
    wanted = site.actions.get(outcome, {})
    if wanted and not tiers:
        return [Finding("site.actions-unused", "note", {"outcome": outcome})]
    for tier in wanted:
        if tier not in tiers:
            nearest, known = _nearest(tier, tiers) or "", ", ".join(tiers)
            raise InputError("site.unknown-tier-action", outcome=outcome, tier=tier, nearest=nearest, known=known)
    return []


def _check_shares(predictor: ChoicePredictor, own: Mapping[str, float]) -> None:
    if set(own) != set(predictor.values):
        raise InputError("site.population-answers", predictor=predictor.id, answers=", ".join(predictor.values))
    if abs(sum(own.values()) - 1) > 1e-6 or min(own.values()) < 0:
        raise InputError("site.population-sum", predictor=predictor.id, sum=sum(own.values()))


def _check_normal(predictor: NumberPredictor, own: Mapping[str, float]) -> None:
    if set(own) != {"mean", "sd"}:
        raise InputError("site.population-number", predictor=predictor.id)
    low, high = predictor.range
    widest = (high - low) / 2
    if not (low <= own["mean"] <= high and 0 < own["sd"] <= widest):
        values = {"mean": own["mean"], "sd": own["sd"], "low": low, "high": high, "widest": widest}
        raise InputError("site.population-range", predictor=predictor.id, **values)


def _check_rate(site: SiteProfile, manifest: Manifest, terms: SiteTerms) -> list[Finding]:
    outcome = manifest.outcome
    if outcome not in site.prevalence:
        names = ", ".join(sorted(site.prevalence))
        return [Finding("site.no-rate", "note", {"outcome": outcome, "names": names})] if names else []
    rate, limit = site.prevalence[outcome].value, terms.highest_rate
    if limit is None or rate <= limit:
        return []
    evidence: dict[str, Evidence] = {"outcome": outcome, "percent": 100 * rate, "limit": 100 * limit}
    return [Finding("site.rate-high", "warning", evidence)]


def _check_cut_offs(site: SiteProfile, manifest: Manifest) -> list[Finding]:
    """Cut-offs name tiers of the pack, all but the lowest, and fall from the highest tier to the lowest."""
    outcome, cut_offs = manifest.outcome, site.cut_offs.get(manifest.outcome)
    if not cut_offs:
        return []
    *upper, lowest = (tier.id for tier in manifest.tiers)
    tiers = [*upper, lowest]
    for tier in cut_offs:
        if tier not in tiers:
            nearest, known = _nearest(tier, tiers) or "", ", ".join(tiers)
            raise InputError("site.unknown-tier", outcome=outcome, tier=tier, nearest=nearest, known=known)
    for tier in upper:
        if tier not in cut_offs:
            raise InputError("site.cut-off-missing", outcome=outcome, tier=tier)
    if cut_offs.get(lowest, 0) > 0:
        raise InputError("site.cut-off-lowest", outcome=outcome, tier=lowest)
    for higher, lower in pairwise(upper):
        if cut_offs[higher] <= cut_offs[lower]:
            raise InputError("site.cut-off-order", outcome=outcome, higher=higher, lower=lower)
    if outcome not in site.prevalence:
        return [Finding("site.cut-offs-unused", "warning", {"outcome": outcome})]
    rate = site.prevalence[outcome].value
    for n, tier in enumerate(upper):
        least = least_times(n)
        if cut_offs[tier] < least * rate * (1 - SAME):
            values = {"percent": 100 * cut_offs[tier], "times": cut_offs[tier] / rate, "least": least}
            lowest_percent = 100 * least * rate
            raise InputError("site.cut-off-contradicts", outcome=outcome, tier=tier, needed=lowest_percent, **values)
    begins = min((cut_offs[tier] for tier in upper), default=0.0)
    times = begins / rate
    evidence: dict[str, Evidence] = {"outcome": outcome, "percent": 100 * begins, "times": times}
    return [Finding("site.cut-off-far", "warning", evidence)] if times > FAR_FROM_RATE else []
