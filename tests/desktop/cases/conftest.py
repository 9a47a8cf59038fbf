"""A store of cases, and cases to put into it."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.cases import Case, CaseStore, new_case
from inference.outcome import Outcome
from inference.results import UsedSeries
from inference.segmentation import Segmentation
from inference.volume import Grid
from tests.helpers.manifests import RISK
from tests.helpers.outcomes import ANSWERS, PATIENT
from tests.helpers.packs import choice, formula, make_pack, number, screen, sheet

SERIES = UsedSeries(
    "ct", "1.2.3", "1.2.3.4", "1.2.9", "A-778", "20260131", "", "", "", 3, (2.0, 1.0, 1.0), 2.0, False, ()
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "病例 é" / "cases.sqlite"


@pytest.fixture
def store(path):
    with CaseStore(path) as opened:
        yield opened


@pytest.fixture
def answered(clinical_outcome) -> Case:
    """A case with all that one can have but masks."""
    case = new_case("cme-literature-prior", ("/data/张伟", "/data/caf\udce9"))
    return replace(
        case,
        state="answered",
        sheet=sheet(ANSWERS, patient={"name": PATIENT.name}, regions={"r": {"centre_mm": [1, 2, 3], "radius_mm": 4}}),
        series={"ct": "1.2.3.4"},
        outcome=replace(clinical_outcome, series=(SERIES,)),
        edited=True,
        closed=True,
    )


@pytest.fixture(scope="session")
def saved_by_fallback() -> Outcome:
    """A refusal beside which a simpler pack gives a risk."""
    pack = make_pack(id="strict", predictors=[number("b"), choice("c")], steps=[formula("x", "1 / b")])
    return screen(pack, {"b": 0, "c": "yes"}, fallback=make_pack(id="simple", **RISK))


@pytest.fixture(scope="session")
def segmentation() -> Segmentation:
    """Two structures on a small grid, with certainties of all sizes."""
    random = np.random.default_rng(5)
    labels = random.integers(0, 3, (4, 5, 6)).astype(np.uint8)
    certainty = random.random((4, 5, 6)).astype(np.float32)
    grid = Grid((-31.7, 12.25, 1e-3), (1.5, 0.7, 0.7), (4, 5, 6))
    return Segmentation("ct", labels, certainty, grid, ("artery", "vein"), {"fat": 3.25})
