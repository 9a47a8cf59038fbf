"""Step ``score``: points from answers, and a range where answers are unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.steps.score import Points, run
from tests.helpers.packs import choice, context, make_pack, number, text

ITEMS = [
    {"predictor": "warfarin", "answers": {"no": 0, "yes": 6}},
    {"predictor": "volume", "cuts": [10, 20], "points": [0, 5, 7]},
]
BANDS = [
    {"low": 0, "high": 5, "id": "low", "title": text()},
    {"low": 6, "high": 7, "id": "middle", "title": text()},
    {"low": 11, "high": 13, "id": "high", "title": text()},
]


def scored(answers, bands=BANDS):
    step = {
        "kind": "score",
        "id": "s",
        "title": text(),
        "items": ITEMS,
        "bands": bands,
        "band_title": text(),
        "no_band": text(),
    }
    pack = make_pack(predictors=[choice("warfarin"), number("volume")], steps=[step])
    return run(pack.manifest.steps[0], context(pack, answers))


def total(answers):
    return scored(answers).results[0]


def band(answers, **changes):
    return scored(answers, **changes).results[1]


@pytest.mark.parametrize(
    ("warfarin", "volume", "points"),
    [("no", 5.0, 0), ("yes", 5.0, 6), ("no", 15.0, 5), ("yes", 15.0, 11), ("yes", 25.0, 13)],
)
def test_points_are_summed(warfarin, volume, points):
    assert total({"warfarin": warfarin, "volume": volume}).value == points


@pytest.mark.parametrize(("included", "points"), [(True, 0), (False, 5)])
def test_a_number_on_a_cut_belongs_where_the_pack_says(included, points):
    assert Points("volume", cuts=(10,), points=(0, 5), upper_included=included).of(10.0) == points


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [({"warfarin": "yes"}, 6, 13), ({"volume": 15.0}, 5, 11), ({}, 0, 13), ({"warfarin": "yes", "volume": 1.0}, 6, 6)],
)
def test_an_unknown_item_leaves_a_range(answers, low, high):
    found = total(answers)
    assert (found.low, found.high, found.value) == (low, high, low if low == high else None)


def test_unknown_items_are_named():
    assert total({"warfarin": "yes"}).missing == ("volume",)


def test_a_full_sum_is_there_for_later_steps():
    assert scored({"warfarin": "yes", "volume": 1.0}).values == {"s": 6}


def test_a_sum_that_is_not_full_is_not_there_for_later_steps():
    assert scored({"warfarin": "yes"}).values == {}


@pytest.mark.parametrize(("volume", "name"), [(5.0, "low"), (15.0, "low"), (25.0, "middle")])
def test_the_sum_falls_into_its_band(volume, name):
    assert band({"warfarin": "no", "volume": volume}).value == name


def test_a_sum_between_bands_has_none():
    bands = [BANDS[0], BANDS[2]]
    assert band({"warfarin": "yes", "volume": 5.0}, bands=bands).value is None


def test_a_band_is_given_when_every_sum_that_is_possible_lies_in_it():
    wide = [{"low": 0, "high": 5, "id": "low", "title": text()}, {"low": 6, "high": 13, "id": "high", "title": text()}]
    found = band({"warfarin": "yes"}, bands=wide)
    assert (found.value, found.missing) == ("high", ())


def test_no_band_is_given_when_an_unknown_item_could_change_it():
    found = band({"warfarin": "yes"})
    assert (found.value, found.missing) == (None, ("volume",))


def test_no_band_is_given_when_both_ends_lie_in_none():
    assert band({}, bands=[{"low": 6, "high": 7, "id": "middle", "title": text()}]).value is None


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_more_volume_never_gives_fewer_points(one, other):
    points = Points("volume", cuts=(10, 20), points=(0, 5, 7))
    assert points.of(min(one, other)) <= points.of(max(one, other))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answers": {"yes": 1}, "cuts": (1,), "points": (0, 1)},
        {"cuts": (1,), "points": (0,)},
        {"cuts": (2, 1), "points": (0, 1, 2)},
    ],
)
def test_points_that_make_no_sense_are_refused(fields):
    with pytest.raises(ValueError):
        Points("volume", **fields)
