"""The self-test: does everything that a result needs work on this computer?"""

from desktop.self_test.plan import plan, self_test

__all__ = ["plan", "self_test"]
