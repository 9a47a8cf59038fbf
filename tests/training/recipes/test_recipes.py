"""A recipe says what the factory makes; the factory takes names, structures and models from it alone."""

import csv
import json
import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inference.errors import InputError
from inference.packs.store import read_manifest
from inference.predictors import NumberPredictor, TextPredictor
from inference.reading import read_json
from inference.regions import ANY, BodyPart
from inference.vocabulary import Text
from tests.helpers.evaluated import SETTINGS, locked_models, make_evaluated
from tests.helpers.risk import draw_patients
from training import recipes
from training.cohort import settings as settings_module
from training.cohort.settings import read_settings
from training.cohort.table import Case, read_cohort
from training.errors import BadInput, sentence_of
from training.evaluation import shipped
from training.evaluation.compute import Settings as Asked
from training.evaluation.compute import compute
from training.evaluation.report import build_document
from training.evaluation.style import looks_of
from training.evaluation.wording import Words
from training.learners.learner import Effort
from training.packing.manifest import PACKS, About, manifest_of
from training.packing.parts import Made, parts_of
from training.proof import prove
from training.recipes import ModelPlan, find_recipe
from training.recipes.hu2025 import HU2025
from training.recipes.parts import Binary
from training.risk.fitting import Settings, fit_all
from training.risk.model import read_model, write_model
from training.risk.predictions import columns, read_rows
from training.risk.validation import predict
from training.statistics.samples import Interval
from training.vessels.cohort import plan_for
from training.vessels.plans import BLOCK, BLOCK_2D, LOCATOR
from training.vessels.step import segment_step
from training.workspace import Workspace

TRAINING = Path(recipes.__file__).parents[1]
BEDSIDE = ModelPlan("bedside", Text("Bedside", "床旁"), *[Text("bedside model", "床旁模型")] * 3, ("answers",))
JOINT = ModelPlan("joint", Text("Joint", "合并"), *[Text("joint model", "合并模型")] * 3, ("answers",), ("signature",))
NOTE, AGE = TextPredictor("note", Text("Note", "备注")), NumberPredictor("age", Text("Age", "年龄"), range=(18, 100))
OTHER = replace(HU2025, id="other", models=(JOINT, BEDSIDE), shipped="bedside", literature=None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"shipped": "radiomics"}, "'radiomics', which is to be shipped"),
        ({"models": (BEDSIDE, BEDSIDE), "shipped": "bedside"}, "model 'bedside' stands twice"),
        ({"structures": HU2025.structures[:1] * 2}, "structure 'CCA-R' stands twice"),
        ({"structures": HU2025.structures[:3]}, "every structure comes from one source"),
        ({"sources": ()}, "every structure comes from one source"),
        ({"sources": (replace(HU2025.segmenting, image="mr"),)}, "the image 'mr', which it does not have"),
        ({"regions": ()}, "region 'thoracic-inlet-right', which it does not have"),
        ({"features": (replace(HU2025.features[0], segment="lesion"),)}, "'lesion', which is none of its sources"),
        ({"features": (replace(HU2025.features[1], structures=("SCV-L",)),)}, "SCV-L, which 'vessels' lacks"),
        ({"shown": ("pictures",)}, "'pictures', which is to be shown"),
        ({"scores": ()}, "model 'dl' takes signature, which is none of its scores"),
        ({"scores": (replace(HU2025.scores[0], features=("measures",)),)}, "features that give no vector"),
        ({"predictors": (NOTE,)}, "'note' is a text"),
        ({"predictors": (replace(AGE, step="CCA-R.colour"),)}, "'CCA-R.colour', which none of its features gives"),
        (
            {"models": (replace(BEDSIDE, predictors=("height",)),), "shipped": "bedside"},
            "'height', which is none of its predictors",
        ),
        (
            {"models": (replace(BEDSIDE, predictors=("signature",)),), "shipped": "bedside"},
            "scores stand in its 'scores'",
        ),
        ({"id": "../other"}, "no recipe may be called"),
        # Columns of predictions.csv, where one would be read for the other, and no name of a file.
        *(
            ({"models": (replace(JOINT, name=name), BEDSIDE)}, f"no model or score may be called {name!r}")
            for name in ("signature", "case", "outcome", "bedside_apparent", "", "a/b")
        ),
        ({"literature": replace(HU2025.literature, models={})}, "'radiomics' of 'hu-plos' has no name"),
        ({"literature": replace(HU2025.literature, studies={})}, "'combined' of 'hu2025' has no name"),
    ],
)
def test_a_recipe_whose_parts_do_not_fit_is_refused(change, says):
    with pytest.raises(ValueError, match=says):
        replace(HU2025, **change)


