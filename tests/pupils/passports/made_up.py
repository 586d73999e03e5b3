"""Made-up passports of realistic and nasty lengths, the same for the same seed."""

import random

from pupils.codes import PassportPart
from pupils.rules.lines import HELPS
from pupils.selectors.passports.parts import HELPS_LABEL
from pupils.selectors.passports.printing import PrintedPart, PrintedPassport
from tests.pupils.passports.makers import TODAY

WORDS = ("quiet", "table", "numbers", "picture", "break", "card", "friend", "noise", "turn", "calm")
#: What a layout breaks on: long words, no blanks, other scripts, markup, figures.
NASTY = (
    "antidisestablishmentarianism",
    "donaudampfschifffahrtsgesellschaft" * 2,
    "www.example.org/a/very/long/address/that/nothing/breaks",
    "<b>bold</b>",
    "&amp;",
    "“quoted”",
    "Łukasz’s",
    "naïve—dash—dash",
    "12:30–13:15",
    "\u00a0hard\u00a0blank",
    "e\u0301",
    "🙂",
)
#: Up to so many words in a box: a few are empty or full to the brim.
LENGTHS = (3, 8, 15, 25, 40, 60, 90, 150)


def made_up(
    chance: random.Random, most: int, words: tuple[str, ...] = WORDS, lines: int = 2
) -> PrintedPassport:
    """A passport with up to `most` words in each line."""
    parts = [(p.value, str(p.label)) for p in PassportPart]
    parts.insert(4, (HELPS, HELPS_LABEL))
    return PrintedPassport(
        pupil_id=chance.getrandbits(60),
        name="Ann Example",
        place="Year 3, Oak",
        parts=tuple(
            PrintedPart(code, label, _lines(chance, most, words, 6 if code == HELPS else lines))
            for code, label in parts
            if chance.random() < 0.9
        ),
        version=3,
        changed_on=TODAY,
    )


def nasty(seed: int) -> PrintedPassport:
    """One of any number: mostly plain words, some of them hard to set, in every length."""
    chance = random.Random(seed)
    words = WORDS * 4 + (NASTY if seed % 3 else ())
    return made_up(chance, LENGTHS[seed % len(LENGTHS)], words, lines=chance.choice((1, 2, 2, 5)))


def _lines(chance: random.Random, most: int, words, many: int) -> tuple[str, ...]:
    return tuple(
        " ".join(chance.choices(words, k=chance.randint(1, most)))
        for _ in range(chance.randint(1, many))
    )
