"""A hospital's own recipe, as the guide has it, works without touching code; and what a recipe lacks is not run."""

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import SimpleITK as sitk

from inference.engines import EngineProvider
from inference.errors import InputError
from inference.golden import compare, read_case, run_case
from inference.packs.store import load_pack
from inference.segmentation import Region
from inference.volume import Grid, Volume
from tests.test_guides import FENCE, read
from training import chain
from training.cli import build_parser, main
from training.cohort.table import read_cohort
from training.errors import BadInput, sentence_of
from training.evaluation.compute import Settings, compute
from training.features import steps
from training.packing import status
from training.recipes import bundled, find_recipe
from training.recipes.needs import NEEDED
from training.simulate import table
from training.simulate.simulators import MODULES, simulator_of
from training.workspace import Workspace

PEOPLE = 48
GRID = Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), (20, 40, 40))


def parts(command, table, *options):
    given = build_parser(command, chain).parse_args([command, str(table), "--work", "work", *options])
    return [one[0] for one in chain.commands(given)]


def test_every_bundled_recipe_is_called_as_its_file_and_names_a_simulator_that_reads_it():
    assert {"hu2025", "lu2021"} <= set(bundled())
    for name in bundled():
        recipe = find_recipe(name)
        assert recipe.id == name and recipe.simulation["kind"] in MODULES
        if recipe.simulation["kind"] == "table":
            assert table.settings_of(recipe).population.keys() == {p.id for p in recipe.predictors}


def test_what_a_recipe_does_not_have_is_not_run(tmp_path):
    of_answers = parts("run", tmp_path / "cohort.csv", "--recipe", "lu2021", "--simulate", "94")
    assert of_answers == ["simulate-cohort", "check", "split", "train-risk", "evaluate", "build-pack"]
    of_networks = parts("run", tmp_path / "cohort.csv", "--simulate", "298")
    assert {"train-vessels", "features", "prove", "quantize"} <= set(of_networks)


