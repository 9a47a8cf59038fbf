"""What is changed in the source: operators of cosmic-ray, and those that it lacks.

Of cosmic-ray's replacements of one operator by each other one only those are taken that a slip of the pen would make;
the rest are found by any test and would only flatter the score.
"""

from __future__ import annotations

from collections.abc import Iterator

import parso
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import Number, PythonNode

TINY = 1e-4
"""Numbers below this are tolerances: a tenth more or less is nothing to them."""
MANY = 10_000

_TAKEN = (
    "NumberReplacer",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "RemoveDecorator",
    "ZeroIterationForLoop",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Div_Mul",
    "ReplaceBinaryOperator_FloorDiv_Div",
    "ReplaceBinaryOperator_Mod_FloorDiv",
    "ReplaceBinaryOperator_Pow_Mul",
    "ReplaceBinaryOperator_BitOr_BitAnd",
    "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_Lt_GtE",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_LtE_Gt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_Gt_LtE",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_GtE_Lt",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceUnaryOperator_USub_UAdd",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_Invert",
)

_OPPOSITES = (
    ("min", "max"),
    ("minimum", "maximum"),
    ("floor", "ceil"),
    ("any", "all"),
    ("argmin", "argmax"),
)
_OPPOSITE = {name: other for pair in _OPPOSITES for name, other in (pair, pair[::-1])}


class _Leaf(Operator):
    """An operator that puts other words in the place of one leaf of the tree."""

    def replacements(self, node: parso.tree.NodeOrLeaf) -> tuple[str, ...]:
        """What to put there; nothing where this operator has no business."""
        raise NotImplementedError

    def mutation_positions(self, node: parso.tree.NodeOrLeaf) -> Iterator[tuple[object, object]]:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        for _ in self.replacements(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: parso.tree.NodeOrLeaf, index: int) -> parso.tree.NodeOrLeaf:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        node.value = self.replacements(node)[index]
        return node

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        return ()


class NearNumber(_Leaf):
    """A limit that is a tenth more or less; a tolerance that is none, or thousands of times as much."""

    def replacements(self, node: parso.tree.NodeOrLeaf) -> tuple[str, ...]:
        """See :class:`_Leaf`."""
        if not isinstance(node, Number) or node.value.isdigit():
            return ()
        value = float(node.value)
        if not value:
            return ("1.0",)
        return ("0.0", repr(value * MANY)) if value < TINY else (repr(value * 1.1), repr(value / 1.1))


class Opposite(_Leaf):
    """The least in place of the largest, all in place of any, and the like."""

    def replacements(self, node: parso.tree.NodeOrLeaf) -> tuple[str, ...]:
        """See :class:`_Leaf`."""
        return (_OPPOSITE[node.value],) if node.type == "name" and node.value in _OPPOSITE else ()


class OtherText(_Leaf):
    """Another word: of a code, a key, an attribute's name."""

    def replacements(self, node: parso.tree.NodeOrLeaf) -> tuple[str, ...]:
        """See :class:`_Leaf`."""
        if node.type != "string" or node.parent.type in ("simple_stmt", "file_input"):
            return ()
        start = node.value.index(node.value[-1]) + 1
        return (f"{node.value[:start]}~{node.value[start:]}",)


class DropStatement(Operator):
    """A call, a refusal or a change in place that is left out."""

    def mutation_positions(self, node: parso.tree.NodeOrLeaf) -> Iterator[tuple[object, object]]:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        parent = node.parent
        if parent is None or parent.type != "simple_stmt" or parent.children[0] is not node:
            return
        called = node.type == "atom_expr" and node.children[-1].children[0].value == "("
        if called or node.type == "raise_stmt" or _changes(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: parso.tree.NodeOrLeaf, index: int) -> parso.tree.NodeOrLeaf:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        prefix = node.get_first_leaf().prefix
        return PythonNode("pass_stmt", [parso.python.tree.Keyword("pass", node.start_pos, prefix)])

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """See :class:`cosmic_ray.operators.operator.Operator`."""
        return (Example("a.sort()", "pass"),)


def _changes(node: parso.tree.NodeOrLeaf) -> bool:
    """Whether a statement changes something that is there without it, too."""
    if node.type != "expr_stmt":
        return False
    target, sign = node.children[:2]
    if sign.type == "annassign":
        return False
    return sign.get_code().strip() != "=" or target.type == "atom_expr"


def operators() -> list[Operator]:
    """All that are tried."""
    return [
        *(get_operator(f"core/{name}")() for name in _TAKEN),
        NearNumber(),
        Opposite(),
        OtherText(),
        DropStatement(),
    ]
