"""The table for recalibration: every prediction with what happened, and nothing about who it was."""

import csv
import json
from dataclasses import replace

import pytest

from desktop.cases import Event, export_events, new_case
from desktop.cases.export import COLUMNS, versions_of
from inference.errors import InputError

PACK = "cme-literature-prior"


@pytest.fixture
def rows(store, tmp_path):
    def export(pack: str = PACK, version: str | None = None) -> list[dict[str, str]]:
        count = export_events(store, pack, tmp_path / "out.csv", version)
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            found = list(csv.DictReader(file))
        assert len(found) == count
        return found

    return export


def of_version(case, version: str):
    pack = case.outcome.pack
    manifest = replace(pack.manifest, version=version)
    outcome = replace(case.outcome, pack=replace(pack, manifest=manifest))
    return replace(new_case(PACK), outcome=outcome, state="answered")


def test_a_row_is_what_was_predicted_beside_what_happened(store, answered, rows):
    store.save(answered)
    store.record_event(answered.id, Event(True, 35.5, "碘海醇", "右手背", "mild"))
    (row,) = rows()
    outcome, risk = answered.outcome, answered.outcome.risk
    assert tuple(row) == COLUMNS
    assert (row["case"], row["pack"], row["version"]) == (answered.id, PACK, outcome.pack.manifest.version)
    assert (float(row["log_odds"]), float(row["probability"])) == (risk.explanation.log_odds, risk.estimate.chance)
    assert float(row["prevalence"]) == outcome.site.prevalence
    assert (row["outcome"], row["tier"], row["volume_ml"], row["severity"], row["edited"]) == (
        "1",
        risk.estimate.tier.id,
        "35.5",
        "mild",
        "1",
    )


@pytest.mark.parametrize(("event", "cell"), [(Event(True), "1"), (Event(False), "0"), (Event(None), ""), (None, "")])
def test_what_is_not_known_is_left_empty(store, answered, rows, event, cell):
    store.save(answered)
    if event is not None:
        store.record_event(answered.id, event)
    assert rows()[0]["outcome"] == cell


def test_a_prediction_without_log_odds_is_kept_and_leaves_that_cell_empty(store, answered, rows, monkeypatch):
    predicted = {"version": "1.0.0", "log_odds": None, "tier": "high", "probability": 0.25, "prevalence": None}
    monkeypatch.setattr("desktop.cases.rows.predictions_of", lambda case: {PACK: json.dumps(predicted).encode()})
    store.save(answered)
    assert [(row["log_odds"], row["probability"], row["outcome"]) for row in rows()] == [("", "0.25", "")]


def test_a_case_without_a_risk_is_no_row(store, answered, refused_outcome, rows):
    store.save(answered)
    store.save(replace(new_case(PACK), outcome=refused_outcome, state="refused"))
    store.save(new_case(PACK))
    assert [row["case"] for row in rows()] == [answered.id]


def test_the_risk_of_a_fallback_is_a_prediction_of_the_fallback(store, saved_by_fallback, rows):
    case = store.save(replace(new_case("strict"), outcome=saved_by_fallback, state="refused"))
    (row,) = rows("simple")
    assert (row["case"], float(row["log_odds"])) == (case.id, saved_by_fallback.fallback.risk.explanation.log_odds)
    with pytest.raises(InputError):
        rows("strict")


def test_versions_are_not_mixed_and_the_newest_cases_is_taken(store, answered, rows):
    early = replace(of_version(answered, "0.9.0"), created="2020-01-01T00:00:00+00:00")
    late = of_version(answered, "1.9.0")
    for case in (late, early):
        store.save(case)
    assert [row["case"] for row in rows()] == [late.id]
    assert [row["case"] for row in rows(version="0.9.0")] == [early.id]
    assert versions_of(store, PACK) == {"0.9.0": 1, "1.9.0": 1}


def test_nothing_in_the_table_names_the_patient(store, answered, tmp_path):
    store.save(answered)
    store.record_event(answered.id, Event(True, note="张伟 called", follow_up="P000123", recorded_by="李护士"))
    export_events(store, PACK, tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    for word in ("张伟", "Zhang", "P000123", "A-778", "20260131", "李护士"):
        assert word not in text


@pytest.mark.parametrize(("pack", "version"), [("ich-nag", None), (PACK, "9.9.9")])
def test_a_pack_that_predicted_nothing_is_named_and_no_file_is_written(store, answered, tmp_path, pack, version):
    store.save(answered)
    with pytest.raises(InputError) as caught:
        export_events(store, pack, tmp_path / "out.csv", version)
    assert caught.value.parameters["pack"] == " ".join(part for part in (pack, version) if part)
    assert not (tmp_path / "out.csv").exists()


def test_a_table_that_cannot_be_written_is_named(store, answered, tmp_path):
    store.save(answered)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        export_events(store, PACK, tmp_path / "file" / "out.csv")
    assert caught.value.code == "file.unwritable"
