"""Vessels, readers, scanners, the 8-bit models and the simulated truth in the evaluation."""

import json

import numpy as np
import pytest

from tests.helpers.cohorts import row_of, vessel_labels, write_nifti, write_study, write_tables
from tests.helpers.evaluated import LOST, STRUCTURES, add_quantization, add_truth, add_vessels
from training.cohort.table import read_cohort
from training.evaluation.acquisition import Acquisition, acquisition
from training.evaluation.published import published
from training.evaluation.quantization import read_quantization
from training.evaluation.simulation import read_truth
from training.evaluation.texts import TEXTS
from training.evaluation.vessel_figures import (
    VesselCase,
    drawn_twice,
    mean_difference,
    read_vessels,
    reader_overlaps,
    readers,
    vessel_figure,
    vessel_figures,
)
from training.recipes.hu2025 import HU2025
from training.statistics.agreement import icc2_1
from training.statistics.proportions import wilson


@pytest.fixture(scope="module")
def vessels(tmp_path_factory):
    work = tmp_path_factory.mktemp("vessels")
    written = add_vessels(work)
    read = read_vessels(work / "vessels" / "results.json")
    return written, read, vessel_figures(read, seed=0, repeats=50)


def test_a_vessel_is_averaged_over_its_cases_and_one_that_was_not_found_counts_nothing(vessels):
    written, _, figures = vessels
    validation = [c for c in written["cases"] if c["split"] == "validation"]
    values = [c["vessels"]["IJV-R"]["dice"] if c["found"] else 0.0 for c in validation]
    found = next(f for f in figures if (f.structure, f.metric, f.sample) == ("IJV-R", "dice", "validation"))
    assert found.n == len(values)
    assert found.mean.value == pytest.approx(np.mean(values))
    assert found.mean.low < found.mean.value < found.mean.high
    assert 0.0 in found.values


def test_a_vessel_that_was_not_found_has_no_distance(vessels):
    _, read, figures = vessels
    assert LOST in [c.case for c in read.cases if not c.found]
    counts = {f.metric: f.n for f in figures if (f.structure, f.sample) == ("SCV-R", "validation")}
    assert counts == {"dice": 46, "iou": 46, "hd95_mm": 45, "volume_error": 46}
    assert read.regions == (90, 91)


def read_twice(folder, count):
    """A cohort whose cases a second reader has drawn a slice longer, more or less of it."""
    rows, volumes = [], []
    for number in range(1, count + 1):
        write_study(folder / "studies" / str(number), number)
        first, second = vessel_labels(), vessel_labels()
        first[:, :, 8 : 8 + number % 3] = 0
        second[3] = 0
        volumes.append([(first == 1).sum(), (second == 1).sum()])
        for reader, labels in (("Li", first), ("Wang", second)):
            write_nifti(folder / "masks" / f"{number}-{reader}.nii.gz", labels)
            rows.append(row_of(number, mask=f"masks/{number}-{reader}.nii.gz", reader=reader))
    return write_tables(folder, rows), np.array(volumes)


def readers_of(path):
    cohort = read_cohort(path)
    return readers(drawn_twice(cohort), cohort.recipe.structure_ids)


def test_readers_are_compared_by_the_volume_of_their_masks(tmp_path):
    path, volumes = read_twice(tmp_path, 6)
    found = readers_of(path)
    overlaps = reader_overlaps(drawn_twice(read_cohort(path)), ("CCA-R",), 0, 20)
    assert {(one.sample, one.metric, one.n) for one in overlaps} == {("Wang / Li", m, 6) for m in ("dice", "iou")}
    dice, iou = (np.array(one.values) for one in overlaps)
    assert dice == pytest.approx(2 * iou / (1 + iou)) and np.ptp(dice) > 0
    # What both drew is the first's less one slice, and the second drew nothing else in a case that is whole.
    assert dice[2] == pytest.approx(2 * volumes[2, 1] / volumes[2].sum())
    carotid = next(a for a in found if (a.structure, a.metric) == ("CCA-R", "volume_ml"))
    assert (carotid.readers, carotid.n) == (("Li", "Wang"), 6)
    # The size of a voxel does not change an intraclass correlation.
    assert carotid.icc.value == pytest.approx(icc2_1(volumes).value)
    assert carotid.mean_difference.low < carotid.mean_difference.value < carotid.mean_difference.high


