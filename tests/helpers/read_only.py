"""What several tests share, none may change."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np


def make_read_only(value: object) -> None:
    """Let nobody write into the arrays of a value, at any depth of containers and dataclasses."""
    if isinstance(value, np.ndarray):
        value.flags.writeable = False
    elif isinstance(value, Mapping):
        for part in value.values():
            make_read_only(part)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for part in value:
            make_read_only(part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            make_read_only(getattr(value, field.name))
