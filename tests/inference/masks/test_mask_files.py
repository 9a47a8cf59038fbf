"""Mask files of strangers: what fits is read, what does not is an error that names the file and the remedy."""

import gzip
import hashlib
import struct
from dataclasses import replace

import numpy as np
import pydicom
import pytest
import SimpleITK as sitk
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence

from desktop.language import Language
from inference.errors import InputError
from inference.masks.bringing import Owner, bring, segmentation_of
from inference.masks.opening import looks_like_mask, open_mask
from inference.masks.polygons import filled
from inference.schema import Range, Structure
from inference.vocabulary import Text
from inference.volume import Grid

GRID = Grid((-20.0, -18.0, -10.0), (2.0, 1.5, 1.25), (6, 20, 24))
BALL = np.zeros(GRID.shape, np.uint8)
BALL[2:4, 5:12, 8:16] = 1
NUMBERS = np.arange(BALL.size, dtype=np.uint8).reshape(BALL.shape) % 7


def image_of(array=BALL, grid=GRID):
    image = sitk.GetImageFromArray(array)
    image.SetOrigin(grid.origin_mm)
    image.SetSpacing(grid.spacing_mm[::-1])
    return image


def write(path, array=BALL):
    sitk.WriteImage(image_of(array), str(path))
    return path


def on_grid(mask, number):
    result = np.zeros(GRID.shape, bool)
    box, inside = mask.placed(number)
    result[box] = inside
    return result


def dataset_of(kind, modality):
    made = Dataset()
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    made.SOPClassUID, made.SOPInstanceUID, made.Modality = kind, "1.2.9", modality
    made.PatientID, made.StudyInstanceUID, made.FrameOfReferenceUID = "P7", "1.2.1", "1.2.5"
    return made


def item(**values):
    made = Dataset()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def structure_set(path, contours, kind="CLOSED_PLANAR", beside=()):
    """A structure set with one region, LPS corners by contour."""
    made = dataset_of("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT")
    names = {3: "GTV", 4: "Couch"} if beside else {3: "GTV"}
    made.StructureSetROISequence = Sequence(
        [item(ROINumber=n, ROIName=name, ReferencedFrameOfReferenceUID="1.2.5") for n, name in names.items()]
    )
    drawn = [
        item(ContourGeometricType=kind, NumberOfContourPoints=len(c), ContourData=[f"{mm:.3f}" for p in c for mm in p])
        for c in contours
    ]
    couch = [item(ContourGeometricType=kind, ContourData=[f"{mm:.3f}" for p in c for mm in p]) for c in beside]
    listed = {3: drawn, 4: couch} if beside else {3: drawn}
    made.ROIContourSequence = Sequence(
        [item(ReferencedROINumber=n, ContourSequence=Sequence(own)) for n, own in listed.items()]
    )
    made.save_as(path, enforce_file_format=True)
    return path


def square(k, low=5, high=11, left=8, right=15):
    """The corners around rows and columns of a slice, half a voxel outside of them."""
    corners = [(low, left), (low, right), (high, right), (high, left)]
    out = [(j + (0.5 if j == high else -0.5), i + (0.5 if i == right else -0.5)) for j, i in corners]
    return GRID.to_patient(np.array([(k, j, i) for j, i in out]))


