"""What a manifest states of region, gates, window, event and words, and what one of schema 1 meant without a word."""

import json
from dataclasses import replace

import numpy as np
import pytest

from desktop.language import Language
from desktop.report.own_words import finding_text, own_text
from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.packs.schema_1 import NEW as NEW_IN_SCHEMA_2
from inference.packs.store import MANIFEST, read_manifest
from inference.quality.region import check_noise, check_region
from inference.quality.series import check_series
from inference.reading import read_typed, to_plain
from inference.roles import wanted_role
from inference.volume import Volume
from tests.helpers.images import measure, read_series, structure
from tests.helpers.manifests import ABOUT_INLET, ABOUT_KIDNEYS, EVENT, IMAGE, KIDNEYS
from tests.helpers.packs import as_bytes, bundled, make_manifest, text
from tests.helpers.shapes import segmentation

NEW = ABOUT_KIDNEYS


def fault_of(**changes) -> dict:
    with pytest.raises(InputError) as caught:
        make_manifest(**changes)
    return caught.value.parameters


def test_a_manifest_of_schema_1_means_what_the_program_did_then():
    manifest = make_manifest(**ABOUT_INLET)
    (role,) = manifest.images
    region = manifest.region_of(role)
    wanted = wanted_role(role, region)
    assert (wanted.plane, wanted.region_words) == ("axial", ("chest", "thorax", "neck", "lung", "胸", "颈"))
    assert (region.needed.below, region.needed.above, region.wanted_above) == (12, 20, 35)
    assert (region.whole.below, region.whole.above, region.sides) == (45, 60, True)
    assert [(needed.of, needed.least_ml) for needed in region.content] == [("lung", 20)]
    assert (role.window.level, role.window.width, manifest.gates.least_age_years) == (50, 350, 18)
    gates = manifest.gates
    limits = (gates.dense_blood_hu, gates.enhanced_blood_hu, gates.noisy_hu, gates.too_noisy_hu)
    assert limits == (70, 90, 30, 90)
    assert manifest.event.volume.most_ml == 500
    assert (len(manifest.event.site.choices), manifest.event.severity, manifest.event.agent) == (8, True, True)
    assert make_manifest().regions == ()


@pytest.mark.parametrize("name", ["cme-hu2025-demo", "cme-literature-prior", "cme-vessels-demo"])
def test_the_packs_that_ship_state_what_they_meant_before_they_stated_it(name):
    pack = bundled(name)
    data = json.loads(pack.files[MANIFEST])
    before = {key: value for key, value in data.items() if key not in NEW_IN_SCHEMA_2}
    for image in before.get("images", []):
        image.pop("window", None)
    assert read_manifest(as_bytes({**before, "schema": 1}), "test") == pack.manifest


def test_what_was_read_is_read_again_as_the_same():
    for manifest in (make_manifest(**ABOUT_INLET), make_manifest(**NEW, event=EVENT)):
        assert read_typed(Manifest, json.loads(json.dumps(to_plain(manifest))), "test") == manifest


def test_a_manifest_of_schema_2_that_states_nothing_has_no_event_and_no_region():
    manifest = make_manifest(schema=2, images=[IMAGE])
    assert (manifest.event, manifest.regions, manifest.region_of(manifest.images[0])) == (None, (), None)
    assert (manifest.images[0].window.width, manifest.gates.least_age_years) == (350, 18)


