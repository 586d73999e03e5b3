"""What the figures mean, in plain English: short sentences from what is shown; pure."""

from collections.abc import Iterable, Iterator

from aylsham.datewords import full_day_words
from reports.governor.report import Changes, DutyLine, Line, Report

#: The parts of a report in their order: key and title. Each can carry the SENDCo's own words.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("short", "In short"),
    ("numbers", "How many children have SEN?"),
    ("who", "Who are they?"),
    ("promises", "Are promises kept in time?"),
    ("changes", "What has changed?"),
    ("questions", "Three questions to ask"),
)
#: Shares closer than this, in percentage points, are about the same.
_ABOUT_THE_SAME = 1.0


def say(report: Report) -> dict[str, tuple[str, ...]]:
    """Sentences for each part."""
    return {
        "short": tuple(_short(report)),
        "numbers": tuple(_numbers(report)),
        "trend": tuple(_trend(report)),
        "who": tuple(_who(report)),
        "promises": tuple(_promises(report)),
        "coming": tuple(_coming(report)),
        "changes": tuple(_changes(report.changes)),
        "attendance": tuple(_attendance(report)),
    }


def children(count: int) -> str:
    """`no child`, `one child`, `9 children`."""
    return ("no child", "one child")[count] if count < 2 else f"{count:,} children"


def share(line_percent: float | None) -> str:
    """` (24.0%)`; nothing when there is no percentage."""
    return "" if line_percent is None else f" ({line_percent:.1f}%)"


def _place(report: Report) -> str:
    return "in the federation" if report.is_federation else "at the school"


def _short(report: Report) -> Iterator[str]:
    if report.register is not None and report.roll:
        yield (
            f"{report.register:,} of {children(report.roll)} {_place(report)}"
            f"{share(report.register_percent)} are on the SEND register."
        )
        yield from _levels_in_short(report)
    else:
        yield "Too few children are on the SEND register to print how many."
    yield from _kept(report, "We", report.promises.ours, "our own legal dates")
    yield from _kept(report, "The council", report.promises.councils, "the council’s legal dates")
    yield from list(_attendance(report))[:1]


def _levels_in_short(report: Report) -> Iterator[str]:
    support, plans = report.level("K").count, report.level("E").count
    if support is None or plans is None:
        return
    if plans == 0:
        yield f"{_all_of(support, report.register)} SEN support. No child has an EHC plan."
    else:
        yield f"{support:,} have SEN support and {plans:,} have an EHC plan."


def _all_of(count: int, whole: int | None) -> str:
    return f"All {count:,} have" if count == whole and count > 1 else f"{count:,} have"


def _kept(report: Report, who: str, lines: Iterable[DutyLine], whose: str) -> Iterator[str]:
    known = [line for line in lines if line.all is not None and line.in_time is not None]
    due, in_time = sum(line.all for line in known), sum(line.in_time for line in known)
    if not due:
        return
    if in_time == due:
        yield f"{who} met all {due:,} of {whose} in the last twelve months."
    else:
        yield f"{who} met {in_time:,} of {due:,} of {whose} in the last twelve months."


def _numbers(report: Report) -> Iterator[str]:
    for line, name in zip(report.levels, ("SEN support", "an EHC plan"), strict=True):
        if line.count is None:
            yield f"How many have {name} is not printed: the number is small, or would give one away."
        elif line.count == 0:
            yield f"No child has {name}."
        elif line.percent is None:
            yield f"{children(line.count).capitalize()} have {name}."
        else:
            yield f"{line.percent:.1f}% have {name}. {_compared(line, report)}"
    yield (
        "A high share is not good or bad by itself. There may be more need here, or it may be "
        "found sooner."
    )


def _compared(line: Line, report: Report) -> str:
    if line.national is None or line.percent is None:
        return "England’s figure for the time is not known here."
    gap = line.percent - line.national
    how = (
        "about the same"
        if abs(gap) < _ABOUT_THE_SAME
        else "higher here"
        if gap > 0
        else "lower here"
    )
    return (
        f"In all schools in England it was {line.national:.1f}% in {report.national.when}: "
        f"it is {how}."
    )


def _trend(report: Report) -> Iterator[str]:
    points = [point for point in report.trend.points if point.register is not None]
    if len(points) < 2:
        yield "This is the first term that can be counted whole. The trend starts with the next."
        return
    first, last = points[0], points[-1]
    if report.trend.is_whole:
        yield (
            f"At the end of {first.label} there were {children(first.register)} on the register; "
            f"now there are {last.register:,}."
        )
        return
    yield (
        f"Earlier terms cannot be counted whole: our record begins on "
        f"{full_day_words(report.changes.known_from)}, and children who left before are not in it."
        if report.changes.known_from
        else "Earlier terms cannot be counted whole."
    )
    yield (
        f"But of today’s {last.register:,} children, {first.register:,} were on a register by the "
        f"end of {first.label}, here or at another school."
    )


