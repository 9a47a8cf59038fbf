"""A recalibrated version of a pack: changed risk step, limits, history, card and golden case."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from inference.engines import EngineProvider
from inference.golden import CASE, compare, figures_of, read_case, run_case
from inference.packs.files import SIGNATURE, SUMS
from inference.packs.store import MANIFEST, Pack, read_manifest
from inference.reading import decode_text, parse_json, read_typed, to_plain
from inference.risk.logistic import Z95, logit
from inference.site import SiteProfile
from inference.steps.logistic import LogisticStep, build_model, centred
from inference.vocabulary import STRICT, Text
from training.errors import BadInput
from training.risk.updating import Update

CARD = "card.md"
HISTORY = "history.json"
"""What was done to a pack since it was built."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version in a pack's history."""

    __pydantic_config__ = STRICT
    version: str
    date: str
    note: Text
    author: str


def trained_step(pack: Pack) -> LogisticStep:
    """The pack's one logistic step with an intercept of its own.

    Raises
    ------
    BadInput
        For a pack without one; for odds ratios from the literature says what to do instead.
    """
    steps = [step for step in pack.manifest.steps if isinstance(step, LogisticStep)]
    name = pack.manifest.id
    if len(steps) != 1:
        raise BadInput(f"{name} has {len(steps)} logistic steps; only a pack with exactly one can be recalibrated")
    if steps[0].intercept is None or steps[0].trained_prevalence is None:
        outcome = pack.manifest.outcome
        raise BadInput(
            f"{name} has no intercept to recalibrate: its odds ratios are from the literature, and its average is the "
            f"rate that the site sets. Put the counts of your outcomes into the site profile instead: "
            f"[prevalence.{outcome}] events, injections, source. The odds ratios stay those of their source."
        )
    return steps[0]


def recalibrated(step: LogisticStep, update: Update, moved: float = 0.0) -> dict[str, Any]:
    """The fields of the step that change.

    With the log-odds against the average r = a0 + b x - logit(p0) + ``moved`` (what the program had re-centred the
    model by), the new model is intercept + slope r at the event share of the table, and is re-centred no more. Its
    covariance follows by the delta method, with the old coefficients and the update taken as independent: C' =
    slope^2 C + var(slope) t t' + cov (e t' + t e') + var(intercept) e e', with t the old coefficients (first a0 -
    logit(p0)) and e = (1, 0, ...). That the new intercept makes up for errors of the old coefficients is not
    counted, so that intervals come out wide rather than narrow.
    """
    old = np.array(
        [step.intercept - logit(step.trained_prevalence) + moved, *(term.coefficient for term in step.terms)]
    )
    new = update.slope * old
    new[0] += update.intercept
    first = np.zeros(len(old))
    first[0] = 1.0
    covariance = _covariance(step)
    of_intercept, of_both, of_slope = update.covariance[0, 0], update.covariance[0, 1], update.covariance[1, 1]
    covariance = (
        update.slope**2 * covariance
        + of_slope * np.outer(old, old)
        + of_both * (np.outer(first, old) + np.outer(old, first))
        + of_intercept * np.outer(first, first)
    )
    errors = np.sqrt(np.diag(covariance))[1:]
    intervals = [
        {
            "odds_ratio": float(np.exp(value)),
            "low": float(np.exp(value - Z95 * error)),
            "high": float(np.exp(value + Z95 * error)),
        }
        for value, error in zip(new[1:], errors)
    ]
    return {
        "intercept": float(new[0]),
        "trained_prevalence": update.event_share,
        "covariance": covariance.tolist(),
        "recentring": 0.0,
        "terms": intervals,
    }


def _covariance(step: LogisticStep) -> np.ndarray:
    """Of the intercept and the terms; without one the terms' own errors, the intercept taken as known."""
    if step.covariance is not None:
        return np.array(step.covariance)
    return np.diag([0.0, *(term.standard_error**2 for term in step.terms)])


