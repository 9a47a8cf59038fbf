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
    if isinstance(value, int | float) and abs(value) > MOST:
        yield field, "beyond-number", MOST
    elif isinstance(value, str) and len(value) > MAX_CHARACTERS:
        yield field, "beyond-text", MAX_CHARACTERS
    elif isinstance(value, tuple | list | Mapping) and len(value) > MAX_PARTS:
        yield field, "beyond-list", MAX_PARTS
    elif isinstance(value, tuple | list):
        for number, part in enumerate(value):
            yield from beyond(part, f"{field}[{number}]", skipped)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from beyond(name, field)
            yield from beyond(part, f"{field}.{name}", skipped)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            if part.name not in skipped:
                yield from beyond(getattr(value, part.name), f"{field}.{part.name}".removeprefix("."), skipped)
