"""The head as a graph, the reference population, the status."""

import json
import math
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from inference.engines import EngineProvider
from inference.predictors import NumberPredictor, Predictor
from inference.reading import read_typed
from inference.schema import ImageRole
from inference.segmentation import Segmentation
from inference.steps.classify import interface_of
from inference.steps.logistic import LogisticStep
from inference.vocabulary import Text
from inference.volume import Grid, Volume
from training import chain
from training.cli import COMMANDS, build_parser
from training.cohort import settings as cohort_settings
from training.cohort.settings import read_settings
from training.cohort.table import Case
from training.errors import BadInput
from training.features.extract import TRAINED_ON
from training.graphs import to_onnx
from training.learners.design import SIGNATURE
from training.learners.head import Head, head_graph, read_head
from training.learners.logistic import LockedLogistic, ModelTerm
from training.packing import build, entries, quantize
from training.packing.card import Facts, card_of
from training.packing.figures import _auc, goals_of
from training.packing.quantize import Judged, shortfalls
from training.packing.risk import logistic_part, term_rows
from training.recipes.hu2025 import HU2025
from training.risk.model import DistanceInfo
from training.vessels.plans import BLOCK
from training.workspace import Workspace, write_json


@pytest.fixture
def head():
    rng = np.random.default_rng(2)
    return Head(rng.normal(0, 0.1, 60), -0.4, rng.normal(0, 1, (5, 60)), rng.normal(40, 1, 60), 3.2)


@pytest.mark.parametrize("engine", ["onnxruntime:CPU", "openvino:CPU"])
def test_the_graph_computes_score_and_distance(head, engine):
    features = np.random.default_rng(3).normal(40, 2, 60)
    engines = EngineProvider(engine)
    model = engines.load(head_graph(head), "head", interface_of(len(features)))
    (taken,) = model.graph.inputs
    given = model.engine.run({taken: features[None].astype(np.float32)})
    assert given["score"].item() == pytest.approx(head.score(features), abs=1e-3)
    assert given["distance"].item() == pytest.approx(head.distance(features), rel=1e-4)
    engines.close()


def test_a_head_is_read_as_it_was_kept(head, tmp_path):
    np.savez(
        tmp_path / "head.npz",
        weight=head.weight,
        bias=head.bias,
        directions=head.directions,
        centre=head.centre,
        limit=head.limit,
    )
    again = read_head(tmp_path / "head.npz")
    assert again.limit == head.limit
    np.testing.assert_array_equal(again.weight, head.weight)


FULL = Judged(20, 20, {"CCA-R": 0.90, "SCV-R": 0.80}, 0.90)


@pytest.mark.parametrize(
    ("small", "faults"),
    [
        (Judged(20, 20, {"CCA-R": 0.895, "SCV-R": 0.80}, 0.897), 0),
        (Judged(20, 20, {"CCA-R": 0.885, "SCV-R": 0.80}, 0.90), 1),
        (Judged(20, 20, {"CCA-R": 0.90, "SCV-R": 0.78}, 0.89), 2),
        (Judged(20, 19, {"CCA-R": 0.90, "SCV-R": 0.80}, 0.90), 1),
    ],
)
def test_8_bits_must_be_as_good(small, faults):
    assert len(shortfalls(FULL, small)) == faults


@pytest.mark.parametrize(
    ("small_dice", "precision", "tries"),
    [((0.9,), "int8", 1), ((0.8, 0.9), "int8, ends fp32", 2), ((0.8, 0.8), "fp32", 2)],
    ids=["passes", "passes with its ends kept", "never passes"],
)
def test_the_smallest_precision_that_is_as_good_is_left_in_place(tmp_path, small_dice, precision, tries):
    small = replace(BLOCK, size=(4, 8, 8), features=(2, 4), strides=((1, 2, 2),))
    plain = to_onnx(small.network(), (1, 1, *small.size))
    work = Workspace(tmp_path)
    (work.models / "vessels-fp32.onnx").parent.mkdir(parents=True)
    (work.models / "vessels-fp32.onnx").write_bytes(plain)
    judgements = [Judged(10, 10, {"CCA-R": dice}, 0.9) for dice in small_dice]
    given, image = iter(judgements), np.zeros((1, 1, *small.size), np.float32)
    row, standing = quantize.choose("vessels", [image], Judged(10, 10, {"CCA-R": 0.9}, 0.9), lambda: next(given), work)
    assert (row["precision"], len(row["tried"])) == (precision, tries)
    assert standing == (None if precision == "fp32" else judgements[-1])
    assert ((work.models / "vessels.onnx").read_bytes() == plain) == (precision == "fp32")


