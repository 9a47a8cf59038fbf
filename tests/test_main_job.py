"""The main job on the phantom: a folder of DICOM in, a two-page report or a clear reason out."""

import json
import shutil
import socket

import numpy as np
import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.phantom_study import write_study
from desktop.places import bundled, default_places
from inference.phantom.body import make_body
from inference.phantom.render import render
from inference.volume import Volume
from tests.helpers.engines import remember_engines
from tests.helpers.pages import UNSEEN, look_alike, pixels, texts

pytestmark = pytest.mark.slow

DEMO = bundled("demo")
LINE_PX = 25
"""Height of a line of small print on a page drawn as PNG."""
ANSWERS = ["--answers", str(DEMO / "answers.json"), "--site", str(DEMO / "site.toml")]


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRECONTRAST_HOME", str(tmp_path_factory.mktemp("home")))
        remember_engines(default_places().engine_memory)
        yield


@pytest.fixture(scope="module")
def phantom():
    return render()


@pytest.fixture(scope="module")
def enhanced():
    """The phantom with contrast medium in its vessels."""
    return render(enhanced_hu=180.0)


@pytest.fixture(scope="module")
def study(phantom, tmp_path_factory):
    folder = tmp_path_factory.mktemp("study") / "测试 é"
    write_study(phantom, folder)
    return folder


@pytest.fixture(scope="module")
def enhanced_study(enhanced, tmp_path_factory):
    """Of the enhanced phantom, whose header names no agent."""
    folder = tmp_path_factory.mktemp("enhanced")
    write_study(enhanced, folder)
    return folder


@pytest.fixture(scope="module")
def answered(study, tmp_path_factory):
    """Exit code and folder of one screening of the phantom; no socket may be opened on the way."""
    out = tmp_path_factory.mktemp("报告 é")

    def refuse(*arguments, **options):
        raise AssertionError("a socket was opened")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", refuse)
        patch.setattr(socket, "create_connection", refuse)
        code = main(["screen", str(study), *ANSWERS, "--lang", "zh", "--quiet", "--png", "--out", str(out)])
    return code, out


def record_of(folder) -> dict:
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def line_by_line(report) -> list[str]:
    return "\n".join(texts(report)).splitlines()


def refused(study, out, *more) -> dict:
    """The record of a screening that must be refused."""
    assert main(["screen", str(study), "--quiet", "--lang", "en", "--out", str(out), *more]) == exits.REFUSED
    record = record_of(out)
    assert record["risk"] is None
    return record


def blocking(record: dict) -> set[str]:
    return {finding["code"] for finding in record["findings"] if finding["severity"] == "blocking"}


def test_the_phantom_is_answered_in_two_pages(answered):
    code, out = answered
    assert code == exits.ANSWER
    assert len(list(out.glob("*.png"))) == 2
    pages = texts(out / "report.pdf")
    assert len(pages) == 2
    assert all("仅供科研" in page for page in pages)
    assert "仿真训练" in pages[0]
    assert "右颈内静脉" in pages[1]


def test_the_vessels_of_the_phantom_are_found_where_they_are_drawn(answered, phantom):
    # Diameters of the drawn tubes within the networks' voxel of 1.25 to 2 mm.
    drawn = {name: tube for name, tube in make_body(1.0, vessels=False).tubes.items() if name.endswith("-R")}
    measures = {m["structure"]: m for m in record_of(answered[1])["measures"]}
    assert set(measures) == {"CCA-R", "IJV-R", "SCA-R", "SCV-R"}
    for name, measure in measures.items():
        diameter = 2 * float(np.median(drawn[name].radius))
        assert measure["mean_diameter_mm"] == pytest.approx(diameter, abs=2.5), name
        assert 20 < measure["mean_hu"] < 60


def test_the_record_says_what_was_really_used(answered):
    record = record_of(answered[1])
    assert record["pack"]["signed_by"] == "precontrast"
    assert {use["precision"].split("/")[0] for use in record["engines"]} == {"int8"}
    assert all(len(use["sha256"]) == 64 for use in record["engines"])


