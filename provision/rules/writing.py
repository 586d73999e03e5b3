"""Writing checks: what stands in the way of a target being kept, measured and understood.

The rules stand in `writing.toml`, in words a SENDCo can judge; here is only how they are read.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aylsham.reading_age import reading_age

OUTCOME, TARGET, PROVISION = "outcome", "target", "provision"
#: Characters that are looked at: nobody writes a longer target, and a page must not wait for one.
_LONGEST = 2000
_FILE = Path(__file__).with_name("writing.toml")
_NUMBER = (
    r"(?:\d+(?:[.,/:]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|half|twice|once|both)"
)


@dataclass(frozen=True)
class WritingRule:
    """One thing to look for; the fields are explained at the top of `writing.toml`."""

    code: str
    title: str
    because: str
    instead: str
    about: frozenset[str]
    says: re.Pattern | None
    unless: re.Pattern | None
    lacks: re.Pattern | None
    counts: str = ""
    more_than: float = 0
    known: frozenset[str] = frozenset()

    def finds(self, text: str) -> str | None:
        """The words that break the rule ("" when something is missing); None when all is well."""
        if self.unless and self.unless.search(text):
            return None
        if self.says and (found := self.says.search(text)):
            return found.group().strip()
        if self.lacks and not self.lacks.search(text):
            return ""
        if self.counts:
            number, quote = _COUNTED[self.counts](text, self.known)
            return quote if number > self.more_than else None
        return None


@dataclass(frozen=True)
class Finding:
    """What to look at again in a text, with the words in question and what to write instead."""

    code: str
    title: str
    #: The words as they stand in the text; empty when something is missing.
    quote: str
    because: str
    instead: str


def check_writing(text: str, about: str) -> list[Finding]:
    """What a careful colleague would say about an outcome, a target or provision.

    In the order of the file; empty for a good text and for no text at all.
    """
    if not text.strip():
        return []
    plain = text[:_LONGEST].replace("’", "'")
    found = ((rule, rule.finds(plain)) for rule in writing_rules() if about in rule.about)
    return [
        Finding(rule.code, rule.title, quote, rule.because, rule.instead)
        for rule, quote in found
        if quote is not None
    ]


@cache
def writing_rules() -> tuple[WritingRule, ...]:
    """Every rule of the file, in its order."""
    with _FILE.open("rb") as file:
        rules = tomllib.load(file)
    return tuple(_rule(code, **facts) for code, facts in rules.items())


def _rule(code: str, **facts) -> WritingRule:
    return WritingRule(
        code=code,
        title=facts["title"],
        because=facts["because"],
        instead=facts["instead"],
        about=frozenset(facts["about"]),
        says=_any_of(facts.get("says")),
        unless=_any_of(facts.get("unless")),
        lacks=_any_of(facts.get("lacks")),
        counts=facts.get("counts", ""),
        more_than=facts.get("more_than", 0),
        known=frozenset(facts.get("except", ())),
    )


def _any_of(phrases: list[str] | None) -> re.Pattern | None:
    """One pattern for a list of phrases, longest first so that the whole phrase is quoted."""
    if not phrases:
        return None
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(map(_pattern, ordered)), re.IGNORECASE)


def _pattern(phrase: str) -> str:
    body = r"[\s-]+".join(_word(word) for word in phrase.split()).replace(r"[\s-]+(?:…)", "(?:…)")
    body = body.replace(r"(?:…)[\s-]+", r"(?:\s+\S+){0,4}?\s+")
    before = "" if phrase.startswith("%") else r"(?<![\w%])"
    after = "" if phrase.endswith("%") else r"(?!\w)"
    return f"{before}{body}{after}"


def _word(word: str) -> str:
    if word == "*":
        return r"[\w'-]+"
    if word == "...":
        return "(?:…)"
    return re.escape(word).replace(r"\#", _NUMBER).replace(r"\*", r"\w*")


def _words(text: str, known: frozenset[str]) -> tuple[float, str]:
    words = text.split()
    return len(words), f"{len(words)} words"


def _sentences(text: str, known: frozenset[str]) -> tuple[float, str]:
    parts = [part for part in re.split(r"[.!?;]+\s+|\n+", text.strip()) if part.strip(".!?; ")]
    return len(parts), parts[1].strip() if len(parts) > 1 else ""


def _reading_age(text: str, known: frozenset[str]) -> tuple[float, str]:
    if len(text.split()) < 6:  # too short to measure
        return 0, ""
    age = reading_age(text)
    return age, f"for readers of about {age:.0f}"


def _capitals(text: str, known: frozenset[str]) -> tuple[float, str]:
    found = re.findall(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,6}\b(?!\))", text)
    strange = [
        word
        for word in found
        if word not in known and f"({word})" not in text and word.upper()[:2] == word[:2].upper()
    ]
    return len(strange), ", ".join(dict.fromkeys(strange))


_COUNTED = {
    "words": _words,
    "sentences": _sentences,
    "reading_age": _reading_age,
    "capitals": _capitals,
}
