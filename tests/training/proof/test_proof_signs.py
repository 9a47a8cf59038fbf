"""How often the rules of signs agree with the simulator: counted right, and on people they were not set on."""

import json
from pathlib import Path

import pytest

from inference.signs import RULES
from training.proof import signs
from training.proof.signs import DEVELOPED_ON, TOLD, Reading, agreement, read_one, table

CHECKED_IN = Path(__file__).parents[3] / "docs/evaluation/feng2024/signs.json"


def readings(*pairs, thickness=5.0, sign="blend"):
    return [Reading(sign, thickness, told, seen) for told, seen in pairs]


def test_shares_are_of_the_lesions_that_could_be_told_and_have_wilsons_limits():
    counted = agreement(
        readings((True, True), (True, True), (True, False), (True, None), (False, False), (False, True))
    )
    assert (counted.present, counted.seen, counted.absent, counted.not_seen, counted.unknown) == (3, 2, 2, 1, 1)
    assert counted.sensitivity == pytest.approx((0.667, 0.208, 0.939), abs=1e-3)
    assert counted.specificity[0] == 0.5
    assert agreement(readings((False, False))).sensitivity is None


def test_each_thickness_is_counted_by_itself():
    made = table([*readings((True, True)), *readings((True, False), thickness=1.25)])
    assert [made["blend"][name]["seen"] for name in ("all", "5 mm", "2.5 mm", "1.25 mm")] == [1, 1, 0, 0]
    assert made["swirl"]["all"]["present"] == 0


def test_a_lesion_is_drawn_scanned_drawn_around_and_read():
    read = read_one(7, 4, 1)
    assert [(one.sign, one.thickness_mm) for one in read] == [(sign, 2.5) for sign in TOLD]
    assert set(TOLD) == set(RULES) and all(isinstance(one.told, bool) for one in read)


def test_the_checked_in_figures_are_of_people_that_the_rules_were_not_set_on(monkeypatch):
    kept = json.loads(CHECKED_IN.read_text(encoding="utf-8"))
    assert kept["seed"] not in DEVELOPED_ON and kept["developed_on"] == list(DEVELOPED_ON)
    assert set(kept["signs"]) == set(RULES) and kept["patients"] >= 300
    monkeypatch.setattr("sys.argv", ["signs", "--out", "x.json", "--seed", str(DEVELOPED_ON[0])])
    with pytest.raises(SystemExit):
        signs.main()
