"""A risk that includes an image signature, and its refusal: what report, record and console say of it."""

import copy
import json
import math

import pypdfium2
import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json, write_pages, write_pdf
from desktop.report.sections import Answers
from desktop.report.wording import percent
from inference.errors import InputError
from inference.outcome import Outcome
from inference.pipeline import Request, run
from inference.reading import to_plain
from inference.site import Prevalence, SiteProfile
from tests.helpers.content import bars_of, rows_of, section_of
from tests.helpers.earlier import as_version_0_1
from tests.helpers.manifests import FALLBACK, MEASURE
from tests.helpers.packs import choice, sheet, write_pack
from tests.helpers.pages import look_alike
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, SIGNATURE, fake_vessels, signature_pack
from tests.helpers.vessels import STEP, scan

pytestmark = pytest.mark.slow

BOTH = pytest.mark.parametrize("code", ["en", "zh"])
SITE = SiteProfile(prevalence={"thing": Prevalence("register", rate=0.0027)})
STRICT = [STEP, MEASURE, DEEP, {**CLASSIFY, "distance_limit": 1e-6}, LOGISTIC]


def screened(site=SITE, fallback=None, **changes) -> Outcome:
    images = {"volumes": {"ct": scan()}, "simulated": True}
    request = Request(signature_pack(**changes), sheet({"c": "yes"}), site, **images, fallback=fallback)
    return run(request, fake_vessels())


@pytest.fixture(scope="module")
def answered() -> Outcome:
    return screened()


@pytest.fixture(scope="module")
def moved() -> Outcome:
    """With an intercept that a site has recalibrated, so that something is added for everyone."""
    return screened(steps=[STEP, MEASURE, DEEP, CLASSIFY, {**LOGISTIC, "recentring": 0.0}])


@pytest.fixture(scope="module")
def refused() -> Outcome:
    return screened(fallback=FALLBACK, steps=STRICT)


def pages(outcome: Outcome, code: str, folder) -> list[str]:
    """Text of the pages, each without line breaks and the spaces that they leave."""
    write_pdf(build_content(outcome, Language(code)), folder / "r.pdf")
    with pypdfium2.PdfDocument(folder / "r.pdf") as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def shown(code: str, message: str, **values) -> str:
    return "".join(Language(code).text(message, **values).split())


@BOTH
def test_the_first_page_says_that_the_signature_is_part_of_the_probability(answered, code, tmp_path):
    first, _ = pages(answered, code, tmp_path)
    name = {"en": "Image signature", "zh": "影像评分"}[code]
    assert shown(code, "banner.image-part", names=name) in first
    assert percent(answered.risk.estimate.chance, Language(code)).replace(" ", "") in first


@BOTH
def test_every_page_of_a_pack_trained_on_simulations_says_that_nothing_is_claimed(answered, refused, code, tmp_path):
    for outcome in (answered, refused):
        assert all(shown(code, "status-note.simulation-trained") in page for page in pages(outcome, code, tmp_path))


def test_a_risk_from_answers_alone_says_nothing_of_images(clinical_outcome, tmp_path):
    first = pages(clinical_outcome, "en", tmp_path)[0]
    assert "readfromtheimages" not in first
    assert shown("en", "status-note.simulation-trained") not in first


@BOTH
def test_the_second_page_names_the_remainder_of_the_trained_model(answered, code):
    rows = dict(rows_of(build_content(answered, Language(code))))
    assert "×" in rows[Language(code).text("report.offset")]
    assert (
        percent(answered.risk.population.raw_probability, Language(code))
        in rows[Language(code).text("report.raw-adjusted")]
    )


def test_a_risk_from_the_literature_has_no_remainder_to_name(clinical_outcome):
    content, name = build_content(clinical_outcome, Language("en")), Language("en").text("report.offset")
    assert name not in dict(rows_of(content))
    assert name not in [bar.label for bar in bars_of(content)]


@BOTH
def test_the_bars_of_a_trained_model_multiply_to_the_figure_above_them(moved, code):
    bars = [bar for bar in bars_of(build_content(moved, Language(code))) if not bar.unknown]
    assert bars[-1].label == Language(code).text("report.offset")
    assert math.prod(math.exp(bar.size) for bar in bars) == pytest.approx(math.exp(moved.risk.explanation.log_odds))


def test_the_signature_is_shown_as_read_from_the_images(answered):
    assert ("Image signature", "from the images") in [
        (label, origin) for label, _, origin in section_of(build_content(answered, Language("en")), Answers).rows
    ]


def test_the_signature_cannot_be_changed_and_stands_after_what_can(answered):
    bar = next(b for b in bars_of(build_content(answered, Language("en"))) if b.label == "Image signature")
    assert (bar.modifiable, bar.unknown) == (False, False)