@pytest.mark.parametrize(
    ("changes", "field", "kind"),
    [
        ({"schema": 3}, "schema", "schema-later"),
        ({"schema": 1, "event": EVENT}, "event", "schema-earlier"),
        ({"schema": 1, "gates": {}}, "gates", "schema-earlier"),
        ({"schema": 1, "images": [{**IMAGE, "window": {"level": 0, "width": 9}}]}, "images", "schema-earlier"),
        ({**NEW, "images": [{**IMAGE, "modality": "computed tomography"}]}, "images[0].modality", None),
        ({**NEW, "images": [{**IMAGE, "window": {"level": 0, "width": 0}}]}, "images[0].window.width", None),
        ({**NEW, "gates": {"noisy_hu": 50, "too_noisy_hu": 40}}, "gates", "value_error"),
        ({**NEW, "words": {"measures": text("{volume} measured")}}, "words.measures", "placeholder"),
        ({**NEW, "words": {"risk": text("a brace {")}}, "words.risk", "placeholder-form"),
        ({**NEW, "images": [{**IMAGE, "window": {"level": 1e9, "width": 1e-3}}]}, "images[0].window.width", None),
        ({**NEW, "images": [{**IMAGE, "words": [" "]}]}, "images[0].words[0]", None),
        ({**NEW, "regions": [{**KIDNEYS, "header": {"en": ["abdomen", ""]}}]}, "regions[0].header.en[1]", None),
        ({**NEW, "regions": [{**KIDNEYS, "content": KIDNEYS["content"] * 2}]}, "regions[0].content", "named-twice"),
        ({**NEW, "regions": [{**KIDNEYS, "title": text("kidneys", " ")}]}, "regions[0].title.zh", "empty-text"),
        ({**NEW, "words": {"risk": text("", "风险")}}, "words.risk.en", "empty-text"),
        ({**NEW, "event": {**EVENT, "question": text("Leak?", "")}}, "event.question.zh", "empty-text"),
        (
            {**NEW, "regions": [{**KIDNEYS, "words": {"covered": text("{liver_ml}")}}]},
            "regions[0].words.covered",
            "placeholder",
        ),
        (
            {**NEW, "regions": [{**KIDNEYS, "words": {"covered": text("{above_mm.__class__}")}}]},
            "regions[0].words.covered",
            "placeholder",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_entry_is_named_with_what_is_wrong(changes, field, kind):
    found = fault_of(**changes)
    assert found["field"] == field
    assert kind in (None, found["problem_kind"])


def test_of_several_things_that_must_be_seen_each_has_its_figure_whichever_is_too_little():
    content = [{"of": "liver", "least_ml": 50}, {"of": "lung", "least_ml": 20}]
    words = {"hidden": text("{liver_ml} mL of liver, {lung_ml} mL of lung, {needed_ml:g} needed")}
    manifest = make_manifest(**{**NEW, "regions": [{**KIDNEYS, "content": content, "words": words}]})
    (role,) = manifest.images
    found = replace(segmentation(np.zeros((40, 2, 2), np.uint8), ("a",)), context_ml={"liver": 60.0, "lung": 3.0})
    volume = Volume(np.zeros((40, 2, 2), np.int16), found.grid)
    (hidden,) = check_region(volume, found, None, role, manifest.region_of(role))
    said = finding_text(manifest, hidden, hidden.evidence, "CT", Language("en"))
    assert said == "60 mL of liver, 3 mL of lung, 20 needed"


def test_a_brace_that_is_written_twice_is_read_once_wherever_the_packs_words_stand():
    manifest = make_manifest(schema=2, words={"risk": text("Risk {{of a leak}}"), "measures": text("}} {{")})
    told = [own_text(manifest, name, Language("en")) for name in ("risk", "measures")]
    assert told == ["Risk {of a leak}", "} {"]


@pytest.mark.parametrize("schema", [1, 2])
@pytest.mark.parametrize("images", [5, "ct", {}, [5], [None], [{**IMAGE, "region": []}], [{**IMAGE, "region": {}}]])
def test_images_of_another_form_are_named_and_no_fault_of_the_program(schema, images):
    assert fault_of(schema=schema, images=images)["field"].startswith("images")


@pytest.mark.parametrize(
    ("changes", "wanted"), [({"regions": []}, "kidneys"), ({"regions": [KIDNEYS, KIDNEYS]}, "kidneys")]
)
def test_a_region_is_stated_once(changes, wanted):
    assert fault_of(**{**NEW, **changes})["wanted"] == wanted


def test_the_region_that_a_manifest_states_decides_which_series_is_wanted_and_how_much_of_it():
    manifest = make_manifest(**NEW)
    (role,) = manifest.images
    region = manifest.region_of(role)
    assert (wanted_role(role, region).plane, wanted_role(role, region).region_words) == ("coronal", ("abdomen", "腹"))
    found = segmentation(np.zeros((40, 2, 2), np.uint8), ("a",))
    volume = Volume(np.zeros((40, 2, 2), np.int16), found.grid)
    codes = {place: [f.code for f in check_region(volume, found, (0, 0, place), role, region)] for place in (4, 6, 34)}
    assert codes == {4: ["region.not-covered"], 6: ["region.covered"], 34: ["region.not-covered"]}


def test_the_gates_that_a_manifest_states_decide_whose_images_are_judged(tmp_path):
    strict, lax = (make_manifest(schema=2, images=[IMAGE], gates=gates).gates for gates in ({}, {"least_age_years": 0}))
    role = make_manifest(images=[IMAGE]).images[0]
    child = read_series(tmp_path, PatientAge="007Y")
    assert "patient.child" in {f.code for f in check_series(child, role, (), gates=strict)}
    assert "patient.child" not in {f.code for f in check_series(child, role, (), gates=lax)}
    quiet = make_manifest(schema=2, gates={"noisy_hu": 3, "too_noisy_hu": 5}).gates
    assert [f.code for f in check_noise((measure(sd_hu=12.0),), (structure("artery"),), quiet, role)] == [
        "region.too-noisy"
    ]
