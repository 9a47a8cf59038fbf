"""Sentences of the factory in two languages: an English string that can be said in Chinese, too.

Exceptions, tables and faults carry sentences as strings, so that logs and programs read them as they always did; a
console that speaks Chinese asks for the other language when it prints. The words stand in the program's catalogue.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial, reduce

from resources.messages import Filled, catalogue

LANGUAGES = ("zh", "en")
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Spoken(str):
    """An English sentence that knows its other languages.

    Parameters
    ----------
    say
        The sentence in a language, ``en`` or ``zh``; made of module functions, so that it can be pickled.
    """

    __slots__ = ("say",)

    def __new__(cls, say: Callable[[str], str]) -> Spoken:
        """The English sentence."""
        made = super().__new__(cls, say("en"))
        made.say = say
        return made

    def __reduce__(self):
        return Spoken, (self.say,)

    def __deepcopy__(self, memo: object) -> Spoken:
        return self


def worded(message: str, **values: object) -> Spoken:
    """A message of the catalogue, filled in; values may be sentences themselves."""
    return Spoken(partial(_filled, message, values))


def _filled(message: str, values: Mapping[str, object], language: str) -> str:
    said = {name: in_language(value, language) if isinstance(value, str) else value for name, value in values.items()}
    return Filled().vformat(catalogue(language)[message], (), said)


def all_of(names: Sequence[str]) -> str:
    """All names, each behind an "and" but the first."""
    return reduce(lambda first, last: worded("factory.and", first=first, last=last), names)


def in_language(text: str, language: str) -> str:
    """A sentence in a language; a plain string is the same in all."""
    return text.say(language) if isinstance(text, Spoken) else text


def spoken_language(arguments: Sequence[str]) -> str:
    """``en`` or ``zh``: what ``--lang`` says, else the environment or the system; English where they name neither."""
    for n, argument in enumerate(arguments):
        following = arguments[n + 1] if n + 1 < len(arguments) else ""
        given = following if argument == "--lang" else argument.partition("--lang=")[2]
        if given in LANGUAGES:
            return given
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), locale.getlocale()[0] or "")
    return "zh" if named.casefold().startswith(("zh", "chinese")) else "en"
