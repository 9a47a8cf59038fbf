"""Masks of every format arrive on the grid of their series, turned where they must be and refused where they differ."""

import re
from contextlib import contextmanager
from itertools import permutations, product
from pathlib import Path

import numpy as np
import pydicom
import pytest
import SimpleITK as sitk

from inference.dicom import load
from inference.errors import InputError
from tests.helpers.cohorts import GRID, vessel_labels, write_nifti, write_study
from training.cohort.masks import empty_structures, read_drawing, read_mask
from training.cohort.studies import choose_series, grid_of, load_study, scan_study
from training.errors import sentence_of
from training.recipes.hu2025 import HU2025

SHARED = Path(__file__).resolve().parents[3] / "../shared/ct"
NUMBERS = {name: value for value, name in enumerate(HU2025.structure_ids, 1)}
LABELS = vessel_labels()
NAMES = {
    "CCA-R": "common_carotid_artery_right",
    "IJV-R": "internal_jugular_vein_right",
    "SCA-R": "subclavian_artery_right",
    "SCV-R": "subclavian_vein_right",
}
"""File stems as in TotalSegmentator."""


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return write_study(tmp_path_factory.mktemp("study"))


@contextmanager
def refused(words):
    """The sentence that the user reads of an error of either kind."""
    with pytest.raises(InputError) as caught:
        yield
    assert re.search(words, sentence_of(caught.value)), sentence_of(caught.value)


def sitk_image(labels=LABELS, grid=GRID):
    image = sitk.GetImageFromArray(labels)
    image.SetOrigin(grid.origin_mm)
    image.SetSpacing(grid.spacing_mm[::-1])
    return image


def turned(axes, flips):
    """The labels stored along other axes, at the same places."""
    image = sitk.PermuteAxes(sitk_image(), axes)
    return sitk.Flip(image, flips, flipAboutOrigin=False)


def write_segmentation(folder, study, labels=LABELS, names=HU2025.structure_ids, codes=None, sides=None, **more):
    import highdicom
    from pydicom.sr.codedict import codes as known

    sources = [pydicom.dcmread(path) for path in sorted(study.glob("*.dcm"))]
    for source in sources:
        source.StudyID = "1"
    coded = codes or ["85756007"] * len(names)
    descriptions = [
        highdicom.seg.SegmentDescription(
            segment_number=number,
            segment_label=name,
            segmented_property_category=known.SCT.AnatomicalStructure,
            segmented_property_type=highdicom.sr.CodedConcept(code, "SCT", "anatomy"),
            algorithm_type="MANUAL",
        )
        for number, (name, code) in enumerate(zip(names, coded), 1)
    ]
    for description, side in zip(descriptions, sides or []):
        if side:
            modifier = highdicom.sr.CodedConcept(side, "SCT", "side")
            description.SegmentedPropertyTypeCodeSequence[0].SegmentedPropertyTypeModifierCodeSequence = [modifier]
    segmentation = highdicom.seg.Segmentation(
        sources,
        labels,
        more.pop("segmentation_type", "BINARY"),
        descriptions,
        series_instance_uid=highdicom.UID(),
        series_number=9,
        sop_instance_uid=highdicom.UID(),
        instance_number=1,
        manufacturer="test",
        manufacturer_model_name="test",
        software_versions="1",
        device_serial_number="1",
        **more,
    )
    path = folder / "seg.dcm"
    segmentation.save_as(path)
    return path


def test_the_grid_of_a_series_is_that_of_its_volume(study):
    series, _ = choose_series(scan_study(study), study, HU2025)
    assert grid_of(series) == load(series).volume.grid == GRID


def test_loading_a_study_gives_the_series_that_would_be_chosen(study):
    series, loaded = load_study(study, HU2025)
    assert series.description == "Thorax"
    assert loaded.volume.hu[3, 12, 8] == 42


@pytest.mark.parametrize("name", ["m.nii", "m.nii.gz", "m.nrrd", "m.mha", "掩膜 é.nii.gz"])
@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.float32])
def test_a_label_file_comes_back(tmp_path, name, kind):
    path = write_nifti(tmp_path / name, LABELS.astype(kind))
    found = read_mask(path, GRID, NUMBERS, HU2025)
    assert found.dtype == np.uint8
    np.testing.assert_array_equal(found, LABELS)


@pytest.mark.parametrize("flips", list(product([False, True], repeat=3)))
def test_a_flipped_nifti_is_turned_back(tmp_path, flips):
    path = tmp_path / "m.nii.gz"
    sitk.WriteImage(turned((0, 1, 2), flips), str(path))
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)


@pytest.mark.parametrize("axes", list(permutations(range(3))))
def test_a_nifti_with_other_axes_is_turned_back(tmp_path, axes):
    path = tmp_path / "m.nii.gz"
    sitk.WriteImage(turned(axes, (False, True, True)), str(path))
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)