def segmentation(path, spacing=2.0, rows=20, kind="BINARY", value=1, groups=True):
    made = dataset_of("1.2.840.10008.5.1.4.1.1.66.4", "SEG")
    made.SegmentationType, made.MaximumFractionalValue = kind, 255
    coded = item(CodeValue="21470009", CodingSchemeDesignator="SCT", CodeMeaning="x")
    made.SegmentSequence = Sequence(
        [item(SegmentNumber=1, SegmentLabel="Clot", SegmentedPropertyTypeCodeSequence=Sequence([coded]))]
    )
    measures = item(PixelSpacing=[1.5, 1.25], SliceThickness=spacing, SpacingBetweenSlices=spacing)
    orientation = item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    made.SharedFunctionalGroupsSequence = Sequence(
        [item(PixelMeasuresSequence=Sequence([measures]), PlaneOrientationSequence=Sequence([orientation]))]
    )
    slices = np.unique(np.round(np.arange(2, 4) * spacing / 2.0)).astype(int)
    own = []
    for k in slices if groups else []:
        place = item(ImagePositionPatient=[-20.0, -18.0, -10.0 + 2.0 * k])
        segment = item(ReferencedSegmentNumber=1)
        own.append(item(PlanePositionSequence=Sequence([place]), SegmentIdentificationSequence=Sequence([segment])))
    made.PerFrameFunctionalGroupsSequence = Sequence(own)
    made.Rows, made.Columns, made.NumberOfFrames = rows, 24, len(slices)
    made.SamplesPerPixel, made.PhotometricInterpretation, made.PixelRepresentation = 1, "MONOCHROME2", 0
    frames = np.zeros((len(slices), rows, 24), np.uint8)
    frames[:, 5:12, 8:16] = value
    bits = 1 if kind == "BINARY" else 8
    made.BitsAllocated, made.BitsStored, made.HighBit = bits, bits, bits - 1
    data = np.packbits(frames.ravel(), bitorder="little").tobytes() if bits == 1 else frames.tobytes()
    made.PixelData = data + b"\0" * (len(data) % 2)
    made["PixelData"].VR = "OB"
    made.save_as(path, enforce_file_format=True)
    return path


@pytest.mark.parametrize("name", ["m.nii", "m.nii.gz", "m.nrrd", "血肿 é.mha"])
def test_a_label_file_lies_where_it_was_drawn(tmp_path, name):
    mask = open_mask(write(tmp_path / name), GRID)
    assert [part.number for part in mask.parts] == [1]
    np.testing.assert_array_equal(on_grid(mask, 1), BALL > 0)


def test_an_oblong_with_a_hole_of_a_structure_set_is_filled_to_its_voxels(tmp_path):
    hole = square(2, 7, 9, 10, 12)
    mask = open_mask(structure_set(tmp_path / "rt.dcm", [square(2), square(3), hole]), GRID)
    expected = BALL > 0
    expected[2, 7:10, 10:13] = False
    np.testing.assert_array_equal(on_grid(mask, 3), expected)
    assert (mask.parts[0].name, mask.frame_uid, mask.patient_id) == ("GTV", "1.2.5", "P7")


def test_a_region_can_be_used_beside_one_that_lies_outside_of_the_images(tmp_path):
    mask = open_mask(structure_set(tmp_path / "rt.dcm", [square(2), square(3)], beside=[square(2) + 300]), GRID)
    np.testing.assert_array_equal(on_grid(mask, 3), BALL > 0)
    with pytest.raises(InputError, match=r"mask\.outside"):
        mask.placed(4)


@pytest.mark.parametrize(("kind", "value"), [("BINARY", 1), ("FRACTIONAL", 255)])
def test_a_segmentation_is_read_with_its_codes_and_without_its_empty_slices(tmp_path, kind, value):
    mask = open_mask(segmentation(tmp_path / "seg.dcm", kind=kind, value=value), GRID)
    np.testing.assert_array_equal(on_grid(mask, 1), BALL > 0)
    assert (mask.parts[0].name, mask.parts[0].codes) == ("Clot", {"21470009"})


def nifti_claiming(path, shape):
    """A header of a giant with hardly any voxels behind it."""
    data = bytearray(write(path.with_name("small.nii")).read_bytes())
    data[42:48] = struct.pack("<3h", *shape)
    path.write_bytes(gzip.compress(bytes(data)))
    return path


def nifti_beginning_at(path, place):
    """A header whose voxels begin at a place that no file has."""
    data = bytearray(write(path).read_bytes())
    data[108:112] = struct.pack("<f", place)
    path.write_bytes(data)
    return path


def cut(path, part):
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    return path


def broken_header(path):
    path.write_bytes(bytes(128) + b"DICM" + b"rubbish" * 9)
    return path


def four_dimensional(path):
    stack = sitk.JoinSeries([image_of(), image_of()])
    sitk.WriteImage(stack, str(path))
    return path