@BOTH
def test_a_refusal_as_unlike_the_training_says_so_and_shows_what_was_measured(refused, code, tmp_path):
    first, second = pages(refused, code, tmp_path)
    (finding,) = [f for f in refused.findings if f.severity == "blocking"]
    name = {"en": "Image signature", "zh": "影像评分"}[code]
    sentence = Language(code).finding(finding.code, finding.evidence, name)
    assert "".join(sentence.split()) in first
    assert shown(code, "banner.refused-image") in first
    assert shown(code, "report.fallback") in first
    assert "".join(refused.pack.manifest.words.measures.of(code).split()) in second


def test_the_record_gives_the_same_outcome_again(answered, refused, tmp_path):
    for outcome in (answered, refused):
        write_json(outcome, tmp_path / "r.json")
        assert read_outcome(tmp_path / "r.json") == outcome


@BOTH
def test_reprinting_from_the_record_gives_the_same_pages(answered, code, tmp_path):
    write_json(answered, tmp_path / "r.json")
    again = read_outcome(tmp_path / "r.json")
    contents = [build_content(outcome, Language(code)) for outcome in (answered, again)]
    assert contents[0] == contents[1]
    first, second = (write_pages(content, tmp_path, name) for content, name in zip(contents, ("first", "second")))
    assert all(look_alike(one, other) for one, other in zip(first, second, strict=True))


def test_a_record_from_before_there_were_trained_models_is_still_read(clinical_outcome, tmp_path):
    data = as_version_0_1(to_plain(clinical_outcome))
    del data["risk"]["offset"]
    for predictor in data["pack"]["manifest"]["predictors"]:
        del predictor["step"]
    for step in data["pack"]["manifest"]["steps"]:
        for name in ("intercept", "covariance"):
            step.pop(name, None)
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    assert read_outcome(tmp_path / "r.json") == clinical_outcome


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda data: data["risk"]["explanation"].update(offset=9.0), "risk.explanation.log_odds"),
        (lambda data: data["risk"]["population"].update(raw_probability=0.5), "risk.population.raw_probability"),
        (lambda data: data["answers"][1].update(origin="entered"), "answers: signature"),
        (lambda data: data["answers"][0].update(origin="image"), "answers: c"),
        (
            lambda data: data["pack"]["manifest"]["steps"][-1].update(intercept=None, covariance=None),
            "risk.explanation",
        ),
    ],
)
def test_a_record_that_contradicts_its_trained_model_is_refused(answered, tmp_path, change, field):
    data = copy.deepcopy(to_plain(answered))
    change(data)
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(tmp_path / "r.json")
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", field)


def test_without_the_rate_of_the_site_the_signature_is_still_said_to_be_part(tmp_path):
    outcome = screened(site=SiteProfile())
    assert shown("en", "banner.image-part", names="Image signature") in pages(outcome, "en", tmp_path)[0]
    assert outcome.risk.estimate.chance is None


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))


@BOTH
def test_the_console_says_what_the_report_says(answered, code, home, tmp_path, capsys):
    write_json(answered, tmp_path / "r.json")
    assert main(["--lang", code, "reprint", str(tmp_path / "r.json"), "--out", str(tmp_path / "o")]) == exits.ANSWER
    said = capsys.readouterr().out
    name = {"en": "Image signature", "zh": "影像评分"}[code]
    assert Language(code).text("banner.image-part", names=name) in said
    assert Language(code).text("status-note.simulation-trained") in said


def test_a_pack_shows_which_of_its_predictors_are_not_asked(home, tmp_path, capsys):
    pack = signature_pack()
    data = {name: part for name, part in to_plain(pack.manifest).items() if part is not None}
    folder = write_pack(tmp_path / "mine", {n: f for n, f in pack.files.items() if n != "pack.json"}, **data)
    assert main(["--lang", "en", "packs", "show", str(folder), "--allow-unsigned"]) == exits.ANSWER
    assert "signature: Image signature (from the images)" in capsys.readouterr().out


def test_an_answer_for_the_signature_is_a_mistake_in_plain_words():
    error = InputError("answers.from-image", name="signature")
    assert Language("en").error(error).startswith("signature is read from the images")
    assert Language("zh").error(error).startswith("signature 由影像得出")


@BOTH
@pytest.mark.parametrize(("step", "message"), [("signature", "measure.not-part"), ("vein.volume_ml", "measure.part")])
def test_the_measures_are_said_to_be_part_of_the_probability_where_they_are(step, message, code, tmp_path):
    predictors = [choice("c"), {**SIGNATURE, "id": "signature", "step": step}]
    steps = [STEP, MEASURE, DEEP, {**CLASSIFY, "id": "signature" if step == "signature" else "own"}, LOGISTIC]
    second = pages(screened(predictors=predictors, steps=steps), code, tmp_path)[1]
    assert shown(code, message) in second