def _who(report: Report) -> Iterator[str]:
    shown = [line for line in report.areas if line.count]
    if shown:
        top = max(shown, key=lambda line: line.count)
        yield (
            f"The most common main need is {_lower(top.label)}: {top.count:,} of "
            f"{children(top.base)}{share(top.percent)}."
            if top.base
            else f"The most common main need is {_lower(top.label)}: {children(top.count)}."
        )
    else:
        yield "No table of needs or year groups is printed: each group is so small that it could point at a child."
        if report.register:
            yield from _levels_in_short(report)
    yield from _largest_year(report)
    if any(line.count is None for line in (*report.areas, *report.years)):
        yield "Groups of fewer than five are not shown, nor numbers that would give them away."


def _largest_year(report: Report) -> Iterator[str]:
    lines = [line for line in report.years if line.percent is not None]
    if len(lines) == len(report.years) and len(lines) > 1:
        top = max(lines, key=lambda line: line.percent)
        yield f"{top.label} has the largest share: {top.count:,} of {top.base:,}{share(top.percent)}."


def _promises(report: Report) -> Iterator[str]:
    lines = (*report.promises.ours, *report.promises.councils)
    if not lines:
        yield "No legal date of an EHC plan fell due in these twelve months."
    elif all(line.all is None for line in lines):
        yield "The legal dates of these twelve months are too few to print."
    for line in lines:
        yield from _open_duty(line)
    unknown = sum(line.unknown or 0 for line in lines)
    if unknown:
        yield (
            f"For {unknown:,} more the day was not written down, so they are not counted. From now "
            "on it is recorded."
        )


def _open_duty(line: DutyLine) -> Iterator[str]:
    if line.open:
        have = "has" if line.open == 1 else "have"
        yield f"{line.label}: {line.open:,} {have} passed the last day and {have} not been done."
    elif line.late:
        weeks = f" (most often by about {_weeks(line.weeks_late)})" if line.weeks_late else ""
        yield f"{line.label}: {line.late:,} came late{weeks}."


def _weeks(count: int) -> str:
    return "one week" if count == 1 else f"{count} weeks"


def _coming(report: Report) -> Iterator[str]:
    coming = report.coming
    if not coming.is_any:
        if coming.all == 0:
            yield f"No child with an EHC plan changes phase in September {coming.september}."
        return
    who = "Some children" if coming.all is None else children(coming.all).capitalize()
    yield (
        f"{who} with an EHC plan will change phase in September {coming.september}. Each plan has "
        f"to be reviewed by {full_day_words(coming.meeting_by)}, so that the council can name the "
        f"new school by {full_day_words(coming.named_by)}."
    )
    if not coming.is_any_waiting:
        yield "All of these reviews have been held."
    elif coming.waiting is not None:
        yield f"{coming.waiting:,} of these reviews had not been held on {full_day_words(report.day)}."
    else:
        yield f"Not all of these reviews had been held on {full_day_words(report.day)}."


def _changes(changes: Changes) -> Iterator[str]:
    since = full_day_words(changes.since)
    if changes.on is None or changes.off is None:
        yield "The changes are too few to print."
    else:
        yield (
            f"Since {since}, {children(changes.on)} came on the register and {children(changes.off)} "
            "came off it."
        )
        if changes.joined or changes.left:
            yield (
                f"{children(changes.joined or 0).capitalize()} joined the school with SEN, and "
                f"{children(changes.left or 0)} with SEN left."
            )
        if changes.up or changes.down:
            yield f"{_moved(changes.up)} from SEN support to an EHC plan; {_moved(changes.down).lower()} back."
        if changes.on and not changes.reasons_on:
            yield "The reasons are not printed one by one: each was given for fewer than five children."
    if changes.known_from:
        yield (
            f"Children who came off or left before {full_day_words(changes.known_from)} are not in "
            "our record and are not counted."
        )


def _moved(count: int | None) -> str:
    return "No child moved" if not count else f"{children(count).capitalize()} moved"


def _attendance(report: Report) -> Iterator[str]:
    groups = {line.label: line for line in report.attendance.groups}
    if report.attendance.as_of is None:
        yield "The roll does not say attendance, so it cannot be compared."
    elif "With SEN" in groups:
        ours, others = groups["With SEN"], groups["Without SEN"]
        gap = round(others.percent - ours.percent, 1)
        yield (
            f"Children with SEN attended {ours.percent:.1f}% of sessions this year and other children "
            f"{others.percent:.1f}%{_gap(gap)}."
        )
    elif groups:
        yield (
            f"All children together attended {groups['All children'].percent:.1f}% of sessions. "
            "Fewer than ten children are on the register, so they are not compared."
        )
    else:
        yield "Attendance is known for fewer than ten children, so it is not printed."


def _gap(gap: float) -> str:
    if abs(gap) < 0.5:
        return ": about the same"
    return f": {abs(gap):.1f} points {'less' if gap > 0 else 'more'} for children with SEN"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
