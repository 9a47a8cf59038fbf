"""A head is in view where bone closes a ring around brain; bodies, limbs and a cut head are none."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inference import dicom
from inference.dicom import load
from inference.errors import InputError
from inference.quality.head import check_head, vault_of
from inference.volume import Grid, Volume
from tests.helpers.drawing import MANIFEST, head
from tests.helpers.manifests import IMAGE
from tests.helpers.packs import make_manifest, text

ROOT = Path(__file__).resolve().parents[3] / "../shared"
REGION = {
    "id": "head",
    "title": text("head", "头部"),
    "landmark": text("widest part of the skull", "颅骨最宽处"),
    "header": {"en": ["head", "brain"], "zh": ["头", "颅"]},
    "needed": {"below": 15, "above": 20},
    "whole": {"below": 60, "above": 80},
    "seen_by": "skull",
    "sides": False,
}
ABOUT_HEADS = {**MANIFEST, "images": [{**MANIFEST["images"][0], "region": "head"}], "regions": [REGION]}
HEAD = head()


class Header:
    """What a series says of itself."""

    def __init__(self, body_part="HEAD"):
        self.body_part, self.description, self.protocol, self.study_description = body_part, "", "", ""


def found(volume, body_part="HEAD", **needed):
    manifest = make_manifest(**{**ABOUT_HEADS, "regions": [{**REGION, **needed}]})
    role = manifest.images[0]
    return [(f.code, f.severity) for f in check_head(volume, Header(body_part), role, manifest.region_of(role))]


def changed(change):
    hu = HEAD.hu.copy()
    change(hu)
    return replace(HEAD, hu=hu)


def open_skull(hu):
    """A flap of bone is missing on the left: 72 of 360 degrees."""
    j, i = np.meshgrid(*(np.arange(60) * 2.0 - 59 for _ in range(2)), indexing="ij")
    hu[:, (np.abs(np.degrees(np.arctan2(j, i))) < 36) & (hu[0] == 900)] = 40


def lung(hu):
    hu[:, 20:40, 12:48] = -850


def limb(hu):
    inside, ring = hu == 30, hu == 900
    hu[ring] = 40
    hu[:, 24:36, 24:36] = 900
    assert inside.any()


def test_a_ring_of_bone_around_brain_is_a_head_from_its_widest_part():
    vault = vault_of(HEAD)
    assert (vault.seen_mm, vault.whole) == (50.0, True)
    assert vault.widest_mm[:2] == pytest.approx((0, 0), abs=4)
    assert found(HEAD, "") == [("region.not-covered", "blocking")], "its first slice is as wide as all others"
    assert found(HEAD, needed={"below": 0, "above": 20}) == [("region.covered", "pass")]


@pytest.mark.parametrize("change", [lung, limb, lambda hu: hu.fill(-1000), lambda hu: hu.fill(40)])
def test_lungs_limbs_air_and_what_fills_the_picture_are_no_head_whatever_the_header_says(change):
    assert found(changed(change)) == [("region.no-skull", "blocking")]


def test_too_little_of_a_head_is_none():
    grid = Grid(HEAD.grid.origin_mm, HEAD.grid.spacing_mm, (7, 60, 60))
    assert found(Volume(HEAD.hu[:7], grid)) == [("region.no-skull", "blocking")]


def test_an_opened_skull_is_believed_where_the_header_names_the_head():
    opened = changed(open_skull)
    least = {"below": 0, "above": 20}
    assert found(opened, needed=least) == [("region.skull-open", "warning"), ("region.covered", "pass")]
    assert found(opened, "CHEST", needed=least) == [("region.no-skull", "blocking")]


def test_only_ct_shows_a_skull():
    with pytest.raises(InputError) as caught:
        make_manifest(**{**ABOUT_HEADS, "images": [{**IMAGE, "region": "head", "modality": "MR"}]})
    assert caught.value.parameters["field"] == "images.ct.modality"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "is_head"), [("odd-dicom/ge-head-tilt-uneven", True), ("ct/crlm-1004-abdomen-contrast", False)]
)
def test_a_tilted_real_head_is_seen_and_a_real_body_is_not(name, is_head):
    if not (ROOT / name).is_dir():
        pytest.skip("no ../shared beside the project: real series are not part of a clone")
    series = max(dicom.scan([str(ROOT / name)]).series, key=lambda one: len(one.slices))
    vault = vault_of(load(series).volume)
    assert (vault.whole, vault.seen_mm > 80) == (is_head, is_head)
