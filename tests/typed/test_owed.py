"""What is owed in types is written down file by file and only shrinks."""

from pathlib import Path

from tests.typed.owed import OWING, complaints, counted, lowered, owed

TOP = Path(__file__).parents[2]
REPORT = """\
ui/a.py:3: error: Item "None" of "Volume | None" has no attribute "grid"  [union-attr]
ui/a.py:3: note: an explanation is no error of its own
ui/a.py:9: error: Missing type arguments for generic type "list"  [type-arg]
inference/b.py:1: error: Name "x" is not defined  [name-defined]
""".splitlines()


def test_a_number_that_rises_fails_and_so_does_one_that_is_no_longer_true():
    found = counted(REPORT)
    assert found == {"ui/a.py": 2, "inference/b.py": 1}
    assert complaints({"ui/a.py": 2}, {"ui/a.py": 2}) == []
    assert complaints(found, {"ui/a.py": 2}) == ["inference/b.py: 1 type errors, 0 allowed"]
    (fewer,) = complaints({"ui/a.py": 1}, {"ui/a.py": 2})
    assert fewer.startswith("ui/a.py: 1 type errors, no longer 2: lower the number")


def test_the_list_follows_downwards_only():
    assert lowered({"ui/a.py": 1, "ui/c.py": 9, "ui/new.py": 4}, {"ui/a.py": 2, "ui/b.py": 5, "ui/c.py": 3}) == {
        "ui/a.py": 1,
        "ui/c.py": 3,
    }


def test_files_on_the_list_are_there_and_of_the_packages_that_may_owe():
    listed = owed()
    assert [path for path in listed if path.split("/")[0] not in OWING or not (TOP / path).is_file()] == []
    assert all(number > 0 for number in listed.values())
    assert list(listed) == sorted(listed)