def test_too_few_studies_with_two_readers_have_no_correlation(tmp_path):
    path, _ = read_twice(tmp_path, 2)
    assert {(a.n, a.icc, a.mean_difference) for a in readers_of(path) if a.metric == "volume_ml"} == {(2, None, None)}


def test_the_mean_difference_has_the_interval_of_students_t():
    # Student 1908, extra hours of sleep, the paired differences: mean 1.58, 95 % interval 0.70 to 2.46.
    found = mean_difference(np.array([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]))
    assert (found.value, found.low, found.high) == pytest.approx((1.58, 0.700, 2.460), abs=5e-4)


def test_scanner_and_thickness_are_read_from_the_first_image(tmp_path):
    study = write_study(tmp_path / "study", Manufacturer="Acme", ManufacturerModelName="One", SliceThickness=1.25)
    (study / "000-notes.txt").write_text("no image", encoding="utf-8")
    assert acquisition(study) == Acquisition("Acme One", 1.25)
    assert acquisition(tmp_path / "nowhere") == Acquisition()


def test_the_8_bit_models_are_read_as_quantize_writes_them(tmp_path):
    written = add_quantization(tmp_path)
    read = read_quantization(tmp_path / "models" / "quantization.json")
    assert [m.model for m in read.models] == ["vessels", "encoder"]
    assert read.chain["shipped"].dice == written["chain"]["shipped"]["dice"]
    assert read.models[1].tried[0].shortfalls == ("AUC 0.880 to 0.872",)


def test_the_distance_from_the_best_possible_area_keeps_its_interval(tmp_path):
    add_truth(tmp_path)
    truth = read_truth(tmp_path / "simulation.json", HU2025.shipped)
    gap = (truth.gap.value, truth.gap.low, truth.gap.high)
    assert gap == pytest.approx((0.935 - 0.95, 0.925 - 0.95, 0.944 - 0.95))
    assert truth.coverage[0].covered == wilson(951, 1000)


def test_a_simulation_may_know_no_more_than_the_best_possible_area(tmp_path):
    path = tmp_path / "simulation.json"
    path.write_text(json.dumps({"schema": 1, "bayes_auc": {"combined": 0.9}}), encoding="utf-8")
    truth = read_truth(path, HU2025.shipped)
    assert (truth.gap, truth.large_auc, truth.coverage) == (None, {}, ())


def test_published_values_are_those_of_the_papers_and_of_their_outcome_only():
    found = {(p.study, p.model, p.sample): p for p in published(HU2025, "cme")}
    hu = found["hu2025", "combined", "external"]
    assert (hu.n, hu.auc.value, hu.auc.low, hu.auc.high) == (45, 0.891, 0.762, 0.964)
    assert found["hu-plos", "radiomics", "validation"].auc is None
    assert len(found) == 12
    assert published(HU2025, "ich-expansion") == ()


def test_all_vessels_of_the_factory_have_figures(vessels):
    assert {f.structure for f in vessels[2]} == set(STRUCTURES)


def test_dice_of_the_whole_mask_is_told_beside_the_other_and_left_out_of_older_results():
    seen = VesselCase("a", "external", True, {"CCA-R": {"dice": 0.9, "dice_whole": 0.7}})
    missed = VesselCase("b", "external", False)
    figure = vessel_figure("CCA-R", "dice_whole", "external", [seen, missed], 0, 20)
    assert figure.values == (0.7, 0.0)
    older = VesselCase("a", "external", True, {"CCA-R": {"dice": 0.9}})
    assert vessel_figure("CCA-R", "dice_whole", "external", [older, missed, missed], 0, 20) is None
    assert TEXTS["metric.dice_whole"]
