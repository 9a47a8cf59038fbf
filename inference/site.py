"""The site profile: what a hospital knows about itself and has decided.

A TOML file; every part is optional, and what is not set is treated as not known. With no prevalence set, no absolute
percentage is ever shown. Whether it fits a pack is looked at by :mod:`inference.site_check`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from inference.patterns import Share, Slug
from inference.reading import Fault, parse_toml, read_text, read_typed
from inference.vocabulary import STRICT, Text

DEFAULT_IMAGE_AGE_DAYS = 30
"""Where the site does not say: an engineering default, no source ties the age of a scan to the risk. Tumours, ports and
lines change within weeks; a scan of the same stay is what the question is about."""
LONGEST_IMAGE_AGE_DAYS = 3650
LONGEST_COVER_MINUTES = 480
MAX_SITE_BYTES = 2**20
"""A profile has some thousand bytes; TOML of millions takes seconds."""


@dataclass(frozen=True, slots=True)
class Prevalence:
    """How often an outcome happens at the site.

    Attributes
    ----------
    events, injections
        Counts behind the rate; they give its interval.
    rate
        Events per case where the counts are not at hand, 0 to 1.
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
            raise Fault("prevalence-form")
        if self.events is not None and self.injections is not None and not 0 < self.events < self.injections:
            raise Fault("prevalence-counts")
        if not 0 < self.value < 1:
            raise Fault("prevalence-rate")

    @property
    def value(self) -> float:
        """Rate, 0 to 1."""
        if self.events is not None and self.injections is not None:
            return self.events / self.injections
        assert self.rate is not None
        return self.rate

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
class TrainingExport:
    """Whether corrected contours may leave the program for the site's own training.

    Attributes
    ----------
    by
        Who decided so: the ethics committee with its number, or who answers for the data.
    since
        Day from which it holds, ISO 8601.
    """

    __pydantic_config__ = STRICT
    allowed: bool
    by: str
    since: str

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise Fault("training-by", ".by")
        try:
            date.fromisoformat(self.since)
        except ValueError:
            raise Fault("training-since", ".since") from None


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
    default_pack
        Id of the pack that is used where the user names none.
    actions
        By outcome id, then tier id: what to do at that tier, in place of the packs' words; a tier that is not named,
        or has no action, keeps the packs'.
    protocol
        How contrast is injected here; printed with the report.
    max_image_age_days
        Days since the examination from which its images are a warning; 0 allows those of today only.
    cover_after_minutes
        Minutes without use after which the window covers what it shows; None: never.
    training_export
        None: nothing may be exported for training.
    """

    __pydantic_config__ = STRICT
    schema: Literal[1] = 1
    name: str = ""
    prevalence: dict[str, Prevalence] = field(default_factory=dict)
    cut_offs: dict[str, dict[str, Share]] = field(default_factory=dict)
    modules: dict[str, tuple[str, ...]] = field(default_factory=dict)
    population: dict[str, dict[str, float]] = field(default_factory=dict)
    agents: tuple[Agent, ...] = ()
    default_pack: Slug | None = None
    actions: dict[str, dict[str, tuple[Text, ...]]] = field(default_factory=dict)
    protocol: Text | None = None
    language: Literal["zh", "en"] | None = None
    paper: Literal["A4", "Letter"] = "A4"
    max_image_age_days: int = DEFAULT_IMAGE_AGE_DAYS
    cover_after_minutes: int | None = None
    training_export: TrainingExport | None = None
    digest: str = ""

    def __post_init__(self) -> None:
        for outcome, tiers in self.actions.items():
            for tier, actions in tiers.items():
                for n, action in enumerate(actions):
                    _refuse_empty(action, f".actions.{outcome}.{tier}[{n}]")
        if not 0 <= self.max_image_age_days <= LONGEST_IMAGE_AGE_DAYS:
            raise Fault("image-age", ".max_image_age_days", limit=LONGEST_IMAGE_AGE_DAYS)
        if self.cover_after_minutes is not None and not 1 <= self.cover_after_minutes <= LONGEST_COVER_MINUTES:
            raise Fault("cover-minutes", ".cover_after_minutes", limit=LONGEST_COVER_MINUTES)
        if self.protocol is not None:
            _refuse_empty(self.protocol, ".protocol")


def _refuse_empty(text: Text, part: str) -> None:
    """Refuse a text that would be an empty line of the report in one language."""
    for language in ("en", "zh"):
        if not text.of(language).strip():
            raise Fault("empty-text", f"{part}.{language}")


def read_site(path: Path) -> SiteProfile:
    """Read and check a site profile.

    Raises
    ------
    InputError
        As of :func:`inference.reading.read_text` and :func:`parse_site`.
    """
    return parse_site(read_text(path, MAX_SITE_BYTES), str(path))


def parse_site(text: str, source: str) -> SiteProfile:
    """Check the text of a site profile.

    Raises
    ------
    InputError
        As of :func:`inference.reading.parse_toml` and ``read_typed``, naming the line or the field.
    """
    data = parse_toml(text, source)
    data["digest"] = hashlib.sha256(text.encode()).hexdigest()
    return read_typed(SiteProfile, data, source)
