"""Vessel masks for a non-contrast scan from the same patient's enhanced one."""
