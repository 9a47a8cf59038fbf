"""Options: what makes no sense is refused before any work, and the site profile fills in what was not given."""

import json

import pypdfium2
import pytest

from desktop.cli import exits
from desktop.cli.main import main
from inference import reading
from resources.paper.pages import PAPERS
from tests.helpers.manifests import IMAGE
from tests.helpers.packs import write_pack


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def site(tmp_path):
    path = tmp_path / "site.toml"
    path.write_text('language = "zh"\npaper = "Letter"\n', encoding="utf-8")
    return str(path)


def paper_of(path) -> list[float]:
    with pypdfium2.PdfDocument(path) as document:
        return [v / 72 * 25.4 for v in document[0].get_size()]


@pytest.mark.parametrize("threads", ["0", "-3", "two", "1.5", "", "99999"])
def test_a_number_of_threads_that_is_none_is_refused(threads, capsys):
    assert main(["screen", "--pack", "ich-nag", f"--threads={threads}"]) == exits.BAD_INPUT
    assert "--threads needs a whole number from 1" in capsys.readouterr().err


def test_an_unknown_engine_is_refused_also_where_none_is_needed(capsys, tmp_path):
    assert main(["screen", "--pack", "ich-nag", "--engine", "foo:bar", "--out", "o"]) == exits.UNTRUSTED
    assert "openvino:CPU" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("arguments", [["screen", ""], ["inspect", " "], ["screen", "--pack", "ich-nag", "--out", ""]])
def test_an_empty_path_is_refused(arguments, capsys, tmp_path):
    assert main(arguments) == exits.BAD_INPUT
    assert "an empty path was given" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_error_of_an_option_is_json_with_json(capsys):
    assert main(["screen", "", "--json"]) == exits.BAD_INPUT
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "option.empty-path"


def test_a_series_for_a_pack_without_images_is_refused(capsys):
    assert main(["screen", "--pack", "ich-nag", "--series", "2"]) == exits.BAD_INPUT
    assert "the pack ich-nag needs no images; leave out --series" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("series", "part"),
    [
        (["2"], "say which one, as ROLE=2 (roles: ct, map)"),
        (["pet=2"], '"pet" is no image of this pack (it has: ct, map)'),
        (["ct=2", "ct=3"], 'names the image "ct" twice'),
    ],
)
def test_a_series_must_name_one_image_of_the_pack(series, part, capsys, tmp_path):
    pack = str(write_pack(tmp_path / "two", images=[IMAGE, {**IMAGE, "id": "map"}]))
    given = [word for one in series for word in ("--series", one)]
    assert main(["screen", "x", "--pack", pack, "--allow-unsigned", *given]) == exits.BAD_INPUT
    assert part in capsys.readouterr().err


def test_without_lang_and_paper_the_site_decides(site, capsys, tmp_path):
    assert main(["screen", "--pack", "ich-nag", "--site", site, "--out", "o"]) == exits.ANSWER
    assert "记录：" in capsys.readouterr().out
    assert paper_of(tmp_path / "o/report.pdf") == pytest.approx(PAPERS["Letter"], abs=0.5)


@pytest.mark.parametrize("place", [0, 7])
def test_lang_and_paper_win_over_the_site(place, site, capsys, tmp_path):
    arguments = ["screen", "--pack", "ich-nag", "--site", site, "--out", "o", "--paper", "A4"]
    arguments[place:place] = ["--lang", "en"]
    assert main(arguments) == exits.ANSWER
    assert "Record:" in capsys.readouterr().out
    assert paper_of(tmp_path / "o/report.pdf") == pytest.approx(PAPERS["A4"], abs=0.5)


def test_the_site_profile_is_read_once(site, monkeypatch):
    read, original = [], reading.open_ordinary
    monkeypatch.setattr(
        reading, "open_ordinary", lambda path, *more: (read.append(path.name), original(path, *more))[1]
    )
    assert main(["screen", "--pack", "ich-nag", "--site", site, "--out", "o"]) == exits.ANSWER
    assert read.count("site.toml") == 1
