"""``python -m tests.mutants.covered``: whether the listed tests take every branch of their modules.

Seconds, and without the other tests: a line that only a whole screening reaches is reached by chance.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import coverage
import pytest

from tests.mutants.listed import ARGUMENTS, modules


def main() -> int:
    """Run; 1 where a branch is left out."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    table = modules()
    # Libraries that watch their own imports are imported before anybody watches them.
    import_module("numpy")
    measured = coverage.Coverage(branch=True, include=list(table), data_file=None, config_file=False)
    measured.exclude("if TYPE_CHECKING:")
    measured.start()
    failed = pytest.main([*ARGUMENTS, *dict.fromkeys(test for tests in table.values() for test in tests)])
    measured.stop()
    if failed:
        return int(failed)
    unseen = [path for path in table if not measured.get_data().lines(os.path.abspath(path))]
    if unseen:
        print(f"No test imports {', '.join(unseen)}.")
    return int(measured.report(show_missing=True) < 100 or bool(unseen))


if __name__ == "__main__":
    sys.exit(main())
