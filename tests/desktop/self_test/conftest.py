"""A pack to test with, and folders of the test's own."""

import json

import pytest

from desktop.language import Language
from desktop.places import default_places
from tests.helpers.packs import make_pack

CASE = {"sheet": {"answers": {"a": 1, "b": 2}}, "expected": {"kind": "answer", "numbers": {"results.sum.value": 3}}}


@pytest.fixture(autouse=True)
def places(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    return default_places()


@pytest.fixture(params=["en", "zh"])
def language(request):
    return Language(request.param)


@pytest.fixture
def pack():
    return make_pack({"golden/case.json": json.dumps(CASE).encode()})
