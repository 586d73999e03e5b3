"""What reports say of surveys: words rather than numbers, so that no small group shows; pure."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aylsham.suppression.settings import SMALL, SMALLEST_BASE
from reports.publications.kind import Table
from reports.surveys.statements import Asked
from reports.surveys.tally import Line, Results

#: From which share on "nearly all", "most", "more than half", … agree.
_WORDS = ((90.0, "nearly all"), (66.0, "most"), (50.1, "more than half"), (40.0, "about half"))
MOST_QUOTES = 3
NOT_SAID = "not shown"


@dataclass(frozen=True)
class Voice:
    """What one round says, for reports: statements with a word for how many agree."""

    school: str
    asked: Asked
    term: str
    ended_on: dt.date
    asked_count: int
    answered: int
    #: (statement, how many agree, how many agreed the time before).
    lines: tuple[tuple[str, str, str], ...]
    quotes: tuple[str, ...] = ()


def how_many(line: Line | None) -> str:
    """A word for the share that agrees; no share on fewer than ten answers.

    Where fewer than five agree, or fewer than five do not, it is only said that it is few, or
    most.
    """
    if line is None or line.answered is None or line.agree is None:
        return NOT_SAID
    if line.answered < SMALLEST_BASE or line.percent is None:
        return NOT_SAID
    if line.answered - line.agree < SMALL:
        return "most"
    if line.agree < SMALL:
        return "few"
    return next((word for share, word in _WORDS if line.percent >= share), "fewer than half")


def voice_of(
    results: Results,
    before: Results | None,
    *,
    school: str,
    asked: Asked,
    term: str,
    ended_on: dt.date,
    quotes: Iterable[str],
) -> Voice | None:
    """A round for reports; None where too few answered to say anything."""
    if results.answered is None or results.answered < SMALLEST_BASE:
        return None
    earlier = {line.statement.key: line for line in before.lines} if before else {}
    lines = tuple(
        (
            line.statement.words,
            how_many(line),
            how_many(None if line.statement.is_own else earlier.get(line.statement.key)),
        )
        for line in results.lines
    )
    return Voice(
        school=school,
        asked=asked,
        term=term,
        ended_on=ended_on,
        asked_count=results.asked,
        answered=results.answered,
        lines=lines,
        quotes=tuple(quotes)[:MOST_QUOTES],
    )


def say_voices(voices: Iterable[Voice], *, is_federation: bool = False) -> Iterator[str]:
    """Sentences of a governor report: who was asked, and words that may be quoted."""
    for each in voices:
        whom = "families" if each.asked is Asked.FAMILIES else "pupils"
        whose = f"{each.school}: of" if is_federation else "Of"
        yield (
            f"{whose} {each.asked_count:,} {whom} who were asked in {each.term}, "
            f"{each.answered:,} answered, without names."
        )
        if each.quotes:
            yield f"In their own words: {'; '.join(f'“{words}”' for words in each.quotes)}."


def tables_of_voices(voices: Iterable[Voice], *, is_federation: bool = False) -> tuple[Table, ...]:
    """A table for each round: how many of those who answered agree, and the time before."""
    return tuple(_table(each, is_federation=is_federation) for each in voices)


def _table(voice: Voice, *, is_federation: bool) -> Table:
    who = "families" if voice.asked is Asked.FAMILIES else "pupils"
    title = f"What {who} say, {voice.term}"
    title = f"{title}, {voice.school}" if is_federation else title
    has_before = any(before != NOT_SAID for _, _, before in voice.lines)
    columns = ("Statement", "How many agree", *(["Time before"] if has_before else []))
    rows = tuple(line if has_before else line[:2] for line in voice.lines)
    return Table(title, columns, rows)


def for_parents(voice: Voice | None) -> tuple[str, ...]:
    """Sentences of the SEN information report, which counts nobody."""
    if voice is None:
        return ()
    if voice.asked is Asked.FAMILIES:
        first = "We ask families of children with SEN in a short survey without names"
    else:
        first = "We ask children with SEN in a short survey with pictures and without names"
    agreed = [f"“{words}”" for words, how, _ in voice.lines if how in ("nearly all", "most")]
    many = [f"“{words}”" for words, how, _ in voice.lines if how == "more than half"]
    said = [f"{first}, last in {voice.term}."]
    if agreed:
        said.append(f"Most who answered agreed: {' '.join(agreed)}")
    if many:
        said.append(f"More than half agreed: {' '.join(many)}")
    if voice.quotes:
        said.append(f"They wrote, among others: {' '.join(f'“{q}”' for q in voice.quotes)}")
    return tuple(said)
