"""Natural frequencies: how many of a thousand; :mod:`desktop.report.icons` draws them.

"× 10, 2.8 %" is misread; "28 of 1,000, event rate here 2.7 of 1,000" is not (Gigerenzer and Hoffrage 1995;
Spiegelhalter 2017). Both counts have one denominator, or they could not be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.report.content import Frequency
from desktop.report.wording import count_text

if TYPE_CHECKING:
    from desktop.language import Language
    from inference.results import Risk

LEAST = 1.0
"""Events of the rarer of the two that the denominator must hold at least, where it can."""
DENOMINATORS = (1000, 10_000, 100_000)


def frequency_of(risk: Risk, language: Language) -> Frequency | None:
    """Both counts of a risk; None without a rate of the site."""
    chance, rate = risk.estimate.chance, risk.population.site_prevalence if risk.population else None
    if chance is None or rate is None:
        return None
    rarer = min(chance, rate)
    of = next((n for n in DENOMINATORS if n * rarer >= LEAST), DENOMINATORS[-1])
    counts = {"patient": count_text(chance * of), "average": count_text(rate * of)}
    text = language.text("frequency.both", total=f"{of:,}", **counts)
    titles = language.text("frequency.patient"), language.text("frequency.average")
    return Frequency(text, titles, (chance, rate))
