"""The main job on real series, as a user runs it. What must happen is fixed by what is in the scans."""

import json
from pathlib import Path

import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.places import default_places
from tests.helpers.engines import remember_engines
from tests.helpers.pages import texts

SHARED = Path(__file__).parents[2] / "shared"
DEMO = Path(__file__).parents[1] / "resources" / "demo"

ODD = (
    "ge-head-tilt-uneven",
    "totalsegmentator-abdomen-j2k",
    "dicom2nifti-failing/gantrytilting/001",
    "dicom2nifti-failing/notavolume/001",
    "dicom2nifti-failing/slicecount/001",
    "dicom2nifti-failing/sliceincrement/001",
    "dicom2nifti-failing/sliceincrement/002",
    "dicom2nifti-failing/sliceorientation/001",
)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared beside the project"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRECONTRAST_HOME", str(tmp_path_factory.mktemp("home")))
        remember_engines(default_places().engine_memory)
        yield


def screened(series: Path, out: Path, *more: str) -> tuple[int, dict]:
    """Exit code and record of ``precontrast screen`` with what any console knows."""
    answers = out.parent / f"{out.name}-answers.json"
    answers.write_text('{"answers": {"diabetes": "no", "flush": "yes", "agent": "iohexol"}}', encoding="utf-8")
    given = ["--answers", str(answers), "--site", str(DEMO / "site.toml"), "--quiet"]
    code = main(["screen", str(series), *given, "--out", str(out), *more])
    record = out / "report.json"
    return code, json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}


def codes(record: dict, severity: str) -> set[str]:
    return {finding["code"] for finding in record["findings"] if finding["severity"] == severity}


@pytest.mark.parametrize("name", ["nlst-101287", "acrin-042"])
def test_an_unenhanced_chest_gets_a_report_with_measured_vessels(name, tmp_path):
    code, record = screened(SHARED / "ct" / name, tmp_path, "--lang", "zh")
    assert code == exits.ANSWER, codes(record, "blocking")
    assert {"contrast.none", "region.sides"} <= codes(record, "pass")
    assert "series.old-images" in codes(record, "warning")
    assert "region.covered" in codes(record, "pass") or "region.neck-short" in codes(record, "note")
    assert [measure["found"] for measure in record["measures"]] == [True] * 4
    assert record["risk"] is not None
    assert (
        main(["reprint", str(tmp_path / "report.json"), "--lang", "en", "--quiet", "--out", str(tmp_path / "en")]) == 0
    )
    for folder, word in ((tmp_path, "仅供科研"), (tmp_path / "en", "RESEARCH USE ONLY")):
        assert all(word in page for page in texts(folder / "report.pdf"))


def test_a_tumour_that_hides_the_right_side_gets_no_image_based_answer(tmp_path):
    code, record = screened(SHARED / "ct" / "lidc-0314-upper", tmp_path)
    assert code == exits.REFUSED
    assert record["risk"] is None
    assert any(c.startswith(("region.", "vessel.")) for c in codes(record, "blocking"))
    assert record["fallback"]["risk"] is not None


def test_an_enhanced_abdomen_is_the_wrong_region(tmp_path):
    code, record = screened(SHARED / "ct" / "crlm-1004-abdomen-contrast", tmp_path)
    assert code == exits.REFUSED
    assert record["risk"] is None
    assert "region.not-in-view" in codes(record, "blocking")
    assert "series.contrast-tag" in codes(record, "note")


@pytest.mark.parametrize("name", ODD)
def test_an_odd_series_is_refused_with_a_reason(name, tmp_path, capsys):
    code, record = screened(SHARED / "odd-dicom" / name, tmp_path, "--lang", "en")
    assert code in (exits.REFUSED, exits.BAD_INPUT)
    assert record.get("risk") is None
    said = "".join(capsys.readouterr())
    assert "internal error" not in said
    assert said.startswith("error: ") if code == exits.BAD_INPUT else codes(record, "blocking")
