"""Formulas in manifests: arithmetic on named values, nothing else.

A formula is parsed by Python's own parser and evaluated by walking the tree over a short list of allowed nodes, so a
pack can compute and can do nothing more.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping

MAX_LENGTH = 400
MAX_EXPONENT = 10
MOST = 1e15
"""Beyond this a result is none: no quantity is as large, and it could not be printed."""
_BINARY: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "log": math.log,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "min": min,
    "max": max,
}
_CONSTANTS = {"pi": math.pi}


def names_in(formula: str) -> frozenset[str]:
    """Names of the values that a formula needs.

    Raises
    ------
    ValueError
        When it is not plain arithmetic.
    """
    tree = _parse(formula)
    return frozenset(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id not in _FUNCTIONS and node.id not in _CONSTANTS
    )


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """Compute a formula.

    Raises
    ------
    ValueError
        When it is not plain arithmetic, lacks a value, or has no finite result (division by zero, for instance).
    """
    try:
        result = float(_value(_parse(formula), values))
    except (ZeroDivisionError, OverflowError, TypeError) as error:
        raise ValueError(f"no finite result: {error}") from error
    if not abs(result) <= MOST:
        raise ValueError("no finite result")
    return result


def _parse(formula: str) -> ast.expr:
    if len(formula) > MAX_LENGTH:
        raise ValueError(f"a formula has at most {MAX_LENGTH} characters")
    try:
        tree = ast.parse(formula, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"not a formula: {formula!r}") from error
    for node in ast.walk(tree):
        if not _allowed(node):
            raise ValueError(
                f"not allowed in a formula: {ast.unparse(node) if isinstance(node, ast.expr) else formula}"
            )
    return tree


def _allowed(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return _number(node) is not None
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _FUNCTIONS and not node.keywords
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        exponent = _number(node.right)
        return exponent is not None and abs(exponent) <= MAX_EXPONENT
    return isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Name, ast.Load, ast.USub, *_BINARY))


def _number(node: ast.AST) -> float | None:
    """The number that a part of a formula is, if it is one; True and False are none."""
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    number = _number(node)
    if number is not None:
        # In floating point throughout: whole numbers would grow without limit.
        return float(number)
    if isinstance(node, ast.Name):
        if node.id in _CONSTANTS:
            return _CONSTANTS[node.id]
        if node.id not in values:
            raise ValueError(f"no value for {node.id}")
        return values[node.id]
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand, values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _FUNCTIONS[node.func.id](*(_value(argument, values) for argument in node.args))
    if isinstance(node, ast.BinOp):
        return _BINARY[type(node.op)](_value(node.left, values), _value(node.right, values))
    raise ValueError(f"not allowed in a formula: {ast.unparse(node)}")
