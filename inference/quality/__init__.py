"""The quality gates: what was checked, what was seen, and whether it stops the answer."""
