"""Exit codes that scripts can rely on."""

from __future__ import annotations

ANSWER = 0
"""An answer was given, or the command did what it was asked."""
INTERNAL = 1
"""A fault of the program."""
BAD_INPUT = 2
"""A file, an answer, a setting or the command line cannot be used."""
REFUSED = 3
"""The input was understood and an answer refused; the reasons are in the report."""
UNTRUSTED = 4
"""A pack does not verify, a model cannot run, or a check of the self-test failed."""
STOPPED = 130
"""Interrupted by the user (Ctrl-C)."""
