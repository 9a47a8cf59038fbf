"""``precontrast-train recalibrate``: fit a pack to a site's own outcomes and make its next version."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from importlib import resources
from pathlib import Path

import numpy as np
from scipy.special import expit

from inference.engines import EngineProvider
from inference.errors import PackError
from inference.packs.signing import read_trusted_keys, sign
from inference.packs.store import Pack, load_pack
from inference.risk.logistic import Z95, logit
from training.console import say, table
from training.errors import BadInput
from training.options import path_of
from training.risk.outcomes import FORM, Outcomes, read_outcomes
from training.risk.repacking import new_files, next_version, trained_step
from training.risk.updating import ENOUGH, FEWEST_FOR_SLOPE, LEVEL, Update, closed_test
from training.wording import worded

VERDICTS = {
    "none": "The pack fits these outcomes.",
    "intercept": "The intercept is fitted again; the coefficients stay as they are.",
    "slope": "Intercept and slope are fitted again: all coefficients are multiplied by the slope.",
}
GROUPS = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = FORM
    parser.add_argument("pack", type=path_of, metavar="PACK", help="folder or .pack file of the pack as it is in use")
    parser.add_argument("outcomes", type=path_of, metavar="OUTCOMES.csv", help="the site's outcomes; see below")
    parser.add_argument("--out", type=path_of, required=True, metavar="FOLDER", help="new folder of the new version")
    parser.add_argument(
        "--key",
        type=path_of,
        required=True,
        metavar="KEY.pem",
        help="private key that signs the new version, made by: precontrast packs keygen",
    )
    parser.add_argument("--author", default="", metavar="NAME", help="who answers for it; goes into its history")
    parser.add_argument(
        "--keys",
        type=path_of,
        action="append",
        default=[],
        metavar="FOLDER",
        help="public keys (NAME.pub) that are trusted beside the program's own, to check the pack's signature",
    )
    parser.add_argument(
        "--prevalence",
        type=_rate,
        metavar="RATE",
        help="event rate that the unchanged pack is judged at, such as 0.0027; the table's own share unless given",
    )
    parser.add_argument("--engine", metavar="ENGINE:DEVICE", help="computes the golden case; the fastest unless given")


def run(options: argparse.Namespace) -> int:
    """Test, fit and write the new version, or say why there is none."""
    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        raise BadInput(worded("factory.recalibrate.out", path=str(options.out)))
    if not options.key.is_file():
        raise BadInput(worded("factory.recalibrate.key", path=str(options.key)))
    pack = _load(options)
    manifest = pack.manifest
    trained_step(pack)
    version = next_version(manifest.version)
    found = read_outcomes(options.outcomes, manifest.id, manifest.version)
    update = closed_test(found.event, found.log_odds, options.prevalence)
    _print(pack, found, update, options.prevalence)
    if update.kind == "none":
        say("Nothing is changed, and no new version is written.")
        return 0
    _write(pack, update, _note(pack, found, update), options)
    say(f"Written: {manifest.id} {version} in {options.out}, signed with {options.key}.")
    say(f"Check it and install it: precontrast self-test {options.out}; precontrast packs install {options.out}")
    return 0


def _load(options: argparse.Namespace) -> Pack:
    own_keys = Path(str(resources.files("resources"))) / "keys"
    try:
        pack = load_pack(options.pack, read_trusted_keys([own_keys, *options.keys]), allow_unsigned=True)
    except PackError as error:
        if error.code != "pack.signature":
            raise
        raise BadInput(worded("factory.recalibrate.untrusted", path=str(options.pack))) from error
    if pack.signed_by is None:
        say(f"Note: {options.pack} is not signed; nobody answers for its content so far.")
    return pack


def _write(pack: Pack, update: Update, note: dict[str, str], options: argparse.Namespace) -> None:
    """Write beside the place and rename, so that no half-made pack is left behind."""
    engines = EngineProvider(options.engine)
    try:
        files = new_files(pack, update, note, options.author, engines)
    finally:
        engines.close()
    place = options.out.absolute()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=place.parent) as parent:
            folder = Path(parent) / place.name
            for name, data in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            sign(folder, options.key)
            if place.exists():
                place.rmdir()
            shutil.move(folder, place)
    except OSError as error:
        raise BadInput(worded("factory.work.unwritable", path=str(options.out), error=str(error.strerror))) from error


def _note(pack: Pack, found: Outcomes, update: Update) -> dict[str, str]:
    events, count = int(found.event.sum()), len(found.event)
    old = pack.manifest.version
    slope_en = f"; all coefficients times {update.slope:.3f}" if update.kind == "slope" else "; coefficients unchanged"
    slope_zh = f"；全部系数乘以 {update.slope:.3f}" if update.kind == "slope" else "；系数不变"
    return {
        "en": f"Recalibrated from {old} on {count} injections with {events} events of the site: new intercept"
        f"{slope_en}. Validation figures are those of {old}.",
        "zh": f"由 {old} 版依据本单位 {count} 次注射（事件 {events} 例）重新校准：更新截距{slope_zh}。"
        f"验证数据仍为 {old} 版。",
    }


def _print(pack: Pack, found: Outcomes, update: Update, prevalence: float | None) -> None:
    events, count = int(found.event.sum()), len(found.event)
    share = 100 * events / count
    say(f"{count} injections, {events} with the event ({share:.2f} %); {found.left_out} rows left out")
    fewer = min(events, count - events)
    if fewer < FEWEST_FOR_SLOPE:
        say(f"Note: {fewer} are too few to judge the slope ({FEWEST_FOR_SLOPE} are needed); only the intercept is.")
    elif fewer < ENOUGH:
        say(f"Note: {fewer} are few; at {ENOUGH} with and {ENOUGH} without the event the result becomes reliable.")
    say()
    _print_groups(pack, found, update, prevalence)
    say()
    say("Is the change more than chance? (likelihood-ratio tests, one after the other)")
    rows = [(test.name, f"{test.statistic:.2f}", test.degrees, _p(test.p)) for test in update.tests]
    table(("test", "chi2", "df", "p"), rows)
    say()
    say(f"At p < {LEVEL:g}: {VERDICTS[update.kind]}")
    if update.kind == "none":
        return
    errors = np.sqrt(np.diag(update.covariance))
    rows = [
        (name, f"{value:.3f}", f"{value - Z95 * error:.3f} to {value + Z95 * error:.3f}" if error else "not fitted")
        for name, value, error in zip(("intercept", "slope"), (update.intercept, update.slope), errors)
    ]
    table(("log-odds of the event = intercept + slope x predicted log-odds", "value", "95 %"), rows)
    say(
        "Printed risks stand on the event rate in the site profile; if the table holds all injections of a period, "
        f"that is now [prevalence.{pack.manifest.outcome}] events = {events}, injections = {count}."
    )


def _print_groups(pack: Pack, found: Outcomes, update: Update, prevalence: float | None) -> None:
    """Events that were observed and expected, by predicted risk."""
    rate = float(found.event.mean()) if prevalence is None else prevalence
    before = expit(logit(rate) + found.log_odds)
    after = expit(update.intercept + update.slope * found.log_odds)
    order = np.argsort(found.log_odds, kind="stable")
    parts = {f"{n + 1} of {GROUPS}": rows for n, rows in enumerate(np.array_split(order, GROUPS))}
    whose = "that of the table" if prevalence is None else "as given"
    version = pack.manifest.version
    say(f"Events by predicted risk, lowest first; {version} read at an event rate of {100 * rate:.2f} %, {whose}")
    head = ["predicted risk", "injections", "observed", f"expected by {version}"]
    changed = update.kind != "none"
    rows = []
    for name, own in {**parts, "all": order}.items():
        row = [name, len(own), int(found.event[own].sum()), f"{before[own].sum():.1f}"]
        rows.append([*row, f"{after[own].sum():.1f}"] if changed else row)
    table([*head, "after recalibration"] if changed else head, rows)


def _p(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def _rate(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a rate above 0 and below 1 (0.27 % is 0.0027)")
    return value