def test_scans_are_read_and_labelled_again_only_for_other_vessel_models(tmp_path, monkeypatch):
    labels, work, done = np.zeros((4, 6, 6), np.uint8), Workspace(tmp_path), []
    labels[:, 1] = (0, 1, 2, 3, 4, 0)
    volume = Volume(np.zeros(labels.shape, np.int16), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), labels.shape))
    found = Segmentation("ct", labels, np.ones(labels.shape, np.float32), volume.grid, HU2025.structure_ids)
    fakes = {
        "load_study": lambda study, _: done.append(study) or (None, SimpleNamespace(volume=volume)),
        "load_vessel_model": lambda *_: None,
        "segment_scan": lambda *_: found,
        "first_mask": lambda *_: labels,
        "make_crops": lambda *_: SimpleNamespace(crops=np.ones((1, 2))),
        "encode": lambda encoder, part: part * encoder,
        "scorer_of": lambda *_: lambda case, features: float(features.sum()),
        "EngineProvider": lambda _: SimpleNamespace(load=lambda model, _: len(model), close=lambda: None),
    }
    for name, fake in fakes.items():
        monkeypatch.setattr(quantize, name, fake)
    cases = [SimpleNamespace(id=f"P{n}", study=f"P{n}", outcome=n % 2) for n in range(3)]
    judge = quantize.Judge(cases, SimpleNamespace(recipe=HU2025), work, SimpleNamespace(engine="", quiet=True))
    for changed, read in (("locator", 3), ("vessels", 6), ("encoder", 6), ("vessels", 9)):
        for name in quantize.NETWORKS:
            path = work.models / f"{name}.onnx"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((path.read_bytes() if path.exists() else b"") + b"x" * (name == changed))
        judged = judge.with_models_in_place()
        assert (judged.cases, judged.found, judged.dice["CCA-R"], judged.auc) == (3, 3, 1.0, 0.5)
        assert len(done) == read, changed


def test_dice_of_a_judged_case():
    labels, truth = np.zeros((2, 4, 4), np.uint8), np.zeros((2, 4, 4), np.uint8)
    labels[0, :2], truth[0, 1:3] = 1, 1
    assert quantize.dice_of(labels, truth, 4)[0] == pytest.approx(0.5)
    assert np.isnan(quantize.dice_of(labels, truth, 4)[1])


def term(predictor, coefficient, answer=None):
    return ModelTerm(predictor, answer, coefficient, 0.2)


def locked(*terms):
    size = len(terms) + 1
    covariance = tuple(tuple(0.04 * (a == b) for b in range(size)) for a in range(size))
    return LockedLogistic(-0.7, terms, covariance, {"sex": "male"}, 0.9, "likelihood", 200, 60, 0)


@dataclass(frozen=True)
class Model:
    """What the packing takes of the locked models."""

    models: dict[str, LockedLogistic]
    shipped: str = "combined"
    trained_prevalence: float = 0.3


SETTINGS = read_settings(Path(cohort_settings.__file__).parents[1] / "simulate" / "cohort.toml")
CASES = [
    Case(f"P{n}", f"P{n}", Path("x"), {}, int(n < 3), "train", "A", {"age": age, "sex": sex, "bmi": None})
    for n, (age, sex) in enumerate([(70.4, "female"), (66.0, "male"), (81.0, "female"), (50.0, "male"), (44.6, "male")])
]
SIGNATURES = {"P0": 1.0, "P1": 0.5, "P2": 2.0, "P3": -1.0, "P4": math.nan}


