"""Any sequence of edits can be taken back to the start and done again to the end."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.masks import MaskEditor
from inference.errors import InputError
from inference.segmentation import Segmentation
from inference.volume import Grid, Volume

GRID = Grid((-8.0, 3.0, 40.0), (2.0, 1.0, 1.0), (8, 10, 12))
BLOCK = (slice(2, 6), slice(2, 8), slice(3, 9))
HU = np.random.default_rng(1).integers(0, 60, GRID.shape).astype(np.int16)

PLANES = st.sampled_from([None, "axial", "coronal", "sagittal"])
PLACES = st.tuples(st.integers(-1, 8), st.integers(-1, 10), st.integers(-1, 12))
VALUES = st.integers(1, 2)
DABS = st.tuples(st.sampled_from(["brush", "erase"]), PLACES, st.floats(0.1, 4), VALUES, PLANES, st.booleans())
EDITS = st.one_of(
    st.lists(DABS, min_size=1, max_size=4).map(lambda dabs: ("stroke", dabs)),
    st.tuples(st.just("grow"), PLACES, VALUES),
    st.tuples(st.just("fill"), VALUES, PLANES.filter(bool)),
    st.tuples(st.just("smooth"), VALUES),
    st.tuples(st.sampled_from(["reset", "undo", "redo"])),
)


def start() -> Segmentation:
    grid = GRID.part(BLOCK)
    labels = np.zeros(grid.shape, np.uint8)
    labels[1:3, 1:4, 1:4], labels[0, 4:, 4:] = 1, 2
    return Segmentation("ct", labels, np.full(grid.shape, 0.5, np.float32), grid, ("artery", "vein"))


def mm(place) -> np.ndarray:
    return GRID.to_patient(np.array(place))


def do(editor: MaskEditor, edit) -> None:
    match edit:
        case "stroke", dabs:
            with editor.stroke():
                for kind, place, radius, value, plane, keep in dabs:
                    if kind == "brush":
                        editor.brush(mm(place), radius, value, plane, keep)
                    else:
                        editor.erase(mm(place), radius, value if keep else None, plane)
        case "grow", place, value:
            with suppress(InputError):
                editor.grow(mm(place), 10, 45, value, most_ml=0.1)
        case "fill", value, plane:
            editor.fill_between(value, plane)
        case "smooth", value:
            editor.smooth(value)
        case (name,):
            getattr(editor, name)()


@settings(deadline=None, max_examples=60)
@given(st.lists(EDITS, max_size=12))
def test_as_many_undos_as_edits_give_back_the_start_and_redos_the_end(edits):
    first = start()
    editor = MaskEditor(first, Volume(HU, GRID))
    model = editor.labels.copy()
    for edit in edits:
        do(editor, edit)
    end = editor.labels.copy()
    ahead = 0
    while editor.can_undo:
        editor.undo()
        ahead += 1
    assert ahead <= len(edits)
    assert np.array_equal(editor.labels, model)
    assert editor.segmentation() is first
    for _ in range(ahead):
        editor.redo()
    assert np.array_equal(editor.labels, end)


@settings(deadline=None, max_examples=40)
@given(st.lists(EDITS, max_size=8))
def test_the_segmentation_says_what_the_labels_say(edits):
    given = start()
    editor = MaskEditor(given, Volume(HU, GRID))
    for edit in edits:
        do(editor, edit)
    found = editor.segmentation()
    first = np.rint(GRID.to_index(np.array(found.grid.origin_mm))).astype(int)
    whole = np.zeros(GRID.shape, np.uint8)
    whole[tuple(slice(n, n + m) for n, m in zip(first, found.grid.shape))] = found.labels
    assert np.array_equal(whole, editor.labels)
    assert (found is not given) == (found.certainty == 1).any()
