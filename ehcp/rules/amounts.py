"""How much a sentence promises: minutes, times, how often, in a group of how many."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .wording import plain

#: How often something is in a week of school, by the words for it; the first that fits counts.
PERIODS: tuple[tuple[str, float], ...] = (
    (r"half termly|(?:a|per|each|every) half term", 1 / 6),
    (r"fortnightly|(?:a|per|each|every) fortnight|every other week|every 2 weeks|bi weekly", 1 / 2),
    (r"daily|(?:a|per|each|every) (?:school )?(?:day|morning|afternoon)", 5),
    (r"weekly|(?:a|per|each|every) week", 1),
    (r"monthly|(?:a|per|each|every) month", 1 / 4),
    (r"termly|(?:a|per|each|every) term", 1 / 13),
    (r"(?:annually|yearly|annual)|(?:a|per|each|every) (?:school |academic )?year", 1 / 39),
)
_PERIOD = "|".join(words for words, _ in PERIODS)
_NUMBER = r"(\d+(?:\.\d+)?)"
_LENGTH = re.compile(rf"\b(?:{_NUMBER} (minutes|hours)|(half an? hours|half hours)|an? (hours))\b")
_COUNT = re.compile(
    rf"\b(?:{_NUMBER} (?:x|times|(?:(?!minutes|hours)\w+ )?(?:sessions?|lessons?|visits?|blocks?|slots?|appointments?))"
    rf"|(once)|(twice)|(?:{_NUMBER}) (?={_NUMBER} minutes))\b"
)
_OFTEN = re.compile(rf"\b(?:{_PERIOD})\b")
_RIGHT_AFTER = re.compile(rf"\s*(?:{_PERIOD})\b")
#: Words for how many children share an adult; "a group" alone is taken as six, a class as thirty.
_SIZES: tuple[tuple[str, float], ...] = (
    (r"1:1|individual(?:ly)?(?: basis| support| teaching| session)?|on (?:his|her|their) own", 1),
    (r"paired|in (?:a )?pairs?", 2),
    (r"whole class|class based|in class", 30),
)
_RATIO = re.compile(r"\b(\d{1,2}):(\d{1,2})\b")
_GROUP_OF = re.compile(
    r"groups? of (?:up to |no more than |at most )?(\d+)"
    r"|(?:no more than|up to|with|at most|maximum of) (\d+) (?:other )?(?:children|pupils|peers)"
)
_GROUP = re.compile(r"\b(?:small )?groups?\b(?! of)")
_OTHER = re.compile(
    r"\b(\d+(?:\.\d+)?) (?:school |calendar )?"
    r"(weeks?|terms?|months?|days?|years?|adults?|staff|meetings?|visits?|reviews?)\b"
)


#: A longer time is no session: "15 hours in 5 sessions". In minutes.
LONGEST_SESSION = 330


@dataclass(frozen=True)
class Amounts:
    """What a sentence says of time, how often and how many."""

    text: str

    @cached_property
    def lengths(self) -> tuple[float, ...]:
        """Each length of time, in minutes."""
        return tuple(_minutes(each) for each in _LENGTH.finditer(self._plain))

    @cached_property
    def counts(self) -> tuple[float, ...]:
        """Numbers of sessions or times."""
        return tuple(_count(each) for each in _COUNT.finditer(self._plain))

    @cached_property
    def often(self) -> tuple[float, ...]:
        """How often a week, as its words say it."""
        return tuple(_factor(each.group()) for each in _OFTEN.finditer(self._plain))

    @property
    def sizes(self) -> tuple[float, ...]:
        """How many children share an adult, the fewest first."""
        return tuple(size for size, _ in self.sharing)

    @cached_property
    def sharing(self) -> tuple[tuple[float, str], ...]:
        """The same with the words that say so."""
        text = self._plain
        found: dict[float, str] = {}
        for words, size in _SIZES:
            if named := re.search(rf"\b(?:{words})(?!\w)", text):
                found[size] = named.group()
        if loose := _GROUP.search(text):
            found[6.0] = loose.group()
        for group in _GROUP_OF.finditer(text):
            found[float(group[1] or group[2])] = group.group()
        for ratio in _RATIO.finditer(text):
            if ratio[2] != "00":
                found[int(ratio[2]) / max(1, int(ratio[1]))] = ratio.group()
        return tuple(sorted(found.items()))

    @cached_property
    def others(self) -> dict[str, float]:
        """Weeks, terms, adults and the like: the sum of each."""
        found: dict[str, float] = {}
        for number, unit in _OTHER.findall(self._plain):
            unit = unit.rstrip("s")
            found[unit] = found.get(unit, 0) + float(number)
        return found

    @cached_property
    def weekly(self) -> float | None:
        """Minutes a week, where the sentence says one amount without doubt."""
        if len(self.lengths) != 1 or len(self.counts) > 1 or len(self.often) != 1:
            return None
        length = next(_LENGTH.finditer(self._plain))
        count = next(_COUNT.finditer(self._plain), None)
        is_whole = bool(_RIGHT_AFTER.match(self._plain, length.end()))
        times = 1.0
        if count and not (is_whole and count.start() > length.start()):
            times = _count(count)
        return self.lengths[0] * times * self.often[0]

    @property
    def says_how_often(self) -> bool:
        """Whether it can be counted."""
        return bool(self.often or self.counts)

    @cached_property
    def _plain(self) -> str:
        return plain(self.text)


@dataclass(frozen=True)
class Quantity:
    """An amount as a promise keeps it: sessions a week of so many minutes, or hours a week."""

    sessions_a_week: int | None = None
    minutes: int | None = None
    hours_a_week: float | None = None

    @property
    def exact_hours(self) -> Decimal | None:
        """The hours to two places, as a promise keeps them."""
        return None if self.hours_a_week is None else Decimal(f"{self.hours_a_week:.2f}")

    @property
    def words(self) -> str:
        """`3 × 30 min a week`, `15 hours a week`."""
        if self.hours_a_week is not None:
            return f"{self.hours_a_week:g} hours a week"
        return f"{self.sessions_a_week} × {self.minutes} min a week"


def quantity_of(text: str) -> Quantity | None:
    """The weekly amount that a line states; None where it states none, several, or in doubt.

    What is given less often than each week is no weekly amount.
    """
    said = Amounts(text)
    if not said.weekly or said.often[0] < 1:
        return None
    length, times = said.lengths[0], said.weekly / said.lengths[0]
    is_sessions = bool(said.counts) or times > 1
    if is_sessions and length <= LONGEST_SESSION and length == int(length):
        return Quantity(sessions_a_week=int(times), minutes=int(length))
    return Quantity(hours_a_week=round(said.weekly / 60, 2))


def _minutes(found: re.Match) -> float:
    number, unit, half, _ = found.groups()
    if number:
        return float(number) * (60 if unit == "hours" else 1)
    return 30 if half else 60


def _count(found: re.Match) -> float:
    number, once, twice, bare, _ = found.groups()
    if once or twice:
        return 1 if once else 2
    return float(number or bare)


def _factor(words: str) -> float:
    return next(factor for pattern, factor in PERIODS if re.fullmatch(pattern, words))
