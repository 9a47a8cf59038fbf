"""Both languages, and a pack to test with."""

import pytest

from desktop.language import Language
from tests.helpers.packs import make_pack


@pytest.fixture(params=["en", "zh"])
def language(request):
    return Language(request.param)


@pytest.fixture
def pack():
    return make_pack()
