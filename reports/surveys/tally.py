"""What the answers of a round say, statement by statement; pure. What is too small is not in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aylsham.suppression.counts import Counts, Protected, Sum
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALL, Settings
from aylsham.suppression.shares import percent
from reports.surveys.statements import AGREEING, Asked, Statement

#: On the school's own page a share may stand on as few answers as a count.
AT_SCHOOL = Settings(smallest_base=SMALL)
_ALL = "all"


@dataclass(frozen=True)
class Answer:
    """One answer as it is counted: a kind of support, or none, and what was ticked."""

    group: str
    ticks: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """One statement: how many answered it, how many of them agree; None is not shown."""

    statement: Statement
    answered: int | None
    agree: int | None
    percent: float | None
    #: Of the round before; None if it was not asked then, or may not be shown.
    before: float | None = None


@dataclass(frozen=True)
class GroupLine:
    """One statement by kind of support: shares of agreeing."""

    statement: Statement
    shares: tuple[float | None, ...]


@dataclass(frozen=True)
class Results:
    """A round that is over, fit to be shown at school."""

    asked: int
    answered: int | None
    lines: tuple[Line, ...]
    #: Codes of kinds of support told apart; empty where one of them would be too small.
    groups: tuple[str, ...] = ()
    by_group: tuple[GroupLine, ...] = ()

    @property
    def rate(self) -> float | None:
        """Answers of a hundred asked."""
        return None if self.answered is None else percent(self.answered, self.asked, AT_SCHOOL)

    @property
    def is_shown(self) -> bool:
        return self.answered is not None


def tally(
    asked: Asked,
    statements: Sequence[Statement],
    answers: Sequence[Answer],
    *,
    asked_count: int,
    before: "Results | None" = None,
) -> Results:
    """Count the answers; a statement that fewer than five answered is left out whole."""
    keys = [each.key for each in statements]
    shown = protect(_counts(answers, keys), settings=AT_SCHOOL)
    earlier = {line.statement.key: line.percent for line in before.lines} if before else {}
    lines = tuple(
        _line(asked, each, answers, shown, None if each.is_own else earlier.get(each.key))
        for each in statements
    )
    groups = _groups(answers, keys)
    by_group = tuple(
        GroupLine(each, tuple(_share(asked, each.key, _of(answers, g)) for g in groups))
        for each in statements
        if groups
    )
    return Results(asked_count, shown[_ALL], lines, groups, by_group)


def _counts(answers: Sequence[Answer], keys: Iterable[str]) -> Counts:
    return Counts({_ALL: len(answers)} | {key: _answered(answers, key) for key in keys})


def _line(
    asked: Asked,
    statement: Statement,
    answers: Sequence[Answer],
    shown: Protected,
    before: float | None,
) -> Line:
    key = statement.key
    if shown[key] is None or shown[_ALL] is None:
        return Line(statement, None, None, None)
    agree = sum(each.ticks.get(key) in AGREEING[asked] for each in answers)
    share = _share(asked, key, answers)
    return Line(statement, shown[key], agree, share, before)


def _share(asked: Asked, key: str, answers: Sequence[Answer]) -> float | None:
    agree = sum(each.ticks.get(key) in AGREEING[asked] for each in answers)
    return percent(agree, _answered(answers, key), AT_SCHOOL)


def _groups(answers: Sequence[Answer], keys: Sequence[str]) -> tuple[str, ...]:
    """Kinds of support, if each of them has enough answers to each statement."""
    kinds = sorted({each.group for each in answers})
    if len(kinds) < 2 or "" in kinds:
        return ()
    values, sums = {}, []
    for key in keys:
        parts = tuple(f"{key}:{kind}" for kind in kinds)
        values[key] = _answered(answers, key)
        values |= {f"{key}:{kind}": _answered(_of(answers, kind), key) for kind in kinds}
        sums.append(Sum(key, parts))
    hidden = protect(Counts(values, tuple(sums)), settings=AT_SCHOOL).hidden
    return () if hidden else tuple(reversed(kinds))


def _answered(answers: Sequence[Answer], key: str) -> int:
    return sum(key in each.ticks for each in answers)


def _of(answers: Sequence[Answer], kind: str) -> list[Answer]:
    return [each for each in answers if each.group == kind]
