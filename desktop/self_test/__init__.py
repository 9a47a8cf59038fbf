"""The self-test: does everything that a result needs work on this computer?"""

from desktop.self_test.check import Check
from desktop.self_test.plan import Planned, plan, self_test

__all__ = ["Check", "Planned", "plan", "self_test"]
