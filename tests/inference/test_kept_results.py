"""What is kept between two runs on the same patient, and what a hand-drawn mask changes."""

from dataclasses import replace

import numpy as np
import pytest

from inference.dicom import scan
from inference.kept_results import KeptResults
from inference.outcome import Edit
from inference.pipeline import Request, run
from inference.steps import KINDS
from tests.helpers import vessels
from tests.helpers.dicom_files import write_series
from tests.helpers.packs import make_pack, sheet


@pytest.fixture
def ran(monkeypatch):
    """Run the vessel pack; gives the outcome and the kinds of steps that were really computed."""
    computed = []

    def counted(kind):
        return replace(kind, run=lambda step, context: (computed.append(step.kind), kind.run(step, context))[1])

    for name, kind in list(KINDS.items()):
        monkeypatch.setitem(KINDS, name, counted(kind))

    def run_with(kept, **changes):
        computed.clear()
        pack = make_pack(vessels.MODELS, **vessels.VESSELS)
        request = Request(pack, sheet({"a": 1}), volumes={"ct": vessels.scan()}, **changes)
        return run(request, vessels.engines(), kept=kept), list(computed)

    return run_with


def mask_of(kept):
    return next(r.segmentation for r in kept.results.values() if r.segmentation is not None)


def without_first(found):
    labels = np.where(found.labels == 1, 0, found.labels).astype(np.uint8)
    return replace(found, labels=labels)


def step_of(kept):
    return next(name for name, r in kept.results.items() if r.segmentation is not None)


def test_a_second_run_computes_nothing_that_the_images_alone_decide(ran):
    kept = KeptResults()
    _, first = ran(kept)
    _, again = ran(kept)
    assert "segment" in first
    assert not {"segment", "measure"} & set(again)


def test_a_second_run_gives_the_same_measures(ran):
    kept = KeptResults()
    first, again = ran(kept)[0], ran(kept)[0]
    assert first.measures == again.measures
    assert first.findings == again.findings


def test_a_drawn_mask_is_measured_and_not_segmented_again(ran):
    kept = KeptResults()
    ran(kept)
    corrected = {step_of(kept): without_first(mask_of(kept))}
    outcome, computed = ran(kept, corrected=corrected)
    assert "segment" not in computed
    assert not outcome.measures[0].found


def test_giving_the_mask_back_to_the_model_gives_the_first_measures_again(ran):
    kept = KeptResults()
    first, _ = ran(kept)
    ran(kept, corrected={step_of(kept): without_first(mask_of(kept))})
    back, _ = ran(kept)
    assert back.measures == first.measures


def test_edits_stand_in_the_outcome(ran):
    edit = Edit("IJV-R", "A. Reader", "2026-01-02T03:04:05+00:00")
    outcome, _ = ran(KeptResults(), edits=(edit,))
    assert outcome.edits == (edit,)


@pytest.fixture
def series(tmp_path):
    write_series(tmp_path)
    return scan([str(tmp_path)]).series[0]


def test_what_was_read_of_a_series_is_given_for_exactly_that_series(series):
    kept, loaded = KeptResults(), object()
    kept.loaded[series.key] = (series, loaded)
    assert kept.read_from(replace(series)) is loaded


def test_fewer_files_with_the_same_uids_are_not_the_series_that_was_read(series):
    kept = KeptResults(loaded={series.key: (series, object())}, results={"segment": object()})
    cut = replace(series, slices=series.slices[:-1])
    assert kept.read_from(cut) is None
    kept.fit("one", [cut], {})
    assert (kept.loaded, kept.results) == ({}, {})


def test_another_pack_forgets_what_steps_gave_and_keeps_what_was_read(series):
    kept = KeptResults(loaded={series.key: (series, object())})
    kept.fit("one", [series], {})
    kept.results["segment"] = object()
    kept.fit("two", [series], {})
    assert (list(kept.loaded), kept.results) == ([series.key], {})
