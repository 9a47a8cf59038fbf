"""Measured claims, one module a claim."""
