"""What a report says of its own record: whether the audit log knows it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.outcome import Tick


@dataclass(frozen=True, slots=True)
class Standing:
    """What the audit log says of a record.

    Attributes
    ----------
    confirmed
        Whether the record stands in the log as signed; also where it has no signature.
    count, head
        Lines of the log, and the SHA-256 of the last one: printed on a report, they prove later that the log had these
        lines. 0 where there is no log.
    identity
        Who has compared the patient with wristband or order, and when; None where the log knows of nobody.
    """

    confirmed: bool = True
    count: int = 0
    head: str = ""
    identity: Tick | None = None


UNQUESTIONED = Standing()
"""Of an outcome that this program has just made."""
