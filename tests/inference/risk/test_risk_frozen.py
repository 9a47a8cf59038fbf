"""What the science hands on cannot be changed behind its back."""

from __future__ import annotations

from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

import inference.risk

MODULES = sorted(path.stem for path in Path(inference.risk.__file__).parent.glob("[!_]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_every_value_of_the_risk_is_frozen(name):
    module = import_module(f"inference.risk.{name}")
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind)]
    assert [kind.__name__ for kind in kinds if not kind.__dataclass_params__.frozen] == []
