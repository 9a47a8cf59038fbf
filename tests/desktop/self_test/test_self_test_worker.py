"""The worker process is started and asked; one that says nothing, or dies, fails the check."""

import mmap
import os

import pytest

from desktop.pack_library import PackLibrary
from desktop.self_test import network, worker
from desktop.self_test.network import silence


@pytest.fixture
def library(places):
    return PackLibrary(places)


def done(library, language, pack):
    return [planned.done(language) for planned in worker.answers(library, pack, language)]


def test_the_worker_answers_and_shows_images(library, language):
    checks = done(library, language, library.open("ich-nag"))
    assert [check.name for check in checks] == ["worker", "worker"]
    assert all(check.passed for check in checks), checks


def test_a_worker_that_gives_no_answer_fails_with_what_to_do(library, language, monkeypatch):
    class Silent:
        def __init__(self, settings, receive):
            self.closed = False

        def submit(self, job):
            return 1

        def close(self):
            self.closed = True

    monkeypatch.setattr("desktop.jobs.client.Worker", Silent)
    monkeypatch.setattr(worker, "WAIT_SECONDS", 0.01)
    (check,) = done(library, language, None)
    assert not check.passed
    assert check.detail == language.text("error.worker.silent", seconds=0.01)


def test_a_worker_that_dies_fails(library, language, monkeypatch):
    from desktop.jobs.messages import Failed

    class Dying:
        def __init__(self, settings, receive):
            self.receive = receive

        def submit(self, job):
            self.receive(Failed(1, "worker.crashed", {"exit": -11}))
            return 1

        def close(self):
            pass

    monkeypatch.setattr("desktop.jobs.client.Worker", Dying)
    (check,) = done(library, language, None)
    assert not check.passed
    assert "-11" in check.detail


# Network --------------------------------------------------------------------------------------------------------


@pytest.fixture
def used(monkeypatch):
    noted = set()
    monkeypatch.setattr(network, "_used", noted)
    monkeypatch.setattr(network, "_anyone", mmap.mmap(-1, 1))
    return noted


def test_local_sockets_are_no_network(used, language):
    import socket

    network._note("socket.__new__", (None, int(socket.AF_UNIX), 1, 0))
    left, right = socket.socketpair()
    with left, right:
        network._note("socket.connect", (left, "/tmp/x"))
        assert silence(language).done(language).passed


@pytest.mark.parametrize("event", ["socket.__new__", "socket.getaddrinfo", "socket.connect"])
def test_a_socket_to_anywhere_else_fails(used, language, event):
    network._note(event, (None, 2, 1, 0))
    check = silence(language).done(language)
    assert not check.passed
    assert event in check.detail


@pytest.mark.skipif(not network.Path("/proc/self/fd").exists(), reason="the system does not tell")
def test_the_kernel_tells_of_sockets_that_python_does_not_know(used, language):
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        check = silence(language).done(language)
    assert not check.passed
    assert "udp:" in check.detail


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
def test_a_socket_of_a_forked_process_fails(used, language):
    child = os.fork()
    if child == 0:
        network._note("socket.getaddrinfo", ("www.example.org", 443))
        os._exit(0)
    os.waitpid(child, 0)
    assert used == set()
    assert not silence(language).done(language).passed
