"""What any part of a manifest may hold.

What is read and then cannot be printed would be a fault of the program in front of a patient.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping

from inference.errors import InputError
from inference.packs.manifest import Manifest

MOST = 1e12
"""No quantity of medicine is larger in its unit, and none of its results is then beyond what can be printed."""
MAX_CHARACTERS = 20_000
MAX_PARTS = 10_000
"""Of a list or a table."""


def check_bounds(manifest: Manifest, source: str) -> None:
    """Refuse the first number, text or list of a manifest that nothing could be printed of.

    Raises
    ------
    InputError
        ``schema.invalid`` with the field.
    """
    found = next(beyond(manifest), None)
    if found is not None:
        field, kind, limit = found
        raise InputError(
            "schema.invalid", source=source, field=field, problem=kind, problem_kind=kind, limit=limit, count=1
        )


def beyond(value: object, field: str = "", skipped: Collection[str] = ()) -> Iterator[tuple[str, str, float]]:
    """Parts that are beyond the bounds: field, kind of the fault, limit.

    Parameters
    ----------
    skipped
        Names of fields of dataclasses that have bounds of their own.
    """
    limit = _limit(value)
    if limit is not None:
        yield field, *limit
        return
    for step, part in _parts(value, skipped):
        # Most parts are short texts and small numbers: they are not worth a look of their own.
        if not _small(part):
            yield from beyond(part, f"{field}{step}".removeprefix("."), skipped)


def _small(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MAX_CHARACTERS
    return value is None or (isinstance(value, (int, float)) and abs(value) <= MOST)


def _limit(value: object) -> tuple[str, float] | None:
    """What kind of limit a value by itself is beyond, and the limit."""
    if isinstance(value, (int, float)) and abs(value) > MOST:
        return "beyond-number", MOST
    if isinstance(value, str) and len(value) > MAX_CHARACTERS:
        return "beyond-text", MAX_CHARACTERS
    if isinstance(value, (tuple, list, Mapping)) and len(value) > MAX_PARTS:
        return "beyond-list", MAX_PARTS
    return None


def _parts(value: object, skipped: Collection[str]) -> Iterator[tuple[str, object]]:
    """The step to each part of a list, table or dataclass, and the part; names of a table are parts, too."""
    if isinstance(value, (tuple, list)):
        for number, part in enumerate(value):
            yield f"[{number}]", part
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield "", name
            yield f".{name}", part
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            if part.name not in skipped:
                yield f".{part.name}", getattr(value, part.name)