def next_version(version: str) -> str:
    """The same with the minor number one higher.

    Raises
    ------
    BadInput
        When it is not of the form 1.2.3.
    """
    parts = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    if parts is None:
        raise BadInput(f"the pack's version is {version!r}, not of the form 1.2.3; its next version cannot be named")
    return f"{parts[1]}.{int(parts[2]) + 1}.0"


def new_files(
    pack: Pack, update: Update, note: dict[str, str], author: str, engines: EngineProvider
) -> dict[str, bytes]:
    """All files of the new version but checksums and signature.

    Parameters
    ----------
    note
        What was done, by language.

    Raises
    ------
    BadInput
        When this computer does not reproduce the golden case of the pack as it is.
    """
    files = {name: data for name, data in pack.files.items() if name not in (SUMS, SIGNATURE)}
    source = f"{pack.manifest.id}/{MANIFEST}"
    manifest = parse_json(decode_text(files[MANIFEST], source), source)
    earlier = read_history(pack)
    entry = Entry(next_version(pack.manifest.version), date.today().isoformat(), Text(**note), author)
    _change(manifest, pack, update, entry, earlier)
    files[MANIFEST] = _json(manifest)
    files[HISTORY] = _json([to_plain(one) for one in (*earlier, entry)])
    if CARD in files:
        files[CARD] = files[CARD].rstrip() + _card_section(entry).encode()
    if CASE in files:
        files[CASE] = _golden(pack, Pack(read_manifest(files[MANIFEST], source), files, "", None), engines)
    return files


def read_history(pack: Pack) -> tuple[Entry, ...]:
    """What was done to the pack since it was built, the oldest first; nothing for a pack as it was built.

    Raises
    ------
    InputError
        When the history is not of that form.
    """
    if HISTORY not in pack.files:
        return ()
    source = f"{pack.manifest.id}/{HISTORY}"
    return read_typed(tuple[Entry, ...], parse_json(decode_text(pack.file(HISTORY), source), source), source)


def _change(manifest: dict[str, Any], pack: Pack, update: Update, entry: Entry, earlier: tuple[Entry, ...]) -> None:
    """Change the manifest in place."""
    step, site = trained_step(pack), SiteProfile()
    own = next(part for part in manifest["steps"] if part["id"] == step.id)
    *_, moved = centred(step, build_model(step, pack.manifest, site), site, update.event_share)
    changes = recalibrated(step, update, moved)
    # What held-out patients were given is not what they would be given now.
    own.pop("held_out", None)
    for term, values in zip(own["terms"], changes.pop("terms")):
        term.update(values)
        term.pop("significant_only", None)
        term.pop("p_value", None)
    own.update(changes)
    manifest["version"] = entry.version
    if manifest["status"] == "externally-validated":
        # What was validated elsewhere were other coefficients.
        manifest["status"] = "site-trained"
    # Limits are printed on every report; the last recalibration speaks for those before it.
    told = [to_plain(one.note) for one in earlier]
    manifest["limits"] = [limit for limit in manifest["limits"] if limit not in told] + [to_plain(entry.note)]


def _card_section(entry: Entry) -> str:
    author = f" {entry.author}." if entry.author else ""
    return f"\n\n## {entry.version} ({entry.date})\n\n{entry.note.en}{author}\n\n{entry.note.zh}{author}\n"


def _golden(old: Pack, new: Pack, engines: EngineProvider) -> bytes:
    """The golden case with the risks that the new version gives; everything else must come out as before."""
    source = f"{old.manifest.id}/{CASE}"
    case = read_case(old)
    if compare(run_case(old, case, engines), case.expected):
        raise BadInput(
            f"{old.manifest.id} does not reproduce its golden case on this computer, so nothing was changed; "
            "precontrast self-test says what differs"
        )
    found = dict(figures_of(run_case(new, case, engines)))
    plain = parse_json(decode_text(old.file(CASE), source), source)
    for part in ("numbers", "classes"):
        expected = plain["expected"].get(part, {})
        for path in (path for path in expected if path.startswith("risk.")):
            expected[path] = found[path]
    return _json(plain)


def _json(value: object) -> bytes:
    """As a person can read it; NaN is refused, as it is no JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
