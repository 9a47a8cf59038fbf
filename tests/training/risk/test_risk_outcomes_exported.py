"""The table that the case store exports is the one that recalibration reads."""

from dataclasses import replace

import pytest

from desktop.cases import CaseStore, Event, export_events, new_case
from tests.helpers.outcomes import ANSWERS, screen
from training.errors import BadInput
from training.risk.outcomes import read_outcomes

PACK = "cme-literature-prior"


@pytest.fixture(scope="module")
def outcomes():
    return [screen(PACK, {**ANSWERS, "age": age}) for age in (30, 50, 70)]


@pytest.fixture
def exported(outcomes, tmp_path):
    """Three cases: one with the event, one without, one of which nothing is known."""
    with CaseStore(tmp_path / "cases.sqlite") as store:
        for outcome, happened in zip(outcomes, (True, False, None)):
            case = store.save(replace(new_case(PACK), outcome=outcome, state="answered"))
            store.record_event(case.id, Event(happened, 20.0 if happened else None, note='said "ok",\nlater; 张伟'))
        export_events(store, PACK, tmp_path / "outcomes.csv")
    return tmp_path / "outcomes.csv"


def test_predictions_and_outcomes_are_read_as_they_were_stored(exported, outcomes):
    found = read_outcomes(exported, PACK, outcomes[0].pack.manifest.version)
    assert found.event.tolist() == [True, False]
    assert found.log_odds.tolist() == [outcome.risk.explanation.log_odds for outcome in outcomes[:2]]
    assert found.left_out == 1


def test_they_are_refused_for_another_version_of_the_pack(exported):
    with pytest.raises(BadInput, match="keep only its own rows"):
        read_outcomes(exported, PACK, "0.0.1")
