"""``python -m tests.typed``: mypy over all packages in one run; errors only where they are written down.

``--lower`` writes the numbers down that have become smaller.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.typed.owed import OWING, complaints, counted, lowered, owed, write

TOP = Path(__file__).parents[2]


def main(lower: bool) -> int:
    """Run; 1 where a file has more errors than its number, or fewer."""
    strict = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["packages"]
    packages = [word for name in (*strict, *OWING) for word in ("-p", name)]
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", *packages]
    done = subprocess.run(command, capture_output=True, text=True, cwd=TOP, check=False)
    if done.returncode not in (0, 1):
        print(done.stdout + done.stderr)
        return done.returncode
    report = done.stdout.splitlines()
    found, allowed = counted(report), owed()
    if lower:
        write(allowed := lowered(found, allowed))
    above = {path for path, number in found.items() if number > allowed.get(path, 0)}
    wrong = complaints(found, allowed)
    print("\n".join([*(line for line in report if line.split(":")[0] in above), *wrong]))
    print(f"Type errors that are still owed: {sum(allowed.values())} in {len(allowed)} files of {' and '.join(OWING)}.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main("--lower" in sys.argv[1:]))
