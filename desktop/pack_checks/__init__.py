"""Checks of what a result is computed and printed with: decoders, engines, packs, fonts, reports.

They run in the process that asks for them, so the worker process can run them for the window; the self-test of the
whole program (:mod:`desktop.self_test`) adds the computer, the store, and the worker process itself.
"""

from desktop.pack_checks.check import Check, Found, Planned
from desktop.pack_checks.plan import check_pack, checks_of

__all__ = ["Check", "Found", "Planned", "check_pack", "checks_of"]
