"""The site profile: what a hospital knows about itself and has decided.

A TOML file; every part is optional, and what is not set is treated as not known. With no prevalence set, no absolute
percentage is ever shown.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from inference.errors import InputError
from inference.packs.patterns import Share
from inference.packs.vocabulary import STRICT, Text
from inference.reading import read_text, read_typed


@dataclass(frozen=True, slots=True)
class Prevalence:
    """How often an outcome happens at the site.

    Attributes
    ----------
    events, injections
        Counts behind the rate; they give its interval.
    rate
        Events per injection where the counts are not at hand, 0 to 1.
    source
        Where the number comes from; printed.
    """

    __pydantic_config__ = STRICT
    source: str
    events: int | None = None
    injections: int | None = None
    rate: float | None = None

    def __post_init__(self) -> None:
        given = [name for name in ("events", "injections", "rate") if getattr(self, name) is not None]
        if given not in (["events", "injections"], ["rate"]):
            raise ValueError("give either events and injections, or rate")
        if self.rate is None and not 0 < self.events < self.injections:
            raise ValueError("there must be events, and fewer of them than injections")
        if not 0 < self.value < 1:
            raise ValueError("the rate must lie between 0 and 1, both excluded")

    @property
    def value(self) -> float:
        """Rate, 0 to 1."""
        if self.rate is not None:
            return self.rate
        return self.events / self.injections

    @property
    def log_odds_variance(self) -> float:
        """Variance of logit(rate) from the counts, 1/events + 1/non-events; 0 where only a rate is known."""
        if self.events is None or self.injections is None:
            return 0.0
        return 1 / self.events + 1 / (self.injections - self.events)


@dataclass(frozen=True, slots=True)
class Agent:
    """A contrast agent the site stocks.

    Attributes
    ----------
    viscosity_mpa_s
        Dynamic viscosity at body temperature, from the label named in ``citation``.
    """

    __pydantic_config__ = STRICT
    id: str
    label: Text
    iodine_mg_ml: float
    viscosity_mpa_s: float | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """One hospital's settings that a result depends on.

    Attributes
    ----------
    prevalence
        By outcome id of the packs, for instance ``cme``.
    cut_offs
        By outcome id: absolute risk from which each tier begins, by tier id. Replaces the packs' shares.
    modules
        By outcome id: optional modules of the packs that are switched on.
    population
        By predictor id: the site's own shares of answers, or mean and standard deviation; replaces the packs'.
    """

    __pydantic_config__ = STRICT
    schema: Literal[1] = 1
    name: str = ""
    prevalence: dict[str, Prevalence] = field(default_factory=dict)
    cut_offs: dict[str, dict[str, Share]] = field(default_factory=dict)
    modules: dict[str, tuple[str, ...]] = field(default_factory=dict)
    population: dict[str, dict[str, float]] = field(default_factory=dict)
    agents: tuple[Agent, ...] = ()
    language: Literal["zh", "en"] = "zh"
    paper: Literal["A4", "Letter"] = "A4"
    digest: str = ""


def read_site(path: Path) -> SiteProfile:
    """Read and check a site profile.

    Raises
    ------
    InputError
        ``toml.invalid`` or ``schema.invalid``, naming the line or the field.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Besides broken TOML: numbers of thousands of digits, and nesting without end.
        raise InputError("toml.invalid", source=str(path), detail=str(error)) from error
    data["digest"] = hashlib.sha256(text.encode()).hexdigest()
    return read_typed(SiteProfile, data, str(path))
