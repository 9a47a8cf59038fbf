"""Packs: the manifest of one risk, its verification and its golden case."""
