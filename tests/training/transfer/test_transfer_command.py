"""``precontrast-train transfer-labels``: one line a patient, taken up where it was, whatever fails."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from inference.volume import Grid, Volume
from training.cli import main
from training.cohort.masks import read_mask
from training.errors import BadInput
from training.recipes.hu2025 import HU2025
from training.transfer import command
from training.transfer.carry import Carried, Refused
from training.transfer.grow import Grown
from training.transfer.match import Numbers
from training.transfer.table import read_pairs

GRID = Grid((-20.0, -30.0, 5.0), (2.0, 1.0, 1.0), (16, 24, 30))
NUMBERS = Numbers(0.7, 0.98, 4.0, 3.0, 1.0, 3.0, (0.7, 1.3), 1.0)
LABELS = {structure: value for value, structure in enumerate(HU2025.structure_ids, 1)}


def carried():
    labels = np.zeros(GRID.shape, np.uint8)
    for value in range(1, 9):
        labels[2:14, 2 * value : 2 * value + 2, 4:26] = value
    side = Grown(GRID, labels, np.zeros(1), (1.0, 1.0, 0.9, 0.2), (200.0, 120.0, 190.0, float("nan")))
    volume = Volume(np.where(labels > 0, 200, 0).astype(np.int16), GRID)
    return Carried(labels, volume, {"right": side, "left": side}, NUMBERS, 0.83)


@pytest.fixture
def pairs(tmp_path, monkeypatch):
    """Three patients, of whom the second's scans do not match and the third's folder is gone."""
    asked = []

    class NoModel:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    def read(row):
        asked.append(row.patient)
        if row.patient == "P3":
            raise BadInput("gone")
        plain = Volume(np.zeros(GRID.shape, np.int16), GRID)
        return command.Scans(plain, plain, ("1", "2"), "same" if row.patient == "P1" else "unknown")

    def over(_, scans):
        if scans.frame == "same":
            return carried()
        raise Refused("no match: similarity 0.3", NUMBERS)

    monkeypatch.setattr(command, "opened", lambda *_: NoModel())
    monkeypatch.setattr(command, "read_scans", read)
    monkeypatch.setattr(command, "carry_over", over)
    path = tmp_path / "pairs.csv"
    path.write_text("enhanced,patient,plain\ne1,P1,p1\ne2,P2,p2\ne3,P3,p3\n", encoding="utf-8")
    return path, tmp_path / "work", asked


def test_each_patient_is_a_line_and_a_second_run_does_only_what_is_left(pairs, capsys):
    path, work, asked = pairs
    assert main(["transfer-labels", str(path), "--work", str(work), "--quiet", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Masks of 1 of 3 patients" in said and "similarity 0.3" in said
    with (work / "transfer" / "patients.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["patient"], row["state"]) for row in rows] == [("P1", "done"), ("P2", "failed"), ("P3", "failed")]
    assert rows[0]["quality"] == "0.83" and rows[1]["similarity"] == "0.98" and rows[2]["reason"] == "gone"
    kept = json.loads((work / "transfer" / "patients" / "P1.json").read_text(encoding="utf-8"))
    assert kept["sides"]["left"]["SCV"] == {"told": 0.2, "blood_hu": None}
    assert (work / "transfer" / "pages" / "P1.png").read_bytes().startswith(b"\x89PNG")
    asked.clear()
    assert main(["transfer-labels", str(path), "--work", str(work), "--quiet", "--lang", "zh"]) == 0
    assert asked == ["P2", "P3"]
    assert "3 名患者中 1 名已生成掩膜" in capsys.readouterr().out


def test_the_masks_are_read_by_a_cohort(pairs):
    path, work, _ = pairs
    main(["transfer-labels", str(path), "--work", str(work), "--quiet"])
    folder = work / "transfer"
    with (folder / "cohort-rows.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert Path(row["study"]).is_absolute()
    found = read_mask(folder / row["mask"], GRID, LABELS, HU2025)
    truth = carried().labels
    assert np.array_equal(found, np.where(truth <= 4, truth, 0))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("patient,plain\nP1,a\n", "columns patient, plain, enhanced"),
        ("patient,plain,enhanced\n", "columns patient, plain, enhanced"),
        ("patient,plain,enhanced\nP1,a,\n", "line 2: a patient needs all"),
        ("patient,plain,enhanced\nP1,a,b\np1,c,d\n", "line 3: patient p1 is listed twice"),
        ("patient,plain,enhanced\n../P1,a,b\n", "line 2, patient"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(tmp_path, text, said):
    (tmp_path / "pairs.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        read_pairs(tmp_path / "pairs.csv")