def test_nibabel_s_own_idea_of_the_axes_is_the_same(tmp_path):
    nibabel = pytest.importorskip("nibabel")
    # As dcm2niix writes it: RAS millimetres, rows from back to front.
    affine = np.diag([-1.25, 1.5, 2.0, 1.0])
    affine[:3, 3] = [20.0, 18.0 - 1.5 * 35, -10.0]
    path = tmp_path / "m.nii.gz"
    nibabel.save(nibabel.Nifti1Image(LABELS.transpose(2, 1, 0)[:, ::-1], affine), path)
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda i: i.SetSpacing((1.25, 1.5, 2.5)), "has voxels of 2.5 x 1.5 x 1.25 mm where the series has 2 x"),
        (lambda i: i.SetOrigin((-20, -18, -8)), "outside the series"),
        (lambda i: i.SetOrigin((80, -18, -10)), "outside the series"),
        (lambda i: i.SetDirection((1, 0, 0, 0, 0.9848, -0.1736, 0, 0.1736, 0.9848)), "tilted or turned"),
        (lambda i: i.SetDirection((0.7071, -0.7071, 0, 0.7071, 0.7071, 0, 0, 0, 1)), "tilted or turned"),
    ],
)
def test_a_mask_of_another_geometry_is_refused(tmp_path, change, words):
    image = sitk_image()
    change(image)
    path = tmp_path / "m.nrrd"
    sitk.WriteImage(image, str(path))
    with refused(words):
        read_mask(path, GRID, NUMBERS, HU2025)


def test_a_mask_of_another_shape_is_refused(tmp_path):
    path = write_nifti(tmp_path / "m.nii.gz", LABELS[:, :, 1:])
    with refused("14 x 36 x 43 voxels where the series has 14 x 36 x 44"):
        read_mask(path, GRID, NUMBERS, HU2025)


def test_totalsegmentator_s_folder_is_read_by_file_names(tmp_path):
    for value, structure in enumerate(HU2025.structure_ids, 1):
        write_nifti(tmp_path / f"{NAMES[structure]}.nii.gz", (value == LABELS).astype(np.uint8))
    write_nifti(tmp_path / "heart.nii.gz", np.ones(GRID.shape, np.uint8))
    np.testing.assert_array_equal(read_mask(tmp_path, GRID, NAMES, HU2025), LABELS)


def test_a_folder_may_name_its_files_by_the_structures(tmp_path):
    for value, structure in enumerate(HU2025.structure_ids, 1):
        write_nifti(tmp_path / f"{structure}.nrrd", np.where(value == LABELS, 255, 0).astype(np.uint8))
    np.testing.assert_array_equal(read_mask(tmp_path, GRID, NUMBERS, HU2025), LABELS)


def test_totalsegmentator_s_one_file_is_read_by_numbers(tmp_path):
    numbers = {"CCA-R": 58, "IJV-R": 120, "SCA-R": 56, "SCV-R": 121}
    stored = np.full(GRID.shape, 7, np.uint8)
    for value, structure in enumerate(HU2025.structure_ids, 1):
        stored[value == LABELS] = numbers[structure]
    drawing = read_drawing(write_nifti(tmp_path / "m.nii.gz", stored), GRID, numbers, HU2025)
    assert drawing.others == ("7",)
    np.testing.assert_array_equal(drawing.labels, LABELS)


def test_files_of_one_folder_that_overlap_or_disagree_or_are_missing_are_refused(tmp_path):
    for value, structure in enumerate(HU2025.structure_ids, 1):
        write_nifti(tmp_path / f"{structure}.nii.gz", (value == LABELS).astype(np.uint8))
    write_nifti(tmp_path / "IJV-R.nii.gz", (LABELS == 1).astype(np.uint8))
    with refused(r"IJV-R.nii.gz overlaps CCA-R"):
        read_mask(tmp_path, GRID, NUMBERS, HU2025)
    write_nifti(tmp_path / "IJV-R.nii.gz", (LABELS == 2).astype(np.uint8)[1:])
    with refused("13 x 36 x 44 voxels where the series has 14 x"):
        read_mask(tmp_path, GRID, NUMBERS, HU2025)
    (tmp_path / "IJV-R.nii.gz").unlink()
    with refused(r"no file IJV-R.nii.gz"):
        read_mask(tmp_path, GRID, NUMBERS, HU2025)


def slicer_file(path, labels, segments):
    image = sitk_image(labels)
    for n, (name, value) in enumerate(segments.items()):
        image.SetMetaData(f"Segment{n}_Name", name)
        image.SetMetaData(f"Segment{n}_LabelValue", str(value))
    sitk.WriteImage(image, str(path))
    return path


def test_3d_slicer_s_segments_are_known_by_name_whatever_their_numbers(tmp_path):
    order = {"SCV-R": 1, "cca-r": 2, "SCA-R": 3, "IJV-R": 4, "Nerve": 5}
    stored = np.zeros(GRID.shape, np.uint8)
    for structure, value in NUMBERS.items():
        stored[value == LABELS] = {name.upper(): number for name, number in order.items()}[structure]
    stored[0, 0, 0] = 5
    drawing = read_drawing(slicer_file(tmp_path / "m.seg.nrrd", stored, order), GRID, NUMBERS, HU2025)
    np.testing.assert_array_equal(drawing.labels, LABELS)
    assert drawing.others == ("Nerve",)


