"""Surfaces as points, and the view in space: sides, depth and what is seen through the bone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.volume import Grid, Volume
from ui.viewer.surface import BONE_HU, Cloud, bone_cloud, middle_of, used_box, vessel_cloud
from ui.viewer.turning import STANDARD, Camera, on_picture, picture, turned

GRID = Grid((-20.0, -20.0, 50.0), (2.0, 1.0, 1.0), (20, 40, 40))
CENTRE = np.array([0.0, 0.0, 69.0])
WHOLE = (slice(0, 20), slice(0, 40), slice(0, 40))
SIZE = (120, 100)


def ball(radius_mm: float = 9.0) -> np.ndarray:
    places = GRID.to_patient(np.argwhere(np.ones(GRID.shape, bool)))
    return (np.linalg.norm(places - CENTRE, axis=1) <= radius_mm).reshape(GRID.shape).astype(np.uint8)


def camera(side: str, scale: float = 2.0) -> Camera:
    return Camera(STANDARD[side], tuple(CENTRE), scale, 30.0)


def dot(*away) -> Cloud:
    """A small plate that faces all ways."""
    points = (CENTRE + np.array([away])).astype(np.float32)
    normals = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], np.float32)
    return Cloud(np.repeat(points, 6, axis=0), normals, 2.0)


def test_the_surface_of_a_ball_lies_on_the_ball():
    cloud = vessel_cloud(ball(), GRID, WHOLE, 1)
    away = np.linalg.norm(cloud.points - CENTRE, axis=1)
    assert away.mean() == pytest.approx(9.0, abs=0.6)
    assert away.std() < 0.6


def test_normals_point_outwards():
    cloud = vessel_cloud(ball(), GRID, WHOLE, 1)
    outwards = (cloud.points - CENTRE) / np.linalg.norm(cloud.points - CENTRE, axis=1, keepdims=True)
    assert np.median((outwards * cloud.normals).sum(axis=1)) > 0.95
    assert np.linalg.norm(cloud.normals, axis=1) == pytest.approx(1, abs=1e-4)


def test_a_structure_that_was_not_found_has_no_surface():
    assert vessel_cloud(ball(), GRID, WHOLE, 2) is None
    assert used_box(np.zeros(GRID.shape, np.uint8), WHOLE) is None


def test_bone_is_what_is_dense():
    hu = np.where(ball(6.0) > 0, 900, -50).astype(np.int16)
    cloud = bone_cloud(Volume(hu, GRID), WHOLE)
    assert np.linalg.norm(cloud.points - CENTRE, axis=1).max() < 8.5
    assert bone_cloud(Volume(np.full(GRID.shape, int(BONE_HU) - 1, np.int16), GRID), WHOLE) is None


def test_the_middle_of_the_vessels_is_in_the_middle_of_the_view():
    middle, radius = middle_of([vessel_cloud(ball(), GRID, WHOLE, 1)])
    assert middle == pytest.approx(CENTRE, abs=0.7)
    assert radius == pytest.approx(9 * 3**0.5, abs=1.5)


@pytest.mark.parametrize(
    ("side", "left", "top"),
    [
        ("front", "right", "head"),
        ("back", "left", "head"),
        ("right", "back", "head"),
        ("left", "front", "head"),
        ("feet", "right", "front"),
        ("head", "left", "front"),
    ],
)
def test_standard_views_are_seen_from_their_side(side, left, top):
    ways = {
        "right": (-10, 0, 0),
        "left": (10, 0, 0),
        "front": (0, -10, 0),
        "back": (0, 10, 0),
        "head": (0, 0, 10),
        "feet": (0, 0, -10),
    }
    for name, expected in ((left, (-1, 0)), (top, (0, -1))):
        x, y = on_picture(CENTRE + ways[name], camera(side), SIZE)
        assert (np.sign(round(x - SIZE[0] / 2, 6)), np.sign(round(y - SIZE[1] / 2, 6))) == expected
        scene = picture([(dot(*ways[name]), (255, 0, 0))], None, camera(side), SIZE)
        rows, columns = np.nonzero(scene.rgb[..., 0])
        assert (columns.mean(), rows.mean()) == (pytest.approx(x, abs=1.5), pytest.approx(y, abs=1.5))


@pytest.mark.parametrize(("side", "colour"), [("front", 0), ("back", 2)])
def test_what_is_nearer_hides_what_is_behind(side, colour):
    front, back = dot(0, -8, 0), dot(0, 8, 0)
    scene = picture([(front, (255, 0, 0)), (back, (0, 0, 255))], None, camera(side), SIZE)
    assert np.argmax(scene.rgb[50, 60]) == colour


def test_a_vessel_is_seen_through_the_bone_before_it():
    bone = (dot(0, -8, 0), (200, 200, 200))
    scene = picture([(dot(0, 8, 0), (255, 0, 0))], bone, camera("front"), SIZE)
    red, green, _ = scene.rgb[50, 60].astype(int)
    assert red > 2 * green > 0


def test_bone_behind_a_vessel_is_not_seen():
    plain = picture([(dot(0, -8, 0), (255, 0, 0))], None, camera("front"), SIZE)
    bone = (dot(0, 8, 0), (200, 200, 200))
    behind = picture([(dot(0, -8, 0), (255, 0, 0))], bone, camera("front"), SIZE)
    assert np.array_equal(plain.rgb[50, 60], behind.rgb[50, 60])


def test_every_pixel_knows_the_place_it_shows():
    scene = picture([(dot(3, -8, 4), (255, 0, 0))], None, camera("front"), SIZE)
    place = scene.place[~np.isnan(scene.place[..., 0])]
    assert place == pytest.approx(np.tile(CENTRE + (3, -8, 4), (len(place), 1)))


def test_points_beside_the_picture_are_left_out():
    scene = picture([(dot(500, 0, 0), (255, 0, 0))], None, camera("front"), SIZE)
    assert not scene.rgb.any()


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), max_size=30))
def test_any_turns_leave_a_right_handed_frame(turns):
    turn = STANDARD["front"]
    for down, right in turns:
        turn = turned(turn, down, right)
    frame = np.array(turn)
    assert frame @ frame.T == pytest.approx(np.eye(3), abs=1e-9)
    assert np.linalg.det(frame) == pytest.approx(1)


def test_dragging_to_the_right_brings_the_left_side_of_the_picture_to_the_front():
    x_before, _ = on_picture(CENTRE + (0, -10, 0), camera("front"), SIZE)
    turn = turned(STANDARD["front"], 0.3, 0)
    x_after, _ = on_picture(CENTRE + (0, -10, 0), Camera(turn, tuple(CENTRE), 2.0, 30.0), SIZE)
    assert x_after > x_before  # what is nearest follows the hand
