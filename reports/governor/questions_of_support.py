"""Questions about how children are supported: raised by figures, and those worth asking always; pure."""

from reports.governor.report import Question, Report
from reports.governor.support_words import whole_of
from reports.governor.words import children


def plans_past_their_day(report: Report) -> Question | None:
    """Several plans have not been reviewed on their day."""
    late, whole = report.support.get("plan:late"), report.level("K").count
    if not late or not whole:
        return None
    return Question(
        "plans_past_their_day",
        "support plans",
        "Why are SEN support plans past the day of their review, and when will each be looked at?",
        f"{late:,} of {whole:,} plans are past their day.",
        "A day for each plan, time given to teachers for it, and parents who were told.",
    )


def passports_not_read(report: Report) -> Question | None:
    """Adults work with children whose passport they have not read."""
    unread, whole = report.support.get("passport:unread"), whole_of(report, "passport:unread")
    if not unread or not whole:
        return None
    return Question(
        "passports_not_read",
        "passports",
        "How does every adult come to know what helps a child, cover and lunchtime staff too?",
        f"The passports of {children(unread)} have not been read by all who work with them.",
        "A time at which passports are read, and somebody who looks whether they were.",
    )


def parents_met(report: Report) -> Question | None:
    """Always worth asking: the Code of Practice wants three meetings a year (6.65)."""
    return Question(
        "parents_met",
        "parents",
        "Have the parents of every child with SEN met a teacher three times this year?",
        _met(report),
        "A list with dates, and what was done for families who could not come.",
    )


def support_works(report: Report) -> Question | None:
    """Always worth asking."""
    return Question(
        "support_works",
        "impact",
        "Which support made the most difference last term, and which did we stop?",
        _so_many(report),
        "Where children began and where they are now, and one thing that did not work.",
    )


def childrens_own_words(report: Report) -> Question | None:
    """Always worth asking."""
    return Question(
        "childrens_own_words",
        "children",
        "What do the children themselves say about their support?",
        _so_many(report),
        "Their own words, and something that was changed because of them.",
    )


def _met(report: Report) -> str:
    fewer = report.support.get("met:fewer")
    if not fewer:
        return _so_many(report)
    return f"Those of {children(fewer)} were met less often than once a term this year."


def _so_many(report: Report) -> str:
    if report.register is None:
        return "There are children on the SEND register; how many is not printed."
    return f"{children(report.register).capitalize()} on the SEND register."
