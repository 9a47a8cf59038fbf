"""Step ``shell``: a ring around a structure or its rim, no farther than the organ and the scan reach."""

from dataclasses import replace

import numpy as np
import pytest

from inference.errors import InputError
from inference.pipeline import Request, run
from inference.steps import shell
from inference.steps.context import StepResult
from inference.volume import Volume
from tests.helpers.drawing import GRID, ON_CLOT, drawn
from tests.helpers.engines import FakeProvider
from tests.helpers.habitats import counts, mixed_head, parts_pack, whole_clot
from tests.helpers.packs import context

HEAD = mixed_head()


def ring(mask=None, volume=HEAD, **changes):
    """The step alone."""
    pack = parts_pack(shell=changes)
    earlier = {"lesion": StepResult(segmentation=whole_clot() if mask is None else mask)}
    return shell.run(pack.manifest.steps[4], context(pack, images={"ct": volume}, earlier=earlier))


def on_scan(result):
    """What it marked, on the whole scan."""
    found, whole = result.segmentation, np.zeros(GRID.shape, bool)
    whole[GRID.box(found.grid)] = found.labels > 0
    return whole


def distances():
    """From each voxel to the nearest of the other kind, below 0 inside the clot; every pair is compared."""
    inside = whole_clot().labels > 0
    near = np.s_[1:9, 18:42, 28:52]
    places = np.argwhere(np.ones(GRID.shape, bool)[near]) * GRID.spacing_mm
    own = inside[near].ravel()
    away = np.zeros(len(places))
    for kind in (True, False):
        others = places[own != kind]
        away[own == kind] = [np.linalg.norm(others - place, axis=1).min() for place in places[own == kind]]
    result = np.full(GRID.shape, 99.0)
    result[near] = np.where(own, -away, away).reshape(result[near].shape)
    return result


AWAY = distances()


@pytest.mark.parametrize("ends", [(0, 4), (4, 8), (-3, 0), (-4, -2), (-2, 4), (0, 1.9)])
def test_a_shell_has_the_voxels_at_its_distance_from_the_surface(ends):
    low, high = ends
    away = AWAY
    wanted = np.where(away < 0, (away >= low) & (away < high), (away > low) & (away <= high))
    result = ring(from_mm=low, to_mm=high)
    assert (on_scan(result) == wanted).all()
    assert [f.code for f in result.findings] == ([] if wanted.any() else ["shell.empty"])
    assert result.optional == (() if wanted.any() else ("ring",))


def test_shells_that_follow_each_other_share_nothing_and_leave_nothing_out():
    parts = [on_scan(ring(from_mm=a, to_mm=b)) for a, b in ((-99, -2), (-2, 0), (0, 4), (4, 8))]
    assert (sum(part.astype(int) for part in parts) == (AWAY <= 8)).all()


def test_a_shell_ends_at_the_bone_though_the_same_densities_lie_behind_it():
    at_bone = drawn(slice(3, 7), slice(28, 32), slice(48, 52))
    scalp = HEAD.hu.copy()
    scalp[:, 28:32, 55:58] = 40
    marked = on_scan(ring(at_bone, Volume(scalp, GRID), to_mm=16))
    assert marked.any() and not marked[HEAD.hu > 100].any() and not marked[:, :, 55:].any()
    assert marked[:, 28:32, 52].all(axis=1)[3:7].all()
    free = on_scan(ring(at_bone, Volume(scalp, GRID), to_mm=16, hu=None))
    assert free[4, 30, 56]


def test_a_shell_leaves_out_other_structures_and_what_was_not_scanned():
    two = whole_clot()
    labels = two.labels.copy()
    labels[3:7, 25:35, 45:46] = 2
    marked = on_scan(ring(replace(two, labels=labels, structures=("clot", "other"))))
    assert not marked[3:7, 25:35, 45].any() and marked[3:7, 25:35, 46].all()
    unscanned = replace(HEAD, padded=30)
    assert not on_scan(ring(volume=unscanned)).any()


@pytest.mark.parametrize(("slices", "codes"), [(slice(0, 4), ["shell.cut-off"]), (slice(1, 5), [])])
def test_a_shell_that_the_scan_cuts_off_says_so(slices, codes):
    result = ring(drawn(slices, *ON_CLOT[1:]), to_mm=5)
    assert [finding.code for finding in result.findings] == codes


def test_it_is_a_structure_as_any_other_and_a_small_one_is_told():
    request = Request(parts_pack(), volumes={"ct": HEAD}, corrected={"lesion": whole_clot()})
    outcome = run(request, FakeProvider({}))
    measure = next(measure for measure in outcome.measures if measure.structure == "ring")
    # Two pixels around ten by ten in four slices, less what lies farther than 4 mm from the corners.
    assert measure.volume_ml == pytest.approx((14 * 14 - 100 - 4 * 3) * 4 * 0.02)
    assert any("ring" in {contour.structure for contour in picture.contours} for picture in outcome.pictures)
    small = ring(minimum_voxels=10_000)
    (finding,) = small.findings
    assert (finding.code, finding.evidence["voxels"]) == ("shell.small", counts(small.segmentation)[0])
    nothing = ring(replace(whole_clot(), labels=np.zeros(GRID.shape, np.uint8)))
    assert (nothing.findings, nothing.optional) == ((), ("ring",))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"shell": "nobody"}, "steps.around.shell"),
        ({"shell": "clot"}, "steps[4].shell.shell"),
        ({"structure": "nobody"}, "steps.around.structure"),
        ({"to_mm": 0}, "steps[4].shell.to_mm"),
        ({"from_mm": -101}, "steps[4].shell.from_mm"),
        ({"hu": [100, 0]}, "steps[4].shell"),
    ],
)
def test_a_manifest_that_cannot_mean_it_is_refused_by_the_field(change, field):
    with pytest.raises(InputError) as caught:
        parts_pack(shell=change)
    assert caught.value.parameters["field"] == field
