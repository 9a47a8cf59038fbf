"""Step ``lookup``: a published table."""

import pytest

from inference.errors import InputError
from inference.results import Result
from inference.steps.lookup import run
from tests.helpers.packs import choice, context, make_manifest, make_pack, text

COLUMNS = [{"id": "five", "title": text()}, {"id": "ten", "title": text()}]


def table(**rows) -> dict:
    changes = {"predictor": "c", "columns": COLUMNS, "rows": rows}
    step = {"kind": "lookup", "id": "t", "title": text(), **changes}
    return {"predictors": [choice("c")], "steps": [step]}


def looked_up(answer):
    pack = make_pack(**table(no=[90, 80], yes=[60, None]))
    return run(pack.manifest.steps[0], context(pack, {"c": answer})).results


def test_the_row_of_the_answer_is_read():
    assert [(r.id, r.value) for r in looked_up("no")] == [("five", 90), ("ten", 80)]


def test_what_is_not_published_is_unknown_and_nothing_is_missing_for_it():
    assert looked_up("yes")[1] == Result("ten", "t", None)


def test_an_unknown_answer_leaves_every_figure_unknown_and_is_named():
    assert [(r.value, r.missing) for r in looked_up(None)] == [(None, ("c",))] * 2


@pytest.mark.parametrize("row", [[], [1], [1, 2, 3]])
def test_a_row_needs_a_figure_for_every_column(row):
    with pytest.raises(InputError) as caught:
        make_manifest(**table(no=[90, 80], yes=row))
    assert (caught.value.parameters["problem_kind"], caught.value.parameters["wanted"]) == ("row-length", 2)
