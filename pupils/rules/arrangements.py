"""Access arrangements in national tests: what may follow what, evidence, dates. Pure.

The Standards and Testing Agency's guidance of 2026: an arrangement rests on normal classroom
practice, never advantages the child, and has a class (apply, notify, delegated, order). Dates are
published each year; those of 2027 that are not known here stay unknown until the school enters
them. Sources: GOV.UK, "2026 key stage 2 access arrangements guidance" (13 October 2025) and
"2026 phonics screening check assessment and reporting arrangements".
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from aylsham.timescales.rules import Confidence

CODE, VERSION = "tests.access_arrangements", "1"
CITATION = "STA access arrangements guidance 2026"
#: Normal practice that is younger than this at the time of asking is thin evidence (our reading).
YOUNG = timedelta(weeks=6)
#: Not found true for this long: ask again whether it is still normal practice (our reading).
STALE = timedelta(weeks=26)
#: The head signs so long before the first day of the tests (our own working date).
SIGN_BEFORE = timedelta(days=14)

#: Beginnings of words in a strategy that suggest an arrangement.
_HINTS: dict[str, str] = {
    "extra_time": r"(extra|more|additional|longer) time|(time|seconds|minutes) to (think|process|finish)",
    "scribe": r"scrib|writes? (it |things )?(down )?for (him|her|them|me|the child)",
    "word_processor": r"laptop|chromebook|word processor|keyboard|\btyp(e|es|ing)\b(?! of)",
    "reader": r"\breads? (it |them |the \w+ |aloud|out|to (me|him|her|them))|\breader\b|reading pen",
    "prompter": r"prompt|back to (the )?task|refocus|re-focus|tap on",
    "rest_breaks": r"(?<!at )\bbreaks?\b(?! ?time| down| it)|leave the room|out of the room",
    "signer": r"\bsign(s|ed|ing)\b|makaton|\bBSL\b",
    "translation": r"translat|home language|first language",
    "objects": r"\b(counters|cubes|numicon|base ten|real objects)\b",
    "overlay": r"overlay|tinted|(coloured|yellow|blue|cream) (paper|film)|highlight",
    "own_room": r"(quiet|small|own) (room|place|space|corner)|small group|work ?station",
    "large_print": r"large(d|r)?[ -]print|enlarge|\b(18|20|24) ?(pt|point)",
    "braille": r"braille",
    "fewer_words": r"fewer words|one (line|word|question) at a time",
    "look_of_page": r"large(d|r)?[ -]print|enlarge|overlay|tinted|(coloured|yellow|cream) paper|clear font",
    "input_assistant": r"scrib|types? for",
    "audio": r"headphones|\baudio\b|\breads? (it |them |the \w+ |aloud|out)",
    "next_button": r"(time|seconds) to (think|process)|own pace",
}
_PATTERNS = {key: re.compile(words, re.IGNORECASE) for key, words in _HINTS.items()}

#: (route, state) → the states a person may put it in; "evidence" and the head's word come apart.
_ASKED = {"apply": "applied", "order": "applied", "notify": "notified"}


def suggests(text: str, arrangements: Collection[str]) -> list[str]:
    """Those of the arrangements which the words of a strategy suggest, in their order."""
    return [key for key in arrangements if key in _PATTERNS and _PATTERNS[key].search(text)]


def next_states(route: str, state: str) -> tuple[str, ...]:
    """What a person may say next of an arrangement; the head's agreement is not among them."""
    asked = (_ASKED[route],) if route in _ASKED else ()
    return {
        "considered": (*asked, "not_needed"),
        "evidence": (*asked, "not_needed"),
        "applied": ("approved", "refused", "not_needed"),
        "approved": ("not_needed",),
        "notified": ("not_needed",),
        "refused": (*asked, "not_needed"),
        "not_needed": ("considered",),
    }[state]


def may_gather(state: str) -> bool:
    """Whether evidence is still asked for."""
    return state in ("considered", "evidence", "applied", "refused")


def is_in_use(route: str, state: str) -> bool:
    """Whether an adult in the room gives it on the day."""
    return state in ("approved", "notified") or (route, state) == ("order", "applied")


def waits_for_head(route: str, state: str, *, is_signed: bool) -> bool:
    """Whether it stands on the list that the head has still to sign."""
    if is_signed:
        return False
    return is_in_use(route, state) or (route, state) == ("delegated", "evidence")


@dataclass(frozen=True)
class Proof:
    """One strategy as evidence: since when, last found true, how often tried and how it went."""

    first_used_on: date
    confirmed_on: date
    tried: int


def gaps(proofs: Iterable[Proof], *, unmarked: int, today: date, ready: int = 0) -> list[str]:
    """What is missing in the evidence, in sentences.

    `ready` strategies could be gathered; `unmarked` ones only suggest the arrangement.
    """
    found = list(proofs)
    if not found:
        if ready:
            return ["The evidence is not gathered yet."]
        if unmarked:
            return [f"{_unmarked(unmarked)} Mark what is, then gather again."]
        return ["No strategy marked as normal classroom practice shows it."]
    said: list[str] = []
    if all(proof.first_used_on > today - YOUNG for proof in found):
        said.append("It has been normal practice for less than six weeks.")
    if all(proof.confirmed_on < today - STALE for proof in found):
        said.append("Nobody has found it still true in the last 26 weeks.")
    if not any(proof.tried for proof in found):
        said.append("Nobody has tapped “tried it” yet.")
    return said


def _unmarked(number: int) -> str:
    if number == 1:
        return "One strategy suggests it, but is not marked as normal classroom practice."
    return f"{number} strategies suggest it, but are not marked as normal classroom practice."


@dataclass(frozen=True)
class KnownDate:
    """A published day of one year's tests, until the school says otherwise."""

    year: int  # the academic year's first
    test: str
    kind: str
    on: date
    source: str
    confidence: Confidence


KNOWN_DATES: tuple[KnownDate, ...] = (
    KnownDate(
        2025, "phonics", "order", date(2026, 4, 21), "GOV.UK, phonics 2026", Confidence.GUIDANCE
    ),
    KnownDate(
        2025, "phonics", "tests", date(2026, 6, 8), "GOV.UK, phonics 2026", Confidence.GUIDANCE
    ),
    KnownDate(
        2025, "phonics", "tests_end", date(2026, 6, 12), "GOV.UK, phonics 2026", Confidence.GUIDANCE
    ),
    KnownDate(
        2026,
        "ks2",
        "tests",
        date(2027, 5, 10),
        "Not checked yet: look on GOV.UK",
        Confidence.UNVERIFIED,
    ),
    KnownDate(
        2026,
        "ks2",
        "tests_end",
        date(2027, 5, 13),
        "Not checked yet: look on GOV.UK",
        Confidence.UNVERIFIED,
    ),
)


def known_dates(year: int) -> dict[tuple[str, str], KnownDate]:
    """The published days of one academic year by test and kind."""
    return {(each.test, each.kind): each for each in KNOWN_DATES if each.year == year}


def look_up_by(year: int, live_from: date) -> date:
    """Our working date for entering a year's dates: asked from 1 November, at first in a month."""
    return max(date(year, 11, 30), live_from + timedelta(days=28))
