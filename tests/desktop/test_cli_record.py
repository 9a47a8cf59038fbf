"""Reprinting: a record that is damaged or contradicts itself is refused, and the field is named."""

import base64
import copy
import json
import struct
import zlib

import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.report.document import read_outcome
from inference.errors import InputError
from inference.reading import to_plain
from inference.site import SiteProfile
from tests.helpers.outcomes import ANSWERS, screen

PNG = base64.b64encode(b"not a picture").decode()


def huge_png() -> str:
    """A small file that says that it has 30,000 times 30,000 pixels."""
    head = b"IHDR" + struct.pack(">2I5B", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunks = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunks).decode()


BY_TREES = {
    "kind": "attributions",
    "scale": "log-odds",
    "base": 0.0,
    "parts": [{"predictor": "age", "value": 63.0, "amount": 0.1}],
}
PICTURE = {"png": PNG, "pixel_mm": [1, 1], "plane": "axial", "place_mm": 0, "slice_number": 1}


@pytest.fixture(scope="module")
def record(clinical_outcome) -> dict:
    return to_plain(clinical_outcome)


@pytest.fixture
def refused_field(tmp_path):
    def read(data: dict) -> str:
        path = tmp_path / "report.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_outcome(path)
        assert caught.value.code == "record.damaged"
        return caught.value.parameters["field"]

    return read


def changed(record: dict, place: str, value) -> dict:
    """A copy with the value at a place such as ``risk.explanation.contributions.0.predictor`` replaced."""
    data = copy.deepcopy(record)
    *way, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    part = data
    for step in way:
        part = part[step]
    part[last] = value
    return data


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        ("risk.estimate.tier.id", "none-such", "risk.estimate.tier.id"),
        ("risk.estimate.tier.low", "none-such", "risk.estimate.tier.low"),
        ("answers.0.predictor", "none-such", "answers: none-such"),
        ("answers.0.value", "word", "answers: age"),
        ("answers", [], "answers"),
        ("risk.explanation.contributions", [], "risk.explanation.contributions"),
        ("risk.explanation.contributions.0.predictor", "none-such", "risk.explanation.contributions: none-such"),
        ("risk.explanation.contributions.0.log_odds", 1e300, "risk.explanation.contributions: age"),
        ("risk.explanation.nomogram.rows", [], "risk.explanation.nomogram"),
        ("risk.explanation.nomogram.rows.0.points", [], "risk.explanation.nomogram"),
        ("risk.explanation.nomogram.log_odds_per_point", 1e300, "risk.explanation.nomogram"),
        ("risk.explanation.what_if.0.predictor", "none-such", "risk.explanation.what_if: none-such"),
        ("risk", None, "risk"),
        ("kind", "refusal", "kind"),
        ("findings", [{"code": "none.such", "severity": "note"}], "findings: none.such"),
        ("findings", [{"code": "none.such", "severity": "blocking"}], "findings: none.such"),
        ("pictures", [PICTURE], "pictures[0]"),
        ("pictures", [{**PICTURE, "png": "%"}], "pictures[0]"),
        ("pictures", [{**PICTURE, "png": huge_png()}], "pictures[0]"),
        ("pictures", [PICTURE] * 100, "pictures"),
        ("software", "x" * 30_000, "software"),
        ("site.protocol", {"en": "x" * 30_000, "zh": "x"}, "site.protocol.en"),
        ("seconds", {"load": 1e300}, "seconds.load"),
        ("measures", [{"structure": "none-such", "found": True}], "measures: none-such"),
        ("results.0.step", "none-such", "results: none-such.value"),
        ("patient.age_years", "inf", "patient.age_years"),
        ("seconds", {"load": "nan"}, "seconds.load"),
    ],
)
def test_a_damaged_part_is_named(record, refused_field, place, value, field):
    assert refused_field(changed(record, place, value)) == field


