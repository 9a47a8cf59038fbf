"""``precontrast screen --mask``: a structure from a file, measured, stored and logged as one that was drawn."""

import json

import numpy as np
import pytest
import SimpleITK as sitk

from desktop.cli import exits
from desktop.cli.main import main
from desktop.mask_files import _by_step, masks_by_structure
from desktop.places import default_places
from desktop.settings import Settings, write_settings
from inference.errors import InputError
from inference.masks.bringing import sha256_of
from tests.helpers.drawing import GRID, ON_CLOT, clot_pack, install_clot, write_head
from tests.helpers.packs import make_manifest
from tests.helpers.vessels import VESSELS, pack

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return write_head(tmp_path_factory.mktemp("study") / "头 é")


@pytest.fixture
def mask(tmp_path, monkeypatch):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    install_clot(default_places())
    write_settings(Settings(user="Li Na"), default_places().settings)
    labels = np.zeros(GRID.shape, np.uint8)
    labels[ON_CLOT] = 5
    labels[0, 0, 0] = 7
    image = sitk.GetImageFromArray(labels)
    image.SetOrigin(GRID.origin_mm)
    image.SetSpacing(GRID.spacing_mm[::-1])
    sitk.WriteImage(image, str(tmp_path / "血肿#1.nii.gz"))
    return tmp_path / "血肿#1.nii.gz"


def screen(study, tmp_path, capsys, *more):
    code = main(["screen", str(study), "--pack", "clot", "--out", str(tmp_path / "out"), "--json", *more])
    shown = capsys.readouterr()
    return code, json.loads(shown.out) if shown.out else {}, shown.err


def test_a_mask_from_a_file_gives_the_result_and_stands_in_record_store_and_log(study, mask, tmp_path, capsys):
    code, data, _ = screen(study, tmp_path, capsys, "--mask", f"clot={mask}#5", "--store")
    outcome = data["outcome"]
    assert code == exits.ANSWER and outcome["measures"][0]["volume_ml"] == pytest.approx(8.0)
    (edit,) = outcome["edits"]
    digest = sha256_of(mask)
    assert (edit["by"], edit["origin"], edit["file"], edit["sha256"]) == ("Li Na", "imported", mask.name, digest)
    assert main(["cases", "masks", data["case"], "--out", str(tmp_path / "masks")]) == 0
    (written,) = (tmp_path / "masks").glob("*.nii.gz")
    found = sitk.GetArrayFromImage(sitk.ReadImage(str(written)))
    assert np.count_nonzero(found) == np.prod([part.stop - part.start for part in ON_CLOT])
    log = default_places().audit.read_text(encoding="utf-8")
    assert digest in log and mask.name not in log and '"mask-edited"' in log


def test_without_a_mask_the_structure_is_asked_for(study, mask, tmp_path, capsys):
    code = main(["screen", str(study), "--pack", "clot", "--out", str(tmp_path / "out")])
    said = capsys.readouterr().out
    assert code == exits.REFUSED and "CONTOUR NEEDED" in said and "Clot: not drawn yet" in said


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("clot={mask}", "holds 5, 7, and nothing says which of these is clot"),
        ("clot={mask}#9", "has no part 9; it holds 5, 7"),
        ("clot=none.nii", "none.nii does not exist"),
        ("rim={mask}", "no structure rim. It has: clot"),
        ("{mask}", "write STRUCTURE=FILE"),
        ("clot={study}/000.dcm", "is DICOM, but no mask (modality CT)"),
    ],
)
def test_what_cannot_be_used_is_said_with_the_file_and_the_remedy(study, mask, tmp_path, capsys, option, words):
    given = option.format(mask=mask, study=study)
    code, _, said = screen(study, tmp_path, capsys, "--mask", given)
    assert code == exits.BAD_INPUT and words in said


def test_options_are_read_and_refused_as_typed(tmp_path):
    manifest = clot_pack().manifest
    (tmp_path / "a#b").touch()
    assert masks_by_structure((f"clot={tmp_path}/a#b",), manifest)["clot"] == (tmp_path / "a#b", "")
    assert masks_by_structure((f"clot={tmp_path}/a#b#2",), manifest)["clot"] == (tmp_path / "a#b", "2")
    with pytest.raises(InputError, match=r"mask\.twice"):
        masks_by_structure(("clot=a", "clot=b"), manifest)
    assert masks_by_structure(("vein=a",), make_manifest(**VESSELS)).keys() == {"vein"}
    with pytest.raises(InputError) as caught:
        _by_step({"vein": (tmp_path, "")}, pack().manifest)
    assert (caught.value.code, caught.value.parameters["missing"]) == ("mask.incomplete", "artery")