def unreadable_names(path):
    data = write(path).read_bytes()
    path.write_bytes(data.replace(b"NDims", b"\xff\xfe = 1\nNDims", 1))
    return path


def with_nan(path, kind=np.float32):
    values = BALL.astype(kind)
    values[0, 0, :3] = np.nan
    return write(path, values)


HOSTILE = {
    "gone": (lambda f: f / "none.nii", "mask.gone"),
    "folder": (lambda f: f, "mask.folder"),
    "text": (lambda f: (f / "a.txt").write_text("hello") and f / "a.txt", "mask.no-mask"),
    "rubbish": (lambda f: (f / "a.nii.gz").write_text("hello") and f / "a.nii.gz", "mask.damaged"),
    "rubbish DICOM": (lambda f: broken_header(f / "a.dcm"), "mask.damaged"),
    "names that are no text": (lambda f: unreadable_names(f / "a.mha"), "mask.damaged"),
    "giant": (lambda f: nifti_claiming(f / "a.nii.gz", (30000, 30000, 30000)), "mask.shape"),
    "voxels far away": (lambda f: nifti_beginning_at(f / "a.nii", 1e30), "mask.damaged"),
    "voxels beyond all": (lambda f: nifti_beginning_at(f / "a.nii", float("inf")), "mask.damaged"),
    "truncated": (lambda f: cut(write(f / "a.nrrd", NUMBERS), 0.6), "mask.damaged"),
    "truncated NIfTI": (lambda f: cut(write(f / "a.nii", NUMBERS), 0.9), "mask.damaged"),
    "truncated and packed": (lambda f: cut(write(f / "a.nii.gz", NUMBERS), 0.6), "mask.damaged"),
    "four dimensions": (lambda f: four_dimensional(f / "a.nii"), "mask.dimensions"),
    "NaN": (lambda f: with_nan(f / "a.nrrd"), "mask.not-finite"),
    "NaN in NIfTI": (lambda f: with_nan(f / "a.nii"), "mask.not-finite"),
    "NaN, packed": (lambda f: with_nan(f / "a.nii.gz", np.float64), "mask.not-finite"),
    "probabilities": (lambda f: write(f / "a.nii", BALL * np.float32(0.3)), "mask.fractions"),
    "an image": (lambda f: write(f / "a.nii", np.arange(BALL.size, dtype=np.int16).reshape(BALL.shape)),
                 "mask.no-labels"),
    "layers": (lambda f: sitk.WriteImage(sitk.Compose(image_of(), image_of()), str(f / "a.nrrd")) or f / "a.nrrd",
               "mask.layers"),
    "open contour": (lambda f: structure_set(f / "a.dcm", [square(2)], "OPEN_PLANAR"), "mask.open-contour"),
    "contour beside": (lambda f: structure_set(f / "a.dcm", [square(2) + [0, 0, 40]]), "mask.outside"),
    "contour across": (lambda f: structure_set(f / "a.dcm", [square(2)[:, [0, 2, 1]]]), "mask.tilted"),
    "thick contours": (lambda f: structure_set(f / "a.dcm", [square(1), square(3), square(5)]), "mask.sparse"),
    "thick segments": (lambda f: segmentation(f / "a.dcm", spacing=4.0), "mask.sparse"),
    "many pixels": (lambda f: segmentation(f / "a.dcm", rows=2000), "mask.too-large"),
    "no places": (lambda f: segmentation(f / "a.dcm", groups=False), "mask.damaged"),
    "half a segmentation": (lambda f: cut(segmentation(f / "a.dcm"), 0.9), "mask.damaged"),
    "fractions": (lambda f: segmentation(f / "a.dcm", kind="FRACTIONAL", value=100), "mask.fractions"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_fitting_mask_is_refused_in_words_that_name_the_file(tmp_path, name):
    make, code = HOSTILE[name]
    path = make(tmp_path)
    with pytest.raises(InputError) as caught:
        mask = open_mask(path, GRID)
        mask.placed(mask.parts[0].number)
    assert caught.value.code == code
    for language in (Language("en"), Language("zh")):
        assert path.name in language.error(caught.value)
        assert "{" not in language.error(caught.value)


def test_only_what_may_be_a_mask_looks_like_one(tmp_path):
    assert looks_like_mask(write(tmp_path / "m.nii.gz")) and looks_like_mask(segmentation(tmp_path / "s.dcm"))
    (tmp_path / "a.dcm").write_bytes(b"x" * 200)
    assert not any(looks_like_mask(tmp_path / name) for name in ("a.dcm", "none.nii"))


def test_a_polygon_is_filled_by_the_even_odd_rule_and_clipped():
    star = np.array([[10 + 9 * np.sin(4 * np.pi * n / 5), 10 + 9 * np.cos(4 * np.pi * n / 5)] for n in range(5)])
    window, inside = filled(star, (20, 20))
    assert not inside[10 - window[0].start, 10 - window[1].start] and inside.any()
    window, inside = filled(np.array([[-5.0, -5], [-5, 2.4], [3.6, 2.4], [3.6, -5]]), (10, 10))
    assert window == (slice(0, 4), slice(0, 3)) and inside.all()
    assert filled(star + 100, (20, 20))[1].size == 0


STRUCTURE = Structure("clot", Text("Clot", "血肿"), "C", "lesion", "#b3261e", "21470009", *[Range(0, 99)] * 3)


def test_a_structure_is_found_by_its_name_its_code_its_number_or_as_the_only_one(tmp_path):
    seg = segmentation(tmp_path / "seg.dcm")
    for wanted in (STRUCTURE, replace(STRUCTURE, id="x", title=Text("x", "x"), short="x")):
        brought = bring(seg, GRID, wanted, Owner("P7", "1.2.5"))
        assert (brought.part, brought.placed[1].sum()) == ("Clot", BALL.sum())
        assert brought.sha256 == hashlib.sha256(seg.read_bytes()).hexdigest()
    several = write(tmp_path / "m.nii", BALL + np.roll(BALL, 8, axis=2) * 2)
    assert bring(several, GRID, STRUCTURE, label="2").placed[0][2] == slice(16, 24)
    with pytest.raises(InputError) as caught:
        bring(several, GRID, STRUCTURE)
    assert (caught.value.code, caught.value.parameters["titles"]) == ("mask.which-part", "1\n2")
    with pytest.raises(InputError) as caught:
        bring(several, GRID, STRUCTURE, label="9")
    assert (caught.value.code, caught.value.parameters["part"]) == ("mask.no-part", "9")
    assert caught.value.parameters["listed"] == "1, 2"


@pytest.mark.parametrize(
    ("owner", "code"),
    [(Owner("P8", "1.2.5"), "mask.other-patient"), (Owner("P7", "1.2.6"), "mask.other-frame"), (Owner("", ""), None)],
)
def test_a_mask_of_another_patient_or_frame_of_reference_is_refused_though_it_would_fit(tmp_path, owner, code):
    path = structure_set(tmp_path / "rt.dcm", [square(2)])
    if code is None:
        assert bring(path, GRID, STRUCTURE, owner).placed[1].any()
        return
    with pytest.raises(InputError) as caught:
        bring(path, GRID, STRUCTURE, owner)
    assert caught.value.code == code


def test_an_empty_mask_and_two_that_overlap_are_refused(tmp_path):
    empty = write(tmp_path / "empty.nii", BALL * 0)
    with pytest.raises(InputError, match=r"mask\.nothing"):
        bring(empty, GRID, STRUCTURE)
    one = bring(write(tmp_path / "m.nii"), GRID, STRUCTURE)
    files = {"clot": "a.nii", "rim": "b.nii"}
    with pytest.raises(InputError) as caught:
        segmentation_of("ct", ("clot", "rim"), {"clot": one, "rim": one}, GRID, files)
    assert caught.value.parameters == {"path": "b.nii", "other": "a.nii"}
    alone = segmentation_of("ct", ("clot", "rim"), {"rim": one}, GRID, files)
    assert alone.labels.shape == (2, 7, 8) and (alone.labels == 2).all() and alone.certainty.min() == 1
