"""What the figures mean, in plain English: short sentences from what is shown; pure.

The first sentence of each part is its message; the others explain it.
"""

from collections.abc import Iterator

from aylsham.datewords import full_day_words
from aylsham.suppression.audience import Audience
from reports.governor.duty_sentences import say_coming, say_kept, say_promises
from reports.governor.group_words import say_groups
from reports.governor.remembered import say_remembered
from reports.governor.report import Changes, Line, Report
from reports.governor.words import about_one_in, children, lower, none_or, share

#: The parts of a report in their order: key and title.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("short", "In short"),
    ("numbers", "How many children have SEN?"),
    ("who", "Who are they?"),
    ("changes", "What has changed?"),
    ("promises", "Are legal promises kept in time?"),
    ("support", "Is support planned, shared and given?"),
    ("impact", "Does it work, and what does it cost?"),
    ("voices", "What do families and pupils say?"),
    ("care", "Whom do we watch more closely?"),
    ("equity", "Is any group found more often, or missed?"),
    ("staff", "Training and accessibility"),
    ("complaints", "Complaints and compliments"),
    ("plan", "The improvement plan, and risks"),
    ("visit", "For the link governor’s visit"),
    ("questions", "Three questions to ask"),
)
#: Those that the SENDCo adds words to; where families speak, nobody else does.
WORDED = tuple(each for each in SECTIONS if each[0] not in ("voices", "visit"))
#: Parts of which the record knows nothing: they stand there once the SENDCo has written them.
WORDS_ALONE = {
    "complaints": "How many, about what, and what was changed. A number below five is not written.",
    "plan": "What shows how far the objectives are; what could go wrong, and what is done about it.",
}
#: Shares closer than this, in percentage points, are about the same.
_ABOUT_THE_SAME = 1.0
#: Attendance closer than this, in percentage points, is about the same.
_AS_OFTEN = 0.5
#: With so many children, groups are hidden for what they would give away, not for being few.
_MANY = 20
NOT_PRINTED = "the number is small, or would give a small one away"


def say(report: Report) -> dict[str, tuple[str, ...]]:
    """Sentences for each part."""
    if report.known_from:
        return say_remembered(report)
    return {
        "short": tuple(_short(report)),
        "numbers": tuple(_numbers(report)),
        "trend": tuple(_trend(report)),
        "who": tuple(_who(report)),
        "equity": tuple(say_groups(report)),
        "promises": tuple(say_promises(report)),
        "coming": tuple(say_coming(report)),
        "changes": tuple(_changes(report.changes)),
        "attendance": tuple(_attendance(report)),
    }


def _short(report: Report) -> Iterator[str]:
    """What stands below the three numbers of the first page."""
    if report.register is None or not report.roll:
        yield "Too few children are on the SEND register to print how many."
    elif report.register_percent is not None:
        yield f"{report.register_percent:.1f}% of our children are on the SEND register{_beside(report)}."
    yield from say_kept(report)
    if report.changes.on is not None and report.changes.off is not None:
        yield _came_and_went(report.changes)
    yield from list(_attendance(report))[:1]


def _beside(report: Report) -> str:
    """England’s share, where it is of the same kind of school."""
    england = report.national.all_in_primary
    if england is None or report.phase == "nursery":
        return ""
    return (
        f". In state-funded primary schools in England it was {england:.1f}% in "
        f"{report.national.when}"
    )


def _levels_in_short(report: Report) -> str:
    support, plans = report.level("K").count, report.level("E").count
    if support is None or plans is None:
        return ""
    if not plans:
        return ", all with SEN support and none with an EHC plan"
    return f": {support:,} with SEN support and {plans:,} with an EHC plan"


def _numbers(report: Report) -> Iterator[str]:
    yield from _whole_share(report)
    support, plans = report.levels
    if support.count is None and plans.count is None:
        yield (
            "How many of them have SEN support and how many an EHC plan is not printed: one of the "
            "numbers is small, or would give a small one away."
        )
    else:
        yield _level(support, "SEN support")
        yield _level(plans, "an EHC plan")
    yield (
        "A high share is neither good nor bad by itself. It can mean more need, or needs that are "
        "found sooner."
    )


def _whole_share(report: Report) -> Iterator[str]:
    if report.register is None or not report.roll:
        yield "Too few children are on the SEND register to print how many."
        return
    fraction = about_one_in(report.register_percent)
    if fraction:
        yield f"About {fraction} is on the SEND register: {report.register:,} of {report.roll:,}."
    else:
        yield (
            f"{report.register:,} of {report.roll:,} children{share(report.register_percent)} are "
            "on the SEND register."
        )
    if report.register_percent is not None and (beside := _beside(report)):
        yield f"That is {report.register_percent:.1f}%{beside}."


def _level(line: Line, name: str) -> str:
    if line.count is None:
        return f"How many have {name} is not printed: {NOT_PRINTED}."
    if line.count == 0:
        return f"No child has {name}."
    if line.percent is None:
        return f"{children(line.count).capitalize()} {'has' if line.count == 1 else 'have'} {name}."
    if line.national is None:
        return f"{line.percent:.1f}% have {name}. England’s figure for the time is not known here."
    return (
        f"{line.percent:.1f}% have {name}, {_compared(line.percent - line.national)} in all "
        f"schools in England ({line.national:.1f}%)."
    )


