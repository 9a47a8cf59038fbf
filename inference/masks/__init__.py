"""Masks that other programs drew: read, matched with the images, and refused where they do not fit."""
