"""What a fixture of wider scope hands out is the same for every test, in whatever order they run."""

from dataclasses import dataclass

import numpy as np
import pytest


@dataclass(frozen=True)
class Kept:
    values: np.ndarray
    named: dict[str, list[np.ndarray]]


@pytest.fixture(scope="module")
def kept():
    return (Kept(np.zeros(3), {"a": [np.ones((2, 2))]}),)


@pytest.fixture
def own():
    return Kept(np.zeros(3), {})


@pytest.mark.parametrize("of", [lambda k: k[0].values, lambda k: k[0].named["a"][0], lambda k: k[0].values[1:]])
def test_no_test_can_write_into_the_arrays_of_a_fixture_that_others_use(kept, of):
    with pytest.raises(ValueError, match="read-only"):
        of(kept)[...] = 7


def test_what_is_made_for_one_test_it_may_change(own):
    own.values[0] = 1
    assert own.values[0] == 1
