"""``precontrast-train build-pack``: manifest, networks, card, golden case, checksums and signature."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider
from inference.golden import CASE, read_case, run_case
from inference.outcome import Outcome
from inference.packs.signing import sign
from inference.packs.store import load_pack
from inference.reading import read_json, to_plain
from training.cohort.split import read_split
from training.cohort.table import Cohort, read_cohort
from training.console import say
from training.errors import BadInput
from training.options import add_cohort, add_work, path_of
from training.packing.card import Facts, card_of
from training.packing.entries import both
from training.packing.figures import figures_of
from training.packing.head import head_graph, read_head
from training.packing.manifest import PACKS, About, manifest_of
from training.packing.parts import Made
from training.packing.risk import term_rows
from training.packing.status import Status, origins_of, status_of
from training.recipes import Recipe
from training.risk.model import read_model
from training.risk.predictions import read_rows, read_signatures
from training.vessels.apply import STEP_FILE
from training.vessels.step import FROM_BUNDLED
from training.wording import in_language, worded
from training.workspace import Workspace, write_bytes, write_json, write_text

GOLDEN_SITE_SOURCE = "golden case"
IMAGE_TOLERANCE = 0.15
"""Engines round differently; a vessel's border voxels move with it, and all that is computed from them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    parser.add_argument("--id", required=True, help="id of the pack, such as cme-example")
    parser.add_argument("--version", default="1.0.0", help="of the pack; default: 1.0.0")
    parser.add_argument("--title", nargs=2, metavar=("EN", "ZH"), help="title of the pack in both languages")
    parser.add_argument("--base", type=path_of, help="pack whose tiers, actions and clinical fallback are taken over")
    parser.add_argument("--key", type=path_of, help="key to sign with; without one the pack stays unsigned")
    parser.add_argument("--engine", default="openvino:CPU", help="computes the golden case")


def run(options: argparse.Namespace) -> int:
    """Write the pack folder anew."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", options.id):
        raise BadInput(worded("factory.build.id", id=options.id))
    cohort, work = read_cohort(options.cohort), Workspace(options.work)
    for path, command in (
        (work.risk_model, "train-risk"),
        (work.models / "quantization.json", "quantize"),
        (work.features / "encoder.json", "features"),
    ):
        work.need(path, command)
    folder = work.packs / options.id
    shutil.rmtree(folder, ignore_errors=True)
    write_pack(folder, cohort, work, options)
    if options.key is not None:
        sign(folder, options.key)
        say(in_language(worded("factory.build.signed", folder=str(folder)), options.lang))
    else:
        say(in_language(worded("factory.build.unsigned", folder=str(folder)), options.lang))
    return 0


def write_pack(folder: Path, cohort: Cohort, work: Workspace, options: argparse.Namespace) -> None:
    """Write everything but the signature."""
    texts = cohort.recipe.pack
    base = read_json((options.base or PACKS / texts.base) / "pack.json")
    head, encoder = read_head(work.risk / "head.npz"), read_encoder(work)
    made = _gather(cohort, work, head.limit, encoder, options)
    about = About(
        options.id,
        options.version,
        base,
        both(*options.title) if options.title else to_plain(texts.title),
        _note(cohort),
        figures_of(work, made.recipe, made.model, made.simulated),
        credits_of(work, made.recipe),
    )
    manifest = manifest_of(about, made)
    for name in ("locator", "vessels", "encoder"):
        write_bytes(folder / "models" / f"{name}.onnx", (work.models / f"{name}.onnx").read_bytes())
    write_bytes(folder / "models" / "head.onnx", head_graph(head))
    for name in texts.licences:
        write_bytes(folder / name, (PACKS / texts.licences_of / name).read_bytes())
    write_json(folder / "pack.json", manifest)
    write_text(folder / "card.md", card_of(_facts(cohort, work, made, encoder, manifest, base)))
    write_golden(folder, manifest, made.training, options.engine)


def _gather(cohort: Cohort, work: Workspace, limit: float, encoder: Mapping, options: argparse.Namespace) -> Made:
    """Read what the other commands left."""
    model, split = read_model(work.risk_model, cohort.recipe), read_split(work, cohort)
    return Made(
        recipe=cohort.recipe,
        settings=cohort.settings,
        status=_status(cohort, model.shipped, split, work, options.quiet).name,
        training=[case for case in cohort.cases if split.get(case.id) == "train" and case.outcome is not None],
        signatures=read_signatures(work),
        predictions=read_rows(work, cohort.recipe.names),
        model=model,
        segment=read_json(work.folder / STEP_FILE),
        crop=encoder["crop"],
        distance_limit=limit,
    )


def credits_of(work: Workspace, recipe: Recipe) -> list[str]:
    """Whose images the networks were made from, as far as they are not the cohort's."""
    results = work.vessels / "results.json"
    start = read_json(results).get("start_from", FROM_BUNDLED) if results.exists() else FROM_BUNDLED
    return [*recipe.pack.credits, *(recipe.pack.start_credits if start == FROM_BUNDLED else ())]


