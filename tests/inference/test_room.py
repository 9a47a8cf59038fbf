"""Room for networks: what is held of a long scan while they run, and that no figure comes of it."""

import sys
import weakref
from dataclasses import replace

import numpy as np
import pytest

from inference import pipeline, room
from inference.dicom import scan
from inference.dicom.writing import write_series
from inference.kept_results import KeptResults
from inference.pipeline import Request, run
from inference.volume import Grid, PartAtHand, Volume
from tests.helpers import vessels
from tests.helpers.packs import sheet

SLICES = 60
HEADER = {
    "SeriesInstanceUID": "1.2.3",
    "StudyInstanceUID": "1.2",
    "FrameOfReferenceUID": "1.2.9",
    "PatientID": "P1",
    "ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
    "BodyPartExamined": "CHEST",
    "SliceThickness": 1.0,
}


@pytest.fixture(scope="module")
def thin_slices(tmp_path_factory):
    """Files of the scan of :mod:`tests.helpers.vessels` in slices of 1 mm, with noise."""
    own, folder = vessels.scan(), tmp_path_factory.mktemp("thin")
    hu = own.hu[np.arange(SLICES) * len(own.hu) // SLICES] + np.random.default_rng(0).integers(
        -5, 6, (SLICES, *own.hu.shape[1:]), np.int16
    )
    grid = Grid(own.grid.origin_mm, (2.0 * len(own.hu) / SLICES, *own.grid.spacing_mm[1:]), hu.shape)
    write_series(Volume(hu, grid), folder, HEADER, lambda name: f"1.2.3.{name.split()[-1]}")
    return scan(folder)


def screened(series, keeps_scans, label=vessels.by_side, **provider):
    """The outcome and its masks, without what differs from run to run."""
    kept = KeptResults(keeps_scans=keeps_scans)
    request = Request(vessels.pack(), sheet(), scan=series)
    outcome = run(request, vessels.engines(label=label, **provider), kept=kept)
    masks = [(m.labels.tobytes(), m.certainty.tobytes(), m.grid, m.expected_ml) for m in kept.masks().values()]
    return replace(outcome, seconds={}, created=""), masks


def test_an_outcome_is_the_same_whether_the_scan_stays_or_is_let_go_for_the_network(thin_slices, monkeypatch):
    """SimpleITK is not needed by then: to load it takes as much as a fifth of all that a screening may take."""
    monkeypatch.setattr(room, "LARGE_BYTES", 0)
    monkeypatch.setitem(sys.modules, "SimpleITK", None)
    scans, left = [], []
    read = pipeline.load

    def watched(*given):
        loaded = read(*given)
        scans.append(weakref.ref(loaded.volume.hu))
        return loaded

    def label(image):
        left.append([one() is not None for one in scans])
        return vessels.by_side(image)

    monkeypatch.setattr(pipeline, "load", watched)
    whole, part = (screened(thin_slices, keeps, label) for keeps in (True, False))
    assert left == [[True], [False, False]], "the second was let go before the network of the block ran"
    assert len(whole[1]) == 1
    assert whole == part


@pytest.mark.parametrize(
    ("what", "times"),
    [("a small scan", 0), ("a scan that was not read from files", 0), ("a scan that another step reads", 1)],
)
def test_a_scan_stays_whole_where_letting_go_of_it_gains_nothing(thin_slices, monkeypatch, what, times):
    monkeypatch.setattr(room, "LARGE_BYTES", 0 if what != "a small scan" else 2**30)
    let_go = []
    monkeypatch.setattr(room, "PartAtHand", lambda *given: let_go.append(1) or PartAtHand(*given))
    images = {"volumes": {"ct": vessels.scan()}} if "files" in what else {"scan": thin_slices}
    pack = vessels.pack(ids=("vessels", "again") if "another" in what else ("vessels",))
    outcome = run(Request(pack, sheet(), **images), vessels.engines(), kept=KeptResults(keeps_scans=False))
    assert outcome.seconds["vessels"] > 0
    assert len(let_go) == times, "by the last step that reads it"


def test_a_scan_that_the_block_is_cut_out_of_far_from_the_first_place_is_read_again(thin_slices, monkeypatch):
    """The part that is held ends where the block does; what the gates and the next block need beyond is read again."""
    monkeypatch.setattr(room, "LARGE_BYTES", 0)
    monkeypatch.setattr("inference.steps.segment.ROOM_MM", -10.0)
    read_again = []
    monkeypatch.setattr(room, "load", lambda *given, **how: read_again.append(1) or pipeline.load(*given, **how))
    whole, part = (screened(thin_slices, keeps) for keeps in (True, False))
    assert whole == part
    assert read_again == [1]
