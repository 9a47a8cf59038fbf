"""Simulated heads with a haematoma: what is drawn is what was told, and the program reads it like a scanner's."""

import dataclasses

import numpy as np
import pytest
from scipy import ndimage

pytest.importorskip("torch", reason="needs the training extra")

from inference.dicom import load, scan
from inference.quality.head import vault_of
from training.cohort.masks import read_mask
from training.recipes.hu2025 import HU2025
from training.simulate.acquisition import Scan
from training.simulate.lesions import cohort, study
from training.simulate.lesions import people as people_of
from training.simulate.lesions.bodies import Push
from training.simulate.lesions.catalogue import HEAD
from training.simulate.lesions.haematoma import BORDER, CORE, DARK, Lesion, paint_lesion
from training.simulate.lesions.head import draw_head
from training.simulate.lesions.plan import LU2024
from training.simulate.lesions.readers import Reader, draw_mask
from training.simulate.lesions.shapes import Frame

PLAIN = Lesion(
    **{"place": "basal ganglia", "side": 1, "volume_ml": 20.0, "irregularity": 0.1, "texture_hu": 2.0, "grain_mm": 4.0},
    **{"clot_hu": 62.0, "border_mm": 2.0, "border_drop_hu": 8.0, "oedema_mm": 4.0, "ivh_share": 0.0},
    **dict.fromkeys(("blend", "black_hole", "swirl", "island", "fluid_level"), False),
)


VOXEL_MM = (2.5, 2.5, 2.5)
ML = 0.015625


def rng(seed=1):
    return np.random.default_rng(seed)


@pytest.fixture(scope="module")
def scene():
    """A head without noise, on coarse voxels."""
    organ = draw_head(60, False, rng())
    frame = Frame(VOXEL_MM, (62, 94, 94), organ.turn, organ.middle)
    return frame, organ.paint(frame, None, rng())


def painted(scene, lesion, centre=None):
    """A lesion in a copy of the head: what was drawn, and its densities by sub-region."""
    frame, drawn_head = scene
    place = HEAD.places[lesion.place]
    z, y, x = place.centre
    own = dataclasses.replace(drawn_head, hu=drawn_head.hu.copy())
    drawn = paint_lesion(own, frame, place, lesion, centre or (z, y, -lesion.side * -x), rng(3))
    return drawn, own.hu


def test_tissues_have_their_densities(scene):
    _, head = scene
    inside = head.hu.reshape(-1)[head.room]
    assert 25 < np.median(inside[head.spaces["cerebrum"]]) < 40
    assert 28 < np.median(inside[head.spaces["cerebellum"]]) < 40
    assert 4 < np.median(inside[head.spaces["fluid"]]) < 14
    assert 900 < len(inside) * ML < 1900
    assert 10 < head.spaces["fluid"].sum() * ML < 110
    assert 1000 < head.hu.max() < 1800
    assert head.hu.min() == pytest.approx(-1000, abs=0.01)
    assert head.hu[:, 0, 0].max() == pytest.approx(-1000, abs=0.01)


@pytest.mark.parametrize(
    ("place", "volume_ml", "irregularity"),
    [("basal ganglia", 2, 0.05), ("lobar", 80, 0.3), ("thalamus", 30, 0.2), ("cerebellum", 25, 0.1), ("pons", 6, 0.1)],
)
def test_a_haematoma_is_as_large_as_told_and_lies_in_its_place(scene, place, volume_ml, irregularity):
    lesion = dataclasses.replace(PLAIN, place=place, volume_ml=volume_ml, irregularity=irregularity)
    drawn, hu = painted(scene, lesion)
    assert drawn.volume_ml == pytest.approx(volume_ml, rel=0.01)
    assert 50 < np.median(hu[drawn.part > 0.9]) < 75
    head = scene[1]
    allowed = np.zeros(head.hu.size, bool)
    allowed[head.room[head.spaces[HEAD.places[place].space]]] = True
    assert not (drawn.part.reshape(-1) > 0)[~allowed].any()


