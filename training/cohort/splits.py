"""Names of the three parts of a cohort."""

SPLITS = ("train", "validation", "external")
"""Training, validation of the same centre, and the external test."""
