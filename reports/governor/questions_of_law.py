"""Questions about legal dates that were missed, ours and the council's; pure."""

from aylsham.datewords import full_day_words
from reports.governor.report import DutyLine, Question, Report


def reviews_before_a_move(report: Report) -> Question | None:
    """A child who moves on next September has not had the review that names the school."""
    coming = report.coming
    if not coming.is_any_waiting:
        return None
    count = "At least one" if coming.waiting is None else f"{coming.waiting:,}"
    return Question(
        "reviews_before_a_move",
        "transfer",
        f"When will each review be held for the children who move on in September {coming.september}?",
        f"{count} of these reviews had not been held on {full_day_words(report.day)}; the council "
        f"must name the new schools by {full_day_words(coming.named_by)}.",
        "A date for each child, and what the council has said about those that are late.",
    )


def our_own_dates(report: Report) -> Question | None:
    """We missed a legal day of our own."""
    line = _worst(report.promises.ours, but="Phase-transfer")
    if line is None:
        return None
    return Question(
        "our_own_dates",
        "our promises",
        "What stopped us from keeping our own legal dates, and what has changed since?",
        f"{line.label}: {line.not_in_time:,} of {line.all:,} were late or are still open.",
        "A reason that can be put right, such as time for paperwork, and who checks it now.",
    )


def the_councils_dates(report: Report) -> Question | None:
    """The council was late, and children wait for its decision."""
    promises = report.promises
    line = _worst((*promises.councils, *(each for each in promises.assessments if each.code)))
    if line is None:
        return None
    return Question(
        "the_councils_dates",
        "council",
        "What do we do when the council is late, and what do we tell the parents meanwhile?",
        f"{line.label}: {line.not_in_time:,} of {line.all:,} were late or are still open.",
        "Letters to the council with dates, and parents who know what happens next.",
    )


def _worst(lines: tuple[DutyLine, ...], but: str = "") -> DutyLine | None:
    """The kind of promise that was missed most often."""
    missed = [
        line for line in lines if line.not_in_time and line.all and not (but and but in line.label)
    ]
    return max(missed, key=lambda line: (line.not_in_time or 0, line.all or 0), default=None)
