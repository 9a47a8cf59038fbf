"""What someone waits for goes first, and progress goes forward through all stages to the end."""

import pytest

from desktop.jobs.client import Worker
from desktop.jobs.course import SECONDS, Course
from desktop.jobs.messages import Task, WarmUp, WorkerSettings


@pytest.fixture
def queue():
    """A worker that is busy with something else for as long as the test lasts: nothing is started."""
    worker = Worker(WorkerSettings(), lambda message: None)
    worker._running = Task(0, WarmUp("x"))
    return worker


def order(worker) -> list[int]:
    return [task.number for task in worker._waiting]


def test_the_case_in_hand_goes_before_the_others_and_each_keeps_its_order(queue):
    behind = [queue.submit(WarmUp("x")) for _ in range(3)]
    ahead = [queue.submit(WarmUp("x"), ahead=True) for _ in range(2)]
    assert order(queue) == ahead + behind
    later = queue.submit(WarmUp("x"))
    assert order(queue) == [*ahead, *behind, later]


def test_another_case_that_is_taken_in_hand_goes_first_from_then_on(queue):
    first = [queue.submit(WarmUp("x"), ahead=True) for _ in range(2)]
    second = [queue.submit(WarmUp("x")) for _ in range(2)]
    queue.prefer(second)
    assert order(queue) == second + first
    third = queue.submit(WarmUp("x"), ahead=True)
    assert order(queue) == [*second, third, *first]


def test_progress_goes_from_stage_to_stage_never_back_and_reaches_the_end():
    course, shares = Course(tuple(SECONDS)), []
    for stage in SECONDS:
        shares += [course.reach(stage, share) for share in (0.0, 0.5, 0.2, 1.0)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(set(shares)) > 2 * len(SECONDS)


def test_a_stage_that_is_passed_over_counts_as_done_and_an_unknown_one_changes_nothing():
    course = Course(("load", "steps"))
    assert course.reach("steps", 0.0) == pytest.approx(SECONDS["load"] / (SECONDS["load"] + SECONDS["steps"]))
    assert course.reach("engines", 1.0) == course.share
