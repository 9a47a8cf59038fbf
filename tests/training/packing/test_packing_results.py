"""The figures in the pack and its card are those of the evaluation."""

import json

import numpy as np

from inference.packs.store import read_manifest
from training.packing import vessels_demo as pack

RESULTS = json.loads(pack.RESULTS.read_text(encoding="utf-8"))
FOLDER = pack.PACKS / pack.PACK_ID


def _cases(results: dict) -> list[str]:
    """Names of the rows of the card's table: the simulations, then every side of a real series."""
    return ["simulated", *(real["case"] for real in results["left_out"]), pack.MEAN]


def _card_row(results: dict, case: str) -> str:
    """One row of the card's table (Markdown).

    The simulations: INT8 and, beside it, fp32. A real side: what the network that it was left out of finds in the inlet
    and over the whole drawn length, and what was found in the inlet before any real side was trained on.
    """
    if case == "simulated":
        return f"| {case} | {pack._row(results['int8'][case])} (fp32 {pack._row(results['fp32'][case])}) | – | – |"
    after, before = (
        pack.usual(results[when]) if case == pack.MEAN else [real for real in results[when] if real["case"] == case]
        for when in ("left_out", "before")
    )
    figures = (pack._over(after, np.mean), pack._over(after, np.mean, "dice"), pack._over(before, np.mean))
    return f"| {case} | {' | '.join(pack._row(figure) for figure in figures)} |"


def test_the_packs_figures_are_those_of_the_evaluation():
    manifest = json.loads((FOLDER / "pack.json").read_text(encoding="utf-8"))
    wanted = pack.figures_of(RESULTS)
    assert manifest["figures"][: len(wanted)] == wanted


def test_the_manifest_is_what_the_code_makes_of_the_clinical_pack():
    """Read as the program reads both: what ships is of schema 1, which left unsaid what the code says."""
    shipped, made = (FOLDER / "pack.json").read_bytes(), json.dumps(pack.manifest(pack.figures_of(RESULTS))).encode()
    assert read_manifest(shipped, "shipped") == read_manifest(made, "made")


def test_every_figure_of_the_card_is_one_of_the_evaluation():
    card = (FOLDER / "card.md").read_text(encoding="utf-8")
    rows = [_card_row(RESULTS, case) for case in _cases(RESULTS)]
    assert rows
    assert [row for row in rows if row not in card] == []


def test_every_real_side_has_a_figure_of_the_fold_that_left_it_out_and_one_of_before():
    left_out = [real["case"] for real in RESULTS["left_out"]]
    trained_on = [real["case"] for real in RESULTS["int8"]["trained_on"]]
    assert sorted(left_out) == sorted(trained_on)
    assert [real["case"] for real in RESULTS["before"]] == trained_on


def test_a_side_on_which_nothing_was_found_counts_as_none_right():
    assert _told_of(_side("A"), _side("B", found=False)) == "0.25 / 0.25 / 0.25 / 0.25 (0.00 / 0.00 / 0.00 / 0.00)"


def test_a_vessel_of_which_the_truth_says_nothing_counts_neither_way():
    silent = _side("B", dice_inlet=dict.fromkeys(pack.RECIPE.structure_ids, 0.7) | {"SCV-R": None})
    assert _told_of(_side("A"), silent) == "0.60 / 0.60 / 0.60 / 0.50 (0.50 / 0.50 / 0.50 / 0.50)"


def test_a_variant_has_a_row_of_its_own_and_no_part_in_the_mean():
    assert _told_of(_side("A"), _side("B", found=False, variant="aberrant")).startswith("0.50 / 0.50 / 0.50 / 0.50 (")


def _side(patient: str, **changes: object) -> dict:
    dice = dict.fromkeys(pack.RECIPE.structure_ids, 0.5)
    return {"case": f"{patient} R", "patient": patient, "variant": "", "found": True, "dice_inlet": dice} | changes


def _told_of(*sides: dict) -> str:
    return pack.figures_of(RESULTS | {"left_out": list(sides)})[1]["value"]
