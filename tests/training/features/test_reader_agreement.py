"""Which radiomics features two readers' masks agree on: the table of a cohort, and its figures."""

import csv

import numpy as np
import pytest

from inference.errors import InputError
from tests.helpers.cohorts import GRID, body_hu, row_of, vessel_labels, write_nifti, write_study, write_tables
from training.cli import main, run_command
from training.features.reader_agreement import agreement, as_csv

# Six subjects, four judges: Shrout and Fleiss, Psychol Bull 1979;86:420, table 2.
JUDGES = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
SETTINGS = "bin_width = 10\nwithin = [-200, 300]\n"


def test_the_coefficients_are_those_that_pingouin_prints_and_stand_in_order_of_their_lower_limit():
    names = ("original_glcm_Id", "original_glcm_Idm")
    pairs = [(dict(zip(names, (a, c))), dict(zip(names, (b, d)))) for a, b, c, d in JUDGES]
    # pingouin 0.7.0, intraclass_corr, ICC(A,1) with CI95, of the first two judges and of the last two.
    wanted = {names[0]: (0.125654, -0.02, 0.6), names[1]: (0.423077, -0.15, 0.87)}
    found = agreement("vein", pairs)
    assert [(one.feature, one.cases, one.grade) for one in found] == [(name, 6, "poor") for name in names]
    for one in found:
        assert (one.icc.value, one.icc.low, one.icc.high) == pytest.approx(wanted[one.feature], abs=0.005)


def test_a_feature_that_one_reader_has_not_is_estimated_without_the_case_or_not_at_all():
    values = [(1.0, 1.1), (2.0, 2.2), (3.0, 2.9), (4.0, 4.2), (5.0, 4.9), (6.0, np.nan)]
    pairs = [({"original_glcm_MCC": a}, {"original_glcm_MCC": b}) for a, b in values]
    (one,) = agreement("vein", pairs)
    assert (one.cases, one.grade) == (5, "excellent")
    (few,) = agreement("vein", pairs[1:])
    assert (few.cases, few.grade, np.isnan(few.icc.value)) == (4, "", True)
    assert as_csv([few]).splitlines()[1] == "vein,original_glcm_MCC,,4,,,,"
    assert agreement("vein", []) == []


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    """Six patients whose large vessel differs, drawn by two readers: the second a little wider."""
    folder = tmp_path_factory.mktemp("readers")
    rows = []
    for number in range(1, 7):
        labels = np.zeros(GRID.shape, np.uint8)
        labels[2:10, 8 : 16 + number, 8:20] = 1
        wider = labels.copy()
        wider[2:10, 16 + number, 8 : 8 + 2 * (number % 3)] = 1
        hu = body_hu()
        hu[labels > 0] += np.random.default_rng(number).integers(-20, 20 * number, (labels > 0).sum(), np.int16)
        write_study(folder / "studies" / str(number), number, hu)
        for reader, mask in (("first", labels), ("second", wider)):
            write_nifti(folder / f"masks/{number}-{reader}.nii.gz", mask)
            rows.append(row_of(number, mask=f"masks/{number}-{reader}.nii.gz", reader=reader))
    (folder / "radiomics.toml").write_text(SETTINGS, encoding="utf-8")
    return write_tables(folder, rows)


def command(cohort, *more):
    return ["reader-agreement", str(cohort), "--settings", str(cohort.with_name("radiomics.toml")), *more]


def test_the_command_writes_every_feature_of_every_structure_and_prints_how_many_agree(cohort, tmp_path, capsys):
    assert main(command(cohort, "--out", str(tmp_path / "a.csv"))) == 0
    lines = list(csv.DictReader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert len(lines) == 107 and {line["structure"] for line in lines} == {"CCA-R"}
    by = {line["feature"]: line for line in lines}
    volume = by["original_shape_VoxelVolume"]
    assert (volume["IBSI"], volume["cases"], volume["agreement"]) == ("YEKZ", "6", "good")
    assert float(volume["low 95 %"]) < float(volume["ICC(2,1)"]) <= float(volume["high 95 %"]) <= 1
    said = capsys.readouterr().out
    assert "CCA-R" in said and "107" in said and "excellent" in said


def test_it_needs_five_cases_with_two_masks_and_settings_that_hold(cohort, tmp_path):
    folder = tmp_path / "few"
    write_study(folder / "studies" / "1")
    write_nifti(folder / "masks/1.nii.gz", vessel_labels())
    table = write_tables(folder, [row_of(1)])
    (folder / "radiomics.toml").write_text(SETTINGS, encoding="utf-8")
    with pytest.raises(InputError, match="0 cases have masks of two readers, at least 5"):
        run_command(command(table, "--out", str(tmp_path / "x.csv")))
    narrow = tmp_path / "narrow.toml"
    narrow.write_text("bin_width = 0.01\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"C1, CCA-R: .* grey levels, at most 1024; take wider bins"):
        run_command(["reader-agreement", str(cohort), "--settings", str(narrow), "--out", str(tmp_path / "x.csv")])
    narrow.write_text("bins = 3\n", encoding="utf-8")
    with pytest.raises(InputError, match="bins"):
        run_command(["reader-agreement", str(cohort), "--settings", str(narrow), "--out", str(tmp_path / "x.csv")])
