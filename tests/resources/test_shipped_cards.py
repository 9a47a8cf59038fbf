"""The cards of the packs that ship speak of the packs beside them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

PACKS = sorted((Path(__file__).parents[2] / "resources" / "packs").glob("*/pack.json"))
OF_ALL = {"cme"}
"""Outcomes of the whole patient."""


@pytest.mark.parametrize("manifest", PACKS, ids=lambda path: path.parent.name)
def test_a_card_names_the_version_that_it_lies_beside(manifest):
    pack, card = json.loads(manifest.read_text(encoding="utf-8")), manifest.with_name("card.md").read_text("utf-8")
    assert set(re.findall(rf"`{pack['id']}` (\d+\.\d+\.\d+)", card)) <= {pack["version"]}


def test_a_pack_without_images_says_which_part_of_the_body_it_is_for():
    packs = [json.loads(path.read_text(encoding="utf-8")) for path in PACKS]
    silent = {p["id"] for p in packs if not p.get("images") and p["outcome"] not in OF_ALL and "body_part" not in p}
    assert len(packs) > 8
    assert silent == set()
