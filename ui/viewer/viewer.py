"""The image viewer: panes, bars, and what its actions do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.language import Language
from inference.errors import InputError
from ui.theme import DARK, readable
from ui.viewer import cutting
from ui.viewer.actions import Actions
from ui.viewer.arrangement import Arrangement
from ui.viewer.commands import Commands
from ui.viewer.contour_check import ContourCheck
from ui.viewer.draw_prompt import DrawPrompt
from ui.viewer.edit_bar import EditBar
from ui.viewer.editing import MaskTools
from ui.viewer.model import EDIT_TOOLS, PRESETS, ViewerModel
from ui.viewer.note import Note
from ui.viewer.pane import PlanePane
from ui.viewer.planes import PLANES
from ui.viewer.solid import SolidPane
from ui.viewer.structure_bar import StructureBar
from ui.viewer.tool_bar import ViewerBar

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from inference.masks.mask_file import Placed
    from inference.schema import Structure
    from inference.segmentation import Segmentation
    from inference.vocabulary import Text
    from inference.volume import Volume
    from ui.viewer.model import Topic, Window

GRID_FROM_PX = 620
"""Width under which one large plane shows more than four small panes, unless the user has chosen."""
MOST_GROWN_ML = 200.0
"""At which growing stops at first, whatever the largest plausible volume of a structure."""


@dataclass(frozen=True, slots=True)
class StudyHeader:
    """What stands in the corners of the pictures; any of it may be empty."""

    patient: str = ""
    patient_id: str = ""
    sex_age: str = ""
    study_date: str = ""
    institution: str = ""
    series: str = ""
    acquisition: str = ""


class Viewer(QWidget):
    """Three linked planes and the vessels in space.

    Signals
    -------
    edited
        A stroke or an edit has ended: the labels changed.
    mask_file_wanted
        The user has a mask file of the structure that is to be drawn.
    structure_wanted
        Id of a structure that is gone to and is of another segmentation of the scan.

    Attributes
    ----------
    structures
        Of the segmentation in sight, by label.
    edit_mode
        Whether the mask tools are offered.
    layout_chosen
        Whether the user chose how the panes stand; otherwise it follows the room.
    """

    edited = Signal()
    mask_file_wanted = Signal()
    structure_wanted = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.model = ViewerModel()
        self.tools = MaskTools(self.model, self.edited.emit)
        self.volume: Volume | None = None
        self.structures: dict[int, Structure] = {}
        self.edit_mode = False
        self.layout_chosen = False
        self.planes = {name: PlanePane(plane, self.model, self.tools, language) for name, plane in PLANES.items()}
        self.solid = SolidPane(self.model, self.tools, language)
        self.panes: dict[str, PlanePane | SolidPane] = {**self.planes, "solid": self.solid}
        self._wanted: tuple[tuple[int, Structure], ...] = ()
        self._hint: Text | None = None
        self._others: dict[str, Structure] = {}
        self._header = StudyHeader()
        self._commands = Commands(self)
        self.contour_check = ContourCheck(self)
        self._arrangement = Arrangement(self.model, self.panes)
        self._actions = Actions(self, self._arrangement, self._commands.perform)
        self._bar = ViewerBar(self.model, self._actions, language)
        self._structure_bar = StructureBar(self.model, self._actions, language)
        self._edit_bar = EditBar(self.model, self.tools, self._actions, language)
        self._prompt = DrawPrompt(language, self._draw)
        self._note = Note(self._arrangement)
        self._cine = QTimer(self)
        self._build()
        self.set_language(language)
        self._refresh_actions()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._bar)
        column.addWidget(self._prompt)
        column.addWidget(self._arrangement, 1)
        column.addWidget(self._structure_bar)
        column.addWidget(self._edit_bar)
        for part in (self._structure_bar, self._edit_bar):
            part.hide()
        self._cine.timeout.connect(self._commands.next_picture)
        self._bar.rate_chosen.connect(lambda: self.play(self.volume is not None))
        self._structure_bar.chosen.connect(self._choose)
        self._structure_bar.other_chosen.connect(self.structure_wanted)
        self._edit_bar.entered.connect(lambda: self.panes[self.model.active].setFocus())
        self.solid.place_chosen.connect(self.model.go_to)
        for pane in self.planes.values():
            pane.grow_wanted.connect(self._commands.grow)
        self.edited.connect(self._refresh_actions)
        self.edited.connect(self._show_prompt)
        self.model.listen(self._on_model)

    # What the window uses

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        self._actions.set_language(language)
        for part in (self._bar, self._prompt, self._structure_bar, self._edit_bar, *self.panes.values()):
            part.set_language(language)
        self.setAccessibleName(language.text("ui.viewer.name"))

    def show_study(self, volume: Volume, header: StudyHeader) -> None:
        """Show a scan; the one that is shown already stays as it is looked at."""
        self._header = header
        if volume is not self.volume:
            self._show_volume(volume)
            self.set_look(None)
        self._write_header()

    def set_look(self, look: tuple[Window, bool] | None) -> None:
        """Look at the scan as it was looked at before, or as one begins: never as at another patient's."""
        if look is not None:
            self.model.set_window(*look)
        elif self.volume is not None and self.volume.hu.dtype.kind != "i":
            # Usual windows are of Hounsfield units; maps of other units have a range of their own.
            self.model.set_window(cutting.full_window(self.volume.hu), inverted=False)
        else:
            self.model.set_window(PRESETS["soft"], inverted=False)

    def show_structures(
        self,
        segmentation: Segmentation | None,
        structures: tuple[Structure, ...],
        others: Collection[str] = (),
        fixed: bool = False,
    ) -> None:
        """Show a segmentation of the scan in sight, or none.

        Parameters
        ----------
        structures
            Of the pack; those that the segmentation names are shown.
        others, fixed
            Ids of those of other segmentations, offered beside them; whether it was computed and is not edited.

        Raises
        ------
        InputError
            ``mask.other-image`` when it is one of another scan.
        """
        by_id = {structure.id: structure for structure in structures}
        self._others = {name: by_id[name] for name in others if name in by_id}
        if self.volume is None or not self.tools.open(segmentation, self.volume, fixed):
            self._structure_bar.set_others(self._others.values())
            return
        named = enumerate(() if segmentation is None else segmentation.structures, 1)
        self.structures = {value: by_id[name] for value, name in named if name in by_id}
        colours = {value: QColor(readable(one.colour, DARK)) for value, one in self.structures.items()}
        names = {value: one.short for value, one in self.structures.items()}
        for pane in self.planes.values():
            pane.set_structures(colours, names)
        self.solid.set_structures(colours)
        self._structure_bar.set_structures(list(self.structures.items()), colours)
        self._structure_bar.set_others(self._others.values())
        if fixed:
            self.set_edit_mode(False)
        if self.model.current not in self.structures:
            self.model.current = next(iter(self.structures), 0)
        self.model.tell("structures")
        self._refresh_actions()

    def ask_to_draw(self, wanted: Collection[str], hint: Text | None) -> None:
        """Ask for structures of the segmentation in sight that the user has to draw, and offer the tools at once.

        Parameters
        ----------
        wanted
            Ids; empty: nothing is waited for.
        hint
            How they are drawn.
        """
        self._wanted = tuple((value, one) for value, one in self.structures.items() if one.id in wanted)
        self._hint = hint
        if self._turn_to_next():
            self.set_edit_mode(True)
        self._show_prompt()

    def _draw(self, way: str) -> None:
        """Begin with what is asked for: with a tool, or a file."""
        self._turn_to_next()
        if way == "file":
            self.mask_file_wanted.emit()
        else:
            self._commands.perform(way)

    def _turn_to_next(self) -> bool:
        """Make the structure that is asked for the current one, with its densities; whether there is one."""
        following = self._next_to_draw()
        if following is None:
            return False
        value, structure = following
        self.model.set_current(value)
        self.tools.use_limits(structure.hu.low, structure.hu.high, min(structure.volume_ml.high, MOST_GROWN_ML))
        return True

    def _next_to_draw(self) -> tuple[int, Structure] | None:
        editor = self.tools.editor
        empty = (pair for pair in self._wanted if editor is not None and not editor.volume_ml(pair[0]))
        return next(empty, None)

    def _show_prompt(self) -> None:
        """What is still to be drawn; nothing while the hand draws, or the pictures would move under it."""
        following = self._next_to_draw()
        self._prompt.ask_for(None if following is None else following[1], self._hint)

    def put(self, placed: Placed) -> None:
        """Have the current structure lie where a file says, as one step to undo; nobody is told of an edit.

        Raises
        ------
        InputError
            ``mask.overlaps``
        """
        self.tools.put(placed)
        self._refresh_actions()
        self._show_prompt()

    def use_layout(self, chosen: str) -> None:
        """Arrange the panes as was chosen: ``grid`` or the name of a large pane; empty: by the room there is."""
        self.layout_chosen = chosen == "grid" or chosen in self.panes
        if self.layout_chosen:
            self.model.set_layout("grid" if chosen == "grid" else "large", None if chosen == "grid" else chosen)

    def focus_pane(self) -> None:
        """Put the keyboard into the pane that is looked at."""
        self.panes[self.model.active].setFocus(Qt.FocusReason.TabFocusReason)

    def chosen_layout(self) -> str:
        """How the user arranged the panes, for :meth:`use_layout`."""
        if not self.layout_chosen:
            return ""
        return "grid" if self.model.layout == "grid" else self.model.large

    def clear(self) -> None:
        """Show nothing."""
        self._header = StudyHeader()
        self._show_volume(None)
        self._write_header()

    def go_to_structure(self, structure_id: str) -> None:
        """Go to where most of a structure is seen, and choose it; nothing where it was not found."""
        value = next((value for value, one in self.structures.items() if one.id == structure_id), None)
        if value is not None:
            self._choose(value)
        elif structure_id in self._others:
            self.structure_wanted.emit(structure_id)

    def go_to(self, position_mm: Sequence[float]) -> None:
        """Put the crosshair at an LPS position, in mm."""
        self.model.go_to(tuple(float(mm) for mm in position_mm))

    def screenshot(self) -> QImage:
        """The panes as they are seen."""
        return self._arrangement.grab().toImage()

    def set_edit_mode(self, on: bool) -> None:
        """Offer the mask tools, or put them away."""
        self.edit_mode = on = on and self.tools.ready
        self._edit_bar.setVisible(on)
        self._actions["edit"].setChecked(on)
        if on != (self.model.tool in EDIT_TOOLS):
            self.model.set_tool("brush" if on else "navigate")
        self._refresh_actions()

    def actions_by_group(self) -> dict[str, list[QAction]]:
        """Everything the viewer can be told to do: ``view``, ``tools``, ``presets`` and ``edit``."""
        return self._actions.by_group()

    # Inside

    @property
    def playing(self) -> bool:
        """Whether the cine runs."""
        return self._cine.isActive()

    def tell(self, text: str) -> None:
        """Show a note over the lower edge of the panes for a while."""
        self._note.say(text)

    def play(self, on: bool) -> None:
        """Run through the slices of the active pane, or stop."""
        self._actions["cine"].setChecked(on)
        if on:
            self._cine.start(round(1000 / self._bar.fps))
        else:
            self._cine.stop()

    def _show_volume(self, volume: Volume | None) -> None:
        self.volume = volume
        self.tools.close()
        self.play(False)
        self.structures, self._wanted, self._others = {}, (), {}
        self._prompt.ask_for(None, None)
        self._structure_bar.set_structures((), {})
        # There before the structures are found, so that they do not shift the panes.
        self._structure_bar.setVisible(volume is not None)
        self._note.hide()
        for plane in self.planes.values():
            plane.set_structures({}, {})
        self.solid.set_structures({})
        for pane in self.panes.values():
            pane.set_volume(volume)
        self.model.show(None if volume is None else volume.grid)
        self.set_edit_mode(False)

    def _write_header(self) -> None:
        header = self._header
        patient = (header.patient, header.patient_id, header.sex_age)
        study = (header.institution, header.study_date, header.series, header.acquisition)
        for name, pane in self.planes.items():
            main = name == self._arrangement.main
            pane.set_header(patient if main else (), study if main else ())

    def _choose(self, value: int) -> None:
        """Make a structure the current one, and go to it."""
        self.model.set_current(value)
        editor = self.tools.editor
        place = cutting.place_of(editor.labels, editor.box, value)
        if place is None:
            self.tell(self.language.text("ui.viewer.not-found", title=self.language.of(self.structures[value].title)))
            return
        grid = self.volume.grid
        starts, steps = grid.origin_mm[::-1], grid.spacing_mm
        self.go_to(tuple(start + n * step for start, n, step in zip(starts, place, steps))[::-1])

    def _on_model(self, topic: Topic) -> None:
        if topic == "layout":
            self._write_header()
        if topic in ("layout", "marks", "slab", "tool", "measurements", "structures"):
            self._refresh_actions()

    def _refresh_actions(self) -> None:
        self._commands.show_state(self._actions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words in the bars where there is room."""
        super().resizeEvent(event)
        self._note.place()
        for bar in (self._bar, self._structure_bar, self._edit_bar):
            bar.set_worded(self.width())
        layout = "grid" if self.width() >= GRID_FROM_PX else "large"
        if not self.layout_chosen and layout != self.model.layout:
            self.model.set_layout(layout)

    def save_screenshot(self) -> None:
        """Ask for a file and write the panes into it."""
        text = self.language.text
        picture = self.screenshot()
        path, _ = QFileDialog.getSaveFileName(self, text("ui.viewer.action.screenshot"), "", "PNG (*.png)")
        if path and not picture.save(path if path.lower().endswith(".png") else f"{path}.png"):
            self.tell(self.language.error(InputError("file.unwritable", path=path)))
