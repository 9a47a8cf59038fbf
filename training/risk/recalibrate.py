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
from inference.packs.signing import read_trusted_keys, sign
from inference.packs.store import Pack, load_pack
from inference.risk.logistic import Z95
from training.console import say, table
from training.errors import BadInput
from training.options import path_of
from training.risk import outcomes
from training.risk.outcomes import Outcomes, read_outcomes
from training.risk.repacking import new_files, next_version, trained_step
from training.risk.updating import ENOUGH, LEVEL, Update, closed_test


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = outcomes.__doc__
    parser.add_argument("pack", type=path_of, metavar="PACK", help="folder or .pack file of the pack as it is in use")
    parser.add_argument("outcomes", type=path_of, metavar="OUTCOMES.csv", help="the site's outcomes; see below")
    parser.add_argument("--out", type=path_of, required=True, metavar="FOLDER", help="new folder of the new version")
    parser.add_argument("--key", type=path_of, metavar="KEY.pem", help="private key that signs the new version")
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
        raise BadInput(f"{options.out} exists; name a new folder with --out")
    own_keys = Path(str(resources.files("resources"))) / "keys"
    pack = load_pack(options.pack, read_trusted_keys([own_keys, *options.keys]), allow_unsigned=True)
    manifest = pack.manifest
    trained_step(pack)
    version = next_version(manifest.version)
    found = read_outcomes(options.outcomes, manifest.id, manifest.version)
    update = closed_test(found.event, found.log_odds, options.prevalence)
    _print(found, update)
    if update.kind == "none":
        say(f"{manifest.id} {manifest.version} fits these outcomes: nothing is changed and no new version is written.")
        return 0
    _write(pack, update, _note(pack, found, update), options)
    signed = f"signed with {options.key}" if options.key else "not signed (precontrast packs sign FOLDER --key KEY.pem)"
    say(f"Written: {manifest.id} {version} in {options.out}, {signed}. Check it: precontrast self-test {options.out}")
    return 0


def _write(pack: Pack, update: Update, note: dict[str, str], options: argparse.Namespace) -> None:
    """Write beside the place and rename, so that no half-made pack is left behind."""
    engines = EngineProvider(options.engine)
    try:
        files = new_files(pack, update, note, options.author, engines)
    finally:
        engines.close()
    options.out.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".writing-", dir=options.out.absolute().parent) as parent:
        folder = Path(parent) / options.out.absolute().name
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        if options.key:
            sign(folder, options.key)
        if options.out.exists():
            options.out.rmdir()
        shutil.move(folder, options.out)


def _note(pack: Pack, found: Outcomes, update: Update) -> dict[str, str]:
    events, count = int(found.event.sum()), len(found.event)
    old = pack.manifest.version
    slope_en = f"; all coefficients times {update.slope:.3f}" if update.kind == "slope" else "; coefficients unchanged"
    slope_zh = f"；全部系数乘以 {update.slope:.3f}" if update.kind == "slope" else "；系数不变"
    return {
        "en": f"Recalibrated from {old} on {count} injections with {events} events of the site: new intercept"
        f"{slope_en}. Validation figures are those of {old}.",
        "zh": f"由 {old} 版依据本单位 {count} 次注射（事件 {events} 例）重新校准：更新截距{slope_zh}。验证数据仍为 {old} 版。",
    }


def _print(found: Outcomes, update: Update) -> None:
    events, count = int(found.event.sum()), len(found.event)
    say(f"{count} injections, {events} with the event ({100 * events / count:.2f} %); {found.left_out} rows left out")
    if min(events, count - events) < ENOUGH:
        say(f"Note: fewer than {ENOUGH} with and {ENOUGH} without the event; the result is uncertain.")
    rows = [(test.name, f"{test.statistic:.2f}", test.degrees, f"{test.p:.3g}") for test in update.tests]
    table(("likelihood-ratio test", "chi2", "df", "p"), rows)
    say(f"Chosen at p < {LEVEL:g}: {update.kind}")
    expected = float(expit(update.intercept + update.slope * found.log_odds).sum())
    errors = np.sqrt(np.diag(update.covariance))
    rows = [
        (name, f"{value:.3f}", f"{value - Z95 * error:.3f} to {value + Z95 * error:.3f}" if error else "not fitted")
        for name, value, error in zip(("intercept", "slope"), (update.intercept, update.slope), errors)
    ]
    table(("of the log-odds against the average", "value", "95 %"), rows)
    say(f"Observed events: {events}; expected: {expected:.1f}")


def _rate(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a rate above 0 and below 1 (0.27 % is 0.0027)")
    return value
