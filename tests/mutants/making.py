"""The mutants of one module: its source with one thing changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

from tests.mutants.operators import operators


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change.

    Attributes
    ----------
    number
        Of the line that was changed, from 1.
    line, mutant
        That line as it is and as it became, without the spaces around it.
    source
        The whole module.
    """

    number: int
    line: str
    mutant: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Each different change once, in the order of the operators; those that no test could see are left out."""
    nodes = list(ast_nodes(get_ast(source)))
    seen = {source}
    for operator in operators():
        places = [node for node in nodes for _ in operator.mutation_positions(node)]
        for occurrence, node in enumerate(places):
            if _is_unseen(node):
                continue
            changed = mutate_code(source, operator, occurrence)
            if changed not in seen and _is_python(changed):
                seen.add(changed)
                yield _mutant(source, changed)


def _is_python(source: str) -> bool:
    """Whether it can be read at all; what cannot would be found by any test and flatter the score."""
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _mutant(source: str, changed: str) -> Mutant:
    before, after = source.splitlines(), changed.splitlines()
    n = next((n for n, (one, other) in enumerate(zip(before, after)) if one != other), min(len(before), len(after)) - 1)
    return Mutant(n + 1, before[n].strip(), after[n].strip(), changed)


def _is_unseen(node: parso.tree.NodeOrLeaf) -> bool:
    """Whether it is written for readers and type checkers, or (``slots``) saves memory only."""
    if node.type == "if_stmt" and node.children[1].get_code().strip() == "TYPE_CHECKING":
        return True
    while (parent := node.parent) is not None:
        here = parent.children.index(node)
        if parent.type in ("annassign", "tfpdef") and here == (1 if parent.type == "annassign" else 2):
            return True
        if parent.type == "funcdef" and node is parent.annotation:
            return True
        if parent.type == "argument" and parent.children[0].get_code().strip() == "slots":
            return True
        if parent.type == "trailer" and parent.get_previous_leaf().value == "Literal":
            return True
        if parent.type == "if_stmt" and parent.children[1].get_code().strip() == "TYPE_CHECKING":
            return True
        node = parent
    return False
