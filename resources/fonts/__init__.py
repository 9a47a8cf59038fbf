"""The report's fonts, cut from a pinned package by ``make``."""