@pytest.mark.parametrize(
    ("place", "change", "field"),
    [
        ("risk.estimate.tier.id", lambda tier: "low", "risk.estimate.tier"),
        ("risk.population.share_at_or_above", lambda share: 1.1, "risk.population.share_at_or_above"),
        ("risk.population.tiers.0.people", lambda share: 1.5, "risk.population.tiers: high"),
        ("risk.estimate.probability.value", lambda p: 1.01 * p, "risk.estimate.probability"),
        ("risk.estimate.relative.value", lambda ratio: 0.99 * ratio, "risk.estimate.probability"),
        ("risk.estimate.probability.low", lambda p: 0.9, "risk.estimate.probability"),
        ("risk.estimate.probability", lambda p: None, "risk.estimate.probability"),
        ("risk.estimate.probability.low", lambda p: None, "risk.estimate.probability"),
        ("risk.estimate.relative", lambda p: None, "risk.estimate.tier"),
        ("risk.population", lambda people: None, "risk.population"),
        ("risk.explanation", lambda own: BY_TREES, "risk.explanation"),
        ("risk.estimate.relative.high", lambda ratio: 0.0, "risk.estimate.relative"),
        ("risk.population.site_prevalence", lambda rate: 2 * rate, "risk.population.site_prevalence"),
        ("site.prevalence", lambda rate: None, "risk.estimate.probability"),
        ("risk.explanation.log_odds", lambda log_odds: log_odds + 0.1, "risk.explanation.log_odds"),
        ("risk.explanation.unknown", lambda names: [], "risk.explanation.unknown"),
        ("answers.0.value", lambda age: age + 1, "risk.explanation.contributions: age"),
    ],
)
def test_figures_that_contradict_each_other_are_refused(record, refused_field, place, change, field):
    part = record
    for step in place.split("."):
        part = part[int(step) if step.isdigit() else step]
    assert refused_field(changed(record, place, change(part))) == field


def test_without_a_rate_the_ratio_must_fit_the_log_odds(refused_field):
    data = to_plain(screen("cme-literature-prior", ANSWERS, SiteProfile()))
    data["risk"]["estimate"]["relative"]["value"] *= 1.01
    assert refused_field(data) == "risk.estimate.relative"


def test_a_damaged_fallback_is_found(record, refused_outcome, refused_field):
    data = {**to_plain(refused_outcome), "fallback": changed(record, "risk.estimate.tier.id", "none-such")}
    assert refused_field(data) == "risk.estimate.tier.id"


@pytest.mark.parametrize(
    ("pack", "change"),
    [
        ("mremvi-lookup", {"id": "none-such"}),
        ("ich-nag", {"id": "none-such"}),
        ("ich-nag", {"value": "word", "missing": []}),
        ("cmr-ecv", {"value": None, "missing": []}),
    ],
)
def test_a_result_that_no_step_gives_is_refused(refused_field, pack, change):
    data = to_plain(screen(pack, {}))
    data["results"][0].update(change)
    assert refused_field(data).startswith("results: ")


def test_a_damaged_manifest_is_named(record, tmp_path):
    path = tmp_path / "report.json"
    data = changed(record, "pack.manifest.evidence", [])
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(path)
    assert caught.value.code == "schema.reference"


def test_a_damaged_record_is_bad_input_and_leaves_no_report(record, tmp_path, capsys):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(changed(record, "risk.estimate.tier.id", "none-such")), encoding="utf-8")
    assert main(["--lang", "en", "reprint", str(path), "--out", str(tmp_path / "o")]) == exits.BAD_INPUT
    assert "risk.estimate.tier.id does not fit the rest" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_a_sound_record_is_printed_again(record, tmp_path):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert main(["reprint", str(path), "--out", str(tmp_path / "o"), "--paper", "Letter"]) == exits.ANSWER
    assert json.loads((tmp_path / "o/report.json").read_text(encoding="utf-8")) == record


@pytest.mark.parametrize("data", [b"%PDF-1.7 \xe2\xe3", b"# Read me", b"[]", b'{"answers": {"age": 63}}', b'{"kind": '])
def test_a_file_that_is_no_record_is_named_with_the_file_to_choose_instead(data, tmp_path, capsys):
    path = tmp_path / "wrong.json"
    path.write_bytes(data)
    assert main(["--lang", "en", "reprint", str(path), "--out", str(tmp_path / "o")]) == exits.BAD_INPUT
    said = capsys.readouterr().err
    assert f"{path} is not a report record" in said
    assert ".json file saved beside the PDF report" in said
