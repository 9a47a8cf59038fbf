"""Gate on the course of vessels: beside what they run, on which side, and what they open into."""

import numpy as np
import pytest

from inference.quality.neighbours import check_course
from inference.schema import Neighbour
from tests.helpers.images import structure
from tests.helpers.shapes import segmentation

VEIN = structure("vein")


def found(artery_j: int = 10, vein_j: int = 4, shape=(20, 30, 120), i: int = 10, vein_i: int = 10):
    """An artery and a vein along k, the vein in front (smaller j) where nothing else is said."""
    labels = np.zeros(shape)
    labels[2:18, artery_j : artery_j + 4, i : i + 4] = 1
    labels[2:18, vein_j : vein_j + 4, vein_i : vein_i + 4] = 2
    return segmentation(labels, ("artery", "vein"))


def findings(seg, *neighbours: Neighbour) -> list[tuple[str, dict]]:
    artery = structure("artery", neighbours=neighbours)
    return [(f.code, dict(f.evidence)) for f in check_course(artery, (artery, VEIN), seg)]


@pytest.mark.parametrize(("within_mm", "codes"), [(4.6, []), (4.4, ["vessel.not-beside"])])
def test_a_neighbour_must_run_beside_half_of_the_structure(within_mm, codes):
    """The artery's voxels are 3 to 6 mm from the vein's border, 4.5 mm in the middle."""
    given = findings(found(), Neighbour("vein", "beside", within_mm))
    assert [code for code, _ in given] == codes
    assert all(e["neighbour"] == "vein" and e["distance_mm"] > e["limit_mm"] == within_mm for _, e in given)


@pytest.mark.parametrize(
    ("vein_j", "side", "codes"),
    [
        (4, "front", []),
        (4, "back", ["vessel.not-behind"]),
        (16, "front", ["vessel.not-in-front"]),
        (16, "back", []),
        (16, None, []),
    ],
)
def test_a_neighbour_must_lie_on_its_side(vein_j, side, codes):
    given = findings(found(vein_j=vein_j), Neighbour("vein", "beside", 20, side))
    assert [code for code, _ in given] == codes
    assert all(e == {"neighbour": "vein", "percent": 100} for _, e in given)


def test_what_joins_must_come_near_at_one_place_only():
    labels = found().labels.copy()
    labels[2:18, 4:8] = 0
    labels[2:4, 4:10, 10:14] = 2  # a short vessel that ends at the artery's lower end
    seg = segmentation(labels, ("artery", "vein"))
    assert findings(seg, Neighbour("vein", "joined", 2)) == []
    assert [code for code, _ in findings(seg, Neighbour("vein", "beside", 2))] == ["vessel.not-beside"]
    (given,) = findings(found(), Neighbour("vein", "joined", 2))
    assert given == ("vessel.not-joined", {"neighbour": "vein", "distance_mm": 3, "limit_mm": 2})


@pytest.mark.parametrize(("vein_i", "codes"), [(70, []), (76, ["vessel.alone"])])
def test_where_the_pack_says_nothing_an_artery_has_some_vein(vein_i, codes):
    """Within 60 mm of the middle of the artery, which ends 2 mm behind that."""
    assert [code for code, _ in findings(found(artery_j=4, vein_i=vein_i))] == codes


@pytest.mark.parametrize("neighbours", [(), (Neighbour("vein", "beside", 1),)])
def test_nothing_is_asked_of_a_neighbour_that_was_not_found_or_is_not_segmented(neighbours):
    labels = np.where(found().labels == 1, 1, 0)
    assert findings(segmentation(labels, ("artery", "vein")), *neighbours) == []
    assert findings(segmentation(labels, ("artery",)), *neighbours) == []
