"""Golden cases: a pack that does not give what it gave when it was made is not used."""

import io
import json
import zipfile

import numpy as np
import pytest

from inference.engines import EngineProvider
from inference.errors import PrecontrastError
from inference.golden import CASE, Expected, compare, read_case, run_case
from inference.pipeline import Request, run
from tests.helpers.packs import WITHOUT_MODELS, bundled, formula, make_pack, number, sheet
from tests.helpers.signature import fake_vessels, signature_pack
from tests.helpers.vessels import scan

REGION_STEP = {
    "kind": "region",
    "id": "mean",
    "title": {"en": "m", "zh": "m"},
    "image": "ct",
    "region": "lesion",
    "predictor": "a",
    "unit": "HU",
}
IMAGE = {"id": "ct", "title": {"en": "m", "zh": "m"}, "modality": "CT"}


def case(**changes) -> bytes:
    expected = {"kind": "answer", "numbers": {"results.sum.value": 5}, **changes.pop("expected", {})}
    return json.dumps({"sheet": {"answers": {"a": 2, "b": 3}}, "expected": expected, **changes}).encode()


def npz(**arrays) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def npy(array) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


IMAGE_ARRAYS = {
    "hu": np.full((5, 6, 7), 42, np.int16),
    "origin_mm": np.array([10.0, 20.0, 30.0]),
    "spacing_mm": np.array([2.0, 1.0, 1.0]),
}


def differences(pack) -> list[str]:
    found = read_case(pack)
    return [d.path for d in compare(run_case(pack, found, EngineProvider()), found.expected)]


@pytest.mark.parametrize("name", WITHOUT_MODELS)
def test_every_bundled_pack_reproduces_its_golden_case(name):
    assert differences(bundled(name)) == []


def test_a_case_that_holds_has_no_differences():
    assert differences(make_pack({CASE: case()})) == []


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ({"kind": "refusal"}, "kind"),
        ({"numbers": {"results.sum.value": 5.0001}}, "results.sum.value"),
        ({"numbers": {"results.sum.lost": 5}}, "results.sum.lost"),
        ({"numbers": {"risk.log_odds": 0}}, "risk.log_odds"),
        ({"classes": {"results.sum.value": "5"}}, "results.sum.value"),
    ],
)
def test_what_does_not_come_out_is_named(expected, path):
    assert differences(make_pack({CASE: case(expected=expected)})) == [path]


@pytest.mark.parametrize(("value", "close"), [(5.04, True), (4.96, True), (5.06, False), (4.94, False)])
def test_the_tolerance_is_relative_to_the_number(value, close):
    expected = {"numbers": {"results.sum.value": value}, "tolerance": 0.01}
    assert (differences(make_pack({CASE: case(expected=expected)})) == []) is close


@pytest.mark.parametrize(("value", "close"), [(0.009, True), (-0.009, True), (0.011, False)])
def test_the_tolerance_is_absolute_near_zero(value, close):
    expected = {"numbers": {"results.sum.value": value}, "tolerance": 0.01}
    data = case(sheet={"answers": {"a": 0, "b": 0}}, expected=expected)
    assert (differences(make_pack({CASE: data})) == []) is close


@pytest.fixture(scope="module")
def of_images():
    """An outcome whose risk includes an image signature."""
    request = Request(signature_pack(), sheet({"c": "yes"}), volumes={"ct": scan()}, simulated=True)
    return run(request, fake_vessels())


def compared(outcome, off: float) -> list[str]:
    """Paths that differ when every number is expected off by a share, within 1 % for images."""
    signature = next(a.value for a in outcome.answers if a.predictor == "signature")
    numbers = {"answers.signature": signature, "risk.log_odds": outcome.risk.explanation.log_odds}
    moved = {path: value + off * max(1.0, abs(value)) for path, value in numbers.items()}
    return [d.path for d in compare(outcome, Expected("answer", moved, tolerance=1e-6, image_tolerance=0.01))]


def test_what_rests_on_images_may_differ_between_engines(of_images):
    assert compared(of_images, 0.004) == []


def test_what_rests_on_images_differs_when_it_is_off_by_more(of_images):
    assert compared(of_images, 0.02) == ["answers.signature", "risk.log_odds"]


