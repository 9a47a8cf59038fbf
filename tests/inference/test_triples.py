"""Three numbers, and nothing that only looks like them."""

import numpy as np
import pytest

from inference.triples import box_of, shape_of, triple


def test_three_numbers_become_plain_ones():
    assert triple(np.array([1, 2.5, -3])) == (1.0, 2.5, -3.0)
    assert {type(value) for value in triple(np.float32([1, 2, 3]))} == {float}
    assert shape_of(np.array([4, 5, 6])) == (4, 5, 6)
    assert box_of([slice(0, 1), slice(1, 2), slice(2, 3)]) == (slice(0, 1), slice(1, 2), slice(2, 3))


@pytest.mark.parametrize("make", [triple, shape_of, box_of])
def test_two_or_four_are_refused(make):
    for values in ([1, 2], [1, 2, 3, 4]):
        with pytest.raises(ValueError):
            make(values)


def test_what_is_no_number_is_refused():
    with pytest.raises(TypeError):
        triple(["1", 2, 3])
    for wrong in ("4", 4.0):
        with pytest.raises(TypeError):
            shape_of([wrong, 5, 6])