def test_3d_slicer_s_unnamed_segments_are_known_by_number(tmp_path):
    segments = {f"Segment_{value}": value for value in range(1, 5)}
    np.testing.assert_array_equal(
        read_mask(slicer_file(tmp_path / "m.seg.nrrd", LABELS, segments), GRID, NUMBERS, HU2025), LABELS
    )


def test_names_need_a_format_that_has_them(tmp_path):
    path = write_nifti(tmp_path / "m.nii.gz", LABELS)
    with refused("give numbers"):
        read_mask(path, GRID, NAMES, HU2025)


def test_a_dicom_segmentation_is_known_by_its_labels(tmp_path, study):
    path = write_segmentation(tmp_path, study)
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)
    np.testing.assert_array_equal(read_mask(tmp_path, GRID, NUMBERS, HU2025), LABELS)


def test_a_dicom_segmentation_may_be_a_label_map(tmp_path, study):
    path = write_segmentation(tmp_path, study, segmentation_type="LABELMAP")
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)


def test_a_dicom_segmentation_is_known_by_its_codes_and_their_side(tmp_path, study):
    codes = ["32062004", "32062004", "12123001", "36765005", "9454009"]
    stored = np.zeros(GRID.shape, np.uint8)
    stored[:, 2, 40] = 1
    stored[LABELS > 0] = LABELS[LABELS > 0] + 1
    path = write_segmentation(
        tmp_path, study, stored, "abcde", codes, ["7771000", "24028007", None, "24028007", "24028007"]
    )
    drawing = read_drawing(path, GRID, NUMBERS, HU2025)
    assert drawing.others == ("a",)
    np.testing.assert_array_equal(read_mask(path, GRID, NUMBERS, HU2025), LABELS)


def test_two_segments_that_could_be_one_vessel_are_refused(tmp_path, study):
    codes = ["32062004", "32062004", "12123001", "36765005"]
    path = write_segmentation(tmp_path, study, names="abcd", codes=codes)
    with refused(r"segments 1 \(a\), 2 \(b\) could all be CCA-R"):
        read_mask(path, GRID, NUMBERS, HU2025)


def test_a_dicom_segmentation_of_something_else_is_refused(tmp_path, study):
    with refused("no segment of CCA-R"):
        read_mask(write_segmentation(tmp_path, study, names="abcd"), GRID, NUMBERS, HU2025)


def test_overlapping_segments_are_refused(tmp_path, study):
    layers = np.stack([value == LABELS for value in range(1, 5)], axis=-1).astype(np.uint8)
    layers[..., 1] |= layers[..., 0]
    with refused("overlaps CCA-R"):
        read_mask(write_segmentation(tmp_path, study, layers), GRID, NUMBERS, HU2025)


def test_an_image_is_no_segmentation(study):
    with refused("is DICOM, but no mask .modality CT."):
        read_mask(study / "000.dcm", GRID, NUMBERS, HU2025)


def test_what_is_no_mask_is_refused_in_words(tmp_path):
    with refused("does not exist"):
        read_mask(tmp_path / "none.nii.gz", GRID, NUMBERS, HU2025)
    (tmp_path / "text.txt").write_text("hello")
    with refused("is no mask"):
        read_mask(tmp_path / "text.txt", GRID, NUMBERS, HU2025)
    (tmp_path / "broken.nii.gz").write_text("hello")
    with refused("cannot be read as a mask"):
        read_mask(tmp_path / "broken.nii.gz", GRID, NUMBERS, HU2025)
    (tmp_path / "broken.dcm").write_bytes(bytes(128) + b"DICM" + b"rubbish" * 9)
    with refused("cannot be read as a mask"):
        read_mask(tmp_path / "broken.dcm", GRID, NUMBERS, HU2025)


def test_probabilities_and_layers_are_refused(tmp_path):
    with refused("fractions"):
        read_mask(write_nifti(tmp_path / "p.nii.gz", LABELS * np.float32(0.3)), GRID, NUMBERS, HU2025)
    layers = sitk.Compose(sitk_image(), sitk_image())
    sitk.WriteImage(layers, str(tmp_path / "l.nrrd"))
    with refused("layers"):
        read_mask(tmp_path / "l.nrrd", GRID, NUMBERS, HU2025)


@pytest.mark.shared
def test_a_hand_drawn_mask_of_a_real_series_lies_on_blood():
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project: real series are not part of a clone")
    _, loaded = load_study(SHARED / "acrin-042", HU2025)
    labels = read_mask(SHARED / "labels" / "acrin-042.nii.gz", loaded.volume.grid, NUMBERS, HU2025)
    medians = [np.median(loaded.volume.hu[labels == value]) for value in NUMBERS.values()]
    assert all(20 < hu < 70 for hu in medians)


def test_structures_without_a_voxel_are_named():
    assert empty_structures(np.where(LABELS == 3, 0, LABELS), HU2025.structure_ids) == ["SCA-R"]
