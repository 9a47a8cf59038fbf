"""What can be assessed is found by the part of the body, by what was used last, and by typing."""

from dataclasses import replace

import pytest

from desktop.language import Language
from desktop.pack_library import Usable
from desktop.systems import ANYWHERE, WITHOUT_IMAGES, grouped, marks_of, matching, note_of
from inference.packs.manifest import Manifest
from inference.reading import read_typed
from tests.helpers.manifests import IMAGE, KIDNEYS
from tests.helpers.packs import manifest_data, text

HEART = {"id": "heart", "title": text("heart", "心脏")}


def system(name: str, signed_by: str | None = "ward", **changes) -> Usable:
    plain = {**manifest_data(id=name, title=text(f"{name} risk", f"{name}风险"), **changes), "schema": 2}
    return Usable(read_typed(Manifest, plain, "pack.json"), signed_by, signed_by and "ab" * 32)


STONES = system("stones", images=[{**IMAGE, "region": "kidneys"}], regions=[KIDNEYS])
CYSTS = system("cysts", images=[{**IMAGE, "region": "kidneys"}], regions=[KIDNEYS], status="simulation-trained")
STAGE = system("stage", body_part={"id": "kidneys", "title": text("any other words", "双肾")})
PULSE = system("pulse", signed_by=None, body_part=HEART)
SPOT = system("spot", images=[{**IMAGE, "required": False}])
SUM = system("sum")
ALL = [SUM, SPOT, STONES, PULSE, CYSTS, STAGE]


def listed(groups) -> dict[str, list[str]]:
    return {group.id: [one.manifest.id for one in group.systems] for group in groups}


def test_systems_stand_under_the_part_of_the_body_that_their_manifest_names_or_their_images_show():
    groups = grouped(ALL, Language("en"))
    assert listed(groups) == {
        "kidneys": ["stones", "cysts", "stage"],
        "heart": ["pulse"],
        ANYWHERE: ["spot"],
        WITHOUT_IMAGES: ["sum"],
    }
    assert list(listed(groups)) == ["kidneys", "heart", ANYWHERE, WITHOUT_IMAGES]
    assert [group.title for group in groups] == ["Kidneys", "Heart", "Any part of the body", "Without images"]
    assert [group.title for group in grouped(ALL, Language("zh"))] == ["双肾", "心脏", "不限部位", "无需图像"]


def test_what_was_used_last_comes_first_with_its_group():
    used = ("sum", "cysts", "no longer installed")
    assert listed(grouped(ALL, Language("en"), used)) == {
        WITHOUT_IMAGES: ["sum"],
        "kidneys": ["cysts", "stones", "stage"],
        "heart": ["pulse"],
        ANYWHERE: ["spot"],
    }
    assert [*listed(grouped(ALL, Language("en"), used))][:2] == [WITHOUT_IMAGES, "kidneys"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", {"sum", "spot", "stones", "pulse", "cysts", "stage"}),
        ("KIDNEY risk", {"stones", "cysts", "stage"}),
        ("双肾", {"stones", "cysts", "stage"}),
        ("simulation", {"cysts"}),
        ("pulse风险", {"pulse"}),
        ("not signed", {"pulse"}),
        ("form only", {"sum", "pulse", "stage"}),
        ("kidney heart", set()),
    ],
)
def test_all_words_that_are_typed_are_found_in_either_language(typed, found):
    english = Language("en")
    left = listed(matching(grouped(ALL, english), typed, english))
    assert {name for names in left.values() for name in names} == found
    assert all(left.values())


def test_a_line_says_what_is_needed_what_it_rests_on_and_who_signed():
    english = Language("en")
    assert marks_of(STONES, english, "stones") == "DEFAULT · CT images · FORMULA · ward abababababababab"
    assert marks_of(SPOT, english) == "CT images or form · FORMULA · ward abababababababab"
    assert marks_of(PULSE, english) == "form only · FORMULA · NOT SIGNED"
    both = replace(STONES.manifest, images=(*STONES.manifest.images, replace(STONES.manifest.images[0], modality="MR")))
    assert marks_of(replace(STONES, manifest=both), Language("zh")).startswith("CT/MR 图像 · 公式 · ")
    assert note_of(CYSTS, english).splitlines() == [
        "cysts risk",
        "word",
        "cysts 1.0.0 · SIMULATION-TRAINED · signed by ward, key abababababababab",
    ]
