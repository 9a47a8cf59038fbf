"""Fixtures of the tests of the science."""

from __future__ import annotations

from pathlib import Path

import pytest

from inference.packs.signing import TrustedKey, new_key, read_trusted_keys


@pytest.fixture(scope="session")
def private_key(tmp_path_factory) -> Path:
    """A key pair of its own for this run; the public half lies beside it."""
    folder = tmp_path_factory.mktemp("keys")
    new_key(folder / "tester.pem", folder / "tester.pub")
    return folder / "tester.pem"


@pytest.fixture(scope="session")
def trusted(private_key) -> list[TrustedKey]:
    """The public half of the key, as an installation trusts it."""
    return read_trusted_keys([private_key.parent])
