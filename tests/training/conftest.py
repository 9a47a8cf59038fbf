"""The procedural body as an anatomy, and one scan simulated from it: neither needs the shared atlases."""

import pytest

pytest.importorskip("torch", reason="needs the training extra")

from training.simulate.anatomy import procedural_anatomy
from training.simulate.generate import simulate
from training.simulate.pose import measure_skeleton


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """What is printed does not hang on the machine's language."""
    monkeypatch.setenv("LANGUAGE", "en_GB.UTF-8")


@pytest.fixture(scope="session")
def anatomy():
    return procedural_anatomy()


@pytest.fixture(scope="session")
def bodies(anatomy):
    return [(anatomy, measure_skeleton(anatomy))]


@pytest.fixture(scope="session")
def simulated(bodies):
    return simulate(bodies, 5)
