"""Corrected contours for the site's own training: with consent only, under pseudonyms, in the form of a cohort."""

import csv
import io
import json
import os
import stat
from dataclasses import replace

import numpy as np
import pytest
import SimpleITK as sitk

from desktop.audit import AuditLog
from desktop.cases import CaseStore, Event, new_case
from desktop.cli import exits
from desktop.cli.main import main
from desktop.language import Language
from desktop.places import default_places
from desktop.training_export import COHORT, IMAGES, prepare, pseudonym, site_key, write
from inference.errors import InputError
from inference.outcome import Edit
from inference.predictors import NumberPredictor
from inference.results import UsedSeries
from inference.segmentation import Segmentation
from inference.site import SiteProfile, TrainingExport, parse_site
from inference.vocabulary import Text
from inference.volume import Grid
from tests.helpers.outcomes import PATIENT
from tests.helpers.vessels import screen_vessels
from training.cohort.settings import CohortSettings
from training.cohort.table import parse_table
from training.recipes.hu2025 import HU2025

AGE = NumberPredictor("age", Text("Age", "年龄"), range=(18.0, 110.0))
WHOLE = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (5, 6, 7))
USED = UsedSeries(
    "ct", "1.2.3", "1.2.3.4", "1.2.9", "A-778", "20260131", "", "", "", 5, WHOLE.spacing_mm, 1.0, False, ()
)
SITE = SiteProfile(name="Example hospital", training_export=TrainingExport(True, "Ethics 2026-14", "2026-02-01"))
LI, WANG = "Li Lei", "=Wang\tFang"


@pytest.fixture
def mask() -> Segmentation:
    part = WHOLE.part(np.s_[1:4, 1:5, 2:6])
    labels = np.zeros(part.shape, np.uint8)
    labels[1, 1:3, 1:3], labels[2, 1:3, 1:3] = 1, 2
    return Segmentation("ct", labels, np.ones(part.shape, np.float32), part, ("artery", "vein"))


@pytest.fixture
def case(clinical_outcome):
    """Li has corrected the vein; the artery is the model's."""
    edits = (Edit("vein", LI, "2026-03-05T08:00:00+08:00"),)
    return replace(
        new_case("cme-literature-prior", ("/ct/张伟",)), outcome=replace(clinical_outcome, series=(USED,), edits=edits)
    )


def version_of(case):
    """Of the pack that the case was opened with, as its manifest has it."""
    return case.outcome.pack.manifest.version


@pytest.fixture
def export(case, mask, tmp_path):
    """Export what is changed of the case into a folder; gives its rows."""

    def run(site=SITE, event=None, key="site.key", folder="out", masks=None, **changes):
        outcome = replace(case.outcome, **changes)
        masks = {"vessels": mask} if masks is None else masks
        prepared = prepare(replace(case, outcome=outcome), masks, event, site, tmp_path / key)
        write(prepared, outcome.pack.manifest, Language("en"), tmp_path / folder, {"ct": WHOLE})
        return table(tmp_path / folder / COHORT)

    return run


def table(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def edited(*parts: tuple[str, str, str]):
    return {"edits": tuple(Edit(name, by, "2026-03-05T08:00:00+08:00", how) for name, by, how in parts)}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"site": SiteProfile()}, "training.not-allowed"),
        ({"site": replace(SITE, training_export=replace(SITE.training_export, allowed=False))}, "training.not-allowed"),
        ({"edits": ()}, "training.not-corrected"),
        (edited(("another", LI, "edited")), "training.not-corrected"),
        ({"masks": {}}, "training.not-corrected"),
        ({"simulated": True}, "training.simulated"),
        ({"series": (replace(USED, simulated=True),)}, "training.simulated"),
    ],
)
def test_nothing_leaves_without_consent_or_a_readers_hand_or_of_nobody(export, tmp_path, changes, code):
    with pytest.raises(InputError) as caught:
        export(**changes)
    assert caught.value.code == code
    assert not (tmp_path / "out").exists()
    assert Language("en").error(caught.value) and Language("zh").error(caught.value)


def test_a_row_names_reader_and_origin_and_neither_patient_nor_place(export, case, tmp_path, mask):
    (row,) = export(event=Event(True))
    assert (row["outcome"], row["reader"], row["centre"], row["split"]) == ("1", LI, "Example hospital", "")
    assert row["origin"] == f"corrected from cme-literature-prior {version_of(case)}: vein"
    assert (row["case"][0], row["patient"][0], row["study"]) == ("C", "P", f"ct/{row['case']}")
    drawn = sitk.GetArrayFromImage(sitk.ReadImage(str(tmp_path / "out" / row["mask"])))
    assert drawn.shape == WHOLE.shape
    assert np.array_equal(drawn[1:4, 1:5, 2:6], mask.labels)
    (image,) = table(tmp_path / "out" / IMAGES)
    assert image == {"case": row["case"], "study_uid": "1.2.3", "series_uid": "1.2.3.4", "slices": "5"}
    written = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    said = "".join(str(file) for file in written) + "".join(
        f.read_text("latin-1") for f in written if f.suffix != ".gz"
    )
    for private in (PATIENT.name, "张伟", PATIENT.id, PATIENT.birth_date, "A-778", "/ct/"):
        assert private.encode().decode("latin-1") not in said and private not in said


