"""The FVH score as a recipe: no images, trained and shipped, and its published odds ratio where nothing may be said."""

import json
from functools import partial

import pytest

from inference.answers import AnswerSheet
from inference.engines import EngineProvider
from inference.golden import compare, read_case, run_case
from inference.packs.store import load_pack
from inference.pipeline import Request, run
from tests.helpers.packs import bundled
from training.cli import main
from training.learners.learner import Effort
from training.recipes import find_recipe
from training.risk import train as risk_train


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """A pack of a simulated cohort of the paper's size."""
    folder = tmp_path_factory.mktemp("lu2021")
    table, work = str(folder / "cohort.csv"), ["--work", str(folder / "work"), "--quiet", "--lang", "en"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(risk_train, "Effort", partial(Effort, bootstraps=5))
        assert main(["simulate-cohort", "--recipe", "lu2021", "--out", str(folder)]) == 0
        assert main(["check", table, "--quiet", "--lang", "en"]) == 0
        for command in (
            ["split"],
            ["train-risk", "--folds", "2", "--repeats", "1"],
            ["build-pack", "--id", "fvh-site"],
        ):
            assert main([command[0], table, *work, *command[1:]]) == 0, command
    return load_pack(folder / "work" / "pack" / "fvh-site", (), allow_unsigned=True)


def test_the_pack_is_a_sum_of_answers_that_gives_its_golden_case(pack):
    manifest, case = pack.manifest, read_case(pack)
    assert [step.kind for step in manifest.steps] == ["logistic"] and not manifest.images and not manifest.structures
    assert [predictor.id for predictor in manifest.predictors] == ["fvh"]
    assert (manifest.status, manifest.fallback, manifest.event.name.en) == (
        *("simulation-trained", "fvh-score", "acute infarction"),
    )
    assert case.expected.kind == "answer" and compare(run_case(pack, case, EngineProvider()), case.expected) == []
    english, chinese = pack.file("card.md").decode().split("\n---\n")
    assert "image" not in english.casefold() and "影像" not in chinese


def test_an_effect_near_the_papers_is_found_and_a_patient_of_flesh_gets_no_percentage_of_it(pack):
    plain = json.loads(pack.file("pack.json"))
    (term,) = plain["steps"][0]["terms"]
    assert term["low"] < 2.524 < term["high"]
    outcome = run(Request(pack, AnswerSheet({"fvh": 5.0}), fallback=bundled("fvh-score")), EngineProvider())
    assert outcome.risk is None
    assert any(finding.code == "demonstration.simulated-outcomes" for finding in outcome.findings)


def test_the_recipe_carries_both_published_odds_ratios_and_their_population():
    (source,) = find_recipe("lu2021").evidence
    for figure in ("94 ", "2.524", "1.400", "4.552", "0.144", "0.045", "0.459"):
        assert figure in source.note.en and figure in source.note.zh
