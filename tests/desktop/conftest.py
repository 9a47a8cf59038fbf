"""Outcomes to print."""

import pytest

from inference.outcome import Outcome
from tests.helpers.outcomes import ANSWERS, screen


@pytest.fixture(scope="session")
def clinical_outcome() -> Outcome:
    """A high risk with one unknown factor and guideline warnings."""
    return screen("cme-literature-prior", ANSWERS)


@pytest.fixture(scope="session")
def refused_outcome() -> Outcome:
    """Too few answers for any risk."""
    return screen("cme-literature-prior", {"age": 63})
