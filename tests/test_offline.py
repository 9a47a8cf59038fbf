"""Offline: whatever the program does, and in whatever process, it opens no socket to another computer.

Every Python process of a run is watched from its first line on (``sitecustomize``), so that the worker process is
watched, too. Local sockets (AF_UNIX), through which the processes of one computer talk, are all that is allowed.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

WATCH = """
import os, sys

LOG = os.environ["SOCKET_LOG"]
AF_UNIX = 1

def write(*words):
    handle = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, (" ".join(map(str, words)) + "\\n").encode())
    os.close(handle)

def note(event, arguments):
    if not event.startswith("socket.") or event == "socket.gethostname":
        return
    family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", None)
    if family != AF_UNIX:
        write("used", event, arguments)

write("watched", *sys.orig_argv[1:])
sys.addaudithook(note)
"""
COMMAND_LINE = """
import desktop.pack_checks.packs as packs
from desktop.cli.main import main
from desktop.pack_library import PackLibrary
from desktop.places import bundled
from inference.engines import all_candidates

# The pack with every kind of network and step, and one that the worker process answers.
PACKS = ("cme-hu2025-demo", "ich-nag")
every = PackLibrary.all

if __name__ == "__main__":
    # One engine is enough here: what it is asked to do is the same.
    packs.all_candidates = lambda: all_candidates()[:1]
    PackLibrary.all = lambda library: [e for e in every(library) if e.pack and e.pack.manifest.id in PACKS]
    answers = ["--answers", str(bundled("demo") / "answers.json"), "--site", str(bundled("demo") / "site.toml")]
    assert main(["packs", "list"]) == 0
    assert main(["screen", "--pack", "cme-literature-prior", *answers, "--quiet", "--out", "out"]) == 0
    assert main(["reprint", "out/report.json", "--lang", "zh", "--quiet", "--out", "again"]) == 0
    assert main(["self-test"]) == 0
"""
WINDOW = """
import os, time
from pathlib import Path
from ui.app import start

if __name__ == "__main__":
    home = Path(os.environ["PRECONTRAST_HOME"])
    home.mkdir()
    # Quick to warm up: it has no models.
    (home / "settings.json").write_text('{"schema": 1, "default_pack": "ich-nag"}')
    application, window = start("zh")
    window.begin(())
    worker = window.open_cases.jobs.executor
    until = time.monotonic() + 120
    while worker.busy and time.monotonic() < until:
        application.processEvents()
        time.sleep(0.02)
    assert not worker.busy
    window.close()
    application.processEvents()
"""


def log_of(tmp_path, code: str) -> list[str]:
    """What was noted while a program ran."""
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    (tmp_path / "program.py").write_text(code, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
        "PRECONTRAST_HOME": str(tmp_path / "主目录 é"),
        "QT_QPA_PLATFORM": "offscreen",
        "SOCKET_LOG": str(tmp_path / "log"),
    }
    command = [sys.executable, str(tmp_path / "program.py")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return (tmp_path / "log").read_text(encoding="utf-8").splitlines()


def used(log: list[str]) -> list[str]:
    return [line for line in log if line.startswith("used")]


def watched_worker(log: list[str]) -> bool:
    return any(line.startswith("watched") and "spawn_main" in line for line in log)


def test_the_command_line_and_its_worker_process_use_no_network(tmp_path):
    log = log_of(tmp_path, COMMAND_LINE)
    assert watched_worker(log)
    assert used(log) == []


def test_the_window_and_its_worker_process_use_no_network(tmp_path):
    log = log_of(tmp_path, WINDOW)
    assert watched_worker(log)
    assert used(log) == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket().close()",
        "import socket; socket.getaddrinfo('127.0.0.1', 80)",
        "import multiprocessing\n"
        "def ask(): __import__('socket').socket(2, 2).close()\n"
        "if __name__ == '__main__':\n"
        "    one = multiprocessing.get_context('spawn').Process(target=ask); one.start(); one.join()",
    ],
)
def test_a_socket_in_any_process_is_noted(tmp_path, code):
    assert used(log_of(tmp_path, code)) != []


USAGE = """
import sys
import numpy as np
from inference.engines import all_candidates, check_graph, EngineProvider
from tests.helpers.graphs import convolution

data = convolution().SerializeToString()
graph = check_graph(data, "m.onnx")
for candidate in all_candidates():
    engine = EngineProvider().open(candidate, data, graph)
    engine.run({name: np.zeros(given.shape, given.type) for name, given in graph.inputs.items()})
    engine.close()
assert sys.modules.get("openvino_telemetry") is None
"""


def test_no_engine_reports_its_use(tmp_path, monkeypatch):
    # A library's own reporter uses sockets that Python does not know; it leaves its number of the computer behind.
    for name in ("HOME", "XDG_CACHE_HOME", "TMPDIR", "LOCALAPPDATA"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("CI", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS"):
        monkeypatch.delenv(name, raising=False)
    assert used(log_of(tmp_path, USAGE)) == []
    left = {path.name for folder in ("HOME", "XDG_CACHE_HOME", "TMPDIR") for path in (tmp_path / folder).rglob("*")}
    assert left == set()