@pytest.fixture(scope="module")
def part():
    model = Model({"combined": locked(term("age", 0.05), term("sex", 0.8, "female"), term(SIGNATURE, 1.4))})
    return logistic_part(model, SETTINGS, CASES, {SIGNATURE: SIGNATURES})


def test_the_step_is_one_that_the_program_reads(part):
    step = {"kind": "logistic", "id": "risk", **part}
    read = read_typed(LogisticStep, step, "step")
    assert read.intercept == -0.7
    assert [term.coefficient for term in read.terms] == pytest.approx([0.05, 0.8, 1.4])
    assert [term.standard_error for term in read.terms] == pytest.approx([0.2] * 3)


def test_the_population_is_weighted_to_the_sites_event_rate(part):
    by_name = {entry["predictor"]: entry for entry in part["population"]}
    # Events are 0.27 % of the weight, so the two others decide.
    assert by_name["age"]["mean"] == pytest.approx((50 + 44.6) / 2, abs=0.2)
    assert by_name["sex"]["shares"]["male"] == pytest.approx(1, abs=0.003)
    assert sum(by_name["sex"]["shares"].values()) == 1
    assert by_name[SIGNATURE]["mean"] == pytest.approx(-1, abs=0.02)


def test_a_pack_prints_no_auc_of_a_sample_of_which_the_report_says_too_few():
    plan = HU2025.model(HU2025.shipped)
    rows = [{"outcome": str(n % 2), plan.name: str(0.1 + 0.05 * n)} for n in range(10)]
    assert _auc(plan, "external", rows)["title"]["en"].endswith("external test, n = 10")
    assert _auc(plan, "external", rows[:9]) is None


def test_signatures_are_believed_a_little_beyond_those_seen():
    assert entries.score_entry(HU2025.scores[0], list(SIGNATURES.values()))["range"] == [-2.0, 3.0]


def test_numbers_are_asked_within_the_trained_range():
    entry = entries.predictor_entry(SETTINGS.predictor("age"), CASES)
    assert entry["range"] == [44.0, 81.0]
    assert entry["dicom"] == "PatientAge"
    assert "modifiable" not in entry


def test_what_is_written_of_a_predictor_and_an_image_is_read_as_the_same():
    about = {"label": Text("Rate", "流率"), "range": (0.0, 9.0)}
    for predictor in (
        NumberPredictor("rate", **about, stops_out_of_range=False),
        NumberPredictor("rate", **about, decimals=1, dicom_scale=0.1, whole=True, modifiable=True, unit="mL/s"),
        *SETTINGS.predictors,
    ):
        assert read_typed(Predictor, entries.predictor_entry(predictor, []), "pack.json") == predictor
    for role in (HU2025.image, replace(HU2025.image, max_spacing_mm=1.0, min_slices=1, required=False)):
        assert read_typed(ImageRole, entries.role_entry(role), "pack.json") == role


def test_terms_are_named_in_both_languages():
    model = Model({"combined": locked(term("age", 0.05), term("sex", 0.8, "female"), term(SIGNATURE, 1.4))})
    english, chinese, value = term_rows(model, SETTINGS)[1]
    assert (english, chinese) == ("Sex: female", "性别：女")
    assert value == "2.23 (1.50-3.29)"


def facts_of(recipe):
    encoder = {"encoder": "resnet50", "trained_on": TRAINED_ON["morphology"]} | {"crop": asdict(HU2025.crops)}
    return Facts(
        recipe=recipe,
        pack_id="cme-own",
        version="1.0.0",
        status="site-trained",
        title={"en": "Our own", "zh": "本院模型"},
        simulated=False,
        patients=300,
        events=90,
        training=200,
        training_events=60,
        site_prevalence=0.0027,
        prevalence_source="2024",
        training_prevalence=0.3,
        distances={"signature": DistanceInfo(8.0, 0.985, 12, {"train": 2}, {"train": 200})},
        encoder=encoder,
        quantized={"vessels": "int8"},
        terms=[("Sex: female", "性别：女", "2.23 (1.50-3.29)")],
        figures=[{"title": {"en": "AUC combined", "zh": "AUC 联合"}, "value": "0.9"}],
        fallback="cme-clinical",
    )


