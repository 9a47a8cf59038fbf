"""Recipe ``lu2023``: sub-regions learnt from the training cases, made anew in each fold, and run by the pack."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import SimpleITK as sitk

from inference.engines import EngineProvider
from inference.errors import InputError
from inference.golden import compare, read_case, run_case
from inference.packs.store import load_pack
from inference.pipeline import Request, run
from inference.segmentation import Segmentation
from inference.steps.habitat import HabitatStep
from inference.volume import Grid, Volume
from training.cli import main
from training.errors import BadInput, sentence_of
from training.features import steps
from training.features.habitats import learn_habitats, read_habitats
from training.packing import status
from training.recipes import find_recipe
from training.recipes.reading import FOLDER, read_recipe
from training.risk.anew import read_anew
from training.risk.patients import read_features
from training.workspace import Workspace

GRID = Grid((0.0, 0.0, 0.0), (4.0, 2.0, 2.0), (11, 32, 32))
DENSITIES = (66.0, 54.0, 40.0)
"""Of what the clots here are made of: outer shell last."""
TRAINED = 20
PLAN = find_recipe("lu2023").source("parts")
FEWER = {
    'features = ["*"]': 'features = ["original_firstorder_Mean", "original_*_Variance", "original_glcm_Contrast"]',
    'id = "lu2023"\nabout': 'id = "habitat-try"\nabout',
    "spacing_mm = [1, 1, 1], ": "",
    'region = "head"\n': "",
    "min_slices = 16": "min_slices = 4",
}


def clot(n: int) -> tuple[np.ndarray, np.ndarray]:
    """A lesion of two halves in a shell, which is thicker and darker where the outcome is 1: image and mask."""
    rng = np.random.default_rng(n)
    k, j, i = (mm * (np.arange(count) - count // 2) for count, mm in zip(GRID.shape, GRID.spacing_mm))
    away = np.sqrt(k[:, None, None] ** 2 + j[None, :, None] ** 2 + i[None, None, :] ** 2)
    radius, rim = 16 + rng.uniform(-1, 3), 5 + 2 * (n % 2) + rng.uniform(-0.5, 0.5)
    hu = np.where(away < radius, DENSITIES[2] - 6 * (n % 2 - 0.5) + rng.uniform(-1, 1), 30.0)
    hu[away < radius - rim] = DENSITIES[0]
    hu[(away < radius - rim) & (i > 2)] = DENSITIES[1]
    return np.round(hu + rng.normal(0, 2, hu.shape)).astype(np.int16), (away < radius).astype(np.uint8)


def changed(path: Path, changes: dict[str, str]) -> Path:
    """The recipe with parts of its text changed, as a file."""
    text = (FOLDER / "lu2023.toml").read_text(encoding="utf-8")
    for was, now in changes.items():
        assert was in text, was
        text = text.replace(was, now)
    path.write_text(text, encoding="utf-8")
    return path


def volume_of(case: str) -> Volume:
    return Volume(clot(int(case[1:]))[0], GRID)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Recipe, cohort, and what the commands of the chain made of them; the studies need no headers for this."""
    folder = tmp_path_factory.mktemp("lu2023")
    changed(folder / "own.toml", FEWER)
    known = 'recipe = "own.toml"\nsite_prevalence = 0.3\nprevalence_source = "made up"\nsimulated = true\n'
    title = 'title = { en = "Made-up clots", zh = "虚构血肿" }\n'
    (folder / "cohort.toml").write_text(known + title, encoding="utf-8")
    rows = ["case,study,mask,outcome,split,age [a],sex,onset_hours [h]"]
    for n in range(TRAINED + 4):
        image = sitk.GetImageFromArray(clot(n)[1])
        image.SetSpacing(GRID.spacing_mm[::-1])
        sitk.WriteImage(image, str(folder / f"N{n:02d}.nii.gz"))
        rows.append(f"N{n:02d},ct/N{n:02d},N{n:02d}.nii.gz,{n % 2},{'train' if n < TRAINED else 'validation'},60,,")
    (folder / "cohort.csv").write_text("\n".join(rows), encoding="utf-8")
    patch = pytest.MonkeyPatch()
    patch.setattr(steps, "load_study", lambda study, _: (None, SimpleNamespace(volume=volume_of(study.name))))
    patch.setattr(status, "chosen_series", lambda *_: SimpleNamespace(study_date="20240101", simulated=True))
    given = [str(folder / "cohort.csv"), "--work", str(folder / "work"), "--quiet", "--lang", "en"]
    few = ["--folds", "2", "--repeats", "1"]
    commands = ("split",), ("features", *few), ("train-risk", *few), ("build-pack", "--id", "habitat-example")
    for command, *options in commands:
        assert main([command, *given, *options]) == 0, command
    yield Workspace(folder / "work")
    patch.undo()


