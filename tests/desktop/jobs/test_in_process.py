"""Jobs without a process of their own, and whom what comes of them is for."""

import pytest

from desktop.jobs.in_process import InProcess
from desktop.jobs.messages import Failed, Progress, WarmUp, failure
from desktop.work.running_jobs import Caller, RunningJobs
from inference.errors import InputError


class Session:
    """Gives the name of the pack; stumbles over one called ``bad``."""

    def run(self, job, progress, cancelled):
        progress("engines", 0.5)
        if job.pack == "bad":
            raise InputError("pack.unknown", pack=job.pack)
        progress("steps", 1.0)
        return job.pack


@pytest.fixture
def jobs():
    told = []
    jobs = RunningJobs(
        lambda receive: InProcess(Session(), receive), lambda: told.append(("preparing", jobs.preparing))
    )
    jobs.told = told
    jobs.caller = Caller(
        lambda number, result: told.append((number, result)),
        lambda number, error: told.append((number, error.code)),
        lambda number, stage, share: told.append((number, stage)),
    )
    return jobs


def test_each_caller_is_told_what_came_of_its_own_job_once(jobs):
    numbers = [jobs.submit(WarmUp(name), jobs.caller) for name in ("good", "bad")]
    nobody = jobs.submit(WarmUp("other"), Caller(lambda *given: None, lambda *given: None))
    jobs.executor.run()
    first, second = numbers
    assert [what for what in jobs.told if what[0] == first] == [(first, "engines"), (first, "steps"), (first, "good")]
    assert [what for what in jobs.told if what[0] == second] == [(second, "engines"), (second, "pack.unknown")]
    assert [what for what in jobs.told if what[0] == nobody] == []
    assert (jobs.told.count(("preparing", 0.5)), jobs.preparing) == (3, None)
    jobs.receive(Failed(first, "worker.crashed"))  # it has ended already
    assert jobs.told.count((first, "worker.crashed")) == 0


def test_what_somebody_waits_for_goes_first_each_group_in_its_order(jobs):
    for name in ("1", "2"):
        jobs.submit(WarmUp(name), jobs.caller)
    ahead = jobs.submit(WarmUp("3"), jobs.caller, ahead=True)
    assert [task.job.pack for task in jobs.executor.waiting] == ["3", "1", "2"]
    jobs.prefer({2})
    assert [task.job.pack for task in jobs.executor.waiting] == ["2", "1", "3"]
    jobs.cancel(ahead)
    jobs.cancel(99)
    assert (jobs.told, len(jobs.executor.waiting)) == ([(ahead, "work.cancelled")], 2)


def test_nobody_is_told_anything_after_the_end(jobs):
    number = jobs.submit(WarmUp("good"), jobs.caller)
    jobs.close()
    jobs.executor.run()
    jobs.receive(Progress(number, "steps", 0.5))
    jobs.receive(Failed(number, "worker.crashed"))
    assert jobs.told == []


def test_an_error_is_told_as_it_comes_through_a_pipe():
    told = failure(3, InputError("mask.which-part", titles=("1", "2"), count=2, path=None))
    assert told.parameters == {"titles": "('1', '2')", "count": 2, "path": None}
