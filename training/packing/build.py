"""``precontrast-train build-pack``: manifest, networks, card, golden case, checksums and signature."""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from inference.packs.signing import sign
from inference.reading import read_json, to_plain
from training.cohort.split import read_split
from training.cohort.table import Cohort, read_cohort
from training.console import say
from training.errors import BadInput
from training.features.habitats import read_habitats
from training.options import add_cohort, add_work, path_of
from training.packing.card import Facts, card_of
from training.packing.entries import both
from training.packing.figures import figures_of
from training.packing.golden import write_golden
from training.packing.manifest import PACKS, About, manifest_of
from training.packing.parts import Made, parts_of
from training.packing.risk import term_rows
from training.packing.status import Status, origins_of, status_of
from training.recipes import Networks, Recipe, measured
from training.risk.model import read_model
from training.risk.patients import FeatureTable, gather, read_values
from training.risk.predictions import read_rows, read_scores
from training.vessels.apply import STEP_FILE
from training.vessels.step import FROM_BUNDLED
from training.wording import in_language, worded
from training.workspace import Workspace, write_bytes, write_json, write_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    parser.add_argument("--id", required=True, help="id of the pack, such as cme-example")
    parser.add_argument("--version", default="1.0.0", help="of the pack; default: 1.0.0")
    parser.add_argument("--title", nargs=2, metavar=("EN", "ZH"), help="title of the pack in both languages")
    parser.add_argument(
        "--base",
        type=path_of,
        help="pack whose tiers and actions are taken over, and which answers where the images are refused",
    )
    parser.add_argument("--key", type=path_of, help="key to sign with; without one the pack stays unsigned")
    parser.add_argument("--engine", default="openvino:CPU", help="computes the golden case")


def run(options: argparse.Namespace) -> int:
    """Write the pack folder anew."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", options.id):
        raise BadInput(worded("factory.build.id", id=options.id))
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    recipe = cohort.recipe
    needed = [(work.risk_model, "train-risk")]
    if runs_networks(recipe):
        needed.append((work.models / "quantization.json", "quantize"))
    if recipe.encoded in recipe.packed:
        needed.append((work.features / "encoder.json", "features"))
    for path, command in needed:
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


def runs_networks(recipe: Recipe) -> bool:
    """Whether the pack runs networks that the factory makes small before; without an encoder nothing judges them."""
    return recipe.encoded is not None and any(
        isinstance(step, Networks) or step is recipe.encoded for step in recipe.packed
    )


def write_pack(folder: Path, cohort: Cohort, work: Workspace, options: argparse.Namespace) -> None:
    """Write everything but the signature."""
    recipe, texts = cohort.recipe, cohort.recipe.pack
    path = options.base or (PACKS / texts.base if texts.base else None)
    base = read_json(path / "pack.json") if path else None
    made = _gather(cohort, work, options)
    about = About(
        options.id,
        options.version,
        base,
        both(*options.title) if options.title else to_plain(texts.title),
        _note(cohort),
        figures_of(work, recipe, made.model, made.simulated),
        credits_of(work, recipe),
    )
    parts = parts_of(made)
    manifest = manifest_of(about, made, parts)
    for part in parts:
        for name, left in part.files.items():
            write_bytes(folder / name, work.need(work.folder / left, "train-risk").read_bytes())
        for name, data in part.data.items():
            write_bytes(folder / name, data)
    if texts.licences_of and any(isinstance(step, Networks) for step in recipe.packed):
        for name in texts.licences:
            write_bytes(folder / name, (PACKS / texts.licences_of / name).read_bytes())
    write_json(folder / "pack.json", manifest)
    write_text(folder / "card.md", card_of(_facts(cohort, work, made, manifest)))
    write_golden(folder, manifest, made, options.engine)


def _gather(cohort: Cohort, work: Workspace, options: argparse.Namespace) -> Made:
    """Read what the other commands left."""
    recipe = cohort.recipe
    model, split = read_model(work.risk_model, recipe), read_split(work, cohort)
    known = [case for case in cohort.cases if split.get(case.id) == "train" and case.outcome is not None]
    patients = gather(
        cohort,
        [case.id for case in known],
        FeatureTable(values=read_values(work) if measured(recipe.predictors) else {}),
    )
    return Made(
        recipe=recipe,
        settings=cohort.settings,
        status=_status(cohort, model.shipped, split, work, options.quiet).name,
        training=[replace(case, answers=answers) for case, answers in zip(known, patients.answers)],
        scores={name: read_scores(work, name) for name in recipe.score_ids},
        predictions=read_rows(work, recipe.names),
        model=model,
        segment=read_json(work.folder / STEP_FILE) if recipe.has_networks else None,
        habitats=read_habitats(work) if recipe.learnt else {},
    )


def credits_of(work: Workspace, recipe: Recipe) -> list[str]:
    """Whose images the networks were made from, as far as they are not the cohort's."""
    if not any(isinstance(step, Networks) for step in recipe.packed):
        return []
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


def _facts(cohort: Cohort, work: Workspace, made: Made, manifest: Mapping) -> Facts:
    counted = [case for case in cohort.cases if case.outcome is not None]
    encoded, small = made.recipe.encoded in made.recipe.packed, runs_networks(made.recipe)
    networks = read_json(work.models / "quantization.json")["models"] if small else ()
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
        distances={name: made.model.distances[name] for name in made.shipped.scores},
        encoder=read_encoder(work) if encoded else None,
        quantized={row["model"]: row["precision"] for row in networks},
        terms=term_rows(made.model, cohort.settings),
        figures=manifest["figures"],
        fallback=manifest.get("fallback"),
    )
