"""Texts and numbers of a fixed form in manifests.

They are apart from the vocabulary, which the window needs before pydantic is loaded.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", max_length=64)]
"""Letters and digits with hyphens between them: fit for the name of a file."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""Red, green and blue, ``#rrggbb``."""
Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole."""
