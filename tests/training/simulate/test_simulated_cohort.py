"""A small simulated cohort: what the command writes is what a hospital would bring."""

import csv
from concurrent.futures import Future
from functools import partial

import numpy as np
import pytest
import SimpleITK as sitk

from inference.dicom import load, scan
from training.cli import main
from training.cohort.masks import read_mask
from training.cohort.studies import load_study
from training.cohort.table import read_cohort
from training.recipes.hu2025 import HU2025
from training.simulate import cohort as cohorts
from training.simulate import population, study
from training.simulate.truth import as_labels
from training.simulate.vessels import Morphology, shape_vessels, vary_vessels


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two patients of a cohort of twenty: the first of the training split and the last of the external one."""
    out = tmp_path_factory.mktemp("cohort")
    sizes = cohorts.sizes_for(20)
    people, outcome, splits = cohorts.draw_cohort(sizes, 7)
    places = [cohorts.Place(n + 1, split, 7, out, out / "blocks") for n, split in enumerate(splits)]
    cohorts._start_worker(None)
    for place in (places[9], places[-1]):
        cohorts._make(place, people.rows(np.array([place.number - 1])))
    cohorts.write_tables(out, places, people, outcome)
    return out


def test_the_table_is_a_cohort(folder):
    cohort = read_cohort(folder / "cohort.csv")
    assert len(cohort.cases) == 20
    assert {case.split for case in cohort.cases} == {"train", "validation", "external"}
    assert {case.centre for case in cohort.cases if case.split == "external"} == {"B"}
    assert cohort.settings.simulated
    assert cohort.case("S0010").masks.keys() == {"first", "second"}


@pytest.fixture
def drawn(monkeypatch):
    """Numbers of the patients that the command draws, which here takes no time."""
    numbers = []

    class Pool:
        """Does the work at once."""

        __init__ = __exit__ = lambda self, *_, **__: None

        def __enter__(self):
            return self

        def submit(self, _, place, person):
            place.mask.parent.mkdir(exist_ok=True)
            place.mask.write_bytes(b"")
            numbers.append(place.number)
            return Future()

    monkeypatch.setattr(cohorts, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(cohorts, "as_completed", lambda jobs: [])
    monkeypatch.setattr(population, "draw_case_control", partial(population.draw_case_control, pool=1000))
    monkeypatch.setattr(population, "bayes_auc", lambda rate: 0.95)
    return numbers


def simulate(folder, *options: str) -> int:
    return main(["simulate-cohort", "--out", str(folder), "--quiet", "--patients", "20", *options])


def test_what_was_cut_short_goes_on_with_the_same_patients_and_keeps_changed_settings(drawn, tmp_path):
    assert simulate(tmp_path) == 0
    assert drawn == list(range(1, 21))
    for name in ("masks/S0003.nii.gz", "cohort.csv"):
        (tmp_path / name).unlink()
    changed = 'recipe = "bedside"\n' + (tmp_path / "cohort.toml").read_text(encoding="utf-8")
    (tmp_path / "cohort.toml").write_text(changed, encoding="utf-8")
    assert simulate(tmp_path) == 0
    assert drawn[20:] == [3]
    assert (tmp_path / "cohort.csv").exists()
    assert (tmp_path / "cohort.toml").read_text(encoding="utf-8") == changed


def test_images_of_other_patients_are_not_taken_for_those_of_these(drawn, tmp_path, capsys):
    assert simulate(tmp_path) == 0
    (tmp_path / "masks" / "S0003.nii.gz").unlink()
    before = (tmp_path / "cohort.csv").read_bytes()
    for others in (("--patients", "21"), ("--events", "9"), ("--seed", "1")):
        assert simulate(tmp_path, *others) == 2
        assert f"{tmp_path} holds other simulated patients" in capsys.readouterr().err
    assert (len(drawn), (tmp_path / "cohort.csv").read_bytes()) == (20, before)


@pytest.mark.parametrize("name", ["cohort.csv", "masks/S0003.nii.gz"])
def test_what_nobody_knows_to_be_simulated_is_left_alone(name, drawn, tmp_path, capsys):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("a hospital's own", encoding="utf-8")
    assert simulate(tmp_path) == 2
    assert "was not simulated" in capsys.readouterr().err
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")] == [name]
    assert not drawn


def test_the_published_split_is_kept():
    assert cohorts.sizes_for(298) == cohorts.STUDY_SIZE
    assert sum(map(sum, cohorts.sizes_for(40).values())) == 40
    assert np.sum(list(cohorts.sizes_for(28, 15).values()), axis=0).tolist() == [15, 13]
    assert min(cohorts.sizes_for(28, 15)["train"]) >= 8


def test_a_study_is_read_like_a_scanners_and_its_masks_lie_on_the_vessels(folder):
    cohort = read_cohort(folder / "cohort.csv")
    _, loaded = load_study(folder / "studies" / "S0010", HU2025)
    labels = read_mask(folder / "masks" / "S0010.nii.gz", loaded.volume.grid, cohort.settings.mask_labels, HU2025)
    for value in range(1, 5):
        inside = loaded.volume.hu[labels == value]
        assert len(inside) > 150
        assert 10 < np.median(inside) < 75


def test_the_header_agrees_with_the_table(folder):
    cohort = read_cohort(folder / "cohort.csv")
    answers = cohort.case("S0010").answers
    series = scan(folder / "studies" / "S0010").series[0]
    assert load(series).volume.grid.shape == sitk.ReadImage(str(folder / "masks" / "S0010.nii.gz")).GetSize()[::-1]
    assert {"F": "female", "M": "male"}[series.patient.sex] == answers["sex"]


def test_a_second_reader_differs_a_little(folder):
    first, second = (
        sitk.GetArrayFromImage(sitk.ReadImage(str(folder / "masks" / name)))
        for name in ("S0010.nii.gz", "S0010-second.nii.gz")
    )
    for value in range(1, 5):
        one, other = first == value, second == value
        assert 0.75 < 2 * (one & other).sum() / (one.sum() + other.sum()) < 1


def test_blocks_are_written_of_training_patients_with_all_classes(folder):
    with np.load(folder / "blocks" / "010010.npz") as data:
        assert (5, *data["image"].shape) == data["truth"].shape
        assert {1, 2, 3, 4, 10, 15} <= set(np.unique(as_labels(data["truth"])))


def test_vessels_are_as_wide_and_as_flat_as_told(anatomy):
    told = Morphology({"SCV": 7.0, "IJV": 9.0}, 2.4, 3, 1.5)
    tubes = shape_vessels(vary_vessels(anatomy.tubes, np.random.default_rng(1)), anatomy.rib_border, told)
    vein = tubes["SCV-R"]
    seen = slice(0, anatomy.rib_border["SCV-R"] + 1)
    assert 2 * vein.radius[seen].mean() == pytest.approx(7.0)
    assert vein.flattening[seen].mean() == pytest.approx(2.4, abs=0.15)
    assert 2 * tubes["IJV-R"].radius.mean() == pytest.approx(9.0)


def test_wide_veins_are_drawn_larger_than_narrow_ones(bodies):
    volumes = []
    for diameter in (5.5, 11.5):
        told = Morphology({"SCV": diameter, "IJV": 10.0}, 1.3, 0, 2.0)
        _, _, made = study._intact_patient(bodies, told, np.random.default_rng(11))
        volumes.append((made.truth == 4).sum())
    assert volumes[1] > 2 * volumes[0]


def test_truth_is_kept_apart(folder):
    with (folder / "truth.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(population.VESSELS) < set(rows[0])
    assert not set(population.VESSELS) & set((folder / "cohort.csv").read_text().splitlines()[0].split(","))


def test_a_cohort_too_small_is_refused(capsys, tmp_path):
    assert main(["simulate-cohort", "--out", str(tmp_path), "--patients", "5"]) == 2
    assert "at least 20" in capsys.readouterr().err
