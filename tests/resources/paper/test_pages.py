"""What is set on paper stays between its margins, whole, below a head and above a foot."""

import pypdfium2
import pytest
from PySide6.QtGui import QPainter

from resources.paper.canvas import CENTRE, RIGHT, Canvas, TextStyle
from resources.paper.fonts import FAMILY, ensure_gui
from resources.paper.pages import DOTS_PER_MM, PAPERS, Pages, painter_on_nothing, pdf
from tests.helpers.pages import rightmost, texts

SENTENCE = "The patient was told what to expect, and the needle was looked at before the injection."
CHINESE = "已告知患者可能出现的情况，并在注射前检查了穿刺针的位置，未见红肿或渗出。"
UID = "1.2.840.113619.2." + "55" * 30
LONG = {
    "alone": "W" * 90,
    "between words": f"study {UID} of today",
    "beside Chinese": f"检查号{UID}，今日完成",
    "rare ideographs": "𠮷" * 40,
    "on lines of its own": f"first\n{UID}\nlast",
}


class Numbered(Pages):
    """Pages of 60 by 40 mm that say their number above and below."""

    def __init__(self, painter: QPainter, new_page, total: int) -> None:
        super().__init__(Canvas(painter, DOTS_PER_MM, [FAMILY]), (60, 40), (5, 10, 10), new_page, total)
        self.style = TextStyle(8)

    def head_and_foot(self) -> None:
        """The number."""
        self.canvas.text(self.left, 2, self.width, f"head {self.number}", self.style)
        self.canvas.text(self.left, 33, self.width, f"foot {self.number} of {self.total}", self.style)


@pytest.fixture
def canvas():
    ensure_gui("test")
    with painter_on_nothing() as painter:
        yield Canvas(painter, DOTS_PER_MM, [FAMILY])


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_word_that_is_too_long_goes_on_in_the_next_line(canvas, text):
    style, room = TextStyle(9), 30.0
    lines = canvas.lines(text, room, style)
    assert "".join(lines) == text.replace("\n", "")
    assert len(lines) > 2
    assert all(canvas.text_width(line.rstrip(), style) <= room for line in lines)
    one = canvas.text_height("W", room, style)
    assert canvas.text_height(text, room, style) > one * (len(lines) - 0.5)


@pytest.mark.parametrize("text", [SENTENCE, CHINESE, "", f"{SENTENCE}\n{CHINESE}"])
def test_what_has_room_is_broken_by_qt_alone(canvas, text):
    assert canvas._wrapped(text, 30, TextStyle(9)) == text


def test_each_page_has_its_head_and_foot_and_none_is_left_empty(tmp_path):
    def draw(painter: QPainter, new_page, total: int) -> int:
        pages = Numbered(painter, new_page, total)
        pages.start_page()
        pages.need(1000)
        assert pages.number == 1
        for n in range(4):
            pages.labelled(f"label {n}", "\n".join(["line"] * 3), 15, (pages.style, pages.style), 1)
        return pages.number

    ensure_gui("test")
    with painter_on_nothing() as painter:
        total = draw(painter, lambda: None, 0)
    path = tmp_path / "p.pdf"
    path.write_bytes(pdf("A title", (60, 40), lambda painter, new: draw(painter, new, total), archival=False))
    found = texts(path)
    assert len(found) == total == 4
    for n, page in enumerate(found):
        missing = [part for part in (f"head {n + 1}", f"foot {n + 1} of 4", f"label {n}") if part not in page]
        assert not missing
    with pypdfium2.PdfDocument(path) as document:
        assert document.get_metadata_value("Title") == "A title"
        assert [side / 72 * 25.4 for side in document[0].get_size()] == pytest.approx((60, 40), abs=0.5)


@pytest.mark.parametrize("align", [TextStyle().align, CENTRE, RIGHT])
def test_nothing_that_is_set_stands_outside_its_room(align, tmp_path):
    def draw(painter: QPainter, _) -> None:
        canvas, y = Canvas(painter, DOTS_PER_MM, [FAMILY]), 10.0
        for text in (*LONG.values(), SENTENCE, CHINESE):
            y = canvas.text(20, y, 50, text, TextStyle(9, align=align))

    ensure_gui("test")
    path = tmp_path / "p.pdf"
    path.write_bytes(pdf("", PAPERS["A4"], draw, archival=True))
    assert b"pdfaid:part" in path.read_bytes()
    assert 60 < rightmost(path) < 70.5
