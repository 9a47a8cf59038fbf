"""The table of measures in the panel of the result: no figure is cut short, and vessels stand side by side."""

import pytest

from desktop.language import LANGUAGES, Language
from desktop.report.fonts import ensure_gui
from desktop.report.sections import MeasureRow, Measures
from resources.paper.fonts import FAMILY
from ui.panels.measures import DOUBT, MeasureTable
from ui.theme import LIGHT, apply_theme

CELLS = ("1.53", "12.7", "10.9–14.9", "53 ± 62", "1.1", "0.00", "0.85 *")


@pytest.fixture(autouse=True)
def font_of_the_program(qapp):
    ensure_gui()
    apply_theme(qapp, LIGHT, FAMILY)


def table_of(qtbot, count, width, language, doubtful=""):
    names = [f"v{n}" for n in range(count)]
    title = f"Right subclavian vein{doubtful}"
    rows = tuple(MeasureRow(title, "#00aa77", CELLS, structure=name, short="SCV") for name in names)
    table = MeasureTable(Measures("Vessels", "vessel", rows, ""), language)
    qtbot.addWidget(table)
    table.resize(width, table.height())
    table.show()
    return table


@pytest.mark.parametrize("width", [240, 300, 338, 520])
@pytest.mark.parametrize("count", [2, 4, 7])
def test_no_figure_of_the_measures_is_cut_short(qtbot, width, count):
    table = table_of(qtbot, count, width, Language("en"))
    assert all(table.columnWidth(n) >= table.sizeHintForColumn(n) for n in range(count))
    last = table.visualItemRect(table.item(len(CELLS) - 1, 0))
    assert last.bottom() <= table.viewport().height()
    fits = sum(table.columnWidth(n) for n in range(count)) <= table.viewport().width()
    assert table.horizontalScrollBar().isVisible() is not fits


@pytest.mark.parametrize("code", LANGUAGES)
def test_four_vessels_stand_side_by_side_in_the_panel_of_a_small_screen(qtbot, code):
    table = table_of(qtbot, 4, 330, Language(code), DOUBT)
    assert not table.horizontalScrollBar().isVisible()
    assert all(table.columnWidth(n) >= table.sizeHintForColumn(n) for n in range(4))
    assert [table.item(2, n).text().replace("\n", "") for n in range(4)] == [CELLS[2]] * 4


def test_a_table_that_grows_has_its_figures_in_one_line_again(qtbot):
    table = table_of(qtbot, 4, 330, Language("en"), DOUBT)
    narrow = table.height()
    table.resize(640, table.height())
    assert [table.item(row, 0).text() for row in range(len(CELLS))] == list(CELLS)
    assert table.height() < narrow