def test_the_card_has_no_english_in_its_chinese_half():
    english, chinese = card_of(facts_of(HU2025)).split("\n---\n")
    assert "no outcomes" in english
    assert not re.findall(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2}", chinese), "three English words in a row"
    assert "本院训练" in chinese


@pytest.mark.parametrize(
    ("shipped", "said"),
    [
        ("clinical", ("takes clinical factors alone", "仅采用临床因素")),
        ("dl", ("takes image signature alone", "仅采用影像评分")),
        ("combined", ("joins image signature and clinical factors", "合并影像评分与临床因素")),
    ],
)
def test_the_card_says_what_the_model_that_ships_takes(shipped, said):
    card = card_of(facts_of(replace(HU2025, shipped=shipped, literature=None)))
    assert [words in card for words in said] == [True, True]
    assert card.count("joins") == (shipped == "combined")


def test_an_encoder_of_an_earlier_version_is_named(tmp_path):
    work = Workspace(tmp_path)
    write_json(work.features / "encoder.json", {"encoder": "resnet50", "trained_on": "crops"})
    with pytest.raises(BadInput, match=r"encoder\.json is of an earlier version; run features again"):
        build.read_encoder(work)


def test_the_chain_stops_where_another_cohort_lies(tmp_path):
    (tmp_path / "cohort.csv").write_text("case\n", encoding="utf-8")
    options = build_parser("run", chain).parse_args(
        ["run", str(tmp_path / "cohort.csv"), "--work", str(tmp_path), "--simulate", "60"]
    )
    with pytest.raises(BadInput, match="not simulated"):
        chain.commands(options)


@pytest.mark.parametrize(("options", "least"), [([], 45), (["--smoke"], 28)])
def test_the_chain_simulates_no_cohort_that_models_cannot_be_fitted_to(options, least, tmp_path):
    def commands(patients: int) -> list[list[str]]:
        given = ["run", str(tmp_path / "cohort.csv"), "--work", str(tmp_path), "--simulate", str(patients), *options]
        return chain.commands(build_parser("run", chain).parse_args(given))

    assert commands(least)[0][0] == "simulate-cohort"
    with pytest.raises(BadInput, match=f"--simulate must be at least {least} here"):
        commands(least - 1)


def test_every_part_of_the_chain_is_a_command(tmp_path):
    options = build_parser("run", chain).parse_args(
        ["run", str(tmp_path / "cohort.csv"), "--work", str(tmp_path), "--simulate", "40", "--smoke"]
    )
    names = [command[0] for command in chain.commands(options)]
    assert names[0] == "simulate-cohort"
    assert names[-1] == "build-pack"
    assert set(names) <= set(COMMANDS)
    assert names.index("split") < names.index("train-risk") < names.index("prove") < names.index("evaluate")


def test_goals_that_were_missed_stand_in_the_card(tmp_path):
    work = Workspace(tmp_path)
    assert goals_of(work) == []
    goal = {"title": {"en": "AUC", "zh": "AUC"}, "wanted": {"en": "above 0.9", "zh": "大于 0.9"}, "found": "0.8"}
    (tmp_path / "simulation.json").write_text(json.dumps({"goals": [goal | {"met": False}, goal | {"met": True}]}))
    missed, met = goals_of(work)
    assert missed["title"]["en"] == "New simulated patients: AUC (above 0.9, missed)"
    assert met["title"]["zh"] == "新的仿真患者: AUC (大于 0.9, 达到)"
    assert missed["value"] == "0.8"


@pytest.mark.parametrize("start, scans", [("bundled", True), ("hu2025.npz", False), ("scratch", False)])
def test_scans_behind_the_bundled_weights_are_credited_where_these_were_the_start(tmp_path, start, scans):
    work = Workspace(tmp_path)
    work.vessels.mkdir(parents=True)
    (work.vessels / "results.json").write_text(json.dumps({"start_from": start}), encoding="utf-8")
    credits = build.credits_of(work, HU2025)
    assert set(HU2025.pack.credits) <= set(credits)
    assert (
        set(HU2025.pack.start_credits) <= set(credits) if scans else not set(HU2025.pack.start_credits) & set(credits)
    )
