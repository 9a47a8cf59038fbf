"""Manifests of schema 1, which left unsaid what the program then knew by itself: one event and one region.

What they meant stands in ``resources/schema-1.json``, and is put into them when they are read: packs of before, and
records of what was printed with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import resources
from inference.reading import Fault, read_json

PRESENT = 2
"""The schema that is written now. A pack that uses what is new in it says so, and an earlier program then refuses it by
that number."""
NEW = ("regions", "gates", "event", "words")


def as_schema_2(data: Any) -> Any:
    """Plain data of schema 1 as of schema 2; anything else as it is.

    Raises
    ------
    Fault
        ``schema-later`` for a schema that this version does not know; ``schema-earlier`` for a manifest of schema 1
        with an entry that came later.
    """
    if not isinstance(data, Mapping):
        return data
    schema = data.get("schema")
    if isinstance(schema, int) and schema > PRESENT:
        raise Fault("schema-later", ".schema", schema=schema, known=PRESENT)
    if schema != 1 or isinstance(schema, bool):
        return data
    for name in NEW:
        if name in data:
            raise Fault("schema-earlier", f".{name}", schema=PRESENT)
    # Nothing is known of the data yet: what has another form is told when it is checked.
    images = data.get("images")
    roles = [role for role in images if isinstance(role, Mapping)] if isinstance(images, list | tuple) else []
    if any("window" in role for role in roles):
        raise Fault("schema-earlier", ".images", schema=PRESENT)
    meant = _meant()
    used = [role.get("region") for role in roles]
    regions = [region for region in meant["regions"] if region["id"] in used]
    return {**data, **meant, "schema": PRESENT, "regions": regions}


@cache
def _meant() -> dict[str, Any]:
    meant = read_json(Path(resources.__file__).parent / "schema-1.json")
    assert isinstance(meant, dict)
    return meant