def _compared(gap: float) -> str:
    if abs(gap) < _ABOUT_THE_SAME:
        return "about as many as"
    return "more than" if gap > 0 else "fewer than"


def _trend(report: Report) -> Iterator[str]:
    points = [point for point in report.trend.points if point.register is not None]
    if len(points) < 2:
        yield "This is the first term that can be counted whole. The trend starts with the next."
        return
    first, last = points[0], points[-1]
    if report.trend.is_whole:
        yield _growth(first.register or 0, last.register or 0, first.label)
        return
    yield (
        f"Of the {last.register:,} children on the register now, {first.register:,} were already on "
        f"one when {first.label} ended, here or at another school."
    )
    known_from = report.changes.known_from
    since = f"our record begins on {full_day_words(known_from)}, and " if known_from else ""
    yield (
        f"Earlier terms cannot be counted whole: {since}children who had left by then are not in it."
    )


def _growth(first: int, last: int, term: str) -> str:
    if first == last:
        return f"The register is as long as when {term} ended: {children(last)}."
    way = "grown" if last > first else "become shorter"
    return f"The register has {way} from {first:,} to {children(last)} since {term} ended."


def _who(report: Report) -> Iterator[str]:
    top = most_common(report)
    if top:
        of = f" of {children(top.base)}{share(top.percent)}" if top.base else " children"
        yield f"The most common main need is {lower(top.label)}: {top.count:,}{of}."
    elif (report.register or 0) < _MANY:
        yield (
            "So few children share a need or a year group that no table is printed: it could point "
            "at a child."
        )
        yield from _what_can_be_said(report)
    else:
        yield "Not every group can be printed, so the most common need is not named."
    yield from _largest_year(report)
    if any(line.count is None for line in (*report.areas, *report.years)):
        yield _what_is_hidden(report.audience)


def _what_is_hidden(audience: Audience) -> str:
    """True of every report for these readers, whichever small numbers it prints."""
    if audience is Audience.GOVERNORS:
        return (
            "Because this report is confidential, this term’s totals of the whole school are "
            "printed however small. A group of fewer than five by need, year group or reason is "
            "not, nor a number from which it could be worked out, alone or together with another "
            "published report."
        )
    return (
        "Groups of fewer than five are not printed, nor numbers from which they could be worked "
        "out, alone or together with another published report."
    )


def most_common(report: Report) -> Line | None:
    """The area with most children; None where a hidden one could have more."""
    shown = [line for line in report.areas if line.count]
    if not shown or report.register is None:
        return None
    top = max(shown, key=lambda line: line.count or 0)
    hidden = report.register - sum(line.count or 0 for line in shown)
    is_certain = all(line.count is not None for line in report.areas) or hidden < (top.count or 0)
    return top if is_certain else None


def _what_can_be_said(report: Report) -> Iterator[str]:
    if report.register is None:
        return
    levels = _levels_in_short(report).lstrip(",:").strip()
    told = f": {levels}" if levels else ""
    yield f"What can be said: {children(report.register)} need help that others do not need{told}."


def _largest_year(report: Report) -> Iterator[str]:
    lines = [line for line in report.years if line.percent is not None]
    if len(lines) == len(report.years) and len(lines) > 1:
        top = max(lines, key=lambda line: line.percent or 0)
        yield (
            f"{top.label} has the largest share on the register: {top.count:,} of {top.base:,} "
            f"children{share(top.percent)}."
        )


def _came_and_went(changes: Changes) -> str:
    on, off = changes.on or 0, changes.off or 0
    if not on and not off:
        return "Nobody came on the register this term, and nobody came off it."
    return f"{children(on).capitalize()} came on the register this term, and {none_or(off)} came off it."


def _changes(changes: Changes) -> Iterator[str]:
    if changes.on is None or changes.off is None:
        yield "Too few children came on the register or off it to print how many."
    else:
        yield _came_and_went(changes)
        yield f"“This term” is everything since the last one ended, from {full_day_words(changes.since)}."
        if changes.joined or changes.left:
            yield (
                f"{children(changes.joined or 0).capitalize()} joined with SEN from elsewhere, and "
                f"{children(changes.left or 0)} with SEN left the school."
            )
        if changes.up or changes.down:
            yield f"{_moved(changes.up)} from SEN support to an EHC plan; {_moved(changes.down).lower()} back."
        if changes.on and not changes.reasons_on:
            yield "The reasons are not printed: each was given for fewer than five children."
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
        yield "The roll does not say how often children attend, so it cannot be compared."
    elif "With SEN" in groups:
        ours, others = groups["With SEN"].percent or 0, groups["Without SEN"].percent or 0
        yield (
            f"Children with SEN attended {ours:.1f}% of sessions this year, and other children "
            f"{others:.1f}%: {_gap(round(others - ours, 1))}."
        )
    elif groups:
        yield (
            f"All children together attended {groups['All children'].percent:.1f}% of sessions. "
            "Too few are on the register to compare them with the others."
        )
    else:
        yield "Attendance is known for too few children to print it."


def _gap(gap: float) -> str:
    if abs(gap) < _AS_OFTEN:
        return "about as often"
    points = "point" if abs(gap) == 1 else "points"
    return f"{abs(gap):.1f} {points} {'less' if gap > 0 else 'more'} for children with SEN"