def test_a_sign_that_is_told_is_there_and_one_that_is_not_is_not(scene):
    plain, hu = painted(scene, PLAIN)
    deep = plain.zones == CORE
    assert (plain.zones == DARK).sum() < 0.1 * deep.sum()
    level = np.median(hu[deep])
    for sign, least_hu in (("blend", 18), ("black_hole", 28), ("swirl", 15), ("fluid_level", 25)):
        drawn, dark = painted(scene, dataclasses.replace(PLAIN, **{sign: True}))
        assert level - dark[drawn.zones == DARK].min() > least_hu, sign
        assert (drawn.zones == DARK).sum() > (plain.zones == DARK).sum() + 8, sign
        assert drawn.volume_ml == pytest.approx(20, rel=0.01)
    hole, dark = painted(scene, dataclasses.replace(PLAIN, black_hole=True))
    assert (hole.part[ndimage.binary_dilation((dark < level - 24) & (hole.zones == DARK))] > 0).all()
    islands, _ = painted(scene, dataclasses.replace(PLAIN, island=True))
    assert ndimage.label(islands.part > 0.3)[1] - 1 == islands.islands >= 3
    assert (plain.islands, ndimage.label(plain.part > 0.3)[1]) == (0, 1)
    bled, _ = painted(scene, dataclasses.replace(PLAIN, ivh_share=0.4))
    fluid_ml = scene[1].spaces["fluid"].sum() * scene[0].voxel_ml
    assert bled.ivh_ml == pytest.approx(0.4 * fluid_ml, rel=0.15) and plain.ivh_ml == 0


def test_texture_and_outline_follow_what_is_told(scene):
    smooth, even = painted(scene, PLAIN)
    rough, patchy = painted(scene, dataclasses.replace(PLAIN, irregularity=0.3, texture_hu=9.0))
    assert patchy[rough.zones == CORE].std() > 1.5 * even[smooth.zones == CORE].std()
    surfaces = [(mask ^ ndimage.binary_erosion(mask)).sum() for mask in (smooth.part > 0.5, rough.part > 0.5)]
    assert surfaces[1] > 1.08 * surfaces[0]


def test_the_third_sub_region_is_the_border_zone_and_darker(scene):
    drawn, hu = painted(scene, dataclasses.replace(PLAIN, border_drop_hu=15.0))
    depth = ndimage.distance_transform_edt(drawn.part > 0.5, VOXEL_MM)
    assert depth[drawn.zones == BORDER].mean() < 3 < depth[drawn.zones == CORE].mean()
    assert hu[drawn.zones == BORDER].mean() < hu[drawn.zones == CORE].mean() - 6


def test_a_lesion_shoves_tissue_away_and_bone_stays():
    push = Push((0.0, 0.0, 0.0), 10.0, 0.6)
    places = tuple(np.array(axis, np.float32) for axis in ([11.0, 60.0], [0.0, 0.0], [0.0, 0.0]))
    moved = push.before(places, np.array([1.0, 1.0]))[0]
    assert 8 < moved[0] < 10 and 59.8 < moved[1] < 60
    assert (push.before(places, np.zeros(2))[0] == places[0]).all()


def test_readers_draw_wider_or_narrower_and_no_border_twice(scene):
    drawn, _ = painted(scene, PLAIN)
    narrow, true, wide = (
        draw_mask(drawn.part, VOXEL_MM, Reader(out, steady), rng(5)) for out, steady in ((-0.8, 0), (0, 0), (0.8, 0))
    )
    assert narrow.sum() < true.sum() < wide.sum()
    assert true.sum() * ML == pytest.approx(20, rel=0.08)
    one, other = (draw_mask(drawn.part, VOXEL_MM, Reader(0, 0.4), rng(seed)) for seed in (1, 2))
    assert 0.85 < 2 * (one & other).sum() / (one.sum() + other.sum()) < 0.995
    speck = np.zeros((3, 20, 20), np.float32)
    speck[1, 9, 9] = 0.3
    assert draw_mask(speck, VOXEL_MM, Reader(-1, 0), rng()).sum() == 1


