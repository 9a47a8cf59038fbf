"""Series beside the images: what is looked at is not what the answer rests on."""

import dataclasses

import pytest

from desktop.language import Language
from inference.dicom import load, scan
from inference.schema import DisplayWindow
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import idle_case
from ui.viewer.cutting import Window
from ui.window.case_page import CasePage


@pytest.fixture
def work(installation, tmp_path):
    """A case of two series, read and answered in so far as it can be without a worker."""
    for number in (1, 2):
        write_series(tmp_path / str(number), 3, series=str(number), SeriesNumber=number, SeriesDescription=f"s{number}")
    work = idle_case(installation, installation.default_manifest())
    work.paths, work.scan, work.in_hand, work.state = (tmp_path,), scan([tmp_path]), True, "working"
    return work


@pytest.fixture
def page(qtbot, work):
    page = CasePage(Language("en"))
    qtbot.addWidget(page)
    page.resize(1700, 700)
    page.show_work(work)
    page.show()
    return page


def seen(work) -> list[str]:
    """Descriptions of the series that the worker was asked to read for viewing."""
    return [job.series.description for job in work.executor.jobs if hasattr(job, "series") and job.series]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_a_series_beside_the_images_is_looked_at_and_the_answer_stays(page, work):
    strip = page.middle.strip
    assert [strip.item(n).toolTip() for n in range(strip.count())] == [
        "Series 1: s1, 3 slices",
        "Series 2: s2, 3 slices",
    ]
    assert strip.isVisible()
    asked = work._question
    strip.itemClicked.emit(strip.item(1))
    assert seen(work)[-1] == "s2"
    assert work._question == asked
    work._jobs._jobs.clear()
    work.show_again()  # as after each new answer
    assert seen(work)[-1] == "s2"


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_the_series_leave_the_images_their_room(page):
    page.resize(1100, 700)
    assert not page.middle.strip.isVisible()


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_a_single_series_is_not_listed(page, work):
    work.scan = dataclasses.replace(work.scan, series=work.scan.series[:1])
    page.middle.show_series(work)
    assert not page.middle.strip.isVisible()


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
@pytest.mark.parametrize("stated", [(40.0, 80.0), (50.0, 350.0)])
def test_images_are_shown_at_first_in_the_window_that_the_pack_states(page, work, stated):
    (role,) = work.manifest.images
    images = (dataclasses.replace(role, min_slices=1, region="any", window=DisplayWindow(*stated)),)
    work.manifest = dataclasses.replace(work.manifest, images=images)
    wanted = work.choices()["ct"].series
    work._image.series, work._image.volume = wanted, load(wanted).volume
    page._show_volume()
    window = page.viewer.model.window
    assert (window.level, window.width) == stated
    page.viewer.model.set_window(Window(0, 10))
    page._show_volume()  # again, as after each new answer: as it was looked at
    assert page.viewer.model.window == Window(0, 10)
