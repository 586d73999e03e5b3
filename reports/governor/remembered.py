"""What is said of a term before the record begins: what it still knows, and what it does not; pure."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from aylsham.datewords import full_day_words
from reports.governor.duty_sentences import say_kept, say_promises
from reports.governor.report import Attendance, Line, Report, Trend
from reports.governor.words import none_or


def say_remembered(report: Report) -> dict[str, tuple[str, ...]]:
    """Sentences for each part of a report on such a term."""
    return {
        "short": tuple(_short(report)),
        "numbers": (_on_register(report), _not_everybody(report)),
        "trend": ("The trend begins with the first term that can be counted whole.",),
        "who": (
            (
                "The record has year groups and needs as they were when it began, not as they were "
                "then, so no table of them is printed."
            ),
        ),
        "promises": tuple(_promises(report)),
        "coming": (
            (
                f"Who changed school in September {report.coming.september} had left before our record "
                "began and is not in it."
            ),
        ),
        "changes": tuple(_changes(report)),
        "attendance": ("Attendance of that time is not in our record.",),
    }


def _short(report: Report) -> Iterator[str]:
    yield (
        f"{report.term} lies before our record, which begins on {_begins(report)}. This report says "
        "what the record still knows of that time."
    )
    yield _on_register(report)
    yield from say_kept(report)
    yield _came_and_went(report)


def _on_register(report: Report) -> str:
    support, plans = (line.count or 0 for line in report.levels)
    return (
        f"Of the children in our record, {report.register or 0:,} were on a SEND register on "
        f"{full_day_words(report.day)}, here or at another school: {none_or(support)} with SEN support "
        f"and {none_or(plans)} with an EHC plan."
    )


def _not_everybody(report: Report) -> str:
    return (
        f"Children who left before {_begins(report)} are not in the record. The register of that "
        "day may have been longer, and what share of all children it was cannot be said."
    )


def _promises(report: Report) -> Iterator[str]:
    yield from say_promises(report)
    yield (
        "These are the plans of children in our record. Some of the days fell when a child was "
        "still at another school."
    )


def _changes(report: Report) -> Iterator[str]:
    changes = report.changes
    yield _came_and_went(report)
    if changes.up or changes.down:
        yield (
            f"{none_or(changes.up or 0).capitalize()} moved from SEN support to an EHC plan; "
            f"{none_or(changes.down or 0)} back."
        )
    yield f"“That term” is everything from {full_day_words(changes.since)}. {_unseen(report)}"


def _came_and_went(report: Report) -> str:
    on, off = report.changes.on or 0, report.changes.off or 0
    return (
        f"Of the children in our record, {none_or(on)} came on a SEND register that term, and "
        f"{none_or(off)} came off one."
    )


def _unseen(report: Report) -> str:
    return f"Who came off and left before {_begins(report)} is not counted."


def _begins(report: Report) -> str:
    assert report.known_from is not None
    return full_day_words(report.known_from)


def as_remembered(report: Report, known_from: dt.date) -> Report:
    """Without what follows from everybody who was there then, or from how things were then."""
    return replace(
        report,
        roll=None,
        register_percent=None,
        levels=tuple(Line(line.label, line.count) for line in report.levels),
        trend=Trend((), is_whole=True),
        years=(),
        areas=(),
        needs=(),
        coming=replace(report.coming, is_any=False, is_any_waiting=False),
        changes=replace(report.changes, known_from=known_from),
        attendance=Attendance(None, ()),
        schools=tuple(replace(line, roll=None, percent=None) for line in report.schools),
        known_from=known_from,
        support={},
        groups=(),
        groups_elsewhere="",
    )
