"""Finding a case: by parts of names, numbers and dates, as people type them."""

from dataclasses import replace

import pytest

from desktop.cases import new_case
from desktop.cases.searching import searched_text, terms_of
from tests.helpers.packs import sheet


def found(text: str, name="张伟 (Zhang Wei)") -> bool:
    looked_in = searched_text(name, "P000123", "CT-2026-1", "20260131", "2026-02-01T08:00:00+08:00")
    return all(typed in looked_in or date in looked_in for typed, date in terms_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张伟",
        "张",
        "伟 张",
        "zhang wei",
        "ZHANGWEI",
        "Wei Zhang",
        "p000123",
        "000123",
        "Ｐ０００１２３",
        "CT-2026-1",
        "2026-01-31",
        "2026-1-31",
        "20260131",
        "2026/1/31",
        "2026.01.31",
        "2026年1月31日",
        "2026年1月",
        "2026-01",
        "2026-02-01",
        "张伟 2026-01",
        "  zhang   P0001 ",
    ],
)
def test_it_is_found(text):
    assert found(text)


@pytest.mark.parametrize(
    "text", ["李", "张 李", "2026-03", "2026年11月", "20260130", "2027", "%", "_", "\\", "weizhang"]
)
def test_it_is_not_found(text):
    assert not found(text)


def test_parts_do_not_run_into_each_other():
    assert not found("P000123CT")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("O'Brien^Seán", "o'brien sean"),
        ("MÜLLER", "müller"),
        ("MÜLLER", "muller"),
        ("Muller", "Müller"),
        ("Nguye\u0302\u0303n", "nguyen"),
        ("Łukasz Sørensen-Weiß", "lukasz"),
        ("Łukasz Sørensen-Weiß", "SORENSEN-WEISS"),
        ("Ёлкина Йовка", "елкина"),
        ("Παπαδόπουλος", "παπαδοπουλος"),
        ("张^伟", "张伟"),
        ("ﾔﾏﾀﾞ^タロウ", "ヤマダ"),
        ("김^하늘", "김하늘"),
        ("Ｗｅｉ", "wei"),
    ],
)
def test_names_are_found_however_they_are_written(name, text):
    assert found(text, name=name)


@pytest.fixture
def three(store, answered):
    cases = [replace(new_case("ich-nag"), sheet=sheet(patient={"name": name})) for name in ("李雷", "韩梅梅")]
    return [store.save(case) for case in (*cases, replace(answered, outcome=answered.outcome))]


def names(rows) -> list[str]:
    return [row.patient_name for row in rows]


def test_the_store_finds_by_text(store, three):
    assert names(store.search("李")) == ["李雷"]
    assert names(store.search("zhang A-778")) == ["张伟 (Zhang Wei)"]
    assert names(store.search("' OR 1=1 --")) == []


def test_the_store_finds_by_state(store, three):
    assert names(store.search(state="answered")) == ["张伟 (Zhang Wei)"]
    assert set(names(store.search(state="open"))) == {"李雷", "韩梅梅"}
    assert names(store.search("韩", state="answered")) == []


def test_the_last_changed_comes_first_and_no_more_than_wanted_come(store, three):
    store.save(three[1])
    assert names(store.search(limit=1)) == ["韩梅梅"]


def test_the_order_does_not_follow_the_clock(store, three, monkeypatch):
    monkeypatch.setattr("desktop.cases.store.time_now", lambda: "2020-01-01T00:00:00.000-11:00")
    store.save(three[0])
    monkeypatch.setattr("desktop.cases.store.time_now", lambda: "1999-01-01T00:00:00.000+14:00")
    store.save(three[1])
    assert names(store.search())[:2] == ["韩梅梅", "李雷"]


def test_a_name_that_was_corrected_is_found_by_its_new_form_only(store):
    case = store.save(replace(new_case("ich-nag"), sheet=sheet(patient={"name": "王芳"})))
    store.save(replace(case, sheet=sheet(patient={"name": "王方"})))
    assert (names(store.search("王方")), names(store.search("王芳"))) == (["王方"], [])


def test_marks_that_are_sounds_are_kept():
    assert not found("カ", name="ガ")
    assert not found("กา", name="กี")
