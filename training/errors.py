"""Bad input, and the sentence that every error ends in, in English or Chinese.

The factory's own errors carry their sentence, which knows its Chinese where it is a
:class:`training.wording.Spoken`; those of ``inference`` carry a code whose wording stands in the program's catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping

from inference.errors import InputError, PrecontrastError
from resources.messages import Filled, catalogue
from training.wording import in_language


class BadInput(InputError):
    """A file or an option that cannot be used.

    Parameters
    ----------
    sentence : str
        Names the file and says how to mend it; may have several lines.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__("factory.bad-input", sentence=sentence)
        # Pickled exceptions are made again from these.
        self.args = (sentence,)

    def __str__(self) -> str:
        return str(self.parameters["sentence"])


def sentence_of(error: PrecontrastError, language: str = "en") -> str:
    """What an error says to the user; some sentences of the factory are English only."""
    values = dict(error.parameters)
    if isinstance(error, BadInput):
        return in_language(error.parameters["sentence"], language)
    if error.code == "schema.invalid":
        return _sentence_of_schema(values, language)
    reason = values.get("reason")
    if isinstance(reason, str):
        values["reason"] = _worded((f"reason.{reason}", reason, f"finding.{reason}"), values, language) or reason
    return _worded((error.code, f"error.{error.code}", f"finding.{error.code}"), values, language) or str(error)


def _sentence_of_schema(values: Mapping[str, object], language: str) -> str:
    problems = (f"schema.problem.{values.get('problem_kind')}", "schema.problem.value_error")
    several = "schema.more-fields" if values.get("others") else "schema.more"
    more = _worded((several,), values, language) if values.get("count", 1) != 1 else ""
    message = "error.schema.invalid" if values.get("field") else "error.schema.invalid-whole"
    return _worded((message,), {**values, "problem": _worded(problems, values, language), "more": more}, language)


def _worded(messages: tuple[str, ...], values: Mapping[str, object], language: str) -> str:
    """The first of these messages that the catalogue has, filled in; empty without one."""
    known = catalogue(language)
    template = next((known[message] for message in messages if message in known), "")
    return Filled().vformat(template, (), values)