def test_centroids_are_those_of_the_tissues_with_the_border_last(made):
    (step,) = read_habitats(made).values()
    assert isinstance(step, HabitatStep) and step.border == step.structures[-1] == "habitat-3"
    assert [row[0] for row in step.centroids] == pytest.approx(DENSITIES, abs=6)
    spread = [row[1] for row in step.centroids]
    assert len(set(spread)) == 3 and min(spread) > 0


def test_every_fold_learns_its_sub_regions_without_the_cases_that_it_is_judged_by(made):
    with np.load(made.anew) as kept, np.load(made.feature_table) as table:
        assert kept["inside"].sum(axis=1).tolist() == [TRAINED // 2] * 2
        assert (kept["inside"].sum(axis=0) == 1).all()  # each case is left out once
        assert kept["names"].tolist() == table["names"].tolist()
        columns = [name.startswith("part-") for name in kept["names"].tolist()]
        locked = table["features"][[table["cases"].tolist().index(case) for case in kept["cases"]]]
        for own in kept["features"]:
            assert np.isfinite(own).all()
            assert (own[:, columns] != locked[:, columns]).any() and own == pytest.approx(locked, rel=0.3)
            others = [not one for one in columns]
            assert own[:, others] == pytest.approx(locked[:, others])


def test_a_case_that_is_left_out_moves_no_centroid():
    rng = np.random.default_rng(1)
    voxels = {case: np.column_stack([rng.normal(n, 1, 90) for n in (50, 5, 4)]) for case in "abcd"}
    first = learn_habitats(PLAN, voxels, "abc", 3)
    again = learn_habitats(PLAN, {**voxels, "d": voxels["d"] * 99}, "abc", 3)
    assert first == again != learn_habitats(PLAN, voxels, "abcd", 3)


@pytest.mark.parametrize(("cases", "says"), [("a", "two lesions"), ("ab", "do not differ enough")])
def test_lesions_that_have_no_three_sub_regions_are_told(cases, says):
    with pytest.raises(BadInput, match=says):
        learn_habitats(PLAN, {case: np.full((50, 3), 7.0) for case in "ab"}, cases, 0)


def test_a_risk_in_other_folds_than_the_features_were_made_for_is_refused(made, capsys):
    cohort = made.folder.parent / "cohort.csv"
    for language, says in (("en", "2 folds and 1 repeats"), ("zh", "请以相同的 --folds")):
        given = [str(cohort), "--work", str(made.folder), "--quiet", "--lang", language, "--repeats", "1"]
        assert main(["train-risk", *given, "--folds", "3"]) == 2
        assert says in capsys.readouterr().err


@pytest.mark.parametrize("spoilt", ["cut short", "other names"])
def test_features_of_the_folds_that_do_not_fit_those_of_the_pack_are_refused(made, tmp_path, spoilt):
    work, table = Workspace(tmp_path), read_features(made, find_recipe("lu2023"))
    work.anew.parent.mkdir(parents=True)
    data = made.anew.read_bytes()
    work.anew.write_bytes(data[:200] if spoilt == "cut short" else data)
    with pytest.raises(BadInput) as caught:
        read_anew(work, replace(table, names=tuple(reversed(table.names))))
    for language, says in (("en", "run again: precontrast-train features"), ("zh", "请重新运行")):
        assert says in sentence_of(caught.value, language)


@pytest.fixture(scope="module")
def pack(made):
    return load_pack(made.packs / "habitat-example", (), allow_unsigned=True)


def test_the_pack_has_the_learnt_sub_regions_and_nothing_that_its_model_does_without(made, pack):
    kinds = [step.kind for step in pack.manifest.steps]
    assert kinds == ["drawn", "habitat", "measure", "measure", "radiomics", "classify", "logistic"]
    assert pack.manifest.steps[1] == read_habitats(made)["parts"]
    assert [one.id for one in pack.manifest.structures] == ["haematoma", "habitat-1", "habitat-2", "habitat-3"]
    models = json.loads(made.risk_model.read_text())["models"]
    assert models.keys() == {"whole", "core", "inner", "border"}
    card = (made.packs / "habitat-example" / "card.md").read_text(encoding="utf-8")
    assert "Features of kind `radiomics` of Haematoma, sub-region 3 (border)." in card
    case = read_case(pack)
    outcome = run_case(pack, case, EngineProvider())
    assert compare(outcome, case.expected) == []
    assert {measure.structure for measure in outcome.measures if measure.found} == {"haematoma", *PLAN.structures}


def ask(pack, image, mask, **changes):
    drawn = Segmentation("ct", mask, np.ones(mask.shape, np.float32), GRID, ("haematoma",))
    request = Request(pack, volumes={"ct": Volume(image, GRID)}, corrected={"drawing": drawn}, simulated=True)
    return run(replace(request, **changes), EngineProvider())


def test_a_patient_gets_an_answer_from_the_border_and_a_thicker_one_a_higher_risk(pack):
    outcomes = [ask(pack, *clot(n)) for n in (2, 3)]
    assert [outcome.kind for outcome in outcomes] == ["answer", "answer"]
    risks = [outcome.risk.explanation.figures()["log_odds"] for outcome in outcomes]
    assert risks[0] < risks[1]
    assert {measure.structure for measure in outcomes[0].measures} == {"haematoma", *PLAN.structures}


def test_it_refuses_an_empty_mask_a_clot_without_a_border_and_a_real_patient(pack):
    image, mask = clot(2)

    def stopped(image=image, mask=mask, **changes):
        outcome = ask(pack, image, mask, **changes)
        assert outcome.risk is None
        return [f.code for f in outcome.findings if f.severity == "blocking"]

    assert stopped(mask=np.zeros_like(mask)) == ["drawn.missing"]
    dense = np.where(mask > 0, 66, 30).astype(np.int16)
    assert "radiomics.structure-missing" in stopped(dense)
    assert stopped(simulated=False) == ["demonstration.simulated-outcomes"]


SHELL = """[[sources]]
kind = "shell"
id = "around"
segment = "drawing"
structure = "haematoma"
shell = "rim"
from_mm = 0
to_mm = 2
hu = [0, 100]

[[features]]
kind = "radiomics"
id = "part-3\""""


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({'id = "drawing"\nimage': 'id = "later"\nimage'}, "no source before it gives"),
        ({'border = "habitat-3"': 'border = "haematoma"'}, "border 'haematoma' is none of its sub-regions"),
        ({'features = ["density", "spread"]': 'features = ["density", "density"]'}, "named twice"),
        ({'features = ["density", "spread"]': 'features = ["colour"]'}, "features[0]"),
        ({'"habitat-2", "habitat-3"]': '"habitat-3"]'}, "every structure comes from one source"),
        ({"reach_mm = 2": "reach_mm = 2\ncentroids = [[1, 2]]"}, "centroids"),
    ],
)
def test_a_recipe_whose_sub_regions_cannot_be_made_is_refused_when_it_is_read(tmp_path, changes, says):
    with pytest.raises(InputError) as caught:
        read_recipe(changed(tmp_path / "own.toml", changes))
    assert says in sentence_of(caught.value)