def test_a_study_is_read_like_a_scanners_shows_a_head_and_its_masks_lie_on_it(tmp_path, monkeypatch):
    monkeypatch.setattr(people_of, "POOL", 2000)
    monkeypatch.setattr(study, "PIXEL_MM", dict.fromkeys("AB", 2.8))
    people, _, _ = cohort.draw_cohort({"train": (3, 3)}, 0.3, LU2024.own_effects, HEAD, 4)
    person = people.rows(np.array([int(np.argmax(people.volume_ml))]))
    place = cohort.Place(1, "train", 4, tmp_path, second=True)
    cohort.make_case(place, person, dataclasses.replace(LU2024, thickness_mm=(5.0,)))
    series = scan(tmp_path / "studies" / "S0001").series[0]
    assert series.simulated and series.modality == "CT"
    volume = load(series).volume
    assert vault_of(volume).whole and vault_of(volume).seen_mm > 50
    # Any recipe's structures will do: what they are called is not the file's business.
    masks = [read_mask(path, volume.grid, {"CCA-R": 1}, HU2025) for path in (place.mask, place.second_mask)]
    told = person.volume_ml[0]
    for mask in masks:
        assert mask.sum() * np.prod(volume.grid.spacing_mm) / 1000 == pytest.approx(told, rel=0.3)
        assert 40 < np.median(volume.hu[mask == 1]) < 80
    zones = read_mask(place.zones, volume.grid, {"CCA-R": 1, "IJV-R": 2, "SCA-R": 3}, HU2025)
    assert (zones > 0)[masks[0] == 1].mean() > 0.8


def test_thin_slices_are_of_the_same_head():
    body = dataclasses.replace(HEAD, extent_mm=(30.0, 232.0, 232.0))
    organ = dataclasses.replace(draw_head(60, True, rng()), middle=(4.0, 0.0, 0.0))
    lesion = dataclasses.replace(PLAIN, volume_ml=4.0)
    made = [study.simulate_study(body, organ, lesion, Scan(mm, mm, 0.3, 3.0), rng(8), 4.0) for mm in (1.25, 5.0)]
    assert [one.volume.hu.shape[0] for one in made] == [24, 6]
    for one in made:
        assert one.part.sum() * np.prod(one.volume.grid.spacing_mm) / 1000 == pytest.approx(4, rel=0.02)
        assert one.zones.shape == one.volume.hu.shape


def test_truth_is_what_was_drawn_and_kept_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(people_of, "POOL", 2000)
    people, outcome, splits = cohort.draw_cohort(
        {"train": (3, 5), "external": (2, 2)}, 0.3, LU2024.own_effects, HEAD, 4
    )
    places = [cohort.Place(n, split, 4, tmp_path, n % 5 == 0) for n, split in enumerate(splits, 1)]
    truth = list(cohort.truth_rows(places, people, LU2024))
    rows = [dict(zip(truth[0], row)) for row in truth[1:]]
    for n, row in enumerate(rows):
        told = {f.name: type(getattr(PLAIN, f.name))(row[f.name]) for f in dataclasses.fields(Lesion)}
        assert Lesion(**told) == people.lesion(n)
        parts = float(row["log_odds_clinical"]) + float(row["log_odds_lesion"])
        assert float(row["log_odds"]) == pytest.approx(parts, abs=1e-4)
    table = list(cohort.cohort_rows(places, people, outcome, ("age", "nihss", "blend_sign")))
    assert table[0][8:] == ["age [a]", "nihss", "blend_sign"]
    assert [row[7] for row in table[1:]].count("second") == 2
    assert not set(table[0]) & {"log_odds", "irregularity", "texture_hu"}