def test_a_region_that_nothing_finds_is_refused_before_the_chain_runs_and_not_at_its_end():
    found = find_recipe("lu2023")
    unseen = tuple(replace(region, seen_by="network") for region in found.regions)
    with pytest.raises(ValueError, match="nothing finds the region 'head' in the image 'ct'"):
        replace(found, regions=unseen)
    assert replace(found, regions=(), images=(replace(found.image, region=ANY),)).images[0].region == ANY


def test_a_model_that_takes_nothing_is_refused():
    with pytest.raises(ValueError, match="neither predictors nor scores"):
        replace(BEDSIDE, predictors=())


def test_an_outcome_without_a_word_and_a_block_that_is_placed_nowhere_are_refused():
    with pytest.raises(ValueError, match="both languages"):
        Binary(Text("leak", " "))
    for change, says in (
        ({"placements": 0}, "a block is placed once at least"),
        ({"rest_weight": math.nan}, "a block is placed once at least"),
        ({"rest_weight": 0.0}, "a block is placed once at least"),
        ({"angle": ("IJV-R", "SCV-L")}, "structures that it does not have"),
        ({"angle": ("IJV-R", "IJV-R")}, "two different structures"),
        ({"classes": dict.fromkeys(HU2025.structure_ids, "vein")}, "two structures are the same class"),
    ):
        with pytest.raises(ValueError, match=says):
            replace(HU2025.segmenting, **change)


def test_no_module_names_a_structure_or_the_shipped_model():
    """The simulator draws the anatomy of this one recipe, and names its vessels."""
    named = re.compile(rf"""["']({"|".join((*HU2025.structure_ids, "dl", "combined", "radiomics"))})["']""")
    files = {path.relative_to(TRAINING).as_posix(): path for path in TRAINING.rglob("*.py")}
    found = {name for name, path in files.items() if named.search(path.read_text(encoding="utf-8"))}
    assert {name for name in found if not name.startswith("simulate/")} == set()


def test_each_model_is_compared_with_all_before_it_and_looks_like_none_of_them():
    assert HU2025.pairs == (("combined", "clinical"), ("combined", "dl"), ("dl", "clinical"))
    looks = looks_of(("a", "b", "c", "d", "e"), "b")
    assert len({look.colour for look in looks.values()}) == len({look.marker for look in looks.values()}) == 5


def test_other_models_are_fitted_by_their_own_names_each_from_what_it_takes():
    patients = draw_patients(90, seed=4, features=8, image=2.0)
    patients.features[:10] = np.nan
    (score,) = OTHER.scores
    score = replace(score, learner=replace(score.learner, head="ridge", components=(0,)))
    settings = Settings(OTHER.models, (score,), Effort(folds=2, repeats=1, bootstraps=3))
    fitted = fit_all(patients, settings, np.random.default_rng(0))
    assert list(fitted.models) == ["joint", "bedside"]
    assert "signature" in fitted.models["joint"].predictors and "signature" not in fitted.models["bedside"].predictors
    assert (fitted.models["joint"].cases, fitted.models["bedside"].cases) == (80, 90)
    _, log_odds = predict(fitted, settings, patients)
    assert np.isnan(log_odds["joint"]).sum() == 10 and not np.isnan(log_odds["bedside"]).any()