def test_the_table_is_one_that_the_factory_reads(export, tmp_path):
    export(event=Event(False))
    *_, row = export(event=Event(True), **edited(("vein", WANG, "edited")))
    told = ("cme", Text("Leak", "外渗"), 0.0027, "register", False, (AGE,))
    settings = CohortSettings(HU2025, Text("Ours", "本院"), *told)
    path = tmp_path / "out" / COHORT
    # What the site knew of its patients it adds itself, in columns of its own.
    header, *rows = path.read_bytes().decode("utf-8-sig").splitlines()
    parsed = parse_table("\n".join([f"{header},age", *(f"{line},71" for line in rows)]), settings, path)
    (read,) = parsed.cohort.cases
    # What happened was learnt between the two readers, and is so for both.
    assert (parsed.faults, read.outcome, list(read.masks)) == ((), 1, [LI, "Wang Fang"])
    assert (read.id, read.patient) == (row["case"], row["patient"])
    assert all(mask.is_file() for mask in read.masks.values())


def test_a_patient_has_one_name_at_a_site_and_another_at_each_other_site(export):
    (first,) = export(folder="a")
    (again,) = export(folder="b", series=(replace(USED, series_uid="1.2.3.5"),))
    (elsewhere,) = export(folder="c", key="other.key")
    assert first["patient"] == again["patient"] != elsewhere["patient"]
    assert len({first["case"], again["case"], elsewhere["case"]}) == 3
    (unknown,) = export(folder="d", patient=replace(PATIENT, id="", name="", birth_date=""))
    (named,) = export(folder="e", patient=replace(PATIENT, id=""))
    assert len({first["patient"], unknown["patient"], named["patient"]}) == 3


def test_rows_are_replaced_by_case_and_reader_and_columns_that_the_site_added_stay(export, case, tmp_path):
    export(**edited(("vein", LI, "edited")))
    path = tmp_path / "out" / COHORT
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    path.write_text(f"{lines[0]},age [a]\n{lines[1]},71\n", encoding="utf-8")
    first, second = export(event=Event(False), **edited(("vein", WANG, "edited"), ("artery", WANG, "drawn")))
    assert (first["reader"], first["age [a]"], second["reader"], second["age [a]"]) == (LI, "71", "Wang Fang", "")
    pack = f"cme-literature-prior {version_of(case)}"
    assert second["origin"] == f"corrected from {pack}: vein; drawn beside {pack}: artery"
    assert first["mask"] != second["mask"] and first["case"] == second["case"]
    again, _ = export(event=Event(True), **edited(("vein", LI, "edited")))
    assert (again["outcome"], again["age [a]"]) == ("1", "71")
    assert len(table(tmp_path / "out" / IMAGES)) == 1


@pytest.mark.parametrize("text", [b"case,reader\r\n", b"\xff\xfe", b"case,case\r\n", b"{header}\r\nC1,P1\r\n"])
def test_another_table_is_left_as_it_is_and_nothing_is_written(export, tmp_path, text):
    export(folder="first")
    header = (tmp_path / "first" / COHORT).read_bytes().splitlines()[0]
    path = tmp_path / "out" / COHORT
    path.parent.mkdir()
    path.write_bytes(text.replace(b"{header}", header))
    before = path.read_bytes()
    with pytest.raises(InputError) as caught:
        export()
    assert (caught.value.code, path.read_bytes(), (tmp_path / "out" / "masks").exists()) == (
        "training.other-table",
        before,
        False,
    )


def test_the_key_of_the_names_is_made_once_for_the_user_alone_and_never_guessed(tmp_path):
    path = tmp_path / "data" / "pseudonyms.key"
    key = site_key(path)
    assert (len(key), site_key(path)) == (32, key)
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pseudonym(key, "P", "a", "bc") != pseudonym(key, "P", "ab", "c")
    path.write_bytes(key[:-1])
    with pytest.raises(InputError, match=r"training\.key-damaged"):
        site_key(path)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ('allowed = true\nby = " "\nsince = "2026-02-01"', "training_export.by"),
        ('allowed = true\nby = "Ethics"\nsince = "February"', "training_export.since"),
        ("allowed = true", "training_export.by"),
        ('allowed = "perhaps"\nby = "Ethics"\nsince = "2026-02-01"', "training_export.allowed"),
    ],
)
def test_a_consent_says_who_gave_it_and_since_when(given, field):
    with pytest.raises(InputError) as caught:
        parse_site(f"[training_export]\n{given}\n", "site.toml")
    assert caught.value.parameters["field"] == field


@pytest.fixture
def stored(case, mask, tmp_path, monkeypatch):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "家"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    monkeypatch.setattr("desktop.cli.training.grids_of", lambda case, console: {"ct": WHOLE})
    outcome = replace(screen_vessels(), series=(USED,), edits=case.outcome.edits)
    with CaseStore(default_places().cases) as store:
        saved = store.save(replace(case, outcome=outcome))
        store.save_masks(saved.id, {"vessels": mask})
    return saved


def test_the_command_asks_the_site_logs_and_writes(stored, tmp_path, capsys):
    arguments = ["cases", "export-training", stored.id[:8], "--out", str(tmp_path / "out")]
    assert main(arguments) == exits.BAD_INPUT
    assert "[training_export]" in capsys.readouterr().err
    assert not default_places().audit.exists()
    site = tmp_path / "site.toml"
    site.write_text('[training_export]\nallowed = true\nby = "Ethics 14"\nsince = "2026-02-01"\n', encoding="utf-8")
    assert main([*arguments, "--site", str(site), "--json"]) == exits.ANSWER
    told = json.loads(capsys.readouterr().out)
    (row,) = table(tmp_path / "out" / COHORT)
    assert told["cases"] == [row["case"]] and str(tmp_path / "out" / COHORT) in told["files"]
    (line,) = AuditLog(default_places().audit).entries()
    details = {name: line.details[name] for name in ("what", "case", "masks", "names")}
    assert (line.action, details) == (
        "exported",
        {"what": "training", "case": stored.id, "masks": 1, "names": [row["case"]]},
    )
