"""The figures in the pack and its card are those of the evaluation."""

import json

from training.vessels import pack

RESULTS = json.loads(pack.RESULTS.read_text(encoding="utf-8"))
FOLDER = pack.PACKS / pack.PACK_ID


def test_the_packs_figures_are_those_of_the_evaluation():
    manifest = json.loads((FOLDER / "pack.json").read_text(encoding="utf-8"))
    wanted = pack.figures_of(RESULTS)
    assert manifest["figures"][: len(wanted)] == wanted


def test_the_manifest_is_what_the_code_makes_of_the_clinical_pack():
    manifest = json.loads((FOLDER / "pack.json").read_text(encoding="utf-8"))
    assert manifest == json.loads(json.dumps(pack.manifest(pack.figures_of(RESULTS))))


def test_every_figure_of_the_card_is_one_of_the_evaluation():
    card = (FOLDER / "card.md").read_text(encoding="utf-8")
    rows = [pack.card_row(RESULTS, case) for case in pack.cases_of(RESULTS)]
    assert rows
    assert [row for row in rows if row not in card] == []


def test_no_real_series_is_both_developed_on_and_reported():
    reported = [case for case in RESULTS["int8"]["real"] if not case["development"]]
    assert reported
    assert not any(case["case"].startswith(tuple(RESULTS["development"])) for case in reported)
