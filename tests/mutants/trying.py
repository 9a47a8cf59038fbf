"""One mutant and the tests: a child process that imports the changed module in place of the true one.

The parent has imported the libraries and nothing of the project, so that a child begins in milliseconds and yet sees
nothing but its own project. POSIX only: it forks.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
from types import ModuleType

import pytest
from hypothesis import Phase, settings

from tests.mutants.listed import ARGUMENTS

LIBRARIES = ("numpy", "numpy.ma", "numpy.linalg", "pydantic", "pydicom", "scipy.special", "SimpleITK")
MOST_BYTES = 8 << 30
"""Of address space: a changed size may ask for any."""


def prepare() -> None:
    """Import what every child needs."""
    # Qt and xdist would be loaded for tests that need neither.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in LIBRARIES:
        importlib.import_module(name)
    # The same examples for each mutant; to make a failing one smaller only takes time.
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", derandomize=True, database=None, deadline=None, max_examples=15, phases=phases)
    settings.load_profile("mutants")


def survives(module: str, source: str, tests: list[str], seconds: int, show: bool = False) -> bool:
    """Whether all tests pass with this source as the module; a child that goes on for too long has failed."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os._exit(_run(module, source, tests, seconds, show))
    return os.waitpid(child, 0)[1] == 0


def _run(module: str, source: str, tests: list[str], seconds: int, show: bool) -> int:
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    if not show:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
    sys.meta_path.insert(0, _Changed(module, source))
    try:
        return int(pytest.main([*ARGUMENTS, *tests]))
    except BaseException:
        return 1


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module, and it is another one."""

    def __init__(self, module: str, source: str) -> None:
        self.module, self.source = module, source

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        """See :class:`importlib.abc.MetaPathFinder`."""
        if name != self.module:
            return None
        true = importlib.machinery.PathFinder.find_spec(name, path)
        return importlib.util.spec_from_loader(name, self, origin=true.origin)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """See :class:`importlib.abc.Loader`."""

    def exec_module(self, module: ModuleType) -> None:
        """See :class:`importlib.abc.Loader`."""
        exec(compile(self.source, module.__spec__.origin, "exec"), module.__dict__)
