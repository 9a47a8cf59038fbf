"""What a check is before it is run, and after."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.language import Language
from inference.errors import PrecontrastError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the table: what was tested, on what, whether it passed, how long it took."""

    name: str
    subject: str
    passed: bool
    detail: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: all is well with something to say, or what is wrong and what to do."""

    passed: bool = True
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A check to run. What it is called is known beforehand, so that a table can be laid out."""

    name: str
    subject: str
    run: Callable[[], Found]

    def done(self, language: Language) -> Check:
        """Run it; whatever goes wrong is a finding, so that the other checks are still run."""
        started = time.perf_counter()
        try:
            found = self.run()
        except PrecontrastError as error:
            found = Found(False, language.error(error))
        except Exception as error:
            # A library that is missing or broken may raise anything; that is what the self-test is for.
            log.info("a check failed", exc_info=True)
            detail = f"{type(error).__name__}: {error}"
            found = Found(False, language.text("self-test.broken", detail=detail))
        return Check(self.name, self.subject, found.passed, found.detail, time.perf_counter() - started)
