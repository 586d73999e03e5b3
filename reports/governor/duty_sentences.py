"""What is said of legal dates: how many were kept, what is overdue, what comes next; pure."""

from collections.abc import Iterator

from aylsham.datewords import full_day_words
from ehcp.rules.timeliness import Duty
from reports.governor.report import DutyLine, Report
from reports.governor.words import children

#: Told apart, with the children who change school next September.
OF_A_MOVE = frozenset({Duty.PHASE_MEETING.value, Duty.PHASE_PLAN.value})


def say_kept(report: Report) -> Iterator[str]:
    """How many legal dates we kept, and the council, where both sides' numbers are shown whole."""
    ours, theirs = kept(report.promises.ours), kept(report.promises.councils)
    if ours and theirs:
        yield (
            f"We kept {_so_many(ours)} legal dates in the last twelve months, and the council kept "
            f"{_so_many(theirs, 'its')}."
        )
    elif ours:
        yield f"We kept {_so_many(ours)} legal dates in the last twelve months."
    elif theirs:
        yield f"The council kept {_so_many(theirs, 'its')} legal dates in the last twelve months."


def say_promises(report: Report) -> Iterator[str]:
    """The message of the page on legal dates, and what is behind it."""
    lines = (*report.promises.ours, *report.promises.councils)
    said = list(say_kept(report))
    yield from said
    if not lines:
        yield "No legal date of an EHC plan fell due in the last twelve months."
    elif not said and any(line.is_shown for line in lines):
        yield "Some numbers of legal dates cannot be printed, so they are not added up."
    elif not said:
        yield (
            "Too few legal dates fell due in the last twelve months to print how many were kept "
            "in time."
        )
    yield from say_assessments(report)
    unknown = sum(line.unknown or 0 for line in lines)
    if unknown:
        yield (
            f"In {unknown:,} more case{'s' if unknown > 1 else ''} nobody wrote the day down, so "
            "it cannot be judged. From now on it is recorded."
        )


def say_assessments(report: Report) -> Iterator[str]:
    """How the council keeps the stages of needs assessments, and orders, where it may be printed."""
    for line in report.promises.assessments:
        if line.code and line.all and line.in_time is not None:
            counted = "dates" if line.code == Duty.ORDER.value else "children"
            yield f"{line.label}: kept for {line.in_time:,} of {line.all:,} {counted}."


def say_coming(report: Report) -> Iterator[str]:
    """The children who change school next September."""
    coming = report.coming
    if not coming.is_any:
        if coming.all == 0:
            yield f"No child with an EHC plan changes school in September {coming.september}."
        return
    who = "Some children" if coming.all is None else children(coming.all).capitalize()
    yield (
        f"{who} with an EHC plan will change school in September {coming.september}. Each plan has "
        f"to be reviewed by {full_day_words(coming.meeting_by)}, so that the council can name the "
        f"new school by {full_day_words(coming.named_by)}."
    )
    on = full_day_words(report.day)
    if coming.waiting == 0:
        yield "All of these reviews have been held."
    elif coming.waiting:
        had = "review had" if coming.waiting == 1 else "of these reviews had"
        yield f"{coming.waiting:,} {had} not been held on {on}."
    elif coming.is_any_waiting:
        yield f"Not all of these reviews had been held on {on}."
    else:
        yield "How many of these reviews have been held is not printed."


def kept(lines: tuple[DutyLine, ...]) -> tuple[int, int] | None:
    """In time, of all; None where there is nothing, or something that is not shown."""
    lines = tuple(line for line in lines if line.code not in OF_A_MOVE)
    if any(line.all is None or line.in_time is None for line in lines):
        return None
    due = sum(line.all or 0 for line in lines)
    return (sum(line.in_time or 0 for line in lines), due) if due else None


def _so_many(kept: tuple[int, int], whose: str = "our") -> str:
    in_time, due = kept
    if in_time == due:
        return f"all {due:,} of {whose}" if due > 1 else f"{whose} one"
    return f"{in_time:,} of {whose} {due:,}" if in_time else f"none of {whose} {due:,}"
