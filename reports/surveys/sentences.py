"""What reports say of surveys: words rather than numbers, so that no small group shows; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aylsham.suppression.settings import SMALL, SMALLEST_BASE
from reports.publications.kind import Table
from reports.surveys.statements import STATEMENTS, Asked
from reports.surveys.tally import Line, Results

#: From which share on "nearly all", "most", "more than half", … agree.
_WORDS = ((90.0, "nearly all"), (66.0, "most"), (50.1, "more than half"), (40.0, "about half"))
#: Every word for a share, the largest first.
_SHARES = (*(word for _, word in _WORDS), "fewer than half", "few")
MOST_QUOTES = MOST_NAMED = 3
NOT_SAID = "not shown"
#: Of ten, seven or more agree.
MANY = ("nearly all", "most")


@dataclass(frozen=True)
class Voice:
    """What one round says, for reports: statements with a word for how many agree."""

    school: str
    asked: Asked
    term: str
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
        asked_count=results.asked,
        answered=results.answered,
        lines=lines,
        quotes=tuple(quotes)[:MOST_QUOTES],
    )


def say_voices(voices: Sequence[Voice], *, is_federation: bool = False) -> Iterator[str]:
    """Sentences of a governor report: how many answered, and words that may be quoted."""
    for asked, of in _by_audience(voices):
        whom = "families" if asked is Asked.FAMILIES else "pupils"
        count, answered = sum(v.asked_count for v in of), sum(v.answered for v in of)
        where = f" at {len(of)} schools" if is_federation else ""
        when = "" if is_federation else f" in {of[0].term}"
        yield (
            f"Of {count:,} {whom}{where} who were asked{when}, {answered:,} answered, without names."
        )
        if not is_federation and of[0].quotes:
            yield f"In their own words: {' '.join(f'“{words}”' for words in of[0].quotes)}"


def tables_of_voices(voices: Sequence[Voice], *, is_federation: bool = False) -> tuple[Table, ...]:
    """How many agree with each statement; of a federation, at how many schools most do."""
    if is_federation:
        return tuple(_over_schools(asked, of) for asked, of in _by_audience(voices))
    return (_table(voices),) if voices else ()


def _by_audience(voices: Iterable[Voice]) -> list[tuple[Asked, list[Voice]]]:
    found = [(asked, [v for v in voices if v.asked is asked]) for asked in Asked]
    return [(asked, of) for asked, of in found if of]


def _table(voices: Sequence[Voice]) -> Table:
    """With what most agree and with what fewest, of families and of pupils, and what was before."""
    rows = [
        (f"{voice.asked.label}, {voice.term}", how, "; ".join(said[:MOST_NAMED]))
        for voice in voices
        for how, said in _ends(voice)
    ]
    return Table("What they agree with", ("Who", "How many agree", "With what"), tuple(rows))


def _ends(voice: Voice) -> list[tuple[str, list[str]]]:
    """The largest share and the smallest, each with its statements; one where all are alike."""
    by_share: dict[str, list[str]] = {}
    for words, how, before in voice.lines:
        by_share.setdefault(how, []).append(_with_before(words, how, before))
    shares = [(how, by_share[how]) for how in _SHARES if how in by_share]
    return [*shares[:1], *shares[1:][-1:]]


def _with_before(words: str, how: str, before: str) -> str:
    """`“My child is included” (before: about half)`; what did not change stands alone."""
    said = f"“{words.rstrip('.')}”"
    return said if before in (NOT_SAID, how) else f"{said} (before: {before})"


def _over_schools(asked: Asked, voices: Sequence[Voice]) -> Table:
    who = "families" if asked is Asked.FAMILIES else "pupils"
    shared = {each.words for each in STATEMENTS.values() if each.asked is asked}
    found: dict[str, list[str]] = {}
    for words, how, _ in (line for voice in voices for line in voice.lines):
        if words in shared and how != NOT_SAID:
            found.setdefault(words, []).append(how)
    rows = tuple(
        (words, f"{sum(how in MANY for how in hows)} of {len(hows)}")
        for words, hows in found.items()
    )
    return Table(f"Where most {who} agree", ("Statement", "Schools"), rows)


def for_parents(voice: Voice | None) -> tuple[str, ...]:
    """Sentences of the SEN information report, which counts nobody."""
    if voice is None:
        return ()
    if voice.asked is Asked.FAMILIES:
        first = "We ask families of children with SEN in a short survey without names"
    else:
        first = "We ask children with SEN in a short survey with pictures and without names"
    agreed = [f"“{words}”" for words, how, _ in voice.lines if how in MANY]
    many = [f"“{words}”" for words, how, _ in voice.lines if how == "more than half"]
    said = [f"{first}, last in {voice.term}."]
    if agreed:
        said.append(f"Most who answered agreed: {' '.join(agreed)}")
    if many:
        said.append(f"More than half agreed: {' '.join(many)}")
    if voice.quotes:
        said.append(f"They wrote, among others: {' '.join(f'“{q}”' for q in voice.quotes)}")
    return tuple(said)