@pytest.fixture
def evaluated(tmp_path, monkeypatch):
    """A cohort of the other recipe, with the predictions of its two models."""
    own = settings_module.find_recipe
    monkeypatch.setattr(
        settings_module, "find_recipe", lambda named, *at: OTHER if named == "other" else own(named, *at)
    )
    made = make_evaluated(tmp_path, sizes={"train": (20, 20), "external": (12, 12)})
    toml = made.cohort.with_name("cohort.toml")
    toml.write_text(f'recipe = "other"\n{toml.read_text(encoding="utf-8")}', encoding="utf-8")
    work, told = Workspace(made.work), {"joint": "combined", "bedside": "clinical"}
    with work.predictions.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    own = {f"{name}{end}": f"{theirs}{end}" for name, theirs in told.items() for end in ("", "_apparent")}
    with work.predictions.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns(OTHER))
        writer.writerows([[row[own.get(name, name)] for name in columns(OTHER)] for row in rows])
    locked = locked_models()
    of_both = {
        field: {name: getattr(locked, field)[theirs] for name, theirs in told.items()}
        for field in ("models", "thresholds", "out_of_fold")
    }
    write_model(work.risk_model, replace(locked, recipe="other", shipped="bedside", **of_both))
    return read_cohort(made.cohort), work


def test_the_report_of_another_recipe_speaks_of_its_own_models_only(evaluated, monkeypatch):
    cohort, work = evaluated
    monkeypatch.setattr(shipped, "LEARNING_REPEATS", 4)
    results = compute(cohort, work, Asked(0.0027, "test", 1, 4))
    assert (results.models, results.shipped) == (("joint", "bedside"), "bedside")
    assert {(one.model, one.other) for one in results.comparisons} == {("bedside", "joint")}
    predictors = {predictor.id: predictor for predictor in cohort.settings.predictors}
    for language in ("en", "zh"):
        words = Words(language, predictors, cohort.recipe)
        said = str(build_document(results, words, {}))
        assert words.model("joint") in said and OTHER.model("bedside").noun.of(language) in said
        for plan in HU2025.models[1:]:
            assert plan.noun.of(language) not in said and plan.title.of(language) not in said
        assert "Hu et al" not in said


def test_the_order_that_a_paper_found_is_a_goal_of_its_recipe_alone():
    areas = {name: Interval(0.8, 0.78, 0.82) for name in (*HU2025.names, *OTHER.names)}
    found = [
        prove._goals(one, areas, dict.fromkeys(areas, 0.81), Interval(1, 0.9, 1.1), {"covered": 95, "repeats": 100})
        for one in (HU2025, OTHER)
    ]
    titles = [[goal["title"]["en"] for goal in goals] for goals in found]
    assert titles[0][:2] == ["AUC: combined above DL above clinical", "Combined AUC near the best possible"]
    assert titles[1][0] == "Bedside AUC near the best possible" and len(titles[1]) == 3


def test_models_of_another_recipe_or_an_earlier_form_are_refused_in_both_languages(tmp_path):
    path = tmp_path / "model.json"
    write_model(path, locked_models())
    assert read_model(path, HU2025).shipped == "combined"
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps({**read_json(path), "schema": 1}), encoding="utf-8")
    said = (path, "is of the recipe hu2025", "属于方案"), (earlier, "earlier version", "早期版本")
    for file, english, chinese in said:
        with pytest.raises(BadInput, match=english) as caught:
            read_model(file, OTHER)
        assert chinese in sentence_of(caught.value, "zh") and file.name in sentence_of(caught.value, "zh")


def test_a_model_without_its_thresholds_is_none_of_the_recipe(tmp_path):
    write_model(tmp_path / "model.json", replace(locked_models(), thresholds={}))
    with pytest.raises(BadInput, match="earlier form"):
        read_model(tmp_path / "model.json", HU2025)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", "no column case, split, outcome, joint, signature"),
        ("case,split,outcome,joint\nA,train,1,.5\n", "no column signature"),
        ("case,split,outcome,joint,signature\nA,train,1\n", "line 2 is cut off"),
        ("case,split,outcome,joint,signature\nA,train,1,.5,2\nB,train,1,.5,high\n", "line 3: 'high' is not a number"),
        ("case,split,outcome,joint,signature\nA,train,1,inf,2\n", "'inf' is not a number"),
    ],
)
def test_predictions_of_before_or_changed_by_hand_are_refused_with_the_line_and_the_remedy(tmp_path, table, says):
    work = Workspace(tmp_path)
    work.predictions.parent.mkdir()
    work.predictions.write_text(table, encoding="utf-8")
    with pytest.raises(BadInput, match=says) as caught:
        read_rows(work, ("joint", "signature"))
    assert "train-risk again" in str(caught.value)


