"""Make the pictures of the user guide: ``python docs/make_screenshots.py``.

The real window is driven on the demonstration study, once in each language; nothing is drawn by hand. With
``--everything FOLDER`` every screen is shown in both languages, both themes and two sizes, to be looked at.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
SIZES = {"1280": (1280, 800), "2560": (2560, 1440)}
LONGEST_WAIT_S = 300


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--everything", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PRECONTRAST_HOME"] = home
        driver = Driver(Path(home))
        if options.everything is None:
            for code in ("zh", "en"):
                driver.dress(code, "light", SIZES["1280"])
                driver.show_all(lambda name, code=code: HERE / "screenshots" / f"{name}.{code}.png")
        else:
            for code in ("zh", "en"):
                for theme in ("light", "dark"):
                    for width, size in SIZES.items():
                        driver.dress(code, theme, size)
                        suffix = f"{code}-{theme}-{width}"
                        driver.show_all(lambda name, s=suffix: options.everything / f"{name}-{s}.png")
        driver.window.close()


class Driver:
    """Drives one window and takes pictures of it."""

    def __init__(self, home: Path) -> None:
        from desktop.places import bundled, default_places
        from desktop.settings import Settings, write_settings
        from desktop.site_file import write_site
        from inference.site import read_site
        from ui.app import start

        places = default_places()
        write_settings(Settings(guide_seen=True, theme="light", user="A. Reader"), places.settings)
        write_site(read_site(bundled("demo") / "site.toml"), places.site)
        self.application, self.window = start("en")
        self.window.begin()
        self._home = home
        self.window.open_demo()
        self.wait(lambda: self.window.open_cases.work is not None)
        self.settle()
        self.demo = self.window.open_cases.work
        self.cut = self._cut_study()

    def dress(self, language: str, theme: str, size: tuple[int, int]) -> None:
        """Language, theme and size of the window."""
        self.window.use_theme(theme)
        self.window.use_language(language)
        self.window.resize(*size)

    def show_all(self, target: Callable[[str], Path]) -> None:
        """Take a picture of every screen."""
        from ui.dialogs.cases import CasesDialog
        from ui.dialogs.event import EventDialog
        from ui.dialogs.packs import PackDialog
        from ui.dialogs.site import SiteDialog
        from ui.report.dialog import ReportDialog

        window, installation, language = self.window, self.window.installation, self.window.language
        window.open_cases.take_in_hand(self.demo)
        self.settle()
        self.save(window, target("answer"))
        window.case_page.viewer.set_edit_mode(True)
        self.save(window, target("editing"))
        window.case_page.viewer.set_edit_mode(False)
        window.show_browser()
        self.save(window, target("series"))
        window.show_case()
        self.save(ReportDialog(self.demo.outcome, language, "A4", "A. Reader", window), target("report"))
        refused = window.open_cases.open_paths((self.cut,))
        window.open_cases.take_in_hand(refused)
        self.settle()
        self.save(window, target("refusal"))
        window.open_cases.close_case(refused)
        window.show_start()
        self.save(window, target("start"))
        for dialog, name in (
            (CasesDialog(installation.records, language, parent=window), "cases"),
            (EventDialog(None, language, installation.site.agents, "A. Reader", parent=window), "outcome"),
            (SiteDialog(installation.site, installation.manifests(), language, window), "site"),
            (PackDialog(installation.library, language, "cme-vessels-demo", window), "packs"),
        ):
            self.save(dialog, target(name))

    def save(self, widget, path: Path) -> None:
        """Show a widget and write its picture."""
        path.parent.mkdir(parents=True, exist_ok=True)
        is_dialog = widget is not self.window
        if is_dialog:
            widget.show()
        self.pause()
        widget.grab().save(str(path))
        print(path)
        if is_dialog:
            widget.close()
            widget.deleteLater()

    def settle(self) -> None:
        """Wait until the case in hand has nothing to do."""
        self.wait(lambda: not self.window.open_cases.work.busy and self.window.open_cases.work.state != "scanning")
        self.pause()

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something is so."""
        until = time.monotonic() + LONGEST_WAIT_S
        while not done():
            if time.monotonic() > until:
                sys.exit("the window did not get there")
            self.pause(0.05)

    def pause(self, seconds: float = 0.4) -> None:
        """Let the window work."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.application.processEvents()
            time.sleep(0.01)

    def _cut_study(self) -> Path:
        """The demonstration study without the slices that matter most."""
        folder = self._home / "cut"
        shutil.copytree(self.demo.paths[0], folder)
        files = sorted(folder.glob("*.dcm"))
        for file in files[len(files) // 2 - 6 : len(files) // 2 + 6]:
            file.unlink()
        return folder


if __name__ == "__main__":
    main()
