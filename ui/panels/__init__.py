"""Beside the images: the form with what is asked, and the result with what comes out."""