def settings_of(folder: Path, more: str = ""):
    path = folder / "cohort.toml"
    path.write_text(more + SETTINGS.format(simulated="true"), encoding="utf-8")
    return read_settings(path)


def test_a_cohort_names_its_recipe_and_labels_are_in_the_recipes_order_however_they_are_written(tmp_path):
    plain = settings_of(tmp_path)
    assert plain.recipe == HU2025
    assert plain.mask_labels == {"CCA-R": 1, "IJV-R": 2, "SCA-R": 3, "SCV-R": 4}
    turned = settings_of(tmp_path, 'mask_labels = { "SCV-R" = 9, "SCA-R" = 7, "CCA-R" = 5, "IJV-R" = 6 }\n')
    assert list(turned.mask_labels.items()) == [("CCA-R", 5), ("IJV-R", 6), ("SCA-R", 7), ("SCV-R", 9)]
    with pytest.raises(InputError) as caught:
        settings_of(tmp_path, 'recipe = "radiomics"\n')
    assert "radiomics is none of feng2024, hu2025" in str(caught.value) and "cohort.toml" in str(caught.value)
    assert "方案 radiomics" in sentence_of(caught.value, "zh")


def test_a_network_that_lacks_or_reorders_what_the_recipe_wants_is_refused():
    assert plan_for(HU2025, BLOCK_2D) is BLOCK_2D
    for plan, says in ((LOCATOR, "no class common-carotid"), (replace(BLOCK, wanted=(2, 1, 3, 4)), "other classes")):
        with pytest.raises(BadInput, match=says):
            plan_for(HU2025, plan)


def test_every_kind_of_step_writes_its_part_and_together_they_are_a_manifest_that_the_program_reads(tmp_path):
    settings = settings_of(tmp_path)
    people = [(70.0, "female", "yes"), (50.0, "male", "no"), (61.0, "female", "no"), (44.0, "male", "yes")]
    names = ("age", "sex", "hypertension")
    training = [
        Case(f"P{n}", f"P{n}", tmp_path, {}, n % 2, "train", "A", dict(zip(names, own))) for n, own in enumerate(people)
    ]
    made = Made(
        recipe=HU2025,
        settings=settings,
        status="simulation-trained",
        training=training,
        scores={"signature": {"P0": 1.0, "P1": -0.5, "P2": math.nan, "P3": 0.25}},
        predictions=[],
        model=locked_models(),
        segment=segment_step(HU2025),
    )
    base = read_json(PACKS / HU2025.pack.base / "pack.json")
    text = {"en": "Own", "zh": "本院"}
    plain = manifest_of(About("cme-own", "1.0.0", base, text, text, [], ["An atlas"]), made, parts_of(made))
    kinds = ["segment", "measure", "deep-features", "classify", "logistic"]
    assert [step["kind"] for step in plain["steps"]] == kinds
    read = read_manifest(json.dumps(plain).encode(), "pack.json")
    assert tuple(structure.id for structure in read.structures) == HU2025.structure_ids
    asked = {predictor.id: predictor for predictor in read.predictors}
    assert {*names, "signature"} <= set(asked)
    assert asked["age"].range == (44.0, 70.0) and asked["signature"].range == (-1.5, 2.0)
    assert read.attribution == ("An atlas",)
    # The base pack is of schema 1, and says the event and the words by that.
    assert (read.event, read.words) == (read_manifest(json.dumps(base).encode(), "base").event, read.words)
    assert read.words.measures is not None
    # Listed under what it must have in view, unless the recipe says where.
    assert read.body_part is None
    own = replace(
        made, recipe=replace(HU2025, pack=replace(HU2025.pack, body_part=BodyPart("arm", Text("arm", "上肢"))))
    )
    plain = manifest_of(About("cme-own", "1.0.0", base, text, text, [], []), own, parts_of(own))
    assert read_manifest(json.dumps(plain).encode(), "pack.json").listed_under.id == "arm"


def test_the_region_of_a_recipe_is_that_of_the_pack_whose_networks_it_starts_from():
    shipped = read_manifest((PACKS / HU2025.pack.licences_of / "pack.json").read_bytes(), "shipped")
    assert shipped.regions == (HU2025.region,)
    assert shipped.images == (HU2025.image,)