def test_the_record_prints_the_same_report_again(answered, tmp_path):
    _, out = answered
    assert main(["reprint", str(out / "report.json"), "--lang", "zh", "--quiet", "--png", "--out", str(tmp_path)]) == 0
    pages = sorted(out.glob("*.png"))
    assert [page.name for page in pages] == sorted(page.name for page in tmp_path.glob("*.png"))
    assert look_alike(tmp_path / pages[0].name, pages[0])
    apart = np.flatnonzero((np.abs(pixels(tmp_path / pages[1].name) - pixels(pages[1])) > UNSEEN).any(axis=(1, 2)))
    assert np.ptp(apart) < LINE_PX
    first, again = (line_by_line(folder / "report.pdf") for folder in (out, tmp_path))
    # Each names the line of the audit log that it stands on; a reprint has a line of its own.
    differing = [(old, new) for old, new in zip(first, again, strict=True) if old != new]
    assert [[line.split()[0] for line in pair] for pair in differing] == [["审计日志", "审计日志"]]


def test_the_image_figures_are_not_part_of_the_probability(answered, tmp_path):
    arguments = ["screen", "--pack", "cme-literature-prior", *ANSWERS, "--quiet", "--out", str(tmp_path)]
    assert main(arguments) == exits.ANSWER
    # Height and weight come from the header of the phantom and from the answers alike.
    alone, beside_images = (record_of(folder)["risk"]["estimate"]["probability"] for folder in (tmp_path, answered[1]))
    assert alone == pytest.approx(beside_images)


@pytest.mark.parametrize(
    ("agent", "code"), [("", "contrast.present-tag-silent"), ("Omnipaque 350", "contrast.present")]
)
def test_contrast_medium_in_the_blood_is_refused_whatever_the_header_says(
    agent, code, enhanced, enhanced_study, tmp_path
):
    study = enhanced_study
    if agent:
        write_study(enhanced, study := tmp_path / "study", agent)
    record = refused(study, tmp_path / "out")
    assert code in blocking(record)
    assert record["fallback"]["risk"] is not None


def test_a_header_that_names_an_agent_beside_plain_blood_is_reported(phantom, tmp_path):
    write_study(phantom, tmp_path / "study", "Omnipaque 350")
    assert main(["screen", str(tmp_path / "study"), "--quiet", "--out", str(tmp_path / "out")]) == exits.ANSWER
    assert "contrast.tag-disagrees" in {f["code"] for f in record_of(tmp_path / "out")["findings"]}


def test_missing_slices_in_the_inlet_are_refused(study, tmp_path):
    files = sorted(study.iterdir())
    left = [*files[:52], *files[54:]]
    assert len(left) > 60
    (tmp_path / "study").mkdir()
    for file in left:
        shutil.copy(file, tmp_path / "study")
    assert "series.gap-in-region" in blocking(refused(tmp_path / "study", tmp_path / "out"))


def test_a_scan_that_ends_below_the_inlet_is_refused(phantom, tmp_path):
    box = (slice(0, 36), *(slice(0, n) for n in phantom.grid.shape[1:]))
    below = Volume(phantom.hu[box], phantom.grid.part(box), None)
    write_study(below, tmp_path / "study")
    found = blocking(refused(tmp_path / "study", tmp_path / "out"))
    assert found & {"region.not-in-view", "region.not-recognised", "region.not-covered"}


def test_a_refusal_without_fallback_has_no_figure_at_all(enhanced_study, tmp_path):
    record = refused(enhanced_study, tmp_path / "out", "--no-fallback")
    assert record["fallback"] is None
    assert "NO IMAGE-BASED RISK" in texts(tmp_path / "out" / "report.pdf")[0]


@pytest.mark.parametrize(
    ("pack", "given"), [("ich-brain", {"volume_ml": 15}), ("cme-literature-prior", {"age": 63, "volume_ml": 80})]
)
def test_the_demonstration_answers_what_the_pack_asks_as_the_pack_means_it(pack, given, tmp_path):
    # A haematoma's volume has the same name as that of the contrast medium.
    assert main(["demo", "--pack", pack, "--quiet", "--out", str(tmp_path)]) == exits.ANSWER
    answers = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))["answers"]
    assert answers.items() >= given.items()
    assert not (tmp_path / "study").exists()
    assert record_of(tmp_path)["pack"]["manifest"]["id"] == pack
