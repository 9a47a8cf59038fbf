"""Lengths, angles and regions."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest

from ui.viewer.measuring import Measurement, angle_deg, distance_mm, ellipse_values, length_mm


def test_a_length_is_in_mm():
    assert length_mm(((1, 2), (4, 6))) == 5


@pytest.mark.parametrize(("end", "degrees"), [((0, 5), 90), ((5, 0), 0), ((-5, 0), 180), ((5, 5), 45), ((0, 0), 0)])
def test_an_angle_is_between_its_two_sides(end, degrees):
    assert angle_deg(((3, 0), (0, 0), end)) == pytest.approx(degrees, abs=1e-5)


def test_a_region_holds_the_pixels_whose_centres_lie_inside():
    picture = np.arange(30 * 20, dtype=np.int16).reshape(30, 20)
    pixel = (2.0, 1.0)
    found = ellipse_values(picture, pixel, ((10, 8), (30, 22)))
    y, x = np.mgrid[:30, :20] + 0.5
    inside = ((x * 2 - 20) / 10) ** 2 + ((y - 15) / 7) ** 2 <= 1
    values = picture[inside]
    assert found.count == len(values)
    assert (found.mean, found.sd) == (pytest.approx(values.mean()), pytest.approx(values.std()))
    assert (found.low, found.high) == (values.min(), values.max())
    assert found.area_mm2 == pytest.approx(pi * 10 * 7)


def test_a_region_may_be_drawn_from_any_corner():
    picture = np.arange(400, dtype=np.int16).reshape(20, 20)
    corners = ((3, 4), (12, 15))
    assert ellipse_values(picture, (1, 1), corners) == ellipse_values(picture, (1, 1), corners[::-1])


@pytest.mark.parametrize("points", [((3, 3), (3, 9)), ((90, 90), (99, 99)), ((3.6, 3.6), (3.8, 3.8))])
def test_a_region_without_a_pixel_has_no_values(points):
    assert ellipse_values(np.zeros((20, 20), np.int16), (1, 1), points) is None


def test_a_region_that_reaches_over_the_edge_counts_what_is_there():
    assert ellipse_values(np.full((20, 20), 7, np.int16), (1, 1), ((-10, -10), (10, 10))).mean == 7


@pytest.mark.parametrize(
    ("kind", "points", "at", "away"),
    [
        ("length", ((0, 0), (10, 0)), (5, 3), 3),
        ("length", ((0, 0), (10, 0)), (13, 4), 5),
        ("angle", ((0, 9), (0, 0), (9, 0)), (2, 5), 2),
        ("ellipse", ((0, 0), (20, 10)), (23, 5), 3),
        ("ellipse", ((0, 0), (20, 10)), (10, 5), 5),
    ],
)
def test_what_is_drawn_has_a_distance_to_the_pointer(kind, points, at, away):
    assert distance_mm(Measurement(kind, "axial", 0, points), at) == pytest.approx(away)


def test_a_measurement_is_finished_with_its_last_point():
    assert not Measurement("angle", "axial", 0, ((0, 0), (1, 1))).finished
    assert Measurement("ellipse", "axial", 0, ((0, 0), (1, 1))).finished
