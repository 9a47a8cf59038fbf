"""The viewer's way from one place where a contour is uncertain to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.viewer.doubts import Doubts, turned
from ui.viewer.planes import AXIAL

if TYPE_CHECKING:
    from desktop.masks import MaskEditor
    from ui.viewer.doubts import Doubt
    from ui.viewer.model import Topic
    from ui.viewer.viewer import Viewer


class ContourCheck:
    """Leads through the least certain slices of the current structure, and has its certainty shown beside the picture.

    Parameters
    ----------
    viewer
        With its panes, model and tools.
    """

    def __init__(self, viewer: Viewer) -> None:
        self._viewer, self._doubts = viewer, Doubts()
        self._editor: MaskEditor | None = None
        viewer.model.listen(self._follow)
        viewer.edited.connect(self._labels_changed)

    def check(self, structure_id: str) -> None:
        """Go to where a structure is least certain, choose it, and offer the mask tools without taking one up."""
        viewer = self._viewer
        value = next((n for n, one in viewer.structures.items() if one.id == structure_id), None)
        if value is None:
            viewer.go_to_structure(structure_id)  # of another segmentation, if there is one
            return
        viewer.model.set_current(value)
        viewer.set_edit_mode(True)
        viewer.model.set_tool("navigate")
        worst = self.worst()
        if worst:
            self._show(worst, 0)
        else:
            viewer.go_to_structure(structure_id)

    def go(self, step: int) -> None:
        """From the place in sight to the next less (1) or more (-1) doubtful one of the current structure."""
        worst, model = self.worst(), self._viewer.model
        if worst:
            self._show(worst, turned(worst, model.number(AXIAL), step))
        elif model.current in self._viewer.structures:
            self._viewer.go_to_structure(self._viewer.structures[model.current].id)

    def worst(self) -> list[Doubt]:
        """The places of the current structure that are worth looking at, the least certain first."""
        model = self._viewer.model
        return self._doubts.worst(self._viewer.tools.editor, model.current, model.grid)

    def _show(self, worst: list[Doubt], n: int) -> None:
        viewer, one = self._viewer, worst[n]
        viewer.go_to(one.place_mm)
        title = viewer.language.of(viewer.structures[viewer.model.current].title)
        where = {"title": title, "slice": one.number + 1, "certainty": f"{one.certainty:.2f}"}
        viewer.tell(viewer.language.text("ui.viewer.doubt", **where, number=n + 1, count=len(worst)))

    def _follow(self, topic: Topic) -> None:
        if topic in ("structures", "study"):
            if self._viewer.tools.editor is not self._editor:
                self._editor = self._viewer.tools.editor
                self._doubts.forget()
            self._show_certainty()

    def _labels_changed(self) -> None:
        self._doubts.forget()
        self._show_certainty()

    def _show_certainty(self) -> None:
        """How certain the current structure is, slice by slice, beside the axial picture; not where a hand drew all."""
        pane, model = self._viewer.planes[AXIAL.name], self._viewer.model
        along = self._doubts.along(self._viewer.tools.editor, model.current, model.grid)
        pane.overlay.along = along if any(one.certainty < 1 for one in along) else []
        pane.viewport().update()
