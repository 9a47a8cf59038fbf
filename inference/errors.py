"""Errors of the program: one base class with a stable code and parameters.

The code is the key of the wording in ``resources/translations``; the parameters fill its placeholders. Nothing that a
user reads is written here.
"""

from __future__ import annotations


class PrecontrastError(Exception):
    """Something the user can be told about.

    Parameters
    ----------
    code : str
        Stable key, ``area.what``, for instance ``dicom.not-found``.
    **parameters
        Values that the wording names, for instance ``path``.
    """

    def __init__(self, code: str, /, **parameters: object) -> None:
        self.code = code
        self.parameters = parameters
        super().__init__(code + "".join(f" {name}={value}" for name, value in parameters.items()))

    @property
    def evidence(self) -> dict[str, str | float]:
        """The parameters as a finding may hold them: numbers, and the text of everything else."""
        plain = self.parameters.items()
        return {name: value if isinstance(value, int | float | str) else str(value) for name, value in plain}


class InputError(PrecontrastError):
    """A file, an answer or a setting that cannot be used; the parameters name it."""


class PackError(PrecontrastError):
    """A pack that cannot be trusted or understood."""


class EngineError(PrecontrastError):
    """A model that cannot be loaded or run."""


class Cancelled(PrecontrastError):
    """The user stopped the work."""

    def __init__(self) -> None:
        super().__init__("work.cancelled")


def first_line(error: Exception) -> str:
    """What a library says of a fault, without the pages that follow; its kind where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
