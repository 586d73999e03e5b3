"""Tests and counts with which a group is measured, and how a score is read and written. No Django."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from provision.rules.impact import Scores
from pupils.rules.scores import SCALES

SCORES_WORDS: dict[Scores, str] = {
    Scores.STANDARD: "Standardised score",
    Scores.SCALED: "Scaled score",
    Scores.T_SCORE: "T-score",
    Scores.AGE_MONTHS: "Age equivalent",
    Scores.RAW: "Raw score or count",
}
#: Age equivalents between these are possible, in months.
YOUNGEST, OLDEST = 24, 240
MOST_RAW = Decimal(9999)
_AGE = re.compile(r"^(\d{1,2})\s*(?:[:;y]|years?,?)\s*(\d{1,2})?\s*(?:m|months?)?$", re.IGNORECASE)
_MONTHS = re.compile(r"^(\d{1,3})\s*(?:m|months?)?$", re.IGNORECASE)


class NotAScore(ValueError):
    """What was written is no score of this kind; the words say what to do."""


@dataclass(frozen=True)
class KnownTest:
    """A test as the file of tests has it."""

    key: str
    name: str
    measures: str
    scores: tuple[Scores, ...]
    source: str
    parts: tuple[str, ...] = ()
    lower_is_better: bool = False


@cache
def known_tests() -> dict[str, KnownTest]:
    """The tests that come with Aylsham, by key."""
    with (Path(__file__).parent / "measures.toml").open("rb") as file:
        rows = tomllib.load(file)["test"]
    return {
        row["key"]: KnownTest(
            key=row["key"],
            name=row["name"],
            measures=row["measures"],
            scores=tuple(Scores(kind) for kind in row["scores"]),
            source=row["source"],
            parts=tuple(row.get("parts", ())),
            lower_is_better=row.get("lower_is_better", False),
        )
        for row in rows
    }


def scale_words(scores: Scores) -> str:
    """`Standardised score (mean 100, SD 15)`."""
    if scores not in SCALES:
        return SCORES_WORDS[scores]
    rule = SCALES[scores]
    return f"{SCORES_WORDS[scores]} (mean {rule.mean}, SD {rule.deviation})"


def read_score(text: str, scores: Scores) -> Decimal | None:
    """A score as somebody writes it; an age in months. None for nothing; raises NotAScore."""
    text = text.strip()
    if not text:
        return None
    return Decimal(_months(text)) if scores is Scores.AGE_MONTHS else _number(text, scores)


def score_words(value: Decimal | float, scores: Scores) -> str:
    """A score as people read it: `87`, `7:05` for an age of 7 years and 5 months."""
    if scores is Scores.AGE_MONTHS:
        years, months = divmod(round(value), 12)
        return f"{years}:{months:02d}"
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _months(text: str) -> int:
    if found := _AGE.match(text):
        years, months = int(found[1]), int(found[2] or 0)
        if months > 11:
            raise NotAScore("Months after the years run from 0 to 11: write 7:05.")
        total = years * 12 + months
    elif found := _MONTHS.match(text):
        total = int(found[1])
        if total < YOUNGEST:
            raise NotAScore(f"Write {text}:00 if these are years, 7:05 for 7 years 5 months.")
    else:
        raise NotAScore("Write an age like 7:05, for 7 years 5 months.")
    if not YOUNGEST <= total <= OLDEST:
        raise NotAScore(f"Ages run from {YOUNGEST // 12} to {OLDEST // 12} years.")
    return total


def _number(text: str, scores: Scores) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise NotAScore("Write a number.") from None
    if not value.is_finite():
        raise NotAScore("Write a number.")
    if scores in SCALES:
        rule = SCALES[scores]
        if not rule.lowest <= value <= rule.highest:
            raise NotAScore(f"Scores of this kind run from {rule.lowest} to {rule.highest}.")
    elif not 0 <= value <= MOST_RAW:
        raise NotAScore(f"Write a number from 0 to {MOST_RAW}.")
    if value != round(value, 2):
        raise NotAScore("Two decimals at most.")
    return value


def change_words(change: Decimal | float, scores: Scores) -> str:
    """A change as people read it: `+4`, `−2`, `+3 months`."""
    number = f"{abs(float(change)):.2f}".rstrip("0").rstrip(".")
    months = " months" if scores is Scores.AGE_MONTHS else ""
    return f"{'−' if change < 0 else '+'}{number}{months}"
