"""How the window is looked at: size of the text, full screen, which parts are seen, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.window.appearance import TEXT_SIZES, dress, text_size

if TYPE_CHECKING:
    from ui.window.case_page import CasePage
    from ui.window.main_window import MainWindow

SEEN = {"form": "seen-form", "result": "seen-result"}
FORM_PX, RESULT_PX = 376, 380
WIDE = {"form": "width-form", "result": "width-result"}
LAYOUT, TEXT = "layout", "text-size"
ROOMY_PX, ROOMY_RESULT_PX = 1600, 460
"""Width of a window that has room for a wider result, and how wide that is."""
MOST_BESIDE = 0.7
"""Share of a window's width that form and result may take from the images when the window is opened."""


class ViewOptions:
    """Carries out what the view menu says about the window itself."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def toggle_full_screen(self) -> None:
        """The whole screen, or the window as it was."""
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def step_text(self, step: int) -> None:
        """The next larger (1) or smaller (-1) text; 0: as usual."""
        now = text_size(self._window.installation.settings)
        place = TEXT_SIZES.index(now) + step if step else TEXT_SIZES.index(1.0)
        chosen = TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]
        self._keep(**{TEXT: chosen})
        dress(self._window.installation.settings.theme, chosen, self._window.language.code)
        self._window.set_language(self._window.language)

    def toggle_part(self, name: str) -> None:
        """Show or hide the form or the result."""
        page = self._window.case_page
        page.show_part(name, not page.shows[name].isChecked())

    def next_part(self, step: int) -> None:
        """Lead the keyboard from the form to the images, to the result, and round again."""
        page = self._window.case_page
        if self._window.stack.currentWidget() is not page:
            return
        ways = {
            page.form: page.form.focus_first,
            page.viewer: page.viewer.focus_pane,
            page.result: page.result.focus_first,
        }
        parts, focused = [part for part in ways if part.isVisible()], self._window.focusWidget()
        if parts:
            now = next((n for n, part in enumerate(parts) if part.isAncestorOf(focused)), -1 if step > 0 else 0)
            ways[parts[(now + step) % len(parts)]]()

    def next_case(self, step: int) -> None:
        """The next open case, and after the last the first."""
        open_cases = self._window.open_cases
        if open_cases.works:
            now = open_cases.works.index(open_cases.work) if open_cases.work in open_cases.works else -1
            open_cases.take_in_hand(open_cases.works[(now + step) % len(open_cases.works)])

    def recall(self, page: CasePage) -> None:
        """Bring a new case page to how it was looked at last."""
        kept = self._window.installation.settings.viewer
        for name, key in SEEN.items():
            page.show_part(name, bool(kept.get(key, True)))
        usual = {"form": FORM_PX, "result": ROOMY_RESULT_PX if self._window.width() >= ROOMY_PX else RESULT_PX}
        form, result = (int(kept.get(key, usual[name])) for name, key in WIDE.items())
        if form + result > MOST_BESIDE * self._window.width():  # of a larger window, or a screen that is gone
            form, result = usual["form"], usual["result"]
        page.split.setSizes([form, max(self._window.width() - form - result, 1), result])
        page.viewer.use_layout(str(kept.get(LAYOUT, "")))

    def remember(self, page: CasePage) -> None:
        """Keep how the case page is looked at."""
        seen = {key: page.shows[name].isChecked() for name, key in SEEN.items()}
        form, images, result = page.split.sizes()
        wide = {key: px for key, px in zip(WIDE.values(), (form, result)) if px}  # none where it is put away
        if not images:  # form and result share the window: that says nothing of how wide they are beside images
            wide = {}
        self._keep(**seen, **wide, **{LAYOUT: page.viewer.chosen_layout()})

    def _keep(self, **options: str | float | bool) -> None:
        installation = self._window.installation
        installation.change_settings(viewer={**installation.settings.viewer, **options})
