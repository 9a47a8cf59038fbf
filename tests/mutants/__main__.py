"""``python -m tests.mutants [MODULE ...]``: change the modules that risks and places hang on, one thing at a time.

A change that no test sees is a mutant that survives. The modules and the tests that are to find their mutants stand in
``modules.toml``; survivors that compute the same stand with the reason in ``equivalent.toml`` and do not count. The
result goes to ``benchmarks/mutants.json``, each module's in the place of its last one. One process, some minutes, in
which the sources must not be changed. POSIX only: it forks.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from tests.mutants.listed import LEAST_SCORE, equivalents, modules
from tests.mutants.making import Mutant, mutants_of
from tests.mutants.trying import prepare, survives

RESULT = Path("benchmarks/mutants.json")
SECONDS = 20
"""For the tests of one mutant; they take less than one."""


def main() -> int:
    """Run; 1 where too many survive."""
    table = modules()
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.splitlines()[0])
    parser.add_argument("module", nargs="*", help="a module's path or the beginning of some; none: all")
    parser.add_argument("--survivors", action="store_true", help="only those that survived last, and no new result")
    options = parser.parse_args()
    wanted = [path for path in table if not options.module or path.startswith(tuple(options.module))]
    if not wanted:
        parser.error(f"none of {', '.join(table)}")
    known = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    prepare()
    found = {}
    for path in wanted:
        only = known.get(path, {}).get("survivors", []) if options.survivors else None
        found[path] = _try_all(path, table[path], only)
        if only is None:
            result = {**known, **found}
            text = json.dumps({path: result[path] for path in table if path in result}, indent=1, ensure_ascii=False)
            RESULT.write_text(text + "\n", encoding="utf-8")
    return int(any(result["score"] < LEAST_SCORE for result in found.values()))


def _try_all(path: str, tests: list[str], only: list[str] | None) -> dict[str, object]:
    """What became of a module's mutants, or of those that are told like this."""
    source, module = Path(path).read_text(encoding="utf-8"), path.removesuffix(".py").replace("/", ".")
    begun = time.monotonic()
    if not survives(module, source, tests, 10 * SECONDS):
        survives(module, source, tests, 10 * SECONDS, show=True)
        sys.exit(f"{path}: its tests do not pass as it is")
    mutants = [mutant for mutant in mutants_of(source) if only is None or _told(mutant) in only]
    accepted, equal, survivors = equivalents(path), 0, []
    print(f"{path}: {len(mutants)} mutants", flush=True)
    for mutant in mutants:
        if not survives(module, mutant.source, tests, SECONDS):
            continue
        if (mutant.line, mutant.mutant) in accepted:
            equal += 1
            continue
        survivors.append(_told(mutant))
        print(f"  {survivors[-1]}", flush=True)
    counted = len(mutants) - equal
    result = {
        "mutants": len(mutants),
        "equivalent": equal,
        "killed": counted - len(survivors),
        "score": round((counted - len(survivors)) / counted, 4) if counted else 1.0,
        "seconds": round(time.monotonic() - begun),
        "survivors": survivors,
    }
    print(f"  {result['killed']} of {counted} killed ({result['score']:.1%}), {result['seconds']} s", flush=True)
    return result


def _told(mutant: Mutant) -> str:
    return f"{mutant.number}: {mutant.line}  ->  {mutant.mutant}"


if __name__ == "__main__":
    sys.exit(main())