def test_a_shell_is_made_by_the_factory_as_by_the_program(tmp_path):
    begin = (FOLDER / "lu2023.toml").read_text(encoding="utf-8").index('[[structures]]\nid = "habitat-1"')
    text = (FOLDER / "lu2023.toml").read_text(encoding="utf-8")[begin:]
    one = text[: text.index("\n\n")].replace("habitat-1", "rim")
    changes = {
        '[[structures]]\nid = "habitat-1"': f'{one}\n\n[[structures]]\nid = "habitat-1"',
        '[[features]]\nkind = "radiomics"\nid = "part-3"': SHELL,
        'structure = "habitat-3"': 'structure = "rim"',
        'segment = "parts"\nstructure = "rim"': 'segment = "around"\nstructure = "rim"',
        'shown = ["measures", "of-parts"]': 'shown = ["measures"]',
    }
    recipe = read_recipe(changed(tmp_path / "own.toml", changes))
    assert recipe.structure_ids == ("haematoma",)
    assert [step.id for step in recipe.packed] == ["drawing", "around", "measures", "part-3"]
    assert {step.id for step in recipe.made_anew} == {"part-1", "part-2"}
    image, mask = clot(2)
    drawn = Segmentation("ct", mask, np.ones(mask.shape, np.float32), GRID, ("haematoma",))
    marked = steps.Marked(Volume(image, GRID), {"drawing": drawn})
    last = replace(recipe.features[-1], features=("original_firstorder_Mean",))
    (value,) = steps.results_of([last], marked, recipe, {}, EngineProvider())["part-3"].values.values()
    assert value == pytest.approx(30, abs=2)  # around the clot, of which its own density is not
