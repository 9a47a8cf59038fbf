"""Records that version 0.1 of the program wrote are read, stored and printed as they were."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cases import CaseStore, new_case
from desktop.earlier_records import upgraded
from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json
from desktop.report.plain import plain_text
from desktop.report.sections import Fallback, NomogramContent
from desktop.standing import standing_of
from inference.errors import InputError
from inference.reading import to_plain
from tests.helpers.content import bars_of, changes_of, section_of
from tests.helpers.earlier import as_version_0_1

RECORDS = sorted((Path(__file__).parent / "version-0.1").glob("*.json"))
TRAINED, BESIDE = "trained", "beside-a-refusal"


def record(name: str) -> Path:
    (found,) = (path for path in RECORDS if path.stem == name)
    return found


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_figure_of_an_old_record_is_at_its_new_place(path):
    old = json.loads(path.read_text(encoding="utf-8"))
    again = as_version_0_1(to_plain(read_outcome(path)))
    for given, found in ((old, again), (old["fallback"] or {}, again["fallback"] or {})):
        kept = [name for name in given if name not in ("pack", "fallback")]  # manifests grow
        assert {name: found[name] for name in kept} == {name: given[name] for name in kept}


def test_what_an_old_record_printed_it_prints_again():
    trained = build_content(read_outcome(record(TRAINED)), Language("en"))
    assert (trained.banner.figure, trained.banner.figure_note) == ("4.6 %", "95 % interval 1.3 % to 15 %")
    assert (trained.banner.ratio, trained.banner.ratio_note) == ("× 17", "95 % interval × 4.77 to × 56")
    assert [(bar.label, bar.factor) for bar in bars_of(trained)] == [("Image signature", "× 12"), ("c", "× 1.54")]
    beside = section_of(build_content(read_outcome(record(BESIDE)), Language("en")), Fallback).content
    assert (beside.banner.figure, beside.banner.ratio) == ("0.36 %", "× 1.33")
    assert [(change.label, change.after, change.figure) for change in changes_of(beside)] == [("drug", "no", "0.18 %")]
    assert section_of(beside, NomogramContent).total is None
    assert "1 of 2" in " ".join(beside.banner.lines)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_stored_case_of_the_version_before_reads_as_its_file_does(path, tmp_path, monkeypatch):
    outcome = read_outcome(path)
    monkeypatch.setattr("desktop.record.record_of", lambda _: path.read_text(encoding="utf-8"))
    with CaseStore(tmp_path / "cases.sqlite") as store:
        case = store.save(replace(new_case("p"), outcome=outcome, state="answered"))
        assert store.get(case.id).outcome == outcome
    for code in ("en", "zh"):
        assert plain_text(outcome, Language(code))


def test_a_signature_that_was_given_to_an_old_record_still_holds(tmp_path):
    from desktop.audit import AuditLog
    from desktop.audit_file import sha256
    from inference.outcome import SignOff

    old = json.loads(record(TRAINED).read_text(encoding="utf-8"))
    old["signatures"] = [to_plain(SignOff("radiologist", "Zhang Wei", "2026-11-29T09:00:00+08:00"))]
    path, log = tmp_path / "signed.json", AuditLog(tmp_path / "audit.log")
    path.write_text(json.dumps(old), encoding="utf-8")
    log.append("signed", outcome_sha256=sha256(path.read_bytes()))
    outcome = read_outcome(path)
    assert standing_of(log.path, outcome, [path.read_bytes()]).confirmed
    assert not standing_of(log.path, replace(outcome, version=2), [path.read_bytes()]).confirmed


def test_a_record_of_this_version_is_read_as_it_is(tmp_path):
    plain = to_plain(read_outcome(record(BESIDE)))
    assert upgraded(plain) == plain
    write_json(read_outcome(record(BESIDE)), tmp_path / "new.json")
    assert read_outcome(tmp_path / "new.json") == read_outcome(record(BESIDE))


@pytest.mark.parametrize("name", ["tier", "tier_high", "ratio", "log_odds", "contributions", "nomogram", "what_if"])
def test_what_an_old_record_lacks_is_named_and_not_filled_in(name, tmp_path):
    old = json.loads(record(TRAINED).read_text(encoding="utf-8"))
    del old["risk"][name]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(path)
    assert caught.value.code == "schema.invalid"
    assert str(caught.value.parameters["field"]).startswith("risk.")


@pytest.mark.parametrize("risk", ["none", 3, [], {}, {"tiers": 3}, {"tiers": [3]}, {"tiers": [{"begins": {}}]}])
def test_a_risk_of_no_shape_at_all_is_refused(risk, tmp_path):
    old = json.loads(record(TRAINED).read_text(encoding="utf-8"))
    path = tmp_path / "old.json"
    path.write_text(json.dumps({**old, "risk": risk, "fallback": {"risk": risk}}), encoding="utf-8")
    with pytest.raises(InputError):
        read_outcome(path)
