"""Signatures on paper: only those that the audit log knows."""

import hashlib
import json
from dataclasses import replace

import pypdfium2
import pytest

from desktop.audit import AuditLog, details_of
from desktop.audit_file import seal_file
from desktop.cli.main import main
from desktop.language import Language
from desktop.places import default_places
from desktop.record import record_of
from desktop.report.build import build_content
from desktop.report.document import write_json
from desktop.report.standing import UNQUESTIONED, Standing
from desktop.standing import SignedRecords, standing_of
from inference.outcome import SignOff, Tick
from tests.helpers.outcomes import PATIENT

pytestmark = pytest.mark.slow

SIGNATURE = SignOff("radiologist", "Dr. Reader", "2026-03-01T10:00:00+08:00")


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))


@pytest.fixture
def signed(clinical_outcome):
    return replace(clinical_outcome, ticks=(Tick(0, "DR", SIGNATURE.time),), signatures=(SIGNATURE,))


@pytest.fixture
def log(tmp_path):
    return AuditLog(default_places().audit, "a")


def reprinted(outcome, tmp_path, capsys, language: str = "en") -> tuple[str, str]:
    """What the terminal says, and what the first page says."""
    write_json(outcome, tmp_path / "record.json")
    command = ["reprint", str(tmp_path / "record.json"), "--lang", language, "--out", str(tmp_path / "out")]
    assert main(command) == 0
    with pypdfium2.PdfDocument(tmp_path / "out" / "report.pdf") as document:
        page = document[0].get_textpage().get_text_range()
    return capsys.readouterr().out, page


def test_a_record_that_was_signed_here_reprints_as_signed(signed, log, tmp_path, capsys):
    log.append("signed", **details_of(signed))
    said, page = reprinted(signed, tmp_path, capsys)
    assert "NOT CONFIRMED" not in said + page
    assert "Dr. Reader" in page


@pytest.mark.parametrize(
    ("change", "code"),
    [("nothing logged", "en"), ("another patient", "zh"), ("another signer", "en"), ("log changed", "zh")],
)
def test_no_other_record_reprints_as_signed(signed, log, tmp_path, capsys, change, code):
    if change != "nothing logged":
        log.append("signed", **details_of(signed))
    if change == "another patient":
        signed = replace(signed, patient=replace(PATIENT, name="Somebody Else", id="X-1"))
    elif change == "another signer":
        signed = replace(signed, signatures=(replace(SIGNATURE, name="Dr. Reader II"),))
    elif change == "log changed":
        log.path.write_bytes(log.path.read_bytes().replace(b'"user": "a"', b'"user": "b"'))
    said, page = reprinted(signed, tmp_path, capsys, code)
    words = Language(code).text("report.not-confirmed")
    assert words in said
    assert words in page.replace("\r\n", "")
    assert "Dr. Reader" not in page


def test_an_unsigned_record_needs_no_confirmation(clinical_outcome, log):
    log.append("screened", **details_of(clinical_outcome))
    found = standing_of(log.path, clinical_outcome)
    assert (found.confirmed, found.count, len(found.head)) == (True, 1, 64)
    assert standing_of(log.path.with_name("none"), clinical_outcome).count == 0


def test_a_tick_after_the_signature_keeps_it_confirmed(signed, log):
    log.append("signed", **details_of(signed))
    later = replace(signed, ticks=(*signed.ticks, Tick(1, "DR", "2026-03-01T10:05:00+08:00")))
    assert not standing_of(log.path, later).confirmed
    log.append("ticked", **details_of(later))
    assert standing_of(log.path, later).confirmed


def test_the_report_says_where_the_audit_log_stood(clinical_outcome, log, tmp_path, capsys):
    write_json(clinical_outcome, tmp_path / "record.json")
    assert main(["reprint", str(tmp_path / "record.json"), "--lang", "en", "--out", str(tmp_path / "out")]) == 0
    found = standing_of(log.path, clinical_outcome)
    with pypdfium2.PdfDocument(tmp_path / "out" / "report.pdf") as document:
        text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    assert "".join(Language("en").text("report.audit-head", count=1, digest=found.head[:32]).split()) in text
    assert log.entries()[0].action == "reprinted"


def test_what_an_earlier_version_signed_is_confirmed_by_the_record_as_it_was_written(signed, log):
    written = json.dumps(json.loads(record_of(signed)), indent=1).encode()
    log.append("signed", outcome_sha256=hashlib.sha256(written).hexdigest())
    assert not standing_of(log.path, signed).confirmed
    assert standing_of(log.path, signed, [written]).confirmed
    other = replace(signed, patient=replace(PATIENT, id="X-1"))
    assert not standing_of(log.path, other, [written]).confirmed


@pytest.mark.parametrize("change", ["a later line", "an earlier line changed", "cut", "seal gone", "put back"])
def test_a_log_that_is_looked_at_again_is_judged_as_at_first(signed, log, change):
    log.append("screened")
    log.append("signed", **details_of(signed))
    again = SignedRecords(log.path)
    assert standing_of(again, signed) == standing_of(log.path, signed) != UNQUESTIONED
    data = log.path.read_bytes()
    if change == "a later line":
        log.append("printed")
    elif change == "an earlier line changed":
        log.path.write_bytes(data.replace(b'"screened"', b'"printed!"'))
    elif change == "cut":
        log.path.write_bytes(data[: data.index(b"\n") + 1])
    elif change == "seal gone":
        seal_file(log.path).unlink()
    else:
        log.path.write_bytes(data[:40])
        assert not standing_of(again, signed).confirmed
        log.path.write_bytes(data)
    found = standing_of(again, signed)
    assert found == standing_of(log.path, signed)
    assert found.confirmed == (change in ("a later line", "put back"))


def test_who_has_compared_the_patient_stands_on_the_page_until_that_is_withdrawn(log, clinical_outcome):
    records = SignedRecords(log.path)
    log.append("identity-checked", case="a", initials="LN")
    log.append("identity-checked", case="b", initials="ZW")
    records.look()
    assert {case: tick.initials for case, tick in records.identities.items()} == {"a": "LN", "b": "ZW"}
    content = build_content(clinical_outcome, Language("en"), standing=Standing(identity=records.identities["a"]))
    assert content.identity[0] == "LN"
    signed_before = replace(clinical_outcome, signatures=(replace(SIGNATURE, time="2020-01-01T10:00:00+08:00"),))
    late = Standing(identity=records.identities["a"])
    assert build_content(signed_before, Language("en"), standing=late).identity == ()
    log.append("identity-withdrawn", case="a")
    records.look()
    assert list(records.identities) == ["b"]
    assert build_content(clinical_outcome, Language("en")).identity == ()
    log.path.write_bytes(log.path.read_bytes().replace(b"ZW", b"ZZ"))
    records.look()
    assert records.identities == {}


def test_a_record_printed_again_keeps_the_tick_of_who_compared_the_patient_of_its_case(signed, log):
    log.append("identity-checked", case="a", initials="LN")
    log.append("identity-checked", case="b", initials="ZW")
    log.append("signed", case="a", **details_of(signed))
    found = standing_of(log.path, signed)
    assert found.identity.initials == "LN"
    assert standing_of(log.path, replace(signed, version=2)).identity is None
    log.append("identity-withdrawn", case="a")
    assert standing_of(log.path, signed).identity is None