def read_encoder(work: Workspace) -> dict:
    """What ``features`` wrote of its encoder.

    Raises
    ------
    BadInput
        When an earlier version wrote it, in one language.
    """
    path = work.features / "encoder.json"
    encoder = read_json(path)
    if isinstance(encoder["trained_on"], str):
        raise BadInput(worded("factory.build.earlier", path=str(path)))
    return encoder


def _status(cohort: Cohort, shipped: str, split: Mapping[str, str], work: Workspace, quiet: bool) -> Status:
    """The status, said on the console with what stands between it and a better one."""
    predicted = {row["case"]: float(row[shipped]) for row in read_rows(work, (shipped,)) if row[shipped]}
    status = status_of(cohort.settings.simulated, origins_of(cohort, quiet), split, cohort.cases, predicted)
    say(f"Status: {status.name}")
    for reason in status.missed:
        say(f"  not externally validated: {reason}")
    return status


def _note(cohort: Cohort) -> dict[str, str]:
    """Of the cohort as a source."""
    counted = [case for case in cohort.cases if case.outcome is not None]
    events = sum(case.outcome for case in counted)
    return both(
        f"{len(counted)} patients, {events} with the event; coefficients, thresholds and distance limit were "
        f"fitted to the training part.",
        f"{len(counted)} 例患者，其中事件 {events} 例；系数、阈值与距离上限均由训练部分拟合。",
    )


def _facts(cohort: Cohort, work: Workspace, made: Made, encoder: Mapping, manifest: Mapping, base: Mapping) -> Facts:
    counted = [case for case in cohort.cases if case.outcome is not None]
    quantized = {row["model"]: row["precision"] for row in read_json(work.models / "quantization.json")["models"]}
    distance = made.model.distance
    return Facts(
        recipe=made.recipe,
        pack_id=manifest["id"],
        version=manifest["version"],
        status=made.status,
        title=manifest["title"],
        simulated=made.simulated,
        patients=len(counted),
        events=sum(case.outcome for case in counted),
        training=len(made.training),
        training_events=sum(case.outcome for case in made.training),
        site_prevalence=cohort.settings.site_prevalence,
        prevalence_source=cohort.settings.prevalence_source,
        training_prevalence=made.model.trained_prevalence,
        distance_limit=distance.limit,
        refused_share=distance.refused.get("train", 0) / max(1, distance.cases.get("train", 0)),
        encoder=encoder,
        quantized=quantized,
        terms=term_rows(made.model, cohort.settings),
        figures=manifest["figures"],
        fallback=base["id"],
    )


def write_golden(folder: Path, plain: Mapping, training, engine: str) -> None:
    """The phantom with a typical training patient's answers, and what comes out of it."""
    answers = _typical(plain, training)
    site = {"prevalence": {plain["outcome"]: {"rate": 0.0027, "source": GOLDEN_SITE_SOURCE}}}
    case = {"sheet": {"answers": answers}, "images": {"ct": "phantom"}, "site": site, "expected": {"kind": "answer"}}
    write_json(folder / CASE, case)
    pack = load_pack(folder, [], allow_unsigned=True)
    engines = EngineProvider(engine)
    outcome = run_case(pack, read_case(pack), engines)
    engines.close()
    case["expected"] = _expected(outcome)
    write_json(folder / CASE, case)
    if outcome.kind != "answer":
        reasons = ", ".join(f.code for f in outcome.findings if f.severity == "blocking")
        say(f"The phantom is refused ({reasons}): the golden case checks the refusal and the vessel measures.")


def _typical(plain: Mapping, training) -> dict[str, object]:
    """Medians and most frequent answers."""
    answers = {}
    for predictor in plain["predictors"]:
        given = [case.answers.get(predictor["id"]) for case in training]
        given = [value for value in given if value is not None]
        if not given or "step" in predictor:
            continue
        if predictor["kind"] == "number":
            answers[predictor["id"]] = round(float(np.median(given)), predictor.get("decimals", 0))
        else:
            answers[predictor["id"]] = max(sorted(set(given)), key=given.count)
    return answers


def _expected(outcome: Outcome) -> dict[str, object]:
    numbers = {}
    for measure in outcome.measures:
        if measure.volume_ml is not None and measure.mean_diameter_mm is not None:
            numbers[f"measures.{measure.structure}.volume_ml"] = round(measure.volume_ml, 3)
            numbers[f"measures.{measure.structure}.mean_diameter_mm"] = round(measure.mean_diameter_mm, 2)
    if outcome.risk is not None:
        numbers["risk.log_odds"] = round(outcome.risk.explanation.figures()["log_odds"], 4)
        numbers |= {f"answers.{a.predictor}": round(a.value, 4) for a in outcome.answers if a.origin == "image"}
    return {"kind": outcome.kind, "numbers": numbers, "image_tolerance": IMAGE_TOLERANCE}
