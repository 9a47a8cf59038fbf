"""A record whose figures contradict each other, or its manifest, or that has two shapes, is refused by the field."""

import copy
import json
from pathlib import Path

import pytest

from desktop.report.document import read_outcome
from inference.errors import InputError
from inference.reading import to_plain
from inference.site import SiteProfile
from tests.helpers.nodule import screen_nodule

FLAT = Path(__file__).parent / "version-0.1" / "trained.json"


@pytest.fixture(scope="module")
def records() -> dict[str, dict]:
    """Of trees, with and without a rate of the site; of a logistic model, as version 0.1 wrote it and as it is now."""
    made = {
        "trees": to_plain(screen_nodule()),
        "trees without a rate": to_plain(screen_nodule(site=SiteProfile())),
        "logistic": to_plain(read_outcome(FLAT)),
        "flat": json.loads(FLAT.read_text(encoding="utf-8")),
    }
    return json.loads(json.dumps(made))


FORGED = [
    ("trees", "estimate.at", None, "risk.estimate.at"),
    ("trees", "estimate.at", {"count": 5, "unit": "a"}, "risk.estimate.at"),
    ("logistic", "estimate.at", {"count": 5, "unit": "a"}, "risk.estimate.at"),
    ("trees", "estimate.tier.begins", [9.0, 0.0], "risk.estimate.tier.begins"),
    ("trees", "estimate.tier.begins", [0.0, 0.0], "risk.estimate.tier.begins"),
    ("trees without a rate", "estimate.tier.begins", [2.5, 0.0], "risk.estimate.tier.begins"),
    ("trees", "estimate.tier.begins", [0.0, 3.0], "risk.estimate.tier.begins"),
    ("trees", "estimate.tier.begins", [3.0], "risk.estimate.tier.begins"),
    ("trees", "estimate.tier.begins", [3.0, -1.0], "risk.estimate.tier.begins"),
    ("trees", "population.trained_prevalence", 0.5, "risk.estimate.relative"),
    ("trees without a rate", "population.trained_prevalence", 0.5, "risk.estimate.relative"),
    ("trees", "probability", 0.9, "risk"),
    ("logistic", "tier", "low", "risk"),
    ("flat", "population", {}, "risk"),
]


@pytest.mark.parametrize(("name", "place", "value", "field"), FORGED)
def test_a_forged_figure_is_named(records, tmp_path, name, place, value, field):
    record = copy.deepcopy(records[name])
    part = record["risk"]
    *way, last = place.split(".")
    for step in way:
        part = part[step]
    part[last] = value
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(path)
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", field)


def test_a_risk_in_two_shapes_is_refused_beside_a_refusal_too(records, tmp_path):
    beside = json.loads((FLAT.parent / "beside-a-refusal.json").read_text(encoding="utf-8"))
    beside["fallback"]["risk"]["estimate"] = records["logistic"]["risk"]["estimate"]
    path = tmp_path / "record.json"
    path.write_text(json.dumps(beside), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(path)
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", "risk")


def test_what_is_not_forged_is_read(records, tmp_path):
    for name, record in records.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(record), encoding="utf-8")
        assert read_outcome(path).risk is not None