def test_an_unknown_result_is_not_taken_for_zero():
    data = case(sheet={"answers": {"a": 2}}, expected={"numbers": {"results.sum.value": 0}})
    assert differences(make_pack({CASE: data})) == ["results.sum.value"]


def test_an_image_of_the_pack_is_used():
    data = case(
        sheet={"regions": {"lesion": {"centre_mm": [13, 22, 34], "radius_mm": 2}}},
        images={"ct": "golden/ct.npz"},
        expected={"numbers": {"results.mean.mean": 42}},
    )
    files = {CASE: data, "golden/ct.npz": npz(**IMAGE_ARRAYS)}
    assert differences(make_pack(files, images=[IMAGE], steps=[REGION_STEP])) == []


def test_a_pack_without_a_golden_case_says_so():
    with pytest.raises(PrecontrastError) as caught:
        read_case(make_pack())
    assert (caught.value.code, caught.value.parameters["file"]) == ("pack.golden-missing", CASE)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", case(tolerance=1)])
def test_a_golden_case_that_cannot_be_read_is_refused(data):
    with pytest.raises(PrecontrastError):
        read_case(make_pack({CASE: data}))


BROKEN = {
    "no array file at all": b"nonsense",
    "an empty file": b"",
    "half an archive": npz(**IMAGE_ARRAYS)[:300],
    "one array alone": npy(np.zeros((2, 2, 2), np.int16)),
    "no spacing": npz(**{k: v for k, v in IMAGE_ARRAYS.items() if k != "spacing_mm"}),
    "objects": npz(**{**IMAGE_ARRAYS, "hu": np.array([{}], dtype=object)}),
    "two dimensions": npz(**{**IMAGE_ARRAYS, "hu": np.zeros((3, 3), np.int16)}),
    "two spacings": npz(**{**IMAGE_ARRAYS, "spacing_mm": np.ones(2)}),
    "words": npz(**{**IMAGE_ARRAYS, "hu": np.full((2, 2, 2), "word")}),
    "imaginary": npz(**{**IMAGE_ARRAYS, "hu": np.ones((2, 2, 2), complex)}),
    "not a number": npz(**{**IMAGE_ARRAYS, "hu": np.full((2, 2, 2), np.nan)}),
    "beyond CT": npz(**{**IMAGE_ARRAYS, "hu": np.full((2, 2, 2), 1e300)}),
    "an endless voxel": npz(**{**IMAGE_ARRAYS, "spacing_mm": np.full(3, np.inf)}),
    "no place": npz(**{**IMAGE_ARRAYS, "origin_mm": np.full(3, np.nan)}),
}


def claiming(edge: int) -> bytes:
    """A small archive, one array of which says that it has so many voxels along each axis."""
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<i2", "fortran_order": False, "shape": (edge,) * 3})
    archive = io.BytesIO(npz(**{k: v for k, v in IMAGE_ARRAYS.items() if k != "hu"}))
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("hu.npy", buffer.getvalue())
    return archive.getvalue()


BROKEN |= {
    "four million million voxels": claiming(2**14),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_an_image_that_cannot_be_read_is_refused(data):
    pack = make_pack({CASE: case(images={"ct": "golden/ct.npz"}), "golden/ct.npz": data}, images=[IMAGE])
    with pytest.raises(PrecontrastError) as caught:
        run_case(pack, read_case(pack), EngineProvider())
    assert caught.value.code == "pack.golden-invalid"


def test_an_image_that_the_pack_does_not_have_is_named():
    pack = make_pack({CASE: case(images={"ct": "golden/lost.npz"})}, images=[IMAGE])
    with pytest.raises(PrecontrastError) as caught:
        run_case(pack, read_case(pack), EngineProvider())
    assert caught.value.parameters["file"] == "golden/lost.npz"


def test_the_phantom_is_the_programs_own(monkeypatch):
    from inference import golden

    drawn = []
    monkeypatch.setattr(golden, "render", lambda: drawn.append(1))
    pack = make_pack({CASE: case(images={"ct": "phantom"})}, predictors=[number("a"), number("b")], steps=[formula()])
    run_case(pack, read_case(pack), EngineProvider())
    assert drawn == [1]
