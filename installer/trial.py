"""``python -m installer.trial PACKAGE``: install the .deb in a bare Debian, use it without a network, and purge it.

What is used: the self-test, the demonstration, a screening on the command line, and the window. Any unknown line on
standard error is a failure.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from installer.bare import HOME, UID, BareDebian, mirror
from installer.display import display, png, still
from installer.tools import BuildError, ended, need
from installer.x11 import ask_to_close

FOLDER = f"{HOME}/工作 é"
RESOURCES = "/usr/lib/precontrast/_internal/resources"
USERS_FOLDERS = (".local/share/precontrast", ".cache/precontrast", ".config/precontrast")
KNOWN_LINES: tuple[str, ...] = ()
"""Lines on standard error that say nothing bad; none at present."""
COMMAND_SECONDS, WINDOW_SECONDS, STILL_SECONDS, CLOSE_SECONDS = 1800, 600, 12, 60


class Trial:
    """One package in one bare system."""

    def __init__(self, system: BareDebian, package: Path, out: Path) -> None:
        self._system, self._package, self._out = system, package, out

    def install(self) -> None:
        """Install the package with what it depends on, and nothing that it only recommends."""
        inside = self._system.path(f"/{self._package.name}")
        shutil.copyfile(self._package, inside)
        self._system.as_root("apt-get", "update", "-q")
        self._system.as_root("apt-get", "install", "-q", "-y", "--no-install-recommends", f"/{self._package.name}")
        inside.unlink()
        folder = self._system.path(FOLDER)
        folder.mkdir()
        os.chown(folder, UID, UID)

    def use(self, *arguments: str) -> str:
        """Run ``precontrast`` as the user; returns what it prints."""
        command = self._system.as_user("precontrast", *arguments, folder=FOLDER)
        done = subprocess.run(command, capture_output=True, text=True, timeout=COMMAND_SECONDS, check=False)
        self._note(arguments[0], done.stdout)
        expect(done.returncode == 0, f"{arguments[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        expect_quiet(arguments[0], done.stderr)
        return done.stdout

    def screen(self) -> None:
        """Make the demonstration study, screen it once more with its answers, and find the reports."""
        self.use("demo", "--out", "demo")
        answers, site = f"{RESOURCES}/demo/answers.json", f"{RESOURCES}/demo/site.toml"
        self.use("screen", "demo/study", "--answers", answers, "--site", site, "--lang", "zh", "--out", "报告")
        for name in ("demo", "报告"):
            reports = list(self._system.path(f"{FOLDER}/{name}").glob("*.pdf"))
            expect(bool(reports) and reports[0].read_bytes().startswith(b"%PDF"), f"no PDF in {name}")

    def window(self) -> None:
        """Open the window with the demonstration study, keep its picture, and close it as its title bar does."""
        with display() as shown, tempfile.TemporaryFile("w+") as errors:
            command = self._system.as_user(
                "precontrast-window", "--lang", "zh", "demo/study", folder=FOLDER, DISPLAY=shown.name
            )
            window = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            try:
                width, height, pixels = still(shown, STILL_SECONDS, WINDOW_SECONDS, lambda: window.poll() is None)
                (self._out / "window.png").write_bytes(png(width, height, pixels))
                expect(window.poll() is None, f"the window ended with {window.poll()}: {_text(errors)}")
                expect(ask_to_close(shown.name) > 0, "no window can be asked to close")
                code = window.wait(CLOSE_SECONDS)
            finally:
                window.kill()
                window.wait()
            expect(code == 0, f"the window ended with {code}: {_text(errors)}")
            expect_quiet("window", _text(errors))
            expect(len(set(zip(pixels[::3], pixels[1::3], pixels[2::3]))) > 100, "the window shows next to nothing")

    def remove_and_purge(self) -> None:
        """Removal keeps what the user worked on; purging takes it, and nothing beside it."""
        kept = {name for name in USERS_FOLDERS if self._system.path(f"{HOME}/{name}").is_dir()}
        cases = self._system.path(f"{HOME}/.local/share/precontrast/cases.sqlite")
        expect(cases.is_file(), "the window has stored no case")
        machine, near = self._system.path("/etc/xdg/precontrast"), self._system.path(f"{HOME}/.config/precontrast-x")
        elsewhere = self._system.path("/srv/precontrast")
        for folder in (machine, near, elsewhere):
            folder.mkdir(parents=True)
        self._system.as_root("useradd", "--create-home", "linked")
        self._system.as_root("ln", "-s", "/srv", "/home/linked/.config")

        self._system.as_root("apt-get", "remove", "-q", "-y", "precontrast")
        expect(not self._system.path("/usr/lib/precontrast").exists(), "removal leaves the program's folder")
        expect(not self._system.path("/usr/bin/precontrast").is_symlink(), "removal leaves a command")
        expect(cases.is_file() and machine.is_dir(), "removal takes cases or configuration")

        self._system.as_root("apt-get", "purge", "-q", "-y", "precontrast")
        left = [name for name in kept if self._system.path(f"{HOME}/{name}").exists()]
        expect(not left and not machine.exists(), f"purging leaves {left} or {machine}")
        expect(near.is_dir() and elsewhere.is_dir(), "purging takes what is not the program's")
        expect(self._system.path(f"{FOLDER}/demo").is_dir(), "purging takes reports that the user has exported")

    def _note(self, name: str, text: str) -> None:
        (self._out / f"{name}.txt").write_text(text, encoding="utf-8")


def _text(file) -> str:
    file.seek(0)
    return file.read()


def expect(fulfilled: bool, otherwise: str) -> None:
    """Fail with a reason."""
    if not fulfilled:
        raise BuildError(otherwise)


def expect_quiet(name: str, errors: str) -> None:
    """Fail when there is a line on standard error that is not known."""
    unknown = [line for line in errors.splitlines() if line.strip() and line not in KNOWN_LINES]
    expect(not unknown, f"{name} wrote to standard error:\n" + "\n".join(unknown))


def run(package: Path, out: Path, address: str | None) -> None:
    """The whole trial; says what it does and how long each part takes.

    Raises
    ------
    BuildError
        At the first thing that is not as it should be.
    """
    if os.geteuid() != 0:
        raise BuildError("the trial makes namespaces and a bare system: run it as root")
    need("mmdebstrap", "unshare", "Xvfb")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="precontrast-trial-") as made:
        os.chmod(made, 0o755)
        system = BareDebian(Path(made) / "root")
        trial = Trial(system, package, out)
        steps = {
            "bare system": lambda: system.make(address or mirror()),
            "install": trial.install,
            "self-test": lambda: trial.use("self-test"),
            "demo and screen": trial.screen,
            "window": trial.window,
            "remove and purge": trial.remove_and_purge,
        }
        for name, step in steps.items():
            started = time.monotonic()
            step()
            print(f"✓ {name}  {time.monotonic() - started:.0f} s", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trial and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.trial", description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--out", type=Path, default=Path("out/trial"), help="for the picture and what was printed")
    parser.add_argument("--mirror", help="Debian mirror; otherwise that of this machine's apt")
    options = parser.parse_args(arguments)
    return ended(lambda: run(options.package.resolve(), options.out, options.mirror))


if __name__ == "__main__":
    sys.exit(main())