@pytest.mark.parametrize("command", sorted(NEEDED))
def test_a_command_that_a_recipe_has_nothing_for_says_so_in_both_languages(tmp_path, capsys, command):
    table.simulate(find_recipe("lu2021"), SimpleNamespace(out=tmp_path, patients=None, events=None, seed=1))
    for language, said in (("en", "has nothing for precontrast-train"), ("zh", "请跳过此命令")):
        given = [str(tmp_path / "cohort.csv"), "--work", str(tmp_path / "work"), "--lang", language, "--quiet"]
        assert main([command, *given]) == 2
        assert said in capsys.readouterr().err
    assert not (tmp_path / "work").exists()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The guide's recipe and cohort.toml, with patients whose nodules are larger where they are malignant."""
    folder = tmp_path_factory.mktemp("own")
    recipe, settings = [body for kind, body in FENCE.findall(read("pack-author", "en")) if kind == "toml"][-3:-1]
    (folder / "nodule-size.toml").write_text(recipe, encoding="utf-8")
    (folder / "cohort.toml").write_text(settings, encoding="utf-8")
    rng, rows = np.random.default_rng(3), ["case,study,mask,outcome,split,age [a],smoking"]
    for n in range(PEOPLE):
        event, split = n % 2, "train" if n < 36 else "validation"
        case, smoking = f"N{n:02d}", "yes" if n % 3 else "no"
        rows.append(f"{case},ct/{case},{case}.nii.gz,{event},{split},{rng.normal(60, 9):.0f},{smoking}")
        image = sitk.GetImageFromArray(sphere(rng.normal(5.5 + 2 * event, 1)).astype(np.uint8))
        image.SetSpacing(GRID.spacing_mm[::-1])
        sitk.WriteImage(image, str(folder / f"N{n:02d}.nii.gz"))
    (folder / "cohort.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lines_that_the_guide_adds_of_texture_a_shell_and_a_score_make_a_recipe(tmp_path, language):
    first, _, more = [body for kind, body in FENCE.findall(read("pack-author", language)) if kind == "toml"][-3:]
    listed = '[pack.body_part]\nid = "chest"\ntitle = { en = "chest", zh = "胸部" }\n'
    assert listed in read("pack-author", language)
    text = first.replace('shipped = "size"', 'shipped = "combined"') + more + listed
    (tmp_path / "nodule-texture.toml").write_text(text, encoding="utf-8")
    recipe = find_recipe("nodule-texture.toml", tmp_path)
    assert [step.id for step in recipe.packed] == ["drawing", "around", "texture", "rim-texture"]
    assert recipe.structure_ids == ("nodule",) and recipe.pack.body_part.id == "chest"


def sphere(radius):
    k, j, i = (spacing * (np.arange(n) - n // 2) for spacing, n in zip(GRID.spacing_mm, GRID.shape))
    return k[:, None, None] ** 2 + j[None, :, None] ** 2 + i[None, None, :] ** 2 <= radius**2


@pytest.fixture(scope="module")
def made(written):
    """The pack of it; the studies need no headers for this."""
    work, volume = written / "work", Volume(np.full(GRID.shape, 30, np.int16), GRID)
    patch = pytest.MonkeyPatch()
    patch.setattr(steps, "load_study", lambda *_: (None, SimpleNamespace(volume=volume)))
    patch.setattr(status, "chosen_series", lambda *_: SimpleNamespace(study_date="20240101", simulated=False))
    given = [str(written / "cohort.csv"), "--work", str(work), "--quiet", "--lang", "en"]
    for command, *options in (
        ("split",),
        ("features",),
        ("train-risk", "--folds", "2", "--repeats", "1"),
        ("build-pack", "--id", "nodule-example"),
    ):
        assert main([command, *given, *options]) == 0, command
    patch.undo()
    return work


def test_the_guides_recipe_of_a_drawn_nodule_becomes_a_pack_without_code(written, made):
    assert parts("run", written / "cohort.csv") == [
        *("check", "split", "features", "train-risk", "evaluate", "build-pack")
    ]
    pack = load_pack(made / "pack" / "nodule-example", (), allow_unsigned=True)
    assert [step.kind for step in pack.manifest.steps] == ["drawn", "measure", "logistic"]
    assert not [name for name in pack.files if name.endswith(".onnx")] and not (made / "models").exists()
    asked = {predictor.id: predictor.asked for predictor in pack.manifest.predictors}
    assert asked["volume"] is False and pack.manifest.structures[0].id == "nodule"
    case = read_case(pack)
    assert case.expected.kind == "answer" and {"answers.volume", "risk.log_odds"} <= set(case.expected.numbers)
    assert compare(run_case(pack, case, EngineProvider()), case.expected) == []


def test_the_evaluation_knows_what_was_measured_and_has_the_tables_that_the_guides_recipe_asks_for(written, made):
    cohort = read_cohort(written / "cohort.csv")
    results = compute(cohort, Workspace(made), Settings(0.04, "test", 0, 2))
    asked = {one.plan.kind: one.rows for one in results.asked}
    assert list(asked) == [plan.kind for plan in cohort.recipe.evaluation.tables]
    assert {row.n for row in asked["spearman"]} == {36, 12, PEOPLE}
    assert asked["cut-off"][-1].unknown == 0 and not asked["reader-comparison"]
    volume = next(one for row in asked["contributions"] for one in row.contributions if one.predictor == "volume")
    assert len(volume.values) == 12 and volume.mean_size > 0
    assert results.decisions[0].thresholds[0] == 0.01 and results.decisions[0].thresholds[-1] == 0.5


def test_a_larger_nodule_is_a_higher_risk_and_one_that_is_not_drawn_has_none(made):
    pack = load_pack(made / "pack" / "nodule-example", (), allow_unsigned=True)
    case, found = read_case(pack), []

    def with_regions(regions):
        return run_case(pack, replace(case, sheet=replace(case.sheet, regions=regions)), EngineProvider())

    for factor in (0.8, 1.0):
        larger = {name: Region(r.centre_mm, factor * r.radius_mm) for name, r in case.sheet.regions.items()}
        found.append(with_regions(larger).risk.explanation.figures()["log_odds"])
    assert found[0] < found[1]
    empty = with_regions({})
    assert empty.risk is None and any(finding.severity == "blocking" for finding in empty.findings)


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('step = "nodule.volume_ml"', 'step = "nodule.colour"', "'nodule.colour', which none of its features gives"),
        ('segment = "drawing"', 'segment = "network"', "'network', which is none of its sources"),
        ('kind = "measure"', 'kind = "magic"', "features"),
        ('shipped = "size"', 'shipped = "weight"', "'weight', which is to be shipped"),
        ('id = "nodule-size"', 'id = "lu2021"', "lu2021 is the id of a recipe of the program"),
        ("range = [18, 100]", "range = [100, 18]", "range"),
        ('kind = "drawn"', "kind = drawn", "nodule-size.toml"),
    ],
)
def test_a_recipe_that_is_wrong_is_refused_with_its_file_and_field(written, tmp_path, was, now, says):
    text = (written / "nodule-size.toml").read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "nodule-size.toml"
    path.write_text(text.replace(was, now), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        find_recipe(str(path))
    for language in ("en", "zh"):
        assert "nodule-size.toml" in sentence_of(caught.value, language)
    assert says in f"{sentence_of(caught.value)} {caught.value.parameters}"


def test_recipes_are_listed_and_shown_in_both_languages(written, capsys):
    assert main(["recipes", "list", "--lang", "zh"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in bundled()) and "方案" in listed
    assert main(["recipes", "show", str(written / "nodule-size.toml"), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "drawing: drawn (nodule)" in shown and "nodule.volume_ml" in shown and "size: answers, measures" in shown
    for given in (["lu1999"], []):
        assert main(["recipes", "show", *given, "--lang", "zh"]) == 2
        assert "lu2021" in capsys.readouterr().err


def test_a_simulated_table_has_the_studys_size_and_effect_and_needs_no_more_than_its_recipe(tmp_path):
    assert main(["simulate-cohort", "--recipe", "lu2021", "--out", str(tmp_path), "--seed", "1"]) == 0
    cohort = read_cohort(tmp_path / "cohort.csv")
    assert (cohort.recipe.id, len(cohort.cases), sum(case.outcome for case in cohort.cases)) == ("lu2021", 94, 56)
    assert {case.split for case in cohort.cases} == {"train", "validation", "external"}
    scores = {kind: np.mean([c.answers["fvh"] for c in cohort.cases if c.outcome == kind]) for kind in (0, 1)}
    assert scores[1] > scores[0] + 0.5
    assert cohort.settings.predictors == find_recipe("lu2021").predictors
    truth = (tmp_path / "truth.csv").read_text(encoding="utf-8").splitlines()
    assert truth[0] == "case,log_odds" and len(truth) == 95
    assert 0.7 < table.best_auc(find_recipe("lu2021")) < 0.9
    again = simulator_of(find_recipe("lu2021")).sizes(find_recipe("lu2021"), 200, 50)
    assert sum(map(sum, again.values())) == 200 and sum(pair[0] for pair in again.values()) == 50


def test_a_recipe_given_by_option_goes_before_the_one_that_the_cohort_names(written, tmp_path):
    with pytest.raises(InputError):  # its predictors and columns are others
        read_cohort(written / "cohort.csv", "lu2021")
    assert read_cohort(written / "cohort.csv").recipe.id == "nodule-size"
    for line in ("recipe = 7", "recipe = []"):
        text = re.sub(r"^recipe = .*$", line, (written / "cohort.toml").read_text(encoding="utf-8"), flags=re.M)
        (tmp_path / "cohort.toml").write_text(text, encoding="utf-8")
        (tmp_path / "cohort.csv").write_text("case,outcome\nA,1\n", encoding="utf-8")
        with pytest.raises(BadInput, match=r"cohort\.toml: recipe is the id"):
            read_cohort(tmp_path / "cohort.csv")


def test_a_group_of_the_form_that_holds_nothing_and_a_fallback_that_there_is_not_are_not_written(made):
    plain = json.loads((made / "pack" / "nodule-example" / "pack.json").read_text(encoding="utf-8"))
    assert [group["id"] for group in plain["groups"]] == ["image"] and "fallback" not in plain
