"""Masks in the store: labels and place come back whole, and what was damaged is never shown."""

import json
import zlib
from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from desktop.cases.masks import LENGTHS, joined, packed, unpacked
from inference.errors import InputError
from inference.segmentation import Segmentation
from inference.volume import Grid, SourceImages

millimetres = st.floats(-1000, 1000)
spacings = st.floats(0.01, 10)


@st.composite
def segmentations(draw) -> Segmentation:
    shape = draw(array_shapes(min_dims=3, max_dims=3, max_side=6))
    grid = Grid(draw(st.tuples(*[millimetres] * 3)), draw(st.tuples(*[spacings] * 3)), shape)
    labels = draw(arrays(np.uint8, shape, elements=st.integers(0, 2)))
    certainty = draw(arrays(np.float32, shape, elements=st.floats(0, 1, width=32)))
    return Segmentation("ct", labels, certainty, grid, ("动脉", "vein"))


@settings(max_examples=60, deadline=None)
@given(segmentations())
def test_labels_and_place_come_back_whole(given):
    found = unpacked(packed(given))
    np.testing.assert_array_equal(found.labels, given.labels)
    assert (found.grid, found.image, found.structures) == (given.grid, given.image, given.structures)
    assert (found.labels.dtype, found.certainty.dtype) == (np.uint8, np.float32)


@settings(max_examples=60, deadline=None)
@given(segmentations())
def test_certainty_comes_back_to_half_a_step(given):
    np.testing.assert_allclose(unpacked(packed(given)).certainty, given.certainty, atol=0.5 / 255 + 1e-6)


def test_what_comes_back_can_be_edited(segmentation):
    unpacked(packed(segmentation)).labels[0, 0, 0] = 1


def test_labels_that_are_no_block_in_memory_are_stored_as_they_look(segmentation):
    grid = Grid((0, 0, 0), (1, 1, 1), (6, 5, 4))
    turned = Segmentation("ct", segmentation.labels.T, segmentation.certainty.T, grid, ("a", "b"))
    np.testing.assert_array_equal(unpacked(packed(turned)).labels, turned.labels)


def test_a_place_in_numbers_of_numpy_is_stored(segmentation):
    grid = Grid(tuple(np.float32([1, 2, 3])), tuple(np.float32([1, 1, 2])), tuple(np.int64([4, 5, 6])))
    given = Segmentation("ct", segmentation.labels, segmentation.certainty, grid, ("a", "b"), {"a": np.float32(0.5)})
    assert unpacked(packed(given)).grid == Grid((1, 2, 3), (1, 1, 2), (4, 5, 6))


SOURCE = SourceImages(
    ((-1.0, 0.0, 0.0, 3.0), (0.0, 1.0, 0.0, 2.0), (0.0, 0.0, -1.0, 5.0)),
    ((0.01, 0.0, 0.7, -30.5), (0.0, 0.7, 0.0, 12.1), (-2.0, 0.0, 0.01, 99.9)),
    (9, 512, 512),
    (0.0, 1.0, 2.5),
)


def test_the_way_back_to_the_images_is_stored_and_masks_of_before_have_none(segmentation):
    given = replace(segmentation, grid=replace(segmentation.grid, source=SOURCE))
    assert unpacked(packed(given)).grid.source == SOURCE
    words, *rest = split(packed(given))
    before = {name: part for name, part in json.loads(words).items() if name != "source"}
    found = unpacked(joined(json.dumps(before), *rest))
    assert (found.grid, found.grid.source) == (segmentation.grid, None)


def test_what_the_network_expected_is_stored_and_masks_of_before_do_not_know_it(segmentation):
    known = {"expected_ml": {"artery": 2.5}, "agreement": {"artery": 0.9}}
    given = replace(segmentation, expected_ml={"artery": np.float64(2.5)}, agreement=known["agreement"])
    found = unpacked(packed(given))
    assert {"expected_ml": found.expected_ml, "agreement": found.agreement} == known
    words, *rest = split(packed(given))
    before = {name: part for name, part in json.loads(words).items() if name not in known}
    found = unpacked(joined(json.dumps(before), *rest))
    assert (found.expected_ml, found.agreement, found.context_ml) == ({}, {}, {"fat": 3.25})


def test_the_store_gives_masks_by_step(store, answered, segmentation):
    store.save(answered)
    store.save_masks(answered.id, {"vessels": segmentation, "other": segmentation})
    store.save_masks(answered.id, {"vessels": segmentation})
    (found,) = store.masks(answered.id).values()
    np.testing.assert_array_equal(found.labels, segmentation.labels)
    assert (found.grid, dict(found.context_ml)) == (segmentation.grid, {"fat": 3.25})


def split(piece: bytes) -> tuple[str, bytes, bytes]:
    words, labels = LENGTHS.unpack_from(piece)
    rest = piece[LENGTHS.size :]
    return rest[:words].decode(), rest[words:][:labels], rest[words + labels :]


def damaged(description: dict | None = None, labels: bytes | None = None):
    def change(parts):
        words, kept, certainty = parts
        words = json.dumps({**json.loads(words), **(description or {})})
        return words, kept if labels is None else labels, certainty

    return change


def grid_of(*shape) -> dict:
    return {"grid": {"origin_mm": [0, 0, 0], "spacing_mm": [1, 1, 1], "shape": shape}}


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: ("{", *parts[1:]),
        lambda parts: ("[]", *parts[1:]),
        damaged({"grid": {}}),
        damaged({"source": []}),
        damaged({"source": {**asdict(SOURCE), "shape": [9, 512]}}),
        damaged({"source": {**asdict(SOURCE), "to_patient": [[0, 0, 0, 1]] * 3}}),
        damaged({"source": {**asdict(SOURCE), "to_source": [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}}),
        damaged({"structures": ["vein"]}),
        damaged({"structures": None}),
        damaged(grid_of(4, 5)),
        damaged(grid_of(4, 5, 7)),
        damaged(grid_of(4, 5, 5)),
        damaged(grid_of(0, 5, 6)),
        damaged(grid_of("4", 5, 6)),
        damaged(grid_of(2**40, 2**40, 2**40)),
        damaged(labels=b""),
        damaged(labels=b"not compressed"),
        damaged(labels=zlib.compress(bytes(119))),
        damaged(labels=zlib.compress(bytes(10**6))),
        damaged(labels=zlib.compress(bytes(120))[:-1]),
    ],
)
def test_damaged_masks_are_refused_with_the_name_of_the_file(store, path, answered, segmentation, change, monkeypatch):
    store.save(answered)
    monkeypatch.setattr("desktop.cases.masks.packed", lambda given: joined(*change(split(packed(given)))))
    store.save_masks(answered.id, {"vessels": segmentation})
    with pytest.raises(InputError) as caught:
        store.masks(answered.id)
    found = caught.value
    assert (found.code, found.parameters["path"], found.parameters["case"]) == (
        "cases.case-damaged",
        str(path),
        answered.id,
    )
